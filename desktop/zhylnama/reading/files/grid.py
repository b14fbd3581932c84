"""A table of events in a PDF: what stands side by side becomes rows.

A page has no cells, only pieces of lines. Where many pieces at the left are dates, and beside each
one others stand at the same few distances, they are rows; each begins with its date. A cell is what
a file writes in one column before it goes on to the next row.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from zhylnama.reading.files.hyphens import Hyphens, is_parted
from zhylnama.reading.files.placed import Line, Piece
from zhylnama.reading.files.rows import is_date, row_line

_FEWEST_ROWS: Final = 3
_MOST: Final = 0.6
_LEAST: Final = 0.3
_MOST_IN_HEAD: Final = 6
_MOST_PIECES: Final = 2_000
_MOST_LETTERS: Final = 20_000
_SAME_LEFT: Final = 2.5
_LEVEL: Final = 0.3
# The month of which stands in the line below.
_DAYS: Final = re.compile(r"\d{1,2}(?:\s?[–—-]\s?\d{1,2})?")
# What a link may go on with, and no new link.
_GOES_ON: Final = re.compile(r"(?!https?:|www\.)[\w/?=&%#.~+:-]+")


@dataclass(slots=True)
class Table:
    """The rows of a table as paragraphs, and the pages before and after it."""

    rows: list[str]
    before: list[list[Line]]
    after: list[list[Line]]


@dataclass(slots=True)
class _Row:
    """A row: the pieces of its cells by the columns.

    `dated`: the date is its own; `furthest`: the column that was written last on this page.
    """

    cells: dict[int, list[Piece]]
    dated: bool = True
    furthest: int = 0

    def text(self, column: int) -> str:
        return " ".join(piece.text for piece in self.cells.get(column, []))

    def is_endless(self) -> bool:
        """Whether it is longer than any row of a report."""
        pieces = [piece for column in self.cells.values() for piece in column]
        return len(pieces) > _MOST_PIECES or sum(len(one.text) for one in pieces) > _MOST_LETTERS

    def is_level(self) -> bool:
        """Whether something stands beside the date, and not only below it."""
        date = self.cells[0][0]
        others = [piece.bottom for column in self.cells if column for piece in self.cells[column]]
        return bool(others) and max(others) > date.bottom - _LEVEL * date.size


def find_table(pages: list[list[Line]]) -> Table | None:
    """Return the table of events in some pages, None where there is none."""
    pieces = [piece for page in pages for line in page for piece in line.pieces]
    lefts = _lefts_of_dates(pieces)
    if lefts is None:
        return None
    rows: list[_Row] = []
    first = -1
    flat = [(number, line) for number, page in enumerate(pages) for line in page]
    head: set[str] = set()
    strays: dict[int, list[str]] = {}
    end = len(flat)
    for at, (number, line) in enumerate(flat):
        if rows and number != flat[at - 1][0]:
            rows[-1].furthest = 0  # a row goes on in all its columns
        if rows and line.text in head and number != flat[first][0]:
            continue  # the head of the table, which each page repeats
        if not rows:
            head = {one.text for _, one in flat[max(0, at - _MOST_IN_HEAD) : at]}
        if not _take(line, lefts, rows):
            if rows and _crosses(line, lefts):
                end = at
                break
            if rows:
                strays.setdefault(len(rows), []).append(line.text)
            continue
        first = at if first < 0 else first
    dated = [row for row in rows if row.dated]
    level = [row for row in dated if is_date(row.text(0)) and row.is_level()]
    if len(level) < max(_FEWEST_ROWS, _MOST * len(dated)) or any(row.is_endless() for row in rows):
        return None
    hyphens = Hyphens(line.text for _, line in flat)
    texts: list[str] = []
    for count, row in enumerate(rows, start=1):
        texts += (_paragraph(row, len(lefts), hyphens), *strays.get(count, ()))
    before, after = (_by_pages(part) for part in (flat[:first], flat[end:]))
    return Table([text for text in texts if text], before, after)


def _by_pages(lines: list[tuple[int, Line]]) -> list[list[Line]]:
    return [[line for _, line in page] for _, page in groupby(lines, key=itemgetter(0))]


def _lefts_of_dates(pieces: list[Piece]) -> list[float] | None:
    """Return where the columns of a table begin: the dates first; None where there is none."""
    dates = Counter(round(piece.left) for piece in pieces if _begins_date(piece.text))
    if not dates:
        return None
    left, count = dates.most_common(1)[0]
    if count < _FEWEST_ROWS:
        return None
    others = Counter(round(piece.left) for piece in pieces if piece.left > left + _SAME_LEFT)
    columns = sorted(at for at, times in others.items() if times >= max(2, count * _LEAST))
    apart: list[float] = [float(left)]
    for column in columns:
        if column > apart[-1] + 2 * _SAME_LEFT:
            apart.append(float(column))
    return apart if len(apart) > 1 else None


def _begins_date(text: str) -> bool:
    """Whether a piece is a date, or a month whose day stands in the line below."""
    return is_date(text) or is_date(f"{text} 1") or is_date(f"1 {text}")


def _take(line: Line, lefts: list[float], rows: list[_Row]) -> bool:
    """Take the pieces of a line into rows; whether they belong to the table."""
    taken = False
    for piece in line.pieces:
        column = _column(piece, lefts)
        if not taken and column == 0 and piece.right > lefts[1]:
            return False
        if column == 0 and (not rows or set(rows[-1].cells) != {0}):
            if _begins_date(piece.text) or _DAYS.fullmatch(piece.text):
                rows.append(_Row({}))
            elif not taken:
                return False
            else:
                column = None
        if not rows:
            return False
        if column is None:
            column = rows[-1].furthest or max(rows[-1].cells, default=0)
        elif 0 < column < rows[-1].furthest:
            # The date above holds for this row too.
            rows.append(_Row({0: rows[-1].cells[0]}, dated=False))
        rows[-1].furthest = column
        rows[-1].cells.setdefault(column, []).append(piece)
        taken = True
    return taken


def _column(piece: Piece, lefts: list[float]) -> int | None:
    for number, left in enumerate(lefts):
        if abs(piece.left - left) <= _SAME_LEFT:
            return number
    return None


def _crosses(line: Line, lefts: list[float]) -> bool:
    """Whether a line runs over the columns: the text behind the table."""
    return any(piece.left < lefts[1] < piece.right for piece in line.pieces)


def _paragraph(row: _Row, columns: int, hyphens: Hyphens) -> str:
    cells = [_joined(row.cells.get(column, []), hyphens) for column in range(columns)]
    return row_line(cells) or " ".join(filter(None, cells))


def _joined(pieces: list[Piece], hyphens: Hyphens) -> str:
    """Return the lines of a cell as one; a link that was broken at its width is whole again."""
    text = ""
    for piece in pieces:
        link = text.rpartition(" ")[2].startswith(("http", "www."))
        if link and _GOES_ON.fullmatch(piece.text):
            text += piece.text
        elif is_parted(text):
            text = hyphens.joined(text, piece.text)
        else:
            text = f"{text} {piece.text}".strip()
    return text
