"""What is seen where no archive is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhylnama.window.flow import flow
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    Words,
    button,
    quiet,
)
from zhylnama.wording import Wording


class Welcome(QWidget):
    """Says that no archive is open, and offers to open one."""

    open_wanted = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        title = look.serif_font(24, QFont.Weight.Bold)
        self.open_button = button(wording.tr("Open archive…"), primary=True)
        self.open_button.clicked.connect(self.open_wanted)
        column.addStretch(2)
        for widget in (
            Words(wording.tr("No archive is open"), look, font=title, wrap=False),
            quiet(
                wording.tr("Open an archive file, or drop one on this window."), look, wrap=False
            ),
            flow([self.open_button]),
        ):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
