"""File ▸ Import report…: a report is read off the window's thread, then a person reviews it.

A review that was begun waits in the reader's own folder, and is offered before a new one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.failure import Failure
from zhylnama.files import resources_folder, state_folder
from zhylnama.installed import known_people
from zhylnama.reading.reviewing import journal
from zhylnama.reading.reviewing.basis import Stopped, digest_of, read_basis
from zhylnama.reading.reviewing.journal import Journal, Unfinished
from zhylnama.reading.reviewing.operations import Basis
from zhylnama.reading.reviewing.review import Review
from zhylnama.window.flow import flow
from zhylnama.window.look import Look
from zhylnama.window.parts import Link, Words, button, hairline, heading, quiet
from zhylnama.window.phrases import period_in_words
from zhylnama.window.review import ReviewDialog
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording


def reviews_folder() -> Path:
    """Return the folder of reviews that were begun. May not exist."""
    return state_folder() / "reviews"


class Importing(QObject):
    """Leads from a report's file to its review. `added` brings the archive that was extended.

    `failed` brings a sentence.
    """

    added = Signal(object)
    failed = Signal(str)

    def __init__(self, archive: Path, wording: Wording, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._archive, self._wording, self._look, self._window = archive, wording, look, window

    def begin(self) -> None:
        """Offer the reviews that wait; where none does, ask for a report."""
        waiting = journal.unfinished(reviews_folder())
        if not waiting:
            self._choose()
            return
        dialog = WaitingDialog(waiting, self._wording, self._look, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.resumed.connect(self.resume)
        dialog.another.connect(self._choose)
        dialog.open()

    def _choose(self) -> None:
        tr = self._wording.tr
        kinds = tr("Reports") + " (*.txt *.html *.htm *.mhtml *.docx *.pdf)"
        path, _kind = QFileDialog.getOpenFileName(
            self._window, tr("Import report"), "", f"{kinds};;{tr('All files')} (*)"
        )
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a report, or go on with its review where one was begun."""
        try:
            digest = digest_of(path)
        except Failure as refused:
            self.failed.emit(self._wording.failure(refused))
            return
        for waiting in journal.unfinished(reviews_folder()):
            if waiting.report_digest == digest:
                self.resume(waiting.path)
                return
        dialog = ReadingDialog(path, self._archive, self._wording, self._look, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.read.connect(self._on_read)
        dialog.open()

    def resume(self, path: Path) -> None:
        """Go on with a review where it was left."""
        self._review(lambda: journal.resume(path))

    def _on_read(self, basis: Basis) -> None:
        self._review(lambda: journal.begin(basis, reviews_folder()))

    def _review(self, begun: Callable[[], tuple[Review, Journal]]) -> None:
        try:
            review, kept = begun()
        except Failure as refused:
            self.failed.emit(self._wording.failure(refused))
            return
        dialog = ReviewDialog(review, kept, self._archive, self._wording, self._look, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.added.connect(self.added)
        dialog.open()


class ReadingDialog(QDialog):
    """Reads a report; `read` brings what a review begins with. Cancelled, it leaves nothing."""

    read = Signal(object)
    _advanced = Signal(int)

    def __init__(
        self, report: Path, archive: Path, wording: Wording, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._stopped = threading.Event()
        self._worker = Worker(archive, wording.failure, self)
        tr = wording.tr
        self.setWindowTitle(tr("Import report"))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(28, 22, 28, 18)
        column.setSpacing(10)
        self._said = Words(tr("Reading {file}…", file=report.name), look)
        self._said.setFixedWidth(look.px(400))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setAccessibleName(tr("How far the work is"))
        self._counted = quiet("", look)
        self.close_button = button(tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._counted, 1)
        row.addWidget(self.close_button)
        for widget in (self._said, self.progress):
            column.addWidget(widget)
        column.addLayout(row)
        self._advanced.connect(self._on_advanced)
        self._worker.ask("read", lambda a: self._read(a, report), self._on_read, self._on_failed)

    @property
    def said(self) -> str:
        """Return the sentence of the dialog."""
        return self._said.text()

    def _read(self, archive: Archive, report: Path) -> Basis:
        try:
            return read_basis(
                report,
                resources=resources_folder(),
                lookup=known_people(archive),
                archive_digest=archive.edition.digest,
                progress=self._advanced.emit,
                stop=self._stopped.is_set,
            )
        except Stopped as stop:
            raise Interrupted from stop

    def _on_advanced(self, events: int) -> None:
        self._counted.setText(self._wording.count("{n} event", "{n} events", events))

    def _on_read(self, basis: Basis) -> None:
        self.accept()
        self.read.emit(basis)

    def _on_failed(self, sentence: str) -> None:
        self.progress.hide()
        tr = self._wording.tr
        self._said.setText(
            sentence or tr("Something went wrong inside Zhylnama. Nothing was saved.")
        )
        self.close_button.setText(tr("Close"))

    def done(self, result: int) -> None:
        """Close; a report that is not read to its end leaves nothing."""
        self._stopped.set()
        self._worker.close()
        super().done(result)


class WaitingDialog(QDialog):
    """The reviews that were begun: go on with one, discard one, or begin with another report."""

    resumed = Signal(object)
    another = Signal()

    def __init__(
        self, waiting: list[Unfinished], wording: Wording, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        tr = wording.tr
        self.setWindowTitle(tr("Import report"))
        self._wording, self._look = wording, look
        self._first, self._gone = waiting[0].path, set[Path]()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(28, 22, 28, 18)
        column.setSpacing(8)
        column.addWidget(heading(tr("A review is not finished"), look, 16))
        self.discard_links: list[Link] = []
        self.sure_links: list[Link] = []
        for each in waiting:
            column.addWidget(self._line(each))
            column.addWidget(hairline(look))
        self.another_button = button(tr("Another report…"))
        self.another_button.clicked.connect(self._on_another)
        self.resume_button = button(tr("Continue"), primary=True)
        self.resume_button.setDefault(True)
        self.resume_button.clicked.connect(lambda: self._on_resumed(waiting[0].path))
        close = button(tr("Cancel"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (close, self.another_button, self.resume_button):
            row.addWidget(widget)
        column.addSpacing(6)
        column.addLayout(row)

    def _line(self, each: Unfinished) -> QWidget:
        tr, look = self._wording.tr, self._look
        name = period_in_words(self._wording, each.period) if each.period else each.file
        go = Link(name, look, look.serif_font(15))
        go.clicked.connect(lambda: self._on_resumed(each.path))
        far = tr("{done} of {all} decided", done=each.decided, all=each.entries)
        drop = Link(tr("Discard"), look, look.sans_font(12), "quiet")
        drop.setAccessibleName(tr("Discard the review of {report}", report=name))
        # What was decided is gone then: it is asked once more, in place.
        sure = Link(tr("Discard everything decided?"), look, look.sans_font(12), "arrest")
        sure.hide()
        self.discard_links.append(drop)
        self.sure_links.append(sure)
        box = flow([go, quiet(f"{each.file} · {far}", look), drop, sure], 10)
        box.setMinimumWidth(look.px(440))
        drop.clicked.connect(drop.hide)
        drop.clicked.connect(sure.show)
        sure.clicked.connect(lambda: self._on_discarded(each.path, box))
        return box

    def _on_discarded(self, path: Path, box: QWidget) -> None:
        path.unlink(missing_ok=True)
        self._gone.add(path)
        box.setEnabled(False)
        self.resume_button.setEnabled(path != self._first)

    def _on_resumed(self, path: Path) -> None:
        if path not in self._gone:
            self.accept()
            self.resumed.emit(path)

    def _on_another(self) -> None:
        self.accept()
        self.another.emit()
