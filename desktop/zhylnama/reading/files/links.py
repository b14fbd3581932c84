"""Links as pages and documents hold them: behind a word, behind the mark of a note, behind a redirect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qs, urlsplit

_SHOWN: Final = re.compile(r"(?:https?|ttps?)://|www\.")
_NUMBER: Final = re.compile(r"\s*\[\s*(\d{1,4})\s*\]\s*")
# Hosts that lead on to the address in a field of their own.
_REDIRECTS: Final = {
    "l.facebook.com": "u",
    "lm.facebook.com": "u",
    "l.instagram.com": "u",
    "www.google.com": "q",
    "google.com": "q",
    "vk.com": "to",
    "away.vk.com": "to",
}
_CUT: Final = ("…", "...")


def unwrapped(address: str) -> str:
    """Return where a link leads in the end: a redirect tells its host who follows it."""
    try:
        parts = urlsplit(address)
        field = _REDIRECTS.get(parts.hostname or "")
        found = parse_qs(parts.query).get(field, [""]) if field else [""]
    except ValueError:
        return address
    return found[0] if found[0].startswith(("http://", "https://")) else address


def is_address(address: str) -> bool:
    """Whether a link leads to a page of the web."""
    return address.startswith(("http://", "https://"))


def shown(text: str, address: str) -> str | None:
    """Return the text of a link with its address, None where the text shows it itself."""
    address = unwrapped(address)
    if not text.strip() or not is_address(address):
        return None
    if _SHOWN.search(text):
        # A network cuts long addresses.
        return f"{address} " if text.rstrip().endswith(_CUT) else None
    return f"{text} {address} "


class LinkedMarks:
    """Notes that have no line: the mark itself is a link, or the note stands right behind it."""

    def __init__(self) -> None:
        self._notes: dict[int, str] = {}

    def take(self, text: str, address: str) -> str | None:
        """Return a link as the mark of a note, `[1]`; None where it is none."""
        number = _NUMBER.fullmatch(text)
        address = unwrapped(address)
        if number is None or not is_address(address):
            return None
        return f"[{number[1]}]" if self.keep(int(number[1]), address) else None

    def keep(self, number: int, note: str) -> bool:
        """Keep a note; return whether its number was free, or had the same."""
        return self._notes.setdefault(number, note) == note

    def lines(self) -> Iterator[str]:
        """Yield the notes as lines, an empty one before each."""
        for number, note in self._notes.items():
            yield ""
            yield f"[{number}] {note}"
