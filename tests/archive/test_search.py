"""Every kind of query finds what it should, and nothing else, in the bundled archive."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from benchmarks.hostile import hostile_strings
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.archive.test_query import any_query
from tests.records import archive_of, build, event, kinds, seed_archive, seeds, targeted

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.archive.model import FacetField, Filters, Sort
from zhylnama.record.event import LawReference, Person, Source


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


def ids(archive: Archive, query: str, filters: Filters = Filters()) -> set[str]:  # noqa: B008
    """Return the ids of everything that a query finds."""
    return {hit.event.id for hit in archive.search(query, filters=filters, limit=1_000).hits}


def where(**wanted: object) -> set[str]:
    """Return the ids of the seeds that have these values."""
    return {e.id for e in seeds() if all(getattr(e, field) == v for field, v in wanted.items())}


def naming(person: str) -> set[str]:
    """Return the ids of the seeds that name a person."""
    return {e.id for e in seeds() if any(a.person == person for a in e.people)}


# -- Words -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Mamay", "Mamai", "Мамай", "МАМАЙ", "мамая", "Мамаем"])
def test_a_name_is_found_in_every_spelling(archive: Archive, name: str) -> None:
    assert naming("mamay-zhanbolat") <= ids(archive, name)
    assert ids(archive, name) == ids(archive, "Mamay")


def test_words_must_all_hold(archive: Archive) -> None:
    picket, almaty = ids(archive, "picket"), ids(archive, "Almaty")
    assert picket
    assert almaty
    assert ids(archive, "picket Almaty") == picket & almaty
    assert ids(archive, "picket OR Almaty") == picket | almaty
    assert ids(archive, "picket NOT Almaty") == picket - almaty
    assert ids(archive, "picket -Almaty") == picket - almaty
    assert ids(archive, "-picket") == where() - picket
    assert ids(archive, "-picket -Almaty") == where() - picket - almaty
    assert ids(archive, "(picket OR strike) -(Almaty OR Uralsk)") == (
        picket | ids(archive, "strike")
    ) - almaty - ids(archive, "Uralsk")


def test_forms_of_a_word_are_found_but_not_other_words(tmp_path: Path) -> None:
    texts = {
        "1": "They were detained.",
        "2": "A detention.",
        "3": "They detain him.",
        "4": "Detail.",
    }
    with archive_of([event(n, text=text) for n, text in texts.items()], tmp_path) as small:
        assert ids(small, "detained") == {"1", "3"}
        assert ids(small, "=detained") == {"1"}


def test_a_phrase_is_words_in_order(tmp_path: Path) -> None:
    records = [
        event("1", text="The human rights of all."),
        event("2", text="All rights; human beings."),
        event("3", text="human", title="rights"),
        event("4", text="Human-rights!"),
    ]
    with archive_of(records, tmp_path) as small:
        assert ids(small, '"human rights"') == {"1", "4"}
        assert ids(small, "human rights") == {"1", "2", "3", "4"}
        assert ids(small, '"human rig"*') == {"1", "4"}


def test_no_phrase_begins_in_one_name_and_ends_in_the_next(tmp_path: Path) -> None:
    people = [targeted("a", "Zhanbolat Mamay"), targeted("b", "Aidar Mubarakov")]
    with archive_of([event(people=people, organisations=["Red", "Cross"])], tmp_path) as small:
        assert ids(small, 'person:"Aidar Mubarakov"')
        assert not ids(small, 'person:"Mamay Aidar"')
        assert not ids(small, 'org:"Red Cross"')
        assert ids(small, "org:Red org:Cross")


def test_nearness(tmp_path: Path) -> None:
    records = [event("1", text="one two three four five six"), event("2", text="six one")]
    with archive_of(records, tmp_path) as small:
        assert ids(small, '"one six"~1') == {"2"}
        assert ids(small, '"one six"~4') == {"1", "2"}
        assert ids(small, '"one six"~3') == {"2"}


def test_a_beginning(archive: Archive) -> None:
    assert naming("mamay-zhanbolat") <= ids(archive, "Mam*")
    assert naming("mamay-zhanbolat") <= ids(archive, "Мам*")
    assert ids(archive, "Mam*") >= ids(archive, "Mamay")


def test_as_it_is_spelled(archive: Archive) -> None:
    exact = {
        e.id for e in seeds() if "Mamai" in " ".join([e.title or "", e.text, *e.organisations])
    }
    assert exact
    assert ids(archive, "=Mamai") == exact
    assert {
        hit.event.id for hit in archive.search("Mamai", exact_spelling=True, limit=99).hits
    } == exact


# -- Fields ------------------------------------------------------------------------------------


def test_a_person_by_any_spelling_by_identity_and_not_in_the_text(archive: Archive) -> None:
    everywhere = naming("mubarakov-aidar")
    assert len(everywhere) > 2
    assert ids(archive, "person:mubarakov-aidar") == everywhere
    assert ids(archive, 'person:"Мубараков Айдар"') >= everywhere
    assert "2021-12-01.1" in ids(archive, "person:Mubarakov")  # A. Mubarakov
    assert not ids(archive, "person:picket")


@pytest.mark.parametrize("name", ["Nur-Sultan", "Astana", "Астана", "Астане", "Нур-Султан"])
def test_a_place_under_every_name(archive: Archive, name: str) -> None:
    assert where(place="Nur-Sultan") <= ids(archive, f"place:{name}")
    assert ids(archive, f"place:{name}") == ids(archive, "place:Nur-Sultan")
    assert where(place="Nur-Sultan") <= ids(archive, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Astana", "Нур-Султан"),
        ("Шымкент", "Чимкент"),
        ("Almaty", "Алма-Ата"),
        ("Zhanaozen", "Новый Узень"),
        ("Орал", "Uralsk"),
    ],
)
def test_a_town_is_found_where_an_account_mentions_it_by_another_name(
    archive: Archive, one: str, other: str
) -> None:
    assert ids(archive, one) == ids(archive, other) > set()
    assert ids(archive, one) == ids(archive, f'"{other}"')


def test_no_other_name_of_a_town_is_a_word_or_a_surname(tmp_path: Path) -> None:
    texts = {
        "a": "Oral hearings were held.",
        "b": "Shevchenko Oksana was fined.",
        "c": "He came from Semipalatinsk.",
    }
    with archive_of([event(key, text=text) for key, text in texts.items()], tmp_path) as small:
        assert ids(small, "Уральск") == set()
        assert ids(small, "Актау") == set()
        assert ids(small, "Семей") == {"c"}
        (hit,) = small.search("Семей").hits
        assert hit.why == ("Семей → Semipalatinsk",)
    texts = {"a": "Almat Zhumagulov was held.", "b": "Он живёт в Шымкенте.", "c": "From Alma-Ata."}
    with archive_of([event(key, text=text) for key, text in texts.items()], tmp_path) as small:
        assert ids(small, "Almaty") == {"c"}
        assert ids(small, "Чимкент") == {"b"}


def test_places_that_begin_so(archive: Archive) -> None:
    assert ids(archive, "place:Нур*") == ids(archive, "place:Astana")
    assert ids(archive, "place:Almat*") >= where(place="Almaty")
    assert ids(archive, "region:Манг*") == ids(archive, "region:Mangystau")
    assert not ids(archive, "place:Zz*")
    # Of several places that begin so only those are named that the event lies in.
    whys = {why for hit in archive.search("place:Alm*", limit=99).hits for why in hit.why}
    assert "Alm* → Almaty" in whys
    assert not any("Almaly" in why for why in whys)


def test_a_region_holds_its_towns(archive: Archive) -> None:
    found = ids(archive, 'place:"Mangistau region"')
    assert where(place="Aktau") | where(place="Zhanaozen") <= found
    assert not found & where(place="Almaty")


def test_an_event_of_two_cities_is_found_in_both(archive: Archive) -> None:
    (both,) = where(place="Nur-Sultan and Shymkent")
    assert both in ids(archive, "place:Astana") & ids(archive, "place:Shymkent")
    assert both in ids(archive, 'place:"Nur-Sultan and Shymkent"')
    assert not ids(archive, 'place:"Nur-Sultan and Nowhere"')


def test_a_kind_by_id_and_by_label(archive: Archive) -> None:
    fined = {e.id for e in seeds() if "fine" in e.kinds}
    for typed in ("kind:fine", "kind:Fine", "kind:Штраф", "kind:айыппұл"):
        assert ids(archive, typed) == fined
    assert ids(archive, 'kind:"Administrative arrest"') == ids(
        archive, "kind:administrative-arrest"
    )


def cites(code: str | None, article: str, part: str | None = None) -> set[str]:
    """Return the ids of the seeds that name an article."""
    return {
        e.id
        for e in seeds()
        for law in e.law
        if (code is None or law.code == code)
        and law.article == article
        and (part is None or part in (law.part, *(law.part or "").split("/")))
    }


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("488", (None, "488")),
        ("488.6", (None, "488", "6")),
        ("AOC-488", ("AOC", "488")),
        ("aoc/488.11", ("AOC", "488", "11")),
        ('"КоАП 488"', ("AOC", "488")),
        ("CC405", ("CC", "405")),
        ("УК-405.2", ("CC", "405", "2")),
        ("405.1", (None, "405", "1")),
        ("405.1/2", (None, "405", "1/2")),
        ("CIV-918", ("CIV", "918")),
    ],
)
def test_an_article(archive: Archive, typed: str, wanted: tuple[str | None, ...]) -> None:
    found = ids(archive, f"law:{typed}")
    assert found
    assert found == cites(*wanted)  # type: ignore[arg-type]


def test_a_code_alone_and_what_is_none(archive: Archive) -> None:
    assert ids(archive, "law:CC") == {e.id for e in seeds() if any(x.code == "CC" for x in e.law)}
    for typed in ("law:none", "law:§", "law:999999"):
        assert not ids(archive, typed)


def test_a_source_by_host_by_a_part_of_it_and_by_address(archive: Archive) -> None:
    def linked(part: str) -> set[str]:
        return {e.id for e in seeds() if any(part in (s.url or "") for s in e.sources)}

    assert ids(archive, "source:rus.azattyq.org") == linked("rus.azattyq.org")
    assert ids(archive, "source:orda") == linked("orda.kz")
    assert ids(archive, "source:www.facebook.com") == linked("www.facebook.com")
    assert ids(archive, "source:https://orda.kz/anything") == linked("orda.kz")
    for part in ("azattyq.org", "rus.azattyq", "rus.azattyq.org/a/1.html", "rus.azat*"):
        assert ids(archive, f"source:{part}") == linked("rus.azattyq.org"), part
    assert not ids(archive, "source:org.azattyq")
    assert not ids(archive, "source:zattyq.org")
    assert ids(archive, "source:azat*") == ids(archive, "source:азат*") == linked("azattyq")


def test_text_organisation_and_role(archive: Archive) -> None:
    assert "2021-12-01.1" in ids(archive, "org:Ar-Bedel")
    assert not ids(archive, "org:picket")
    assert ids(archive, "text:picket") <= ids(archive, "picket")
    assert ids(archive, "role:relative") == {
        e.id for e in seeds() if any(a.role == "relative" for a in e.people)
    }


@pytest.mark.parametrize("typed", ["журналист", "Журналист", "журналист*", "journal"])
def test_a_role_in_three_languages(archive: Archive, typed: str) -> None:
    journalists = {e.id for e in seeds() if any(a.role == "journalist" for a in e.people)}
    assert ids(archive, f"role:{typed}") == ids(archive, f"роль:{typed}") == journalists


def test_what_is_no_role_is_said(archive: Archive) -> None:
    assert archive.search("role:xyz").reading == "“xyz” is no role in an event"
    assert ids(archive, "role:other") == {
        e.id for e in seeds() if any(a.role == "other" for a in e.people)
    }


# -- Dates -------------------------------------------------------------------------------------


def held(first: dt.date, last: dt.date) -> set[str]:
    """Return the ids of the seeds that happened on one of these days."""
    return {
        e.id
        for e in seeds()
        if e.date is not None and e.date <= last and (e.until or e.date) >= first
    }


def december(day: int) -> dt.date:
    """Return a day of December 2021."""
    return dt.date(2021, 12, day)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021-12-16", december(16), december(16)),
        ("2021-12-03", december(3), december(3)),  # also what began on December 2
        ("2021-12", december(1), december(31)),
        ("2021", dt.date(2021, 1, 1), december(31)),
        ("2021-12-05..2021-12-07", december(5), december(7)),
        ("2021-12-07..2021-12-05", december(5), december(7)),
        ("..2021-12-02", dt.date.min, december(2)),
        ("2021-12-30..", december(30), dt.date.max),
        (">2021-12-29", december(30), dt.date.max),
        (">=2021-12-29", december(29), dt.date.max),
        ("<2021-12-02", dt.date.min, december(1)),
        ("<=2021-12-02", dt.date.min, december(2)),
        ("2021-11-15..2021-12-03", dt.date(2021, 11, 15), december(3)),
        ("16.12.2021", december(16), december(16)),
        ("12.2021", december(1), december(31)),
        ("5.12.2021..07.12.2021", december(5), december(7)),
        ('"16 декабря 2021"', december(16), december(16)),
        ('"December 2021"', december(1), december(31)),
        ('"желтоқсан 2021"', december(1), december(31)),
        ("December-2021", december(1), december(31)),
        ('"December 16, 2021"', december(16), december(16)),
        ("December 16, 2021", december(16), december(16)),
        ("16 декабря 2021", december(16), december(16)),
        ("16 декабря", december(16), december(16)),
        ("16-желтоқсан", december(16), december(16)),
        ("16.12", december(16), december(16)),
        ("December", december(1), december(31)),
        ("16.12.21", december(16), december(16)),
        ("05.12.2021-07.12.2021", december(5), december(7)),
        ('"5-7 декабря 2021"', december(5), december(7)),
        ("5-7 декабря 2021", december(5), december(7)),
        ('"с 5 по 30 декабря"', december(5), december(30)),
    ],
)
def test_a_date(archive: Archive, typed: str, first: dt.date, last: dt.date) -> None:
    assert ids(archive, f"date:{typed}") == held(first, last)
    assert ids(archive, f"-date:{typed}") == where() - held(first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "yesterday",
        "30.02",
        "16",
        "2021-13",
        "2021-12-32",
        "..",
        ">",
        "32.12.2021",
        "foo-2021",
        '"5 May 6, 2021"',
    ],
)
def test_what_is_no_date_finds_nothing_and_says_how_to_write_one(
    archive: Archive, typed: str
) -> None:
    page = archive.search(f"date:{typed}")
    assert not page.hits
    assert page.reading is not None
    assert "is not a date; write 2021-12-05" in page.reading


def test_a_month_is_not_found_as_its_first_day(tmp_path: Path) -> None:
    with archive_of([event(date=december(1), precision="month")], tmp_path) as small:
        assert not ids(small, "date:2021-12-01")
        assert ids(small, "date:2021-12")


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("16 декабря", "16.12"),
        ("16 декабря 2021", "2021-12-16"),
        ("16 декабря 2021 года", "2021-12-16"),
        ("16 желтоқсан", "16.12"),
        ("2021 жылғы 16 желтоқсанда", "2021-12-16"),
        ("16 December", "16.12"),
        ("16th of December 2021", "2021-12-16"),
        ("December 16, 2021", "2021-12-16"),
        ("16/12/2021", "2021-12-16"),
        ("16.12.2021", "2021-12-16"),
        ("2021-12-16", "2021-12-16"),
        ("2021-12-05..2021-12-07", "2021-12-05..2021-12-07"),
        ("декабрь 2021", "2021-12"),
        ("в декабре 2021", "2021-12"),
        ("2021-12", "2021-12"),
        ("2021 год", "2021"),
        ("с 5 по 7 декабря", "2021-12-05..2021-12-07"),
        ("from 5 to 7 December 2021", "2021-12-05..2021-12-07"),
        ("between 5 and 7 December", "2021-12-05..2021-12-07"),
        ("5–7 декабря 2021", "2021-12-05..2021-12-07"),
        ("December 16-18", "2021-12-16..2021-12-18"),
        ("с 28 ноября по 3 декабря 2021", "2021-11-28..2021-12-03"),
        ("05.12.2021-07.12.2021", "2021-12-05..2021-12-07"),
        ("16.12", "2021-12-16"),
        ("16.12.21", "2021-12-16"),
        ("желтоқсанның 16-сы", "2021-12-16"),
    ],
)
def test_a_date_among_words_finds_its_days_as_the_field_does(
    archive: Archive, typed: str, date: str
) -> None:
    days = ids(archive, f"date:{date}")
    assert days
    assert ids(archive, typed) >= days
    assert ids(archive, f"{typed} Almaty") >= days & ids(archive, "Almaty")
    assert ids(archive, f"{typed} OR strike") >= ids(archive, "strike")
    reading = archive.search(typed).reading
    assert reading is not None
    assert "also read as date:" in reading
    assert days == ids(archive, reading[reading.index("date:") :])
    exactly = archive.search(typed, exact_spelling=True)
    assert exactly.reading is None
    quoted = archive.search(f'"{typed}"').reading
    assert quoted is None or "also" not in quoted


def test_several_days_are_each_of_them(archive: Archive) -> None:
    both = held(december(16), december(16)) | held(december(18), december(18))
    for typed in ("16 и 18 декабря", "16, 18 December 2021", "16.12, 18.12"):
        assert ids(archive, typed) >= both
    assert ids(archive, 'date:"16 и 18 декабря"') == both


@pytest.mark.parametrize(
    ("english", "russian", "kazakh"),
    [(entry["en"], entry["ru"], entry["kk"]) for entry in kinds()],
)
def test_the_label_of_a_kind_finds_the_same_in_each_language(
    archive: Archive, english: str, russian: str, kazakh: str
) -> None:
    assert ids(archive, russian) == ids(archive, english)
    assert ids(archive, kazakh) == ids(archive, english)


def test_what_only_looks_like_a_date_is_none(archive: Archive) -> None:
    no_dates = "488-11", "10-15", "5-7 лет", "2.5", "30-31 февраля", "5 и 7 Маратов", "march", "Мая"
    for typed in (*no_dates, "10 Маратов", "2021", "405", "488.6", "15 days", "5 Мамай", "may"):
        reading = archive.search(typed).reading
        assert reading is None or "date:" not in reading, typed


@pytest.mark.parametrize(
    "typed", ["пикет", "пикеты", "пикетов", "picket", "Pickets", "пикеттер", "пикеттерді"]
)
def test_a_kinds_label_in_any_number_finds_its_words_and_its_events(
    archive: Archive, typed: str
) -> None:
    assert ids(archive, typed) == ids(archive, "kind:picket OR text:picket OR org:picket")
    assert archive.search(typed).reading == f"“{typed}” also read as kind:{typed}"
    assert ids(archive, f"kind:{typed}") == ids(archive, "kind:picket")
    assert ids(archive, f"{typed} OR zzzz") == ids(archive, typed)
    assert not ids(archive, f"kind:picket -{typed}")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("штрафы", "fine"),
        ("айыппұлдар", "fine"),
        ("fines", "fine"),
        ("hunger strikes", "hunger-strike"),
        ("голодовка", "hunger-strike"),
        ("митинги", "rally"),
        ("задержания", "detention"),
    ],
)
def test_labels_of_kinds_in_three_languages(archive: Archive, typed: str, kind: str) -> None:
    assert ids(archive, typed) >= ids(archive, f"kind:{kind}") > set()


def test_a_hunger_strike_is_no_strike(archive: Archive) -> None:
    assert archive.search("hunger strikes").reading == (
        '“hunger strikes” also read as kind:"hunger strikes"'
    )


# -- Order, pages, filters ---------------------------------------------------------------------


def test_the_newest_come_first_or_the_oldest(archive: Archive) -> None:
    newest = [hit.number for hit in archive.search("Almaty", limit=500).hits]
    assert newest == sorted(newest, reverse=True)
    oldest = [hit.number for hit in archive.search("Almaty", sort="oldest", limit=500).hits]
    assert oldest == newest[::-1]
    numbers = [hit.number for hit in archive.search("", sort="best", limit=500).hits]
    assert numbers == list(range(134, 0, -1))


def test_the_best_begin_with_those_that_are_spelled_as_typed(tmp_path: Path) -> None:
    other = [event(f"o{n}", text="Mamai, Mamai, Mamai!", date=december(9)) for n in range(9)]
    typed = event("typed", text="A long account in which Mamay is named only once. " * 5)
    with archive_of([typed, *other], tmp_path) as small:
        hits = small.search("Mamay", sort="best").hits
        assert hits[0].event.id == "typed"
        assert len(hits) == 10


def test_a_headline_weighs_more_than_an_account(tmp_path: Path) -> None:
    records = [
        event("text", text="A strike in Aktau. And more words that say nothing of it."),
        event(
            "title", title="A strike", text="Words of another sort, as long as those of the rest."
        ),
    ]
    with archive_of(records, tmp_path) as small:
        assert [h.event.id for h in small.search("strike", sort="best").hits] == ["title", "text"]


@pytest.mark.parametrize("sort", ["newest", "oldest", "best"])
@pytest.mark.parametrize("query", ["", "Almaty", "kind:detention OR Мамай", "-picket"])
def test_pages_give_each_hit_once_and_as_many_as_counted(
    archive: Archive, query: str, sort: Sort
) -> None:
    seen: list[str] = []
    while True:
        page = archive.search(query, sort=sort, limit=7, offset=len(seen))
        seen += [hit.event.id for hit in page.hits]
        if not page.more:
            break
        assert len(page.hits) == 7
    assert len(seen) == len(set(seen)) == archive.found(query).total


def test_filters_narrow(archive: Archive) -> None:
    dates = Filters(dates=(december(6), december(8)))
    in_days = {e.id for e in seeds() if e.date and december(6) <= e.date <= december(8)}
    assert ids(archive, "", dates) == in_days
    assert ids(archive, "Almaty", dates) == in_days & ids(archive, "Almaty")
    assert ids(archive, "", Filters(dates=(december(30), None))) == held(december(30), december(31))
    assert ids(archive, "", Filters(dates=(None, december(1)))) == where(date=december(1))
    assert not ids(archive, "", Filters(dates=(dt.date(2030, 1, 1), None)))
    both = Filters(dates=(december(6), None), chosen=(("kind", "fine"), ("place", "almaty")))
    assert ids(archive, "", both) == {
        e.id
        for e in seeds()
        if "fine" in e.kinds and e.place == "Almaty" and e.date and e.date >= december(6)
    }


def test_a_query_without_a_word_finds_nothing_with_filters_too(archive: Archive) -> None:
    for filters in (Filters(), Filters(chosen=(("kind", "fine"),))):
        page = archive.search("???", filters=filters)
        assert not page.hits
        assert page.reading == "there is no word in the query"


def test_undated_events_are_found_and_outside_every_range(tmp_path: Path) -> None:
    with archive_of([event("1", date=None), event("2")], tmp_path) as small:
        assert ids(small, "") == {"1", "2"}
        assert ids(small, "", Filters(dates=(None, december(31)))) == {"2"}
        assert ids(small, "", Filters(dates=(dt.date(1, 1, 1), None))) == {"2"}
        assert ids(small, "date:2021") == {"2"}


# -- Any query ---------------------------------------------------------------------------------


@given(typed=any_query, sort=st.sampled_from(["newest", "best"]))
@settings(max_examples=120)
def test_no_query_raises_and_what_is_counted_is_found(
    archive: Archive, typed: str, sort: Sort
) -> None:
    page = archive.search(typed, sort=sort, limit=200)
    assert len(page.hits) == archive.found(typed).total
    assert not page.more
    for hit in page.hits:
        for text, marks in (
            (hit.event.text, hit.marks),
            (hit.event.title or "", hit.title_marks),
        ):
            ends = [0, *(offset for mark in marks for offset in mark)]
            assert ends == sorted(ends)
            assert ends[-1] <= len(text)


@given(value=st.text(max_size=20))
@settings(max_examples=60)
def test_no_chosen_value_raises(archive: Archive, value: str) -> None:
    for field in ("kind", "place", "month", "law", "person"):
        filters = Filters(chosen=((field, value),))
        assert len(archive.search("", filters=filters, limit=200).hits) == (
            archive.found("", filters=filters).total
        )


def test_a_long_phrase_does_not_take_long(archive: Archive) -> None:
    """Pasting a page used to try every combination of every spelling."""
    page = " ".join(e.text for e in seeds())[:3_900].replace('"', "")
    assert not archive.search(f'"{page}"').hits
    for whole in seeds()[:20]:
        assert ids(archive, f'"{whole.text}"') == {whole.id}


# -- Told --------------------------------------------------------------------------------------


def test_a_slip_of_the_hand_is_met_with_a_name(archive: Archive) -> None:
    assert "Mubarakov Aidar" in archive.search("Mubarakpv").suggestions
    assert "Uralsk" in archive.search("place:Uralks").suggestions
    assert archive.search("Mubarakov").suggestions == ()


@pytest.mark.parametrize("typed", ["Кызылорда", "place:Кызылорда", "Qyzylorda", "Петропавловск"])
def test_no_place_is_offered_where_nothing_happened(archive: Archive, typed: str) -> None:
    page = archive.search(typed)
    assert (page.hits, page.suggestions) == ((), ())


def test_a_large_find_says_that_only_its_newest_are_ranked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhylnama.archive.search.RANKED_AT_MOST", 5)
    with archive_of([event(f"e{n}", text="word") for n in range(8)], tmp_path) as small:
        page = small.search("word", sort="best")
        assert page.reading == "ordered by relevance: the newest 20,000 hits"
        assert len(page.hits) == 6


# -- Stopped -----------------------------------------------------------------------------------


def ask(archive: Archive) -> None:
    """Ask for more than can be answered between two interruptions."""
    for _ in range(500):
        archive.search("alpha beta OR gamma", sort="best", limit=1)
        archive.found("alpha")


def test_a_running_query_stops_when_it_is_interrupted(tmp_path: Path) -> None:
    build(
        (event(f"e{n}", text=f"alpha beta gamma {n} " * 10) for n in range(4_000)),
        tmp_path / "x.zhylnama",
    )
    with Archive.open(tmp_path / "x.zhylnama") as large:
        done = threading.Event()

        def stop() -> None:
            while not done.wait(0.0005):
                large.interrupt()

        thread = threading.Thread(target=stop)
        thread.start()
        try:
            with pytest.raises(Interrupted):
                ask(large)
        finally:
            done.set()
            thread.join()
        assert large.found("alpha").total == 4_000  # and the archive goes on


def test_an_interruption_stops_nothing_that_is_asked_afterwards(tmp_path: Path) -> None:
    """Not even while a statement that was stopped is kept, as a traceback may keep it."""
    with archive_of([event("a"), event("b")], tmp_path) as small:
        kept = small._connection.execute("SELECT number FROM event")
        next(kept)
        small.interrupt()
        assert len(small.search("something").hits) == 2


def test_what_an_event_has_more_than_once_is_counted_once(tmp_path: Path) -> None:
    twice = event(
        people=[targeted("a", "A One"), targeted("a", "A Two")],
        law=[LawReference(code="CC", article="1"), LawReference(code="CC", article="1", part="2")],
        kinds=["fine", "fine"],
        sources=[Source(url="https://a.kz/1"), Source(url="https://a.kz/2")],
    )
    with archive_of([twice, Person(id="a")], tmp_path) as small:
        found = small.found("")
        counts = {facet.field: [value.count for value in facet.values] for facet in found.facets}
        empty = {"place", "region", "organisation"}
        assert counts == {field: [] if field in empty else [1] for field in counts}


def test_every_facet_value_finds_as_many_events_as_it_counts() -> None:
    with Archive.open(seed_archive()) as archive:
        facets = archive.found("").facets
        assert {facet.field for facet in facets} == set(get_args(FacetField))
        for facet in facets:
            for value in facet.values:
                chosen = Filters(chosen=((facet.field, value.key),))
                assert archive.found("", filters=chosen).total == value.count, value


def test_values_of_one_facet_are_joined_by_and_or_by_or() -> None:
    with Archive.open(seed_archive()) as archive:
        both: tuple[tuple[FacetField, str], ...] = (("kind", "fine"), ("kind", "warning"))
        either = Filters(chosen=both, either=frozenset({"kind"}))
        alone = [archive.found("", filters=Filters(chosen=(one,))).total for one in both]
        together = archive.found("", filters=Filters(chosen=both)).total
        assert together == 1  # 24 December: one was fined, another warned
        assert archive.found("", filters=either).total == sum(alone) - together


@pytest.mark.parametrize(
    "typed", ["Alma", "Мубара", "rally Alma", "place:Нур", "person:Мам", "org:Democ"]
)
def test_an_unfinished_word_finds_what_begins_so_and_says_it(typed: str) -> None:
    with Archive.open(seed_archive()) as archive:
        page = archive.search(typed)
        assert page.hits
        assert page.reading is not None
        assert page.reading.partition("; ")[0].endswith("*”")
        assert archive.found(typed).total == archive.found(f"{typed}*").total


def test_an_unfinished_word_in_an_open_quotation(archive: Archive) -> None:
    page = archive.search('person:"Mubarakov Aid')
    assert page.reading == "nothing has the whole word “Aid”: read as “Aid*”"
    assert {h.event.id for h in page.hits} == ids(archive, 'person:"Mubarakov Aid"*') > set()


@pytest.mark.parametrize(
    "typed", ["=Alma", '"in Alma"', "Al", "zzzzz", "kind:pick", "law:48", "date:202", "foo:Alma"]
)
def test_what_is_no_unfinished_word_is_left_as_it_is(typed: str) -> None:
    with Archive.open(seed_archive()) as archive:
        page = archive.search(typed)
        assert page.reading is None or "whole word" not in page.reading
        assert archive.search(typed, exact_spelling=True).reading in (None, page.reading)


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("kind:арест", "kind:administrative-arrest"),
        ("kind:штрафы", "kind:fine"),
        ("kind:(Штраф OR голодовка)", "kind:fine OR kind:hunger-strike"),
        ("law:КоАП-488", "law:AOC-488"),
        ('law:"КоАП 488"', "law:AOC-488"),
        ('law:"ст. 405 УК РК"', "law:CC-405"),
        ('law:"article 405, part 2"', "law:405.2"),
        ('law:"part 2 of article 405 of the Criminal Code"', "law:CC-405.2"),
        ('law:"405-бап 2-бөлігі"', "law:405.2"),
        ('law:"488 ч. 6"', "law:488.6"),
        ('law:"п. 11 ст. 488 КоАП"', "law:AOC-488.11"),
        ("п. 11 ст. 488 КоАП", "law:AOC-488.11"),
        ("ст. 488 КоАП п. 11", "law:AOC-488.11"),
        ("часть 11 статьи 488 КоАП РК", "law:AOC-488.11"),
        ("статьи 405 и 488", "law:(405 OR 488)"),
        ("ст. 405, 488", "law:(405 OR 488)"),
        ("405 және 488-бап", "law:(405 OR 488)"),
        ('law:"405 и 488"', "law:(405 OR 488)"),
        ('law:"405, 488"', "law:(405 OR 488)"),
        ("law:405-2", "law:405.2"),
        ("law:ст. 488 ч. 6", "law:488.6"),
        ("law:405(2)", "law:405.2"),
        ('law:"488 6"', "law:488.6"),
        ("закон:488", "law:488"),
        ('place:"Мангистауская область"', "region:Mangystau"),
        ('регион:"Маңғыстау облысы"', "region:Mangystau"),
        ("г. Алматы", "Almaty"),
    ],
)
def test_values_of_fields_as_people_write_them(archive: Archive, typed: str, like: str) -> None:
    assert ids(archive, typed) == ids(archive, like)
    assert ids(archive, typed)


def test_an_article_with_a_number_of_its_own_is_no_part(tmp_path: Path) -> None:
    own = event("1", law=[LawReference(code="CC", article="405-2")])
    part = event("2", law=[LawReference(code="CC", article="405", part="2")])
    with archive_of([own, part], tmp_path) as small:
        page = small.search("law:405-2")
        assert ([hit.event.id for hit in page.hits], page.reading) == (["1"], None)
    with archive_of([part], tmp_path) as small:
        page = small.search("law:405-2")
        assert [hit.event.id for hit in page.hits] == ["2"]
        assert page.reading == "“405-2” read as law:405.2"


def test_a_sum_is_no_list_of_articles(archive: Archive) -> None:
    reading = archive.search("100 405 488").reading
    assert reading is None or "law:" not in reading


def test_a_range_that_runs_backwards_is_turned_and_it_is_said(archive: Archive) -> None:
    assert archive.search("date:2021-12-07..2021-12-05").reading == (
        "“2021-12-07..2021-12-05” read as date:2021-12-05..2021-12-07"
    )
    assert archive.search("date:2021-12-05..2021-12-07").reading is None


def test_nearness_of_one_word_is_that_word(archive: Archive) -> None:
    for typed in ("Мамай~5", "Мамай~"):
        page = archive.search(typed)
        assert {hit.event.id for hit in page.hits} == ids(archive, "Мамай") > set()
        assert page.reading == "~ stands behind words in quotation marks: read as “Мамай”"


def test_words_of_no_accounts_language_are_told(archive: Archive, tmp_path: Path) -> None:
    said = "the accounts are in English, names are found in any script"
    for typed in ("смертная казнь", "политзаключенные", "өлім жазасы"):
        page = archive.search(typed)
        assert (page.hits, page.reading) == ((), said)
        assert said not in (archive.search(typed, exact_spelling=True).reading or "")
    for typed in ("zzzz", "???", "kind:zzz", "Мамай", "=Мамай", "Жанаозон"):
        assert said not in (archive.search(typed).reading or "")
    records = [event("1", text="Суд.", lang="ru"), event("2", text="Суд.", lang="ru")]
    with archive_of(records, tmp_path) as small:
        assert small.search("death penalty").reading == said.replace("English", "Russian")
        assert small.search("казнь").reading is None
    with archive_of([*records, event("3", text="Court.")], tmp_path) as small:
        assert small.search("death penalty").reading is None


def test_a_field_of_several_words_ends_where_its_value_does(archive: Archive) -> None:
    almaty = ids(archive, "place:Almaty")
    assert ids(archive, "date:16 декабря Алматы") == held(december(16), december(16)) & ids(
        archive, "Алматы"
    )
    assert ids(archive, "law:488 ч. 6 place:Almaty") == ids(archive, "law:488.6") & almaty


@pytest.mark.parametrize("typed", ["азаттык", "азаттық", "azattyq"])
def test_a_source_in_cyrillic(archive: Archive, typed: str) -> None:
    assert ids(archive, f"source:{typed}") == {
        e.id for e in seeds() if any("azattyq" in (s.url or "") for s in e.sources)
    }


@pytest.mark.parametrize("typed", ["kind:nonsense", "law:§", "law:1-2-3", 'law:"p2"'])
def test_a_value_that_means_nothing_is_told(archive: Archive, typed: str) -> None:
    page = archive.search(typed)
    assert not page.hits
    assert page.reading is not None
    assert "is no kind" in page.reading or "is not an article" in page.reading


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("А. Мубараков", "mubarakov-aidar"),
        ("Mubarakov A", "mubarakov-aidar"),
        ("Касымжомарт Токаев", "tokayev-kassym-jomart"),
        ("Токаев Касым-Жомарт Кемелевич", "tokayev-kassym-jomart"),
        ("Muchtar Tokajew", None),
        ("Schanbolat Mamaj", "mamay-zhanbolat"),
        ("Canbolat Mamay", "mamay-zhanbolat"),
        ('person:"А. Мубараков"', "mubarakov-aidar"),
        ('person:"Мубараков Айдар"', "mubarakov-aidar"),
        ('person:"Aidar Mubarakov"', "mubarakov-aidar"),
    ],
)
def test_a_name_is_found_as_that_of_a_person_and_says_so(
    archive: Archive, typed: str, person: str | None
) -> None:
    page = archive.search(typed, limit=1000)
    whole = ids(archive, f"person:{person}") if person else set()
    assert {hit.event.id for hit in page.hits} >= whole
    assert bool(page.hits) == (person is not None)
    assert person is None or any("→" in reason for hit in page.hits for reason in hit.why)
    assert not archive.search(typed, exact_spelling=True).hits or "A" in typed


def test_a_slip_is_met_with_the_whole_name_first(archive: Archive) -> None:
    page = archive.search("Bakhytzhan Toregozina")
    assert not page.hits
    assert page.suggestions[0] == "Toregozhina Bakhytzhan"


@pytest.mark.parametrize(
    ("typed", "like", "said"),
    [
        ("оштрафованы", "kind:fine", "“оштрафованы” read as kind:оштрафованы"),
        ("айыппұл салынды", "kind:fine", "read as kind:"),
        ("аштық жариялады", "kind:hunger-strike", "read as kind:"),
        ("15 суток", "kind:administrative-arrest 15", "“суток” read as kind:суток"),
        ("улица Назарбаева", "text:Nazarbayev street", "“улица” read as text:(street OR"),
        ("кто был задержан 16 декабря?", "kind:detention date:16.12", "left out: кто, был"),
        ("қамалды", "kind:administrative-arrest OR kind:custody", "read as kind:"),
        ("задержан 16 декабря", "kind:detention date:16.12", "“задержан” read as kind:задержан"),
        ("аресты 16 декабря", "kind:арест date:16.12", "“аресты” read as kind:аресты"),
        ("оштрафован 3 декабря", "kind:fine date:3.12", "read as kind:оштрафован"),
        ("аресты в Алматы 5 декабря", "kind:арест Almaty date:5.12", "left out: в"),
        ("приговоры", "kind:conviction", "read as kind:приговоры"),
        ("кто был задержан", "kind:detention", "left out: кто, был"),
        ("кто задержан в Уральске", "kind:detention Uralsk", "left out: кто, в"),
        ("декабрь", "date:2021-12", "“декабрь” read as date:декабрь"),
        ("Мамай декабрь", "Mamay date:2021-12", "“декабрь” read as date:декабрь"),
        ("осуждён", "kind:conviction", "“осуждён” read as kind:осуждён"),
        ("голодают", "kind:hunger-strike", "“голодают” read as kind:голодают"),
        ("забастовка", "strike", "“забастовка” also read as kind:забастовка OR strike"),
        ("митинг в Алматы", "rally Almaty", "left out: в"),
        ("Алматыдағы пикет", "picket Almaty", "also read as kind:пикет"),
        ("статья 405", "law:405", "“статья 405” read as law:"),
        ("КоАП 488", "law:AOC-488", "read as law:"),
        ("ст. 488-11", "law:488.11", "read as law:"),
        ("КоАП 488-11", "law:AOC-488.11", "read as law:"),
        ("488-11", "law:488.11", "“488-11” read as law:488.11"),
        ("АОС 488", "law:AOC-488", "read as law:"),
        ("16 декабря 2021 Алматы", "date:2021-12-16 Almaty", "also read as date:"),
        ("аштық жариялау", "kind:hunger-strike", "read as kind:"),
    ],
)
def test_words_of_another_language_are_read_widely_and_it_is_said(
    archive: Archive, typed: str, like: str, said: str
) -> None:
    assert ids(archive, typed) == ids(archive, like)
    reading = archive.search(typed).reading
    assert reading is not None
    assert said in reading
    assert archive.search(typed, exact_spelling=True).reading is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Toregozina", "Toregozhina Bakhytzhan"),
        ("Бакытжан Торегозина", "Toregozhina Bakhytzhan"),
        ("Касым-Жомарт Такаев", "Tokayev Kassym-Jomart"),
        ("Жанаозон", "Жанаөзен"),
        ("Almtay", "Almaty"),
        ("Актоюе", "Актобе"),
        ("Nur-Sutlan", "Nur-Sultan"),
        ("detaned", "detained"),
        ("Мамй", "Mamay Zhanbolat"),
        ("Mmaay", "Mamay Zhanbolat"),
        ("Арн Атабек", "Atabek Aron"),
        ("Жамбулат Мамай", "Mamay Zhanbolat"),
        ("picet", "picket"),
        ("пикт", "пикет"),
        ("задиржание", "задержание"),
    ],
)
def test_a_letter_wrong_missing_or_swapped(archive: Archive, typed: str, meant: str) -> None:
    page = archive.search(typed)
    assert not page.hits
    assert meant in page.suggestions or meant.replace("ө", "о") in page.suggestions
    assert len(page.suggestions) == len(set(page.suggestions)) <= 5


def test_a_sum_is_found_with_and_without_its_commas(archive: Archive, tmp_path: Path) -> None:
    assert ids(archive, "14585") == ids(archive, "14,585") == ids(archive, '"14 585"') > set()
    assert ids(archive, "145850") == ids(archive, "145 850") > set()
    with archive_of([event("1", text="A fine of 14585 tenge.")], tmp_path) as small:
        assert ids(small, "14,585") == ids(small, "14.585") == {"1"}
        assert not ids(small, "=14,585")


def test_an_event_is_found_by_its_id_as_it_is_printed(archive: Archive) -> None:
    page = archive.search("2021-12-01.1")
    assert [hit.event.id for hit in page.hits] == ["2021-12-01.1"]
    assert page.reading == "“2021-12-01.1” read as the id of an event"
    assert archive.found("2021-12-01.1").total == 1
    people = {a.person for a in page.hits[0].event.people}
    assert {one.person for one in archive.people_found("2021-12-01.1")} == people
    filters = Filters(chosen=(("kind", "picket"),))
    assert not archive.search("2021-12-01.1", filters=filters).hits
    later = Filters(dates=(december(5), None))
    assert not archive.search("2021-12-01.1", filters=later).hits
    assert archive.found("2021-12-01.1", filters=later).total == 0
    assert not archive.search("2021-12-01.99").hits


def test_an_address_finds_its_source_and_a_site_all_that_it_published(archive: Archive) -> None:
    address = next(s.url for e in seeds() for s in e.sources if s.url and "azattyq.org/a/" in s.url)
    citing = {e.id for e in seeds() if any(s.url == address for s in e.sources)}
    assert ids(archive, address) == ids(archive, address.removeprefix("https://")) == citing
    reading = archive.search(address).reading
    assert reading is not None
    assert reading.endswith("read as the address of a source")
    for site in ("rus.azattyq.org", "https://rus.azattyq.org/", "https://rus.azattyq.org/none"):
        assert ids(archive, site) == ids(archive, "source:rus.azattyq.org")
        reading = archive.search(site).reading
        assert reading == f"“{site}” read as source:rus.azattyq.org"
    assert not ids(archive, "nobody.example")


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("NEAR(picket court, 5)", '"picket court"~5'),
        ("NEAR(picket court)", '"picket court"~10'),
        ("picket NEAR/3 court", '"picket court"~3'),
        ("picket NEAR court", '"picket court"~10'),
    ],
)
def test_nearness_as_other_programs_write_it(archive: Archive, typed: str, ours: str) -> None:
    assert ids(archive, typed) == ids(archive, ours) > set()
    assert archive.search(typed).reading == f"“{typed}” read as {ours}"
    both = ids(archive, f"{ours} Nur-Sultan")
    assert ids(archive, f"{typed} Nur-Sultan") == both > set()


def test_a_place_with_a_hyphen_is_nobodys_name(archive: Archive) -> None:
    reasons = {r for hit in archive.search("Алма-Ата", limit=99).hits for r in hit.why}
    assert "Алма-Ата → Almaty" in reasons
    assert "Алма-Ата → Almat" not in reasons


def test_letters_doubled_by_the_hand_make_no_other_word(archive: Archive) -> None:
    assert not archive.search("Mmaay").hits


@pytest.mark.parametrize("typed", ["Каваленко", "Асхат Жексебаев", "Сергей Шевченко"])
def test_nothing_is_said_of_languages_where_a_name_is_unknown(archive: Archive, typed: str) -> None:
    page = archive.search(typed)
    assert not page.hits
    assert page.reading is None


@pytest.mark.parametrize(
    "typed", ["права человека", "запрет на соцсети", "газы", "Марат Бокаев", "zzzz"]
)
def test_nothing_is_better_than_an_odd_offer(archive: Archive, typed: str) -> None:
    page = archive.search(typed)
    assert not page.hits
    assert not page.suggestions


def test_the_nearest_is_offered_first(archive: Archive) -> None:
    assert archive.search("Almtay").suggestions[0] == "Almaty"
    assert archive.search("Алмаы").suggestions[0] == "Алматы"


def test_no_hostile_string_raises(archive: Archive) -> None:
    """`benchmarks/hostile.py` tries a hundred thousand of them on a large archive."""
    known = where()
    for typed in hostile_strings(1_000, ["Мамай", "Almaty", "picket", "405"]):
        found = archive.search(typed)
        assert len(found.hits) <= 50
        assert {hit.event.id for hit in found.hits} <= known
        assert len(archive.search(typed, exact_spelling=True, sort="best").hits) <= 50
        assert all(one.start <= len(typed) for one in archive.complete(typed))
