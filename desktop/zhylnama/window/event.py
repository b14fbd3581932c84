"""One event, whole: what happened, to whom, under which law, and where it was published."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from zhylnama.archive.model import Hit
from zhylnama.record.event import Event
from zhylnama.window.facts import Facts, Teller, add_row, source_widget
from zhylnama.window.flow import flow
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    Link,
    Square,
    Words,
    button,
    empty,
    hairline,
    quiet,
    scrolled,
)
from zhylnama.window.phrases import period_in_words
from zhylnama.window.prose import Prose
from zhylnama.wording import Wording


class EventPane(QWidget):
    """The pane at the right. Its links tell where to go; it goes nowhere by itself."""

    person_opened = Signal(str)
    dossier_wanted = Signal(str)
    narrowed = Signal(str, str, str)
    searched = Signal(str)
    like_wanted = Signal(str)
    copy_wanted = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self.hit: Hit | None = None
        self._walk: list[tuple[Prose, int]] = []
        self._at = -1
        self._teller = Teller(self)
        self._teller.person_opened.connect(self.person_opened)
        self._teller.narrowed.connect(self.narrowed)
        self._teller.searched.connect(self.searched)
        self._area, self._column = scrolled("paper", (30, 20, 28, 28))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setAccessibleName(wording.tr("The event"))
        self._area.setAccessibleName(wording.tr("The event"))  # Tab stops there, to scroll by keys
        self.show_nothing()

    def take_focus(self) -> None:
        """Put the keyboard on the account, to read on with it."""
        if self.hit is not None:
            self.account.setFocus()

    def step(self, by: int) -> bool:
        """Go to the next hit in the event, or the one before; return False past either end."""
        at = self._at + by
        if self._at < 0:
            at = 0 if by > 0 else len(self._walk) - 1
        if not 0 <= at < len(self._walk):
            return False
        if self._at >= 0:
            self._walk[self._at][0].show_current(None)
        prose, mark = self._walk[at]
        box = prose.show_current(mark)
        self._at = at
        inside = self._area.widget()
        assert inside is not None
        place = prose.mapTo(inside, box.center())
        self._area.ensureVisible(place.x(), place.y(), 0, self._look.px(80))
        return True

    @property
    def current_hit(self) -> str | None:
        """Return the hit that is shown stronger than the others, as it is read."""
        if self._at < 0:
            return None
        prose, mark = self._walk[self._at]
        return prose.marked[mark]

    def show_nothing(self) -> None:
        """Say that no event is open."""
        self.hit = None
        self._walk, self._at = [], -1
        empty(self._column)
        self._column.addWidget(quiet(self._wording.tr("No event is open."), self._look))
        self._column.addStretch(1)

    def show_hit(self, hit: Hit) -> None:
        """Show one event with what matched in it."""
        self.hit = hit
        self._walk, self._at = [], -1
        self.setUpdatesEnabled(False)
        empty(self._column)
        self._add_head(hit)
        self._column.addSpacing(self._look.px(12))
        grid = self._new_grid()
        Facts(self._teller, grid, self._wording, self._look).add_all(hit)
        self._column.addSpacing(10)
        self._column.addWidget(hairline(self._look))
        self._column.addSpacing(10)
        self._add_sources(hit.event)
        self._add_buttons(hit.event)
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _add_head(self, hit: Hit) -> None:
        event, look, wording = hit.event, self._look, self._wording
        said = " · ".join(
            text
            for text in (
                wording.when(event.date, event.until, event.precision),
                event.place or event.region,
            )
            if text
        )
        head: list[QWidget] = [quiet(f"{said} ·" if event.kinds else said, look)]
        if event.kinds:
            head.append(Square(look.group(wording.group_of(event.kinds[0])), look))
        for number, kind in enumerate(event.kinds):
            comma = "," if number + 1 < len(event.kinds) else ""
            link = Link(wording.kind(kind) + comma, look, look.sans_font(12), "quiet")
            link.clicked.connect(self._narrow("kind", kind, wording.kind(kind)))
            head.append(link)
        self._column.addWidget(flow(head, 3))
        if event.title:
            title = Prose(
                event.title,
                look,
                look.serif_font(21, QFont.Weight.Bold),
                marks=hit.title_marks,
                leading=1.3,
                measure=False,
            )
            self._column.addSpacing(2)
            self._column.addWidget(title)
            self._walk += [(title, mark) for mark in range(len(hit.title_marks))]
        self._column.addSpacing(look.px(8))
        self.account = Prose(event.text, look, look.serif_font(16), marks=hit.marks, leading=1.6)
        self._column.addWidget(self.account)
        self._walk += [(self.account, mark) for mark in range(len(hit.marks))]

    def _new_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, self._look.px(124))
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        return grid

    def _add_sources(self, event: Event) -> None:
        wording, look = self._wording, self._look
        grid = self._new_grid()
        for source in event.sources:
            said = wording.tr("Source")
            if source.number is not None:
                said = wording.tr("Source {number}", number=source.number)
            add_row(grid, said, source_widget(source, wording, look, self), look)
        if not event.sources:
            missing = quiet(wording.tr("the report names no source for this event"), look)
            add_row(grid, wording.tr("Source"), missing, look)
        report = wording.tr("not stated")
        if event.report is not None:
            report = period_in_words(wording, event.report)
            if event.paragraph is not None:
                report = wording.tr(
                    "{month}, paragraph {number}", month=report, number=event.paragraph
                )
        add_row(grid, wording.tr("Report"), Words(report, look), look)
        number = quiet(event.id, look)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        add_row(grid, wording.tr("Record"), number, look)

    def _add_buttons(self, event: Event) -> None:
        wording, shown = self._wording, []
        if event.people:
            chief = next((a for a in event.people if a.role == "targeted"), event.people[0])
            profile = button(wording.tr("Profile of {name}", name=chief.name), primary=True)
            dossier = button(wording.tr("Dossier…"))
            profile.clicked.connect(lambda: self.person_opened.emit(chief.person))
            dossier.clicked.connect(lambda: self.dossier_wanted.emit(chief.person))
            dossier.setToolTip(wording.tr("Preview, save and print the dossier"))
            shown += [profile, dossier]
        like = button(wording.tr("More like this"))
        like.clicked.connect(lambda: self.like_wanted.emit(event.id))
        like.setToolTip(wording.tr("Events that share people, place, law or rare words with this"))
        copy = button(wording.tr("Copy with citation"))
        copy.clicked.connect(self.copy_wanted)
        copy.setToolTip(wording.tr("Account, report, sources and edition, as plain text"))
        self._column.addSpacing(20)
        self._column.addWidget(flow([*shown, like, copy], 8))

    def _narrow(self, field: str, key: str, label: str) -> Callable[[], None]:
        return lambda: self.narrowed.emit(field, key, label)
