"""A name is written by one table: readings of another are left out where names are compared."""

from __future__ import annotations

import pytest

from zhylnama.names.hands import (
    FRENCH,
    GERMAN,
    OF_2017,
    OF_GOST,
    SCHOLAR,
    hands_of,
    readings_by,
)
from zhylnama.names.identity import Likeness, compare_names


@pytest.mark.parametrize(
    ("name", "hands"),
    [
        ("Anton Jarikow", {GERMAN}),
        ("Zhanna Iwanow", set()),
        ("Nourlan Kochanov", {FRENCH}),
        ("Nourlan Zhakupov", set()),
        ("Šamil Jakupov", {SCHOLAR}),
        ("Da'y'ir Jumag'ulov", {OF_2017}),
        ("Sy`rchin Yury", {OF_GOST}),
        ("Марат Жариков", set()),
    ],
)
def test_the_hands_that_a_name_shows(name: str, hands: set[str]) -> None:
    assert hands_of(tuple(name.split())) == hands


@pytest.mark.parametrize(
    ("foreign", "name", "another"),
    [
        ("Anton Jarikow", "Антон Яриков", "Антон Жариков"),
        ("Nourlan Kouchkov", "Нурлан Кушков", "Нурлан Кучков"),
        ("Maksim Žukov Jamin", "Максим Жуков Ямин", "Максим Жуков Жамин"),
        ("Pawel Sawelow", "Павел Савелов", "Павел Сауелов"),
        ("Mai'ra Sy'rbaeva", "Майра Сурбаева", "Майра Сырбаева"),
        ("Zhanna Sy`rbaeva", "Жанна Сырбаева", "Жанна Сурбаева"),
    ],
)
def test_no_name_is_read_by_two_tables(foreign: str, name: str, another: str) -> None:
    assert compare_names(foreign, name).likeness is Likeness.SAME
    assert compare_names(foreign, another).likeness is not Likeness.SAME


def test_a_given_name_stays_in_another_hand() -> None:
    assert compare_names("Oljas Bektenow", "Олжас Бектенов").likeness is Likeness.SAME


def test_readings_are_all_left_where_no_hand_shows() -> None:
    assert set(readings_by("Maxat")) == {"mahat", "maksat"}
