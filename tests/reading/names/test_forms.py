"""The forms of a word of a Cyrillic name."""

from __future__ import annotations

import pytest

from zhylnama.reading.names.forms import NEVER, like, turned, undeclined


@pytest.mark.parametrize(
    ("printed", "nominative", "form"),
    [
        ("нурлыбаю", "нурлыбай", "dat m"),
        ("льва", "лев", "acc m"),
        ("кравцу", "кравец", "dat m"),
        ("нагорного", "нагорный", "gen m"),
        ("толстому", "толстой", "dat m"),
        ("вербицкой", "вербицкая", "gen f"),
        ("омаровой", "омарова", "ins f"),
        ("ильи", "илья", "gen m"),
        ("ковалем", "коваль", "ins m"),
        ("дмитрии", "дмитрий", "pre m"),
    ],
)
def test_a_form_comes_from_its_nominative(printed: str, nominative: str, form: str) -> None:
    assert form in dict(turned(printed))[nominative]


def test_no_form_of_a_surname_is_that_of_another_kind() -> None:
    assert "омарова" not in dict(turned("омарове"))
    assert "омаров" not in dict(turned("омаровом"))
    assert "нагорний" not in dict(turned("нагорного"))


@pytest.mark.parametrize(
    ("word", "forms"),
    [("омаров", {"nom m"}), ("омарова", {"nom f"}), ("толстой", {"nom m"})],
)
def test_russian_surnames_are_declined(word: str, forms: set[str]) -> None:
    assert undeclined(word) == forms


def test_a_woman_keeps_a_surname_that_ends_in_a_consonant_and_all_keep_a_vowel() -> None:
    assert {"gen f", "dat f", "nom m"} <= undeclined("нурлан")
    assert "gen m" not in undeclined("нурлан")
    assert {"gen m", "dat f"} <= undeclined("сатыбалды")


@pytest.mark.parametrize("word", ["бектемиру", "мамаю", "омаровой", "мухиным", "донскому"])
def test_what_no_nominative_ends_in(word: str) -> None:
    assert NEVER.search(word)
    assert not NEVER.search("толеу")


def test_capitals_stay() -> None:
    assert like("Касым-Жомарта", "касым-жомарт") == "Касым-Жомарт"
    assert like("ОМАРОВУ", "омаров") == "ОМАРОВ"
