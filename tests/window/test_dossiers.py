"""Dossiers of several people: who is listed, what is written, what became of each; no halves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.window.conftest import Opener, settle, shown, type_in
from tests.window.test_dossier import pick, text_of

from zhylnama.archive.model import FoundPerson
from zhylnama.dossier.batch import Batch
from zhylnama.window.dossiers import DossiersDialog
from zhylnama.window.history import Address
from zhylnama.window.main import MainWindow
from zhylnama.window.names import NamesDialog
from zhylnama.window.parts import Link

MAMAY = ["Mamay Zhanbolat", "2", "2"]
IMANBAI = ["Imanbai Inga", "2", "2"]


def dialog_of(qtbot: QtBot, parent: QWidget) -> DossiersDialog:
    (dialog,) = shown(parent, DossiersDialog)
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def everyone(qtbot: QtBot, window: MainWindow) -> DossiersDialog:
    window.desk.open_dossiers()
    return dialog_of(qtbot, window)


def cells(dialog: DossiersDialog) -> list[list[str]]:
    model = dialog.table.model()
    columns = [n for n in range(model.columnCount()) if not dialog.table.isColumnHidden(n)]
    return [
        [model.index(row, column).data() for column in columns] for row in range(model.rowCount())
    ]


def ticked(dialog: DossiersDialog) -> list[str]:
    return [one.person for one in dialog.table.people]


def write(qtbot: QtBot, dialog: DossiersDialog, target: Path) -> Batch:
    with qtbot.waitSignal(dialog.written, timeout=30_000) as told:
        dialog.write_to(target)
    batch: Batch = told.args[0]
    return batch


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_everyone_found_is_listed_with_counts(qtbot: QtBot, window: MainWindow) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.bar.field, Qt.Key.Key_P, both)
    dialog = dialog_of(qtbot, window)
    assert cells(dialog) == [IMANBAI, MAMAY]
    assert len(ticked(dialog)) == 2
    dialog.reject()
    type_in(qtbot, window, "fined")
    dialog = everyone(qtbot, window)
    assert cells(dialog) == [["Mamay Zhanbolat", "1", "2"]]
    dialog.reject()
    type_in(qtbot, window, "zzqqxx")
    dialog = everyone(qtbot, window)
    assert cells(dialog) == []
    assert dialog.said == "Nobody is named in what was found."
    assert not dialog.write_button.isEnabled()
    dialog.reject()


def test_everyone_in_events_like_one(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Address(like="2021-12-03.1"))
    settle(qtbot, window)
    dialog = everyone(qtbot, window)
    assert "mamay-zhanbolat" in ticked(dialog)
    dialog.reject()


def test_the_facet_of_people_leads_there_too(qtbot: QtBot, window: MainWindow) -> None:
    link = next(one for one in shown(window.search.facets, Link) if "everyone found" in one.words)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    dialog_of(qtbot, window).reject()


def test_on_a_profile_there_is_no_search(qtbot: QtBot, window: MainWindow) -> None:
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    window.desk.open_dossiers()
    assert shown(window, DossiersDialog) == []
    assert "Go to a search" in window.notice.said


def test_a_file_each_into_a_folder(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = everyone(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(out))
    with qtbot.waitSignal(dialog.written, timeout=30_000):
        QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert names_in(out) == ["Imanbai Inga.pdf", "Mamay Zhanbolat.pdf"]
    assert "15 days of arrest" in text_of((out / "Mamay Zhanbolat.pdf").read_bytes())
    assert dialog.said == f"2 dossiers written into {out}."
    assert [row[-1] for row in cells(dialog)] == ["Imanbai Inga.pdf", "Mamay Zhanbolat.pdf"]
    assert ticked(dialog) == []  # nobody is written twice by a second click
    dialog.reject()


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_one_book_in_the_chosen_form(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    dialog = everyone(qtbot, window)
    pick(dialog.form, "book")
    pick(dialog.kind, kind)
    path = out / "both.other"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    with qtbot.waitSignal(dialog.written, timeout=30_000):
        QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert names_in(out) == [f"both.other.{kind}"]
    data = (out / f"both.other.{kind}").read_bytes()
    assert data.startswith(b"%PDF" if kind == "pdf" else b"PK")
    if kind == "pdf":
        assert "Dossiers: 2 people" in text_of(data)
        assert "Index" in text_of(data)
    assert dialog.said == f"2 people in the book {out / f'both.other.{kind}'}."
    dialog.reject()


def test_the_choices_hold_for_every_file(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    dialog = everyone(qtbot, window)
    assert not dialog.choices.photo_group.isVisible()
    pick(dialog.choices.disclosure.preset, "public")
    pick(dialog.choices.language, "ru")
    dialog.table.tick(lambda one: one.person == "mamay-zhanbolat")
    write(qtbot, dialog, out)
    assert names_in(out) == ["Mamay Zhanbolat.pdf"]
    said = text_of((out / "Mamay Zhanbolat.pdf").read_bytes())
    assert "Хронология" in said
    assert "Imanbai" not in said
    dialog.reject()


def test_who_is_ticked_with_the_keyboard_and_by_role(qtbot: QtBot, window: MainWindow) -> None:
    dialog = everyone(qtbot, window)
    QTest.mouseClick(dialog.affected_link, Qt.MouseButton.LeftButton)
    assert ticked(dialog) == ["mamay-zhanbolat"]
    QTest.mouseClick(dialog.none_link, Qt.MouseButton.LeftButton)
    assert ticked(dialog) == []
    assert not dialog.write_button.isEnabled()
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.table.model().index(0, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert ticked(dialog) == ["imanbai-inga"]
    assert dialog.write_button.isEnabled()
    QTest.mouseClick(dialog.all_link, Qt.MouseButton.LeftButton)
    assert len(ticked(dialog)) == 2
    dialog.reject()


def test_who_fails_is_listed_first_with_the_reason(
    qtbot: QtBot, window: MainWindow, out: Path
) -> None:
    known = FoundPerson("mamay-zhanbolat", "Mamay Zhanbolat", 2, 2, targeted=True)
    gone = FoundPerson("gone", "Somebody Gone", 1, 1, targeted=True)
    window.desk.show_dossiers([known, gone], frozenset({"mamay-zhanbolat", "gone"}), window)
    dialog = dialog_of(qtbot, window)
    assert cells(dialog) == [["Mamay Zhanbolat", "2"], ["Somebody Gone", "1"]]
    write(qtbot, dialog, out)
    assert cells(dialog) == [
        ["Somebody Gone", "1", "The archive has no person “gone”."],
        ["Mamay Zhanbolat", "2", "Mamay Zhanbolat.pdf"],
    ]
    assert dialog.said == f"1 dossier written into {out}. 1 person failed."
    assert ticked(dialog) == ["gone"]
    dialog.reject()


def stop_at(dialog: DossiersDialog, person: int, stop: Callable[[], None]) -> None:
    """Stop from the worker's own thread, at the beginning of a person."""

    def advanced(done: int, _all: int, _name: str) -> None:
        if done == person:
            stop()

    dialog._advanced.connect(advanced, Qt.ConnectionType.DirectConnection)


@pytest.mark.parametrize("book", [False, True])
def test_cancelled_it_leaves_no_half_file(
    qtbot: QtBot, window: MainWindow, out: Path, book: bool
) -> None:
    dialog = everyone(qtbot, window)
    if book:
        pick(dialog.form, "book")
    stop_at(dialog, 1, dialog._stopped.set)
    batch = write(qtbot, dialog, out / "book.pdf" if book else out)
    assert batch.cancelled
    assert dialog.said.startswith("Stopped.")
    assert names_in(out) == ([] if book else ["Imanbai Inga.pdf"])
    assert ticked(dialog) == (["imanbai-inga", "mamay-zhanbolat"] if book else ["mamay-zhanbolat"])
    assert dialog.write_button.isEnabled()
    dialog.reject()


def test_escape_stops_first_and_closes_then(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    dialog = everyone(qtbot, window)
    dialog.write_to(out)
    assert dialog.writing
    assert dialog.close_button.text() == "Cancel"
    assert not dialog.write_button.isEnabled()
    with qtbot.waitSignal(dialog.written, timeout=30_000) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert told.args[0].cancelled
    assert dialog.close_button.text() == "Close"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_closes_while_they_are_written(
    qtbot: QtBot, window: MainWindow, out: Path
) -> None:
    dialog = everyone(qtbot, window)
    dialog.write_to(out)
    window.close()
    for path in out.iterdir():
        pikepdf.open(path).close()


def test_a_folder_that_refuses_gives_a_sentence(
    qtbot: QtBot, open_window: Opener, archive_file: Path, tmp_path: Path
) -> None:
    window = open_window(archive_file, "ru")
    dialog = everyone(qtbot, window)
    (tmp_path / "file").write_bytes(b"")
    dialog.write_to(tmp_path / "file")
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "file" in dialog.said
    assert "папк" in dialog.said.lower() or "созда" in dialog.said.lower()
    assert dialog.write_button.isEnabled()
    dialog.reject()


def test_a_passphrase_typed_once_writes_nothing(
    qtbot: QtBot, window: MainWindow, out: Path
) -> None:
    dialog = everyone(qtbot, window)
    dialog.choices.lock.first.setText("four words")
    dialog.write_to(out)
    assert "differ" in dialog.said
    assert not dialog.busy
    assert names_in(out) == []
    dialog.choices.lock.second.setText("four words")
    write(qtbot, dialog, out)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out / "Imanbai Inga.pdf")
    pikepdf.open(out / "Imanbai Inga.pdf", password="four words").close()
    dialog.reject()


def test_from_a_list_of_names(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    window.desk.open_names()
    (names,) = shown(window, NamesDialog)
    assert not names.dossiers_button.isEnabled()
    names.names.setPlainText("Мамай Жанболат\nI. Imanbai\nNobody Known\n")
    with qtbot.waitSignal(names.ready):
        names.look_up()
    QTest.mouseClick(names.dossiers_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, window)
    assert cells(dialog) == [["Mamay Zhanbolat", "2"], ["Imanbai Inga", "2"]]
    assert ticked(dialog) == ["mamay-zhanbolat"]  # “I. Imanbai” only may be her
    write(qtbot, dialog, out)
    assert names_in(out) == ["Mamay Zhanbolat.pdf"]
    dialog.reject()
    names.reject()


def test_some_lines_of_a_list_of_names(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.open_names()
    (names,) = shown(window, NamesDialog)
    names.names.setPlainText("Nobody Known\nMamay Zhanbolat\nInga Imanbai\n")
    with qtbot.waitSignal(names.ready):
        names.look_up()
    for row in (0, 2):
        cell = names.table.visualRect(names.table.model().index(row, 0)).center()
        QTest.mouseClick(
            names.table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            cell,
        )
    QTest.mouseClick(names.dossiers_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, window)
    assert cells(dialog) == [["Imanbai Inga", "2"]]
    dialog.reject()
    names.reject()


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_opens_in_every_language(
    qtbot: QtBot, open_window: Opener, archive_file: Path, state: Any, lang: str, theme: str
) -> None:
    state.theme = theme
    dialog = everyone(qtbot, open_window(archive_file, lang))
    assert dialog.table.model().rowCount() == 2
    assert "{" not in dialog.windowTitle() + dialog.said
    dialog.reject()
