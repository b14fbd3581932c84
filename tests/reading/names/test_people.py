"""The people of a paragraph, each once."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.names import people
from zhylnama.reading.report import ReportReader


def test_one_person_named_twice_appears_once(reader: ReportReader) -> None:
    found = reader.people.read(
        "Yerulan Amirov was moved. Amirov Yerulan is charged; Yerulan’s case …"
    )
    assert [one.name for one in found.people] == ["Yerulan Amirov"]
    assert len(found.mentions) == 3


def test_a_surname_alone_is_who_has_it_in_full_later(reader: ReportReader) -> None:
    found = reader.people.read("Isabekov was fined. The same day Marat Isabekov was detained.")
    assert [one.name for one in found.people] == ["Marat Isabekov"]
    assert [(m.name, m.who) for m in found.mentions] == [("Isabekov", 0), ("Marat Isabekov", 0)]


def test_a_surname_alone_may_stand_in_another_case(reader: ReportReader) -> None:
    found = reader.people.read(
        "На митинге задержали Бакыта Мусина и Дину Утепову. Мусин арестован, Утепова оштрафована."
    )
    assert [one.nominative for one in found.people] == ["Бакыт Мусин", "Дина Утепова"]
    assert [m.who for m in found.mentions] == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ann Lee was summoned. Judge Bo Moe held a session without Lee A., who was ill.", 2),
        ("A. Lee snatched a phone. Later Lee A. was fined.", 1),
        ("A. Lee and Ann Lee were detained.", 2),
        ("A. Lee was detained. Ann Lee and Alma Lee came to the police.", 3),
        ("M. Torekhan was fined. Later Maral Torekhan was released.", 1),
    ],
)
def test_an_initial_stands_for_the_only_name_that_fits(
    read_text: ReadText, text: str, number: int
) -> None:
    (event,) = read_text(f"On December 3, in Almaty, {text}")
    assert len({one.person for one in event.people}) == number


def test_another_surname_in_brackets_is_the_same_person(reader: ReportReader) -> None:
    found = reader.people.read("the candidate Laura Sultan (Omarova) was questioned")
    assert [one.name for one in found.people] == ["Laura Sultan"]
    assert [mention.name for mention in found.mentions] == ["Laura Sultan", "Omarova"]


def test_of_many_who_share_a_given_name_few_are_compared(
    reader: ReportReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def compared(one: str, other: str) -> bool:
        asked.append((one, other))
        return False

    def work(number: int) -> int:
        asked.clear()
        names = ", ".join(f"Serik {_surname(n)}" for n in range(number))
        assert len(reader.people.read(f"In Almaty, {names} were detained.").people) == number
        return len(asked)

    monkeypatch.setattr(people, "_is_same", compared)
    # Four times the names are four times the work, and not sixteen times.
    assert work(800) < 6 * work(200)


def _surname(number: int) -> str:
    letters = "bdgklmnprst"
    syllables = [
        letters[number // 11**power % 11] + vowel for power, vowel in enumerate("aeiou"[:3])
    ]
    return "".join(syllables).capitalize() + "baev"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "мать осуждённого Павла Кравцова Людмила Кравцова сообщила, что её сына избили.",
            ["Павел Кравцов", "Людмила Кравцова"],
        ),
        (
            "адвокат осуждённого Павла Кравцова Людмила Петрова подала жалобу.",
            ["Павел Кравцов", "Людмила Петрова"],
        ),
        (
            "задержали жену осуждённого Павла Кравцова Людмилу Кравцову.",
            ["Павел Кравцов", "Людмила Кравцова"],
        ),
    ],
)
def test_of_two_in_a_row_the_second_stands_in_a_case_of_its_own(
    reader: ReportReader, text: str, names: list[str]
) -> None:
    assert [one.nominative for one in reader.people.read(text).people] == names


def test_a_park_is_nobody(reader: ReportReader) -> None:
    assert not reader.people.read("They met in the Zhambyl Park.").people
    assert [one.name for one in reader.people.read("with Elena Park").people] == ["Elena Park"]
