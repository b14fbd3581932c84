"""A person checks what was read, before anything of it is believed.

A `Review` holds the draft events of one report and what was decided about each. Every change is one
small operation: it is written down before it holds, so that a program that is killed loses nothing
that was decided, and it can be taken back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from zhylnama.failure import BadInput
from zhylnama.reading.layout.paragraphs import LeftOut
from zhylnama.reading.layout.pieces import Piece
from zhylnama.reading.reviewing import persons
from zhylnama.reading.reviewing.join import join_events
from zhylnama.reading.reviewing.operations import (
    Accept,
    Basis,
    Edit,
    Entry,
    Join,
    LeaveOut,
    Meant,
    NewPerson,
    NotMeant,
    NotSame,
    Operation,
    Same,
    Split,
    TakeIn,
    Undo,
)
from zhylnama.reading.reviewing.split import split_event
from zhylnama.record.event import Event, Person, contradictions

MOST_UNDONE: Final = 500
_EDITED: Final = frozenset(Event.__struct_fields__) - {"id", "uncertain", "report", "paragraph"}


_Entries = dict[str, Entry]
_People = dict[str, Person]


class Review:
    """The review of one report: entries in the order of the report, and its new people."""

    def __init__(
        self, basis: Basis, write: Callable[[Operation], None] = lambda operation: None
    ) -> None:
        """Begin a review; `write` keeps an operation on the disk, and raises where it cannot."""
        self.basis = basis
        self._write = write
        self._entries: _Entries = {entry.key: entry for entry in basis.entries}
        self._people: _People = {person.id: person for person in basis.people}
        self._before: deque[tuple[_Entries, _People]] = deque(maxlen=MOST_UNDONE)

    # What there is

    @property
    def entries(self) -> list[Entry]:
        """Return the entries in the order of the report."""
        return list(self._entries.values())

    def entry(self, key: str) -> Entry:
        """Return the entry of a key as it stands now."""
        return self._entries[key]

    def in_order(self) -> list[Entry]:
        """Return the entries in the order of work: those that were uncertain first.

        An entry keeps its place when it is decided, so that nothing moves under the eyes.
        """
        return sorted(self._entries.values(), key=lambda entry: not entry.told)

    def doubtful(self) -> list[Entry]:
        """Return the entries with something uncertain that nobody has decided."""
        return [entry for entry in self.in_order() if entry.doubtful]

    def decided(self) -> int:
        """Return how many entries were accepted or left out."""
        return sum(entry.state != "open" for entry in self._entries.values())

    @property
    def can_undo(self) -> bool:
        """Return whether there is something to take back."""
        return bool(self._before)

    @property
    def people(self) -> list[Person]:
        """Return everybody who is new with this report, named in a record or not."""
        return list(self._people.values())

    def person(self, person: str) -> Person | None:
        """Return a person who is new with this report, or None."""
        return self._people.get(person)

    def questions(self, key: str) -> list[persons.Question]:
        """Return who in an entry may be somebody else, the first question first."""
        entry = self._entries[key]
        return persons.questions(entry.event, entry.told, self._people, self.basis.known)

    def taken(self) -> list[Event]:
        """Return the events that go into records; what is still uncertain in them says so."""
        return [entry.event for entry in self._entries.values() if entry.state != "left-out"]

    def new_people(self) -> Iterator[Person]:
        """Yield the people of those events whom the archive did not know."""
        named = {one.person for event in self.taken() for one in event.people}
        yield from (person for id_, person in self._people.items() if id_ in named)

    def left_out(self) -> Iterator[tuple[LeftOut, list[Event]]]:
        """Yield everything of the report that is in no record, and what it would be as records.

        First what the reading left out, then what the person did.
        """
        for at, part in enumerate(self.basis.left_out):
            if not self.is_taken_in(at):
                yield part, [entry.event for entry in self.basis.spare.get(at, ())]
        for entry in self._entries.values():
            if entry.state == "left-out":
                yield (
                    LeftOut(entry.event.text, entry.why or "left out in the review"),
                    [entry.event],
                )

    def spare(self) -> Iterator[tuple[int, LeftOut]]:
        """Yield the parts that the reading left out and that can be taken in, by their place."""
        for at in self.basis.spare:
            if not self.is_taken_in(at):
                yield at, self.basis.left_out[at]

    def is_taken_in(self, part: int) -> bool:
        """Return whether a part that the reading left out is an entry now."""
        made = {entry.key for entry in self.basis.spare.get(part, ())}
        return any(
            entry.key in made or not made.isdisjoint(entry.joined)
            for entry in (self._entries.values() if made else ())
        )

    def after(self, key: str) -> Entry | None:
        """Return the entry that follows another in the order of the report."""
        keys = list(self._entries)
        at = keys.index(key) + 1
        return self._entries[keys[at]] if at < len(keys) else None

    # What is decided

    def do(self, operation: Operation) -> None:
        """Decide something.

        Raises BadInput where it cannot be so and SystemRefused where it cannot be written down;
        nothing has changed then.
        """
        if isinstance(operation, Undo):
            if not self._before:
                return
            self._write(operation)
            self._entries, self._people = self._before.pop()
            return
        if isinstance(operation, TakeIn):
            entries, people = self._taken_in(operation.part), self._people
        elif isinstance(operation, Split):
            entries, people = self._split(operation), self._people
        else:
            entries, people = _changed(operation, self._entries, self._people)
        self._write(operation)
        self._before.append((self._entries, self._people))
        self._entries, self._people = entries, people

    def _split(self, operation: Split) -> _Entries:
        # Nor an id of what may still be taken in.
        waiting = (entry for spare in self.basis.spare.values() for entry in spare)
        ids = {each.event.id for each in (*self._entries.values(), *waiting)}
        entry = _found(operation.entry, self._entries)
        return _split(entry, operation.at, self._entries, ids | self._entries.keys())

    def _taken_in(self, part: int) -> _Entries:
        made = self.basis.spare.get(part, ())
        if not made or self.is_taken_in(part):
            raise BadInput("There is no part {part} to take in.", part=part)
        return self._entries | {entry.key: entry for entry in made}

    def undo(self) -> None:
        """Take the last decision back, if there is one."""
        self.do(Undo())

    def keep_with(self, write: Callable[[Operation], None]) -> None:
        """Write operations down with `write` from now on."""
        self._write = write


def _changed(operation: Operation, entries: _Entries, people: _People) -> tuple[_Entries, _People]:
    if isinstance(operation, Same | NotSame | NewPerson):
        return _identified(operation, entries, people)
    if isinstance(operation, Meant | NotMeant):
        return _meant(operation, entries, people)
    assert not isinstance(operation, Undo | TakeIn | Split)
    entry = _found(operation.entry, entries)
    if isinstance(operation, Join):
        return _joined(entry, _found(operation.other, entries), entries), people
    if isinstance(operation, Edit):
        entry = _edited(entry, operation, people)
        people = people | {one.id: one for one in operation.people if one.id not in people}
    elif isinstance(operation, Accept):
        entry = _accepted(entry)
    elif isinstance(operation, LeaveOut):
        if not operation.why.strip():
            raise BadInput("Say why this is left out.")
        entry = msgspec.structs.replace(entry, state="left-out", why=operation.why.strip())
    else:
        told = persons.still_asked(entry.told, entry.event)
        event = msgspec.structs.replace(entry.event, uncertain=told)
        entry = msgspec.structs.replace(entry, event=event, state="open", why=None)
    return entries | {entry.key: entry}, people


def _accepted(entry: Entry) -> Entry:
    if entry.faults:
        faults = "; ".join(f"{path}: {sentence}" for path, sentence in entry.faults)
        raise BadInput("This event contradicts itself: {faults}.", faults=faults)
    event = msgspec.structs.replace(entry.event, uncertain=[])
    return msgspec.structs.replace(entry, event=event, state="accepted", why=None)


def _edited(entry: Entry, operation: Edit, people: _People) -> Entry:
    unknown = operation.changes.keys() - _EDITED
    if unknown:
        raise BadInput(
            "{fields}: not a field that can be edited.", fields=", ".join(sorted(unknown))
        )
    plain = msgspec.to_builtins(entry.event) | operation.changes
    try:
        event = msgspec.convert(plain, Event)
    except msgspec.ValidationError as error:
        raise BadInput(
            "{fields}: {error}.", fields=", ".join(operation.changes), error=error
        ) from error
    here = [people[one.person] for one in event.people if one.person in people]
    event = msgspec.structs.replace(
        event,
        # Who somebody is stays a question when a name is mended.
        uncertain=[
            doubt
            for doubt in entry.event.uncertain
            if doubt.partition(":")[0] not in operation.changes
            or any(persons.is_about(doubt, person) for person in here)
            or persons.is_asked(doubt, event)
        ],
    )
    return msgspec.structs.replace(
        entry,
        event=event,
        edited=tuple(dict.fromkeys([*entry.edited, *operation.changes])),
        # The pieces are places in the text: in another text they would colour the wrong words.
        pieces=entry.pieces if event.text == entry.event.text else (),
        state="accepted" if entry.state == "accepted" and not contradictions(event) else "open",
        why=None,
    )


def _found(key: str, entries: _Entries) -> Entry:
    entry = entries.get(key)
    if entry is None:
        raise BadInput("There is no entry {entry} in this review.", entry=key)
    return entry


def _split(entry: Entry, at: int, entries: _Entries, ids: set[str]) -> _Entries:
    stem = entry.event.id.rpartition(".")[0] or entry.event.id
    number = 2
    while f"{stem}.{number}" in ids:
        number += 1
    new_id = f"{stem}.{number}"
    first, second = split_event(entry.event, entry.pieces, at, new_id)
    made: _Entries = {}
    for key, each in entries.items():
        if key != entry.key:
            made[key] = each
            continue
        for half_key, (event, pieces) in ((key, first), (new_id, second)):
            told = tuple(dict.fromkeys([*event.uncertain, *entry.told]))
            made[half_key] = Entry(
                key=half_key,
                event=event,
                pieces=pieces,
                told=told,
                edited=("text",),
                joined=entry.joined if half_key == key else (),
            )
    return made


def _joined(entry: Entry, other: Entry, entries: _Entries) -> _Entries:
    if entry.key == other.key:
        raise BadInput("An event cannot be joined with itself.")
    event, pieces = join_events(entry.event, other.event, entry.pieces, other.pieces)
    made = Entry(
        key=entry.key,
        event=event,
        pieces=pieces,
        told=tuple(dict.fromkeys([*event.uncertain, *entry.told, *other.told])),
        edited=("text",),
        joined=(*entry.joined, other.key, *other.joined),
    )
    return {
        key: made if key == entry.key else each for key, each in entries.items() if key != other.key
    }


def _identified(
    operation: Same | NotSame | NewPerson, entries: _Entries, people: _People
) -> tuple[_Entries, _People]:
    person = people.get(operation.person)
    if person is None:
        raise BadInput("{person} is nobody who is new with this report.", person=operation.person)
    if isinstance(operation, Same):
        made = {
            key: msgspec.structs.replace(
                entry,
                event=persons.renamed(
                    persons.without_doubts(entry.event, person), person.id, operation.other
                ),
                pieces=tuple(
                    Piece(p.start, p.end, p.what, operation.other) if p.who == person.id else p
                    for p in entry.pieces
                ),
            )
            if persons.names(entry.event, person.id)
            else entry
            for key, entry in entries.items()
        }
        return made, persons.joined(people, person, operation.other)
    others = person.may_be if isinstance(operation, NewPerson) else [operation.other]
    made = {
        key: msgspec.structs.replace(
            entry, event=persons.without_doubts(entry.event, person, others)
        )
        if persons.names(entry.event, person.id)
        else entry
        for key, entry in entries.items()
    }
    kept = [other for other in person.may_be if other not in others]
    return made, people | {person.id: msgspec.structs.replace(person, may_be=kept)}


def _meant(
    operation: Meant | NotMeant, entries: _Entries, people: _People
) -> tuple[_Entries, _People]:
    person, name = operation.person, operation.name
    concerned = {
        key: entry
        for key, entry in entries.items()
        if persons.is_spelled(entry.event, person, name)
    }
    if not concerned:
        raise BadInput("{person} is not named “{name}” in this review.", person=person, name=name)
    if isinstance(operation, Meant):
        return entries | {
            key: msgspec.structs.replace(entry, event=persons.confirmed(entry.event, person, name))
            for key, entry in concerned.items()
        }, people
    new = operation.new
    made = {
        key: msgspec.structs.replace(
            entry,
            event=persons.parted(entry.event, person, name, new.id),
            pieces=tuple(
                Piece(p.start, p.end, p.what, new.id)
                if p.who == person and entry.event.text[p.start : p.end] == name
                else p
                for p in entry.pieces
            ),
        )
        for key, entry in concerned.items()
    }
    return entries | made, people | {new.id: new}
