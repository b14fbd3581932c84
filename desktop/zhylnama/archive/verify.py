"""Whether an archive file is whole: every page readable, every record as its digest says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from zhylnama.archive import database
from zhylnama.archive.archive import Archive
from zhylnama.archive.edition import Digest, Edition, edition_label
from zhylnama.failure import BadInput
from zhylnama.record.file import to_json


def verify_archive(path: Path) -> Edition:
    """Read a whole archive and return its edition.

    Raises BadInput with a sentence where it is damaged (SQLite's own check of every page and of
    the index) or changed (the records do not give the digest, the dates and the counts that it
    states), and SystemRefused. The derived tables have no digest of their own.
    """
    connection = database.open_read_only(path)
    try:
        with database.met_by_people(path):
            rows = [row for (row,) in connection.execute("PRAGMA integrity_check(10)")]
            if rows != ["ok"]:
                raise BadInput(
                    "{path} is damaged: {what}. Take a fresh copy of the archive.",
                    path=path,
                    what=rows[0],
                )
            for table, *_ in connection.execute("PRAGMA foreign_key_check"):
                raise BadInput(
                    "{path} was changed after it was built: {table} has loose rows.",
                    path=path,
                    table=table,
                )
            people: int = connection.execute("SELECT count(*) FROM person").get
    finally:
        connection.close()
    with Archive.open(path) as archive:
        read = _read_edition_of_records(archive)
        if read.digest != archive.edition.digest:
            raise BadInput(
                "{path} was changed after it was built: its records have the digest "
                "{found}, and it states {stated}.",
                path=path,
                found=read.digest[:8],
                stated=archive.edition.digest[:8],
            )
        if read != archive.edition or read.people != people:
            raise BadInput(
                "{path} was changed after it was built: it states other reports, dates or"
                " counts than its records have.",
                path=path,
            )
        return archive.edition


def _read_edition_of_records(archive: Archive) -> Edition:
    """Return the edition that the records themselves give."""
    digest = Digest()
    people: set[str] = set()
    reports: set[str] = set()
    days: list[dt.date] = []
    events = 0
    for person in archive.identities():
        digest.add(to_json(person))
        people.add(person.id)
    for event in archive.events():
        digest.add(to_json(event))
        events += 1
        people.update(appearance.person for appearance in event.people)
        if event.report is not None:
            reports.add(event.report)
        if event.date is not None:
            last = event.until or event.date
            days = [min(days[0], event.date), max(days[1], last)] if days else [event.date, last]
    return Edition(
        label=edition_label(list(reports)),
        digest=digest.hex(),
        events=events,
        people=len(people),
        first=days[0] if days else None,
        last=days[1] if days else None,
        reports=tuple(sorted(reports)),
    )
