"""Two small sheets: the keyboard shortcuts, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from zhylnama import __version__
from zhylnama.window.look import Look
from zhylnama.window.menu import MainMenu
from zhylnama.window.parts import Words, button, heading, quiet
from zhylnama.wording import Wording


class Sheet(QDialog):
    """A small page over the window, with a button to close it."""

    def __init__(self, title: str, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.look = look
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 22, 28, 20)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.column.setSpacing(10)
        self.column.addWidget(heading(title, look))
        self.finished.connect(self.deleteLater)

    def finish(self) -> None:
        """Add the button, and show the sheet."""
        close = button(self._wording.tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.open()


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
            grid.addWidget(Words(does, look, wrap=False), row, 1)
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
