"""Cover, figures, photo, forms and books."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from tests.dossier.cast import EVENTS, SUBJECT, cast_archive
from tests.dossier.in_memory import TODAY
from tests.dossier.people import named
from tests.dossier.tools import joined, run
from tests.records import archive_of

from zhylnama.archive.archive import Archive
from zhylnama.dossier.figures import compose_figures
from zhylnama.dossier.make import make_dossier
from zhylnama.dossier.material import order_of
from zhylnama.dossier.model import Dossier
from zhylnama.dossier.options import FORMS, DossierOptions
from zhylnama.dossier.photo import read_photo
from zhylnama.dossier.seal import make_seal
from zhylnama.failure import BadInput
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, Sanction
from zhylnama.wording import LANGUAGES, Wording

ENGLISH = Wording("en", resources_folder())


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with cast_archive(tmp_path) as opened:
        yield opened


def made(
    archive: Archive, path: Path, people: list[str] | None = None, **choices: object
) -> Dossier:
    options = DossierOptions.from_plain(choices)
    word = path.suffix == ".docx"
    return make_dossier(archive, people or [SUBJECT], options, path, today=TODAY, word=word)[0]


def text_of(pdf: Path) -> str:
    return run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")


@given(st.dictionaries(st.text(max_size=12), st.none() | st.booleans() | st.text(max_size=5)))
def test_any_remembered_choices_are_read(plain: dict[str, object]) -> None:
    options = DossierOptions.from_plain(plain)
    assert DossierOptions.from_plain(options.as_plain()) == options


def test_what_is_remembered_and_impossible_is_as_by_default() -> None:
    wrong = {
        "lang": "xx",
        "preset": 3,
        "map": "yes",
        "relatives": "eat",
        "sections": ["summary", 1],
    }
    options = DossierOptions.from_plain(wrong)
    assert options.as_plain() == DossierOptions(sections=frozenset({"summary"})).as_plain()


def test_the_cover_has_code_classification_and_how_to_check(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "d.pdf"
    dossier = made(archive, path, classification="For the court only")
    text = text_of(path)
    edition = archive.edition
    seal = make_seal(edition.label, edition.digest, [event.id for event in EVENTS[:2]])
    assert f"{seal.code} for 2 records" in text
    assert text.count("For the court only") > 1  # on the cover and at the head of each page
    assert "to check: zhylnama verify" in text
    assert dossier.cover.seal == seal.text


def test_the_code_is_of_the_records_in_any_order() -> None:
    assert make_seal("e", "d", ["b", "a"]) == make_seal("e", "d", ["a", "b", "b"])
    assert make_seal("e", "d", ["a"]).code != make_seal("e", "d", ["b"]).code
    assert len(make_seal("2021-01..2025-12", "f" * 64, ["x"] * 900).text) < 120


def test_the_drawn_code_is_a_qr_code(archive: Archive, tmp_path: Path) -> None:
    """Three corners of a QR code have a dark frame with a dark middle: 1:1:3:1:1."""
    path = tmp_path / "d.pdf"
    made(archive, path)
    run("pdftoppm", "-r", "288", "-f", "1", "-l", "1", "-gray", path, tmp_path / "p")
    (page,) = tmp_path.glob("p-*.pgm")
    with Image.open(page) as image:
        found = 0
        for y in range(0, image.height // 2, 2):
            row = [image.getpixel((x, y)) < 128 for x in range(image.width // 2, image.width)]  # type: ignore[operator]
            runs: list[int] = []
            last = None
            for dark in row:
                if dark == last:
                    runs[-1] += 1
                else:
                    runs.append(1)
                    last = dark
            for a, b, c, d, e in zip(*(runs[i:] for i in range(5)), strict=False):
                unit = (a + b + d + e) / 4
                if unit > 3 and abs(c - 3 * unit) < unit and max(a, b, d, e) < 1.6 * unit:
                    found += 1
    assert found > 10


def test_figures_say_when_and_where() -> None:
    events = tuple(
        Event(id=str(n), date=dt.date(2021, 12, n), text="Told.", place=place)
        for n, place in ((1, "Almaty"), (3, "Uralsk"), (4, "Almaty"), (5, "Nowhere"))
    )
    figures = compose_figures(events, ENGLISH, resources_folder(), timeline=True, where=True)
    assert figures is not None
    assert figures.map is not None
    assert {(spot.label, spot.events) for spot in figures.map.spots} == {("Almaty", 2), ("Oral", 1)}
    assert "1 event names a place without" in figures.map.caption
    assert figures.timeline is not None
    assert figures.timeline.bars == ((0.0, 1), (0.5, 1), (0.75, 1), (1.0, 1))
    none = compose_figures(events, ENGLISH, resources_folder(), timeline=False, where=False)
    assert none is None


def test_the_outline_is_the_country() -> None:
    events = (Event(id="1", text="Told.", place="Almaty"),)
    figures = compose_figures(events, ENGLISH, resources_folder(), timeline=True, where=True)
    assert figures is not None
    assert figures.timeline is None
    assert figures.map is not None
    lons, lats = zip(*figures.map.outline, strict=True)
    assert (round(min(lons)), round(max(lons))) == (46, 87)
    assert (round(min(lats)), round(max(lats))) == (41, 55)


def test_a_photo_is_made_anew(archive: Archive, tmp_path: Path) -> None:
    picture = tmp_path / "me.jpg"
    facts = Image.Exif()
    facts[0x010E], facts[0x0131] = "SECRET-PLACE", "SECRET-CAMERA"
    Image.new("RGB", (1200, 1600), "green").save(picture, exif=facts, comment=b"SECRET-NOTE")
    assert b"SECRET" in picture.read_bytes()
    safe = read_photo(picture)
    assert b"SECRET" not in safe
    with Image.open(io.BytesIO(safe)) as image:
        assert (image.format, image.size, len(image.getexif())) == ("JPEG", (450, 600), 0)
    path = tmp_path / "d.pdf"
    made(archive, path, photo=str(picture))
    assert "me.jpg" not in path.read_bytes().decode("latin-1")
    assert len(run("pdfimages", "-list", path).splitlines()) == 3


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"x" * 50, b"<svg/>"])
def test_what_is_no_picture_gives_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="cannot be read as a picture"):
        read_photo(path)


def test_black_and_white_has_no_colour(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    made(archive, path, colour=False, map=False)
    run("pdftoppm", "-r", "40", "-png", path, tmp_path / "p")
    for page in tmp_path.glob("p-*.png"):
        with Image.open(page) as image:
            red, green, blue = image.convert("RGB").split()
            spread = max(
                int(number)
                for pair in ((red, green), (green, blue))
                for number in ImageChops.difference(*pair).histogram()[40:]
            )
        assert spread == 0


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_answers_and_marks_what_is_empty(
    archive: Archive, tmp_path: Path, form: str, lang: str
) -> None:
    for ending in ("pdf", "docx"):
        path = tmp_path / f"form.{ending}"
        dossier = made(archive, path, form=form, lang=lang)
    listed = [item for listing in dossier.form for item in listing.items]
    assert any(item.empty for item in listed)
    told = [item for item in listed if EVENTS[0].text in item.text]
    assert told
    assert all(item.sources and item.mentions for item in told)
    assert not any(item.empty and (item.sources or item.mentions) for item in listed)
    assert joined(EVENTS[0].text) in joined(text_of(tmp_path / "form.pdf"))
    written = docx.Document(str(tmp_path / "form.docx"))
    cells = "\n".join(c.text for t in written.tables for row in t.rows for c in row.cells)
    for item in listed:
        assert item.label in cells
        assert item.text in cells


def test_a_document_to_edit_tells_no_machine_and_no_time(archive: Archive, tmp_path: Path) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    made(archive, first)
    made(archive, second)
    assert first.read_bytes() == second.read_bytes()
    facts = docx.Document(str(first)).core_properties
    assert (facts.author, facts.last_modified_by, facts.comments) == ("", "", "")
    with zipfile.ZipFile(first) as parts:
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}


def test_a_book_has_everybody_and_one_index(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    people = [SUBJECT, "akhmetova-gulnara"]
    made(archive, path, people, preset="press")
    pages = text_of(path).split("\f")[:-1]
    assert "Dossiers: 2 people" in pages[0]
    assert "Index" in pages[-1]
    contents = pages[0][pages[0].index("Contents") :].splitlines()
    assert f"Index {len(pages)}" in " ".join(contents)
    start = pages[0].split("Akhmetova")[1].split()[0]
    assert "Akhmetova" in pages[int(start) - 1].splitlines()[0]
    assert "No syntax" in run("qpdf", "--check", path)
    with pikepdf.open(path) as pdf:
        lines = pdf.attachments["records.jsonl"].get_file().read_bytes().splitlines()
    assert len(lines) == 2 + 2  # the people, and each event once


def test_a_form_does_not_say_that_it_lacks_sections(archive: Archive, tmp_path: Path) -> None:
    form = made(archive, tmp_path / "f.pdf", form="wgad")
    short = made(archive, tmp_path / "d.pdf", sections=["chronology", "method"])
    said = [" ".join(one.method.paragraphs) for one in (form, short) if one.method is not None]
    assert ["summary" in one for one in said] == [False, True]


def test_names_are_in_a_readers_order() -> None:
    names = ["[person 10]", "Zhanar", "akimat", "[person 9]", "Ökim", "Akim", "Жанар"]
    assert sorted(names, key=order_of) == [
        "Akim", "akimat", "[person 9]", "[person 10]", "Zhanar", "Ökim", "Жанар",
    ]  # fmt: skip


def test_an_arrest_that_is_only_looked_back_on_has_no_date_of_its_own(tmp_path: Path) -> None:
    arrest = Sanction(person=SUBJECT, kind="arrest", days=15)
    looked_back = Sanction(person=SUBJECT, kind="arrest", days=15, recalled=True)
    events = [
        Event(
            id=f"2021-12-0{day}.1",
            date=dt.date(2021, 12, day),
            text="Told.",
            kinds=["hunger-strike"],
            people=[named(SUBJECT, "Daniyar Serikov")],
            sanctions=[sanction],
        )
        for day, sanction in ((1, arrest), (9, looked_back))
    ]
    with archive_of(events, tmp_path) as archive:
        dossier = made(archive, tmp_path / "form.pdf", form="wgad")
    items = [item for listing in dossier.form for item in listing.items]
    dates = [item.text for item in items if "1. Date of arrest" in item.label]
    assert dates == ["1 December 2021"]
    assert not any(item.text.startswith("9 December") for item in items)
    assert any("told on 9 December 2021" in item.text for item in items)
