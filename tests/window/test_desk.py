"""What is taken out of the window: copies, exports; and events and people like one."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from tests.window.conftest import MARKUP, URL, Opener, colours_in, seen, settle, shown, type_in

from zhylnama.window.export import ExportDialog, cell_separator
from zhylnama.window.history import Address
from zhylnama.window.main import MainWindow
from zhylnama.window.parts import Link


def press(window: MainWindow, words: str) -> None:
    found = next(each for each in shown(window.search.pane, QPushButton) if each.text() == words)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_an_event_is_copied_with_its_citation(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Address(event="2021-12-03.1"))
    settle(qtbot, window)
    QGuiApplication.clipboard().clear()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.search.list, Qt.Key.Key_C, both)
    copied = QGuiApplication.clipboard().text()
    assert window.session is not None
    for fact in (
        "3 December 2021, Almaty",
        "Zhanbolat Mamay was fined 14,585 tenge",
        "AOC, article 669, part 1",
        f"Source 12: {URL}",
        "Source 13: no link in the report (no link was printed)",
        "Report 2021-12, paragraph 16; record 2021-12-03.1",
        f"digest {window.session.edition.digest}",
    ):
        assert fact in copied
    assert window.status.said == "The event was copied with its citation."
    QGuiApplication.clipboard().clear()
    press(window, "Copy with citation")
    assert QGuiApplication.clipboard().text() == copied


def test_more_like_this(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Address(event="2021-12-10.1"))
    settle(qtbot, window)
    press(window, "More like this")
    settle(qtbot, window)
    results = window.search.list.results
    found = [hit.event.id for row in range(3) if (hit := results.hit(row)) is not None]
    assert "2021-12-03.1" in found
    assert "2021-12-10.1" not in found
    (chip,) = window.bar.chip_buttons()
    assert chip.words == "like: Arrest of Zhanbolat Mamay"
    window.choose_lang("ru")
    settle(qtbot, window)
    (chip,) = window.bar.chip_buttons()
    assert chip.words == "похожие: Arrest of Zhanbolat Mamay"
    window.choose_lang("en")
    settle(qtbot, window)
    (chip,) = window.bar.chip_buttons()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.bar.field.counted == "96 events"


def test_the_strip_follows_and_narrows_what_is_alike(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Address(like="2021-12-10.1"))
    settle(qtbot, window)
    every = window.search.list.results.rowCount()
    assert every > 1
    assert window.bar.field.counted == f"{every} events"
    assert window.look.colours["court"] in colours_in(window.search.strip)
    first = dt.date(2021, 12, 1)
    window.search.strip.narrowed.emit((first, dt.date(2021, 12, 5)))
    settle(qtbot, window)
    results = window.search.list.results
    found = [hit.event.id for row in range(9) if (hit := results.hit(row)) is not None]
    assert found == ["2021-12-03.1"]
    assert window.bar.field.counted == "1 event"
    assert window.here.like == "2021-12-10.1"


def test_people_in_a_like_situation(qtbot: QtBot, window: MainWindow) -> None:
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    assert "In a like situation\nAppears" not in seen(window.profile)
    assert "In a like situation" in seen(window.profile)


# Export


def export(qtbot: QtBot, window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.search.list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.status.said.endswith(str(target)), timeout=10_000)
    assert shown(window, ExportDialog) == []


def test_export_as_csv(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(qtbot, window, "Мамай")
    target = tmp_path / "found.csv"
    export(qtbot, window, target, monkeypatch)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["Record"] for row in rows] == ["2021-12-20.1", "2021-12-10.1", "2021-12-03.1"]


def test_a_russian_csv_is_for_a_russian_excel(
    qtbot: QtBot,
    open_window: Opener,
    archive_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(archive_file, "ru")
    type_in(qtbot, window, "Мамай")
    target = tmp_path / "found.csv"
    export(qtbot, window, target, monkeypatch)
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig")), delimiter=";"))
    assert [row["Запись"] for row in rows] == ["2021-12-20.1", "2021-12-10.1", "2021-12-03.1"]


def test_english_in_a_country_of_semicolons(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cell_separator(window.wording) == ","
    russia = QLocale(QLocale.Language.Russian, QLocale.Country.Russia)
    monkeypatch.setattr(QLocale, "system", lambda: russia)
    assert cell_separator(window.wording) == ";"


def test_every_hit_is_exported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhylnama.window.export._AT_ONCE", 7)
    window.go(Address(sort="best"))
    settle(qtbot, window)
    target = tmp_path / "all.jsonl"
    export(qtbot, window, target, monkeypatch)
    ids = [msgspec.json.decode(line)["id"] for line in target.read_bytes().splitlines()]
    assert len(ids) == len(set(ids)) == 96
    assert window.status.said.startswith("96 events saved")


def test_export_as_markdown_and_pdf(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(qtbot, window, "poster")
    export(qtbot, window, tmp_path / "found.md", monkeypatch)
    said = (tmp_path / "found.md").read_text("utf-8")
    assert "\\<b\\>bold\\</b\\>" in said
    assert MARKUP not in said
    export(qtbot, window, tmp_path / "found.pdf", monkeypatch)
    document = PdfDocument(tmp_path / "found.pdf")
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Events found for “poster”" in text
    assert "<b>bold</b>" in text
    assert "Source 40" in text


def test_a_list_says_what_narrowed_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = Address("Mamay", exact=True).narrowed("kind", "fine").narrowed("place", "almaty")
    dates = (dt.date(2021, 12, 1), dt.date(2021, 12, 31))
    window.go(replace(chosen, filters=replace(chosen.filters, dates=dates)))
    settle(qtbot, window)
    export(qtbot, window, tmp_path / "found.md", monkeypatch)
    head = (tmp_path / "found.md").read_text("utf-8").splitlines()[:3]
    assert head[0] == "# Events found for “Mamay”"
    assert head[2] == "exact spelling · date: 1–31 December 2021 · kind: Fine · place: Almaty"
    window.go(Address().narrowed("kind", "fine").narrowed("kind", "picket"))
    settle(qtbot, window)
    export(qtbot, window, tmp_path / "found.pdf", monkeypatch)
    document = PdfDocument(tmp_path / "found.pdf")
    assert "kind (all of them): Fine, Picket" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_no_older_file_is_replaced_unasked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system asks about the name that was typed, not about the one with an ending."""
    old = tmp_path / "found.csv"
    old.write_text("old")
    answers = iter([str(tmp_path / "found"), ""])
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str, *_kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.desk.open_export()
    assert proposed == ["events.csv", str(old)]
    assert old.read_text() == "old"
    assert shown(window, ExportDialog) == []


def test_a_cancelled_export_leaves_the_old_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "found.csv"
    target.write_text("old")
    assert window.session is not None
    dialog = ExportDialog(
        window.session.path, Address(), target, window.wording, window.look, window
    )
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.glob("*.csv")] == ["found.csv"]
    assert list(tmp_path.glob(".*")) == []
    dialog.deleteLater()


def test_an_export_that_fails_says_why(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.session is not None
    target = tmp_path / "nowhere" / "found.csv"
    dialog = ExportDialog(
        window.session.path, Address(), target, window.wording, window.look, window
    )
    dialog.open()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.said)
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    dialog.deleteLater()


def test_a_profile_has_nothing_to_export(qtbot: QtBot, window: MainWindow) -> None:
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    focus = shown(window.profile, Link)[0]
    QTest.keyClick(focus, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.notice.said == "Go to a search to export what it finds."
