"""The lines of a PDF page with where they stand and how large their letters are.

A mark of a note is set small and raised; it is given as `¹`, as other files print it.
"""

from __future__ import annotations

import re
from collections import Counter
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any, Final

# Letters of which places are asked one by one; a page with more is no page of a report.
MOST_LETTERS: Final = 40_000
# U+FFFE and U+0002 are pdfium's hyphen at the end of a line that goes on.
_HYPHENS: Final = "\ufffe\u0002"
_SMALLER: Final = 0.85
_RAISED_BY: Final = 0.12
_RAISED_MOST: Final = 0.75
_LEVEL: Final = 0.3
_BLANK: Final = 0.15
_FIGURES: Final = "0123456789"
_RAISED: Final = str.maketrans(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", _FIGURES)
_RAISED_IN_BRACKETS: Final = re.compile(r"\[[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}\]")


@dataclass(slots=True)
class Line:
    """A line of a page; places in points from the lower left corner, `bottom` what letters stand on.

    `size` is that of the type, the same for all letters of a line as it is set.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0


@dataclass(slots=True)
class _Letter:
    sign: str
    at: int
    origin: float
    left: float
    right: float
    bottom: float
    size: float


def placed_lines(text_page: Any) -> list[Line]:
    """Return the lines of a page of pypdfium2, in the order in which the file has them.

    A line that a hyphen ends has it at its end, whether it belongs to the word or not.
    """
    from pypdfium2 import raw

    lines: list[Line] = []
    letters: list[_Letter] = []
    # The box of a letter may be as high as the letter is, an `r` lower than a `1`; so the type's own
    # measures are asked for.
    rectangle, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    origin, baseline = c_double(), c_double()
    for at in range(raw.FPDFText_CountChars(text_page)):
        sign = chr(raw.FPDFText_GetUnicode(text_page, at))
        if sign not in "\r\n":
            raw.FPDFText_GetLooseCharBox(text_page, at, rectangle)
            raw.FPDFText_GetCharOrigin(text_page, at, origin, baseline)
            raw.FPDFText_GetMatrix(text_page, at, matrix)
            size = raw.FPDFText_GetFontSize(text_page, at) * hypot(matrix.c, matrix.d)
            letters.append(
                _Letter(
                    "-" if sign in _HYPHENS else sign,
                    at,
                    origin.value,
                    rectangle.left,
                    rectangle.right,
                    baseline.value,
                    size,
                )
            )
        if letters and sign in _HYPHENS + "\r\n":
            lines.append(_line_of(_in_order(letters, text_page)))
            letters = []
    if letters:
        lines.append(_line_of(_in_order(letters, text_page)))
    lines = _rejoined([line for line in lines if line.text])
    for line in lines:
        line.text = _RAISED_IN_BRACKETS.sub(lambda mark: mark[0].translate(_LOWERED), line.text)
    return lines


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
            ordered.append(_Letter(" ", -1, last.right, last.right, one.left, one.bottom, one.size))
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
            f"{last.text}{blank}{line.text}", last.left, line.right, large.bottom, large.size
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
    return Line(text.strip(), filled[0].left, filled[-1].right, bottom, size)


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
