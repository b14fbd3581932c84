"""What an archive is: its edition, its content digest, its extent."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from zhylnama.record.event import Event


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


class Tally:
    """Takes in the records of an archive in its order, and says what edition they are.

    A record comes as its one line of JSON without the line end: the digest is a SHA-256 over them.
    """

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._reports: set[str] = set()
        self._events = 0
        self._first: dt.date | None = None
        self._last: dt.date | None = None

    def add_person(self, line: bytes) -> None:
        """Take in one recorded identity."""
        self._hash.update(line)
        self._hash.update(b"\n")

    def add_lines(self, lines: list[bytes]) -> None:
        """Take in the lines of events; each is given to `add_event` as well."""
        self._hash.update(b"\n".join([*lines, b""]))

    def add_event(self, event: Event) -> None:
        """Take in one event, whose line is given to `add_lines`."""
        self._events += 1
        if event.report is not None:
            self._reports.add(event.report)
        if event.date is not None:
            if self._first is None or event.date < self._first:
                self._first = event.date
            last = event.until or event.date
            if self._last is None or last > self._last:
                self._last = last

    def edition(self, people: int) -> Edition:
        """Return the edition of what was taken in, in which so many people appear."""
        return Edition(
            label=edition_label(list(self._reports)),
            digest=self._hash.hexdigest(),
            events=self._events,
            people=people,
            first=self._first,
            last=self._last,
            reports=tuple(sorted(self._reports)),
        )


def edition_label(reports: list[str]) -> str:
    """Return the name of an edition: one period, or first to last; `-` where none is stated."""
    periods = sorted(set(reports))
    if not periods:
        return "-"
    return periods[0] if len(periods) == 1 else f"{periods[0]}..{periods[-1]}"
