"""The dossier before it leaves the program: its pages to look at, then saved or printed."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from zhylnama.archive.archive import Archive
from zhylnama.files import resources_folder
from zhylnama.window.choice import Choice
from zhylnama.window.look import Look
from zhylnama.window.parts import button, empty, hairline, quiet, scrolled
from zhylnama.window.preview import a4, page_count, page_image, print_pages
from zhylnama.window.worker import Worker
from zhylnama.wording import LANGUAGES, Wording
from zhylnama.writing import replacing

_WIDTH_OF_A4 = 8.27


class DossierDialog(QDialog):
    """Composes the dossier of one person on a worker of its own, and shows its pages.

    `ready` tells that every page is shown, `saved` and `printed` that it was done.
    """

    ready = Signal()
    saved = Signal(object)
    printed = Signal()

    def __init__(
        self, archive: Path, person: str, wording: Wording, look: Look, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._person = person
        self._name = person
        self._worker = Worker(archive, self)
        self.pdf: bytes | None = None
        self.setWindowTitle(wording.tr("Dossier"))
        self.resize(look.px(860), look.px(820))
        self._area, self._pages = scrolled("side", (24, 20, 24, 20))
        self._area.setAccessibleName(wording.tr("Pages of the dossier"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages.setSpacing(16)
        self._said = quiet("", look)
        self._arrange()
        self._compose(wording.lang)

    def page_pictures(self) -> list[QLabel]:
        """Return the pages that are shown so far."""
        return [page for page in self._area.findChildren(QLabel) if not page.pixmap().isNull()]

    @property
    def busy(self) -> bool:
        """Return whether something is still being made, written or printed."""
        return self._worker.busy

    @property
    def said(self) -> str:
        """Return the sentence at the foot of the dialog."""
        return self._said.text()

    def save_to(self, path: Path) -> None:
        """Write the PDF; an older file of that name stays whole until the new one is."""
        pdf = self.pdf
        if pdf is None:
            return

        def write(_archive: Archive) -> Path:
            with replacing(path) as stream:
                stream.write(pdf)
            return path

        self._worker.ask("save", write, self._on_saved, self._on_failed)

    def done(self, result: int) -> None:
        """Close the dialog; what it still computes is cancelled."""
        self._worker.close()
        super().done(result)

    def _arrange(self) -> None:
        tr = self._wording.tr
        name = tr("Language of the dossier")
        self.language = Choice(LANGUAGES, self._wording.lang, name, self._look)
        self.language.setToolTip(name)
        self.language.picked.connect(self._compose)
        self.save_button = button(tr("Save…"), primary=True)
        self.print_button = button(tr("Print…"))
        self.close_button = button(tr("Close"))
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(hairline(self._look))
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.language)
        row.addWidget(self._said, 1)
        for each in (self.close_button, self.print_button, self.save_button):
            row.addWidget(each)
        column.addLayout(row)

    def _compose(self, lang: str) -> None:
        self.pdf = None
        self._enable(False)
        self._said.setText(self._wording.tr("The dossier is being made…"))
        person = self._person

        def make(archive: Archive) -> tuple[bytes, int, str]:
            # Both are heavy, and most readers who open the window print nothing.
            from zhylnama.dossier.compose import compose
            from zhylnama.dossier.pages import write_pdf

            worded = Wording(lang, resources_folder())
            dossier = compose(archive, person, worded, today=dt.date.today())
            stream = io.BytesIO()
            write_pdf(dossier, worded, stream)
            pdf = stream.getvalue()
            return pdf, page_count(pdf), dossier.subject

        self._worker.drop("page")
        self._worker.ask("compose", make, self._on_composed, self._on_failed)

    def _on_composed(self, made: tuple[bytes, int, str]) -> None:
        self.pdf, pages, self._name = made
        self.setWindowTitle(self._wording.tr("Dossier: {name}", name=self._name))
        self._said.setText(self._wording.count("{n} page", "{n} pages", pages))
        self._enable(True)
        empty(self._pages)
        self._show_page(0, pages)

    def _show_page(self, number: int, pages: int) -> None:
        pdf = self.pdf
        if pdf is None or number >= pages:
            self._pages.addStretch(1)
            self.ready.emit()
            return
        ratio = self.devicePixelRatioF()
        dots = self._look.px(760) / _WIDTH_OF_A4 * ratio

        def shown(image: QImage) -> None:
            image.setDevicePixelRatio(ratio)
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(
                self._wording.tr("Page {number} of {pages}", number=number + 1, pages=pages)
            )
            self._pages.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._show_page(number + 1, pages)

        self._worker.ask("page", lambda _a: page_image(pdf, number, dots), shown, self._on_failed)

    def _on_save(self) -> None:
        name = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", self._name).strip() or self._person
        title = self._wording.tr("Save the dossier")
        path, _kind = QFileDialog.getSaveFileName(self, title, f"{name}.pdf", "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def _on_saved(self, path: Path) -> None:
        self._said.setText(self._wording.tr("Saved as {path}", path=path))
        self.saved.emit(path)

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        pdf = self.pdf
        if pdf is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        a4(printer)
        printer.setDocName(self._wording.tr("Dossier"))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self._said.setText(self._wording.tr("The dossier is being printed…"))
        self._worker.ask(
            "print", lambda _a: print_pages(pdf, printer), self._on_printed, self._on_failed
        )

    def _on_printed(self, pages: int) -> None:
        self._said.setText(
            self._wording.count(
                "{n} page sent to the printer", "{n} pages sent to the printer", pages
            )
        )
        self.printed.emit()

    def _on_failed(self, sentence: str) -> None:
        # A defect has no sentence of its own; its traceback is in the log.
        self._said.setText(
            sentence or self._wording.tr("Something went wrong inside Zhylnama. Nothing was saved.")
        )

    def _enable(self, on: bool) -> None:
        self.save_button.setEnabled(on)
        self.print_button.setEnabled(on)
