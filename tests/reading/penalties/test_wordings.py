"""Penalties as courts, agencies and rights groups word them, a line each, with invented people.

`wordings.txt`: whose each penalty is, `?` for nobody, `(r)` for looked back on. `lures.txt`:
sentences in which a penalty of another, of nobody, or none at all stands beside a name; only what
is somebody's is listed there, as in `subjects.txt`, where the grammar alone tells who is meant.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.reading.conftest import ReadText

from zhylnama.record.event import SUSPENDED

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line]


def told(read_text: ReadText, text: str) -> list[str]:
    day = "5 декабря, Алматы." if re.search("[а-я]", text) else "On December 5, in Almaty,"
    found: list[str] = []
    for event in read_text(f"{day} {text}"):
        names = {one.person: one.name for one in event.people}
        for s in event.sanctions:
            lengths = [f"{n}{u}" for n, u in ((s.days, "d"), (s.months, "m"), (s.hours, "h")) if n]
            money = [f"{s.amount} {s.currency}"] if s.amount is not None else []
            said = " ".join([s.kind, *lengths, *money])
            said += " (r)" if s.recalled else ""
            said += " suspended" if s.detail == SUSPENDED else ""
            found.append(f"{names.get(s.person or '', '?')}: {said}")
    return found


@pytest.mark.parametrize("line", lines("wordings.txt"))
def test_whose_a_penalty_is(read_text: ReadText, line: str) -> None:
    text, expected = line.split(" =>")
    assert "; ".join(told(read_text, text)) == expected.strip()


@pytest.mark.parametrize("line", [*lines("lures.txt"), *lines("subjects.txt")])
def test_nobody_gets_the_penalty_of_another(read_text: ReadText, line: str) -> None:
    text, expected = line.split(" =>")
    somebodys = [one for one in told(read_text, text) if not one.startswith("?")]
    assert "; ".join(somebodys) == expected.strip()
