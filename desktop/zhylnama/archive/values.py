"""Values of fields: what `law:488.6` and `date:2021-12..2022-01` mean, as marks of the index."""

from __future__ import annotations

import datetime as dt
import re

from zhylnama.archive.marks import mark

_LAW = re.compile(
    r"^(?:(?P<code>[^\W\d_]+)[ ./-]?)?(?P<article>\d+(?:-\d+)?)?"
    r"(?:[.,/](?P<part>\d+(?:[-/]\d+)?))?$"
)
CODES_IN_SHORT = {"коап": "AOC", "әқбтк": "AOC", "ук": "CC", "қк": "CC", "гк": "CIV", "ак": "CIV"}


def law_mark(value: str) -> str:
    """Return the mark for `488`, `488.6`, `CC-405`, `КоАП 488`; others find nothing."""
    read = _LAW.match(value)
    if read is None or not (read["code"] or read["article"]):
        return mark("nothing")
    code = read["code"]
    head = () if code is None else (CODES_IN_SHORT.get(code.casefold(), code),)
    if read["article"] is None:
        return mark("law", *head)
    tail = () if read["part"] is None else ("p", read["part"])
    return mark("law", *head, "a", read["article"], *tail)


def read_dates(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that a date value means, or None where it is none.

    Understood: a day, month or year (`2021-12-16`, `2021-12`, `2021`), a range with `..`, and
    `>`, `>=`, `<`, `<=`.
    """
    value = value.strip()
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            span = _span(value.removeprefix(sign))
            if span is None:
                return None
            try:
                return {
                    ">=": (span[0], dt.date.max),
                    "<=": (dt.date.min, span[1]),
                    ">": (span[1] + dt.timedelta(1), dt.date.max),
                    "<": (dt.date.min, span[0] - dt.timedelta(1)),
                }[sign]
            except OverflowError:
                return None
    first, dots, last = value.partition("..")
    if not dots:
        return _span(value)
    start = (dt.date.min, dt.date.min) if not first else _span(first)
    end = (dt.date.max, dt.date.max) if not last else _span(last)
    if start is None or end is None or not (first or last):
        return None
    return (start[0], end[1]) if start[0] <= end[1] else (end[0], start[1])


def _span(value: str) -> tuple[dt.date, dt.date] | None:
    read = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value.strip())
    if read is None:
        return None
    year, month, day = (int(part) if part else None for part in read.groups())
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
        if day is not None:
            return first, first
        if month is not None:
            return first, _month_end(first)
        return first, dt.date(year, 12, 31)
    except ValueError:
        return None


def _month_end(day: dt.date) -> dt.date:
    if day.month == 12:
        return dt.date(day.year, 12, 31)
    return dt.date(day.year, day.month + 1, 1) - dt.timedelta(1)


# Kazakhstan's reports lie well inside; a range without an end is cut here.
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)


def date_marks(first: dt.date, last: dt.date) -> list[str]:
    """Return the marks that cover a range: whole years and months where they fit, else days."""
    first, last = max(first, _EARLIEST), min(last, _LATEST)
    marks: list[str] = []
    day = first
    while day <= last:
        if (day.month, day.day) == (1, 1) and dt.date(day.year, 12, 31) <= last:
            marks.append(mark("year", f"{day.year:04}"))
            day = dt.date(day.year + 1, 1, 1)
        elif day.day == 1 and (end := _month_end(day)) <= last:
            marks.append(mark("month", f"{day:%Y%m}"))
            day = end + dt.timedelta(1)
        else:
            marks.append(mark("day", f"{day:%Y%m%d}"))
            day += dt.timedelta(1)
    return marks or [mark("nothing")]
