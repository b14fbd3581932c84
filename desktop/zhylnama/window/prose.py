"""An account to read: plain text with its hits marked, selectable, as high as it is long."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from zhylnama.window.look import Look
from zhylnama.window.parts import dress
from zhylnama.window.text import Marks, paint_marks, to_utf16

# A measure of sixty characters, in letters as they occur, so that it fits every font and script.
_MEASURE = "the court of the city of Almaty sentenced them to arrest for"


class Prose(QTextEdit):
    """Text of the archive, set as plain text only; `marks` are offsets in characters.

    It never scrolls by itself: the page around it does. `measure` limits the line's length to
    sixty characters.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        font: QFont,
        *,
        marks: Marks = (),
        leading: float = 1.55,
        measure: bool = True,
        role: str = "ink",
    ) -> None:
        super().__init__()
        self._look = look
        self._marks = to_utf16(text, marks)
        self._current: int | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        dress(self, look, font, role)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(1)
        self.setPlainText(text)
        self.setAccessibleName(text)
        self._space_lines(font.pixelSize() * leading)
        if measure:
            self.setMaximumWidth(int(QFontMetricsF(font).horizontalAdvance(_MEASURE)) + 8)

    @property
    def marked(self) -> list[str]:
        """Return the marked stretches, as they are read."""
        text = self.toPlainText().encode("utf-16-le")
        return [text[start * 2 : end * 2].decode("utf-16-le") for start, end in self._marks]

    @property
    def current(self) -> int | None:
        """Return which of the marks is shown stronger than the others, None for none."""
        return self._current

    def show_current(self, mark: int | None) -> QRect:
        """Show one mark stronger than the others; return where it stands."""
        self._current = mark
        self.viewport().update()
        if mark is None:
            return QRect()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._marks[mark][0])
        return self.cursorRect(cursor)

    def sizeHint(self) -> QSize:
        """Return the size of the text in a column of its widest, or of a middling width."""
        wide = min(self.maximumWidth(), self._look.px(420))
        document = self.document().clone()
        document.setTextWidth(wide)
        return QSize(wide, int(document.size().height()) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink to the text."""
        super().resizeEvent(event)
        self.setFixedHeight(int(self.document().size().height()) + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the text over them."""
        if self._marks:
            painter = QPainter(self.viewport())
            self._paint(painter, self._marks, "hit")
            if self._current is not None:
                self._paint(painter, [self._marks[self._current]], "hit-now")
            painter.end()
        super().paintEvent(event)

    def _paint(self, painter: QPainter, marks: list[tuple[int, int]], role: str) -> None:
        block = self.document().begin()
        while block.isValid():
            start, length = block.position(), block.length()
            inside = [(a - start, b - start) for a, b in marks if b > start]
            inside = [(max(0, a), min(length, b)) for a, b in inside if a < length]
            if inside:
                at = self.document().documentLayout().blockBoundingRect(block).topLeft()
                paint_marks(painter, block.layout(), QPointF(at), inside, self._look.colour(role))
            block = block.next()

    def _space_lines(self, line_height: float) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(spaced)
