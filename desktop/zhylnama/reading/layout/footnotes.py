"""Footnotes: their marks in a paragraph, their lines at the end, and what their links say.

All of these occur: `[1][2]`, `[3] https://…`, `12https://…`, `13  https://…`, `ttps://…`, text after
the link, a number without a link, a mark without a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import msgspec

from zhylnama.reading.patterns import holds
from zhylnama.record.event import Source

LONGEST_LINK: Final = 4_000
# Longer lines are not remembered.
_LONG: Final = 600
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# The sign stands first and what is before it after it: so the engine looks for signs only.
_MARK = re.compile(
    r"[\[⁰¹²³⁴⁵⁶⁷⁸⁹](?:(?<=\[)\s*(\d{1,4}(?:\s*[,;–-]\s*\d{1,4}){0,20})\s*\]"
    r"|(?<!\[)(?<!\b[mм].)(?<!\b[kcкс][mм].)(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}))"
)
_MARKING: Final = "[⁰¹²³⁴⁵⁶⁷⁸⁹"
_LINE = re.compile(
    r"^\s*(?:\[\s*(?P<bracket>\d{1,4})\s*\]|(?P<bare>\d{1,4})[.)]?|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))"
    r"[\s:–—-]*(?P<rest>.*)$"
)
_LINK = re.compile(r"(?:h{0,2}t{1,3}p{1,2}s?\s?:\s?/{1,2}|https?//|www\.)[^\s<>\"“”«»]+", re.I)
_SCHEME = re.compile(r"^(?:h{0,2}t{1,3}p{1,2}s?\s?:\s?/{1,2}|https?//)", re.I)
_TAIL = re.compile(r"[.,;:!?]+$")
# The way back to the mark, as web pages print it behind a note.
WAY_BACK: Final = re.compile("[↩↑⤴⏎][\ufe0e\ufe0f]?")
# A mark that lost its brackets: figures glued to the last word, its quotation mark or its full stop.
_GLUED = re.compile(
    r"(?<=[^\W\d_][”\"»).])(\d{1,4})\s*$|(?<=[^\W\d_”\"»)])(\d{1,4})(?=\s*\.?\s*$)"
    r"|(?<=[^\W\d_.!?…][”\"»)]|[.!?…][”\"»)])(\d{1,4})(?=\s*\.?\s*$)"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote of the report: its links, and its words beside them."""

    number: int
    links: tuple[str, ...]
    words: str
    mended: str | None = None


def read_note(line: str) -> Note | None:
    """Return the footnote that a line is, or None where it is another line."""
    return _note(line) if len(line) < _LONG else _note.__wrapped__(line)


# Both passes over a report of a month ask for its notes.
@lru_cache(maxsize=2_048)
def _note(line: str) -> Note | None:
    match = _LINE.match(line)
    if match is None:
        return None
    rest = match["rest"]
    links = list(_LINK.finditer(rest))
    if match["bare"] is not None and not (links and links[0].start() == 0):
        return None
    if match["bracket"] is not None and not links and len(rest) > 300:
        return None
    number = int((match["bracket"] or match["bare"] or match["raised"]).translate(_RAISED))
    mended = None
    urls: list[str] = []
    said = [_LINK.sub(" ", rest)]
    for link in links:
        url, was = mend_link(link[0])
        if not _is_whole(url):
            said.append(link[0])
            continue
        urls.append(url)
        if was is not None:
            mended = f"the report prints “{was}”; mended to “{url[: url.index('//') + 2]}”"
    words = " ".join(WAY_BACK.sub(" ", " ".join(said)).split())
    return Note(number, tuple(dict.fromkeys(urls)), words, mended)


def mend_link(written: str) -> tuple[str, str | None]:
    """Return a link as it works, and what was wrong at its beginning, None where nothing was."""
    written = _TAIL.sub("", written)
    if written.endswith(")") and "(" not in written:
        written = _TAIL.sub("", written[:-1])
    if written.startswith(("http://", "https://")) and not re.search(r"\s", written[:10]):
        return written, None
    scheme = _SCHEME.match(written)
    if scheme is None:
        return f"https://{written}", "www."
    secure = "s" in scheme[0].lower()
    return f"{'https' if secure else 'http'}://{written[scheme.end() :]}", scheme[0]


def links_in(text: str) -> list[str]:
    """Return the links that stand in a running text."""
    if "://" not in text and "www." not in text:
        return []
    found = (mend_link(match[0])[0] for match in _LINK.finditer(text))
    return [url for url in dict.fromkeys(found) if _is_whole(url)]


def link_places(text: str) -> list[tuple[int, int]]:
    """Return where the links of a running text stand."""
    if "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _LINK.finditer(text) if _is_whole(mend_link(match[0])[0])]


def hide_links(text: str) -> str:
    """Return a text of the same length with blanks for its links: their words are no report's."""
    pieces: list[str] = []
    at = 0
    for begin, end in link_places(text):
        # What ends the sentence or the bracket around it stays.
        end = begin + len(text[begin:end].rstrip(".,;:!?)]"))
        pieces += (text[at:begin], " " * (end - begin))
        at = end
    return "".join((*pieces, text[at:]))


def _is_whole(url: str) -> bool:
    """Whether a link has the form that a record takes."""
    return len(url) <= LONGEST_LINK and re.fullmatch(r"https?://\S+", url) is not None


class Marked(msgspec.Struct, frozen=True):
    """A paragraph without its note marks, and the numbers they had, each with where it stood."""

    text: str
    marks: tuple[tuple[int, int], ...]


def take_out_marks(text: str, known: frozenset[int] | set[int] | dict[int, Note]) -> Marked:
    """Return a text without its note marks. `known`: the numbers that have a note."""
    marks: list[tuple[int, int]] = []
    pieces: list[str] = []
    length = at = 0
    for match in _MARK.finditer(text) if holds(text, _MARKING) else ():
        numbers = _numbers(match)
        if not all(number in known or number < 1_000 for number in numbers):
            continue  # a year in brackets
        # A mark between two words keeps them apart.
        begin = match.start()
        while begin > at and text[begin - 1].isspace():
            begin -= 1
        apart = bool(begin) and text[match.end() : match.end() + 1].isalnum()
        pieces.append(text[at:begin] + " " * apart)
        length += len(pieces[-1])
        at = match.end()
        marks += [(number, length - apart) for number in numbers]
    if not marks:
        # Figures at the very end are looked for nowhere else.
        glued = _GLUED.search(text, max(0, len(text.rstrip()) - 8))
        if glued is not None:
            number = int(glued[1] or glued[2] or glued[3])
            if number in known:
                kept = text[: glued.start()] + text[glued.end() :]
                return Marked(kept, ((number, glued.start()),))
        return Marked(text, ())
    pieces.append(text[at:])
    return Marked("".join(pieces), tuple(marks))


def _numbers(match: re.Match[str]) -> list[int]:
    if match["raised"] is not None:
        return [int(match[0].translate(_RAISED))]
    if match[1].isdigit():
        return [int(match[1])]
    numbers: list[int] = []
    for sign, figures in re.findall(r"([,;–-]?)\s*(\d+)", match[1]):
        number = int(figures)
        if sign in ("–", "-") and numbers and 0 < number - numbers[-1] <= 20:
            numbers += range(numbers[-1] + 1, number)
        numbers.append(number)
    return numbers


def sources(numbers: list[int], notes: dict[int, Note]) -> tuple[list[Source], list[str]]:
    """Return the sources that marks stand for, and what is not sure about them."""
    found: list[Source] = []
    doubts: list[str] = []
    for number in dict.fromkeys(numbers):
        note = notes.get(number)
        if note is None or not note.links:
            words = f"; it says “{note.words}”" if note is not None and note.words else ""
            found.append(
                Source(
                    number=number or None,
                    url=None,
                    note=f"the report gives no link for this note{words}",
                )
            )
            doubts.append(f"sources: note {number} has no link")
            continue
        said = [note.mended] if note.mended else []
        if note.words:
            said.append(f"beside the link the report prints “{note.words}”")
        found += [
            Source(number=number or None, url=url, note="; ".join(said) or None)
            for url in note.links
        ]
    return found, doubts
