"""The facets at the left: what was found, counted by kind, place, month, law and person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from zhylnama.archive.model import Facet, FacetField, FacetValue
from zhylnama.window.look import Look
from zhylnama.window.parts import Link, Words, empty, scrolled
from zhylnama.window.phrases import facet_in_words, value_in_words
from zhylnama.window.text import tip, unmnemonic
from zhylnama.wording import Wording

_SHOWN = 7


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


class Facets(QWidget):
    """The panel. `toggled` tells a field and a key that were chosen or let go."""

    toggled = Signal(str, str)

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._whole: set[FacetField] = set()
        self._facets: tuple[Facet, ...] = ()
        self._chosen: tuple[tuple[FacetField, str], ...] = ()
        self.labels: dict[tuple[str, str], str] = {}
        area, self._column = scrolled("side", (0, 16, 0, 16))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setAccessibleName(wording.tr("Narrow what was found"))

    def show_facets(
        self, facets: tuple[Facet, ...], chosen: tuple[tuple[FacetField, str], ...]
    ) -> None:
        """Show counts; the chosen values come first and stay even where nothing is left."""
        self._facets = facets
        self._chosen = chosen
        self._build()

    def row(self, field: FacetField, key: str) -> FacetRow | None:
        """Return the row of a value, None where it is not shown."""
        rows = (row for row in self.findChildren(FacetRow) if (row.field, row.key) == (field, key))
        return next(rows, None)

    def _build(self) -> None:
        focused = self.focusWidget()
        again = (focused.field, focused.key) if isinstance(focused, FacetRow) else None
        had_focus = again is not None and focused.hasFocus()
        empty(self._column)
        for facet in self._facets:
            if facet.values or any(field == facet.field for field, _key in self._chosen):
                self._add(facet)
        self._column.addStretch(1)
        if had_focus and again is not None:
            row = self.row(*again)
            if row is not None:
                # Just put into a layout it is shown a moment later, and would take no focus.
                row.show()
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, facet: Facet) -> None:
        look, wording = self._look, self._wording
        title = Words(
            facet_in_words(wording, facet.field),
            look,
            font=look.sans_font(11.5, QFont.Weight.Bold),
            role="quiet",
        )
        title.setContentsMargins(14, 8, 14, 4)
        self._column.addWidget(title)
        picked = [key for field, key in self._chosen if field == facet.field]
        known = {value.key: value for value in facet.values}
        first = [
            known.get(key) or FacetValue(key, self._label(facet.field, key), 0) for key in picked
        ]
        rest = [value for value in facet.values if value.key not in picked]
        shown = rest if facet.field in self._whole else rest[: max(0, _SHOWN - len(first))]
        if len(rest) - len(shown) == 1:
            shown = rest
        for value in (*first, *shown):
            words = value_in_words(wording, facet.field, value.key, value.label)
            self.labels[facet.field, value.key] = words
            row = FacetRow(facet.field, value, words, wording, look)
            row.setChecked(value.key in picked)
            row.clicked.connect(lambda _on=False, row=row: self.toggled.emit(row.field, row.key))
            self._column.addWidget(row)
        if len(shown) < len(rest):
            self._add_more(facet.field, len(rest) - len(shown))
        self._column.addSpacing(8)

    def _add_more(self, field: FacetField, number: int) -> None:
        said = self._wording.count("{n} more", "{n} more", number)
        more = Link(said, self._look, self._look.sans_font(12), "quiet")
        more.setContentsMargins(0, 0, 0, 0)
        more.clicked.connect(lambda: self._show_all(field))
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(13, 1, 12, 0)
        inside.addWidget(more)
        self._column.addWidget(box)

    def _show_all(self, field: FacetField) -> None:
        self._whole.add(field)
        self._build()

    def _label(self, field: FacetField, key: str) -> str:
        return self.labels.get((field, key), key)


def _whole(wording: Wording, field: FacetField, key: str, words: str) -> str:
    if field == "law" and " " in key:
        code, article = key.split(" ", 1)
        title = wording.law_title(code, article)
        return f"{wording.code_title(code)}. {words}" + (f". {title}" if title else "")
    if field == "kind":
        return f"{words} ({wording.group(wording.group_of(key))})"
    return words
