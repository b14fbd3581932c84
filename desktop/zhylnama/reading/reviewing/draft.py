"""The draft: what reports gave, as a file that a person reviews.

A `.toml` draft names at its end, as remarks, every part of the reports that is in no record, and
what it would be as a record, so that a person can take it in. It holds the new people too; `.jsonl`
holds the events alone, a line each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal, Protocol
from unicodedata import category

from zhylnama.reading.files.document import open_document
from zhylnama.reading.layout.paragraphs import LeftOut
from zhylnama.reading.names.identities import Lookup
from zhylnama.reading.report import Intake, Reading, ReportReader, Tally
from zhylnama.reading.reviewing.spare import spare_events
from zhylnama.record.event import Event, Person
from zhylnama.record.file import to_json, to_toml

Form = Literal["toml", "jsonl"]
LONGEST_SHOWN: Final = 160
# A report of a month has some hundred events; only a file of that kind is compared with an archive.
MOST_KEPT: Final = 5_000
WAITING: Final = "#~ "


class Progress(Protocol):
    """Called with the number of events that were read so far."""

    def __call__(self, events: int) -> None:
        """Show it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One report of a draft: its title and period, and how much of it was read.

    `events` are its events; none where they are too many to be held.
    """

    path: Path
    title: str | None
    period: str | None
    tally: Tally
    events: tuple[Event, ...] = ()


def write_draft(
    reports: Sequence[Path],
    stream: BinaryIO,
    form: Form,
    *,
    resources: Path,
    lookup: Lookup,
    progress: Progress,
) -> list[Imported]:
    """Write the records of reports to a stream, and return how much of each was read.

    Raises BadInput or SystemRefused naming the report that cannot be read; what was written until
    then is not whole.
    """
    intake = ReportReader(resources).begin(lookup)
    done = 0
    named: set[str] = set()
    imported: list[Imported] = []
    readings: list[Reading] = []
    for path in reports:
        reading = intake.read(open_document(path))
        readings.append(reading)
        if form == "toml":
            write_head(path.name, reading.survey.title, stream)
        kept: list[Event] = []
        for read in reading.events():
            if len(kept) <= MOST_KEPT:
                kept.append(read.event)
            stream.write(
                to_json(read.event) + b"\n"
                if form == "jsonl"
                else f"{to_toml(read.event)}\n".encode()
            )
            named.update(one.person for one in read.event.people)
            done += 1
            progress(done)
        period = reading.survey.period
        imported.append(
            Imported(
                path,
                reading.survey.title,
                period.label if period else None,
                reading.tally,
                tuple(kept) if len(kept) <= MOST_KEPT else (),
            )
        )
    if form == "toml":
        _write_foot(intake, imported, readings, named, stream)
    return imported


def write_head(file: str, title: str | None, stream: BinaryIO) -> None:
    """Write of which file a draft is, and what that calls itself."""
    called = one_line(title, None) if title else "no title that names its period"
    stream.write(f"# Records from {one_line(file)}: {called}\n\n".encode())


def _write_foot(
    intake: Intake,
    imported: Sequence[Imported],
    readings: Sequence[Reading],
    named: set[str],
    stream: BinaryIO,
) -> None:
    spare = [dict(spare_events(reading)) for reading in readings]
    people = {person.id: person for person in intake.new_people()}
    for person in people.values():
        if person.id in named:
            stream.write(f"{to_toml(person)}\n".encode())
    left_out = LeftOutWriter(stream, people, named)
    for report, reading, events in zip(imported, readings, spare, strict=True):
        for at, part in enumerate(reading.tally.left_out):
            left_out.write(report.path.name, part, [read.event for read in events.get(at, ())])


class LeftOutWriter:
    """Writes what is in no record: a remark with the reason, and the records that it would be."""

    def __init__(self, stream: BinaryIO, people: Mapping[str, Person], named: set[str]) -> None:
        """Begin; `people` are the new ones, `named` those whose records the draft has already."""
        self._stream = stream
        self._people = people
        self._named = named
        self._told = False

    def write(self, file: str, part: LeftOut, events: Sequence[Event]) -> None:
        """Write one part; its records stand behind marks that a person takes off."""
        # Where no record below has its words, all of them stand here.
        text = one_line(part.text, LONGEST_SHOWN if events else None)
        self._remark(f"Left out of {one_line(file)}: {text}: {part.reason}.")
        if events and not self._told:
            self._told = True
            self._remark(f"To take it in, remove “{WAITING}” in front of its lines below.")
        for event in events:
            self._wait(event)
            new = {one.person for one in event.people} - self._named
            for id_ in sorted(new & self._people.keys()):
                self._wait(self._people[id_])
            self._named |= new

    def _remark(self, text: str) -> None:
        self._stream.write(f"# {one_line(text, None)}\n".encode())

    def _wait(self, record: Event | Person) -> None:
        for line in to_toml(record).rstrip("\n").split("\n"):
            self._stream.write(f"{WAITING}{line}\n".encode())


def one_line(text: str, most: int | None = LONGEST_SHOWN) -> str:
    """Return a text as one line without anything that steers a terminal, whole or its beginning."""
    shown = (c if c.isprintable() else "" if category(c) == "Cf" else " " for c in text)
    line = " ".join("".join(shown).split())
    return line if most is None or len(line) <= most else line[: most - 1] + "…"
