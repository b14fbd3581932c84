"""Completion while one types: people, places, fields and their values."""

from __future__ import annotations

import re
from itertools import chain

import apsw

from zhylnama.archive.model import Completion
from zhylnama.archive.query import FIELDS_IN
from zhylnama.archive.stored import read_person
from zhylnama.archive.values import CODES_IN_SHORT, ROLES, read_role
from zhylnama.names.fold import romanised
from zhylnama.names.identity import sought_keys
from zhylnama.names.places import Gazetteer, fold_place

MOST_PEOPLE = 6
MOST_PLACES = 3
MOST_VALUES = 12
_MOST = 12

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
        if len(value) < 2:
            return []
        start = found.start("value") + (found["value"] != value)
        return [
            *_fields(value, start),
            *_named(connection, typed[:start], value),
            *_people(connection, value, start),
            *_places(connection, gazetteer, value, start, "place"),
        ][:_MOST]
    match FIELDS_IN.get(field.lower()):
        case "person":
            *before, last = value.split(" ")
            return _people(connection, last, start, " ".join(before))
        case "place" | "region" as name:
            return _places(connection, gazetteer, value, start, name)
        case "kind":
            return _kinds(connection, kind_labels, value, start)
        case "law":
            return _laws(connection, value, start)
        case "date":
            return _months(connection, value, start)
        case "source" | "org" as name:
            return _listed(connection, name, value, start)
        case "role":
            meant = ROLES if not value else (read_role(value),)
            begun = [role for role in ROLES if role.startswith(value.lower()) or role in meant]
            return [Completion("value", f"role:{role} ", start, role) for role in begun]
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

    `also` are further words, whole, that their names must have.
    """
    key = romanised(value)
    if not key:
        return []
    further = [sorted(keys) for keys, _ in sought_keys(also)]
    having = "".join(
        " AND EXISTS (SELECT 1 FROM name_key AS other WHERE other.person = near.person"
        f" AND other.key IN ({', '.join('?' * len(keys))}))"
        for keys in further
    )
    rows = connection.execute(
        "SELECT id, name, events"
        " FROM (SELECT DISTINCT person FROM name_key WHERE key >= ? AND key < ? LIMIT 500) AS near"
        f" JOIN person ON id = near.person WHERE true{having} ORDER BY events DESC, id LIMIT ?",
        (key, key + "\U0010fffe", *chain(*further), MOST_PEOPLE),
    )
    found = []
    for person_id, name, events in rows:
        person = read_person(connection, person_id)
        office = person.offices[0] if person is not None and person.offices else None
        detail = (
            ", ".join(part for part in (office.title, office.organisation) if part)
            if office
            else ""
        )
        found.append(
            Completion(
                "person",
                f"person:{person_id} ",
                start,
                name,
                detail or _last_place(connection, person_id),
                events,
            )
        )
    return found


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
    code, _, article = re.sub(r"[ ./-]+", " ", value.strip()).partition(" ")
    wanted = f"{CODES_IN_SHORT.get(code.casefold(), code)} {article}".strip().casefold()
    rows = sorted(_counts(connection, "law").items(), key=lambda item: (-item[1], item[0]))
    return [
        Completion("value", f"law:{key.replace(' ', '-')} ", start, key, "", count)
        for key, count in rows
        if key.casefold().startswith(wanted) or key.partition(" ")[2].startswith(value)
    ][:MOST_VALUES]


def _listed(connection: apsw.Connection, field: str, value: str, start: int) -> list[Completion]:
    """Return sources or organisations of which a word begins so, those of most events first."""
    wanted = value.casefold()
    counts = _counts(connection, "organisation" if field == "org" else field)
    parts = " " if field == "org" else "."
    found = [
        (-count, key)
        for key, count in counts.items()
        if f"{parts}{key.casefold()}".find(f"{parts}{wanted}") >= 0
    ]
    return [
        Completion("value", f'{field}:"{key}" ' if " " in key else f"{field}:{key} ", start, key)
        for _, key in sorted(found)[:MOST_VALUES]
    ]


def _months(connection: apsw.Connection, value: str, start: int) -> list[Completion]:
    rows = connection.execute(
        "SELECT substr(date, 1, 7), sum(last - first + 1) FROM day WHERE date LIKE ? || '%'"
        " GROUP BY 1 ORDER BY 1 DESC LIMIT ?",
        (re.sub(r"[^0-9-]", "", value), MOST_VALUES),
    )
    return [
        Completion("value", f"date:{month} ", start, month, "", events) for month, events in rows
    ]
