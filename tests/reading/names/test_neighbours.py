"""Names that only the names around them tell."""

from __future__ import annotations

import pytest

from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("brothers A. and S. Ivanov were fined", ["A. Ivanov", "S. Ivanov"]),
        ("the brothers Serik and Berik Ivanov", ["Serik Ivanov", "Berik Ivanov"]),
        ("S. Umarov, A. Ten and D. Bek were fined", ["S. Umarov", "A. Ten", "D. Bek"]),
        ("A. Umarov was fined; his wife Umarova Laylim waited", ["A. Umarov", "Umarova Laylim"]),
        ("Quiu Tsunx was detained on the square", ["Quiu Tsunx"]),
        ("Quiu Tsunx, a bookshop of the old town", []),
    ],
)
def test_names_told_by_their_neighbours(reader: ReportReader, text: str, names: list[str]) -> None:
    found = reader.people.read(f"On December 5, {text}", 14)
    assert [one.name for one in found.people] == names


def test_one_word_means_who_has_it_in_full(reader: ReportReader) -> None:
    found = reader.people.read("Aset Quiu was detained. Quiu’s lawyer came to Quiu street.", 0)
    assert [(m.name, m.who) for m in found.mentions] == [("Aset Quiu", 0), ("Quiu", 0)]
