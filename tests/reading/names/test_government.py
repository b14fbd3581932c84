"""What the words around a name ask of it."""

from __future__ import annotations

import pytest

from zhylnama.files import resources_folder
from zhylnama.reading.names.government import Government


@pytest.fixture(scope="module")
def government() -> Government:
    return Government(resources_folder() / "reading")


@pytest.mark.parametrize(
    ("text", "cases", "sex"),
    [
        ("суд оштрафовал N", {"acc"}, None),
        ("задержали вчера на 3 часа N", {"acc"}, None),
        ("оштрафована N", {"nom"}, "f"),
        ("освобождён N", {"nom"}, "m"),
        ("суд назначил N", {"dat"}, None),
        ("отказано N", {"dat"}, None),
        ("у N", {"gen"}, None),
        ("в отношении N", {"gen"}, None),
        ("суд над N", {"ins"}, None),
        ("приговор N", {"dat", "gen"}, None),
        ("известную экоактивистку N", {"acc"}, "f"),
        ("редактору газеты «Дала» N", {"dat"}, "m"),
        ("жительница города N", {"nom"}, "f"),
        ("его жену N", {"acc"}, "f"),
        ("жена N", {"nom", "gen"}, None),
        ("отказали в одиночном пикете N", {"dat", "gen"}, None),
        ("сестра погибшего в январе N", {"gen", "acc"}, "m"),
        ("N вышла на площадь", {"nom"}, "f"),
        ("N, обвиняемого по статье 174", {"gen", "acc"}, "m"),
        ("N, которой отказали", set(), "f"),
        ("N вынесено предупреждение", {"dat"}, None),
        ("N грозит три года", {"dat"}, None),
        ("N назначен директором", {"nom"}, "m"),
        ("арест N продлён", {"dat", "gen"}, None),
        ("письмо, написанное N", {"ins"}, None),
        ("жене N", {"dat", "gen", "pre"}, None),
        ("коллеги N", {"gen"}, None),
        ("среди них N", set(), None),
        ("1 декабря, N", set(), None),
    ],
)
def test_demands(government: Government, text: str, cases: set[str], sex: str | None) -> None:
    at = text.index("N")
    found = government.demand(text, at, at + 1, alone=True)
    assert (set(found.cases), found.sex or None) == (cases, sex)


def test_a_verb_behind_the_name_may_be_said_of_somebody_else(government: Government) -> None:
    text = "о задержании N сообщил адвокат"
    at = text.index("N")
    assert government.demand(text, at, at + 1).subject == "m"
