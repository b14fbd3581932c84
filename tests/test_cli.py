"""The commands, as a shell sees them: what is printed where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.records import archive_of, build, event, seed_archive, seed_people, seeds, targeted

from zhylnama.cli import main
from zhylnama.record.event import Person
from zhylnama.record.file import to_json

TOP = Path(__file__).resolve().parent.parent


def shell(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, on the bundled records."""
    return subprocess.run(
        [sys.executable, "-m", "zhylnama", "--archive", seed_archive(), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")} | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


Captured = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    """Run a command in this process, on the bundled records."""
    return main(["--archive", str(seed_archive()), *map(str, arguments)])


# -- Through a real process --------------------------------------------------------------------


def test_export_gives_every_record_a_line() -> None:
    done = shell("export", "-o", "-")
    assert done.returncode == 0
    assert done.stderr == b""
    lines = done.stdout.splitlines()
    assert len(lines) == done.stdout.count(b"\n") == 134
    assert set(lines) == {to_json(one) for one in seeds()}


def test_search_finds_a_name_in_another_script() -> None:
    done = shell("search", "--json", "--", "Мамай")
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {e.id for e in seeds() if any(a.person == "mamay-zhanbolat" for a in e.people)} <= {
        record["id"] for record in found
    }
    assert all("why" in record for record in found)
    # Apart from `why` a line is the record.
    plain = json.loads(to_json(next(e for e in seeds() if e.id == found[0]["id"])))
    assert {key: value for key, value in found[0].items() if key != "why"} == plain


def test_nothing_found_is_a_sentence_and_status_1() -> None:
    done = shell("search", "--", "Мубаракпв")
    assert (done.returncode, done.stdout) == (1, b"")
    message = done.stderr.decode()
    assert message.startswith("zhylnama: nothing found for Мубаракпв. Did you mean: ")
    assert message.count("\n") == 1


def test_a_query_that_begins_with_a_dash() -> None:
    every = {e.id for e in seeds()}
    without = shell("search", "--json", "--limit", 500, "--", "-kind:fine").stdout.splitlines()
    found = {json.loads(line)["id"] for line in without}
    assert found == every - {e.id for e in seeds() if "fine" in e.kinds}


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "--limit", "500", "--json", "--", ""],
        ["export", "-o", "-"],
        ["export", "--format", "csv", "-o", "-"],
    ],
)
def test_a_reader_who_has_seen_enough(arguments: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "zhylnama", "--archive", seed_archive(), *arguments],
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1251"])
def test_a_console_of_another_time(encoding: str) -> None:
    done = shell(
        "person", "Мамай", "Жанболат", PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0"
    )
    assert done.returncode == 0
    assert done.stdout.decode().startswith("Mamay Zhanbolat\n")


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
@pytest.mark.parametrize("command", ["search", "person"])
def test_an_argument_that_is_no_text(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zhylnama", command, "--archive", seed_archive(), "--", b"\xff\xfe"],
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has /dev/full")
def test_a_full_disk_behind_standard_output() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "zhylnama", "--archive", seed_archive(), "export", "-o", "-"],
            env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr == b"zhylnama: the system refused: no space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell's way of closing standard output")
@pytest.mark.parametrize("arguments", ["search -- Mamay", "verify {archive}", "export -o -"])
def test_no_standard_output_at_all(arguments: str) -> None:
    done = subprocess.run(
        f"exec '{sys.executable}' -m zhylnama --archive '{seed_archive()}'"
        f" {arguments.format(archive=seed_archive())} >&-",
        shell=True,
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == (4 if "export" in arguments else 0)


@pytest.mark.parametrize("typed", ["\ud800", "a\udfffb"])
def test_half_a_letter(typed: str) -> None:
    """Windows hands over halves of letters as they are."""
    assert run("search", "--", typed) == 1
    assert run("person", "--", typed) == 1


def test_the_program_starts_without_qt() -> None:
    """A search must not wait for the window's library."""
    script = (
        "import sys; sys.modules['PySide6'] = None; from zhylnama.cli import main;"
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "search", "--archive", seed_archive(), "--", "Mamay"],
        env={**os.environ, "PYTHONPATH": str(TOP / "desktop")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


# -- Wrong commands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serach", "x"], "invalid choice"),
        (["search"], "required: QUERY"),
        (["search", "--limit", "many", "x"], "'many' is not a whole number"),
        (["search", "--limit", "-1", "x"], "--limit"),
        (["search", "--limit", "²", "x"], "is not a whole number"),
        (["search", "--sort", "worst", "x"], "invalid choice: 'worst'"),
        (["search", "--js", "x"], "unrecognized arguments: --js"),
        (["export"], "required: -o/--output"),
        (["export", "--format", "xml", "-o", "-"], "invalid choice: 'xml'"),
        (["export", "--people", "--format", "csv", "-o", "-"], "people are written as jsonl"),
        (["export", "--people", "-o", "x.csv"], "people are written as jsonl"),
        (["build", "x.toml"], "required: -o/--output"),
        (["dossier", "Mamay"], "required: -o/--output"),
        (["dossier", "Mamay", "-o", "x.pdf", "--lang", "de"], "invalid choice: 'de'"),
        (["verify"], "required: FILE"),
        (["--nonsense"], "unrecognized arguments"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_status_2(
    arguments: list[str], said: str, capsys: Captured
) -> None:
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("zhylnama: ")
    assert err.count("\n") == 1
    assert said in err


def test_help_and_version(capsys: Captured) -> None:
    for arguments in (["--help"], ["search", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
    assert "Zhylnama 0." in capsys.readouterr().out


# -- Search ------------------------------------------------------------------------------------


def test_hits_for_people_to_read(capsys: Captured) -> None:
    assert run("search", "--limit", 2, "--", "Мамай") == 0
    out, err = capsys.readouterr()
    assert out.startswith("2021-12-28 · Almaty · 2021-12-28.4\n")
    assert out.count("[Мамай → Mamay]") == 2
    assert all(len(line) <= 82 for line in out.splitlines())
    assert err == "zhylnama: the first 2 are shown; --limit shows more.\n"


def found(capsys: Captured) -> list[str]:
    """Return the ids that were printed as JSON, in their order."""
    return [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]


def test_oldest_first_and_only_as_it_is_spelled(capsys: Captured) -> None:
    assert run("search", "--json", "--limit", 500, "--", "picket") == 0
    newest = found(capsys)
    assert run("search", "--json", "--limit", 500, "--sort", "oldest", "--", "picket") == 0
    assert found(capsys) == newest[::-1]
    assert run("search", "--json", "--limit", 500, "--", "Mamai") == 0
    every = found(capsys)
    assert run("search", "--json", "--limit", 500, "--exact", "--", "Mamai") == 0
    assert set(found(capsys)) < set(every)
    assert run("search", "--exact", "--", "Мамай") == 1


def test_limit_and_sort(capsys: Captured) -> None:
    assert run("search", "--json", "--limit", 500, "--sort", "date", "--", "picket") == 0
    newest = found(capsys)
    assert run("search", "--json", "--limit", 3, "--", "picket") == 0
    assert found(capsys) == newest[:3]
    assert run("search", "--json", "--limit", 500, "--sort", "best", "--", "picket") == 0
    best = found(capsys)
    assert sorted(best) == sorted(newest)
    assert best != newest


def test_limit_0_only_asks_whether(capsys: Captured) -> None:
    assert run("search", "--limit", 0, "--", "picket") == 0
    assert run("search", "--limit", 0, "--", "zzzzz") == 1
    assert capsys.readouterr().out == ""


def test_what_is_no_query_is_read_as_words_and_said(capsys: Captured) -> None:
    assert run("search", "--", "(picket") == 0
    assert "a bracket does not close: read as plain words" in capsys.readouterr().err


def test_words_need_no_quotation_marks(capsys: Captured) -> None:
    assert run("search", "--json", "kind:fine", "Mamay") == 0
    assert found(capsys) == ["2021-12-03.4"]


# -- People ------------------------------------------------------------------------------------


def test_a_profile_as_json(capsys: Captured) -> None:
    assert run("person", "--json", "--", "Mubarakov", "Aidar") == 0
    profile = json.loads(capsys.readouterr().out)
    assert profile["person"] == "mubarakov-aidar"
    assert profile["events"] == sorted(
        e.id for e in seeds() if any(a.person == "mubarakov-aidar" for a in e.people)
    )
    assert {spelling["name"] for spelling in profile["spellings"]} == set(
        seed_people()["mubarakov-aidar"].spellings
    )
    assert profile["totals"]["arrest_days"] == 15
    assert profile["may_be"][0]["person"] == "mubarakov-a"
    recalled = [m["sanction"]["recalled"] for m in profile["measures"] if m["sanction"]
                and "recalled" in m["sanction"]]  # fmt: skip
    assert recalled == [True]


def test_a_profile_for_people_to_read(capsys: Captured) -> None:
    assert run("person", "Мубараков", "Айдар") == 0
    out = capsys.readouterr().out
    assert out.startswith("Mubarakov Aidar\n===============\n")
    for line in (
        "May be the same, not proved: Mubarakov A. (mubarakov-a, 1 event)",
        "            days of administrative arrest: 15",
        "  2021-12-05  arrest, 15 days  [AOC 488 part 6]",
        "  2021-12-09  arrest, 15 days (recalled)  [AOC 488 part 6]",
    ):
        assert line in out.splitlines()


def test_an_ambiguous_name_lists_its_candidates(capsys: Captured) -> None:
    assert run("person", "--", "Bokayev") == 1
    out, err = capsys.readouterr()
    assert out == ""
    first, *rest = err.splitlines()
    assert first.startswith("zhylnama: Bokayev may mean more than one person; ")
    ids = [line.partition("(")[2].partition(":")[0] for line in rest]
    assert len(ids) >= 2
    for person in ids:  # what is listed can be named
        assert run("person", "--json", person) == 0
        assert json.loads(capsys.readouterr().out)["person"] == person


def test_a_surname_that_one_person_has_is_not_another_a_letter_away(capsys: Captured) -> None:
    # Matai is somebody else.
    assert run("person", "--json", "Mamay") == 0
    assert json.loads(capsys.readouterr().out)["person"] == "mamay-zhanbolat"


def test_two_people_of_one_name_are_never_one(tmp_path: Path, capsys: Captured) -> None:
    twins = [Person(id=f"twin-{n}", spellings=["Ivan Petrov"]) for n in (1, 2)]
    with archive_of([*twins, event(people=[targeted("twin-1", "Ivan Petrov")])], tmp_path) as two:
        assert main(["person", "--archive", str(two.path), "Ivan Petrov"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("zhylnama: Ivan Petrov may mean more than one person; ")
    assert "(twin-1: 1 event; " in err
    assert "(twin-2: 0 events; " in err


def test_nobody_is_called_so(capsys: Captured) -> None:
    assert run("person", "Mubarakpv Aidar") == 1 or run("person", "Zzzyzx") == 1
    assert run("person", "Zzzyzx Qqq") == 1
    assert "nobody in this archive is called Zzzyzx Qqq." in capsys.readouterr().err


# -- Export and build --------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["jsonl", "toml"])
def test_export_and_build_again_give_the_same_archive(
    form: str, tmp_path: Path, capsys: Captured
) -> None:
    events, people = tmp_path / f"events.{form}", tmp_path / f"people.{form}"
    assert run("export", "-o", events) == 0
    assert run("export", "--people", "-o", people) == 0
    assert main(["build", str(events), str(people), "-o", str(tmp_path / "again.zhylnama")]) == 0
    assert (tmp_path / "again.zhylnama").read_bytes() == seed_archive().read_bytes()
    assert capsys.readouterr().out == ""


def test_export_as_csv(tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "x.csv") == 0
    text = (tmp_path / "x.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [e.id for e in seeds()]


@pytest.mark.parametrize(("lang", "separator", "head"), [("en", ",", "Date"), ("kk", ";", "Күні")])
def test_export_as_a_table_to_read(
    lang: str, separator: str, head: str, tmp_path: Path, capsys: Captured
) -> None:
    assert run("export", "--lang", lang, "-o", tmp_path / "x.csv") == 0
    text = (tmp_path / "x.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert rows[0][0] == head
    assert [row[-1] for row in rows[1:]] == [e.id for e in seeds()]
    assert run("export", "--lang", lang, "-o", tmp_path / "x.jsonl") == 2
    assert "--lang is for csv" in capsys.readouterr().err
    assert not (tmp_path / "x.jsonl").exists()


def test_build_says_what_it_made(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "x.zhylnama"
    assert main(["build", str(TOP / "seeds"), "-o", str(target)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{target}: 134 events, {len(seed_people())} people, edition 2021-12,")
    assert target.read_bytes() == seed_archive().read_bytes()


def test_the_bundled_records_are_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """Where no archive came with the program, one is built once from its records."""
    monkeypatch.setattr("zhylnama.installed.bundled_archive", lambda: None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for _ in range(2):
        assert main(["search", "--json", "--limit", "500", "--", ""]) == 0
        assert len(found(capsys)) == 134
    (built,) = (tmp_path / "zhylnama").iterdir()
    assert built.read_bytes() == seed_archive().read_bytes()
    assert main(["build", "-o", str(tmp_path / "x.zhylnama")]) == 0
    assert (tmp_path / "x.zhylnama").read_bytes() == seed_archive().read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"id": "1"}', "1 (line 1): missing field “text”."),
        ('{"id": "1", "text": "x", "\\u001b[2J": 1}', "unknown field “ [2J”."),
        ('{"id": "1", "text": "x", "kinds": ["dancing"]}', "“dancing” is not in the list of kinds"),
    ],
)
def test_bad_records_are_status_3_and_steer_no_terminal(
    content: str, said: str, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content)
    assert main(["build", str(path), "-o", str(tmp_path / "x.zhylnama")]) == 3
    err = capsys.readouterr().err
    assert f"zhylnama: {path}: " in err
    assert said in err
    assert "\x1b" not in err
    assert [p.name for p in tmp_path.iterdir()] == ["bad.jsonl"]


def test_what_was_not_reviewed_is_not_built(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "draft.jsonl"
    path.write_bytes(to_json(event("1", uncertain=["the place"])) + b"\n")
    target = tmp_path / "x.zhylnama"
    assert main(["build", str(path), "-o", str(target)]) == 3
    assert "something uncertain" in capsys.readouterr().err
    assert not target.exists()
    assert main(["build", str(path), "--accept-uncertain", "-o", str(target)]) == 0
    assert main(["export", "--archive", str(target), "-o", str(tmp_path / "back.jsonl")]) == 0
    assert (tmp_path / "back.jsonl").read_bytes() == path.read_bytes()


def test_nothing_is_written_over_what_is_read(tmp_path: Path, capsys: Captured) -> None:
    archive = Path(shutil.copy(seed_archive(), tmp_path / "archive.pdf"))
    records = tmp_path / "r.jsonl"
    records.write_bytes(to_json(event()) + b"\n")
    before = archive.read_bytes(), records.read_bytes()
    for arguments in (
        ["export", "--archive", archive, "-o", archive],
        ["dossier", "--archive", archive, "Mubarakov Aidar", "-o", archive],
        ["build", records, "-o", records],
        ["build", tmp_path, "-o", records],
    ):
        assert main([str(argument) for argument in arguments]) == 2
        assert "is what is being read; give another name with -o" in capsys.readouterr().err
    assert (archive.read_bytes(), records.read_bytes()) == before


def test_missing_and_empty_inputs(tmp_path: Path, capsys: Captured) -> None:
    assert main(["build", str(tmp_path / "none.toml"), "-o", str(tmp_path / "x")]) == 4
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "x")]) == 3
    assert main(["search", "--archive", str(tmp_path / "none.zhylnama"), "x"]) == 4
    (tmp_path / "no.zhylnama").write_text("not an archive")
    assert main(["search", "--archive", str(tmp_path / "no.zhylnama"), "x"]) == 3
    assert run("export", "-o", tmp_path / "none" / "x.jsonl") == 4
    assert run("export", "-o", tmp_path) == 4
    messages = capsys.readouterr().err.splitlines()
    assert len(messages) == 6
    assert all(m.startswith("zhylnama: ") and str(tmp_path) in m for m in messages)


# -- Verify ------------------------------------------------------------------------------------


def test_verify(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "x.zhylnama"
    edition = build(seeds(), path)
    assert main(["verify", str(path)]) == 0
    assert capsys.readouterr().out == (
        f"{path} is whole: edition 2021-12, 134 events, digest {edition.digest}\n"
    )
    whole = path.read_bytes()
    assert b"were detained" in whole
    for content, said in (
        (whole.replace(b"were detained", b"were released"), "was changed after it was built"),
        (whole[:-1], "is damaged"),
        (b"", "is not a Zhylnama archive"),
    ):
        path.write_bytes(content)
        assert main(["verify", str(path)]) == 3
        assert capsys.readouterr().err.startswith(f"zhylnama: {path} {said}")


# -- Dossier -----------------------------------------------------------------------------------


def test_a_dossier_of_one_person_and_of_none(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "x.pdf"
    assert run("dossier", "Bokayev", "-o", target) == 1
    assert not target.exists()
    assert run("dossier", "Mubarakov Aidar", "-o", target, "--lang", "kk") == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == ""


# -- Stopped -----------------------------------------------------------------------------------


def test_control_c_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zhylnama.archive.archive.Archive.search", stop)
    assert run("search", "x") == 130
    assert capsys.readouterr().err == "zhylnama: stopped; nothing was changed.\n"


@pytest.mark.parametrize("words", [["{}"], ["open", "{}"], ["--archive", "{}"]])
def test_the_window_opens_on_a_given_archive(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path | None, str | None]] = []

    def run(path: Path | None, lang: str | None) -> int:
        opened.append((path, lang))
        return 0

    monkeypatch.setattr("zhylnama.window.application.run", run)
    archive = tmp_path / "мой архив.zhylnama"
    assert main([word.format(archive) for word in words]) == 0
    assert opened == [(archive, None)]
