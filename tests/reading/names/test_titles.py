"""The words that say who somebody is."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("lawyer Marat Isabekov was fined", {"lawyer"}),
        ("Marat Isabekov, a journalist of “Uralskaya Nedelya”, was fined", {"journalist"}),
        ("the head of the department, Marat Isabekov, said", {"official"}),
        ("political prisoners: Marat Isabekov, Serik Ivanov", {"prisoner"}),
        ("Marat Isabekov was fined", set()),
    ],
)
def test_words_beside_a_name(reader: ReportReader, text: str, roles: set[str]) -> None:
    assert reader.people.read(text).people[0].roles == roles


def test_an_office_is_told_by_its_title(reader: ReportReader) -> None:
    titles = reader.people.titles
    assert titles.holds_office(("Minister of Justice",))
    assert not titles.holds_office(("journalist", "Justice of the peace"))


def test_roles(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 5, in Astana, Minister of Justice Marat Beketayev said that "
        "human rights activist Bakhytzhan Toregozhina was detained."
    )
    assert [(a.name, a.role) for a in event.people] == [
        ("Marat Beketayev", "official"),
        ("Bakhytzhan Toregozhina", "targeted"),
    ]
