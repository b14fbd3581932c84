"""Reviewed records join an archive: the old records and the new ones become one new file.

The old file is only read. The new one takes its place, or a place of its own, when it is whole;
until then, and after any failure, everything is as it was.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from zhylnama.archive.archive import Archive
from zhylnama.archive.build import Progress, build_archive
from zhylnama.archive.edition import Edition
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Event, Person
from zhylnama.record.file import Record


class Stopped(Exception):
    """The work was given up by the person who waited for it; nothing has changed."""


def extend_archive(
    base: Path,
    target: Path,
    *,
    add: Sequence[Event],
    people: Sequence[Person],
    resources: Path,
    replace: Mapping[str, Event] | None = None,
    remove: frozenset[str] = frozenset(),
    progress: Progress = lambda stage, done, all_: None,
    stop: Callable[[], bool] = lambda: False,
) -> Edition:
    """Write to `target`, which may be `base` itself, the records of `base` and new ones.

    `replace` puts events in the place of those with the same id, `remove` leaves some out. An id
    that the archive has given already gets a number more: an event is never lost to another one,
    and a new person is never taken for the archive's of the same id. Raises BadInput,
    SystemRefused and Stopped; the files are then as they were.
    """
    kinds = tomllib.loads((resources / "kinds.toml").read_text("utf-8"))["kind"]
    with Archive(base, resources) as archive:
        joined = _Joined(archive, add, people, replace or {}, remove)

        def told(stage: str, done: int, all_: int | None) -> None:
            if stop():
                raise Stopped
            progress(stage, done, all_)

        return build_archive(
            joined.records(),
            target,
            gazetteer=Gazetteer.load(resources / "places.toml"),
            kind_groups={entry["id"]: entry["group"] for entry in kinds},
            progress=told,
        )


class _Joined:
    """The records of an archive with others among them, as one stream."""

    def __init__(
        self,
        archive: Archive,
        add: Sequence[Event],
        people: Sequence[Person],
        replace: Mapping[str, Event],
        remove: frozenset[str],
    ) -> None:
        self._archive = archive
        self._add = add
        named = {one.person for event in [*add, *replace.values()] for one in event.people}
        self._people = {person.id: person for person in people if person.id in named}
        self._replace = replace
        self._remove = remove
        self._ids: dict[str, str] = {}
        self._event_ids: set[str] = set()

    def records(self) -> Iterator[Record]:
        """Yield the archive's people and events first: only then it is known which ids are free."""
        taken: set[str] = set()
        for person in self._archive.identities():
            taken.add(person.id)
            yield person
        for event in self._archive.events():
            # Somebody may be named in events and have no record of their own.
            taken.update(one.person for one in event.people if one.person in self._people)
            self._event_ids.add(event.id)
            if event.id not in self._remove and event.id not in self._replace:
                yield event
        self._name_anew(taken)
        for person in self._people.values():
            yield self._as_named(person)
        for id_, event in self._replace.items():
            yield self._renamed(event, id_)
        for event in self._add:
            yield self._renamed(event, self._free_id(event.id))

    def _name_anew(self, taken: set[str]) -> None:
        for person in self._people:
            id_, number = person, 1
            while id_ in taken:
                number += 1
                id_ = f"{person}-{number}"
            taken.add(id_)
            self._ids[person] = id_

    def _as_named(self, person: Person) -> Person:
        id_ = self._ids[person.id]
        may_be = [self._ids.get(other, other) for other in person.may_be]
        if id_ != person.id:
            may_be.append(person.id)
        return msgspec.structs.replace(person, id=id_, may_be=may_be)

    def _free_id(self, wanted: str) -> str:
        stem, _, last = wanted.rpartition(".")
        id_, number = wanted, int(last) if last.isdigit() else 1
        while id_ in self._event_ids:
            number += 1
            id_ = f"{stem or wanted}.{number}"
        self._event_ids.add(id_)
        return id_

    def _renamed(self, event: Event, id_: str) -> Event:
        ids, change = self._ids, msgspec.structs.replace
        return change(
            event,
            id=id_,
            people=[change(one, person=ids.get(one.person, one.person)) for one in event.people],
            law=[
                change(one, person=ids.get(one.person, one.person)) if one.person else one
                for one in event.law
            ],
            sanctions=[
                change(one, person=ids.get(one.person, one.person)) if one.person else one
                for one in event.sanctions
            ],
        )
