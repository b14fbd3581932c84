"""How much was found, and when: counted again here over the records themselves."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.records import archive_of, event, gazetteer, kind_groups, seed_archive, seeds, targeted

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import FacetField, Filters, Found
from zhylnama.record.event import Event


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


def counted(found: Found, field: FacetField) -> dict[str, int]:
    """Return one facet's counts by key."""
    (facet,) = [facet for facet in found.facets if facet.field == field]
    return {value.key: value.count for value in facet.values}


def place_of(one: Event) -> str | None:
    """Return the key under which facets count an event's place."""
    found = gazetteer().find(one.place) if one.place is not None else None
    if found is None and one.region is not None:
        found = gazetteer().find(one.region)
    return found.id if found is not None else one.place and f"?{one.place}"


def brute_force(events: list[Event]) -> dict[FacetField, Counter[str]]:
    """Count events by hand."""
    return {
        "kind": Counter(kind for e in events for kind in set(e.kinds)),
        "place": Counter(place for e in events if (place := place_of(e)) is not None),
        "month": Counter(e.date.isoformat()[:7] for e in events if e.date),
        "law": Counter(law for e in events for law in {f"{x.code} {x.article}" for x in e.law}),
        "person": Counter(who for e in events for who in {a.person for a in e.people}),
    }


QUERIES = ["", "Almaty", "kind:detention", "Мамай OR picket", "law:488 -place:Almaty", "zzzzz"]


@pytest.mark.parametrize("query", QUERIES)
def test_facets_count_what_was_found(archive: Archive, query: str) -> None:
    hits = [hit.event for hit in archive.search(query, limit=500).hits]
    found = archive.found(query)
    assert found.total == len(hits)
    for field, counts in brute_force(hits).items():
        shown = counted(found, field)
        if field == "person":  # only the most frequent are shown
            assert len(shown) == min(50, len(counts))
            assert sorted(shown.values()) == sorted(n for _, n in counts.most_common(len(shown)))
            assert all(counts[person] == number for person, number in shown.items())
        else:
            assert shown == counts


def test_the_most_frequent_come_first_and_months_newest_first(archive: Archive) -> None:
    for facet in archive.found("").facets:
        counts = [value.count for value in facet.values]
        if facet.field == "month":
            keys = [value.key for value in facet.values]
            assert keys == sorted(keys, reverse=True)
        else:
            assert counts == sorted(counts, reverse=True)


def test_choosing_a_value_finds_as_many_as_it_counts(archive: Archive) -> None:
    for query in ("", "Almaty"):
        for facet in archive.found(query).facets:
            for value in facet.values[:40]:
                chosen = Filters(chosen=((facet.field, value.key),))
                assert archive.found(query, filters=chosen).total == value.count, value


def test_every_value_can_be_chosen_in_an_archive_of_odd_ones(tmp_path: Path) -> None:
    odd = [
        event("1", place="Nowhere, «Village» №7", kinds=["fine", "fine"]),
        event("2", place="nowhere", region="Almaty Region"),
        event("3", place=None, region="Almaty Region"),
        event("4", place="Almaty Region", until=dt.date(2022, 2, 1)),
        event("5", place="Talgar", date=dt.date(2021, 11, 30), until=dt.date(2021, 12, 6)),
        event("6", date=None, people=[targeted("a-b.c"), targeted("a-b.c", "again")]),
        event("7", date=dt.date(2021, 12, 1), precision="month"),
    ]
    with archive_of(odd, tmp_path) as small:
        found = small.found("")
        assert counted(found, "month") == {"2021-12": 5, "2021-11": 1}
        assert counted(found, "person") == {"a-b.c": 1}
        assert counted(found, "kind") == {"fine": 1}
        for facet in found.facets:
            for value in facet.values:
                chosen = Filters(chosen=((facet.field, value.key),))
                assert small.found("", filters=chosen).total == value.count, value


# -- The strip ---------------------------------------------------------------------------------


@pytest.mark.parametrize("query", QUERIES)
def test_bars_count_each_event_once_by_day_and_first_kind(archive: Archive, query: str) -> None:
    hits = [hit.event for hit in archive.search(query, limit=500).hits]
    timeline = archive.found(query).timeline
    wanted: dict[dt.date, Counter[str]] = {}
    for one in hits:
        assert one.date is not None
        wanted.setdefault(one.date, Counter())[kind_groups()[one.kinds[0]]] += 1
    assert {bar.start: bar.groups for bar in timeline.bars} == wanted
    assert [bar.start for bar in timeline.bars] == sorted(wanted)
    assert sum(bar.total for bar in timeline.bars) == len(hits)
    assert (timeline.unit, timeline.undated) == ("day", 0)


def test_the_axis_stands_still_while_one_types(archive: Archive) -> None:
    for query in QUERIES:
        timeline = archive.found(query).timeline
        assert (timeline.first, timeline.last) == (dt.date(2021, 12, 1), dt.date(2021, 12, 30))


def test_dates_narrow_the_counts_and_not_the_strip(archive: Archive) -> None:
    filters = Filters(dates=(dt.date(2021, 12, 6), dt.date(2021, 12, 8)))
    found = archive.found("Almaty", filters=filters)
    assert found.timeline == archive.found("Almaty").timeline
    hits = archive.search("Almaty", filters=filters, limit=500).hits
    assert found.total == len(hits)
    assert counted(found, "kind") == brute_force([hit.event for hit in hits])["kind"]


def test_a_long_archive_is_shown_by_months(tmp_path: Path) -> None:
    records = [
        event("1", date=dt.date(2020, 1, 31), kinds=["fine"]),
        event("2", date=dt.date(2020, 1, 1), kinds=["detention"]),
        event("3", date=dt.date(2021, 12, 5)),
        event("4", date=None),
    ]
    with archive_of(records, tmp_path) as small:
        timeline = small.found("").timeline
        assert timeline.unit == "month"
        assert {bar.start: bar.groups for bar in timeline.bars} == {
            dt.date(2020, 1, 1): {"arrest": 1, "court": 1},
            dt.date(2021, 12, 1): {"state": 1},
        }
        assert timeline.undated == 1


def test_an_empty_archive_has_an_empty_strip(tmp_path: Path) -> None:
    with archive_of([], tmp_path) as small:
        found = small.found("")
        assert (found.total, found.timeline.bars, found.timeline.first) == (0, (), None)


def test_people_of_many_events_are_counted_exactly(tmp_path: Path) -> None:
    """Above some thousands of hits people are counted by sets, and not one by one."""
    records = [
        event(f"e{n}", people=[targeted(f"p{n % 70}"), targeted("everybody")], text=f"w{n % 2}")
        for n in range(6_000)
    ]
    with archive_of(records, tmp_path) as small:
        shown = counted(small.found(""), "person")
        assert shown["everybody"] == 6_000
        assert len(shown) == 50
        exact = Counter(f"p{n % 70}" for n in range(6_000))
        assert all(exact[person] == n for person, n in shown.items() if person != "everybody")
        assert sorted(n for p, n in shown.items() if p != "everybody") == sorted(
            n for _, n in exact.most_common(49)
        )
        assert counted(small.found("w0"), "person")["everybody"] == 3_000


def test_seeds_have_a_place_in_every_facet() -> None:
    """The brute force above means something: the seeds have values in every field."""
    assert all(len(counts) > 0 for counts in brute_force(list(seeds())).values())


@pytest.mark.parametrize("query", QUERIES)
def test_people_found_are_counted_in_hits_and_in_all(archive: Archive, query: str) -> None:
    hits = [hit.event for hit in archive.search(query, limit=500).hits]
    found = archive.people_found(query, limit=1_000)
    assert {one.person: one.found for one in found} == brute_force(hits)["person"]
    whole = brute_force(list(archive.events()))["person"]
    assert all(one.events == whole[one.person] for one in found)
    assert [one.person for one in found if one.targeted] == [
        one.person
        for one in found
        if any(a.person == one.person and a.role == "targeted" for e in hits for a in e.people)
    ]
    assert [one.found for one in found] == sorted((one.found for one in found), reverse=True)
    assert archive.people_found(query, limit=2) == found[:2]


def test_people_found_within_filters_and_like_an_event(archive: Archive) -> None:
    filters = Filters((dt.date(2021, 12, 3), dt.date(2021, 12, 10)), (("place", "almaty"),))
    hits = [hit.event for hit in archive.search("", filters=filters, limit=500).hits]
    found = archive.people_found("", filters=filters, limit=1_000)
    assert {one.person: one.found for one in found} == brute_force(hits)["person"]
    like = archive.more_like(hits[0].id)
    found = archive.people_found("", like=hits[0].id, limit=1_000)
    assert {one.person: one.found for one in found} == brute_force(like)["person"]
    assert archive.people_found("", like="no such event") == []
