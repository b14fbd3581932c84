"""What is a slip of the hand from a word: keys of names, and words of the index."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from weakref import WeakKeyDictionary

import apsw

from zhylnama.names.identity import is_slip

MOST_NEAR = 50
SHORTEST = 4
"""Shorter words have too many others one letter away."""


def near_keys(connection: apsw.Connection, key: str) -> tuple[str, ...]:
    """Return the keys of names that are a slip away from a key, the nearest first.

    Of four letters only one may have been lost inside (Мамй), and shorter ones have none: too many
    names are one letter apart.
    """
    known = _known.get(connection)
    if known is None:
        known = _known[connection] = _Known(connection)
    return known.near(key)


def near_words(connection: apsw.Connection, key: str) -> list[str]:
    """Return words of the index a slip away from a strict key, the nearest and most used first.

    Only words that begin with the same two sounds are looked at: the index has too many.
    """
    start = key[:2]
    rows = connection.execute(
        "SELECT key, word, uses FROM spelling WHERE key >= ? AND key < ? AND grade = 1"
        " AND length(key) BETWEEN ? AND ?",
        (start, start + "\U0010fffe", len(key) - _allowed(key), len(key) + _allowed(key)),
    )
    words: dict[str, list[tuple[int, str]]] = {}
    for other, word, uses in rows:
        words.setdefault(other, []).append((-uses, word))
    return [min(words[other])[1] for other in _near(key, list(words))]


def _allowed(key: str) -> int:
    """Return how many letters `is_slip` allows to differ: one, in long words two."""
    return 1 if len(key) < 9 else 2


def _near(key: str, others: list[str]) -> list[str]:
    if len(key) < SHORTEST:
        return []
    if len(key) == SHORTEST:
        return [other for other in others if has_lost_one(key, other)]
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    near = process.extract(
        key,
        others,
        scorer=DamerauLevenshtein.distance,
        score_cutoff=_allowed(key),
        limit=MOST_NEAR,
    )
    nearest_first = sorted((distance, other) for other, distance, _ in near)
    return [other for _, other in nearest_first if is_slip(key, other)]


def has_lost_one(key: str, other: str) -> bool:
    """Tell whether a word is another without one of the letters inside it."""
    return len(other) == len(key) + 1 and any(
        other[:i] + other[i + 1 :] == key for i in range(1, len(other) - 1)
    )


class _Known:
    """The keys of an archive's names by their length, and what was found near to some.

    While one types a rare word, every letter finds nothing until the last: reading a hundred
    thousand keys each time would take far longer than the search. The words before it stay.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._by_length: dict[int, list[str]] = {}
        for (key,) in connection.execute("SELECT DISTINCT key FROM name_key"):
            self._by_length.setdefault(len(key), []).append(key)
        self.near = lru_cache(maxsize=256)(self._near)

    def _near(self, key: str) -> tuple[str, ...]:
        most = _allowed(key)
        lengths = range(len(key) - most, len(key) + most + 1)
        return tuple(_near(key, list(chain(*(self._by_length.get(n, ()) for n in lengths)))))


_known: WeakKeyDictionary[apsw.Connection, _Known] = WeakKeyDictionary()
