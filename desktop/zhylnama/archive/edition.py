"""What an archive is: its edition, its content digest, its extent."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """`label` is the span of reports (`2021-12`), `digest` 64 hexadecimal digits over the records.

    The digest is the same for the same records, whoever built the file and when.
    """

    label: str
    digest: str
    events: int
    people: int
    first: dt.date | None
    last: dt.date | None
    reports: tuple[str, ...]

    @property
    def short_digest(self) -> str:
        """Return the first eight digits, in two groups, for a status bar or a page's head."""
        return f"{self.digest[:4]} {self.digest[4:8]}"


class Digest:
    """A running SHA-256 over records as JSON Lines, in the order of the archive."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, record: bytes) -> None:
        """Take in one record, as its one line of JSON without the line end."""
        self._hash.update(record)
        self._hash.update(b"\n")

    def hex(self) -> str:
        """Return the digest so far: 64 hexadecimal digits."""
        return self._hash.hexdigest()


def edition_label(reports: list[str]) -> str:
    """Return the name of an edition: one period, or first to last; `-` where none is stated."""
    periods = sorted(set(reports))
    if not periods:
        return "-"
    return periods[0] if len(periods) == 1 else f"{periods[0]}..{periods[-1]}"
