"""Text out of a saved web page: the article's blocks, its links, and note marks as `[1]`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from zhylnama.failure import BadInput
from zhylnama.reading.files.elements import Lines, write
from zhylnama.reading.files.links import LinkedMarks

_LEFT_OUT = "script, style, noscript, template, svg, iframe, title"
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
# A saved page has some hundred parts (pictures, styles), hardly ever one inside another.
MOST_PARTS = 5_000
MOST_NESTED = 50
_PARTED = re.compile(rb"^content-type:\s*multipart", re.I | re.M)
_BLANK_LINE = re.compile(rb"\n\r?\n")
_LONGEST_HEAD = 64 * 1024


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


@dataclass(slots=True)
class PageText:
    """The lines of a page, a block each, empty ones between them; and those of its menus and comments."""

    lines: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)


def page_text(path: Path, markup: str) -> PageText:
    """Return the text of a page; raises BadInput where it is nested deeper than any page."""
    from selectolax.lexbor import LexborHTMLParser

    if _depth(markup) > DEEPEST or _has_endless_tag(markup):
        raise BadInput(
            "{path} is nested deeper than any web page is, and cannot be read.", path=path
        )
    tree = LexborHTMLParser(markup)
    for node in tree.css(_LEFT_OUT):
        node.decompose()
    found = PageText()
    if tree.body is None:
        return found
    writer, around = Lines(LinkedMarks()), Lines(LinkedMarks())
    write(tree.body, writer, around)
    found.lines, found.around = writer.all_lines(), around.all_lines()
    if sum(map(len, found.around)) > sum(map(len, found.lines)):
        # What is most of a page is the page.
        writer = Lines(LinkedMarks())
        write(tree.body, writer)
        return PageText(writer.all_lines())
    return found


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
