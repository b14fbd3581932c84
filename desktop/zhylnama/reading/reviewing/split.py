"""One draft event becomes two, cut at a place in its text.

Each half keeps what stands in it. A sanction is never given to both halves, so that no total counts
it twice; both halves say that they have to be looked at.
"""

from __future__ import annotations

from typing import Final

import msgspec

from zhylnama.failure import BadInput
from zhylnama.reading.layout.pieces import Piece
from zhylnama.record.event import Event, LawReference, Source

SPLIT_DOUBT: Final = "split: check what belongs to this half"

Half = tuple[Event, tuple[Piece, ...]]


def split_event(event: Event, pieces: tuple[Piece, ...], at: int, new_id: str) -> tuple[Half, Half]:
    """Return both halves of an event; the first keeps the id, the second is called `new_id`.

    Raises BadInput where one of the halves would be empty.
    """
    if not event.text[:at].strip() or not event.text[at:].strip():
        raise BadInput("Put the cut between two words: both events need a text.")
    begin = at + len(event.text[at:]) - len(event.text[at:].lstrip())
    first = [piece for piece in pieces if piece.end <= at]
    second = [
        Piece(piece.start - begin, piece.end - begin, piece.what, piece.who)
        for piece in pieces
        if piece.start >= begin and piece.end > at
    ]
    sides = _Sides(event, first, second)
    halves = [(event.text[:at].rstrip(), first, event.id), (event.text[begin:], second, new_id)]
    (text, found, id_), (rest, others, other_id) = halves
    return (
        (sides.half(0, text, id_), tuple(found)),
        (sides.half(1, rest.rstrip(), other_id), tuple(others)),
    )


class _Sides:
    """Which half each part of an event goes to."""

    def __init__(self, event: Event, first: list[Piece], second: list[Piece]) -> None:
        self._event = event
        self._named = [{p.who for p in side if p.what == "person"} for side in (first, second)]
        self._has = [{p.what for p in side} for side in (first, second)]
        self._notes = [{p.who for p in side if p.what == "source"} for side in (first, second)]

    def half(self, side: int, text: str, id_: str) -> Event:
        event = self._event
        here, there = self._named[side], self._named[1 - side]
        # Somebody whom no piece shows stays with the first half.
        people = [
            one
            for one in event.people
            if one.person in here or (side == 0 and one.person not in there)
        ]
        named = {one.person for one in people}
        law = [one for one in event.law if self._law_side(one) in (side, None)]
        return msgspec.structs.replace(
            event,
            id=id_,
            title=None,
            text=text,
            people=people,
            law=[one for one in law if one.person is None or one.person in named],
            sanctions=[one for one in event.sanctions if self._side(one.person) == side],
            organisations=[name for name in event.organisations if name in text or side == 0],
            sources=[one for one in event.sources if self._rests_on(side, one, text)],
            reason=event.reason if event.reason and (event.reason in text or side == 0) else None,
            uncertain=list(dict.fromkeys([SPLIT_DOUBT, *event.uncertain])),
        )

    def _side(self, person: str | None, what: str = "sanction") -> int:
        if person is not None:
            for side in (0, 1):
                if person in self._named[side] and person not in self._named[1 - side]:
                    return side
        return 1 if what in self._has[1] and what not in self._has[0] else 0

    def _rests_on(self, side: int, source: Source, text: str) -> bool:
        """Return whether a source belongs to a half: one that has no mark of its own to both."""
        if source.number is None and source.url is not None and source.url in self._event.text:
            return source.url in text
        marked = self._notes[0] | self._notes[1]
        # A half without any mark rests on all: its mark stands where the sentence ends.
        if str(source.number) not in marked or not self._notes[side]:
            return True
        return str(source.number) in self._notes[side]

    def _law_side(self, law: LawReference) -> int | None:
        """Return the half of an article; None: both, since either may rest on it."""
        if law.person is not None or ("law" in self._has[0]) != ("law" in self._has[1]):
            return self._side(law.person, "law")
        return None
