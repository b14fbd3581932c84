"""The fields of a draft event: read as lines, edited in place, uncertain ones marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from zhylnama.reading.reviewing.fields import LINES, Field
from zhylnama.window.look import Look
from zhylnama.window.parts import Words, dress, quiet
from zhylnama.wording import Wording


class Editor(QPlainTextEdit):
    """A field as it is typed. `kept` brings the text, `given_up` tells that it stays as it was.

    Enter keeps; where a field has several lines it begins one, and Ctrl+Enter keeps.
    """

    kept = Signal(str)
    given_up = Signal()

    def __init__(self, text: str, look: Look, name: str, *, lines: bool) -> None:
        super().__init__(text)
        self._look = look
        self._lines = lines
        dress(self, look, look.sans_font(), "ink")
        self.setObjectName("editor")
        self.setStyleSheet(
            f"#editor {{ background: {look.colours['field']}; border: 1px solid"
            f" {look.colours['accent']}; border-radius: 4px; padding: 2px; }}"
        )
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.selectAll()
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.updateGeometry()
        )

    def sizeHint(self) -> QSize:
        """Return the height of its lines, one more than there are where more may come."""
        # In lines, as they are wrapped.
        count = round(self.document().size().height()) + (1 if self._lines else 0)
        wanted = max(1, min(count, 12)) * self.fontMetrics().lineSpacing() + self._look.px(16)
        return QSize(self._look.px(300), wanted)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, where Qt would keep room for three lines; it may be narrow."""
        return QSize(self._look.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, give up, or type."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control or not self._lines:
                self.kept.emit(self.toPlainText())
                return
        super().keyPressEvent(event)


class FieldRow(QWidget):
    """One field: its label, its lines or what is not stated, and the editor while it is typed."""

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(
        self, field: Field, label: str, lines: Sequence[str], wording: Wording, look: Look
    ) -> None:
        super().__init__()
        self.field = field
        self.lines = list(lines)
        self._label = label
        self._look = look
        self._selected = False
        self.doubtful = False
        self.editor: Editor | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(0)
        name = Words(label, look, role="quiet")
        name.setFixedWidth(look.px(112))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        row.addLayout(self._column, 1)
        self._values: list[QWidget] = []
        for line in self.lines:
            font = look.serif_font(13) if field == "text" else None
            self._values.append(Words(line if field != "text" else _short(line), look, font=font))
        if not self.lines:
            self._values.append(quiet(wording.tr("not stated in the report"), look))
        for value in self._values:
            self._column.addWidget(value)
        self._told = quiet("", look)
        self._told.hide()
        self._column.addWidget(self._told)
        self._column.addStretch(1)
        self.setAccessibleName(f"{label}: {', '.join(self.lines)}")

    def select(self, on: bool) -> None:
        """Show whether keys go to this field."""
        self._selected = on
        self.update()

    def edit(self, hint: str, kept: Callable[[str], None], given_up: Callable[[], None]) -> None:
        """Put an editor in the place of the lines."""
        several = self.field in LINES or self.field == "text"
        self.editor = Editor("\n".join(self.lines), self._look, self._label, lines=several)
        self.editor.kept.connect(kept)
        self.editor.given_up.connect(given_up)
        for value in self._values:
            value.hide()
        self._column.insertWidget(0, self.editor)
        self.tell(hint)
        # At once: a letter typed in the same breath belongs to it.
        self.editor.show()
        self.editor.setFocus()

    def tell(self, sentence: str, *, fault: bool = False) -> None:
        """Say how the field is typed, or why it was not taken."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        role = "arrest" if fault else "quiet"
        dress(self._told, self._look, self._look.sans_font(12), role)

    @property
    def told(self) -> str:
        """Return what is said under the editor."""
        return self._told.text()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Choose the field."""
        self.chosen.emit(self.field)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Edit the field."""
        self.wanted.emit(self.field)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the chosen field, and the mark of an uncertain one."""
        painter = QPainter(self)
        if self._selected:
            painter.fillRect(self.rect(), self._look.colour("selection"))
        if self.doubtful or self._selected:
            mark = self._look.colour("accent" if self._selected else "state")
            painter.fillRect(0, 0, 3, self.height(), mark)


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119].rstrip() + "…"
