"""The list of completions: what it shows and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zhylnama.window.look import Look
from zhylnama.window.row import Index
from zhylnama.wording import Wording

_OFFER = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to go on: its words, what tells it apart, a quiet word at the end of the line.

    Taken, the field has `text`, with the cursor at `cursor`.
    """

    words: str
    detail: str
    tail: str
    text: str
    cursor: int

    @property
    def said(self) -> str:
        """Return the whole line, for a screen reader."""
        return ", ".join(part for part in (self.words, self.detail, self.tail) if part)


class _Offers(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.offers: list[Offer] = []

    def show(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.offers):
            return None
        offer = self.offers[index.row()]
        if role == _OFFER:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return offer.said
        return None


class CompletionList(QListView):
    """The list. It never takes the keyboard; `taken` tells the offer that was clicked."""

    taken = Signal(object)

    def __init__(self, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("completions")
        self.setAccessibleName(wording.tr("Suggestions"))
        self._offers = _Offers()
        self._look = look
        self.setModel(self._offers)
        self.setItemDelegate(_OfferPainter(look))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def least_width(self) -> int:
        """Return the width that a name and what is said of it need."""
        return self._look.px(400)

    @property
    def offers(self) -> list[Offer]:
        """Return what is offered."""
        return self._offers.offers if self.isVisible() else []

    @property
    def marked(self) -> Offer | None:
        """Return the offer that the arrows have marked, None where they have marked none."""
        index = self.currentIndex()
        return self._offers.offers[index.row()] if self.isVisible() and index.isValid() else None

    def unmark(self) -> None:
        """Mark nothing: what is typed counts again."""
        self.setCurrentIndex(QModelIndex())

    def show_offers(self, offers: list[Offer], at: QPoint, width: int) -> None:
        """Show the list at a point of its parent; nothing is marked at first."""
        self._offers.show(offers)
        self.unmark()
        tall = min(len(offers), _MOST_SHOWN) * row_height(self._look) + 10
        self.setGeometry(at.x(), at.y(), width, tall)
        self.scrollToTop()
        self.show()
        self.raise_()

    def move(self, by: int) -> Offer | None:  # type: ignore[override]
        """Mark the next offer; past either end none is marked, and the field counts again."""
        count = len(self._offers.offers)
        row = self.currentIndex().row() + by
        if row < -1:
            row = count - 1
        index = self._offers.index(row) if 0 <= row < count else QModelIndex()
        self.setCurrentIndex(index)
        return self.marked

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the offer under the mouse."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(self._offers.offers[index.row()])


def row_height(look: Look) -> int:
    """Return the height of one line of the list."""
    return look.px(27)


class _OfferPainter(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, row_height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, offer = self._look, index.data(_OFFER)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(box, look.colour("selection"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look.colour("accent"))
        inner = box.adjusted(12, 0, -12, 0)
        small = look.sans_font(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(QPen(look.colour("quiet")))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, offer.tail)
        room = inner.width() - QFontMetricsF(small).horizontalAdvance(offer.tail) - 12
        font = look.sans_font(13)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(offer.words, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(words) + 8
        painter.setFont(font)
        painter.setPen(QPen(look.colour("ink")))
        painter.drawText(inner, middle, words)
        detail = QFontMetricsF(small).elidedText(
            offer.detail, Qt.TextElideMode.ElideRight, max(0.0, room - wide)
        )
        painter.setFont(small)
        painter.setPen(QPen(look.colour("quiet")))
        painter.drawText(inner.adjusted(wide, 0.5, 0, 0), middle, detail)
        painter.restore()
