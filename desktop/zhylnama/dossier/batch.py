"""Many people at once: a file each, or one book. One that fails does not stop the rest."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zhylnama.dossier.directory import Directory, Records
from zhylnama.dossier.make import make_dossier
from zhylnama.dossier.options import DossierOptions
from zhylnama.failure import Failure, SystemRefused

# Called before each file with how many are done, how many there are, and a name to show.
Progress = Callable[[int, int, str], None]
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")
_LONGEST_NAME = 200  # bytes; most systems stop at 255


@dataclass(slots=True)
class Batch:
    """What became of a batch: files written, people that failed with the sentence, and the rest."""

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    cancelled: bool = False


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
    progress: Progress = lambda done, all_, name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Batch:
    """Write a dossier of each person into the folder `target`, or one book as the file `target`.

    Asked before each file, `cancelled` stops the rest; what is written stays. Nobody of a book is
    left out silently: whoever cannot be composed is in `failed`, and the book has the others.
    Raises SystemRefused where the folder cannot be made.
    """
    batch = Batch()
    wanted = list(dict.fromkeys(people))
    if not wanted:
        return batch
    directory = None if options.disclosure.whole else Directory(archive)
    if book:
        known = []
        for number, person in enumerate(wanted):
            progress(number, len(wanted), person)
            if cancelled():
                batch.cancelled = True
                return batch
            if archive.profile(person) is None:
                batch.failed.append((person, f"The archive has no person “{person}”."))
            else:
                known.append(person)
        if known:
            make_dossier(
                archive, known, options, target, today=today, passphrase=passphrase, word=word,
                directory=directory,
            )  # fmt: skip
            batch.written.append(target)
        progress(len(wanted), len(wanted), "")
        return batch
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        why = (refused.strerror or str(refused)).lower()
        raise SystemRefused(f"{target} cannot be made: {why}.") from refused
    taken: set[str] = set()
    for number, person in enumerate(wanted):
        progress(number, len(wanted), person)
        if cancelled():
            batch.cancelled = True
            break
        try:
            profile = archive.profile(person)
            name = file_name(profile.name if profile is not None else person, person, taken)
            path = target / f"{name}{'.docx' if word else '.pdf'}"
            make_dossier(
                archive, [person], options, path, today=today, passphrase=passphrase, word=word,
                directory=directory,
            )  # fmt: skip
            batch.written.append(path)
        except Failure as failure:
            batch.failed.append((person, str(failure)))
    else:
        progress(len(wanted), len(wanted), "")
    return batch


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
