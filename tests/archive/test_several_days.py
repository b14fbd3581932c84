"""Days told together are each of them, and what is no such thing is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.archive.dates import date_in
from zhylnama.archive.several_days import read_several
from zhylnama.archive.values import YEARS


def day(text: str) -> dt.date:
    """Return a day written as records have it."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("с 5 по 7 декабря 2021", "2021-12-05", "2021-12-07"),
        ("с 5 декабря по 7 декабря 2021 года", "2021-12-05", "2021-12-07"),
        ("с 28 ноября 2021 по 3 декабря 2021", "2021-11-28", "2021-12-03"),
        ("с 28 декабря по 3 января 2022", "2021-12-28", "2022-01-03"),
        ("December 5-7, 2021", "2021-12-05", "2021-12-07"),
        ("5 to 7 December, 2021", "2021-12-05", "2021-12-07"),
        ("2021 жылғы 5-7 желтоқсан", "2021-12-05", "2021-12-07"),
        ("05.12.21-07.12.21", "2021-12-05", "2021-12-07"),
        ("ноябрь - декабрь 2021", "2021-11-01", "2021-12-31"),
    ],
)
def test_a_range_in_words(typed: str, first: str, last: str) -> None:
    assert read_several(typed) == [(day(first), day(last))]
    assert date_in(typed) == (typed, [(day(first), day(last))])


def test_a_list_has_its_days_and_no_others() -> None:
    days = [day(f"2021-12-{n:02}") for n in (5, 7, 16)]
    assert read_several("5, 7 и 16 декабря 2021") == [(one, one) for one in days]
    assert read_several("5 and 7, 16 December 2021") == [(one, one) for one in days]


def test_without_a_year_it_is_every_year() -> None:
    assert read_several("5-7 декабря") == [
        (dt.date(year, 12, 5), dt.date(year, 12, 7)) for year in YEARS
    ]
    across = read_several("30 декабря - 2 января")
    assert across[0] == (dt.date(YEARS[0], 12, 30), dt.date(YEARS[0] + 1, 1, 2))
    # A leap day is only where there is one.
    assert len(read_several("28-29 февраля")) == sum(year % 4 == 0 for year in YEARS)


@pytest.mark.parametrize(
    "typed",
    ["16 декабря 2021", "5-7", "5-7 лет", "488-11", "30-31 февраля 2021", "5 по декабря", "5, 7",
     "с 1 января по 31 декабря", "декабря и 5", "5-7 декабря 2021 2022", "5-7 декабря января"],
)  # fmt: skip
def test_anything_else_is_no_range(typed: str) -> None:
    assert read_several(typed) == []


@given(
    st.lists(
        st.sampled_from(
            ["с", "5", "07", "по", "-", "и", ",", "декабря", "May", "2021", "16.12", "г."]
        )
        | st.text(max_size=4),
        max_size=9,
    )
)
def test_no_text_raises_and_no_range_runs_backwards(parts: list[str]) -> None:
    assert all(first <= last for first, last in read_several(" ".join(parts)))
