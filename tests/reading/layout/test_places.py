"""Where an event was."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("opening", "place", "region"),
    [
        ("On December 1, in Aktau, people", "Aktau", None),
        ("December 14, Almaty, people", "Almaty", None),
        ("On December 5, in Talgar city, people", "Talgar", None),
        (
            "On December 1, in Mangistau region, Tupkaragan district, people",
            "Tupkaragan district",
            "Mangistau region",
        ),
        ("On December 6, in Aksu, Pavlodar region, people", "Aksu", "Pavlodar region"),
        ("On December 15 in Almaty people", "Almaty", None),
        ("1 декабря в Шымкенте люди", "Шымкент", None),
        ("1 декабря, Мангистауская область, Жанаозен, люди", "Жанаозен", "Мангистауская область"),
        ("1 декабря в Актюбинской области, в Хромтау, люди", "Хромтау", "Актюбинская область"),
        ("DEC. 2, 2021 — ALMATY — people", "Almaty", None),
        ("DEC. 2, 2021 — ATYRAU Region — people", "Atyrau region", None),
        (
            "DEC. 2, 2021 — UST-KAMENOGORSK, EAST KAZAKHSTAN REGION — people",
            "Ust-Kamenogorsk",
            "East Kazakhstan region",
        ),
        ("DEC. 2-3, 2021 — SHYMKENT / TARAZ — people", "Shymkent and Taraz", None),
        ("December 2, Almaty, Medeu district, people", "Almaty", None),
        ("December 10, Astana and Almaty, on Human Rights Day, people", "Astana and Almaty", None),
        ("On December 5, in Astana, Aktau and Taraz, the fines", "Astana, Aktau and Taraz", None),
        ("On December 5, in the cities of Astana and Taraz, people", "Astana and Taraz", None),
        ("5 декабря в Астане, Актау и Таразе прошли пикеты", "Астана, Актау и Тараз", None),
        ("On December 5, in Aktau, Astana and Taraz courts met", "Aktau", None),
        ("5 декабря, в день выборов, в Алматы люди", "Алматы", None),
        ("DEC. 2, 2021 — MANGISTAU REGION — In Zhanaozen, people", "Zhanaozen", "Mangistau region"),
        (
            "13 декабря, с. Баянауыл, Павлодарская область, люди",
            "село Баянауыл",
            "Павлодарская область",
        ),
        ("December 2, New York, USA, people", "New York", "USA"),
        ("December 3, Zhanbolat Mamay said to people", None, None),
        ("December 22, Kaharman Human Rights Foundation told people", None, None),
    ],
)
def test_places(read_text: ReadText, opening: str, place: str | None, region: str | None) -> None:
    (event,) = read_text(f"{opening} gathered and demanded higher wages.")
    assert (event.place, event.region) == (place, region)
    assert not [doubt for doubt in event.uncertain if doubt.startswith("place:")]


@pytest.mark.parametrize(
    ("opening", "place", "doubt"),
    [
        ("On December 7, in Alamaty,", "Almaty", "the report writes “Alamaty”; read as Almaty"),
        ("On December 7, in Xyztown,", "Xyztown", "“Xyztown” is not in the gazetteer"),
        (
            "December 7, Shymkent, Taraz,",
            "Shymkent and Taraz",
            "several places stand after the date",
        ),
        ("On December 7, the Almaty city akimat refused and", "Almaty", "taken from"),
    ],
)
def test_what_is_not_sure_says_so(
    read_text: ReadText, opening: str, place: str, doubt: str
) -> None:
    (event,) = read_text(f"{opening} people gathered and demanded higher wages.")
    assert event.place == place
    assert any(doubt in one for one in event.uncertain)


def test_a_town_that_somebody_only_speaks_of_is_no_place_of_the_event(read_text: ReadText) -> None:
    (event,) = read_text("On December 7, the union called on the state to allow a rally in Almaty.")
    assert event.place is None
