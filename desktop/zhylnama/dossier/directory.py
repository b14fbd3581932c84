"""Everybody in an archive: how they are spelled anywhere, in which roles, and whether of age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from zhylnama.archive.edition import Edition
from zhylnama.archive.model import Profile
from zhylnama.dossier.private import tells_minor
from zhylnama.dossier.watching import GoOn, to_the_end
from zhylnama.record.event import Event, Person


class Records(Protocol):
    """What a redaction asks of an archive."""

    @property
    def edition(self) -> Edition:
        """Return what the archive is."""

    def profile(self, person_id: str) -> Profile | None:
        """Return everything on one person, or None."""

    def events(self) -> Iterator[Event]:
        """Yield every event."""

    def identities(self) -> Iterator[Person]:
        """Yield every recorded identity."""


@dataclass(slots=True)
class Known:
    """How somebody is spelled in the whole archive, in which roles, and whether of age."""

    spellings: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    minor: bool = False


class Directory:
    """Everybody in an archive by id. Read once, and used for every dossier of a batch."""

    def __init__(self, archive: Records, go_on: GoOn = to_the_end) -> None:
        self.people: dict[str, Known] = {}
        for person in archive.identities():
            known = self.people.setdefault(person.id, Known())
            known.spellings.update(person.spellings)
            parts = [person.surname, person.given, person.patronymic]
            known.spellings.add(" ".join(part for part in parts if part is not None))
            said = [person.note or "", *(office.title or "" for office in person.offices)]
            known.minor = any(map(tells_minor, said))
        for event in archive.events():
            go_on()
            for who in event.people:
                known = self.people.setdefault(who.person, Known())
                known.spellings.add(who.name)
                known.roles.add(who.role)
