"""Events that somebody points at: by an event's id as it is printed, or by the address of a source.

`2021-12-01.1`, `https://rus.azattyq.org/a/31588245.html`, and `rus.azattyq.org` for all of a site.
"""

from __future__ import annotations

import re

import apsw
from apsw import fts5query as fts

from zhylnama.archive.asked import read_as
from zhylnama.archive.marks import mark
from zhylnama.failure import Phrase

LONGEST = 500
_MOST_LOOKED_AT = 5_000
"""Of a site with more events the newest are looked through for an address."""
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[^\W\d_]{2,})(?::\d+)?(?P<path>/\S*)?",
    re.IGNORECASE,
)


def events_pointed_at(connection: apsw.Connection, typed: str) -> tuple[list[int], Phrase] | None:
    """Return the numbers of the events that a text points at, and how it was read.

    None where it points at none: it is no id and no address, or of a site alone.
    """
    typed = typed.strip().encode("utf-8", "replace").decode()
    if not typed or len(typed) > LONGEST or any(map(str.isspace, typed)):
        return None
    found = [number for (number,) in connection.execute(_BY_ID, (typed,))]
    if found:
        return found, Phrase("“{words}” read as the id of an event", words=typed)
    address = _ADDRESS.fullmatch(typed)
    if address is None or len(address["path"] or "") < 2:
        return None
    at_site = fts.to_query_string(fts.PHRASE(mark("source", address["host"].lower())))
    rows = connection.execute(
        _BY_ADDRESS, (at_site, _MOST_LOOKED_AT, f"{address['host']}{address['path']}".rstrip("/"))
    )
    found = [number for (number,) in rows]
    said = Phrase("“{words}” read as the address of a source", words=shown(typed))
    return (found, said) if found else None


_BY_ID = "SELECT number FROM event WHERE id = ?"
_BY_ADDRESS = (
    "SELECT number FROM event WHERE number IN"
    " (SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?)"
    " AND instr(record, ?) ORDER BY number DESC"
)


def site_in(typed: str) -> tuple[str, Phrase] | None:
    """Return the site that an address names and how it was read; None for any other text."""
    address = _ADDRESS.fullmatch(typed.strip()) if len(typed) <= LONGEST else None
    if address is None:
        return None
    return address["host"].lower(), read_as(shown(typed.strip()), f"source:{address['host']}")


def shown(text: str) -> str:
    """Return a text as it can stand in a line: cut where it is long."""
    return text if len(text) <= 80 else f"{text[:79]}…"
