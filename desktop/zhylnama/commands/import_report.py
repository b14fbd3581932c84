"""`zhylnama import`: published reports become a draft of records."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from zhylnama.commands.given import keep_apart, open_archive, with_archive
from zhylnama.commands.terminal import show_progress, standard_output
from zhylnama.failure import NotOne, WrongCommand

HELP = "read a published report into a draft of records"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    with_archive(parser)
    parser.add_argument(
        "reports",
        metavar="REPORT",
        nargs="+",
        type=Path,
        help="plain text, a saved web page, .docx or PDF",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="DRAFT",
        required=True,
        help=".toml to review, .jsonl for bulk, “-”: JSON Lines on standard output",
    )


def run(options: argparse.Namespace) -> int:
    """Read published reports into a draft; nothing is left of a draft that fails."""
    from zhylnama.commands.printing import print_imported, print_known
    from zhylnama.files import resources_folder
    from zhylnama.installed import known_people
    from zhylnama.reading.reviewing.draft import write_draft
    from zhylnama.writing import replacing

    reports: list[Path] = options.reports
    to_stdout = options.output == "-"
    target = Path(options.output)
    if not to_stdout and target.suffix.lower() not in (".toml", ".jsonl"):
        raise WrongCommand("a draft is a .toml or a .jsonl file, or “-” for JSON Lines")
    as_toml = not to_stdout and target.suffix.lower() == ".toml"
    if not to_stdout:
        keep_apart(target, reports)
    with contextlib.ExitStack() as stack:
        archive = stack.enter_context(open_archive(options))
        progress = stack.enter_context(show_progress())
        stream = standard_output() if to_stdout else stack.enter_context(replacing(target))
        imported = write_draft(
            reports,
            stream,
            "toml" if as_toml else "jsonl",
            resources=resources_folder(),
            lookup=known_people(archive),
            progress=lambda events: progress("read", events, None),
        )
        stream.flush()
        print_imported(imported)
        print_known(archive, imported)
        nothing = not any(report.tally.events for report in imported)
        if nothing and not to_stdout and _holds_something(target):
            raise NotOne(
                "no event was found; what the file holds is listed above as left out, and"
                f" {target} is as it was."
            )
    if nothing:
        raise NotOne("no event was found; what the file holds is listed above as left out.")
    return 0


def _holds_something(draft: Path) -> bool:
    """Return whether there is an older draft, which somebody may have reviewed."""
    with contextlib.suppress(OSError):
        return draft.is_file() and draft.stat().st_size > 0
    return False
