"""One person's page: names, figures, what was done, every event, and who and what is around."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zhylnama.archive.model import Profile, SimilarPerson
from zhylnama.dossier.people import office_in_words
from zhylnama.record.event import Event
from zhylnama.window.alike import Alike
from zhylnama.window.chips import Chip
from zhylnama.window.entries import Entries
from zhylnama.window.facts import source_widget
from zhylnama.window.flow import flow
from zhylnama.window.ledger import Figure, figures, small_timeline
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    empty,
    heading,
    quiet,
    scrolled,
)
from zhylnama.window.place_names import place_key
from zhylnama.window.profile_parts import Beside, Deeds, FigureButton, Rule
from zhylnama.window.prose import Prose
from zhylnama.window.timeline import Strip
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording


class ProfilePage(QWidget):
    """Shows a profile. Its signals tell where the reader wants to go."""

    person_opened = Signal(str)
    event_opened = Signal(str)
    searched = Signal(str)
    narrowed = Signal(str, str, str)

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self.profile: Profile | None = None
        self._reader: Worker | None = None
        self._area, self._column = scrolled("paper", (40, 26, 40, 30))
        self._side_area, self._side = scrolled("side", (26, 26, 26, 26))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._area, 1)
        row.addWidget(self._side_area)
        for part in (self, self._area, self._side_area):  # Tab stops in both, to scroll by keys
            part.setAccessibleName(wording.tr("Profile"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel at the side to a third of the page, whatever the size of text."""
        super().resizeEvent(event)
        self._side_area.setFixedWidth(min(self._look.px(380), self.width() * 32 // 100))

    @property
    def area(self) -> QScrollArea:
        """Return the page that scrolls."""
        return self._area

    def attach(self, reader: Worker) -> None:
        """Take the worker that looks for people in a like situation."""
        self._reader = reader

    def show_nobody(self) -> None:
        """Say that the archive has no such person."""
        self.profile = None
        empty(self._column)
        empty(self._side)
        said = self._wording.tr("This archive has no such person.")
        self._column.addWidget(quiet(said, self._look))
        self._column.addStretch(1)

    def show_profile(self, profile: Profile) -> None:
        """Show one person."""
        self.profile = profile
        self.setUpdatesEnabled(False)
        empty(self._column)
        empty(self._side)
        self._add_name(profile)
        self._add_figures(profile)
        self._add_deeds(profile)
        self._add_events(profile)
        self._add_sources(profile)
        self._column.addStretch(1)
        self._add_side(profile)
        self._ask_alike(profile)
        self._area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _add_name(self, profile: Profile) -> None:
        look, wording = self._look, self._wording
        name = Prose(
            profile.name,
            look,
            look.serif_font(30, QFont.Weight.Bold),
            leading=1.25,
            measure=False,
        )
        self._column.addWidget(name)
        known = [office_in_words(office) for office in profile.offices]
        if profile.last is not None:
            last = wording.tr("last mention {day}", day=wording.day(profile.last))
            if known:
                last = wording.tr("{statement}, may have changed since", statement=last)
            known.append(last)
        self._column.addWidget(quiet(" · ".join(known), look))
        self._column.addSpacing(8)
        chips: list[QWidget] = []
        for spelling, number in profile.spellings:
            chip = Chip(spelling, look, behind=wording.number(number) if number else "")
            said = wording.count("{n} event", "{n} events", number) if number else ""
            chip.setAccessibleName(f"{spelling} {said}".strip())
            chip.setToolTip(wording.tr("Search for this spelling"))
            chip.clicked.connect(self._search_for(spelling))
            chips.append(chip)
        self._column.addWidget(flow(chips, 5))
        if profile.person.note:
            self._column.addSpacing(6)
            note = Prose(
                profile.person.note, look, look.sans_font(12.5), leading=1.45, role="quiet"
            )
            self._column.addWidget(note)
        self._column.addSpacing(18)

    def _add_figures(self, profile: Profile) -> None:
        shown: list[QWidget] = []
        for figure in figures(profile, self._wording):
            if shown:
                shown.append(Rule(self._look))
            face = FigureButton(figure, self._look)
            if figure.events:
                face.setToolTip(self._wording.tr("Show the events it was counted from"))
            if figure.leads_to == "sources":
                face.clicked.connect(self._go_to_sources)
            else:
                face.clicked.connect(lambda _on=False, figure=figure: self._show_behind(figure))
            shown.append(face)
        self._column.addWidget(flow(shown, 12))
        self._column.addSpacing(30)

    def _add_deeds(self, profile: Profile) -> None:
        wording, look = self._wording, self._look
        self._column.addWidget(heading(wording.tr("What was done"), look))
        self._column.addSpacing(6)
        if profile.measures:
            deeds = Deeds(profile, wording, look)
            deeds.event_opened.connect(self.event_opened)
            self._column.addWidget(deeds)
        else:
            said = wording.tr("This archive records no charge and no measure against this person.")
            self._column.addWidget(quiet(said, look))
        self._column.addSpacing(32)

    def _add_events(self, profile: Profile) -> None:
        self.entries = Entries(profile.events, self._wording, self._look)
        self.entries.event_opened.connect(self.event_opened)
        self._column.addWidget(self.entries.title)
        self.strip = Strip(self._wording, self._look, still=True)
        self.strip.show_timeline(small_timeline(profile, self._wording))
        self.strip.picked.connect(self._on_picked)
        if profile.first is not None:
            self._column.addSpacing(6)
            self._column.addWidget(self.strip)
        self._column.addWidget(self.entries)
        self._column.addSpacing(30)

    def _add_sources(self, profile: Profile) -> None:
        wording, look = self._wording, self._look
        self._sources_title = heading(wording.tr("Sources"), look)
        self._column.addWidget(self._sources_title)
        self._column.addSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, look.px(120))
        grid.setColumnStretch(1, 1)
        seen: set[tuple[int | None, str | None]] = set()
        for event in profile.events:
            for source in event.sources:
                if (source.number, source.url) in seen:
                    continue
                seen.add((source.number, source.url))
                number = "" if source.number is None else str(source.number)
                row = grid.rowCount()
                grid.addWidget(quiet(number, look), row, 0)
                grid.addWidget(source_widget(source, wording, look, self), row, 1)
        if not seen:
            said = wording.tr("The reports name no source for these events.")
            self._column.addWidget(quiet(said, look))
        self._column.addLayout(grid)

    def _add_side(self, profile: Profile) -> None:
        wording = self._wording
        beside = Beside(self._side, wording, self._look)
        people = [(c.name, c.events, self._open(c.person)) for c in profile.companions]
        beside.add(wording.tr("Appears with"), people, wording.tr("Nobody else is named"))
        places = [(p, n, self._narrow("place", place_key(p), p)) for p, n in profile.places]
        beside.add(wording.tr("Where"), places, wording.tr("No place is stated"))
        laws = []
        for code, article, number in profile.laws:
            cited = wording.article(code, article)
            title = wording.law_title(code, article)
            said = f"{cited} · {title}" if title else cited
            laws.append((said, number, self._narrow("law", f"{code} {article}", cited)))
        beside.add(wording.tr("Law in these events"), laws, wording.tr("No article is stated"))
        alike = [(c.name, c.events, self._open(c.person)) for c in profile.may_be]
        beside.add(wording.tr("May be the same"), alike, wording.tr("Nobody else in this archive"))
        box = QWidget()
        self._alike = QVBoxLayout(box)
        self._alike.setContentsMargins(0, 0, 0, 0)
        self._alike.setSpacing(0)
        self._side.addWidget(box)
        self._side.addStretch(1)

    def _ask_alike(self, profile: Profile) -> None:
        if self._reader is None:
            return
        person = profile.person.id
        self._reader.ask(
            "similar",
            lambda archive: archive.similar_people(person),
            lambda people: self._show_alike(person, people),
            # The profile stands without it.
            lambda _sentence: None,
        )

    def _show_alike(self, person: str, people: list[SimilarPerson]) -> None:
        if self.profile is None or self.profile.person.id != person:
            return
        alike = Alike(people, self._wording, self._look)
        alike.person_opened.connect(self.person_opened)
        self._alike.addWidget(alike)

    def _open(self, person: str) -> Callable[[], None]:
        return lambda: self.person_opened.emit(person)

    def _narrow(self, field: str, key: str, label: str) -> Callable[[], None]:
        return lambda: self.narrowed.emit(field, key, label)

    def _search_for(self, spelling: str) -> Callable[[], None]:
        phrase = '"' + spelling.replace('"', " ").strip() + '"'
        return lambda: self.searched.emit(phrase)

    def _show_behind(self, figure: Figure) -> None:
        self.entries.show_only(figure.events, f"{figure.value} {figure.label}")
        self._area.ensureWidgetVisible(self.entries.title, 0, 400)

    def _on_picked(self, day: dt.date) -> None:
        unit = self.strip.unit

        def same(event: Event) -> bool:
            date = event.date
            return date is not None and (date if unit == "day" else date.replace(day=1)) == day

        events = self.profile.events if self.profile else ()
        behind = tuple(event.id for event in events if same(event))
        said = self._wording.when(day, precision=unit)
        self.entries.show_only(behind, said)

    def _go_to_sources(self) -> None:
        self._area.verticalScrollBar().setValue(self._sources_title.y() - 20)
