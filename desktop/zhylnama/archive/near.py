"""What is a slip of the hand from a word: keys of names, and words of the index."""

from __future__ import annotations

from itertools import chain
from weakref import WeakKeyDictionary

import apsw

from zhylnama.names.identity import is_slip

MOST_NEAR = 50
_SHORTEST = 5  # too many shorter words are one letter apart


def near_keys(connection: apsw.Connection, key: str) -> list[str]:
    """Return the keys of names that are a slip away from a key, the nearest first.

    Keys of less than five letters have none: too many names are one letter apart.
    """
    by_length = _keys_by_length(connection)
    most = _allowed(key)
    lengths = range(len(key) - most, len(key) + most + 1)
    return _near(key, list(chain(*(by_length.get(length, ()) for length in lengths))))


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
    if len(key) < _SHORTEST:
        return []
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


# While one types a rare word, every letter finds nothing until the last: reading a hundred
# thousand keys each time would take far longer than the search.
_read: WeakKeyDictionary[apsw.Connection, dict[int, list[str]]] = WeakKeyDictionary()


def _keys_by_length(connection: apsw.Connection) -> dict[int, list[str]]:
    found = _read.get(connection)
    if found is None:
        found = {}
        for (key,) in connection.execute("SELECT DISTINCT key FROM name_key"):
            found.setdefault(len(key), []).append(key)
        _read[connection] = found
    return found
