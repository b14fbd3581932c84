"""`zhylnama search`: events."""

from __future__ import annotations

import argparse

from zhylnama.archive.model import Sort
from zhylnama.commands.given import open_archive, typed, with_archive
from zhylnama.commands.terminal import say
from zhylnama.failure import NotOne

HELP = "find events"
_SORTS: dict[str, Sort] = {"date": "newest", "oldest": "oldest", "best": "best"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    with_archive(parser)
    parser.add_argument("--json", action="store_true", help="a record a line, with “why”")
    parser.add_argument("--limit", metavar="N", type=_count, default=50)
    parser.add_argument(
        "--sort", choices=tuple(_SORTS), default="date", help="date: newest first, the default"
    )
    parser.add_argument("--exact", action="store_true", help="only as it is spelled")
    parser.add_argument("query", metavar="QUERY", nargs="+")


def run(options: argparse.Namespace) -> int:
    """Print the events that a query finds."""
    from zhylnama.commands.printing import print_hits

    query = typed(options.query)
    with open_archive(options) as archive:
        page = archive.search(
            query,
            sort=_SORTS[options.sort],
            limit=options.limit,
            exact_spelling=options.exact,
        )
        if page.reading:
            say(f"{page.reading}.")
        if not page.hits:
            if page.more:  # --limit 0: only whether something is found
                return 0
            hint = f" Did you mean: {', '.join(page.suggestions)}?" if page.suggestions else ""
            raise NotOne(f"nothing found for {query}.{hint}")
        print_hits(archive, page.hits, as_json=options.json)
        if page.more and not options.json:
            say(f"the first {len(page.hits)} are shown; --limit shows more.")
    return 0


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)
