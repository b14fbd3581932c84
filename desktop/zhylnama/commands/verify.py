"""`zhylnama verify`: is an archive whole, does a dossier match it?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from zhylnama.commands.given import open_archive, passphrase_given, with_archive
from zhylnama.commands.terminal import plain
from zhylnama.failure import NotOne

HELP = "say whether an archive file is whole, changed or damaged, or a dossier matches an archive"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    with_archive(parser)
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="for a dossier that is locked"
    )


def run(options: argparse.Namespace) -> int:
    """Say whether an archive file is whole, or whether a dossier matches an archive."""
    from zhylnama.dossier.check import is_pdf

    if is_pdf(options.file):
        return _verify_dossier(options)
    from zhylnama.archive.verify import verify_archive

    edition = verify_archive(options.file)
    print(
        f"{options.file} is whole: edition {edition.label}, {edition.events} events, "
        f"digest {edition.digest}"
    )
    return 0


def _verify_dossier(options: argparse.Namespace) -> int:
    from zhylnama.dossier.check import check_dossier, verdict_in_lines
    from zhylnama.dossier.inside import Locked

    passphrase = passphrase_given(options, ask=False)
    with open_archive(options) as archive:
        try:
            verdict = check_dossier(options.file, archive, passphrase)
        except Locked:
            if passphrase is not None or sys.stdin is None or not sys.stdin.isatty():
                raise
            passphrase = passphrase_given(options, ask=True)
            verdict = check_dossier(options.file, archive, passphrase)
    for line in verdict_in_lines(verdict, str(options.file)):
        print(plain(line))
    return 0 if verdict.matches else NotOne.status
