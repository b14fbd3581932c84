"""Pronouns and words of number that stand for those who are named, in small letters."""

from __future__ import annotations

from typing import Final

BOTH: Final = (
    "both",
    "оба",
    "обоих",
    "обеих",
    "обоим",
    "супруги",
    "супругов",
    "супругам",
    "couple",
    "spouses",
)
MANY: Final = (
    "they", "them", "each", "all", "они", "их", "им", "каждый", "каждому", "каждого", "каждую", "каждой",
    "все", "всем", "всех", *BOTH,
)  # fmt: skip
ALL: Final = ("all", "все", "всем", "всех")
HE_SHE: Final = ("he", "she", "он", "она")
THEY: Final = ("they", "them", "они", "их", "им")
EACH: Final = ("each", "каждый", "каждому", "каждого", "каждую", "каждой")
# How many are meant, in the cases that they are punished in.
NUMBERS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "два": 2, "две": 2, "двое": 2, "двоих": 2, "двух": 2, "три": 3, "трое": 3, "троих": 3, "трёх": 3, "трех": 3,
    "четыре": 4, "четверо": 4, "четверых": 4, "четырёх": 4, "четырех": 4, "пять": 5, "пятеро": 5, "пятерых": 5, "пяти": 5,
    "шесть": 6, "шестеро": 6, "шестерых": 6, "семь": 7, "семеро": 7, "семерых": 7,
}  # fmt: skip
