"""Whole, changed or damaged."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import apsw
import pytest
from tests.records import build, event, seed_archive

from zhylnama.archive.archive import Archive
from zhylnama.archive.verify import verify_archive
from zhylnama.failure import BadInput
from zhylnama.record.event import Person
from zhylnama.record.file import to_json


def test_a_whole_archive(tmp_path: Path) -> None:
    edition = verify_archive(seed_archive())
    assert (edition.label, edition.events) == ("2021-12", 134)
    empty = build([], tmp_path / "empty.zhylnama")
    assert verify_archive(tmp_path / "empty.zhylnama") == empty


def test_the_digest_is_that_of_the_exported_lines() -> None:
    """docs/archive-format.md promises it: `export --people` and `export`, one after the other."""
    with Archive.open(seed_archive()) as archive:
        people = b"".join(to_json(person) + b"\n" for person in archive.identities())
        events = b"".join(to_json(event) + b"\n" for event in archive.events())
        assert hashlib.sha256(people + events).hexdigest() == archive.edition.digest


SET = "UPDATE event SET record = json_set(record,"
CUT = "UPDATE event SET record = json_remove(record,"
ARREST = "record ->> '$.sanctions[0].kind' = 'arrest'"
LISTS = "lists of people"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (f"{SET} '$.text', text || ' and more') WHERE number = 5", "digest"),
        (f"{SET} '$.sanctions[0].days', 99) WHERE {ARREST}", "digest"),
        (
            f"{SET} '$.sanctions[0].recalled', json('false')) WHERE {ARREST}",
            "not as it was written",
        ),
        (f"{CUT} '$.sources') WHERE number = 7", "digest"),
        (f"{CUT} '$.people') WHERE number = 5", "digest"),
        (f"{SET} '$.id', 'another') WHERE number = 5", "digest"),
        ("UPDATE event SET record = record || ' '", "not as it was written"),
        (f"{SET} '$.note', NULL) WHERE note IS NULL", "not as it was written"),
        (f"{SET} '$.sources', json('[]')) WHERE number = 7", "not as it was written"),
        (f"{CUT} '$.lang')", "not as it was written"),
        (
            'UPDATE event SET record = \'{"id":"x",\' || substr(record, 2) WHERE number = 5',
            "not as it was written",
        ),
        ("UPDATE person SET note = 'x' WHERE id = 'ablyazov'", "digest"),
        ("UPDATE meta SET value = '2022-01' WHERE key = 'edition'", "dates or counts"),
        ("UPDATE meta SET value = '135' WHERE key = 'events'", "dates or counts"),
        ("UPDATE meta SET value = '2020-01-01' WHERE key = 'first'", "dates or counts"),
        ("INSERT INTO person VALUES ('x', NULL, NULL, NULL, NULL, 0, 'x', 0)", LISTS),
        ("UPDATE person SET name = 'Somebody Else' WHERE id = 'ablyazov'", LISTS),
        ("UPDATE person SET events = events + 1 WHERE id = 'ablyazov'", LISTS),
        ("DELETE FROM appearance WHERE person = 'ablyazov'", LISTS),
        ("UPDATE appearance SET targeted = 1", LISTS),
        ("INSERT INTO appearance VALUES (5, 'ablyazov', 1)", LISTS),
        ("UPDATE met_name SET name = 'Somebody Else' WHERE person = 'ablyazov'", LISTS),
        ("DELETE FROM met_name", LISTS),
        ("INSERT INTO appearance VALUES (9999, 'ablyazov', 1)", "appearance has loose rows"),
    ],
)
def test_a_changed_archive(sql: str, said: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(seed_archive(), tmp_path / "x.zhylnama"))
    with apsw.Connection(str(path)) as connection:
        connection.execute(sql)
    connection.close()
    with pytest.raises(BadInput, match="was changed after it was built") as refused:
        verify_archive(path)
    assert said in str(refused.value)


def test_a_damaged_index(tmp_path: Path) -> None:
    path = Path(shutil.copy(seed_archive(), tmp_path / "x.zhylnama"))
    with apsw.Connection(str(path)) as connection:
        connection.execute("UPDATE word_data SET block = zeroblob(length(block)) WHERE id > 10")
    connection.close()
    with pytest.raises(BadInput, match="is damaged"):
        verify_archive(path)


def test_damage_that_sqlite_finds_is_one_sentence(tmp_path: Path) -> None:
    content = bytearray(seed_archive().read_bytes())
    content[36:40] = (500).to_bytes(4)  # so many free pages, it says
    path = tmp_path / "x.zhylnama"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"x\.zhylnama is damaged: Freelist: .*\.") as refused:
        verify_archive(path)
    assert len(str(refused.value).splitlines()) == 1


def test_a_record_that_changes_any_field_changes_the_digest(tmp_path: Path) -> None:
    digests = {
        build([one, Person(id="p", note=note)], tmp_path / "x.zhylnama").digest
        for one in (event(), event(note="x"), event(uncertain=["x"]), event(precision="month"))
        for note in (None, "n")
    }
    assert len(digests) == 8
