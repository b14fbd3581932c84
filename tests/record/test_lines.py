"""Whoever mends a draft by hand is told the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhylnama.record.file import BadRecords, read_records

DRAFT = """\
# Records of a report

[[event]]
id = "a"
date = 2021-12-05
text = "one"

[[event]]
id = "b"
text = "two"
people = [
    { person = "x", name = "X", role = "targeted" },
]
sanctions = [
    { person = "x", kind = "arrest", days = 5 },
]

[[person]]
id = "x"
"""


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("date = 2021-12-05", 'date = "5 December"', "a (line 5): date: not a date"),
        ('text = "two"', "text = 2", "b (line 10): text: expected text"),
        ('text = "two"', 'test = "two"', "b (line 10): unknown field “test”"),
        ('text = "two"\n', "", "b (line 8): missing field “text”"),
        ("days = 5", 'days = "5"', "b (line 14): sanctions[0].days"),
        ('kind = "arrest", days', 'kind = "fine", days', "b (line 14): sanctions[0].days: a fine"),
        ('id = "x"', 'id = "X"', "X (line 19): id: not in the form"),
        ('text = "one"', 'text = """\n[[event]]"""\nlang = 1', "a: lang: expected text"),
    ],
)
def test_the_line_of_what_is_wrong(tmp_path: Path, was: str, now: str, said: str) -> None:
    path = tmp_path / "draft.toml"
    path.write_text(DRAFT.replace(was, now, 1), "utf-8")
    with pytest.raises(BadRecords) as raised:
        list(read_records(path))
    assert str(raised.value).startswith(f"{path}: {said}")
    assert len(raised.value.sentences) == 1
