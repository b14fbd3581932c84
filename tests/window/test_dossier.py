"""The dossier's dialog: pages to look at, a file that is whole or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.window.conftest import settle

from zhylnama.window.choice import Choice
from zhylnama.window.dossier import DossierDialog
from zhylnama.window.history import Address
from zhylnama.window.main import MainWindow
from zhylnama.window.preview import page_count, page_image


def open_dossier(qtbot: QtBot, window: MainWindow) -> DossierDialog:
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    QTest.keyClick(window.bar.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(DossierDialog)
    qtbot.waitUntil(lambda: dialog.pdf is not None and not dialog.busy, timeout=20_000)
    return dialog


def pick(choice: Choice, key: str) -> None:
    (action,) = (each for each in choice.menu().actions() if each.data() == key)
    action.trigger()


def text_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_pages_in_view_are_shown(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dossier(qtbot, window)
    assert dialog.pdf is not None
    pages = page_count(dialog.pdf)
    shown = dialog.page_pictures()
    assert 0 < len(shown) <= pages
    assert all(not page.pixmap().isNull() for page in shown)
    assert dialog.said == (f"{pages} pages" if pages > 1 else "1 page")
    assert "Mamay Zhanbolat" in dialog.windowTitle()
    dialog.reject()


def test_saving_writes_the_whole_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = open_dossier(qtbot, window)
    path = tmp_path / "Досье & co.pdf"
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(path)
    assert path.read_bytes() == dialog.pdf
    assert "Mamay Zhanbolat" in text_of(path.read_bytes())
    dialog.reject()


def test_a_place_that_refuses_gives_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_dossier(qtbot, window)
    dialog.save_to(tmp_path / "no such folder" / "x.pdf")
    qtbot.waitUntil(lambda: "x.pdf" in dialog.said)
    assert not (tmp_path / "no such folder").exists()
    dialog.reject()


def test_the_dossier_in_another_language(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dossier(qtbot, window)
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        pick(dialog.language, "kk")
    assert dialog.pdf is not None
    assert "Дереккөздер" in text_of(dialog.pdf)
    dialog.reject()


def test_closing_while_it_is_made(qtbot: QtBot, window: MainWindow) -> None:
    window.open_person("mamay-zhanbolat")
    settle(qtbot, window)
    window.desk.open_dossier()
    (dialog,) = window.findChildren(DossierDialog)
    dialog.reject()
    assert not dialog.isVisible()


def test_an_event_without_people_has_no_dossier(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Address(event="none.1"))
    settle(qtbot, window)
    window.desk.open_dossier()
    assert window.findChildren(DossierDialog) == []
    assert "names somebody" in window.notice.said


@pytest.mark.parametrize("dots", [72, 150])
def test_a_page_has_the_size_of_paper(qtbot: QtBot, window: MainWindow, dots: int) -> None:
    dialog = open_dossier(qtbot, window)
    assert dialog.pdf is not None
    image = page_image(dialog.pdf, 0, dots)
    assert abs(image.width() - 8.27 * dots) < 2
    assert abs(image.height() - 11.69 * dots) < 2
    dialog.reject()


def test_the_system_dialog_prints_to_a_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    dialog = open_dossier(qtbot, window)
    assert dialog.pdf is not None
    asked: list[tuple[str, str]] = []

    def say_yes() -> None:
        (system,) = dialog.findChildren(QPrintDialog)
        printer = system.printer()
        asked.append((printer.pageLayout().pageSize().name(), printer.docName()))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        system.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(300, say_yes)
    with qtbot.waitSignal(dialog.printed, timeout=30_000):
        dialog.print_button.click()
    # The name of the job goes to the printer's queue: it names nobody.
    assert asked == [("A4", "Dossier")]
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == page_count(dialog.pdf)
    dialog.reject()


def test_printing_paints_every_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from zhylnama.window.preview import a4

    dialog = open_dossier(qtbot, window)
    assert dialog.pdf is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    a4(printer)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages = page_count(dialog.pdf)
    with qtbot.waitSignal(dialog.printed, timeout=20_000):
        dialog.print_to(printer)
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == pages
    assert dialog.said == f"{pages} pages sent to the printer"
    dialog.reject()
