"""The dossier as a PDF: the same archive, options and day give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from zhylnama.dossier import styles
from zhylnama.dossier.book import Chapter, front_of, index_of
from zhylnama.dossier.contents import contents_of
from zhylnama.dossier.flow import Flow
from zhylnama.dossier.fonts import one_at_a_time, register_fonts
from zhylnama.dossier.frame import Document, Page
from zhylnama.dossier.letters import Letters
from zhylnama.dossier.model import Dossier
from zhylnama.dossier.styles import SHEETS, Paper
from zhylnama.dossier.watching import GoOn, to_the_end
from zhylnama.files import resources_folder
from zhylnama.wording import Wording
from zhylnama.writing import replacing

# A short dossier is taken in at a glance; a longer one has its contents on the first page.
_CONTENTS_FROM = 12


def write_pdf(
    dossier: Dossier,
    wording: Wording,
    target: Path | BinaryIO,
    *,
    paper: Paper = "A4",
    colour: bool = True,
    go_on: GoOn = to_the_end,
) -> None:
    """Write the dossier to a stream, or to a file that appears whole or not at all.

    Raises SystemRefused where the file cannot be written; an older file is then untouched.
    """
    if isinstance(target, Path):
        with replacing(target) as stream:
            _write([dossier], wording, stream, paper, colour, go_on)
    else:
        _write([dossier], wording, target, paper, colour, go_on)


def write_book(
    dossiers: Sequence[Dossier],
    wording: Wording,
    stream: BinaryIO,
    *,
    paper: Paper = "A4",
    colour: bool = True,
    go_on: GoOn = to_the_end,
    begun: Callable[[int], None] = lambda position: None,
) -> None:
    """Write several people's dossiers as one book with contents and a common index.

    `begun` is told the position of each person whose pages begin.
    """
    _write(dossiers, wording, stream, paper, colour, go_on, begun)


def _write(
    dossiers: Sequence[Dossier],
    wording: Wording,
    stream: BinaryIO,
    paper: Paper,
    colour: bool,
    go_on: GoOn,
    begun: Callable[[int], None] = lambda position: None,
) -> None:
    with one_at_a_time:
        letters = Letters(register_fonts(resources_folder() / "fonts"))
        sheet = SHEETS[paper]
        tr = wording.tr
        first = dossiers[0]
        accent = styles.ACCENT if colour else styles.BLACK
        book = len(dossiers) > 1
        heads = [_head(dossier, letters) for dossier in dossiers]
        names = [letters.plain(dossier.subject).replace("\n", " ") for dossier in dossiers]
        title = first.title
        if book:
            title = wording.count("Dossiers: {n} person", "Dossiers: {n} people", len(dossiers))
        page = Page(
            sheet,
            left=letters.plain(title) if book else heads[0],
            name="" if book else names[0],
            right=letters.plain(
                tr(
                    "Working copy of edition {edition} · {digest}",
                    edition=first.edition,
                    digest=f"{first.digest[:4]} {first.digest[4:8]}",
                )
            ),
            foot=tr(
                "Made offline on {date} with Zhylnama · to check: zhylnama verify",
                date=wording.day(first.today),
            ),
            number=lambda number, pages: tr("{page} of {pages}", page=number, pages=pages),
            go_on=go_on,
        )
        title = letters.plain(title).replace("\n", " ")
        document = Document(stream, page, title=title, lang=first.lang, day=first.today)
        flows = [
            Flow(
                dossier,
                letters,
                sheet,
                accent=accent,
                prefix=f"person-{number}-" if book else "",
                go_on=go_on,
            )
            for number, dossier in enumerate(dossiers, 1)
        ]
        if not book:
            document.write(_story(first, wording, flows[0], document))
            return
        story: list[Any] = list(front_of(flows, dossiers, document, wording, title))

        def person(number: int) -> list[Any]:
            begun(number)
            return _story(dossiers[number], wording, flows[number], None)

        for number, head in enumerate(heads):
            story.append(Chapter(story, page, (head, names[number]), partial(person, number)))
        index = partial(index_of, flows, dossiers, document, wording)
        story.append(Chapter(story, page, (title, ""), lambda: [index()]))
        document.write(story)


def _head(dossier: Dossier, letters: Letters) -> str:
    """Return what stands before the person's name at the head of a page."""
    parts = (dossier.cover.classification, dossier.cover.kicker)
    return letters.plain(" · ".join(part for part in parts if part)).replace("\n", " ")


def _story(dossier: Dossier, wording: Wording, flow: Flow, document: Document | None) -> list[Any]:
    """Return every section in its order; the method last, when all letters have been seen.

    With a document, a long dossier gets its contents on the first page.
    """
    story: list[Any] = [flow.cover(dossier.cover)]
    if dossier.summary is not None:
        story.append(flow.summary(dossier.summary))
    sections: list[Any] = [flow.listing(listing) for listing in dossier.form]
    if dossier.figures is not None:
        sections.append(flow.figures(dossier.figures))
    if dossier.ledger is not None:
        sections.append(flow.ledger(dossier.ledger))
    if dossier.chronology is not None:
        sections.append(flow.chronology(dossier.chronology))
    if dossier.identity is not None:
        sections.append(flow.listing(dossier.identity))
    sections += [flow.listing(listing) for listing in dossier.listings]
    if dossier.sources is not None:
        sections.append(flow.sources(dossier.sources))
    if dossier.method is not None:
        method = dossier.method
        if flow.letters.replaced:
            said = wording.tr(
                "A character that cannot be printed stands as its code in Unicode, as in [U+0007]."
            )
            method = replace(method, paragraphs=(*method.paragraphs, said))
        sections.append(flow.method(method))
    if document is not None and len(dossier.records) >= _CONTENTS_FROM:
        story.append(contents_of(sections, document, flow.sheet, wording.tr("Contents")))
    return story + sections
