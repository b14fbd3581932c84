"""Completion: ways to go on are offered, taken on request, and never in the way of a key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.window.conftest import Opener, settle, type_in

from zhylnama.window.completion_list import CompletionList
from zhylnama.window.main import MainWindow
from zhylnama.window.searches import Searches
from zhylnama.window.state import State


def offered(qtbot: QtBot, window: MainWindow, text: str) -> CompletionList:
    type_in(qtbot, window, text)
    offers = window.completing.list
    qtbot.waitUntil(offers.isVisible)
    return offers


def words(offers: CompletionList) -> list[tuple[str, str, str]]:
    return [(offer.words, offer.detail, offer.tail) for offer in offers.offers]


def test_a_person_is_offered_and_taken_with_enter(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "Мам")
    assert words(offers)[0] == ("Mamay Zhanbolat", "leader, Democratic Party", "2 events")
    assert offers.marked is None
    QTest.keyClick(window.bar.field, Qt.Key.Key_Down)
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.bar.field.text() == "person:mamay-zhanbolat "
    assert window.bar.field.counted == "2 events"
    assert window.bar.field.hasFocus()


def test_a_click_takes_it(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "picket pla")
    at = offers.visualRect(offers.model().index(0, 0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.bar.field.text() == "picket place:"
    assert window.bar.field.hasFocus()


def test_a_field_offers_its_values(qtbot: QtBot, window: MainWindow) -> None:
    assert ("Fine", "", "1 event") in words(offered(qtbot, window, "kind:f"))


def test_enter_with_nothing_marked_searches_as_typed(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "Мам")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    assert window.bar.field.text() == "Мам"
    assert not offers.isVisible()
    assert window.searches.all == ["Мам"]


def test_tab_with_nothing_marked_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "Мам")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Tab)
    assert window.bar.field.text() == "Мам"
    assert not window.bar.field.hasFocus()
    assert not offers.isVisible()


def test_escape_closes_the_list_first(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "Мам")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Escape)
    assert not offers.isVisible()
    assert window.bar.field.text() == "Мам"


def test_the_arrows_come_back_to_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "Мам")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Up)
    assert offers.marked == offers.offers[-1]
    QTest.keyClick(window.bar.field, Qt.Key.Key_Down)
    assert offers.marked is None


def test_the_list_lies_under_the_field(qtbot: QtBot, window: MainWindow) -> None:
    offers = offered(qtbot, window, "Мам")
    field = window.bar.field
    assert offers.mapToGlobal(QPoint(0, 0)).y() >= field.mapToGlobal(field.rect().bottomLeft()).y()
    assert offers.accessibleName() == "Suggestions"
    assert field.accessibleDescription() != ""


# Own history


def test_a_search_is_offered_again_in_this_session(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "strike")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    window.bar.field.setFocus()
    window.clear()
    settle(qtbot, window)
    assert ("strike", "", "searched before") in words(offered(qtbot, window, "st"))


def kept_on_disk(tmp_path: Path) -> str:
    return "".join(p.read_text("utf-8") for p in tmp_path.rglob("*.ini"))


def test_searches_are_not_kept_unless_wanted(
    qtbot: QtBot, open_window: Opener, archive_file: Path, state: State, tmp_path: Path
) -> None:
    window = open_window(archive_file)
    type_in(qtbot, window, "strike")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    state.write()
    assert "strike" not in kept_on_disk(tmp_path)
    assert not window.menu.keeping.isChecked()
    window.menu.keeping.trigger()
    assert "strike" in kept_on_disk(tmp_path)
    assert State(tmp_path / "state").searches == ["strike"]


def test_forgetting_takes_them_off_the_disk(
    qtbot: QtBot, open_window: Opener, archive_file: Path, state: State, tmp_path: Path
) -> None:
    window = open_window(archive_file)
    window.menu.keeping.trigger()
    type_in(qtbot, window, "strike")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    assert "strike" in kept_on_disk(tmp_path)
    window.menu.searches_forgotten.emit()
    assert "strike" not in kept_on_disk(tmp_path)
    assert window.searches.all == []
    assert not window.bar.back.isEnabled()
    # Turned off, nothing is left of it either.
    type_in(qtbot, window, "er")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    window.menu.keeping.trigger()
    assert "striker" not in kept_on_disk(tmp_path)


def test_what_is_looked_at_or_replaced_is_remembered_without_enter(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_in(qtbot, window, "Мамай")
    window.bar.field.selectAll()
    type_in(qtbot, window, "Bulletin")
    assert window.searches.all == ["Мамай"]
    QTest.keyClick(window.search.list, Qt.Key.Key_Down)
    settle(qtbot, window)
    assert window.searches.all == ["Bulletin", "Мамай"]
    window.go_back()
    settle(qtbot, window)
    assert window.bar.field.text() == "Мамай"


def test_nothing_is_offered_where_it_is_turned_off(
    qtbot: QtBot, open_window: Opener, archive_file: Path, tmp_path: Path
) -> None:
    window = open_window(archive_file)
    window.menu.keeping.trigger()
    type_in(qtbot, window, "strike")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    window.menu.offering.trigger()
    assert window.searches.all == []
    assert not window.menu.keeping.isEnabled()
    assert not window.menu.keeping.isChecked()
    assert "strike" not in kept_on_disk(tmp_path)
    window.bar.field.setFocus()
    QTest.keyClick(window.bar.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.field.text() == "strike"  # nothing typed earlier comes back
    type_in(qtbot, window, "rs")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    assert window.searches.all == []
    assert not State(tmp_path / "state").offers_searches
    window.menu.offering.trigger()
    assert window.menu.keeping.isEnabled()
    type_in(qtbot, window, "x")
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)
    assert window.searches.all == ["strikersx"]


def test_a_field_in_another_language_says_what_it_is_for(
    qtbot: QtBot, open_window: Opener, archive_file: Path
) -> None:
    window = open_window(archive_file, "ru")
    assert ("человек:", "человек в любом написании", "") in words(offered(qtbot, window, "чел"))


def test_the_latest_search_comes_first() -> None:
    searches = Searches()
    for query in ("Almaty", "Astana", "x", "almaty fine", "Almaty"):
        searches.remember(query)
    assert searches.all == ["Almaty", "almaty fine", "Astana"]
    assert searches.beginning("al") == ["Almaty", "almaty fine"]
    assert searches.beginning("Almaty") == ["almaty fine"]
