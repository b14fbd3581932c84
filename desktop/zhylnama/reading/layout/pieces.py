"""What was found in an event's text, and where it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from zhylnama.reading.layout.footnotes import link_places
from zhylnama.reading.layout.parts import Part

PieceKind = Literal["date", "place", "person", "law", "sanction", "source"]


class Piece(msgspec.Struct, frozen=True):
    """Something found, at its place in the event's text: what a window may colour.

    `who` is the identity of a person, or the number of a note: its mark is taken out of the text,
    so that such a piece has a place and no length.
    """

    start: int
    end: int
    what: PieceKind
    who: str | None = None


def date_piece(begin: int, end: int) -> list[Piece]:
    """Return the piece of the date that opens an event, none where no date does."""
    return [Piece(begin, end, "date")] if end > begin else []


def source_pieces(part: Part, marks: tuple[tuple[int, int], ...]) -> list[Piece]:
    """Return the places of note marks in a part, and of the links in its text.

    `marks` are the notes of the whole paragraph: their numbers, and where they stood.
    """
    length = len(part.text)
    found = [
        Piece(at, at, "source", str(number))
        for number, place in marks
        if part.start <= place <= part.end
        for at in [min(place - part.start, length)]
    ]
    return found + [Piece(begin, end, "source") for begin, end in link_places(part.text)]


def in_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in the order of the text, each once."""
    return tuple(sorted(set(pieces), key=lambda p: (p.start, p.end, p.what, p.who or "")))
