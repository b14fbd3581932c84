"""SQLite, opened safely: the one place that knows its settings and its error codes.

A failure that a person can meet leaves here as a `Failure` with a sentence; whatever else SQLite
raises is a defect of this program and keeps its traceback.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

import apsw

from zhylnama.failure import BadInput, SystemRefused, cannot_read

APPLICATION_ID = 0x5A48594C  # "ZHYL"
VERSION = 3


class Interrupted(Exception):
    """A newer request stopped this query; what it had found is thrown away."""


class Unreadable(Exception):
    """A row of the archive is not what a record can be; the message says which and why."""


@contextlib.contextmanager
def met_by_people(path: Path) -> Iterator[None]:
    """Turn what can go wrong with a file or a disk into a sentence, inside the block."""
    try:
        yield
    except apsw.InterruptError as error:
        raise Interrupted from error
    except (
        apsw.CorruptError, apsw.NotADBError, apsw.FormatError, UnicodeDecodeError, Unreadable
    ) as error:  # fmt: skip
        raise BadInput(
            "{path} is damaged: {error}. Take a fresh copy of the archive.", path=path, error=error
        ) from error
    except apsw.SQLError as error:
        # Columns are read out of records by SQLite, which has no code of its own for bad JSON.
        if str(error) != "malformed JSON":
            raise
        raise BadInput(
            "{path} is damaged: {error}. Take a fresh copy of the archive.", path=path, error=error
        ) from error
    except (apsw.IOError, apsw.FullError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise SystemRefused(
            "{path}: the system refused: {error}.", path=path, error=error
        ) from error
    except (apsw.BusyError, apsw.LockedError, apsw.ReadOnlyError) as error:
        raise SystemRefused(
            "{path} is in use or write-protected: {error}.", path=path, error=error
        ) from error
    except (apsw.NoMemError, MemoryError) as error:
        raise SystemRefused("{path}: there is not enough memory for this.", path=path) from error


def schema() -> str:
    """Return the SQL that makes an empty archive."""
    return Path(__file__).with_name("schema.sql").read_text("utf-8")


def open_read_only(path: Path) -> apsw.Connection:
    """Open an archive to read, and nothing else.

    Raises BadInput where the file is no archive, is damaged, has foreign tables or is of a newer
    version, and SystemRefused where the system does not let it be read.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
            length = stream.seek(0, os.SEEK_END)
    except IsADirectoryError as error:
        raise SystemRefused("{path} is a folder, not an archive.", path=path) from error
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    if not head.startswith(b"SQLite format 3\x00") or head[68:72] != APPLICATION_ID.to_bytes(4):
        raise BadInput("{path} is not a Zhylnama archive.", path=path)
    version = int.from_bytes(head[60:64])
    if version > VERSION:
        raise BadInput(
            "{path} was made by a newer Zhylnama (archive version {version}; this program"
            " reads version {known}). Install the newer program to open it.",
            path=path,
            version=version,
            known=VERSION,
        )
    if 1 <= version < VERSION:
        raise BadInput(
            "{path} was made by an older Zhylnama (archive version {version}; this program reads"
            " version {known}). Take a newer copy of the archive, or build it again.",
            path=path,
            version=version,
            known=VERSION,
        )
    if version < 1:
        raise BadInput("{path} is damaged: it has no archive version.", path=path)
    if length < _stated_length(head):
        raise BadInput(
            "{path} is damaged: its end is missing. Take a fresh copy of the archive.", path=path
        )
    with met_by_people(path):
        # immutable: the file is never written once built, so that no lock and no journal is
        # needed, and an archive on a read-only medium opens too.
        address = f"file:{quote(os.fsencode(path.absolute()))}?mode=ro&immutable=1"
        connection = apsw.Connection(
            address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        )
        try:
            _distrust(connection)
            if frozenset(connection.execute(_SCHEMA)) != _expected():
                raise BadInput(
                    "{path} is damaged: its tables are not those of an archive.", path=path
                )
            _open_index(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _stated_length(head: bytes) -> int:
    """Return how many bytes the file has by its own head: size of a page times their number."""
    page = int.from_bytes(head[16:18])
    return (65_536 if page == 1 else page) * int.from_bytes(head[28:32])


def _open_index(connection: apsw.Connection) -> None:
    """Open the full-text index now: where its own tables are damaged it cannot be opened at all."""
    try:
        connection.execute("SELECT rowid FROM word WHERE word MATCH 'x' LIMIT 1").fetchall()
    except apsw.SQLError as error:
        raise Unreadable(f"its index cannot be opened ({error})") from error


class Stop:
    """Stops the statements of a connection while `wanted`, which any thread may set.

    SQLite's own `interrupt` also stops every later statement as long as one stopped before is not
    yet finalised, as where Python still keeps a cursor: a search would now and then go unanswered.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self.wanted = False
        connection.set_progress_handler(lambda: self.wanted, _STEPS)


_STEPS = 1_000
"""After so many steps of SQLite's machine, some ten microseconds, it is asked whether to go on."""


def prepare_for_filling(connection: apsw.Connection) -> None:
    """Set a new, empty database for being filled once and quickly.

    There is no journal: a build that fails throws its file away.
    """
    # Twice SQLite's own: accounts fill the pages better, and half as many are written.
    connection.pragma("page_size", 8192)
    connection.pragma("journal_mode", "off")
    connection.pragma("synchronous", 0)
    connection.pragma("locking_mode", "exclusive")
    connection.pragma("cache_size", -16_000)
    # Each record is read as JSON all the same, for the column `id` is indexed.
    connection.pragma("ignore_check_constraints", True)
    _plan_once(connection)
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", VERSION)


_WORD_SETTINGS = {"hashsize": 1 << 20, "automerge": 4, "crisismerge": 16}
"""FTS5's own defaults: after so many bytes of new words it writes a piece of the index, and it
joins pieces as soon as there are so many."""


def collect_words(connection: apsw.Connection) -> None:
    """Let the index collect more words before each piece, and join no pieces until the end.

    Joined on the way, most words would be written three or four times.
    """
    _set_words(connection, {"hashsize": 8 << 20, "automerge": 0, "crisismerge": 1_999})


def join_words(connection: apsw.Connection) -> None:
    """Join all pieces of the index to one, and set it as it is usual again."""
    connection.execute("INSERT INTO word(word) VALUES ('optimize')")
    _set_words(connection, _WORD_SETTINGS)


def _set_words(connection: apsw.Connection, settings: dict[str, int]) -> None:
    for name, value in settings.items():
        connection.execute("INSERT INTO word(word, rank) VALUES (?, ?)", (name, value))


def _distrust(connection: apsw.Connection) -> None:
    """Let nothing that a stranger put into the file run, write, or pass for sound data."""
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0)
    connection.pragma("cell_size_check", True)
    # What a query sorts stays in memory: a temporary file would be a trace on the disk.
    connection.pragma("temp_store", 2)
    connection.pragma("mmap_size", 0)
    _plan_once(connection)


def _plan_once(connection: apsw.Connection) -> None:
    """Keep the plan of a statement whatever is bound to it.

    Planning anew for each value would take longer than most of our statements.
    """
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)


# SQLite's own tables (the planner's statistics) carry its reserved names.
_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"


@lru_cache(maxsize=1)
def _expected() -> frozenset[tuple[str, str, str | None]]:
    """Return the type, name and SQL of everything that an archive's schema consists of."""
    with contextlib.closing(apsw.Connection(":memory:")) as connection:
        connection.execute(schema())
        return frozenset(connection.execute(_SCHEMA))
