"""The terminal: messages on standard error, progress, and standard output as bytes."""

from __future__ import annotations

import contextlib
import sys
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from zhylnama.failure import SystemRefused

if TYPE_CHECKING:
    from zhylnama.archive.build import Progress


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page is; what a console cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(message: str) -> None:
    """Write a message to standard error: what it cites of a file cannot steer the terminal."""
    if sys.stderr is not None:
        lines = (plain(line) for line in message.split("\n"))
        print("zhylnama:", "\n".join(lines), file=sys.stderr)


def plain(text: str) -> str:
    """Return a text without the characters by which a hostile one could steer a terminal.

    Control characters become spaces; those of no width (soft hyphens, direction marks) go.
    """
    return "".join(
        c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else " " for c in text
    )


@contextlib.contextmanager
def show_progress() -> Iterator[Progress]:
    """Give a progress bar on a terminal, and silence elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda stage, done, all_: None
        return
    from tqdm import tqdm

    bars: dict[str, tqdm[NoReturn]] = {}
    labels = {"read": "Reading records", "write": "Writing events", "index": "Folding words"}

    def show(stage: str, done: int, all_: int | None) -> None:
        if stage not in bars:
            for bar in bars.values():
                bar.close()
            bars[stage] = tqdm(desc=labels[stage], total=all_, unit="", leave=False, delay=0.5)
        bars[stage].update(done - bars[stage].n)

    try:
        yield show
    finally:
        for bar in bars.values():
            bar.close()


def standard_output() -> BinaryIO:
    """Return standard output as bytes. Raises SystemRefused where there is none."""
    if sys.stdout is None:
        raise SystemRefused("there is no standard output; name a file with -o.")
    return sys.stdout.buffer
