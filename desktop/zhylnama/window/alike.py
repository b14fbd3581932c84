"""People in a like situation, with what they share: never a claim, always its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhylnama.archive.model import SimilarPerson
from zhylnama.window.flow import flow
from zhylnama.window.look import Look
from zhylnama.window.parts import Link, empty, heading, quiet
from zhylnama.wording import Wording

_SHOWN = 6
_REASONS = 3


class Alike(QWidget):
    """The list on a profile. `person_opened` tells whose profile is wanted."""

    person_opened = Signal(str)

    def __init__(self, people: Sequence[SimilarPerson], wording: Wording, look: Look) -> None:
        super().__init__()
        self._people = people
        self._wording = wording
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 26)
        self._column.setSpacing(0)
        self._show(_SHOWN)

    def _show(self, most: int) -> None:
        wording, look = self._wording, self._look
        empty(self._column)
        self._column.addWidget(heading(wording.tr("In a like situation"), look))
        self._column.addSpacing(6)
        if not self._people:
            said = wording.tr("Nobody else in this archive")
            self._column.addWidget(quiet(said, look))
        for one in self._people[:most]:
            self._add(one)
        left = len(self._people) - most
        if left > 0:
            more = Link(wording.count("{n} more", "{n} more", left), look, look.sans_font(12))
            more.clicked.connect(lambda: self._show(len(self._people)))
            self._column.addWidget(flow([more]))

    def _add(self, one: SimilarPerson) -> None:
        link = Link(one.name, self._look)
        link.clicked.connect(lambda: self.person_opened.emit(one.person))
        self._column.addWidget(flow([link]))
        said = [shared_in_words(self._wording, *each) for each in one.shared[:_REASONS]]
        left = len(one.shared) - _REASONS
        if left > 0:
            said.append(self._wording.count("{n} more", "{n} more", left))
        self._column.addWidget(quiet(" · ".join(said), self._look))
        self._column.addSpacing(7)


def shared_in_words(wording: Wording, kind: str, value: str) -> str:
    """Return what two people share: an article, a day and a place, an organisation."""
    if kind == "law" and " " in value:
        code, _, rest = value.partition(" ")
        article, _, part = rest.partition(".")
        return wording.article(code, article, part or None)
    if kind == "day":
        day, _, place = value.partition(" ")
        return f"{wording.day(dt.date.fromisoformat(day), short=True)}, {place}"
    return value
