"""Names among other words find whom they mean, and nobody else is taken for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.test_search import ids, naming
from tests.records import archive_of, event, seed_archive, targeted

from zhylnama.archive.archive import Archive

MAMAY, TOKAYEV = "mamay-zhanbolat", "tokayev-kassym-jomart"
MUBARAKOV = "mubarakov-aidar"


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "person", "read"),
    [
        ("Президент Токаев", TOKAYEV, "person:Токаев"),
        ("президента Токаева", TOKAYEV, "person:Токаева"),
        ("президент Касым-Жомарт Токаев", TOKAYEV, 'person:"Касым-Жомарт Токаев"'),
        ("активист Мубараков", MUBARAKOV, "person:Мубараков"),
        ("министр Айдар Мубараков", MUBARAKOV, 'person:"Айдар Мубараков"'),
        ("белсенді Мұбараков", MUBARAKOV, "person:Мұбараков"),
        ("арест Мамая", MAMAY, "person:Мамая"),
        ("аресты и Мамай", MAMAY, "person:Мамай"),
        ("poet Mamay", MAMAY, "person:Mamay"),
        ("неизвестное Мамай", MAMAY, "person:Мамай"),
    ],
)
def test_an_office_or_a_noun_beside_a_name_does_not_hide_its_events(
    archive: Archive, typed: str, person: str, read: str
) -> None:
    assert ids(archive, typed) == ids(archive, read) >= naming(person) > set()
    reading = archive.search(typed).reading
    assert reading is not None
    assert reading.startswith(f"nothing has all of these words; “{typed}” read as {read}")
    assert not archive.search(typed, exact_spelling=True).hits


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("the case of Mamay", "person:Mamay"),
        ("дело Мамая", "person:Мамая"),
        ("Мамай ісі", "person:Мамай"),
        ("дело Серикжана Билаша", 'person:"Серикжана Билаша"'),
    ],
)
def test_a_case_of_somebody_is_everything_about_them(
    archive: Archive, typed: str, read: str
) -> None:
    assert ids(archive, typed) >= ids(archive, read) > set()
    assert archive.search(typed).reading == f"“{typed}” read as {read}"


@pytest.mark.parametrize(
    ("typed", "both"),
    [
        ("Мамай и Бокаев", "person:(Мамай OR Бокаев)"),
        ("Мамай, Бокаев", "person:(Мамай OR Бокаев)"),
        ("Мамай; Бокаев", "person:(Мамай OR Бокаев)"),
        ("Мамай мен Бокаев", "person:(Мамай OR Бокаев)"),
        (
            "Zhanbolat Mamay Aidar Mubarakov",
            'person:("Zhanbolat Mamay" OR "Aidar Mubarakov")',
        ),
    ],
)
def test_several_names_of_which_no_event_has_all_find_each(
    archive: Archive, typed: str, both: str
) -> None:
    assert ids(archive, typed) == ids(archive, both) >= naming(MAMAY)
    reading = archive.search(typed).reading
    assert reading is not None
    assert reading.startswith(f"nothing has all of these words; “{typed}” read as {both}")


def test_several_names_that_an_event_has_are_found_together(tmp_path: Path) -> None:
    one, other = targeted("a", "Max Bokayev"), targeted("b", "Zhanbolat Mamay")
    records = [
        event("1", people=[one]),
        event("2", people=[other]),
        event("3", people=[one, other]),
    ]
    with archive_of(records, tmp_path) as small:
        assert ids(small, "Мамай и Бокаев") == {"3"}
        assert small.search("Мамай и Бокаев").reading == "left out: и"


def test_two_surnames_side_by_side_are_two_people(archive: Archive) -> None:
    typed = "Торегожина Бокаев"
    assert ids(archive, typed) == ids(archive, "person:(Торегожина OR Бокаев)") > set()


@pytest.mark.parametrize(
    "typed",
    [
        "Хасан Токаев",
        "Валихан Токаев",
        "Zhumagul Mamay",
        "Нурлан Торегожин",
        "Алия Торегожина",
        "Инна Иманбай",
        "Адам Мусабаев",
        "Мамай Бокаев",
    ],
)
def test_a_given_name_of_somebody_unknown_is_never_passed_over(
    archive: Archive, typed: str
) -> None:
    assert not ids(archive, typed)


@pytest.mark.parametrize("given", ["Адам", "Алия", "Инна", "Мария", "Азамат"])
def test_a_given_name_is_no_kind_of_event(archive: Archive, given: str) -> None:
    assert "kind:" not in (archive.search(given).reading or "")


def test_an_id_finds_nobody_else(archive: Archive) -> None:
    found = {
        one.id
        for one in archive.events()
        if any(person.person == "mubarakov-a" for person in one.people)
    }
    assert ids(archive, "person:mubarakov-a") == found > set()


def test_a_date_beside_a_name_still_holds(archive: Archive) -> None:
    typed = "Мамай оштрафован 16 декабря"
    assert ids(archive, typed) == ids(archive, "person:Мамай date:16.12") > set()
    reading = archive.search(typed).reading
    assert reading is not None
    assert "“Мамай оштрафован” read as person:Мамай" in reading
    assert "“16 декабря” also read as date:" in reading
    days = ids(archive, "Мамай date:2021-12-15..2021-12-17")
    assert ids(archive, "Мамай с 15 по 17 декабря") == days > set()


@pytest.mark.parametrize(
    ("typed", "place", "left_out"),
    [
        ("Актау новости", "Актау", "новости"),
        ("новости Алматы", "Алматы", "новости"),
        ("Жанаозен трагедия", "Жанаозен", "трагедия"),
        ("Zhanaozen massacre", "Zhanaozen", "massacre"),
        ("Степногорск экологи", "Степногорск", "экологи"),
    ],
)
def test_a_word_that_no_account_has_does_not_hide_a_place(
    archive: Archive, typed: str, place: str, left_out: str
) -> None:
    assert ids(archive, typed) == ids(archive, place) > set()
    said = f"nothing has all of these words; left out: {left_out}"
    assert archive.search(typed).reading == said


@pytest.mark.parametrize(
    "typed", ["Алматы жексебаев", "Актау пикет", "Алматы Жексебаев", "президент Казахстана"]
)
def test_a_name_or_what_an_account_may_tell_is_not_left_out_beside_a_place(
    archive: Archive, typed: str
) -> None:
    assert not ids(archive, typed)


def test_a_place_or_a_number_beside_a_name_still_holds(archive: Archive) -> None:
    found = ids(archive, "активист Мубараков Алматы")
    assert found == ids(archive, "person:Мубараков Алматы") > set()
    assert not ids(archive, "Мамай Атырау")
    assert not ids(archive, "активист Мубараков 99999")


@pytest.mark.parametrize(
    "typed",
    [
        "Muchtar Tokajew",
        "Мухтар Токаев",
        "мухтара Токаева",
        "президент Мухтар Токаев",
        "дело Мухтара Токаева",
        "Жанболат Бокаев",
        "Zhanblat Mamay",
        "Ажан Турдиева",
        "Айнур Коскинову",
        "активист Б. Мубараков",
        "Б. Мубараков и zzzz",
    ],
)
def test_nobody_is_shown_for_another_name(archive: Archive, typed: str) -> None:
    assert not ids(archive, typed)


def test_an_initial_among_words_is_a_doubt_that_is_said(archive: Archive) -> None:
    assert ids(archive, "президента К. Токаева") >= naming(TOKAYEV)
    reading = archive.search("президента К. Токаева").reading
    assert reading is not None
    assert "“К. Токаева” may be Tokayev Kassym-Jomart" in reading


# -- Known with an initial only ----------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "Нурсултан Назарбаев",
        "Nursultan Nazarbayev",
        "Нурсултану Назарбаеву",
        "Назарбаев Нурсултан Абишевич",
    ],
)
def test_a_whole_name_finds_who_is_known_with_an_initial_of_it(
    archive: Archive, typed: str
) -> None:
    assert ids(archive, typed) >= naming("nazarbayev-n") > set()
    assert archive.search(typed).reading == f"“{typed}” may be Nazarbayev N."
    assert ids(archive, f'person:"{typed}"') == naming("nazarbayev-n")


def test_another_initial_is_somebody_else(archive: Archive) -> None:
    assert not ids(archive, "Айдар Назарбаев")
    # Who is known by a whole name is not meant by another.
    assert not ids(archive, "Айгуль Мубаракова") & naming("mubarakov-aidar")


# -- Known by a surname only -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "person", "shown"),
    [
        ("Мухтар Аблязов", "ablyazov", "Ablyazov"),
        ("Mukhtar Ablyazov", "ablyazov", "Ablyazov"),
        ("мухтара аблязова", "ablyazov", "Ablyazov"),
        ("Аблязов Мухтар Кабулович", "ablyazov", "Ablyazov"),
        ("Марат Клышев", "klyshev", "Klyshev"),
        ("Барлык Мендыгазиев", "mendygaziev", "Mendygaziev"),
        ("Гулзипа Кусманкызы", "kusmankyzy", "Kusmankyzy"),
    ],
)
def test_a_whole_name_finds_who_is_known_by_the_surname_only(
    archive: Archive, typed: str, person: str, shown: str
) -> None:
    assert ids(archive, typed) == naming(person) > set()
    assert archive.search(typed).reading == f"“{typed}” may be {shown}"
    page = archive.search(f'person:"{typed}"')
    assert {hit.event.id for hit in page.hits} == naming(person)
    assert page.reading == f"“{typed}” may be {shown}"


def test_a_whole_name_finds_besides_who_is_known_with_an_initial_of_it(archive: Archive) -> None:
    both = naming(MUBARAKOV) | naming("mubarakov-a")
    assert ids(archive, "Айдар Мубараков") == both > naming(MUBARAKOV)
    assert archive.search("Айдар Мубараков").reading == "“Айдар Мубараков” may be Mubarakov A."
    assert not ids(archive, "Марат Мубараков")


@pytest.mark.parametrize("typed", ["Жанна Аблязова", "барлык мендыгазиев", "Мухтар Аблязин"])
def test_a_surname_alone_is_nobody_elses(archive: Archive, typed: str) -> None:
    assert not ids(archive, typed)


def test_the_initial_of_a_surname_is_not_that_of_a_given_name(tmp_path: Path) -> None:
    records = [
        event("1", people=[targeted("a", "K. Klyshev")]),
        event("2", people=[targeted("b", "Klyshev")]),
        event("3", people=[targeted("c", "Klyshev"), targeted("c", "B. Klyshev")]),
        event("4", people=[targeted("d", "Klyshev Azamat")]),
    ]
    with archive_of(records, tmp_path) as small:
        assert ids(small, "Марат Клышев") == {"2"}
        assert ids(small, "Кайрат Клышев") == {"1", "2"}
        assert ids(small, "Болат Клышев") == {"2", "3"}
        # No given name, no office: Almaty is neither.
        assert not ids(small, "Алматы Клышев")


# -- Names of three letters --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Владимира Кима", "kim-vladimir"),
        ("Владимиру Киму", "kim-vladimir"),
        ("Владимире Киме", "kim-vladimir"),
        ("Киму", "kim-vladimir"),
        ("Кимом", "kim-vladimir"),
        ("person:Кима", "kim-vladimir"),
        ('"Владимира Кима"', "kim-vladimir"),
        ("Бена Кардина", "cardin-ben"),
        ("Бену Кардину", "cardin-ben"),
        ("Тома Кмиека", "kmiec-tom"),
    ],
)
def test_a_name_of_three_letters_is_found_in_its_cases(
    archive: Archive, typed: str, person: str
) -> None:
    assert naming(person) <= ids(archive, typed)
    assert naming(person)


def test_a_word_of_three_letters_that_is_nobodys_name_has_no_cases(tmp_path: Path) -> None:
    records = [
        event("1", text="Sud i mir."),
        event("2", text="Kim.", people=[targeted("k", "Kim")]),
    ]
    with archive_of(records, tmp_path) as small:
        assert ids(small, "суда") == set()
        assert ids(small, "Киму") == {"2"}
