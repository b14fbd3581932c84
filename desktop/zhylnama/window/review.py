"""Review: a person checks what was read in a report, entry by entry, before any of it is believed.

Everything can be done with keys, and every decision is on the disk before the next entry is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from zhylnama.failure import BadInput, Failure
from zhylnama.files import bundled_archive
from zhylnama.reading.reviewing.fields import read_field
from zhylnama.reading.reviewing.journal import Journal
from zhylnama.reading.reviewing.operations import (
    Accept,
    Edit,
    Join,
    LeaveOut,
    Meant,
    NewPerson,
    NotMeant,
    NotSame,
    Operation,
    Reopen,
    Same,
    Split,
    TakeIn,
)
from zhylnama.reading.reviewing.persons import Question, is_spelled, names, new_identity
from zhylnama.reading.reviewing.review import Review
from zhylnama.reading.reviewing.reviewed import write_reviewed
from zhylnama.reading.reviewing.typed import NotUnderstood
from zhylnama.record.event import Event
from zhylnama.window.look import Look
from zhylnama.window.phrases import period_in_words
from zhylnama.window.review_finish import FinishDialog, choose_archive_to_extend
from zhylnama.window.review_frame import ReviewFrame
from zhylnama.window.review_spare import SpareDialog
from zhylnama.window.review_words import fault_in_words, misunderstanding_in_words
from zhylnama.wording import Wording
from zhylnama.writing import replacing


class ReviewDialog(ReviewFrame):
    """The review of one report; `added` brings the archive that its records are in now."""

    added = Signal(object)

    def __init__(
        self,
        review: Review,
        journal: Journal,
        archive: Path,
        wording: Wording,
        look: Look,
        parent: QWidget | None,
    ) -> None:
        basis = review.basis
        report = period_in_words(wording, basis.period) if basis.period else basis.file
        super().__init__(report, wording, look, parent)
        self.review, self._journal, self._archive = review, journal, archive
        self.pane.edited.connect(self._on_edited)
        self.pane.left_out.connect(self._on_left_out)
        self.pane.cut.connect(self._on_cut)
        self.pane.answered.connect(self._on_answered)
        self.pane.idle.connect(self._show)
        self._bind_all()
        first = review.doubtful() or [e for e in review.in_order() if e.state == "open"]
        order = review.in_order()
        self._key = (first or order)[0].key if order else ""
        self._show()

    @property
    def key(self) -> str:
        """Return the key of the entry that is shown."""
        return self._key

    def _bind_all(self) -> None:
        does: list[tuple[str | None, list[str], Callable[[], None]]] = [
            ("accept", ["Return", "Enter"], self._on_accept),
            ("edit", ["F2"], self.pane.edit),
            ("split", ["F3"], self._on_split),
            ("join", ["F4"], self._on_join),
            ("leave", ["Delete"], self._on_leave),
            ("spare", ["F8"], self._on_spare),
            ("undo", ["Ctrl+Z"], self._on_undo),
            ("back", ["PgUp", "Alt+Left"], lambda: self.step(-1)),
            ("next", ["PgDown", "Alt+Right"], lambda: self.step(1)),
            ("draft", ["Ctrl+S"], self._on_draft),
            ("add", ["Ctrl+Return", "Ctrl+Enter"], self._on_add),
            (None, ["Ctrl+W"], self.reject),
            (None, ["Up"], lambda: self.pane.step(-1)),
            (None, ["Down"], lambda: self.pane.step(1)),
            (None, ["F5"], lambda: self._on_answered("same")),
            (None, ["F6"], lambda: self._on_answered("not-same")),
            (None, ["F7"], lambda: self._on_answered("new")),
        ]
        for name, keys, job in does:
            self._bind(name, keys, job)

    # What is shown

    def _show(self) -> None:
        review = self.review
        order = review.in_order()
        self._enable()
        if not order:
            self._where.setText(self._wording.tr("There is nothing in this report to review."))
            self.pane.show_nothing()
            self.setFocus()
            self._let_keys_through()
            return
        entry = review.entry(self._key)
        questions = review.questions(self._key)
        entries = sum(_concerns(questions[0], each.event) for each in order) if questions else 0
        self.pane.show_entry(entry, questions, entries)
        self.strip.show_states([e.state for e in order], [e.key for e in order].index(self._key))
        at = [each.key for each in order].index(self._key) + 1
        count = self._wording.count
        parts = [
            self._wording.tr("Entry {number} of {all}", number=at, all=len(order)),
            count("{n} decided", "{n} decided", review.decided()),
            count("{n} uncertain", "{n} uncertain", len(review.doubtful())),
        ]
        self._where.setText(" · ".join(parts))
        self.setFocus()
        self._let_keys_through()

    def _enable(self) -> None:
        any_ = bool(self.review.entries)
        for name in ("accept", "edit", "split", "join", "leave", "back", "next", "draft", "add"):
            self.buttons[name].setEnabled(any_)
        left = sum(not self.review.is_taken_in(at) for at in range(len(self.review.basis.left_out)))
        self.buttons["spare"].setText(
            f"{self._wording.tr('Left out ({n})…', n=self._wording.number(left))}  F8"
        )
        self.buttons["spare"].setEnabled(bool(left))
        self.buttons["undo"].setEnabled(self.review.can_undo)

    def step(self, by: int) -> None:
        """Go to the next entry, or back."""
        order = [entry.key for entry in self.review.in_order()]
        if not order:
            return
        self._key = order[max(0, min(len(order) - 1, order.index(self._key) + by))]
        self.notice.hide()
        self._show()

    def _go_on(self) -> None:
        """Show the next entry that is open after this one, then from the beginning."""
        order = self.review.in_order()
        at = [entry.key for entry in order].index(self._key)
        waiting = [entry for entry in order[at + 1 :] + order[:at] if entry.state == "open"]
        if waiting:
            self._key = waiting[0].key
            self._show()
            return
        self._show()
        self.notice.say(self._wording.tr("Every entry is decided. Add them to an archive."))
        self.buttons["add"].setFocus()

    # What is decided

    def _do(self, operation: Operation) -> bool:
        try:
            self.review.do(operation)
        except Failure as refused:
            self.notice.say(self._sentence(refused))
            return False
        self.notice.hide()
        return True

    def _sentence(self, refused: Failure) -> str:
        if isinstance(refused, NotUnderstood):
            return misunderstanding_in_words(self._wording, refused)
        if isinstance(refused, BadInput) and self._key:
            faults = [sentence for _, sentence in self.review.entry(self._key).faults]
            if faults:
                return " ".join(dict.fromkeys(fault_in_words(self._wording, f) for f in faults))
        return self._wording.failure(refused)

    def _on_accept(self) -> None:
        if self._key and self._do(Accept(self._key)):
            self._go_on()

    def _on_leave(self) -> None:
        if not self._key:
            return
        if self.review.entry(self._key).state == "left-out":
            self._do(Reopen(self._key))
            self._show()
        else:
            self.pane.ask_reason()

    def _on_left_out(self, why: str) -> None:
        if not why.strip():
            return
        if self._do(LeaveOut(self._key, why)):
            self._go_on()

    def _on_edited(self, field: str, text: str) -> None:
        entry = self.review.entry(self._key)
        try:
            changes, people = read_field(entry.event, field, text, self._words, self._ids())  # type: ignore[arg-type]
            self.review.do(Edit(self._key, changes, people))
        except Failure as refused:
            self.pane.refuse(self._sentence(refused))
            return
        self.notice.hide()
        self._show()
        self.pane.choose(field)

    def _on_split(self) -> None:
        if not self._key:
            return
        if not self.pane.begin_cut():
            self.notice.say(self._wording.tr("This text has no place to split it at."))
            return
        self.notice.say(
            self._wording.tr("Left and Right move the cut, with Shift by words. Enter splits.")
        )

    def _on_join(self) -> None:
        other = self.review.after(self._key) if self._key else None
        if other is None:
            self.notice.say(self._wording.tr("No event follows this one in the report."))
            return
        if self._do(Join(self._key, other.key)):
            self._show()
            self.notice.say(
                self._wording.tr("Joined with the next event of the report. Check every field.")
            )

    def _on_cut(self, at: int) -> None:
        self._do(Split(self._key, at))
        self._show()

    def _on_answered(self, answer: str) -> None:
        questions = self.review.questions(self._key) if self._key else []
        if not questions or self.review.entry(self._key).state != "open":
            return
        asked = questions[0]
        operations: dict[str, Operation]
        if asked.person == asked.other:
            new = new_identity(asked.name, self._ids())
            not_meant = NotMeant(asked.person, asked.name, new)
            meant = Meant(asked.person, asked.name)
            operations = {"same": meant, "not-same": not_meant, "new": not_meant}
        else:
            operations = {
                "same": Same(asked.person, asked.other),
                "not-same": NotSame(asked.person, asked.other),
                "new": NewPerson(asked.person),
            }
        self._do(operations[answer])
        self._show()

    def _ids(self) -> set[str]:
        """Return the ids of people that nobody new may get."""
        taken = {one.person for each in self.review.entries for one in each.event.people}
        taken |= {person.id for person in self.review.people}
        return taken | {one.id for one in self.review.basis.known}

    def _on_undo(self) -> None:
        try:
            self.review.undo()
        except Failure as refused:
            self.notice.say(self._wording.failure(refused))
        keys = [entry.key for entry in self.review.in_order()]
        if self._key not in keys:
            self._key = keys[0] if keys else ""
        self._show()

    def _on_spare(self) -> None:
        dialog = SpareDialog(self.review, self._wording, self._look, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.wanted.connect(self._on_taken_in)
        dialog.open()

    def _on_taken_in(self, part: int) -> None:
        if not self._do(TakeIn(part)):
            return
        self._key = self.review.basis.spare[part][0].key
        self._show()
        self.notice.say(self._wording.tr("Taken into the review. Check every field of it."))

    # The end

    def _on_draft(self) -> None:
        name = f"{Path(self.review.basis.file).stem}.toml"
        title = self._wording.tr("Save draft")
        path, _kind = QFileDialog.getSaveFileName(self, title, name, "TOML (*.toml)")
        if path:
            self.save_draft(Path(path))

    def save_draft(self, path: Path) -> None:
        """Write the records as they stand, to be edited or built in a shell."""
        try:
            with replacing(path) as stream:
                events = write_reviewed(self.review, stream)
        except Failure as refused:
            self.notice.say(self._wording.failure(refused))
            return
        said = self._wording.count(
            "{n} event saved as {path}", "{n} events saved as {path}", events, path=path
        )
        self.notice.say(said)

    def _on_add(self) -> None:
        doubtful = self.review.doubtful()
        if doubtful:
            self._key = doubtful[0].key
            self._show()
            said = self._wording.count(
                "{n} entry is still uncertain: accept it, edit it or leave it out.",
                "{n} entries are still uncertain: accept, edit or leave them out.",
                len(doubtful),
            )
            self.notice.say(said)
            return
        target = choose_archive_to_extend(self._archive, self._wording, self)
        if target is None:
            return
        bundled = bundled_archive()
        if bundled is not None and target.resolve() == bundled.resolve():
            tr = self._wording.tr
            self.notice.say(
                tr("That archive belongs to the program. Give the new one another name.")
            )
            return
        self.finish(target)

    def finish(self, target: Path) -> FinishDialog:
        """Show what the archive `target` gains, and add it when that is wanted."""
        dialog = FinishDialog(self.review, self._archive, target, self._wording, self._look, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.added.connect(self._on_added)
        dialog.open()
        return dialog

    def _on_added(self, path: Path) -> None:
        # Only now: the records are in an archive that is whole.
        self._journal.remove()
        self.added.emit(path)
        self.accept()

    def done(self, result: int) -> None:
        """Close; what is decided is on the disk, and the review can be continued."""
        for dialog in self.findChildren(FinishDialog):
            dialog.reject()
        self._journal.close()
        super().done(result)


def _concerns(question: Question, event: Event) -> bool:
    """Whether the answer to a question changes an event."""
    if question.person == question.other:
        return is_spelled(event, question.person, question.name)
    return names(event, question.person)
