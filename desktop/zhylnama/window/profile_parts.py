"""Parts of the profile page: chips of spellings, figures, the table of measures, the side lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zhylnama.archive.model import Measure, Profile
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.window.flow import flow
from zhylnama.window.ledger import Figure, sanction_of
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    Link,
    Words,
    hairline,
    heading,
    quiet,
)
from zhylnama.window.prose import Prose
from zhylnama.window.text import unmnemonic
from zhylnama.wording import Wording


class FigureButton(QAbstractButton):
    """A figure over its words. Where the events behind it are known, a click shows them."""

    def __init__(self, figure: Figure, look: Look) -> None:
        super().__init__()
        self.figure = figure
        self._look = look
        self._big = look.serif_font(23, QFont.Weight.Bold)
        self._small = look.sans_font(12)
        self.setText(unmnemonic(f"{figure.value} {figure.label}"))
        self.setAccessibleName(f"{figure.value} {figure.label}")
        self.setEnabled(bool(figure.events))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if figure.events:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Return the size of figure and words."""
        wide = max(
            QFontMetricsF(self._big).horizontalAdvance(self.figure.value),
            QFontMetricsF(self._small).horizontalAdvance(self.figure.label),
        )
        return QSize(int(wide) + 14, self._look.px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figure; underlined words under the mouse say that there is more."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._big)
        painter.setPen(look.colour("ink"))
        top = QRectF(1, 0, self.width(), look.px(29))
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, self.figure.value)
        small = QFont(self._small)
        small.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(small)
        painter.setPen(look.colour("quiet"))
        below = QRectF(1, look.px(29), self.width(), look.px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self.figure.label)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Rule(QWidget):
    """A hairline between two figures."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(13, look.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(0, 0, 1, self.height(), self._look.colour("line"))


class Deeds(QWidget):
    """The table of what was done: date, law, reason given, measure, source; newest last."""

    event_opened = Signal(str)

    def __init__(self, profile: Profile, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        for column, share in enumerate((0, 5, 6, 5, 0)):
            self._grid.setColumnStretch(column, share)
            self._grid.setColumnMinimumWidth(column, look.px(90 if share else 84))
        tr = wording.tr
        heads = (tr("Date"), tr("Law"), tr("Reason given"), tr("Measure"), tr("Source"))
        for column, head in enumerate(heads):
            label = Words(head, look, font=look.sans_font(11.5), role="quiet")
            label.setContentsMargins(0, 4, 0, 6)
            self._grid.addWidget(label, 0, column)
        self._line()
        for measure in profile.measures:
            self._add(measure)

    def _add(self, measure: Measure) -> None:
        event, row = measure.event, self._grid.rowCount()
        when = self._wording.when(event.date, event.until, event.precision, short=True)
        date = Link(when, self._look)
        date.setToolTip(self._wording.tr("Open the event"))
        date.clicked.connect(lambda: self.event_opened.emit(event.id))
        laws = [self._wording.article(*law) for law in measure.laws]
        cells: list[QWidget] = [
            date,
            self._text("\n".join(laws)) if laws else self._missing(),
            self._text(event.reason) if event.reason else self._missing(),
            self._text(self._measure(measure)),
            self._sources(measure),
        ]
        for column, cell in enumerate(cells):
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 7, 0, 7)
            inside.addWidget(cell)
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignTop)
        self._line()

    def _measure(self, measure: Measure) -> str:
        sanction = sanction_of(measure)
        if sanction is None:
            said = ", ".join(self._wording.kind(kind) for kind in measure.kinds)
            return said or self._wording.tr("no measure stated")
        said = sanction_in_words(self._wording, sanction)
        if sanction.recalled:
            said = self._wording.tr("{measure} (recalled)", measure=said)
        return said[:1].upper() + said[1:]

    def _sources(self, measure: Measure) -> QWidget:
        numbers = [str(s.number) for s in measure.event.sources if s.number is not None]
        if numbers:
            return Words(", ".join(numbers), self._look, wrap=False)
        return quiet(self._wording.tr("not stated"), self._look)

    def _text(self, text: str) -> QWidget:
        return Prose(text, self._look, self._look.sans_font(13), leading=1.45, measure=False)

    def _missing(self) -> QWidget:
        return quiet(self._wording.tr("not stated"), self._look)

    def _line(self) -> None:
        self._grid.addWidget(hairline(self._look), self._grid.rowCount(), 0, 1, 5)


class Beside:
    """Fills the panel at the side with headed lists of links and counts."""

    def __init__(self, column: QVBoxLayout, wording: Wording, look: Look) -> None:
        self._column = column
        self._wording = wording
        self._look = look

    def add(
        self, title: str, lines: Sequence[tuple[str, int, Callable[[], None]]], missing: str
    ) -> None:
        """Add a list, or the quiet words that say that it would be empty."""
        self._column.addWidget(heading(title, self._look))
        self._column.addSpacing(6)
        if not lines:
            self._column.addWidget(quiet(missing, self._look))
        for text, number, go in lines:
            self._add_line(text, number, go)
        self._column.addSpacing(26)

    def _add_line(self, text: str, number: int, go: Callable[[], None]) -> None:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 1, 0, 1)
        link = Link(text, self._look)
        link.clicked.connect(go)
        row.addWidget(flow([link]), 1)
        count = Words(
            self._wording.number(number),
            self._look,
            font=self._look.sans_font(12.5),
            role="quiet",
            wrap=False,
        )
        count.setToolTip(self._wording.count("{n} event", "{n} events", number))
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(box)
