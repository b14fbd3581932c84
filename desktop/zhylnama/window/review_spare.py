"""What is in no record, each part with its reason; one that matters is taken into the review."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zhylnama.reading.reviewing.review import Review
from zhylnama.window.look import Look
from zhylnama.window.parts import button, heading, quiet
from zhylnama.wording import Wording
from zhylnama.wording.doubts import left_out_in_words

MOST_SHOWN: Final = 2_000
_LONGEST: Final = 400
_PART = Qt.ItemDataRole.UserRole


class SpareDialog(QDialog):
    """Lists what the reading left out; `wanted` brings the part to take in."""

    wanted = Signal(int)

    def __init__(self, review: Review, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording, self._look = wording, look
        tr = wording.tr
        self.setWindowTitle(tr("Left out of the report"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setAccessibleName(tr("Left out of the report"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setStyleSheet(f"QListWidget {{ background: {look.colours['paper']}; }}")
        self.take_button = button(f"{tr('Take into the review')}  ↵", primary=True)
        self.take_button.setDefault(True)
        self._fill(review)
        self._arrange()
        self.list.currentItemChanged.connect(lambda *_: self._show_button())
        self.list.itemActivated.connect(lambda _item: self._on_wanted())
        self.take_button.clicked.connect(self._on_wanted)
        self.list.setCurrentRow(0)
        self._show_button()
        self.list.setFocus()

    def _fill(self, review: Review) -> None:
        able = dict(review.spare())
        left = [
            (at, part)
            for at, part in enumerate(review.basis.left_out)
            if not review.is_taken_in(at)
        ]
        # What may be an event comes first; the report's order within.
        left.sort(key=lambda each: each[0] not in able)
        self._more = len(left) - MOST_SHOWN
        for at, part in left[:MOST_SHOWN]:
            text = " ".join(part.text.split())
            short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
            item = QListWidgetItem(f"{short}\n— {left_out_in_words(self._wording, part.reason)}")
            item.setData(_PART, at if at in able else -1)
            if at not in able:
                item.setForeground(self._look.colour("quiet"))
            self.list.addItem(item)

    def _arrange(self) -> None:
        tr, look = self._wording.tr, self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 18)
        column.setSpacing(10)
        column.addWidget(heading(tr("Left out of the report"), look, 16))
        column.addWidget(
            quiet(tr("These parts are in no record. Take in what tells of an event."), look)
        )
        column.addWidget(self.list, 1)
        if self._more > 0:
            said = self._wording.count("{n} part more", "{n} parts more", self._more)
            column.addWidget(quiet(said, look))
        close = button(tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.take_button)
        column.addLayout(row)

    def sizeHint(self) -> QSize:
        """Return a size in which a paragraph is read at ease."""
        return QSize(self._look.px(680), self._look.px(520))

    def _part(self) -> int:
        row = self.list.currentRow()
        return int(self.list.item(row).data(_PART)) if row >= 0 else -1

    def _show_button(self) -> None:
        self.take_button.setEnabled(self._part() >= 0)

    def _on_wanted(self) -> None:
        part = self._part()
        if part >= 0:
            self.accept()
            self.wanted.emit(part)
