"""Small parts that every pane is made of: words, links, hairlines, rows that wrap."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zhylnama.window.look import Look
from zhylnama.window.text import height, lay_out, unmnemonic


class Link(QAbstractButton):
    """A name, an address or a value to click: wraps like text, and is reached by Tab.

    Addresses have no spaces to break at and are shown whole, so a line breaks anywhere in need.
    """

    def __init__(
        self, text: str, look: Look, font: QFont | None = None, role: str = "accent"
    ) -> None:
        super().__init__()
        self._words = text
        self._look = look
        self._role = role
        self.setFont(font or look.sans_font())
        self.setText(unmnemonic(text))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Return the text as it is shown."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line."""
        # Kept in a name: a line does not keep its layout alive.
        layout = lay_out(self._words, self.font(), 1_000_000)
        line = layout.lineAt(0)
        return QSize(math.ceil(line.naturalTextWidth()) + 4, math.ceil(line.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return a width that long text may be squeezed to."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(90)), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text, wrapped."""
        return math.ceil(height(lay_out(self._words, self.font(), width - 2))) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words; underlined under the mouse, on a ground with the keyboard on them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("selection"))
            painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        font = QFont(self.font())
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setPen(self._look.colour(self._role if not self.hasFocus() else "accent"))
        lay_out(self._words, font, self.width() - 2).draw(painter, QPointF(1, 1))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint with the underline."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the underline."""
        super().leaveEvent(event)
        self.update()


class Words(QLabel):
    """A label for any text: never markup, wraps, and can be selected where `selectable`."""

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        font: QFont | None = None,
        role: str = "ink",
        wrap: bool = True,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        # As links and prose begin: a pixel in, so that all stand on one line.
        self.setContentsMargins(1, 0, 0, 0)
        dress(self, look, font or look.sans_font(), role)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def dress(widget: QWidget, look: Look, font: QFont, role: str) -> None:
    """Give a widget its font and the colour of its text."""
    widget.setFont(font)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, look.colour(role))
    palette.setColor(QPalette.ColorRole.Text, look.colour(role))
    widget.setPalette(palette)


def quiet(text: str, look: Look, *, wrap: bool = True) -> Words:
    """Return words in quiet text: about a fact, or saying that it is not known."""
    return Words(text, look, font=look.sans_font(12), role="quiet", wrap=wrap)


def heading(text: str, look: Look, size: float = 15) -> Words:
    """Return the heading of a part of a page."""
    return Words(text, look, font=look.sans_font(size, QFont.Weight.Bold))


def hairline(look: Look) -> QFrame:
    """Return a thin line across: what separates things here, in place of boxes."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {look.colours['line']}; border: none;")
    return line


def button(text: str, *, primary: bool = False) -> QPushButton:
    """Return a push button; the `primary` one of a page is filled."""
    made = QPushButton(unmnemonic(text))
    made.setProperty("primary", primary)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    return made


class Square(QWidget):
    """The small square in a group's colour; what it means is always said in words beside it."""

    def __init__(self, colour: QColor, look: Look) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(look.px(8) + 6, look.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        side = self.width() - 6
        painter.drawRoundedRect(QRectF(0, (self.height() - side) / 2, side, side), 1.5, 1.5)


class Flow(QLayout):
    """Widgets side by side that wrap to the next line, as words do."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 6, align: Literal["top", "middle"] = "top"
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._align = align
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
        for item, box in line:
            drop = (tall - box.height()) // 2 if self._align == "middle" else 0
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
    layout = Flow(box, gap, "middle")
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box


def scrolled(name: str, margins: tuple[int, int, int, int]) -> tuple[QScrollArea, QVBoxLayout]:
    """Return a page that scrolls down, and the column to put its parts in."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    inside = QWidget()
    inside.setObjectName(name)
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(inside)
    column.setContentsMargins(*margins)
    column.setSpacing(0)
    area.setWidget(inside)
    return area, column


def empty(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
