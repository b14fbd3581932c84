"""Who of two people is `he` and who is `she`."""

from __future__ import annotations

import pytest

from zhylnama.reading.names.named import Named, Somebody
from zhylnama.reading.names.sexes import carried_over, sex_of, who_is


def named(*names: str) -> Named:
    return Named([Somebody(name, name) for name in names], [], [])


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Dana Orazova", "f"),
        ("Оразова Д.", "f"),
        ("Батима Оразқызы", "f"),
        ("Arman Seitkaliyev", "m"),
        ("Серик Нурланулы", "m"),
        ("Левицкий О.", "m"),
        # Given names, and surnames without an ending, are borne by both.
        ("Arman Seitkali", None),
        ("Осень", None),
        # What contradicts itself tells nothing.
        ("Orazova Serikuly", None),
    ],
)
def test_the_sex_that_a_name_tells(name: str, sex: str | None) -> None:
    assert sex_of(Somebody(name, name)) == sex


def test_it_is_enough_to_know_one_of_two_where_both_are_spoken_of() -> None:
    two = named("Arman Seitkali", "Dana Orazova")
    said = "he got 15 days, she a fine"
    assert who_is("she", [0, 1], two, said) == 1
    assert who_is("he", [0, 1], two, said) == 0


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (("Arman Seitkali", "Dana Orazova"), "she got a fine"),  # Arman may be a woman
        (("Aliya Bekova", "Dana Orazova"), "she got a fine"),
        (("Arman Seitkali", "Serik Nurlan"), "he got 15 days, she a fine"),
        (("Dana Orazova", "Oleg Petrov", "Serik Nurlan"), "he got 15 days, she a fine"),
    ],
)
def test_nobody_is_guessed(people: tuple[str, ...], said: str) -> None:
    assert who_is("she", list(range(len(people))), named(*people), said) is None


@pytest.mark.parametrize(
    ("names", "text", "word"),
    [
        (["Dana Orazova"], ", she was fined.", "she"),
        (["Arman Seitkali"], " the court fined him again.", "him"),
        (["Оразова Д."], ", её отпустили.", "её"),
        # Somebody else's: another sex, a relative, one of two.
        (["Dana Orazova"], ", he was fined.", None),
        (["Arman Seitkali"], ", his wife was fined.", None),
        (["Оразова Д."], ", её мать оштрафовали.", None),
        (["Dana Orazova", "Arman Seitkali"], ", she was fined.", None),
        (["Dana Orazova"], ", the court of appeal met.", None),
    ],
)
def test_a_pronoun_at_the_beginning_is_the_only_one_of_the_event_before(
    names: list[str], text: str, word: str | None
) -> None:
    found = carried_over(named(*names).people, text, 0)
    assert (found.mentions[0].name if found else None) == word
    if found:
        assert found.people[0].name == names[0]
        assert "of the event before" in found.people[0].doubts[0]
