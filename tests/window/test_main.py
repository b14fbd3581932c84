"""The window as a whole: ways back and forward, archives, languages, looks, what is remembered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.window.conftest import Opener, seen, settle, shown, type_in

from zhylnama.window.history import Address
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link, Words
from zhylnama.window.sheets import AboutSheet, ShortcutSheet
from zhylnama.window.state import State
from zhylnama.wording import LANGUAGES


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *, alt: bool = False) -> None:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.ControlModifier
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    settle(qtbot, window)


# Back and forward


def test_back_and_forward_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    window.search.list.choose(1)
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Left, alt=True)
    assert window.pages.currentWidget() is window.search
    assert window.bar.field.text() == "Мамай"
    assert "sentenced to 15 days" in seen(window.search.pane)
    press(qtbot, window, Qt.Key.Key_Left, alt=True)
    assert window.bar.field.text() == ""
    assert not window.bar.back.isEnabled()
    press(qtbot, window, Qt.Key.Key_Right, alt=True)
    press(qtbot, window, Qt.Key.Key_Right, alt=True)
    assert window.pages.currentWidget() is window.profile
    assert not window.bar.forward.isEnabled()


def test_back_with_the_mouse(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    for target in (window.search.list.viewport(), window.search.pane):
        QTest.mouseClick(target, Qt.MouseButton.BackButton)
        settle(qtbot, window)
        assert window.bar.field.text() == ""
        QTest.mouseClick(target, Qt.MouseButton.ForwardButton)
        settle(qtbot, window)
        assert window.bar.field.text() == "Мамай"


def test_one_word_is_one_step_back(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "strike")
    QTest.mouseClick(window.bar.back, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.text() == ""


def test_ctrl_f_goes_to_the_field_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    shown(window.profile, Link)[0].setFocus()
    press(qtbot, window, Qt.Key.Key_F)
    assert window.bar.field.hasFocus()


# Archives


# PySide6 6.12 would have the events made another way than 6.11 knows.
deprecated = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")


def drop(window: MainWindow, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    dropped = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, dropped)
    return True


def test_without_an_archive_the_window_offers_to_open_one(open_window: Opener) -> None:
    window = open_window()
    assert "No archive is open" in seen(window.welcome)
    assert not window.bar.field.isEnabled()


@deprecated
def test_a_dropped_file_opens(qtbot: QtBot, open_window: Opener, archive_file: Path) -> None:
    window = open_window()
    assert drop(window, archive_file)
    qtbot.waitUntil(lambda: window.bar.field.counted == "96 events")
    assert window.status.extent.text() == ("November 2021 – December 2021 · 96 events · 2 people")
    assert "small.zhylnama" in window.windowTitle()


@deprecated
def test_two_files_are_not_taken(open_window: Opener, archive_file: Path) -> None:
    window = open_window()
    assert not drop(window, archive_file, archive_file)


@pytest.mark.parametrize("content", [b"", b"no archive at all\n" * 100, None])
def test_a_file_that_is_no_archive_gives_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "bad.zhylnama"
    if content is not None:
        path.write_bytes(content)
    window.open_archive(path)
    qtbot.waitUntil(lambda: window.notice.said != "")
    assert "bad.zhylnama" in window.notice.said
    assert "Traceback" not in window.notice.said
    # What was open still is.
    type_in(qtbot, window, "Мамай")
    assert window.bar.field.counted == "3 events"


def test_a_failure_is_said_in_the_language_chosen_last(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.choose_lang("ru")
    window.open_archive(tmp_path / "нет.zhylnama")
    qtbot.waitUntil(lambda: "нет такого файла" in window.notice.said)
    window.choose_lang("kk")
    window.open_archive(tmp_path)
    qtbot.waitUntil(lambda: "бұл архив емес, қалта" in window.notice.said)


def test_a_damaged_archive_gives_a_sentence(
    qtbot: QtBot, window: MainWindow, archive_file: Path, tmp_path: Path
) -> None:
    whole = archive_file.read_bytes()
    path = tmp_path / "damaged.zhylnama"
    path.write_bytes(whole[: len(whole) // 3])
    window.open_archive(path)
    qtbot.waitUntil(lambda: window.notice.said != "")
    assert "damaged.zhylnama" in window.notice.said


def test_archives_opened_are_remembered_and_forgotten(
    qtbot: QtBot, open_window: Opener, archive_file: Path, state: State
) -> None:
    window = open_window(archive_file)
    assert state.recent == [archive_file]
    window.menu.recent_cleared.emit()
    assert state.recent == []


# Languages and looks


def test_the_language_switches_at_once(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    window.menu.lang_chosen.emit("ru")
    settle(qtbot, window)
    assert window.bar.field.text() == "Мамай"
    assert window.bar.field.counted == "3 события"
    assert "Организации" not in seen(window.search.pane)
    assert "Люди" in seen(window.search.pane)
    window.menu.lang_chosen.emit("kk")
    settle(qtbot, window)
    assert window.bar.field.counted == "3 оқиға"


def cut_off(window: QWidget) -> list[str]:
    """Name what has less room than its words need. Facets and chips end in an ellipsis."""
    found = []
    for label in shown(window, Words):
        tall = label.heightForWidth(label.width()) if label.wordWrap() else 0
        needed = tall if tall > 0 else label.sizeHint().height()
        if label.height() < needed or label.width() < label.minimumSizeHint().width():
            found.append(label.text())
    for link in shown(window, Link):
        if link.height() < link.heightForWidth(link.width()):
            found.append(link.words)
    for each in (*shown(window, QToolButton), *shown(window, QLineEdit)):
        if each.width() < each.minimumSizeHint().width():
            found.append(each.accessibleName())
    return [text for text in found if text]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_opens_with_nothing_cut_off(
    qtbot: QtBot, open_window: Opener, archive_file: Path, state: State, lang: str, theme: str
) -> None:
    state.theme = "dark" if theme == "dark" else "light"
    empty = open_window(None, lang)
    assert cut_off(empty) == []
    window = open_window(archive_file, lang)
    assert window.look.dark == (theme == "dark")
    views = [
        Address(query="Мамай"),
        Address(event="2021-12-03.1"),
        Address(event="2021-12-12.1"),
        Address(event="2021-12-24.1"),
        Address(event="none.1"),
        Address(query="zzqqxx").narrowed("place", "almaty"),
        Address(person="mamay-zhanbolat"),
        Address(person="imanbai-inga"),
        Address(person="nobody"),
    ]
    for size in ((1360, 860), (900, 600)):
        window.resize(*size)
        for view in views:
            window.go(view)
            settle(qtbot, window)
            assert cut_off(window) == [], (size, view)
    for sheet, kind in (
        (window.menu.shortcuts_wanted, ShortcutSheet),
        (window.menu.about_wanted, AboutSheet),
    ):
        sheet.emit()
        (dialog,) = shown(window, kind)
        assert cut_off(dialog) == []
        dialog.accept()


@pytest.mark.parametrize("steps", [-2, 3, 5])
def test_text_grows_and_shrinks(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    before = window.bar.field.height()
    key = Qt.Key.Key_Plus if steps > 0 else Qt.Key.Key_Minus
    for _ in range(abs(steps)):
        press(qtbot, window, key)
    assert (window.bar.field.height() > before) == (steps > 0)
    window.go(Address(event="2021-12-03.1"))
    settle(qtbot, window)
    assert cut_off(window) == []
    press(qtbot, window, Qt.Key.Key_0)
    assert window.bar.field.height() == before


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Address(event="2021-12-03.1"))
    settle(qtbot, window)
    nameless = [
        type(widget).__name__
        for widget in shown(window, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (hasattr(widget, "text") and widget.text())
        and type(widget).__name__ not in {"QScrollArea", "QScrollBar", "QWidget"}
    ]
    assert nameless == []


# What is remembered


def test_nothing_that_was_searched_is_written(
    qtbot: QtBot, open_window: Opener, archive_file: Path, tmp_path: Path
) -> None:
    window = open_window(archive_file)
    type_in(qtbot, window, "Мамай")
    window.go(Address(query="secretword").narrowed("place", "almaty"))
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    window.close()
    written = "".join(
        path.read_text("utf-8", "replace") for path in tmp_path.rglob("*") if path.is_file()
    )
    assert "geometry" in written
    for secret in ("Мамай", "Mamay", "mamay", "secretword", "almaty", "2021-12"):
        assert secret not in written


def test_the_next_window_is_as_the_last(
    qtbot: QtBot, open_window: Opener, archive_file: Path, state: State
) -> None:
    first = open_window(archive_file)
    first.resize(780, 560)  # the offscreen screen is 800 by 800
    first.menu.theme_chosen.emit("dark")
    first.menu.lang_chosen.emit("kk")
    settle(qtbot, first)
    first.close()
    again = MainWindow(state, state.lang or "en")
    assert (again.width(), again.height()) == (780, 560)
    assert again.look.dark
    assert again.bar.field.placeholderText() == "Бүкіл архивтен іздеу"
    again.close()
    again.deleteLater()


def test_the_window_carries_no_network() -> None:
    """Neither Python nor the program's libraries bring Qt's network code in."""
    code = (
        "import sys, zhylnama.window.application\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = zhylnama.window.application.make_application()\n"
        "window = zhylnama.window.application.open_window(None, 'en')\n"
        "names = [name for name in sys.modules if 'network' in name.lower() or name == 'ssl']\n"
        "assert not names, names\n"
        "heavy = {'reportlab', 'pypdfium2', 'babel'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "maps = open('/proc/self/maps').read() if sys.platform == 'linux' else ''\n"
        "assert 'Qt6Network' not in maps\n"
        "window.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_mouse_buttons_of_the_system_reach_the_window(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "strike")
    at = QPointF(700, 10)
    press_back = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        at,
        at,
        Qt.MouseButton.BackButton,
        Qt.MouseButton.BackButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, press_back)
    settle(qtbot, window)
    assert window.bar.field.text() == ""
