"""The parts of a report: title and period, paragraphs, notes; the page around them left out.

The second of two passes over the lines: it gives the paragraphs one by one, so that a report of any
length is read in the memory of its notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from zhylnama.reading.files.document import Document
from zhylnama.reading.files.hyphens import SOFT_HYPHEN, Hyphens, is_parted
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.layout.dates import BULLET, Opening, is_dateline, read_opening
from zhylnama.reading.layout.footnotes import read_note, take_out_marks
from zhylnama.reading.layout.survey import FINISHED, Survey, is_loose_mark, is_page_line

Language = Literal["en", "ru", "kk"]

LONGEST_PARAGRAPH: Final = 100_000
# So many lines tell how a file parts its words.
_MOST_LEARNT: Final = 20_000
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_BULLET = re.compile(rf"\s*{BULLET}(?=[^\W_])")
# A dash may begin a line of speech that goes on; a sign like • only ever begins a line of its own.
_NEW_LINE = re.compile(rf"(?![-–—−]){BULLET}[^\W_]")
# What sites print below a report.
_ABOUT_PAGE: Final = re.compile(
    r"(?:©|\([cс]\) ?\d|copyright\b|all rights reserved|share (?:this|on|via|with)|tags?:|(?:read|see) also|related\b|"
    r"subscribe\b|follow us|поделит|подел[иь]|теги:|метки:|читайте|подпи(?:шитесь|саться)|все права|бөліс)",
    re.I,
)
_COUNTED: Final = re.compile(r"(\d{1,3})[.)]\s+")
_GAPS = compile_sought(r"\s{6,}")
_GAP: Final = " " * 6


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


_TOO_LONG: Final = "is longer than any paragraph of a report"


def paragraphs(document: Document, found: Survey) -> Iterator[Paragraph | LeftOut]:
    """Yield the paragraphs of a document in order, and every part that is none."""
    for text in document.repeated:
        yield LeftOut(text, "is printed at the edge of the pages")
    for text in document.around:
        yield LeftOut(text, "is a menu or a comment beside the text")
    hyphens = None
    if found.wrapped and found.parts_words:
        hyphens = Hyphens(islice(document.lines(), _MOST_LEARNT))
    reader = _Reader(found, hyphens)
    for at, line in enumerate(document.lines()):
        yield from reader.take(at, line)
    yield from reader.finish()


class _Reader:
    """Lines as they become paragraphs."""

    def __init__(self, found: Survey, hyphens: Hyphens | None) -> None:
        self._found = found
        self._hyphens = hyphens
        self._lines: list[str] = []
        self._size = 0
        self._endless = False
        self._blank = True
        self._number = 0
        self._listed = 0
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
        if at in found.title_parts or at in found.rests_of_links:
            return
        if at in found.spare_notes:
            yield LeftOut(text, f"is a second note with the number {found.spare_notes[at]}")
            return
        note = read_note(line)
        above = self._lines[-1] if self._lines and not self._blank else ""
        if note is not None and not is_loose_mark(note, above):
            self._blank = self._blank or not found.wrapped
            return
        if self._end >= 0 and at > self._end and at > found.last_dated:
            yield from self._flush()
            yield LeftOut(text, "stands after the last note")
            return
        if at > found.last_dated and _ABOUT_PAGE.match(text):
            yield from self._flush()
            yield LeftOut(text, "is a heading or a line of the page, without a date")
            return
        opening = read_opening(text)
        # What is still a note here is the mark of the paragraph above.
        if self._lines and (note is not None or self._goes_on(text, opening)):
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
        unfinished = not FINISHED.search(before)
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
        raw = self._unnumbered(_without_bullet(_without_gaps(self._joined())))
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
        elif opening is not None and self._number == 0 and is_page_line(raw, opening):
            reason = "is a line of the page, not of the report"
        elif opening is None and self._heading is None:
            if self._number == 0:
                reason = "stands before the first event"
            elif not marked.marks and len(text) < 80 and not FINISHED.search(text):
                reason = "is a heading or a line of the page, without a date"
        if reason is not None:
            yield LeftOut(raw, reason)
            return
        self._number += 1
        if opening is not None:
            self._heading = None
        yield Paragraph(self._number, text, marked.marks, language_of(text), opening, self._heading)

    def _joined(self) -> str:
        """Return the lines of a paragraph as one; a word that a line's end parts is whole again."""
        if self._hyphens is None:
            return " ".join(self._lines)
        pieces = [self._lines[0]]
        for line in self._lines[1:]:
            last = pieces[-1]
            if last.endswith(SOFT_HYPHEN):
                pieces[-1] = last[:-1]
            elif is_parted(last):
                pieces[-1] = self._hyphens.joined(last, line)[: -len(line)]
            else:
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces)

    def _unnumbered(self, text: str) -> str:
        """Return a paragraph without its number, where a list counts its paragraphs."""
        counted = _COUNTED.match(text)
        if counted is None:
            return text
        rest = text[counted.end() :]
        opening = read_opening(rest)
        if int(counted[1]) != self._listed + 1 or opening is None or opening.precision != "day":
            return text
        self._listed += 1
        return rest


def _without_gaps(text: str) -> str:
    # In a text that can be printed nothing but spaces is blank.
    return _GAPS.sub(" ", text) if _GAP in text or not text.isprintable() else text


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
