"""Facets: folded away and out, every field, and values joined by AND or by OR."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.window.conftest import settle, shown

from zhylnama.archive.model import Facet, FacetField, FacetValue, Filters
from zhylnama.window.facet_group import FacetTitle
from zhylnama.window.facet_row import FacetRow
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link


def click(qtbot: QtBot, window: MainWindow, widget: QWidget | None) -> None:
    assert widget is not None
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def pick(qtbot: QtBot, window: MainWindow, field: FacetField, key: str) -> None:
    click(qtbot, window, window.search.facets.row(field, key))


def switch(window: MainWindow, words: str) -> Link:
    return next(each for each in shown(window.search.facets, Link) if each.words == words)


def test_the_facets_in_their_order(window: MainWindow) -> None:
    titles = [title.text() for title in shown(window.search.facets, FacetTitle)]
    assert titles == [
        "Kind", "Place", "Region", "Year", "Month", "Law", "People", "Organisations", "Sources",
    ]  # fmt: skip


def test_a_facet_folds_away_and_out(qtbot: QtBot, window: MainWindow) -> None:
    facets = window.search.facets
    assert facets.row("month", "2021-12") is None
    click(qtbot, window, facets.title("month"))
    assert facets.row("month", "2021-12") is not None
    title = facets.title("month")
    assert title is not None
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    QTest.keyClick(title, Qt.Key.Key_Space)
    settle(qtbot, window)
    again = facets.title("month")
    assert again is not None
    assert again.folded
    assert again.hasFocus()
    assert facets.row("month", "2021-12") is None


def test_two_places_mean_either(qtbot: QtBot, window: MainWindow) -> None:
    pick(qtbot, window, "place", "almaty")
    assert window.bar.field.counted == "2 events"
    # The other places stay, to be added.
    pick(qtbot, window, "place", "oral")
    assert window.bar.field.counted == "3 events"
    assert [chip.words for chip in window.bar.chip_buttons()] == ["place: Almaty", "place: Oral"]
    click(qtbot, window, switch(window, "any of them"))
    assert window.bar.field.counted == "0 events"
    click(qtbot, window, switch(window, "all of them"))
    assert window.bar.field.counted == "3 events"


def test_two_kinds_mean_both_until_switched(qtbot: QtBot, window: MainWindow) -> None:
    pick(qtbot, window, "kind", "detention")
    kinds = [row.key for row in shown(window.search.facets, FacetRow) if row.field == "kind"]
    assert sorted(kinds) == ["administrative-arrest", "detention"]
    click(qtbot, window, switch(window, "or others"))
    pick(qtbot, window, "kind", "fine")
    assert window.bar.field.counted == "2 events"
    click(qtbot, window, switch(window, "any of them"))
    assert window.bar.field.counted == "0 events"


def test_every_field_narrows(qtbot: QtBot, window: MainWindow) -> None:
    for field in ("region", "year", "organisation", "source", "person", "law"):
        title = window.search.facets.title(field)
        assert title is not None, field
        if title.folded:
            click(qtbot, window, title)
        row = next(r for r in shown(window.search.facets, FacetRow) if r.field == field)
        click(qtbot, window, row)
        assert window.here.filters.chosen == ((field, row.key),)
        assert window.bar.field.counted not in ("96 events", "0 events"), field
        (chip,) = window.bar.chip_buttons()
        click(qtbot, window, chip)
        assert window.bar.field.counted == "96 events"


def _places(*counts: tuple[str, int]) -> tuple[Facet, ...]:
    values = tuple(FacetValue(key, key.title(), count) for key, count in counts)
    return (Facet("place", values),)


def test_new_counts_are_written_over_the_rows_that_stand_there(window: MainWindow) -> None:
    facets = window.search.facets
    facets.show_facets(_places(("almaty", 5), ("oral", 2)), Filters())
    first = facets.row("place", "almaty")
    assert first is not None
    first.setFocus()
    facets.show_facets(_places(("oral", 7), ("almaty", 1), ("aktau", 1)), Filters())
    assert facets.row("place", "oral") is first
    # The keyboard stays with the value, not with the line.
    almaty = facets.row("place", "almaty")
    assert almaty is not None
    assert window.focusWidget() is almaty
    facets.show_facets(_places(("oral", 7)), Filters())
    assert facets.row("place", "almaty") is None
    assert window.focusWidget() is facets.title("place")


def test_a_row_that_changes_under_the_mouse_chooses_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    facets = window.search.facets
    facets.show_facets(_places(("almaty", 5), ("oral", 2)), Filters())
    row = facets.row("place", "almaty")
    assert row is not None
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    facets.show_facets(_places(("oral", 7), ("almaty", 1)), Filters())
    with qtbot.assertNotEmitted(facets.toggled):
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(facets.toggled) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told.args == ["place", "oral"]


def test_the_mouse_and_the_keyboard_are_told_all_of_a_value(window: MainWindow) -> None:
    row = window.search.facets.row("law", "AOC 488")
    assert row is not None
    row.setFocus()
    assert "Code" in row.toolTip()
