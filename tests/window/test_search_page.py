"""Searching: what is typed is found, narrowed by strip and facets, and widened again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.window.conftest import Opener, colours_in, seen, settle, type_in

from zhylnama.window.main import MainWindow
from zhylnama.window.text import tip


def found(window: MainWindow) -> list[str]:
    results = window.search.list.results
    hits = [results.hit(row) for row in range(results.rowCount())]
    return [hit.event.id for hit in hits if hit is not None]


def drag(window: MainWindow, first: dt.date, last: dt.date) -> None:
    strip = window.search.strip
    middle = strip.height() // 2
    left, right = int(strip.x_of(first)) + 4, int(strip.x_of(last)) + 4
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(left, middle))
    for x in (left + 5, (left + right) // 2, right):
        QTest.mouseMove(strip, QPoint(x, middle))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(right, middle))


def test_everything_is_shown_at_first(window: MainWindow) -> None:
    assert window.bar.field.counted == "96 events"
    assert found(window)[0] == "2021-12-24.1"
    assert "Workers of an oil company" in seen(window.search.pane)


def test_typing_finds_and_marks(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    assert window.bar.field.counted == "3 events"
    assert found(window) == ["2021-12-20.1", "2021-12-10.1", "2021-12-03.1"]
    window.search.list.choose(2)
    assert window.search.pane.account.marked == ["Mamay"]
    assert window.look.colours["hit"] in colours_in(window.search.pane.account)


def test_a_row_of_a_long_account_shows_its_first_hit(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    assert window.look.colours["hit"] in colours_in(window.search.list.viewport())


def test_nothing_found_says_so(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "zzqqxx")
    assert window.bar.field.counted == "0 events"
    assert "Nothing was found for “zzqqxx”." in seen(window.search.nothing)
    assert "No event is open." in seen(window.search.pane)


@pytest.mark.parametrize("query", ['"', "law:(", "AND OR NOT", "<b>", "a" * 3000, "%s {0}", "((("])
def test_no_query_breaks(qtbot: QtBot, window: MainWindow, query: str) -> None:
    type_in(qtbot, window, query)
    assert window.bar.field.counted.endswith(("event", "events"))
    assert window.notice.said == ""


def test_dragging_over_the_strip_narrows(qtbot: QtBot, window: MainWindow) -> None:
    drag(window, dt.date(2021, 12, 10), dt.date(2021, 12, 12))
    settle(qtbot, window)
    assert found(window) == ["2021-12-12.1", "2021-12-10.1"]
    assert [chip.words for chip in window.bar.chip_buttons()] == ["date: 10–12 December 2021"]
    # Outside the selection the bars stay, faded.
    timeline = window.search.strip._timeline
    assert timeline is not None
    assert sum(bar.total for bar in timeline.bars) == 95


def test_an_edge_of_the_selection_moves(qtbot: QtBot, window: MainWindow) -> None:
    drag(window, dt.date(2021, 12, 10), dt.date(2021, 12, 12))
    settle(qtbot, window)
    strip = window.search.strip
    edge = QPoint(int(strip.x_of(dt.date(2021, 12, 13))), 20)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=edge)
    there = QPoint(int(strip.x_of(dt.date(2021, 12, 20))) + 5, 20)
    QTest.mouseMove(strip, there)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=there)
    settle(qtbot, window)
    assert window.here.filters.dates == (dt.date(2021, 12, 10), dt.date(2021, 12, 20))


def test_a_double_click_on_the_strip_takes_the_dates_away(qtbot: QtBot, window: MainWindow) -> None:
    drag(window, dt.date(2021, 12, 10), dt.date(2021, 12, 12))
    settle(qtbot, window)
    QTest.mouseDClick(window.search.strip, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    settle(qtbot, window)
    assert not any(window.here.filters.dates)
    assert window.bar.field.counted == "96 events"


def test_the_strip_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    strip = window.search.strip
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert "3 events" in strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.here.filters.dates == (dt.date(2021, 11, 1), dt.date(2021, 11, 2))
    assert window.bar.field.counted == "6 events"
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert not any(window.here.filters.dates)


def test_the_tooltip_of_a_bar_names_its_groups(window: MainWindow) -> None:
    strip = window.search.strip
    assert strip._timeline is not None
    bar = next(bar for bar in strip._timeline.bars if bar.start == dt.date(2021, 12, 10))
    assert strip.bar_words(bar) == "10 December 2021: 1 event · Arrest, detention 1"


def test_a_facet_narrows_and_its_chip_widens(qtbot: QtBot, window: MainWindow) -> None:
    row = window.search.facets.row("place", "almaty")
    assert row is not None
    assert row.words == "Almaty"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert found(window) == ["2021-12-10.1", "2021-12-03.1"]
    chosen = window.search.facets.row("place", "almaty")
    assert chosen is not None
    assert chosen.isChecked()
    (chip,) = window.bar.chip_buttons()
    assert chip.words == "place: Almaty"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.counted == "96 events"
    assert window.bar.chip_buttons() == []


def test_a_facet_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    row = window.search.facets.row("kind", "publication")
    assert row is not None
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    QTest.keyClick(row, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.bar.field.counted == "90 events"
    again = window.search.facets.row("kind", "publication")
    assert again is not None
    assert again.hasFocus()


def test_no_more_rows_are_fetched_than_can_be_seen(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "bulletin")
    assert window.bar.field.counted == "90 events"
    results = window.search.list
    assert len(found(window)) == results.room
    last = results.visualRect(results.results.index(len(found(window)) - 1))
    assert last.top() > results.viewport().height()


def test_scrolling_brings_every_hit(qtbot: QtBot, window: MainWindow) -> None:
    assert len(found(window)) < 96
    for _ in range(5):
        window.search.list.scrollToBottom()
        settle(qtbot, window)
    assert len(found(window)) == len(set(found(window))) == 96


def test_every_page_key_leads_on_to_the_last_event(qtbot: QtBot, window: MainWindow) -> None:
    """Qt's own Page Down looks for ever for a row that is not laid out yet."""
    rows = window.search.list
    rows.setFocus()
    way = [0]
    while way[-1] < 95 and len(way) < 200:
        QTest.keyClick(rows, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: not window.busy)  # more may have been asked for
        way.append(rows.currentIndex().row())
    assert way[-1] == 95
    assert way == sorted(way)
    settle(qtbot, window)
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    QTest.keyClick(rows, Qt.Key.Key_PageUp)
    assert 0 < rows.currentIndex().row() < 95
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert rows.currentIndex().row() == 0


def test_end_goes_to_the_last_of_all_events(qtbot: QtBot, window: MainWindow) -> None:
    rows = window.search.list
    assert rows.results.rowCount() < 96
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: rows.currentIndex().row() == 95)
    settle(qtbot, window)
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    assert "nobody knows when" in seen(window.search.pane)
    QTest.keyClick(rows, Qt.Key.Key_Up)
    settle(qtbot, window)
    assert rows.currentIndex().row() == 94


def test_oldest_first(qtbot: QtBot, window: MainWindow) -> None:
    window.bar.sort.menu().actions()[1].trigger()
    settle(qtbot, window)
    assert found(window)[1].startswith("2021-11-01")
    assert window.bar.sort.text() == "Oldest first"


def test_the_arrows_move_in_the_list_while_one_types(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    window.completing.close()
    QTest.keyClick(window.bar.field, Qt.Key.Key_Down)
    settle(qtbot, window)
    assert "sentenced to 15 days" in seen(window.search.pane)
    QTest.keyClick(window.bar.field, Qt.Key.Key_Up)
    settle(qtbot, window)
    assert "sentenced to 15 days" not in seen(window.search.pane)
    assert window.bar.field.hasFocus()


def test_escape_clears_words_then_filters(qtbot: QtBot, window: MainWindow) -> None:
    drag(window, dt.date(2021, 12, 3), dt.date(2021, 12, 12))
    type_in(qtbot, window, "Мамай")
    # The first one closes the suggestions.
    QTest.keyClick(window.bar.field, Qt.Key.Key_Escape)
    assert window.bar.field.text() == "Мамай"
    QTest.keyClick(window.bar.field, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.bar.field.text() == ""
    assert len(window.bar.chip_buttons()) == 1
    QTest.keyClick(window.bar.field, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.bar.field.counted == "96 events"


def test_fast_typing_shows_only_the_last(qtbot: QtBot, window: MainWindow) -> None:
    window.bar.field.setFocus()
    for letter in "picket":
        QTest.keyClicks(window.bar.field, letter)
    settle(qtbot, window)
    assert found(window) == ["2021-12-12.1"]
    assert window.bar.field.counted == "1 event"


def test_narrowing_in_the_event_adds_a_filter(
    qtbot: QtBot, open_window: Opener, archive_file: Path
) -> None:
    from zhylnama.window.parts import Link

    window = open_window(archive_file)
    type_in(qtbot, window, "obeying")
    link = next(each for each in window.search.pane.findChildren(Link) if "669" in each.words)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert ("law", "AOC 669") in window.here.filters.chosen
    assert found(window) == ["2021-12-03.1"]


def test_a_tooltip_of_archive_text_is_no_markup() -> None:
    assert tip("<b>x</b>") == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"
