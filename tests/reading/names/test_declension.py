"""Russian names in another case."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.names.declension import nominatives


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [
        ("Вербицкой", "Вербицкая"),
        ("Бережной", "Бережная"),
        ("Ковальчуку", "Ковальчук"),
        ("Жубанышевой", "Жубанышева"),
        ("Мусабаева", "Мусабаев"),
    ],
)
def test_nominative_is_among_the_forms(printed: str, nominative: str) -> None:
    assert nominative in [form for form, _ in nominatives(printed)]


def test_a_name_that_ends_in_u_is_whole() -> None:
    assert nominatives("Толеу") == ()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "14 декабря в Алматы отказали в пикете Г. Жубанышевой, Т. Ажигалиеву и П. Сидоркину.",
            ["zhubanysheva-g", "azhigaliev-t", "sidorkin-p"],
        ),
        (
            "14 декабря в Алматы суд арестовал Айжамал Тойшыбекову на 10 суток за пикет.",
            ["toyshybekova-ayzhamal"],
        ),
        (
            "14 декабря в Алматы суд арестовал Ибрагима Насирова на 10 суток за пикет.",
            ["nasirov-ibragim"],
        ),
        ("14 декабря в Алматы Нурым Сагиев объявил голодовку.", ["sagiev-nurym"]),
    ],
)
def test_identity_comes_from_the_nominative(read_text: ReadText, text: str, ids: list[str]) -> None:
    (event,) = read_text(text)
    assert [one.person for one in event.people] == ids
