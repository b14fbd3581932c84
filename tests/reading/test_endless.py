"""Text that never ends a word, a blank or a sentence: read as quickly as any, and nothing lost.

A pattern that may part such a text in more than one way tries all of them: with forty letters it
would not end in a lifetime. Nothing here measures a time; these tests would simply never be done.
"""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

ENDLESS = (
    "A", "А", "A-", "a-", "А-", "’", "-", "A’", "a.", "А.", "A.B", "Aa-", "\u3000", "\u205f ", ", ",
    "1,", "(",
)  # fmt: skip
# What is looked for on either side of it, so that the pattern between begins, and never fits.
SIDES = (
    ("was not given", "two hours; 15 days"), ("не дали", "10 суток"), ("refused", "; a rally"),
    ("the rally", "; was held"), ("the court", "; dismissed the appeal"), ("demanded", "; release"),
    ("deputy", "; said"), ("his appeal,", "; was fined"), (", his", "was fined 20 MCI"),
)  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_what_has_no_end_is_read(read_text: ReadText, piece: str) -> None:
    endless = [
        f"On December 5, in Almaty, A. Bokaev {before} {piece * 60} {after}."
        for before, after in SIDES
    ]
    assert len(read_text(*endless)) == len(endless)


def test_a_paragraph_in_capitals_is_read(read_text: ReadText) -> None:
    (event,) = read_text(
        "DECEMBER 12, ALMATY, BOKAEV ASET, IN THE COLONY HE WAS NOT GIVEN MEDICAL HELP AFTER A RIB"
        " FRACTURE AND LEARNED ABOUT THE TRANSFER TO COLONY 155 TWO HOURS BEFORE THE DEPARTURE."
    )
    assert event.text.endswith("BEFORE THE DEPARTURE.")
