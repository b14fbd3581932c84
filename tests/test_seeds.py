"""The bundled records: complete, consistent, and with the penalties of the published report.

The tables here were read from the report itself, not from the records: date, name as the report
prints it, and what was imposed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest
from tests.records import gazetteer, kind_groups, seed_people, seeds

from zhylnama.record.event import Appearance, Event, Sanction

ARRESTS = [
    ("2021-12-04", "Niyazbek Yusupov", 15),
    ("2021-12-04", "Keneskhan Akerke", 15),
    ("2021-12-05", "Muslim Sapargaliev", 15),
    ("2021-12-05", "Murat Nurlanov", 15),
    ("2021-12-05", "Aidar Mubarakov", 15),
    ("2021-12-05", "Karayev Asylbek", 15),
    ("2021-12-07", "Fayzullaev Yerlan", 15),
    ("2021-12-07", "Musabayev Marat", 15),
    ("2021-12-08", "Sembai Askar", 15),
    ("2021-12-08", "Aimukhametova Saule", 15),
    ("2021-12-09", "Blyalov Bolatbek", 15),
    ("2021-12-12", "Nurkanov Ruslan", 15),
    ("2021-12-12", "Yesilbekov Berdibek", 15),
    ("2021-12-13", "Seidakhmetova Saule", 10),
    ("2021-12-15", "Tolegen Muratbek", 10),
    ("2021-12-16", "Huanysh-Doszhan", 15),
    ("2021-12-24", "Dostiyarov Abzal", 20),
    ("2021-12-24", "Baiterekov Nurbol", 15),
    ("2021-12-24", "Yrysbek Toktasyn", 15),
]
FINES = [
    ("2021-12-01", "Kendzhibekov Aset", 5, "MCI"),
    ("2021-12-01", "Matai Almaz", 5, "MCI"),
    ("2021-12-03", "Mamay Zhanbolat", 14_585, "KZT"),
    ("2021-12-10", "Turdiyeva Ulbosyn", 145_850, "KZT"),
    ("2021-12-16", "Mustafin Sarketpek", 145_850, "KZT"),
    ("2021-12-24", "Duisebaeva Aruzhan", 145_850, "KZT"),
]
WARNINGS = [("2021-12-07", "Kenzin Ilshat"), ("2021-12-24", "Zholayev Meirhan")]
MONTHS = [
    ("2021-12-20", "Ismakova Aizhan", "restriction-of-liberty", 12),
    ("2021-12-20", "Ismakova Aizhan", "ban", 30),
    ("2021-12-21", "Kanaliev Abzal", "restriction-of-liberty", 12),
    ("2021-12-21", "Kanaliev Abzal", "ban", 30),
    ("2021-12-22", "Yerbol Yeshozhin", "restriction-of-liberty", 14),
    ("2021-12-22", "Yerbol Yeshozhin", "ban", 60),
]
RECALLED = [
    ("2021-12-08", "Ilyashev Alnur", "restriction-of-liberty", 36),
    ("2021-12-09", "Mubarakov Aidar", "arrest", 15),
    ("2021-12-09", "Faizullaev Erlan", "arrest", 15),
    ("2021-12-10", "Kurmangazy Utegenov", "imprisonment", 234),  # 19.5 years
    ("2021-12-13", "Bolatbek Blyalova", "arrest", 15),
]
DECEMBER = [e for e in seeds() if e.report == "2021-12"]


def imposed(recalled: bool, *kinds: str) -> list[tuple[str, str, Sanction]]:
    """Return the date, the printed name and the sanction, of the sanctions of some kinds."""
    return [
        (str(e.date), next(a.name for a in e.people if a.person == s.person), s)
        for e in DECEMBER
        for s in e.sanctions
        if s.recalled == recalled and s.kind in kinds and s.person is not None
    ]


def test_every_administrative_arrest_of_the_report() -> None:
    found = [(date, name, s.days) for date, name, s in imposed(False, "arrest")]
    assert sorted(found) == sorted(ARRESTS)
    assert sum(days for _, _, days in ARRESTS) == 280


def test_every_fine_of_the_report() -> None:
    found = [(date, name, s.amount, s.currency) for date, name, s in imposed(False, "fine")]
    assert sorted(found) == sorted(FINES)


def test_every_warning_of_the_report() -> None:
    assert sorted((date, name) for date, name, _ in imposed(False, "warning")) == WARNINGS


def test_every_sentence_in_months_of_the_report() -> None:
    kinds = ("restriction-of-liberty", "ban", "imprisonment", "custody")
    found = [(date, name, s.kind, s.months) for date, name, s in imposed(False, *kinds)]
    assert sorted(found) == sorted(MONTHS)
    hours = [(date, name, s.hours) for date, name, s in imposed(False, "forced-labour")]
    assert hours == [("2021-12-22", "Yerbol Yeshozhin", 100)]


def test_what_the_report_only_recalls_is_marked_as_recalled() -> None:
    kinds = ("arrest", "imprisonment", "restriction-of-liberty")
    found = [
        (date, name, s.kind, s.days or s.months)
        for date, name, s in imposed(True, *kinds)
        if s.days or s.months
    ]
    assert sorted(found) == sorted(RECALLED)


# -- Complete ----------------------------------------------------------------------------------


def test_events_and_paragraphs() -> None:
    assert len(DECEMBER) == 134
    paragraphs = Counter(e.paragraph for e in DECEMBER)
    assert sorted(paragraphs, key=int) == list(range(1, 134))  # type: ignore[arg-type]
    (shared,) = [e for e in DECEMBER if e.paragraph and paragraphs[e.paragraph] == 2][:1]
    assert str(shared.date) == "2021-12-07"
    assert {str(e.date) for e in DECEMBER if e.paragraph == shared.paragraph} == {
        "2021-12-07",
        "2021-12-08",
    }


def test_ids_are_numbered_by_date_in_order_of_paragraphs() -> None:
    by_day: defaultdict[str, list[Event]] = defaultdict(list)
    for one in DECEMBER:
        by_day[str(one.date)].append(one)
    for day, of_day in by_day.items():
        assert [e.id for e in of_day] == [f"{day}.{n}" for n in range(1, len(of_day) + 1)]
        assert [e.paragraph for e in of_day] == sorted(e.paragraph or 0 for e in of_day)


def test_every_note_and_link() -> None:
    notes = [source for e in DECEMBER for source in e.sources]
    numbers = Counter(source.number for source in notes)
    assert sorted(numbers, key=str) == sorted(range(1, 124), key=str)
    # One note stands for the two events of its paragraph.
    assert {number for number, times in numbers.items() if times > 1} == {36}
    links = {source.number: source.url for source in notes}
    assert [number for number, url in links.items() if url is None] == [14]
    assert len([url for url in links.values() if url]) == 122
    # The report gives four links twice: under 44 and 121, 50 and 52, 66 and 67, 91 and 93.
    assert len({url for url in links.values() if url}) == 118
    assert [links[44], links[50], links[66], links[91]] == [
        links[121],
        links[52],
        links[67],
        links[93],
    ]
    assert all(
        url is None or re.match(r"https?://[^\s/]+\.\w+(/|$)", url) for url in links.values()
    )
    (mended,) = [source for source in notes if source.number == 114]
    assert mended.url is not None
    assert mended.url.startswith("https://www.facebook.com/")
    assert mended.note is not None
    (missing,) = [source for source in notes if source.number == 14]
    assert missing.note is not None


@pytest.mark.parametrize("one", DECEMBER, ids=lambda one: one.id)
def test_each_event_says_what_it_can(one: Event) -> None:
    assert one.title is not None
    assert one.kinds
    assert one.text.rstrip("”").endswith((".", "!"))
    assert one.date is not None
    assert (one.date.year, one.date.month, one.lang) == (2021, 12, "en")
    assert {*one.kinds, *(k for a in one.people for k in a.kinds or ())} <= kind_groups().keys()
    if one.place is not None:
        found = [gazetteer().find(name) for name in one.place.split(" and ")]
        assert None not in found, one.place
    if one.region is not None:
        assert gazetteer().find(one.region) is not None, one.region


# -- People ------------------------------------------------------------------------------------


def test_every_name_is_a_spelling_of_its_person() -> None:
    strange = [
        (e.id, a.name)
        for e in seeds()
        for a in e.people
        if a.person not in seed_people() or a.name not in seed_people()[a.person].spellings
    ]
    assert strange == []


def test_one_spelling_is_one_person() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for person in seed_people().values():
        assert len(set(person.spellings)) == len(person.spellings) > 0
        for spelling in person.spellings:
            owners[spelling].add(person.id)
    # A name that two people share must at least be marked as such.
    for spelling, sharing in owners.items():
        for one in sharing:
            assert sharing - {one} <= set(seed_people()[one].may_be), spelling


def test_who_may_be_the_same_is_said_of_both() -> None:
    for person in seed_people().values():
        for other in person.may_be:
            assert person.id in seed_people()[other].may_be


def test_everybody_recorded_appears() -> None:
    named = {a.person for e in seeds() for a in e.people}
    assert named == seed_people().keys()


@pytest.mark.parametrize(
    ("spellings", "person"),
    [
        (["Aidar Mubarakov", "Mubarakov Aidar"], "mubarakov-aidar"),
        (["Mamay Zhanbolat", "Zhanbolat Mamay", "Mamai"], "mamay-zhanbolat"),
        (["Fayzullaev Yerlan", "Faizullaev Erlan", "Faizullayev Erlan"], "fayzullaev-yerlan"),
        (["Turdiyeva Ulbolsyn", "Turdiyeva Ulbosyn"], "turdiyeva-ulbolsyn"),
    ],
)
def test_people_of_several_spellings_are_one(spellings: list[str], person: str) -> None:
    assert set(spellings) <= set(seed_people()[person].spellings)


def test_people_of_one_surname_are_two() -> None:
    found = {
        spelling: person.id for person in seed_people().values() for spelling in person.spellings
    }
    assert found["Max Bokayev"] != found["Bokaev Sanzhar"]
    assert found["A. Mubarakov"] != found["Mubarakov Aidar"]  # an initial proves nothing


def test_nobody_is_sentenced_who_is_not_targeted() -> None:
    def role(e: Event, person: str) -> set[str]:
        return {a.role for a in e.people if a.person == person}

    odd = [
        (e.id, s.person)
        for e in seeds()
        for s in e.sanctions
        if s.person is not None and not s.recalled and "targeted" not in role(e, s.person)
    ]
    assert odd == []


def test_a_sanction_s_kind_is_among_what_the_event_did_to_the_person() -> None:
    kind_of = {
        "arrest": "administrative-arrest",
        "fine": "fine",
        "warning": "warning",
        "restriction-of-liberty": "restriction-of-liberty",
    }

    def kinds(e: Event, a: Appearance) -> list[str]:
        return e.kinds if a.kinds is None else a.kinds

    odd = [
        (e.id, s.person, s.kind)
        for e in seeds()
        for s in e.sanctions
        for a in e.people
        if s.person == a.person
        and not s.recalled
        and s.kind in kind_of
        and kind_of[s.kind] not in kinds(e, a)
    ]
    assert odd == []


def test_nobody_has_a_penalty_s_kind_without_the_penalty() -> None:
    """A fine of one of five is not a fine of all five."""
    wanted = {"administrative-arrest": "arrest", "fine": "fine", "warning": "warning"}
    odd = [
        (e.id, a.person, kind)
        for e in seeds()
        for a in e.people
        if a.role == "targeted"
        for kind in (e.kinds if a.kinds is None else a.kinds)
        if kind in wanted
        and not any(s.person == a.person and s.kind == wanted[kind] for s in e.sanctions)
    ]
    assert odd == []
