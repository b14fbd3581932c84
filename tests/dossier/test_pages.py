"""The PDF, read back by the tools that a court, an embassy or a printer would use."""

from __future__ import annotations

import datetime as dt
import getpass
import io
import json
import os
import re
import socket
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier.in_memory import TODAY, InMemory
from tests.dossier.people import EVENTS, LONG_LINK, archive, named
from tests.dossier.tools import body_text, joined, objects, run

from zhylnama.dossier.compose import compose
from zhylnama.dossier.model import ALL_SECTIONS, SECTIONS, Dossier, Section
from zhylnama.dossier.pages import write_pdf
from zhylnama.dossier.styles import Paper
from zhylnama.failure import SystemRefused
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, Source
from zhylnama.wording import LANGUAGES, Wording

WORDINGS = {lang: Wording(lang, resources_folder()) for lang in LANGUAGES}
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸ №"


def dossier_of(source: InMemory, lang: str = "en", person: str = "test-aisha") -> Dossier:
    return compose(source, person, WORDINGS[lang], today=TODAY)


def bytes_of(dossier: Dossier, paper: Paper = "A4") -> bytes:
    stream = io.BytesIO()
    write_pdf(dossier, WORDINGS[dossier.lang], stream, paper=paper)
    return stream.getvalue()


def one(text: str = "Told.", **more: object) -> InMemory:
    given: dict[str, Any] = {
        "id": "2021-12-05.1",
        "date": dt.date(2021, 12, 5),
        "kinds": ["rally"],
        "text": text,
        "people": [named("test-aisha", "Aisha Test")],
        **more,
    }
    return InMemory([Event(**given)])


def many(number: int) -> InMemory:
    start = dt.date(2020, 1, 1)
    return InMemory(
        Event(
            id=f"event-{n}",
            date=start + dt.timedelta(days=n),
            kinds=["detention"],
            title=f"Event number {n}",
            text=f"Account number {n} of what was done to Aisha Test on that day. " * 4,
            people=[named("test-aisha", "Aisha Test")],
            sources=[Source(number=n + 1, url=f"https://example.org/{n}")],
            report=f"{start + dt.timedelta(days=n):%Y-%m}",
            paragraph=n + 1,
        )
        for n in range(number)
    )


@pytest.fixture
def pdf(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    lang = getattr(request, "param", "en")
    path = tmp_path / "dossier.pdf"
    write_pdf(dossier_of(archive(), lang), WORDINGS[lang], path)
    return path


@pytest.mark.parametrize("pdf", LANGUAGES, indirect=True)
def test_every_account_and_every_link_comes_back_whole(pdf: Path) -> None:
    text = joined(body_text(pdf))
    for event in EVENTS:
        assert joined(event.text) in text
        for source in event.sources:
            if source.url is not None:
                assert source.url in text
    assert joined(KAZAKH) in text


@pytest.mark.parametrize("pdf", LANGUAGES, indirect=True)
def test_the_file_is_sound_and_every_font_is_embedded(pdf: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", pdf)
    rows = run("pdffonts", pdf).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"\+Noto\S+ .*\byes yes yes\b", row), row


def test_the_pages_can_be_drawn(pdf: Path, tmp_path: Path) -> None:
    run("pdftoppm", "-r", "20", "-png", pdf, tmp_path / "page")
    assert (tmp_path / "page-1.png").stat().st_size > 500


def test_reading_order_is_date_account_place(pdf: Path) -> None:
    text = joined(body_text(pdf))
    account = text.index(joined(EVENTS[0].text))
    assert text.rindex("1December2021", 0, account) < account
    assert text.index("Almaty,Almatyregion·report2021-12,paragraph1", account) > account


def test_every_page_says_whose_it_is_from_what_and_its_number(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    write_pdf(dossier_of(many(30)), WORDINGS["en"], path)
    pages = run("pdftotext", "-raw", path, "-").split("\f")[:-1]
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert "Dossier · Aisha Test" in page
        assert "edition 2021-12 · 7f3a 91c2" in page
        assert f"{number} of {len(pages)}" in page


def test_the_contents_name_the_pages_on_which_sections_begin(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    write_pdf(dossier_of(many(30)), WORDINGS["en"], path)
    pages = run("pdftotext", "-raw", path, "-").split("\f")[:-1]
    for heading in ("Chronology", "Sources", "Method and limits"):
        told = re.search(rf"^{heading}\s+(\d+)$", pages[0], re.MULTILINE)
        assert told is not None, pages[0]
        page = pages[int(told.group(1)) - 1]
        assert re.search(rf"^{heading}$", page, re.MULTILINE)


def test_a_table_head_is_repeated_on_every_page_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    write_pdf(dossier_of(many(80)), WORDINGS["en"], path)
    pages = run("pdftotext", "-raw", path, "-").split("\f")
    with_rows = [page for page in pages if "article not stated" in page]
    assert len(with_rows) > 2
    for page in with_rows:
        assert re.search(r"Date\s+Law\s+Reason given\s+Measure\s+Source", page)


def test_a_heading_never_ends_a_page(tmp_path: Path) -> None:
    """Whatever the length of what goes before, a heading has a row under it."""
    headings = {"Chronology", "Sources", "Identity and spellings", "Charges and measures"}
    for number in range(3, 20):
        path = tmp_path / f"{number}.pdf"
        write_pdf(dossier_of(many(number)), WORDINGS["en"], path)
        for page in body_pages(path):
            lines = [line for line in page.splitlines() if line.strip()]
            assert not lines or lines[-1].strip() not in headings


def body_pages(path: Path) -> list[str]:
    area = ("-x", "0", "-y", "50", "-W", "612", "-H", "740")
    return run("pdftotext", "-raw", *area, path, "-").split("\f")


def test_a_long_head_is_cut_before_the_name_is(tmp_path: Path) -> None:
    dossier = dossier_of(archive())
    for kicker, name in (("K" * 300, "Test Aisha"), ("Dossier", "N" * 300)):
        cover = replace(dossier.cover, kicker=kicker)
        path = tmp_path / "d.pdf"
        path.write_bytes(bytes_of(replace(dossier, cover=cover, subject=name)))
        head = run("pdftotext", "-layout", "-enc", "UTF-8", path, "-").splitlines()[0]
        assert f"· {name[:20]}" in head
        assert "…" in head
        assert "Working copy of edition" in head


def test_a_digest_that_is_too_long_for_its_line_stands_in_two_even_ones(tmp_path: Path) -> None:
    dossier = replace(dossier_of(archive(), "ru"), lang="ru")
    long = replace(dossier.cover.particulars[1], value="7f3a91c2" * 12)
    parts = (dossier.cover.particulars[0], long, *dossier.cover.particulars[2:])
    path = tmp_path / "d.pdf"
    cover = replace(dossier.cover, particulars=parts, seal="ZHYLNAMA:1")
    path.write_bytes(bytes_of(replace(dossier, cover=cover)))
    lines = run("pdftotext", "-f", "1", "-l", "1", "-layout", path, "-").splitlines()
    assert [line.split()[-1] for line in lines if "7f3a91c27f3a" in line] == ["7f3a91c2" * 6] * 2


def test_title_language_and_bookmarks(pdf: Path) -> None:
    info = run("pdfinfo", pdf)
    assert re.search(r"^Title: +Dossier: Test Aisha$", info, re.MULTILINE)
    said = objects(pdf)
    assert '"/Lang": "u:en"' in said
    assert '"/DisplayDocTitle": true' in said
    for title in ("Test Aisha", "Chronology", "1 December 2021: Two people are arrested"):
        assert f'"/Title": "u:{title}"' in said


def test_the_file_names_no_user_machine_path_or_time(pdf: Path) -> None:
    said = objects(pdf)
    info = run("pdfinfo", "-isodates", pdf)
    assert set(re.findall(r'"u:D:[^"]*"', said)) == {'"u:D:20261122000000Z"'}
    for private in (getpass.getuser(), socket.gethostname(), str(Path.home()), str(pdf.parent)):
        if len(private) > 4:
            assert private not in said
    for nobody in ("ReportLab", "anonymous", "unspecified", "untitled"):
        assert nobody not in said
    assert re.search(r"^Author: *$", info, re.MULTILINE)
    assert re.search(r"^(Creator|Producer): +Zhylnama$", info, re.MULTILINE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_same_content_and_day_give_the_same_bytes(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bytes_of(dossier_of(archive(), lang))
    monkeypatch.setenv("TZ", "Asia/Almaty")
    time.tzset()
    try:
        second = bytes_of(dossier_of(archive(), lang))
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    assert first == second


def test_another_day_gives_other_bytes() -> None:
    other = compose(archive(), "test-aisha", WORDINGS["en"], today=dt.date(2026, 11, 23))
    assert bytes_of(other) != bytes_of(dossier_of(archive()))


@pytest.mark.parametrize(("paper", "size"), [("A4", "595.276 x 841.89"), ("Letter", "612 x 792")])
def test_both_papers(paper: Paper, size: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.pdf"
    write_pdf(dossier_of(archive()), WORDINGS["en"], path, paper=paper)
    assert size in run("pdfinfo", path)
    assert LONG_LINK in joined(body_text(path))


def test_links_inside_lead_to_pages_of_the_file(pdf: Path) -> None:
    whole = json.loads(objects(pdf))["qpdf"][1]
    found = [held.get("value") for held in whole.values()]
    objects_ = [value for value in found if isinstance(value, dict)]
    links = [value for value in objects_ if value.get("/Subtype") == "/Link"]
    inside = [value["/Dest"] for value in links if "/Dest" in value]
    outside = [value["/A"]["/URI"] for value in links if "/A" in value]
    # From the ledger and the listings to the chronology, from there to the sources.
    assert len(inside) >= 8
    for destination in inside:
        assert whole[f"obj:{destination[0]}"]["value"]["/Type"] == "/Page"
    assert "u:https://example.org/one" in outside
    assert all(address.startswith("u:https://") for address in outside)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_copy_without_a_section_can_be_written(section: Section) -> None:
    dossier = compose(
        archive(),
        "test-aisha",
        WORDINGS["en"],
        today=TODAY,
        sections=ALL_SECTIONS - {section},
    )
    assert bytes_of(dossier).startswith(b"%PDF")


def test_nothing_but_the_cover_can_be_written() -> None:
    dossier = compose(archive(), "test-aisha", WORDINGS["en"], today=TODAY, sections=frozenset())
    assert bytes_of(dossier).startswith(b"%PDF")


HOSTILE = {
    "markup": '<b>bold</b> <para align="right">x</para> &amp; <a href="file:///etc/passwd">y</a>',
    "unclosed": "<font color=red <<<>>> & &# </para>",
    "template": "{name} %s %(x)s ${y} {0!r}",
    "controls": "bell \x07 back \x08 null",
    "directions": "right \u202eto left\u202c \u2067isolate\u2069 \u200f mark",
    "emoji": "smile \U0001f600 and family \U0001f468\u200d\U0001f469",
}
CODES = {
    "controls": ["U+0007", "U+0008"],
    "directions": ["U+202E", "U+202C", "U+2067"],
    "emoji": ["U+1F600", "U+1F468 U+200D"],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_everywhere(name: str, tmp_path: Path) -> None:
    text = HOSTILE[name]
    source = one(
        text,
        title=text[:60],
        place=text,
        region=text,
        reason=text,
        note=text,
        organisations=[text],
        people=[named("test-aisha", text), named("other", text, "official")],
        sources=[Source(number=1, url='https://example.org/"<b>&amp;x', note=text)],
        report="<i>2021</i>",
        uncertain=[text],
    )
    path = tmp_path / "hostile.pdf"
    write_pdf(dossier_of(source), WORDINGS["en"], path)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
    said = joined(body_text(path))
    if name in CODES:
        for code in CODES[name]:
            assert joined(code) in said
        assert "standsasitscodeinUnicode" in said
    else:
        assert said.count(joined(text)) >= 6
    assert 'https://example.org/"<b>&amp;x' in said
    assert re.findall(r'"/URI": "u:(?!https://example)', objects(path)) == []


def test_a_word_of_a_hundred_thousand_characters(tmp_path: Path) -> None:
    word = "ұ" * 100_000
    path = tmp_path / "long.pdf"
    write_pdf(dossier_of(one(word, reason=word, note=word)), WORDINGS["kk"], path)
    assert joined(body_text(path)).count("ұ") >= 200_000


def test_a_long_account_breaks_over_pages_without_losing_a_word(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(6_000))
    path = tmp_path / "long.pdf"
    write_pdf(dossier_of(one(words)), WORDINGS["en"], path)
    assert joined(words) in joined(body_text(path))


def test_a_name_of_a_thousand_letters(tmp_path: Path) -> None:
    name = "Ғабиден " * 120
    path = tmp_path / "name.pdf"
    write_pdf(
        dossier_of(one(people=[named("test-aisha", name)])), WORDINGS["en"], path, paper="Letter"
    )
    assert joined(name) in joined(body_text(path))


@settings(max_examples=25, deadline=None)
@given(
    st.text(min_size=1, max_size=400).filter(str.strip),
    st.text(min_size=1, max_size=60).filter(str.strip),
)
def test_no_text_breaks_a_page(text: str, short: str) -> None:
    source = one(
        text,
        title=short,
        place=short,
        note=text,
        people=[named("test-aisha", short)],
        organisations=[short],
        sources=[Source(number=1, url=None, note=text)],
    )
    assert bytes_of(dossier_of(source)).startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_a_sentence_and_leaves_the_old(tmp_path: Path) -> None:
    with pytest.raises(SystemRefused, match="cannot be written"):
        write_pdf(dossier_of(archive()), WORDINGS["en"], tmp_path / "no-folder" / "dossier.pdf")
    with pytest.raises(SystemRefused, match="is a folder"):
        write_pdf(dossier_of(archive()), WORDINGS["en"], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_older_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dossier.pdf"
    path.write_bytes(b"older")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SystemRefused, match="no space left"):
        write_pdf(dossier_of(archive()), WORDINGS["en"], path)
    assert path.read_bytes() == b"older"
    assert [entry.name for entry in tmp_path.iterdir()] == ["dossier.pdf"]
