"""The same work, from a shell: results on standard output, messages on standard error.

Exit status: 0 done, 1 nothing found or more than one candidate, 2 the command is wrong, 3 the input
is bad or damaged, 4 the system refused. What each command takes and does stands in `commands/`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, Protocol

from zhylnama import __version__
from zhylnama.commands import build, dossier, export, import_report, person, search, verify
from zhylnama.commands import open as open_window
from zhylnama.commands.given import with_archive, with_language
from zhylnama.commands.terminal import say, speak_utf8
from zhylnama.failure import Failure, SystemRefused, WrongCommand, reason


class _Command(Protocol):
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


# All of them are read at every start, so that none imports its work before it is run.
COMMANDS: dict[str, _Command] = {
    "open": open_window,
    "build": build,
    "import": import_report,
    "export": export,
    "search": search,
    "person": person,
    "dossier": dossier,
    "verify": verify,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; without a command, open the window."""
    speak_utf8()
    try:
        options = make_parser().parse_args(
            _with_command(sys.argv[1:] if arguments is None else arguments)
        )
        run: Callable[[argparse.Namespace], int] = options.run
        status = run(options)
        if sys.stdout is not None:  # a window on Windows has none
            sys.stdout.flush()
        return status
    except Failure as failure:
        say(str(failure))
        return failure.status
    except BrokenPipeError:
        # The reader of our output (`head`) has seen enough; that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("stopped; nothing was changed.")
        return 130
    except OSError as refused:
        if refused.filename is None and refused.errno is None:
            raise
        about = f"{refused.filename}: " if refused.filename else ""
        say(f"{about}the system refused: {reason(refused)}.")
        return SystemRefused.status


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `open` before an archive that is given alone.

    That is how a desktop starts a program on a file that somebody double-clicked.
    """
    given = list(arguments)
    return ["open", *given] if given and given[0].lower().endswith(".zhylnama") else given


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        raise WrongCommand(f"{message}. See “{self.prog} --help”.")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; `run` in what it gives is the command."""
    parser = _Parser(
        prog="zhylnama",
        description="A human-rights archive on a laptop, without internet. "
        "Without a command, opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Zhylnama {__version__}")
    with_archive(parser)
    with_language(parser, said="the language of the window")
    parser.set_defaults(run=open_window.run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for name, command in COMMANDS.items():
        made = commands.add_parser(
            name, help=command.HELP, description=command.HELP, allow_abbrev=False
        )
        made.set_defaults(run=command.run)
        command.add_arguments(made)
    return parser
