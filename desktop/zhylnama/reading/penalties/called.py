"""Somebody who is called by a noun or counted: `the officer`, `the blogger`, `all six`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.names.named import Group

# What others are called who are `the officer`; of other words so many letters are compared.
_TITLES: Final = {
    "officer": "police|officer|captain|major|lieutenant|colonel|sergeant|inspector|warder",
    "policeman": "police|captain|major|lieutenant|colonel|sergeant|inspector",
    "полицейский": "полицейск|капитан|майор|лейтенант|полковник|сержант|участков|инспектор",
    "полицейского": "полицейск|капитан|майор|лейтенант|полковник|сержант|участков|инспектор",
}
_STEM: Final = 7
_COUNTS: Final = {
    "thre": 3, "four": 4, "five": 5, "six": 6, "seve": 7, "eigh": 8, "nine": 9, "ten": 10,
    "трое": 3, "трои": 3, "четв": 4, "пяте": 5, "шест": 6, "семе": 7,
}  # fmt: skip
_REACH: Final = 60


def who_is_called(word: re.Match[str], text: str, groups: list[Group]) -> int | None:
    """Return whom a definite noun means: the only one of those named before with that title."""
    noun = (word.groupdict().get("noun") or word[0].split()[-1]).casefold()
    titles = _TITLES.get(noun, re.escape(noun[:_STEM]))
    titled = re.compile(rf"(?<!\w)(?:{titles})[\w-]*(?:\s+[a-zа-яё-]+){{0,2}}\s+$", re.I)
    found = {
        mention.who
        for group in groups
        for mention in group.mentions
        if titled.search(text, max(0, mention.start - _REACH), mention.start)
    }
    return found.pop() if len(found) == 1 else None


def how_many(said: str) -> int | None:
    """Return the number in `all six`, `всем троим`; None where there is none."""
    return _COUNTS.get(said.rsplit(maxsplit=1)[-1][:4])
