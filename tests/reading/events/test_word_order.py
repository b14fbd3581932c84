"""What the Russian order of words tells of whoever is named, the dead and counsel among them.

`word_order.txt`: a paragraph a line, and behind the arrow who is what in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.conftest import ReadText

TITLE = "MONITORING OF POLITICAL PERSECUTION FROM MAY 1 TO MAY 31, 2022"
LINES = (Path(__file__).parent / "word_order.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_what_the_order_of_words_tells(read_text: ReadText, line: str) -> None:
    text, expected = line.split(" => ")
    events = read_text(text, title=TITLE)
    assert "; ".join(f"{p.name}: {p.role}" for event in events for p in event.people) == expected
