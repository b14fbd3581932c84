"""Did you mean: people and places whose names are a slip of the hand from a word of the query."""

from __future__ import annotations

from itertools import chain
from weakref import WeakKeyDictionary

import apsw

from zhylnama.archive.query import All, Field, Named, Node, OneOf, Words
from zhylnama.archive.stored import person_name
from zhylnama.names.fold import romanised
from zhylnama.names.identity import is_slip, name_words
from zhylnama.names.places import Gazetteer

MOST = 5


def suggest(
    connection: apsw.Connection, gazetteer: Gazetteer, root: Node | None
) -> tuple[str, ...]:
    """Return up to five names near to the words of a query: people first, then places."""
    wanted = list(dict.fromkeys(key for word in _words(root) if len(key := romanised(word)) >= 5))
    found: dict[str, None] = {}
    for key in wanted:
        for near in near_keys(connection, key):
            for (person,) in connection.execute(
                "SELECT person FROM name_key WHERE key = ? ORDER BY person LIMIT ?", (near, MOST)
            ):
                found.setdefault(person_name(connection, person))
    latin = all(word.isascii() for word in _words(root))
    for place in gazetteer if len(found) < MOST else ():
        name = next(
            (
                name
                for name in sorted(
                    gazetteer.names(place.id), key=lambda name: name.isascii() != latin
                )
                if any(is_slip(key, romanised(name)) for key in wanted)
            ),
            None,
        )
        if name is not None:
            found.setdefault(name)
    return tuple(found)[:MOST]


def near_keys(connection: apsw.Connection, key: str) -> list[str]:
    """Return the keys of names that are a slip away from a key, the nearest first.

    Keys of less than five letters have none: too many names are one letter apart.
    """
    if len(key) < 5:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    # What `is_slip` allows: one letter, in long words two.
    most = 1 if len(key) < 9 else 2
    by_length = _keys_by_length(connection)
    near = process.extract(
        key,
        list(chain(*(by_length.get(len(key) + n, ()) for n in range(-most, most + 1)))),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=most,
        limit=10 * MOST,
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


def _words(node: Node | None) -> list[str]:
    match node:
        case Words(text):
            return list(name_words(text))
        case Field(_, value):
            return list(name_words(value.text))
        case Named(initials, before, after):
            return [word for part in (before, initials, after) for word in _words(part)]
        case All(parts) | OneOf(parts):
            return [word for part in parts for word in _words(part)]
        case _:
            return []
