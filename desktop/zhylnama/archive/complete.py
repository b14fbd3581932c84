"""Completion while one types: people, places, fields and their values."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

import apsw
from apsw import fts5query as fts

from zhylnama.archive.having_words import people_beginning, people_with
from zhylnama.archive.model import Completion
from zhylnama.archive.query import FIELDS_IN
from zhylnama.archive.stored import read_events, read_person
from zhylnama.archive.values import CODES_IN_SHORT, law_mark, roles_begun
from zhylnama.names.fold import romanised
from zhylnama.names.identity import name_keys, name_words, sought_keys
from zhylnama.names.places import Gazetteer, fold_place

MOST_PEOPLE = 6
MOST_PLACES = 3
MOST_VALUES = 12
_MOST = 12
_MOST_CITING = 100
"""So many events, the newest, tell which parts of an article are cited."""

# The word under the cursor: a field with its unfinished value, or an unfinished word.
_UNFINISHED = re.compile(r"(?:(?P<field>[^\W\d_]+):)?(?P<value>[^\s():\"“”„«»]*)$")
_QUOTED_VALUE = re.compile(r"(?P<field>[^\W\d_]+):[\"“„«](?P<value>[^\"“”„«»]*)$")
_QUOTES = '"“”„«»'
_WORD_BEFORE = re.compile(r"(?<![\w:=\"“«-])(?P<word>[^\W\d_]{2,})\s+$")


def complete(
    connection: apsw.Connection, gazetteer: Gazetteer, kind_labels: dict[str, str], typed: str
) -> list[Completion]:
    """Return ways to go on from what was typed up to the cursor, the likeliest first.

    `kind_labels` maps every label of a kind, in any language, to its id. Inside a quotation only
    the value of a field is gone on with.
    """
    quoted = sum(typed.count(mark) for mark in _QUOTES) % 2 == 1
    found = (_QUOTED_VALUE if quoted else _UNFINISHED).search(typed)
    if found is None:
        return []
    field, value, start = found["field"], found["value"], found.start()
    value = value.removeprefix("-")
    if field is None:
        start = found.start("value") + (found["value"] != value)
        # Whoever has both words was meant, and nobody who has the last of them only.
        named = _named(connection, typed[:start], value) if value else []
        if len(value) < 2:
            return named
        return [
            *_fields(value, start),
            *(named or _people(connection, value, start)),
            *_places(connection, gazetteer, value, start, "place"),
        ][:_MOST]
    if FIELDS_IN.get(field.lower()) == "kind":
        return _kinds(connection, kind_labels, value, start)
    return _values(connection, gazetteer, field.lower(), value, start)


def _values(
    connection: apsw.Connection, gazetteer: Gazetteer, field: str, value: str, start: int
) -> list[Completion]:
    """Return values of a field that begin so; the likeliest of all where nothing is typed yet."""
    match FIELDS_IN.get(field):
        case "person" if not value:
            return _most_named(connection, start)
        case "person":
            *before, last = value.split(" ")
            return _people(connection, last, start, " ".join(before))
        case "place" | "region" as name if not value:
            return _most_frequent(connection, gazetteer, start, name, _language(field))
        case "place" | "region" as name:
            return _places(connection, gazetteer, value, start, name)
        case "law":
            return _laws(connection, value, start)
        case "date":
            return _months(connection, value, start)
        case "source" | "org" as name:
            return _listed(connection, name, value, start)
        case "role":
            return [Completion("value", f"role:{one} ", start, one) for one in roles_begun(value)]
        case _:
            return []


def _fields(value: str, start: int) -> list[Completion]:
    return [
        Completion("field", f"{name}:", start, f"{name}:")
        for name in FIELDS_IN
        if name.startswith(value.lower()) and len(value) < len(name)
    ]


def _named(connection: apsw.Connection, before: str, value: str) -> list[Completion]:
    """Return people of whose name the word before the cursor is a part too: `Max Bok`."""
    word = _WORD_BEFORE.search(before)
    return [] if word is None else _people(connection, value, word.start(), word["word"])


def _people(
    connection: apsw.Connection, value: str, start: int, also: str = ""
) -> list[Completion]:
    """Return people with a name that begins so, in any script, those with most events first.

    `also` are further words, whole, that their names must have besides.
    """
    key = romanised(value)
    further = [keys for keys, _ in sought_keys(also)]
    if not key or (also and not further):
        return []
    if further:
        rows = people_with(connection, further)
        fitting = (row[:3] for row in rows if _has_beside(row[3], value, key, further))
        found = list(islice(fitting, MOST_PEOPLE))
    else:
        found = list(
            connection.execute(
                "SELECT id, name, events FROM (SELECT DISTINCT person FROM name_key"
                " WHERE key >= ? AND key < ? LIMIT 500) AS near JOIN person ON id = near.person"
                " ORDER BY events DESC, id LIMIT ?",
                (key, key + "\U0010fffe", MOST_PEOPLE),
            )
        )
        if len(found) < MOST_PEOPLE:
            found += _as_spelled(connection, value, key, {person for person, _, _ in found})
    return [_person(connection, start, *one) for one in found[:MOST_PEOPLE]]


def _as_spelled(
    connection: apsw.Connection, value: str, key: str, known: set[str]
) -> list[tuple[str, str, int]]:
    """Return further people with a name of which the letters are those typed.

    The next letter may make another sound of the last: Toregoz is Toregozh.
    """
    rows = people_beginning(connection, _beginnings(value, key))
    return [
        (person, name, events)
        for person, name, events, spellings in rows
        if person not in known
        and any(_is_begun(word, value) for one in spellings for word in name_words(one))
    ]


def _is_begun(word: str, value: str) -> bool:
    return word.casefold().startswith(value.casefold())


def _beginnings(value: str, key: str) -> list[str]:
    """Return with what the key of a name may begin that begins so, besides the key of that."""
    letters = _LATIN if value[-1].isascii() else _CYRILLIC
    other = {longer for x in letters if not (longer := romanised(value + x)).startswith(key)}
    if _C.search(value):
        other.add(romanised(_C.sub("k", value)))  # Cardin
    return sorted(other - {"", key})


_C = re.compile(r"[cC](?!h)")
_LATIN = [*"abcdefghijklmnopqrstuvwxyz", "ha", "he"]
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюяәғқңөұүһі"


def _has_beside(names: list[str], value: str, key: str, further: list[frozenset[str]]) -> bool:
    """Tell whether one of some names has the whole words, and another word that begins so."""
    for name in names:
        words = name_words(name)
        begun = [w for w in words if romanised(w).startswith(key) or _is_begun(w, value)]
        if not begun:
            continue
        left = [word for word in words if not any(_has_key(word, keys) for keys in further)]
        if len(left) <= len(words) - len(further) and not set(left).isdisjoint(begun):
            return True
    return False


def _has_key(word: str, keys: frozenset[str]) -> bool:
    return romanised(word) in keys or not keys.isdisjoint(name_keys(word))


def _person(
    connection: apsw.Connection, start: int, person_id: str, name: str, events: int
) -> Completion:
    person = read_person(connection, person_id)
    office = person.offices[0] if person is not None and person.offices else None
    detail = (
        ", ".join(part for part in (office.title, office.organisation) if part) if office else ""
    ) or _last_place(connection, person_id)
    return Completion("person", f"person:{person_id} ", start, name, detail, events)


def _most_named(connection: apsw.Connection, start: int) -> list[Completion]:
    """Return the people with most events."""
    rows = connection.execute(
        "SELECT id, name, events FROM person ORDER BY events DESC, id LIMIT ?", (MOST_PEOPLE,)
    )
    return [_person(connection, start, one, name, events) for one, name, events in list(rows)]


def _last_place(connection: apsw.Connection, person_id: str) -> str:
    place: str | None = connection.execute(
        "SELECT place FROM appearance JOIN event ON number = event"
        " WHERE person = ? AND place IS NOT NULL ORDER BY event DESC LIMIT 1",
        (person_id,),
    ).get
    return place or ""


def _places(
    connection: apsw.Connection, gazetteer: Gazetteer, value: str, start: int, field: str
) -> list[Completion]:
    """Return places of the archive with a name in any language that begins so."""
    key = fold_place(value)
    if not key:
        return []
    found = []
    # A region is found with everything in it.
    for place_id, count in connection.execute(
        "SELECT key, max(count) FROM facet WHERE field IN ('place', 'region')"
        " GROUP BY key ORDER BY 2 DESC, key"
    ):
        names = gazetteer.names(place_id) or [place_id.removeprefix("?")]
        name = next((name for name in names if fold_place(name).startswith(key)), None)
        if name is not None:
            quoted = f'"{name}"' if " " in name else name
            also = "" if name == names[0] else names[0]
            found.append(Completion("place", f"{field}:{quoted} ", start, name, also, count))
            if len(found) == MOST_PLACES:
                break
    return found


def _language(field: str) -> str:
    """Return the language of a field's name."""
    return "en" if field.isascii() else "kk" if field in _KAZAKH_FIELDS else "ru"


_KAZAKH_FIELDS = ("орын", "жер", "өңір", "облыс")


def _most_frequent(
    connection: apsw.Connection, gazetteer: Gazetteer, start: int, field: str, lang: str
) -> list[Completion]:
    """Return the places or regions with most events, under their names in a language."""
    found = []
    for place_id, count in connection.execute(
        "SELECT key, count FROM facet WHERE field = ? ORDER BY count DESC, key LIMIT ?",
        (field, MOST_PEOPLE),
    ):
        known = gazetteer.get(place_id)
        name = known.names[lang] if known is not None else place_id.removeprefix("?")
        quoted = f'"{name}"' if " " in name else name
        found.append(Completion("place", f"{field}:{quoted} ", start, name, "", count))
    return found


def _counts(connection: apsw.Connection, field: str) -> dict[str, int]:
    return dict(connection.execute("SELECT key, count FROM facet WHERE field = ?", (field,)))


def _kinds(
    connection: apsw.Connection, kind_labels: dict[str, str], value: str, start: int
) -> list[Completion]:
    counts = _counts(connection, "kind")
    wanted = value.casefold()
    found: dict[str, str] = {}
    for label, kind in kind_labels.items():
        # Any word of a label will do: арест is in administrative arrest.
        begins = f" {label.casefold()}".find(f" {wanted}") >= 0 or kind.startswith(wanted)
        if kind in counts and begins:
            found.setdefault(kind, label)
    return [
        Completion("value", f"kind:{kind} ", start, label, kind, counts[kind])
        for kind, label in sorted(found.items(), key=lambda item: (-counts[item[0]], item[0]))
    ][:MOST_VALUES]


def _laws(connection: apsw.Connection, value: str, start: int) -> list[Completion]:
    text = value.strip()
    code, _, article = re.sub(r"[ ./-]+", " ", text).partition(" ")
    wanted = f"{CODES_IN_SHORT.get(code.casefold(), code)} {article}".strip().casefold()
    rows = sorted(_counts(connection, "law").items(), key=lambda item: (-item[1], item[0]))
    offered = [
        Completion("value", f"law:{key.replace(' ', '-')} ", start, key, "", count)
        for key, count in rows
        if key.casefold().startswith(wanted) or key.partition(" ")[2].startswith(text)
    ][:MOST_VALUES]
    parts = [] if offered and not text.endswith(".") else _parts(connection, text, start)
    return parts or offered


def _parts(connection: apsw.Connection, value: str, start: int) -> list[Completion]:
    """Return the parts of an article of which the number is typed with a point behind it.

    They are those that its newest events cite.
    """
    typed = re.fullmatch(r"(?P<whole>.*\d)[.](?P<part>\d*)", value)
    article = None if typed is None else law_mark(typed["whole"])
    if typed is None or article is None:
        return []
    rows = connection.execute(
        "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?",
        (fts.to_query_string(fts.PHRASE(article)), _MOST_CITING),
    )
    events = read_events(connection, [number for (number,) in rows]).values()
    number = re.sub(r"^\D*", "", typed["whole"])
    cited = Counter(
        f"{law.code} {law.article}.{law.part}"
        for event in events
        for law in event.law
        if law.article == number and law.part is not None and law.part.startswith(typed["part"])
    )
    listed = sorted(cited, key=lambda key: (-cited[key], key))[:MOST_VALUES]
    return [Completion("value", f"law:{k.replace(' ', '-')} ", start, k) for k in listed]


def _listed(connection: apsw.Connection, field: str, value: str, start: int) -> list[Completion]:
    """Return sources or organisations of which a word begins so, those of most events first."""
    counts = _counts(connection, "organisation" if field == "org" else field)
    parts = " " if field == "org" else "."
    # In another script a name is told by its sounds: Оян for Oyan Kazakhstan.
    folded = str.casefold if value.isascii() or field == "source" else romanised_words
    wanted = folded(value)
    found = [
        (-count, key)
        for key, count in counts.items()
        if f"{parts}{folded(key)}".find(f"{parts}{wanted}") >= 0
    ]
    return [
        Completion("value", f'{field}:"{key}" ' if " " in key else f"{field}:{key} ", start, key)
        for _, key in sorted(found)[:MOST_VALUES]
    ]


def romanised_words(text: str) -> str:
    """Return each word of a text by its sounds."""
    return " ".join(map(romanised, text.split(" ")))


def _months(connection: apsw.Connection, value: str, start: int) -> list[Completion]:
    rows = connection.execute(
        "SELECT substr(date, 1, 7), sum(last - first + 1) FROM day WHERE date LIKE ? || '%'"
        " GROUP BY 1 ORDER BY 1 DESC LIMIT ?",
        (re.sub(r"[^0-9-]", "", value), MOST_VALUES),
    )
    return [
        Completion("value", f"date:{month} ", start, month, "", events) for month, events in rows
    ]
