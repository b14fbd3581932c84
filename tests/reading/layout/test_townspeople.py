"""The town that a sentence names only with its people or offices."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On December 1, residents of Zhanatas held a rally.", "Zhanatas"),
        ("On December 1, Uralsk police detained Serik Ospanov.", "Uralsk"),
        ("On December 1, about forty workers in Kulsary went on strike.", "Kulsary"),
        ("On December 1, subscribers in Zhanaozen were left without internet.", "Zhanaozen"),
        ("1 декабря по всему Рудному у домов дежурили люди в штатском.", "Рудный"),
        ("1 декабря отдел внутренней политики Актобе отказал Серику Оспанову.", "Актобе"),
        ("1 декабря жители Степногорска пришли с гвоздиками к памятнику.", "Степногорск"),
        ("1 декабря полиция Костаная опросила Серика Оспанова.", "Костанай"),
        ("1 декабря акимат Атырау сообщил Серику Оспанову, что площадь занята.", "Атырау"),
        ("1 декабря суд № 2 города Рудного оштрафовал Серика Оспанова.", "Рудный"),
        ("1 декабря Уральский городской суд оправдал Серика Оспанова.", "Уральск"),
        ("1 декабря Карагандинский городской суд оправдал Серика Оспанова.", "Караганда"),
        ("1 декабря суд по административным правонарушениям Атырау оправдал Серика.", "Атырау"),
        ("1 декабря суд № 2 Сарыаркинского района Астаны оправдал Серика Оспанова.", "Астана"),
    ],
)
def test_the_town_of_people_and_offices_is_likely(
    read_text: ReadText, text: str, place: str
) -> None:
    (event,) = read_text(text)
    assert event.place == place
    assert any(doubt.startswith("place: taken from") for doubt in event.uncertain)
    assert all("Степногорск" not in one.name for one in event.people)


def test_a_town_with_its_region_is_the_place(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 1, an appeals panel in Petropavlovsk, North Kazakhstan region, heard the case."
    )
    assert (event.place, event.region) == ("Petropavlovsk", "North Kazakhstan region")
    assert any(doubt.startswith("place: taken from") for doubt in event.uncertain)


@pytest.mark.parametrize(
    "text",
    [
        # Whoever comes from one town may be in another.
        "On December 1, workers of Zhanaozen came to the ministry in Astana.",
        "1 декабря жители Жанаозена и Актау подали жалобу.",
        "1 декабря активистка из Жанаозена Айнагуль Досжан подала жалобу.",
        # A reason, a wish, somebody's words.
        "On December 1, Serik Ospanov was fined for a rally on a square in Almaty.",
        "On December 1, Serik Ospanov appealed to the ministry in Astana.",
        "On December 1, Serik Ospanov said that in Almaty nobody listened.",
        "On December 1, activists of Oyan Qazaqstan held a picket.",
        # The town of an office, or what somebody says of one.
        "On December 1, Serik Ospanov, Akim of Almaty, said that rallies breach public order.",
        "On December 1, a group noted that “the decision by Almaty authorities harms women”.",
        "On December 1, a group called on Kazakhstan to permit a march in Almaty.",
        # A town of this name, or the region.
        "1 декабря Алматинский областной суд оставил приговор в силе.",
    ],
)
def test_a_town_that_may_be_another_is_none(read_text: ReadText, text: str) -> None:
    (event,) = read_text(text)
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "place", "region"),
    [
        (
            "1 декабря жители села Коктал Уйгурского района Алматинской области бастовали.",
            "село Коктал",
            "Алматинская область",
        ),
        (
            "1 декабря жительницы посёлка Мирный Карагандинской области остались без воды.",
            "посёлок Мирный",
            "Карагандинская область",
        ),
        (
            "On December 1, residents of Koktal village, Almaty region, blocked the road.",
            "Koktal village",
            "Almaty region",
        ),
        # They went to a town, or somebody else did something.
        ("1 декабря жители села Коктал пришли к акимату в Алматы.", None, None),
        ("1 декабря стало известно, что жители села Коктал продали землю.", None, None),
        # What was everywhere was nowhere in particular.
        ("1 декабря в Казахстане на три часа отключили связь.", None, None),
        ("On December 1, in Kazakhstan, a newspaper’s website was blocked.", None, None),
        ("1 декабря в Германии обыскали дом Серика Оспанова.", "Германия", None),
    ],
)
def test_a_village_of_which_people_come_is_likely(
    read_text: ReadText, text: str, place: str | None, region: str | None
) -> None:
    (event,) = read_text(text)
    assert (event.place, event.region) == (place, region)
