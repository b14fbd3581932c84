"""How far a review is, as a line across: decided, open, and where the reader is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zhylnama.reading.reviewing.operations import State
from zhylnama.window.look import Look


class ProgressStrip(QWidget):
    """A thin line; the number beside the title says the same in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._states: Sequence[State] = ()
        self._at = 0
        self.setFixedHeight(4)

    def show_states(self, states: Sequence[State], at: int) -> None:
        """Show the state of each entry, in the order of work, and which one is open."""
        self._states, self._at = states, at
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("line"))
        count = len(self._states)
        if not count:
            return
        wide = self.width() / count
        for index, state in enumerate(self._states):
            if state != "open":
                role = "accent" if state == "accepted" else "quiet"
                painter.fillRect(QRectF(index * wide, 0, wide, 4), self._look.colour(role))
        here = QRectF(self._at * wide, 0, max(wide, 3), 4)
        painter.fillRect(here, self._look.colour("ink"))
