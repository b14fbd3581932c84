"""Names that are told apart without a comparison are two people's by a comparison, too."""

from __future__ import annotations

import pytest
from tests.names.tables import read_pairs

from zhylnama.names.identity import Likeness, compare_names
from zhylnama.names.unlike import are_unlike, pair_of


@pytest.mark.parametrize("table", ["same", "likely", "different"])
def test_no_name_is_told_apart_that_a_comparison_does_not(table: str) -> None:
    wrong = [
        pair
        for pair in read_pairs(table)
        if are_unlike(pair_of(pair.one), pair_of(pair.other))
        and compare_names(pair.one, pair.other).likeness is not Likeness.DIFFERENT
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other", "unlike"),
    [
        ("Marat Isabekov", "Marat Omarov", True),
        ("Марат Исабеков", "Omarov Marat", True),
        ("Marat Isabekov", "Марат Исабеков", False),
        ("Marat Isabekov", "Isabekova Marat", False),
        ("Marat Isabekov", "M. Omarov", False),
        ("Marat Isabekov", "Omarov", False),
        ("Marat Isabekov Serikovich", "Marat Omarov", False),
    ],
)
def test_what_is_told_apart(one: str, other: str, unlike: bool) -> None:
    assert are_unlike(pair_of(one), pair_of(other)) is unlike


def test_most_names_of_two_words_are_told_apart() -> None:
    names = sorted({pair.one for pair in read_pairs("different")})
    pairs = [pair for name in names if (pair := pair_of(name)) is not None][:60]
    told = [are_unlike(a, b) for i, a in enumerate(pairs) for b in pairs[:i]]
    assert sum(told) > 0.9 * len(told)
