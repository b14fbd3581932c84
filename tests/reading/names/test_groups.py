"""Which names are one list, and what a name hangs on."""

from __future__ import annotations

import pytest

from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Marat Isabekov, Serik Ivanov and Dina Omarova were fined", [[0, 1, 2]]),
        ("Marat Isabekov and his wife Dina Omarova were fined", [[0, 1]]),
        ("Marat Isabekov was fined by judge Dina Omarova", [[0], [1]]),
        ("father of Serik Ivanov, Marat Isabekov, was fined", [[0], [1]]),
        ("Marat Isabekov, Dina Omarova; Serik Ivanov was arrested", [[0, 1], [2]]),
        ("At the request of prosecutor Marat Isabekov, Serik Ivanov was arrested", [[0], [1]]),
    ],
)
def test_lists(reader: ReportReader, text: str, lists: list[list[int]]) -> None:
    assert [group.people for group in reader.people.read(text).groups] == lists


def test_what_a_name_hangs_on(reader: ReportReader) -> None:
    found = reader.people.read("The wife of activist Marat Isabekov came. Serik Ivanov waited.")
    assert [mention.governed for mention in found.mentions] == ["of", None]
