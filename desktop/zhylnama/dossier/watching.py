"""Somebody who looks on while dossiers are made: for progress, and to stop the work."""

from __future__ import annotations

from collections.abc import Callable

# Called between people, events, rows and pages. What it raises goes through to the caller, and a
# file that was being written is then not there.
GoOn = Callable[[], None]


def to_the_end() -> None:
    """Go on: nobody may stop this work."""


class Watcher:
    """Nobody in particular: stops nothing and notes nothing. To be subclassed."""

    def go_on(self) -> None:
        """Be asked whether to go on; raise to stop the work."""

    def at_person(self, person: str, *, on_paper: bool) -> None:
        """Be told whose turn it is: to be composed, then (`on_paper`) to be set in pages."""


NOBODY = Watcher()
