"""Everything the archive has on one person, as plain data."""

from __future__ import annotations

from collections import Counter

import apsw

from zhylnama.archive.model import Companion, Measure, Profile, Totals
from zhylnama.archive.stored import person_name, read_events, read_person
from zhylnama.record.event import Appearance, Event

# Kinds that open or decide a case against somebody, and belong into the ledger without a sanction.
CASE_KINDS = {
    "detention", "custody", "criminal-case", "charge", "conviction", "questioning", "search",
    "civil-case", "administrative-arrest", "fine", "warning", "imprisonment",
    "restriction-of-liberty",
}  # fmt: skip
CRIMINAL_KINDS = {"criminal-case", "charge", "conviction"}


def make_profile(connection: apsw.Connection, person_id: str) -> Profile | None:
    """Return the profile of an identity, or None where the archive has none of this id."""
    person = read_person(connection, person_id)
    if person is None:
        return None
    numbers = [
        number
        for (number,) in connection.execute(
            "SELECT event FROM appearance WHERE person = ? ORDER BY event",
            (person_id,),
        )
    ]
    found = read_events(connection, numbers)
    events = [found[number] for number in numbers]
    measures = [measure for event in events for measure in measures_of(event, person_id)]
    spellings: Counter[str] = Counter(dict.fromkeys(person.spellings, 0))
    spellings.update(a.name for event in events for a in _appearances(event, person_id))
    dated = [event for event in events if event.date is not None]
    laws: Counter[tuple[str, str]] = Counter()
    for event in events:
        concerned = {(code, article) for code, article, _ in laws_of(event, person_id)}
        laws.update(concerned)
    return Profile(
        person=person,
        name=person_name(connection, person_id),
        spellings=tuple(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
        offices=tuple(person.offices),
        totals=total(events, person_id),
        events=tuple(events),
        measures=tuple(measures),
        companions=tuple(_companions(connection, events, person_id)),
        may_be=tuple(_may_be(connection, person_id)),
        places=tuple(Counter(e.place for e in events if e.place is not None).most_common()),
        laws=tuple((code, article, n) for (code, article), n in laws.most_common()),
        first=dated[0].date if dated else None,
        last=max((e.until or e.date for e in dated if e.date), default=None),
    )


def _appearances(event: Event, person_id: str) -> list[Appearance]:
    return [a for a in event.people if a.person == person_id]


def kinds_of(event: Event, person_id: str) -> tuple[str, ...]:
    """Return what an event did to a person: their own kinds, else the event's if targeted."""
    found: dict[str, None] = {}
    for appearance in _appearances(event, person_id):
        if appearance.kinds is not None:
            found.update(dict.fromkeys(appearance.kinds))
        elif appearance.role == "targeted":
            found.update(dict.fromkeys(event.kinds))
    return tuple(found)


def laws_of(event: Event, person_id: str) -> tuple[tuple[str, str, str | None], ...]:
    """Return the articles that an event states for a person.

    An article without a person concerns those targeted; whoever else is named in the event (an
    official, a relative, a speaker) gets none of it.
    """
    targeted = any(a.role == "targeted" for a in _appearances(event, person_id))
    return tuple(
        (law.code, law.article, law.part)
        for law in event.law
        if law.person == person_id or (law.person is None and targeted)
    )


def measures_of(event: Event, person_id: str) -> list[Measure]:
    """Return the lines of a person's ledger that an event gives.

    One for each sanction, or one for a case, charge or detention without a stated sanction.
    """
    laws = laws_of(event, person_id)
    kinds = kinds_of(event, person_id)
    lines = [
        Measure(event, laws, index, kinds)
        for index, sanction in enumerate(event.sanctions)
        if sanction.person == person_id
    ]
    if not lines and CASE_KINDS & set(kinds):
        lines.append(Measure(event, laws, None, kinds))
    return lines


def total(events: list[Event], person_id: str) -> Totals:
    """Count what the events say was done to a person; recalled sanctions never count.

    A suspended term is no month of imprisonment.
    """
    fines: Counter[str] = Counter()
    months: Counter[str] = Counter()
    detained = arrests = arrest_days = warnings = hours = criminal = 0
    sources: set[object] = set()
    for event in events:
        kinds = set(kinds_of(event, person_id))
        detained += "detention" in kinds
        criminal += bool(kinds & CRIMINAL_KINDS)
        sources.update(s.url for s in event.sources if s.url is not None)
        for sanction in event.sanctions:
            if sanction.person != person_id or sanction.recalled:
                continue
            match sanction.kind:
                case "arrest":
                    arrests += 1
                    arrest_days += sanction.days or 0
                case "fine" if sanction.amount is not None and sanction.currency is not None:
                    fines[sanction.currency] += sanction.amount  # type: ignore[assignment]
                case "warning":
                    warnings += 1
                case "forced-labour":
                    hours += sanction.hours or 0
                case kind if sanction.months is not None and not sanction.suspended:
                    months[kind] += sanction.months
                case _:
                    pass
    return Totals(
        events=len(events),
        detained=detained,
        arrests=arrests,
        arrest_days=arrest_days,
        fines=dict(fines),
        warnings=warnings,
        months=dict(months),
        forced_labour_hours=hours,
        sources=len(sources),
        criminal_cases=criminal,
    )


def _companions(
    connection: apsw.Connection, events: list[Event], person_id: str
) -> list[Companion]:
    counts: Counter[str] = Counter()
    for event in events:
        counts.update({a.person for a in event.people if a.person != person_id})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Companion(other, person_name(connection, other), n) for other, n in ordered]


def _may_be(connection: apsw.Connection, person_id: str) -> list[Companion]:
    """Return who may be the same person, whichever of the two records says so."""
    rows = connection.execute(
        "SELECT other FROM person_may_be JOIN person ON other = id WHERE person = ?1"
        " UNION SELECT person FROM person_may_be WHERE other = ?1 ORDER BY 1",
        (person_id,),
    )
    return [
        Companion(other, person_name(connection, other), _events(connection, other))
        for (other,) in rows
    ]


def _events(connection: apsw.Connection, person_id: str) -> int:
    number: int = connection.execute("SELECT events FROM person WHERE id = ?", (person_id,)).get
    return number
