"""The table of a list of names: each name, whom it means, how often, from when to when."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zhylnama.archive.model import Candidate, NameRow
from zhylnama.window.look import Look
from zhylnama.window.names_file import sureness
from zhylnama.window.row import Index
from zhylnama.window.table import dress_table
from zhylnama.window.text import tip
from zhylnama.wording import Wording

_LEAST = 140
_NAME, _MATCH, _SURE, _EVENTS, _FIRST, _LAST = range(6)


class _Model(QAbstractTableModel):
    """One line a match: a name that means several people has several lines."""

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self.lines: list[tuple[NameRow, Candidate | None]] = []
        tr = wording.tr
        self._head = (
            tr("Name"),
            tr("In the archive"),
            tr("How sure"),
            tr("Events"),
            tr("First"),
            tr("Last"),
        )

    def add(self, rows: list[NameRow]) -> None:
        lines = [(row, one) for row in rows for one in (row.matches or (None,))]
        at = len(self.lines)
        self.beginInsertRows(QModelIndex(), at, at + len(lines) - 1)
        self.lines += lines
        self.endInsertRows()

    def clear(self) -> None:
        self.beginResetModel()
        self.lines = []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self._head[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        _row, one = self.lines[index.row()]
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole and one is not None and column <= _SURE:
            return tip(one.why or one.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(column, one)
        return None

    def _text(self, line: int, column: int) -> str:
        row, one = self.lines[line]
        first = line == 0 or self.lines[line - 1][0] is not row
        wording = self._wording
        day = row.first if column == _FIRST else row.last
        known = row.sure and first
        return {
            _NAME: row.name if first else "",
            _MATCH: one.name if one is not None else wording.tr("nobody"),
            _SURE: sureness(row, wording) if first else "",
            _EVENTS: wording.number(one.events) if one is not None else "",
            _FIRST: wording.day(day, short=True) if day is not None and known else "",
            _LAST: wording.day(day, short=True) if day is not None and known else "",
        }[column]

    def _colour(self, column: int, one: Candidate | None) -> QColor:
        if column == _MATCH and one is not None:
            return self._look.colour("accent")
        return self._look.colour("ink" if column in (_NAME, _EVENTS) else "quiet")

    @staticmethod
    def _side(column: int) -> Qt.AlignmentFlag:
        if column == _EVENTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NamesTable(QTableView):
    """The table. `person_opened` tells the person whose line was clicked, or entered."""

    person_opened = Signal(str)

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = _Model(wording, look)
        self.setModel(self._model)
        self.setAccessibleName(wording.tr("Names and whom they mean"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        dress_table(self, look)
        head = self.horizontalHeader()
        for column, wide in ((_SURE, 120), (_EVENTS, 70), (_FIRST, 105), (_LAST, 105)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, max(look.px(wide), head.sectionSizeHint(column) + 8))
        for column in (_NAME, _MATCH):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> list[NameRow]:
        """Return the names that were looked up so far, in order."""
        return list({id(row): row for row, _one in self._model.lines}.values())

    @property
    def chosen(self) -> list[NameRow]:
        """Return the names whose lines are selected, where several are; a single line is none."""
        lines = sorted({index.row() for index in self.selectedIndexes()})
        rows = {id(row): row for row, _one in (self._model.lines[line] for line in lines)}
        return list(rows.values()) if len(rows) > 1 else []

    def add_rows(self, rows: list[NameRow]) -> None:
        """Add names that were looked up."""
        self._model.add(rows)

    def clear(self) -> None:
        """Take everything out."""
        self._model.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what the other columns leave between the two of names; they are never too narrow.

        On a small screen the last columns are scrolled to.
        """
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in (_SURE, _EVENTS, _FIRST, _LAST))
        each = max(self._look.px(_LEAST), (self.viewport().width() - others) // 2)
        for column in (_NAME, _MATCH):
            self.setColumnWidth(column, each)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the profile of the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row(), _MATCH)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        # With Ctrl or Shift a click chooses lines.
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(index.row(), index.column())

    def _open(self, line: int, column: int) -> None:
        if 0 <= line < len(self._model.lines) and column == _MATCH:
            one = self._model.lines[line][1]
            if one is not None:
                self.person_opened.emit(one.person.id)
