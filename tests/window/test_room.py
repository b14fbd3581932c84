"""A small screen and large text: no word is cut, no dialog is larger than the screen."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.window.conftest import Opener, settle, shown

from zhylnama.archive.model import FacetValue, Filters
from zhylnama.files import resources_folder
from zhylnama.window.facet_row import FacetRow
from zhylnama.window.history import Address
from zhylnama.window.look import fitting, load_look
from zhylnama.window.main import MainWindow
from zhylnama.window.notice import Elided
from zhylnama.window.parts import Link
from zhylnama.window.sheets import Sheet
from zhylnama.window.state import State
from zhylnama.wording import Wording

ADDRESSES = (
    Address(),
    Address("detained", Filters(chosen=(("place", "almaty"), ("kind", "detention")))),
    Address("(poster"),
    Address("Мамайй"),
    Address(person="mamay-zhanbolat"),
)


def cut_short(root: QWidget) -> Iterator[str]:
    """Yield every text that has less room than it needs."""
    for label in shown(root, QLabel):
        if isinstance(label, Elided):  # has it whole as its tooltip
            if html.escape(label.text()) not in label.toolTip():
                yield label.text()
            continue
        metrics, wide = label.fontMetrics(), label.width()
        if label.wordWrap():
            longest = max(map(metrics.horizontalAdvance, label.text().split()), default=0)
            fits = longest <= wide and label.heightForWidth(wide) <= label.height() + 1
        else:
            fits = label.sizeHint().width() <= wide + 1
        if not fits:
            yield label.text()
    for widget in shown(root, QWidget):
        hint = widget.sizeHint()
        if isinstance(widget, Link):
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                yield widget.words
        elif isinstance(widget, FacetRow):
            if widget.heightForWidth(widget.width()) > widget.height():
                yield widget.words
        elif isinstance(widget, QAbstractButton | QComboBox) and (
            hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1
        ):
            yield widget.accessibleName()


@pytest.fixture(params=[("ru", 1.0), ("kk", 1.0), ("ru", 1.6), ("kk", 1.6)], ids=str)
def small(
    request: pytest.FixtureRequest, open_window: Opener, archive_file: Path, state: State
) -> MainWindow:
    lang, state.scale = request.param
    window = open_window(archive_file, lang)
    window.resize(1000, 600)
    return window


def test_no_text_of_a_page_is_cut(qtbot: QtBot, small: MainWindow) -> None:
    for address in ADDRESSES:
        small.go(address)
        settle(qtbot, small)
        assert list(cut_short(small)) == [], address


def test_larger_text_keeps_the_window_as_large_as_the_screen_allows(small: MainWindow) -> None:
    """Made smaller, chips would lie upon the field, and the open event under the list."""
    small.resize(100, 100)
    room = small.screen().availableSize().width() - 16
    assert small.width() == min(small.look.px(760), room)


@pytest.mark.parametrize("sheet", ["open_help", "open_shortcuts", "open_about", "open_names"])
def test_a_dialog_fits_the_screen(qtbot: QtBot, small: MainWindow, sheet: str) -> None:
    getattr(small.desk, sheet)()
    (dialog,) = shown(small, QDialog)
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    assert list(cut_short(dialog)) == []
    if isinstance(dialog, Sheet):
        (area,) = shown(dialog, QScrollArea)
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()
        bar = area.verticalScrollBar()
        assert inside.height() <= area.viewport().height() + bar.maximum()
    dialog.reject()


def test_a_long_label_of_a_facet_stands_on_several_lines(qtbot: QtBot, window: MainWindow) -> None:
    look = load_look(resources_folder(), "light", 1.0)
    wording = Wording("kk", resources_folder())

    def row(words: str) -> FacetRow:
        made = FacetRow("place", wording, look)
        made.show_value(FacetValue("x", words, 3), words)
        qtbot.addWidget(made)
        return made

    one, two, endless = row("Алматы"), row("Жиналысқа рұқсат бермеу туралы"), row("слово " * 500)
    heights = [made.heightForWidth(200) for made in (one, two, endless)]
    assert heights[0] < heights[1] < heights[2] < 3 * heights[1]
    assert two._lines(200) == ["Жиналысқа рұқсат", "бермеу туралы"]
    assert endless._lines(200)[-1].endswith("…")


def test_a_window_is_never_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    asked = fitting(window, 100_000, 300)
    assert asked.width() < room.width()
    assert asked.height() == 300
