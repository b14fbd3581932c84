"""The marks of an event in the full-text index: one token for each fact it can be filtered by.

A token begins with a private-use character, which no text brings in (`names.fold.clean` takes
them out), and has only letters, digits and private-use characters, so that FTS5's unicode61 keeps
it in one piece. Fields can so be combined with words by AND, OR and NOT in one FTS5 expression,
and their newest page costs nothing at any size.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from zhylnama.record.event import Event, Precision

_START = "\ue000"
_GAP = "\ue001"

APART = "\ue002"
"""Stands between two names in the index, so that no phrase begins in one and ends in the other."""

MOST_DAYS = 366
"""A longer range is found by its months, a longer one by its years."""


@lru_cache(maxsize=20_000)
def mark(field: str, *values: str) -> str:
    """Return the token for a value of a field (`kind`, `law`, `place`, `person`, `day` …)."""
    return _START + _GAP.join([field, *(_letters(value) for value in values)])


_OTHER = re.compile(r"[\W_]")


def _letters(value: str) -> str:
    return _OTHER.sub(_GAP, value.casefold())


EVERY_EVENT = mark("event")
"""The token that every event has: what a query of nothing but exclusions starts from."""


@lru_cache(maxsize=10_000)
def law_marks(code: str, article: str, part: str | None) -> tuple[str, ...]:
    """Return the tokens of one article: with and without its code, with and without its part."""
    marks = [mark("law", code)]
    for head in ((code,), ()):
        marks.append(mark("law", *head, "a", article))
        if part is not None:
            # "1/2" is cited for either part of an article.
            for one in sorted({part, *part.split("/")}):
                marks.append(mark("law", *head, "a", article, "p", one))
    return tuple(marks)


@lru_cache(maxsize=10_000)
def host_marks(host: str) -> tuple[str, ...]:
    """Return the tokens of one source's host and of each name in it (`azattyq`, `org`)."""
    if not host:
        return ()
    return (mark("source", host), *(mark("source", label) for label in host.split(".")))


def host_of(url: str) -> str:
    """Return the host of a web address without port and `www.`, as its publisher is known.

    A record's address always has a scheme (`record.event.Source`); nothing else is parsed, so
    that no address can be malformed enough to raise.
    """
    parts = url.split("/", 3)
    return _host(parts[2] if len(parts) > 2 else "")


@lru_cache(maxsize=10_000)
def _host(network: str) -> str:
    return network.rpartition("@")[2].partition(":")[0].casefold().removeprefix("www.")


def hosts_of(event: Event) -> tuple[str, ...]:
    """Return the host of each of an event's sources that has an address, in their order."""
    return tuple([host_of(source.url) for source in event.sources if source.url is not None])


def event_marks(
    event: Event, place_id: str | None, around: tuple[str, ...], hosts: tuple[str, ...]
) -> str:
    """Return every token of an event once, in one line, in an order that the event alone gives.

    `place_id` is its place in the gazetteer, under which facets count it; `around` are that and
    all that lies around it; `hosts` those of its sources (`hosts_of`).
    """
    # Most of it repeats from event to event, and is remembered as a piece of the line.
    line = [_place_line(event.lang, place_id, around, event.place)]
    if event.kinds:
        line.append(_line("kind", tuple(event.kinds)))
    people = event.people
    if len(people) == 1:
        line.append(_person_mark(people[0].person))
        line.append(_line("role", (people[0].role,)))
    elif people:
        line += dict.fromkeys([_person_mark(one.person) for one in people])
        line.append(_line("role", tuple([one.role for one in people])))
    if event.law:
        line.append(_law_line(tuple([(x.code, x.article, x.part) for x in event.law])))
    if event.organisations:
        line.append(_line("organisation", tuple(event.organisations)))
    if hosts:
        line.append(_host_line(hosts))
    if event.date is not None:
        line.append(_date_line(event.date, event.until or event.date, event.precision))
    return " ".join(line)


_PERSON = mark("person", "")


def _person_mark(slug: str) -> str:
    """Return `mark("person", slug)`: most people are met so seldom that none is remembered."""
    return _PERSON + slug.replace("-", _GAP).replace(".", _GAP)


@lru_cache(maxsize=10_000)
def _line(field: str, values: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(mark(field, value) for value in values))


@lru_cache(maxsize=10_000)
def _law_line(articles: tuple[tuple[str, str, str | None], ...]) -> str:
    return " ".join(dict.fromkeys(one for article in articles for one in law_marks(*article)))


@lru_cache(maxsize=10_000)
def _host_line(hosts: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(one for host in hosts for one in host_marks(host)))


@lru_cache(maxsize=10_000)
def _place_line(
    lang: str, place_id: str | None, around: tuple[str, ...], as_written: str | None
) -> str:
    marks = [EVERY_EVENT, mark("lang", lang), *(mark("place", place) for place in around)]
    if place_id is not None:
        marks.append(mark("place", "exactly", place_id))
    if as_written is not None:
        marks.append(mark("place", "as written", as_written))
    return " ".join(dict.fromkeys(marks))


@lru_cache(maxsize=1_000)
def _date_line(first: dt.date, last: dt.date, precision: Precision) -> str:
    """Return the tokens of every day, month and year of an event, as far as its date is known.

    An event of “December” has no day, and is not found as one of December 1. `began` is the month
    under which facets count it.
    """
    years = range(first.year, last.year + 1)
    marks = [mark("year", f"{year:04}") for year in years[:MOST_DAYS]]
    marks.append(mark("began", first.isoformat()[:7]))
    if precision == "year":
        return " ".join(marks)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    marks += [mark("month", f"{m // 12:04}{m % 12 + 1:02}") for m in months[:MOST_DAYS]]
    if precision == "day":
        days = range(first.toordinal(), last.toordinal() + 1)
        marks += [_day_mark(day) for day in days[: MOST_DAYS + 1]]
    return " ".join(marks)


@lru_cache(maxsize=1_000)
def _day_mark(ordinal: int) -> str:
    return mark("day", dt.date.fromordinal(ordinal).isoformat().replace("-", ""))
