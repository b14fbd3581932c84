"""Did you mean: spellings of people and places near to words that found nothing."""

from __future__ import annotations

import apsw

from zhylnama.archive.query import All, Field, Node, OneOf, Words
from zhylnama.names.fold import romanised
from zhylnama.names.identity import is_slip, name_words
from zhylnama.names.places import Gazetteer

MOST = 5


def suggest(
    connection: apsw.Connection, gazetteer: Gazetteer, root: Node | None
) -> tuple[str, ...]:
    """Return up to five names of people, then places, that are a slip away from a typed word."""
    wanted = [key for word in _words(root) if len(key := romanised(word)) >= 4]
    if not wanted:
        return ()
    found: dict[str, None] = {}
    for (spelling,) in connection.execute(
        "SELECT spelling FROM person_spelling"
        " UNION SELECT name FROM event_person ORDER BY 1 LIMIT 200000"
    ):
        keys = [romanised(word) for word in name_words(spelling)]
        if any(is_slip(key, other) for key in wanted for other in keys):
            found.setdefault(spelling)
            if len(found) == MOST:
                return tuple(found)
    for place in gazetteer:
        for name in gazetteer.names(place.id):
            if any(is_slip(key, romanised(name)) for key in wanted):
                found.setdefault(name)
                break
        if len(found) == MOST:
            break
    return tuple(found)


def _words(node: Node | None) -> list[str]:
    match node:
        case Words(text):
            return text.split()
        case Field(_, value):
            return value.text.split()
        case All(parts) | OneOf(parts):
            return [word for part in parts for word in _words(part)]
        case _:
            return []
