"""Records through files: nothing is lost, and every fault is named with where it is."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records import event, events, people, seed_people, seeds, targeted, write_lines

from zhylnama.failure import BadInput, SystemRefused
from zhylnama.record.event import Event, Person
from zhylnama.record.file import (
    LONGEST_LINE,
    BadRecords,
    Record,
    read_records,
    to_toml,
    write_records,
)


def read_back(records: list[Record], form: str) -> list[Record]:
    """Write records to a real file of a form and read it again."""
    path = Path.home() / f"records.{form}"
    with path.open("wb") as stream:
        assert write_records(records, form, stream) == len(records)
    return list(read_records(path))


def faults(path: Path) -> list[str]:
    """Return what reading a bad file says, each fault without the file's name before it."""
    with pytest.raises(BadRecords) as bad:
        list(read_records(path))
    assert str(bad.value).split("\n") == bad.value.sentences
    assert all(sentence.startswith(f"{path}: ") for sentence in bad.value.sentences)
    assert all(sentence.endswith(".") for sentence in bad.value.sentences)
    return [sentence.removeprefix(f"{path}: ") for sentence in bad.value.sentences]


# -- Round trips -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["jsonl", "toml"])
@given(records=st.lists(events() | people, max_size=3))
@settings(max_examples=60)
def test_any_record_survives_a_file(form: str, records: list[Record]) -> None:
    # A TOML file gives its people first; within a kind the order stays.
    kept = sorted(records, key=lambda record: isinstance(record, Event))
    found = read_back(records, form)
    assert (found if form == "jsonl" else sorted(found, key=lambda r: isinstance(r, Event))) == (
        records if form == "jsonl" else kept
    )


@pytest.mark.parametrize("form", ["jsonl", "toml"])
def test_the_seeds_survive_a_file(form: str) -> None:
    assert read_back([*seed_people().values(), *seeds()], form) == [
        *seed_people().values(),
        *seeds(),
    ]


def test_nothing_done_to_somebody_is_not_the_same_as_not_stated() -> None:
    record = event(people=[targeted("a", kinds=[]), targeted("b")])
    for form in ("jsonl", "toml"):
        (found,) = read_back([record], form)
        assert isinstance(found, Event)
        assert [a.kinds for a in found.people] == [[], None]


def test_the_shortest_record_is_a_table_of_its_own_in_toml() -> None:
    record = event(id="a", date=None, text="x")
    assert to_toml(record).startswith("[[event]]\n")
    assert read_back([record, event(id="b", date=None, text="x")], "toml")[0] == record


def cells_back(written: bytes) -> list[dict[str, str]]:
    """Read a CSV as the documentation says: take one leading apostrophe off every cell."""
    assert written.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    return [{key: cell.removeprefix("'") for key, cell in row.items()} for row in rows]


@given(record=events())
@settings(max_examples=60)
def test_csv_can_be_turned_back(record: Event) -> None:
    stream = io.BytesIO()
    write_records([record], "csv", stream)
    (cells,) = cells_back(stream.getvalue())
    plain = json.loads(msgspec.json.encode(record))
    for field, value in plain.items():
        if isinstance(value, list):
            assert (json.loads(cells[field]) if cells[field] else []) == value
        else:
            assert cells[field] == ("" if value is None else str(value))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "'=1", "＝1+1", "=cmd|' /C calc'!A0"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    stream = io.BytesIO()
    write_records([event(text=text, place=text.strip(), organisations=[text])], "csv", stream)
    rows = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert all(not cell or cell[0] not in "=+-@\t\r\n＝＋－＠" for row in rows for cell in row)
    assert cells_back(stream.getvalue())[0]["text"] == text


# -- Faults ------------------------------------------------------------------------------------


def test_every_bad_line_is_named_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(
        b'{"id": "1", "text": "good"}\n'
        b'{"id": "2"}\n'
        b"\n"
        b'{"id": "3", "text": "x", "date": "yesterday"}\n'
        b'{"id": "4", "text": "x", "people": [{"person": "a", "name": "A", "role": "hero"}]}\n'
        b'{"id": "5", "text": "x", "sanctions": [{"kind": "arrest", "days": "15"}]}\n'
        b'{"id": "6", "text": "x", "until": "2021-12-01", "colour": 1}\n'
        b'{"id": "7", "text": "x", "until": "2021-12-01"}\n'
        b'{"identity": {"id": "Q"}}\n'
        b'{ "identity" : {"id": "q", "may_be": ["q"]}}\n'
        b"{not json}\n"
        b'{"id": "9", "te'
    )
    assert faults(path) == [
        "2 (line 2): missing field “text”.",
        "3 (line 4): date: not a date of the form 2021-12-05.",
        "4 (line 5): people[0].role: not one of the allowed values: 'hero'.",
        "5 (line 6): sanctions[0].days: expected a whole number, found text.",
        "6 (line 7): unknown field “colour”.",
        "7 (line 8): until: the last day lies before the first.",
        "Q (line 9): identity.id: not in the form this field takes.",
        "q (line 10): may_be: a person cannot be proposed as the same as themselves.",
        "line 11: not readable as JSON: object keys must be strings (byte 1).",
        "line 12: ends in the middle of a record.",
    ]


def test_every_bad_table_is_named_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(
        """
        colour = "red"
        [[event]]
        id = "1"
        date = 2021-12-05
        text = "good"
        [[event]]
        text = "nameless"
        [[event]]
        id = "3"
        text = "x"
        date = 2021-12-05T10:00:00
        [[event]]
        id = "4"
        text = "x"
        law = [{code = "CC", article = 405}]
        [[person]]
        id = "p"
        spellings = "one"
        """,
        encoding="utf-8",
    )
    found = faults(path)
    assert found[0] == "unknown table “colour”; expected [[event]] and [[person]]."
    assert found[1] == "p (line 19): spellings: expected a list, found text."
    assert found[2] == "event 2 (line 7): missing field “id”."
    assert found[3].startswith("3 (line 12): date: ")
    assert found[4] == "4 (line 16): law[0].article: expected text, found a whole number."
    assert len(found) == 5


@pytest.mark.parametrize(
    "text", ["event = 5", "event = {id = 'a'}", "event = [5]", "person = ['x']"]
)
def test_tables_of_another_shape(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text)
    assert len(faults(path)) == 1


GOOD = b'{"id": "1", "text": "x"}\n'


@pytest.mark.parametrize(
    ("content", "bad"),
    [
        (b"", 0),
        (b"\xef\xbb\xbf" + GOOD, 0),
        (GOOD.replace(b"\n", b"\r\n") * 1 + b"\r\n\r\n", 0),
        (GOOD.rstrip(), 0),
        (b"\x00" + GOOD, 1),
        (b"\x00" * 5000, 1),
        (b"\xff\xfe" + '{"id": "1"}'.encode("utf-16-le"), 1),
        (b'{"id": "1", "text": "\xff"}', 1),
        (b'{"id": "1", "text": "\x00"}', 1),
        (b'{"id": "1", "text": "\\u0000"}', 1),
        (b'{"id": "1", "text": "\\ud800"}', 1),
        (b"[" * 200_000, 1),
        (b'{"id": "1", "text": "x", "note": ' + b'{"a":' * 200_000, 1),
        (b'{"id": "1", "text": "x", "paragraph": ' + b"9" * 6_000 + b"}", 1),
        (b"5\nnull\n[]\n", 3),
        (GOOD[:-4], 1),
        (b'{"id": "\x1b[2J"}', 1),
    ],
)
def test_hostile_lines_are_told_one_by_one(content: bytes, bad: int, tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    path.write_bytes(content)
    if bad:
        found = faults(path)
        assert len(found) == bad
        assert all("line" in sentence and len(sentence) < 300 for sentence in found)
    else:
        assert len(list(read_records(path))) <= 1


def test_a_line_without_end_is_left_out_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"id": "' + b"x" * (LONGEST_LINE + 10) + b'"}\n' + b'{"id": "2"}\n')
    assert faults(path) == [
        "line 1 is too long to be a record.",
        "2 (line 2): missing field “text”.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b'text = "\x00"',
        b"a = " + b"[" * 100_000,
        b"a = " + b"9" * 6_000,
        b"a = 1\na = 2",
        b"[[event]]\nid = ",
        b'[[event]]\nid = "1"\ntext = "x"\npeople = ' + b"[" * 5_000 + b"]" * 5_000,
        b'[[event]]\nid = "1"\ntext = "x"\nparagraph = ' + b"9" * 400,
        b"[event]\nid = 1",
        b"\xef\xbb\xbf\xef\xbb\xbf[[event]]",
    ],
)
def test_hostile_toml_is_told_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hostile.toml"
    path.write_bytes(content)
    (sentence,) = faults(path)
    assert "\n" not in sentence
    assert len(sentence) < 300


def test_toml_of_another_editor(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(
        b'\xef\xbb\xbf[[event]]\r\nid = "1"\r\ndate = "2021-12-05"\r\ntext = """x\r\ny"""\r\n'
    )
    (found,) = read_records(path)
    assert isinstance(found, Event)
    assert found.text == "x\ny"
    assert str(found.date) == "2021-12-05"


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"read from \.toml and \.jsonl files"):
        list(read_records(tmp_path / "report.pdf"))
    with pytest.raises(SystemRefused, match="cannot be read: no such file"):
        list(read_records(tmp_path / "missing.toml"))
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(SystemRefused, match="is a directory"):
        list(read_records(tmp_path / "folder.jsonl"))


def test_a_good_file_is_read_as_it_streams(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "mixed.jsonl", [event(id="1"), Person(id="p"), event(id="2")])
    first, second, third = read_records(path)
    assert (first.id, second, third.id) == ("1", Person(id="p"), "2")
