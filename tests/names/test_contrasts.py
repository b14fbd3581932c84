"""Letters that fold alike and part two names: never surely one, and still found."""

from __future__ import annotations

import pytest

from zhylnama.names.contrasts import are_told_apart
from zhylnama.names.identity import Likeness, compare_names, name_keys

APART = [
    ("Yudakov", "Удаков"),
    ("Yurbanov", "Урбанов"),
    ("Byudanov", "Буданов"),
    ("Tiulin", "Тулин"),
    ("Lyagov", "Лагов"),
    ("Ishchin", "Ишин"),
    ("Moshhenko", "Мошенко"),
    ("Bykin", "Бикин"),
    ("Dymin", "Димин"),
    ("Rikov", "Рыков"),
    ("Gaytov", "Гаитов"),
    ("Chernyshyov", "Чернышов"),
    ("Caj", "Чай"),
    ("Yudakov", "Udakov"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_letters_that_part_two_surnames(one: str, other: str) -> None:
    assert are_told_apart(one, other)
    assert are_told_apart(other, one)
    assert compare_names(f"Marat {one}", f"Марат {other}").likeness is Likeness.MAY_BE
    assert set(name_keys(one)) & set(name_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yudakov", "Юдаков"),
        ("Iudakov", "Yudakov"),
        ("Ludmila", "Людмила"),
        ("Kamila", "Камиля"),
        ("Yusupov", "Юсупов"),
        ("Dyuysenov", "Дүйсенов"),
        ("Scherbina", "Щербина"),
        ("Yuldashhojaev", "Юлдашходжаев"),
        ("Sagintayev", "Сагынтаев"),
        ("Rahymzhanov", "Рақымжанов"),
        ("Kassymov", "Касымов"),
        ("Zimmermann", "Циммерман"),
        ("Zhanna", "Жанна"),
        ("Gorbachov", "Горбачёв"),
        ("Victor", "Виктор"),
        ("Kuznecov", "Кузнецов"),
        ("Onggharsyn", "Онгарсын"),
        ("Galiullin", "Галиуллин"),
        ("Qylyshev", "Клышев"),
        ("Kolasov", "Колясов"),
        ("Tulegenova", "Tyulegenova"),
        ("Mashenko", "Мащенко"),
        ("Nigmatulin", "Нигматуллин"),
        ("Balgimbayev", "Балгымбаев"),
    ],
)
def test_letters_that_are_one_name_in_two_spellings(one: str, other: str) -> None:
    assert not are_told_apart(one, other)
    assert not are_told_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Èrik", "Ерик"),
        ("Yerik", "Эрик"),
        ("Yulan", "Улан"),
        ("Yusman", "Усман"),
    ],
)
def test_given_names_that_are_two(one: str, other: str) -> None:
    assert are_told_apart(one, other)


def test_a_hand_with_marks_leaves_no_c_without_one() -> None:
    assert compare_names("Vitalij Lukjanovič Coj", "Виталий Цой").likeness is Likeness.SAME
    assert compare_names("Vitalij Coj", "Виталий Чой").likeness is Likeness.MAY_BE


def test_a_declined_name_is_told_apart_as_well() -> None:
    assert compare_names("Удакову Олегу", "Oleg Yudakov").likeness is Likeness.MAY_BE
    assert compare_names("Юдакову Олегу", "Oleg Yudakov").likeness is Likeness.SAME
