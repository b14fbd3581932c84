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
