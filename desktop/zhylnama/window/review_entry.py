"""One draft event under review: its paragraph at the left, its fields at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from zhylnama.reading.reviewing.fields import FIELDS, LINES, Field, field_lines
from zhylnama.reading.reviewing.operations import Entry
from zhylnama.reading.reviewing.persons import Question, is_identity
from zhylnama.reading.reviewing.typed import Vocabulary
from zhylnama.window.look import Look
from zhylnama.window.parts import Square, Words, hairline, heading, quiet, scrolled
from zhylnama.window.phrases import period_in_words
from zhylnama.window.review_fields import Editor, FieldRow
from zhylnama.window.review_question import QuestionBox
from zhylnama.window.review_text import PieceText, legend
from zhylnama.window.review_words import fault_in_words, field_in_words, hint_in_words
from zhylnama.wording import Wording
from zhylnama.wording.doubts import doubt_in_words


class EntryPane(QSplitter):
    """Shows an entry. `edited` brings a field and its text, `left_out` a reason, `cut` an offset.

    `answered` brings the answer to the question, `idle` tells that nothing is typed any more.
    """

    edited = Signal(str, str)
    left_out = Signal(str)
    cut = Signal(int)
    answered = Signal(str)
    idle = Signal()

    def __init__(self, words: Vocabulary, wording: Wording, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._words, self._wording, self._look = words, wording, look
        self.rows: list[FieldRow] = []
        self.question: QuestionBox | None = None
        self.reason: Editor | None = None
        self.text: PieceText | None = None
        self._chosen: Field = "date"
        self._left, self._right = QWidget(), QWidget()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(self._left)
        self.addWidget(self._right)

    def show_entry(self, entry: Entry, questions: Sequence[Question], entries: int) -> None:
        """Show an entry; `entries` is how many name the person that is asked about."""
        sizes = self.sizes() if self.rows else [self._look.px(560), self._look.px(560)]
        self.rows, self.reason = [], None
        self._put(self._paragraph(entry), self._fields(entry, questions, entries))
        self.setSizes(sizes)
        doubted = [row.field for row in self.rows if row.doubtful]
        self.choose(doubted[0] if doubted else "date")

    def show_nothing(self) -> None:
        """Show empty pages: the report has no entry."""
        self.rows, self.reason, self.question, self.text = [], None, None, None
        left, _ = scrolled("paper", (28, 22, 28, 22))
        right, _ = scrolled("side", (18, 20, 22, 20))
        self._put(left, right)

    def _put(self, left: QWidget, right: QWidget) -> None:
        before = [self._left, self._right]
        # Kept by name: a splitter does not keep what takes another's place.
        self._left, self._right = left, right
        for index, (old, new) in enumerate(zip(before, (left, right), strict=True)):
            self.replaceWidget(index, new)
            old.hide()
            old.deleteLater()

    # The paragraph

    def _paragraph(self, entry: Entry) -> QWidget:
        look, wording, event = self._look, self._wording, entry.event
        area, column = scrolled("paper", (28, 22, 28, 22))
        where = []
        if event.report:
            where.append(period_in_words(wording, event.report))
        if event.paragraph:
            where.append(wording.tr("paragraph {number}", number=event.paragraph))
        column.addWidget(quiet(" · ".join(where) or wording.tr("Paragraph"), look))
        column.addSpacing(8)
        self.text = PieceText(event.text, entry.pieces, look)
        self.text.divided.connect(self.cut)
        self.text.given_up.connect(self.idle)
        column.addWidget(self.text)
        column.addSpacing(14)
        present = {piece.what for piece in entry.pieces}
        if event.sources:
            present.add("source")
            for source in event.sources:
                number = f"{source.number}  " if source.number else ""
                said = source.url or wording.tr("no link in the report")
                words = Words(number + said, look, font=look.sans_font(12))
                column.addWidget(self._with_square("statement", words))
            column.addSpacing(10)
        if present:
            column.addWidget(hairline(look))
            column.addSpacing(8)
            column.addWidget(legend(wording, look, present))
        column.addStretch(1)
        return area

    def _with_square(self, role: str, words: Words) -> QWidget:
        """Return words with a square beside their first line."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(2)
        square = Square(self._look.colour(role), self._look)
        row.addWidget(square, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return line

    # The fields

    def _fields(self, entry: Entry, questions: Sequence[Question], entries: int) -> QWidget:
        look, wording = self._look, self._wording
        area, column = scrolled("side", (18, 20, 22, 20))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._top = column
        state = self._state(entry)
        title = heading(state, look)
        title.setContentsMargins(10, 0, 0, 4)
        column.addWidget(title)
        self.question = None
        if questions and entry.state == "open":
            more = len(questions) - 1
            self.question = QuestionBox(questions[0], entries, more, wording, look)
            self.question.answered.connect(self.answered)
            column.addWidget(self.question)
        for said in self._doubts(entry, asked=bool(questions)):
            line = self._with_square("state", Words(said, look))
            line.setContentsMargins(10, 1, 0, 1)
            column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(hairline(look))
        column.addSpacing(6)
        doubted = {doubt.partition(":")[0] for doubt in entry.event.uncertain}
        doubted |= {"date"} if "until" in doubted else set()
        for field in FIELDS:
            lines = field_lines(entry.event, field, self._words)
            row = FieldRow(field, field_in_words(wording, field), lines, wording, look)
            row.doubtful = entry.state == "open" and field in doubted
            row.chosen.connect(self.choose)
            row.wanted.connect(self.edit)
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        return area

    def _state(self, entry: Entry) -> str:
        tr = self._wording.tr
        if entry.state == "accepted":
            return tr("Accepted")
        if entry.state == "left-out":
            return tr("Left out: {reason}", reason=entry.why or "")
        return tr("Uncertain") if entry.doubtful else tr("To be checked")

    def _doubts(self, entry: Entry, *, asked: bool) -> list[str]:
        if entry.state != "open":
            return []
        said = [fault_in_words(self._wording, sentence) for _, sentence in entry.faults]
        # Who somebody is stands in the question already.
        said += [
            doubt_in_words(self._wording, doubt)
            for doubt in entry.event.uncertain
            if not (asked and is_identity(doubt))
        ]
        return list(dict.fromkeys(said))

    # Keys

    @property
    def typing(self) -> bool:
        """Return whether keys belong to an editor or to the bar that cuts."""
        cutting = self.text is not None and self.text.cutting is not None
        return cutting or self.reason is not None or any(row.editor for row in self.rows)

    def choose(self, field: str) -> None:
        """Let keys go to a field."""
        if self.typing:
            return
        for row in self.rows:
            row.select(row.field == field)
            if row.field == field:
                self._chosen = row.field

    def step(self, by: int) -> None:
        """Choose the field above or below."""
        if not self.rows:
            return
        at = FIELDS.index(self._chosen) + by
        self.choose(FIELDS[max(0, min(len(FIELDS) - 1, at))])
        area = self._right
        row = self.rows[FIELDS.index(self._chosen)]
        area.ensureWidgetVisible(row)  # type: ignore[attr-defined]

    def edit(self, field: str | None = None) -> None:
        """Edit a field, the chosen one where none is named."""
        if self.typing or not self.rows:
            return
        self.choose(field or self._chosen)
        row = self.rows[FIELDS.index(self._chosen)]
        hint = hint_in_words(self._wording, row.field)
        keys = (
            self._wording.tr("Ctrl+Enter keeps it, Esc leaves it as it was.")
            if row.field in LINES or row.field == "text"
            else self._wording.tr("Enter keeps it, Esc leaves it as it was.")
        )
        row.edit(
            " · ".join(part for part in (hint, keys) if part),
            lambda text: self.edited.emit(row.field, text),
            self.idle.emit,
        )

    def refuse(self, sentence: str) -> None:
        """Say why what was typed is not taken; it can be mended."""
        for row in self.rows:
            if row.editor is not None:
                row.tell(sentence, fault=True)

    def ask_reason(self) -> None:
        """Ask why the entry is left out."""
        if self.typing:
            return
        tr = self._wording.tr
        self.reason = Editor("", self._look, tr("Why is this left out?"), lines=False)
        self.reason.setPlaceholderText(tr("Why is this left out?"))
        self.reason.kept.connect(self.left_out)
        self.reason.given_up.connect(self.idle)
        self._top.insertWidget(1, self.reason)
        self.reason.show()
        self.reason.setFocus()

    def begin_cut(self) -> bool:
        """Show where the paragraph is cut; return whether it can be."""
        return not self.typing and self.text is not None and self.text.begin_cut()
