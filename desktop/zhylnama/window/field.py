"""The search field: what is typed, how much it finds, exact spelling, and help at its end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from zhylnama.window.icons import Icon, icon
from zhylnama.window.look import Look
from zhylnama.window.parts import quiet
from zhylnama.wording import Wording


class SearchField(QLineEdit):
    """The field. `stepped` tells the rows to move in the list, `entered` that Enter was pressed."""

    stepped = Signal(int)
    entered = Signal()
    cleared = Signal()
    exact_chosen = Signal(bool)
    help_wanted = Signal()

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
        self.exact = self._tool("exact", wording.tr("Exact spelling (Ctrl+Shift+E)"))
        self.exact.setCheckable(True)
        self.exact.clicked.connect(self.exact_chosen)
        self.help = self._tool("help", wording.tr("How to search (F1)"))
        self.help.clicked.connect(self.help_wanted)
        self.show_count("")

    @property
    def counted(self) -> str:
        """Return the count as it is shown in the field."""
        return self._count.text()

    def show_count(self, text: str) -> None:
        """Show how much was found, inside the field at its end."""
        self._count.setText(text)
        self._count.adjustSize()
        self._count.setVisible(bool(text))
        taken = self.exact.width() + self.help.width() + 6
        self.setTextMargins(0, 0, taken + (self._count.width() + 8 if text else 0), 0)
        self._place()

    def write(self, text: str, cursor: int) -> None:
        """Put a text in as if it had been typed."""
        self.setText(text)
        self.setCursorPosition(cursor)
        self.textEdited.emit(text)

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
        """Keep the count and the buttons at the end of the field."""
        super().resizeEvent(event)
        self._place()

    def _tool(self, name: Icon, words: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName("in-field")
        side = self._look.px(15)
        tool.setIcon(icon(name, self._look, side))
        tool.setIconSize(QSize(side, side))
        tool.setFixedSize(side + 9, side + 9)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.setCursor(Qt.CursorShape.ArrowCursor)
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return tool

    def _place(self) -> None:
        self._glass.adjustSize()
        self._glass.move(10, (self.height() - self._glass.height()) // 2)
        right = self.width() - 5
        for widget in (self.help, self.exact, self._count):
            right -= widget.width()
            widget.move(right, (self.height() - widget.height()) // 2)
            if widget is self.exact:
                right -= 3
