"""Days that are told together: `с 5 по 7 декабря`, `5-7 December 2021`, `16 и 17 декабря`.

Also two dates in figures with a hyphen between them: `05.12.2021-07.12.2021`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from zhylnama.archive.values import YEARS, month_end, month_named

Spans = list[tuple[dt.date, dt.date]]

_ENDING = (
    r"(?:st|nd|rd|th|-?(?:го|ого|[еоыі]е|е|ші|шы|с?[ыі]нда|с?[ыі]нде|с?[ыі]н[ае]н|с?[ыі]"
    r"|[дт][ае]))?"
)
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<iso>(?:19|20)\d\d-\d\d-\d\d)
    | (?P<figures>\d{{1,2}}[./]\d{{1,2}}(?:[./](?:(?:19|20)\d\d|\d\d))?)(?![\d.])
    | (?P<year>(?:19|20)\d\d)(?!\d)
    | (?P<day>\d{{1,2}}){_ENDING}(?![^\W_])
    | (?P<to>[-–—]|\.\.|(?:по|to|до|till|until|through|дейін)(?!\w))
    | (?P<and>,|&|(?:и|and|және|мен|бен|пен)(?!\w))
    | (?P<from>(?:с|со|from|between|on|в|in|of|the)(?!\w))
    | (?P<of_year>(?:г|год(?:а|у|ы|ов)?|жыл(?:ы|ғы|ғи|дың|да)?|ж|күні|күндері)(?!\w)\.?)
    | (?P<month>[^\W\d_]{{3,}})\.?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_MOST = 31
"""So many days are told together at most, of one year or of each."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What was said of one day or month; `joint` is what stands before it."""

    joint: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None


def read_several(value: str) -> Spans:
    """Return the days of a range or a list of days; empty where the value is neither.

    Of every year where none is named.
    """
    if not 5 <= len(value) <= 80 or (told := _told(value)) is None or len(told) < 2:
        return []
    told = _completed(told)
    if any(one.month is None for one in told) or len({one.day is None for one in told}) > 1:
        return []
    if all(one.year is not None for one in told):
        return _spans(told, 0)
    if any(one.year is not None for one in told):
        return []
    return [span for year in YEARS for span in _spans(told, year)]


def months_in(value: str) -> list[str]:
    """Return the words of a value that must be names of months."""
    return [found["month"] for found in _TOKEN.finditer(value) if found["month"]]


def _told(value: str) -> list[_Told] | None:
    """Return the dates of a text one by one, or None where something else is in it."""
    told = [_Told()]
    value = value.strip(" ,;")
    at = 0
    # Between 5 and 7 is from 5 to 7.
    ranged = value.lower().startswith("between ")
    while at < len(value):
        found = _TOKEN.match(value, at)
        if found is None:
            return None
        at = found.end()
        if found["to"] or found["and"]:
            if _joins_nothing(found, told[-1], value[at:].lstrip()):
                continue
            told.append(_Told("to" if found["to"] or ranged else "and"))
            if told[-2] == _Told(told[-2].joint):
                return None
        elif (more := _with(told[-1], found)) is not None:
            told[-1] = more
        else:
            return None
    return None if told[-1] == _Told(told[-1].joint) else told


def _joins_nothing(found: re.Match[str], before: _Told, after: str) -> bool:
    """Tell whether a sign stands inside one date: `December 5, 2021`, `16-желтоқсан`."""
    if found["and"] == ",":
        return re.match(r"(?:19|20)\d\d(?!\d)", after) is not None
    return found["to"] == "-" and before.month is None and _LETTERS.match(after) is not None


def _with(one: _Told, found: re.Match[str]) -> _Told | None:
    """Return a date with what a piece of text adds to it; None where it says that already."""
    if found["from"] or found["of_year"]:
        return one
    if found["iso"] or found["figures"]:
        return _in_figures(found[0].strip(), one.joint) if one == _Told(one.joint) else None
    if found["month"]:
        month = month_named(found["month"])
        return replace(one, month=month) if one.month is None and month else None
    if found["year"]:
        return replace(one, year=int(found["year"])) if one.year is None else None
    return replace(one, day=int(found["day"])) if one.day is None else None


def _in_figures(text: str, joint: str) -> _Told:
    first, second, *third = map(int, re.split(r"[-./]", text))
    if first > 999:
        return _Told(joint, third[0], second, first)
    year = third[0] if third else None
    return _Told(joint, first, second, year + 2000 if year is not None and year < 100 else year)


def _completed(told: list[_Told]) -> list[_Told]:
    """Return dates each with the month and year that the next names, else the one before."""
    done = list(told)
    for step in (-1, 1):
        places = range(len(done)) if step > 0 else reversed(range(len(done)))
        for at in places:
            if 0 <= at - step < len(done):
                beside, one = done[at - step], done[at]
                month, year = one.month or beside.month, one.year or beside.year
                done[at] = replace(one, month=month, year=year)
    return done


def _spans(told: list[_Told], year: int) -> Spans:
    """Return the days of dates that are whole but for their year; empty where one does not exist.

    A range that would run backwards began in the year before, or goes on into the next.
    """
    spans: Spans = []
    try:
        for one in told:
            first = dt.date(one.year or year, one.month or 1, one.day or 1)
            last = first if one.day else month_end(first)
            if one.joint != "to":
                spans.append((first, last))
                continue
            start = spans[-1][0]
            if first < start and one.year:
                start = start.replace(year=start.year - 1)
            elif first < start:
                last = last.replace(year=last.year + 1)
            spans[-1] = (start, last)
    except ValueError:
        return []
    days = sum((last - first).days + 1 for first, last in spans)
    whole = all(first <= last for first, last in spans)
    return spans if whole and (told[0].year or days <= _MOST) else []
