"""Surnames that stand once, in the plural, for two."""

from __future__ import annotations

import pytest

from zhylnama.reading.names.plural import is_plural, of_one
from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("surname", "given", "own"),
    [
        ("Омаровы", "Серик", "Омаров"),
        ("Омаровы", "Асель", "Омарова"),
        ("Омаровых", "Серика", "Омарова"),
        ("Омаровых", "Динары", "Омаровой"),
        ("Омаровых", "Динару", "Омарову"),
        ("Мухиным", "Глебу", "Мухину"),
        ("Мухиными", "Асель", "Мухиной"),
        ("Левицкие", "Анна", "Левицкая"),
        ("Левицких", "Глеба", "Левицкого"),
        ("Левицких", "Анну", "Левицкую"),
        ("Белые", "Глеб", "Белый"),
        ("Рудые", "Глеб", "Рудой"),
        ("Белые", "Анна", "Белая"),
        ("Кожабеки", "Серик", "Кожабек"),
        # Surnames of their own, whoever bears them.
        ("Черных", "Глеба", "Черных"),
        ("Ким", "Асель", "Ким"),
    ],
)
def test_the_surname_of_one(surname: str, given: str, own: str) -> None:
    assert of_one(surname, given) == own
    assert is_plural(surname) == (own != surname)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Анну и Глеба Гурьевых оштрафовали", ["Анна Гурьева", "Глеб Гурьев"]),
        ("с Айгуль и Марата Гурьевых взыскали штраф", ["Айгуль Гурьева", "Марат Гурьев"]),
        ("Айгуль и Марату Гурьевым отказали", ["Айгуль Гурьева", "Марат Гурьев"]),
        ("суд над Мариной и Олегом Зотовыми отложен", ["Марина Зотова", "Олег Зотов"]),
        ("Дине и Асель Левицким вынесено решение", ["Дина Левицкая", "Асель Левицкая"]),
        ("Анна и Глеб Рудые вышли на пикет", ["Анна Рудая", "Глеб Рудой"]),
        ("Ерлана и Асель Ким задержали", ["Ерлан Ким", "Асель Ким"]),
        # Somebody else stands before, in another case.
        ("мама Серика и Берик Омаров пришли", ["Берик Омаров"]),
    ],
)
def test_both_bear_it(reader: ReportReader, text: str, names: list[str]) -> None:
    found = reader.people.read(f"5 декабря, Алматы, {text}.", 17).people
    assert [one.nominative for one in found] == names
    assert not any(one.doubts for one in found)
