"""Whoever has some words in their name, with every spelling of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import apsw

Having = tuple[str, str, int, list[str]]
MOST = 2_000


def people_with(
    connection: apsw.Connection, words: Iterable[frozenset[str]], most: int = MOST
) -> list[Having]:
    """Return who has each of some words, those with most events first.

    Of all who have the first of the words at `most` so many are looked at.

    Each word is given by its keys, one of which a name must have. Of each person come the id, the
    name to show, the number of events, and the spellings.
    """
    first, *rest = [sorted(keys) for keys in words]
    having = "".join(
        " AND EXISTS (SELECT 1 FROM name_key AS other WHERE other.person = near.person"
        f" AND other.key IN ({_places(keys)}))"
        for keys in rest
    )
    return _read(connection, f"key IN ({_places(first)})", having, (*first, *chain(*rest)), most)


def people_beginning(connection: apsw.Connection, keys: Iterable[str]) -> list[Having]:
    """Return who has a key that begins with one of some, as `people_with` does; nobody of none."""
    ends = [(key, f"{key}\U0010fffe") for key in keys]
    if not ends:
        return []
    begun = " OR ".join(["key >= ? AND key < ?"] * len(ends))
    return _read(connection, begun, "", tuple(chain(*ends)), MOST)


def _read(
    connection: apsw.Connection, near: str, having: str, bindings: tuple[str, ...], most: int
) -> list[Having]:
    rows = connection.execute(
        "SELECT id, name, events,"
        " (SELECT group_concat(spelling, char(10)) FROM"
        "  (SELECT spelling FROM person_spelling WHERE person = id"
        "   UNION SELECT name FROM met_name WHERE person = id))"
        f" FROM (SELECT DISTINCT person FROM name_key WHERE {near} LIMIT {most}) AS near"
        f" JOIN person ON id = near.person WHERE true{having} ORDER BY events DESC, id",
        bindings,
    )
    return [
        (person, name, events, (spellings or name).split("\n"))
        for person, name, events, spellings in rows
    ]


def _places(keys: list[str]) -> str:
    return ", ".join("?" * len(keys))
