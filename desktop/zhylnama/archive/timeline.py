"""How much was found, and when: counts, facets and the timeline of one query."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Literal

import apsw
import msgspec
from pyroaring import BitMap

from zhylnama.archive.edition import Edition
from zhylnama.archive.expression import Expression
from zhylnama.archive.facets import Facets, read_hits, within
from zhylnama.archive.model import Bar, Facet, FacetField, FacetValue, Found, FoundPerson, Timeline
from zhylnama.archive.search import matching
from zhylnama.archive.stored import person_name

DAYS_SHOWN_SINGLY = 120
MOST_VALUES = 200
MOST_PEOPLE = 50


def count_found(
    connection: apsw.Connection,
    facets: Facets,
    edition: Edition,
    expression: Expression | BitMap,
    numbers: tuple[int, int] | None,
) -> Found:
    """Return total, facets and timeline of what an expression finds, or of some events.

    The timeline leaves the range of dates (`numbers`) aside: outside the selected dates the strip
    is shown faded, not emptied.
    """
    if isinstance(expression, BitMap):
        every = expression
    elif expression.match is None:
        every = BitMap(range(1, edition.events + 1))
    else:
        every = read_hits(connection, *matching(expression, None))
    hits = within(every, numbers)
    counts: dict[FacetField, Counter[str]] = {
        "kind": facets.count("kind", hits),
        "place": facets.count("place", hits),
        "region": facets.count("region", hits),
        "year": facets.count("year", hits),
        "month": _months(facets, hits),
        "law": facets.count("law", hits),
        "person": facets.count_people(hits, MOST_PEOPLE),
        "organisation": facets.count("organisation", hits),
        "source": facets.count("source", hits),
    }
    return Found(
        total=len(hits),
        facets=tuple(_facet(connection, field, counted) for field, counted in counts.items()),
        timeline=_timeline(facets, edition, every),
    )


def people_found(
    connection: apsw.Connection,
    expression: Expression,
    numbers: tuple[int, int] | None,
    most: int,
) -> list[FoundPerson]:
    """Return who appears in what an expression finds, those in most events first."""
    if expression.match is None:
        last: int = connection.execute("SELECT coalesce(max(number), 0) FROM event").get
        every = BitMap(range(1, last + 1))
    else:
        every = read_hits(connection, *matching(expression, None))
    return people_in(connection, within(every, numbers).to_array().tolist(), most)


def people_in(connection: apsw.Connection, numbers: list[int], most: int) -> list[FoundPerson]:
    """Return who appears in some events, those in most of them first."""
    rows = connection.execute(
        "SELECT id, name, found, events, targeted"
        " FROM (SELECT person, count(*) AS found, max(targeted) AS targeted"
        " FROM json_each(?) CROSS JOIN appearance ON event = value"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?) JOIN person ON id = person ORDER BY 3 DESC, 1",
        (msgspec.json.encode(numbers).decode(), most),
    )
    return [
        FoundPerson(person, name, found, events, bool(targeted))
        for person, name, found, events, targeted in rows
    ]


def _facet(connection: apsw.Connection, field: FacetField, counted: Counter[str]) -> Facet:
    if field in ("year", "month"):
        ordered = sorted(counted.items(), reverse=True)
    else:
        ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Facet(
        field,
        tuple(
            FacetValue(
                key,
                person_name(connection, key) if field == "person" else key.removeprefix("?"),
                count,
            )
            for key, count in ordered[:MOST_VALUES]
        ),
    )


def _months(facets: Facets, hits: BitMap) -> Counter[str]:
    """Count hits by month: the events of a month are consecutive numbers."""
    counted: Counter[str] = Counter()
    for month, (first, last) in _spans(facets, 7).items():
        if number := hits.range_cardinality(first, last + 1):
            counted[month] = number
    return counted


def _spans(facets: Facets, length: int) -> dict[str, tuple[int, int]]:
    """Return days (10) or months (7 characters of a date) with their first and last numbers."""
    spans: dict[str, tuple[int, int]] = {}
    for date, first, last in facets.days():
        start, _ = spans.get(date[:length], (first, last))
        spans[date[:length]] = (start, last)
    return spans


def _timeline(facets: Facets, edition: Edition, hits: BitMap) -> Timeline:
    first, last = edition.first, edition.last
    days = (last - first).days if first is not None and last is not None else 0
    unit: Literal["day", "month"] = "day" if days < DAYS_SHOWN_SINGLY else "month"
    groups = {group: hits & events for group, events in facets.sets("group").items()}
    # An event without a kind has no group; it is shown with those of law and state.
    rest = hits.difference(*facets.sets("group").values()) if facets.sets("group") else hits
    if rest:
        groups["state"] = groups.get("state", BitMap()) | rest
    bars = []
    dated = 0
    for when, (start, end) in _spans(facets, 10 if unit == "day" else 7).items():
        counts = {
            group: number
            for group, events in groups.items()
            if (number := events.range_cardinality(start, end + 1))
        }
        if counts:
            dated += sum(counts.values())
            day = dt.date.fromisoformat(when if unit == "day" else f"{when}-01")
            bars.append(Bar(day, counts))
    return Timeline(unit, tuple(bars), first, last, len(hits) - dated)
