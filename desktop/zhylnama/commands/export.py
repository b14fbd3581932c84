"""`zhylnama export`: the records again."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zhylnama.commands.given import keep_apart, open_archive, with_archive
from zhylnama.commands.terminal import standard_output
from zhylnama.failure import WrongCommand

if TYPE_CHECKING:
    from zhylnama.record.file import Record

FORMS = ("jsonl", "csv", "toml")

HELP = "write the records of an archive"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    with_archive(parser)
    parser.add_argument(
        "--format", choices=FORMS, help="default: by the file's ending, JSON Lines for “-”"
    )
    parser.add_argument(
        "--people", action="store_true", help="write the people instead of the events (not CSV)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="“-”: standard output"
    )


def run(options: argparse.Namespace) -> int:
    """Write the records of an archive, exactly as they went in."""
    from zhylnama.record.file import write_records
    from zhylnama.writing import replacing

    form = options.format or {".csv": "csv", ".toml": "toml"}.get(
        Path(options.output).suffix.lower(), "jsonl"
    )
    if options.people and form == "csv":
        raise WrongCommand("people are written as jsonl or toml, not as csv")
    with open_archive(options) as archive:
        keep_apart(Path(options.output), [archive.path])
        records: Iterator[Record] = archive.identities() if options.people else archive.events()
        if options.output == "-":
            write_records(records, form, standard_output())
        else:
            with replacing(Path(options.output)) as stream:
                write_records(records, form, stream)
    return 0
