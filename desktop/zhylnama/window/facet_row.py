"""One value of a facet with its count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from zhylnama.archive.model import FacetField, FacetValue
from zhylnama.window.look import Look
from zhylnama.window.text import tip, unmnemonic
from zhylnama.wording import Wording


class FacetRow(QAbstractButton):
    """One value with its count; pressed where it narrows the search."""

    def __init__(
        self, field: FacetField, value: FacetValue, words: str, wording: Wording, look: Look
    ) -> None:
        super().__init__()
        self.field = field
        self.key = value.key
        self.words = words
        self._count = wording.number(value.count)
        self._square = wording.group_of(value.key) if field == "kind" else None
        self._look = look
        self.setText(unmnemonic(words))
        self.setCheckable(True)
        self.setAccessibleName(f"{words}, " + wording.count("{n} event", "{n} events", value.count))
        self.setToolTip(tip(_whole(wording, field, value.key, words)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the height of a row; it takes the width of the panel."""
        return QSize(120, self._look.px(23))

    def minimumSizeHint(self) -> QSize:
        """Return a width that labels are cut short to."""
        return QSize(80, self._look.px(23))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square, the label, cut short where need be, and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection" if self.isChecked() else "line"))
            painter.setOpacity(1.0 if self.isChecked() else 0.6)
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 4, 4)
            painter.setOpacity(1.0)
        left = box.left() + 14
        if self._square is not None:
            side = look.px(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.group(self._square))
            top = box.center().y() - side / 2
            painter.drawRoundedRect(QRectF(left, top, side, side), 1.5, 1.5)
            left += look.px(15)
        font = look.sans_font(13, QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)
        count_font = look.sans_font(12.5)
        counted = QFontMetricsF(count_font).horizontalAdvance(self._count)
        right = box.right() - 14
        room = right - counted - 8 - left
        label = QFontMetricsF(font).elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(look.colour("accent" if self.isChecked() else "ink"))
        painter.drawText(QRectF(left, 0, room + 2, box.height()), middle, label)
        painter.setFont(count_font)
        painter.setPen(look.colour("quiet"))
        painter.drawText(
            QRectF(right - counted - 1, 0, counted + 2, box.height()), middle, self._count
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(box.adjusted(6.5, 1.5, -6.5, -1.5), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the row, and the arrows go to its neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


def _whole(wording: Wording, field: FacetField, key: str, words: str) -> str:
    if field == "law" and " " in key:
        code, article = key.split(" ", 1)
        title = wording.law_title(code, article)
        return f"{wording.code_title(code)}. {words}" + (f". {title}" if title else "")
    if field == "kind":
        return f"{words} ({wording.group(wording.group_of(key))})"
    return words
