"""A place as the dossier's language writes it, where that is the same name."""

from __future__ import annotations

from functools import cache

from zhylnama.files import resources_folder
from zhylnama.names.places import Gazetteer


def place_in_words(place: str, lang: str) -> str:
    """Return a place's name in a language; one that is not today's name stays as it was printed.

    Almaty is Алматы, but Nur-Sultan of 2021 is not called Astana here.
    """
    known = _gazetteer().find(place)
    if known is None:
        return place
    said = known.names.get(lang, place)
    same = place.casefold() in {name.casefold() for name in known.names.values()}
    return said if same and said.casefold() != place.casefold() else place


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load(resources_folder() / "places.toml")
