"""Strings told by the words of a text: none that it holds is missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.sieve import Sieve

STRINGS = ("fine", "arrest", "ст.", "and its ", "in", "лишени", "/", "т")


@given(st.text(alphabet="aefinrst .,с т/", max_size=60))
def test_no_string_that_a_text_holds_is_missed(text: str) -> None:
    sieve = Sieve()
    bits = [sieve.any_of([string]) for string in STRINGS]
    for string, bit in zip(STRINGS, bits, strict=True):
        assert sieve.held(text) & bit or string not in text


def test_what_a_text_does_not_hold_is_not_told() -> None:
    sieve = Sieve()
    fine, arrest = sieve.any_of(["fine", "штраф"]), sieve.any_of(["arrest"])
    held = sieve.held("He was fined, and rested.")
    assert held & fine
    assert not held & arrest
    assert sieve.held("(оштрафован)") & fine


def test_a_string_asked_for_later_is_told_too() -> None:
    sieve = Sieve()
    sieve.any_of(["fine"])
    assert not sieve.held("a warning")
    warning = sieve.any_of(["warn"])
    assert sieve.held("a warning") & warning


def test_a_blank_string_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        Sieve().any_of(["fine", " "])
