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
from zhylnama.archive.marks import APART, event_marks, hosts_of
from zhylnama.archive.runs import SortedRuns
from zhylnama.archive.stored import shown_name
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
        self._number = 0
        self._spelled = False  # whether any person is recorded with a spelling
        self._rows: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._people_words = lru_cache(maxsize=MOST_REMEMBERED)(self._make_people_words)

    def add_person(self, person: Person) -> None:
        """Take in one recorded identity."""
        self._row(
            "person",
            (
                person.id, person.surname, person.given, person.patronymic, person.note, True,
                shown_name(person, None), 0,
            ),
        )  # fmt: skip
        self._spelled = self._spelled or bool(person.spellings)
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

    def add_event(self, number: int, event: Event, record: bytes) -> None:
        """Take in one event under its number; `record` is its line as it is stored."""
        self._number = number
        old = event.date is not None and event.date < DIVISION_OF_2022
        place, around, regions = self._locate(event.place, event.region, old)
        group = self._kind_groups[event.kinds[0]] if event.kinds else None
        people = event.people
        hosts = hosts_of(event)
        self._rows["event"].append((number, place, record))
        if len(people) == 1:
            one = people[0]
            self._rows["appearance"].append((number, one.person, one.role == "targeted"))
            names = self._people_words(one.person, one.name)
        else:
            self._rows["appearance"] += [(number, *one) for one in appearances(event)]
            names = _BETWEEN.join([self._people_words(a.person, a.name) for a in people])
        self._facets.add(number, event, place, regions, group, hosts)
        self._rows["word"].append(
            (
                number,
                clean(event.title) if event.title else "",
                event.text if event.text.isascii() else clean(event.text),
                names,
                _BETWEEN.join(map(clean, event.organisations)) if event.organisations else "",
                event_marks(event, place, around, hosts),
            )
        )

    def _make_people_words(self, person: str, name: str) -> str:
        """Return every spelling of one of an event's people: each finds all their events.

        Whoever is met under a new name comes by here, and by it will be found.
        """
        self._names.add(f"{person}\0{self._number:012}\0{name}".encode())
        if not self._spelled:
            return clean(name)
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
        lines = (line.decode().split("\0") for line in self._names)
        for person, of_one in groupby(lines, key=itemgetter(0)):
            names = dict.fromkeys(name for _, _, name in of_one)
            self._row("met", (person, next(iter(names))))
            self._rows["met_name"] += [(person, name) for name in names]
            keys = {key for name in names for key in name_keys(name)}
            self._rows["name_key"] += [(key, person) for key in sorted(keys)]
            if len(self._rows["name_key"]) > MOST_REMEMBERED:
                self.flush()
        self.flush()

    def flush(self) -> None:
        """Write what has been taken in."""
        self._facets.settle(len(self._rows["event"]))
        for table, rows in self._rows.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                statement = _STATEMENTS.get(table, f"INSERT INTO {table} VALUES ({places})")
                self._archive.executemany(statement, rows)
        self._rows.clear()


_STATEMENTS = {
    # As bytes: most lines would be decoded only to be encoded again.
    "event": "INSERT INTO event (number, place_id, record) VALUES (?, ?, CAST(? AS TEXT))",
    "word": "INSERT INTO word (rowid, title, text, people, organisations, marks)"
    " VALUES (?, ?, ?, ?, ?, ?)",
    "name_key": "INSERT OR IGNORE INTO name_key VALUES (?, ?)",
    # Whoever appears in events, described by a record or not; the name is that of the first event.
    "met": "INSERT INTO person (id, recorded, name, events)"
    " VALUES (?1, 0, ?2, (SELECT count(*) FROM appearance WHERE person = ?1))"
    " ON CONFLICT (id) DO UPDATE SET events = excluded.events,"
    " name = iif((surname IS NULL OR given IS NULL)"
    "  AND NOT EXISTS (SELECT 1 FROM person_spelling WHERE person = id), excluded.name, name)",
}


def appearances(event: Event) -> list[tuple[str, bool]]:
    """Return who appears in an event, each once, and whether it happens to them."""
    found: dict[str, bool] = {}
    for one in event.people:
        found[one.person] = one.role == "targeted" or found.get(one.person, False)
    return list(found.items())


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
