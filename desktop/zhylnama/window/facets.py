"""The facets at the left: what was found, counted field by field, each to be folded away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zhylnama.archive.model import Facet, FacetField, FacetValue, Filters
from zhylnama.window.facet_row import FacetRow
from zhylnama.window.icons import icon
from zhylnama.window.look import Look
from zhylnama.window.parts import Link, empty, scrolled
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


class Facets(QWidget):
    """The panel. `toggled` tells a field and a key that were chosen or let go.

    `joined` tells a field of which any chosen value will do from now on, or (False) all must hold.
    `dossiers_wanted` asks for the dossiers of everyone who was found.
    """

    toggled = Signal(str, str)
    joined = Signal(str, bool)
    dossiers_wanted = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._whole: set[FacetField] = set()
        self._folded: set[FacetField] = set(_FOLDED)
        self._facets: tuple[Facet, ...] = ()
        self._filters = Filters()
        self.labels: dict[tuple[str, str], str] = {}
        area, self._column = scrolled("side", (0, 12, 0, 16))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setAccessibleName(wording.tr("Narrow what was found"))

    def show_facets(self, facets: tuple[Facet, ...], filters: Filters) -> None:
        """Show counts; the chosen values come first and stay even where nothing is left."""
        self._facets = facets
        self._filters = filters
        self._build()

    def row(self, field: FacetField, key: str) -> FacetRow | None:
        """Return the row of a value, None where it is not shown."""
        rows = (row for row in self.findChildren(FacetRow) if (row.field, row.key) == (field, key))
        return next(rows, None)

    def title(self, field: FacetField) -> FacetTitle | None:
        """Return the title of a facet, None where it has nothing to show."""
        titles = (title for title in self.findChildren(FacetTitle) if title.field == field)
        return next(titles, None)

    def _build(self) -> None:
        focused = self.focusWidget()
        again = focused if isinstance(focused, FacetRow | FacetTitle) else None
        had_focus = again is not None and again.hasFocus()
        empty(self._column)
        for facet in self._facets:
            if facet.values or self._picked(facet.field):
                self._add(facet)
        self._column.addStretch(1)
        if again is not None and had_focus:
            find = self.row(again.field, again.key) if isinstance(again, FacetRow) else None
            self._focus(find or self.title(again.field))

    @staticmethod
    def _focus(widget: QWidget | None) -> None:
        if widget is not None:
            # Just put into a layout it is shown a moment later, and would take no focus.
            widget.show()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, facet: FacetField) -> list[str]:
        return [key for field, key in self._filters.chosen if field == facet]

    def _add(self, facet: Facet) -> None:
        picked = self._picked(facet.field)
        folded = facet.field in self._folded
        self._add_title(facet.field, folded, picked)
        known = {value.key: value for value in facet.values}
        first = [
            known.get(key) or FacetValue(key, self._label(facet.field, key), 0) for key in picked
        ]
        rest = [value for value in facet.values if value.key not in picked]
        shown = rest if facet.field in self._whole else rest[: max(0, _SHOWN - len(first))]
        if len(rest) - len(shown) == 1:
            shown = rest
        if folded:
            shown = []
        for value in (*first, *shown):
            words = value_in_words(self._wording, facet.field, value.key, value.label)
            self.labels[facet.field, value.key] = words
            row = FacetRow(facet.field, value, words, self._wording, self._look)
            row.setChecked(value.key in picked)
            row.clicked.connect(lambda _on=False, row=row: self.toggled.emit(row.field, row.key))
            self._column.addWidget(row)
        if len(shown) < len(rest) and not folded:
            self._add_more(facet.field, len(rest) - len(shown))
        if facet.field == "person" and facet.values and not folded:
            self._add_link(
                self._wording.tr("Dossiers of everyone found…"), self.dossiers_wanted.emit
            )
        self._column.addSpacing(4)

    def _add_title(self, field: FacetField, folded: bool, picked: list[str]) -> None:
        tr, look = self._wording.tr, self._look
        words = facet_in_words(self._wording, field)
        title = FacetTitle(field, words, look, folded=folded)
        said = tr("{facet}, folded away", facet=words) if folded else words
        title.setAccessibleName(said)
        title.clicked.connect(lambda: self._fold(field))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(4)
        line.addWidget(title, 1)
        if picked and not folded:
            either = field in self._filters.either
            switch = Link(tr("any of them") if either else tr("all of them"), look)
            if len(picked) == 1:
                switch = Link(tr("or others"), look)
            switch.setFont(look.sans_font(11.5))
            switch.setToolTip(
                tip(
                    tr("Events with any of the chosen values are shown. Click for those with all.")
                    if either
                    else tr("Events with all chosen values are shown. Click for those with any.")
                )
            )
            switch.clicked.connect(lambda: self.joined.emit(field, not either))
            # One value of which any will do: the others stand below, to be added.
            if len(picked) > 1 or not either:
                line.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        box = QWidget()
        box.setLayout(line)
        self._column.addWidget(box)

    def _add_more(self, field: FacetField, number: int) -> None:
        said = self._wording.count("{n} more", "{n} more", number)
        self._add_link(said, lambda: self._show_all(field))

    def _add_link(self, said: str, does: Callable[[], None]) -> None:
        """Add a quiet line to click under the values of a facet."""
        link = Link(said, self._look, self._look.sans_font(12), "quiet")
        link.setContentsMargins(0, 0, 0, 0)
        link.clicked.connect(lambda _on=False: does())
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(13, 1, 12, 0)
        inside.addWidget(link)
        self._column.addWidget(box)

    def _fold(self, field: FacetField) -> None:
        self._folded ^= {field}
        self._build()

    def _show_all(self, field: FacetField) -> None:
        self._whole.add(field)
        self._build()

    def _label(self, field: FacetField, key: str) -> str:
        return self.labels.get((field, key), key)
