"""The elements of a web page as lines of text: blocks, links, marks of notes as `[1]`, rows of events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhylnama.reading.files.links import LinkedMarks, is_address, shown, unwrapped
from zhylnama.reading.files.rows import is_date, row_line
from zhylnama.reading.layout.dates import read_opening

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
# What is asked of an element is answered by so much of it: marks and notes are short.
_ASKED_TEXT = 1_000
_ASKED_PARTS = 200
_LONGEST_NOTE = 400
_SPACES = re.compile(r"[ \t\r\n\f]+")
# Elements that hold what visitors wrote, by their ids and classes.
_HOLDERS = frozenset(["aside", "div", "ol", "section", "ul"])
_COMMENTS = frozenset(["comments", "respond", "disqus_thread", "comments-area", "comment-list"])
_BARE_NUMBER = re.compile(r"^\[?(\d{1,4})\]?$")
_NOTE_LINK = re.compile(r"#.*?(?:ftn|fn|note|cite|_edn|endnote|ref)", re.I)
# The way back from a note to its mark, which some pages number.
_WAY_BACK = re.compile(r"[↑↩^]\ufe0e?\s*(\d{0,4})")
_OF_NOTES = re.compile(r"(?:foot|end|side)-?notes?|references|tooltip", re.I)
_LONGEST_MARK = 12
_MARK = re.compile(r"\[(\d{1,4})\]\s*$")
# A row of a table of events has fewer elements.
_MOST_IN_ROW = 500


class Lines:
    """Lines as they come together from pieces of text; `marked`: up to which marks hold their notes."""

    def __init__(self, marks: LinkedMarks) -> None:
        self.lines: list[str] = []
        self.marks = marks
        self.marked = 0
        self._pieces: list[str] = []

    def add(self, text: str) -> None:
        """Add a piece of the line."""
        self._pieces.append(text)

    def number_before(self) -> int | None:
        """Return the number of the mark that was added last, None where that is none."""
        mark = _MARK.search(self._pieces[-1][-_LONGEST_MARK:]) if self._pieces else None
        return int(mark[1]) if mark else None

    def keep(self, number: int, note: str) -> bool:
        """Keep a note that has no line of its own."""
        kept = self.marks.keep(number, note)
        self.marked = len(self.lines) + 1 if kept else self.marked
        return kept

    def all_lines(self) -> list[str]:
        """Return the lines, behind the last mark the notes that have none of their own."""
        self.end()
        return [*self.lines[: self.marked], *self.marks.lines(), *self.lines[self.marked :]]

    def end(self, *, gap: bool = True) -> None:
        """End the line; `gap`: an empty one comes behind it."""
        text = _SPACES.sub(" ", "".join(self._pieces)).strip(" ")
        self._pieces.clear()
        if text:
            self.lines.append(text)
        if gap and self.lines and self.lines[-1]:
            self.lines.append("")


def write(root: LexborNode, writer: Lines, around: Lines | None = None) -> None:
    """Write an element; its menus and comments to `around`, where that is given.

    Walks the tree without recursion: a hostile page is nested as deep as it likes.
    """
    stack: list[tuple[LexborNode, str]] = [(root, "in")]
    rows = _Rows(writer)
    counters: list[int] = []
    while stack:
        node, way = stack.pop()
        tag = node.tag or ""
        if way == "out":
            if tag == "ol":
                counters.pop()
            writer.end()
            continue
        if around is not None and _is_around(node, tag):
            write(node, around)
            around.end()
            continue
        if _write_whole(node, tag, writer, rows):
            continue
        if tag in _BLOCKS:
            writer.end()
            stack.append((node, "out"))
            if tag == "ol":
                counters.append(_start_of(node))
            elif tag == "li" and counters:
                if _is_note(node):
                    writer.add(f"[{counters[-1]}] ")
                counters[-1] += 1
        child = node.last_child
        while child is not None:
            if (child.tag or "").startswith("-") and child.tag != "-text":
                child = child.prev
                continue
            stack.append((child, "in"))
            child = child.prev


def _is_around(node: LexborNode, tag: str) -> bool:
    """Whether an element is a menu of the page, or holds what its visitors wrote."""
    if tag == "nav":
        return True
    if tag not in _HOLDERS:
        return False
    told = node.attributes or {}
    return (
        told.get("role") == "navigation"
        or (told.get("id") or "") in _COMMENTS
        or not _COMMENTS.isdisjoint((told.get("class") or "").split())
    )


def _write_whole(node: LexborNode, tag: str, writer: Lines, rows: _Rows) -> bool:
    """Write an element that is one piece of text; whether it was such a one."""
    if tag == "br":
        writer.end(gap=False)
        return True
    if tag == "span":
        return _take_note_beside(node, writer)
    written = None
    if tag == "-text":
        written = node.text_content or ""
    elif tag in ("sup", "a"):
        written = _mark_or_link(node, tag, writer)
    elif tag == "tr" and (written := rows.line_of(node)) is not None:
        writer.end()
        writer.add(written)
        writer.end()
        return True
    if written is not None:
        writer.add(written)
    return written is not None


def _start_of(node: LexborNode) -> int:
    start = (node.attributes or {}).get("start") or ""
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _is_note(node: LexborNode) -> bool:
    """Whether a numbered item is a note: it begins with a link, or says so itself."""
    asked = Asked(node)
    if re.match(r"\[?\d", asked.text):
        return False
    named = f"{(node.attributes or {}).get('id') or ''}".lower()
    if "note" in named or named.startswith("fn"):
        return True
    parent = node.parent
    if parent is not None and _OF_NOTES.search(parent.attributes.get("class") or ""):
        return True
    short = asked.whole and len(asked.text) < _LONGEST_NOTE
    return short and asked.has_link and read_opening(asked.text) is None


def _mark_or_link(node: LexborNode, tag: str, writer: Lines) -> str | None:
    """Return a note mark as `[1]`, and a link with its address where the text does not show it."""
    asked = Asked(node)
    number = _BARE_NUMBER.match(asked.text) if asked.whole else None
    raised = tag == "sup"
    linked = number and asked.address and (raised or asked.text.startswith("["))
    if number and linked and writer.keep(int(number[1]), unwrapped(asked.address)):
        return f"[{number[1]}]"
    if raised:
        return f"[{number[1]}]" if number else None
    address = ((node.attributes or {}).get("href") or "").strip()
    if number and (_NOTE_LINK.search(address) or asked.text.startswith("[")):
        return f"[{number[1]}]"
    back = _WAY_BACK.fullmatch(asked.text)
    if back and not is_address(address):
        return f"[{back[1]}] " if back[1] else ""
    return shown(node.text(deep=True), address)


def _take_note_beside(node: LexborNode, writer: Lines) -> bool:
    """Take a note that stands hidden behind its mark until somebody points at it."""
    number = writer.number_before()
    if number is None or not _OF_NOTES.search((node.attributes or {}).get("class") or ""):
        return False
    asked = Asked(node)
    if not asked.whole or _BARE_NUMBER.match(asked.text):
        return False
    return not asked.text or writer.keep(number, " ".join(asked.text.split()))


class _Rows:
    """The rows of tables of events; a date may hold for several rows."""

    def __init__(self, writer: Lines) -> None:
        self._writer = writer
        self._date = ""
        self._more = 0

    def line_of(self, row: LexborNode) -> str | None:
        """Return a row as one line, None where it is no row of a table of events."""
        cells = _cells(row)
        if cells is None:
            self._more = 0
            return None
        said = [" ".join(filter(None, self._lines_of(cell))) for cell in cells]
        if self._more:
            self._more -= 1
            said.insert(0, self._date)
        elif said and is_date(said[0]):
            span = (cells[0].attributes or {}).get("rowspan") or ""
            self._date = said[0]
            self._more = int(span) - 1 if re.fullmatch(r"[1-9]\d{0,2}", span) else 0
        return row_line(said)

    def _lines_of(self, cell: LexborNode) -> list[str]:
        inner = Lines(self._writer.marks)
        write(cell, inner)
        inner.end()
        if inner.marked:
            self._writer.marked = len(self._writer.lines) + 1
        return inner.lines


def _cells(row: LexborNode) -> list[LexborNode] | None:
    """Return the cells of a row, None where it is no row of events: a table for the page's layout."""
    count = 0
    stack = [row.child]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        count += 1
        if node.tag in ("table", "tr") or count > _MOST_IN_ROW:
            return None
        stack += (node.next, node.child)
    cells = []
    cell = row.child
    while cell is not None:
        if cell.tag in ("td", "th"):
            cells.append(cell)
        cell = cell.next
    return cells if len(cells) > 1 else None


class Asked:
    """The text of an element as far as it is asked about: of nested ones, all of it would be quadratic.

    `whole`: that is all of it; `has_link`: a link to elsewhere was among it, `address`: its address.
    """

    def __init__(self, root: LexborNode) -> None:
        pieces: list[str] = []
        size = parts = 0
        own = (root.attributes or {}).get("href") or ""
        self.address = own if root.tag == "a" and is_address(own) else ""
        stack = [child] if (child := root.child) is not None else []
        while stack and size < _ASKED_TEXT and parts < _ASKED_PARTS:
            node = stack.pop()
            parts += 1
            if node.tag == "-text":
                pieces.append(node.text_content or "")
                size += len(pieces[-1])
            elif node.tag == "a" and is_address((node.attributes or {}).get("href") or ""):
                self.address = self.address or (node.attributes or {}).get("href") or ""
            if (after := node.next) is not None:
                stack.append(after)
            if (child := node.child) is not None:
                stack.append(child)
        self.has_link = bool(self.address)
        self.whole = not stack
        self.text = "".join(pieces).strip()
