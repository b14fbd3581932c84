"""One value of a facet with its count."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from zhylnama.archive.model import FacetField, FacetValue
from zhylnama.window.look import Look
from zhylnama.window.text import lay_out, tip, unmnemonic
from zhylnama.wording import Wording

_LINES = 3
_LONGEST = 200


class FacetRow(QAbstractButton):
    """One value with its count; pressed where it narrows the search."""

    def __init__(self, field: FacetField, wording: Wording, look: Look) -> None:
        super().__init__()
        self.field = field
        self.key = ""
        self.words = ""
        self._wording = wording
        self._number = -1
        self._count = ""
        self._counted = 0.0
        self._square: str | None = None
        self._look = look
        self._count_font = look.sans_font(12.5)
        self._cut: tuple[tuple[int, bool], list[str]] | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_value(self, value: FacetValue, words: str) -> None:
        """Show a value, `words` in the reader's language, in place of what stood here."""
        if (self.key, self.words, self._number) == (value.key, words, value.count):
            return
        wording = self._wording
        if self.key != value.key:
            # Whoever has pressed the mouse here meant what stood here before.
            self.setDown(False)
        self.key, self.words, self._number = value.key, words, value.count
        self._count = wording.number(value.count)
        self._square = wording.group_of(value.key) if self.field == "kind" else None
        self._counted = QFontMetricsF(self._count_font).horizontalAdvance(self._count)
        self._cut = None
        self.setText(unmnemonic(words))
        self.setToolTip("")
        self.setAccessibleName(f"{words}, " + wording.count("{n} event", "{n} events", value.count))
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Have all of the value to say where the mouse rests: made only then."""
        self._explain()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have it for a screen reader, too."""
        self._explain()
        super().focusInEvent(event)

    def _explain(self) -> None:
        self.setToolTip(tip(_whole(self._wording, self.field, self.key, self.words)))

    def sizeHint(self) -> QSize:
        """Return the height of a row; it takes the width of the panel."""
        return QSize(120, self._look.px(23))

    def minimumSizeHint(self) -> QSize:
        """Return a width that labels are broken at."""
        return QSize(80, self._look.px(23))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the label on as many lines as it needs, three at most."""
        first, lines = self._look.px(23), len(self._lines(width))
        return first if lines == 1 else first + (lines - 1) * math.ceil(self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square, the label on its lines, and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection" if self.isChecked() else "line"))
            painter.setOpacity(1.0 if self.isChecked() else 0.6)
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 4, 4)
            painter.setOpacity(1.0)
        first = look.px(23)
        if self._square is not None:
            side = look.px(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.group(self._square))
            painter.drawRoundedRect(QRectF(14, (first - side) / 2, side, side), 1.5, 1.5)
        left, room = self._left(), self._room(self.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._font())
        painter.setPen(look.colour("accent" if self.isChecked() else "ink"))
        for number, line in enumerate(self._lines(self.width())):
            top = number * self._line_height()
            painter.drawText(QRectF(left, top, room + 2, first), middle, line)
        painter.setFont(self._count_font)
        painter.setPen(look.colour("quiet"))
        right = box.right() - 14
        painter.drawText(
            QRectF(right - self._counted - 1, 0, self._counted + 2, first), middle, self._count
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(box.adjusted(6.5, 1.5, -6.5, -1.5), 4, 4)

    def _font(self) -> QFont:
        weight = QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal
        return self._look.sans_font(13, weight)

    def _line_height(self) -> float:
        return QFontMetricsF(self._font()).height()

    def _left(self) -> float:
        return 14 + (self._look.px(15) if self._square is not None else 0)

    def _room(self, width: int) -> float:
        return width - 14 - self._counted - 8 - self._left()

    def _lines(self, width: int) -> list[str]:
        """Return the label in lines. A name without end, as an archive may have, is cut short."""
        # A layout asks for it many times, and the rows are made anew at every key press.
        shape = width, self.isChecked()
        if self._cut is None or self._cut[0] != shape:
            self._cut = shape, self._cut_lines(self._room(width))
        return self._cut[1]

    def _cut_lines(self, room: float) -> list[str]:
        metrics = QFontMetricsF(self._font())
        if metrics.horizontalAdvance(self.words) <= room:
            return [self.words]
        layout = lay_out(self.words[:_LONGEST], self._font(), room)
        starts = [
            layout.lineAt(line).textStart() for line in range(min(layout.lineCount(), _LINES))
        ]
        units = self.words.encode("utf-16-le", "surrogatepass")
        cuts = [units[2 * a : 2 * b] for a, b in pairwise([*starts, len(units) // 2])]
        lines = [cut.decode("utf-16-le", "replace").strip() for cut in cuts]
        return [*lines[:-1], metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, room)]

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
