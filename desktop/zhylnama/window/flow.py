"""Widgets side by side that wrap to the next line, as words do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """Widgets side by side that wrap to the next line, as words do."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 6, *, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take in an item; Qt calls this from `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """Return one item, or None past the end, as Qt expects."""
        if 0 <= index < len(self._items):
            return self._items[index]
        return None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Remove and return one item."""
        if 0 <= index < len(self._items):
            return self._items.pop(index)
        return None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: a flow takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: the narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        if self._centred:
            spare = rect.height() - self.heightForWidth(rect.width())
            rect = rect.adjusted(0, max(0, spare // 2), 0, 0)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        hints = [item.sizeHint() for item in self._items]
        wide = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item, squeezed."""
        hints = [item.minimumSize() for item in self._items]
        wide = max((hint.width() for hint in hints), default=0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tall = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            size = self._size(item, rect.width())
            if x > rect.x() and x + size.width() > rect.right() + 1:
                self._place(line, tall, move)
                x, y, tall, line = rect.x(), y + tall + 2, 0, []
            line.append((item, QRect(x, y, size.width(), size.height())))
            x += size.width() + self._gap
            tall = max(tall, size.height())
        self._place(line, tall, move)
        return y + tall - rect.y()

    def _place(self, line: list[tuple[QLayoutItem, QRect]], tall: int, move: bool) -> None:
        if not move:
            return
        # Words of one line stand on one height; beside a paragraph they begin with it.
        level = tall < 1.7 * min((box.height() for _, box in line), default=0)
        for item, box in line:
            drop = (tall - box.height()) // 2 if level else 0
            item.setGeometry(box.translated(0, drop))

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        size = item.sizeHint()
        if size.width() > width:
            size.setWidth(width)
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(width))
        return size


def flow(widgets: Sequence[QWidget], gap: int = 6) -> QWidget:
    """Return widgets in a line that wraps."""
    box = QWidget()
    layout = Flow(box, gap)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box
