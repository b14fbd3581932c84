"""Whether somebody new is somebody known: the question, and the three answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhylnama.reading.reviewing.persons import Question
from zhylnama.window.flow import flow
from zhylnama.window.look import Look
from zhylnama.window.parts import Words, button, quiet
from zhylnama.window.review_words import likeness_in_words
from zhylnama.wording import Wording


class QuestionBox(QWidget):
    """`answered` brings `same`, `not-same` or `new`."""

    answered = Signal(str)

    def __init__(
        self, question: Question, entries: int, more: int, wording: Wording, look: Look
    ) -> None:
        super().__init__()
        tr = wording.tr
        self.question = question
        self.setObjectName("question")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 0, 10)
        column.setSpacing(4)
        names = {"name": question.name, "other": question.other_name}
        asked = (
            tr("Is “{name}” the same person as {other} in the archive?", **names)
            if question.known
            else tr("Is “{name}” the same person as {other} in this report?", **names)
        )
        column.addWidget(Words(asked, look, font=look.serif_font(15)))
        why = likeness_in_words(wording, question.why)
        where = wording.count("in {n} entry", "in {n} entries", entries)
        then = wording.count("{n} more question", "{n} more questions", more) if more else ""
        column.addWidget(quiet(" · ".join(part for part in (why, where, then) if part), look))
        answers = {
            "same": f"{tr('Same person')}  F5",
            "not-same": f"{tr('Not the same')}  F6",
            "new": f"{tr('New person')}  F7",
        }
        buttons: list[QWidget] = []
        for answer, said in answers.items():
            made = button(said)
            made.clicked.connect(lambda _on=False, answer=answer: self.answered.emit(answer))
            buttons.append(made)
        column.addSpacing(4)
        column.addWidget(flow(buttons, 8))
