"""Records become an archive file.

Two passes, both streaming: the records are checked and laid down in staging files, then read
back in order of date and numbered. Memory does not grow with their number. All files have no
name while they are worked on (where the system allows it), so that a killed build leaves nothing.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import apsw
import msgspec

from zhylnama import __version__
from zhylnama.archive import database
from zhylnama.archive.edition import Edition, Tally
from zhylnama.archive.spellings import derive_spellings
from zhylnama.archive.staging import Staging
from zhylnama.archive.stored import as_stored, read_written
from zhylnama.archive.writer import ArchiveWriter
from zhylnama.failure import BadInput
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Person
from zhylnama.record.file import BadRecords, Record, to_json
from zhylnama.writing import replacing

Progress = Callable[[str, int, int | None], None]
"""Called with a stage (`read`, `write`, `index`), the number done, and of how many if known."""

BATCH = 2_000
PAGES_KB = 64_000
"""So much of the new file stays in memory: what is written in no order, the index of people."""


def build_archive(
    records: Iterable[Record],
    target: Path,
    *,
    gazetteer: Gazetteer,
    kind_groups: dict[str, str],
    progress: Progress = lambda stage, done, all_: None,
    origin: Callable[[], str] = str,
) -> Edition:
    """Write the archive file `target` from records, and return its edition.

    `kind_groups` maps every kind to its group; `origin` says, as the head of a sentence, where the
    record that was given last comes from. Raises BadInput (naming every fault: unreadable
    records, two events or people of one id, unknown kinds) and SystemRefused; the older file is
    then as it was.
    """
    with (
        database.met_by_people(target),
        _few_collections(),
        replacing(target) as stream,
        Staging(target.parent) as staging,
        _nameless(target.parent) as (archive, finished),
    ):
        staging.fill(records, kind_groups, origin, lambda done: progress("read", done, None))
        archive.execute(database.schema())
        try:
            edition = _fill(archive, staging, gazetteer, kind_groups, progress)
        except apsw.ConstraintError as error:
            if twice := staging.twice():
                raise BadRecords(twice) from error
            raise
        archive.close()
        # What was staged goes first: its room on the disk and in the system's memory is used again.
        staging.close()
        _copy(finished, stream)
    return edition


def _copy(finished: BinaryIO, stream: BinaryIO) -> None:
    """Write all bytes of a file to a stream: inside the system where it can, as a loop else."""
    if sys.platform == "linux":
        try:
            while os.copy_file_range(finished.fileno(), stream.fileno(), 1 << 30):
                pass
        except OSError as error:
            # A pipe, another disk, an old system: nothing has gone over yet.
            if error.errno not in _NOT_INSIDE:
                raise
    shutil.copyfileobj(finished, stream, 1 << 20)


_NOT_INSIDE = {errno.EINVAL, errno.EXDEV, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF, errno.EPERM}


@contextlib.contextmanager
def _few_collections() -> Iterator[None]:
    """Look for cycles of objects a hundred times less often.

    Rows by the million are in none, and walking them takes a twentieth of a build.
    """
    usual = gc.get_threshold()
    gc.set_threshold(100 * usual[0], *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextlib.contextmanager
def _nameless(folder: Path) -> Iterator[tuple[apsw.Connection, BinaryIO]]:
    """Give a new database without a name in a folder, and a stream of its bytes.

    A database is opened, then its name is removed; its bytes are read through a descriptor of
    their own. Where an open file cannot lose its name (Windows), it goes at the end.
    """
    descriptor, path = tempfile.mkstemp(prefix=".archive-", suffix=".part", dir=folder)
    os.close(descriptor)
    with contextlib.ExitStack() as stack:
        stack.callback(_remove, path)
        stream = stack.enter_context(Path(path).open("rb"))
        connection = apsw.Connection(path)
        stack.callback(connection.close)
        database.prepare_for_filling(connection)
        _remove(path)
        yield connection, stream


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        Path(path).unlink()


# -- Second pass -------------------------------------------------------------------------------


def _fill(
    archive: apsw.Connection,
    staging: Staging,
    gazetteer: Gazetteer,
    kind_groups: dict[str, str],
    progress: Progress,
) -> Edition:
    tally = Tally()
    # One plain transaction: a savepoint (`with archive:`) would keep what it could roll back.
    archive.execute("BEGIN")
    archive.pragma("cache_size", -PAGES_KB)
    database.collect_words(archive)
    writer = ArchiveWriter(archive, gazetteer, kind_groups, staging.names)
    for entry in staging.people:
        person = msgspec.json.decode(entry.partition(b"\t")[2], type=Person)
        tally.add_person(to_json(person))
        writer.add_person(person)
    writer.flush()
    # The order depends on the records alone, so that the digest does not depend on the files.
    ordered = iter(staging.events)
    done = 0
    while batch := list(islice(ordered, BATCH)):
        lines = [entry.partition(b"\t")[2] for entry in batch]
        tally.add_lines(lines)
        for number, line in enumerate(lines, start=done + 1):
            event = read_written(line)
            tally.add_event(event)
            writer.add_event(number, event, as_stored(event))
        writer.flush()
        done += len(batch)
        progress("write", done, staging.event_count)
    progress("index", 0, None)
    writer.finish()
    database.join_words(archive)
    derive_spellings(archive)
    edition = _describe(archive, tally)
    archive.execute("COMMIT")
    archive.pragma("analysis_limit", 1_000)  # a sample is enough to choose an index by
    archive.execute("ANALYZE")
    return edition


def _describe(archive: apsw.Connection, tally: Tally) -> Edition:
    edition = tally.edition(archive.execute("SELECT count(*) FROM person").get)
    meta = {
        "edition": edition.label,
        "digest": edition.digest,
        "events": str(edition.events),
        "people": str(edition.people),
        "first": edition.first.isoformat() if edition.first else "",
        "last": edition.last.isoformat() if edition.last else "",
        "reports": "\n".join(edition.reports),
        "program": f"Zhylnama {__version__}",
    }
    archive.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    return edition


def read_edition(archive: apsw.Connection) -> Edition:
    """Return the edition that an archive states. Raises BadInput where it states none."""
    import datetime as dt

    meta = dict(archive.execute("SELECT key, value FROM meta"))
    try:
        return Edition(
            label=meta["edition"],
            digest=meta["digest"],
            events=int(meta["events"]),
            people=int(meta["people"]),
            first=dt.date.fromisoformat(meta["first"]) if meta["first"] else None,
            last=dt.date.fromisoformat(meta["last"]) if meta["last"] else None,
            reports=tuple(meta["reports"].split("\n")) if meta["reports"] else (),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput("The archive is damaged: it does not say which edition it is.") from error
