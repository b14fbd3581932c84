"""The strip: what was found, day by day or month by month, and the fastest way to narrow a date.

Dragging over it selects dates, dragging an edge of the selection moves it, a double click takes
it away. By keyboard: the arrows move, with Shift they widen, Enter narrows, Escape clears.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from zhylnama.archive.model import Bar, Timeline
from zhylnama.window.axis import Axis, Unit
from zhylnama.window.look import GROUPS, Look
from zhylnama.window.text import tip
from zhylnama.wording import Wording

Dates = tuple[dt.date | None, dt.date | None]
_EVERYTHING: Dates = (None, None)
_EDGE = 5


class Strip(QWidget):
    """The timeline. `narrowed` tells the dates selected, both None where the selection went.

    A `still` strip is a picture with bars to click: `picked` tells the first day of the bar.
    """

    narrowed = Signal(object)
    picked = Signal(object)

    def __init__(self, wording: Wording, look: Look, *, still: bool = False) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._still = still
        self._timeline: Timeline | None = None
        self._highest = 1
        self._axis = Axis("day", None, None)
        self._dates: Dates = _EVERYTHING
        self._drag: tuple[dt.date, dt.date] | None = None
        self._cursor: dt.date | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(wording.tr("Timeline"))
        self._describe()

    @property
    def dates(self) -> Dates:
        """Return the dates selected."""
        return self._dates

    @property
    def unit(self) -> Unit:
        """Return what a bar stands for."""
        return self._axis.unit

    def show_timeline(self, timeline: Timeline, dates: Dates = _EVERYTHING) -> None:
        """Show bars, and the dates that are selected among them."""
        self._timeline = timeline
        self._highest = max((bar.total for bar in timeline.bars), default=1)
        self._axis = Axis(timeline.unit, timeline.first, timeline.last)
        self._dates = dates
        self._drag = None
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the strip; it takes all the width there is."""
        return QSize(400, self._look.px(52 if self._still else 104))

    def bar_box(self, bar: Bar) -> QRectF:
        """Return where a bar stands."""
        left, right = self._axis.span(bar.start, self._field())
        gap = min(6.0, (right - left) * 0.14)
        field = self._field()
        # A single event is a block, not a tower.
        each = min(field.height() / max(1, self._highest), self._look.px(18))
        tall = each * bar.total
        return QRectF(left + gap / 2, field.bottom() - tall, max(1.0, right - left - gap), tall)

    def x_of(self, day: dt.date) -> float:
        """Return where a day or month begins."""
        return self._axis.span(day, self._field())[0]

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the selection, the bars, the axis with its dates and the edges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self._field()
        chosen = self._chosen()
        if chosen is not None:
            left, right = self._axis.reach(*chosen, field)
            ground = self._look.colour("accent")
            ground.setAlpha(20 if not self._look.dark else 26)
            painter.fillRect(QRectF(left, field.top(), right - left, field.height()), ground)
        for bar in self._timeline.bars if self._timeline else ():
            self._paint_bar(painter, bar, faded=not self._within(bar.start, chosen))
        painter.setPen(QPen(self._look.colour("edge"), 1))
        y = field.bottom() + 0.5
        painter.drawLine(QLineF(field.left(), y, field.right(), y))
        self._paint_dates(painter, field)
        self._paint_undated(painter, field)
        if chosen is not None:
            painter.setPen(QPen(self._look.colour("accent"), 1.5))
            for x in self._axis.reach(*chosen, field):
                painter.drawLine(QLineF(x, field.top(), x, field.bottom()))
        self._paint_focus(painter, field)

    def _paint_bar(self, painter: QPainter, bar: Bar, *, faded: bool) -> None:
        box = self.bar_box(bar)
        each = box.height() / bar.total
        y = box.bottom()
        painter.setOpacity(0.28 if faded else 1.0)
        for group in (*GROUPS, *sorted(set(bar.groups) - set(GROUPS))):
            number = bar.groups.get(group, 0)
            if not number:
                continue
            colour = self._look.group(group)
            if each < 3:
                # Blocks that could not be told apart are one: a month may have thousands.
                tall = each * number
                painter.fillRect(QRectF(box.left(), y - tall, box.width(), tall), colour)
            else:
                for above in range(1, number + 1):
                    block = QRectF(box.left(), y - above * each, box.width(), each - 1)
                    painter.fillRect(block, colour)
            y -= each * number
        painter.setOpacity(1.0)

    def _paint_dates(self, painter: QPainter, field: QRectF) -> None:
        font = self._look.sans_font(11)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("quiet"))
        free = field.left()
        for day, year in self._axis.ticks(field.width(), metrics.horizontalAdvance("0") * 16):
            said = self._said(day, year)
            x = self._axis.span(day, field)[0] + 3
            wide = metrics.horizontalAdvance(said)
            x = min(x, field.right() - wide)
            if x < free:
                continue
            painter.drawText(QRectF(x, field.bottom() + 4, wide + 2, metrics.height()), said)
            free = x + wide + 12

    def _paint_undated(self, painter: QPainter, field: QRectF) -> None:
        undated = self._timeline.undated if self._timeline else 0
        if undated:
            said = self._wording.count(
                "{n} event without a date", "{n} events without a date", undated
            )
            painter.setPen(self._look.colour("quiet"))
            painter.drawText(field, Qt.AlignmentFlag.AlignRight, said)

    def _paint_focus(self, painter: QPainter, field: QRectF) -> None:
        if not self.hasFocus():
            return
        colour = QColor(self._look.colour("accent"))
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        if self._cursor is not None:
            left, right = self._axis.span(self._cursor, field)
            painter.drawRect(QRectF(left, field.top(), right - left, field.height()))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, or take hold of the edge that lies under the mouse."""
        if event.button() != Qt.MouseButton.LeftButton or not self._axis.known:
            event.ignore()
            return
        day = self._axis.day_at(event.position().x(), self._field())
        edge = self._edge_at(event.position().x())
        chosen = self._chosen()
        if edge is not None and chosen is not None:
            self._drag = (chosen[1], chosen[0]) if edge == "first" else chosen
        else:
            self._drag = (day, day)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Widen the selection to where the mouse is."""
        x = event.position().x()
        if self._drag is not None and not self._still:
            self._drag = (self._drag[0], self._axis.day_at(x, self._field()))
            self.update()
        on_edge = not self._still and self._edge_at(x) is not None
        self.setCursor(Qt.CursorShape.SizeHorCursor if on_edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Narrow to what was dragged over, or to the bar that was clicked."""
        if self._drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        first, last = sorted(self._drag)
        single = self._drag[0] == self._drag[1]
        self._drag = None
        if single and self._bar_of(first) is None:
            self.update()
        elif self._still:
            self.picked.emit(first)
        else:
            self._narrow(first, last)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Take the selection away."""
        if not self._still:
            self._drag = None
            self._clear()

    def event(self, event: QEvent) -> bool:
        """Show a tooltip for the bar under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._axis.known and self._axis.day_at(event.pos().x(), self._field())
            bar = self._bar_of(day) if isinstance(day, dt.date) else None
            if bar is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tip(self.bar_words(bar)), self)
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._dates != _EVERYTHING
        ):
            # Escape means this selection, not yet the whole search.
            event.accept()
        return super().event(event)

    def bar_words(self, bar: Bar) -> str:
        """Return what a bar says: its date, its events, and what they were."""
        unit = self._timeline.unit if self._timeline else "day"
        parts = [
            f"{self._wording.when(bar.start, precision=unit)}: "
            + self._wording.count("{n} event", "{n} events", bar.total)
        ]
        parts += [
            f"{self._wording.group(group)} {self._wording.number(number)}"
            for group, number in sorted(bar.groups.items(), key=lambda pair: -pair[1])
        ]
        return " · ".join(parts)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the bars, widen with Shift, narrow with Enter, clear with Escape."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._dates != _EVERYTHING:
            self._clear()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._axis.known:
            wide = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if key == Qt.Key.Key_Left else 1, wide=wide)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, *, wide: bool) -> None:
        at = self._cursor or (self._chosen() or (self._axis.first, self._axis.first))[0]
        assert at is not None
        moved = at if self._cursor is None else self._axis.step(at, by)
        self._cursor = moved
        if wide and not self._still:
            anchor = self._drag[0] if self._drag else at
            self._drag = (anchor, moved)
        else:
            self._drag = None
        bar = self._bar_of(moved)
        unit = self._axis.unit
        said = self.bar_words(bar) if bar else self._wording.when(moved, precision=unit)
        self.setAccessibleDescription(said)
        self.update()

    def _choose(self) -> None:
        assert self._cursor is not None
        first, last = sorted(self._drag) if self._drag else (self._cursor, self._cursor)
        self._drag = None
        if self._still:
            self.picked.emit(first)
        else:
            self._narrow(first, last)

    # Selection

    def _narrow(self, first: dt.date, last: dt.date) -> None:
        self._dates = (first, self._axis.end_of(last))
        self._describe()
        self.update()
        self.narrowed.emit(self._dates)

    def _clear(self) -> None:
        self._dates = _EVERYTHING
        self._describe()
        self.update()
        self.narrowed.emit(_EVERYTHING)

    def _chosen(self) -> tuple[dt.date, dt.date] | None:
        if not self._axis.known:
            return None
        if self._drag is not None and not self._still:
            first, last = sorted(self._drag)
            return first, self._axis.end_of(last)
        if self._dates == _EVERYTHING:
            return None
        begin, end = self._dates[0] or self._axis.first, self._dates[1] or self._axis.last
        assert begin is not None
        assert end is not None
        return begin, end

    @staticmethod
    def _within(start: dt.date, chosen: tuple[dt.date, dt.date] | None) -> bool:
        return chosen is None or chosen[0] <= start <= chosen[1]

    def _edge_at(self, x: float) -> Literal["first", "last"] | None:
        chosen = self._chosen()
        if chosen is None:
            return None
        left, right = self._axis.reach(*chosen, self._field())
        if abs(x - left) <= _EDGE:
            return "first"
        return "last" if abs(x - right) <= _EDGE else None

    def _bar_of(self, day: dt.date) -> Bar | None:
        bars = self._timeline.bars if self._timeline else ()
        start = self._axis.start_of(day)
        return next((bar for bar in bars if bar.start == start), None)

    def _field(self) -> QRectF:
        side, top = (0, 4) if self._still else (16, self._look.px(10))
        low = self.height() - self._look.px(20)
        return QRectF(side, top, max(1, self.width() - 2 * side), max(1, low - top))

    def _said(self, day: dt.date, year: bool) -> str:
        if self._axis.unit == "month" or self._axis.by_month:
            return self._wording.month(day)
        return self._wording.day(day, year=year, short=True)

    def _describe(self) -> None:
        if self._dates == _EVERYTHING:
            said = self._wording.tr(
                "All dates are shown. Arrows move, Shift widens, Enter narrows."
            )
        else:
            said = self._wording.when(*self._dates)
        self.setAccessibleDescription(said)
