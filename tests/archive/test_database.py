"""What is no sound archive is told in a sentence, and nothing in it ever runs."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from tests.records import archive_of, build, event, seed_archive

from zhylnama.archive import database
from zhylnama.archive.archive import Archive
from zhylnama.archive.verify import verify_archive
from zhylnama.failure import BadInput, Failure, SystemRefused


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the seeds' archive that a test may spoil."""
    return Path(shutil.copy(seed_archive(), tmp_path / "copy.zhylnama"))


def change(path: Path, sql: str) -> None:
    """Change an archive as somebody with another program would."""
    with apsw.Connection(str(path)) as connection:
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"\x00" * 4096, b"SQLite format 3\x00", b"PK\x03\x04 a zip", b"%PDF-1.7\n" * 100],
)
def test_another_kind_of_file(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.zhylnama"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"x\.zhylnama is not a Zhylnama archive\.$"):
        Archive.open(path)


def test_another_database(tmp_path: Path) -> None:
    change(tmp_path / "other.zhylnama", "CREATE TABLE event (id)")
    with pytest.raises(BadInput, match="is not a Zhylnama archive"):
        Archive.open(tmp_path / "other.zhylnama")


def test_a_newer_version_is_refused_by_name(copy: Path) -> None:
    change(copy, "PRAGMA user_version = 7")
    with pytest.raises(BadInput, match=r"archive version 7; this program reads version 3\)"):
        Archive.open(copy)


def test_an_older_version_is_refused_by_name(copy: Path) -> None:
    change(copy, "PRAGMA user_version = 2")
    with pytest.raises(BadInput, match=r"older Zhylnama \(archive version 2; .* reads version 3\)"):
        Archive.open(copy)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON meta BEGIN SELECT 1; END",
        "CREATE INDEX more ON event (place)",
        "DROP TABLE met_name",
        "DROP VIEW event_uncertain",
        "ALTER TABLE event ADD COLUMN more TEXT",
        "DROP TABLE meta; CREATE VIEW meta AS SELECT 'edition' AS key, '-' AS value",
    ],
)
def test_tables_that_are_not_an_archive_s(copy: Path, sql: str) -> None:
    change(copy, sql)
    with pytest.raises(BadInput, match="its tables are not those of an archive"):
        Archive.open(copy)


def test_nothing_can_be_written(copy: Path) -> None:
    connection = database.open_read_only(copy)
    try:
        with pytest.raises(apsw.ReadOnlyError):
            connection.execute("DELETE FROM event")
    finally:
        connection.close()


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_an_archive_whose_end_is_missing(copy: Path, kept: float) -> None:
    copy.write_bytes(copy.read_bytes()[: int(copy.stat().st_size * kept)])
    with pytest.raises(BadInput, match="is damaged: its end is missing"):
        Archive.open(copy)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SystemRefused, match="cannot be read: no such file"):
        Archive.open(tmp_path / "none.zhylnama")
    with pytest.raises(SystemRefused, match="is a folder"):
        Archive.open(tmp_path)


@pytest.mark.parametrize("name", ["a?b#c%41.zhylnama", "жылнама ₸.zhylnama", "it's.zhylnama"])
def test_any_file_name_will_do(name: str, tmp_path: Path) -> None:
    build([event()], tmp_path / name)
    with Archive.open(tmp_path / name) as archive:
        assert archive.edition.events == 1


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.zhylnama")
    shutil.copy(seed_archive(), path)
    with Archive.open(path) as archive:
        assert archive.edition.events == 134


def use(path: Path) -> None:
    """Ask an archive for everything that the window asks for."""
    with Archive.open(path) as archive:
        for query in ("", "Мамай", "person:mubarakov", '"human rights"', "law:488", "zh*"):
            archive.search(query, limit=200)
            archive.search(query, sort="best")
            archive.found(query)
        for candidate in archive.candidates("Mubarakov"):
            archive.profile(candidate.person.id)
        list(archive.events())
        list(archive.identities())


def flip(content: bytearray, dice: random.Random) -> None:
    """Change one byte."""
    content[dice.randrange(len(content))] = dice.randrange(256)


def blot(content: bytearray, dice: random.Random) -> None:
    """Lose one page."""
    at = dice.randrange(len(content) // 4096) * 4096
    content[at : at + 4096] = bytes(4096)


@pytest.mark.parametrize("spoil", [flip, blot])
def test_a_damaged_archive_is_a_sentence_and_never_a_crash(
    copy: Path, spoil: Callable[[bytearray, random.Random], None]
) -> None:
    sound = copy.read_bytes()
    told: list[Failure] = []
    for seed in range(25):
        content = bytearray(sound)
        spoil(content, random.Random(seed))
        copy.write_bytes(content)
        for ask in (use, verify_archive):
            try:
                ask(copy)
            except Failure as failure:
                told.append(failure)
    assert len(told) > 8
    assert {failure.status for failure in told} == {3}
    assert all(str(copy) in str(failure) and str(failure).endswith(".") for failure in told)


SET = "UPDATE event SET record = json_set(record,"
UNCHECKED = "PRAGMA ignore_check_constraints = 1;"


@pytest.mark.parametrize(
    "sql",
    [
        f"{SET} '$.date', 'yesterday')",
        f"{SET} '$.precision', 'hour')",
        f"{SET} '$.text', '')",
        f"{SET} '$.text', NULL)",
        f"{SET} '$.title', title || title || title)",
        f"{SET} '$.people[0].role', 'hero')",
        f"{SET} '$.people[0].kinds', json('[\"UPPER\"]'))",
        f"{SET} '$.people', 'nobody')",
        f"{SET} '$.sources[0].url', 'file:///etc/passwd')",
        f"{SET} '$.sanctions[0].days', -5)",
        f"{SET} '$.more', 1)",
        "UPDATE event SET record = json_remove(record, '$.text')",
        "UPDATE event SET record = '{\"id\":\"' || number || '\"}'",
        f'{UNCHECKED} UPDATE event SET record = \'{{"id": "\' || number || \'", "text": NaN}}\'',
        "UPDATE person SET surname = ''",
        "UPDATE meta SET value = 'many' WHERE key = 'events'",
        "DELETE FROM meta",
        "DELETE FROM event WHERE number > 100",
        "DELETE FROM person",
        "UPDATE facet SET events = x'00'",
        "UPDATE facet SET events = substr(events, 1, 5)",
        "UPDATE day SET date = 'x' || date",
        "UPDATE day SET first = -1",
    ],
)
def test_rows_that_are_no_records_are_a_sentence(copy: Path, sql: str) -> None:
    change(copy, sql)
    with pytest.raises(BadInput, match="is damaged") as refused:
        use(copy)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("wrong", [b'["id":', b"{'id':", b'{"it":', b'{"id";'])
def test_a_record_that_is_no_json(copy: Path, wrong: bytes) -> None:
    """SQLite refuses to write one; a damaged byte makes it."""
    copy.write_bytes(copy.read_bytes().replace(b'{"id":', wrong))
    for ask in (use, verify_archive):
        with pytest.raises(BadInput, match="is damaged") as refused:
            ask(copy)
        assert str(refused.value).endswith(".")


def test_a_list_of_names_reads_columns_that_are_no_dates(copy: Path) -> None:
    """Days are read from SQLite's columns there, not from whole records."""
    for wrong, said in ((b'"date":"ZZZZ', "“ZZZZ-12-.*” is no date"), (b'"date";"2021', "JSON")):
        sound = copy.read_bytes()
        copy.write_bytes(sound.replace(b'"date":"2021', wrong))
        with Archive.open(copy) as archive, pytest.raises(BadInput, match=f"is damaged: .*{said}"):
            list(archive.look_up_names(["Zhanbolat Mamay"]))
        copy.write_bytes(sound)


def test_text_that_is_no_text(copy: Path) -> None:
    change(copy, f"{SET} '$.text', CAST(x'61ff62' AS TEXT))")
    with pytest.raises(BadInput, match="is damaged"):
        use(copy)


def test_a_closed_archive_may_still_be_interrupted(tmp_path: Path) -> None:
    with archive_of([event()], tmp_path) as archive:
        pass
    archive.interrupt()


def test_searching_leaves_no_trace_on_the_disk(tmp_path: Path) -> None:
    folder = tmp_path / "medium"
    folder.mkdir()
    shutil.copy(seed_archive(), folder / "x.zhylnama")
    use(folder / "x.zhylnama")
    assert [path.name for path in folder.iterdir()] == ["x.zhylnama"]
    assert not list(Path(os.environ["TMPDIR"]).iterdir())
