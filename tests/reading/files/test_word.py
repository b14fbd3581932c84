"""Reports in Word documents as people write them: tables, lists of links, linked marks, heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zhylnama.reading.files.document import Document, open_document

ACCOUNT = "N. Surname was fined 20 MCIs for a rally"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def saved(folder: Path, document: Any) -> Document:
    document.save(folder / "report.docx")
    return open_document(folder / "report.docx")


def lines_of(folder: Path, document: Any) -> list[str]:
    return [line for line in saved(folder, document).lines() if line]


def add_link(
    document: Any, paragraph: Any, text: str, address: str, *, raised: bool = False
) -> None:
    relation = document.part.relate_to(address, HYPERLINK, is_external=True)
    properties = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' if raised else ""
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r>{properties}'
            f"<w:t>{text}</w:t></w:r></w:hyperlink>"
        )
    )


def test_a_row_of_a_table_is_a_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    rows = (
        ("Date", "Place", "Event"),
        ("May 1", "Almaty", ACCOUNT),
        ("", "Oral", ACCOUNT),
        ("May 2", "", f"{ACCOUNT}\nand let go"),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert lines_of(tmp_path, document) == [
        "Date",
        "Place",
        "Event",
        f"May 1, Almaty, {ACCOUNT}",
        f"May 1, Oral, {ACCOUNT}",
        f"May 2, {ACCOUNT} and let go",
    ]


@pytest.mark.parametrize(("text", "raised"), [("[1]", False), ("1", True)])
def test_a_mark_that_is_a_link(tmp_path: Path, text: str, raised: bool) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(ACCOUNT)
    add_link(document, paragraph, text, "https://a.org/1", raised=raised)
    assert lines_of(tmp_path, document) == [f"{ACCOUNT}[1]", "[1] https://a.org/1"]


def test_a_mark_raised_by_its_style(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles.add_style("Mark", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True
    document.add_paragraph(ACCOUNT).add_run("7", style)
    assert lines_of(tmp_path, document) == [f"{ACCOUNT}[7]"]


def test_a_list_of_links_is_numbered_as_it_is_printed(tmp_path: Path) -> None:
    document = docx.Document()
    for number, text in (
        (1, "On May 1, a rally."),
        (2, "https://a.org/1"),
        (2, ""),
        (2, "https://a.org/3"),
    ):
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )
    assert lines_of(tmp_path, document) == [
        "On May 1, a rally.",
        "[1] https://a.org/1",
        "[3] https://a.org/3",
    ]


def test_heads_and_feet_are_told_as_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(ACCOUNT)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Bulletin of the Steppe Group"
    section.footer.paragraphs[0].text = "7"
    read = saved(tmp_path, document)
    assert [line for line in read.lines() if line] == [ACCOUNT]
    assert read.repeated == ("Bulletin of the Steppe Group",)


def test_comments_are_told_as_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    runs = document.add_paragraph(ACCOUNT).runs
    document.add_comment(runs, text="On May 1? Ask her.", author="Editor")
    read = saved(tmp_path, document)
    assert [line for line in read.lines() if line] == [ACCOUNT]
    assert read.around == ("On May 1? Ask her.",)
