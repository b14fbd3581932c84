"""Two or more who are meant together: `both`, and `the others` of a list of names."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.pronouns import NUMBERS
from zhylnama.reading.penalties.sanctions import Penalty

_BOTH_TAKEN: Final = compile_sought(r"(?<!\w)(?:both|обоих|обоим|обеих|обеим)(?!\w)", re.I)
_BOTH_BEHIND: Final = re.compile(r"\s+(?:[a-zа-яё]+\s+){0,2}(?:both|обоих|обоим|обеих|обеим)(?!\w)")
_BOTH_BEFORE: Final = compile_sought(
    r"(?<!\w)(?:обоим|обоих|обеим|обеих)\s+(?:на\s+|по\s+)?$|\bneither(?:\s+of\s+(?:them|the\s+two))?\s+$|\b(?:gave|sentenced|fined|arrested|condemned)\s+both\s+(?:of\s+them\s+)?(?:to\s+|for\s+)?(?:an?\s+)?$",
    re.I,
)
_REST: Final = compile_sought(
    r"(?<!\w)(?:the\s+(?:others|rest|other\s+(?P<count>two|three))|остальные|остальным|остальных)\s*(?:(?:have|has)\s+to\s+pay\s+|(?:[–—]\s+)?(?:with|to|for)\s+(?:an?\s+)?|got\s+off\s+(?:with\s+)?|received\s+|[–—]\s+)?$",
    re.I,
)

# `fined each 20 MCI`, `назначил каждому по 15 суток`, `a fine of 20 MCI on each of the three`
_PEOPLE: Final = r"activists?|women|woman|men|man|people|persons?|participants?|defendants?|journalists?|detainees?|protesters?|convicts?"
_PEOPLE_RU: Final = r"(?:активист|участни[кц]|задержанн|осужд[её]нн|женщин|мужчин|журналист|подсудим|обвиняем)[а-яё]*"
_EACH: Final = (
    r"(?<!\w)(?:each(?!\s+other)|кажд(?:ого|ую|ому|ой))"
    rf"(?:\s+of\s+(?:them|the\s+(?:(?P<count>two|three|four|five|six|seven|eight|nine|ten)(?:\s+(?:{_PEOPLE}))?|{_PEOPLE}))"
    rf"|\s+из\s+(?:них|{_PEOPLE_RU})|\s+(?:{_PEOPLE}|{_PEOPLE_RU}))?(?!\w)"
)
_EACH_TAKEN: Final = compile_sought(
    rf"{_EACH}(?=\s+(?:\d|to\b|for\b|an?\b|with\b|by\b|under\b|на\s|по\s|к\s|[a-zа-яё-]+\s+(?:days|months|years|MCI|сут|лет|год|месяц|МРП|тенге)))",
    re.I,
)
_EACH_BEFORE: Final = compile_sought(
    rf"{_EACH}\s+(?:(?:to|for|with|на|по|к)\s+)?(?:an?\s+)?$", re.I
)
_EACH_BEHIND: Final = re.compile(
    rf"\s+(?:up)?(?:on|to|for)\s+{_EACH}(?=\s*(?:[.,;]|and\b|for\b|under\b|$))", re.I
)
_BEFORE_REACH: Final = 60
_AND_OTHERS: Final = re.compile(
    r"\s*,?\s+(?:(?:and|и)\s+|along\s+with\s+|together\s+with\s+|а\s+также\s+)(?:another\s+|ещё\s+|еще\s+)?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|двое|двух|трое|тр[её]х|четверо|четвер\w+|пятер\w+|шестер\w+|семер\w+|несколько|нескольких)\s+(?:of\s+)?(?:his\s+|her\s+|their\s+|its\s+|other\s+|more\s+|его\s+|её\s+|ее\s+|их\s+|других\s+)*[a-zа-яё]+\s*|\s+(?:and|и)\s+(?:his|her|their|его|её|ее)\s+(?:[a-zа-яё-]+\s+){0,2}(?:brother|sister|son|daughter|husband|wife|father|mother|friend|colleague|companion|neighbou?r|брат|сестра|сын|дочь|муж|жена|отец|мать|друг|подруга|коллега|сосед|соседка)\s+",
    re.I,
)


def are_with_others(text: str, end: int, verb: int) -> bool:
    """Return whether nothing but others without a name stands between names and a verb: `A and two of his supporters`."""
    return _AND_OTHERS.fullmatch(text, end, verb) is not None


def both_of(text: str, everyone: list[int], penalty: Penalty) -> list[int]:
    """Return the two of a paragraph where a penalty is laid on `both`."""
    said = (
        _BOTH_TAKEN.search(text, penalty.start, penalty.end)
        or _BOTH_BEHIND.match(text, penalty.end)
        or _BOTH_BEFORE.search(text, max(0, penalty.start - 40), penalty.start)
    )
    return everyone if len(everyone) == 2 and said else []


def each_of(
    text: str, groups: list[Group], penalty: Penalty, begin: int, officials: set[int]
) -> list[int]:
    """Return the list of names for `each` of which a penalty is laid: the only people named so far.

    `begin`: where the sentence of the penalty begins; `officials` are not punished.
    """
    word = (
        _EACH_TAKEN.search(text, penalty.start, penalty.end)
        or _EACH_BEFORE.search(text, max(begin, penalty.start - _BEFORE_REACH), penalty.start)
        or _EACH_BEHIND.match(text, penalty.end)
    )
    if word is None:
        return []
    before = [group for group in groups if group.end <= penalty.start]
    named = {who for group in before for who in group.people} - officials
    lists = [group.people for group in before if len(group.people) > 1]
    if not lists or set(lists[-1]) != named:
        return []
    count = word["count"]
    fits = count is None or NUMBERS[count.lower()] == len(named)
    return lists[-1] if fits else []


def rest_of(text: str, groups: list[Group], verb: int, told: list[int]) -> list[int]:
    """Return `the others`: of one list of names those for whom no penalty was told yet."""
    word = _REST.search(text, max(0, verb - 60), verb)
    if word is None:
        return []
    lists = [g.people for g in groups if len(g.people) > 1 and g.end <= verb]
    whole = max(lists, key=len, default=[])
    if any(set(one) - set(whole) for one in lists):
        return []
    left = [who for who in whole if who not in told]
    several = {"two": 2, "three": 3, "двое": 2, "двоих": 2, "двоим": 2, "трое": 3}
    count = several.get((word["count"] or "").casefold())
    fits = count is None or count == len(left)
    return left if fits and len(left) < len(whole) else []
