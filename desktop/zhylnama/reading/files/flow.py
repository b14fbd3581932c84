"""The pages of a PDF as one text: paragraphs set apart, heads and feet of pages taken out.

What tells a paragraph's end is what tells it to a reader: a wider gap, an indent, another size of
letters, a line that ends early. Notes at the foot of a page come behind the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Final

from zhylnama.reading.files.grid import find_table
from zhylnama.reading.files.hyphens import Hyphens, is_parted
from zhylnama.reading.files.placed import Line

_PAGE_NUMBER: Final = re.compile(
    r"^\W*(?:(?:page|стр\.?|страница|бет)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?\W*$", re.I
)
# The number of the page at either end of a head: `Bulletin | 7`.
_NUMBERED: Final = re.compile(r"^\d{1,4}\W+|\W+\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?$", re.I)
_NUMBERED_LINK: Final = re.compile(r"\s+\d{1,4}\s*/\s*\d{1,4}$")
_LINK: Final = re.compile(r"://|www\.")
_LINK_REST: Final = re.compile(r"[/?=&%\d._-]")
_LINKED_NOTE: Final = re.compile(r"\W{0,2}([\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\W{0,3}(?:h?ttps?:|www\.)")
_MARK: Final = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|\[(?=\d)(\d{1,4})\]")
_RAISED_MARK: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_LOWERED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# The address alone, and the number of the page.
_ADDRESS: Final = re.compile(r"(?:https?|file)://\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?$")
# What a browser prints above a page, with the page's title behind it: `11/23/26, 3:29 AM`.
_PRINTED_AT: Final = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}:\d\d(?:\s?[AP]M)?(?=\s|$)"
)
_LINE_NUMBER: Final = re.compile(r"(\d{1,4})(?:\s+|$)(?![\d.)])")
_NOTE: Final = re.compile(r"\W{0,2}[\d⁰¹²³⁴⁵⁶⁷⁸⁹]")
_FINISHED: Final = re.compile(r"[.!?…”\"»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]$")
# Rows at each edge of a page that may be its head or foot.
_EDGE_ROWS: Final = 3
_LONGEST_LINE: Final = 2_000
_FEWEST_PAGES: Final = 3
_SAME_HEIGHT: Final = 4.0
# From the text it is more than a line away.
_APART: Final = 1.6
_WIDER: Final = 1.22
_PUSHED: Final = 1.1
_OTHER_SIZE: Final = 0.08
_SMALL: Final = 0.94
# A line ends early where the next word would have found room, with so much to spare.
_ROOM: Final = 1.15
_SPARE: Final = 0.4
_SHORT: Final = 0.8
_INDENT: Final = 0.7
_LARGE: Final = 1.5
_MOST_PAGES: Final = 0.6
_BESIDE: Final = 0.3
_MOST_LINES: Final = 0.7
_FEWEST_NUMBERS: Final = 3
_FURTHEST_INDENT: Final = 6


@dataclass(slots=True)
class Flow:
    """The text of a PDF: its lines, an empty one between paragraphs, and what pages repeat."""

    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


def flow(pages: list[list[Line]]) -> Flow:
    """Return the text of pages in reading order."""
    found = Flow()
    upright = [[line for line in page if not line.slanting] for page in pages]
    found.heads += [line.text for page in pages for line in page if line.slanting]
    size = _body_size(upright)
    marks = _watermarks(upright, size)
    for page in upright:
        found.heads += [line.text for line in page if _key(line) in marks]
    numbered = [
        _without_numbers([one for one in page if _key(one) not in marks]) for page in upright
    ]
    heads = _repeated(numbered)
    bodies = [_without_edges(page, heads, found.heads) for page in numbered]
    table = find_table(bodies)
    notes: list[Line] = []
    if table is None:
        found.lines = _text_of(bodies, size, notes)
    else:
        found.lines = [*_text_of(table.before, size, notes), ""]
        for row in table.rows:
            found.lines += (row, "")
        found.lines += _text_of(table.after, size, notes)
    found.heads = list(dict.fromkeys(found.heads))
    if notes:
        found.lines.append("")
        hyphens = Hyphens(found.lines)
        for line in notes:
            if is_parted(found.lines[-1]) and len(found.lines[-1]) < _LONGEST_LINE:
                found.lines[-1] = hyphens.joined(found.lines[-1], line.text)
            else:
                found.lines.append(line.text)
    return found


def _text_of(bodies: list[list[Line]], size: float, notes: list[Line]) -> list[str]:
    """Return the lines of pages, an empty one between paragraphs; their notes are added to `notes`."""
    lines: list[str] = []
    texts: list[list[Line]] = []
    for body in bodies:
        texts.append([])
        for column in _columns(body):
            text, below = _parted(column, size)
            texts[-1] += text
            notes += below
    pitches = _pitches(texts)
    hyphens = Hyphens(line.text for text in texts for line in text)
    last: Line | None = None
    for column in _in_reading_order(texts):
        if not column:
            lines.append("")
            last = None
            continue
        edges = _edges(column)
        for at, line in enumerate(column):
            above = column[at - 1] if at else last
            last = line
            parted = above is not None and above.size == line.size and is_parted(lines[-1])
            if parted and len(lines[-1]) < _LONGEST_LINE:
                lines[-1] = hyphens.joined(lines[-1], line.text)
                continue
            if above is not None and _ends(above, line, pitches, edges, turned=at == 0):
                lines.append("")
            lines.append(line.text)
    return lines


# -- Heads and feet ------------------------------------------------------------------------------


def _rows(page: list[Line]) -> list[list[Line]]:
    """Return the lines of a page by their height, the highest row first."""
    rows: list[list[Line]] = []
    for line in sorted(page, key=lambda one: -one.bottom):
        if rows and abs(rows[-1][0].bottom - line.bottom) < _SAME_HEIGHT:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edge_rows(page: list[Line]) -> Iterator[list[Line]]:
    rows = _rows(page)
    yield from rows[:_EDGE_ROWS]
    yield from rows[max(_EDGE_ROWS, len(rows) - _EDGE_ROWS) :]


def _key(line: Line) -> tuple[str, int]:
    """Return what a head has in common on all pages: its words without a number, its height."""
    number = _NUMBERED_LINK if _LINK.search(line.text) else _NUMBERED
    return number.sub("", line.text), round(line.bottom / _SAME_HEIGHT)


def _watermarks(pages: list[list[Line]], size: float) -> set[tuple[str, int]]:
    """Return what is printed large in the same place of most pages."""
    times = Counter(
        key for page in pages for key in {_key(line) for line in page if line.size > _LARGE * size}
    )
    return {key for key, count in times.items() if count >= max(2, len(pages) * _MOST_PAGES)}


def _without_numbers(page: list[Line]) -> list[Line]:
    """Return a page without the numbers of its lines, if most of them have one at their left."""
    lefts = Counter(round(line.left) for line in page if any(map(str.isalpha, line.text)))
    left = float(lefts.most_common(1)[0][0]) if lefts else 0.0
    counted = {
        id(line): int(number[1])
        for line in page
        if line.left < left - _BESIDE * line.size
        and (number := _LINE_NUMBER.match(line.text))
        and not _LINK.search(line.text)
    }
    run = _runs(
        [line for line in sorted(page, key=lambda o: -o.bottom) if id(line) in counted], counted
    )
    if len(run) < max(_FEWEST_NUMBERS, len(_rows(page)) * _MOST_LINES):
        return page
    kept: list[Line] = []
    for line in page:
        number = _LINE_NUMBER.match(line.text) if id(line) in run else None
        if number is None:
            kept.append(line)
        elif rest := line.text[number.end() :]:
            kept.append(replace(line, text=rest, left=max(left, line.left)))
    return kept


def _repeated(pages: list[list[Line]]) -> set[tuple[str, int]]:
    """Return what is the same in the heads and feet that pages repeat."""
    times: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edge = (line for row in _edge_rows(page) for line in row)
        times.update({_key(line) for line in edge if not _is_note(line)})
    # Left and right pages may have heads of their own.
    least = max(2, len(pages) / 3)
    return {key for key, count in times.items() if count >= least}


def _runs(lines: list[Line], counted: dict[int, int]) -> set[int]:
    """Return the lines of which each one's number is the next after the one above."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or counted[id(line)] != counted[id(runs[-1][-1])] + 1:
            runs.append([])
        runs[-1].append(line)
    return {id(line) for run in runs if len(run) >= _FEWEST_NUMBERS for line in run}


def _without_edges(page: list[Line], heads: set[tuple[str, int]], taken: list[str]) -> list[Line]:
    """Return a page without its head, its foot and its number, which stand apart from the text.

    The words of heads and feet are added to `taken`, numbers are not.
    """
    rows = _rows(page)
    gone: set[int] = set()
    for from_edge in (rows, rows[::-1]):
        furniture = 0
        for at, row in enumerate(from_edge[:_EDGE_ROWS]):
            if not all(_is_edge(line, heads) for line in row):
                break
            if at + 1 == len(from_edge) or _is_apart(row[0], from_edge[at + 1][0]):
                furniture = at + 1
        for line in (line for row in from_edge[:furniture] for line in row):
            gone.add(id(line))
            if not _PAGE_NUMBER.match(line.text):
                taken.append(_NUMBERED_LINK.sub("", line.text))
    return [line for line in page if id(line) not in gone]


def _is_edge(line: Line, heads: set[tuple[str, int]]) -> bool:
    said = (_PAGE_NUMBER, _PRINTED_AT, _ADDRESS)
    return _key(line) in heads or any(pattern.match(line.text) for pattern in said)


def _is_apart(row: Line, inner: Line) -> bool:
    gap = abs(row.bottom - inner.bottom)
    return gap > _APART * inner.size or abs(row.size - inner.size) > _OTHER_SIZE * inner.size


# -- Paragraphs ----------------------------------------------------------------------------------


def _body_size(pages: list[list[Line]]) -> float:
    """Return the size in which most letters are set."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_note(line: Line) -> bool:
    """Whether a line has a link, and is not the address of the page that a browser prints."""
    return bool(_LINK.search(line.text)) and not _ADDRESS.match(line.text)


def _parted(page: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """Return the text of a page and the notes at its foot, which are set smaller."""
    begin = len(page)
    for at in range(len(page) - 1, -1, -1):
        if page[at].size > size * _SMALL:
            break
        if _NOTE.match(page[at].text):
            begin = at
    if begin == len(page):
        begin = _begin_of_linked_notes(page)
    return page[:begin], page[begin:]


def _begin_of_linked_notes(page: list[Line]) -> int:
    """Return where the notes of a page begin that are set as large as its text.

    They are told by their links, and from a list of all notes by their marks, which stand above.
    """
    begin = len(page)
    numbers: set[str] = set()
    for at in range(len(page) - 1, -1, -1):
        if note := _LINKED_NOTE.match(page[at].text):
            begin = at
            numbers.add(note[1].translate(_LOWERED))
        elif " " in page[at].text or not _LINK_REST.search(page[at].text):
            break
    marked = {
        (mark[1] or mark[2]).translate(_LOWERED)
        for line in page[:begin]
        for mark in _MARK.finditer(line.text)
    }
    return begin if 2 * len(numbers & marked) > len(numbers) else len(page)


def _pitches(pages: list[list[Line]]) -> dict[float, float]:
    """Return how far apart lines of one paragraph stand, for each size of letters."""
    found: dict[float, list[float]] = {}
    for page in pages:
        for above, below in pairwise(page):
            pitch = above.bottom - below.bottom
            if above.size == below.size and 0 < pitch < 4 * above.size:
                found.setdefault(below.size, []).append(pitch)
    # In a list of short paragraphs most gaps are those between them.
    return {size: min(median(all_), 1.25 * _lowest(all_)) for size, all_ in found.items()}


def _lowest(pitches: list[float]) -> float:
    return sorted(pitches)[len(pitches) // 20]


def _columns(page: list[Line]) -> Iterator[list[Line]]:
    """Yield the columns of a page: a line that stands higher than the one before begins another."""
    column: list[Line] = []
    for line in page:
        if column and line.bottom > column[-1].bottom + _SAME_HEIGHT:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _in_reading_order(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the columns of pages; one that only a single page has stands before the others of it.

    An empty one sets it apart. So what a site prints at the side parts no sentence that goes on over the page.
    """
    parted = [[*_columns(page)] for page in pages]
    lefts = Counter(left for page in parted for left in {_left(column) for column in page})
    ordered: list[list[Line]] = []
    for page in parted:
        aside = [len(pages) >= _FEWEST_PAGES and lefts[_left(column)] == 1 for column in page]
        if all(aside):
            aside = [False] * len(page)
        for column, beside in zip(page, aside, strict=True):
            ordered += [column, []] if beside else []
        ordered += [column for column, beside in zip(page, aside, strict=True) if not beside]
    return ordered


def _left(column: list[Line]) -> int:
    return round(_edges(column)[0] / _SAME_HEIGHT)


def _edges(column: list[Line]) -> tuple[float, float]:
    """Return where the text of a column begins and ends, at the left and at the right."""
    lefts = Counter(round(line.left) for line in column)
    rights = sorted(line.right for line in column)
    return float(lefts.most_common(1)[0][0]), rights[len(rights) * 9 // 10]


def _ends(
    above: Line,
    line: Line,
    pitches: dict[float, float],
    edges: tuple[float, float],
    *,
    turned: bool,
) -> bool:
    """Whether a paragraph ends between two lines; `turned` where a page or a column does, too."""
    if abs(above.size - line.size) > _OTHER_SIZE * above.size:
        return True
    left, right = edges
    finished = _FINISHED.search(above.text) is not None
    indented = [
        left + _INDENT * one.size < one.left < left + _FURTHEST_INDENT * one.size
        for one in (above, line)
    ]
    if indented[1] and (finished or turned or not indented[0]):
        return True
    if turned:
        # Of the column before nothing is known here; whether the sentence goes on, its words tell.
        return finished and above.right - above.left < _SHORT * (right - left)
    room = _width_of_first_word(line) * _ROOM + line.size * _SPARE
    if finished and right - above.right > room:
        return True
    # A raised mark pushes its line down in some pages.
    wider = _WIDER * (_PUSHED if _RAISED_MARK.search(line.text) else 1.0)
    return above.bottom - line.bottom > wider * pitches.get(line.size, line.size * _WIDER)


def _width_of_first_word(line: Line) -> float:
    word = line.text.split(maxsplit=1)[0]
    return (line.right - line.left) * len(word) / len(line.text)
