"""Whether an archive file is whole: every page readable, every record as its digest says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import apsw

from zhylnama.archive import database
from zhylnama.archive.archive import Archive
from zhylnama.archive.edition import Edition, Tally
from zhylnama.archive.stored import is_as_stored, shown_name, stream_events
from zhylnama.archive.writer import appearances
from zhylnama.failure import BadInput
from zhylnama.record.event import Person
from zhylnama.record.file import to_json


def verify_archive(path: Path) -> Edition:
    """Read a whole archive and return its edition.

    Raises BadInput with a sentence where it is damaged (SQLite's own check of every page and of
    the index) or changed (the records do not give the digest, the dates and the counts that it
    states, or the people that it lists), and SystemRefused. What only makes finding quick has no
    digest of its own.
    """
    connection = database.open_read_only(path)
    try:
        with database.met_by_people(path):
            rows = [row for (row,) in connection.execute("PRAGMA integrity_check(10)")]
            if rows != ["ok"]:
                raise BadInput(
                    "{path} is damaged: {what}. Take a fresh copy of the archive.",
                    path=path,
                    # SQLite says in a line of its own which database it speaks of.
                    what=rows[0].splitlines()[-1],
                )
            for table, *_ in connection.execute("PRAGMA foreign_key_check"):
                raise BadInput(
                    "{path} was changed after it was built: {table} has loose rows.",
                    path=path,
                    table=table,
                )
            with Archive.open(path) as archive:
                stated = archive.edition
                records = _Records(path, connection, list(archive.identities()))
            read = records.read()
    finally:
        connection.close()
    if read.digest != stated.digest:
        raise BadInput(
            "{path} was changed after it was built: its records have the digest "
            "{found}, and it states {stated}.",
            path=path,
            found=read.digest[:8],
            stated=stated.digest[:8],
        )
    if read != stated:
        raise BadInput(
            "{path} was changed after it was built: it states other reports, dates or"
            " counts than its records have.",
            path=path,
        )
    if not records.as_listed:
        raise BadInput(
            "{path} was changed after it was built: its lists of people are not those of its"
            " records.",
            path=path,
        )
    return stated


class _Records:
    """All records of an open archive, read once, beside the lists that were made from them."""

    def __init__(self, path: Path, connection: apsw.Connection, recorded: list[Person]) -> None:
        self._path = path
        self._connection = connection
        self._recorded = {person.id: person for person in recorded}
        self._tally = Tally()
        # The names by which events call somebody, the first first, and in how many events.
        self._met: dict[str, dict[str, None]] = {}
        self._events: Counter[str] = Counter()
        self.as_listed = True

    def read(self) -> Edition:
        """Return the edition that the records give, and set `as_listed`."""
        for person in self._recorded.values():
            self._tally.add_person(to_json(person))
        self._compare(
            self._appearances(), "SELECT event, person, targeted FROM appearance ORDER BY 1, 2"
        )
        self._compare(self._people(), "SELECT id, name, events FROM person ORDER BY 1")
        self._compare(
            (
                (person, name)
                for person, names in sorted(self._met.items())
                for name in sorted(names)
            ),
            "SELECT person, name FROM met_name ORDER BY 1, 2",
        )
        return self._tally.edition(len(self._met.keys() | self._recorded.keys()))

    def _compare(self, wanted: Iterator[tuple[object, ...]], rows: str) -> None:
        """Take note where rows of the archive are not what the records give; read all of these."""
        for ours, theirs in zip_longest(wanted, self._connection.execute(rows)):
            self.as_listed = self.as_listed and ours == theirs

    def _appearances(self) -> Iterator[tuple[int, str, bool]]:
        for number, line, event in stream_events(self._connection):
            if not is_as_stored(line):
                # Two equal keys by hand: SQLite would read one, we the other.
                raise BadInput(
                    "{path} was changed after it was built: the record of event {number} is not"
                    " as it was written.",
                    path=self._path,
                    number=number,
                )
            self._tally.add_lines([to_json(event)])
            self._tally.add_event(event)
            for one in event.people:
                self._met.setdefault(one.person, {}).setdefault(one.name)
            for person, targeted in sorted(appearances(event)):
                self._events[person] += 1
                yield number, person, targeted

    def _people(self) -> Iterator[tuple[str, str, int]]:
        for id_ in sorted(self._met.keys() | self._recorded.keys()):
            met = next(iter(self._met.get(id_, ())), None)
            person = self._recorded.get(id_) or Person(id=id_)
            yield id_, shown_name(person, met), self._events[id_]
