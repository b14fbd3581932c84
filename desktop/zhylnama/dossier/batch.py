"""Many people at once: a file each, or one book. One that fails does not stop the rest."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
import traceback
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from zhylnama.archive.archive import Interrupted
from zhylnama.dossier.directory import Directory, Records
from zhylnama.dossier.make import check_lock, make_dossier
from zhylnama.dossier.options import DossierOptions
from zhylnama.dossier.watching import Watcher
from zhylnama.failure import Failure, NotOne, cannot_make

# Called as each person's turn comes: how many are done, how many there are, and a name to show.
Progress = Callable[[int, int, str], None]
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")
_LONGEST_NAME = 200  # bytes; most systems stop at 255
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one person: the file they are in, or (`path` None) why they are in none.

    Without `why` it was a defect of the program; where it happened is in the log, without a name.
    """

    person: str
    path: Path | None
    why: Failure | None = None


@dataclass(slots=True)
class Batch:
    """What became of a batch. `outcomes` has everybody whose turn came before it was cancelled."""

    outcomes: list[Outcome] = field(default_factory=list)
    cancelled: bool = False

    @property
    def written(self) -> list[Path]:
        """Return the files, each once."""
        paths = (outcome.path for outcome in self.outcomes if outcome.path is not None)
        return list(dict.fromkeys(paths))

    @property
    def failed(self) -> list[Outcome]:
        """Return those who are in no file."""
        return [outcome for outcome in self.outcomes if outcome.path is None]


def write_many(
    archive: Records,
    people: Sequence[str],
    options: DossierOptions,
    target: Path,
    *,
    today: dt.date,
    book: bool = False,
    word: bool = False,
    passphrase: str | None = None,
    names: Mapping[str, str] | None = None,
    progress: Progress = lambda done, all_, name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Batch:
    """Write a dossier of each person into the folder `target`, or one book as the file `target`.

    `cancelled` is asked between events, rows and pages; what is written by then stays whole, and
    of a book there is nothing. A file that is in the folder already is never replaced. Who fails
    is in `failed`, by a failure or by a defect, and does not stop the others: the book is then
    made without them. `names` are names to show by person, where the caller has them.
    Raises WrongCommand for a lock that cannot be, and SystemRefused where the folder or the book
    cannot be written.
    """
    check_lock(passphrase, word=word)
    wanted = list(dict.fromkeys(people))
    batch = Batch()
    work = _Work(
        archive, options, today, word, passphrase, _Watch(wanted, names, progress, cancelled)
    )
    try:
        if book:
            _write_book(work, wanted, target, batch)
        else:
            _write_each(work, wanted, target, batch)
    except (Cancelled, Interrupted):
        batch.cancelled = True
    else:
        progress(len(wanted), len(wanted), "")
    return batch


class Cancelled(Exception):
    """The reader wants no more of a batch."""


class _Watch(Watcher):
    """Tells how far a batch is, and stops it."""

    def __init__(
        self,
        wanted: Sequence[str],
        names: Mapping[str, str] | None,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._names = names or {}
        self._all = len(wanted)
        self._progress = progress
        self._cancelled = cancelled
        self.done = 0

    def go_on(self) -> None:
        if self._cancelled():
            raise Cancelled

    def at_person(self, person: str, *, on_paper: bool) -> None:
        # Of a book the pages take nine tenths of the time: a bar that told of both would run twice.
        if on_paper:
            self.begin(person)

    def begin(self, person: str) -> None:
        """Tell that somebody's turn has come."""
        self.go_on()
        self._progress(self.done, self._all, self._names.get(person, person))
        self.done += 1


class _OnlyStops(Watcher):
    """Of a file each the turns are told by the batch itself."""

    def __init__(self, watch: _Watch) -> None:
        self._watch = watch

    def go_on(self) -> None:
        self._watch.go_on()


@dataclass(slots=True)
class _Work:
    """What all the dossiers of a batch have in common."""

    archive: Records
    options: DossierOptions
    today: dt.date
    word: bool
    passphrase: str | None
    watch: _Watch
    _directory: Directory | None = None

    def make(self, people: Sequence[str], target: Path | BinaryIO, *, quiet: bool = False) -> None:
        """Make the dossier of one person, or a book."""
        if self._directory is None and not self.options.disclosure.whole:
            # Everybody in the archive, read once for the whole batch.
            self._directory = Directory(self.archive, self.watch.go_on)
        make_dossier(
            self.archive,
            people,
            self.options,
            target,
            today=self.today,
            passphrase=self.passphrase,
            word=self.word,
            directory=self._directory,
            watcher=_OnlyStops(self.watch) if quiet else self.watch,
        )


def _write_each(work: _Work, wanted: Sequence[str], folder: Path, batch: Batch) -> None:
    ending = ".docx" if work.word else ".pdf"
    there = _made_folder(folder)
    taken: set[str] = set()
    for person in wanted:
        work.watch.begin(person)

        def write(person: str = person) -> Path:
            profile = work.archive.profile(person)
            name = file_name(profile.name if profile is not None else person, person, taken)
            path = folder / _unused(name, ending, there)
            work.make([person], path, quiet=True)
            return path

        outcome = _outcome(person, write)
        if outcome.path is not None:
            there.add(outcome.path.name.casefold())
        batch.outcomes.append(outcome)


def _write_book(work: _Work, wanted: Sequence[str], target: Path, batch: Batch) -> None:
    """Write the book; where somebody breaks it, once more without them.

    Whoever is not in the book is no subject of it either: all pages have to be made anew.
    """
    left = _who_can(wanted, batch, lambda person: _known(work, person))
    while left:
        work.watch.done = len(wanted) - len(left)
        try:
            work.make(left, target)
        except (Failure, Cancelled, Interrupted, MemoryError):
            raise
        except Exception:
            can = _who_can(
                left, batch, lambda person: work.make([person], io.BytesIO(), quiet=True)
            )
            if can == left:
                raise  # nobody's own: the program itself is broken
            left = can
        else:
            batch.outcomes += [Outcome(person, target) for person in left]
            return


def _who_can(people: Sequence[str], batch: Batch, attempt: Callable[[str], None]) -> list[str]:
    """Return those with whom an attempt succeeds; the others are put down as failed."""
    can = []
    for person in people:

        def tried(person: str = person) -> Path:
            attempt(person)
            return Path()

        outcome = _outcome(person, tried)
        if outcome.path is None:
            batch.outcomes.append(outcome)
        else:
            can.append(person)
    return can


def _known(work: _Work, person: str) -> None:
    work.watch.go_on()
    if work.archive.profile(person) is None:
        raise NotOne("The archive has no person “{person}”.", person=person)


def _outcome(person: str, write: Callable[[], Path]) -> Outcome:
    """Return what becomes of one person; only what stops the whole batch is raised."""
    try:
        return Outcome(person, write())
    except Failure as failure:
        return Outcome(person, None, failure)
    except (Cancelled, Interrupted, MemoryError):
        raise
    except Exception as defect:  # noqa: BLE001 (one line of the result; where it is, in the log)
        # The message of an exception may hold a name or a path: only its kind and place are told.
        frames = traceback.extract_tb(defect.__traceback__)[-6:]
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        _log.error("A dossier of a batch failed: %s at %s", type(defect).__name__, where)
        return Outcome(person, None)


def _made_folder(folder: Path) -> set[str]:
    """Make the folder where it is missing; return the names in it, as a system compares them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return {path.name.casefold() for path in folder.iterdir()}
    except OSError as refused:
        raise cannot_make(folder, refused) from refused


def _unused(name: str, ending: str, there: set[str]) -> str:
    """Return a name that no file of the folder has: `Mamay Zhanbolat 2.pdf`."""
    said, number = f"{name}{ending}", 1
    while said.casefold() in there:
        number += 1
        said = f"{name} {number}{ending}"
    return said


def file_name(name: str, person: str, taken: set[str]) -> str:
    """Return a name for a file, without its ending, that no other person of the batch has.

    `taken` are the names given so far, and takes in the new one.
    """
    said = unicodedata.normalize("NFC", name)
    said = "".join(letter for letter in said if letter.isprintable())
    said = " ".join(_NOT_IN_FILE_NAMES.sub(" ", said).split()).strip(". ")
    said = said.encode("utf-8", "ignore")[:_LONGEST_NAME].decode("utf-8", "ignore").strip()
    if not said or _RESERVED.match(said):
        said = person
    if said.casefold() in taken:
        said = f"{said} ({person})"
    taken.add(said.casefold())
    return said
