"""A whole list of names looked up at once: who of them the archive knows, and since when."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.archive.model import FoundPerson, NameRow
from zhylnama.failure import Failure
from zhylnama.window.export import cell_separator
from zhylnama.window.look import Look, fitting
from zhylnama.window.names_file import csv_of, read_names
from zhylnama.window.names_table import NamesTable
from zhylnama.window.parts import button, quiet
from zhylnama.window.saving import choose_file
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording
from zhylnama.writing import replacing

_AT_ONCE = 50


class NamesDialog(QDialog):
    """Names at the left, a line each; the table at the right. A click opens a profile.

    `ready` tells that every name was looked up, `saved` that the table was written.
    `dossiers_wanted` brings people and which of them are meant for sure.
    """

    person_opened = Signal(str)
    ready = Signal()
    saved = Signal(object)
    dossiers_wanted = Signal(object, object)
    _found = Signal(object, object)

    def __init__(self, archive: Path, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._worker = Worker(archive, wording.failure, self)
        self._round = threading.Event()
        self.setWindowTitle(wording.tr("Look up a list of names"))
        self.resize(fitting(self, look.px(1120), look.px(620)))
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setPlaceholderText(wording.tr("Paste names here, a line each"))
        self.names.setAccessibleName(wording.tr("Names, a line each"))
        self.names.setMinimumWidth(look.px(220))
        self.table = NamesTable(wording, look)
        self.table.person_opened.connect(self._on_person)
        self._said = quiet(wording.tr("Nothing of the list is kept when this is closed."), look)
        self._arrange()
        self._found.connect(self._on_found)
        self.names.textChanged.connect(self._show_buttons)
        self._show_buttons()
        self.names.setFocus()

    @property
    def said(self) -> str:
        """Return the sentence at the foot of the dialog."""
        return self._said.text()

    @property
    def busy(self) -> bool:
        """Return whether names are still looked up, or written."""
        return self._worker.busy

    def open_file(self, path: Path) -> None:
        """Take the names of a text file or of the first column of a CSV file."""
        try:
            self.names.setPlainText("\n".join(read_names(path)))
        except Failure as failure:
            self._said.setText(self._wording.failure(failure))
            return
        self.look_up()

    def look_up(self) -> None:
        """Look up every name; the rows come as they are found."""
        names = self.names.toPlainText().splitlines()
        self.table.clear()
        self._round.set()
        self._round = stop = threading.Event()

        def job(archive: Archive) -> None:
            rows: Iterator[NameRow] = archive.look_up_names(names)
            while batch := list(itertools.islice(rows, _AT_ONCE)):
                if stop.is_set():
                    raise Interrupted
                self._found.emit(stop, batch)

        self._said.setText(self._wording.tr("The names are being looked up…"))
        self._worker.ask("names", job, lambda _: self._on_ready(), self._on_failed)
        self._show_buttons()

    def save_to(self, path: Path) -> None:
        """Write the table as CSV; an older file stays whole until the new one is."""
        table = csv_of(self.table.rows, self._wording, cell_separator(self._wording))

        def write(_archive: Archive) -> Path:
            with replacing(path) as stream:
                stream.write(table)
            return path

        self._worker.ask("save", write, self._on_saved, self._on_failed)

    def done(self, result: int) -> None:
        """Close the dialog; what is still looked up is cancelled, and the list forgotten."""
        self._round.set()
        self._worker.close()
        super().done(result)

    def _arrange(self) -> None:
        tr = self._wording.tr
        self.open_button = button(tr("Open a file…"))
        self.look_button = button(tr("Look up"), primary=True)
        self.save_button = button(tr("Save table…"))
        self.dossiers_button = button(tr("Dossiers…"))
        self.dossiers_button.clicked.connect(self._on_dossiers)
        self.close_button = button(tr("Close"))
        self.open_button.clicked.connect(self._on_open)
        self.look_button.clicked.connect(self.look_up)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        panes = QHBoxLayout()
        panes.setSpacing(16)
        panes.addWidget(self.names, 1)
        panes.addWidget(self.table, 4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open_button)
        foot.addWidget(self.look_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.dossiers_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addLayout(panes, 1)
        column.addWidget(self._said)
        column.addLayout(foot)

    def _show_buttons(self) -> None:
        self.look_button.setEnabled(bool(self.names.toPlainText().strip()))
        self.save_button.setEnabled(bool(self.table.rows))
        self.dossiers_button.setEnabled(any(row.matches for row in self.table.rows))

    def _on_found(self, stop: object, rows: list[NameRow]) -> None:
        # What an older list still brought is not for this table.
        if stop is self._round and not self._round.is_set():
            self.table.add_rows(rows)
            self._show_buttons()

    def _on_ready(self) -> None:
        rows = self.table.rows
        known = sum(1 for row in rows if row.sure)
        self._said.setText(
            self._wording.count(
                "{known} of {n} name is in the archive for sure",
                "{known} of {n} names are in the archive for sure",
                len(rows),
                known=self._wording.number(known),
            )
        )
        self._show_buttons()
        self.ready.emit()

    def _on_failed(self, sentence: str) -> None:
        self._said.setText(sentence or self._wording.tr("Something went wrong inside Zhylnama."))

    def _on_dossiers(self) -> None:
        rows = self.table.chosen or self.table.rows
        found = {one.person.id: one for row in rows for one in row.matches}
        sure = frozenset(
            row.matches[0].person.id for row in rows if row.sure and len(row.matches) == 1
        )
        people = [
            FoundPerson(one.person.id, one.name, one.events, one.events, targeted=True)
            for one in found.values()
        ]
        self.dossiers_wanted.emit(people, sure)

    def _on_person(self, person: str) -> None:
        self.accept()
        self.person_opened.emit(person)

    def _on_open(self) -> None:
        tr = self._wording.tr
        kinds = tr("Lists of names") + " (*.txt *.csv *.tsv)"
        path, _kind = QFileDialog.getOpenFileName(self, tr("Open a file"), "", kinds)
        if path:
            self.open_file(Path(path))

    def _on_save(self) -> None:
        tr = self._wording.tr
        name = tr("names") + ".csv"
        path = choose_file(self, tr("Save table"), name, {"CSV (*.csv)": ".csv"})
        if path is not None:
            self.save_to(path)

    def _on_saved(self, path: Path) -> None:
        self._said.setText(self._wording.tr("Saved as {path}", path=path))
        self.saved.emit(path)
