"""Archives made with the data of this installation, and an archive's people for a reading."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zhylnama.archive.build import Progress, build_archive
from zhylnama.archive.edition import Edition
from zhylnama.failure import BadInput, SystemRefused, cannot_make
from zhylnama.files import bundled_archive, cache_folder, resources_folder, seeds_folder
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Event, Person
from zhylnama.record.file import BadRecords, Record, read_records

if TYPE_CHECKING:
    from zhylnama.archive.archive import Archive
    from zhylnama.reading.names.identities import Lookup
    from zhylnama.reading.reviewing.compare import Choice, Difference

RECORD_FILES = (".toml", ".jsonl")


def build_from(
    given: Iterable[Path],
    target: Path,
    progress: Progress = lambda stage, done, all_: None,
    *,
    accept_uncertain: bool = False,
) -> Edition:
    """Build an archive from record files and folders of them.

    Raises BadInput naming every bad record of every file, and SystemRefused. Records with
    something `uncertain` that nobody has reviewed are bad too, unless they are accepted; they
    then keep saying so in the archive.
    """
    resources = resources_folder()
    kinds = tomllib.loads((resources / "kinds.toml").read_text("utf-8"))["kind"]
    records = _Reading(record_files(given))
    return build_archive(
        records if accept_uncertain else _reviewed(records),
        target,
        gazetteer=Gazetteer.load(resources / "places.toml"),
        kind_groups={entry["id"]: entry["group"] for entry in kinds},
        progress=progress,
        origin=lambda: records.origin,
    )


def extend_from(
    given: Iterable[Path],
    base: Path,
    target: Path,
    choose: Callable[[Difference], Choice],
    progress: Progress = lambda stage, done, all_: None,
    *,
    accept_uncertain: bool = False,
) -> Edition:
    """Write to `target`, which may be `base` itself, the records of an archive and of files.

    Each report of the files is compared with what the archive has of it: `choose` is given what is
    new, told otherwise and gone, and says what becomes of it. Raises what `build_from` raises.
    """
    from zhylnama.archive.archive import Archive
    from zhylnama.archive.extend import extend_archive
    from zhylnama.reading.reviewing.compare import Difference, compare, make_plan

    resources = resources_folder()
    reading = _Reading(record_files(given))
    records = list(reading if accept_uncertain else _reviewed(reading))
    reports: dict[str | None, list[Event]] = {}
    for record in records:
        if isinstance(record, Event):
            reports.setdefault(record.report, []).append(record)
    found = Difference()
    with Archive(base, resources) as archive:
        for period, events in reports.items():
            found += compare(archive.events(), events, period)
    plan = make_plan(found, choose(found))
    return extend_archive(
        base,
        target,
        add=plan.add,
        people=[record for record in records if isinstance(record, Person)],
        resources=resources,
        replace=plan.replace,
        remove=plan.remove,
        progress=progress,
    )


def record_files(given: Iterable[Path]) -> list[Path]:
    """Return the record files meant: a file itself, those of a folder in order of their names."""
    files: list[Path] = []
    for path in given:
        if path.is_dir():
            # An editor's lock and backup files begin with a dot.
            inside = sorted(
                p
                for p in path.iterdir()
                if p.suffix.lower() in RECORD_FILES and p.is_file() and not p.name.startswith(".")
            )
            if not inside:
                raise BadInput("{path} holds no record files (.toml, .jsonl).", path=path)
            files += inside
        elif not path.exists():
            raise SystemRefused("{path} does not exist.", path=path)
        else:
            files.append(path)
    return files


def _reviewed(records: _Reading) -> Iterator[Record]:
    """Yield records; raise at the end where something uncertain in them was not reviewed."""
    count = 0
    first: list[str] = []
    files: dict[Path | None, None] = {}
    for record in records:
        if isinstance(record, Event) and record.uncertain:
            count += 1
            files[records.file] = None
            if len(first) < 5:
                first.append(record.id)
        yield record
    if count:
        named = ", ".join(first) + (" …" if count > len(first) else "")
        what = "record has" if count == 1 else "records have"
        sentence = (
            f"{', '.join(map(str, files))}: {count} {what} something uncertain that nobody has "
            f"reviewed: {named}. Review the draft and remove “uncertain” from what is settled, or "
            "build with --accept-uncertain."
        )
        raise BadRecords([sentence])


class _Reading:
    """The records of several files; `file` is the one that the last record came from.

    `origin` names it as the head of a sentence.
    """

    def __init__(self, files: list[Path]) -> None:
        self.file: Path | None = None
        self.origin = ""
        self._files = files

    def __iter__(self) -> Iterator[Record]:
        """Yield every record; the bad ones of all files are named together at the end."""
        bad: list[str] = []
        for path in self._files:
            self.file, self.origin = path, f"{path}: "
            try:
                yield from read_records(path)
            except BadRecords as found:
                bad += found.sentences
        if bad:
            raise BadRecords(bad)


def known_people(archive: Archive) -> Lookup:
    """Return how a reading asks for the people of an archive."""
    from zhylnama.reading.names.identities import Known, Lookup

    def look_up(name: str) -> list[Known]:
        return [
            Known(
                one.person.id,
                one.name,
                one.sure,
                one.why,
                tuple(one.person.spellings),
                tuple(office.title for office in one.person.offices if office.title),
            )
            for one in archive.candidates(name)
        ]

    return Lookup(look_up, archive.names_person)


def bundled_or_built() -> Path:
    """Return the bundled archive; an installation without one builds it once from its seeds."""
    found = bundled_archive()
    if found is not None:
        return found
    seeds = seeds_folder()
    if seeds is None:
        raise SystemRefused("this installation carries no archive; give one with --archive FILE.")
    # A new version of the program, of archives or of the seeds has another name, so that no old
    # one is shown or refused.
    import hashlib

    from zhylnama import __version__
    from zhylnama.archive.database import VERSION

    stamp = hashlib.sha256(f"{__version__} {VERSION}".encode())
    for file in record_files([seeds]):
        stamp.update(file.read_bytes())
    target = cache_folder() / f"bundled-{stamp.hexdigest()[:16]}.zhylnama"
    if not target.is_file():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise cannot_make(target.parent, refused) from refused
        build_from([seeds], target)
    return target
