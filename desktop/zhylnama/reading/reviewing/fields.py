"""The fields of a draft event as lines that a person edits, and back.

One thing a line, its parts set apart by semicolons: `Aigul Serikova; person affected`,
`AOC 488 6; Aigul Serikova`, `administrative arrest; 15 days; Aigul Serikova; recalled`. Words are
those of the window's language; the keys of the records are understood too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import msgspec

from zhylnama.names.identity import Likeness, compare_names
from zhylnama.reading.reviewing.persons import new_identity
from zhylnama.reading.reviewing.typed import (
    NotUnderstood,
    Vocabulary,
    key,
    read_law,
    read_sanction,
    read_source,
)
from zhylnama.record.event import Appearance, Event, Person, Sanction

Field = Literal[
    "date", "place", "region", "kinds", "people", "organisations", "law", "sanctions", "reason",
    "sources", "text",
]  # fmt: skip
FIELDS: Final[tuple[Field, ...]] = (
    "date", "place", "region", "kinds", "people", "law", "sanctions", "reason", "organisations",
    "sources", "text",
)  # fmt: skip
LINES: Final = frozenset({"kinds", "people", "organisations", "law", "sanctions", "sources"})

# -- To lines ------------------------------------------------------------------------------------


def field_lines(event: Event, field: Field, words: Vocabulary) -> list[str]:
    """Return a field as lines; none where the report does not say."""
    names = {one.person: one.name for one in event.people}
    if field == "date":
        return _date_lines(event)
    if field == "kinds":
        return [words.kinds.get(kind, kind) for kind in event.kinds]
    if field == "people":
        return [f"{one.name}; {words.roles.get(one.role, one.role)}" for one in event.people]
    if field == "organisations":
        return list(event.organisations)
    if field == "law":
        return [
            "; ".join(
                part
                for part in (
                    " ".join(p for p in (one.code, one.article, one.part) if p),
                    names.get(one.person or ""),
                )
                if part
            )
            for one in event.law
        ]
    if field == "sanctions":
        return [_sanction_line(one, names, words) for one in event.sanctions]
    if field == "sources":
        return [
            " ".join(p for p in (str(one.number or ""), one.url or "") if p)
            + (f"; {one.note}" if one.note else "")
            for one in event.sources
        ]
    value = getattr(event, field)
    return [value] if value is not None else []


def _date_lines(event: Event) -> list[str]:
    if event.date is None:
        return []
    day = event.date.isoformat()
    first = {"year": day[:4], "month": day[:7], "day": day}[event.precision]
    return [first if event.until is None else f"{first} – {event.until.isoformat()}"]


def _sanction_line(one: Sanction, names: Mapping[str, str], words: Vocabulary) -> str:
    money = f"{one.amount} {one.currency}" if one.amount is not None else None
    parts = [
        words.sanctions.get(one.kind, one.kind),
        words.length(one),
        money,
        names.get(one.person or ""),
        words.recalled if one.recalled else None,
        f"{words.quotes[0]}{one.detail}{words.quotes[1]}" if one.detail else None,
    ]
    return "; ".join(part for part in parts if part)


# -- From lines ----------------------------------------------------------------------------------


def read_field(
    event: Event, field: Field, text: str, words: Vocabulary, taken: Iterable[str] = ()
) -> tuple[dict[str, Any], tuple[Person, ...]]:
    """Return the changes that a typed text makes to an event, and the people it names anew.

    `taken` are the ids of people that are given already. Raises NotUnderstood with the line.
    """
    lines = [line for line in (" ".join(part.split()) for part in text.split("\n")) if line]
    new: tuple[Person, ...] = ()
    value: Any
    if field == "date":
        return _read_date(" ".join(lines)), ()
    if field == "kinds":
        value = [key(line, words.kinds, "kind") for line in lines]
    elif field == "people":
        people, new = _read_people(lines, event, words, set(taken))
        value = people
    elif field == "organisations":
        value = lines
    elif field == "law":
        value = [read_law(line, event) for line in lines]
    elif field == "sanctions":
        value = [read_sanction(line, event, words) for line in lines]
    elif field == "sources":
        value = [read_source(line) for line in lines]
    else:
        value = text.strip() if field == "text" else " ".join(lines)
        if not value and field == "text":
            raise NotUnderstood("text", text)
        value = value or None
    return {field: msgspec.to_builtins(value)}, new


_DATE = re.compile(
    r"(?P<first>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:\s*(?:–|—|\.\.+|…|/|\s-\s)\s*(?P<last>\d{4}-\d{2}-\d{2}))?"
)


def _read_date(text: str) -> dict[str, Any]:
    if not text:
        return {"date": None, "until": None, "precision": "day"}
    match = _DATE.fullmatch(text)
    if match is None:
        raise NotUnderstood("date", text)
    first = match["first"]
    precision = {4: "year", 7: "month", 10: "day"}[len(first)]
    try:
        day = dt.date.fromisoformat(first + "-01-01"[len(first) - 4 :][: 10 - len(first)])
        last = dt.date.fromisoformat(match["last"]) if match["last"] else None
    except ValueError as error:
        raise NotUnderstood("date", text) from error
    return {
        "date": day.isoformat(),
        "until": last.isoformat() if last else None,
        "precision": precision,
    }


def _read_people(
    lines: list[str], event: Event, words: Vocabulary, taken: set[str]
) -> tuple[list[Appearance], tuple[Person, ...]]:
    people: list[Appearance] = []
    new: list[Person] = []
    for at, line in enumerate(lines):
        name, _, said = (part.strip() for part in line.partition(";"))
        if not name:
            raise NotUnderstood("person", line)
        role = key(said, words.roles, "role") if said else "other"
        before = _who_was(name, at, len(lines), event)
        if before is None:
            person = new_identity(name, taken)
            taken.add(person.id)
            new.append(person)
            id_ = person.id
        else:
            id_ = before.person
        kinds = before.kinds if before is not None and before.role == role else None
        people.append(
            msgspec.convert({"person": id_, "name": name, "role": role, "kinds": kinds}, Appearance)
        )
    return people, tuple(new)


def _who_was(name: str, at: int, count: int, event: Event) -> Appearance | None:
    """Return whom of the event a typed name means: the same spelling, or a mended one in place."""
    for one in event.people:
        if one.name.casefold() == name.casefold():
            return one
    if count == len(event.people):
        before = event.people[at]
        if compare_names(before.name, name).likeness is not Likeness.DIFFERENT:
            return before
    return None
