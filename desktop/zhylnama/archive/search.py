"""A query answered: the numbers of the newest, oldest or best hits."""

from __future__ import annotations

import apsw

from zhylnama.archive.expression import Expression
from zhylnama.archive.model import Filters, Sort

RANKED_AT_MOST = 20_000
"""Relevance is computed for so many of the newest hits; a word in half of a large archive would
otherwise cost a ranking of half of it."""

_REMEMBERED = 51  # a page, and whether there is more

# A hit in a headline or a person's name weighs more than one in the account; marks weigh nothing.
_WEIGHTS = "4.0, 1.0, 3.0, 1.5, 0.0"


def number_range(connection: apsw.Connection, filters: Filters) -> tuple[int, int] | None:
    """Return the first and last number that the date filter leaves, or None for no date filter.

    Events are numbered in order of date, so that a range of dates is a range of numbers. An event
    that began before the range but lasts into it is outside: the strip shows first days.
    """
    first, last = filters.dates
    if first is None and last is None:
        return None
    low: int = connection.execute(
        "SELECT first FROM day WHERE date >= ? ORDER BY date LIMIT 1",
        (first.isoformat() if first is not None else "",),
    ).get or 0  # fmt: skip
    high: int = connection.execute(
        "SELECT last FROM day WHERE date <= ? ORDER BY date DESC LIMIT 1",
        (last.isoformat() if last is not None else "9999-12-31",),
    ).get or -1  # fmt: skip
    return (low, high) if low else (1, 0)


def matching(expression: Expression, numbers: tuple[int, int] | None) -> tuple[str, list[object]]:
    """Return the FROM and WHERE that give the hits' numbers as `number`, and their bindings."""
    if expression.match is None:
        if numbers is None:
            return "event WHERE true", []
        return "event WHERE number BETWEEN ? AND ?", [*numbers]
    if numbers is None:
        hits = "(SELECT rowid AS number FROM word WHERE word MATCH ?)"
        return f"{hits} WHERE true", [expression.match]
    hits = "(SELECT rowid AS number FROM word WHERE word MATCH ? AND rowid BETWEEN ? AND ?)"
    return f"{hits} WHERE true", [expression.match, *numbers]


def finds_anything(connection: apsw.Connection, expression: Expression) -> bool:
    """Tell whether an expression finds a single event, in any range of dates."""
    if expression.match is None:
        return connection.execute("SELECT 1 FROM event LIMIT 1").get is not None
    if expression.newest is None:
        expression.newest = hit_numbers(connection, expression, None, "newest", _REMEMBERED, 0)
    return bool(expression.newest)


def hit_numbers(
    connection: apsw.Connection,
    expression: Expression,
    numbers: tuple[int, int] | None,
    sort: Sort,
    limit: int,
    offset: int,
) -> list[int]:
    """Return the numbers of one page of hits, in order."""
    if expression.only is not None:
        low, high = numbers if numbers is not None else (0, 1 << 60)
        pointed_at = sorted(
            (n for n in expression.only if low <= n <= high), reverse=sort != "oldest"
        )
        return pointed_at[offset : offset + limit]
    if sort == "newest" and numbers is None and expression.newest is not None:
        known = expression.newest
        if offset + limit <= len(known) or len(known) < _REMEMBERED:
            return known[offset : offset + limit]
    if sort == "best" and expression.match is not None:
        return _best(connection, expression, numbers)[offset : offset + limit]
    order = "ASC" if sort == "oldest" else "DESC"
    if expression.match is None:
        low, high = numbers if numbers is not None else (0, 1 << 60)
        sql = (
            f"SELECT number FROM event WHERE number BETWEEN ? AND ? ORDER BY number {order}"
            " LIMIT ? OFFSET ?"
        )
        return [n for (n,) in connection.execute(sql, (low, high, limit, offset))]
    within = "AND rowid BETWEEN ? AND ?" if numbers is not None else ""
    sql = (
        f"SELECT rowid FROM word WHERE word MATCH ? {within}"
        f" ORDER BY rowid {order} LIMIT ? OFFSET ?"
    )
    return [
        n for (n,) in connection.execute(sql, (expression.match, *(numbers or ()), limit, offset))
    ]


def is_bounded(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> bool:
    """Tell whether order of relevance would leave out hits older than the newest 20,000."""
    return _oldest_ranked(connection, expression, numbers) > 0


def _oldest_ranked(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> int:
    source, bindings = matching(expression, numbers)
    if expression.only is not None:
        return 0
    row: int | None = connection.execute(
        f"SELECT number FROM {source} ORDER BY number DESC LIMIT 1 OFFSET {RANKED_AT_MOST}",
        bindings,
    ).get
    return row or 0


def _best(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> list[int]:
    """Return hits by relevance: those that match as typed before those that match by likeness."""
    low, high = numbers if numbers is not None else (0, 1 << 60)
    low = max(low, _oldest_ranked(connection, expression, numbers))
    where = "WHERE word MATCH ? AND rowid BETWEEN ? AND ?"
    ranked = list(
        connection.execute(
            f"SELECT rowid, bm25(word, {_WEIGHTS}) FROM word {where}",
            (expression.match, low, high),
        )
    )
    as_typed = expression.exact()
    exact = {
        n for (n,) in connection.execute(f"SELECT rowid FROM word {where}", (as_typed, low, high))
    } if as_typed is not None else set()  # fmt: skip
    ranked.sort(key=lambda row: (row[0] not in exact, row[1], -row[0]))
    return [number for number, _ in ranked]
