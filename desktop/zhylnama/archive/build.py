"""Records become an archive file.

Two passes, both streaming: the records are checked and laid down in a staging file, then read
back in order of date and numbered. Memory does not grow with their number. Both files have no
name while they are worked on (where the system allows it), so that a killed build leaves nothing.
"""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints

import apsw
import msgspec

from zhylnama import __version__
from zhylnama.archive import database
from zhylnama.archive.edition import Digest, Edition, edition_label
from zhylnama.archive.spellings import derive_spellings
from zhylnama.archive.writer import ArchiveWriter
from zhylnama.failure import BadInput
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Event, Person
from zhylnama.record.file import BadRecords, Record, to_json
from zhylnama.writing import replacing

Progress = Callable[[str, int, int | None], None]
"""Called with a stage (`read`, `write`, `index`), the number done, and of how many if known."""

BATCH = 2_000


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
        _workshop(target.parent) as make,
    ):
        staging, _ = make("staging")
        _stage(records, staging, kind_groups, progress, origin)
        archive, archive_path = make("archive")
        archive.execute(database.schema())
        edition = _fill(archive, staging, gazetteer, kind_groups, progress)
        archive.close()
        staging.close()
        with archive_path() as finished:
            shutil.copyfileobj(finished, stream, 1 << 20)
    return edition


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
def _workshop(folder: Path) -> Iterator[Any]:
    """Give a function that makes a nameless database beside the target.

    A database is opened, then its name is removed; its bytes are read through a descriptor of
    their own. Where an open file cannot lose its name (Windows), it goes at the end.
    """
    with contextlib.ExitStack() as stack:

        def make(name: str) -> tuple[apsw.Connection, Callable[[], Any]]:
            descriptor, path = tempfile.mkstemp(prefix=f".{name}-", suffix=".part", dir=folder)
            os.close(descriptor)
            stream = stack.enter_context(Path(path).open("rb"))
            connection = apsw.Connection(path)
            stack.callback(_remove, path)
            stack.callback(connection.close)
            database.prepare_for_filling(connection)
            with contextlib.suppress(OSError):
                Path(path).unlink()
            return connection, lambda: contextlib.nullcontext(stream)

        yield make


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        Path(path).unlink()


# -- First pass --------------------------------------------------------------------------------


def _stage(
    records: Iterable[Record],
    staging: apsw.Connection,
    kind_groups: dict[str, str],
    progress: Progress,
    origin: Callable[[], str],
) -> None:
    staging.execute(
        "CREATE TABLE event (id TEXT UNIQUE, date TEXT, report TEXT, paragraph INTEGER, line BLOB);"
        # An index from the start: sorting at the end would hold every record in memory, since this
        # SQLite keeps what it sorts off the disk (rightly: a sorted copy would be a trace).
        "CREATE INDEX event_in_order ON event (date, report, paragraph, length(id), id);"
        "CREATE TABLE person (id TEXT PRIMARY KEY, line BLOB) WITHOUT ROWID;"
    )
    faults: list[str] = []
    done = 0
    with staging:
        try:
            for record in records:
                wrong = _lay_down(staging, record, kind_groups)
                if wrong:
                    faults += [origin() + fault for fault in wrong]
                done += 1
                if done % BATCH == 0:
                    progress("read", done, None)
        except BadRecords as bad:
            # What was yielded before the fault is thrown away with the staging file.
            faults += bad.sentences
    if faults:
        raise BadRecords(faults)


def _lay_down(staging: apsw.Connection, record: Record, kind_groups: dict[str, str]) -> list[str]:
    """Put one record aside, and return what is wrong with it among the others."""
    if isinstance(record, Person):
        staging.execute(
            "INSERT OR IGNORE INTO person VALUES (?, ?)", (record.id, msgspec.json.encode(record))
        )
        return [] if staging.changes() else [f"{record.id}: two people have this id."]
    wrong = []
    if not all(kind in kind_groups for kind in _named_kinds(record)):
        wrong = [
            f"{record.id}: kinds: “{kind}” is not in the list of kinds."
            for kind in sorted(set(_named_kinds(record)) - kind_groups.keys())
        ]
    staging.execute(
        "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?)",
        (
            record.id,
            record.date and record.date.isoformat(),
            record.report,
            record.paragraph,
            to_json(record),
        ),
    )
    if not staging.changes():
        wrong.append(f"{record.id}: two events have this id.")
    return wrong


def _named_kinds(event: Event) -> Iterator[str]:
    yield from event.kinds
    for appearance in event.people:
        if appearance.kinds is not None:
            yield from appearance.kinds


# -- Second pass -------------------------------------------------------------------------------


def _fill(
    archive: apsw.Connection,
    staging: apsw.Connection,
    gazetteer: Gazetteer,
    kind_groups: dict[str, str],
    progress: Progress,
) -> Edition:
    digest = Digest()
    # One plain transaction: a savepoint (`with archive:`) would keep what it could roll back.
    archive.execute("BEGIN")
    # What is read back is read once: the memory for it serves the archive's indexes.
    staging.pragma("cache_size", -1_000)
    archive.pragma("cache_size", -30_000)
    # More words before each is written: fewer pieces of the index to merge, a third of its time.
    database.collect_words(archive, 16 * database.WORDS_COLLECTED)
    writer = ArchiveWriter(archive, gazetteer, kind_groups)
    for (line,) in staging.execute("SELECT line FROM person ORDER BY id"):
        person = msgspec.json.decode(line, type=Person)
        digest.add(to_json(person))
        writer.add_person(person)
    writer.flush()
    total: int = staging.execute("SELECT count(*) FROM event").get
    # The order depends on the records alone, so that the digest does not depend on the files;
    # of two events of one paragraph the shorter id is the earlier (`.9`, `.10`).
    ordered = staging.execute(
        "SELECT line FROM event INDEXED BY event_in_order"
        " ORDER BY date, report, paragraph, length(id), id"
    )
    decoder = msgspec.json.Decoder(_unchecked(Event))
    done = 0
    while batch := list(islice(ordered, BATCH)):
        for number, (line,) in enumerate(batch, start=done + 1):
            digest.add(line)
            writer.add_event(number, cast(Event, decoder.decode(line)))
        writer.flush()
        done += len(batch)
        progress("write", done, total)
    progress("index", 0, None)
    writer.finish()
    archive.execute("INSERT INTO word(word) VALUES ('optimize')")
    derive_spellings(archive)
    database.collect_words(archive, database.WORDS_COLLECTED)
    edition = _describe(archive, digest)
    archive.execute("COMMIT")
    archive.execute("ANALYZE")
    return edition


def _unchecked(kind: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """Return a likeness of a record type without its patterns and lengths.

    The first pass has checked them, and they are two thirds of the time of reading a line.
    """
    hints = get_type_hints(kind)  # without what is `Annotated`
    fields: list[tuple[str, Any, Any]] = []
    for field in msgspec.structs.fields(kind):
        hint = hints[field.name]
        inside = next(iter(get_args(hint)), None)
        if get_origin(hint) is list and isinstance(inside, type(msgspec.Struct)):
            hint = list[_unchecked(inside)]  # type: ignore[misc]
        if field.default_factory is not msgspec.NODEFAULT:
            fields.append((field.name, hint, msgspec.field(default_factory=list)))
        else:
            fields.append((field.name, hint, msgspec.field(default=field.default)))
    return msgspec.defstruct(kind.__name__, fields, kw_only=True, gc=False)


def _describe(archive: apsw.Connection, digest: Digest) -> Edition:
    reports = [
        report
        for (report,) in archive.execute(
            "SELECT DISTINCT report FROM event WHERE report IS NOT NULL ORDER BY report"
        )
    ]
    events: int = archive.execute("SELECT count(*) FROM event").get
    everybody: int = archive.execute("SELECT count(*) FROM person").get
    first, last = archive.execute("SELECT min(date), max(coalesce(until, date)) FROM event").get
    meta = {
        "edition": edition_label(reports),
        "digest": digest.hex(),
        "events": str(events),
        "people": str(everybody),
        "first": first or "",
        "last": last or "",
        "reports": "\n".join(reports),
        "program": f"Zhylnama {__version__}",
    }
    archive.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    return read_edition(archive)


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
