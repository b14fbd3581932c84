"""Building an archive: exact, repeatable, and whole or not at all."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records import (
    archive_of,
    build,
    event,
    events,
    kind_groups,
    people,
    seed_people,
    seeds,
    targeted,
    write_lines,
)

from zhylnama.archive import database
from zhylnama.archive.archive import Archive
from zhylnama.archive.build import build_archive
from zhylnama.failure import BadInput, SystemRefused
from zhylnama.installed import build_from, record_files
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Event, Person
from zhylnama.record.file import BadRecords, Record, to_json

TOP = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python script with the application in reach, and the arguments in `sys.argv`."""
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TOP / "desktop"), str(TOP)])}
        | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


# -- Exact -------------------------------------------------------------------------------------


@given(
    given_events=st.lists(
        events(kinds=st.sampled_from(sorted(kind_groups()))), max_size=3, unique_by=lambda e: e.id
    ),
    given_people=st.lists(people, max_size=2, unique_by=lambda p: p.id),
)
@settings(max_examples=40)
def test_any_record_comes_out_as_it_went_in(
    given_events: list[Event], given_people: list[Person]
) -> None:
    target = Path.home() / "any.zhylnama"
    build([*given_events, *given_people], target)
    with Archive.open(target) as archive:
        assert sorted(archive.events(), key=lambda e: e.id) == sorted(
            given_events, key=lambda e: e.id
        )
        assert list(archive.identities()) == sorted(given_people, key=lambda p: p.id)
        for one in given_events:
            assert archive.event(one.id) == one


def test_the_seeds_come_out_as_they_went_in(tmp_path: Path) -> None:
    with archive_of([*seeds(), *seed_people().values()], tmp_path) as archive:
        assert {e.id: e for e in archive.events()} == {e.id: e for e in seeds()}
        assert {p.id: p for p in archive.identities()} == seed_people()


def test_events_are_numbered_in_order_of_date(tmp_path: Path) -> None:
    day = dt.date(2021, 12, 5)
    in_order = [
        event("z", date=None),
        event("y", date=day - dt.timedelta(1), report="2021-12", paragraph=9),
        event("x", date=day, report="2021-11", paragraph=9),
        event("w", date=day, report="2021-12", paragraph=2),
        event("v.9", date=day, report="2021-12", paragraph=10),
        event("v.10", date=day, report="2021-12", paragraph=10),
    ]
    mixed = random.Random(1).sample(in_order, len(in_order))
    with archive_of(mixed, tmp_path) as archive:
        assert [e.id for e in archive.events()] == [e.id for e in in_order]
        assert [hit.event.id for hit in archive.search("").hits] == [
            e.id for e in reversed(in_order)
        ]


def test_the_edition_says_what_is_inside(tmp_path: Path) -> None:
    edition = build(
        [
            event("a", report="2021-12", until=dt.date(2022, 1, 3)),
            event("b", report="2021-11", date=dt.date(2021, 11, 30)),
            event("c", date=None, people=[targeted("unrecorded"), targeted("known")]),
            Person(id="known"),
        ],
        tmp_path / "x.zhylnama",
    )
    assert (edition.label, edition.reports) == ("2021-11..2021-12", ("2021-11", "2021-12"))
    assert (edition.events, edition.people) == (3, 2)
    assert (edition.first, edition.last) == (dt.date(2021, 11, 30), dt.date(2022, 1, 3))
    with Archive.open(tmp_path / "x.zhylnama") as archive:
        assert archive.edition == edition
    empty = build([], tmp_path / "x.zhylnama")
    assert (empty.label, empty.events, empty.first) == ("-", 0, None)


# -- Repeatable --------------------------------------------------------------------------------


def test_the_digest_does_not_depend_on_the_order_of_records(tmp_path: Path) -> None:
    # Some events share date and paragraph, so that only their ids tell them apart.
    records: list[Record] = [
        *(event(f"same-day.{n}", text=f"number {n}") for n in range(30)),
        *seeds(),
        *seed_people().values(),
    ]
    first = build(records, tmp_path / "a.zhylnama").digest
    for seed in range(3):
        mixed = random.Random(seed).sample(records, len(records))
        assert build(mixed, tmp_path / "b.zhylnama").digest == first
    assert build(records[1:], tmp_path / "b.zhylnama").digest != first


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from zhylnama.installed import build_from;"
        "build_from([Path(sys.argv[1])], Path(sys.argv[2]))"
    )
    files = [tmp_path / "1.zhylnama", tmp_path / "2.zhylnama"]
    for seed, file in enumerate(files):
        done = run(script, TOP / "seeds", file, PYTHONHASHSEED=str(seed))
        assert done.returncode == 0, done.stderr
    assert files[0].read_bytes() == files[1].read_bytes()


def test_files_and_folders_are_read_in_any_split(tmp_path: Path) -> None:
    whole = build_from([TOP / "seeds"], tmp_path / "whole.zhylnama")
    parts = tmp_path / "parts"
    parts.mkdir()
    write_lines(parts / "b.jsonl", seeds()[:50])
    write_lines(parts / "a.jsonl", [*seeds()[50:], *seed_people().values()])
    (parts / ".#a.jsonl").write_text("an editor's lock")
    (parts / "notes.txt").write_text("not a record file")
    assert [file.name for file in record_files([parts])] == ["a.jsonl", "b.jsonl"]
    assert build_from([parts], tmp_path / "parts.zhylnama") == whole


# -- Refused -----------------------------------------------------------------------------------


def test_every_fault_of_every_file_is_named_in_one_go(tmp_path: Path) -> None:
    first = write_lines(tmp_path / "1.jsonl", [event("a"), event("b", kinds=["dancing"])])
    first.write_bytes(first.read_bytes() + b'{"id": "c"}\n')
    second = write_lines(
        tmp_path / "2.jsonl",
        [
            event("a"),
            Person(id="p"),
            Person(id="p"),
            event("d", people=[targeted("x", kinds=["singing"])]),
        ],
    )
    with pytest.raises(BadRecords) as bad:
        build_from([first, second], tmp_path / "x.zhylnama")
    assert sorted(bad.value.sentences) == [
        f"{first}: b: kinds: “dancing” is not in the list of kinds.",
        f"{first}: c (line 3): missing field “text”.",
        f"{second}: a: two events have this id.",
        f"{second}: d: kinds: “singing” is not in the list of kinds.",
        f"{second}: p: two people have this id.",
    ]
    assert not (tmp_path / "x.zhylnama").exists()


def broken_off() -> Iterator[Event]:
    """Yield some events, then raise what no reader of records raises."""
    yield from (event(f"e{n}") for n in range(3_000))
    raise KeyError("a defect of the reader")


@pytest.mark.parametrize(
    "records",
    [[event("a"), event("a")], [event("a", kinds=["dancing"])], broken_off()],
    ids=["duplicate", "unknown kind", "defect"],
)
def test_a_failed_build_leaves_the_old_file_and_nothing_else(
    records: list[Record], tmp_path: Path
) -> None:
    target = tmp_path / "old.zhylnama"
    build([event("old")], target)
    before = target.read_bytes()
    with pytest.raises((BadInput, KeyError)):
        build(records, target)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        build([event("a"), event("a")], tmp_path / "new.zhylnama")
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.records import build_archive, event, gazetteer, kind_groups

def kill(stage, done, of):
    if stage == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

build_archive(
    (event(f"e{n}", text=f"word{n} " * 20) for n in range(5_000)), Path(sys.argv[1]),
    gazetteer=gazetteer(), kind_groups=kind_groups(), progress=kill,
)
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has files without a name")
@pytest.mark.parametrize("stage", ["read", "write", "index"])
def test_a_killed_build_leaves_the_old_file_and_nothing_else(stage: str, tmp_path: Path) -> None:
    target = tmp_path / "old.zhylnama"
    build([event("old")], target)
    before = target.read_bytes()
    assert run(KILLED, target, stage).returncode == -9
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


FULL = """
import resource, sys
from zhylnama.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(["build", sys.argv[2], "-o", sys.argv[3]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("room", [0, 8_192, 100_000, 400_000])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(room: int, tmp_path: Path) -> None:
    """A limit on the size of a file stands in for the disk: every write past it fails."""
    target = tmp_path / "old.zhylnama"
    build([event("old")], target)
    before = target.read_bytes()
    done = run(FULL, room, TOP / "seeds", target)
    assert done.returncode == 4, done.stderr
    assert done.stderr.startswith(f"zhylnama: {target}")
    assert done.stderr.count("\n") == 1
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(shutil.which("mount") is None, reason="needs mount(8)")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """A file system of 300 KB in memory, where the user may have one."""
    script = (
        f"mount -t tmpfs -o size=300k none {tmp_path} 2>/dev/null || exit 77;"
        f" printf old > {tmp_path}/x.zhylnama;"
        f" {sys.executable} -m zhylnama build {TOP}/seeds -o {tmp_path}/x.zhylnama;"
        f' echo "status $?"; ls -A {tmp_path}; cat {tmp_path}/x.zhylnama'
    )
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script],
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.xfail("this machine lets nobody mount a file system of their own")
    assert "full" in done.stderr
    assert done.stdout.split("\n") == ["status 4", "x.zhylnama", "old"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "file" / "x.zhylnama", tmp_path / "none" / "x.zhylnama"):
        with pytest.raises(SystemRefused, match="cannot be written"):
            build([event()], target)
    with pytest.raises(SystemRefused, match="is a folder"):
        build([event()], tmp_path / "folder")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    target = tmp_path / "old.zhylnama"
    build([event("old")], target)
    before = target.read_bytes()
    # The power over all files is what makes root write here: without it root is an owner.
    without_power = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] * (os.geteuid() == 0)
    tmp_path.chmod(0o555)
    try:
        done = subprocess.run(
            [*without_power, sys.executable, "-m", "zhylnama", "build", "-o", target],
            env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    finally:
        tmp_path.chmod(0o755)
    assert done.stderr == f"zhylnama: {target} cannot be written: permission denied.\n"
    assert done.returncode == 4
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


MEASURED = """
import resource, sys
from pathlib import Path
from tests.records import build, event, targeted
from zhylnama.archive import build as building
number = int(sys.argv[2])
building.PAGES_KB = 8_000  # filled in either case, so that it does not count
build(
    (
        event(
            f"e{n}", date=None, text=f"w{n % 5000} " * 30, place=f"Village {n % 3000}",
            people=[targeted(f"p{n % 5000}", f"Name{n % 5000} Given{n % 300}")],
        )
        for n in range(number)
    ),
    Path(sys.argv[1]),
)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ru_maxrss has another unit")
def test_memory_does_not_grow_with_the_number_of_events(tmp_path: Path) -> None:
    """Two and a half times the events take hardly more: kept, they would take 36 MB more."""
    used = []
    for number in (20_000, 50_000):
        done = run(MEASURED, tmp_path / "x.zhylnama", number)
        assert done.returncode == 0, done.stderr
        used.append(int(done.stdout) / 1024)
    assert used[1] - used[0] < 20, f"{used} MB"


def test_a_build_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    build_archive(
        (event(f"e{n}") for n in range(4_500)),
        tmp_path / "x.zhylnama",
        gazetteer=Gazetteer(()),
        kind_groups={},
        progress=lambda stage, done, of: told.append((stage, done, of)),
    )
    assert [entry for entry in told if entry[0] == "read"] == [
        ("read", 2_000, None),
        ("read", 4_000, None),
    ]
    assert [entry for entry in told if entry[0] == "write"][-1] == ("write", 4_500, 4_500)
    assert told[-1][0] == "index"


def test_the_file_is_readable_by_any_sqlite(tmp_path: Path) -> None:
    """The records' tables need no module of ours; the index is SQLite's own."""
    build(seeds(), tmp_path / "x.zhylnama")
    with apsw.Connection(str(tmp_path / "x.zhylnama")) as connection:
        assert connection.pragma("user_version") == database.VERSION
        assert connection.pragma("application_id") == 0x5A48594C
        assert connection.pragma("journal_mode") == "delete"
        assert connection.execute("SELECT count(*) FROM event").get == len(seeds())
        lines = [record for (record,) in connection.execute("SELECT record FROM event")]
        assert sorted(lines) == sorted(without_empty(one) for one in seeds())


def without_empty(one: Event) -> str:
    """Return an event's line without the keys that say nothing."""
    plain = json.loads(to_json(one))
    for part in (plain, *plain["people"], *plain["sources"]):
        for key in [key for key, value in part.items() if value is None]:
            del part[key]
    plain = {key: value for key, value in plain.items() if value != []}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def test_a_row_keeps_what_has_a_default_that_is_not_null(tmp_path: Path) -> None:
    """In SQL an absent key is null: an event of a day in English says so."""
    one = event(people=[targeted("a", kinds=[])])
    build([one], tmp_path / "x.zhylnama")
    with apsw.Connection(str(tmp_path / "x.zhylnama")) as connection:
        assert connection.execute("SELECT record FROM event").get == without_empty(one)
        row = connection.execute("SELECT precision, lang, until, note FROM event").get
        assert row == ("day", "en", None, None)
        assert connection.execute("SELECT kinds FROM event_person").get == "[]"
    with Archive.open(tmp_path / "x.zhylnama") as archive:
        assert list(archive.events()) == [one]


def test_the_views_say_what_the_records_say(tmp_path: Path) -> None:
    """Whoever opens the file with another program gets the fields and lists of each record."""
    build([*seeds(), *seed_people().values()], tmp_path / "x.zhylnama")
    with apsw.Connection(str(tmp_path / "x.zhylnama")) as connection:
        for number, one in enumerate(sorted_by_archive(connection), start=1):

            def rows(view: str, of: int = number) -> list[tuple[object, ...]]:
                return [
                    row[2:]
                    for row in connection.execute(
                        f"SELECT * FROM {view} WHERE event = ? ORDER BY position", (of,)
                    )
                ]

            assert rows("event_kind") == [(kind,) for kind in one.kinds]
            assert rows("event_organisation") == [(name,) for name in one.organisations]
            assert rows("event_uncertain") == [(reason,) for reason in one.uncertain]
            assert rows("event_law") == [(x.code, x.article, x.part, x.person) for x in one.law]
            assert rows("event_source") == [(s.number, s.url, s.note) for s in one.sources]
            assert rows("event_person") == [
                (
                    a.person,
                    a.name,
                    a.role,
                    None if a.kinds is None else msgspec.json.encode(a.kinds).decode(),
                )
                for a in one.people
            ]
            assert rows("event_sanction") == [
                (s.person, s.kind, s.days, s.months, s.hours, s.amount, s.currency, s.detail,
                 s.recalled)
                for s in one.sanctions
            ]  # fmt: skip


def sorted_by_archive(connection: apsw.Connection) -> list[Event]:
    """Return the seeds in the order that the archive gave them, after looking at each row."""
    by_id = {one.id: one for one in seeds()}
    fields = ("precision", "place", "region", "title", "text", "lang", "reason", "report",
              "paragraph", "note")  # fmt: skip
    found = []
    for id_, date, until, *said in connection.execute(
        f"SELECT id, date, until, {', '.join(fields)} FROM event ORDER BY number"
    ):
        one = by_id[id_]
        assert (date, until) == tuple(d and d.isoformat() for d in (one.date, one.until))
        assert said == [getattr(one, field) for field in fields]
        found.append(one)
    return found
