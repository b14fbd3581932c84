"""One event, whole: what happened, to whom, under which law, and where it was published."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zhylnama.archive.model import Hit
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.record.event import Appearance, Event, LawReference, Source
from zhylnama.window.links import ask_and_open, copy_text
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    Link,
    Square,
    Words,
    button,
    empty,
    flow,
    hairline,
    quiet,
    scrolled,
)
from zhylnama.window.phrases import period_in_words, role_in_words
from zhylnama.window.place_names import place_key, place_name
from zhylnama.window.prose import Prose
from zhylnama.wording import Wording


class EventPane(QWidget):
    """The pane at the right. Its links tell where to go; it goes nowhere by itself."""

    person_opened = Signal(str)
    dossier_wanted = Signal(str)
    narrowed = Signal(str, str, str)
    searched = Signal(str)

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self.hit: Hit | None = None
        self._area, self._column = scrolled("paper", (30, 20, 28, 28))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setAccessibleName(wording.tr("The event"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no event is open."""
        self.hit = None
        empty(self._column)
        self._column.addWidget(quiet(self._wording.tr("No event is open."), self._look))
        self._column.addStretch(1)

    def show_hit(self, hit: Hit) -> None:
        """Show one event with what matched in it."""
        self.hit = hit
        self.setUpdatesEnabled(False)
        empty(self._column)
        self._add_head(hit)
        self._column.addSpacing(self._look.px(12))
        grid = self._new_grid()
        _Facts(self, grid, self._wording, self._look).add_all(hit)
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
        head: list[QWidget] = [
            quiet(wording.when(event.date, event.until, event.precision), look, wrap=False)
        ]
        if event.place or event.region:
            head.append(quiet(f"· {event.place or event.region}", look))
        if event.kinds:
            head.append(quiet("·", look, wrap=False))
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
        self._column.addSpacing(look.px(8))
        self.account = Prose(event.text, look, look.serif_font(16), marks=hit.marks, leading=1.6)
        self._column.addWidget(self.account)

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
        if not event.people:
            return
        chief = next((a for a in event.people if a.role == "targeted"), event.people[0])
        wording = self._wording
        profile = button(wording.tr("Profile of {name}", name=chief.name), primary=True)
        dossier = button(wording.tr("Dossier…"))
        profile.clicked.connect(lambda: self.person_opened.emit(chief.person))
        dossier.clicked.connect(lambda: self.dossier_wanted.emit(chief.person))
        dossier.setToolTip(wording.tr("Preview, save and print the dossier"))
        self._column.addSpacing(20)
        self._column.addWidget(flow([profile, dossier], 8))

    def _narrow(self, field: str, key: str, label: str) -> Callable[[], None]:
        return lambda: self.narrowed.emit(field, key, label)


class _Facts:
    """The rows of facts between the account and its sources."""

    def __init__(
        self, pane: EventPane, grid: QGridLayout, wording: Wording, look: Look
    ) -> None:
        self._pane = pane
        self._grid = grid
        self._wording = wording
        self._look = look

    def add_all(self, hit: Hit) -> None:
        """Add every row that the event has; what a reader would look for and miss is said."""
        event, tr = hit.event, self._wording.tr
        self._row(tr("People"), self._people(event), tr("nobody is named"))
        if event.organisations:
            self._row(tr("Organisations"), flow([self._organisation(o) for o in event.organisations], 8))
        self._row(tr("Law"), self._laws(event), tr("not stated in the report"))
        self._row(tr("Place"), self._place(event.place), tr("not stated in the report"))
        if event.region:
            self._row(tr("Region"), self._place(event.region, region=True))
        if event.sanctions:
            self._row(tr("Sanctions"), self._sanctions(event))
        if event.reason:
            self._row(tr("Reason given"), self._prose(event.reason))
        if event.note:
            self._row(tr("Note"), self._prose(event.note))
        for reason in event.uncertain:
            self._row(tr("Uncertain"), self._prose(reason))
        if hit.why:
            self._row(tr("Matched"), self._prose(" · ".join(hit.why)))

    def _row(self, label: str, widget: QWidget | None, missing: str = "") -> None:
        add_row(self._grid, label, widget or quiet(missing, self._look), self._look)

    def _people(self, event: Event) -> QWidget | None:
        return _stack([self._appearance(one) for one in event.people]) if event.people else None

    def _appearance(self, one: Appearance) -> QWidget:
        said = role_in_words(self._wording, one.role)
        if one.kinds:
            said += ": " + ", ".join(self._wording.kind(kind) for kind in one.kinds)
        name = self._link(one.name, lambda: self._pane.person_opened.emit(one.person))
        name.setToolTip(self._wording.tr("Open the profile"))
        return flow([name, quiet(said, self._look)], 4)

    def _organisation(self, name: str) -> Link:
        phrase = '"' + name.replace('"', " ").strip() + '"'
        return self._link(name, lambda: self._pane.searched.emit(phrase))

    def _laws(self, event: Event) -> QWidget | None:
        names = {one.person: one.name for one in event.people}
        rows: list[QWidget] = []
        for law in event.law:
            rows.append(self._law(law, names.get(law.person or "")))
        return _stack(rows) if rows else None

    def _law(self, law: LawReference, name: str | None) -> QWidget:
        said = self._wording.article(law.code, law.article, law.part)
        key = f"{law.code} {law.article}"
        label = self._wording.article(law.code, law.article)
        parts: list[QWidget] = [
            self._link(said, lambda: self._pane.narrowed.emit("law", key, label))
        ]
        about = [self._wording.law_title(law.code, law.article), name]
        if any(about):
            parts.append(quiet(" · ".join(text for text in about if text), self._look))
        return flow(parts, 4)

    def _sanctions(self, event: Event) -> QWidget:
        names = {one.person: one.name for one in event.people}
        rows: list[QWidget] = []
        for sanction in event.sanctions:
            said = sanction_in_words(self._wording, sanction)
            name = names.get(sanction.person or "", self._wording.tr("person not stated"))
            about = f"{name}, {self._wording.tr('recalled')}" if sanction.recalled else name
            rows.append(
                flow([self._plain(said[:1].upper() + said[1:]), quiet(about, self._look)], 6)
            )
        return _stack(rows)

    def _place(self, name: str | None, *, region: bool = False) -> QWidget | None:
        if name is None:
            return None
        key = place_key(name)
        if region:
            phrase = name.replace('"', " ").strip()
            go: Callable[[], None] = lambda: self._pane.searched.emit(f'region:"{phrase}"')  # noqa: E731
        else:
            go = lambda: self._pane.narrowed.emit("place", key, name)  # noqa: E731
        today = place_name(key, self._wording.lang)
        parts: list[QWidget] = [self._link(name, go)]
        if today is not None and today != name:
            parts.append(quiet(today, self._look))
        return flow(parts, 4)

    def _plain(self, text: str) -> Words:
        return Words(text, self._look)

    def _prose(self, text: str) -> Prose:
        return Prose(text, self._look, self._look.sans_font(13), leading=1.5, measure=False)

    def _link(self, text: str, go: Callable[[], None]) -> Link:
        link = Link(text, self._look)
        link.clicked.connect(go)
        return link


def add_row(grid: QGridLayout, label: str, widget: QWidget, look: Look) -> None:
    """Add a label and what it stands for; both begin on the same line."""
    row = grid.rowCount()
    name = Words(label, look, role="quiet")
    name.setContentsMargins(0, 1, 8, 0)
    grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(widget, row, 1)


def source_widget(source: Source, wording: Wording, look: Look, asker: QWidget) -> QWidget:
    """Return a source: its whole address to open or copy, or the words that it has none."""
    parts: list[QWidget] = []
    if source.url is not None:
        url = source.url
        address = Link(url, look, role="ink")
        address.setToolTip(wording.tr("Open in the browser; you are asked first"))
        address.clicked.connect(lambda: ask_and_open(url, wording, look, asker))
        copy = Link(wording.tr("Copy"), look, look.sans_font(12), "quiet")
        copy.setAccessibleName(wording.tr("Copy {address}", address=url))
        copy.clicked.connect(lambda: copy_text(url))
        parts.append(flow([address, copy], 4))
    else:
        parts.append(quiet(wording.tr("no link in the report"), look))
    if source.note:
        parts.append(quiet(source.note, look))
    return _stack(parts)


def _stack(widgets: list[QWidget]) -> QWidget:
    if len(widgets) == 1:
        return widgets[0]
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return box


def row_of(widgets: list[QWidget]) -> QWidget:
    """Return widgets side by side, that do not wrap."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return box
