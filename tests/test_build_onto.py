"""`zhylnama build --onto`: a report joins an archive in a shell, and nothing is there twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.small_report import REPORT
from tests.records import seed_archive

from zhylnama.archive.archive import Archive
from zhylnama.cli import main
from zhylnama.files import seeds_folder
from zhylnama.record.event import Event

Captured = pytest.CaptureFixture[str]


def draft(folder: Path, name: str, text: str) -> Path:
    """Import a report into a draft beside it."""
    report, made = folder / f"{name}.txt", folder / f"{name}.jsonl"
    report.write_text(text, "utf-8")
    assert main(["--archive", str(seed_archive()), "import", str(report), "-o", str(made)]) == 0
    return made


def build(*arguments: object) -> int:
    return main(["build", "--accept-uncertain", *map(str, arguments)])


def events_of(archive: Path) -> dict[str, Event]:
    with Archive.open(archive) as opened:
        return {event.id: event for event in opened.events()}


@pytest.fixture
def march(tmp_path: Path) -> Path:
    """An archive with a report of March in it."""
    made = tmp_path / "march.zhylnama"
    assert build(draft(tmp_path, "first", REPORT), "--onto", seed_archive(), "-o", made) == 0
    return made


CORRECTED = (
    REPORT.replace("15 days of arrest", "10 days of arrest")
    .replace("On March 5, in Nowheretown, the police", "On March 6, in Taldykorgan, strangers")
    .replace("detained Timur Kasymov on his way to a peaceful meeting", "burned a car")
)


def test_what_is_new_joins_the_archive(march: Path) -> None:
    before, after = events_of(seed_archive()), events_of(march)
    assert len(after) == len(before) + 4
    assert {id_: after[id_] for id_ in before} == before


def test_the_same_report_twice_changes_nothing(
    march: Path, tmp_path: Path, capsys: Captured
) -> None:
    again = tmp_path / "again.zhylnama"
    capsys.readouterr()
    assert build(tmp_path / "first.jsonl", "--onto", march, "-o", again) == 0
    assert "4 events unchanged, 0 added" in capsys.readouterr().err
    assert events_of(again) == events_of(march)


def test_a_corrected_edition_changes_what_is_chosen(
    march: Path, tmp_path: Path, capsys: Captured
) -> None:
    corrected = draft(tmp_path, "corrected", CORRECTED)
    made = tmp_path / "made.zhylnama"
    capsys.readouterr()
    # Without a choice the archive keeps all that it has.
    assert build(corrected, "--onto", march, "-o", made) == 0
    said = capsys.readouterr().err
    assert "the archive keeps its own: 2022-03-02.1: text, sanctions" in said
    assert "the archive keeps what is no longer in the report: 2022-03-05.1" in said
    before, kept = events_of(march), events_of(made)
    assert {id_: kept[id_] for id_ in before} == before
    assert [kept[id_].place for id_ in kept.keys() - before.keys()] == ["Taldykorgan"]
    # In place of the archive itself.
    chosen = ("--take-changed", "2022-03-02.1", "--drop-gone", "all")
    assert build(corrected, "--onto", march, "-o", march, *chosen) == 0
    after = events_of(march)
    assert after["2022-03-02.1"].sanctions[0].days == 10
    assert "2022-03-05.1" not in after
    assert len(after) == len(before)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--take-changed", "2022-03-09.9"], "2022-03-09.9 is not among what it chooses from"),
        (["--drop-gone", "2022-03-02.1"], "2022-03-02.1 is not among what it chooses from"),
    ],
)
def test_what_cannot_be_chosen_is_refused(
    march: Path, tmp_path: Path, capsys: Captured, options: list[str], sentence: str
) -> None:
    before = march.read_bytes()
    assert build(tmp_path / "first.jsonl", "--onto", march, "-o", march, *options) == 2
    assert sentence in capsys.readouterr().err
    assert march.read_bytes() == before


def test_a_choice_is_of_an_archive(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "x.zhylnama"
    assert build("--take-changed", "all", "-o", target) == 2
    assert build("--onto", seed_archive(), "-o", target) == 2
    assert not target.exists()
    assert "name the files" in capsys.readouterr().err


def test_a_draft_with_doubts_does_not_join(march: Path, tmp_path: Path, capsys: Captured) -> None:
    before = march.read_bytes()
    doubtful = draft(tmp_path, "doubtful", CORRECTED.replace("Oral", "Nowhereville"))
    assert main(["build", str(doubtful), "--onto", str(march), "-o", str(march)]) == 3
    assert "--accept-uncertain" in capsys.readouterr().err
    assert march.read_bytes() == before


def test_many_ids_that_are_there_already_are_told_in_one_sentence(
    tmp_path: Path, capsys: Captured
) -> None:
    folder = seeds_folder()
    assert folder is not None
    seeds = folder / "2021-12.toml"
    copy = tmp_path / "copy.toml"
    copy.write_bytes(seeds.read_bytes())
    assert build(seeds, copy, "-o", tmp_path / "x.zhylnama") == 3
    said = capsys.readouterr().err
    assert "134 events have ids that others had before them" in said
    assert "--onto" in said
    assert said.count("\n") == 1
