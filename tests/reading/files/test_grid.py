"""Tables of events on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from zhylnama.reading.files.document import open_document

CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=10, leading=12)
PLACES = ("Almaty", "Oral", "Nur-Sultan", "Aktau")


def account(day: int) -> str:
    return " ".join(
        f"{name} was fined {day} MCIs for a pre-trial picket on the square, and let go."
        for name in ("N. Surname", "A. Surname", "B. Surname")[: 1 + day % 3]
    )


def paragraphs_of(folder: Path, story: list[Any]) -> list[str]:
    path = folder / "report.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return [line for line in open_document(path).lines() if line]


def table_of(rows: Sequence[tuple[str, ...]], align: str = "TOP") -> Table:
    cells = [[Paragraph(text, CELL) for text in row] for row in rows]
    style: Any = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), align),
    ]
    return Table(cells, colWidths=(70, 70, 200, 110), repeatRows=1, style=style)


@pytest.mark.parametrize("align", ["TOP", "MIDDLE"])
def test_a_row_is_a_paragraph(tmp_path: Path, align: str) -> None:
    head = ("Date", "Place", "What happened", "Source")
    rows = [
        (f"March {day}", PLACES[day % 4], account(day), f"https://example.org/{day}/an-address")
        for day in range(1, 29)
    ]
    story = [
        Paragraph("Monitoring from March 1 to March 31, 2023", CELL),
        table_of([head, *rows], align),
    ]
    story.append(Paragraph(f"On March 30, in the whole country, {account(2)}", CELL))
    found = paragraphs_of(tmp_path, story)
    events = [line for line in found if line.startswith("March")]
    assert events == [f"{date}, {place}, {text} {link}" for date, place, text, link in rows]
    assert found[0] == "Monitoring from March 1 to March 31, 2023"
    assert " ".join(found[found.index(events[-1]) + 1 :]).endswith(account(2))


def test_a_row_without_a_date_has_that_above_it(tmp_path: Path) -> None:
    rows = [("March 1", "Almaty", account(1), ""), ("", "Oral", account(2), "")]
    rows += [(f"March {day}", "Aktau", account(day), "") for day in range(2, 5)]
    assert paragraphs_of(tmp_path, [table_of(rows)])[:3] == [
        f"March 1, Almaty, {account(1)}",
        f"March 1, Oral, {account(2)}",
        f"March 2, Aktau, {account(2)}",
    ]


def test_days_over_paragraphs_are_no_table(tmp_path: Path) -> None:
    hanging = ParagraphStyle("hanging", CELL, leftIndent=20)
    story: list[Any] = []
    for day in range(1, 9):
        story += [Paragraph(f"March {day}", CELL), *[Paragraph(account(day), hanging)] * 2]
    found = paragraphs_of(tmp_path, story)
    assert [line for line in found if line.startswith("March")] == [
        f"March {day}" for day in range(1, 9)
    ]


def test_nothing_of_a_page_with_a_table_is_lost(tmp_path: Path) -> None:
    rows = [(f"March {day}", "Aktau", account(day), "[1] see above") for day in range(1, 9)]
    rows[3:3] = [("Of the capital", "", "", ""), ("By the lake", "x", "", "")]
    story: list[Any] = [table_of(rows), Paragraph("A short word", CELL)]
    story += [Paragraph(f"On March 30, in Oral, {account(2)}", CELL)]
    found = " ".join(paragraphs_of(tmp_path, story))
    told = [*(cell for row in rows for cell in row), "A short word", account(2)]
    assert [text for text in told if text not in found] == []


def test_a_table_of_names_is_no_table_of_events(tmp_path: Path) -> None:
    rows = [(f"N{day}. Surname", "Almaty", "20 MCIs", f"March {day}") for day in range(1, 9)]
    assert "March 8" in paragraphs_of(tmp_path, [table_of(rows)])[-1]


def test_a_day_over_its_month_with_the_place_between_both(tmp_path: Path) -> None:
    rows = [
        (f"{day} September", PLACES[day % 4], account(day), f"https://example.org/{day}")
        for day in range(11, 19)
    ]
    cells = [[Paragraph(text, CELL) for text in row] for row in rows]
    # As a browser prints them: narrow, in the middle, hardly a blank between two cells.
    style: Any = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 1)]
    style.append(("RIGHTPADDING", (0, 0), (-1, -1), 1))
    events = paragraphs_of(tmp_path, [Table(cells, colWidths=(48, 50, 200, 110), style=style)])
    assert events == [f"{date}, {place}, {text} {link}" for date, place, text, link in rows]


def test_what_a_browser_prints_around_a_page_is_in_no_row(tmp_path: Path) -> None:
    rows = [(f"March {day}", "Aktau", account(day), "") for day in range(1, 5)]
    path = tmp_path / "report.pdf"

    def around(canvas: Any, _document: Any) -> None:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(24, 820, "11/23/26, 3:29 AM")
        canvas.drawString(24, 15, "https://example.org/reports/march")
        canvas.drawRightString(570, 15, "1/1")

    SimpleDocTemplate(str(path), pagesize=A4).build([table_of(rows)], onFirstPage=around)
    document = open_document(path)
    assert [line for line in document.lines() if line] == [
        f"{date}, {place}, {text}" for date, place, text, _ in rows
    ]
    assert sorted(document.repeated) == ["11/23/26, 3:29 AM", "https://example.org/reports/march"]
