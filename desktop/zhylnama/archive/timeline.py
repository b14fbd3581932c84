"""How much was found, and when: counts, facets and the timeline of one query."""

from __future__ import annotations

import datetime as dt
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
    whole_strip: Expression,
) -> Found:
    """Return total, facets and timeline of what an expression finds.

    The timeline is that of the same search without its dates (`whole_strip` is the expression for
    it): outside the selected dates it is shown faded, not emptied.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit (number INTEGER PRIMARY KEY)")
    try:
        timeline = _timeline(connection, edition, whole_strip)
        _lay_down(connection, expression, numbers)
        total: int = connection.execute("SELECT count(*) FROM temp.hit").get
        facets = tuple(_facet(connection, field) for field in _FACETS)
    finally:
        connection.execute("DELETE FROM temp.hit")
    return Found(total, facets, timeline)


def _lay_down(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> None:
    source, bindings = matching(expression, numbers)
    connection.execute("DELETE FROM temp.hit")
    connection.execute(f"INSERT INTO temp.hit SELECT number FROM {source}", bindings)


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


def _timeline(connection: apsw.Connection, edition: Edition, expression: Expression) -> Timeline:
    first, last = edition.first, edition.last
    days = (last - first).days if first is not None and last is not None else 0
    unit: Literal["day", "month"] = "day" if days < DAYS_SHOWN_SINGLY else "month"
    length = 10 if unit == "day" else 7
    source, bindings = matching(expression, None)
    joined = source if expression.match is None else f"(SELECT number FROM {source}) JOIN event USING (number)"
    groups: dict[str, dict[str, int]] = {}
    undated = 0
    where = " WHERE true" if "JOIN" in joined else ""
    for when, group, count in connection.execute(
        f"SELECT substr(date, 1, {length}), kind_group, count(*) FROM {joined}{where} GROUP BY 1, 2",
        bindings,
    ):
        if when is None:
            undated += count
        else:
            groups.setdefault(when, {})[group or "state"] = (
                groups.get(when, {}).get(group or "state", 0) + count
            )
    bars = tuple(
        Bar(dt.date.fromisoformat(when if unit == "day" else f"{when}-01"), groups[when])
        for when in sorted(groups)
    )
    return Timeline(unit, bars, first, last, undated)
