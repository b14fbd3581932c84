"""The rows of facts about an event: a label, and what it stands for with its links."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from zhylnama.archive.model import Hit
from zhylnama.dossier.material import role_in_words
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.record.event import Appearance, Event, LawReference, Source
from zhylnama.window.flow import flow
from zhylnama.window.links import ask_and_open, copy_text
from zhylnama.window.look import Look
from zhylnama.window.parts import Link, Words, quiet
from zhylnama.window.place_names import place_key, place_name
from zhylnama.window.prose import Prose
from zhylnama.wording import Wording
from zhylnama.wording.doubts import doubt_in_words


class Teller(QObject):
    """Tells where a link of an event leads: to a person, to a filter, to a search."""

    person_opened = Signal(str)
    narrowed = Signal(str, str, str)
    searched = Signal(str)


class Facts:
    """The rows of facts between the account and its sources."""

    def __init__(self, teller: Teller, grid: QGridLayout, wording: Wording, look: Look) -> None:
        self._teller = teller
        self._grid = grid
        self._wording = wording
        self._look = look

    def add_all(self, hit: Hit) -> None:
        """Add every row that the event has; what a reader would look for and miss is said."""
        event, tr = hit.event, self._wording.tr
        self._row(tr("People"), self._people(event), tr("nobody is named"))
        if event.organisations:
            self._row(
                tr("Organisations"), flow([self._organisation(o) for o in event.organisations], 8)
            )
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
            self._row(tr("Uncertain"), self._prose(doubt_in_words(self._wording, reason)))
        if hit.why:
            self._row(tr("Matched"), self._prose(" · ".join(hit.why)))

    def _row(self, label: str, widget: QWidget | None, missing: str = "") -> None:
        add_row(self._grid, label, widget or quiet(missing, self._look), self._look)

    def _people(self, event: Event) -> QWidget | None:
        return stack([self._appearance(one) for one in event.people]) if event.people else None

    def _appearance(self, one: Appearance) -> QWidget:
        said = role_in_words(self._wording, one.role)
        if one.kinds:
            said += ": " + ", ".join(self._wording.kind(kind) for kind in one.kinds)
        name = self._link(one.name, lambda: self._teller.person_opened.emit(one.person))
        name.setToolTip(self._wording.tr("Open the profile"))
        return flow([name, quiet(said, self._look)], 4)

    def _organisation(self, name: str) -> Link:
        phrase = '"' + name.replace('"', " ").strip() + '"'
        return self._link(name, lambda: self._teller.searched.emit(phrase))

    def _laws(self, event: Event) -> QWidget | None:
        names = {one.person: one.name for one in event.people}
        rows: list[QWidget] = []
        for law in event.law:
            rows.append(self._law(law, names.get(law.person or "")))
        return stack(rows) if rows else None

    def _law(self, law: LawReference, name: str | None) -> QWidget:
        said = self._wording.article(law.code, law.article, law.part)
        key = f"{law.code} {law.article}"
        label = self._wording.article(law.code, law.article)
        parts: list[QWidget] = [
            self._link(said, lambda: self._teller.narrowed.emit("law", key, label))
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
        return stack(rows)

    def _place(self, name: str | None, *, region: bool = False) -> QWidget | None:
        if name is None:
            return None
        key = place_key(name)
        if region:
            phrase = name.replace('"', " ").strip()
            go: Callable[[], None] = lambda: self._teller.searched.emit(f'region:"{phrase}"')  # noqa: E731
        else:
            go = lambda: self._teller.narrowed.emit("place", key, name)  # noqa: E731
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
    # Prose has the room of its wider lines above it.
    name.setContentsMargins(1, 2 if isinstance(widget, Prose) else 1, 8, 0)
    name.setFixedWidth(look.px(124))
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
    return stack(parts)


def stack(widgets: list[QWidget]) -> QWidget:
    """Return widgets one under the other."""
    if len(widgets) == 1:
        return widgets[0]
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return box
