"""Dossiers of several people at once: a file each, or one book with a common index."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import FoundPerson
from zhylnama.window.choice import Choice
from zhylnama.window.dossier_choices import DossierChoices, recalled, remembered
from zhylnama.window.dossiers_table import DossiersTable
from zhylnama.window.look import Look, fitting
from zhylnama.window.parts import Link, Words, button, hairline, heading, quiet, scrolled
from zhylnama.window.saving import choose_file
from zhylnama.window.state import State
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording

if TYPE_CHECKING:
    from zhylnama.dossier.batch import Batch

MOST_PEOPLE = 5_000
"""So many are listed. A book of them all would have a hundred thousand pages."""

People = Callable[[Archive], list[FoundPerson]]


class DossiersDialog(QDialog):
    """The choices of a dossier at the left, the people at the right, what became of them at last.

    `people` is asked on the worker. `on` are those who are ticked at first; None ticks everybody.
    `listed` tells that the people are there, `written` (a Batch) that the work has ended.
    """

    listed = Signal()
    written = Signal(object)
    _advanced = Signal(int, int, str)

    def __init__(
        self,
        archive: Path,
        people: People,
        wording: Wording,
        look: Look,
        parent: QWidget | None,
        state: State | None = None,
        *,
        on: frozenset[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._state = state
        self._on = on
        self._stopped = threading.Event()
        self._writing = False
        self._worker = Worker(archive, wording.failure, self)
        self.setWindowTitle(wording.tr("Dossiers of several people"))
        self.resize(fitting(self, look.px(1120), look.px(820)))
        last = state.dossier if state is not None else {}
        self.choices = DossierChoices(recalled(last, wording.lang), wording, look)
        # A photo is of one person.
        self.choices.photo_group.hide()
        self.table = DossiersTable(wording, look)
        self.table.ticked.connect(self._show_state)
        self._said = quiet("", look)
        self._arrange()
        self._advanced.connect(self._on_advanced)
        self._said.setText(wording.tr("The people are being looked up…"))
        self._show_state()
        self._worker.ask("people", people, self._on_people, self._on_failed)

    @property
    def busy(self) -> bool:
        """Return whether people are still looked up, or dossiers written."""
        return self._worker.busy

    @property
    def said(self) -> str:
        """Return the sentence at the foot of the dialog."""
        return self._said.text()

    def write_to(self, target: Path) -> None:
        """Write the dossiers of those who are ticked: into a folder, or the book as a file.

        Nothing is written where the passphrase was not typed twice alike, or cannot lock the files.
        """
        people = self.table.people
        if not people or self._problem():
            return
        self._stopped.clear()
        book, word = self.form.current == "book", self.kind.current == "docx"
        options, passphrase = self.choices.options, self.choices.lock.passphrase
        names = {one.person: one.name for one in people}

        def write(archive: Archive) -> Batch:
            # Heavy, and a window without a dossier must start without it.
            from zhylnama.dossier.batch import write_many

            return write_many(
                archive,
                list(names),
                options,
                target,
                today=dt.date.today(),
                book=book,
                word=word,
                passphrase=passphrase,
                names=names,
                progress=self._advanced.emit,
                cancelled=self._stopped.is_set,
            )

        self._worker.ask(
            "write", write, lambda batch: self._on_written(batch, target), self._on_failed
        )
        self._writing = True
        self.progress.setRange(0, 0)
        self.table.freeze(on=True)
        self._show_state()

    def stop(self) -> None:
        """Write no more; what is written stays."""
        self._stopped.set()
        self._said.setText(self._wording.tr("Stopping…"))

    def done(self, result: int) -> None:
        """Close the dialog; the file that is being written never will be."""
        if self._state is not None:
            self._state.dossier = remembered(self.choices.options, self._wording.lang)
        self._stopped.set()
        self._worker.close()
        super().done(result)

    def reject(self) -> None:
        """Stop the writing, if there is any; close the dialog, if there is none."""
        if self.writing:
            self.stop()
        else:
            super().reject()

    @property
    def writing(self) -> bool:
        """Return whether dossiers are being written."""
        return self._writing

    # Parts

    def _arrange(self) -> None:
        side, inside = scrolled("side", (0, 0, 0, 0))
        side.setAccessibleName(self._wording.tr("Choices for the dossiers"))
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.addWidget(self.choices)
        room = self.choices.minimumSizeHint().width() + side.verticalScrollBar().sizeHint().width()
        side.setFixedWidth(max(self._look.px(330), room + 4))
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(side)
        both.addLayout(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(both, 1)
        column.addWidget(hairline(self._look))
        column.addLayout(self._foot())

    def _right(self) -> QVBoxLayout:
        tr, look = self._wording.tr, self._look
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        self._title = heading("", look)
        column.addWidget(self._title)
        column.addWidget(
            quiet(
                tr("A dossier has every event of a person, not only those that were found."), look
            )
        )
        links = QHBoxLayout()
        links.setSpacing(16)
        self.all_link = Link(tr("All"), look)
        self.none_link = Link(tr("None"), look)
        self.affected_link = Link(tr("Only people affected"), look)
        for link, which in (
            (self.all_link, lambda one: True),
            (self.none_link, lambda one: False),
            (self.affected_link, lambda one: one.targeted),
        ):
            link.clicked.connect(lambda _on=False, which=which: self.table.tick(which))
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self.table, 1)
        column.addLayout(self._forms())
        return column

    def _forms(self) -> QHBoxLayout:
        tr, look = self._wording.tr, self._look
        self.form = Choice(
            {"each": tr("a file for each person"), "book": tr("one book with a common index")},
            "each",
            tr("Written as"),
            look,
        )
        self.kind = Choice(
            {"pdf": "PDF", "docx": tr("Document to edit") + " (.docx)"}, "pdf", tr("Form"), look
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Words(tr("Written as"), look, wrap=False))
        row.addWidget(self.form)
        row.addWidget(self.kind)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        tr = self._wording.tr
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(self._look.px(160))
        self.progress.setAccessibleName(tr("How far the dossiers are"))
        self.write_button = button(tr("Write…"), primary=True)
        self.close_button = button(tr("Close"))
        self.write_button.clicked.connect(self._on_write)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.progress)
        row.addWidget(self._said, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.write_button)
        return row

    def _show_state(self) -> None:
        tr, writing = self._wording.tr, self.writing
        number = len(self.table.people)
        chosen = self._wording.count("Dossiers: {n} person", "Dossiers: {n} people", number)
        self._title.setText(chosen if number else tr("Dossiers of several people"))
        self.progress.setVisible(writing)
        self.write_button.setEnabled(number > 0 and not writing)
        self.close_button.setText(tr("Cancel") if writing else tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())
        for part in (self.choices, self.form, self.kind):
            part.setEnabled(not writing)
        for link in (self.all_link, self.none_link, self.affected_link):
            link.setEnabled(not writing)

    def _problem(self) -> bool:
        problem = self.choices.lock.problem(word=self.kind.current == "docx")
        if problem:
            self._said.setText(problem)
            self.choices.lock.second.setFocus()
        return bool(problem)

    # Answers

    def _on_people(self, people: list[FoundPerson]) -> None:
        tr = self._wording.tr
        self.table.show_people(people, on=self._on)
        said = "" if people else tr("Nobody is named in what was found.")
        if len(people) >= MOST_PEOPLE:
            said = tr(
                "Only the first {number} people are listed; narrow the search for the others.",
                number=self._wording.number(MOST_PEOPLE),
            )
        self._said.setText(said)
        self.table.setFocus()
        self._show_state()
        self.listed.emit()

    def _on_advanced(self, done: int, of_all: int, name: str) -> None:
        if self.writing and not self._stopped.is_set():
            self.progress.setRange(0, of_all)
            self.progress.setValue(done)
            self._said.setText(name)

    def _on_written(self, batch: Batch, target: Path) -> None:
        self._writing = False
        self.table.freeze(on=False)
        self.table.show_outcomes({outcome.person: outcome for outcome in batch.outcomes})
        self._said.setText(self._sentence(batch, target))
        self._show_state()
        self.written.emit(batch)

    def _sentence(self, batch: Batch, target: Path) -> str:
        count, tr = self._wording.count, self._wording.tr
        said = []
        if batch.cancelled:
            said.append(tr("Stopped."))
        number = len(batch.outcomes) - len(batch.failed)
        if number and self.form.current == "book":
            said.append(
                count(
                    "{n} person in the book {path}.",
                    "{n} people in the book {path}.",
                    number,
                    path=target,
                )
            )
        elif number or not batch.failed:
            said.append(
                count(
                    "{n} dossier written into {path}.",
                    "{n} dossiers written into {path}.",
                    number,
                    path=target,
                )
            )
        if batch.failed:
            failed = len(batch.failed)
            said.append(count("{n} person failed.", "{n} people failed.", failed))
        return " ".join(said)

    def _on_failed(self, sentence: str) -> None:
        self._writing = False
        self.table.freeze(on=False)
        self._show_state()
        self._said.setText(
            sentence or self._wording.tr("Something went wrong inside Zhylnama. Nothing was saved.")
        )

    # What the reader does

    def _on_write(self) -> None:
        tr = self._wording.tr
        if self._problem():
            return
        if self.form.current == "each":
            path = QFileDialog.getExistingDirectory(self, tr("A folder for the dossiers"))
            if path:
                self.write_to(Path(path))
            return
        ending = f".{self.kind.current}"
        kinds = {".pdf": "PDF (*.pdf)", ".docx": tr("Document to edit") + " (*.docx)"}
        kind = {kinds[ending]: ending}
        target = choose_file(self, tr("Save the book"), tr("Dossiers") + ending, kind)
        if target is not None:
            self.write_to(target)
