"""Text out of every form of file; any bytes end in lines or in one sentence."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborNode
from tests.reading.conftest import NOBODY

from zhylnama.failure import BadInput, SystemRefused
from zhylnama.reading.files import document, elements
from zhylnama.reading.files.document import open_document
from zhylnama.reading.report import ReportReader
from zhylnama.reading.reviewing.basis import digest_of

REPORT = Path(__file__).parent.parent / "reports" / "october-2022.txt"


def lines_of(path: Path) -> list[str]:
    return [line for line in open_document(path).lines() if line.strip()]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
    "cp1251", "koi8-r", "cp866", "iso8859-5"],
)  # fmt: skip
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "1 декабря, Алматы, суд оштрафовал активистов; 2 декабря их отпустили.\n" * 20
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert lines_of(path) == text.splitlines()


def test_letters_far_behind_plain_ones(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    plain = "December 1, Almaty, a rally was held.\n" * 4_000
    path.write_bytes((plain + "2 декабря, Алматы, акция").encode("cp1251"))
    assert lines_of(path)[-1] == "2 декабря, Алматы, акция"


def test_a_text_that_begins_as_pictures_do(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("BMW was damaged in Almaty", "utf-8")
    assert lines_of(path) == ["BMW was damaged in Almaty"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-32-le"])
def test_a_page_in_wide_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.html"
    path.write_bytes("<html><body><p>1 декабря, Алматы, акция".encode(encoding))
    assert lines_of(path) == ["1 декабря, Алматы, акция"]


def test_a_few_damaged_bytes_leave_the_rest_readable(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("1 декабря, Алматы, “суд”\n".encode() * 50 + b"\xff\n")
    assert lines_of(path)[0] == "1 декабря, Алматы, “суд”"


def test_letters_that_nobody_sees(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("1\u00a0де\u00adкаб\u200bря,\u202fАлматы, и\u0306од", "utf-8")
    assert lines_of(path) == ["1 декабря, Алматы, йод"]


def test_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(
        "<!doctype html><meta charset=windows-1251><title>x</title><script>1</script>"
        "<p>1 декабря,&nbsp;Алматы<a href='#_ftn1'><sup>[1]</sup></a>.<br>Вторая строка<sup>2</sup>"
        "<ol><li><a href='https://a.org/1'>источник</a><li id=fn2>без ссылки</ol>".encode("cp1251")
    )
    assert lines_of(path) == [
        "1 декабря, Алматы[1].",
        "Вторая строка[2]",
        "[1] источник https://a.org/1",
        "[2] без ссылки",
    ]


@pytest.mark.parametrize("first", [b"From: <Saved by a browser>\r\n", b"Subject: x\r\n", b""])
def test_a_page_saved_as_one_file(tmp_path: Path, first: bytes) -> None:
    path = tmp_path / "report.mhtml"
    path.write_bytes(
        first + b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"\r\n<p>1 =D0=B4=D0=B5=D0=BA=D0=B0=D0=B1=D1=80=D1=8F</p>\r\n--b--\r\n"
    )
    assert lines_of(path) == ["1 декабря"]


def test_what_is_asked_of_nested_elements_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0

    class Counted(elements.Asked):
        def __init__(self, root: LexborNode) -> None:
            nonlocal asked
            super().__init__(root)
            asked += len(self.text)

    def work(depth: int) -> int:
        nonlocal asked
        asked = 0
        path = tmp_path / "report.html"
        path.write_text("<html><body>" + "<ol><li>word <sup>" * depth + "word", "utf-8")
        assert len(lines_of(path)) == depth
        return asked

    monkeypatch.setattr(elements, "Asked", Counted)
    # Four times as deep is four times the text that is looked at, and not sixteen times.
    assert work(1_200) < 6 * work(300)


def test_a_word_document_with_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_document())
    assert lines_of(path) == [
        "December 1, Almaty, a rally[1].",
        "[1] https://example.org/1",
    ]


def test_a_word_document_says_each_thing_once(tmp_path: Path) -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    inside = (
        f'<mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    code = 'HYPERLINK "https://example.org/2"'
    paragraphs = (
        f"<w:p><w:r><w:t>Beside it.</w:t>{inside}</w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo>"
        "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:9]}</w:instrText><w:instrText>{code[9:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r></w:p>'
        f"<w:p><w:fldSimple w:instr='{code}'><w:r><w:t>there</w:t></w:r></w:fldSimple></w:p>"
        "<w:sdt><w:sdtContent><w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:p><w:r><w:t>In a cell."
        "</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>"
    )
    path = tmp_path / "report.docx"
    path.write_bytes(
        repacked(
            word_document(),
            "word/document.xml",
            lambda content: content.replace(b"<w:body>", f"<w:body>{paragraphs}".encode()),
        )
    )
    assert lines_of(path)[:-2] == [
        "Beside it.", "In a box.", "Moved.", "https://example.org/2 here",
        "https://example.org/2 there", "In a cell.",
    ]  # fmt: skip


def word_document() -> bytes:
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    made = Document()
    paragraph = made.add_paragraph("December 1, Almaty, a rally")
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    run = paragraph.add_run()
    mark = run._r.makeelement(f"{{{main}}}footnoteReference", {f"{{{main}}}id": "7"})
    run._r.append(mark)
    paragraph.add_run(".")
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    notes = (
        f'<w:footnotes xmlns:w="{main}" xmlns:r="{relations}"><w:footnote w:id="7"><w:p>'
        '<w:hyperlink r:id="rId1"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p></w:footnote>'
        "</w:footnotes>"
    ).replace("<w:t>link", "<w:t>https://example.org/1")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "was", "now", "sentence"),
    [
        ("word/_rels/document.xml.rels", b"Type=", b"Kind=", "damaged Word"),
        ("word/document.xml", b"<w:body>", b"", "damaged Word"),
        ("word/document.xml", b"</w:document>", b"", "damaged Word"),
        ("[Content_Types].xml", b"<Types", b"<Kinds", "damaged Word"),
        ("_rels/.rels", b"officeDocument", b"somethingElse", "damaged Word"),
    ],
)
def test_a_damaged_word_document(
    tmp_path: Path, part: str, was: bytes, now: bytes, sentence: str
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(repacked(word_document(), part, lambda content: content.replace(was, now)))
    with pytest.raises(BadInput, match=sentence):
        open_document(path)


def repacked(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a packed file in which one part is changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.infolist():
            content = old.read(each)
            new.writestr(each.filename, change(content) if each.filename == name else content)
    return stream.getvalue()


def test_a_word_document_reads_nothing_from_beside_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not of the report", "utf-8")
    declared = f'?><!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()

    def entity(content: bytes) -> bytes:
        return content.replace(b"?>", declared, 1).replace(b"</w:t>", b"&x;</w:t>", 1)

    path = tmp_path / "report.docx"
    path.write_bytes(repacked(word_document(), "word/document.xml", entity))
    assert "not of the report" not in " ".join(lines_of(path))


def test_a_pdf_without_its_page_numbers(tmp_path: Path) -> None:
    path = pdf(tmp_path, ["December 1, Almaty, a rally[1].", "7"])
    assert lines_of(path) == ["December 1, Almaty, a rally[1]."]


def pdf(folder: Path, lines: list[str], password: str | None = None) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "report.pdf"
    canvas = Canvas(str(path), encrypt=password)
    for at, line in enumerate(lines):
        canvas.drawString(50, 700 - 600 * at, line)
    canvas.save()
    return path


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="password"):
        open_document(pdf(tmp_path, ["December 1"], password="secret"))


def test_a_pdf_that_unpacks_to_far_too_much_is_not_opened(tmp_path: Path) -> None:
    words = zlib.compress(b"BT /F1 1 Tf (On December 1, in Almaty) Tj ET " * 1_000_000, 9)
    path = tmp_path / "report.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 900]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + str(len(words)).encode() + b">>stream\n"
        + words + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )  # fmt: skip
    with pytest.raises(BadInput, match="would unpack to far more"):
        open_document(path)


def test_a_scan_without_text(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="pictures of pages"):
        open_document(pdf(tmp_path, [""]))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<x/>")
        with package.open("word/document.xml", "w") as stream:
            for _ in range(140):
                stream.write(b" " * (1 << 20))
    with pytest.raises(BadInput, match="not opened"):
        open_document(path)


def test_a_word_document_of_far_too_much_markup_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    markup = b"<w:p/>" * 6_000_000  # as a tree it would fill half a gigabyte
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w:body>" + markup + b"</w:body>")
    with pytest.raises(BadInput, match="would unpack to far more"):
        open_document(path)


def test_reading_ends_when_nobody_waits_any_more(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def enough() -> None:
        raise Enough

    text, page = tmp_path / "report.txt", tmp_path / "report.html"
    text.write_text("On December 1, in Almaty\n", "utf-8")
    page.write_text("<p>On December 1, in Almaty", "utf-8")
    lines = open_document(text, enough).lines()
    with pytest.raises(Enough):
        next(lines)
    for path in (page, pdf(tmp_path, ["On December 1"])):
        with pytest.raises(Enough):
            open_document(path, enough)


def test_a_page_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_BYTES", 1 << 20)
    path = tmp_path / "large.html"
    path.write_bytes(b"<p>On December 1, in Almaty\n" * 60_000)
    with pytest.raises(BadInput, match="too large"):
        open_document(path)


def test_a_text_is_read_whatever_its_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MOST_BYTES", 1 << 20)
    path = tmp_path / "large.txt"
    path.write_bytes(b"On December 1, in Almaty\n" * 60_000)
    assert sum(1 for _ in open_document(path).lines()) >= 60_000
    with pytest.raises(BadInput, match="too large"):
        digest_of(path)  # a review holds all of it


def test_a_line_without_end_is_cut_between_words(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"tramways " * 300_000)
    lines = lines_of(path)
    assert len(lines) > 1
    assert {word for line in lines for word in line.split()} == {"tramways"}


PARTED = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no text"),
        (b"\0" * 99, "no text"),
        (b"\xef\xbb\xbf\n", "no text"),
        (b"\xff\xfe", "no text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, "old Word"),
        (b"{\\rtf1 x}", "rich text"),
        (b"PK\x03\x04xxxx", "damaged Word"),
        (b"%PDF-1.4 xxxx", "damaged PDF"),
        (bytes(range(256)) * 40, "not a text"),
        (b"<div>" * 6_000 + b"x", "nested"),
        (b"<p " + b"a " * 20_000 + b">x", "nested"),
        (PARTED + b"--b\nContent-Type: text/plain\n\nx\n" * 6_000, "damaged web archive"),
        (PARTED + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 60, "damaged web"),
        (PARTED[:-1] + b"a: b\n" * 20_000, "damaged web archive"),
        (PARTED + b"--b--", "without a page"),
    ],
)
def test_what_is_no_report_is_said_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=sentence) as raised:
        open_document(path)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "charset", ["hex", "idna", "undefined", "utf-7", "utf-16", "unicode_escape", "no-such"]
)
def test_a_charset_that_no_page_is_in_is_found_out(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "report.html"
    page = f"<!doctype html><meta charset={charset}><p>1 декабря, Алматы, акция на площади."
    path.write_bytes(page.encode("cp1251"))
    assert lines_of(path) == ["1 декабря, Алматы, акция на площади."]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(BadInput, match="pipe or a device"):
        open_document(path)


def test_folders_and_missing_files(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="folder"):
        open_document(tmp_path)
    with pytest.raises(SystemRefused, match="cannot be read"):
        open_document(tmp_path / "missing.txt")


@given(
    content=st.binary(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                *REPORT.read_bytes().split(b" ")[:400],
                b"[9]",
                b"\xff",
                b"\0",
                b"\n",
                b"<p>",
                b"99999999999",
            ]
        ),
        max_size=120,
    ).map(b" ".join)
)
def test_any_bytes_give_records_or_one_sentence(
    content: bytes, reader: ReportReader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "x"
    path.write_bytes(content)
    sentence = ""
    try:
        events = list(reader.begin(NOBODY).read(open_document(path)).events())
        assert len({read.event.id for read in events}) == len(events)
    except BadInput as bad:
        sentence = str(bad)
    assert "\n" not in sentence
