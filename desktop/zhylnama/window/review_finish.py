"""The end of a review: what the archive gains or has already, then the new file, whole or not."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.archive.edition import Edition
from zhylnama.archive.extend import Stopped, extend_archive
from zhylnama.files import bundled_archive, resources_folder
from zhylnama.reading.reviewing.compare import Choice, Difference, compare, make_plan
from zhylnama.reading.reviewing.review import Review
from zhylnama.record.event import Event
from zhylnama.window.look import Look
from zhylnama.window.parts import Words, button, heading, quiet
from zhylnama.window.review_words import changed_in_words
from zhylnama.window.row import Index
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording

_ID = Qt.ItemDataRole.UserRole


def choose_archive_to_extend(open_one: Path, wording: Wording, parent: QWidget) -> Path | None:
    """Let the reader choose the archive that the records go into; None where they chose none.

    The bundled archive belongs to the program: a copy of it is proposed, never itself.
    """
    bundled = bundled_archive()
    own = bundled is not None and bundled.resolve() == open_one.resolve()
    proposed = "archive.zhylnama" if own else str(open_one)
    kinds = wording.tr("Zhylnama archives") + " (*.zhylnama)"
    path, _kind = QFileDialog.getSaveFileName(
        parent,
        wording.tr("Add to an archive"),
        proposed,
        kinds,
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not path:
        return None
    target = Path(path)
    return target if target.suffix else target.with_suffix(".zhylnama")


class _Boxes(QStyledItemDelegate):
    """Lines with boxes to tick whose edge is seen on a dark ground too."""

    def __init__(self, edge: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._edge = edge

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Give the style another colour to draw the edge from: a darker shade of it."""
        super().initStyleOption(option, index)
        shades: Any = option
        palette = shades.palette
        palette.setColor(QPalette.ColorRole.Window, self._edge)
        shades.palette = palette


class FinishDialog(QDialog):
    """Compares the records with an archive, lets the reader choose, and adds them.

    An archive that exists at `target` gains the records; where none is, it becomes a copy of
    `open_one` with them. `added` brings the file when it is whole.
    """

    added = Signal(object)
    compared = Signal()
    _advanced = Signal(str, int, int)

    def __init__(
        self,
        review: Review,
        open_one: Path,
        target: Path,
        wording: Wording,
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._review, self._target = review, target
        self._base = target if target.is_file() else open_one
        self._wording, self._look = wording, look
        self._stopped = threading.Event()
        self._worker = Worker(self._base, wording.failure, self)
        self.difference: Difference | None = None
        tr = wording.tr
        self.setWindowTitle(tr("Add to an archive"))
        self.setMinimumWidth(look.px(560))
        self._title = heading(tr("Add to {file}", file=target.name), look, 16)
        self._said = Words(tr("Comparing with the archive…"), look)
        self._more = quiet("", look)
        self.tree = QTreeWidget()
        self.progress = QProgressBar()
        self.add_button = button(tr("Add"), primary=True)
        self.close_button = button(tr("Cancel"))
        self._arrange()
        self._advanced.connect(self._on_advanced)
        events, period = review.taken(), review.basis.period
        self._worker.ask(
            "compare",
            lambda archive: (compare(archive.events(), events, period), archive.edition),
            self._on_compared,
            self._on_failed,
        )

    @property
    def said(self) -> str:
        """Return the sentence of the dialog."""
        return self._said.text()

    @property
    def busy(self) -> bool:
        """Return whether something is still compared or written."""
        return self._worker.busy

    def _arrange(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 18)
        column.setSpacing(10)
        self.tree.setHeaderHidden(True)
        self.tree.setMinimumHeight(look.px(200))
        self.tree.setAccessibleName(self._wording.tr("What changes in the archive"))
        # On a ground that can be seen through Qt paints the boxes to tick black.
        self.tree.setStyleSheet(f"QTreeWidget {{ background: {look.colours['paper']}; }}")
        self.tree.setItemDelegate(_Boxes(look.colour("quiet"), self.tree))
        self.tree.hide()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self._wording.tr("How far the work is"))
        for widget in (self._title, self._said, self.tree, self._more, self.progress):
            column.addWidget(widget)
        self._more.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.add_button)
        column.addLayout(row)
        self.add_button.setEnabled(False)
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self._on_add)
        self.close_button.clicked.connect(self.reject)

    # What the archive has already

    def _on_compared(self, found: tuple[Difference, Edition]) -> None:
        self.difference, edition = found
        self.progress.hide()
        self.add_button.setEnabled(True)
        tr, count = self._wording.tr, self._wording.count
        added = count("{n} new event", "{n} new events", len(self.difference.added))
        if not self.difference.known:
            self._said.setText(tr("{events} are added to it.", events=added))
        else:
            same = count(
                "{n} event of this report is in the archive already.",
                "{n} events of this report are in the archive already.",
                len(self.difference.unchanged) + len(self.difference.changed),
            )
            self._said.setText(same + " " + tr("None is added twice. Choose what to change."))
            self._fill(self.difference)
        if edition.digest != self._review.basis.archive_digest:
            self._more.setText(
                tr("The report was read with another archive: its new people stay apart here.")
            )
            self._more.show()
        self.add_button.setFocus()
        self.compared.emit()

    def _fill(self, difference: Difference) -> None:
        tr = self._wording.tr
        groups: list[tuple[str, str, list[tuple[Event, str]], bool]] = [
            ("added", tr("New: add"), [(event, "") for event in difference.added], True),
            (
                "changed",
                tr("Changed: take the new version"),
                [
                    (each.old, changed_in_words(self._wording, each.fields))
                    for each in difference.changed
                ],
                False,
            ),
            (
                "gone",
                tr("No longer in the report: remove"),
                [(event, "") for event in difference.gone],
                False,
            ),
        ]
        for name, label, events, on in groups:
            if not events:
                continue
            top = QTreeWidgetItem([f"{label} ({self._wording.number(len(events))})"])
            top.setData(0, _ID, name)
            top.setFlags(
                top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
            )
            for event, about in events:
                item = QTreeWidgetItem([self._line(event, about)])
                item.setData(0, _ID, event.id)
                item.setToolTip(0, "")
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                top.addChild(item)
            self.tree.addTopLevelItem(top)
            top.setExpanded(len(events) <= 12)
        self.tree.setVisible(self.tree.topLevelItemCount() > 0)
        self.adjustSize()

    def _line(self, event: Event, about: str) -> str:
        day = self._wording.when(event.date, event.until, event.precision, short=True)
        text = " ".join((event.title or event.text).split())
        short = text if len(text) <= 70 else text[:69].rstrip() + "…"
        return " · ".join(part for part in (day, event.place or "", about, short) if part)

    def choice(self) -> Choice:
        """Return what is ticked."""
        ticked: dict[str, set[str]] = {"added": set(), "changed": set(), "gone": set()}
        offered: dict[str, set[str]] = {"added": set(), "changed": set(), "gone": set()}
        for index in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(index)
            assert top is not None
            name = str(top.data(0, _ID))
            for at in range(top.childCount()):
                item = top.child(at)
                assert item is not None
                offered[name].add(str(item.data(0, _ID)))
                if item.checkState(0) == Qt.CheckState.Checked:
                    ticked[name].add(str(item.data(0, _ID)))
        return Choice(
            take_changed=ticked["changed"],
            drop_gone=ticked["gone"],
            leave_added=offered["added"] - ticked["added"],
        )

    # Adding

    def _on_add(self) -> None:
        difference = self.difference
        if difference is None or self._worker.busy:
            return
        plan = make_plan(difference, self.choice())
        people = list(self._review.new_people())
        base, target, stopped = self._base, self._target, self._stopped

        def write(_archive: Archive) -> Edition:
            try:
                return extend_archive(
                    base,
                    target,
                    add=plan.add,
                    people=people,
                    replace=plan.replace,
                    remove=plan.remove,
                    resources=resources_folder(),
                    progress=lambda stage, done, all_: self._advanced.emit(stage, done, all_ or 0),
                    stop=stopped.is_set,
                )
            except Stopped as stop:
                raise Interrupted from stop

        self.tree.setEnabled(False)
        self.add_button.setEnabled(False)
        self.progress.show()
        self._said.setText(self._wording.tr("Writing {file}…", file=target.name))
        self._worker.ask("add", write, self._on_added, self._on_failed)

    def _on_advanced(self, _stage: str, done: int, all_: int) -> None:
        self.progress.setRange(0, all_)
        self.progress.setValue(done)

    def _on_added(self, _edition: Edition) -> None:
        self.added.emit(self._target)
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        self.progress.hide()
        self.tree.setEnabled(True)
        self.add_button.setEnabled(self.difference is not None)
        self._said.setText(
            sentence or self._wording.tr("Something went wrong inside Zhylnama. Nothing was saved.")
        )

    def done(self, result: int) -> None:
        """Close; what is not whole yet leaves no trace."""
        self._stopped.set()
        self._worker.close()
        super().done(result)
