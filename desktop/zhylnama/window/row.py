"""How a hit is painted in the list: date and place, then some lines around its best hits."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zhylnama.archive.model import Hit
from zhylnama.window.look import Look
from zhylnama.window.text import Marks, lay_out, paint_marks, to_utf16
from zhylnama.wording import Wording

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
_LINES = 3
_LEADING = 1.12
# An account may be a million letters long, and laying lines out is what a row costs: a hit has two
# lines before it laid out and four after, counted in letters that are rather too narrow.
_BEFORE, _AFTER = 2, 4
_NARROW = 0.8
# Of an account with thousands of hits the first ones tell enough.
_MOST = 200


def head_of(hit: Hit, wording: Wording) -> tuple[str, str]:
    """Return the date of a row, and its place with the point between them."""
    event = hit.event
    place = event.place or event.region
    when = wording.when(event.date, event.until, event.precision)
    return when, f" · {place}" if place else ""


@dataclass(frozen=True, slots=True)
class _Row:
    layout: QTextLayout
    marks: list[tuple[int, int]]


class RowPainter(QStyledItemDelegate):
    """Paints a hit: date and place, then up to three lines of its account with the hits marked."""

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._bold = look.sans_font(12, QFont.Weight.Bold)
        self._plain = look.sans_font(12)
        self._serif = look.serif_font(14.5)
        self._head = look.px(11)
        self._body = self._head + look.px(21)
        self._rows: OrderedDict[tuple[int, str, int], _Row] = OrderedDict()

    @property
    def row_height(self) -> int:
        """Return the height of every row."""
        lines = QFontMetricsF(self._serif).height() * _LEADING * _LINES
        return self._body + math.ceil(lines) + self._look.px(11)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of any row for the width of the list."""
        return QSize(self._width(option), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        hit: Hit = index.data(HIT)
        box = QRectF(option.rect)
        row = self._row(hit, int(box.width()))
        look = self._look
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("selection"))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look.colour("accent"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft() - QPointF(0, 0.5), box.bottomRight() - QPointF(0, 0.5))
        self._paint_head(painter, hit, box)
        at = box.topLeft() + QPointF(look.px(19), self._body)
        paint_marks(painter, row.layout, at, row.marks, look.colour("hit"))
        painter.setPen(look.colour("ink"))
        row.layout.draw(painter, at)
        painter.restore()

    def _paint_head(self, painter: QPainter, hit: Hit, box: QRectF) -> None:
        look = self._look
        side = look.px(8)
        right = box.right() - look.px(16)
        group = self._wording.group_of(hit.event.kinds[0]) if hit.event.kinds else "statement"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.group(group))
        painter.drawRoundedRect(QRectF(right - side, box.top() + self._head, side, side), 1.5, 1.5)
        when, place = head_of(hit, self._wording)
        x, line = box.left() + look.px(19), QFontMetricsF(self._bold).height()
        top = box.top() + self._head - look.px(2)
        painter.setFont(self._bold)
        painter.setPen(look.colour("ink"))
        wide = QFontMetricsF(self._bold).horizontalAdvance(when)
        painter.drawText(QRectF(x, top, wide + 2, line), when)
        painter.setFont(self._plain)
        painter.setPen(look.colour("quiet"))
        room = right - side * 2 - x - wide
        elided = QFontMetricsF(self._plain).elidedText(place, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x + wide, top, max(0, room), line), elided)

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        return int(view.viewport().width()) if isinstance(view, QListView) else 400

    def _row(self, hit: Hit, width: int) -> _Row:
        key = (hit.number, hit.event.id, width)
        # The same event has other marks in another search, so the hit's marks are compared too.
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._lay_out(hit, width)
            while len(self._rows) > 400:
                self._rows.popitem(last=False)
        return row

    def forget(self) -> None:
        """Drop what is laid out: the marks of a new search are others."""
        self._rows.clear()

    def _lay_out(self, hit: Hit, width: int) -> _Row:
        room = width - self._look.px(19 + 16)
        text, marks = snippet(hit, self._serif, room)
        layout = lay_out(text, self._serif, room, leading=_LEADING)
        return _Row(layout, to_utf16(text, marks))


def snippet(hit: Hit, font: QFont, width: float) -> tuple[str, Marks]:
    """Return the lines of an account around its best hits, and the marks in them.

    Where the words were found in the title alone, the title stands for the account.
    """
    text, marks = hit.event.text, hit.marks
    if hit.title_marks and not marks and hit.event.title:
        text, marks = f"{hit.event.title}. {text}", hit.title_marks
    line = int(width / (QFontMetricsF(font).averageCharWidth() * _NARROW)) + 1
    first, end = best_of(text, marks, int(line * _NARROW) * (_LINES - 1))
    begin = max(0, first - _BEFORE * line)
    begin = text.find(" ", begin, first) + 1 or begin if begin else 0
    piece = text[begin : first + _AFTER * line]
    layout = lay_out(piece, font, width)
    lines = layout.lineCount()
    top = 0
    if first and lines > _LINES:
        offset, stop = to_utf16(piece, [(first - begin, end - begin)])[0]
        at = layout.lineForTextPosition(offset).lineNumber()
        last = layout.lineForTextPosition(min(stop, len(layout.text()))).lineNumber()
        # As many lines before as behind; the beginning of an account where it shows them too.
        spare = max(0, _LINES - 1 - (last - at))
        top = max(0, min(at - (spare + 1) // 2, lines - _LINES)) if begin or last >= _LINES else 0
    return _cut(text, marks, begin, piece, layout, top)


def best_of(text: str, marks: Marks, room: int) -> tuple[int, int]:
    """Return from where to where the marks stand that tell most within so many letters.

    The most different words; of equals the most marks, and of those the first.
    """
    if not marks:
        return 0, 0
    words = [text[start:end].casefold() for start, end in marks[:_MOST]]
    best, found = (0, 0), marks[0]
    stop = 0
    for at, (start, _) in enumerate(marks[:_MOST]):
        while stop < len(words) and (marks[stop][1] <= start + room or stop == at):
            stop += 1
        worth = len(set(words[at:stop])), stop - at
        if worth > best:
            best, found = worth, (start, marks[stop - 1][1])
    return found[0], found[1]


def _cut(
    text: str, marks: Marks, begin: int, piece: str, layout: QTextLayout, top: int
) -> tuple[str, Marks]:
    last = min(layout.lineCount(), top + _LINES) - 1
    if last < 0:
        return piece, marks
    units = piece.encode("utf-16-le", "surrogatepass")
    start = layout.lineAt(top).textStart() * 2
    end_line = layout.lineAt(last)
    stop = (end_line.textStart() + end_line.textLength()) * 2
    shown = units[start:stop].decode("utf-16-le", "replace")
    offset = begin + len(units[:start].decode("utf-16-le", "replace"))
    before = "… " if offset > 0 else ""
    after = ""
    if offset + len(shown.rstrip()) < len(text.rstrip()):
        # Room for the ellipsis: the last word gives way to it.
        shown = shown.rstrip()
        shown = (shown[: shown.rfind(" ")] if " " in shown[-40:] else shown[:-2]).rstrip()
        after = " …"
    if before and " " in shown:
        skipped = shown.index(" ") + 1
        if not any(a < offset + skipped for a, b in marks if b > offset):
            shown, offset = shown[skipped:], offset + skipped
    moved = [(a - offset + len(before), b - offset + len(before)) for a, b in marks]
    end = len(before) + len(shown)
    return before + shown + after, [(max(0, a), min(b, end)) for a, b in moved if b > 0 and a < end]
