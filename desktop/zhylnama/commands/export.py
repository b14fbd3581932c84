"""`zhylnama export`: the records again."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from zhylnama.commands.given import keep_apart, open_archive, with_archive, with_language
from zhylnama.commands.terminal import standard_output
from zhylnama.failure import WrongCommand

if TYPE_CHECKING:
    from zhylnama.archive.archive import Archive

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
    with_language(parser, said="CSV in words of this language, to read, instead of the records")
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="“-”: standard output"
    )


def run(options: argparse.Namespace) -> int:
    """Write the records of an archive, exactly as they went in, or a table to read."""
    from zhylnama.writing import replacing

    form = options.format or {".csv": "csv", ".toml": "toml"}.get(
        Path(options.output).suffix.lower(), "jsonl"
    )
    if options.people and form == "csv":
        raise WrongCommand("people are written as jsonl or toml, not as csv")
    if options.lang is not None and form != "csv":
        raise WrongCommand("--lang is for csv; the records of jsonl and toml are as they are")
    with contextlib.ExitStack() as stack:
        archive = stack.enter_context(open_archive(options))
        target = Path(options.output)
        keep_apart(target, [archive.path])
        to_stdout = options.output == "-"
        stream = standard_output() if to_stdout else stack.enter_context(replacing(target))
        _write(archive, form, options, stream)
    return 0


def _write(archive: Archive, form: str, options: argparse.Namespace, stream: BinaryIO) -> None:
    if options.lang is not None:
        from zhylnama.dossier.table import write_table
        from zhylnama.files import resources_folder
        from zhylnama.wording import Wording

        write_table(archive.events(), Wording(options.lang, resources_folder()), stream)
        return
    from zhylnama.record.file import write_records

    if options.people:
        write_records(archive.identities(), form, stream)
    else:
        write_records(archive.events(), form, stream)
