"""The arithmetic of the strip: days and pixels."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from zhylnama.window.axis import Axis, Unit

FIELD = QRectF(16, 0, 1300, 80)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


@given(DAYS, DAYS, DAYS, st.sampled_from(["day", "month"]))
def test_the_middle_of_a_bar_is_its_day(
    one: dt.date, other: dt.date, day: dt.date, unit: Unit
) -> None:
    first, last = min(one, other), max(one, other)
    axis = Axis(unit, first, last)
    day = min(max(day, first), last)
    left, right = axis.span(axis.start_of(day), FIELD)
    assert axis.day_at((left + right) / 2, FIELD) == axis.start_of(day)


@given(DAYS, DAYS, st.sampled_from(["day", "month"]), st.floats(300, 3000))
def test_labels_keep_their_distance(one: dt.date, other: dt.date, unit: Unit, width: float) -> None:
    axis = Axis(unit, min(one, other), max(one, other))
    field = QRectF(0, 0, width, 80)
    places = [axis.span(day, field)[0] for day, _ in axis.ticks(width, 90)]
    assert len(places) <= width / 70 + 2
    assert places == sorted(places)


@pytest.mark.parametrize("unit", ["day", "month"])
def test_an_axis_without_dates(unit: Unit) -> None:
    axis = Axis(unit, None, None)
    assert not axis.known
    assert axis.ticks(500, 90) == []


def test_the_end_of_a_month() -> None:
    axis = Axis("month", dt.date(2020, 1, 5), dt.date(2021, 12, 5))
    assert axis.end_of(dt.date(2020, 2, 1)) == dt.date(2020, 2, 29)
    assert axis.end_of(dt.date(2021, 12, 1)) == dt.date(2021, 12, 31)
    assert axis.step(dt.date(2020, 12, 1), 1) == dt.date(2021, 1, 1)
    assert axis.step(dt.date(2021, 12, 1), 1) == dt.date(2021, 12, 1)


def test_the_year_is_said_where_it_changes() -> None:
    axis = Axis("day", dt.date(2021, 12, 20), dt.date(2022, 1, 12))
    years = [(day.isoformat(), year) for day, year in axis.ticks(1300, 100)]
    assert years[0] == ("2021-12-20", True)
    assert [year for _, year in years].count(True) == 2
