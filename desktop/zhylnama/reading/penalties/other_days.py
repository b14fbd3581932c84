"""Penalties that have a day or a month of their own, other than their event's."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.layout.dates import Day, read_opening

# `was sentenced to 10 days of arrest …, went on a hunger strike`: the strike is the event.
_ON_DAY: Final = re.compile(
    r"(?:\s+(?:under|по)\s+(?:article|part|стать|ст\.|част|ч\.)(?:(?!\s(?:for|за|at|during|because|after|when|since|из-за)\s)[^;]){0,170}?)?\s+(?P<day>on\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b[^.;]{0,8}|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b)",
    re.I,
)
_PAST_DAY: Final = compile_sought(
    r"\b(?:on\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)),?\s+(?:19|20)\d\d|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s+(?:19|20)\d\d"
)
# `On April 28, he was sentenced`, in an event of May
_DAY_BEFORE: Final = re.compile(
    r"\s*,?\s*(?:on\s+)?(?P<day>(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?=\s)"
)
_SOME_DAY: Final = re.compile(
    r"(?:On\s+)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?=\s|,)",
    re.I,
)
# `about his arrest for 15 days in June`, where the event is of another month
_IN_MONTH: Final = re.compile(
    r"\s+(?:back\s+)?(?:in|в)\s+(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)|январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\b",
    re.I,
)


def is_of_another_day(text: str, begin: int, end: int, opening_end: int, after: str) -> bool:
    """Return whether a penalty has a day or a month of its own, other than its event's."""
    opening = text[:opening_end]
    return (
        _has_day_of_its_own(opening, after)
        or _has_month_of_its_own(opening, after)
        or (begin > opening_end and _is_of_an_earlier_day(opening, text[begin:end]))
    )


def has_earlier_day(opening: str, near: str) -> bool:
    """Return whether the words between a name and its verb name a day before the event's: `on January 11 was sentenced`."""
    match = _DAY_BEFORE.match(near)
    own = read_opening(opening) if match else None
    other = read_opening(match["day"]) if match else None
    if own is None or other is None:
        return False
    return (other.first.month, other.first.day) < (own.first.month, own.first.day)


def is_of_past_day(near: str) -> bool:
    """Return whether words before a penalty name a day and its year: `on 4 February 2021`."""
    return _PAST_DAY.search(near) is not None


def _has_day_of_its_own(opening: str, after: str) -> bool:
    match = _ON_DAY.match(after)
    own = read_opening(opening) if match else None
    other = read_opening(match["day"]) if match else None
    return own is not None and other is not None and other.first != own.first


def _has_month_of_its_own(opening: str, after: str) -> bool:
    """Whether a penalty is of another month than its event: `his arrest for 15 days in June`."""
    match = _IN_MONTH.match(after)
    own = read_opening(opening) if match else None
    other = read_opening(f"1 {match['month']}") if match else None
    return own is not None and other is not None and other.first.month != own.first.month


def _is_earlier_this_year(own: Day, before: str) -> bool:
    """Whether a later sentence begins with an earlier day, and it or its event has no year."""
    match = _SOME_DAY.match(before.lstrip())
    other = read_opening(match[0]) if match else None
    if other is None:
        return False
    return (other.first.month, other.first.day) < (own.month, own.day)


def _is_of_an_earlier_day(opening: str, before: str) -> bool:
    """Whether a later sentence begins with an earlier day and its year: `On 4 February 2021, A was sentenced`."""
    match = _PAST_DAY.match(before.lstrip())
    own = read_opening(opening)
    if match is None:
        return own is not None and _is_earlier_this_year(own.first, before)
    other = read_opening(match[0])
    if other is None or other.first.year is None:
        return False
    if own is None or own.first.year is None:
        return True  # a report that names no years names those of the past
    day, today = other.first, own.first
    return (day.year or 0, day.month, day.day) < (today.year or 0, today.month, today.day)
