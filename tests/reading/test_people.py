"""Names in any order, and what is no name; identities taken, proposed and new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.conftest import ReadText

from zhylnama.reading.identities import Known, slug
from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    "word",
    ["Activist", "Earlier", "Widow", "Imam", "Активист", "Ранее", "Брат", "Арестован", "Судья"],
)
def test_a_word_that_begins_a_sentence_is_no_part_of_the_name(
    reader: ReportReader, word: str
) -> None:
    name = "Marat Isabekov" if word.isascii() else "Марат Исабеков"
    found = reader.people.read(f"A rally was held. {word} {name} was there.", 0)
    assert [one.name for one in found.people] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mamay Zhanbolat was fined.", ["Mamay Zhanbolat"]),
        ("activists Kendzhibekov Aset and Matai Almaz", ["Kendzhibekov Aset", "Matai Almaz"]),
        (
            "A. Mubarakov, A. Akisheva, M. Zhylanbaev",
            ["A. Mubarakov", "A. Akisheva", "M. Zhylanbaev"],
        ),
        ("Utebaev B. and Eskendirova M. to hold", ["Utebaev B.", "Eskendirova M."]),
        ("brothers A. and S. Ivanov were fined", ["A. Ivanov", "S. Ivanov"]),
        ("the brothers Serik and Berik Ivanov", ["Serik Ivanov", "Berik Ivanov"]),
        ("Dzhumabekov Nurlan Serikovich, Article 272", ["Dzhumabekov Nurlan Serikovich"]),
        ("SADYKOV Marat was detained", ["SADYKOV Marat"]),
        ("President K. Tokayev signed the law", ["K. Tokayev"]),
        ("Majilis Speaker Nigmatullin’s visit", ["Nigmatullin"]),
        ("MEP Róża Thun and Canadian MP Tom Kmiec", ["Róża Thun", "Tom Kmiec"]),
        ("a rally on Valikhanov Square and Nazarbayev Street", []),
        ("the Medeu District Court and the Astana Inter Hotel", []),
        ("the Ministry of Information and Public Development", []),
        ("in Nur-Sultan, Almaty Region and East Kazakhstan", []),
        ("активиста Марата Мусабаева вызвали", ["Марата Мусабаева"]),
    ],
)
def test_names(reader: ReportReader, text: str, names: list[str]) -> None:
    found = reader.people.read(f"On December 5, {text}", 14)
    assert [one.name for one in found.people] == names


def test_one_person_named_twice_appears_once(reader: ReportReader) -> None:
    found = reader.people.read(
        "Yerulan Amirov was moved. Amirov Yerulan is charged; Yerulan’s case …"
    )
    assert [one.name for one in found.people] == ["Yerulan Amirov"]
    assert len(found.mentions) == 3


@pytest.mark.parametrize(
    ("text", "nominative"),
    [
        ("суд оштрафовал Серика Айдарбекова", "Серик Айдарбеков"),
        ("для Жанары Балгабаевой", "Жанара Балгабаева"),
        ("суд над Шаймерденовой Л.", "Шаймерденова Л."),
        ("акимат отказал Е. Винокурову в пикете", "Е. Винокуров"),
        ("полиция задержала А. Мусину", "А. Мусина"),
        ("суд заменил Рихтеру Андрею срок", "Рихтер Андрей"),
        ("правозащитница Бахыт Торгаева заявила", "Бахыт Торгаева"),
        ("Асель Мусабаева вышла на пикет", "Асель Мусабаева"),
    ],
)
def test_russian_cases(reader: ReportReader, text: str, nominative: str) -> None:
    (one,) = reader.people.read(text).people
    assert one.nominative == nominative


def test_a_sure_match_is_taken(read_text: ReadText) -> None:
    known = Known("mamay-zhanbolat", "Mamay Zhanbolat", sure=True, why="the same name")
    (event,) = read_text("On December 5, in Almaty, Mamay Zhanbolat was detained.", known=(known,))
    assert event.people[0].person == "mamay-zhanbolat"
    assert not event.uncertain


def test_a_likely_match_is_proposed_and_kept_apart(read_text: ReadText) -> None:
    known = Known("mubarakov-aidar", "A. Mubarakov", sure=False, why="an initial stands for a name")
    (event,) = read_text("On December 5, in Almaty, A. Mubarakov was detained.", known=(known,))
    assert event.people[0].person == "mubarakov-a"
    assert "“A. Mubarakov” may be mubarakov-aidar" in event.uncertain[0]


def test_a_new_id_is_never_that_of_somebody_else(read_text: ReadText) -> None:
    known = Known("mubarakov-a", "somebody", sure=True, why="identity")
    (event,) = read_text("On December 5, in Almaty, A. Mubarakov was detained.", known=(known,))
    assert event.people[0].person == "mubarakov-a-2"


def test_one_name_is_one_identity_in_a_report(read_text: ReadText) -> None:
    first, second, other = read_text(
        "On December 5, in Almaty, Serik Ivanov was detained.",
        "On December 6, in Almaty, Ivanov Serik was released.",
        "On December 7, in Almaty, Serik Petrov was detained.",
    )
    assert first.people[0].person == second.people[0].person == "ivanov-serik"
    assert other.people[0].person == "petrov-serik"


def test_roles(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 5, in Astana, Minister of Justice Marat Beketayev said that "
        "human rights activist Bakhytzhan Toregozhina was detained."
    )
    assert [(a.name, a.role) for a in event.people] == [
        ("Marat Beketayev", "official"),
        ("Bakhytzhan Toregozhina", "targeted"),
    ]


@given(st.text(max_size=80))
def test_ids_have_the_form_of_ids(name: str) -> None:
    made = slug(name)
    assert made.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""
    assert not made.startswith("-")
