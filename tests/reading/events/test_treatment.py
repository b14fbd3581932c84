"""What offices, courts and prisons do to people and answer them, in words that look alike."""

from __future__ import annotations

from pathlib import Path

from tests.reading.conftest import ReadText

SENTENCES = [
    (set(kinds.split()), text)
    for line in (Path(__file__).parent.parent / "treatment.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for kinds, text in [line.split(" | ")]
]
TITLE = "MONITORING OF POLITICAL PERSECUTION FROM DECEMBER 1 TO DECEMBER 31, 2023"


def test_what_offices_courts_and_prisons_do(read_text: ReadText) -> None:
    events = read_text(*(f"On December 7, in Astana: {text}" for _, text in SENTENCES), title=TITLE)
    assert len(events) == len(SENTENCES)
    differing = [
        (text, event.kinds)
        for (kinds, text), event in zip(SENTENCES, events, strict=True)
        if set(event.kinds) != kinds
    ]
    assert not differing
