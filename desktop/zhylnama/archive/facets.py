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
from zhylnama.record.event import Event

Number = Annotated[int, msgspec.Meta(ge=1, le=2**32 - 2)]

LEAST_FOR_A_PERSON = 64
"""People with fewer events have no bitmap: they are counted over the hits themselves."""

MOST_OWN = 5_000
"""So many places outside the gazetteer, organisations and publishers are counted each; a bound for
hostile input. The rest is found by search all the same."""


SPILLED_AFTER = 1 << 16
"""After so many events the sets go into the file and begin anew, so that memory stays flat."""


class FacetCollector:
    """Takes in events while an archive is built, and writes its `facet` and `day` tables."""

    def __init__(self, archive: apsw.Connection) -> None:
        self._archive = archive
        # By field and key the numbers since the last `settle`; the lists stay, emptied.
        self._fresh: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._sets: dict[tuple[str, str], BitMap] = {}
        self._own: Counter[str] = Counter()
        self._since_spilled = 0
        # The day that goes on, with its first and last number, and those that are over.
        self._day: dt.date | None = None
        self._first = self._last = 0
        self._days: list[tuple[str, int, int]] = []

    def add(
        self,
        number: int,
        event: Event,
        place: str | None,
        regions: tuple[str, ...],
        group: str | None,
        hosts: tuple[str, ...],
    ) -> None:
        """Take in one event; numbers come in ascending order, and so do dates.

        `place` is its place in the gazetteer, `regions` what lies outermost around it, `hosts`
        are those of its sources.
        """
        # A number that comes twice under one key is in its bitmap once.
        fresh = self._fresh
        if event.kinds:
            kinds = fresh["kind"]
            for kind in event.kinds:
                kinds[kind].append(number)
        for law in event.law:
            fresh["law"][f"{law.code} {law.article}"].append(number)
        if group is not None:
            fresh["group"][group].append(number)
        if place is not None:
            fresh["place"][place].append(number)
        elif event.place is not None:
            self._add_own("place", f"?{event.place}", number)
        for region in regions:
            fresh["region"][region].append(number)
        for name in event.organisations:
            self._add_own("organisation", name, number)
        for host in hosts:
            self._add_own("source", host, number)
        if event.date is not None:
            self._add_date(event.date, event.until, number)

    def _add_date(self, first: dt.date, last: dt.date | None, number: int) -> None:
        years = self._fresh["year"]
        years[_year(first.year)].append(number)
        if last is not None:
            for year in range(first.year, last.year + 1)[1:MOST_YEARS]:
                years[_year(year)].append(number)
        if first != self._day:
            self._end_day()
            self._day, self._first = first, number
        self._last = number

    def _add_own(self, field: str, key: str, number: int) -> None:
        lists = self._fresh[field]
        if key in lists:
            lists[key].append(number)
        elif self._own[field] < MOST_OWN:
            self._own[field] += 1
            lists[key].append(number)

    def _end_day(self) -> None:
        if self._day is not None:
            self._days.append((self._day.isoformat(), self._first, self._last))

    def settle(self, events: int) -> None:
        """Move what so many events gave since the last call into the bitmaps."""
        for field, lists in self._fresh.items():
            for key, numbers in lists.items():
                if numbers:
                    if (field, key) not in self._sets:
                        self._sets[field, key] = BitMap()
                    self._sets[field, key].update(numbers)
                    numbers.clear()
        self._since_spilled += events
        if self._since_spilled >= SPILLED_AFTER:
            self._spill()

    def _spill(self) -> None:
        """Join the sets with those of the same keys in the file."""
        joined = []
        for (field, key), events in sorted(self._sets.items()):
            before = self._archive.execute(
                "SELECT events FROM facet WHERE field = ? AND key = ?", (field, key)
            ).get
            if before is not None:
                events |= BitMap.deserialize(before)
            joined.append((field, key, len(events), events.serialize()))
        self._archive.executemany("INSERT OR REPLACE INTO facet VALUES (?, ?, ?, ?)", joined)
        self._archive.executemany("INSERT INTO day VALUES (?, ?, ?)", self._days)
        self._sets.clear()
        self._days.clear()
        self._since_spilled = 0

    def write(self) -> None:
        """Write the rest; people are read back from the archive, in order of their index."""
        self._end_day()
        self._spill()
        self._archive.executemany(
            "INSERT INTO facet VALUES ('person', ?, ?, ?)", _people(self._archive)
        )


@lru_cache(maxsize=1_000)
def _year(year: int) -> str:
    return f"{year:04}"


def _people(archive: apsw.Connection) -> Iterator[tuple[str, int, bytes]]:
    """Yield whoever has enough events, their number and their set."""
    rows = archive.execute(
        "SELECT person, json_group_array(event) FROM appearance INDEXED BY appearance_by_person"
        " GROUP BY person HAVING count(*) >= ?",
        (LEAST_FOR_A_PERSON,),
    )
    for person, numbers in rows:
        events = BitMap(msgspec.json.decode(numbers, type=list[int]))
        if len(events) >= LEAST_FOR_A_PERSON:
            yield person, len(events), events.serialize()


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
            "SELECT person, count(*) FROM json_each(?)"
            " CROSS JOIN appearance ON event = value GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
            (msgspec.json.encode(hits.to_array().tolist()).decode(), most),
        )
        return Counter(dict(rows))


def read_hits(connection: apsw.Connection, source: str, bindings: Iterable[object]) -> BitMap:
    """Return the numbers that a source (`search.matching`) gives, as a bitmap.

    Rows come over as one JSON text: a million rows one by one would take three times as long. It
    is read in slices, between which the window's thread has its turn.
    """
    numbers: str = connection.execute(
        f"SELECT json_group_array(number) FROM {source}", tuple(bindings)
    ).get
    hits = BitMap()
    start, last = 1, len(numbers) - 1  # without the brackets
    while start < last:
        end = numbers.find(",", start + _SLICE, last)
        end = last if end < 0 else end
        hits.update(msgspec.json.decode(f"[{numbers[start:end]}]", type=list[int]))
        start = end + 1
    return hits


_SLICE = 200_000
"""So many characters are read in a millisecond or two."""


def within(hits: BitMap, numbers: tuple[int, int] | None) -> BitMap:
    """Return the hits whose numbers lie in an inclusive range; None leaves them all."""
    if numbers is None:
        return hits
    low, high = numbers
    return hits & BitMap(range(low, high + 1))
