"""Penalties that a relative clause tells in passing: `A, whose husband B was sentenced to 5 years, …`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.cues import FINITE, RELATED
from zhylnama.reading.penalties.referents import Sentence
from zhylnama.reading.penalties.sanctions import Penalty

_WHOSE: Final = compile_sought(
    r"\s*,\s+(?:(?:with|to|on|upon|for|against|by|к|у|на)\s+)?(?:whose|whom|чь\w+|чей|котор\w+)\s[^,;]*$",
    re.I,
)
_IN_RELATIVE: Final = re.compile(r"\s*,?\s*\(?(?:who|whom|котор)")
# `A, to whom judge B had issued a warning`, `А, которой судья Б вынес предупреждение`
_TO_WHOM: Final = re.compile(
    r"\s*,\s+(?:(?:to|on|upon)\s+whom|котор(?:ому|ой|ым))\s[^,;]*\b(?:had|has|judge|court|was|were|суд\w*|судь\w+)\b[^,;]*$"
)
_TWO: Final = 2


def in_relative_clause(text: str, penalty: Penalty, here: Sentence) -> bool:
    """Return whether a penalty is told of somebody in passing: `A, who is serving 5 years, was …`."""
    ends = [g.end for g in here.groups if g.end <= penalty.start]
    gap = text[max(ends, default=here.start) : penalty.start]
    return _IN_RELATIVE.match(gap) is not None or _head(text, penalty, here) is not None


def to_whom(text: str, penalty: Penalty, here: Sentence) -> Group | None:
    """Return A of `A, to whom judge B had issued a warning`."""
    for group in reversed([g for g in here.groups if g.end <= penalty.start]):
        if _TO_WHOM.match(text, group.end, penalty.start):
            return group
    return None


def outer_of(text: str, penalty: Penalty, here: Sentence, before: list[Group]) -> Group | None:
    """Return of whom the main clause tells: `A, mother of B, who is serving 5 years, was …`.

    `before`: the names before the verb of the main clause.
    """
    head = _head(text, penalty, here)
    if head is not None or not before:
        return head
    nearest = before[-1]
    related = RELATED.search(text, max(0, nearest.start - 80), nearest.start)
    alone = len({who for group in before for who in group.people}) == 1
    if related is None and (alone or nearest.mentions[0].governed is None):
        return nearest
    if len(before) > 1:
        inside = text[before[-2].end : nearest.start]
        if inside.strip().startswith(",") and not FINITE.search(inside):
            return before[-2]
    return None


def _head(text: str, penalty: Penalty, here: Sentence) -> Group | None:
    """Return A of `A, whose husband B was sentenced to 5 years, …`."""
    names = [g for g in here.groups if g.end <= penalty.start]
    if len(names) < _TWO:
        return None
    head, inner = names[-2:]
    return head if _WHOSE.match(text, head.end, inner.start) else None
