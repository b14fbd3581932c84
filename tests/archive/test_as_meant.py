"""Queries as people write them: what turns the meaning, joins it or stands around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.test_search import ids
from tests.records import archive_of, event, seed_archive

from zhylnama.archive.archive import Archive


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("place:в Алматы", "place:Almaty"),
        ("place:В Алматы", "place:Almaty"),
        ("place:in Almaty", "place:Almaty"),
        ("place:the Almaty", "place:Almaty"),
        ("place:г. Алматы", "place:Almaty"),
        ("place:г.Алматы", "place:Almaty"),
        ("place:город Алматы", "place:Almaty"),
        ("place:в г. Алматы", "place:Almaty"),
        ("place:в Алм*", "place:Алм*"),
        ("-place:in Almaty", "-place:Almaty"),
        ("place:in Almaty picket", "place:Almaty picket"),
        ("region:в Мангистауской области", 'region:"Мангистауская область"'),
        ("person:с Мамаем", "person:Мамай"),
        ("date:16 и 18 декабря", 'date:"16 и 18 декабря"'),
        ("date:>2 декабря 2021", "date:>2021-12-02"),
        ("date:<= 2 декабря 2021", "date:<=2021-12-02"),
    ],
)
def test_a_value_goes_on_behind_its_first_word(archive: Archive, typed: str, like: str) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()
    assert archive.search(typed).reading == archive.search(like).reading


def test_a_value_ends_before_an_operator_and_a_field(archive: Archive) -> None:
    assert ids(archive, "place:in OR picket") >= ids(archive, "picket") > set()
    assert ids(archive, "kind:fine place:in Almaty") == ids(archive, "kind:fine place:Almaty")


def test_a_doubled_or_is_one(archive: Archive) -> None:
    assert ids(archive, "picket OR OR strike") == ids(archive, "picket OR strike") > set()


def test_nearness_with_a_quotation_in_it(archive: Archive) -> None:
    page = archive.search('NEAR("Zhanbolat Mamay" rally, 30)')
    assert {h.event.id for h in page.hits} == ids(archive, '"Zhanbolat Mamay rally"~30') > set()
    assert page.reading is not None
    assert page.reading.startswith("“NEAR(")


@pytest.mark.parametrize(
    ("typed", "like", "said"),
    [
        ("youtube.com Almaty", "source:youtube.com Almaty", "youtube.com"),
        ("rus.azattyq.org Мамай", "source:rus.azattyq.org Мамай", "rus.azattyq.org"),
        ("Мамай https://rus.azattyq.org/", "source:rus.azattyq.org Мамай", None),
        ("facebook.com Almaty", "source:facebook.com Almaty", "facebook.com"),
    ],
)
def test_a_site_beside_words_is_a_source(
    archive: Archive, typed: str, like: str, said: str | None
) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()
    if said is not None:
        assert archive.search(typed).reading == f"“{said}” read as source:{said}"


@pytest.mark.parametrize("typed", ["Mamay youtube.com", "Almaty nowhere-at-all.com"])
def test_a_site_without_such_events_finds_nothing(archive: Archive, typed: str) -> None:
    page = archive.search(typed)
    assert page.hits == ()
    assert "read as source:" in str(page.reading)


@pytest.mark.parametrize(
    ("typed", "like", "said"),
    [
        ("picket without Almaty", "picket -Almaty", "“without Almaty” read as NOT Almaty"),
        ("Мамай без штрафа", "Мамай -штраф", "“без штрафа” read as NOT штрафа"),
        ("picket not in Almaty", "picket -Almaty", "“not in Almaty” read as NOT Almaty"),
        ("пикет кроме Алматы", "пикет -Алматы", "“кроме Алматы” read as NOT Алматы"),
        ("picket except place:Almaty", "picket -place:Almaty", "“except place:Almaty” read as"),
        ("не 16 декабря", "-(16 декабря)", "“не 16 декабря” read as NOT (16 декабря)"),
        (
            "picket not after 20 December",
            "picket -date:>2021-12-20",
            "read as NOT date:>2021-12-20",
        ),
        ("до 3 декабря", "date:<2021-12-03", "“до 3 декабря” read as date:<2021-12-03"),
        ("before 3 December", "date:<2021-12-03", "“before 3 December” read as"),
        ("3 желтоқсанға дейін", "date:<2021-12-03", "read as date:<2021-12-03"),
        ("after 20 December", "date:>2021-12-20", "“after 20 December” read as date:>2021-12-20"),
        ("после 20 декабря 2021", "date:>2021-12-20", "read as date:>2021-12-20"),
        ("20 желтоқсаннан кейін", "date:>2021-12-20", "read as date:>2021-12-20"),
        ("since 20 December", "date:>=2021-12-20", "read as date:>=2021-12-20"),
        ("с 20 декабря", "date:>=2021-12-20", "“с 20 декабря” read as date:>=2021-12-20"),
        ("until 2021-12-05", "date:<=2021-12-05", "read as date:<=2021-12-05"),
        ("Мамай после 20 декабря", "Мамай date:>2021-12-20", "read as date:>2021-12-20"),
        ("не позднее 20 декабря", "-date:>2021-12-20", "read as NOT date:>2021-12-20"),
        ("date:>2 декабря", "date:>2021-12-02", "read as date:>2021-12-02"),
        ("picket not in Almaty or Aktau", "picket -Almaty -Aktau", "read as NOT (Almaty OR Aktau)"),
        ("Almaty -youtube.com", "Almaty -source:youtube.com", "“youtube.com” read as source:"),
        ("after 2020", "date:>2020", "“after 2020” read as date:>2020-12-31"),
    ],
)
def test_what_turns_the_meaning_is_kept_and_said(
    archive: Archive, typed: str, like: str, said: str
) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()
    assert said in str(archive.search(typed).reading)
    assert "left out" not in str(archive.search(typed).reading)


def test_a_range_from_one_day_to_another_stays_one(archive: Archive) -> None:
    assert ids(archive, "с 20 декабря по 22 декабря") == ids(archive, "date:2021-12-20..2021-12-22")


@pytest.mark.parametrize(
    "typed",
    [
        "Алматыда не болды",
        "after the court",
        "without",
        "not guilty",
        "not only Mamay",
        "protest with or without permission",
        "не менее 15 суток",
    ],
)
def test_what_turns_nothing_is_no_exclusion(archive: Archive, typed: str) -> None:
    assert "NOT" not in str(archive.search(typed).reading)


def test_in_an_archive_of_two_years_a_day_bounds_each(tmp_path: Path) -> None:
    days = [dt.date(year, 3, day) for year in (2020, 2021) for day in (1, 5, 9)]
    records = [event(f"{n}", date=day, text="Held without charge.") for n, day in enumerate(days)]
    with archive_of(
        [*records, event("9", date=dt.date(2021, 3, 1), text="No charge.")], tmp_path
    ) as small:
        assert ids(small, "after 5 March") == {"2", "5"}
        said = "(date:2020-03-06..2020-12-31 OR date:2021-03-06..2021-12-31)"
        assert small.search("after 5 March").reading == f"“after 5 March” read as {said}"
        assert ids(small, "before 5 March 2021") == {"0", "1", "2", "3", "9"}
        # As accounts say it, it excludes nothing.
        assert ids(small, "held without charge") == {"0", "1", "2", "3", "4", "5"}
        assert ids(small, "=March without charge") == set()


@pytest.mark.parametrize(
    "typed", ["picket or strike", "пикет или забастовка", "пикет немесе strike"]
)
def test_a_small_or_joins_where_nothing_has_all(archive: Archive, typed: str) -> None:
    page = archive.search(typed)
    assert ids(archive, typed) == ids(archive, "picket OR strike") > set()
    assert f"nothing has all of these words; “{typed}” read as " in str(page.reading)
    assert " OR " in str(page.reading)


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("что случилось 16 декабря", "16 декабря"),
        ("what happened on 24 December", "24 December"),
        ("новости 16 декабря", "16 декабря"),
        ("Новости: 16 декабря", "16 декабря"),
    ],
)
def test_a_date_is_found_without_what_is_asked_about_it(
    archive: Archive, typed: str, like: str
) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()


def test_a_small_or_in_brackets_joins(archive: Archive) -> None:
    almaty = ids(archive, "(picket OR strike) Almaty")
    assert ids(archive, "(picket or strike) Almaty") == almaty > set()


def test_a_date_of_a_document_is_no_range(archive: Archive) -> None:
    assert ids(archive, "от 16 декабря") == ids(archive, "16 декабря")


def test_half_a_word_that_is_excluded_is_not_looked_for(archive: Archive) -> None:
    assert "*" not in str(archive.search("picket without Almat").reading)
    assert not ids(archive, "picket without Alma") & ids(archive, "place:Almaty")


def test_a_name_beside_a_date_is_never_left_out(archive: Archive) -> None:
    assert ids(archive, "Назарбаев 16 декабря 2021") <= ids(archive, "Назарбаев")
    assert ids(archive, "Zhakupbekova 16 December") == set()


def test_a_year_that_the_archive_has_not_finds_nothing(archive: Archive) -> None:
    page = archive.search("16 December 2011")
    assert page.hits == ()
    assert page.reading == '“16 December 2011” also read as date:"16 December 2011"'


def test_no_quiet_line_is_false(archive: Archive) -> None:
    assert archive.search("place:Turkestan").reading == "“Turkestan” read as “Turkestan*”"
    assert archive.search('-region:"Mangistau region" Актау').reading is None
    assert archive.search("date:<1 декабря 1991").reading is None
