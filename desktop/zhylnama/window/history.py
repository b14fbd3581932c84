"""Where the reader is, and where they have been: back and forward as in a browser. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from zhylnama.archive.model import FacetField, Filters, Sort

# An event has one of each: two chosen values can only mean either.
_ONE_AN_EVENT: frozenset[FacetField] = frozenset({"place", "region", "year", "month"})


@dataclass(frozen=True, slots=True)
class Address:
    """One view of the archive: a search with its open event, or the profile of `person`.

    `exact` finds words only as they are spelled. `like` is an event: the view shows those most
    like it, and the search is not used.
    """

    query: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "newest"
    event: str | None = None
    person: str | None = None
    exact: bool = False
    like: str | None = None

    def narrowed(self, facet: FacetField, key: str) -> Address:
        """Return the search with one more facet value, or the same where it is there already."""
        if (facet, key) in self.filters.chosen:
            return self
        either = self.filters.either | ({facet} if facet in _ONE_AN_EVENT else set())
        return self._choosing((*self.filters.chosen, (facet, key)), either)

    def widened(self, facet: FacetField, key: str) -> Address:
        """Return the search without one facet value."""
        chosen = tuple(pair for pair in self.filters.chosen if pair != (facet, key))
        return self._choosing(chosen, self.filters.either)

    def joined(self, facet: FacetField, *, either: bool) -> Address:
        """Return the search with any, or with all, of the chosen values of a facet."""
        fields = self.filters.either - {facet}
        return self._choosing(self.filters.chosen, fields | {facet} if either else fields)

    def _choosing(
        self, chosen: tuple[tuple[FacetField, str], ...], either: frozenset[FacetField]
    ) -> Address:
        either &= frozenset(field for field, _key in chosen)
        filters = replace(self.filters, chosen=chosen, either=either)
        return replace(self, filters=filters, event=None, person=None, like=None)


class History:
    """The addresses visited, in memory only: nothing of it is ever written down."""

    def __init__(self, start: Address = Address()) -> None:
        self._visited = [start]
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
