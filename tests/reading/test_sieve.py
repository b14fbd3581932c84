"""What a text may hold, told by its words: nothing that it holds is missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.sieve import Remembered, Sieve

STRINGS = ("fine", "arrest", "ст.", "and its ", "in", "лишени", "/", "т")


@given(st.text(alphabet="aefinrst .,с т/", max_size=60))
def test_no_string_that_a_text_holds_is_missed(text: str) -> None:
    sieve: Sieve[str] = Sieve()
    for string in STRINGS:
        sieve.add(string, [string])
    possible = sieve.possible(text)
    assert not [string for string in STRINGS if string in text and string not in possible]
    assert possible == [string for string in STRINGS if string in possible]


def test_what_a_text_does_not_hold_is_not_told() -> None:
    sieve: Sieve[str] = Sieve()
    sieve.add("a fine", ["fine", "штраф"])
    sieve.add("an arrest", ["arrest"])
    assert sieve.possible("He was fined, and rested.") == ["a fine"]
    assert sieve.possible("(оштрафован)") == ["a fine"]


def test_what_several_have_is_told_of_each() -> None:
    sieve: Sieve[int] = Sieve()
    sieve.add(1, ["fine", "warn"])
    assert sieve.possible("a warning") == [1]
    sieve.add(2, ["warn"])
    assert sieve.possible("a warning") == [1, 2]
    assert sieve.possible("a fine") == [1]


def test_a_blank_string_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        Sieve[int]().add(1, ["fine", " "])


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = Remembered(length)
    assert list(map(known.__getitem__, ("fine", "a", "fine"))) == [4, 1, 4]
    assert asked == ["fine", "a"]
