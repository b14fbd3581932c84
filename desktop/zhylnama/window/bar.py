"""The bar on top: back and forward, the search field, filters as chips, order, menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from zhylnama.archive.model import FacetField, Filters, Sort
from zhylnama.window.chips import Chip
from zhylnama.window.choice import Choice
from zhylnama.window.flow import Flow
from zhylnama.window.icons import Icon, icon
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    button,
    quiet,
)
from zhylnama.window.phrases import dates_in_words, facet_in_words, sort_in_words
from zhylnama.wording import Wording

_SORTS: tuple[Sort, ...] = ("newest", "oldest", "best")


class SearchField(QLineEdit):
    """The field. `stepped` tells the rows to move in the list, `entered` that Enter was pressed."""

    stepped = Signal(int)
    entered = Signal()
    cleared = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("search")
        # A file that is dropped here is meant for the window, too.
        self.setAcceptDrops(False)
        self.setPlaceholderText(wording.tr("Search everything"))
        self.setAccessibleName(wording.tr("Search everything"))
        self.setMaximumWidth(look.px(498))
        self.setMinimumWidth(look.px(220))
        self._glass = QLabel(self)
        self._glass.setPixmap(icon("search", look, look.px(14)).pixmap(QSize(14, 14) * look.scale))
        self._count = quiet("", look, wrap=False)
        self._count.setParent(self)
        self._count.hide()

    @property
    def counted(self) -> str:
        """Return the count as it is shown in the field."""
        return self._count.text()

    def show_count(self, text: str) -> None:
        """Show how much was found, inside the field at its end."""
        self._count.setText(text)
        self._count.adjustSize()
        self._count.setVisible(bool(text))
        self.setTextMargins(0, 0, self._count.width() + 8 if text else 0, 0)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list with the arrows while one types; Escape clears."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the end of the field."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._glass.adjustSize()
        self._glass.move(10, (self.height() - self._glass.height()) // 2)
        corner = QPointF(
            self.width() - self._count.width() - 11, (self.height() - self._count.height()) / 2
        )
        self._count.move(corner.toPoint())


class Bar(QWidget):
    """The bar. It tells what was wanted; the main window does it."""

    back_wanted = Signal()
    forward_wanted = Signal()
    typed = Signal(str)
    sort_chosen = Signal(str)
    dates_dropped = Signal()
    filter_dropped = Signal(str, str)
    dossier_wanted = Signal()

    def __init__(self, wording: Wording, look: Look, menu: QMenu) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 8, 12, 8)
        line.setSpacing(4)
        self.back = self._tool("back", wording.tr("Back (Alt+Left)"))
        self.forward = self._tool("forward", wording.tr("Forward (Alt+Right)"))
        self.field = SearchField(wording, look)
        self.chips = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.chips.setSizePolicy(policy)
        self._chips = Flow(self.chips, 6, centred=True)
        self.sort = Choice(
            {sort: sort_in_words(wording, sort) for sort in _SORTS},
            "newest",
            wording.tr("Order of the events"),
            look,
        )
        self.sort.picked.connect(self.sort_chosen)
        self.dossier = button(wording.tr("Dossier…"), primary=True)
        self.dossier.hide()
        self.menu = self._tool("menu", wording.tr("Menu (F10)"))
        self.menu.setMenu(menu)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for widget in (self.back, self.forward):
            line.addWidget(widget)
        line.addSpacing(4)
        line.addWidget(self.field, 3)
        line.addSpacing(6)
        line.addWidget(self.chips, 2)
        line.addWidget(self.sort)
        line.addWidget(self.dossier)
        line.addWidget(self.menu)
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self.dossier.clicked.connect(self.dossier_wanted)
        self.field.textEdited.connect(self.typed)

    def show_search(
        self, query: str, filters: Filters, sort: Sort, labels: dict[tuple[str, str], str]
    ) -> None:
        """Show a search: its words, its filters as chips, its order."""
        if self.field.text() != query:
            self.field.setText(query)
        self.sort.show_choice(sort)
        self._show_chips(filters, labels)
        self.sort.setVisible(self.field.isEnabled())
        self.dossier.hide()

    def show_profile(self) -> None:
        """Show that a profile is open: an empty field, and the way to the dossier."""
        self.field.setText("")
        self.field.show_count("")
        self._show_chips(Filters(), {})
        self.sort.hide()
        self.dossier.show()

    def chip_buttons(self) -> list[Chip]:
        """Return the chips, as they stand."""
        found = [self._chips.itemAt(i).widget() for i in range(self._chips.count())]
        return [chip for chip in found if isinstance(chip, Chip)]

    def _show_chips(self, filters: Filters, labels: dict[tuple[str, str], str]) -> None:
        while self._chips.count():
            chip = self._chips.takeAt(0).widget()
            assert chip is not None
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        if filters.dates != (None, None):
            self._add_chip(
                self._wording.tr("date"), dates_in_words(self._wording, *filters.dates)
            ).clicked.connect(self.dates_dropped)
        for field, key in filters.chosen:
            chip = self._add_chip(
                facet_in_words(self._wording, field).lower(), labels.get((field, key), key)
            )
            chip.clicked.connect(self._drop(field, key))
        self.chips.updateGeometry()

    def _drop(self, field: FacetField, key: str) -> Callable[[], None]:
        return lambda: self.filter_dropped.emit(field, key)

    def _add_chip(self, field: str, value: str) -> Chip:
        words = f"{field}: {value}"
        chip = Chip(words, self._look, cross=True)
        chip.setAccessibleName(self._wording.tr("Remove the filter {name}", name=words))
        self._chips.addWidget(chip)
        chip.show()
        return chip

    def _tool(self, name: Icon, words: str) -> QToolButton:
        tool = QToolButton()
        tool.setIcon(icon(name, self._look, self._look.px(16)))
        tool.setIconSize(QSize(16, 16) * self._look.scale)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return tool
