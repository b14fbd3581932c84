"""Patterns are quick and find what plain patterns find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.patterns import AnyOf, compile_lowered, compile_phrases, lowered, needed

PATTERNS = (
    r"\b(?:rally|march)\b(?! \d).{0,20}?\b(?:was|were) held|marched|picket(?:ed|s)?",
    r"(?:higher|low) (?:\w+ )?wages?|septic|\bloans?\b",
    r"released .{0,6}from\b|[аб]рест|(?<!those )gathered (?:in|at)|a|p+olice{2}",
    r"оцеп|перекры\w+|a\.b|(?:x|)y{0,2}z?",
)
WORDS = st.sampled_from(
    ("rally", "march", "marched", "was", "held", "low", "high", "wages", "wage", "septic", "loans",
    "released", "from", "арест", "оцеп", "перекрыли", "gathered", "those", "in", "at", "a.b",
    "ppolicee", "policee", "x", "yy", "z", "picket", ".", ",", "5")
)  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
@given(st.lists(WORDS, max_size=8), st.sampled_from(["", " "]))
def test_what_a_pattern_finds_is_found(pattern: str, words: list[str], between: str) -> None:
    text = between.join(words)
    assert AnyOf(pattern).occurs(text) == bool(re.search(pattern, text))
    if re.search(pattern, text):
        assert all(any(letters in text for letters in one) for one in needed(pattern))


def test_letters_that_a_pattern_cannot_do_without() -> None:
    assert needed(r"(?:fine|penalty)\s+of\s+(?:a\s+)?\d+\s*(?:tenge|MCI)") == (
        ("fine", "penalty"),
        ("tenge", "MCI"),
        ("of",),
    )
    assert needed(r"fined|\d+") == ()


@given(st.text())
def test_small_letters_stand_where_the_capitals_stood(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_groups_and_escapes_keep_their_letters() -> None:
    match = compile_lowered(r"(?P<Who>Ivan)\W\S").search("ivan x")
    assert match is not None
    assert match["Who"] == "ivan"


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("ban", "a ban on rallies", "ban"),
        ("ban", "bands, banned", None),
        ("restriction* of liberty|freedom", "restrictions of  freedom", "restrictions of  freedom"),
        ("(prison|jail) sentence|term", "a jail term", "jail term"),
        ("(prison|jail) sentence|term", "a sentence", "sentence"),
        ("detention (centre)", "in detention for a day", "detention"),
        ("detention (centre)", "in the detention centre", "detention centre"),
        ("приговор*н*", "приговорён, осуждён", "приговорён"),
    ],
)
def test_a_phrase_finds_its_words(phrase: str, text: str, found: str | None) -> None:
    match = compile_phrases([phrase]).search(text)
    assert (match[0] if match else None) == found
