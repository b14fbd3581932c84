"""Who somebody in a draft is: the questions about it, and what an answer changes in the records.

The reading proposes, a person decides. A proposal is an identity in `may_be` of somebody new, and
a doubt in each event that names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from zhylnama.names.identity import Likeness, compare_names
from zhylnama.reading.names.identities import Known, slug
from zhylnama.record.event import Event, Person

_MAY_BE = re.compile(
    r"^people: “(?P<name>.+?)” (?:may be (?P<other>[a-z0-9.-]+), .*\((?P<why>[^()]*)\)$|is the name of (?P<several>.+))"
)


_TAKEN = re.compile(
    r"^people: “(?P<name>.+?)” is taken to be (?P<person>[a-z0-9.-]+), whom .*\((?P<why>[^()]*)\)$"
)


@dataclass(frozen=True, slots=True)
class Question:
    """Whether somebody new is somebody known: `known` tells of the archive, else of this report.

    Where `person` is `other`, the reading has taken a name for somebody of the archive already.
    """

    person: str
    name: str
    other: str
    other_name: str
    why: str
    known: bool


def questions(
    event: Event, told: Iterable[str], people: Mapping[str, Person], known: Iterable[Known]
) -> list[Question]:
    """Return what has to be asked about the people of one event."""
    from_archive = {one.id: one for one in known}
    reasons = {match["other"]: match["why"] for doubt in told if (match := _MAY_BE.match(doubt))}
    asked: dict[tuple[str, str], Question] = {}
    for one in event.people:
        for match in filter(None, map(_TAKEN.match, event.uncertain)):
            if (match["person"], match["name"]) == (one.person, one.name):
                fits = from_archive.get(one.person)
                name = fits.name if fits is not None else one.person
                question = Question(one.person, one.name, one.person, name, match["why"], True)
                asked.setdefault((one.name, one.person), question)
    for one in event.people:
        person = people.get(one.person)
        for other in person.may_be if person is not None else ():
            if other in from_archive:
                fits = from_archive[other]
                name, why = fits.name, reasons.get(other) or fits.why
            elif other in people:
                name, why = full_name(people[other]), reasons.get(other) or ""
            else:
                continue
            question = Question(one.person, one.name, other, name, why, other in from_archive)
            asked.setdefault((one.person, other), question)
    return list(asked.values())


def taken_for(doubts: Iterable[str]) -> set[str]:
    """Return the people of the archive whom names were taken for, and nobody has confirmed."""
    return {match["person"] for match in map(_TAKEN.match, doubts) if match is not None}


def is_spelled(event: Event, person: str, name: str) -> bool:
    """Return whether an event names somebody in one spelling."""
    return any((one.person, one.name) == (person, name) for one in event.people)


def is_asked(doubt: str, event: Event) -> bool:
    """Return whether a doubt asks if a name was rightly taken for somebody of the archive."""
    match = _TAKEN.match(doubt)
    return match is not None and is_spelled(event, match["person"], match["name"])


def confirmed(event: Event, person: str, name: str) -> Event:
    """Return an event in which a name was rightly taken for somebody of the archive."""
    kept = []
    for doubt in event.uncertain:
        match = _TAKEN.match(doubt)
        if match is None or (match["person"], match["name"]) != (person, name):
            kept.append(doubt)
    return msgspec.structs.replace(event, uncertain=kept)


def parted(event: Event, person: str, name: str, new: str) -> Event:
    """Return an event in which a name means somebody new, and not whom it was taken for.

    Articles and sanctions go along, unless the other one is named beside: then whose they are has
    to be looked at.
    """
    event = confirmed(event, person, name)
    replace = msgspec.structs.replace
    people = [
        replace(one, person=new) if (one.person, one.name) == (person, name) else one
        for one in event.people
    ]
    if not any(one.person == person for one in people):
        return renamed(event, person, new)
    named = {one.person for one in event.law} | {one.person for one in event.sanctions}
    doubts = ["sanctions: it is not clear whose this is"] if person in named else []
    uncertain = list(dict.fromkeys([*event.uncertain, *doubts]))
    return replace(event, people=people, uncertain=uncertain)


def still_asked(told: Iterable[str], event: Event) -> list[str]:
    """Return the doubts without those about a name that means somebody else by now."""
    return [doubt for doubt in told if _TAKEN.match(doubt) is None or is_asked(doubt, event)]


def full_name(person: Person) -> str:
    """Return a name to show: surname first where the record has both."""
    parts = [part for part in (person.surname, person.given, person.patronymic) if part]
    return " ".join(parts) or next(iter(person.spellings), person.id)


def names(event: Event, person: str) -> bool:
    """Return whether an event names somebody."""
    return any(one.person == person for one in event.people)


def renamed(event: Event, person: str, other: str) -> Event:
    """Return an event in which one identity is another, everywhere it stands."""
    replace = msgspec.structs.replace
    people = []
    for one in event.people:
        one = replace(one, person=other) if one.person == person else one
        # Who was two people in this event is one: the same spelling and role is said once.
        if one not in people:
            people.append(one)
    return replace(
        event,
        people=people,
        law=[replace(law, person=other) if law.person == person else law for law in event.law],
        sanctions=[
            replace(sanction, person=other) if sanction.person == person else sanction
            for sanction in event.sanctions
        ],
    )


def without_doubts(event: Event, person: Person, others: Sequence[str] | None = None) -> Event:
    """Return an event without the doubts about who one person is.

    `others` limits that to the doubts which propose these; None settles all of them.
    """
    kept = [doubt for doubt in event.uncertain if not is_about(doubt, person, others)]
    return msgspec.structs.replace(event, uncertain=kept)


def is_identity(doubt: str) -> bool:
    """Return whether a doubt asks who somebody is."""
    return _MAY_BE.match(doubt) is not None or _TAKEN.match(doubt) is not None


def is_about(doubt: str, person: Person, others: Sequence[str] | None = None) -> bool:
    """Return whether a doubt asks who a person is; `others` limits that to these proposals."""
    match = _MAY_BE.match(doubt)
    if match is None or not _is_called(person, match["name"]):
        return False
    if others is None:
        return True
    proposed = {match["other"]} if match["other"] else set(match["several"].split(" and of "))
    # A doubt between several is settled when none of them is left.
    return not (proposed & set(person.may_be)) - set(others)


def _is_called(person: Person, name: str) -> bool:
    full = full_name(person)
    if name in person.spellings or sorted(name.split()) == sorted(full.split()):
        return True
    return compare_names(name, full).likeness is Likeness.SAME


def joined(people: Mapping[str, Person], person: Person, other: str) -> dict[str, Person]:
    """Return the new people without one who is somebody else; spellings go along."""
    left: dict[str, Person] = {}
    for id_, one in people.items():
        if id_ == person.id:
            continue
        may_be = [other if each == person.id else each for each in one.may_be]
        one = msgspec.structs.replace(
            one, may_be=[each for each in dict.fromkeys(may_be) if each != id_]
        )
        if id_ == other:
            both = list(dict.fromkeys([*one.spellings, *person.spellings]))
            one = msgspec.structs.replace(one, spellings=both)
        left[id_] = one
    return left


def new_identity(name: str, taken: Iterable[str]) -> Person:
    """Return an identity for a name that a person typed: nobody of the archive is meant."""
    surname, _, given = name.partition(" ")
    base, number = slug(name) or "person", 1
    used, id_ = set(taken), base
    while id_ in used:
        number += 1
        id_ = f"{base}-{number}"
    return Person(id=id_, surname=surname, given=given or None, spellings=[name])
