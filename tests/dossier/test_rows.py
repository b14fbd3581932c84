"""Where pages break: nothing stands lost under a heading or on top of a page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.platypus import Flowable, PageBreak, Spacer

from zhylnama.dossier.rows import Cell, Row, Rows

PAGE = 700.0


def rows(*heights: float, heading: float = 30) -> Rows:
    """Return a heading and rows of these heights."""
    made = [Row((Cell(0, 100, (Spacer(100, height),)),)) for height in heights]
    head = Row((Cell(0, 100, (Spacer(100, heading),)),), keep=True)
    return Rows([head, *made], PAGE)


def heights(part: Flowable) -> list[float]:
    assert isinstance(part, Rows)
    return [row.height() for row in part._rows]


def split(part: Rows, room: float) -> Sequence[Flowable]:
    part.wrap(100, room)
    return part.split(100, room)


def test_what_fits_stays_and_the_rest_begins_a_page() -> None:
    first, between, rest = split(rows(20, 20, 20, 20, 20), 95)
    assert heights(first) == [30, 20, 20, 20]
    assert isinstance(between, PageBreak)
    assert heights(rest) == [20, 20]


@pytest.mark.parametrize("room", [35, 50, 60])
def test_one_short_row_does_not_stay_alone_under_its_heading(room: float) -> None:
    assert split(rows(20, 20, 20), room) == []


def test_one_tall_row_may_stay_under_its_heading() -> None:
    first, _, rest = split(rows(100, 100, 100), 140)
    assert heights(first) == [30, 100]
    assert heights(rest) == [100, 100]


def test_a_short_last_row_takes_one_with_it() -> None:
    first, _, rest = split(rows(20, 20, 20, 20), 95)
    assert heights(first) == [30, 20, 20]
    assert heights(rest) == [20, 20]


def test_a_tall_last_row_stands_alone_rather_than_leave_a_hole() -> None:
    first, _, rest = split(rows(100, 100, 100, 100), 340)
    assert heights(first) == [30, 100, 100, 100]
    assert heights(rest) == [100]


def test_on_an_empty_page_something_always_stays() -> None:
    first, _, rest = split(rows(20, PAGE), PAGE)
    assert heights(first) == [30, 20]
    assert heights(rest) == [PAGE]
