"""Whoever has some words in their name, with every spelling of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import apsw

MOST = 2_000
"""Of whoever has the first of the words so many are looked at."""


def people_with(
    connection: apsw.Connection, words: Iterable[frozenset[str]]
) -> list[tuple[str, str, int, list[str]]]:
    """Return who has each of some words, those with most events first.

    Each word is given by its keys, one of which a name must have. Of each person come the id, the
    name to show, the number of events, and the spellings.
    """
    first, *rest = [sorted(keys) for keys in words]
    having = "".join(
        " AND EXISTS (SELECT 1 FROM name_key AS other WHERE other.person = near.person"
        f" AND other.key IN ({_places(keys)}))"
        for keys in rest
    )
    rows = connection.execute(
        "SELECT id, name, events,"
        " (SELECT group_concat(spelling, char(10)) FROM"
        "  (SELECT spelling FROM person_spelling WHERE person = id"
        "   UNION SELECT name FROM met_name WHERE person = id))"
        " FROM (SELECT DISTINCT person FROM name_key"
        f" WHERE key IN ({_places(first)}) LIMIT {MOST}) AS near"
        f" JOIN person ON id = near.person WHERE true{having} ORDER BY events DESC, id",
        (*first, *chain(*rest)),
    )
    return [
        (person, name, events, (spellings or name).split("\n"))
        for person, name, events, spellings in rows
    ]


def _places(keys: list[str]) -> str:
    return ", ".join("?" * len(keys))
