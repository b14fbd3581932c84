"""The gazetteer: one place under every name that it goes by.

`resources/places.toml` holds the places; its header says what each field means. A name is matched
whole, by a folding lighter than that of people: letter case, ё and е, Kazakh letters typed without
a Kazakh keyboard, accents, hyphens and spaces. Words that say what kind of place it is (`region`,
`г.`, `ауданы`) are read, not matched: `Almaty` is the city, `Almaty Oblast` the region.

A name that two places of the same standing share is not guessed: `Abai District` alone is None, and
`find("Abai District", within="karaganda-region")` is one of them.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from zhylnama.failure import BadInput, cannot_read
from zhylnama.record.event import Slug

Kind = Literal["country", "region", "city", "town", "district", "village"]
Language = Literal["en", "ru", "kk"]

# The regions Abai, Jetisu and Ulytau were made on this day.
DIVISION_OF_2022: Final = dt.date(2022, 6, 8)

Degrees = Annotated[float, Meta(ge=-180, le=180)]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One place. `names` holds today's name by language, `also` every other name.

    `region` is the id of what contains it (the city, for a district of a city), `region_2021` that
    before June 2022 where it was another one. What is not known is None.
    """

    id: Slug
    kind: Kind
    names: dict[str, str]
    also: tuple[str, ...] = ()
    region: Slug | None = None
    region_2021: Slug | None = None
    country: Slug | None = None
    lat: Degrees | None = None
    lon: Degrees | None = None


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    """A place as the file writes it."""

    id: Slug
    kind: Kind
    en: str
    ru: str
    kk: str
    also: tuple[str, ...] = ()
    region: Slug | None = None
    region_2021: Slug | None = None
    country: Slug | None = None
    lat: Degrees | None = None
    lon: Degrees | None = None

    def place(self) -> Place:
        return Place(
            id=self.id,
            kind=self.kind,
            names={"en": self.en, "ru": self.ru, "kk": self.kk},
            also=self.also,
            region=self.region,
            region_2021=self.region_2021,
            country=self.country,
            lat=self.lat,
            lon=self.lon,
        )


class _File(msgspec.Struct, forbid_unknown_fields=True):
    place: list[_Entry]


class _Listing(msgspec.Struct, frozen=True):
    """One name of one place in the index.

    `worded`: an additional name that holds a word for its kind and is found only with such a word,
    so that `Guryev Oblast` does not take `Guryev` from the city.
    """

    place: Place
    current: bool
    worded: bool


# Words for a kind of place, as they stand at the start or the end of a name in lower case.
_KIND_WORDS: Final[dict[str, Kind]] = {
    "region": "region", "oblast": "region", "obl": "region", "область": "region",
    "обл": "region", "облысы": "region",
    "district": "district", "raion": "district", "rayon": "district", "район": "district",
    "р-н": "district", "ауданы": "district",
    "city": "city", "town": "town", "город": "city", "гор": "city", "г": "city",
    "қаласы": "city", "қ": "city",
    "village": "village", "settlement": "village", "село": "village", "с": "village",
    "аул": "village", "поселок": "village", "посёлок": "village", "пос": "village",
    "ауылы": "village", "кенті": "village",
}  # fmt: skip

# What a kind word in a query can mean, most likely first: reports call a town a city.
_MEANT: Final[dict[Kind, tuple[tuple[Kind, ...], ...]]] = {
    "region": (("region",),),
    "district": (("district",),),
    "city": (("city", "town"), ("village",)),
    "town": (("city", "town"), ("village",)),
    "village": (("village",), ("town",)),
}

# Without a kind word: what a report means by the bare name. An older name of a city yields to a
# region of today (Akmola), and any older name of a small place to a name of today.
_STANDING: Final[dict[tuple[Kind, bool], int]] = {
    ("city", True): 0,
    ("country", True): 0,
    ("country", False): 1,
    ("region", True): 1,
    ("region", False): 1,
    ("city", False): 2,
    ("town", True): 3,
    ("district", True): 4,
    ("village", True): 5,
    ("town", False): 6,
    ("district", False): 7,
    ("village", False): 8,
}

_LEADING = re.compile(r"^(?:the\s+)?(\w[\w-]*)(?:\.\s*|\s+(?:of\s+|им\.?\s+|имени\s+)?)(?=\w)")
_SEPARATORS = re.compile(r"[\W_]+")
_PLAIN = re.compile("[\x00-\x7fа-я]*")
_LIGHT = str.maketrans("әғқңөұүһіёйıəł", "агкноуухиеиiаl")


def fold_place(name: str) -> str:
    """Return the key under which a place name is compared: letters and figures only."""
    folded = name.casefold().translate(_LIGHT)
    if not _PLAIN.fullmatch(folded):  # spelled with marks: seldom, and five times slower
        decomposed = unicodedata.normalize("NFKD", name).casefold().translate(_LIGHT)
        decomposed = unicodedata.normalize("NFKD", decomposed)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _SEPARATORS.sub("", folded)


def read_kind(name: str) -> tuple[str, Kind | None]:
    """Return a name without its word for a kind of place, and that kind, or None without one."""
    lowered = " ".join(name.casefold().split())
    if " " not in lowered and "." not in lowered:
        return lowered, None
    leading = _LEADING.match(lowered)
    if leading and (kind := _KIND_WORDS.get(leading[1])):
        return lowered[leading.end() :], kind
    rest, _, last = lowered.rpartition(" ")
    if kind := _KIND_WORDS.get(last.rstrip(".")):
        return rest.rstrip(" ,"), kind
    return lowered, None


_ADJECTIVE = re.compile(r"(?P<stem>[а-яё-]+)(?P<end>ский|цкий|ская|цкая) (?:район|область)")
_ENDS: Final = {
    "ский": ("sky", "skiy", "ski", "skii"),
    "цкий": ("tsky", "tskiy"),
    "ская": ("skaya",),
    "цкая": ("tskaya",),
}


def _romanised_names(place: Place) -> Iterator[str]:
    """Yield what translators make of a Russian name: `Burlinsky district` of Бурлинский район.

    The romanisation is that of BGN/PCGN (1947), with the endings as newspapers write them.
    """
    match = _ADJECTIVE.fullmatch(place.names.get("ru", "").casefold())
    if place.kind not in ("district", "region") or match is None:
        return
    stem = match["stem"].translate(_BGN)
    kind = "district" if place.kind == "district" else "region"
    for end in _ENDS[match["end"]]:
        yield f"{stem}{end} {kind}".capitalize()


_BGN: Final = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
})  # fmt: skip


class Gazetteer:
    """Every place of a file, found by name. Immutable; safe to share between threads once read."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.id: place for place in places}
        self._index: dict[str, list[_Listing]] = {}
        for place in self._places.values():
            for name in place.names.values():
                self._list(place, name, current=True)
            for name in (*place.also, *_romanised_names(place)):
                self._list(place, name, current=False)

    def _list(self, place: Place, name: str, *, current: bool) -> None:
        base, kind = read_kind(name)
        if kind is not None and not any(place.kind in meant for meant in _MEANT[kind]):
            base, kind = name, None  # the word belongs to the name: an autonomous район is a region
        listing = _Listing(place, current=current, worded=kind is not None and not current)
        self._index.setdefault(fold_place(base), []).append(listing)

    @classmethod
    def load(cls, path: Path) -> Gazetteer:
        """Read a gazetteer.

        Raises SystemRefused where the file cannot be read, and BadInput where it is no gazetteer,
        names an id twice, or a region or country that it does not hold.
        """
        try:
            with path.open("rb") as stream:
                read = msgspec.convert(tomllib.load(stream), _File)
        except OSError as refused:
            raise cannot_read(path, refused) from refused
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as bad:
            raise BadInput("{path} is not a list of places: {bad}.", path=path, bad=bad) from bad
        gazetteer = cls(entry.place() for entry in read.place)
        if len(gazetteer._places) < len(read.place):
            raise BadInput("{path}: two places have the same id.", path=path)
        for entry in read.place:
            for container in (entry.region, entry.region_2021, entry.country):
                if container is not None and container not in gazetteer._places:
                    raise BadInput(
                        "{path}: {place} lies in {container}, which is not listed.",
                        path=path,
                        place=entry.id,
                        container=container,
                    )
        return gazetteer

    def __iter__(self) -> Iterator[Place]:
        """Yield every place, in the order of the file."""
        return iter(self._places.values())

    def get(self, id: str) -> Place | None:  # noqa: A002
        """Return the place with this id, or None."""
        return self._places.get(id)

    def find(self, name: str, within: str | None = None) -> Place | None:
        """Return the place that a report means by this name; None where unknown or not certain.

        Of homonyms of different kinds the bigger is meant: a city before a region before a town,
        a district, a village. `within`, the id of a region, a city or a country, leaves only what
        lies there, now or before June 2022. `Aksu, Pavlodar region` says so itself.
        """
        found = self.candidates(name, within)
        return found[0] if len(found) == 1 else None

    def candidates(self, name: str, within: str | None = None) -> list[Place]:
        """Return the places that `find` would choose between, all of the same standing."""
        outside = () if within is None else (within,)
        found = self._candidates(name, outside)
        if found or "," not in name:
            return found
        parts = [part for part in name.split(",") if part.strip()]
        for inner, *outer in (parts, parts[::-1]) if len(parts) > 1 else ():
            containers = [self.find(part, within) for part in outer]
            ids = [container.id for container in containers if container is not None]
            if len(ids) == len(outer) and (found := self._candidates(inner, (*outside, *ids))):
                return found
        return []

    def has_name(self, word: str) -> bool:
        """Tell whether a place has a name of this one word; without one nothing finds it."""
        return fold_place(word) in self._index

    def once_named(self, name: str) -> list[Place]:
        """Return the cities and towns that bore a bare name, whatever bears it today.

        `Akmola` is a region, and was Astana: who searches may mean either.
        """
        return [
            listing.place
            for listing in self._index.get(fold_place(name), ())
            if listing.place.kind in ("city", "town") and not (listing.current or listing.worded)
        ]

    def _candidates(self, name: str, containers: Iterable[str]) -> list[Place]:
        base, kind = read_kind(name)
        listings = self._listings(base, containers)
        for meant in () if kind is None else _MEANT[kind]:
            if found := _first((not x.current, x.place) for x in listings if x.place.kind in meant):
                return found
        bare = listings if kind is None else self._listings(name, containers)
        return _first((_STANDING[x.place.kind, x.current], x.place) for x in bare if not x.worded)

    def _listings(self, base: str, containers: Iterable[str]) -> list[_Listing]:
        return [
            listing
            for listing in self._index.get(fold_place(base), ())
            if all(self._lies_in(listing.place, container) for container in containers)
        ]

    def _lies_in(self, place: Place, container: str) -> bool:
        """Whether a place lies in another, now or before June 2022.

        A village's district is not recorded; it is not denied where both lie in one region.
        """
        around: set[str] = set()
        reached = [place.region, place.region_2021, place.country]
        while reached:
            id_ = reached.pop()
            if id_ is not None and id_ not in around:
                around.add(id_)
                if outer := self._places.get(id_):
                    reached += [outer.region, outer.region_2021, outer.country]
        if container in around:
            return True
        district = self._places.get(container)
        return (
            district is not None
            and district.kind == "district"
            and place.kind in ("town", "village")
            and place.region is not None
            and place.region == district.region
        )

    def names(self, id: str) -> list[str]:  # noqa: A002
        """Return every name of a place in every language, today's first; [] for an unknown id."""
        place = self._places.get(id)
        return [] if place is None else list(dict.fromkeys((*place.names.values(), *place.also)))

    def label(self, id: str, lang: str) -> str:  # noqa: A002
        """Return today's name in a language, in English where it has none; the id if unknown."""
        place = self._places.get(id)
        if place is None:
            return id
        return place.names.get(lang) or place.names["en"]

    def region_of(self, id: str, on: dt.date | None = None) -> Place | None:  # noqa: A002
        """Return what contains a place on a day, or today; None for a country and the unknown.

        For a district of a city that is the city. Cities of republican significance, and regions,
        lie in no region.
        """
        place = self._places.get(id)
        if place is None:
            return None
        before = on is not None and on < DIVISION_OF_2022
        region = (place.region_2021 if before else None) or place.region
        return None if region is None else self._places.get(region)


def _first(ranked: Iterable[tuple[int, Place]]) -> list[Place]:
    """Return the places of the lowest rank, each once."""
    kept = list(ranked)
    lowest = min((rank for rank, _ in kept), default=0)
    return list({place.id: place for rank, place in kept if rank == lowest}.values())
