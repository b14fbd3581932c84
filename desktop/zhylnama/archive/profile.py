"""Everything the archive has on one person, as plain data."""

from __future__ import annotations

import json
from collections import Counter

import apsw

from zhylnama.archive.model import Candidate, Companion, Measure, Profile, Totals
from zhylnama.archive.near import near_keys
from zhylnama.archive.stored import person_name, read_events, read_person
from zhylnama.names.fold import romanised
from zhylnama.names.identity import (
    A_PART_MORE,
    A_SLIP,
    Comparison,
    Likeness,
    compare_names,
    initial_keys,
    is_initial,
    name_words,
    sought_keys,
)
from zhylnama.names.unlike import are_unlike, pair_of
from zhylnama.record.event import Appearance, Event

# Kinds that open or decide a case against somebody, and belong into the ledger without a sanction.
CASE_KINDS = {
    "detention", "custody", "criminal-case", "charge", "conviction", "questioning", "search",
    "civil-case", "administrative-arrest", "fine", "warning", "imprisonment",
    "restriction-of-liberty",
}  # fmt: skip
CRIMINAL_KINDS = {"criminal-case", "charge", "conviction"}


def make_profile(connection: apsw.Connection, person_id: str) -> Profile | None:
    """Return the profile of an identity, or None where the archive has none of this id."""
    person = read_person(connection, person_id)
    if person is None:
        return None
    numbers = [
        number
        for (number,) in connection.execute(
            "SELECT event FROM appearance WHERE person = ? ORDER BY event",
            (person_id,),
        )
    ]
    found = read_events(connection, numbers)
    events = [found[number] for number in numbers]
    measures = [measure for event in events for measure in measures_of(event, person_id)]
    spellings: Counter[str] = Counter(dict.fromkeys(person.spellings, 0))
    spellings.update(a.name for event in events for a in _appearances(event, person_id))
    dated = [event for event in events if event.date is not None]
    laws: Counter[tuple[str, str]] = Counter()
    for event in events:
        concerned = {(code, article) for code, article, _ in laws_of(event, person_id)}
        laws.update(concerned)
    return Profile(
        person=person,
        name=person_name(connection, person_id),
        spellings=tuple(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
        offices=tuple(person.offices),
        totals=total(events, person_id),
        events=tuple(events),
        measures=tuple(measures),
        companions=tuple(_companions(connection, events, person_id)),
        may_be=tuple(_may_be(connection, person_id)),
        places=tuple(Counter(e.place for e in events if e.place is not None).most_common()),
        laws=tuple((code, article, n) for (code, article), n in laws.most_common()),
        first=dated[0].date if dated else None,
        last=max((e.until or e.date for e in dated if e.date), default=None),
    )


def _appearances(event: Event, person_id: str) -> list[Appearance]:
    return [a for a in event.people if a.person == person_id]


def kinds_of(event: Event, person_id: str) -> tuple[str, ...]:
    """Return what an event did to a person: their own kinds, else the event's if targeted."""
    found: dict[str, None] = {}
    for appearance in _appearances(event, person_id):
        if appearance.kinds is not None:
            found.update(dict.fromkeys(appearance.kinds))
        elif appearance.role == "targeted":
            found.update(dict.fromkeys(event.kinds))
    return tuple(found)


def laws_of(event: Event, person_id: str) -> tuple[tuple[str, str, str | None], ...]:
    """Return the articles that an event states for a person.

    An article without a person concerns those targeted; whoever else is named in the event (an
    official, a relative, a speaker) gets none of it.
    """
    targeted = any(a.role == "targeted" for a in _appearances(event, person_id))
    return tuple(
        (law.code, law.article, law.part)
        for law in event.law
        if law.person == person_id or (law.person is None and targeted)
    )


def measures_of(event: Event, person_id: str) -> list[Measure]:
    """Return the lines of a person's ledger that an event gives.

    One for each sanction, or one for a case, charge or detention without a stated sanction.
    """
    laws = laws_of(event, person_id)
    kinds = kinds_of(event, person_id)
    lines = [
        Measure(event, laws, index, kinds)
        for index, sanction in enumerate(event.sanctions)
        if sanction.person == person_id
    ]
    if not lines and CASE_KINDS & set(kinds):
        lines.append(Measure(event, laws, None, kinds))
    return lines


def total(events: list[Event], person_id: str) -> Totals:
    """Count what the events say was done to a person; recalled sanctions never count.

    A suspended term is no month of imprisonment.
    """
    fines: Counter[str] = Counter()
    months: Counter[str] = Counter()
    detained = arrests = arrest_days = warnings = hours = criminal = 0
    sources: set[object] = set()
    for event in events:
        kinds = set(kinds_of(event, person_id))
        detained += "detention" in kinds
        criminal += bool(kinds & CRIMINAL_KINDS)
        sources.update(s.url for s in event.sources if s.url is not None)
        for sanction in event.sanctions:
            if sanction.person != person_id or sanction.recalled:
                continue
            match sanction.kind:
                case "arrest":
                    arrests += 1
                    arrest_days += sanction.days or 0
                case "fine" if sanction.amount is not None and sanction.currency is not None:
                    fines[sanction.currency] += sanction.amount  # type: ignore[assignment]
                case "warning":
                    warnings += 1
                case "forced-labour":
                    hours += sanction.hours or 0
                case kind if sanction.months is not None and not sanction.suspended:
                    months[kind] += sanction.months
                case _:
                    pass
    return Totals(
        events=len(events),
        detained=detained,
        arrests=arrests,
        arrest_days=arrest_days,
        fines=dict(fines),
        warnings=warnings,
        months=dict(months),
        forced_labour_hours=hours,
        sources=len(sources),
        criminal_cases=criminal,
    )


def _companions(
    connection: apsw.Connection, events: list[Event], person_id: str
) -> list[Companion]:
    counts: Counter[str] = Counter()
    for event in events:
        counts.update({a.person for a in event.people if a.person != person_id})
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Companion(other, person_name(connection, other), n) for other, n in ordered]


def _may_be(connection: apsw.Connection, person_id: str) -> list[Companion]:
    """Return who may be the same person, whichever of the two records says so."""
    rows = connection.execute(
        "SELECT other FROM person_may_be JOIN person ON other = id WHERE person = ?1"
        " UNION SELECT person FROM person_may_be WHERE other = ?1 ORDER BY 1",
        (person_id,),
    )
    return [
        Companion(other, person_name(connection, other), _events(connection, other))
        for (other,) in rows
    ]


def _events(connection: apsw.Connection, person_id: str) -> int:
    number: int = connection.execute("SELECT events FROM person WHERE id = ?", (person_id,)).get
    return number


# -- Whom a name means -------------------------------------------------------------------------

_MOST_LOOKED_AT = 400
Sought = list[tuple[frozenset[str], str]]
"""The words of a name, each after the keys one of which a person must have."""
_MOST_NAMESAKES = 2_000


def find_candidates(
    connection: apsw.Connection, name: str, limit: int, *, slips: bool = True
) -> list[Candidate]:
    """Return the people that a typed name may mean, the surest first, then those with more events.

    `sure` is set where the name agrees with a spelling in every word; where it is one word only,
    or an initial, or another form, it is not. Without `slips` nobody is meant by a letter wrong
    or a word too many.
    """
    name = name.strip()
    # An id is one word; a name of several need not be looked for among them.
    person = read_person(connection, name) if " " not in name else None
    if person is not None:
        shown = person_name(connection, name)
        return [Candidate(person, shown, _events(connection, name), True, "identity")]
    sought = sought_keys(name)
    found = _compared(connection, name, _looked_up(connection, name, sought, slips), slips)
    if slips and not any(candidate.sure for candidate in found):
        # Somebody has each word as it is typed, and who is meant may have one otherwise.
        known = {candidate.person.id for candidate in found}
        near = [one for one in _nearly_looked_up(connection, sought) if one not in known]
        found += _compared(connection, name, near, slips)
    found.sort(key=lambda candidate: (not candidate.sure, -candidate.events, candidate.name))
    return found[:limit]


def _compared(
    connection: apsw.Connection, name: str, people: list[str], slips: bool
) -> list[Candidate]:
    """Return those of some people whom a name may mean, with the verdict."""
    found = []
    for person_id in people:
        shown, events = connection.execute(
            "SELECT name, events FROM person WHERE id = ?", (person_id,)
        ).get
        best = _verdict(name, [*_spellings(connection, person_id), shown])
        if best is None or best.likeness is Likeness.DIFFERENT:
            continue
        if not slips and best.reason in (A_SLIP, A_PART_MORE):
            continue
        sure = best.likeness is Likeness.SAME
        person = read_person(connection, person_id)
        assert person is not None
        found.append(Candidate(person, shown, events, sure, best.reason))
    return found


def _verdict(name: str, spellings: list[str]) -> Comparison | None:
    """Return how a typed name agrees with the best spelling of a person, None where with none.

    A full name outweighs a surname alone: who is recorded as Marat Beketayev and as Beketayev is
    no Murat Beketayev.
    """
    full = _is_full(name)
    if full:
        # What an import asks for is nearly always a spelling as it stands: no need to compare.
        if name in spellings:
            return Comparison(Likeness.SAME, "the same name")
        spellings = [spelling for spelling in spellings if _is_full(spelling)] or spellings
    words = pair_of(name)
    best: Comparison | None = None
    for spelling in spellings:
        if are_unlike(words, pair_of(spelling)):
            continue
        verdict = compare_names(name, spelling)
        if best is None or verdict.likeness > best.likeness:
            best = verdict
        # Of one word, or one and an initial, nobody is sure.
        if best.likeness is (Likeness.SAME if full else Likeness.MAY_BE):
            break
    return best


def _is_full(name: str) -> bool:
    return sum(not is_initial(word) for word in name_words(name)) > 1


def _spellings(connection: apsw.Connection, person_id: str) -> list[str]:
    """Return every spelling of a person, those too that only events have."""
    rows = connection.execute(
        "SELECT spelling FROM person_spelling WHERE person = ?1"
        " UNION SELECT name FROM met_name WHERE person = ?1",
        (person_id,),
    )
    return sorted(name for (name,) in rows)


def _looked_up(connection: apsw.Connection, name: str, sought: Sought, slips: bool) -> list[str]:
    """Return the ids of people who share every word of a name, at least loosely."""
    shared: set[str] | None = None
    common: list[frozenset[str]] = []
    most = None if slips else _MOST_NAMESAKES + 1
    for keys, word in sought:
        people = _with_keys(connection, keys, most)
        if not people and slips:
            near = near_keys(connection, romanised(word))
            people = _with_keys(connection, frozenset(near))
        if len(people) > _MOST_NAMESAKES and len(sought) > 1 and not slips:
            # A name of thousands: whether the few of the other word have it is asked for each.
            common.append(keys)
            continue
        shared = people if shared is None else shared & people
        if not shared:
            break
    for keys in common if shared else ():
        shared = _having(connection, shared or set(), keys)
    if shared and (initials := initial_keys(name)):
        shared = _having(connection, shared, initials)
    # Who shares a part only may be meant by a slip; that is too slow for every key press.
    found = sorted(shared or ())[:_MOST_LOOKED_AT]
    return found if found or not slips else _by_part(connection, sought)


def _nearly_looked_up(connection: apsw.Connection, sought: Sought) -> list[str]:
    """Return the ids of people who share every word of a name, or a slip from it."""
    shared: set[str] | None = None
    for keys, word in sought:
        people = _with_keys(connection, keys | frozenset(near_keys(connection, romanised(word))))
        shared = people if shared is None else shared & people
        if not shared:
            break
    return sorted(shared or ())[:_MOST_LOOKED_AT]


def _by_part(connection: apsw.Connection, sought: Sought) -> list[str]:
    """Return people who share a word: one named with an initial, or whose other word has a slip."""
    if len(sought) < 2:
        return []
    found: set[str] = set()
    for keys, _ in sought:
        people = _with_keys(connection, keys)
        if len(people) <= _MOST_LOOKED_AT:
            found |= people
    return sorted(found)[:_MOST_LOOKED_AT]


def _having(connection: apsw.Connection, people: set[str], keys: frozenset[str]) -> set[str]:
    """Return those of some people who have one of the keys."""
    places = ", ".join("?" * len(keys))
    sql = (
        "SELECT value FROM json_each(?) WHERE EXISTS"
        f" (SELECT 1 FROM name_key WHERE person = value AND key IN ({places}))"
    )
    return {person for (person,) in connection.execute(sql, (json.dumps(list(people)), *keys))}


def _with_keys(
    connection: apsw.Connection, keys: frozenset[str], most: int | None = None
) -> set[str]:
    bound = "" if most is None else f" LIMIT {most}"
    places = ", ".join("?" * len(keys))
    return {
        person
        for (person,) in connection.execute(
            f"SELECT DISTINCT person FROM name_key WHERE key IN ({places}){bound}",
            tuple(sorted(keys)),
        )
    }
