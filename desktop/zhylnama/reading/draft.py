"""The draft: what reports gave, as a file that a person reviews.

A `.toml` draft names at its end, as remarks, every part of the reports that is in no record. It
holds the new people too; `.jsonl` holds the events alone, a line each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal, Protocol

from zhylnama.reading.document import open_document
from zhylnama.reading.identities import Lookup
from zhylnama.reading.report import Intake, Reading, ReportReader, Tally
from zhylnama.record.file import to_json, to_toml

Form = Literal["toml", "jsonl"]
LONGEST_SHOWN: Final = 160


class Progress(Protocol):
    """Called with the number of events that were read so far."""

    def __call__(self, events: int) -> None:
        """Show it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One report of a draft: its title and period, and how much of it was read."""

    path: Path
    title: str | None
    period: str | None
    tally: Tally


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
    imported: list[Imported] = []
    for path in reports:
        reading = intake.read(open_document(path))
        if form == "toml":
            _write_head(path, reading, stream)
        for read in reading.events():
            stream.write(
                to_json(read.event) + b"\n"
                if form == "jsonl"
                else f"{to_toml(read.event)}\n".encode()
            )
            done += 1
            progress(done)
        period = reading.survey.period
        imported.append(
            Imported(path, reading.survey.title, period.label if period else None, reading.tally)
        )
    if form == "toml":
        _write_foot(intake, imported, stream)
    return imported


def _write_head(path: Path, reading: Reading, stream: BinaryIO) -> None:
    title = reading.survey.title or "no title that names its period"
    stream.write(f"# Records from {one_line(path.name)}: {one_line(title)}\n\n".encode())


def _write_foot(intake: Intake, imported: list[Imported], stream: BinaryIO) -> None:
    for person in intake.new_people():
        stream.write(f"{to_toml(person)}\n".encode())
    for report in imported:
        for part in report.tally.left_out:
            stream.write(
                f"# Left out of {one_line(report.path.name)}: {one_line(part.text)}: "
                f"{part.reason}.\n".encode()
            )


def one_line(text: str) -> str:
    """Return a text as one short line without anything that steers a terminal."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
