"""A dossier or a form as a document to edit (.docx): the same text, in the word processor's styles.

Nothing is attached and nothing is locked: what is edited afterwards is no longer a copy of the
archive, and the first page says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

from zhylnama.dossier import word_parts as parts
from zhylnama.dossier.model import Chronology, Cover, Dossier, Item, Ledger, Listing, Sources
from zhylnama.dossier.styles import Paper
from zhylnama.dossier.watching import GoOn, to_the_end
from zhylnama.dossier.word_parts import Piece
from zhylnama.wording import Wording

_LONGEST_HEAD = 60  # letters that go beside the edition
_NAMED = frozenset({"officials", "organisations", "companions", "may-be"})


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
    first = dossiers[0]
    title = first.title
    if len(dossiers) > 1:
        title = wording.count("Dossiers: {n} person", "Dossiers: {n} people", len(dossiers))
    document = parts.new_document(paper, first.lang, title, first.today)
    writer = _Writer(document, wording, go_on)
    if len(dossiers) > 1:
        writer.front(dossiers, title)
    for number, dossier in enumerate(dossiers):
        begun(number)
        if len(dossiers) > 1:
            document.add_section()
        writer.write(dossier, number)
    parts.save(document, stream)


class _Writer:
    """Writes into one document, section after section."""

    def __init__(self, document: Any, wording: Wording, go_on: GoOn) -> None:
        self._go_on = go_on
        self._document = document
        self._wording = wording
        self._prefix = ""
        self._places = 0
        self._has_sources = False

    def front(self, dossiers: Sequence[Dossier], title: str) -> None:
        """Write the first page of a book: who is in it, each a link to their pages."""
        cover = dossiers[0].cover
        self._head(dossiers[0], title)
        self._said(cover.classification, "Marking")
        self._said(title, "Title")
        self._particulars(cover)
        self._heading(self._wording.tr("Contents"))
        for number, dossier in enumerate(dossiers):
            paragraph = parts.add_paragraph(self._document, "Normal")
            parts.add_link(paragraph, dossier.subject, place=f"person-{number}")

    def write(self, dossier: Dossier, number: int) -> None:
        """Write one dossier into the section that the document has come to."""
        self._prefix = f"p{number}-"
        self._has_sources = dossier.sources is not None
        cover = dossier.cover
        kinds = [said for said in (cover.classification, cover.kicker, dossier.subject) if said]
        while len(kinds) > 1 and len(" · ".join(kinds)) > _LONGEST_HEAD:
            del kinds[-2]
        self._head(dossier, " · ".join(kinds)[:_LONGEST_HEAD])
        self._cover(cover, number)
        if dossier.summary is not None:
            self._heading(dossier.summary.heading)
            self._said(" ".join(dossier.summary.sentences))
            self._said(" ".join(dossier.summary.status))
        for listing in dossier.form:
            self._listing(listing)
        if dossier.ledger is not None:
            self._ledger(dossier.ledger)
        if dossier.chronology is not None:
            self._chronology(dossier.chronology)
        for section in (dossier.identity, *dossier.listings):
            if section is not None:
                self._listing(section)
        if dossier.sources is not None:
            self._sources(dossier.sources)
        if dossier.method is not None:
            self._heading(dossier.method.heading)
            for said in dossier.method.paragraphs:
                self._said(said)

    # Paragraphs

    def _head(self, dossier: Dossier, left: str) -> None:
        tr = self._wording.tr
        digest = f"{dossier.digest[:4]} {dossier.digest[4:8]}"
        right = tr(
            "Working copy of edition {edition} · {digest}", edition=dossier.edition, digest=digest
        )
        foot = tr("Made offline on {date} with Zhylnama", date=self._wording.day(dossier.today))
        number = tr("{page} of {pages}", page="\x01", pages="\x02")
        parts.set_head_and_foot(self._document.sections[-1], (left, right), foot, number)

    def _said(self, text: str, style: str = "Normal") -> Any:
        self._go_on()
        if not text:
            return None
        paragraph = parts.add_paragraph(self._document, style)
        parts.add_run(paragraph, text)
        return paragraph

    def _heading(self, text: str, intro: Iterable[str] = ()) -> None:
        self._said(text, "Heading 1")
        for said in intro:
            self._said(said, "Intro")

    def _place(self, paragraph: Any, name: str) -> None:
        self._places += 1
        parts.add_place(paragraph, name, self._places)

    def _cover(self, cover: Cover, number: int) -> None:
        self._said(cover.classification, "Marking")
        self._said(cover.kicker, "Intro")
        self._place(self._said(cover.name, "Title"), f"person-{number}")
        self._said(" · ".join(spelling for spelling, _ in cover.spellings), "Quiet")
        self._said(" · ".join(cover.offices), "Quiet")
        self._particulars(cover)

    def _particulars(self, cover: Cover) -> None:
        rows = [
            ([Piece(one.label, "Cell quiet")], [Piece(_halved(one.value), "Cell quiet")])
            for one in cover.particulars
        ]
        self._table((0.24, 0.76), rows)
        edited = self._wording.tr(
            "This document can be edited: only the PDF can be checked against the archive."
        )
        self._said(f"{cover.notice} {edited}", "Quiet")

    # Sections

    def _ledger(self, ledger: Ledger) -> None:
        self._heading(ledger.heading, ledger.intro)
        if not ledger.rows:
            return
        rows: list[Sequence[Sequence[Piece]]] = [[[Piece(s, "Cell head")] for s in ledger.head]]
        for row in ledger.rows:
            laws = [piece for law in row.laws for piece in _pair(law.cited, law.title)]
            laws += _pair(None, row.no_law)
            reason = [*_pair(row.reason, row.reason_remark), *_pair(None, row.no_reason)]
            measures = [piece for line in row.measures for piece in _pair(line.said, line.remark)]
            source = _pair(", ".join(map(str, row.sources)) or None, row.report)
            rows.append([[Piece(row.date)], laws, reason, measures, source])
        self._table((0.14, 0.27, 0.24, 0.21, 0.14), rows, head=True)

    def _chronology(self, told: Chronology) -> None:
        self._heading(told.heading, told.intro)
        for entry in told.entries:
            self._said(entry.date, "Heading 2")
            paragraph = self._said(entry.account, "Account")
            if paragraph is not None and entry.sources:
                self._raised(paragraph, entry.sources)
            about = (entry.place, entry.report, entry.role, entry.language, *entry.remarks)
            self._said(" · ".join(part for part in about if part) or "—", "Event end")

    def _raised(self, paragraph: Any, sources: Sequence[int]) -> None:
        for number, source in enumerate(sources):
            if number:
                parts.add_run(paragraph, ", ", raised=True)
            if self._has_sources:
                place = f"{self._prefix}source-{source}"
                parts.add_link(paragraph, str(source), place=place, raised=True)
            else:
                parts.add_run(paragraph, str(source), raised=True)

    def _listing(self, listing: Listing) -> None:
        self._heading(listing.heading, listing.intro)
        even = listing.wide or listing.key in _NAMED
        rows = [
            (_pair(item.label, None) if even else _pair(None, item.label), _answer(item))
            for item in listing.items
        ]
        self._table((0.42, 0.58) if even else (0.27, 0.73), rows)
        if listing.closing is not None:
            self._said(listing.closing, "Quiet")

    def _sources(self, sources: Sources) -> None:
        self._heading(sources.heading, sources.intro)
        for line in sources.lines:
            paragraph = self._said(f"{line.number}. ", "Source")
            self._place(paragraph, f"{self._prefix}source-{line.number}")
            if line.url is not None:
                parts.add_link(paragraph, line.url, url=line.url)
            else:
                parts.add_run(paragraph, line.missing or "")
            about = " · ".join(t for t in (line.places, line.remark) if t)
            self._said(about, "Source about")

    def _table(
        self,
        shares: Sequence[float],
        rows: Sequence[Sequence[Sequence[Piece]]],
        *,
        head: bool = False,
    ) -> None:
        parts.add_table(self._document, shares, rows, head=head, go_on=self._go_on)


def _halved(value: str) -> str:
    """Return a digest in two even lines: no line of a table has room for it."""
    half = len(value) // 2
    return f"{value[:half]}\n{value[half:]}" if len(value) > 60 and " " not in value else value


def _pair(said: str | None, quiet: str | None) -> list[Piece]:
    """Return a text and what is said of it more quietly; either may be missing."""
    pieces = [Piece(said)] if said else []
    return [*pieces, Piece(quiet, "Cell quiet")] if quiet else pieces


def _answer(item: Item) -> list[Piece]:
    dates = ", ".join(mention.label for mention in item.mentions)
    sources = f"[{', '.join(map(str, item.sources))}]" if item.sources else ""
    about = " ".join(part for part in (dates, sources) if part)
    if item.empty:
        return _pair(None, item.text)
    return _pair(item.text, about)
