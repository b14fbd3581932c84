"""Many people at once: whoever fails, whatever breaks and whenever it is stopped, no half files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import LogWatch
from tests.dossier.cast import SUBJECT, cast_archive
from tests.dossier.in_memory import TODAY, InMemory
from tests.dossier.people import named
from tests.dossier.tools import run

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.archive.model import Profile
from zhylnama.dossier.batch import Batch, file_name, write_many
from zhylnama.dossier.options import DossierOptions
from zhylnama.failure import BadInput, SystemRefused, WrongCommand
from zhylnama.record.event import Event, Person

OTHER = "akhmetova-gulnara"
FORMS = [("each", False), ("each", True), ("book", False), ("book", True)]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with cast_archive(tmp_path) as opened:
        yield opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


class Told:
    """Records of an archive, of which one person's cannot be used."""

    def __init__(self, people: int, broken: str, text: Any = "Told.", failure: Any = None) -> None:
        names = [f"person-{n}" for n in range(people)]
        self._archive = InMemory(
            [
                Event(
                    id=f"2021-12-0{n + 1}.1",
                    date=dt.date(2021, 12, n + 1),
                    text=text if name == broken else f"Told of {name}.",
                    people=[named(name, f"Secretive Name{n}")],
                )
                for n, name in enumerate(names)
            ],
            [Person(id=name, spellings=[f"Secretive Name{n}"]) for n, name in enumerate(names)],
        )
        self._broken, self._failure = broken, failure
        self.edition = self._archive.edition
        self.people = names

    def profile(self, person_id: str) -> Profile | None:
        if self._failure is not None and person_id == self._broken:
            raise self._failure
        return self._archive.profile(person_id)

    def events(self) -> Iterator[Event]:
        return iter(self._archive.events)

    def identities(self) -> Iterator[Person]:
        return iter(self._archive.people.values())


def written(
    archive: Any, people: list[str], out: Path, form: str, word: bool, **more: Any
) -> Batch:
    ending = "docx" if word else "pdf"
    target = out / f"book.{ending}" if form == "book" else out
    options = more.pop("options", DossierOptions())
    return write_many(
        archive, people, options, target, today=TODAY, book=form == "book", word=word, **more
    )


def test_one_who_fails_does_not_stop_the_rest(archive: Archive, out: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    batch = write_many(
        archive,
        [SUBJECT, "nobody", OTHER],
        DossierOptions(preset="public"),
        out / "new",
        today=TODAY,
        names={SUBJECT: "Daniyar"},
        progress=lambda *now: seen.append(now),
    )
    assert sorted(path.name for path in batch.written) == [
        "Gulnara Akhmetova.pdf",
        "Serikov Daniyar.pdf",
    ]
    assert [(failed.person, str(failed.why)) for failed in batch.failed] == [
        ("nobody", "The archive has no person “nobody”.")
    ]
    assert seen == [(0, 3, "Daniyar"), (1, 3, "nobody"), (2, 3, OTHER), (3, 3, "")]


def test_a_book_names_who_is_missing(archive: Archive, out: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    batch = written(
        archive, [SUBJECT, "nobody", OTHER], out, "book", word=False,
        progress=lambda *now: seen.append(now),
    )  # fmt: skip
    assert batch.written == [out / "book.pdf"]
    assert [outcome.person for outcome in batch.failed] == ["nobody"]
    assert seen == [(1, 3, SUBJECT), (2, 3, OTHER), (3, 3, "")]


@pytest.mark.parametrize(("form", "word"), FORMS)
@pytest.mark.parametrize("preset", ["everything", "public"])
def test_a_defect_of_one_is_one_line_and_the_log_names_nobody(
    out: Path, log_watch: LogWatch, form: str, word: bool, preset: Any
) -> None:
    told = Told(4, "person-2", text=5)
    batch = written(told, told.people, out, form, word, options=DossierOptions(preset=preset))
    assert [(one.person, one.why) for one in batch.failed] == [("person-2", None)]
    assert {one.person for one in batch.outcomes} == set(told.people)
    files = list(out.iterdir())
    assert sorted(batch.written) == sorted(files)
    assert len(files) == (1 if form == "book" else 3)
    (said,) = log_watch.take()
    assert "Error at" in said
    assert not any(name in said for name in ("Secretive", "person-2", "/", "Told"))


@pytest.mark.parametrize(("form", "word"), FORMS)
def test_records_that_cannot_be_read_are_one_line(out: Path, form: str, word: bool) -> None:
    told = Told(3, "person-0", failure=BadInput("The archive is damaged at event 7."))
    batch = written(told, told.people, out, form, word)
    assert [(one.person, str(one.why)) for one in batch.failed] == [
        ("person-0", "The archive is damaged at event 7.")
    ]
    assert len(batch.outcomes) == 3


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_what_concerns_everybody_is_raised(out: Path, stop: type[BaseException]) -> None:
    told = Told(3, "person-1", failure=stop())
    with pytest.raises(stop):
        written(told, told.people, out, "each", word=False)


def test_an_interrupted_archive_is_a_batch_that_was_cancelled(out: Path) -> None:
    told = Told(3, "person-1", failure=Interrupted())
    batch = written(told, told.people, out, "each", word=False)
    assert batch.cancelled
    assert [one.person for one in batch.outcomes] == ["person-0"]


def test_a_defect_that_is_nobodys_own_is_raised(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_all: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("zhylnama.dossier.pages.index_of", broken)
    told = Told(3, "nobody")
    with pytest.raises(ZeroDivisionError):
        written(told, told.people, out, "book", word=False)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(("form", "word"), FORMS)
@pytest.mark.parametrize("preset", ["everything", "public"])
def test_a_batch_stops_in_the_middle_of_a_person(
    out: Path, form: str, word: bool, preset: Any
) -> None:
    """Stopped after any number of steps: what is written is whole, and nothing else is there."""
    told = Told(3, "nobody")
    options = DossierOptions(preset=preset)
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += 1
        return False

    written(told, told.people, out, form, word, options=options, cancelled=count)
    whole = {path.name: path.read_bytes() for path in out.iterdir()}
    assert steps > 60  # between rows, not only between people
    for stop in (1, steps // 6, steps // 2, steps - 1):
        for path in out.iterdir():
            path.unlink()
        left = iter(range(stop))
        batch = written(
            told, told.people, out, form, word,
            options=options, cancelled=lambda left=left: next(left, None) is None,
        )  # fmt: skip
        assert batch.cancelled
        there = {path.name: path.read_bytes() for path in out.iterdir()}
        assert {path.name for path in batch.written} == set(there)
        assert there.items() <= whole.items()
        assert len(there) < len(whole)


def test_a_book_that_is_stopped_or_refused_leaves_the_older_one(out: Path) -> None:
    told = Told(3, "nobody")
    (out / "book.pdf").write_bytes(b"older")
    steps = iter(range(80))
    batch = written(
        told, told.people, out, "book", word=False, cancelled=lambda: next(steps, None) is None
    )
    assert batch.cancelled
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {"book.pdf": b"older"}
    with pytest.raises(SystemRefused):
        written(told, told.people, out / "book.pdf", "book", word=False)
    with pytest.raises(SystemRefused):
        written(told, told.people, out / "book.pdf", "each", word=False)
    assert (out / "book.pdf").read_bytes() == b"older"


def test_a_file_that_is_there_is_never_replaced(out: Path) -> None:
    told = Told(2, "nobody")
    (out / "SECRETIVE name0.pdf").write_bytes(b"older")
    for _ in range(2):
        written(told, told.people, out, "each", word=False)
    assert sorted(path.name for path in out.iterdir()) == [
        "SECRETIVE name0.pdf",
        "Secretive Name0 2.pdf",
        "Secretive Name0 3.pdf",
        "Secretive Name1 2.pdf",
        "Secretive Name1.pdf",
    ]
    assert (out / "SECRETIVE name0.pdf").read_bytes() == b"older"


def test_each_file_of_a_batch_is_locked(out: Path) -> None:
    told = Told(2, "nobody")
    for path in written(told, told.people, out, "each", word=False, passphrase="four").written:
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path)
        pikepdf.open(path, password="four").close()
    for word, passphrase in ((True, "four"), (False, "")):
        with pytest.raises(WrongCommand):
            written(told, told.people, out, "each", word, passphrase=passphrase)


def test_a_long_book_has_every_chapter_under_its_own_head(out: Path) -> None:
    told = Told(9, "nobody")
    written(told, told.people, out, "book", word=False)
    pages = run("pdftotext", "-layout", "-enc", "UTF-8", out / "book.pdf", "-").split("\f")[:-1]
    for number in range(9):
        heads = [page.splitlines()[0] for page in pages]
        mine = [head for head in heads if f"Name{number}" in head]
        assert len(mine) >= 1
    assert [page.splitlines()[0].split("Working")[0].strip() for page in (pages[0], pages[-1])] == [
        "Dossiers: 9 people"
    ] * 2


@given(st.lists(st.text(max_size=300), min_size=1, max_size=6))
def test_file_names_are_possible_and_never_the_same(names: list[str]) -> None:
    taken: set[str] = set()
    given_names = [file_name(name, f"person-{n}", taken) for n, name in enumerate(names)]
    assert len({name.casefold() for name in given_names}) == len(names)
    for name in given_names:
        assert 0 < len(name.encode()) < 240
        assert not set(name) & set('/\\:*?"<>|\0\n')
        assert name not in (".", "..")
