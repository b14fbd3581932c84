"""Who suffers, speaks or is only named, where the words around a name tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.conftest import ReadText

LINES = (Path(__file__).parent / "roles.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_roles(read_text: ReadText, line: str) -> None:
    text, expected = line.split(" => ")
    day = "5 декабря, Алматы, " if text[0] > "\u0400" else "On December 5, in Almaty, "
    (event,) = read_text(day + text)
    assert "; ".join(f"{one.name} {one.role}" for one in event.people) == expected
