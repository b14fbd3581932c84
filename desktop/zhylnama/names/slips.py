"""Slips of the pen: two words that are one, but for a letter."""

from __future__ import annotations

from zhylnama.names.letters import clean
from zhylnama.names.sounds import every_letter


def is_slip(a: str, b: str) -> bool:
    """Tell whether two folded words differ by a slip: one letter, or two in long words."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(a), len(b))
    if shorter < 5:
        return False
    allowed = 1 if shorter < 9 else 2
    return bool(DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed)


def is_slip_of_hand(one: str, other: str) -> bool:
    """Tell whether a letter as it was typed is wrong, which folding may make two or none.

    `Peruasehv` swaps two letters, and `Taalov` has lost one between two that folding makes one.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    ways = [(every_letter(one), every_letter(other))]
    if one.isascii() == other.isascii():
        ways.append((clean(one).casefold(), clean(other).casefold()))
    return any(
        min(len(a), len(b)) > 4 and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
        for a, b in ways
    )
