"""Chips: a spelling to search for, a filter to take away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from zhylnama.window.icons import icon
from zhylnama.window.look import Look
from zhylnama.window.text import tip, unmnemonic


class Chip(QAbstractButton):
    """Words on a rounded ground, with a quiet word or a cross behind them."""

    def __init__(self, words: str, look: Look, *, behind: str = "", cross: bool = False) -> None:
        super().__init__()
        self.words = words
        self._look = look
        self._font = look.sans_font(12)
        self._behind = behind
        self._cross = cross
        self.setText(unmnemonic(words))
        self.setToolTip(tip(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size of the chip with all its words."""
        metrics = QFontMetricsF(self._font)
        wide = metrics.horizontalAdvance(self.words) + self._tail() + 20
        return QSize(int(wide) + 1, int(metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Return a width that long words are cut short to."""
        return QSize(min(self.sizeHint().width(), self._look.px(110)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip; outlined under the mouse and with the keyboard on it."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lively = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(look.colour("accent" if lively else "selection"), 1))
        painter.setBrush(look.colour("selection"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = box.adjusted(9, 0, -9, 0)
        painter.setFont(self._font)
        painter.setPen(look.colour("accent"))
        room = inner.width() - self._tail() + 1
        words = QFontMetricsF(self._font).elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle, words)
        painter.setPen(look.colour("quiet"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, self._behind)
        if self._cross:
            side = look.px(12)
            at = QRectF(inner.right() - side + 2, inner.center().y() - side / 2, side, side)
            icon("close", look, side, "accent").paint(painter, at.toRect())

    def _tail(self) -> float:
        if self._cross:
            return self._look.px(12) + 4
        if self._behind:
            return QFontMetricsF(self._font).horizontalAdvance(self._behind) + 8
        return 0
