"""The dossier before it leaves the program: chosen, looked at, then saved or printed."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zhylnama.archive.archive import Archive
from zhylnama.dossier.directory import Directory
from zhylnama.dossier.options import DossierOptions
from zhylnama.window.dossier_choices import DossierChoices, recalled, remembered
from zhylnama.window.dossier_pages import DossierPages
from zhylnama.window.look import Look, fitting
from zhylnama.window.parts import button, hairline, quiet, scrolled
from zhylnama.window.preview import a4, page_count, print_pages
from zhylnama.window.saving import choose_file
from zhylnama.window.state import State
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording
from zhylnama.writing import replacing

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class DossierDialog(QDialog):
    """Composes the dossier of one person on a worker of its own, and shows its pages.

    `ready` tells that the pages in view are painted, `saved` and `printed` that it was done.
    """

    ready = Signal()
    saved = Signal(object)
    printed = Signal()

    def __init__(
        self,
        archive: Path,
        person: str,
        wording: Wording,
        look: Look,
        parent: QWidget | None,
        state: State | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._person = person
        self._name = person
        self._state = state
        self._today = dt.date.today()
        self._directory: Directory | None = None
        self._worker = Worker(archive, wording.failure, self)
        self.pdf: bytes | None = None
        self.setWindowTitle(wording.tr("Dossier"))
        self.resize(fitting(self, look.px(1120), look.px(820)))
        last = state.dossier if state is not None else {}
        self.choices = DossierChoices(recalled(last, wording.lang), wording, look)
        self.choices.changed.connect(self._compose)
        self.choices.outdated.connect(self._on_outdated)
        self.language = self.choices.language
        self._pages = DossierPages(self._worker, wording, look)
        self._pages.settled.connect(self.ready)
        self._pages.failed.connect(self._on_failed)
        self._said = quiet("", look)
        self._arrange()
        self._compose()

    def page_pictures(self) -> list[QLabel]:
        """Return the pages that are painted: those in view and a few more."""
        return self._pages.pictures()

    @property
    def busy(self) -> bool:
        """Return whether something is still being made, written or printed."""
        return self._worker.busy

    @property
    def said(self) -> str:
        """Return the sentence at the foot of the dialog."""
        return self._said.text()

    def save_to(self, path: Path) -> None:
        """Write the PDF, or a .docx; an older file of that name stays whole until the new one is.

        Nothing is written where the passphrase was not typed twice alike, or cannot lock the file.
        """
        pdf = self.pdf
        if pdf is None:
            return
        word = path.suffix.lower() == ".docx"
        problem = self.choices.lock.problem(word=word)
        if problem:
            self._said.setText(problem)
            return
        options, passphrase = self.choices.options, self.choices.lock.passphrase

        def write(archive: Archive) -> Path:
            if word or passphrase is not None:
                self._make(archive, options, path, word=word, passphrase=passphrase)
            else:
                # The very bytes whose pages were looked at.
                with replacing(path) as stream:
                    stream.write(pdf)
            return path

        self._said.setText(self._wording.tr("Writing {file}…", file=path.name))
        self._worker.ask("save", write, self._on_saved, self._on_failed)

    def print_to(self, printer: QPrinter) -> None:
        """Send the pages to a printer."""
        pdf = self.pdf
        if pdf is None:
            return
        self._said.setText(self._wording.tr("The dossier is being printed…"))
        self._worker.ask(
            "print", lambda _a: print_pages(pdf, printer), self._on_printed, self._on_failed
        )

    def done(self, result: int) -> None:
        """Close the dialog; what it still computes is cancelled."""
        if self._state is not None:
            self._state.dossier = remembered(self.choices.options, self._wording.lang)
        self._worker.close()
        super().done(result)

    def _arrange(self) -> None:
        tr = self._wording.tr
        self.save_button = button(tr("Save…"), primary=True)
        self.print_button = button(tr("Print…"))
        self.close_button = button(tr("Close"))
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        both = QHBoxLayout()
        both.setSpacing(0)
        side, inside = scrolled("side", (0, 0, 0, 0))
        side.setAccessibleName(tr("Choices for the dossier"))
        # Tab goes from choice to choice, not to what scrolls them.
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.addWidget(self.choices)
        # As wide as the longest name of a section, which differs by language.
        room = self.choices.minimumSizeHint().width() + side.verticalScrollBar().sizeHint().width()
        side.setFixedWidth(max(self._look.px(330), room + 4))
        both.addWidget(side)
        both.addWidget(self._pages, 1)
        column.addLayout(both, 1)
        column.addWidget(hairline(self._look))
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for each in (self.close_button, self.print_button, self.save_button):
            row.addWidget(each)
        column.addLayout(row)

    def _on_outdated(self) -> None:
        # What does not show the choices can neither be saved nor printed.
        self.pdf = None
        self._worker.drop("compose")
        self._pages.forget()
        self._enable(False)

    def _compose(self) -> None:
        self._on_outdated()
        self._said.setText(self._wording.tr("The dossier is being made…"))
        options = self.choices.options

        def make(archive: Archive) -> tuple[bytes, int, str, str]:
            stream = io.BytesIO()
            subject = self._make(archive, options, stream)
            pdf = stream.getvalue()
            return pdf, page_count(pdf), subject, options.paper

        self._worker.ask("compose", make, self._on_composed, self._on_failed)

    def _make(
        self,
        archive: Archive,
        options: DossierOptions,
        target: Path | io.BytesIO,
        *,
        word: bool = False,
        passphrase: str | None = None,
    ) -> str:
        """Make the dossier, on the worker; return whom it is about."""
        # Heavy, and most readers who open the window print nothing.
        from zhylnama.dossier.make import make_dossier

        if self._directory is None and not options.disclosure.whole:
            # Everybody in the archive, read once for all the choices that are tried.
            self._directory = Directory(archive)
        (dossier,) = make_dossier(
            archive,
            [self._person],
            options,
            target,
            today=self._today,
            passphrase=passphrase,
            word=word,
            directory=self._directory,
        )
        return dossier.subject

    def _on_composed(self, made: tuple[bytes, int, str, str]) -> None:
        self.pdf, pages, self._name, paper = made
        self.setWindowTitle(self._wording.tr("Dossier: {name}", name=self._name))
        self._said.setText(self._wording.count("{n} page", "{n} pages", pages))
        self._enable(True)
        self._pages.show_pdf(self.pdf, pages, paper)

    def _on_save(self) -> None:
        problem = self.choices.lock.problem(word=False)
        if problem:
            self._said.setText(problem)
            self.choices.lock.second.setFocus()
            return
        tr = self._wording.tr
        name = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", self._name).strip() or self._person
        kinds = {"PDF (*.pdf)": ".pdf", tr("Document to edit") + " (*.docx)": ".docx"}
        path = choose_file(self, tr("Save the dossier"), f"{name}.pdf", kinds)
        if path is not None:
            self.save_to(path)

    def _on_saved(self, path: Path) -> None:
        self._said.setText(self._wording.tr("Saved as {path}", path=path))
        self.saved.emit(path)

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        options = self.choices.options
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        a4(printer)
        if options.paper == "Letter":
            printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        if not options.colour:
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        printer.setDocName(self._wording.tr("Dossier"))
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

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
