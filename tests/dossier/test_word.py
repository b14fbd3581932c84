"""The document to edit, read back as a word processor reads it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from tests.dossier import people
from tests.dossier.cast import SUBJECT, cast_archive
from tests.dossier.in_memory import TODAY, InMemory
from tests.dossier.people import named

from zhylnama.archive.archive import Archive
from zhylnama.dossier.make import make_dossier
from zhylnama.dossier.options import DossierOptions
from zhylnama.record.event import Event
from zhylnama.wording import LANGUAGES


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with cast_archive(tmp_path) as opened:
        yield opened


def made(archive: Any, people: list[str], **choices: object) -> bytes:
    stream = io.BytesIO()
    options = DossierOptions.from_plain(choices)
    make_dossier(archive, people, options, stream, today=TODAY, word=True)
    return stream.getvalue()


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_has_the_name_and_its_number(lang: str) -> None:
    document = opened(made(people.archive(), ["test-aisha"], lang=lang))
    (section,) = document.sections
    assert "Test Aisha" in section.header.paragraphs[0].text
    fields = section.footer.paragraphs[0]._p.findall(qn("w:fldSimple"))
    wanted = ["PAGE", "NUMPAGES"]
    assert sorted(field.get(qn("w:instr")) for field in fields) == sorted(wanted)
    assert document.core_properties.language == lang
    normal = document.styles["Normal"].element
    assert normal.find(f".//{qn('w:lang')}").get(qn("w:val")).startswith(lang)


def test_a_long_form_leaves_the_name_in_the_head() -> None:
    data = made(people.archive(), ["test-aisha"], form="wgad", lang="ru", classification="C" * 150)
    head = opened(data).sections[0].header.paragraphs[0].text
    assert head.startswith("Test Aisha\t")


def test_links_and_places_lead_somewhere() -> None:
    data = made(people.archive(), ["test-aisha"])
    document = opened(data)
    body = document.element.body
    places = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = list(body.iter(qn("w:hyperlink")))
    anchors = {key for one in links if (key := one.get(qn("w:anchor"))) is not None}
    assert anchors == {"p0-source-1", "p0-source-2", "p0-source-3"}
    assert anchors <= places
    targets = {
        document.part.rels[key].target_ref
        for one in links
        if (key := one.get(qn("r:id"))) is not None
    }
    assert targets == {"https://example.org/one", people.LONG_LINK}
    numbers = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers))


def test_a_table_says_its_head_on_every_page_and_short_rows_stay_whole() -> None:
    document = opened(made(people.archive(), ["test-aisha"]))
    ledger = next(t for t in document.tables if len(t.columns) == 5)
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in ledger.rows]
    assert heads == [True] + [False] * (len(heads) - 1)
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in ledger.rows)


def test_no_other_program_is_named_and_no_picture_is_left_of_the_template() -> None:
    data = made(people.archive(), ["test-aisha"])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        everything = b"".join(parts.read(name) for name in names)
    assert not any("thumbnail" in name for name in names)
    assert b"Macintosh" not in everything
    assert b"Normal.dotm" not in everything
    assert "<Application>Zhylnama</Application>" in part(data, "docProps/app.xml")


def test_a_book_begins_with_who_is_in_it(archive: Archive) -> None:
    data = made(archive, [SUBJECT, "akhmetova-gulnara"], preset="press")
    document = opened(data)
    assert document.paragraphs[0].text == "Dossiers: 2 people"
    heads = [section.header.paragraphs[0].text.split("\t")[0] for section in document.sections]
    assert heads == [
        "Dossiers: 2 people",
        "Dossier · Serikov Daniyar",
        "Dossier · Gulnara Akhmetova",
    ]
    body = document.element.body
    places = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert {"person-0", "person-1"} <= places
    for gone in ("Zhanar", "Janar", "Жанар", "Timur", "Bekov"):
        assert gone not in document.element.xml


def test_any_letters_in_any_field_are_only_text() -> None:
    hostile = "<w:p/> & ]]> \x00\x0b\ud800\ufffe \u202e {0} %s"
    event = Event(
        id="2021-12-01.1",
        date=dt.date(2021, 12, 1),
        text=hostile + "x" * 100_000,
        title=hostile,
        place=hostile,
        organisations=[hostile],
        reason=hostile,
        note=hostile,
        people=[named("test-aisha", hostile)],
        report=hostile,
        paragraph=1,
    )
    events = [event, *people.EVENTS]
    linked = msgspec.structs.replace(events[1].sources[0], url="https://e.org/\x00<\ud800&\"'>")
    events[1] = msgspec.structs.replace(events[1], sources=[linked])
    document = opened(made(InMemory(events, [people.AISHA]), ["test-aisha"], classification="<b>"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "<w:p/> & ]]> [U+0000][U+000B][U+D800][U+FFFE]" in text
    assert "x" * 100_000 in text
