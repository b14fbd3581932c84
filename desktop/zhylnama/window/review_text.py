"""The report's paragraph, with what was found in it coloured by what it is; and where to cut it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zhylnama.reading.layout.pieces import Piece, PieceKind
from zhylnama.window.flow import flow
from zhylnama.window.look import Look
from zhylnama.window.parts import Square, quiet
from zhylnama.window.prose import Prose
from zhylnama.window.text import paint_marks, to_utf16, x_of
from zhylnama.wording import Wording

# Colours that the window has already; what each means is said under the paragraph.
ROLES: Final[dict[PieceKind, str]] = {
    "date": "state",
    "place": "assembly",
    "person": "accent",
    "law": "threat",
    "sanction": "arrest",
    "source": "statement",
}
_GROUND = 0.17
# The dot of an initial ends no sentence.
_SENTENCE = re.compile(r"(?<=[.!?…”»)])(?<!\b[^\W\d_]\.)\s+(?=\S)")
_WORD = re.compile(r"\s+(?=\S)")


class PieceText(Prose):
    """One paragraph with its pieces; while it is cut, a bar shows where.

    The marks of its notes are shown where the report has them, though the record's text is without
    them. `divided` tells the offset in that text at which the second event begins, `given_up` that
    none is wanted.
    """

    divided = Signal(int)
    given_up = Signal()

    def __init__(self, text: str, pieces: Sequence[Piece], look: Look) -> None:
        shown = _Marked(text, pieces)
        super().__init__(shown.text, look, look.serif_font(16), leading=1.6)
        self._look = look
        self._text = text
        self._shown = shown
        self.setCursorWidth(0)  # the bar is what keys move
        self._at: int | None = None
        self.pieces = tuple(pieces)
        self._grounds: dict[PieceKind, list[tuple[int, int]]] = {}
        for piece, place in zip(pieces, shown.places, strict=True):
            (qt,) = to_utf16(shown.text, [place])
            self._grounds.setdefault(piece.what, []).append(qt)

    @property
    def cutting(self) -> int | None:
        """Return the offset of the bar, None where nothing is cut."""
        return self._at

    def begin_cut(self) -> bool:
        """Show the bar between two sentences; return whether there is a place for it."""
        ends = [match.end() for match in _SENTENCE.finditer(self._text)]
        ends = ends or [match.end() for match in _WORD.finditer(self._text)]
        if not ends:
            return False
        self._show_cut(ends[0])
        self.setFocus()
        return True

    def end_cut(self) -> None:
        """Take the bar away."""
        self._show_cut(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the bar: by sentences, with Shift by words; Enter cuts, Esc gives up."""
        if self._at is None:
            event.ignore()
            return
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self._at
            self.end_cut()
            self.divided.emit(at)
        elif key == Qt.Key.Key_Escape:
            self.end_cut()
            self.given_up.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(forward=key == Qt.Key.Key_Right, by=_WORD if shift else _SENTENCE)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of the pieces, the text over them, and the bar."""
        painter = QPainter(self.viewport())
        block = self.document().begin()
        while block.isValid():
            start, length = block.position(), block.length()
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            for what, places in self._grounds.items():
                inside = [(a - start, min(length, b - start)) for a, b in places if b > start]
                inside = [(max(0, a), b) for a, b in inside if a < length]
                if inside:
                    self._paint_ground(painter, block.layout(), QPointF(origin), what, inside)
            block = block.next()
        painter.end()
        super().paintEvent(event)
        if self._at is not None:
            self._paint_bar()

    def _paint_ground(
        self,
        painter: QPainter,
        layout: object,
        origin: QPointF,
        what: PieceKind,
        places: list[tuple[int, int]],
    ) -> None:
        ground = QColor(self._look.colour(ROLES[what]))
        ground.setAlphaF(_GROUND + (0.1 if self._look.dark else 0))
        paint_marks(painter, layout, origin, places, ground)  # type: ignore[arg-type]

    def _paint_bar(self) -> None:
        here = self._shown.at(self._at or 0)
        ((at, _),) = to_utf16(self._shown.text, [(here, here)])
        block = self.document().findBlock(at)
        layout = block.layout()
        line = layout.lineForTextPosition(at - block.position())
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        x = x_of(layout, line.lineNumber(), at - block.position())
        painter = QPainter(self.viewport())
        # At the beginning of a line too.
        bar = QRectF(max(x - 4, 0), line.y(), 3, line.height()).translated(origin)
        painter.fillRect(bar, self._look.colour("accent"))
        painter.end()

    def _step(self, *, forward: bool, by: re.Pattern[str]) -> None:
        places = [match.end() for match in by.finditer(self._text)]
        here = self._at or 0
        further = [at for at in places if (at > here if forward else at < here)]
        if further:
            self._show_cut(further[0] if forward else further[-1])

    def _show_cut(self, at: int | None) -> None:
        self._at = at
        self.viewport().update()


class _Marked:
    """A text with the marks of its notes put back, and where its pieces stand then."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        notes = [piece for piece in pieces if piece.start == piece.end]
        self._marks = [(note.start, f"[{note.who}]") for note in notes]
        parts: list[str] = []
        begin = length = 0
        marks: list[tuple[int, int]] = []
        for at, mark in self._marks:
            parts += [text[begin:at], mark]
            length += at - begin
            marks.append((length, length + len(mark)))
            begin, length = at, length + len(mark)
        self.text = "".join([*parts, text[begin:]])
        at_mark = iter(marks)
        self.places = [
            next(at_mark)
            if piece.start == piece.end
            else (self.at(piece.start), self.at(piece.end, marked=False))
            for piece in pieces
        ]

    def at(self, offset: int, *, marked: bool = True) -> int:
        """Return where an offset of the text is shown: behind a mark that stands there, or not."""
        before = (len(mark) for at, mark in self._marks if at < offset or (marked and at == offset))
        return offset + sum(before)


def piece_in_words(wording: Wording, what: PieceKind) -> str:
    """Return what a piece is."""
    return {
        "date": wording.tr("Date"),
        "place": wording.tr("Place"),
        "person": wording.tr("Person"),
        "law": wording.tr("Law"),
        "sanction": wording.tr("Sanction"),
        "source": wording.tr("Source"),
    }[what]


def legend(wording: Wording, look: Look, present: set[PieceKind]) -> QWidget:
    """Return what the colours mean, of those that are there to be seen."""
    entries: list[QWidget] = []
    for what, role in ROLES.items():
        if what not in present:
            continue
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(2)
        row.addWidget(Square(look.colour(role), look))
        row.addWidget(quiet(piece_in_words(wording, what), look, wrap=False))
        entries.append(entry)
    return flow(entries, 6)
