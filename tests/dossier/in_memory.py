"""An archive in memory, made from records: what a dossier asks of a real one, and no file."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from zhylnama.archive.edition import Edition
from zhylnama.archive.model import Companion, Profile
from zhylnama.archive.profile import laws_of, measures_of, total
from zhylnama.record.event import Event, Person

TODAY = dt.date(2026, 11, 22)


class InMemory:
    """Events and identities, oldest event first."""

    def __init__(self, events: Iterable[Event], people: Iterable[Person] = ()) -> None:
        self.events = sorted(events, key=lambda event: event.date or dt.date.max)
        self.people = {person.id: person for person in people}
        for event in self.events:
            for who in event.people:
                self.people.setdefault(who.person, Person(id=who.person, spellings=[who.name]))
        self.edition = Edition(
            label="2021-12",
            digest="7f3a91c2" * 8,
            events=len(self.events),
            people=len(self.people),
            first=None,
            last=None,
            reports=("2021-12",),
        )

    def name(self, person: Person) -> str:
        parts = [part for part in (person.surname, person.given) if part]
        return " ".join(parts) or (person.spellings or [person.id])[0]

    def profile(self, person_id: str) -> Profile | None:
        person = self.people.get(person_id)
        if person is None:
            return None
        events = [e for e in self.events if any(a.person == person_id for a in e.people)]
        spellings = Counter(dict.fromkeys(person.spellings, 0))
        spellings.update(a.name for e in events for a in e.people if a.person == person_id)
        companions = Counter(
            other
            for event in events
            for other in {a.person for a in event.people if a.person != person_id}
        )
        laws = Counter(law[:2] for event in events for law in laws_of(event, person_id))
        return Profile(
            person=person,
            name=self.name(person),
            spellings=tuple(spellings.most_common()),
            offices=tuple(person.offices),
            totals=total(events, person_id),
            events=tuple(events),
            measures=tuple(m for event in events for m in measures_of(event, person_id)),
            companions=tuple(
                Companion(other, self.name(self.people[other]), number)
                for other, number in sorted(companions.items())
            ),
            may_be=tuple(
                Companion(other, self.name(self.people[other]), 1)
                for other in person.may_be
                if other in self.people
            ),
            places=(),
            laws=tuple((code, article, number) for (code, article), number in laws.items()),
            first=None,
            last=None,
        )
