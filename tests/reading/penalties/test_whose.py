"""Whose a penalty is, in the shapes of a sentence that `whose.txt` lists, a line each.

`?` is nobody, `(r)` is a penalty that is looked back on.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading.conftest import ReadText
from tests.reading.penalties.test_sanctions import penalties

SHAPES = (Path(__file__).parent / "whose.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("shape", [line for line in SHAPES if line])
def test_whose_a_penalty_is(read_text: ReadText, shape: str) -> None:
    text, expected = shape.split(" =>")
    day = "5 декабря, Алматы." if re.search("[а-я]", text) else "On December 5, in Almaty,"
    (event,) = read_text(f"{day} {text}")
    assert "; ".join(penalties(event)) == expected.strip()
