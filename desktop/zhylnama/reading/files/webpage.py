"""Text out of a saved web page: the article's blocks, its links, and note marks as `[1]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from zhylnama.failure import BadInput

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LEFT_OUT = "script, style, noscript, template, svg, iframe, title"
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
# Elements that stay open until they are closed; `<p>` and `<li>` end by themselves.
_TAG = re.compile(
    r"<(/?)(?:div|span|section|article|blockquote|ul|ol|dl|table|font|center|b|i|u|em|strong|a|sup|sub|form|main|h[1-6])\b",
    re.I,
)
# Where a head says what its page is.
_CALLED: Final = (
    ("title", ""),
    ("meta[property='og:title']", "content"),
    ("link[rel='canonical']", "href"),
)
DEEPEST = 5_000
# A tag with its attributes; values in quotes (a picture may be one) are not counted.
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000,}", re.I)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
MOST_ATTRIBUTES = 5_000
# What is asked of an element is answered by so much of it: marks and notes are short.
_ASKED_TEXT = 1_000
_ASKED_PARTS = 200
_LONGEST_NOTE = 400
# A saved page has some hundred parts (pictures, styles), hardly ever one inside another.
MOST_PARTS = 5_000
MOST_NESTED = 50
_PARTED = re.compile(rb"^content-type:\s*multipart", re.I | re.M)
_BLANK_LINE = re.compile(rb"\n\r?\n")
_LONGEST_HEAD = 64 * 1024
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BARE_NUMBER = re.compile(r"^\[?(\d{1,4})\]?$")
_NOTE_LINK = re.compile(r"#.*?(?:ftn|fn|note|cite|_edn|endnote|ref)", re.I)


def archived_page(path: Path, content: bytes) -> bytes:
    """Return the page inside a web archive (.mht, .mhtml), as a browser saves it in one file.

    Raises BadInput where there is no page, and where the archive is damaged or made to do harm.
    """
    import email

    damaged = BadInput("{path} is a damaged web archive: it cannot be opened.", path=path)
    head = _BLANK_LINE.search(content, 0, _LONGEST_HEAD)
    if (
        head is None
        or content.count(b"\n--") > MOST_PARTS
        or len(_PARTED.findall(content)) > MOST_NESTED
    ):
        raise damaged
    # The older policy does not take the heads apart any further than they are asked for.
    message = email.message_from_bytes(content)
    try:
        for part in message.walk():
            if part.get_content_type() != "text/html":
                continue
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                charset = part.get_content_charset()
                if charset and charset.lower() not in ("utf-8", "us-ascii"):
                    return b'<meta charset="' + charset.encode("ascii", "ignore") + b'">' + payload
                return payload
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise damaged from error
    raise BadInput("{path} is a web archive without a page in it.", path=path)


def page_lines(path: Path, markup: str) -> Iterator[str]:
    """Yield the lines of a page: a block each, empty ones between them."""
    from selectolax.lexbor import LexborHTMLParser

    if _depth(markup) > DEEPEST or _has_endless_tag(markup):
        raise BadInput(
            "{path} is nested deeper than any web page is, and cannot be read.", path=path
        )
    tree = LexborHTMLParser(markup)
    for node in tree.css(_LEFT_OUT):
        node.decompose()
    if tree.body is None:
        return
    writer = _Lines()
    _write(tree.body, writer)
    writer.end()
    yield from writer.lines


def page_titles(markup: str) -> tuple[str, ...]:
    """Return what a page calls itself in its head: its title, then the last part of its address."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    found = []
    for selector, attribute in _CALLED:
        node = tree.css_first(selector)
        said = (
            None if node is None else node.attributes.get(attribute) if attribute else node.text()
        )
        if said and attribute == "href":
            said = unquote(said).rstrip("/").rpartition("/")[2]
        if said:
            found.append(" ".join(re.split(r"[\s_]+", said))[:400])
    return tuple(found)


def _depth(markup: str) -> int:
    """Return about how deep the elements of a page are nested: parsing takes the square of it."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _has_endless_tag(markup: str) -> bool:
    """Return whether a tag has thousands of attributes: parsing takes the square of their number."""
    return any(
        len(_QUOTED.sub(" ", tag[0]).split()) > MOST_ATTRIBUTES
        for tag in _LONG_TAG.finditer(markup)
    )


class _Lines:
    """Lines as they come together from pieces of text."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pieces: list[str] = []

    def add(self, text: str) -> None:
        self._pieces.append(text)

    def end(self, *, gap: bool = True) -> None:
        text = _SPACES.sub(" ", "".join(self._pieces)).strip(" ")
        self._pieces.clear()
        if text:
            self.lines.append(text)
        if gap and self.lines and self.lines[-1]:
            self.lines.append("")


def _write(root: LexborNode, writer: _Lines) -> None:
    """Walk the tree without recursion: a hostile page is nested as deep as it likes."""
    stack: list[tuple[LexborNode, str]] = [(root, "in")]
    counters: list[int] = []
    while stack:
        node, way = stack.pop()
        tag = node.tag or ""
        if way == "out":
            if tag == "ol":
                counters.pop()
            writer.end()
            continue
        if tag == "-text":
            writer.add(node.text_content or "")
            continue
        if tag == "br":
            writer.end(gap=False)
            continue
        if tag in ("sup", "a") and (written := _mark_or_link(node, tag)) is not None:
            writer.add(written)
            continue
        if tag in _BLOCKS:
            writer.end()
            stack.append((node, "out"))
            if tag == "ol":
                counters.append(_start_of(node))
            elif tag == "li" and counters and _is_note(node):
                writer.add(f"[{counters[-1]}] ")
                counters[-1] += 1
        child = node.last_child
        while child is not None:
            if (child.tag or "").startswith("-") and child.tag != "-text":
                child = child.prev
                continue
            stack.append((child, "in"))
            child = child.prev


def _start_of(node: LexborNode) -> int:
    start = (node.attributes or {}).get("start") or ""
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _is_note(node: LexborNode) -> bool:
    """Whether a numbered item is a note: it begins with a link, or says so itself."""
    asked = _Asked(node)
    if re.match(r"\[?\d", asked.text):
        return False
    named = f"{(node.attributes or {}).get('id') or ''}".lower()
    note = asked.whole and asked.has_link and len(asked.text) < _LONGEST_NOTE
    return note or "note" in named or named.startswith("fn")


def _mark_or_link(node: LexborNode, tag: str) -> str | None:
    """Return a note mark as `[1]`, and a link with its address where the text does not show it."""
    asked = _Asked(node)
    number = _BARE_NUMBER.match(asked.text) if asked.whole else None
    if tag == "sup":
        return f"[{number[1]}]" if number else None
    address = ((node.attributes or {}).get("href") or "").strip()
    if number and (_NOTE_LINK.search(address) or asked.text.startswith("[")):
        return f"[{number[1]}]"
    if asked.text in ("↑", "↩", "↩︎", "^") and address.startswith("#"):
        return ""
    text = node.text(deep=True)
    if not re.match(r"https?://", address) or re.search(r"(?:https?|ttps?)://|www\.", text):
        return None
    return f"{text} {address} " if text.strip() else None


class _Asked:
    """The text of an element as far as it is asked about: of nested ones, all of it would be quadratic.

    `whole`: that is all of it; `has_link`: an address was among it.
    """

    def __init__(self, root: LexborNode) -> None:
        pieces: list[str] = []
        self.has_link = False
        size = parts = 0
        stack = [child] if (child := root.child) is not None else []
        while stack and size < _ASKED_TEXT and parts < _ASKED_PARTS:
            node = stack.pop()
            parts += 1
            if node.tag == "-text":
                pieces.append(node.text_content or "")
                size += len(pieces[-1])
            elif node.tag == "a" and (node.attributes or {}).get("href"):
                self.has_link = True
            if (after := node.next) is not None:
                stack.append(after)
            if (child := node.child) is not None:
                stack.append(child)
        self.whole = not stack
        self.text = "".join(pieces).strip()
