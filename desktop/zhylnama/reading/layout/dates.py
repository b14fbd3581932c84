"""Dates as reports write them: the day a paragraph opens with, ranges, the title's period.

English, Russian and Kazakh months. A day without a year takes the one that brings it nearest to
the report's period; what does not exist (February 30) is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import msgspec

from zhylnama.reading.patterns import compile_lowered, lowered
from zhylnama.record.event import Precision

_MONTHS: Final = (
    "january|jan|января|январь|январе|янв|қаңтар",
    "february|feb|февраля|февраль|феврале|фев|ақпан",
    "march|mar|марта|март|марте|наурыз",
    "april|apr|апреля|апрель|апреле|апр|сәуір",
    "may|мая|май|мае|мамыр",
    "june|jun|июня|июнь|июне|маусым",
    "july|jul|июля|июль|июле|шілде",
    "august|aug|августа|август|августе|авг|тамыз",
    "september|sept|sep|сентября|сентябрь|сентябре|сент|сен|қыркүйек",
    "october|oct|октября|октябрь|октябре|окт|қазан",
    "november|nov|ноября|ноябрь|ноябре|ноя|қараша",
    "december|dec|декабря|декабрь|декабре|дек|желтоқсан",
)
_MONTH_OF: Final = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")
}
_MONTH = "(?:" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[0-9])(?:\s?(?:st|nd|rd|th|-?е|-?го)(?![^\W\d_]))?(?!\d)"
_YEAR = r"(?:,?\s*(?:of\s+)?(?P<%sy>(?:19|20)\d\d)(?!\d)(?:\s*(?:года|году|год|г\.|жылғы|жылы))?)?"


def _day(name: str, *, year: bool = True) -> str:
    """Return the pattern of one day, its groups prefixed with `name`."""
    tail = _YEAR % name if year else ""
    written = (
        rf"(?P<{name}m>{_MONTH})\s*(?P<{name}d>{_DAY}){tail}",
        rf"(?P<{name}D>{_DAY})\s*(?:of\s+)?(?P<{name}M>{_MONTH}){tail.replace('y>', 'Y>')}",
        rf"(?P<{name}nd>\d{{1,2}})[./](?P<{name}nm>\d{{1,2}})[./](?P<{name}ny>(?:19|20)\d\d)(?!\d)",
        rf"(?P<{name}iy>(?:19|20)\d\d)-(?P<{name}im>\d\d)-(?P<{name}id>\d\d)(?!\d)",
    )
    return "(?:" + "|".join(written) + ")"


_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|"
    r"(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье),?\s+)?"
)
_TO = r"\s*(?:[-–—−]|to|till|until|through|and|по|до|и)\s*"
# What may stand before the day: the sign or the number of a list.
BULLET: Final = r"(?:[^\w\s\[\](){}<>«»“”„\"'’‘.,;:#№%&+/\\]\ufe0f?\s*){1,3}"
_LEAD = (
    rf"\s*(?:{BULLET})?(?:\d{{1,3}}(?:[.)]\s|\)|\ufe0f?\u20e3)\s*(?=[^\W\d]|\d{{1,2}}\s+[^\W\d]|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)))?"
    r"(?:(?:on|during|between|from|с|со|во|в)\s+)?(?:the\s+)?" + _WEEKDAY
)
_RANGE_BOTH = compile_lowered(_LEAD + _day("a") + _TO + r"(?:the\s+)?" + _day("b"))
_RANGE_DAYS_FIRST = compile_lowered(
    _LEAD + rf"(?P<from>{_DAY}){_TO}(?P<to>{_DAY})\s*(?:of\s+)?(?P<m>{_MONTH})" + _YEAR % ""
)
_RANGE_MONTH_FIRST = compile_lowered(
    _LEAD + rf"(?P<m>{_MONTH})\s*(?P<from>{_DAY}){_TO}(?P<to>{_DAY})" + _YEAR % ""
)
_SINGLE = compile_lowered(_LEAD + _day("a"))
_PLACE_FIRST = compile_lowered(
    r"\s*(?:in|в)\s+[^,.;:\d]{2,40}(?:,[^,.;:\d]{2,40})?,?\s+(?:on\s+)?" + _WEEKDAY + _day("a")
)
# `Almaty, December 1, The …`: a place in capitals, and the day between commas.
_BARE_PLACE: Final = (
    r"(?:г\.\s*)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d]*(?:[ ’'.-]{1,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d]*){0,3}"
    r"(?: (?:region|oblast|city|district|village|област[ьи]|район|облысы|ауданы|қаласы))?"
)
_BARE_PLACE_FIRST = re.compile(
    rf"\s*{_BARE_PLACE}(?:, {_BARE_PLACE})?(?:,| [–—-])\s+(?=(?:[Oo]n\s+)?\w)"
)
# A line with nothing but a date and a place; its paragraph stands below.
_ONLY_PLACE = re.compile(rf"[\s,–—-]*{_BARE_PLACE}(?:,\s*{_BARE_PLACE}){{0,2}}\s*:?\s*$")
_BARE_DAY = compile_lowered(r"(?:on\s+)?" + _day("a") + r"(?=\s*[,:–—])")
_GOES_ON = compile_lowered(_TO)
_MONTH_ONLY = compile_lowered(
    r"\s*(?:(?:in|during|since|в|во)\s+)?(?:(?:early|mid|late|начале|середине|конце)[\s-]+)?"
    rf"(?P<m>{_MONTH})" + _YEAR % "" + r"\s*(?=[,:])")  # fmt: skip
_QUICK = compile_lowered(r"\D{0,65}\d|\s*(?:\w+\s+){0,3}" + _MONTH)
# What must follow the date for it to open a paragraph.
_AFTER = re.compile(r"\s*(?:[,:;.–—-]|$|\s(?=\S))")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: the year may be missing."""

    month: int
    day: int
    year: int | None = None

    def on(self, year: int) -> dt.date | None:
        """Return the day in a year, None where it does not exist there."""
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Opening:
    """The date a paragraph opens with, and where the text after it begins.

    `after_place`: the place stands before it, `In Almaty, on July 22, …`.
    """

    first: Day
    last: Day | None
    precision: Precision
    end: int
    after_place: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The days a report covers; `sure` is False where the year was not in its title."""

    first: dt.date
    last: dt.date
    sure: bool = True

    @property
    def label(self) -> str:
        """Return the period as records name it: `2021-12`, or `2021-11/2021-12`."""
        first, last = f"{self.first:%Y-%m}", f"{self.last:%Y-%m}"
        return first if first == last else f"{first}/{last}"


class Dated(msgspec.Struct, frozen=True):
    """A date found out: what the record says, and what is not sure about it."""

    date: dt.date | None
    until: dt.date | None
    precision: Precision
    doubts: tuple[str, ...]


def read_opening(text: str) -> Opening | None:
    """Return the date that a text begins with, or None."""
    return _opening(text[:90])


def is_dateline(line: str) -> bool:
    """Whether a line says only when and where: `28 April 2021, Shu, Zhambyl region`."""
    if len(line) > _LONGEST_DATELINE:
        return False
    opening = read_opening(line)
    return opening is not None and _ONLY_PLACE.match(line, opening.end) is not None


_LONGEST_DATELINE: Final = 90


# A paragraph is asked several times, in both passes over a report of a month.
@lru_cache(maxsize=4_096)
def _opening(text: str) -> Opening | None:
    head = lowered(text)
    if not _QUICK.match(head):
        return None
    single = _SINGLE.match(head)
    # A range is looked for where the day goes on, or where none stands at all.
    if single is None or _GOES_ON.match(head, single.end()):
        for pattern in (_RANGE_BOTH, _RANGE_DAYS_FIRST, _RANGE_MONTH_FIRST):
            if (match := pattern.match(head)) and _AFTER.match(head, match.end()):
                first, last = _range(match)
                return Opening(first, last, "day", match.end())
    if single is not None and _AFTER.match(head, single.end()):
        return Opening(_single(single, "a"), None, "day", single.end())
    if (match := _PLACE_FIRST.match(head)) and _AFTER.match(head, match.end()):
        return Opening(_single(match, "a"), None, "day", match.end(), after_place=True)
    if (bare := _BARE_PLACE_FIRST.match(text)) and (match := _BARE_DAY.match(head, bare.end())):
        return Opening(_single(match, "a"), None, "day", match.end(), after_place=True)
    if match := _MONTH_ONLY.match(head):
        year = match["y"]
        month = _month(match["m"])
        return Opening(Day(month, 1, int(year) if year else None), None, "month", match.end())
    return None


def _range(match: re.Match[str]) -> tuple[Day, Day]:
    groups = match.groupdict()
    if "m" in groups:
        year = int(groups["y"]) if groups["y"] else None
        month = _month(groups["m"])
        return Day(month, _number(groups["from"]), year), Day(month, _number(groups["to"]), year)
    return _single(match, "a"), _single(match, "b")


def _single(match: re.Match[str], name: str) -> Day:
    of = match.groupdict().get
    month = of(name + "m") or of(name + "M")
    year = of(name + "y") or of(name + "Y") or of(name + "ny") or of(name + "iy")
    day = of(name + "d") or of(name + "D") or of(name + "nd") or of(name + "id")
    number = _month(month) if month else int(of(name + "nm") or of(name + "im") or 0)
    return Day(number, _number(day or "0"), int(year) if year else None)


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _month(name: str) -> int:
    return _MONTH_OF[name.rstrip(".").casefold()]


def resolve(opening: Opening, period: Period | None) -> Dated:
    """Return the dates that an opening means in a report of this period."""
    doubts: list[str] = []
    first = _nearest(opening.first, period)
    last = _nearest(opening.last, period) if opening.last is not None else None
    if first is None:
        missing = period is None and opening.first.year is None
        why = "the year is not known" if missing else "the day does not exist"
        return Dated(None, None, "day", (f"date: {why}",))
    if opening.last is not None and last is None:
        doubts.append("until: the day does not exist")
    if last is not None and last < first:
        earlier = opening.first.on(last.year - 1) if opening.first.year is None else None
        if earlier is not None and earlier.month > last.month:
            first = earlier
        else:
            doubts.append("until: the last day lies before the first")
            last = None
    if period is not None:
        ends = last or (first if opening.precision == "day" else period.last)
        if (first < period.first and opening.precision == "day") or ends > period.last:
            doubts.append(f"date: outside the report’s period {period.first} to {period.last}")
        if not period.sure and opening.first.year is None:
            doubts.append(f"date: the year {first.year} is not in the report’s title")
    return Dated(first, None if last == first else last, opening.precision, tuple(doubts))


def _nearest(day: Day, period: Period | None) -> dt.date | None:
    if day.year is not None:
        return day.on(day.year)
    if period is None:
        return None
    years = range(period.first.year - 1, period.last.year + 2)
    there = [date for year in years if (date := day.on(year)) is not None]
    return min(there, key=lambda date: _distance(date, period), default=None)


def _distance(date: dt.date, period: Period) -> int:
    if date < period.first:
        return (period.first - date).days
    return max(0, (date - period.last).days)


# -- The title ---------------------------------------------------------------------------------

_PERIOD_DAYS = compile_lowered(
    rf"(?P<from>{_DAY}){_TO}(?P<to>{_DAY})\s*(?:of\s+)?(?P<m>{_MONTH})" + _YEAR % ""
)
_PERIOD_MONTH_DAYS = compile_lowered(
    rf"(?P<m>{_MONTH})\s*(?P<from>{_DAY}){_TO}(?P<to>{_DAY})" + _YEAR % ""
)
# `from 1 to November 30, 2024`: the month is told once, at the end.
_PERIOD_MONTH_LAST = compile_lowered(
    rf"(?P<from>{_DAY}){_TO}(?P<m>{_MONTH})\s*(?P<to>{_DAY})" + _YEAR % ""
)
_PERIOD_BOTH = compile_lowered(_day("a") + _TO + _day("b"))
_PERIOD_MONTHS = compile_lowered(
    rf"(?<![^\W\d_])(?P<m>{_MONTH})(?:{_TO}(?P<n>{_MONTH}))?,?\s*(?P<y>(?:19|20)\d\d)(?!\d)"
)
_PERIOD_YEAR_FIRST = compile_lowered(
    rf"(?<!\d)(?P<y>(?:19|20)\d\d)\s*(?:жыл\w*|года?)?,?\s*(?P<m>{_MONTH})(?!\s*\d)"
)
_PERIOD_DIGITS = re.compile(
    r"(?<![\d.])(?:(?P<from>\d{1,2})\.?\s*[-–—]\s*(?P<to>\d{1,2})\.)?(?P<m>0[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d.-])(?P<Y>(?:19|20)\d\d)[-.](?P<M>0[1-9]|1[0-2])(?![\d.-])"
)
_YEAR_ALONE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@lru_cache(maxsize=256)
def read_period(title: str, year: int | None = None) -> Period | None:
    """Return the period that a title names; `year` stands in where it names none."""
    title = lowered(" ".join(title.split()))
    sure = True
    named = _YEAR_ALONE.search(title)
    if named is None:
        if year is None:
            return None
        sure = False
    for pattern in (_PERIOD_BOTH, _PERIOD_DAYS, _PERIOD_MONTH_DAYS, _PERIOD_MONTH_LAST):
        if match := pattern.search(title):
            first, last = _range(match)
            in_year = last.year or (int(named[1]) if named else year) or 0
            end = last.on(in_year) or _last_day(last, in_year)
            start = first.on(in_year)
            if start is not None and end is not None and start > end and first.year is None:
                start = first.on(in_year - 1)
            if start is not None and end is not None and start <= end:
                return Period(start, end, sure)
    if match := _PERIOD_MONTHS.search(title):
        in_year, month = int(match["y"]), _month(match["m"])
        last_month = _month(match["n"]) if match["n"] else month
        if month <= last_month:
            return Period(dt.date(in_year, month, 1), _month_end(in_year, last_month), sure)
    if match := _PERIOD_YEAR_FIRST.search(title):
        return _whole_month(int(match["y"]), _month(match["m"]))
    if match := _PERIOD_DIGITS.search(title):
        return _whole_month(int(match["y"] or match["Y"]), int(match["m"] or match["M"]))
    return None


def _last_day(day: Day, year: int) -> dt.date | None:
    """Return the end of a month that a title makes a day or two too long (`November 31`)."""
    return _month_end(day.year or year, day.month) if 28 < day.day <= 31 else None


def _whole_month(year: int, month: int) -> Period:
    return Period(dt.date(year, month, 1), _month_end(year, month))


def _month_end(year: int, month: int) -> dt.date:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)


def period_of_openings(openings: Counter[int], years: Counter[int]) -> Period | None:
    """Return the month that nearly all events of a report without a title are in; never sure.

    `openings` counts the months of the dates that paragraphs open with, `years` the years of all
    dated days in the text: the one named most often is taken.
    """
    if not years or openings.total() < _FEWEST_DATED:
        return None
    month, count = openings.most_common(1)[0]
    if count * 5 < openings.total() * 4:
        return None
    return replace(_whole_month(years.most_common(1)[0][0], month), sure=False)


_FEWEST_DATED: Final = 3


def names_period_without_year(title: str) -> bool:
    """Whether a title names days of a month but no year."""
    return _YEAR_ALONE.search(title) is None and read_period(title, 2000) is not None


_DAY_BEFORE = compile_lowered(rf"{_MONTH}(?:\s*{_DAY},?\s*|\s+)$")


def years_named(text: str) -> list[int]:
    """Return the years of the dated days in a text."""
    small = lowered(text)
    return [
        int(year[1])
        for year in _YEAR_ALONE.finditer(small)
        if _DAY_BEFORE.search(small, max(0, year.start() - 30), year.start())
    ]
