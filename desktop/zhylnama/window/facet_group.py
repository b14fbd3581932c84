"""One facet: its title, its values with their counts, and what stands below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zhylnama.archive.model import FacetField, FacetValue
from zhylnama.window.facet_row import FacetRow
from zhylnama.window.icons import icon
from zhylnama.window.look import Look
from zhylnama.window.parts import Link
from zhylnama.window.phrases import facet_in_words, value_in_words
from zhylnama.window.text import lay_out, tip
from zhylnama.wording import Wording

_SHOWN = 7
# A column of months is long, and the strip has them: they are folded away until they are asked for.
_FOLDED: frozenset[FacetField] = frozenset({"month", "organisation", "source"})


class FacetTitle(QAbstractButton):
    """The name of a facet; pressed, it folds the facet away or out again."""

    def __init__(self, field: FacetField, words: str, look: Look, *, folded: bool) -> None:
        super().__init__()
        self.field = field
        self.folded = folded
        self._look = look
        self._font = look.sans_font(11.5, QFont.Weight.Bold)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the height of the line; it takes what width there is."""
        wide = QFontMetricsF(self._font).horizontalAdvance(self.text())
        return QSize(14 + round(wide) + self._look.px(11) + 8, self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        """Return the same: what stands beside the name gives way to it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name; the arrow is seen where it says something."""
        painter = QPainter(self)
        lively = self.hasFocus() or self.underMouse()
        painter.setPen(self._look.colour("accent" if self.hasFocus() else "quiet"))
        layout = lay_out(self.text(), self._font, 1_000)
        line = layout.lineAt(0)
        top = (self.height() - line.height()) / 2
        layout.draw(painter, QPointF(14, top))
        if self.folded or lively:
            side = self._look.px(11)
            left = 14 + line.naturalTextWidth() + 4
            box = QRectF(left, (self.height() - side) / 2 + 1, side, side)
            icon("right" if self.folded else "down", self._look, side).paint(painter, box.toRect())


class FacetGroup(QWidget):
    """The values of one field.

    Counts come at every key press: what stands there is written over and not made anew, so that
    the panel is laid out anew only where another number of lines is needed.
    """

    toggled = Signal(str, str)
    joined = Signal(str, bool)
    dossiers_wanted = Signal()

    def __init__(self, field: FacetField, wording: Wording, look: Look) -> None:
        super().__init__()
        self.field = field
        self._wording = wording
        self._look = look
        self._folded = field in _FOLDED
        self._whole = False
        self._picked: Sequence[FacetValue] = ()
        self._rest: Sequence[FacetValue] = ()
        self._either = False
        self._switch_says: tuple[str, str] | None = None
        self._switch: Link | None = None
        words = facet_in_words(wording, field)
        self.title = FacetTitle(field, words, look, folded=self._folded)
        self.title.clicked.connect(self._fold)
        self.rows: list[FacetRow] = []
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 12, 0)
        self._line.setSpacing(4)
        self._line.addWidget(self.title, 1)
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        self._more = self._link(self._show_all)
        tr = wording.tr
        self._dossiers = self._link(self.dossiers_wanted.emit)
        self._dossiers.say(tr("Dossiers of everyone found…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addLayout(self._values)
        for link in (self._more, self._dossiers):
            below = QVBoxLayout()
            below.setContentsMargins(13, 1, 12, 0)
            below.addWidget(link)
            column.addLayout(below)
            link.hide()
        self.hide()

    def show_values(
        self, picked: Sequence[FacetValue], rest: Sequence[FacetValue], *, either: bool
    ) -> None:
        """Show the chosen values and below them the others, most frequent first.

        With `either` any of the chosen values will do, else all must hold.
        """
        self._picked, self._rest, self._either = picked, rest, either
        self._show()

    def _show(self) -> None:
        focused = next((row for row in self.rows if row.hasFocus()), None)
        before = None if focused is None else focused.key
        picked, rest = self._picked, self._rest
        self._say_title()
        self._say_switch()
        shown = rest if self._whole else rest[: max(0, _SHOWN - len(picked))]
        if len(rest) - len(shown) == 1:
            shown = rest
        values = [*picked, *shown] if not self._folded else list(picked)
        while len(self.rows) < len(values):
            self._add_row()
        for row, value in zip(self.rows, values, strict=False):
            row.show_value(value, self.words(value))
        for number, row in enumerate(self.rows):
            row.setChecked(number < len(picked))
            _show(row, on=number < len(values))
        left = 0 if self._folded else len(rest) - len(shown)
        if left:
            self._more.say(self._wording.count("{n} more", "{n} more", left))
        _show(self._more, on=left > 0)
        anyone = bool(rest) or any(value.count for value in picked)
        _show(self._dossiers, on=self.field == "person" and anyone and not self._folded)
        _show(self, on=bool(picked or rest))
        if before is not None:
            (self.row(before) or self.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self, value: FacetValue) -> str:
        """Return a value in the reader's language."""
        return value_in_words(self._wording, self.field, value.key, value.label)

    def row(self, key: str) -> FacetRow | None:
        """Return the row of a value, None where it is not shown."""
        return next((row for row in self.rows if row.key == key and not row.isHidden()), None)

    def _add_row(self) -> None:
        row = FacetRow(self.field, self._wording, self._look)
        row.clicked.connect(lambda _on=False: self.toggled.emit(row.field, row.key))
        self.rows.append(row)
        self._values.addWidget(row)
        row.hide()

    def _say_title(self) -> None:
        tr, words = self._wording.tr, self.title.text()
        self.title.folded = self._folded
        said = tr("{facet}, folded away", facet=words) if self._folded else words
        self.title.setAccessibleName(said)
        self.title.update()

    def _say_switch(self) -> None:
        """Say how the chosen values are joined, where there is something to join."""
        tr, either = self._wording.tr, self._either
        says: tuple[str, str] | None = None
        # One value of which any will do: the others stand below, to be added.
        if self._picked and not self._folded and (len(self._picked) > 1 or not either):
            says = (
                tr("any of them") if either else tr("all of them"),
                tr("Events with any of the chosen values are shown. Click for those with all.")
                if either
                else tr("Events with all chosen values are shown. Click for those with any."),
            )
            if len(self._picked) == 1:
                says = tr("or others"), says[1]
        if self._switch is None and says is not None:
            self._switch = Link("", self._look, self._look.sans_font(11.5))
            self._switch.clicked.connect(
                lambda _on=False: self.joined.emit(self.field, not self._either)
            )
            self._line.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
            self._switch.hide()
        if self._switch is not None:
            if says is not None:
                self._switch.say(says[0])
                self._switch.setToolTip(tip(says[1]))
            _show(self._switch, on=says is not None)

    def _link(self, does: Callable[[], None]) -> Link:
        """Return a quiet line to click under the values."""
        link = Link("", self._look, self._look.sans_font(12), "quiet")
        link.clicked.connect(lambda _on=False: does())
        return link

    def _fold(self) -> None:
        self._folded = not self._folded
        self._show()

    def _show_all(self) -> None:
        self._whole = True
        self._show()


def _show(widget: QWidget, *, on: bool) -> None:
    """Show or hide a widget; one that is so already is not asked, which would cost as much."""
    if widget.isHidden() == on:
        widget.setVisible(on)
