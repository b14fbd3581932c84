"""The list of what was found: a model that fetches on as one scrolls, and its view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QListView

from zhylnama.archive.model import Hit, Page
from zhylnama.window.look import Look
from zhylnama.window.row import HIT, Index, RowPainter, head_of
from zhylnama.wording import Wording


class Results(QAbstractListModel):
    """The hits fetched so far. `wanted` asks for the ones from an offset on."""

    wanted = Signal(int)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._hits: list[Hit] = []
        self._more = False
        self._asked = False

    def show_page(self, page: Page) -> None:
        """Show the first hits of a new search."""
        self.beginResetModel()
        self._hits = list(page.hits)
        self._more = page.more
        self._asked = False
        self.endResetModel()

    def add_page(self, page: Page) -> None:
        """Add the hits that `wanted` asked for."""
        self._asked = False
        self._more = page.more
        if page.hits:
            self.beginInsertRows(
                QModelIndex(), len(self._hits), len(self._hits) + len(page.hits) - 1
            )
            self._hits.extend(page.hits)
            self.endInsertRows()

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row, None where there is no such row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def row_of(self, event_id: str) -> int | None:
        """Return the row of an event, None where it is not among the hits fetched."""
        rows = (row for row, hit in enumerate(self._hits) if hit.event.id == event_id)
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of hits fetched."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the hit, or all that a row says in words for a screen reader."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            head = head_of(hit, self._wording)
            return f"{head[0]}{head[1]}. {hit.event.title or ''} {hit.event.text}"
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether scrolling to the end brings more."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next hits; they come by `add_page`."""
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(len(self._hits))


class ResultList(QListView):
    """The list. `chosen` tells the hit that became current, `entered` that Enter was pressed."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self.results = Results(wording)
        self._painter = RowPainter(wording, look)
        self._to_end = False
        self.setModel(self.results)
        self.setItemDelegate(self._painter)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Of one height, twenty thousand rows are in their places at once, and no row that End or
        # Page Down leads to is missing.
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(wording.tr("Events found"))
        self.verticalScrollBar().setSingleStep(look.px(30))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_page(self, page: Page) -> None:
        """Show a new search from its top."""
        self._painter.forget()
        self._to_end = False
        self.results.show_page(page)
        self.scrollToTop()

    def add_page(self, page: Page) -> None:
        """Add the hits that scrolling asked for; after End the way goes on to the last one."""
        self.results.add_page(page)
        if self._to_end:
            self.choose(self.results.rowCount() - 1)
            self.results.fetchMore(QModelIndex())

    @property
    def room(self) -> int:
        """Return how many rows fit into the list at most, and one more to scroll to."""
        return self.viewport().height() // self._painter.row_height + 2

    def step(self, by: int) -> None:
        """Move to another row; the search field does it while one types on."""
        row = self.currentIndex().row()
        if row + by >= self.results.rowCount():
            self.results.fetchMore(QModelIndex())
        self.choose(max(0, min(self.results.rowCount() - 1, row + by if row >= 0 else 0)))

    def choose(self, row: int) -> None:
        """Make a row current and bring it into view."""
        index = self.results.index(row)
        if index.isValid():
            self.executeDelayedItemsLayout()  # what was added a moment ago has no place yet
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def moveCursor(
        self, action: QListView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to.

        Qt's own looks for what is painted a page further on, and for ever where there is nothing
        yet: Page Down stopped the whole window.
        """
        moves = QListView.CursorAction
        last = self.results.rowCount() - 1
        by = {
            moves.MoveUp: -1,
            moves.MovePrevious: -1,
            moves.MoveDown: 1,
            moves.MoveNext: 1,
            moves.MovePageUp: -self._rows_seen(),
            moves.MovePageDown: self._rows_seen(),
            moves.MoveHome: -last,
            moves.MoveEnd: last,
        }.get(action, 0)
        row = self.currentIndex().row() + by
        if row > last:
            self.results.fetchMore(QModelIndex())
        return self.results.index(max(0, min(last, row)))

    def _rows_seen(self) -> int:
        high = self.viewport().height()
        first, last = (self.indexAt(QPoint(1, at)).row() for at in (1, high - 2))
        return last - first if last > first >= 0 else max(1, self.room // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Enter; everything else moves as in any list, and End to the last of all hits."""
        self._to_end = event.key() == Qt.Key.Key_End
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
        if self._to_end:
            self.results.fetchMore(QModelIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the way to the last hit ends where the reader scrolls."""
        self._to_end = False
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the mouse's back and forward buttons to the window."""
        self._to_end = False
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        hit = self.results.hit(current.row())
        if hit is not None:
            self.chosen.emit(hit)
