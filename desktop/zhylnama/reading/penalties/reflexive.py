"""Who is meant by `was herself fined`, `и сама получила штраф`: the subject of the sentence, named before."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.names.sexes import sex_of
from zhylnama.reading.penalties.cues import THING_OF
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.subjects import Subjects

_ONESELF: Final = compile_sought(
    r"(?P<by>\b(?:and|but)|(?<!\w)[иа]|(?<!\w)но|,)\s+(?:(?:was|is|has|been|later|then|also)\s+)*(?P<self>himself|herself|сама?)\s+(?:(?:was|got|received|also|тоже|также)\s+)*(?:was|got|received|fined|arrest|senten|получил|оштраф|аресто)"
)
# `мужа А, Б, арестовали, саму её оштрафовали`: the other of the two
_HER_HERSELF: Final = compile_sought(
    r"(?<!\w)(?:(?P<f>саму\s+(?:её|ее)|(?:её|ее)\s+саму|самой\s+ей|ей\s+самой)|(?P<m>самого\s+его|его\s+самого|самому\s+ему|ему\s+самому))\s+(?:[–—-]\s+)?(?:[а-яё]+\s+){0,2}$|\b(?:her|him)\s+(?P<x>herself|himself)\s+$"
)
_ANOTHERS: Final = re.compile(r"\b(?:that|whose)\b|(?<!\w)(?:что|чь\w+|чей)(?!\w)")
_RELATIVE: Final = re.compile(r"\b(?:who|whom)\b|(?<!\w)котор")


def oneself(
    text: str, named: Named, subjects: Subjects, penalty: Penalty, begin: int, groups: list[Group]
) -> int | None:
    """Return who is meant by `was herself fined`: the subject of the sentence.

    `begin`: where the sentence begins; `groups`: the names in it.
    """
    word = _ONESELF.search(text, max(begin, penalty.start - 40), penalty.start + 8)
    if word is None or not groups or len(groups[0].people) != 1:
        return None
    first = groups[0]
    free = first.mentions[0].governed is None and not subjects.is_oblique(first)
    if not free or subjects.hangs_on_kin(first) or THING_OF.match(text, first.end):
        return None
    gap = text[first.end : word.start()]
    if _ANOTHERS.search(gap) or (word["by"] != "," and _RELATIVE.search(gap)):
        return None  # `A met B, who came to the court and was herself fined`
    told = "m" if word["self"] in ("himself", "сам") else "f"
    return first.people[0] if sex_of(named.people[first.people[0]]) in (None, told) else None


def the_other(
    text: str, named: Named, penalty: Penalty, begin: int, groups: list[Group], last: list[int]
) -> list[int] | None:
    """Return who is `саму её`, nobody where that is not sure; None where no such word is there.

    It is none of those, `last`, for whom a penalty was told right before.
    """
    word = _HER_HERSELF.search(text, max(begin, penalty.start - 40), penalty.start)
    if word is None:
        return None
    sex = "f" if word["f"] or word["x"] == "herself" else "m"
    people = {who for group in groups if group.end <= word.start() for who in group.people}
    fit = [who for who in people - set(last) if sex_of(named.people[who]) in (None, sex)]
    return fit if len(fit) == 1 else []
