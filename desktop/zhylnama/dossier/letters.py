"""Archive text made fit for a page: nothing in it is markup, and nothing in it is lost.

A character that the page's fonts cannot show, that controls instead of being read, or that would
turn the direction of the text is printed as its code, `[U+202E]`: visible, searchable, harmless.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import pairwise
from urllib.parse import quote
from xml.sax.saxutils import escape

# Where a long link may go to a new line: after a separator, so that the pieces read as a link.
_BREAKS_AFTER = re.compile(r"(?<=[/?&=.,;:_\-%+#~])")


class Letters:
    """Turns any text into paragraph markup for fonts that have the characters `held`.

    `replaced` becomes True when a character had to be printed as its code.
    """

    def __init__(self, held: Container[int]) -> None:
        self._table = _Table(held)
        self.replaced = False

    def plain(self, text: str) -> str:
        """Return the text with every character either printable on the page or as its code.

        Composed form (NFC): canonically the same letters, and the fonts set them properly.
        Line breaks stay, as `\\n`; tabs become spaces.
        """
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        if text.isascii() and text.isprintable():
            return text
        said = text.translate(self._table)
        if _OPEN in said:
            self.replaced = True
            # Codes in a row share one pair of brackets: [U+4E2D U+6587].
            said = said.replace(_SHUT + _OPEN, " ").replace(_OPEN, "[").replace(_SHUT, "]")
        return said

    def markup(self, text: str) -> str:
        """Return the text for a reportlab paragraph, as text only."""
        return escape(self.plain(text)).replace("\n", "<br/>")


class _Table(dict[int, str]):
    """What is printed for each character, found out once."""

    def __init__(self, held: Container[int]) -> None:
        super().__init__()
        self._held = held

    def __missing__(self, code: int) -> str:
        said = self[code] = self._printed(code)
        return said

    def _printed(self, code: int) -> str:
        letter = chr(code)
        if letter in "\n\u2028\u2029":
            return "\n"
        if letter == "\t":
            return " "
        category = unicodedata.category(letter)
        if category == "Zs":
            return letter if letter == "\u00a0" else " "
        if category[0] != "C" and code in self._held:
            return letter
        return f"{_OPEN}U+{code:04X}{_SHUT}"


# Around a code while it is put together: private-use characters, which no text keeps (they are
# printed as codes themselves).
_OPEN, _SHUT = "\ue000", "\ue001"


def break_link(url: str, width_of: dict[str, float], width: float) -> list[str]:
    """Return a link in lines that fit the width: joined again they are the link, whole.

    It breaks after separators where it can, and anywhere where it must. `width_of` gives the
    width of each character (links are set without kerning).
    """
    pieces: list[str] = []
    for piece in _BREAKS_AFTER.split(url):
        pieces += _chop(piece, width_of, width)
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        size = sum(width_of[letter] for letter in piece)
        if line and used + size > width:
            lines.append(line)
            line, used = "", 0.0
        line += piece
        used += size
    return [*lines, line] if line else lines


def _chop(piece: str, width_of: dict[str, float], width: float) -> list[str]:
    """Cut a piece that is wider than the line."""
    ends, used = [0], 0.0
    for position, letter in enumerate(piece):
        if used + width_of[letter] > width and position > ends[-1]:
            ends.append(position)
            used = 0.0
        used += width_of[letter]
    return [piece[start:end] for start, end in pairwise([*ends, len(piece)]) if end > start]


def link_target(url: str) -> str:
    """Return a link as an address for an annotation: ASCII only, quotes and brackets coded."""
    return escape(quote(url, safe=":/?#[]@!$&()*+,;=%~-._"))
