"""`zhylnama build`: records become an archive file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from zhylnama.commands.given import keep_apart
from zhylnama.commands.terminal import show_progress
from zhylnama.failure import WrongCommand

HELP = "make an archive file from records"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "seeds",
        metavar="SEEDS",
        nargs="*",
        type=Path,
        help="record files (.toml, .jsonl) or folders of them; default: the bundled ones",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument(
        "--accept-uncertain",
        action="store_true",
        help="take records with something uncertain in them as they are",
    )


def run(options: argparse.Namespace) -> int:
    """Make an archive file from records; nothing is left of a build that fails."""
    from zhylnama.files import seeds_folder
    from zhylnama.installed import build_from, record_files

    given: list[Path] = options.seeds
    if not given:
        folder = seeds_folder()
        if folder is None:
            raise WrongCommand("this installation carries no records; name the files to build from")
        given = [folder]
    keep_apart(options.output, record_files(given))
    with show_progress() as progress:
        edition = build_from(
            given, options.output, progress, accept_uncertain=options.accept_uncertain
        )
    print(
        f"{options.output}: {edition.events} events, {edition.people} people, "
        f"edition {edition.label}, digest {edition.short_digest}",
        file=sys.stderr,
    )
    return 0
