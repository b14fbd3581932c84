"""The lines of a PDF page with where they stand and how large their letters are.

A mark of a note is set small and raised; it is given as `¹`, as other files print it.
"""

from __future__ import annotations

import re
from collections import Counter
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any, Final

# Letters of which places are asked one by one; a page with more is no page of a report.
MOST_LETTERS: Final = 40_000
# U+FFFE and U+0002 are pdfium's hyphen at the end of a line that goes on.
_HYPHENS: Final = "\ufffe\u0002"
_ENDS: Final = "\r\n"
_DEGREES: Final = 5
_SMALLER: Final = 0.85
_RAISED_BY: Final = 0.12
_RAISED_MOST: Final = 0.75
_LEVEL: Final = 0.3
_BLANK: Final = 0.15
_CELLS_APART: Final = 0.7
_FIGURES: Final = "0123456789"
_RAISED: Final = str.maketrans(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", _FIGURES)
_RAISED_IN_BRACKETS: Final = re.compile(r"\[[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line, set apart from the next one as the cells of a table are."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(slots=True)
class Line:
    """A line of a page; places in points from the lower left corner, `bottom` what letters stand on.

    `size` is that of the type, the same for all letters of a line as it is set. `slanting`: it runs in
    another direction than the text of its page, as a watermark does. `pieces`: where gaps part it.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    slanting: bool = False
    pieces: tuple[Piece, ...] = ()


@dataclass(slots=True)
class _Letter:
    sign: str
    at: int
    angle: int
    origin: float
    left: float
    right: float
    bottom: float
    size: float
    low: float = 0.0
    high: float = 0.0
    hyphen: bool = False


def placed_lines(text_page: Any) -> list[Line]:
    """Return the lines of a page of pypdfium2, in the order in which the file has them.

    A line that a hyphen ends has it at its end, whether it belongs to the word or not.
    """
    letters = _letters(text_page)
    angles = Counter(one.angle for one in letters if one.sign not in _ENDS)
    main = angles.most_common(1)[0][0] if angles else 0
    _turn_back(letters, main)
    lines: list[Line] = []
    aside: dict[int, str] = {}
    line: list[_Letter] = []
    for one in letters:
        if one.sign in _ENDS:
            aside = {angle: f"{text} " for angle, text in aside.items()}
        elif one.angle != main:
            aside[one.angle] = aside.get(one.angle, "") + one.sign
        else:
            line.append(one)
        if line and (one.sign in _ENDS or one.hyphen):
            lines.append(_line_of(_in_order(line, text_page)))
            line = []
    if line:
        lines.append(_line_of(_in_order(line, text_page)))
    lines = _rejoined([line for line in lines if line.text])
    for found in lines:
        found.text = _RAISED_IN_BRACKETS.sub(lambda mark: mark[0].translate(_LOWERED), found.text)
    texts = (" ".join(text.split()) for text in aside.values())
    return lines + [Line(text, slanting=True) for text in texts if text]


def _letters(text_page: Any) -> list[_Letter]:
    """Return the letters of a page and the ends of its lines."""
    from pypdfium2 import raw

    # The box of a letter may be as high as the letter is, an `r` lower than a `1`; so the type's own
    # measures are asked for.
    rectangle, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    origin, baseline = c_double(), c_double()
    letters: list[_Letter] = []
    angle = 0
    for at in range(raw.FPDFText_CountChars(text_page)):
        sign = chr(raw.FPDFText_GetUnicode(text_page, at))
        if sign in _ENDS:
            letters.append(_Letter(sign, at, angle, 0.0, 0.0, 0.0, 0.0, 0.0))
            continue
        raw.FPDFText_GetLooseCharBox(text_page, at, rectangle)
        raw.FPDFText_GetCharOrigin(text_page, at, origin, baseline)
        raw.FPDFText_GetMatrix(text_page, at, matrix)
        size = raw.FPDFText_GetFontSize(text_page, at) * hypot(matrix.c, matrix.d)
        # Slanted type is no turned one; blanks that pdfium makes up stand as the letter before.
        if matrix.a or matrix.b:
            angle = round(degrees(atan2(matrix.b, matrix.a)) / _DEGREES) * _DEGREES % 360
        hyphen = sign in _HYPHENS
        letters.append(
            _Letter(
                "-" if hyphen else sign,
                at,
                angle,
                origin.value,
                rectangle.left,
                rectangle.right,
                baseline.value,
                size,
                rectangle.bottom,
                rectangle.top,
                hyphen=hyphen,
            )
        )
    return letters


def _turn_back(letters: list[_Letter], angle: int) -> None:
    """Give letters of a page that is turned the places they have on the upright page."""
    if angle == 0:
        return
    sine, cosine = sin(radians(angle)), cos(radians(angle))
    for one in letters:
        corners = [
            x * cosine + y * sine for x in (one.left, one.right) for y in (one.low, one.high)
        ]
        one.left, one.right = min(corners), max(corners)
        one.origin, one.bottom = (
            one.origin * cosine + one.bottom * sine,
            one.bottom * cosine - one.origin * sine,
        )


def _in_order(letters: list[_Letter], text_page: Any) -> list[_Letter]:
    """Return the letters of a line from left to right.

    Letters that a font does not have, as the Kazakh ones often, are taken from another and written
    behind the rest of their line; so the blanks that pdfium makes up around them are not theirs.
    """
    if all(one.origin <= other.origin + _LEVEL * one.size for one, other in pairwise(letters)):
        return letters
    from pypdfium2 import raw

    printed = [one for one in letters if raw.FPDFText_IsGenerated(text_page, one.at) != 1]
    printed.sort(key=lambda one: one.origin)
    ordered = printed[:1]
    for last, one in pairwise(printed):
        apart = one.left - last.right > _BLANK * max(one.size, last.size)
        if apart and not (one.sign.isspace() or last.sign.isspace()):
            ordered.append(
                _Letter(" ", -1, one.angle, last.right, last.right, one.left, one.bottom, one.size)
            )
        ordered.append(one)
    return ordered


def _rejoined(lines: list[Line]) -> list[Line]:
    """Return the lines with those in one that only a raised mark had parted."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or not _is_beside(last, line):
            joined.append(line)
            continue
        for mark, other in ((last, line), (line, last)):
            small = mark.size < other.size * _SMALLER
            if (
                small
                and mark.text.isdigit()
                and mark.bottom > other.bottom + _RAISED_BY * other.size
            ):
                mark.text = mark.text.translate(_RAISED)
        blank = " " if line.left - last.right > _BLANK * line.size else ""
        large = max(last, line, key=lambda one: one.size)
        joined[-1] = Line(
            f"{last.text}{blank}{line.text}",
            last.left,
            line.right,
            large.bottom,
            large.size,
            pieces=last.pieces + line.pieces,
        )
    return joined


def _is_beside(one: Line, other: Line) -> bool:
    """Whether a line stands right behind another one, at nearly the same height."""
    size = max(one.size, other.size)
    level = abs(other.bottom - one.bottom) < _LEVEL * size or (
        min(one.size, other.size) < size * _SMALLER
        and abs(other.bottom - one.bottom) < _RAISED_MOST * size
    )
    return level and -_LEVEL * size < other.left - one.right < size


def _line_of(letters: list[_Letter]) -> Line:
    sizes = Counter(round(one.size, 1) for one in letters if not one.sign.isspace())
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    bottom = min((one.bottom for one in letters if round(one.size, 1) == size), default=0.0)
    text = "".join(
        one.sign.translate(_RAISED) if _is_raised(one, letters, at, size) else one.sign
        for at, one in enumerate(letters)
    )
    filled = [one for one in letters if not one.sign.isspace()] or letters
    pieces = _pieces(letters, text, size)
    return Line(text.strip(), filled[0].left, filled[-1].right, bottom, size, pieces=pieces)


def _pieces(letters: list[_Letter], text: str, size: float) -> tuple[Piece, ...]:
    """Return a line in pieces, parted where a gap is wider than between words."""
    found: list[Piece] = []
    begin = end = -1
    for at, one in enumerate(letters):
        if one.sign.isspace():
            continue
        if begin < 0:
            begin = at
        elif one.left - letters[end].right > _CELLS_APART * size or (
            # Of two cells side by side one may have its only line between the two of the other.
            at > end + 1
            and one.size == letters[end].size
            and abs(one.bottom - letters[end].bottom) > _LEVEL * size
        ):
            found.append(_piece(letters, text, begin, end))
            begin = at
        end = at
    return (*found, _piece(letters, text, begin, end)) if begin >= 0 else ()


def _piece(letters: list[_Letter], text: str, begin: int, end: int) -> Piece:
    first, last = letters[begin], letters[end]
    return Piece(text[begin : end + 1], first.left, last.right, first.bottom, first.size)


def _is_raised(one: _Letter, letters: list[_Letter], at: int, size: float) -> bool:
    """Whether a figure stands small and higher than the letters beside it."""
    if not (one.sign.isascii() and one.sign.isdigit()):
        return False
    beside = [
        other.bottom
        for other in (*letters[max(0, at - 8) : at], *letters[at + 1 : at + 9])
        if other.size > one.size / _SMALLER
    ]
    return bool(beside) and one.bottom > min(beside) + _RAISED_BY * size
