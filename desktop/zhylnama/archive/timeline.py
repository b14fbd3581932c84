"""How much was found, and when: counts, facets and the timeline of one query."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import Literal

import apsw

from zhylnama.archive.edition import Edition
from zhylnama.archive.expression import Expression
from zhylnama.archive.model import Bar, Facet, FacetField, FacetValue, Found, Timeline
from zhylnama.archive.search import matching
from zhylnama.archive.stored import person_name

DAYS_SHOWN_SINGLY = 120
MOST_VALUES = 200

_FACETS: dict[FacetField, str] = {
    "kind": "SELECT kind, count(*) FROM temp.hit JOIN event_kind ON event = number GROUP BY kind",
    "place": "SELECT coalesce(place_id, '?' || place), count(*) FROM temp.hit"
    " JOIN event USING (number) WHERE place IS NOT NULL GROUP BY 1",
    "month": "SELECT substr(date, 1, 7), count(*) FROM temp.hit JOIN event USING (number)"
    " WHERE date IS NOT NULL GROUP BY 1",
    "law": "SELECT code || ' ' || article, count(DISTINCT number) FROM temp.hit"
    " JOIN event_law ON event = number GROUP BY 1",
    "person": "SELECT person, count(DISTINCT number) FROM temp.hit"
    " JOIN event_person ON event = number GROUP BY 1",
}


def count_found(
    connection: apsw.Connection,
    edition: Edition,
    expression: Expression,
    numbers: tuple[int, int] | None,
) -> Found:
    """Return total, facets and timeline of what an expression finds.

    The timeline leaves the range of dates (`numbers`) aside: outside the selected dates the strip
    is shown faded, not emptied.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit (number INTEGER PRIMARY KEY)")
    try:
        connection.execute("DELETE FROM temp.hit")
        source, bindings = matching(expression, None)
        connection.execute(f"INSERT INTO temp.hit SELECT number FROM {source}", bindings)
        timeline = _timeline(connection, edition)
        if numbers is not None:
            connection.execute("DELETE FROM temp.hit WHERE number NOT BETWEEN ? AND ?", numbers)
        total: int = connection.execute("SELECT count(*) FROM temp.hit").get
        facets = tuple(_facet(connection, field) for field in _FACETS)
    finally:
        connection.execute("DELETE FROM temp.hit")
    return Found(total, facets, timeline)


def _facet(connection: apsw.Connection, field: FacetField) -> Facet:
    order = "1 DESC" if field == "month" else "2 DESC, 1"
    rows = connection.execute(f"{_FACETS[field]} ORDER BY {order} LIMIT {MOST_VALUES}").get
    if isinstance(rows, tuple):
        rows = [rows]
    values = []
    for key, count in rows or []:
        label = person_name(connection, key) if field == "person" else key.removeprefix("?")
        values.append(FacetValue(key, label, count))
    return Facet(field, tuple(values))


def _timeline(connection: apsw.Connection, edition: Edition) -> Timeline:
    first, last = edition.first, edition.last
    days = (last - first).days if first is not None and last is not None else 0
    unit: Literal["day", "month"] = "day" if days < DAYS_SHOWN_SINGLY else "month"
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    undated = 0
    for when, group, count in connection.execute(
        "SELECT substr(date, 1, ?), kind_group, count(*) FROM temp.hit JOIN event USING (number)"
        " GROUP BY 1, 2",
        (10 if unit == "day" else 7,),
    ):
        if when is None:
            undated += count
        else:
            groups[when][group or "state"] += count
    bars = tuple(
        Bar(dt.date.fromisoformat(when if unit == "day" else f"{when}-01"), dict(groups[when]))
        for when in sorted(groups)
    )
    return Timeline(unit, bars, first, last, undated)
