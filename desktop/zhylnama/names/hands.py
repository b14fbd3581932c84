"""Which readings of a word the hand that wrote the whole name leaves.

A word has the readings of every table, for who types it may know one only; but nobody writes one
name by two tables. Where a surname in -ow shows that a name is German, its j is no English one:
`Jarow` is Яров and not Жаров; and where ou shows that it is French, ch is ш: `Kouchin` is Кушин.
Here such readings are left out, for a comparison only: an archive keeps and finds all of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhylnama.names.fold import readings
from zhylnama.names.given import is_given_name
from zhylnama.names.habits import NONE

GERMAN = "a German hand"
FRENCH = "a French hand"
SCHOLAR = "a hand that has a mark for ж"
OF_2017 = "apostrophes for letters"
OF_GOST = "apostrophes for signs"
HANDS = frozenset({GERMAN, FRENCH, SCHOLAR, OF_2017, OF_GOST})

_ENGLISH = re.compile(r"[zk]h|y[aoeu]|q|x|v\b")
_SIGNS = (
    (GERMAN, re.compile(r"..[oe]wa?\b|tsch"), _ENGLISH),
    (FRENCH, re.compile("ou|tch|[aeo]ï"), re.compile("sh|zh|[žšč]|sch")),
    (SCHOLAR, re.compile("[žšŝč]"), re.compile("[zs]h|ş|ç")),
    (OF_2017, re.compile("[aicus]['’ʼ`´]"), re.compile("[zsck]h|y[aou]")),
    (
        OF_GOST,
        re.compile("(?=.*y['’ʼ`´]).*(?:[zs]h|y[aou]|x|cz)"),
        re.compile("[aicusg]['’ʼ`´]|j[aou]"),
    ),
)
# A sound of a key that a hand spells in one way alone, and whether a key has it as often at most
# or at least.
_COUNTED = (
    (GERMAN, "J", re.compile("sch"), True),
    (GERMAN, "v", re.compile("w"), False),
    (FRENCH, "C", re.compile("tch"), True),
    (SCHOLAR, "J", re.compile("ž"), True),
    (OF_2017, "u", re.compile("[yu]['’ʼ`´]|u"), False),
    (OF_2017, "S", re.compile("s['’ʼ`´]"), False),
    (OF_GOST, "u", re.compile("u"), True),
)
_MAY = re.compile("[wžšŝčï'’ʼ`´]|ou|tch|sch")


@lru_cache(maxsize=10_000)
def hands_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return the hands that may be seen in a whole name, those of `HANDS`."""
    text = " ".join(words).lower()
    if _MAY.search(text) is None:
        return NONE
    return frozenset(
        hand for hand, sign, other in _SIGNS if sign.search(text) and not other.search(text)
    )


@lru_cache(maxsize=10_000)
def readings_by(word: str, of_name: frozenset[str] = NONE) -> tuple[str, ...]:
    """Return the readings of a word in a name with those habits that its hands leave."""
    found = readings(word, of_name - HANDS)
    hands = of_name & HANDS
    if not hands or word[0] > "\u036f":
        return found
    text = word.lower()
    left = found
    for hand, sound, spelling, most in _COUNTED:
        if hand in hands:
            there = len(spelling.findall(text))
            left = tuple(
                key
                for key in left
                if (key.count(sound) <= there if most else key.count(sound) >= there)
            )
    if any(map(is_given_name, left)):
        return left
    # Oljas Bektenow: a given name that only another hand has is that name.
    return left + tuple(filter(is_given_name, found)) or found
