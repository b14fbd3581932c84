"""What is said of one person: counted again here, record by record, by other means."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records import archive_of, event, seed_archive, seed_people, seeds, targeted

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import Measure
from zhylnama.archive.profile import kinds_of, laws_of, measures_of, total
from zhylnama.record.event import Appearance, LawReference, Office, Person, Sanction, Source
from zhylnama.record.file import Record


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


# -- Totals ------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", sorted({a.person for e in seeds() for a in e.people}))
def test_the_totals_of_everybody_in_the_seeds(archive: Archive, person: str) -> None:
    profile = archive.profile(person)
    assert profile is not None
    named = [e for e in seeds() if person in [a.person for a in e.people]]
    assert {e.id for e in profile.events} == {e.id for e in named}
    assert [e.date for e in profile.events] == sorted(e.date for e in named if e.date)
    done = [s for e in named for s in e.sanctions if s.person == person and not s.recalled]
    arrests = [s.days or 0 for s in done if s.kind == "arrest"]
    fines: Counter[str] = Counter()
    months: Counter[str] = Counter()
    for s in done:
        if s.kind == "fine":
            fines[str(s.currency)] += int(s.amount or 0)
        if s.months is not None:
            months[s.kind] += s.months
    totals = profile.totals
    assert totals.events == len(named)
    assert (totals.arrests, totals.arrest_days) == (len(arrests), sum(arrests))
    assert totals.fines == fines
    assert totals.months == months
    assert totals.warnings == sum(s.kind == "warning" for s in done)
    assert totals.forced_labour_hours == sum(s.hours or 0 for s in done)
    assert totals.sources == len({s.url for e in named for s in e.sources if s.url})
    spelled = dict.fromkeys(seed_people()[person].spellings, 0)
    for name in (a.name for e in named for a in e.people if a.person == person):
        spelled[name] = spelled.get(name, 0) + 1
    assert dict(profile.spellings) == spelled
    assert {c.person: c.events for c in profile.companions} == Counter(
        other for e in named for other in {a.person for a in e.people} - {person}
    )
    assert {c.person for c in profile.may_be} == set(seed_people()[person].may_be)
    assert (profile.first, profile.last) == (
        min(e.date for e in named if e.date),
        max(e.until or e.date for e in named if e.date),
    )


def test_days_of_arrest_in_the_archive_are_counted_once_each(archive: Archive) -> None:
    days = 0
    for person in seed_people():
        profile = archive.profile(person)
        assert profile is not None
        days += profile.totals.arrest_days
    assert days == 280


def test_what_an_event_only_looks_back_on_never_counts() -> None:
    recalled = [
        Sanction(person="a", kind="arrest", days=15, recalled=True),
        Sanction(person="a", kind="fine", amount=5, currency="MCI", recalled=True),
        Sanction(person="a", kind="warning", recalled=True),
        Sanction(person="a", kind="imprisonment", months=30, recalled=True),
        Sanction(person="a", kind="forced-labour", hours=100, recalled=True),
    ]
    one = event(people=[targeted("a")], sanctions=recalled)
    counted = total([one], "a")
    assert (counted.arrests, counted.arrest_days, counted.warnings) == (0, 0, 0)
    assert (counted.fines, counted.months, counted.forced_labour_hours) == ({}, {}, 0)
    # But the ledger tells them.
    assert [measure.sanction for measure in measures_of(one, "a")] == [0, 1, 2, 3, 4]


def test_a_sanction_of_nobody_named_is_counted_for_nobody() -> None:
    one = event(people=[targeted("a"), targeted("b")], sanctions=[Sanction(kind="arrest", days=15)])
    assert total([one], "a").arrest_days == total([one], "b").arrest_days == 0


def test_fines_of_two_currencies_are_never_added() -> None:
    sanctions = [
        Sanction(person="a", kind="fine", amount=amount, currency=currency)
        for amount, currency in ((5, "MCI"), (7, "MCI"), (145_850, "KZT"), (0.5, "KZT"))
    ]
    counted = total([event(people=[targeted("a")], sanctions=sanctions)], "a")
    assert counted.fines == {"MCI": 12, "KZT": 145_850.5}


def test_a_suspended_term_is_no_time_in_prison() -> None:
    terms = [
        Sanction(person="lee-ann", kind="imprisonment", months=36, detail="suspended"),
        Sanction(person="lee-ann", kind="imprisonment", months=12),
    ]
    told = event("2021-12-01.1", people=[targeted("lee-ann")], sanctions=terms)
    assert total([told], "lee-ann").months == {"imprisonment": 12}


# -- Whom an event concerns --------------------------------------------------------------------


def test_an_article_without_a_person_is_never_given_to_somebody_who_is_not_targeted() -> None:
    roles = ["relative", "defender", "journalist", "official", "speaker", "other"]
    one = event(
        kinds=["administrative-arrest"],
        people=[
            targeted("a"),
            *(Appearance(person=role, name=role, role=role) for role in roles),  # type: ignore[arg-type]
        ],
        law=[
            LawReference(code="AOC", article="488", part="6"),
            LawReference(code="CC", article="405", person="speaker"),
        ],
    )
    assert laws_of(one, "a") == (("AOC", "488", "6"),)
    assert laws_of(one, "speaker") == (("CC", "405", None),)
    for role in ("relative", "defender", "journalist", "official", "other"):
        assert laws_of(one, role) == ()
        assert kinds_of(one, role) == ()
        assert measures_of(one, role) == []


def test_no_profile_of_the_seeds_has_an_article_that_its_events_do_not_give(
    archive: Archive,
) -> None:
    for person in seed_people():
        profile = archive.profile(person)
        assert profile is not None
        given = {
            (law.code, law.article)
            for e in profile.events
            for law in e.law
            if law.person == person
            or (
                law.person is None
                and any(a.person == person and a.role == "targeted" for a in e.people)
            )
        }
        assert {(code, article) for code, article, _ in profile.laws} == given


def test_what_happened_to_one_of_several_is_only_theirs() -> None:
    one = event(
        kinds=["detention", "fine"],
        people=[targeted("a"), targeted("b", kinds=["fine"]), targeted("c", kinds=[])],
        sanctions=[Sanction(person="b", kind="fine", amount=5, currency="MCI")],
    )
    assert [kinds_of(one, person) for person in "abc"] == [("detention", "fine"), ("fine",), ()]
    assert [total([one], person).detained for person in "abc"] == [1, 0, 0]
    assert measures_of(one, "a") == [Measure(one, (), None, ("detention", "fine"))]
    assert measures_of(one, "b") == [Measure(one, (), 0, ("fine",))]
    assert measures_of(one, "c") == []


def test_two_names_of_one_person_in_one_event_are_one_event(tmp_path: Path) -> None:
    one = event(
        kinds=["detention"],
        people=[targeted("a", "Aidar M."), Appearance(person="a", name="He", role="speaker")],
        sources=[Source(url="https://a.kz"), Source(url="https://a.kz")],
    )
    with archive_of([one], tmp_path) as small:
        profile = small.profile("a")
        assert profile is not None
        assert (profile.totals.events, profile.totals.detained, profile.totals.sources) == (1, 1, 1)
        assert profile.spellings == (("Aidar M.", 1), ("He", 1))
        assert profile.name == "Aidar M."


def test_a_person_without_a_record_a_date_or_an_event(tmp_path: Path) -> None:
    records: list[Record] = [
        event(date=None, people=[targeted("unrecorded", "Somebody")]),
        Person(id="silent", surname="Silent", may_be=["nobody", "unrecorded"]),
    ]
    with archive_of(records, tmp_path) as small:
        assert small.profile("nobody") is None
        unrecorded, silent = small.profile("unrecorded"), small.profile("silent")
        assert unrecorded is not None
        assert silent is not None
        assert (unrecorded.name, unrecorded.first, unrecorded.last) == ("Somebody", None, None)
        # Whichever of the two records says so; and nobody who is not in the archive.
        assert [c.person for c in unrecorded.may_be] == ["silent"]
        assert [c.person for c in silent.may_be] == ["unrecorded"]
        assert (silent.name, silent.totals.events) == ("Silent", 0)


# -- Whom a name means -------------------------------------------------------------------------


@pytest.mark.parametrize("person", sorted(seed_people()))
def test_every_spelling_finds_its_person(archive: Archive, person: str) -> None:
    for spelling in seed_people()[person].spellings:
        assert person in [c.person.id for c in archive.candidates(spelling)], spelling
    (found, *others) = archive.candidates(person)
    assert (found.person.id, found.sure, others) == (person, True, [])


@pytest.mark.parametrize(
    "name",
    ["Mamay Zhanbolat", "Zhanbolat Mamai", "Жанболат Мамай", "мамай жанболат", "MAMAY, ZHANBOLAT"],
)
def test_a_full_name_in_any_script_and_order_is_sure(archive: Archive, name: str) -> None:
    assert [c.person.id for c in archive.candidates(name) if c.sure] == ["mamay-zhanbolat"]


@pytest.mark.parametrize("name", ["Bokayev", "Bokaev", "Бокаев"])
def test_one_surname_of_two_people_is_sure_of_neither(archive: Archive, name: str) -> None:
    found = {c.person.id: c.sure for c in archive.candidates(name)}
    assert len(found) >= 2
    assert not any(found.values())


def test_a_name_that_only_an_event_spells_is_found(tmp_path: Path) -> None:
    recorded = Person(id="a", surname="Mamay", given="Zhanbolat", spellings=["Mamay Zhanbolat"])
    with archive_of(
        [recorded, event(people=[targeted("a", "The Leader Himself")])], tmp_path
    ) as small:
        assert [c.person.id for c in small.candidates("Leader Himself")] == ["a"]


@given(name=st.text(max_size=40) | st.sampled_from(["\ud800", "\x00", "A.", "- -", "a" * 5_000]))
@settings(max_examples=80)
def test_no_name_raises(archive: Archive, name: str) -> None:
    for candidate in archive.candidates(name):
        assert archive.profile(candidate.person.id) is not None


def test_candidates_are_few_and_the_most_named_come_first(archive: Archive) -> None:
    found = archive.candidates("Mubarakov")
    assert [c.events for c in found] == sorted((c.events for c in found), reverse=True)
    assert len(archive.candidates("Mubarakov", limit=1)) == 1


def test_offices_and_places(tmp_path: Path) -> None:
    offices = [Office(title="akim", organisation="Almaty"), Office(title="senator")]
    records: list[Record] = [
        Person(id="a", offices=offices),
        event("1", people=[targeted("a")], place="Almaty"),
        event("2", people=[targeted("a")], place="Almaty", until=dt.date(2021, 12, 9)),
        event("3", people=[targeted("a")], place="Oral"),
    ]
    with archive_of(records, tmp_path) as small:
        profile = small.profile("a")
        assert profile is not None
        assert list(profile.offices) == offices
        assert profile.places == (("Almaty", 2), ("Oral", 1))
        assert profile.last == dt.date(2021, 12, 9)
