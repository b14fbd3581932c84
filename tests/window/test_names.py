"""A list of names: looked up whole, opened by a click, saved without harm."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.window.conftest import settle, shown

from zhylnama.failure import BadInput
from zhylnama.window.main import MainWindow
from zhylnama.window.names import NamesDialog
from zhylnama.window.names_file import read_names

NAMES = "Мамай Жанболат\n\nНикто Неизвестный\nI. Imanbai\n=1+1\nx;=1+1\n"


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> Iterator[NamesDialog]:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.bar.field, Qt.Key.Key_L, both)
    (dialog,) = shown(window, NamesDialog)
    yield dialog
    for left in shown(window, NamesDialog):
        left.reject()


def look_up(qtbot: QtBot, dialog: NamesDialog, names: str) -> None:
    dialog.names.setPlainText(names)
    with qtbot.waitSignal(dialog.ready):
        QTest.mouseClick(dialog.look_button, Qt.MouseButton.LeftButton)


def cells(dialog: NamesDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_list_is_looked_up(qtbot: QtBot, dialog: NamesDialog) -> None:
    assert not dialog.save_button.isEnabled()
    look_up(qtbot, dialog, NAMES)
    table = cells(dialog)
    assert table[0] == [
        "Мамай Жанболат", "Mamay Zhanbolat", "sure", "2", "3 Dec 2021", "10 Dec 2021",
    ]  # fmt: skip
    assert table[1][:4] == ["Никто Неизвестный", "nobody", "not found", ""]
    assert table[2][:3] == ["I. Imanbai", "Imanbai Inga", "may be"]
    assert dialog.said == "1 of 5 names are in the archive for sure"


def test_a_click_opens_the_profile(qtbot: QtBot, window: MainWindow, dialog: NamesDialog) -> None:
    look_up(qtbot, dialog, NAMES)
    table = dialog.table
    nobody = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=nobody)
    assert dialog.isVisible()
    at = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, window)
    assert window.here.person == "mamay-zhanbolat"


def test_the_table_is_saved_and_no_cell_runs(
    qtbot: QtBot, dialog: NamesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up(qtbot, dialog, NAMES)
    target = tmp_path / "names.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(dialog.saved):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1] == [
        "Мамай Жанболат", "Mamay Zhanbolat (mamay-zhanbolat)", "sure", "2",
        dt.date(2021, 12, 3).isoformat(), "2021-12-10",
    ]  # fmt: skip
    assert [row[3] for row in rows[2:4]] == ["0", ""]  # nobody; who it may be is not counted
    assert rows[4][0] == "'=1+1"
    assert rows[5][0] == "x; =1+1"  # where a Russian Excel would split


def test_a_file_is_opened(
    qtbot: QtBot, dialog: NamesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("\ufeffМамай Жанболат;1990\nInga Imanbai;1991\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(dialog.ready):
        QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert [line[2] for line in cells(dialog)] == ["sure", "sure"]


def test_a_file_that_is_no_list_is_told_in_a_sentence(
    qtbot: QtBot, dialog: NamesDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"\xff\x00\xfe\x80")
    dialog.open_file(path)
    assert "list.txt" in dialog.said
    with pytest.raises(BadInput):
        read_names(path)


def test_excel_s_own_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes("Мамай\r\nImanbai\r\n".encode("utf-16"))
    assert read_names(path) == ["Мамай", "Imanbai"]


def test_a_table_of_a_russian_excel_is_read(tmp_path: Path) -> None:
    path = tmp_path / "список.csv"
    rows = "Имя;Год\r\nМамай Жанболат;1988\r\nТорегожина Бахытжан;1962\r\n"
    path.write_bytes(rows.encode("cp1251"))
    assert read_names(path) == ["Мамай Жанболат", "Торегожина Бахытжан"]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("№;Фамилия;Имя;Отчество\n1;Мамай;Жанболат;\n2;Токаев;Касым-Жомарт;Кемелевич\n",
         ["Мамай Жанболат", "Токаев Касым-Жомарт Кемелевич"]),
        ("Given name,Surname\nMax,Bokayev\n", ["Bokayev Max"]),
        ("№\tАты-жөні\tЖылы\n1\tМамай Жанболат\t1988\n\t\t\n", ["Мамай Жанболат"]),
        ("Мамай Жанболат;1988\nBokayev Max;1973\n", ["Мамай Жанболат", "Bokayev Max"]),
        ("ФИО\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_the_head_line_of_a_table_says_where_the_names_are(
    table: str, names: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(table, "utf-8")
    assert read_names(path) == names


def test_a_spreadsheet_is_to_be_saved_as_csv(dialog: NamesDialog, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 9)
    dialog.open_file(path)
    assert dialog.said == f"{path}: not a text file. Save a table as CSV to open it here."


def test_numbers_are_no_part_of_a_name(qtbot: QtBot, dialog: NamesDialog) -> None:
    look_up(
        qtbot, dialog, "1. Мамай Жанболат\n2) Мамай\tЖанболат\t1988\nМамай Жанболат, 1988 г.р.\n"
    )
    assert [line[2] for line in cells(dialog)] == ["sure"] * 3


def test_names_stand_in_a_narrow_table(qtbot: QtBot, dialog: NamesDialog) -> None:
    look_up(qtbot, dialog, NAMES)
    for width in (700, 1100):
        dialog.resize(width, 500)
        qtbot.wait(20)
        table = dialog.table
        assert min(table.columnWidth(0), table.columnWidth(1)) >= 130


def test_closing_stops_the_looking_up(qtbot: QtBot, dialog: NamesDialog) -> None:
    dialog.names.setPlainText("Zhanbolat Mamay\n" * 5_000)
    QTest.mouseClick(dialog.look_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.table.rows) > 0)
    dialog.reject()
    assert dialog._worker._thread.isFinished()
