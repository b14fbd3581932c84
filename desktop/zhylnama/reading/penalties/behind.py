"""Names that stand behind a penalty: `three activists were fined: A, B and C`, `штраф – Б`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.pronouns import NUMBERS
from zhylnama.reading.penalties.referents import Sentence
from zhylnama.reading.penalties.sanctions import Penalty

# Who is punished before the names are told: so many, or people of one kind.
_SEVERAL: Final = compile_sought(
    rf"(?<!\w)(?:(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})\s+(?:[a-zа-яё’-]+\s+){{0,2}}?)?"
    r"(?:activists|people|persons|participants|protesters|men|women|residents|workers|journalists|believers|members|supporters|picketers|defendants|"
    r"активист(?:ы|ов|ки|ок)?|человека?|людей|участни(?:ки|ков|цы|ц)|мужчин|женщин|жител(?:и|ей)|журналист(?:ы|ов)|верующи[ех]|сторонник(?:и|ов)|рабочи[ех])(?!\w)",
    re.I,
)
# Between a penalty and the list of those who got it.
_TO_LIST: Final = re.compile(
    r"(?:\s+(?:each|all|кажд(?:ый|ая|ого|ую|ому)))?(?:\s+(?:under|for|on|in|по|за|на|в)\s(?:[^:;.]|(?<=\bст)\.|(?<=\bч)\.|(?<=\bart)\.){0,200}?)?\s*:\s+(?:[a-zа-яё-]+\s+){0,3}",
    re.I,
)
_REACH: Final = 300
_OWN_ITEM: Final = re.compile(r"\s*[(–—-]\s*(?:\d|[а-яёa-z]+\s+\d)")
_DASH: Final = re.compile(r"\s+[–—-]\s+(?:[a-zа-яё-]+\s+){0,2}")
_NEXT_ITEM: Final = re.compile(r"\s*[,;]\s*(?:(?:а|и|and|while)\s+)?(?:an?\s+|the\s+)?")
_ENDS: Final = re.compile(r"\s*(?:[.,;]|$)")


def people_behind(
    text: str, here: Sentence, penalties: list[Penalty], penalty: Penalty, officials: set[int]
) -> list[int]:
    """Return who stands behind a penalty as those that were counted before it, or behind its dash.

    `here`: the sentence of the penalty; `officials` are not punished.
    """
    listed = _listed(text, here.groups, penalty, here.start, officials)
    if listed:
        return listed
    group = _behind_dash(text, here.groups, penalties, penalty, here.start)
    return [who for who in group.people if who not in officials] if group is not None else []


def _listed(
    text: str, groups: list[Group], penalty: Penalty, begin: int, officials: set[int]
) -> list[int]:
    """Return the list behind a colon: `three activists were fined: A, B and C`."""
    own = [group for group in groups if set(group.people) - officials]
    behind = [group for group in own if group.start >= penalty.end]
    if len(behind) != 1 or len(own) != 1 or len(behind[0].people) < 2:
        return []
    group = behind[0]
    if _TO_LIST.fullmatch(text, penalty.end, group.start) is None:
        return []
    several = _SEVERAL.search(text, max(begin, penalty.start - _REACH), group.start)
    if several is None:
        return []
    number = (several["number"] or "").lower()
    count = NUMBERS.get(number) or int(number or len(group.people))
    told = any(_OWN_ITEM.match(text, mention.end) for mention in group.mentions)
    return group.people if count == len(group.people) and not told else []


def _behind_dash(
    text: str, groups: list[Group], penalties: list[Penalty], penalty: Penalty, begin: int
) -> Group | None:
    """Return the names of a second penalty: `10 суток назначены А, штраф – Б`."""
    earlier = [one for one in penalties if begin <= one.start and one.end <= penalty.start]
    if len(earlier) != 1:
        return None
    first = earlier[0]
    between = [group for group in groups if first.end <= group.start and group.end <= penalty.start]
    following = next((group for group in groups if group.start >= penalty.end), None)
    if (
        len(between) != 1
        or following is None
        or any(begin <= group.start < first.start for group in groups)
    ):
        return None
    fits = (
        _NEXT_ITEM.fullmatch(text, between[0].end, penalty.start)
        and _DASH.fullmatch(text, penalty.end, following.start)
        and _ENDS.match(text, following.end)
    )
    return following if fits else None
