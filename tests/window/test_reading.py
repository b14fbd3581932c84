"""How a query was read, exact spelling, did you mean, the help sheet, and hits to walk through."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.records import seed_archive
from tests.window.conftest import Opener, colours_in, seen, settle, shown, type_in

from zhylnama.archive.archive import Archive
from zhylnama.archive.query import read_query
from zhylnama.files import resources_folder
from zhylnama.window.help import QueryHelp, examples
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link
from zhylnama.window.phrases import readings_in_words
from zhylnama.wording import LANGUAGES, Wording


def test_a_reading_is_said_under_the_field(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "(Imanbai")
    assert "A bracket does not close: read as plain words" in seen(window.search.reading)
    assert window.bar.field.counted == "2 events"
    type_in(qtbot, window, ")")
    assert not window.search.reading.isVisible()


def test_a_reading_is_said_in_russian(
    qtbot: QtBot, open_window: Opener, archive_file: Path
) -> None:
    window = open_window(archive_file, "ru")
    type_in(qtbot, window, "date:soon")
    assert "«soon» не дата; пишите 2021-12-05" in seen(window.search)


@pytest.mark.parametrize(
    ("typed", "russian"),
    [
        ("(Имамбаев", "Скобка не закрыта: прочитано как обычные слова"),
        ("law:", "Law: без значения: прочитано как обычные слова"),
        ("дата:", "Дата: без значения: прочитано как обычные слова"),
        ("в митинге", "Без слов: в; «митинге» прочитано и как kind:митинге"),
        ("дело Мамая", "«дело Мамая» прочитано как person:Мамая"),
        ("пикет", "«пикет» прочитано и как kind:пикет"),
        ("Президент Токаев", "Ничего нет со всеми этими словами; «Президент Токаев» прочитано"),
        ("смертная казнь", "Рассказы здесь на английском, имена находятся в любой письменности"),
        ("Мамай~5", "~ ставится после слов в кавычках: прочитано как «Мамай»"),
        ("kind:zzz", "«zzz» — такого вида событий нет"),
        ("role:zzz", "«zzz» — такой роли в событиях нет"),
        ("zzz:Мамай", "Поля «zzz:» нет: прочитано как обычные слова"),
        ("law:§", "«§» — не статья; пишите 488.6 или УК-405"),
        # What was typed is never taken for what is said of it.
        ('(person:"a; b: c"', 'Скобка не закрыта: прочитано как «(person:"a; b: c")»'),
    ],
)
def test_how_a_query_was_read_is_said_in_russian(typed: str, russian: str) -> None:
    with Archive.open(seed_archive()) as archive:
        readings = archive.search(typed).readings
    assert russian in readings_in_words(Wording("ru", resources_folder()), readings)


def test_a_slip_of_the_hand_is_asked_about(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Imnabai")
    link = next(each for each in shown(window.search.nothing, Link) if "Imanbai" in each.words)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.counted == "2 events"


def test_exact_spelling_by_its_button_and_its_chip(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Мамай")
    QTest.mouseClick(window.bar.field.exact, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.counted == "0 events"
    assert "Only words spelled exactly so were looked for." in seen(window.search.nothing)
    assert window.bar.field.exact.isChecked()
    assert window.menu.exact.isChecked()
    (chip,) = window.bar.chip_buttons()
    assert chip.words == "exact spelling"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.counted == "3 events"
    assert not window.bar.field.exact.isChecked()


def test_exact_spelling_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Mamay")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.bar.field, Qt.Key.Key_E, both)
    settle(qtbot, window)
    assert window.here.exact
    assert window.bar.field.counted == "3 events"


# The help sheet


def open_help(window: MainWindow) -> QueryHelp:
    QTest.keyClick(window.bar.field, Qt.Key.Key_F1)
    (sheet,) = shown(window, QueryHelp)
    return sheet


def test_an_example_runs(qtbot: QtBot, window: MainWindow) -> None:
    window.bar.field.setFocus()
    sheet = open_help(window)
    link = next(each for each in shown(sheet, Link) if each.words == "fine OR arrest")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert shown(window, QueryHelp) == []
    assert window.bar.field.text() == "fine OR arrest"
    assert window.bar.field.counted == "2 events"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_opens_from_the_field(
    qtbot: QtBot, open_window: Opener, archive_file: Path, lang: str
) -> None:
    window = open_window(archive_file, lang)
    QTest.mouseClick(window.bar.field.help, Qt.MouseButton.LeftButton)
    (sheet,) = shown(window, QueryHelp)
    assert sheet.height() < 760
    assert len(shown(sheet, Link)) == sum(len(lines) for _, lines in examples(window.wording))
    sheet.reject()


def test_every_example_is_read_as_it_is_written() -> None:
    for _title, lines in examples(Wording("en", resources_folder())):
        for query, said in lines:
            assert read_query(query).reading is None, query
            assert said


# F3


def f3(qtbot: QtBot, window: MainWindow, *, back: bool = False) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    shift, plain = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, Qt.Key.Key_F3, shift if back else plain)
    settle(qtbot, window)


def test_f3_walks_through_the_hits_and_on(qtbot: QtBot, window: MainWindow) -> None:
    type_in(qtbot, window, "Mamay")
    window.search.list.choose(1)
    pane = window.search.pane
    assert pane._at == -1
    f3(qtbot, window)
    assert pane.current_hit == "Mamay"
    assert window.look.colours["hit-now"] in colours_in(pane)
    title_first = pane._walk[0][0]
    assert title_first is not pane.account
    f3(qtbot, window)
    assert (title_first.current, pane.account.current) == (None, 0)
    f3(qtbot, window)
    assert pane.hit is not None
    assert pane.hit.event.id == "2021-12-03.1"
    assert pane._walk[0][0].current == 0
    f3(qtbot, window, back=True)
    assert pane.hit.event.id == "2021-12-10.1"
    assert pane.account.current == 0
    assert window.bar.field.hasFocus()


def test_f3_brings_a_far_hit_into_view(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 520)
    type_in(qtbot, window, "Mamay")
    f3(qtbot, window)
    pane = window.search.pane
    prose, _mark = pane._walk[pane._at]
    viewport = pane._area.viewport()
    box = prose.show_current(0)
    top = prose.mapTo(viewport, box.topLeft()).y()
    assert 0 <= top < viewport.height()
