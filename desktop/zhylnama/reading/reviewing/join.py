"""Two draft events become one: what a report tells in two paragraphs, or the reading cut apart.

What held for one half goes on to hold for its people alone, and the event says that it has to be
looked at.
"""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec

from zhylnama.reading.layout.pieces import Piece
from zhylnama.record.event import Appearance, Event, LawReference

T = TypeVar("T")
JOIN_DOUBT: Final = "text: two events were joined; check every field"


def join_events(
    first: Event, second: Event, pieces: tuple[Piece, ...], others: tuple[Piece, ...]
) -> tuple[Event, tuple[Piece, ...]]:
    """Return one event of two, with the first one's id, date and place, and its pieces."""
    kinds = list(dict.fromkeys([*first.kinds, *second.kinds]))
    people = _people(first, second, kinds)
    targeted = {one.person for one in people if one.role == "targeted"}
    law = [one for half in (first, second) for one in _law(half, targeted)]
    reasons = [one for one in (first.reason, second.reason) if one]
    notes = [one for one in (first.note, second.note) if one]
    joined = msgspec.structs.replace(
        first,
        text=f"{first.text} {second.text}",
        title=None,
        place=first.place or second.place,
        region=first.region or (second.region if first.place is None else None),
        kinds=kinds,
        people=people,
        law=_once(law),
        sanctions=_once([*first.sanctions, *second.sanctions]),
        sources=_once([*first.sources, *second.sources]),
        organisations=list(dict.fromkeys([*first.organisations, *second.organisations])),
        reason="; ".join(dict.fromkeys(reasons)) or None,
        note="; ".join(dict.fromkeys(notes)) or None,
        uncertain=list(dict.fromkeys([JOIN_DOUBT, *first.uncertain, *second.uncertain])),
    )
    begin = len(first.text) + 1
    moved = [Piece(p.start + begin, p.end + begin, p.what, p.who) for p in others]
    return joined, (*pieces, *moved)


def _people(first: Event, second: Event, kinds: list[str]) -> list[Appearance]:
    found: dict[tuple[str, str], Appearance] = {}
    for half in (first, second):
        for one in half.people:
            own = one.kinds
            if own is None and one.role == "targeted" and half.kinds != kinds:
                own = list(half.kinds)
            one = msgspec.structs.replace(one, kinds=own)
            before = found.get((one.person, one.name))
            if before is None:
                found[one.person, one.name] = one
            elif one.role == before.role == "targeted":
                both = dict.fromkeys([*(before.kinds or kinds), *(own or kinds)])
                shared = None if list(both) == kinds else list(both)
                found[one.person, one.name] = msgspec.structs.replace(before, kinds=shared)
            elif one.role == "targeted":
                found[one.person, one.name] = one
    return list(found.values())


def _law(half: Event, targeted: set[str]) -> list[LawReference]:
    """Return the articles of a half; one that held for all targeted holds for those of its half."""
    own = list(dict.fromkeys(one.person for one in half.people if one.role == "targeted"))
    if not own or set(own) == targeted:
        return list(half.law)
    return [
        each
        for one in half.law
        for each in (
            [one]
            if one.person is not None
            else [msgspec.structs.replace(one, person=person) for person in own]
        )
    ]


def _once(things: list[T]) -> list[T]:
    found: list[T] = []
    for thing in things:
        if thing not in found:
            found.append(thing)
    return found
