"""`zhylnama import`, and what `build` does with its draft."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pypdfium2
import pytest
from tests.reading.small_report import REPORT as SMALL

from zhylnama.cli import main
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, Person
from zhylnama.record.file import read_records
from zhylnama.wording import Wording
from zhylnama.wording.doubts import doubt_in_words

REPORT = Path(__file__).parent.parent / "reports" / "may-2024.txt"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which one person of the report is known."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "known.toml").write_text(
        '[[person]]\nid = "kasymov-isa"\nspellings = ["Kasymov Isa"]\n\n'
        '[[event]]\nid = "2020-01-01.1"\ndate = 2020-01-01\ntext = "x"\n'
        'people = [{person = "kasymov-isa", name = "Kasymov Isa", role = "targeted"}]\n',
        "utf-8",
    )
    made = folder / "known.zhylnama"
    assert main(["build", str(folder / "known.toml"), "-o", str(made)]) == 0
    return made


def test_a_draft_to_review(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.toml"
    assert main(["import", "--archive", str(archive), str(REPORT), "-o", str(draft)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "20 paragraphs read as 21 events" in said.err
    assert "1 parts left out" in said.err or "1 part left out" in said.err
    records = list(read_records(draft))
    events = [record for record in records if isinstance(record, Event)]
    assert len(events) == 21
    assert [e.id for e in events][:3] == ["2024-05-01.1", "2024-05-01.2", "2024-05-02.1"]
    people = {record.id for record in records if isinstance(record, Person)}
    assert "kasymov-isa" not in people
    assert any(a.person == "kasymov-isa" for e in events for a in e.people)
    assert {a.person for e in events for a in e.people} <= people | {"kasymov-isa"}
    assert "# Left out of may-2024.txt: Human rights watch list" in draft.read_text("utf-8")


def test_what_was_left_out_becomes_a_record_when_its_marks_are_taken_off(
    archive: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.toml"
    report = tmp_path / "report.txt"
    report.write_bytes(REPORT.read_bytes() + b"\nOne line more, after the last note\n")
    assert main(["import", "--archive", str(archive), str(report), "-o", str(draft)]) == 0
    before = [r for r in read_records(draft) if isinstance(r, Event)]
    draft.write_text(draft.read_text("utf-8").replace("#~ ", ""), "utf-8")
    after = [r for r in read_records(draft) if isinstance(r, Event)]
    assert after[: len(before)] == before
    assert "One line more, after the last note" in [event.text for event in after[len(before) :]]
    ids = [record.id for record in read_records(draft)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("form", ["toml", "jsonl"])
def test_every_word_that_is_left_out_is_told(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    report, draft = tmp_path / "report.txt", tmp_path / f"draft.{form}"
    endless = " ".join(f"word{n}" for n in range(4_000))
    link = "https://example.org/" + "x" * 5_000
    report.write_text(
        SMALL + f"\n[7] words of a note {endless[:500]} {link}\n\n{endless}\n", "utf-8"
    )
    assert main(["import", "--archive", str(archive), str(report), "-o", str(draft)]) == 0
    said = draft.read_text("utf-8") if form == "toml" else capsys.readouterr().err
    assert endless in said
    assert link in said
    assert "title: Monitoring of rights" in said or form == "toml"


def test_json_lines_on_standard_output(
    archive: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["import", "--archive", str(archive), str(REPORT), "-o", "-"]) == 0
    lines = capsysbinary.readouterr().out.splitlines()
    assert len(lines) == 21
    assert json.loads(lines[0])["sanctions"] == [
        {"person": "baizhanov-n", "kind": "arrest", "days": 15}
    ]


def test_several_reports_make_one_draft_without_an_event_twice(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.jsonl"
    other = REPORT.with_name("october-2022.txt")
    again = tmp_path / "again.txt"
    again.write_text(REPORT.read_text("utf-8").replace("15 days", "14 days", 1), "utf-8")
    reports = [str(path) for path in (REPORT, other, again, REPORT)]
    assert main(["import", "--archive", str(archive), *reports, "-o", str(draft)]) == 0
    records = [record for record in read_records(draft) if isinstance(record, Event)]
    ids = [record.id for record in records]
    # Of the corrected edition only what was corrected comes along.
    assert len(ids) == len(set(ids)) == 21 + 22 + 1
    said = capsys.readouterr().err
    assert said.count("is printed word for word in may-2024.txt, paragraph") == 19 + 20
    assert f"{REPORT}, period 2024-05: 0 paragraphs read as 0 events" in said


def test_the_same_month_of_another_year_is_no_report_twice(archive: Path, tmp_path: Path) -> None:
    draft, line = tmp_path / "draft.jsonl", "On May 5, in Almaty, Dina Omarova was fined 20 MCI."
    reports = [tmp_path / f"{year}.txt" for year in (2021, 2022)]
    for report in reports:
        report.write_text(f"Monitoring report, May {report.stem}\n\n{line}\n", "utf-8")
    command = ["import", "--archive", str(archive), *map(str, reports), "-o", str(draft)]
    assert main(command) == 0
    assert [record.id for record in read_records(draft)] == ["2021-05-05.1", "2022-05-05.1"]


def test_what_the_archive_has_of_a_report_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, draft, made = tmp_path / "r.txt", tmp_path / "draft.toml", tmp_path / "a.zhylnama"
    report.write_text(SMALL, "utf-8")
    assert main(["import", str(report), "-o", str(draft)]) == 0
    assert "the archive has" not in capsys.readouterr().err
    assert main(["build", "--accept-uncertain", str(draft), "-o", str(made)]) == 0
    edited = SMALL.replace("15 days", "10 days").replace("On March 5", "On March 6")
    gone = edited[: edited.index("On March 7")] + edited[edited.index("[1] https") :]
    report.write_text(gone, "utf-8")
    capsys.readouterr()
    assert main(["import", "--archive", str(made), str(report), "-o", str(draft)]) == 0
    said = capsys.readouterr().err
    assert "the archive has 0 events of it unchanged and 3 told otherwise; 0 are new, 1" in said
    assert "told otherwise: 2022-03-02.1: text, sanctions" in said
    assert "in the archive, not in the report: 2022-03-07.1" in said


def test_build_refuses_what_nobody_has_reviewed(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, made = tmp_path / "draft.toml", tmp_path / "made.zhylnama"
    main(["import", "--archive", str(archive), str(REPORT), "-o", str(draft)])
    uncertain = [r.id for r in read_records(draft) if isinstance(r, Event) and r.uncertain]
    capsys.readouterr()
    assert main(["build", str(draft), "-o", str(made)]) == 3
    said = capsys.readouterr().err
    assert f"{len(uncertain)} records have something uncertain" in said
    assert uncertain[0] in said
    assert not made.exists()
    assert main(["build", "--accept-uncertain", str(draft), "-o", str(made)]) == 0


def test_what_is_taken_uncertain_says_so_in_the_record_and_on_paper(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, draft, made = tmp_path / "r.txt", tmp_path / "draft.toml", tmp_path / "a.zhylnama"
    report.write_text(SMALL, "utf-8")
    main(["import", "--archive", str(archive), str(report), "-o", str(draft)])
    assert main(["build", "--accept-uncertain", str(draft), "-o", str(made)]) == 0
    capsys.readouterr()
    main(["export", "--archive", str(made), "-o", "-"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    doubt = "place: “Nowheretown” is not in the gazetteer"
    assert [r["id"] for r in records if doubt in r.get("uncertain", [])] == ["2022-03-05.1"]
    for lang in ("en", "ru", "kk"):
        paper = tmp_path / f"{lang}.pdf"
        main(["dossier", "--archive", str(made), "Timur Kasymov", "-o", str(paper), "--lang", lang])
        said = doubt_in_words(Wording(lang, resources_folder()), doubt)
        assert said.partition(": ")[2] in _text_of(paper)


def _text_of(paper: Path) -> str:
    with contextlib.closing(pypdfium2.PdfDocument(paper)) as document:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    return " ".join(" ".join(pages).split())


def test_a_file_without_events_is_told_with_what_it_holds(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, draft = tmp_path / "letter.txt", tmp_path / "draft.toml"
    report.write_text("A letter\n\nThank you for the books.\n", "utf-8")
    assert main(["import", "--archive", str(archive), str(report), "-o", str(draft)]) == 1
    said = capsys.readouterr().err
    assert "no event was found" in said
    assert "left out: stands before the first event: Thank you for the books." in said
    assert '#~ text = "Thank you for the books."' in draft.read_text("utf-8")
    # An older draft may have been reviewed: nothing takes its place.
    draft.write_text("older", "utf-8")
    assert main(["import", "--archive", str(archive), str(report), "-o", str(draft)]) == 1
    assert f"{draft} is as it was" in capsys.readouterr().err
    assert draft.read_text("utf-8") == "older"


def test_a_bad_report_leaves_the_older_draft(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.toml"
    draft.write_text("older", "utf-8")
    bad = tmp_path / "picture.txt"
    bad.write_bytes(b"\x89PNG\r\n")
    assert main(["import", "--archive", str(archive), str(bad), "-o", str(draft)]) == 3
    assert "is a picture" in capsys.readouterr().err
    assert draft.read_text("utf-8") == "older"


def test_a_draft_has_one_of_two_forms(archive: Path, tmp_path: Path) -> None:
    assert (
        main(["import", "--archive", str(archive), str(REPORT), "-o", str(tmp_path / "x.csv")]) == 2
    )
