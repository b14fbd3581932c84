"""The search page: strip on top, then facets, results and the open event side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from zhylnama.archive.model import FacetField, Found, Hit, Page
from zhylnama.record.event import Event
from zhylnama.window.answers import count, first_page, search
from zhylnama.window.event import EventPane
from zhylnama.window.facets import Facets
from zhylnama.window.history import Address
from zhylnama.window.look import Look
from zhylnama.window.nothing import NothingFound, ReadingLine
from zhylnama.window.parts import hairline
from zhylnama.window.place_names import with_place_names
from zhylnama.window.results import ResultList
from zhylnama.window.timeline import Strip
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording

_LARGEST_PAGE = 1_000
_PAGE = 40


class SearchPage(QWidget):
    """Shows the search of an address.

    Where the reader wants to go, it tells by signals: `went` to another view, `opened` another
    event of this one.
    """

    went = Signal(object)
    opened = Signal(str)
    person_opened = Signal(str)
    dossier_wanted = Signal(str)
    counted = Signal(str)
    failed = Signal(str)
    labels_changed = Signal()

    def __init__(self, wording: Wording, look: Look, labels: dict[tuple[str, str], str]) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._address = Address()
        self._reader: Worker | None = None
        self._counter: Worker | None = None
        self.labels = labels
        self.strip = Strip(wording, look)
        self.facets = Facets(wording, look)
        self.facets.labels = labels
        self.list = ResultList(wording, look)
        self.pane = EventPane(wording, look)
        self.nothing = NothingFound(wording, look)
        self.reading = ReadingLine(wording, look)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.nothing)
        self._arrange()
        self._connect()
        # While one types on, the event at the right waits until the list stands still.
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self._show_current)
        self._moving = False
        # Counting takes the processor from painting: it begins once the rows are painted.
        self._counting = QTimer(self, singleShot=True, interval=12)
        self._counting.timeout.connect(self._count)

    def attach(self, reader: Worker, counter: Worker) -> None:
        """Take the workers to ask: one for pages and events, one for counts."""
        self._reader = reader
        self._counter = counter

    def show_address(self, address: Address) -> None:
        """Search, and show what comes; what is shown stays until then."""
        same = replace(address, event=None) == replace(self._address, event=None)
        self._address = address
        if self._reader is None or self._counter is None:
            return
        self._counting.stop()
        self._counter.drop("found")
        self._reader.drop("more")
        # What is seen first is what is fetched first; the rest comes as one scrolls. Coming back
        # to an event that is further down, more is fetched at once.
        most = _PAGE if address.event is not None else min(_PAGE, self.list.room)
        self._reader.ask(
            "page",
            lambda archive: first_page(archive, address, most),
            lambda page: self._on_page(page, stay=same),
            self._on_failed,
        )

    def leave(self) -> None:
        """Drop what is still looked for: another page is shown."""
        self._counting.stop()
        for lane in ("page", "more", "event"):
            if self._reader is not None:
                self._reader.drop(lane)
        if self._counter is not None:
            self._counter.drop("found")

    def _count(self) -> None:
        address, lang = self._address, self._wording.lang
        if self._counter is not None:
            self._counter.ask(
                "found",
                lambda archive: with_place_names(count(archive, address), lang),
                self._on_found,
                self._on_failed,
            )

    def step_hit(self, by: int) -> None:
        """Go to the next hit of the open event, and past its last one to the next event."""
        self._show_waiting()
        if self.pane.step(by):
            return
        before = self.list.currentIndex().row()
        self.list.step(by)
        self._show_waiting()
        if self.list.currentIndex().row() != before:
            self.pane.step(by)

    @property
    def busy(self) -> bool:
        """Return whether something of the page is still to be asked or shown."""
        return self._soon.isActive() or self._counting.isActive()

    def restore_panes(self, sizes: list[int]) -> None:
        """Give the three panes their widths."""
        self._panes.setSizes(sizes)

    def pane_sizes(self) -> list[int]:
        """Return the widths of the three panes."""
        return self._panes.sizes()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(hairline(self._look))
        middle = QWidget()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.reading)
        inside.addWidget(self._middle, 1)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        for pane, least in ((self.facets, 150), (middle, 260), (self.pane, 300)):
            pane.setMinimumWidth(self._look.px(least))
            self._panes.addWidget(pane)
        for index, share in enumerate((0, 2, 3)):
            self._panes.setStretchFactor(index, share)
        look = self._look
        self._panes.setSizes([look.px(222), look.px(470), look.px(668)])
        row = QHBoxLayout()
        row.addWidget(self._panes)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.strip.narrowed.connect(self._on_dates)
        self.facets.toggled.connect(self._on_facet)
        self.facets.joined.connect(
            lambda field, either: self._go(self._address.joined(field, either=either))
        )
        self.list.chosen.connect(self._on_chosen)
        self.list.results.wanted.connect(self._on_wanted)
        self.list.entered.connect(self.pane.take_focus)
        self.nothing.query_chosen.connect(self._search)
        self.nothing.widened.connect(
            lambda: self._go(replace(self._address, filters=Address().filters))
        )
        self.nothing.loosened.connect(lambda: self._go(replace(self._address, exact=False)))
        self.reading.query_chosen.connect(self._search)
        self.pane.person_opened.connect(self.person_opened)
        self.pane.dossier_wanted.connect(self.dossier_wanted)
        self.pane.narrowed.connect(self._on_narrowed)
        self.pane.searched.connect(self._search)
        self.pane.like_wanted.connect(self._on_like)

    # Answers

    def _on_page(self, page: Page, *, stay: bool) -> None:
        self._moving = True
        top = self.list.verticalScrollBar().value()
        self.list.show_page(page)
        self.reading.show_page(page)
        self._middle.setCurrentWidget(self.list if page.hits else self.nothing)
        wanted = self._address.event
        row = self.list.results.row_of(wanted) if wanted is not None else 0
        if not page.hits:
            self.nothing.show_reason(self._address, page)
        if row is not None and page.hits:
            self.list.choose(row)
            if stay:
                self.list.verticalScrollBar().setValue(top)
        self._moving = False
        self._counting.start()
        if row is None and wanted is not None and self._reader is not None:
            self._reader.ask(
                "event",
                lambda archive: archive.event(wanted),
                self._on_event,
                self._on_failed,
            )
        else:
            self._soon.start()

    def _on_event(self, event: Event | None) -> None:
        if event is not None:
            self.pane.show_hit(Hit(-1, event))

    def _on_found(self, found: Found) -> None:
        self.counted.emit(self._wording.count("{n} event", "{n} events", found.total))
        self.facets.show_facets(found.facets, self._address.filters)
        self.strip.show_timeline(found.timeline, self._address.filters.dates)
        self.labels_changed.emit()

    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)

    def _on_wanted(self, offset: int) -> None:
        if self._reader is None:
            return
        # Whoever scrolls far goes on to scroll: pages grow with the way that lies behind.
        address, most = self._address, min(max(_PAGE, offset), _LARGEST_PAGE)
        self._reader.ask(
            "more",
            lambda archive: search(archive, address, most, offset),
            self.list.add_page,
            self._on_failed,
        )

    # What the reader does

    def _on_chosen(self, hit: Hit) -> None:
        if not self._moving:
            self._soon.stop()
            self.pane.show_hit(hit)
            self._address = replace(self._address, event=hit.event.id)
            self.opened.emit(hit.event.id)

    def _show_current(self) -> None:
        hit = self.list.results.hit(self.list.currentIndex().row())
        if hit is not None:
            self.pane.show_hit(hit)
        else:
            self.pane.show_nothing()

    def _show_waiting(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._show_current()

    def _on_like(self, event: str) -> None:
        hit = self.pane.hit
        if hit is not None:
            wording = self._wording
            when = wording.when(hit.event.date, hit.event.until, hit.event.precision, short=True)
            self.labels["like", event] = hit.event.title or when
        self._go(Address(sort=self._address.sort, like=event))

    def _on_dates(self, dates: object) -> None:
        filters = replace(self._address.filters, dates=dates)  # type: ignore[arg-type]
        self._go(replace(self._address, filters=filters, event=None))

    def _on_facet(self, field: FacetField, key: str) -> None:
        if (field, key) in self._address.filters.chosen:
            self._go(self._address.widened(field, key))
        else:
            self._go(self._address.narrowed(field, key))

    def _on_narrowed(self, field: FacetField, key: str, label: str) -> None:
        self.labels.setdefault((field, key), label)
        self._go(self._address.narrowed(field, key))

    def _search(self, query: str) -> None:
        here = self._address
        self._go(Address(query=query, sort=here.sort, exact=here.exact))

    def _go(self, address: Address) -> None:
        self.went.emit(address)
