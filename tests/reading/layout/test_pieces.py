"""Where pieces of an event stand, in one order whatever the run."""

from __future__ import annotations

from itertools import permutations

from zhylnama.reading.layout.pieces import Piece, date_piece, in_order


def test_pieces_are_in_the_order_of_the_text_and_each_once() -> None:
    note, other = Piece(30, 30, "source", "1"), Piece(30, 30, "source", "2")
    person, law = Piece(4, 9, "person", "x"), Piece(12, 20, "law")
    for order in permutations((law, other, person, note)):
        assert in_order([*order, person]) == (person, law, note, other)


def test_an_event_without_a_date_has_no_piece_of_one() -> None:
    assert date_piece(3, 3) == []
    assert date_piece(3, 8) == [Piece(3, 8, "date")]
