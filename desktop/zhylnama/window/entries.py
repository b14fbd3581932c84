"""A person's events, newest first: date, account, sources. Shown fifty at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zhylnama.record.event import Event
from zhylnama.window.flow import flow
from zhylnama.window.links import ask_and_open
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    Link,
    empty,
    hairline,
    heading,
    quiet,
)
from zhylnama.window.prose import Prose
from zhylnama.window.text import tip
from zhylnama.wording import Wording

_SHOWN = 50


class Entries(QWidget):
    """The list, whole or only the events behind a figure. `title` is its heading."""

    event_opened = Signal(str)

    def __init__(self, events: tuple[Event, ...], wording: Wording, look: Look) -> None:
        super().__init__()
        self._events = tuple(reversed(events))
        self._only: tuple[str, ...] | None = None
        self._number = _SHOWN
        self._wording = wording
        self._look = look
        self.title = QWidget()
        self._title = QHBoxLayout(self.title)
        self._title.setContentsMargins(0, 0, 0, 0)
        self._title.setSpacing(10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.show_all()

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the ids of the events that are shown or can be."""
        if self._only is None:
            return tuple(event.id for event in self._events)
        return tuple(event.id for event in self._events if event.id in self._only)

    def show_all(self) -> None:
        """Show every event."""
        self._only = None
        self._build("")

    def show_only(self, events: tuple[str, ...], said: str) -> None:
        """Show some of the events; `said` names them beside the heading."""
        whole = len(events) == len(self._events)
        self._only = None if whole else events
        self._build("" if whole else said)

    def _build(self, said: str) -> None:
        wording, look = self._wording, self._look
        empty(self._title)
        self._title.addWidget(heading(wording.tr("Events"), look))
        if said:
            self._title.addWidget(quiet(said, look, wrap=False))
            every = Link(wording.tr("Show all"), look, look.sans_font(12))
            every.clicked.connect(self.show_all)
            self._title.addWidget(every)
        self._title.addStretch(1)
        empty(self._column)
        only = self._only
        events = [event for event in self._events if only is None or event.id in only]
        for event in events[: self._number]:
            self._add(event)
        if len(events) > self._number:
            left = len(events) - self._number
            more = Link(wording.count("Show {n} more event", "Show {n} more events", left), look)
            more.clicked.connect(lambda: self._show_more(said))
            self._column.addSpacing(8)
            self._column.addWidget(more)

    def _show_more(self, said: str) -> None:
        self._number += _SHOWN
        self._build(said)

    def _add(self, event: Event) -> None:
        look, wording = self._look, self._wording
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(0)
        when = wording.when(event.date, event.until, event.precision, short=True)
        date = Link(when, look, look.sans_font(12), "quiet")
        date.setToolTip(wording.tr("Open the event"))
        date.clicked.connect(lambda: self.event_opened.emit(event.id))
        left = flow([date])
        left.setFixedWidth(look.px(120))
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        account = Prose(event.text, look, look.serif_font(14), leading=1.5, measure=False)
        row.addWidget(account, 1, Qt.AlignmentFlag.AlignTop)
        sources = flow([self._source(number, url) for number, url in _addresses(event)], 2)
        sources.setFixedWidth(look.px(64))
        row.addSpacing(10)
        row.addWidget(sources, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(box)
        self._column.addWidget(hairline(look))

    def _source(self, number: str, url: str) -> Link:
        link = Link(number, self._look, self._look.sans_font(12.5))
        link.setToolTip(tip(url))
        link.setAccessibleName(self._wording.tr("Source {number}", number=number))
        link.clicked.connect(lambda: ask_and_open(url, self._wording, self._look, self))
        return link


def _addresses(event: Event) -> list[tuple[str, str]]:
    return [
        (str(source.number) if source.number is not None else "…", source.url)
        for source in event.sources
        if source.url is not None
    ]
