"""The formats are described: every table, column and key, and the statements given really run."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import tomllib
from pathlib import Path

import apsw
import msgspec
import pytest
from tests.records import seed_archive, seeds

from zhylnama.archive import database
from zhylnama.archive.archive import Archive
from zhylnama.archive.query import FIELDS, MOST_TERMS
from zhylnama.record.event import (
    Appearance,
    Event,
    LawReference,
    Office,
    Person,
    Sanction,
    Source,
)
from zhylnama.record.file import to_json

DOCS = Path(__file__).resolve().parent.parent / "docs"
ARCHIVE = (DOCS / "archive-format.md").read_text(encoding="utf-8")
RECORD = (DOCS / "record-format.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its level."""
    level = heading.split(" ", maxsplit=1)[0]
    start = text.index(f"\n{heading}\n")
    rest = text[start + 1 + len(heading) :]
    end = re.search(rf"^#{{1,{len(level)}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def tables() -> dict[str, list[str]]:
    """Return the columns of every table and view, without those that are FTS5's own."""
    with contextlib.closing(apsw.Connection(":memory:")) as connection:
        connection.execute(database.schema())
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
            )
            if not name.startswith("word_")
        ]
        return {
            name: [
                column
                for (column,) in connection.execute(
                    # Generated columns too, not those that FTS5 hides.
                    f"SELECT name FROM pragma_table_xinfo('{name}') WHERE hidden <> 1"
                )
            ]
            for name in names
        }


# -- The archive -------------------------------------------------------------------------------


@pytest.mark.parametrize("table", tables())
def test_every_table_and_column_is_described(table: str) -> None:
    heading = re.search(rf"^### `{table}`.*$", ARCHIVE, re.MULTILINE)
    if heading is not None:
        described = section(ARCHIVE, heading[0])
    else:
        described = "\n".join(
            line for line in ARCHIVE.split("\n") if line.startswith(f"| `{table}` |")
        )
    assert described, table
    if table.startswith("event_"):
        described += "`event` `position`"
        assert "In each, `event` is the event's number and `position`" in ARCHIVE
    assert [c for c in tables()[table] if f"`{c}`" not in described] == []


def test_no_table_is_described_that_is_not_there() -> None:
    named = set(re.findall(r"^### `(\w+)`", ARCHIVE, re.MULTILINE))
    named |= set(re.findall(r"^\| `((?:event|person)(?:_\w+)?)` \| .*`", ARCHIVE, re.MULTILINE))
    assert named - {"event", "person"} <= tables().keys()


def test_the_keys_of_meta_are_described() -> None:
    with contextlib.closing(sqlite3.connect(seed_archive())) as connection:
        keys = {key for (key,) in connection.execute("SELECT key FROM meta")}
    described = section(ARCHIVE, "### `meta`: what the archive is")
    assert keys == set(re.findall(r"`(\w+)`", described.split("| `key` |")[1].split("\n")[0]))


def test_the_numbers_in_the_head_are_those() -> None:
    assert (
        f"| {database.APPLICATION_ID}, that is hexadecimal {database.APPLICATION_ID:X}" in ARCHIVE
    )
    assert f"`PRAGMA user_version` | {database.VERSION}," in ARCHIVE


@pytest.mark.parametrize("statement", blocks(ARCHIVE, "sql"))
def test_every_statement_runs_in_a_stock_sqlite_and_finds_something(statement: str) -> None:
    connection = sqlite3.connect(f"file:{seed_archive()}?mode=ro", uri=True)
    try:
        assert connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_the_statements_find_what_they_say() -> None:
    connection = sqlite3.connect(seed_archive())
    try:
        arrests, of_one = (
            next(one for one in blocks(ARCHIVE, "sql") if word in one)
            for word in ("s.kind = 'arrest'", "p.person = 'mamay-zhanbolat'")
        )
        assert sum(days for _, _, days in connection.execute(arrests)) == 280
        with Archive.open(seed_archive()) as archive:
            profile = archive.profile("mamay-zhanbolat")
        assert profile is not None
        assert {text for _, text, _ in connection.execute(of_one)} == {
            e.text for e in profile.events
        }
    finally:
        connection.close()


def test_the_fields_of_facets_and_marks_are_described() -> None:
    connection = sqlite3.connect(seed_archive())
    try:
        fields = {field for (field,) in connection.execute("SELECT DISTINCT field FROM facet")}
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, word, row)")
        marks = {
            term[1:].split("\ue001")[0]
            for (term,) in connection.execute("SELECT term FROM temp.terms")
            if term.startswith("\ue000")
        }
    finally:
        connection.close()
    described = section(ARCHIVE, "### `facet`: sets of events, for counting")
    assert [field for field in sorted(fields) if f"`{field}`" not in described] == []
    described = section(ARCHIVE, "### `word`: the full-text index")
    assert [mark for mark in sorted(marks) if f"`{mark}`" not in described] == []


# -- Records -----------------------------------------------------------------------------------

PARTS: dict[str, type[msgspec.Struct]] = {
    "## An event": Event,
    "### `people`": Appearance,
    "### `law`": LawReference,
    "### `sanctions`": Sanction,
    "### `sources`": Source,
    "## A person": Person,
}


def rows(text: str) -> list[str]:
    """Return the keys in the first column of the tables of a text."""
    return [
        key
        for line in re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
        for key in re.findall(r"`(\w+)`", line)
    ]


@pytest.mark.parametrize("heading", PARTS)
def test_every_key_is_described_in_its_order(heading: str) -> None:
    described = section(RECORD, heading)
    if heading == "## An event":
        described = described[: described.index("\n### ")]
    assert rows(described) == list(PARTS[heading].__struct_fields__)


def test_what_an_office_is_made_of_is_described() -> None:
    line = next(line for line in RECORD.split("\n") if line.startswith("| `offices` |"))
    assert all(f"`{field}`" in line for field in Office.__struct_fields__)


@pytest.mark.parametrize(
    ("heading", "struct", "field"),
    [
        ("### `people`", Appearance, "role"),
        ("### `sanctions`", Sanction, "kind"),
        ("## An event", Event, "precision"),
    ],
)
def test_every_value_of_a_list_is_described(
    heading: str, struct: type[msgspec.Struct], field: str
) -> None:
    kind = next(f.type for f in msgspec.structs.fields(struct) if f.name == field)
    line = next(
        line for line in section(RECORD, heading).split("\n") if line.startswith(f"| `{field}` |")
    )
    assert [value for value in kind.__args__ if f"`{value}`" not in line] == []


def test_the_examples_are_records() -> None:
    first, person = (tomllib.loads(block) for block in blocks(RECORD, "toml"))
    event = msgspec.convert(first["event"][0], Event)
    (line,) = blocks(RECORD, "json")
    assert msgspec.json.decode(line, type=Event) == event
    assert to_json(event) == line.strip().encode()
    assert msgspec.convert(person["person"][0], Person).may_be


def test_the_example_s_words_are_not_those_of_the_seeds() -> None:
    """An example that repeated a real record would go stale with it."""
    (line,) = blocks(RECORD, "json")
    assert msgspec.json.decode(line, type=Event) not in seeds()


# -- Queries -----------------------------------------------------------------------------------

SEARCH = (DOCS / "searching.md").read_text(encoding="utf-8")


def test_every_field_of_a_query_is_described() -> None:
    described = [
        field
        for line in re.findall(r"^\| (`[a-z]+:`[^|]*) \|", SEARCH, re.MULTILINE)
        for field in re.findall(r"`([a-z]+):`", line)
    ]
    assert sorted(described) == sorted(FIELDS)
    assert f"At most {MOST_TERMS} words" in SEARCH


def examples() -> list[str]:
    """Return every query of the page that stands in code and is more than a field's name."""
    lines = [line for line in SEARCH.split("\n") if line.startswith("| `")]
    fields = [line for line in lines if re.match(r"\| `[a-z]+:`", line)]
    first = [q for line in lines if line not in fields for q in code(line.split("|")[1])]
    last = [q for line in fields for q in code(line.split("|")[-2])]
    return first + last


def code(cell: str) -> list[str]:
    """Return what stands in code in a cell of a table."""
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("query", examples())
def test_every_example_is_a_query_that_finds_something(query: str) -> None:
    with Archive.open(seed_archive()) as archive:
        page = archive.search(query)
        lines = page.reading.split("; ") if page.reading else []
        # A picket is the label of a kind, a name may be an initial's; no more is read otherwise.
        assert all(" also read as kind:" in line or " may be " in line for line in lines), lines
        assert page.hits, query
