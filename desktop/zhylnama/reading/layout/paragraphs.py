"""The parts of a report: title and period, paragraphs, notes; the page around them left out.

Two passes over the lines. The first finds title, period, notes and whether lines are broken at a
fixed width; the second gives the paragraphs one by one, so that a report of any length is read in
the memory of its notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from zhylnama.reading.files.document import Document
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.layout.dates import (
    BULLET,
    Opening,
    Period,
    is_dateline,
    names_period_without_year,
    period_of_openings,
    read_opening,
    read_period,
    years_named,
)
from zhylnama.reading.layout.footnotes import Note, read_note, take_out_marks

Language = Literal["en", "ru", "kk"]

LONGEST_PARAGRAPH: Final = 100_000
_LONGEST_TITLE: Final = 400
# Stands for a line that is longer.
_NO_TITLE: Final = "-" * (_LONGEST_TITLE + 1)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_BULLET = re.compile(rf"\s*{BULLET}(?=[^\W_])")
# A dash may begin a line of speech that goes on; a sign like • only ever begins a line of its own.
_NEW_LINE = re.compile(rf"(?![-–—−]){BULLET}[^\W_]")
_GAPS = compile_sought(r"\s{6,}")
_FINISHED = re.compile(r"[.!?…:;”\"»)\]]\s*$")
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
class Survey:
    """What the first pass found. Lines are counted from 0, empty ones too."""

    title: str | None = None
    title_lines: range = range(0)
    period: Period | None = None
    last_note: int = -1
    last_dated: int = -1
    wrapped: bool = False
    notes: dict[int, Note] = field(default_factory=dict)
    doubled_notes: set[int] = field(default_factory=set)
    spare_notes: dict[int, int] = field(default_factory=dict)
    rests_of_links: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the report, its note marks taken out.

    `opening` is its own date; `heading` that of a line with only a date above it.
    """

    number: int
    text: str
    marks: tuple[tuple[int, int], ...]
    lang: Language
    opening: Opening | None
    heading: Opening | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the file that is in no record, and why."""

    text: str
    reason: str


# `from-1-to-november-30-2024`, but not `2024-11` nor `1-31`.
_SLUG_DASHES = re.compile(r"(?<![\d\s])-|-(?![\d\s])|(?<=\d)-(?=(?:19|20)\d\d(?!\d))")

# -- First pass --------------------------------------------------------------------------------


def survey(document: Document) -> Survey:
    """Read a document once for what its paragraphs need to know."""
    found = Survey()
    lengths: Counter[str] = Counter()
    years: Counter[int] = Counter()
    months: Counter[int] = Counter()
    head: list[tuple[int, str]] = []
    note_open = below = events = unmarked = 0
    above = ""
    for at, line in enumerate(document.lines()):
        if not line.strip():
            note_open = 0
            above = ""
            continue
        note = read_note(line)
        if note is not None and not _is_loose_mark(note, above):
            above = ""
            if note.number in found.notes and below > 0 and found.last_dated < found.last_note:
                # In a comment under the report, not one of its notes.
                _keep_spare(found, note, at)
                continue
            below = 0
            note_open = note.number if _keep_note(found, note, at) else 0
            continue
        if note_open and _take_rest_of_link(found, note_open, line):
            found.last_note = at
            found.rests_of_links.add(at)
            continue
        note_open = 0
        below += 1
        above = line
        opening = read_opening(line)
        if opening is not None and _is_event(line, opening):
            # Below the notes a short line that does not end is a link to another page.
            marked = "[" in line
            events += 1
            unmarked += not marked
            below_notes = found.last_note >= 0
            long = len(line) > 60 or _FINISHED.search(line) is not None
            if not below_notes or (long and (marked or unmarked * 3 > events)):
                found.last_dated = at
                months[opening.first.month] += 1
        elif found.last_dated < 0 and len(head) < 400:
            head.append((at, line if len(line) <= _LONGEST_TITLE else _NO_TITLE))
        _measure(line, lengths)
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
    if len(line) - opening.end <= 30 or _is_page_line(line, opening):
        return False
    whole_month = opening.last is not None and (
        (opening.last.month - opening.first.month) % 12 * 30 + opening.last.day - opening.first.day
    )
    return not (whole_month and whole_month >= 25 and _TITLE_WORDS.search(line))


def _is_page_line(line: str, opening: Opening) -> bool:
    """Whether a line with a whole date in front is the page's own: `4 April 2023 | 2,318 views`."""
    return (
        opening.first.year is not None
        and len(line) <= _LONGEST_PAGE_LINE
        and "[" not in line
        and _PAGE_LINE.search(line, opening.end) is not None
        and (re.search(r"\d", line[opening.end :]) is not None or not _FINISHED.search(line))
    )


def _is_loose_mark(note: Note, above: str) -> bool:
    """Whether a line is the mark that ends the paragraph above, broken off at the line's width."""
    bare = not note.links and not any(map(str.isalnum, note.words))
    return bare and bool(above) and not _FINISHED.search(above)


def _keep_note(found: Survey, note: Note, at: int) -> bool:
    """Keep a note; return whether it is the first of its number, which a mark then means."""
    found.last_note = at
    if note.number not in found.notes:
        found.notes[note.number] = note
        return True
    first = found.notes[note.number]
    if first.links != note.links:
        found.doubled_notes.add(note.number)
    _keep_spare(found, note, at)
    return False


def _keep_spare(found: Survey, note: Note, at: int) -> None:
    first = found.notes[note.number]
    if (first.links, first.words) != (note.links, note.words):
        found.spare_notes[at] = note.number


def _take_rest_of_link(found: Survey, number: int, line: str) -> bool:
    """Take a line as the rest of a link that was broken at the width of the page."""
    note = found.notes[number]
    text = line.strip()
    if not note.links or note.words or " " in text or "://" in text or read_opening(line):
        return False
    if not re.search(r"[/?=&%\d._-]", text) or len(note.links[-1]) < 40:
        return False
    found.notes[number] = Note(
        number, (*note.links[:-1], note.links[-1] + text), note.words, note.mended
    )
    return True


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
                found.period = period or read_period(text, year)
            break
    if found.title is not None:
        _take_lines_above(found, head)


def _take_lines_above(found: Survey, head: list[tuple[int, str]]) -> None:
    """Add the lines right above the period that are in capitals too: a title on several lines."""
    above = [(at, line) for at, line in head if at < found.title_lines.start]
    while above and above[-1][0] >= found.title_lines.start - 2:
        at, line = above.pop()
        if len(line) > _LONGEST_TITLE or not line.isupper() or not (found.title or "").isupper():
            break
        found.title = f"{' '.join(line.split())} {found.title}"
        found.title_lines = range(at, found.title_lines.stop)


_TOO_LONG: Final = "is longer than any paragraph of a report"

# -- Second pass -------------------------------------------------------------------------------


def paragraphs(document: Document, found: Survey) -> Iterator[Paragraph | LeftOut]:
    """Yield the paragraphs of a document in order, and every part that is none."""
    for text in document.repeated:
        yield LeftOut(text, "is printed at the edge of the pages")
    reader = _Reader(found)
    for at, line in enumerate(document.lines()):
        yield from reader.take(at, line)
    yield from reader.finish()


class _Reader:
    """Lines as they become paragraphs."""

    def __init__(self, found: Survey) -> None:
        self._found = found
        self._lines: list[str] = []
        self._size = 0
        self._endless = False
        self._blank = True
        self._number = 0
        self._heading: Opening | None = None
        self._end = max(found.last_note, -1)

    def take(self, at: int, line: str) -> Iterator[Paragraph | LeftOut]:
        """Take the next line, and yield what it ends."""
        found = self._found
        text = line.strip()
        if not text:
            self._blank = True
            return
        if at < found.title_lines.start:
            yield LeftOut(text, "stands before the title")
            return
        if at in found.title_lines or at in found.rests_of_links:
            return
        note = read_note(line)
        above = self._lines[-1] if self._lines and not self._blank else ""
        if note is not None and not _is_loose_mark(note, above):
            self._blank = self._blank or not found.wrapped
            if at in found.spare_notes:
                number = found.spare_notes[at]
                yield LeftOut(text, f"is a second note with the number {number}")
            return
        if self._end >= 0 and at > self._end and at > found.last_dated:
            yield from self._flush()
            yield LeftOut(text, "stands after the last note")
            return
        opening = read_opening(text)
        if self._lines and self._goes_on(text, opening):
            self._add(text)
        else:
            yield from self._flush()
            self._add(text)
        if self._size > LONGEST_PARAGRAPH and len(self._lines) > 1:
            # A file that never ends a paragraph is not held in memory for that.
            done, self._lines = self._lines[:-1], self._lines[-1:]
            self._size, self._endless = len(text), True
            yield LeftOut(" ".join(done), _TOO_LONG)
        self._blank = False

    def finish(self) -> Iterator[Paragraph | LeftOut]:
        """Yield the last paragraph."""
        yield from self._flush()

    def _add(self, text: str) -> None:
        self._size += len(text)
        self._lines.append(text)

    def _goes_on(self, text: str, opening: Opening | None) -> bool:
        """Whether a line goes on with the paragraph above it."""
        before = self._lines[-1]
        if opening is None and len(self._lines) == 1 and is_dateline(before):
            return True
        unfinished = not _FINISHED.search(before)
        if unfinished and (text[0].islower() or text[0] == "[") and not _is_heading(self._lines):
            return True
        if self._blank or not self._found.wrapped or _NEW_LINE.match(text):
            return False
        if opening is not None:
            return unfinished and len(before) >= 45 and not _is_heading(self._lines)
        return not _is_heading(self._lines)

    def _flush(self) -> Iterator[Paragraph | LeftOut]:
        if not self._lines:
            return
        # A long gap is the page's layout; the words stay as they are.
        raw = _without_bullet(_GAPS.sub(" ", " ".join(self._lines)))
        heading = _is_heading(self._lines)
        self._lines.clear()
        too_long = self._endless or self._size > LONGEST_PARAGRAPH
        self._size, self._endless = 0, False
        if too_long:
            yield LeftOut(raw, _TOO_LONG)
            return
        opening = read_opening(raw)
        if heading:
            self._heading = opening
            yield LeftOut(raw, "is only a date; it holds for the paragraphs below it")
            return
        marked = take_out_marks(raw, self._found.notes)
        text = marked.text.strip()
        reason = None
        if not any(map(str.isalnum, text)):
            reason = "has no words"
        elif opening is not None and self._number == 0 and _is_page_line(raw, opening):
            reason = "is a line of the page, not of the report"
        elif opening is None and self._heading is None:
            if self._number == 0:
                reason = "stands before the first event"
            elif not marked.marks and len(text) < 80 and not _FINISHED.search(text):
                reason = "is a heading or a line of the page, without a date"
        if reason is not None:
            yield LeftOut(raw, reason)
            return
        self._number += 1
        if opening is not None:
            self._heading = None
        yield Paragraph(self._number, text, marked.marks, language_of(text), opening, self._heading)


def _without_bullet(text: str) -> str:
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def _is_heading(lines: list[str]) -> bool:
    if len(lines) != 1 or len(lines[0]) > 60:
        return False
    opening = read_opening(lines[0])
    return opening is not None and not any(map(str.isalpha, lines[0][opening.end :]))


def language_of(text: str) -> Language:
    """Return the language of a text by its letters."""
    if _CYRILLIC.search(text) is None or len(_CYRILLIC.findall(text)) <= len(_LATIN.findall(text)):
        return "en"
    # A Russian sentence may name Kazakh organisations; a Kazakh one is full of these letters.
    return "kk" if len(_KAZAKH.findall(text)) * 25 > len(text) else "ru"
