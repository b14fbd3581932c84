"""A profile: the figures are right, and each opens the events it was counted from."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.window.conftest import seen, settle, shown

from zhylnama.window.chips import Chip
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link
from zhylnama.window.profile_parts import FigureButton


def open_profile(qtbot: QtBot, window: MainWindow, person: str = "mamay-zhanbolat") -> None:
    window.open_person(person)
    settle(qtbot, window)


def figure(window: MainWindow, words: str) -> FigureButton:
    faces = shown(window.profile, FigureButton)
    return next(face for face in faces if face.accessibleName().endswith(words))


def test_what_a_profile_says(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    said = seen(window.profile)
    for fact in (
        "Mamay Zhanbolat",
        "leader, Democratic Party",
        "last mention 10 December 2021, may have changed since",
        "AOC, article 669, part 1",
        "not obeying a court order",
        "Fine of 14,585 tenge",
        "Appears with",
        "Imanbai Inga",
        "Nobody else in this archive",
        "https://example.org/arrest",
    ):
        assert fact in said
    assert [chip.words for chip in shown(window.profile, Chip)] == [
        "Zhanbolat Mamay",
        "Mamay Zhanbolat",
    ]
    assert window.status.extent.text() == "Profile made from 2 events"


def test_only_an_office_may_have_changed_since(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window, "imanbai-inga")
    said = seen(window.profile)
    assert "last mention" in said
    assert "may have changed since" not in said


def test_the_figures(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    said = [face.accessibleName() for face in shown(window.profile, FigureButton)]
    assert said == [
        "2 events",
        "1 event of detention",
        "15 days of administrative arrest recorded",
        "14,585 tenge in fines recorded",
        "2 sources",
    ]


def test_a_figure_opens_its_events(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)

    def shown_events() -> list[str]:
        return list(window.profile.entries.shown)

    QTest.mouseClick(figure(window, "in fines recorded"), Qt.MouseButton.LeftButton)
    assert shown_events() == ["2021-12-03.1"]
    QTest.mouseClick(figure(window, "arrest recorded"), Qt.MouseButton.LeftButton)
    assert shown_events() == ["2021-12-10.1"]
    settle(qtbot, window)
    show_all = next(each for each in shown(window.profile, Link) if each.words == "Show all")
    QTest.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert shown_events() == ["2021-12-10.1", "2021-12-03.1"]


def test_a_bar_of_the_small_timeline_opens_its_day(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    strip = window.profile.strip
    x = int(strip.x_of(dt.date(2021, 12, 3))) + 6
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, strip.height() - 24))
    assert window.profile.entries.shown == ("2021-12-03.1",)


def test_a_date_opens_the_event(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    date = next(each for each in shown(window.profile, Link) if each.words == "3 Dec 2021")
    QTest.mouseClick(date, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.search
    assert "was fined" in seen(window.search.pane)
    assert [chip.words for chip in window.bar.chip_buttons()] == ["people: Mamay Zhanbolat"]


def test_a_spelling_is_searched_for(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    QTest.mouseClick(shown(window.profile, Chip)[0], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.text() == '"Zhanbolat Mamay"'
    assert window.bar.field.counted == "3 events"


def test_a_companion_opens_their_profile(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    name = next(each for each in shown(window.profile, Link) if each.words == "Imanbai Inga")
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.here.person == "imanbai-inga"
    said = seen(window.profile)
    assert "This archive records no charge and no measure against this person." in said
    assert "0 days of administrative arrest recorded" in [
        face.accessibleName() for face in shown(window.profile, FigureButton)
    ]


def test_nobody_of_that_name(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window, "nobody-at-all")
    assert "This archive has no such person." in seen(window.profile)


def test_typing_on_a_profile_searches(qtbot: QtBot, window: MainWindow) -> None:
    open_profile(qtbot, window)
    window.bar.field.setFocus()
    QTest.keyClicks(window.bar.field, "strike")
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.search
    assert window.bar.field.counted == "1 event"
