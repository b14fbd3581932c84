"""Places by their names in the reader's language, from the gazetteer.

The gazetteer takes a moment to read. A worker reads it, with the first counts; until then a place
is called as the record calls it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from zhylnama.archive.model import Found
from zhylnama.files import resources_folder
from zhylnama.names.places import Gazetteer


class _Shelf:
    gazetteer: Gazetteer | None = None


@cache
def _load() -> Gazetteer:
    _Shelf.gazetteer = Gazetteer.load(resources_folder() / "places.toml")
    return _Shelf.gazetteer


def with_place_names(found: Found, lang: str) -> Found:
    """Return what was found with its places named in a language. Slow once: for a worker."""
    gazetteer = _load()
    facets = []
    for facet in found.facets:
        values = facet.values
        if facet.field in ("place", "region"):
            values = tuple(
                replace(value, label=gazetteer.label(value.key, lang))
                if not value.key.startswith("?")
                else value
                for value in values
            )
        facets.append(replace(facet, values=values))
    return replace(found, facets=tuple(facets))


def place_key(name: str) -> str:
    """Return what a place is filtered by: its id where the name means one place, else the name."""
    place = _Shelf.gazetteer.find(name) if _Shelf.gazetteer is not None else None
    return place.id if place is not None else f"?{name}"


def place_name(key: str, lang: str) -> str | None:
    """Return today's name of a place in a language; None where the gazetteer has none yet."""
    place = _Shelf.gazetteer.get(key) if _Shelf.gazetteer is not None else None
    return None if place is None else place.names.get(lang)
