"""Completion while one types: ways to go on, under the field, in a list that takes no focus.

The archive is asked on its worker a moment after the last key; a newer key drops the question.
The keyboard stays in the field: the arrows move in the list while it is open, Enter and Tab take
what is marked, and do what they always do where nothing is; Escape closes the list, and clears
the field only when the list is closed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from zhylnama.archive.model import Completion
from zhylnama.window.completion_list import CompletionList, Offer
from zhylnama.window.field import SearchField
from zhylnama.window.look import Look
from zhylnama.window.phrases import completion_in_words
from zhylnama.window.searches import Searches
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording

_SOON = 40
_GAP = 3


class Completing(QObject):
    """Offers completions for a field. `parent` is what the list lies on, the field within it."""

    def __init__(
        self, field: SearchField, searches: Searches, wording: Wording, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._searches = searches
        self._wording = wording
        self._parent = parent
        self._reader: Worker | None = None
        self.list = CompletionList(wording, look, parent)
        self.list.taken.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._ask)
        field.textEdited.connect(self._on_edited)
        field.installEventFilter(self)

    def attach(self, reader: Worker) -> None:
        """Take the worker to ask."""
        self._reader = reader

    def close(self) -> None:
        """Close the list, and drop what is still asked."""
        self._soon.stop()
        self.list.hide()
        if self._reader is not None:
            self._reader.drop("complete")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the keys of the field before it does."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Escape is a key of the whole window, too; with the list open it is meant for that.
            if event.key() == Qt.Key.Key_Escape and self.list.isVisible():
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Resize, QEvent.Type.Hide):
            self.close()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._ask()
            return True
        if not self.list.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._announce(self.list.move(1 if key == Qt.Key.Key_Down else -1))
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            offer = self.list.marked
            self.close()
            if offer is not None:
                self._take(offer)
            return offer is not None
        return False

    def _on_edited(self, text: str) -> None:
        self.list.unmark()
        if text.strip():
            self._soon.start()
        else:
            self.close()

    def _ask(self) -> None:
        typed = self._field.text()[: self._field.cursorPosition()]
        if self._reader is None:
            return
        self._reader.ask(
            "complete",
            lambda archive: archive.complete(typed),
            lambda found: self._on_completions(typed, found),
            # What could not be completed can still be searched for.
            lambda _sentence: self.close(),
        )

    def _on_completions(self, typed: str, found: list[Completion]) -> None:
        field = self._field
        text, cursor = field.text(), field.cursorPosition()
        if not field.hasFocus() or text[:cursor] != typed:
            return
        own = self._wording.tr("searched before")
        offers = [
            Offer(query, "", own, query, len(query)) for query in self._searches.beginning(text)
        ]
        for each in found:
            words, detail, tail = completion_in_words(self._wording, each)
            whole = typed[: each.start] + each.insert
            rest = text[cursor:]
            rest = rest.lstrip() if whole.endswith(" ") else rest
            offers.append(Offer(words, detail, tail, whole + rest, len(whole)))
        # What stands there already, letter for letter, is no way to go on.
        offers = [offer for offer in offers if offer.text.strip() != text.strip()]
        if not offers:
            self.close()
            return
        at = field.mapTo(self._parent, QPoint(0, field.height() + _GAP))
        self.list.show_offers(offers, at, max(field.width(), self.list.least_width))
        said = self._wording.count("{n} suggestion", "{n} suggestions", len(offers))
        field.setAccessibleDescription(said)

    def _take(self, offer: Offer) -> None:
        self.close()
        self._field.write(offer.text, offer.cursor)

    def _announce(self, offer: Offer | None) -> None:
        if offer is not None:
            event = QAccessibleAnnouncementEvent(self._field, offer.said)
            QAccessible.updateAccessibility(event)
