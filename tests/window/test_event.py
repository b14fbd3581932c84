"""The open event: every fact, nothing interpreted, and no step outside without a yes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.window.conftest import MARKUP, URL, seen, settle, shown

from zhylnama.window.history import Address
from zhylnama.window.links import LinkDialog, open_in_browser
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link
from zhylnama.window.prose import Prose


def show_event(qtbot: QtBot, window: MainWindow, event: str) -> None:
    window.go(Address(event=event))
    settle(qtbot, window)


def link(window: MainWindow, words: str) -> Link:
    return next(each for each in shown(window, Link) if each.words == words)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that were handed to the system's browser."""
    handed: list[str] = []

    def hand(url: QUrl) -> bool:
        handed.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", hand)
    return handed


def test_every_fact_is_there(qtbot: QtBot, window: MainWindow) -> None:
    show_event(qtbot, window, "2021-12-03.1")
    said = seen(window.search.pane)
    for fact in (
        "3 December 2021 · Almaty ·",
        "A fine for Zhanbolat Mamay",
        "was fined 14,585 tenge",
        "Zhanbolat Mamay",
        "Court & Co of Almaty",
        "AOC, article 669, part 1",
        "not obeying a court order",
        "Fine of 14,585 tenge",
        URL,
        "no link in the report",
        "no link was printed",
        "December 2021, paragraph 16",
        "2021-12-03.1",
    ):
        assert fact in said


def test_what_is_not_known_is_said(qtbot: QtBot, window: MainWindow) -> None:
    show_event(qtbot, window, "none.1")
    said = seen(window.search.pane)
    assert "date not stated" in said
    assert said.count("not stated in the report") == 2
    assert "nobody is named" in said
    assert "the report names no source for this event" in said


def test_markup_is_shown_as_it_is_written(qtbot: QtBot, window: MainWindow) -> None:
    show_event(qtbot, window, "2021-12-12.1")
    account = window.search.pane.account
    assert MARKUP in account.toPlainText()
    assert "&lt;b&gt;" in account.document().toHtml()
    note = [prose for prose in shown(window.search.pane, Prose) if prose is not account]
    assert MARKUP in [prose.toPlainText() for prose in note]
    assert "https://example.org/<b>bold</b>?a=1&amp;b=2" in seen(window.search.pane)


def test_a_link_asks_first_and_no_does_nothing(
    qtbot: QtBot, window: MainWindow, opened: list[str]
) -> None:
    show_event(qtbot, window, "2021-12-03.1")
    QTest.mouseClick(link(window, URL), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(LinkDialog)
    assert URL in seen(dialog)
    assert "go online" in seen(dialog)
    qtbot.waitUntil(dialog.cancel_button.hasFocus)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert opened == []


def test_enter_in_the_question_is_a_no(qtbot: QtBot, window: MainWindow, opened: list[str]) -> None:
    show_event(qtbot, window, "2021-12-03.1")
    QTest.mouseClick(link(window, URL), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(LinkDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert opened == []


def test_a_yes_opens_the_whole_address(qtbot: QtBot, window: MainWindow, opened: list[str]) -> None:
    show_event(qtbot, window, "2021-12-03.1")
    QTest.mouseClick(link(window, URL), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(LinkDialog)
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert opened == [URL]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x/y", "x"])
def test_only_web_addresses_are_opened(opened: list[str], address: str) -> None:
    open_in_browser(address)
    assert opened == []


def test_an_address_is_copied(qtbot: QtBot, window: MainWindow, opened: list[str]) -> None:
    show_event(qtbot, window, "2021-12-03.1")
    QTest.mouseClick(link(window, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == URL
    assert opened == []


def test_a_name_opens_the_profile(qtbot: QtBot, window: MainWindow) -> None:
    show_event(qtbot, window, "2021-12-10.1")
    QTest.mouseClick(link(window, "Inga Imanbai"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.profile
    assert "Imanbai Inga" in seen(window.profile)


def test_a_name_opens_the_profile_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    show_event(qtbot, window, "2021-12-10.1")
    name = link(window, "Zhanbolat Mamay")
    name.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(name, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert window.here.person == "mamay-zhanbolat"


def test_an_organisation_is_searched_for(qtbot: QtBot, window: MainWindow) -> None:
    show_event(qtbot, window, "2021-12-03.1")
    QTest.mouseClick(link(window, "Court & Co of Almaty"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.text() == '"Court & Co of Almaty"'
