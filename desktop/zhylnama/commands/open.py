"""`zhylnama open`: the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from zhylnama.commands.given import bundled, with_language

HELP = "open the window on an archive file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path)
    with_language(parser, said="the language of the window")


def run(options: argparse.Namespace) -> int:
    """Open the window on an archive."""
    from zhylnama.window.application import run

    file = getattr(options, "file", None) or getattr(options, "archive", None)
    return run(file if file is not None else bundled(), options.lang)
