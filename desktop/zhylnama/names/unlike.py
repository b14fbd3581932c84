"""Names that are two people's beyond doubt, told far quicker than by comparing them.

Of the people who share a word with a name nearly all share the given name and nothing else. Both
words of a name of two must have a partner in the other name: a word with the same key, or one a few
letters away. Where one has none, `compare_names` finds two people, too.
"""

from __future__ import annotations

from functools import lru_cache

from zhylnama.names.fold import romanised
from zhylnama.names.identity import name_words, sought_keys

# More than a slip of the hand, and more than the letters that only some comparisons leave out.
_FAR = 3
Pair = tuple[tuple[frozenset[str], str], tuple[frozenset[str], str]]
"""The two words of a name: the keys of each, and its letters."""


@lru_cache(maxsize=1_000)
def pair_of(name: str) -> Pair | None:
    """Return the two words of a name that has just two, and no initial; None for another."""
    if len(name_words(name)) != 2:
        return None
    words = sought_keys(name)
    if len(words) != 2:
        return None
    (keys, one), (other_keys, other) = words
    return (keys, _letters(one)), (other_keys, _letters(other))


def _letters(word: str) -> str:
    return romanised(word).lower().replace("h", "")


def are_unlike(one: Pair | None, other: Pair | None) -> bool:
    """Tell whether two names are surely not one person's; False where only a comparison tells."""
    if one is None or other is None:
        return False
    return any(_has_no_partner(word, other) for word in one) or any(
        _has_no_partner(word, one) for word in other
    )


def _has_no_partner(word: tuple[frozenset[str], str], name: Pair) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    keys, letters = word
    return all(
        keys.isdisjoint(others)
        and DamerauLevenshtein.distance(letters, other, score_cutoff=_FAR) > _FAR
        for others, other in name
    )
