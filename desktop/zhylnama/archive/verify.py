"""Whether an archive file is whole: every page readable, every record as its digest says."""

from __future__ import annotations

from pathlib import Path

import msgspec

from zhylnama.archive import database
from zhylnama.archive.archive import Archive
from zhylnama.archive.edition import Digest, Edition
from zhylnama.failure import BadInput
from zhylnama.record.file import to_json


def verify_archive(path: Path) -> Edition:
    """Read a whole archive and return its edition.

    Raises BadInput with a sentence where it is damaged (SQLite's own check of every page) or
    changed (the records do not give the digest that it states), and SystemRefused.
    """
    connection = database.open_read_only(path)
    try:
        with database.met_by_people(path):
            rows = [row for (row,) in connection.execute("PRAGMA integrity_check(10)")]
            if rows != ["ok"]:
                raise BadInput(f"{path} is damaged: {rows[0]}. Take a fresh copy of the archive.")
    finally:
        connection.close()
    digest = Digest()
    with Archive.open(path) as archive:
        try:
            for person in archive.identities():
                digest.add(msgspec.json.encode(person))
            for event in archive.events():
                digest.add(to_json(event))
        except (ValueError, TypeError, KeyError) as error:
            raise BadInput(f"{path} is damaged: a record cannot be read ({error}).") from error
        if digest.hex() != archive.edition.digest:
            raise BadInput(
                f"{path} was changed after it was built: its records have the digest "
                f"{digest.hex()[:8]}, and it states {archive.edition.digest[:8]}."
            )
        return archive.edition
