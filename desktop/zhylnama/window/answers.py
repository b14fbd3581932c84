"""What the search page asks of an archive, for an address. Runs on the workers; no Qt here."""

from __future__ import annotations

from dataclasses import replace

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import Facet, FacetField, Filters, Found, FoundPerson, Hit, Page
from zhylnama.window.history import Address

_LIKE = 20


def search(archive: Archive, address: Address, limit: int, offset: int = 0) -> Page:
    """Return some hits of an address."""
    return archive.search(
        address.query,
        filters=address.filters,
        sort=address.sort,
        limit=limit,
        offset=offset,
        exact_spelling=address.exact,
    )


def first_page(archive: Archive, address: Address, limit: int) -> Page:
    """Return what an address shows first: hits, or the events most like one."""
    if address.like is None:
        return search(archive, address, limit)
    first, last = address.filters.dates
    events = [
        event
        for event in archive.more_like(address.like, limit=_LIKE)
        if (first is None or (event.date is not None and event.date >= first))
        and (last is None or (event.date is not None and event.date <= last))
    ]
    return Page(tuple(Hit(-1 - at, event) for at, event in enumerate(events)), more=False)


def warm(archive: Archive) -> None:
    """Read what the first search of a session reads (gazetteer, kinds, likenesses) before it."""
    archive.search("arre zyzz", limit=1)
    archive.complete("zy")


def count(archive: Archive, address: Address) -> Found:
    """Return how much an address finds.

    A facet of which any value will do is counted as if none were chosen: the others are what one
    may add.
    """
    if address.like is not None:
        # No facets: a value of one would lead away from the events that are like this one.
        return replace(archive.found("", filters=address.filters, like=address.like), facets=())
    found = _found(archive, address, address.filters)
    facets = [
        _others(archive, address, facet.field) if facet.field in address.filters.either else facet
        for facet in found.facets
    ]
    return replace(found, facets=tuple(facets))


def people(archive: Archive, address: Address, most: int) -> list[FoundPerson]:
    """Return who appears in what an address finds, those in most of its events first."""
    return archive.people_found(
        address.query,
        filters=address.filters,
        exact_spelling=address.exact,
        like=address.like,
        limit=most,
    )


def _others(archive: Archive, address: Address, field: FacetField) -> Facet:
    chosen = tuple(pair for pair in address.filters.chosen if pair[0] != field)
    found = _found(archive, address, replace(address.filters, chosen=chosen))
    return next(facet for facet in found.facets if facet.field == field)


def _found(archive: Archive, address: Address, filters: Filters) -> Found:
    return archive.found(address.query, filters=filters, exact_spelling=address.exact)
