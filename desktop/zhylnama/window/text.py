"""Text on the screen: laid out, wrapped and marked. Text of the archive is never markup."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

Marks = Sequence[tuple[int, int]]


def lay_out(
    text: str, font: QFont, width: float, *, leading: float = 1.0, gap_first: bool = False
) -> QTextLayout:
    """Return `text` broken into lines of at most `width`; a word too long for one is broken.

    `leading` is the height of a line as a multiple of the font's own.
    """
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        extra = line.height() * (leading - 1)
        line.setPosition(QPointF(0, y + (extra / 2 if gap_first else 0)))
        y += line.height() + extra
    layout.endLayout()
    return layout


def height(layout: QTextLayout, leading: float = 1.0) -> float:
    """Return how high a layout is, made with the same `leading`."""
    count = layout.lineCount()
    return sum(layout.lineAt(i).height() for i in range(count)) * leading


def to_utf16(text: str, marks: Marks) -> list[tuple[int, int]]:
    """Return offsets in characters as Qt's offsets: rare letters and emoji count twice there."""
    if not any(character > "\uffff" for character in text):
        return list(marks)

    def at(offset: int) -> int:
        return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2

    return [(at(start), at(end)) for start, end in marks]


def paint_marks(
    painter: QPainter, layout: QTextLayout, origin: QPointF, marks: Marks, colour: QColor
) -> None:
    """Paint the ground behind the marked stretches; `marks` are Qt's offsets into the layout."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first, last = line.textStart(), line.textStart() + line.textLength()
        for start, end in marks:
            begin, stop = max(start, first), min(end, last)
            if begin >= stop:
                continue
            left, right = x_of(layout, index, begin), x_of(layout, index, stop)
            box = QRectF(left - 1, line.y(), right - left + 2, line.height())
            painter.drawRoundedRect(box.translated(origin), 2, 2)
    painter.restore()


def x_of(layout: QTextLayout, line: int, offset: int) -> float:
    """Return where a character of a line begins."""
    # PySide gives the position and the offset it moved to; its stub knows only of an object.
    found: Any = layout.lineAt(line).cursorToX(offset)
    return float(found[0])


def tip(text: str) -> str:
    """Return text of the archive as a tooltip, which Qt would otherwise read as markup."""
    return f"<qt>{html.escape(text)}</qt>"


def unmnemonic(text: str) -> str:
    """Return text for a button or a menu, where a bare & would underline a letter."""
    return text.replace("&", "&&")
