"""What a document to edit is made of: its look, its tables with hairlines, links, page numbers.

python-docx knows paragraphs, styles and tables; for the rest (borders, fields, links, bookmarks)
the elements are put in as ECMA-376 names them.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any, BinaryIO, NamedTuple

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from zhylnama.dossier.styles import Paper
from zhylnama.dossier.watching import GoOn, to_the_end

# A face that every word processor has or stands in for, with every Kazakh letter.
_FACE = "Times New Roman"
_SIZES: dict[Paper, tuple[float, float]] = {"A4": (210, 297), "Letter": (215.9, 279.4)}
_SIDE, _TOP = 25.0, 24.0
_INK, _QUIET, _ACCENT = (RGBColor.from_string(rgb) for rgb in ("1F2428", "62676D", "1B5E8C"))
_LINE = "BFB9AD"
# What XML cannot hold at all.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Zhylnama</Application></Properties>"
)

# name: size, colour, bold, space before, space after, and whether the next paragraph must follow
_STYLES: dict[str, tuple[float, RGBColor, bool, float, float, bool]] = {
    "Normal": (11, _INK, False, 0, 6, False),
    "Title": (22, _INK, True, 0, 4, True),
    "Heading 1": (14, _INK, True, 20, 5, True),
    "Heading 2": (10.5, _INK, True, 8, 2, True),
    "Quiet": (9, _QUIET, False, 0, 4, False),
    "Intro": (9, _QUIET, False, 0, 6, True),
    "Account": (11, _INK, False, 0, 4, True),
    "Event end": (9, _QUIET, False, 0, 4, False),
    "Source": (9.5, _INK, False, 4, 0, True),
    "Source about": (9, _QUIET, False, 0, 2, False),
    "Cell": (9.5, _INK, False, 0, 0, False),
    "Cell quiet": (9.5, _QUIET, False, 0, 0, False),
    "Cell head": (9.5, _INK, True, 0, 0, False),
    "Marking": (10, _INK, True, 0, 6, True),
}


class Piece(NamedTuple):
    """One paragraph of a cell: its text and the style it is set in."""

    text: str
    style: str = "Cell"


def new_document(paper: Paper, lang: str, title: str, day: dt.date) -> Any:
    """Return an empty document with the page, the styles and the facts of a dossier."""
    document: Any = Document()
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(side) for side in _SIZES[paper])
    page.left_margin = page.right_margin = Mm(_SIDE)
    page.top_margin = page.bottom_margin = Mm(_TOP)
    page.header_distance = page.footer_distance = Mm(12)
    for name in _STYLES:
        _set_style(document, name)
    _border(document.styles["Event end"].element.get_or_add_pPr(), "bottom", 5)
    language = _made("w:lang", val={"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}[lang])
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = clean(title)[:255], "", ""
    facts.last_modified_by, facts.language = "", lang
    facts.created = facts.modified = dt.datetime.combine(day, dt.time())
    facts.revision = 1
    _forget_template(document)
    return document


def _set_style(document: Any, name: str) -> None:
    size, colour, bold, before, after, keep = _STYLES[name]
    styles = document.styles
    known = {style.name for style in styles}
    style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size, style.font.bold = _FACE, Pt(size), bold
    style.font.color.rgb = colour
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), keep
    shape.line_spacing = 1.15 if name == "Normal" else 1.05
    shape.widow_control = True
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(key), _FACE)
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(key), None)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        border.getparent().remove(border)  # the template's blue line under a title


def _forget_template(document: Any) -> None:
    """Take out what python-docx's template brings: a picture, and whose word processor made it."""
    rels = document.part.package.rels
    for key, rel in list(rels.items()):
        if rel.reltype.endswith("/thumbnail"):
            del rels[key]
        elif rel.reltype.endswith("/extended-properties"):
            rel.target_part._blob = _APP.encode()  # noqa: SLF001 (python-docx has no other)


def width_of_page(document: Any) -> float:
    """Return the width of the text in millimetres."""
    return float(document.sections[0].page_width.mm) - 2 * _SIDE


# -- Paragraphs --------------------------------------------------------------------------------


def add_paragraph(document: Any, style: str) -> Any:
    """Add an empty paragraph at the end of a document."""
    return _styled(document.add_paragraph(), style)


def _styled(paragraph: Any, style: str) -> Any:
    # By its id: python-docx would read every style anew to find it by name, for each paragraph.
    paragraph._p.get_or_add_pPr().style = style.replace(" ", "")  # noqa: SLF001
    return paragraph


def add_run(paragraph: Any, text: str, *, raised: bool = False) -> None:
    """Add text to a paragraph, as text only."""
    run = paragraph.add_run(clean(text))
    if raised:
        run.font.superscript = True


def add_link(
    paragraph: Any, text: str, *, url: str | None = None, place: str = "", raised: bool = False
) -> None:
    """Add text that leads to an address, or to a place of this document."""
    link = OxmlElement("w:hyperlink")
    if url is not None:
        key = paragraph.part.relate_to(clean(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), key)
    else:
        link.set(qn("w:anchor"), place)
    run = paragraph.add_run(clean(text))
    run.font.color.rgb = _ACCENT
    run.font.superscript = raised or None
    link.append(run._r)  # noqa: SLF001 (python-docx has no other)
    paragraph._p.append(link)  # noqa: SLF001


def add_place(paragraph: Any, name: str, number: int) -> None:
    """Make a paragraph a place that links lead to. `number` is one that no other place has."""
    begin = _made("w:bookmarkStart", id=str(number), name=name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, begin)  # noqa: SLF001
    paragraph._p.append(_made("w:bookmarkEnd", id=str(number)))  # noqa: SLF001


def set_head_and_foot(section: Any, head: tuple[str, str], foot: str, number: str) -> None:
    """Set what stands on every page of a section.

    `number` has \\x01 where the page's number is to stand, and \\x02 for that of the last page.
    """
    wide = section.page_width - section.left_margin - section.right_margin
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    for part, left, right in ((section.header, *head), (section.footer, foot, number)):
        paragraph = part.paragraphs[0]
        _styled(paragraph, "Quiet")
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(wide, WD_TAB_ALIGNMENT.RIGHT)
        add_run(paragraph, f"{left}\t")
        for said in re.split("([\x01\x02])", right):
            if said in ("\x01", "\x02"):
                _add_field(paragraph, "PAGE" if said == "\x01" else "NUMPAGES")
            elif said:
                add_run(paragraph, said)


def _add_field(paragraph: Any, instruction: str) -> None:
    field = _made("w:fldSimple", instr=instruction)
    run = paragraph.add_run("1")  # what stands there until the pages are counted
    field.append(run._r)  # noqa: SLF001 (python-docx has no other)
    paragraph._p.append(field)  # noqa: SLF001


# -- Tables ------------------------------------------------------------------------------------


def add_table(
    document: Any,
    shares: Sequence[float],
    rows: Sequence[Sequence[Sequence[Piece]]],
    *,
    head: bool = False,
    go_on: GoOn = to_the_end,
) -> None:
    """Add a table with hairlines between its rows; `shares` are the columns' parts of the width.

    With `head` the first row is repeated on every page. A short row is never torn.
    """
    table = document.add_table(rows=0, cols=len(shares))
    table.autofit = False
    wide = width_of_page(document)
    properties = table._tbl.tblPr  # noqa: SLF001 (python-docx has no other)
    _table_look(properties)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(wide * share)
    for number, row in enumerate(rows):
        go_on()
        made = table.add_row()
        properties = made._tr.get_or_add_trPr()  # noqa: SLF001
        if sum(len(piece.text) for pieces in row for piece in pieces) < 600:
            properties.append(_made("w:cantSplit"))
        if head and number == 0:
            properties.append(_made("w:tblHeader"))
        for cell, share, pieces in zip(made.cells, shares, row, strict=True):
            cell.width = Mm(wide * share)
            _fill(cell, pieces)
    after = add_paragraph(document, "Quiet")
    after.paragraph_format.space_after = Pt(0)


def _fill(cell: Any, pieces: Sequence[Piece]) -> None:
    paragraph = cell.paragraphs[0]
    for number, piece in enumerate(pieces):
        if number:
            paragraph = cell.add_paragraph()
        _styled(paragraph, piece.style)
        add_run(paragraph, piece.text)
    if not pieces:
        _styled(paragraph, "Cell")


def _table_look(properties: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(_made(f"w:{side}", val="single", sz="4", space="0", color=_LINE))
    margins = OxmlElement("w:tblCellMar")
    for side, wide in (("top", 50), ("left", 0), ("bottom", 50), ("right", 140)):
        margins.append(_made(f"w:{side}", w=str(wide), type="dxa"))
    for part in (borders, margins):
        properties.append(part)


def _border(properties: Any, side: str, space: int) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(_made(f"w:{side}", val="single", sz="4", space=str(space), color=_LINE))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc",
        "w:outlineLvl", "w:rPr",
    )  # fmt: skip


def _made(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


# -- Bytes -------------------------------------------------------------------------------------


def clean(text: str) -> str:
    """Return a text that XML can hold; a control character stands as its code."""
    text = text.replace("\r\n", "\n")
    return _NO_XML.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def save(document: Any, stream: BinaryIO) -> None:
    """Write a document; the archive that a .docx is has one fixed time for every part."""
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(stream, "w") as copy:
        for name in sorted(read.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, read.read(name))
