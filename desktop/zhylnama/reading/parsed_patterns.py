"""Parsed patterns: with which letters they may begin, and their alternatives by these letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any, Final

# Python's own parser of patterns; it has no types.
PARSER: Final[Any] = import_module("re._parser")
CODE: Final[Any] = import_module("re._constants")

# Fewer alternatives are as soon tried as sorted.
MANY: Final = 20

# A piece of a parsed pattern, or of a class of letters: what it is, and what it holds.
Piece = tuple[Any, Any]
# The class of the letters with which something may begin, and whether it may be empty as well.
Firsts = tuple[list[Piece], bool]


def grouped(parsed: Any, flags: int) -> Any:  # noqa: ANN401 (a parsed pattern has no type)
    """Return a parsed pattern whose alternatives stand together by the letter they begin with.

    `arrested|fined|accused` becomes `a(?:rrested|ccused)|fined`. It finds the same: alternatives
    that may fit at one place keep their order, and no group changes its number.
    """
    return _row(parsed.state, [_grouped_piece(piece, parsed.state, flags) for piece in parsed.data])


def _row(state: Any, pieces: list[Piece]) -> Any:  # noqa: ANN401
    return PARSER.SubPattern(state, pieces)


def _grouped_piece(piece: Piece, state: Any, flags: int) -> Piece:  # noqa: ANN401
    what, held = piece
    if what is CODE.SUBPATTERN:
        number, more, less, inner = held
        return what, (number, more, less, grouped(inner, (flags | more) & ~less))
    if what in (CODE.MAX_REPEAT, CODE.MIN_REPEAT, CODE.POSSESSIVE_REPEAT):
        least, most, inner = held
        return what, (least, most, grouped(inner, flags))
    if what in (CODE.ASSERT, CODE.ASSERT_NOT):
        return what, (held[0], grouped(held[1], flags))
    if what is CODE.ATOMIC_GROUP:
        return what, grouped(held, flags)
    if what is CODE.BRANCH:
        every = [grouped(one, flags) for one in held[1]]
        if len(every) >= MANY:
            every = _by_letter(every, state, flags)
        return what, (held[0], every)
    return piece


def _by_letter(alternatives: list[Any], state: Any, flags: int) -> list[Any]:  # noqa: ANN401
    # Each place in the order holds alternatives that begin with one letter, or one of another kind.
    places: list[tuple[int | None, list[Any]]] = []
    # Where alternatives with a letter may still be added: nothing behind may fit where they do.
    open_at: dict[int, int] = {}
    for one in alternatives:
        letter = one.data[0][1] if one.data and one.data[0][0] is CODE.LITERAL else None
        if letter is not None and letter in open_at:
            places[open_at[letter]][1].append(one)
            continue
        for other in _closed_by(one, flags, open_at):
            del open_at[other]
        if letter is not None:
            open_at[letter] = len(places)
        places.append((letter, [one]))
    found: list[Any] = []
    for letter, ones in places:
        if letter is None:
            found += ones
            continue
        if len(ones) == 1:
            found.append(_row(state, [_letter(letter, state, flags), *ones[0].data[1:]]))
            continue
        rests = [_row(state, one.data[1:]) for one in ones]
        begin = [_letter(letter, state, flags)]
        while all(rest.data and rest.data[0] == rests[0].data[0] for rest in rests) and (
            rests[0].data[0][0] is CODE.LITERAL
        ):
            begin.append(rests[0].data[0])
            rests = [_row(state, rest.data[1:]) for rest in rests]
        inner = (CODE.BRANCH, (None, _by_letter(rests, state, flags)))
        found.append(_row(state, [*begin, inner]))
    return found


def _closed_by(one: Any, flags: int, letters: Iterable[int]) -> list[int]:  # noqa: ANN401
    """Return with which letters an alternative may begin too, of some letters."""
    firsts = firsts_of(one, flags)
    if firsts is None or firsts[1] or any(what is not CODE.LITERAL for what, _ in firsts[0]):
        return list(letters)
    begins = {letter for _, letter in firsts[0]}
    return [
        letter
        for letter in letters
        if not begins.isdisjoint(held for _, held in _in_every_case([(CODE.LITERAL, letter)], flags))
    ]


def _letter(letter: int, state: Any, flags: int) -> Piece:  # noqa: ANN401
    """Return a piece for a letter; where case is ignored, one of which the engine need not know that.

    Before it tries an alternative the engine looks at its first letter only where case counts.
    """
    if not flags & re.IGNORECASE:
        return CODE.LITERAL, letter
    same = _in_every_case([(CODE.LITERAL, letter)], flags)
    return CODE.SUBPATTERN, (None, 0, re.IGNORECASE, _row(state, [(CODE.IN, same)]))


def firsts_of(pieces: Iterable[Piece], flags: int) -> Firsts | None:
    """Return with what a row of pieces may begin; None where that may be anything."""
    letters: list[Piece] = []
    for piece in pieces:
        firsts = _firsts_of_one(piece, flags)
        if firsts is None:
            return None
        letters += firsts[0]
        if not firsts[1]:
            return letters, False
    return letters, True


def _firsts_of_one(piece: Piece, flags: int) -> Firsts | None:
    what, held = piece
    if what is CODE.LITERAL:
        return _in_every_case([piece], flags), False
    if what is CODE.IN:
        return None if held[0][0] is CODE.NEGATE else (_in_every_case(held, flags), False)
    if what in (CODE.AT, CODE.ASSERT, CODE.ASSERT_NOT):
        return [], True  # it takes no letter, and only forbids places
    if what is CODE.SUBPATTERN:
        _, more, less, inner = held
        return firsts_of(inner, (flags | more) & ~less)
    if what is CODE.ATOMIC_GROUP:
        return firsts_of(held, flags)
    if what in (CODE.MAX_REPEAT, CODE.MIN_REPEAT, CODE.POSSESSIVE_REPEAT):
        least, _, inner = held
        firsts = firsts_of(inner, flags)
        return None if firsts is None else (firsts[0], firsts[1] or not least)
    return _firsts_of_any(held[1], flags) if what is CODE.BRANCH else None


def _firsts_of_any(alternatives: Iterable[Iterable[Piece]], flags: int) -> Firsts | None:
    letters: list[Piece] = []
    empty = False
    for one in alternatives:
        firsts = firsts_of(one, flags)
        if firsts is None:
            return None
        letters += firsts[0]
        empty = empty or firsts[1]
    return letters, empty


def _in_every_case(letters: list[Piece], flags: int) -> list[Piece]:
    """Return a class of letters; where case is ignored, with every letter that is then the same."""
    if not flags & re.IGNORECASE:
        return letters
    found: list[Piece] = []
    for what, held in letters:
        if what is CODE.CATEGORY:
            found.append((what, held))
            continue
        first, last = held if what is CODE.RANGE else (held, held)
        found += [piece for letter in range(first, last + 1) for piece in _alike(letter)]
    return found


@cache
def _alike(letter: int) -> tuple[Piece, ...]:
    same = re.findall(re.escape(chr(letter)), _cased(), re.I)
    return tuple((CODE.LITERAL, one) for one in {letter, *map(ord, same)})


@cache
def _cased() -> str:
    """Return all letters that have another case."""
    every = map(chr, range(0x1E944))  # behind these no script has two cases
    return "".join(one for one in every if one.lower() != one or one.upper() != one)
