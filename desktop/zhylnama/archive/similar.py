"""Events like one event, people in a situation like one person's, and a whole list of names."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

import apsw
from apsw import fts5query as fts

from zhylnama.archive.database import Unreadable
from zhylnama.archive.marks import mark
from zhylnama.archive.model import NameRow, SimilarPerson
from zhylnama.archive.namesakes import find_candidates
from zhylnama.archive.profile import kinds_of, laws_of
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.stored import person_name, read_events
from zhylnama.record.event import Event

MOST_WORDS = 12
MOST_LOOKED_AT = 5_000
MOST_PEOPLE = 40


def like_event(
    connection: apsw.Connection, spellings: Spellings, event: Event, limit: int
) -> list[int]:
    """Return the numbers of events most like one, the likest first, without itself.

    Like are events that share its rarer words, its articles, people, place and kinds; what is
    rare in the archive weighs more (bm25 over the words and marks that they share).
    """
    own: int | None = connection.execute("SELECT number FROM event WHERE id = ?", (event.id,)).get
    words = _rare_words(connection, spellings, f"{event.title or ''} {event.text}")
    marks = [mark("person", a.person) for a in event.people]
    for law in event.law:
        marks.append(
            mark("law", law.code, "a", law.article, *(("p", law.part) if law.part else ()))
        )
    marks += [mark("kind", kind) for kind in event.kinds]
    if event.place is not None:
        marks.append(mark("place", "as written", event.place))
    terms = [fts.PHRASE(term) for term in [*words, *dict.fromkeys(marks)]]
    if not terms:
        return []
    # Ranked among the newest that share anything: a common kind would else rank half an archive.
    newest = [
        number
        for (number,) in connection.execute(
            "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?",
            (fts.to_query_string(fts.OR(terms)), MOST_LOOKED_AT),
        )
    ]
    if not newest:
        return []
    ranked = connection.execute(
        "SELECT rowid FROM word WHERE word MATCH ? AND rowid >= ? AND rowid IS NOT ?"
        " ORDER BY bm25(word, 2.0, 1.0, 2.0, 1.0, 2.0), rowid DESC LIMIT ?",
        (fts.to_query_string(fts.OR(terms)), newest[-1], own, limit),
    )
    return [number for (number,) in ranked]


def _rare_words(connection: apsw.Connection, spellings: Spellings, text: str) -> list[str]:
    """Return the words of a text that fewest events have, of those that more than one has."""
    words = [w for w in dict.fromkeys(spellings.words(text)) if len(w) > 3 and not w.isdigit()]
    uses: dict[str, int] = {}
    for word in words[:400]:
        count: int | None = connection.execute(
            "SELECT max(uses) FROM spelling"
            " WHERE word = ? AND key IN (SELECT value FROM json_each(?))",
            (word, spellings.keys_as_json(word)),
        ).get
        if count is not None and count > 1:
            uses[word] = count
    return sorted(uses, key=lambda word: (uses[word], word))[:MOST_WORDS]


# -- People ------------------------------------------------------------------------------------

Shared = tuple[Literal["law", "day", "organisation"], str]


def like_person(connection: apsw.Connection, person_id: str) -> list[SimilarPerson]:
    """Return people to whom the like was done, those who share most first.

    Shared may be an article with its part, a day and place on which both were targeted, or an
    organisation named where both were. Who only speaks or decides in an event is not compared.
    """
    mine = _targeted_events(connection, person_id)
    wanted: dict[Shared, None] = {}
    for event in mine:
        wanted.update(dict.fromkeys(_features(event, person_id)))
    shared: dict[str, dict[Shared, None]] = defaultdict(dict)
    for feature, numbers in _carriers(connection, wanted):
        for event in read_events(connection, numbers).values():
            for appearance in event.people:
                other = appearance.person
                if other != person_id and feature in _features(event, other):
                    shared[other].setdefault(feature)
    ordered = sorted(shared, key=lambda other: (-len(shared[other]), other))[:MOST_PEOPLE]
    return [
        SimilarPerson(
            other,
            person_name(connection, other),
            _count(connection, other),
            tuple(_without_wider(shared[other])),
        )
        for other in ordered
    ]


def _without_wider(shared: Iterable[Shared]) -> list[Shared]:
    """Return what is shared without an article of which a part is shared too."""
    kept = list(shared)
    values = [value for _, value in kept]
    return [
        (kind, value)
        for kind, value in kept
        if kind != "law" or not any(other.startswith(f"{value}.") for other in values)
    ]


def _targeted_events(connection: apsw.Connection, person_id: str) -> list[Event]:
    numbers = [
        number
        for (number,) in connection.execute(
            "SELECT event FROM appearance WHERE person = ? AND targeted"
            " ORDER BY event DESC LIMIT 500",
            (person_id,),
        )
    ]
    return list(read_events(connection, numbers).values())


def _features(event: Event, person_id: str) -> set[Shared]:
    """Return what an event says was done to a person, as far as it can be shared with others."""
    if not any(a.person == person_id and a.role == "targeted" for a in event.people):
        return set()
    found: set[Shared] = set()
    for code, article, part in laws_of(event, person_id):
        found.add(("law", f"{code} {article}"))
        if part is not None:
            found.add(("law", f"{code} {article}.{part}"))
    if event.date is not None and event.place is not None and kinds_of(event, person_id):
        found.add(("day", f"{event.date.isoformat()} {event.place}"))
    found |= {("organisation", name) for name in event.organisations}
    return found


def _carriers(
    connection: apsw.Connection, wanted: Iterable[Shared]
) -> Iterator[tuple[Shared, list[int]]]:
    """Yield for each feature the newest events that may carry it."""
    for feature in wanted:
        kind, value = feature
        if kind == "law":
            code, _, rest = value.partition(" ")
            article, _, part = rest.partition(".")
            term = mark("law", code, "a", article, *(("p", part) if part else ()))
        elif kind == "day":
            term = mark("day", value[:10].replace("-", ""))
        else:
            term = ""
        query = (
            fts.PHRASE(term)
            if term
            else fts.COLUMNFILTER(["organisations"], "include", fts.PHRASE(value))
        )
        rows = connection.execute(
            "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT 400",
            (fts.to_query_string(query),),
        )
        yield feature, [number for (number,) in rows]


def _count(connection: apsw.Connection, person_id: str) -> int:
    number: int = connection.execute("SELECT events FROM person WHERE id = ?", (person_id,)).get
    return number


# -- A list of names ---------------------------------------------------------------------------


def look_up_names(connection: apsw.Connection, names: Iterable[str]) -> Iterator[NameRow]:
    """Yield a row for each name of a list, in its order; empty lines are left out."""
    for line in names:
        name = " ".join(line.split())
        if not name:
            continue
        candidates = find_candidates(connection, name, 10)
        sure = [candidate for candidate in candidates if candidate.sure]
        events = 0
        first: dt.date | None = None
        last: dt.date | None = None
        for candidate in sure:
            count, begins, ends = connection.execute(
                "SELECT count(*), min(date), max(coalesce(until, date))"
                " FROM appearance JOIN event ON number = event WHERE person = ?",
                (candidate.person.id,),
            ).get
            events += count
            for day in (begins, ends):
                if day is not None:
                    read = _read_day(day)
                    first = read if first is None else min(first, read)
                    last = read if last is None else max(last, read)
        yield NameRow(name, bool(sure), tuple(sure or candidates), events, first, last)


def _read_day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise Unreadable(f"“{text}” is no date") from error
