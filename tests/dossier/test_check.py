"""Whether a paper matches an archive, and what is said of a paper that was meddled with."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier.cast import EVENTS, PEOPLE, SUBJECT, cast_archive
from tests.dossier.in_memory import TODAY
from tests.dossier.tools import run
from tests.records import archive_of, seed_archive

from zhylnama import cli
from zhylnama.archive.archive import Archive
from zhylnama.dossier.check import check_dossier, verdict_in_lines
from zhylnama.dossier.inside import MANIFEST, RECORDS, Locked, open_pdf
from zhylnama.dossier.make import make_dossier
from zhylnama.dossier.options import FORMS, PRESETS, DossierOptions
from zhylnama.failure import BadInput, WrongCommand
from zhylnama.record.event import Event
from zhylnama.record.file import read_records


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with cast_archive(tmp_path) as opened:
        yield opened


def paper(archive: Archive, folder: Path, passphrase: str | None = None, **choices: object) -> Path:
    path = folder / "paper.pdf"
    options = DossierOptions.from_plain(choices)
    make_dossier(archive, [SUBJECT], options, path, today=TODAY, passphrase=passphrase)
    return path


def changed_archive(folder: Path, **fields: object) -> Archive:
    """Return the archive with the first event changed and the second gone."""
    folder.mkdir()
    first = msgspec.structs.replace(EVENTS[0], **fields)
    return archive_of([*PEOPLE, first, EVENTS[2]], folder)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("form", [None, *FORMS])
def test_a_paper_matches_the_archive_it_was_made_from(
    archive: Archive, tmp_path: Path, preset: str, form: str | None
) -> None:
    path = paper(archive, tmp_path, preset=preset, form=form, lang="kk", paper="Letter")
    verdict = check_dossier(path, archive)
    assert verdict.matches
    assert verdict.same_edition
    assert verdict.pages == "same"
    assert verdict.count("unchanged") == 2
    assert any(record.redacted for record in verdict.records) is (preset != "everything")


@pytest.mark.parametrize("preset", ["everything", "public"])
def test_what_changed_since_is_named(archive: Archive, tmp_path: Path, preset: str) -> None:
    path = paper(archive, tmp_path, preset=preset)
    with changed_archive(tmp_path / "new", place="Astana", paragraph=7) as newer:
        verdict = check_dossier(path, newer)
    assert not verdict.matches
    assert not verdict.same_edition
    assert verdict.pages == "not compared"
    first, second = verdict.records
    assert (first.state, set(first.fields)) == ("changed", {"place", "paragraph"})
    assert second.state == "unknown"
    said = "\n".join(verdict_in_lines(verdict, "paper.pdf"))
    assert "2021-12-01.1: changed since in place, paragraph" in said
    assert "1 changed since, 1 unknown to this archive" in said


def test_a_paper_without_records_still_names_them(archive: Archive, tmp_path: Path) -> None:
    path = paper(archive, tmp_path, attach=False)
    assert RECORDS not in pikepdf.open(path).attachments
    verdict = check_dossier(path, archive)
    assert verdict.matches
    assert verdict.count("found") == 2


def test_the_attached_records_are_records(archive: Archive, tmp_path: Path) -> None:
    path = paper(archive, tmp_path)
    lines = tmp_path / "records.jsonl"
    with pikepdf.open(path) as pdf:
        lines.write_bytes(pdf.attachments[RECORDS].get_file().read_bytes())
    assert [r for r in read_records(lines) if isinstance(r, Event)] == EVENTS[:2]


def meddle(path: Path, name: str, old: bytes, new: bytes) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        data = pdf.attachments[name].get_file().read_bytes()
        assert old in data
        pdf.attachments[name] = pikepdf.AttachedFileSpec(
            pdf,
            data.replace(old, new),
            description="",
            filename=name,
            mime_type="",
            creation_date="",
            mod_date="",
        )
        pdf.save()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (RECORDS, b"Almaty", b"Aktobe"),
        (MANIFEST, b"2021-12-01.1", b"2021-12-01.7"),
        (MANIFEST, b'"code":"', b'"code":"X'),
        (MANIFEST, b'"edition":', b'"editiom":'),
        (MANIFEST, b'"preset":"everything"', b'"preset":"public"'),
        (MANIFEST, b"2026-11-22", b"2026-99-99"),
    ],
)
def test_a_paper_that_was_changed_is_told(
    archive: Archive, tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    path = paper(archive, tmp_path)
    meddle(path, name, old, new)
    with pytest.raises(BadInput, match="changed after it was made"):
        check_dossier(path, archive)


def test_a_page_that_was_changed_is_told(archive: Archive, tmp_path: Path) -> None:
    path = paper(archive, tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].contents_add(b"0 0 100 100 re f")
        pdf.save()
    with pytest.raises(BadInput, match="its pages are not those"):
        check_dossier(path, archive)


def test_records_and_their_digest_changed_together_are_told(
    archive: Archive, tmp_path: Path
) -> None:
    """Whoever mends the digest too still cannot make the archive's edition say something else."""
    path = paper(archive, tmp_path)
    with pikepdf.open(path) as pdf:
        lines = pdf.attachments[RECORDS].get_file().read_bytes()
    meddle(path, RECORDS, b"Almaty", b"Aktobe")
    digests = [hashlib.sha256(data).hexdigest().encode() for data in (
        lines, lines.replace(b"Almaty", b"Aktobe")
    )]  # fmt: skip
    meddle(path, MANIFEST, *digests)
    with pytest.raises(BadInput, match="not those of the edition"):
        check_dossier(path, archive)


def _open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.Root.Names.JavaScript = pikepdf.Dictionary(Names=["x", action])


def _form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[])


def _note(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], Contents="x"
    )
    pdf.pages[0].Annots = [*pdf.pages[0].get("/Annots", []), note]


def _title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Title = "Another"


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Another"


def _order(pdf: pikepdf.Pdf) -> None:
    pdf.pages.reverse()


def _fewer(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def _link(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "/A" in note and "/URI" in note.A:
                note.A.URI = "https://example.org/other"


@pytest.mark.parametrize(
    "change", [_open_action, _script, _form, _note, _title, _bookmark, _order, _fewer, _link]
)
def test_whatever_a_reader_would_see_or_run_is_told(
    archive: Archive, tmp_path: Path, change: Callable[[pikepdf.Pdf], None]
) -> None:
    path = paper(archive, tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save()
    with pytest.raises(BadInput, match="its pages are not those"):
        check_dossier(path, archive)


def test_something_put_inside_is_told(archive: Archive, tmp_path: Path) -> None:
    path = paper(archive, tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["invoice.exe"] = b"MZ"
        pdf.save()
    with pytest.raises(BadInput, match="something else was put inside"):
        check_dossier(path, archive)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_paper_never_passes(archive: Archive, tmp_path: Path, part: float) -> None:
    path = paper(archive, tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(part * len(data))])
    with pytest.raises(BadInput):
        check_dossier(path, archive)


def test_a_book_is_checked_as_one_paper(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    people = [SUBJECT, "akhmetova-gulnara"]
    for preset in ("everything", "press"):
        options = DossierOptions.from_plain({"preset": preset, "lang": "ru"})
        make_dossier(archive, people, options, path, today=TODAY, passphrase="four")
        verdict = check_dossier(path, archive, "four")
        assert verdict.matches
        assert verdict.pages == "same"
        assert verdict.manifest.people == people
    with changed_archive(tmp_path / "new", place="Astana") as newer:
        assert not check_dossier(path, newer, "four").matches


def test_another_program_may_save_it(archive: Archive, tmp_path: Path) -> None:
    path, again = paper(archive, tmp_path), tmp_path / "again.pdf"
    run("qpdf", "--object-streams=generate", "--linearize", path, again)
    assert check_dossier(again, archive).pages == "same"


def test_a_locked_paper_opens_with_its_passphrase_only(archive: Archive, tmp_path: Path) -> None:
    path = paper(archive, tmp_path, passphrase="дұрыс сөз")
    assert "R = 6" in run("qpdf", "--show-encryption", "--password=дұрыс сөз", path)
    assert b"Serikov" not in path.read_bytes()
    assert check_dossier(path, archive, "дұрыс сөз").pages == "same"
    with pytest.raises(Locked, match="--passphrase-file"):
        check_dossier(path, archive)
    with pytest.raises(Locked, match="does not open"):
        check_dossier(path, archive, "wrong")
    with pytest.raises(WrongCommand, match="empty"):
        paper(archive, tmp_path, passphrase="")


def test_same_input_same_bytes(archive: Archive, tmp_path: Path) -> None:
    first = paper(archive, tmp_path, preset="press", classification="For the court").read_bytes()
    assert (
        paper(archive, tmp_path, preset="press", classification="For the court").read_bytes()
        == first
    )
    assert b"For the court" not in first  # compressed: it is on the page
    run("qpdf", "--check", tmp_path / "paper.pdf")


@given(st.binary(max_size=300), st.integers(0, 5000), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_a_sentence(noise: bytes, start: int, length: int) -> None:
    whole = _whole()
    for data in (noise, b"%PDF-1.7\n" + noise, whole[:start] + noise + whole[start + length :]):
        with contextlib.suppress(BadInput):  # and nothing else
            open_pdf(data, "paper.pdf")


_made: list[bytes] = []


def _whole() -> bytes:
    if not _made:
        stream = io.BytesIO()
        with Archive.open(seed_archive()) as seeds:
            make_dossier(seeds, ["mamay-zhanbolat"], DossierOptions(), stream, today=TODAY)
        _made.append(stream.getvalue())
    return _made[0]


# -- From the shell ----------------------------------------------------------------------------


def shell(*arguments: object) -> int:
    return cli.main(["--archive", str(seed_archive()), *map(str, arguments)])


def test_the_shell_makes_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, phrase = tmp_path / "m.pdf", tmp_path / "phrase"
    phrase.write_text("long enough\n", encoding="utf-8")
    assert shell("dossier", "Mamay", "Zhanbolat", "-o", path, "--passphrase-file", phrase) == 0
    assert shell("verify", path) == 3
    assert shell("verify", path, "--passphrase-file", phrase) == 0
    assert "Of 5 records: 5 found and unchanged." in capsys.readouterr().out


def test_words_are_one_name_and_quoted_names_are_people(tmp_path: Path) -> None:
    path = tmp_path / "m.pdf"
    for names, people in (
        (["Mamay", "Zhanbolat"], 1),
        (["Mamay Zhanbolat"], 1),
        (["Mamay Zhanbolat", "Abilseit Aizat"], 2),
        (["mamay-zhanbolat", "abilseit-aizat"], 2),
        (["Mamay Zhanbolat", "abilseit-aizat"], 2),
    ):
        assert shell("dossier", *names, "-o", path) == 0
        assert len(open_pdf(path.read_bytes(), "").manifest.people) == people


def test_the_shell_writes_a_form_to_edit(tmp_path: Path) -> None:
    path = tmp_path / "m.docx"
    assert shell("dossier", "mamay-zhanbolat", "--form", "wgad", "-o", path) == 0
    assert path.read_bytes().startswith(b"PK")
    assert shell("dossier", "mamay-zhanbolat", "-o", tmp_path / "m.txt") == 2
    assert shell("dossier", "mamay-zhanbolat", "-o", tmp_path / "m.pdf", "--photo", path) == 3
    empty = tmp_path / "empty"
    empty.touch()
    assert shell("dossier", "mamay-zhanbolat", "-o", path, "--passphrase-file", empty) == 3


def test_a_pdf_of_others_is_no_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert shell("verify", path) == 3
    assert "no dossier that Zhylnama made" in capsys.readouterr().err
    path.write_bytes(b"%PDF-1.4\nnothing")
    assert shell("verify", path) == 3
