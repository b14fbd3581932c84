"""The dossier as a PDF: the same archive, options and day give the same bytes."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from zhylnama.dossier.contents import contents_of
from zhylnama.dossier.flow import Flow
from zhylnama.dossier.fonts import register_fonts
from zhylnama.dossier.frame import Document, Page
from zhylnama.dossier.letters import Letters
from zhylnama.dossier.model import Dossier
from zhylnama.dossier.styles import SHEETS, Paper
from zhylnama.files import resources_folder
from zhylnama.wording import Wording
from zhylnama.writing import replacing

# A short dossier is taken in at a glance; a longer one has its contents on the first page.
_CONTENTS_FROM = 12

# reportlab's fonts are shared by all documents and remember which letters each one uses.
_one_at_a_time = threading.Lock()


def write_pdf(
    dossier: Dossier, wording: Wording, target: Path | BinaryIO, *, paper: Paper = "A4"
) -> None:
    """Write the dossier to a stream, or to a file that appears whole or not at all.

    Raises SystemRefused where the file cannot be written; an older file is then untouched.
    """
    if isinstance(target, Path):
        with replacing(target) as stream:
            _write(dossier, wording, stream, paper)
    else:
        _write(dossier, wording, target, paper)


def _write(dossier: Dossier, wording: Wording, stream: BinaryIO, paper: Paper) -> None:
    with _one_at_a_time:
        letters = Letters(register_fonts(resources_folder() / "fonts"))
        sheet = SHEETS[paper]
        tr = wording.tr
        head = f"{dossier.cover.kicker} · {dossier.subject}"
        page = Page(
            sheet,
            left=letters.plain(head).replace("\n", " "),
            right=letters.plain(
                tr(
                    "Working copy of edition {edition} · {digest}",
                    edition=dossier.edition,
                    digest=f"{dossier.digest[:4]} {dossier.digest[4:8]}",
                )
            ),
            foot=tr("Made offline on {date} with Zhylnama", date=wording.day(dossier.today)),
            number=lambda number, pages: tr("{page} of {pages}", page=number, pages=pages),
        )
        title = letters.plain(dossier.title).replace("\n", " ")
        document = Document(stream, page, title=title, lang=dossier.lang, day=dossier.today)
        document.write(_story(dossier, wording, letters, document, sheet))


def _story(
    dossier: Dossier, wording: Wording, letters: Letters, document: Document, sheet: Any
) -> list[Any]:
    """Return every section in its order; the method last, when all letters have been seen."""
    flow = Flow(dossier, letters, sheet)
    story: list[Any] = [flow.cover(dossier.cover)]
    if dossier.summary is not None:
        story.append(flow.summary(dossier.summary))
    sections: list[Any] = []
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
        if letters.replaced:
            said = wording.tr(
                "A character that cannot be printed stands as its code in Unicode, as in [U+0007]."
            )
            method = replace(method, paragraphs=(*method.paragraphs, said))
        sections.append(flow.method(method))
    if len(dossier.records) >= _CONTENTS_FROM:
        story.append(contents_of(sections, document, sheet, wording.tr("Contents")))
    return story + sections
