"""Rows of the archive's tables, made from records and written in batches."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import apsw

from zhylnama.archive.facets import FacetCollector
from zhylnama.archive.marks import APART, event_marks
from zhylnama.archive.runs import SortedRuns
from zhylnama.names.fold import clean
from zhylnama.names.identity import name_keys
from zhylnama.names.places import DIVISION_OF_2022, Gazetteer
from zhylnama.record.event import Event, Person

MOST_REMEMBERED = 10_000
"""Names and places repeat, and are remembered; a bound keeps the memory flat at any size."""


_BETWEEN = f" {APART} "


class ArchiveWriter:
    """Rows of a batch of events, kept by table and written together."""

    def __init__(
        self,
        archive: apsw.Connection,
        gazetteer: Gazetteer,
        kind_groups: dict[str, str],
        names: SortedRuns,
    ) -> None:
        """Write into an empty archive; `names` keeps who was called what, off the memory."""
        self._archive = archive
        self._names = names
        self._kind_groups = kind_groups
        # What lies around a place changed on one day; which day of an event it was does not
        # matter otherwise.
        self._locate = lru_cache(maxsize=MOST_REMEMBERED)(
            lambda place, region, old: locate(
                gazetteer, place, region, dt.date.min if old else None
            )
        )
        self._facets = FacetCollector(archive)
        self._rows: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._people_words = lru_cache(maxsize=MOST_REMEMBERED)(self._make_people_words)

    def add_person(self, person: Person) -> None:
        """Take in one recorded identity."""
        self._row(
            "person",
            (person.id, person.surname, person.given, person.patronymic, person.note, True),
        )
        for position, spelling in enumerate(person.spellings):
            self._row("person_spelling", (person.id, position, spelling))
        for position, office in enumerate(person.offices):
            self._row("person_office", (person.id, position, office.title, office.organisation))
        for position, other in enumerate(person.may_be):
            self._row("person_may_be", (person.id, position, other))
        names = [*person.spellings]
        names += [part for part in (person.surname, person.given, person.patronymic) if part]
        for name in names:
            for key in name_keys(name):
                self._row("name_key", (key, person.id))

    def add_event(self, number: int, event: Event) -> None:
        """Take in one event under its number."""
        old = event.date is not None and event.date < DIVISION_OF_2022
        place, around, regions = self._locate(event.place, event.region, old)
        group = self._kind_groups[event.kinds[0]] if event.kinds else None
        self._row(
            "event",
            (
                number, event.id, event.date and event.date.isoformat(),
                event.until and event.until.isoformat(), event.precision, event.place,
                event.region, event.title, event.text, event.lang, event.reason, event.report,
                event.paragraph, event.note, place, group,
            ),
        )  # fmt: skip
        self._facets.add(number, event, place, regions, group)
        self._add_lists(number, event)
        self._row(
            "word",
            (
                number,
                clean(event.title or ""),
                event.text if event.text.isascii() else clean(event.text),
                _BETWEEN.join([self._people_words(a.person, a.name) for a in event.people]),
                _BETWEEN.join(map(clean, event.organisations)),
                event_marks(event, place, around),
            ),
        )

    def _add_lists(self, number: int, event: Event) -> None:
        # Half of a build's Python goes by here: plain loops, and none over nothing.
        rows = self._rows
        rows["event_kind"] += [(number, i, kind) for i, kind in enumerate(event.kinds)]
        rows["event_source"] += [
            (number, i, s.number, s.url, s.note) for i, s in enumerate(event.sources)
        ]
        if event.people:
            rows["event_person"] += [
                (number, i, a.person, a.name, a.role,
                 None if a.kinds is None else " ".join(a.kinds))
                for i, a in enumerate(event.people)
            ]  # fmt: skip
        if event.law:
            rows["event_law"] += [
                (number, i, x.code, x.article, x.part, x.person) for i, x in enumerate(event.law)
            ]
        if event.sanctions:
            rows["event_sanction"] += [
                (number, i, s.person, s.kind, s.days, s.months, s.hours, s.amount, s.currency,
                 s.detail, s.recalled)
                for i, s in enumerate(event.sanctions)
            ]  # fmt: skip
        if event.organisations:
            rows["event_organisation"] += [
                (number, i, name) for i, name in enumerate(event.organisations)
            ]
        if event.uncertain:
            rows["event_uncertain"] += [
                (number, i, reason) for i, reason in enumerate(event.uncertain)
            ]

    def _make_people_words(self, person: str, name: str) -> str:
        """Return every spelling of one of an event's people: each finds all their events.

        Whoever is met under a new name comes by here, and by it will be found.
        """
        self._names.add(f"{person}\0{name}".encode())
        known = [
            spelling
            for (spelling,) in self._archive.execute(
                "SELECT spelling FROM person_spelling WHERE person = ? ORDER BY position", (person,)
            )
        ]
        return _BETWEEN.join(map(clean, dict.fromkeys([name, *known])))

    def _row(self, table: str, row: tuple[Any, ...]) -> None:
        self._rows[table].append(row)

    def finish(self) -> None:
        """Write what all events together give: names to look people up by, sets to count by."""
        self._write_names()
        self._facets.write()

    def _write_names(self) -> None:
        """Make everybody known by the names that events use, also whom no record describes.

        Person by person at the end, each name is met once; in order of events the rare names,
        which are most of them, would be folded again and again.
        """
        pairs = (line.decode().partition("\0") for line in self._names)
        for person, of_one in groupby(pairs, key=itemgetter(0)):
            self._row("person", (person, None, None, None, None, False))
            keys = {key for name in {name for _, _, name in of_one} for key in name_keys(name)}
            for key in sorted(keys):
                self._row("name_key", (key, person))
            if len(self._rows["name_key"]) > MOST_REMEMBERED:
                self.flush()
        self.flush()

    def flush(self) -> None:
        """Write what has been taken in."""
        self._facets.settle(len(self._rows["event"]))
        for table, rows in self._rows.items():
            if not rows:
                continue
            places = ", ".join("?" * len(rows[0]))
            columns = (
                "(rowid, title, text, people, organisations, marks)" if table == "word" else ""
            )
            verb = "INSERT OR IGNORE" if table in ("person", "name_key") else "INSERT"
            self._archive.executemany(f"{verb} INTO {table}{columns} VALUES ({places})", rows)
        self._rows.clear()


def locate(
    gazetteer: Gazetteer, place_name: str | None, region_name: str | None, on: dt.date | None
) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """Return a place's id, those of it and of all around it, and of what lies outermost, on a day.

    Without a place of its own an event is located by its region; a place that the gazetteer does
    not have, or has twice in what the event says, has no id.
    """
    region = gazetteer.find(region_name) if region_name is not None else None
    place = region
    if place_name is not None:
        place = gazetteer.find(place_name, region.id) if region is not None else None
        place = place or gazetteer.find(place_name)
    starts = [place, region]
    if place is None and place_name is not None:
        # “Astana and Shymkent” is no place of its own; it is found in both.
        parts = [gazetteer.find(part) for part in place_name.split(" and ")]
        starts += parts if None not in parts else []
    around: list[str] = []
    regions: list[str] = []
    for start in starts:
        inner = start
        while inner is not None and inner.id not in around:
            around.append(inner.id)
            outer = gazetteer.region_of(inner.id, on)
            if outer is None:
                regions.append(inner.id)
            inner = outer
    return (place.id if place is not None else None), tuple(around), tuple(regions)
