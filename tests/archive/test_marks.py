"""The marks of an event: what its fields find."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.records import event, targeted

from zhylnama.archive.marks import event_marks, host_of, hosts_of, law_marks, mark
from zhylnama.record.event import Event, LawReference, Source


def marks_of(one: Event) -> list[str]:
    """Return the marks of an event that is nowhere."""
    return event_marks(one, None, (), hosts_of(one)).split(" ")


def days(one: Event) -> list[str]:
    """Return the days under which an event is found."""
    start = mark("day", "")
    return sorted(m.removeprefix(start) for m in marks_of(one) if m.startswith(start))


def months(one: Event) -> list[str]:
    """Return the months under which an event is found."""
    start = mark("month", "")
    return sorted(m.removeprefix(start) for m in marks_of(one) if m.startswith(start))


def test_a_day_is_found_by_its_day_month_and_year() -> None:
    one = event(date=dt.date(2021, 12, 5))
    assert (days(one), months(one)) == (["20211205"], ["202112"])
    assert mark("year", "2021") in marks_of(one)


def test_a_range_is_found_by_each_of_its_days() -> None:
    one = event(date=dt.date(2021, 12, 30), until=dt.date(2022, 1, 2))
    assert days(one) == ["20211230", "20211231", "20220101", "20220102"]
    assert months(one) == ["202112", "202201"]
    assert {mark("year", "2021"), mark("year", "2022")} <= set(marks_of(one))


def test_a_month_is_no_day_and_a_year_no_month() -> None:
    month = event(date=dt.date(2021, 12, 1), precision="month")
    assert (days(month), months(month)) == ([], ["202112"])
    year = event(date=dt.date(2021, 1, 1), precision="year")
    assert (days(year), months(year)) == ([], [])
    assert not days(event(date=None))


def test_every_mark_comes_once() -> None:
    law = [LawReference(code="AOC", article="488", part=part) for part in ("6", "7")]
    people = [targeted("a"), targeted("b"), targeted("a")]
    sources = [Source(url="https://x.org/1"), Source(url="https://y.org/2"), Source(url=None)]
    marks = marks_of(event(law=law, people=people, sources=sources, kinds=["arrest", "arrest"]))
    assert len(marks) == len(set(marks))
    assert {
        mark("person", "b"),
        mark("source", "y", "org"),
        mark("law", "AOC", "a", "488", "p", "7"),
    } <= set(marks)


def test_an_endless_range_does_not_fill_the_index() -> None:
    assert len(marks_of(event(date=dt.date.min, until=dt.date.max))) < 1_500


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://rus.azattyq.org/a/1.html", "rus.azattyq.org"),
        ("http://www.adilsoz.kz/news", "adilsoz.kz"),
        ("https://user:secret@WWW.Site.kz:8080/x", "site.kz"),
        ("https://[::1", "["),
        ("https://", ""),
        ("nothing", ""),
    ],
)
def test_the_host_of_a_source(url: str, host: str) -> None:
    assert host_of(url) == host


def test_an_article_is_found_with_and_without_its_code_and_parts() -> None:
    found = law_marks("CC", "405", "1/2")
    for values in (("cc",), ("cc", "a", "405"), ("a", "405"), ("a", "405", "p", "1"),
                   ("cc", "a", "405", "p", "2"), ("cc", "a", "405", "p", "1/2")):  # fmt: skip
        assert mark("law", *values) in found
    assert mark("law", "aoc", "a", "405") not in found
    assert mark("law", "a", "405", "p", "3") not in found


def test_a_mark_is_one_word_whatever_it_marks() -> None:
    for value in ("a b", "a-b", "“quoted”", "ё", "a\ue000b", "№ 7"):
        token = mark("person", value)
        assert all(c.isalnum() or "\ue000" <= c <= "\uf8ff" for c in token)
