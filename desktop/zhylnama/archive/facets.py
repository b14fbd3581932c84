"""Sets of events by what they have in common, kept as Roaring bitmaps for counting.

Counting by SQL joins takes 3 µs a hit and facet: three seconds for a million hits. Intersecting
bitmaps takes a few milliseconds for all facets together.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated

import apsw
import msgspec
from pyroaring import BitMap

from zhylnama.archive.database import Unreadable
from zhylnama.archive.marks import MOST_DAYS as MOST_YEARS
from zhylnama.archive.marks import host_of
from zhylnama.record.event import Event

Number = Annotated[int, msgspec.Meta(ge=1, le=2**32 - 2)]

LEAST_FOR_A_PERSON = 64
"""People with fewer events have no bitmap: they are counted over the hits themselves."""

MOST_OWN = 5_000
"""So many places outside the gazetteer, organisations and publishers are counted each; a bound for
hostile input. The rest is found by search all the same."""


@lru_cache(maxsize=1_000)
def _year_keys(first: int, last: int) -> list[tuple[str, str]]:
    return [("year", f"{year:04}") for year in range(first, last + 1)[:MOST_YEARS]]


class FacetCollector:
    """Takes in events while an archive is built, and writes its `facet` and `day` tables."""

    def __init__(self) -> None:
        self._sets: dict[tuple[str, str], BitMap] = {}
        self._fresh: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._days: dict[str, tuple[int, int]] = {}
        self._own: Counter[str] = Counter()

    def add(
        self,
        number: int,
        event: Event,
        place: str | None,
        regions: tuple[str, ...],
        group: str | None,
    ) -> None:
        """Take in one event; numbers come in ascending order.

        `place` is its place in the gazetteer, `regions` what lies outermost around it.
        """
        # A number that comes twice under one key is in its bitmap once.
        keys = [("kind", kind) for kind in event.kinds]
        keys += [("law", f"{law.code} {law.article}") for law in event.law]
        if group is not None:
            keys.append(("group", group))
        if place is not None:
            keys.append(("place", place))
        keys += [("region", region) for region in regions]
        own = [("organisation", name) for name in event.organisations]
        own += [("source", host_of(s.url)) for s in event.sources if s.url is not None]
        if place is None and event.place is not None:
            own.append(("place", f"?{event.place}"))
        for key in own:
            if key in self._fresh or key in self._sets:
                keys.append(key)
            elif self._own[key[0]] < MOST_OWN:
                self._own[key[0]] += 1
                self._fresh[key] = []
                keys.append(key)
        if event.date is not None:
            keys += _year_keys(event.date.year, (event.until or event.date).year)
        for key in keys:
            self._fresh[key].append(number)
        if event.date is not None:
            day = event.date.isoformat()
            first, _ = self._days.get(day, (number, number))
            self._days[day] = (first, number)

    def settle(self) -> None:
        """Move what was taken in since the last call into the bitmaps."""
        for key, numbers in self._fresh.items():
            if key not in self._sets:
                self._sets[key] = BitMap()
            self._sets[key].update(numbers)
        self._fresh.clear()

    def write(self, archive: apsw.Connection) -> None:
        """Write the tables; people are read back from the archive, in order of their index."""
        self.settle()
        archive.executemany(
            "INSERT INTO facet VALUES (?, ?, ?, ?)",
            (
                (field, key, len(events), events.serialize())
                for (field, key), events in sorted(self._sets.items())
            ),
        )
        archive.executemany(
            "INSERT INTO day VALUES (?, ?, ?)",
            ((day, first, last) for day, (first, last) in sorted(self._days.items())),
        )
        archive.executemany(
            "INSERT INTO facet VALUES ('person', ?, ?, ?)",
            (
                (person, len(events), events.serialize())
                for person, events in _people(archive)
                if len(events) >= LEAST_FOR_A_PERSON
            ),
        )


def _people(archive: apsw.Connection) -> Iterator[tuple[str, BitMap]]:
    person: str | None = None
    numbers: list[int] = []
    for who, number in archive.execute(
        "SELECT person, event FROM event_person ORDER BY person, event"
    ):
        if who != person:
            if person is not None:
                yield person, BitMap(numbers)
            person, numbers = who, []
        numbers.append(number)
    if person is not None:
        yield person, BitMap(numbers)


def _read_bitmap(field: str, key: str, events: bytes) -> BitMap:
    """Return a bitmap out of the archive; pyroaring checks it before it is used."""
    try:
        return BitMap.deserialize(events)
    except (ValueError, IndexError) as error:
        raise Unreadable(f"its set of events for {field} {key} cannot be read") from error


class Facets:
    """The bitmaps of one open archive, read when they are first asked for."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._sets: dict[str, dict[str, BitMap]] = {}
        self._days: list[tuple[str, int, int]] | None = None

    def sets(self, field: str) -> dict[str, BitMap]:
        """Return the events of every key of a field (not of people)."""
        if field not in self._sets:
            self._sets[field] = {
                key: _read_bitmap(field, key, events)
                for key, events in self._connection.execute(
                    "SELECT key, events FROM facet WHERE field = ?", (field,)
                )
            }
        return self._sets[field]

    def days(self) -> list[tuple[str, int, int]]:
        """Return every day with events, in order: the date, its first and its last number."""
        if self._days is None:
            days = list(self._connection.execute("SELECT date, first, last FROM day ORDER BY date"))
            try:
                msgspec.convert(days, list[tuple[dt.date, Number, Number]])
            except msgspec.ValidationError as error:
                raise Unreadable(f"its table of days cannot be read: {error}") from error
            self._days = days
        return self._days

    def count(self, field: str, hits: BitMap) -> Counter[str]:
        """Return for each key of a field how many of the hits have it; none with zero."""
        counted = {
            key: hits.intersection_cardinality(events) for key, events in self.sets(field).items()
        }
        return Counter({key: number for key, number in counted.items() if number})

    def count_people(self, hits: BitMap, most: int) -> Counter[str]:
        """Return the people who appear in most of the hits, exactly; at most so many."""
        if len(hits) <= 5_000:
            return self._count_people_over(hits, most)
        best: Counter[str] = Counter()
        least = 0
        for person, count, events in self._connection.execute(
            "SELECT key, count, events FROM facet WHERE field = 'person' ORDER BY count DESC"
        ):
            if len(best) >= most and count <= least:
                return best
            if number := hits.intersection_cardinality(_read_bitmap("person", person, events)):
                best[person] = number
                if len(best) > most:
                    best = Counter(dict(best.most_common(most)))
                    least = min(best.values())
        if len(best) >= most and min(best.values()) >= LEAST_FOR_A_PERSON:
            return best
        return self._count_people_over(hits, most)

    def _count_people_over(self, hits: BitMap, most: int) -> Counter[str]:
        rows = self._connection.execute(
            "SELECT person, count(DISTINCT event) FROM json_each(?)"
            " CROSS JOIN event_person ON event = value GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
            (msgspec.json.encode(hits.to_array().tolist()).decode(), most),
        )
        return Counter(dict(rows))


def read_hits(connection: apsw.Connection, source: str, bindings: Iterable[object]) -> BitMap:
    """Return the numbers that a source (`search.matching`) gives, as a bitmap.

    Rows come over as one JSON text: a million rows one by one would take three times as long.
    """
    numbers: str = connection.execute(
        f"SELECT json_group_array(number) FROM {source}", tuple(bindings)
    ).get
    return BitMap(msgspec.json.decode(numbers, type=list[int]))


def within(hits: BitMap, numbers: tuple[int, int] | None) -> BitMap:
    """Return the hits whose numbers lie in an inclusive range; None leaves them all."""
    if numbers is None:
        return hits
    low, high = numbers
    return hits & BitMap(range(low, high + 1))
