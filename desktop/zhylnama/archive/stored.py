"""Events and people out of the tables, as the records they were."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import apsw

from zhylnama.record.event import (
    Appearance,
    Event,
    LawReference,
    Office,
    Person,
    Sanction,
    Source,
)

CHUNK = 500

_LISTS = {
    "event_kind": "kind",
    "event_person": "person, name, role, kinds",
    "event_organisation": "name",
    "event_law": "code, article, part, person",
    "event_sanction": "person, kind, days, months, hours, amount, currency, detail, recalled",
    "event_source": "number, url, note",
    "event_uncertain": "reason",
}


def read_events(connection: apsw.Connection, numbers: list[int]) -> dict[int, Event]:
    """Return the events of these numbers, exactly as their records were."""
    wanted = json.dumps(numbers)
    lists: dict[str, dict[int, list[tuple[Any, ...]]]] = {}
    for table, columns in _LISTS.items():
        rows: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for number, *values in connection.execute(
            f"SELECT event, {columns} FROM {table}"
            " WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, position",
            (wanted,),
        ):
            rows[number].append(tuple(values))
        lists[table] = rows
    events = {}
    for row in connection.execute(
        "SELECT number, id, date, until, precision, place, region, title, text, lang, reason,"
        " report, paragraph, note FROM event WHERE number IN (SELECT value FROM json_each(?))",
        (wanted,),
    ):
        number = row[0]
        events[number] = _event(row, {table: rows[number] for table, rows in lists.items()})
    return events


def _event(row: tuple[Any, ...], lists: dict[str, list[tuple[Any, ...]]]) -> Event:
    (_, id_, date, until, precision, place, region, title, text, lang, reason, report, paragraph,
     note) = row  # fmt: skip
    return Event(
        id=id_,
        date=_date(date),
        until=_date(until),
        precision=precision,
        place=place,
        region=region,
        kinds=[kind for (kind,) in lists["event_kind"]],
        title=title,
        text=text,
        lang=lang,
        people=[
            Appearance(person=p, name=n, role=r, kinds=None if k is None else k.split())
            for p, n, r, k in lists["event_person"]
        ],
        organisations=[name for (name,) in lists["event_organisation"]],
        law=[
            LawReference(code=c, article=a, part=p, person=who)
            for c, a, p, who in lists["event_law"]
        ],
        reason=reason,
        sanctions=[
            Sanction(
                person=p, kind=k, days=d, months=m, hours=h, amount=a, currency=c, detail=t,
                recalled=bool(recalled),
            )
            for p, k, d, m, h, a, c, t, recalled in lists["event_sanction"]
        ],
        sources=[Source(number=n, url=u, note=t) for n, u, t in lists["event_source"]],
        report=report,
        paragraph=paragraph,
        note=note,
        uncertain=[reason for (reason,) in lists["event_uncertain"]],
    )  # fmt: skip


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


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
    ordered = "WHERE person = ? ORDER BY position"
    return Person(
        id=person_id,
        surname=surname,
        given=given,
        patronymic=patronymic,
        spellings=[
            spelling
            for (spelling,) in connection.execute(
                f"SELECT spelling FROM person_spelling {ordered}", (person_id,)
            )
        ],
        offices=[
            Office(title=title, organisation=organisation)
            for title, organisation in connection.execute(
                f"SELECT title, organisation FROM person_office {ordered}", (person_id,)
            )
        ],
        may_be=[
            other
            for (other,) in connection.execute(
                f"SELECT other FROM person_may_be {ordered}", (person_id,)
            )
        ],
        note=note,
    )


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
