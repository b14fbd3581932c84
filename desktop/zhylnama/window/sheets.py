"""Two small sheets: the keyboard shortcuts, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from zhylnama import __version__
from zhylnama.window.look import Look, fitting
from zhylnama.window.menu import MainMenu
from zhylnama.window.parts import Words, button, heading, quiet, scrolled
from zhylnama.wording import Wording


class Sheet(QDialog):
    """A small page over the window, with a button to close it; it scrolls where it is too high."""

    def __init__(self, title: str, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.look = look
        self.setWindowTitle(title)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(28, 22, 28, 20)
        self._outer.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self._outer.setSpacing(10)
        self._outer.addWidget(heading(title, look))
        self._area, self.column = scrolled("paper", (0, 0, 0, 0))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.setSpacing(10)
        self._outer.addWidget(self._area)
        self.finished.connect(self.deleteLater)

    def finish(self) -> None:
        """Add the button, and show the sheet."""
        close = button(self._wording.tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        self._outer.addSpacing(8)
        self._outer.addLayout(row)
        self._fit()
        self.open()

    def _fit(self) -> None:
        body = self.column.parentWidget()
        assert body is not None
        inside = body.sizeHint()
        around = self._outer.sizeHint() - self._area.sizeHint()
        room = fitting(self, inside.width() + around.width(), inside.height() + around.height())
        high = room.height() - around.height()
        bar = self._area.verticalScrollBar().sizeHint().width() + 10
        wide = inside.width() + (bar if high < inside.height() else 0)
        self._area.setFixedSize(wide, high)


class ShortcutSheet(Sheet):
    """Every key of the window with what it does."""

    def __init__(self, menu: MainMenu, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(wording.tr("Keyboard shortcuts"), wording, look, parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        tr = wording.tr
        lines = [
            *menu.shortcuts(),
            (tr("Up, Down"), tr("Move in the list, also from the search field")),
            (tr("Left, Right"), tr("Move in the timeline; with Shift widen, Enter narrows")),
        ]
        for row, (keys, does) in enumerate(lines):
            key = Words(keys, look, font=look.sans_font(13, QFont.Weight.Bold), wrap=False)
            grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
            said = Words(does, look)
            said.setFixedWidth(min(said.sizeHint().width(), look.px(430)))
            grid.addWidget(said, row, 1)
        self.column.addLayout(grid)
        self.finish()


class AboutSheet(Sheet):
    """The program's name and version, and what it promises."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(wording.tr("About Zhylnama"), wording, look, parent)
        tr = wording.tr
        promise = tr(
            "A chronicle of what was done to whom, searched on your own computer. Zhylnama never"
            " connects to a network, and keeps what you search only if you ask it to."
        )
        words = Words(promise, look, font=look.serif_font(15))
        words.setFixedWidth(look.px(400))
        self.column.addWidget(words)
        self.column.addWidget(quiet(tr("Version {number}", number=__version__), look))
        self.finish()
