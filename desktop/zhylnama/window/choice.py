"""A quiet choice of one among few: its name with a small arrow, the others in a menu."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from zhylnama.window.icons import icon
from zhylnama.window.look import Look
from zhylnama.window.text import unmnemonic


class Choice(QToolButton):
    """`picked` tells the key that was chosen from the menu."""

    picked = Signal(str)

    def __init__(self, options: Mapping[str, str], current: str, name: str, look: Look) -> None:
        super().__init__()
        self._options = dict(options)
        self._name = name
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow stands after the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icon("down", look, look.px(12)))
        self.setIconSize(QSize(12, 12) * look.scale)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for key, words in self._options.items():
            action = menu.addAction(unmnemonic(words))
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _on=False, key=key: self._on_picked(key))
        self.setMenu(menu)
        self.show_choice(current)

    @property
    def current(self) -> str:
        """Return the key that is chosen."""
        return self._current

    def show_choice(self, key: str) -> None:
        """Show what is chosen."""
        self._current = key
        self.setText(unmnemonic(self._options[key]))
        self.setAccessibleName(f"{self._name}: {self._options[key]}")
        for action in self.menu().actions():
            action.setChecked(action.data() == key)

    def _on_picked(self, key: str) -> None:
        self.show_choice(key)
        self.picked.emit(key)
