"""Whom of an archive a typed name may mean."""

from __future__ import annotations

import json
import re
from collections.abc import Sized
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import apsw

from zhylnama.archive.model import Candidate
from zhylnama.archive.near import near_keys
from zhylnama.archive.stored import person_name, read_person, shown_and_events
from zhylnama.names.cases import declined
from zhylnama.names.fold import clean, romanised
from zhylnama.names.given import is_given_name
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
from zhylnama.record.event import Person

_MOST_LOOKED_AT = 400
_CYRILLIC = re.compile("[\u0400-\u052f]")
Sought = tuple[tuple[frozenset[str], str], ...]
"""The words of a name, each after the keys one of which a person must have."""
_MOST_NAMESAKES = 2_000
_MOST_IN_SHORT = 20_000
# So much is remembered of an archive's names: of one with tens of thousands of people a part.
_MOST_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class _Bearer:
    """How somebody is called: the name to show, every spelling, and those of several words."""

    shown: str
    events: int
    spellings: list[str]
    full: list[str]


_Met = tuple[str, _Bearer, Comparison]
"""Somebody whom a name may mean: their id, how they are called, and the verdict."""


class _Names:
    """What was read of an archive's names: those of a report share their given names and people."""

    def __init__(self) -> None:
        self._people: dict[str, frozenset[str]] = {}
        self._bearers: dict[str, _Bearer] = {}
        self._records: dict[str, Person] = {}
        self._short: frozenset[str] | None = None
        self._size = 0

    def with_keys(self, connection: apsw.Connection, keys: frozenset[str]) -> set[str]:
        """Return the ids of the people who have one of some keys."""
        found: set[str] = set()
        unknown: dict[str, set[str]] = {}
        for key in keys:
            people = self._people.get(key)
            if people is None:
                unknown[key] = set()
            else:
                found |= people
        if unknown:
            for key, person in connection.execute(
                f"SELECT key, person FROM name_key WHERE key IN ({_places(unknown)})",
                tuple(unknown),
            ):
                unknown[key].add(person)
                found.add(person)
            self._make_room(sum(map(len, unknown.values())) + len(unknown))
            self._people.update((key, frozenset(people)) for key, people in unknown.items())
        return found

    def bearer(self, connection: apsw.Connection, person_id: str) -> _Bearer:
        """Return how somebody of the archive is called."""
        found = self._bearers.get(person_id)
        if found is None:
            shown, events = shown_and_events(connection, person_id)
            spellings = [*_spellings(connection, person_id), shown]
            full = [spelling for spelling in spellings if _is_full(spelling)]
            self._make_room(len(spellings))
            found = self._bearers[person_id] = _Bearer(shown, events, spellings, full or spellings)
        return found

    def in_short(self, connection: apsw.Connection) -> frozenset[str]:
        """Return the ids of all who are shown with an initial or by one word."""
        if self._short is None:
            rows = connection.execute(
                "SELECT id FROM person WHERE instr(name, ' ') = 0 OR instr(name, '.') > 0"
                " OR name GLOB '* ?' OR name GLOB '? *'"
            )
            self._short = frozenset(person for (person,) in rows)
        return self._short

    def record(self, connection: apsw.Connection, person_id: str) -> Person:
        """Return the record of somebody of the archive."""
        found = self._records.get(person_id)
        if found is None:
            found = read_person(connection, person_id)
            assert found is not None
            self._make_room(len(found.spellings) + 1)
            self._records[person_id] = found
        return found

    def _make_room(self, size: int) -> None:
        self._size += size
        if self._size > _MOST_REMEMBERED:
            self._size = size
            for remembered in (self._people, self._bearers, self._records):
                remembered.clear()


_read: WeakKeyDictionary[apsw.Connection, _Names] = WeakKeyDictionary()


def _names_of(connection: apsw.Connection) -> _Names:
    names = _read.get(connection)
    if names is None:
        names = _read[connection] = _Names()
    return names


def _places(values: Sized) -> str:
    return ", ".join("?" * len(values))


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
        events = _names_of(connection).bearer(connection, name).events
        return [Candidate(person, shown, events, True, "identity")]
    names = _names_of(connection)
    return [
        Candidate(
            names.record(connection, person_id),
            bearer.shown,
            bearer.events,
            verdict.likeness is Likeness.SAME,
            verdict.reason,
        )
        for person_id, bearer, verdict in _meant(connection, name, slips)[:limit]
    ]


def people_named(
    connection: apsw.Connection, name: str, limit: int, *, sure: bool
) -> dict[str, str]:
    """Return those whom a typed name may mean without a slip, with the names to show.

    As `find_candidates` tells, but no record is read. Where `sure`, only the sure ones.
    """
    name = name.strip()
    if " " not in name and read_person(connection, name) is not None:
        return {name: person_name(connection, name)}
    return {
        person_id: bearer.shown
        for person_id, bearer, verdict in _meant(connection, name, slips=False)[:limit]
        if not sure or verdict.likeness is Likeness.SAME
    }


def means_anybody(connection: apsw.Connection, name: str) -> bool:
    """Tell whether a typed name may mean anybody without a slip, sooner than `people_named`."""
    people = _looked_up(connection, name, sought_keys(name), slips=False)
    return any(_compared(connection, name, [person], slips=False) for person in people)


def known_in_short(connection: apsw.Connection, name: str, limit: int) -> dict[str, str]:
    """Return those whom a whole name may mean who are known only in short.

    Of `Нурсултан Назарбаев` that is who is nowhere more than Nazarbayev N. or Nazarbayev. Nobody is
    meant by a given name alone, and by two words of which none is one only if both are in capitals.
    """
    if " " not in name or any(map(is_initial, name_words(name))):
        return {}
    sought = sought_keys(name)
    names = _names_of(connection)
    found: dict[str, str] = {}
    # Besides a father's name there is one for the initial, and a surname.
    for at, (keys, surname) in enumerate(sought if len(sought) == 2 else ()):
        given = sought[1 - at][1]
        alone = not is_any_given_name(surname)
        known = is_any_given_name(given)
        if not known and not (alone and _are_in_capitals(given, surname)):
            continue
        # Whom the archive shows in short are few beside all who have a name.
        if not (short := names.in_short(connection)):
            return {}
        people = sorted(_with_keys(connection, keys, _MOST_IN_SHORT) & short)
        for person_id in people[:_MOST_LOOKED_AT]:
            bearer = names.bearer(connection, person_id)
            if len(found) < limit and _is_short_for(bearer, name, given, known, alone):
                found[person_id] = bearer.shown
    return found


def _are_in_capitals(*words: str) -> bool:
    """Tell whether words begin with a capital letter and go on in small ones, as names do."""
    return all(word[:1].isupper() and word[1:].islower() for word in words)


def _is_short_for(bearer: _Bearer, name: str, given: str, known: bool, alone: bool) -> bool:
    """Tell whether a whole name may be that of somebody who is known only in short.

    The surnames are kept under one key. Who has a whole name somewhere was asked for by it. An
    initial must fit a `known` given name; a surname, where it may stand `alone`, must be that of a
    bearer of the given name, a man or a woman, in the case of the typed one.
    """
    if any(map(_is_full, bearer.spellings)):
        return False
    with_initial = [one for one in bearer.spellings if any(map(is_initial, name_words(one)))]
    if with_initial:
        return known and any(
            compare_names(name, one).likeness is not Likeness.DIFFERENT for one in with_initial
        )
    return alone and any(
        verdict.likeness is Likeness.SAME or verdict.reason == A_SLIP
        for one in (given, *_given_bases(given))
        for verdict in (compare_names(name, f"{one} {other}") for other in bearer.spellings)
    )


def _meant(connection: apsw.Connection, name: str, slips: bool) -> list[_Met]:
    """Return whom a name may mean, the surest first, then those with more events."""
    sought = sought_keys(name)
    found = _compared(connection, name, _looked_up(connection, name, sought, slips), slips)
    if slips and not any(verdict.likeness is Likeness.SAME for _, _, verdict in found):
        # Somebody has each word as it is typed, and who is meant may have one otherwise.
        known = {person_id for person_id, _, _ in found}
        near = [one for one in _nearly_looked_up(connection, sought) if one not in known]
        found += _compared(connection, name, near, slips)
    found.sort(key=lambda met: (met[2].likeness is not Likeness.SAME, -met[1].events, met[1].shown))
    return found


def _compared(connection: apsw.Connection, name: str, people: list[str], slips: bool) -> list[_Met]:
    """Return those of some people whom a name may mean, with the verdict."""
    found = []
    names = _names_of(connection)
    for person_id in people:
        bearer = names.bearer(connection, person_id)
        best = _verdict(name, bearer)
        if best is None or best.likeness is Likeness.DIFFERENT:
            continue
        if not slips and best.reason in (A_SLIP, A_PART_MORE):
            continue
        found.append((person_id, bearer, best))
    return found


def _verdict(name: str, bearer: _Bearer) -> Comparison | None:
    """Return how a typed name agrees with the best spelling of a person, None where with none.

    A full name outweighs a surname alone: who is recorded as Marat Beketayev and as Beketayev is
    no Murat Beketayev.
    """
    full = _is_full(name)
    # What an import asks for is nearly always a spelling as it stands: no need to compare.
    if full and name in bearer.spellings:
        return Comparison(Likeness.SAME, "the same name")
    words = pair_of(name)
    best: Comparison | None = None
    for spelling in bearer.full if full else bearer.spellings:
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
    sql = (
        "SELECT value FROM json_each(?) WHERE EXISTS"
        f" (SELECT 1 FROM name_key WHERE person = value AND key IN ({_places(keys)}))"
    )
    return {person for (person,) in connection.execute(sql, (json.dumps(list(people)), *keys))}


def _with_keys(
    connection: apsw.Connection, keys: frozenset[str], most: int | None = None
) -> set[str]:
    if most is None:
        return _names_of(connection).with_keys(connection, keys)
    return {
        person
        for (person,) in connection.execute(
            f"SELECT DISTINCT person FROM name_key WHERE key IN ({_places(keys)}) LIMIT {most}",
            tuple(sorted(keys)),
        )
    }


def is_any_given_name(word: str) -> bool:
    """Tell whether a word is a given name, in a Russian case too."""
    return is_given_name(romanised(word)) or bool(_given_bases(word))


def _given_bases(word: str) -> list[str]:
    """Return the given names of which a word is a Russian case."""
    if not _CYRILLIC.search(word):
        return []
    bases = declined(clean(word).casefold(), fewest=2)
    return [base for base, _ in bases if is_given_name(romanised(base))]
