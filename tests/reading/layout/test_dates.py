"""Every way in which a report dates a paragraph, and itself."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.layout.dates import Period, read_opening, read_period, resolve

DECEMBER = Period(dt.date(2021, 12, 1), dt.date(2021, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On December 1, in Aktau, …", "2021-12-01", None),
        ("December 14, Almaty, …", "2021-12-14", None),
        ("14 December, Monitoring …", "2021-12-14", None),
        ("On December 15 in Almaty", "2021-12-15", None),
        ("On the 5th of December, in Almaty", "2021-12-05", None),
        ("On December 9 the court", "2021-12-09", None),
        ("9 декабря городской суд", "2021-12-09", None),
        ("On Monday, December 6, in Almaty", "2021-12-06", None),
        ("On December 2-3, the European Union", "2021-12-02", "2021-12-03"),
        ("December 2 and 3, Almaty", "2021-12-02", "2021-12-03"),
        ("Between 2 and 5 December, in Almaty", "2021-12-02", "2021-12-05"),
        ("From December 2 to December 5, in Almaty", "2021-12-02", "2021-12-05"),
        ("December 7, 2021, Almaty", "2021-12-07", None),
        ("07.12.2021, Almaty", "2021-12-07", None),
        ("1 декабря, Алматы", "2021-12-01", None),
        ("1 декабря 2021 года в Алматы", "2021-12-01", None),
        ("2-3 декабря, Брюссель", "2021-12-02", "2021-12-03"),
        ("С 2 по 5 декабря, Алматы", "2021-12-02", "2021-12-05"),
        ("5 желтоқсан, Алматы", "2021-12-05", None),
    ],
)
def test_openings(text: str, first: str, last: str | None) -> None:
    opening = read_opening(text)
    assert opening is not None
    dated = resolve(opening, DECEMBER)
    assert (dated.date, dated.until) == (day(first), day(last) if last else None)
    assert not dated.doubts


@pytest.mark.parametrize(
    "sign", ["▪️ ", "• ", "— ", "- ", "* ", "1) ", "12. ", "🔴 ", "✅", "3️⃣ ", "➡️ 4) "]
)
@pytest.mark.parametrize("date", ["14 декабря, Алматы", "December 14, Almaty", "14.12.2021, Taraz"])
def test_a_sign_of_a_list_may_stand_before_the_day(sign: str, date: str) -> None:
    opening = read_opening(sign + date)
    assert opening is not None
    assert resolve(opening, DECEMBER).date == day("2021-12-14")
    assert (sign + date)[opening.end] == ","


@pytest.mark.parametrize("text", ["2. 5 people met", "1.5 June", "«1 июня» вышла газета"])
def test_figures_of_another_kind_are_no_opening(text: str) -> None:
    assert read_opening(text) is None


@pytest.mark.parametrize("text", ["Mayor of Almaty said", "Decembrists met", "12 people met", ""])
def test_no_opening(text: str) -> None:
    assert read_opening(text) is None


def test_a_range_over_the_new_year_takes_its_years_from_the_report() -> None:
    opening = read_opening("From July 30 to April 3, Atyrau, a strike")
    assert opening is not None
    april = Period(dt.date(2022, 4, 1), dt.date(2022, 4, 30))
    dated = resolve(opening, april)
    assert (dated.date, dated.until) == (day("2021-07-30"), day("2022-04-03"))
    assert any("outside the report’s period" in doubt for doubt in dated.doubts)


def test_a_day_outside_the_period_is_dated_by_the_nearest_year_and_flagged() -> None:
    opening = read_opening("On January 2, in Almaty")
    assert opening is not None
    dated = resolve(opening, DECEMBER)
    assert dated.date == day("2022-01-02")
    assert dated.doubts


def test_a_day_that_does_not_exist_is_no_date() -> None:
    opening = read_opening("On February 30, in Almaty")
    assert opening is not None
    dated = resolve(opening, DECEMBER)
    assert dated.date is None
    assert dated.doubts == ("date: the day does not exist",)


def test_a_month_alone_says_so() -> None:
    opening = read_opening("In December, Almaty, a list")
    assert opening is not None
    assert resolve(opening, DECEMBER).precision == "month"


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("FROM DECEMBER 1 TO DECEMBER 31, 2021", "2021-12-01", "2021-12-31"),
        ("FROM October 1 to OCTOBER 31, 2022", "2022-10-01", "2022-10-31"),
        ("Report for February 2024", "2024-02-01", "2024-02-29"),
        ("from November 1, 2021 to January 31, 2022", "2021-11-01", "2022-01-31"),
        ("from December 15 to January 15, 2022", "2021-12-15", "2022-01-15"),
        ("за декабрь 2021 года", "2021-12-01", "2021-12-31"),
        ("С 1 ПО 31 ДЕКАБРЯ 2021 ГОДА", "2021-12-01", "2021-12-31"),
    ],
)
def test_periods(title: str, first: str, last: str) -> None:
    period = read_period(title)
    assert period is not None
    assert (period.first, period.last) == (day(first), day(last))


@given(st.text(max_size=60), st.integers(1, 12), st.integers(0, 40))
def test_no_text_raises(text: str, month: int, number: int) -> None:
    for opening in (read_opening(text), read_opening(f"{number}.{month:02}.2021, {text}")):
        if opening is not None:
            resolve(opening, DECEMBER)
    read_period(text)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("MONITORING FROM 1 TO NOVEMBER 30, 2024", "2024-11-01", "2024-11-30"),
        ("Monitoring of persecution 1 to April 30, 2024", "2024-04-01", "2024-04-30"),
        ("Monitoring from November 1 to November 31, 2024", "2024-11-01", "2024-11-30"),
        ("Мониторинг за 01–30.11.2024", "2024-11-01", "2024-11-30"),
        ("2024 жылғы қараша", "2024-11-01", "2024-11-30"),
        ("report 2024-11", "2024-11-01", "2024-11-30"),
        ("JANUARY 1-31, 2025", "2025-01-01", "2025-01-31"),
    ],
)
def test_titles_as_they_are_printed(title: str, first: str, last: str) -> None:
    period = read_period(title)
    assert period is not None
    assert (str(period.first), str(period.last)) == (first, last)
