"""What a review is made of: entries, what it begins with, and the operations that decide."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from zhylnama.reading.layout.paragraphs import LeftOut
from zhylnama.reading.layout.pieces import Piece
from zhylnama.reading.names.identities import Known
from zhylnama.record.event import Event, Person, contradictions

State = Literal["open", "accepted", "left-out"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One draft event under review. `told`: what the reading was not sure of, decided or not.

    `key` stays the same whatever is edited; the second half of a split has one of its own.
    `joined`: the keys of entries that went into this one.
    """

    key: str
    event: Event
    pieces: tuple[Piece, ...] = ()
    told: tuple[str, ...] = ()
    state: State = "open"
    why: str | None = None
    edited: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Return whether something uncertain in it is still to be decided."""
        return self.state == "open" and bool(self.event.uncertain or self.faults)

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Return what contradicts itself in the event: field paths and sentences."""
        return contradictions(self.event)


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What a review begins with: the reading of one report against the people of one archive."""

    file: str
    report_digest: str
    archive_digest: str
    title: str | None
    period: str | None
    paragraphs: int
    entries: tuple[Entry, ...]
    people: tuple[Person, ...]
    known: tuple[Known, ...]
    left_out: tuple[LeftOut, ...]
    # What the parts that were left out would be as entries, by their place in `left_out`.
    spare: dict[int, tuple[Entry, ...]] = {}


# -- Operations ----------------------------------------------------------------------------------


class Accept(msgspec.Struct, frozen=True, tag="accept"):
    """The entry is as the report has it; nothing in it is uncertain any more."""

    entry: str


class Edit(msgspec.Struct, frozen=True, tag="edit"):
    """Fields of the entry are what `changes` says, in the form that JSON has for them.

    `people`: identities that the change names for the first time.
    """

    entry: str
    changes: dict[str, Any]
    people: tuple[Person, ...] = ()


class Split(msgspec.Struct, frozen=True, tag="split"):
    """The entry tells of two events; the second begins at the character `at` of its text."""

    entry: str
    at: int


class Join(msgspec.Struct, frozen=True, tag="join"):
    """Two entries tell of one event; `other` goes into `entry`, whose text stands first."""

    entry: str
    other: str


class LeaveOut(msgspec.Struct, frozen=True, tag="leave-out"):
    """The entry does not go into the records, for a reason."""

    entry: str
    why: str


class Reopen(msgspec.Struct, frozen=True, tag="reopen"):
    """An entry that was accepted or left out is to be looked at again."""

    entry: str


class TakeIn(msgspec.Struct, frozen=True, tag="take-in"):
    """A part that the reading left out is an event after all; `part` counts from 0."""

    part: int


class Same(msgspec.Struct, frozen=True, tag="same"):
    """A new person of the report is somebody who is known already."""

    person: str
    other: str


class NotSame(msgspec.Struct, frozen=True, tag="not-same"):
    """A new person of the report is not the one proposed."""

    person: str
    other: str


class NewPerson(msgspec.Struct, frozen=True, tag="new-person"):
    """A new person of the report is none of those proposed."""

    person: str


class Meant(msgspec.Struct, frozen=True, tag="meant"):
    """A name was rightly taken for somebody of the archive, in every entry that spells it so."""

    person: str
    name: str


class NotMeant(msgspec.Struct, frozen=True, tag="not-meant"):
    """A name was taken for somebody of the archive, and means somebody new."""

    person: str
    name: str
    new: Person


class Undo(msgspec.Struct, frozen=True, tag="undo"):
    """The operation before, as far as it was not undone itself, does not hold."""


Operation = (
    Accept
    | Edit
    | Split
    | Join
    | LeaveOut
    | Reopen
    | TakeIn
    | Same
    | NotSame
    | NewPerson
    | Meant
    | NotMeant
    | Undo
)
