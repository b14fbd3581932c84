"""A dossier or a form as a document to edit (.docx): the same text, in the word processor's styles.

Nothing is attached and nothing is locked: what is edited afterwards is no longer a copy of the
archive, and the first page says so.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from zhylnama.dossier.model import Dossier, Item, Listing
from zhylnama.dossier.styles import Paper
from zhylnama.dossier.watching import GoOn, to_the_end
from zhylnama.wording import Wording

_SIZES: dict[Paper, tuple[float, float]] = {"A4": (210, 297), "Letter": (215.9, 279.4)}
# What XML cannot hold at all.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_QUIET = RGBColor(0x62, 0x67, 0x6D)


def write_word(
    dossiers: Sequence[Dossier],
    wording: Wording,
    stream: BinaryIO,
    *,
    paper: Paper = "A4",
    go_on: GoOn = to_the_end,
    begun: Callable[[int], None] = lambda position: None,
) -> None:
    """Write dossiers one after the other. The same content and day give the same bytes."""
    document: Any = Document()
    _set_up(document, dossiers[0], paper)
    for number, dossier in enumerate(dossiers):
        begun(number)
        if number:
            document.add_page_break()
        _Writer(document, wording, go_on).write(dossier)
    made = io.BytesIO()
    document.save(made)
    _without_times(made, stream)


def _set_up(document: Any, dossier: Dossier, paper: Paper) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(side) for side in _SIZES[paper])
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(22)
    for name, face, size in (
        ("Normal", "Noto Serif", 10.5),
        ("Title", "Noto Serif", 22),
        ("Heading 1", "Noto Serif", 14),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = face, Pt(size)
        style.font.color.rgb = RGBColor(0x1F, 0x24, 0x28)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(key), face)
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(key), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}[dossier.lang])
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = _clean(dossier.title)[:255], "", ""
    facts.last_modified_by, facts.language = "", dossier.lang
    day = dt.datetime.combine(dossier.today, dt.time())
    facts.created = facts.modified = day
    facts.revision = 1


class _Writer:
    def __init__(self, document: Any, wording: Wording, go_on: GoOn) -> None:
        self._go_on = go_on
        self._document = document
        self._wording = wording

    def write(self, dossier: Dossier) -> None:
        cover = dossier.cover
        self._said(cover.classification, bold=True)
        self._said(cover.kicker, quiet=True)
        self._document.add_paragraph(_clean(cover.name), style="Title")
        names = " · ".join(spelling for spelling, _ in cover.spellings)
        self._said(names, quiet=True)
        self._said(" · ".join(cover.offices), quiet=True)
        for particular in cover.particulars:
            self._said(f"{particular.label}: {particular.value}", quiet=True)
        self._said(cover.notice, quiet=True)
        edited = self._wording.tr(
            "This document can be edited: only the PDF can be checked against the archive."
        )
        self._said(edited, quiet=True)
        if dossier.summary is not None:
            self._heading(dossier.summary.heading)
            self._said(" ".join(dossier.summary.sentences))
            self._said(" ".join(dossier.summary.status))
        for listing in dossier.form:
            self._listing(listing)
        self._ledger(dossier)
        self._chronology(dossier)
        for section in (dossier.identity, *dossier.listings):
            if section is not None:
                self._listing(section)
        if dossier.sources is not None:
            self._heading(dossier.sources.heading, dossier.sources.intro)
            for line in dossier.sources.lines:
                about = " · ".join(t for t in (line.places, line.remark) if t)
                self._said(f"{line.number}. {line.url or line.missing or ''}")
                self._said(about, quiet=True)
        if dossier.method is not None:
            self._heading(dossier.method.heading, dossier.method.paragraphs)

    def _heading(self, text: str, intro: Iterable[str] = ()) -> None:
        self._document.add_paragraph(_clean(text), style="Heading 1")
        for said in intro:
            self._said(said, quiet=True)

    def _said(self, text: str, *, quiet: bool = False, bold: bool = False) -> None:
        self._go_on()
        if text:
            _add(self._document.add_paragraph(), text, quiet=quiet, bold=bold)

    def _ledger(self, dossier: Dossier) -> None:
        ledger = dossier.ledger
        if ledger is None:
            return
        self._heading(ledger.heading, ledger.intro)
        rows = []
        for row in ledger.rows:
            laws = [part for law in row.laws for part in (law.cited, law.title) if part]
            measures = [part for m in row.measures for part in (m.said, m.remark) if part]
            sources = [", ".join(map(str, row.sources)), row.report or ""]
            rows.append(
                (
                    row.date,
                    "\n".join(laws) or row.no_law or "",
                    "\n".join(t for t in (row.reason, row.reason_remark, row.no_reason) if t),
                    "\n".join(measures),
                    "\n".join(part for part in sources if part),
                )
            )
        if rows:
            self._table([ledger.head, *rows], head=True)

    def _chronology(self, dossier: Dossier) -> None:
        told = dossier.chronology
        if told is None:
            return
        self._heading(told.heading, told.intro)
        for entry in told.entries:
            raised = ", ".join(map(str, entry.sources))
            self._said(entry.date, bold=True)
            paragraph = self._document.add_paragraph()
            _add(paragraph, entry.account)
            if raised:
                paragraph.add_run(raised).font.superscript = True
            about = (entry.place, entry.report, entry.role, entry.language, *entry.remarks)
            self._said(" · ".join(part for part in about if part), quiet=True)

    def _listing(self, listing: Listing) -> None:
        self._heading(listing.heading, listing.intro)
        self._table([(item.label, _answer(item)) for item in listing.items], items=listing.items)
        if listing.closing is not None:
            self._said(listing.closing, quiet=True)

    def _table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        head: bool = False,
        items: Sequence[Item] = (),
    ) -> None:
        table = self._document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            cells = table.add_row().cells
            empty = bool(items) and items[number].empty
            for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
                quiet = empty and column == 1
                _add(cell.paragraphs[0], text, quiet=quiet, bold=head and number == 0)
        if head:
            repeated = OxmlElement("w:tblHeader")
            table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 (python-docx has no other)
        self._document.add_paragraph()


def _answer(item: Item) -> str:
    dates = ", ".join(mention.label for mention in item.mentions)
    sources = f"[{', '.join(map(str, item.sources))}]" if item.sources else ""
    return "\n".join(
        part for part in (item.text, " ".join(p for p in (dates, sources) if p)) if part
    )


def _add(paragraph: Any, text: str, *, quiet: bool = False, bold: bool = False) -> None:
    run = paragraph.add_run(_clean(text))
    run.bold = bold or None
    if quiet:
        run.font.color.rgb = _QUIET
        run.font.size = Pt(9)


def _clean(text: str) -> str:
    """Return a text that XML can hold; a control character stands as its code."""
    text = text.replace("\r\n", "\n")
    return _NO_XML.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def _without_times(made: io.BytesIO, stream: BinaryIO) -> None:
    """Copy the archive that a .docx is, with one fixed time for every part."""
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(stream, "w") as copy:
        for name in sorted(read.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, read.read(name))
