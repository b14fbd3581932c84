"""The bar on top: back and forward, the search field, filters as chips, order, menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from zhylnama.archive.model import Sort
from zhylnama.window.chips import Chip
from zhylnama.window.choice import Choice
from zhylnama.window.field import SearchField
from zhylnama.window.flow import Flow
from zhylnama.window.history import Address
from zhylnama.window.icons import Icon, icon
from zhylnama.window.look import Look
from zhylnama.window.parts import button
from zhylnama.window.phrases import chosen_in_words, sort_in_words
from zhylnama.wording import Wording

_SORTS: tuple[Sort, ...] = ("newest", "oldest", "best")


class Bar(QWidget):
    """The bar. It tells what was wanted; the main window does it."""

    back_wanted = Signal()
    forward_wanted = Signal()
    typed = Signal(str)
    sort_chosen = Signal(str)
    went = Signal(object)
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

    def show_search(self, here: Address, labels: dict[tuple[str, str], str]) -> None:
        """Show a search: its words, its filters as chips, its order."""
        if self.field.text() != here.query:
            self.field.setText(here.query)
        self.field.exact.setChecked(here.exact)
        self.sort.show_choice(here.sort)
        self._show_chips(here, labels)
        self.sort.setVisible(self.field.isEnabled() and here.like is None)
        self.dossier.hide()

    def show_profile(self) -> None:
        """Show that a profile is open: an empty field, and the way to the dossier."""
        self.field.setText("")
        self.field.show_count("")
        self.field.exact.setChecked(False)
        self._show_chips(Address(), {})
        self.sort.hide()
        self.dossier.show()

    def chip_buttons(self) -> list[Chip]:
        """Return the chips, as they stand."""
        found = [self._chips.itemAt(i).widget() for i in range(self._chips.count())]
        return [chip for chip in found if isinstance(chip, Chip)]

    def _show_chips(self, here: Address, labels: dict[tuple[str, str], str]) -> None:
        while self._chips.count():
            chip = self._chips.takeAt(0).widget()
            assert chip is not None
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        for said, without in chosen_in_words(self._wording, here, labels):
            self._add_chip(said, without)
        self.chips.updateGeometry()

    def _add_chip(self, words: str, without: Address) -> None:
        """Add a chip; a click on it leads to the search without what it says."""
        chip = Chip(words, self._look, cross=True)
        chip.setAccessibleName(self._wording.tr("Remove the filter {name}", name=words))
        chip.clicked.connect(lambda: self.went.emit(without))
        self._chips.addWidget(chip)
        chip.show()

    def _tool(self, name: Icon, words: str) -> QToolButton:
        tool = QToolButton()
        tool.setIcon(icon(name, self._look, self._look.px(16)))
        tool.setIconSize(QSize(16, 16) * self._look.scale)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return tool
