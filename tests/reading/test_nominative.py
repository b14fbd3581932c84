"""Russian names in another case."""

from __future__ import annotations

import pytest

from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("text", "nominative"),
    [
        ("суд оштрафовал Серика Айдарбекова", "Серик Айдарбеков"),
        ("для Жанары Балгабаевой", "Жанара Балгабаева"),
        ("суд над Шаймерденовой Л.", "Шаймерденова Л."),
        ("акимат отказал Е. Винокурову в пикете", "Е. Винокуров"),
        ("полиция задержала А. Мусину", "А. Мусина"),
        ("суд заменил Рихтеру Андрею срок", "Рихтер Андрей"),
        ("правозащитница Бахыт Торгаева заявила", "Бахыт Торгаева"),
        ("Асель Мусабаева вышла на пикет", "Асель Мусабаева"),
    ],
)
def test_russian_cases(reader: ReportReader, text: str, nominative: str) -> None:
    (one,) = reader.people.read(text).people
    assert one.nominative == nominative
