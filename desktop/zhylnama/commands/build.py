"""`zhylnama build`: records become an archive file, or join those of one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from zhylnama.commands.given import keep_apart
from zhylnama.commands.terminal import show_progress
from zhylnama.failure import WrongCommand

if TYPE_CHECKING:
    from zhylnama.reading.reviewing.compare import Choice, Difference

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
    parser.add_argument(
        "--onto",
        metavar="ARCHIVE",
        type=Path,
        help="add the records to those of an archive; no event that it has is added twice",
    )
    parser.add_argument(
        "--take-changed",
        metavar="IDS",
        help="with --onto: “all”, or ids with commas between them, of events of the archive that"
        " the records tell otherwise and shall take the place of",
    )
    parser.add_argument(
        "--drop-gone",
        metavar="IDS",
        help="with --onto: “all”, or ids with commas between them, of events of the archive that"
        " the same report no longer has and that shall be left out",
    )


def run(options: argparse.Namespace) -> int:
    """Make an archive file from records; nothing is left of a build that fails."""
    from zhylnama.files import seeds_folder
    from zhylnama.installed import build_from, extend_from, record_files

    given: list[Path] = options.seeds
    if options.onto is None and (options.take_changed or options.drop_gone):
        raise WrongCommand("--take-changed and --drop-gone choose what becomes of --onto ARCHIVE")
    if not given:
        folder = seeds_folder()
        if options.onto is not None:
            raise WrongCommand("name the files whose records shall join the archive")
        if folder is None:
            raise WrongCommand("this installation carries no records; name the files to build from")
        given = [folder]
    keep_apart(options.output, record_files(given))
    with show_progress() as progress:
        if options.onto is None:
            edition = build_from(
                given, options.output, progress, accept_uncertain=options.accept_uncertain
            )
        else:
            edition = extend_from(
                given,
                options.onto,
                options.output,
                lambda found: _chosen(found, options.take_changed, options.drop_gone),
                progress,
                accept_uncertain=options.accept_uncertain,
            )
    print(
        f"{options.output}: {edition.events} events, {edition.people} people, "
        f"edition {edition.label}, digest {edition.short_digest}",
        file=sys.stderr,
    )
    return 0


def _chosen(found: Difference, taken: str | None, dropped: str | None) -> Choice:
    """Return what was chosen among what has changed and what is gone, and say what was not."""
    from zhylnama.reading.reviewing.compare import Choice

    changed = {one.old.id: one.fields for one in found.changed}
    choice = Choice(
        _among(taken, changed, "--take-changed"),
        _among(dropped, [event.id for event in found.gone], "--drop-gone"),
    )
    lines = [
        f"  the archive keeps its own: {id_}: {', '.join(fields)}"
        for id_, fields in changed.items()
        if id_ not in choice.take_changed
    ]
    lines += [
        f"  the archive keeps what is no longer in the report: {event.id}"
        for event in found.gone
        if event.id not in choice.drop_gone
    ]
    lines.append(
        f"{len(found.unchanged)} events unchanged, {len(found.added)} added,"
        f" {len(choice.take_changed)} of {len(changed)} told otherwise taken,"
        f" {len(choice.drop_gone)} of {len(found.gone)} no longer there left out"
    )
    print("\n".join(lines), file=sys.stderr)
    return choice


def _among(said: str | None, ids: Iterable[str], option: str) -> set[str]:
    """Return the ids that an option names; raises WrongCommand for one that is not among `ids`."""
    known = set(ids)
    if said is None:
        return set()
    if said == "all":
        return known
    named = {id_ for id_ in said.replace(",", " ").split() if id_}
    wrong = sorted(named - known)
    if wrong:
        raise WrongCommand(f"{option}: {', '.join(wrong)} is not among what it chooses from")
    return named
