"""Did you mean: people, places and words that are a slip of the hand from what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

import apsw

from zhylnama.archive.having_words import people_with
from zhylnama.archive.near import SHORTEST, has_lost_one, near_keys, near_words
from zhylnama.archive.stored import person_name
from zhylnama.archive.tree import All, Field, Named, Node, OneOf, Words, name_in
from zhylnama.names.fold import clean, loosened, romanised
from zhylnama.names.identity import is_slip, name_words, sought_keys
from zhylnama.names.places import Gazetteer

MOST = 5
_MOST_NAMESAKES = 400
_OF_ANY_SCRIPT = 8
_SHORTEST_IN_A_NAME = 3
_WORD = re.compile(r"[^\W\d_]+")


def suggest(
    connection: apsw.Connection, gazetteer: Gazetteer, labels: Iterable[str], root: Node | None
) -> tuple[str, ...]:
    """Return up to five names near to a query, the nearest first: people, places, then words.

    Words are those of the `labels` of kinds, else of the accounts.

    Where several words are near to one person's name, that person is meant and nobody else. A word
    that the index has is no slip.
    """
    name = name_in(root)
    if name is not None and (whole := _whole_names(connection, name) or _but_one(connection, name)):
        return tuple(whole)
    words = _words(root)
    wanted = {key: word for word in words if len(key := _key(word)) >= SHORTEST}
    slips = [key for key in wanted if not _is_in_index(connection, key)]
    typed = [clean(wanted[key]).casefold() for key in slips]
    found: dict[str, None] = {}
    for key in slips:
        for near in near_keys(connection, key):
            for (person,) in connection.execute(
                "SELECT person FROM name_key WHERE key = ? ORDER BY person LIMIT ?", (near, MOST)
            ):
                found.setdefault(person_name(connection, person))
    if len(found) < MOST:
        latin = all(word.isascii() for word in words)
        here = _places_with_events(connection) if slips else frozenset()
        places = _near_places(gazetteer, slips, typed, latin, here)
        if found and places:
            both = dict.fromkeys((*found, *places))
            # As near, what is offered in the letters that were typed comes first.
            nearest = sorted(
                both, key=lambda name: (_distance(name, typed), name.isascii() != latin)
            )
            found = dict.fromkeys(nearest)
        found.update(dict.fromkeys(places))
    if not found:
        found.update(dict.fromkeys(_near_labels(labels, typed)))
    for key in () if found else slips:
        # A short word of another script is another word: права is no pravda.
        found.update(
            (near, None)
            for near in near_words(connection, key)
            if len(key) >= _OF_ANY_SCRIPT or near.isascii() == wanted[key].isascii()
        )
    return tuple(found)[:MOST]


def _whole_names(connection: apsw.Connection, name: str) -> list[str]:
    """Return the names of people each of whose words is one of a typed name or a slip from it."""
    shared: set[str] | None = None
    for keys, word in sought_keys(name):
        strict = romanised(word)
        near = near_keys(connection, strict)
        asked = sorted({*keys, *near, *map(loosened, near)})
        marks = ", ".join("?" * len(asked))
        people = {
            person
            for (person,) in connection.execute(
                f"SELECT DISTINCT person FROM name_key WHERE key IN ({marks})", asked
            )
        }
        shared = people if shared is None else shared & people
        if not shared:
            return []
    names = [person_name(connection, person) for person in sorted(shared or ())[:_MOST_NAMESAKES]]
    return sorted(dict.fromkeys(names))[:MOST]


def _but_one(connection: apsw.Connection, name: str) -> list[str]:
    """Return the names of people who have all words of a typed name but one, and that nearly.

    A short word has a letter wrong (Арн Атабек), a long one two (Жамбулат Мамай).
    """
    sought = sought_keys(name)
    found: dict[str, None] = {}
    for at, (_, word) in enumerate(sought if len(sought) > 1 else ()):
        if len(romanised(word)) < _SHORTEST_IN_A_NAME:
            continue
        others = [keys for other, (keys, _) in enumerate(sought) if other != at]
        for _, shown, _, spellings in people_with(connection, others, _MOST_NAMESAKES):
            own = {romanised(part) for spelling in spellings for part in name_words(spelling)}
            if any(_is_nearly(romanised(word), key) for key in own):
                found.setdefault(shown)
    return list(found)[:MOST]


def _is_nearly(key: str, own: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    if len(own) < _SHORTEST_IN_A_NAME or key[0] != own[0]:
        return False
    most = 2 if min(len(key), len(own)) > 6 else 1
    return DamerauLevenshtein.distance(key, own, score_cutoff=most) <= most


def _key(word: str) -> str:
    """Return the key of a word; as it was typed where letters doubled by the hand hide it."""
    key = romanised(word)
    if len(key) < SHORTEST < len(word) and word.isascii() and word.isalpha():
        return word.lower().replace("y", "i")
    return key


def _places_with_events(connection: apsw.Connection) -> frozenset[str]:
    """Return the places and regions where something happened: no other is worth offering."""
    rows = connection.execute("SELECT DISTINCT key FROM facet WHERE field IN ('place', 'region')")
    return frozenset(key for (key,) in rows)


def _near_places(
    gazetteer: Gazetteer, slips: list[str], typed: list[str], latin: bool, here: frozenset[str]
) -> list[str]:
    """Return a name for each place that is a slip from a word, in its script where it has one."""
    found = []
    for place in gazetteer if slips else ():
        if place.id not in here:
            continue
        names = sorted(gazetteer.names(place.id), key=lambda name: name.isascii() != latin)
        near = (
            name
            for name in names
            if any(_is_near(key, romanised(name)) for key in slips)
            # A letter that folding makes two: Актоюе, ю beside б on the keyboard.
            or any(_is_one_letter_off(word, name.casefold()) for word in typed)
        )
        if (name := next(near, None)) is not None:
            found.append(name)
    return found


def _near_labels(labels: Iterable[str], typed: list[str]) -> list[str]:
    """Return words of labels from which what was typed is one letter away: `задиржание`."""
    words = dict.fromkeys(word for label in labels for word in _WORD.findall(label.casefold()))
    slips = [one for one in typed if one not in words]
    return [
        word
        for word in words
        if len(word) >= SHORTEST and any(_is_one_letter_off(one, word) for one in slips)
    ]


def _is_near(key: str, name: str) -> bool:
    # A slip is two letters at most: their number alone spares most of the comparing.
    return abs(len(key) - len(name)) <= 2 and is_slip(key, name)


def _is_one_letter_off(word: str, name: str) -> bool:
    if len(word) == SHORTEST:
        return has_lost_one(word, name)
    if len(word) < SHORTEST or abs(len(word) - len(name)) > 1:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(word, name, score_cutoff=1) <= 1


def _distance(name: str, typed: list[str]) -> int:
    """Return how many letters part the nearest word of a name from what was typed."""
    from rapidfuzz.distance import DamerauLevenshtein

    words = [clean(word).casefold() for word in name_words(name)]
    return min(
        (
            DamerauLevenshtein.distance(a, b)
            if a.isascii() == b.isascii()
            else DamerauLevenshtein.distance(romanised(a), romanised(b))
            for a in (*words, clean(name).casefold())
            for b in typed
        ),
        default=0,
    )


def _is_in_index(connection: apsw.Connection, key: str) -> bool:
    found = connection.execute("SELECT 1 FROM spelling WHERE key = ? LIMIT 1", (key,))
    return found.get is not None


def _words(node: Node | None) -> list[str]:
    match node:
        case Words(text):
            # Nur-Sultan is one name, and in Мамай-Бокаев each is.
            parts = list(name_words(text))
            return parts if len(parts) == 1 else [*parts, "".join(parts)]
        case Field(_, value):
            return list(name_words(value.text))
        case Named(initials, before, after):
            return [word for part in (before, initials, after) for word in _words(part)]
        case All(parts) | OneOf(parts):
            return [word for part in parts for word in _words(part)]
        case _:
            return []
