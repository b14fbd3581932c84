"""A PDF as word processors and browsers make it: what of its pages is the report's text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

from zhylnama.reading.files.document import open_document

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=0)
SET_APART = ParagraphStyle("set apart", BODY, spaceAfter=7)
INDENTED = ParagraphStyle("indented", BODY, firstLineIndent=18)
JUSTIFIED = ParagraphStyle("justified", BODY, alignment=4, spaceAfter=5)
SMALL = ParagraphStyle("small", BODY, fontSize=8, leading=10)
SENTENCES = (
    "people came together in the square and asked for work",
    "the police took several of them to the department and kept them there till the morning",
    "a court heard the complaint of a journalist and put the hearing off",
    "a hunger strike began in the colony because of the food",
)


def account(day: int, mark: str = "") -> str:
    words = "; ".join(SENTENCES[(day + at) % len(SENTENCES)] for at in range(1 + day % 4))
    return f"On March {day}, in Almaty, {words}{mark}."


def blocks(path: Path) -> list[str]:
    """Return the paragraphs of a file, each in one line."""
    found: list[list[str]] = [[]]
    for line in open_document(path).lines():
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [" ".join(block) for block in found if block]


def written(folder: Path, story: list[Any], on_page: Any = None) -> Path:
    path = folder / "report.pdf"
    template = SimpleDocTemplate(str(path), pagesize=A4)
    keep = on_page or (lambda *_: None)
    template.build(story, onFirstPage=keep, onLaterPages=keep)
    return path


@pytest.mark.parametrize("style", [SET_APART, INDENTED, JUSTIFIED], ids=lambda style: style.name)
def test_paragraphs_are_told_apart_on_every_page(tmp_path: Path, style: ParagraphStyle) -> None:
    accounts = [account(day) for day in range(1, 31)] * 2
    path = written(tmp_path, [Paragraph(text, style) for text in accounts])
    assert blocks(path) == accounts


def test_heads_and_feet_of_pages_are_no_text(tmp_path: Path) -> None:
    def edges(canvas: Canvas, template: Any) -> None:
        canvas.drawString(72, 800, "Bulletin of the Steppe Group")
        canvas.drawRightString(523, 800, "March 2023")
        canvas.drawCentredString(297, 30, f"page {template.page}")

    accounts = [account(day) for day in range(1, 31)] * 2
    path = written(tmp_path, [Paragraph(text, SET_APART) for text in accounts], edges)
    assert blocks(path) == accounts
    assert " ".join(open_document(path).repeated) == "Bulletin of the Steppe Group March 2023"


def test_what_stands_on_one_page_only_is_text(tmp_path: Path) -> None:
    accounts = [account(day) for day in range(1, 9)]
    path = written(tmp_path, [Paragraph(text, SET_APART) for text in accounts])
    assert blocks(path) == accounts
    assert open_document(path).repeated == ()


def test_a_line_that_pages_repeat_within_their_text_is_text(tmp_path: Path) -> None:
    # The same words stand at the top of both pages, and the text goes on right below them.
    page = [account(day) for day in range(1, 5)]
    story: list[Any] = [Paragraph(text, BODY) for text in page]
    path = written(tmp_path, [*story, PageBreak(), *[Paragraph(text, BODY) for text in page]])
    lines = [*open_document(path).lines()]
    assert " ".join(line for line in lines if line) == " ".join(page * 2)
    assert open_document(path).repeated == ()


def test_a_raised_number_is_a_mark(tmp_path: Path) -> None:
    story: list[Any] = [
        Paragraph(account(day, f"<super>{day}</super>"), SET_APART) for day in (9, 10)
    ]
    story += [Spacer(1, 20)]
    story += [
        Paragraph(f"<super>{day}</super> https://example.org/{day}", SMALL) for day in (9, 10)
    ]
    found = blocks(written(tmp_path, story))
    assert found[:2] == [account(9, "⁹"), account(10, "¹⁰")]
    assert " ".join(found[2:]) == "⁹ https://example.org/9 ¹⁰ https://example.org/10"


def test_notes_at_the_foot_of_a_page_come_behind_the_text(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in (1, 2):
        canvas.setFont("Times-Roman", 11)
        if page == 1:
            lines = [
                "On March 1, in Almaty, people came together in the square, asked for work",
                "and went",
            ]
        else:
            lines = [
                "to the akimat with a letter of their own, which nobody there wanted to take",
                "from them.",
            ]
        for at, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * at, line)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(72, 60, f"[{page}] https://example.org/{page}")
        canvas.showPage()
    canvas.save()
    lines = [*open_document(path).lines()]
    assert " ".join(lines[:4]).endswith(
        "and went to the akimat with a letter of their own, which nobody there wanted to take "
        "from them."
    )
    assert lines[4:] == ["", "[1] https://example.org/1", "[2] https://example.org/2"]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    template = BaseDocTemplate(str(path), pagesize=A4)
    width, height = A4
    frames = [Frame(left, 60, width / 2 - 70, height - 120) for left in (50, width / 2 + 20)]
    template.addPageTemplates(PageTemplate(frames=frames))
    accounts = [account(day) for day in range(1, 31)]
    template.build([Paragraph(text, SET_APART) for text in accounts])
    assert blocks(path) == accounts


def test_a_list_of_single_lines_stays_a_list(tmp_path: Path) -> None:
    accounts = [f"March {day}, Almaty, N. Surname, arrest for {day} days." for day in range(1, 29)]
    path = written(tmp_path, [Paragraph(text, BODY) for text in accounts])
    assert [line for line in open_document(path).lines() if line] == accounts


def test_a_font_that_tells_no_heights(tmp_path: Path) -> None:
    # Of such fonts, as LibreOffice writes them, each letter has a box as high as itself: a `1` is
    # lower than a bracket then, and stands higher.
    fonts = Path(__file__).parents[3] / "resources" / "fonts"
    pdfmetrics.registerFont(TTFont("Plain", str(fonts / "NotoSerif-Regular.ttf")))
    style = ParagraphStyle("plain", SET_APART, fontName="Plain")
    texts = [f"Of {day} people (15 men) 8 (all old) were fined" for day in (11, 31)]
    path = written(tmp_path, [Paragraph(f"{text}<super>7</super>.", style) for text in texts])
    told = re.compile(rb"(?<=/Ascent )\d+|(?<=/Descent )-\d+")
    plain = told.sub(lambda found: b"%d" % (1 if found[0].isdigit() else -1), path.read_bytes())
    assert plain != path.read_bytes()
    path.write_bytes(plain)
    assert " ".join(blocks(path)) == " ".join(f"{text}⁷." for text in texts)


def test_letters_of_another_font_stand_where_they_are_seen(tmp_path: Path) -> None:
    # The letters that a font lacks are left open, and written behind the rest of the line.
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    text: Any = canvas.beginText(72, 700)
    text.setFont("Courier", 10)
    text._code.append("[(In Almaty, the fund S) -600 (z sa) -600 (shysy fell)] TJ")
    canvas.drawText(text)
    for at, letter in ((21, "o"), (26, "q")):
        canvas.drawString(72 + 6 * at, 700, letter)
    canvas.save()
    assert blocks(path) == ["In Almaty, the fund Soz saqshysy fell"]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["On March 1, in Almaty, Kassym-", "Jomart T. spoke."], "Almaty, Kassym-Jomart T."),
        (["On March 1, in the facility EC-", "164/1, a strike."], "the facility EC-164/1, a"),
        (["On March 1, in the pre-", "trial detention center."], "the pre-trial detention"),
        (["On March 1, a re-hearing began.", "Then the re-", "hearing ended."], "the re-hearing"),
        (["On March 1, a detention began.", "Then the deten-", "tion ended."], "the detention"),
        (["On March 1, a deten-", "tion, a hea-", "ring, a sen-", "tence."], "a sentence"),
        (["On March 1, T-", "shirts were sold."], "1, T-shirts were"),
    ],
)  # fmt: skip
def test_words_parted_at_the_end_of_a_line(tmp_path: Path, lines: list[str], read: str) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for at, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * at, line)
    canvas.save()
    assert read in blocks(path)[0]


def test_what_a_browser_prints_at_the_edges_of_pages(tmp_path: Path) -> None:
    def edges(canvas: Canvas, template: Any) -> None:
        canvas.drawString(30, 815, "3/1/23, 2:14 PM")
        canvas.drawString(250, 815, "Report for March - Steppe Group")
        canvas.drawString(30, 20, "https://steppe.example/reports/2023-03/")
        canvas.drawRightString(565, 20, f"{template.page}/3")

    accounts = [account(day) for day in range(1, 31)] * 2
    path = written(tmp_path, [Paragraph(text, SET_APART) for text in accounts], edges)
    assert blocks(path) == accounts
    assert "https://steppe.example/reports/2023-03/" in open_document(path).repeated


def test_a_watermark_is_no_text(tmp_path: Path) -> None:
    def level(canvas: Canvas, _: Any) -> None:
        canvas.setFont("Helvetica", 60)
        canvas.drawString(150, 420, "DRAFT")

    def slanting(canvas: Canvas, _: Any) -> None:
        canvas.saveState()
        canvas.rotate(45)
        level(canvas, _)
        canvas.restoreState()

    accounts = [account(day) for day in range(1, 31)] * 2
    for mark in (level, slanting):
        path = written(tmp_path, [Paragraph(text, SET_APART) for text in accounts], mark)
        assert blocks(path) == accounts
        assert open_document(path).repeated == ("DRAFT",)


def test_a_page_that_is_turned(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    lines = [
        "On March 1, in Almaty, the police took several of them to the",
        "department7.",
        "",
        "On March 2, in Oral, 15 of 31 people were let go.",
    ]
    for at, line in enumerate(lines):
        text = canvas.beginText(72, -100 - 14 * at)
        text.setFont("Times-Roman", 11)
        words, mark, rest = line.partition("7")
        text.textOut(words)
        if mark:
            text.setRise(4)
            text.setFont("Times-Roman", 7)
            text.textOut(mark)
            text.setRise(0)
            text.setFont("Times-Roman", 11)
            text.textOut(rest)
        canvas.drawText(text)
    canvas.save()
    assert blocks(path) == [f"{lines[0]} department⁷.", lines[3]]


def test_numbers_of_lines_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    lines = [f"March {day}, Almaty, N. Surname, arrest for {day} days." for day in range(1, 29)]
    for page in (lines[:14], lines[14:]):
        canvas.setFont("Times-Roman", 11)
        for at, line in enumerate(page):
            canvas.drawString(72, 780 - 20 * at, line)
        for at, line in enumerate(page):
            canvas.drawRightString(60, 780 - 20 * at, str(lines.index(line) + 1))
        canvas.showPage()
    canvas.save()
    assert [line for line in open_document(path).lines() if line] == lines


def test_notes_as_large_as_the_text_come_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page, lines in (
        (1, ["On March 1, in Almaty, people came[1] together and"]),
        (2, ["went[2]."]),
    ):
        canvas.setFont("Times-Roman", 11)
        for at, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * at, line)
        canvas.drawString(72, 60, f"[{page}] https://example.org/{page}")
        canvas.showPage()
    canvas.save()
    assert blocks(path)[0] == "On March 1, in Almaty, people came[1] together and went[2]."


def test_notes_at_the_foot_of_columns_come_behind_the_text(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for left, lines in (
        (50, ["On March 1, in Almaty, people came together", "in the square, asked for work and"]),
        (310, ["went to the akimat, where nobody", "came out to them till the evening."]),
    ):
        canvas.setFont("Times-Roman", 11)
        for at, line in enumerate(lines):
            canvas.drawString(left, 700 - 14 * at, line)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(left, 60, f"[{left}] https://example.org/{left}")
    canvas.save()
    assert blocks(path)[0].endswith(
        "asked for work and went to the akimat, where nobody came out to them till the evening."
    )


def test_a_column_beside_the_text_parts_no_sentence(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(3):
        canvas.setFont("Times-Roman", 11)
        for at in range(30):
            words = (
                "On March 1, in Almaty, a rally"
                if not at + page
                else "went on and on in the square"
            )
            canvas.drawString(72, 780 - 14 * at, words)
        if page == 0:
            canvas.drawString(400, 780, "Popular")
            canvas.drawString(400, 766, "Three were detained")
        canvas.showPage()
    canvas.save()
    assert (
        max(blocks(path), key=len)
        == f"On March 1, in Almaty, a rally{' went on and on in the square' * 89}"
    )
