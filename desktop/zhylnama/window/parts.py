"""Small parts that every pane is made of: words, links, hairlines, rows that wrap."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QLayout,
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
        self._name()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Return the text as it is shown."""
        return self._words

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self._words:
            self._words = text
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        self.setText(unmnemonic(self._words))
        self.setAccessibleName(self._words)

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

    def sizeHint(self) -> QSize:
        """Return the size on one line: Qt would rather have a block of a pleasing shape."""
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        wide = math.ceil(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 4
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return a width that words wrap at."""
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            return hint
        return QSize(min(hint.width(), 120), math.ceil(QFontMetricsF(self.font()).height()))


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
        assert item is not None
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
