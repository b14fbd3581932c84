"""Small parts of the dossier's choices: a line with a choice, a box to tick, a group's heading."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from zhylnama.window.choice import Choice
from zhylnama.window.look import Look
from zhylnama.window.parts import Words, hairline, heading, quiet
from zhylnama.window.text import unmnemonic


class Group(QWidget):
    """Some choices under a heading, one below another."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__()
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, look.px(14))
        self.column.setSpacing(look.px(3))
        if title:
            self.column.addWidget(hairline(look))
            self.column.addSpacing(look.px(8))
            self.column.addWidget(heading(title, look, 13))

    def add_choice(self, name: str, options: Mapping[str, str], current: str) -> Choice:
        """Add a line: what is chosen on the left, the choice on the right."""
        choice = Choice(options, current, name, self.look)
        row = QHBoxLayout()
        row.addWidget(Words(name, self.look, wrap=False), 1)
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(row)
        return choice

    def add_box(self, name: str, *, on: bool) -> QCheckBox:
        """Add a box to tick."""
        box = QCheckBox(unmnemonic(name))
        box.setAccessibleName(name)
        box.setChecked(on)
        # The stylesheet takes Qt's frame around the focus away.
        accent = self.look.colours["accent"]
        box.setStyleSheet(f"QCheckBox:focus {{ color: {accent}; text-decoration: underline; }}")
        self.column.addWidget(box)
        return box

    def add_quiet(self, text: str) -> Words:
        """Add a sentence that explains."""
        words = quiet(text, self.look)
        self.column.addWidget(words)
        return words


def sentence_case(words: str) -> str:
    """Return words with a capital at their beginning: they stand alone in a list."""
    return words[:1].upper() + words[1:]
