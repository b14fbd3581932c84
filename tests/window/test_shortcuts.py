"""Every key of the window is described, and the keyboard reaches everything in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.window.conftest import settle, shown

from zhylnama.window.facet_row import FacetRow
from zhylnama.window.history import Address
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link

TABLE = Path(__file__).resolve().parents[2] / "docs" / "shortcuts.md"


def test_every_shortcut_is_in_the_table_and_none_else(window: MainWindow) -> None:
    form = QKeySequence.SequenceFormat.PortableText
    keys = {action.shortcut().toString(form) for action in window.menu._made} - {""}
    first = TABLE.read_text("utf-8").split("In the search field")[0]
    described = set(re.findall(r"^\| `([^`]+)` \|", first, re.MULTILINE))
    assert described == keys


def test_no_key_is_given_twice(window: MainWindow) -> None:
    given = [keys.toString() for action in window.actions() for keys in action.shortcuts()]
    assert len(given) == len(set(given))


@pytest.mark.parametrize("address", [Address(), Address(person="mamay-zhanbolat")], ids=str)
def test_tab_reaches_everything_and_everything_has_a_name(
    qtbot: QtBot, window: MainWindow, address: Address
) -> None:
    window.go(address)
    settle(qtbot, window)
    window.activateWindow()
    window.bar.field.setFocus()
    reached: list[QWidget] = []
    while (widget := QApplication.focusWidget()) is not None and widget not in reached:
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert [w for w in reached if not w.accessibleName() and not getattr(w, "text", str)()] == []
    page = window.pages.currentWidget()
    assert page is not None
    pressed = [w for w in shown(page, QAbstractButton) if w.isEnabled()]
    assert len(pressed) > 5
    assert [w.accessibleName() or w.text() for w in pressed if w not in reached] == []


def test_the_keyboard_s_place_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    settle(qtbot, window)
    window.activateWindow()
    for widget in (window.search.facets.findChildren(FacetRow)[0], shown(window, Link)[0]):
        window.bar.field.setFocus()
        before = widget.grab().toImage()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        assert widget.grab().toImage() != before
