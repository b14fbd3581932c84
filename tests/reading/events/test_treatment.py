"""What happened, in words and orders of words that look alike: sentences with their kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.conftest import ReadText

HERE = Path(__file__).parent
TITLE = "MONITORING OF POLITICAL PERSECUTION FROM DECEMBER 1 TO DECEMBER 31, 2023"


@pytest.mark.parametrize(
    "path", [HERE.parent / "treatment.txt", HERE / "orders.txt", HERE / "everyday.txt"]
)
def test_each_sentence_tells_its_kinds(read_text: ReadText, path: Path) -> None:
    lines = [one for one in path.read_text("utf-8").splitlines() if not one.startswith("#")]
    sentences = [(set(kinds.split()), text) for kinds, text in (one.split(" | ") for one in lines)]
    events = read_text(
        *(
            f"7 декабря, Астана, {text}"
            if text[0] > "\u0400"
            else f"On December 7, in Astana: {text}"
            for _, text in sentences
        ),
        title=TITLE,
    )
    assert len(events) == len(sentences)
    differing = [
        (text, event.kinds)
        for (kinds, text), event in zip(sentences, events, strict=True)
        if set(event.kinds) != kinds
    ]
    assert not differing
