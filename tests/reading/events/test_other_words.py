"""Kinds, roles and organisations of sentences in words that nobody chose for the reading."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.reading.conftest import ReadText

from zhylnama.record.event import Event

SENTENCES = tomllib.loads((Path(__file__).parent.parent / "other_words.toml").read_text("utf-8"))[
    "sentence"
]
TITLES = (
    "MONITORING OF POLITICAL PERSECUTION FROM JUNE 1 TO JUNE 30, 2024",
    "МОНИТОРИНГ ПОЛИТИЧЕСКИХ ПРЕСЛЕДОВАНИЙ С 1 ПО 30 ИЮНЯ 2024 ГОДА",
)
# A surname in another case keeps its beginning.
_KEPT = 4


def of_surname(name: str, surnames: Mapping[str, str]) -> str:
    """Return the surname, as told by hand, of a name as it was read."""
    for surname in surnames:
        if any(word.startswith(surname[:_KEPT]) for word in name.split()):
            return surname
    return name


def facts(event: Event, field: str, by_hand: Mapping[str, str]) -> Counter[str]:
    """Return what was read of one field."""
    if field == "kinds":
        return Counter(event.kinds)
    if field == "organisations":
        return Counter(event.organisations)
    return Counter(f"{of_surname(one.name, by_hand)}: {one.role}" for one in event.people)


@pytest.mark.parametrize(
    ("field", "least"), [("kinds", 0.9), ("roles", 0.9), ("organisations", 0.95)]
)
def test_other_words_are_read_as_well(read_text: ReadText, field: str, least: float) -> None:
    right = wanted = given = 0
    differing = []
    for russian, title in enumerate(TITLES):
        chosen = [one for one in SENTENCES if one["text"].startswith("On ") is not bool(russian)]
        events = read_text(*(one["text"] for one in chosen), title=title)
        assert len(events) == len(chosen)
        for by_hand, event in zip(chosen, events, strict=True):
            if field not in by_hand:
                continue
            told = by_hand[field]
            hand = Counter(told if field != "roles" else (f"{k}: {v}" for k, v in told.items()))
            read = facts(event, field, by_hand["roles"])
            both = hand & read
            if hand != read:
                differing.append((by_hand["text"][:60], hand - both, read - both))
            right += both.total()
            wanted += hand.total()
            given += read.total()
    assert right >= least * wanted, differing
    assert right >= least * given, differing
