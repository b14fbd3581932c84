"""Where the reader is, and where they have been: back and forward as in a browser. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from zhylnama.archive.model import FacetField, Filters, Sort


@dataclass(frozen=True, slots=True)
class Address:
    """One view of the archive: a search with its open event, or the profile of `person`."""

    query: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "newest"
    event: str | None = None
    person: str | None = None

    def narrowed(self, facet: FacetField, key: str) -> Address:
        """Return the search with one more facet value, or the same where it is there already."""
        if (facet, key) in self.filters.chosen:
            return self
        chosen = (*self.filters.chosen, (facet, key))
        return replace(self, filters=replace(self.filters, chosen=chosen), event=None, person=None)

    def widened(self, facet: FacetField, key: str) -> Address:
        """Return the search without one facet value."""
        chosen = tuple(pair for pair in self.filters.chosen if pair != (facet, key))
        return replace(self, filters=replace(self.filters, chosen=chosen), event=None)


class History:
    """The addresses visited, in memory only: nothing of it is ever written down."""

    def __init__(self) -> None:
        self._visited = [Address()]
        self._at = 0

    @property
    def here(self) -> Address:
        """Return the address that is shown."""
        return self._visited[self._at]

    @property
    def has_back(self) -> bool:
        """Return whether there is a view before this one."""
        return self._at > 0

    @property
    def has_forward(self) -> bool:
        """Return whether a view was left by going back."""
        return self._at + 1 < len(self._visited)

    def go(self, address: Address) -> None:
        """Add a view after this one; what lay forward is forgotten, as in a browser."""
        if address != self.here:
            del self._visited[self._at + 1 :]
            self._visited.append(address)
            self._at += 1

    def amend(self, address: Address) -> None:
        """Change this view in place: another event opened, or the query typed on."""
        self._visited[self._at] = address

    def back(self) -> Address:
        """Step back, if there is a view to step to, and return where that leads."""
        self._at = max(0, self._at - 1)
        return self.here

    def forward(self) -> Address:
        """Step forward, if there is a view to step to, and return where that leads."""
        self._at = min(len(self._visited) - 1, self._at + 1)
        return self.here
