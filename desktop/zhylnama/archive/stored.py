"""Events and people out of the tables, as the records they were."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import apsw
import msgspec

from zhylnama.archive.database import Unreadable
from zhylnama.record.event import Event, Person

R = TypeVar("R", Event, Person)

CHUNK = 500

_FIELDS = (
    "id", "date", "until", "precision", "place", "region", "title", "text", "lang", "reason",
    "report", "paragraph", "note",
)  # fmt: skip

# The lists of an event: in which table each lies, with which columns, and what a row becomes.
# Plain functions, because a page of fifty events has some three hundred rows.
_LISTS: dict[str, tuple[str, str, Callable[..., Any]]] = {
    "kinds": ("event_kind", "kind", lambda kind: kind),
    "people": (
        "event_person",
        "person, name, role, kinds",
        lambda person, name, role, kinds: {
            "person": person,
            "name": name,
            "role": role,
            "kinds": None if kinds is None else str(kinds).split(),
        },
    ),
    "organisations": ("event_organisation", "name", lambda name: name),
    "law": (
        "event_law",
        "code, article, part, person",
        lambda code, article, part, person: {
            "code": code,
            "article": article,
            "part": part,
            "person": person,
        },
    ),
    "sanctions": (
        "event_sanction",
        "person, kind, days, months, hours, amount, currency, detail, recalled",
        lambda person, kind, days, months, hours, amount, currency, detail, recalled: {
            "person": person,
            "kind": kind,
            "days": days,
            "months": months,
            "hours": hours,
            "amount": amount,
            "currency": currency,
            "detail": detail,
            "recalled": bool(recalled),
        },
    ),
    "sources": (
        "event_source",
        "number, url, note",
        lambda number, url, note: {"number": number, "url": url, "note": note},
    ),
    "uncertain": ("event_uncertain", "reason", lambda reason: reason),
}


def read_events(connection: apsw.Connection, numbers: list[int]) -> dict[int, Event]:
    """Return the events of these numbers, exactly as their records were.

    Raises database.Unreadable where a row makes no record.
    """
    return {number: event for number, (event, _) in read_placed(connection, numbers).items()}


def read_placed(
    connection: apsw.Connection, numbers: list[int]
) -> dict[int, tuple[Event, str | None]]:
    """Return the events of these numbers, each with its place in the gazetteer.

    Raises database.Unreadable where a row makes no record.
    """
    wanted = json.dumps(numbers)
    found: dict[int, dict[str, Any]] = {}
    places: dict[int, str | None] = {}
    for number, place, *values in connection.execute(
        f"SELECT number, place_id, {', '.join(_FIELDS)} FROM event"
        " WHERE number IN (SELECT value FROM json_each(?))",
        (wanted,),
    ):
        found[number] = dict(zip(_FIELDS, values, strict=True))
        places[number] = place
    if lost := [number for number in numbers if number not in found]:
        raise Unreadable(f"its index names the event {lost[0]}, which it has not")
    for field, (table, columns, make) in _LISTS.items():
        for number, *values in connection.execute(
            f"SELECT event, {columns} FROM {table}"
            " WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, position",
            (wanted,),
        ):
            fields = found[number]
            if field in fields:
                fields[field].append(make(*values))
            else:
                fields[field] = [make(*values)]
    return {
        number: (_checked(fields, Event, fields["id"]), places[number])
        for number, fields in found.items()
    }


def _checked(fields: dict[str, Any], kind: type[R], id_: object) -> R:
    """Return a record of these fields. Raises Unreadable where they do not make one."""
    try:
        return msgspec.convert(fields, kind)
    except msgspec.ValidationError as error:
        raise Unreadable(f"the record {id_} cannot be read: {error}") from error


def stream_events(connection: apsw.Connection, numbers: Iterable[int]) -> Iterator[Event]:
    """Yield events in the order of the numbers, some hundred at a time in memory."""
    chunk: list[int] = []
    for number in numbers:
        chunk.append(number)
        if len(chunk) == CHUNK:
            found = read_events(connection, chunk)
            yield from (found[n] for n in chunk)
            chunk.clear()
    found = read_events(connection, chunk)
    yield from (found[n] for n in chunk)


def read_person(connection: apsw.Connection, person_id: str) -> Person | None:
    """Return one identity as its record was; one that only events name has no spellings."""
    row = connection.execute(
        "SELECT surname, given, patronymic, note FROM person WHERE id = ?", (person_id,)
    ).get
    if row is None:
        return None
    surname, given, patronymic, note = row
    spellings: list[str] = []
    offices: list[dict[str, str | None]] = []
    may_be: list[str] = []
    # One query for the three lists: an import reads somebody for every name it meets.
    for kind, _, said, more in connection.execute(
        "SELECT 0, position, spelling, NULL FROM person_spelling WHERE person = ?1"
        " UNION ALL SELECT 1, position, title, organisation FROM person_office WHERE person = ?1"
        " UNION ALL SELECT 2, position, other, NULL FROM person_may_be WHERE person = ?1"
        " ORDER BY 1, 2",
        (person_id,),
    ):
        if kind == 1:
            offices.append({"title": said, "organisation": more})
        else:
            (may_be if kind else spellings).append(said)
    fields = {
        "id": person_id,
        "surname": surname,
        "given": given,
        "patronymic": patronymic,
        "spellings": spellings,
        "offices": offices,
        "may_be": may_be,
        "note": note,
    }
    return _checked(fields, Person, person_id)


def person_name(connection: apsw.Connection, person_id: str) -> str:
    """Return the name to show for a person: surname first, else the spelling met first."""
    row = connection.execute(
        "SELECT surname, given, patronymic,"
        " (SELECT spelling FROM person_spelling WHERE person = id ORDER BY position LIMIT 1),"
        " (SELECT name FROM event_person WHERE person = id ORDER BY event LIMIT 1)"
        " FROM person WHERE id = ?",
        (person_id,),
    ).get
    if row is None:
        return person_id
    surname, given, patronymic, spelling, met = row
    if surname and given:
        return " ".join(part for part in (surname, given, patronymic) if part)
    return str(spelling or met or surname or person_id)
