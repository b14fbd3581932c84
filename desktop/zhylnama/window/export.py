"""What was found, written to a file: CSV, JSON Lines, Markdown or a PDF, off the window's thread.

The file appears whole or not at all: cancelled or failed, it leaves an older one untouched.
"""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.files import resources_folder
from zhylnama.record.event import Event
from zhylnama.record.file import write_records
from zhylnama.window.answers import count, first_page, search
from zhylnama.window.history import Address
from zhylnama.window.look import Look
from zhylnama.window.parts import Words, button
from zhylnama.window.phrases import narrowed_in_words, search_in_words
from zhylnama.window.saving import choose_file
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording
from zhylnama.writing import replacing

_AT_ONCE = 500


def choose_target(address: Address, wording: Wording, parent: QWidget) -> Path | None:
    """Let the reader choose a file and its form; None where they chose none."""
    tr = wording.tr
    kinds = {
        tr("Table for Excel and LibreOffice") + " (*.csv)": ".csv",
        tr("JSON Lines, a record a line") + " (*.jsonl)": ".jsonl",
        tr("Markdown") + " (*.md)": ".md",
        tr("PDF list with sources") + " (*.pdf)": ".pdf",
    }
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", address.query).strip()[:60] or tr("events")
    return choose_file(parent, tr("Export what was found"), f"{name}.csv", kinds)


def cell_separator(wording: Wording) -> str:
    """Return what separates the cells of a CSV: what the Excel of this system and language wants.

    Somebody may read English in a country where Excel splits at semicolons.
    """
    return ";" if QLocale.system().decimalPoint() == "," else wording.cell_separator


class ExportDialog(QDialog):
    """Writes the events of an address, newest or oldest first, and shows how far it is.

    `saved` brings the sentence of what was written.
    """

    saved = Signal(str)
    _advanced = Signal(int, int)

    def __init__(
        self,
        archive: Path,
        address: Address,
        target: Path,
        wording: Wording,
        look: Look,
        parent: QWidget,
        labels: dict[tuple[str, str], str] | None = None,
    ) -> None:
        """`labels` are the names of chosen values that no record of the archive is asked for."""
        super().__init__(parent)
        self._wording = wording
        self._target = target
        self._labels = dict(labels or {})
        # Relevance is computed for some of the hits only; a file has all of them.
        self._address = replace(address, sort="oldest" if address.sort == "oldest" else "newest")
        self._cancelled = threading.Event()
        self._worker = Worker(archive, wording.failure, self)
        self.setWindowTitle(wording.tr("Export what was found"))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        self._said = Words(wording.tr("Writing {file}…", file=target.name), look)
        self._said.setFixedWidth(look.px(380))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(wording.tr("How far the export is"))
        self.close_button = button(wording.tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addWidget(self._said)
        column.addWidget(self.progress)
        column.addLayout(row)
        self._advanced.connect(self._on_advanced)
        self._worker.ask("export", self._write, self._on_written, self._on_failed)

    @property
    def said(self) -> str:
        """Return the sentence of the dialog."""
        return self._said.text()

    def done(self, result: int) -> None:
        """Close the dialog; what is not written yet never will be."""
        self._cancelled.set()
        self._worker.close()
        super().done(result)

    # On the worker

    def _write(self, archive: Archive) -> int:
        total = count(archive, self._address).total
        events = self._events(archive, total)
        form = self._target.suffix.lower().removeprefix(".")
        with replacing(self._target) as stream:
            if form == "jsonl":
                return write_records(events, form, stream)
            worded = Wording(self._wording.lang, resources_folder())
            if form == "csv":
                from zhylnama.dossier.table import write_table

                return write_table(events, worded, stream, cell_separator(worded))
            from zhylnama.dossier.listing import Title, write_listing, write_markdown

            title = Title(
                search_in_words(worded, self._address.query),
                archive.edition,
                dt.date.today(),
                narrowed_in_words(worded, self._address, self._labels),
            )
            if form == "md":
                return write_markdown(events, title, worded, stream)
            # Laying out takes longer than reading, and can be stopped at any page.
            return write_listing(events, title, worded, stream, go_on=self._go_on)

    def _events(self, archive: Archive, total: int) -> Iterator[Event]:
        done, more = 0, True
        while more:
            if self._address.like is not None:
                page = first_page(archive, self._address, _AT_ONCE)
            else:
                page = search(archive, self._address, _AT_ONCE, done)
            for hit in page.hits:
                self._go_on()
                yield hit.event
            done, more = done + len(page.hits), page.more
            self._advanced.emit(done, total)

    def _go_on(self) -> None:
        if self._cancelled.is_set():
            raise Interrupted

    # On the window's thread

    def _on_advanced(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        # A PDF is laid out after its last event was read: that is no time to say it is done.
        self.progress.setValue(min(done, total - 1) if self._target.suffix == ".pdf" else done)

    def _on_written(self, number: int) -> None:
        wording = self._wording
        said = wording.count(
            "{n} event saved as {path}", "{n} events saved as {path}", number, path=self._target
        )
        self.saved.emit(said)
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        tr = self._wording.tr
        self._said.setText(
            sentence or tr("Something went wrong inside Zhylnama. Nothing was saved.")
        )
        self.progress.hide()
        self.close_button.setText(tr("Close"))
