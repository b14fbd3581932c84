"""The reader's own searches, to be offered again. In memory only, unless the reader wants more.

No Qt here. What is kept on the disk is decided in `state.State`, by the reader and not by default.
"""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 50
_OFFERED = 3


class Searches:
    """The latest searches, the last one first. `wanted` False: none is remembered nor offered."""

    def __init__(self, queries: Iterable[str] = (), *, wanted: bool = True) -> None:
        self._wanted = wanted
        self._queries = list(queries)[:_MOST] if wanted else []

    @property
    def wanted(self) -> bool:
        """Whether searches are remembered; those that were are forgotten where it ends."""
        return self._wanted

    @wanted.setter
    def wanted(self, on: bool) -> None:
        self._wanted = on
        if not on:
            self.forget()

    @property
    def all(self) -> list[str]:
        """Return every search that is remembered."""
        return list(self._queries)

    def remember(self, query: str) -> None:
        """Put a search on top; one letter is none."""
        query = query.strip()
        if self._wanted and len(query) > 1:
            self._queries = [query, *(each for each in self._queries if each != query)][:_MOST]

    def forget(self) -> None:
        """Forget every search."""
        self._queries.clear()

    def beginning(self, typed: str) -> list[str]:
        """Return the searches that begin with what was typed; the latest ones where it is empty."""
        wanted = typed.strip().casefold()
        found = [query for query in self._queries if query.casefold().startswith(wanted)]
        found = [query for query in found if query.casefold() != wanted]
        return found[: _OFFERED if wanted else 8]
