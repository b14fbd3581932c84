"""Records become an archive file.

Two passes, both streaming: the records are checked and laid down in a staging file, then read
back in order of date and numbered. Memory does not grow with their number. Both files have no
name while they are worked on (where the system allows it), so that a killed build leaves nothing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import apsw
import msgspec

from zhylnama import __version__
from zhylnama.archive import database
from zhylnama.archive.edition import Digest, Edition, edition_label
from zhylnama.archive.marks import event_marks
from zhylnama.failure import BadInput
from zhylnama.names.fold import Stemmer, clean, loose_keys, romanised
from zhylnama.names.identity import name_keys
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
) -> Edition:
    """Write the archive file `target` from records, and return its edition.

    `kind_groups` maps every kind to its group. Raises BadInput (naming every fault: unreadable
    records, two events or people of one id, unknown kinds) and SystemRefused; the older file is
    then as it was.
    """
    with (
        database.met_by_people(target),
        replacing(target) as stream,
        _workshop(target.parent) as make,
    ):
        staging, _ = make("staging")
        _stage(records, staging, kind_groups, progress)
        archive, archive_path = make("archive")
        archive.execute(database.schema())
        edition = _fill(archive, staging, gazetteer, kind_groups, progress)
        archive.close()
        staging.close()
        with archive_path() as finished:
            shutil.copyfileobj(finished, stream, 1 << 20)
    return edition


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
) -> None:
    staging.execute(
        "CREATE TABLE event (id TEXT UNIQUE, date TEXT, report TEXT, paragraph INTEGER, line BLOB);"
        "CREATE TABLE person (id TEXT PRIMARY KEY, line BLOB) WITHOUT ROWID;"
    )
    faults: list[str] = []
    done = 0
    iterator = iter(records)
    with staging:
        while True:
            try:
                batch = list(islice(iterator, BATCH))
            except BadRecords as bad:
                # What was yielded before the fault is thrown away with the staging file.
                faults += bad.sentences
                break
            if not batch:
                break
            for record in batch:
                faults += _lay_down(staging, record, kind_groups)
            done += len(batch)
            progress("read", done, None)
    if faults:
        raise BadRecords(faults)


def _lay_down(
    staging: apsw.Connection, record: Record, kind_groups: dict[str, str]
) -> Iterator[str]:
    if isinstance(record, Person):
        staging.execute(
            "INSERT OR IGNORE INTO person VALUES (?, ?)", (record.id, msgspec.json.encode(record))
        )
        if not staging.changes():
            yield f"{record.id}: two people have this id."
        return
    named = {kind for a in record.people for kind in a.kinds or ()} | set(record.kinds)
    for kind in sorted(named - kind_groups.keys()):
        yield f"{record.id}: kinds: “{kind}” is not in the list of kinds."
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
        yield f"{record.id}: two events have this id."


# -- Second pass -------------------------------------------------------------------------------


def _fill(
    archive: apsw.Connection,
    staging: apsw.Connection,
    gazetteer: Gazetteer,
    kind_groups: dict[str, str],
    progress: Progress,
) -> Edition:
    digest = Digest()
    with archive:
        people = _Writer(archive).write_people(staging, digest)
        total: int = staging.execute("SELECT count(*) FROM event").get
        writer = _Writer(archive)
        ordered = staging.execute("SELECT line FROM event ORDER BY date, report, paragraph, rowid")
        number = 0
        while batch := list(islice(ordered, BATCH)):
            for (line,) in batch:
                number += 1
                digest.add(line)
                event = msgspec.json.decode(line, type=Event)
                places = place_ids(gazetteer, event)
                group = kind_groups[event.kinds[0]] if event.kinds else None
                writer.add(number, event, places, group)
            writer.flush()
            progress("write", number, total)
        progress("index", 0, None)
        _derive_spellings(archive)
        archive.execute("INSERT INTO word(word) VALUES ('optimize')")
        edition = _describe(archive, digest, people)
    archive.execute("ANALYZE")
    return edition


def place_ids(gazetteer: Gazetteer, event: Event) -> list[str]:
    """Return the gazetteer's ids of an event's place and of every region around it."""
    found: list[str] = []
    for name in (event.place, event.region):
        place = gazetteer.find(name) if name is not None else None
        while place is not None and place.id not in found:
            found.append(place.id)
            place = gazetteer.region_of(place.id, event.date)
    return found


class _Writer:
    """Rows of a batch of events, kept by table and written together."""

    def __init__(self, archive: apsw.Connection) -> None:
        self._archive = archive
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._spellings: dict[str, tuple[str, ...]] = {}

    def write_people(self, staging: apsw.Connection, digest: Digest) -> int:
        """Write every recorded identity, in order of id, and return their number."""
        count = 0
        for (line,) in staging.execute("SELECT line FROM person ORDER BY id"):
            digest.add(line)
            self._person(msgspec.json.decode(line, type=Person), recorded=True)
            count += 1
            if count % BATCH == 0:
                self.flush()
        self.flush()
        return count

    def _person(self, person: Person, *, recorded: bool) -> None:
        self._row(
            "person",
            (person.id, person.surname, person.given, person.patronymic, person.note, recorded),
        )
        for position, spelling in enumerate(person.spellings):
            self._row("person_spelling", (person.id, position, spelling))
        for position, office in enumerate(person.offices):
            self._row("person_office", (person.id, position, office.title, office.organisation))
        for position, other in enumerate(person.may_be):
            self._row("person_may_be", (person.id, position, other))
        names = [*person.spellings]
        names += [part for part in (person.surname, person.given, person.patronymic) if part]
        for name in names:
            for key in name_keys(name):
                self._row("name_key", (key, person.id))

    def add(self, number: int, event: Event, places: list[str], group: str | None) -> None:
        """Take in one event under its number."""
        self._row(
            "event",
            (
                number, event.id, event.date and event.date.isoformat(),
                event.until and event.until.isoformat(), event.precision, event.place,
                event.region, event.title, event.text, event.lang, event.reason, event.report,
                event.paragraph, event.note, places[0] if places else None, group,
            ),
        )  # fmt: skip
        for position, kind in enumerate(event.kinds):
            self._row("event_kind", (number, position, kind))
        for position, a in enumerate(event.people):
            kinds = None if a.kinds is None else " ".join(a.kinds)
            self._row("event_person", (number, position, a.person, a.name, a.role, kinds))
        for position, name in enumerate(event.organisations):
            self._row("event_organisation", (number, position, name))
        for position, law in enumerate(event.law):
            self._row("event_law", (number, position, law.code, law.article, law.part, law.person))
        for position, s in enumerate(event.sanctions):
            self._row(
                "event_sanction",
                (
                    number, position, s.person, s.kind, s.days, s.months, s.hours, s.amount,
                    s.currency, s.detail, s.recalled,
                ),
            )  # fmt: skip
        for position, source in enumerate(event.sources):
            self._row("event_source", (number, position, source.number, source.url, source.note))
        for position, reason in enumerate(event.uncertain):
            self._row("event_uncertain", (number, position, reason))
        self._row(
            "word",
            (
                number,
                clean(event.title or ""),
                clean(event.text),
                " ".join(self._people_words(event)),
                clean(" . ".join(event.organisations)),
                " ".join(sorted(event_marks(event, places))),
            ),
        )

    def _people_words(self, event: Event) -> Iterator[str]:
        """Yield every spelling of the event's people, so that each finds all their events.

        People that no record describes are made known by the names that their events use.
        """
        for appearance in event.people:
            person = appearance.person
            known = self._spellings.get(person)
            if known is None:
                if len(self._spellings) >= 50_000:
                    # A bounded memory: the next archive may name a million people.
                    self._spellings.clear()
                known = self._spellings[person] = self._recorded_spellings(person)
            if not known:
                self._row("person", (person, None, None, None, None, False))
                for key in name_keys(appearance.name):
                    self._row("name_key", (key, person))
            yield clean(" . ".join(dict.fromkeys([appearance.name, *known]))) + " ."

    def _recorded_spellings(self, person: str) -> tuple[str, ...]:
        rows = self._archive.execute(
            "SELECT spelling FROM person_spelling WHERE person = ? ORDER BY position", (person,)
        )
        return tuple(spelling for (spelling,) in rows)

    def _row(self, table: str, row: tuple[Any, ...]) -> None:
        self._rows.setdefault(table, []).append(row)

    def flush(self) -> None:
        """Write what has been taken in."""
        for table, rows in self._rows.items():
            places = ", ".join("?" * len(rows[0]))
            columns = (
                "(rowid, title, text, people, organisations, marks)" if table == "word" else ""
            )
            verb = "INSERT OR IGNORE" if table in ("person", "name_key") else "INSERT"
            self._archive.executemany(f"{verb} INTO {table}{columns} VALUES ({places})", rows)
        self._rows.clear()


def _derive_spellings(archive: apsw.Connection) -> None:
    """Fold each distinct word of the index once, and keep under which keys it is found."""
    stemmer = Stemmer()
    archive.execute("CREATE VIRTUAL TABLE temp.every USING fts5vocab(main, word, row)")
    cursor = archive.execute("SELECT term, doc FROM temp.every WHERE term < char(0xE000)")
    while batch := list(islice(cursor, BATCH)):
        rows = []
        for term, uses in batch:
            rows += [(key, grade, term, uses) for key, grade in word_keys(term, stemmer)]
        archive.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)", rows)
    archive.execute("DROP TABLE temp.every")


def word_keys(word: str, stemmer: Stemmer) -> list[tuple[str, int]]:
    """Return the keys of one word with their grade: 1 romanised, 2 stem, 3 loose.

    A loose key begins with a colon and a stem with an equals sign, so that the three are apart.
    """
    keys: list[tuple[str, int]] = []
    if strict := romanised(word):
        keys.append((strict, 1))
    if (stem := stemmer.stem(word)) is not None:
        keys.append((f"={stem}", 2))
    if not word.isdigit():
        keys += [(f":{key}", 3) for key in loose_keys(word) if len(key) > 2]
    return keys


def _describe(archive: apsw.Connection, digest: Digest, people: int) -> Edition:
    reports = [
        report
        for (report,) in archive.execute(
            "SELECT DISTINCT report FROM event WHERE report IS NOT NULL ORDER BY report"
        )
    ]
    events: int = archive.execute("SELECT count(*) FROM event").get
    everybody: int = archive.execute("SELECT count(*) FROM person").get
    meta = {
        "edition": edition_label(reports),
        "digest": digest.hex(),
        "events": str(events),
        "people": str(everybody),
        "reports": "\n".join(reports),
        "program": f"Zhylnama {__version__}",
    }
    archive.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    return read_edition(archive)


def read_edition(archive: apsw.Connection) -> Edition:
    """Return the edition that an archive states. Raises BadInput where it states none."""
    import datetime as dt

    meta = dict(archive.execute("SELECT key, value FROM meta"))
    first, last = archive.execute("SELECT min(date), max(coalesce(until, date)) FROM event").get
    try:
        return Edition(
            label=meta["edition"],
            digest=meta["digest"],
            events=int(meta["events"]),
            people=int(meta["people"]),
            first=first and dt.date.fromisoformat(first),
            last=last and dt.date.fromisoformat(last),
            reports=tuple(meta["reports"].split("\n")) if meta["reports"] else (),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput("The archive is damaged: it does not say which edition it is.") from error
