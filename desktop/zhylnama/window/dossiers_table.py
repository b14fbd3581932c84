"""The people of several dossiers: who is to have one, and afterwards what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zhylnama.archive.model import FoundPerson
from zhylnama.window.look import Look
from zhylnama.window.row import Index
from zhylnama.window.table import dress_table
from zhylnama.window.text import tip
from zhylnama.wording import Wording

if TYPE_CHECKING:
    from zhylnama.dossier.batch import Outcome

_NAME, _FOUND, _EVENTS, _BECAME = range(4)


@dataclass(slots=True)
class _Line:
    person: FoundPerson
    on: bool
    outcome: Outcome | None = None


class _Model(QAbstractTableModel):
    """One line a person; the box before the name says whether they get a dossier."""

    ticked = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self.lines: list[_Line] = []
        self.frozen = False
        tr = wording.tr
        self._head = (tr("Name"), tr("Found"), tr("Events"), tr("What became of it"))

    def put(self, lines: list[_Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        self.ticked.emit()

    def tick(self, on: Callable[[FoundPerson], bool]) -> None:
        for line in self.lines:
            line.on = on(line.person)
        self._changed()

    def freeze(self, *, on: bool) -> None:
        self.frozen = on
        self._changed()

    def _changed(self) -> None:
        if self.lines:
            last = self.index(len(self.lines) - 1, _BECAME)
            self.dataChanged.emit(self.index(0, 0), last)
        self.ticked.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._head)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == _NAME and not self.frozen:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._head[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in (_NAME, _BECAME):
            return tip(self._text(line, column))
        if role == Qt.ItemDataRole.CheckStateRole and column == _NAME:
            return Qt.CheckState.Checked if line.on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(line, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.frozen:
            return False
        self.lines[index.row()].on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _text(self, line: _Line, column: int) -> str:
        wording, outcome = self._wording, line.outcome
        if column == _NAME:
            return line.person.name
        if column in (_FOUND, _EVENTS):
            return wording.number(line.person.found if column == _FOUND else line.person.events)
        if outcome is None:
            return ""
        if outcome.path is not None:
            return outcome.path.name
        if outcome.why is not None:
            return wording.failure(outcome.why)
        return wording.tr("Something went wrong inside Zhylnama; this dossier was not written.")

    def _colour(self, line: _Line, column: int) -> QColor:
        failed = line.outcome is not None and line.outcome.path is None
        return self._look.colour("ink" if column == _NAME or failed else "quiet")


def _side(column: int) -> Qt.AlignmentFlag:
    right = (
        Qt.AlignmentFlag.AlignRight if column in (_FOUND, _EVENTS) else Qt.AlignmentFlag.AlignLeft
    )
    return right | Qt.AlignmentFlag.AlignVCenter


class DossiersTable(QTableView):
    """The people with their boxes. `ticked` tells that a box was ticked or cleared."""

    ticked = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._model = _Model(wording, look)
        self._model.ticked.connect(self.ticked)
        self.setModel(self._model)
        self.setAccessibleName(wording.tr("People who are to have a dossier"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress_table(self, look)
        head = self.horizontalHeader()
        for column in (_FOUND, _EVENTS):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, look.px(78))
        self.setColumnHidden(_BECAME, True)

    @property
    def people(self) -> list[FoundPerson]:
        """Return those who are to have a dossier, in the order of the table."""
        return [line.person for line in self._model.lines if line.on]

    def show_people(self, people: Iterable[FoundPerson], *, on: frozenset[str] | None) -> None:
        """List people; all of them are ticked, or (`on`) only some. None of it was a search."""
        self._model.put([_Line(one, on is None or one.person in on) for one in people])
        self.setColumnHidden(_FOUND, on is not None)
        self.setColumnHidden(_BECAME, True)

    def tick(self, on: Callable[[FoundPerson], bool]) -> None:
        """Tick those of whom it is true, and clear the others."""
        self._model.tick(on)

    def freeze(self, *, on: bool) -> None:
        """Let no box be ticked while the dossiers are being written."""
        self._model.freeze(on=on)

    def show_outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Say what became of each, failures first; who has a file now is no longer ticked."""
        lines = self._model.lines
        for line in lines:
            line.outcome = outcomes.get(line.person.person)
            if line.outcome is not None and line.outcome.path is not None:
                line.on = False
        self._model.put(sorted(lines, key=_order))
        self.setColumnHidden(_FOUND, True)
        self.setColumnHidden(_BECAME, False)
        self.scrollToTop()


def _order(line: _Line) -> int:
    if line.outcome is None:
        return 2
    return 1 if line.outcome.path is not None else 0
