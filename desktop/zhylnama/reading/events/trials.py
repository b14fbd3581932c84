"""Who is on trial: `the trial of former officers A and B began`, whatever their office was."""

from __future__ import annotations

from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group

_TRIAL_OF: Final = compile_sought(
    r"\b(?:trial\s+of|charges\s+against)\s+(?:[a-z’-]+\s+){0,5}$|(?<!\w)(?:суд|процесс|суда|суде)\s+над\s+(?:[а-яё-]+\s+){0,4}$"
)
_REACH: Final = 90


def on_trial(text: str, groups: list[Group]) -> set[int]:
    """Return those whose trial a text, in small letters, tells of."""
    return {
        who
        for group in groups
        if _TRIAL_OF.search(text, max(0, group.start - _REACH), group.start)
        for who in group.people
    }
