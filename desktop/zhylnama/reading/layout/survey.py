"""The first pass over a report: its title and period, its notes, whether lines break at a width."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from zhylnama.reading.files.document import Document
from zhylnama.reading.files.hyphens import SOFT_HYPHEN
from zhylnama.reading.layout.dates import (
    Opening,
    Period,
    names_period_without_year,
    period_of_openings,
    read_opening,
    read_period,
    years_named,
)
from zhylnama.reading.layout.footnotes import Note, read_note
from zhylnama.reading.layout.note_lines import NoteLines

_LONG_LINE: Final = 45
_LONGEST_TITLE: Final = 400
# Stands for a line that is longer.
_NO_TITLE: Final = "-" * (_LONGEST_TITLE + 1)
FINISHED: Final = re.compile(r"[.!?…:;”\"»)\]]\s*$")
_TITLE_WORDS = re.compile(
    r"monitor|report|review|overview|persecution|chronicle|digest|violation|situation|"
    r"мониторинг|отч[её]т|обзор|преследован|хроник|дайджест|нарушен|ситуац|шолу|қуғын",
    re.I,
)


# A page's own line under its title: the day it was put up, how often and how long it is read.
_PAGE_LINE = re.compile(
    r"просмотр|чтени[ея]|прочита|комментар|автор\b|опубликов|обновлен|рубрик|\bviews?\b|\bread(?:ing)?\b|\bmin(?:utes?|\.)|"
    r"comment|posted|published|updated|share|\bby\s|қаралды|оқылды|жарияланды|\|",
    re.I,
)
_LONGEST_PAGE_LINE: Final = 120


@dataclass(slots=True)
class Survey(NoteLines):
    """What the first pass found. Lines are counted from 0, empty ones too."""

    title: str | None = None
    title_lines: range = range(0)
    # Which of these lines the title is made of: another may stand between two of them.
    title_parts: set[int] = field(default_factory=set)
    period: Period | None = None
    last_dated: int = -1
    wrapped: bool = False
    parts_words: bool = False


# `from-1-to-november-30-2024`, but not `2024-11` nor `1-31`.
_SLUG_DASHES = re.compile(r"(?<![\d\s])-|-(?![\d\s])|(?<=\d)-(?=(?:19|20)\d\d(?!\d))")


def survey(document: Document) -> Survey:
    """Read a document once for what its paragraphs need to know."""
    found = Survey()
    lengths: Counter[str] = Counter()
    years: Counter[int] = Counter()
    months: Counter[int] = Counter()
    head: list[tuple[int, str]] = []
    below = events = unmarked = 0
    above = ""
    for at, line in enumerate(document.lines()):
        if not line.strip():
            found.pause()
            above = ""
            continue
        note = read_note(line)
        if note is not None and not is_loose_mark(note, above):
            above = ""
            if note.number in found.notes and below > 0 and found.last_dated < found.last_note:
                # In a comment under the report, not one of its notes.
                found.keep_spare(note, line, at)
                continue
            below = 0
            found.keep_note(note, line, at)
            continue
        if found.take_rest(line, at):
            continue
        below += 1
        above = line
        opening = read_opening(line)
        if opening is not None and _is_event(line, opening):
            # Below the notes a short line that does not end is a link to another page.
            marked = "[" in line
            events += 1
            unmarked += not marked
            below_notes = found.last_note >= 0
            long = len(line) > 60 or FINISHED.search(line) is not None
            if not below_notes or (long and (marked or unmarked * 3 > events)):
                found.last_dated = at
                months[opening.first.month] += 1
        elif found.last_dated < 0 and len(head) < 400:
            head.append((at, line if len(line) <= _LONGEST_TITLE else _NO_TITLE))
        _measure(line, lengths)
        found.parts_words = found.parts_words or line.endswith(("-", SOFT_HYPHEN))
        if years.total() < 50 and "20" in line:
            years.update(years_named(line))
    lines = lengths["short"] + lengths["long"]
    found.wrapped = document.form == "pdf" or (
        lines > 4 and lengths["long"] * 25 < lines and lengths["even"] * 2 > lines
    )
    _find_title(found, head, years)
    if found.period is None:
        _find_period_outside(found, document, months, years)
    return found


def _find_period_outside(
    found: Survey, document: Document, months: Counter[int], years: Counter[int]
) -> None:
    """Find the period of a report whose text has no title.

    What a page's head says is as good as a title. What the file is called, and what the dates
    themselves suggest, is not sure, and every event says so.
    """
    for title in document.titles:
        if period := read_period(_SLUG_DASHES.sub(" ", title)):
            found.title, found.period = title, period
            return
    named = read_period(_SLUG_DASHES.sub(" ", document.path.stem.replace("_", " ")))
    if named is not None:
        found.period = replace(named, sure=False)
    else:
        found.period = period_of_openings(months, years)


def _is_event(line: str, opening: Opening) -> bool:
    """Whether a line with a date in front is a paragraph, and not a title or a heading."""
    if len(line) - opening.end <= 30 or is_page_line(line, opening):
        return False
    whole_month = opening.last is not None and (
        (opening.last.month - opening.first.month) % 12 * 30 + opening.last.day - opening.first.day
    )
    return not (whole_month and whole_month >= 25 and _TITLE_WORDS.search(line))


def is_page_line(line: str, opening: Opening) -> bool:
    """Whether a line with a whole date in front is the page's own: `4 April 2023 | 2,318 views`."""
    return (
        opening.first.year is not None
        and len(line) <= _LONGEST_PAGE_LINE
        and "[" not in line
        and _PAGE_LINE.search(line, opening.end) is not None
        and (re.search(r"\d", line[opening.end :]) is not None or not FINISHED.search(line))
    )


def is_loose_mark(note: Note, above: str) -> bool:
    """Whether a line is the mark that ends the paragraph above, broken off at the line's width."""
    if note.links or any(map(str.isalnum, note.words)) or not above:
        return False
    # Right below a long line that ends, only the first number may begin the list of notes.
    return not FINISHED.search(above) or (note.number > 1 and len(above) >= _LONG_LINE)


def _measure(line: str, lengths: Counter[str]) -> None:
    length = len(line.rstrip())
    lengths["long" if length > 130 else "short"] += 1
    if 45 <= length <= 130:
        lengths["even"] += 1


def _find_title(found: Survey, head: list[tuple[int, str]], years: Counter[int]) -> None:
    """Find the title among the lines above the first event: it names the report's period."""
    best: tuple[int, int, int] | None = None
    year = years.most_common(1)[0][0] if years else None
    for start in range(len(head)):
        for count in range(1, min(4, len(head) - start) + 1):
            lines = head[start : start + count]
            text = " ".join(line.strip() for _, line in lines)
            if len(text) > _LONGEST_TITLE:
                break
            period = read_period(text)
            yearless = period is None and names_period_without_year(text)
            if period is None and not yearless:
                continue
            rank = (
                2 * bool(_TITLE_WORDS.search(text)) + bool(period and period.first != period.last),
                not yearless,
                count,
            )
            if best is None or rank[:2] > best[:2] or (rank[:2] == best[:2] and count < best[2]):
                if yearless and year is None:
                    continue
                best = rank
                found.title = " ".join(text.split())
                found.title_lines = range(lines[0][0], lines[-1][0] + 1)
                found.title_parts = {at for at, _ in lines}
                found.period = period or read_period(text, year)
            break
    if found.title is not None:
        _take_lines_above(found, head)
        _take_lines_below(found, head)


def _take_lines_above(found: Survey, head: list[tuple[int, str]]) -> None:
    """Add the lines right above the period that are in capitals too: a title on several lines."""
    above = [(at, line) for at, line in head if at < found.title_lines.start]
    while above and above[-1][0] >= found.title_lines.start - 2:
        at, line = above.pop()
        if len(line) > _LONGEST_TITLE or not line.isupper() or not (found.title or "").isupper():
            break
        found.title = f"{' '.join(line.split())} {found.title}"
        found.title_lines = range(at, found.title_lines.stop)
        found.title_parts.add(at)


def _take_lines_below(found: Survey, head: list[tuple[int, str]]) -> None:
    """Add the lines right below the period that are in capitals too: `2023` / `ГОДА`."""
    for at, line in head:
        if at < found.title_lines.stop:
            continue
        short = len(line) <= _LONGEST_TITLE
        if at > found.title_lines.stop or not (short and (found.title or "").isupper()):
            return
        if not line.isupper() or read_opening(line) is not None:
            return
        found.title = f"{found.title} {' '.join(line.split())}"
        found.title_lines = range(found.title_lines.start, at + 1)
        found.title_parts.add(at)
