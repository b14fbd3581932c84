"""A report and an archive's people become the basis of a review."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from zhylnama.failure import cannot_read
from zhylnama.reading.files.document import check_file, open_document
from zhylnama.reading.names.identities import Known, Lookup
from zhylnama.reading.report import ReadEvent, ReportReader
from zhylnama.reading.reviewing.operations import Basis, Entry
from zhylnama.reading.reviewing.persons import taken_for
from zhylnama.reading.reviewing.spare import spare_events


class Stopped(Exception):
    """The person who waits for a report to be read waits no more."""


def read_basis(
    path: Path,
    *,
    resources: Path,
    lookup: Lookup,
    archive_digest: str,
    progress: Callable[[int], None] = lambda events: None,
    stop: Callable[[], bool] = lambda: False,
) -> Basis:
    """Read a report into what a review of it begins with.

    Raises BadInput or SystemRefused where the report cannot be read, and Stopped.
    """
    check_file(path)
    known: dict[str, Known] = {}

    def noted(name: str) -> Sequence[Known]:
        found = lookup.find(name)
        known.update({one.id: one for one in found})
        return found

    def watch() -> None:
        if stop():
            raise Stopped

    intake = ReportReader(resources).begin(replace(lookup, find=noted))
    reading = intake.read(open_document(path, watch))
    entries: list[Entry] = []
    for read in reading.events():
        entries.append(_entry(read, read.event.id))
        progress(len(entries))
    spare = {
        at: tuple(_entry(read, f"left-out-{at}.{n}") for n, read in enumerate(events, 1))
        for at, events in spare_events(reading)
    }
    people = tuple(intake.new_people())
    proposed = {other for person in people for other in person.may_be}
    spared = (entry for waiting in spare.values() for entry in waiting)
    proposed |= taken_for(doubt for entry in (*entries, *spared) for doubt in entry.told)
    period = reading.survey.period
    return Basis(
        file=path.name,
        report_digest=digest_of(path),
        archive_digest=archive_digest,
        title=reading.survey.title,
        period=period.label if period else None,
        paragraphs=reading.tally.paragraphs,
        entries=tuple(entries),
        people=people,
        known=tuple(one for id_, one in known.items() if id_ in proposed),
        left_out=tuple(reading.tally.left_out),
        spare=spare,
    )


def _entry(read: ReadEvent, key: str) -> Entry:
    told = tuple(read.event.uncertain)
    return Entry(key=key, event=read.event, pieces=read.pieces, told=told)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file: by it a report is known whose review was begun.

    Raises BadInput or SystemRefused as `open_document` does, of what is no file.
    """
    check_file(path)
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as refused:
        raise cannot_read(path, refused) from refused
