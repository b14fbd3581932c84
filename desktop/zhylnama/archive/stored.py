"""Events and people out of the tables, as the records they were.

An event lies in its row whole, as one line of JSON without the keys that say nothing. Nothing in a
file is believed: each line is decoded with every check that a record file gets, types, lengths and
patterns.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any, cast, get_args, get_origin, get_type_hints

import apsw
import msgspec

from zhylnama.archive.database import Unreadable
from zhylnama.record.event import Event, Person
from zhylnama.record.quick import decode_event

# As bytes: a text would be decoded twice. One query for any number of them, planned once; written
# as a list of JSON the numbers would take as long as the records.
_READ = (
    "SELECT number, place_id, CAST(record AS BLOB) FROM carray(?)"
    " CROSS JOIN event ON number = value"
)


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
    if not numbers:
        return {}
    found = {
        number: (_event(number, record), place)
        for number, place, record in connection.execute(_READ, (apsw.carray(array("q", numbers)),))
    }
    if len(found) < len(numbers) and (lost := [n for n in numbers if n not in found]):
        raise Unreadable(f"its index names the event {lost[0]}, which it has not")
    return found


def stream_events(connection: apsw.Connection) -> Iterator[tuple[int, bytes, Event]]:
    """Yield every event in order: its number, the line as it is stored, and the record.

    Raises database.Unreadable where a row makes no record.
    """
    for number, line in connection.execute(
        "SELECT number, CAST(record AS BLOB) FROM event ORDER BY number"
    ):
        yield number, line, _event(number, line)


def read_written(line: bytes) -> Event:
    """Return an event out of the line that `to_json` made of it, for `as_stored`.

    Nothing is checked but types: the line is this program's own. So it takes a third of the time.
    """
    return cast(Event, _decode_unchecked(line))


def as_stored(event: Event) -> bytes:
    """Return the line that an archive keeps of an event that `read_written` gave."""
    return msgspec.json.encode(event)


def is_as_stored(line: bytes) -> bool:
    """Tell whether a row's line is one that `as_stored` makes, of any event."""
    try:
        return as_stored(read_written(line)) == line
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False


def _unchecked(kind: type[msgspec.Struct], required: tuple[str, ...]) -> type[msgspec.Struct]:
    """Return a likeness of a record type without its patterns and lengths.

    Encoded, it leaves out what is null or an empty list, which are a fifth of all bytes; `required`
    is never left out, for in SQL an absent key would be null.
    """
    hints = get_type_hints(kind)  # without what is `Annotated`
    fields: list[tuple[str, Any, Any]] = []
    for field in msgspec.structs.fields(kind):
        hint = hints[field.name]
        inside = next(iter(get_args(hint)), None)
        if get_origin(hint) is list and isinstance(inside, type(msgspec.Struct)):
            hint = list[_unchecked(inside, ())]  # type: ignore[misc]
        if field.default_factory is not msgspec.NODEFAULT:
            fields.append((field.name, hint, msgspec.field(default_factory=list)))
        elif field.name in required:
            fields.append((field.name, hint, msgspec.field()))
        else:
            fields.append((field.name, hint, msgspec.field(default=field.default)))
    return msgspec.defstruct(
        kind.__name__,
        fields,
        kw_only=True,
        omit_defaults=True,
        forbid_unknown_fields=True,
        gc=False,
    )


_decode_unchecked = msgspec.json.Decoder(_unchecked(Event, ("precision", "lang"))).decode


def _event(number: int, line: bytes) -> Event:
    try:
        return decode_event(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(f"the record of event {number} cannot be read: {error}") from error


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
    fields: dict[str, Any] = {
        "id": person_id,
        "surname": surname,
        "given": given,
        "patronymic": patronymic,
        "spellings": spellings,
        "offices": offices,
        "may_be": may_be,
        "note": note,
    }
    try:
        return msgspec.convert(fields, Person)
    except msgspec.ValidationError as error:
        raise Unreadable(f"the record {person_id} cannot be read: {error}") from error


def shown_name(person: Person, met: str | None) -> str:
    """Return the name to show for a person: surname first where the record has both.

    Else it is their first spelling, or the name by which the first of their events has `met` them.
    """
    if person.surname and person.given:
        parts = (person.surname, person.given, person.patronymic)
        return " ".join(part for part in parts if part)
    spelling = person.spellings[0] if person.spellings else met
    return spelling or person.surname or person.id


def shown_and_events(connection: apsw.Connection, person_id: str) -> tuple[str, int]:
    """Return the name to show for a person whom the archive lists, and in how many events.

    Raises database.Unreadable where the person is not among those of the archive.
    """
    row: tuple[str, int] | None = connection.execute(
        "SELECT name, events FROM person WHERE id = ?", (person_id,)
    ).get
    if row is None:
        raise Unreadable(f"its lists name the person {person_id}, whom it has not")
    return row


def person_name(connection: apsw.Connection, person_id: str) -> str:
    """Return the name to show for a person (`shown_name`), the id of an unknown one."""
    name: str | None = connection.execute("SELECT name FROM person WHERE id = ?", (person_id,)).get
    return person_id if name is None else name
