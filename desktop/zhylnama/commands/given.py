"""What commands are given: an archive, words, a passphrase, files to write."""

from __future__ import annotations

import argparse
import contextlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from zhylnama.failure import BadInput, WrongCommand, cannot_read

if TYPE_CHECKING:
    from zhylnama.archive.archive import Archive

LANGUAGES = ("en", "ru", "kk")


def with_archive(parser: argparse.ArgumentParser) -> None:
    """Let a command be told which archive to read."""
    # SUPPRESS: a default of the command would overwrite what was given before its name.
    parser.add_argument(
        "--archive",
        metavar="FILE",
        type=Path,
        default=argparse.SUPPRESS,
        help="the archive to read; default: the bundled one",
    )


def with_language(
    parser: argparse.ArgumentParser, *, default: str | None = None, said: str | None = None
) -> None:
    """Let a command be told in which language to write."""
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help=said)


def open_archive(options: argparse.Namespace) -> Archive:
    """Open the archive that was named, or the bundled one. Raises BadInput and SystemRefused."""
    from zhylnama.archive.archive import Archive

    given: Path | None = getattr(options, "archive", None)
    return Archive.open(given if given is not None else bundled())


def bundled() -> Path:
    """Return the bundled archive, built on the first call where none came along."""
    from zhylnama.installed import bundled_or_built

    return bundled_or_built()


def typed(words: Iterable[str]) -> str:
    """Return what was typed, also where the console's code page is none that Python knows."""
    typed = re.sub("[\ud800-\udc7f\udd00-\udfff]", "?", " ".join(words))
    return typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def keep_apart(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over what is being read: it would be a lost record."""
    for path in inputs:
        with contextlib.suppress(OSError):
            if output.samefile(path):
                raise WrongCommand(f"{output} is what is being read; give another name with -o")


def passphrase_given(options: argparse.Namespace, *, ask: bool, twice: bool = False) -> str | None:
    """Return the passphrase from its file or from the keyboard; never from the command line."""
    file: Path | None = options.passphrase_file
    if file is not None:
        try:
            said = file.read_bytes()[:4096].decode("utf-8-sig").splitlines()
        except OSError as refused:
            raise cannot_read(file, refused) from refused
        except UnicodeDecodeError as bad:
            raise BadInput(f"{file} is no text in UTF-8; it must hold the passphrase.") from bad
        if not said or not said[0]:
            raise BadInput(f"{file} is empty; its first line must be the passphrase.")
        return said[0]
    if not ask:
        return None
    import getpass

    try:
        first = getpass.getpass("Passphrase: ")
        if not first:
            raise WrongCommand("the passphrase is empty; give one of several words")
        if twice and getpass.getpass("The same once more: ") != first:
            raise WrongCommand("the two passphrases differ; nothing was written")
    except EOFError as ended:
        raise WrongCommand("there is nobody to ask; use --passphrase-file") from ended
    return first
