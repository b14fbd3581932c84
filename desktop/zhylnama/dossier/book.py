"""Several people in one book: its first page, and the index of everybody and every place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, PageBreak
from reportlab.platypus.doctemplate import ActionFlowable

from zhylnama.dossier import styles
from zhylnama.dossier.contents import number_at
from zhylnama.dossier.drawings import Code
from zhylnama.dossier.flow import Flow
from zhylnama.dossier.frame import Document, Page, fill_in
from zhylnama.dossier.material import order_of
from zhylnama.dossier.model import Dossier
from zhylnama.dossier.rows import Mark, Row, Rows
from zhylnama.dossier.styles import HAIRLINE, STRONG
from zhylnama.wording import Wording

_MOST_PAGES = 16


class Chapter(ActionFlowable):
    """Begins a new page with a running head of its own, and sets what stands there only then.

    Set all at once, five hundred people would take the memory of five hundred.
    """

    def __init__(
        self,
        story: list[Flowable],
        page: Page,
        head: tuple[str, str],
        make: Callable[[], list[Flowable]],
    ) -> None:
        super().__init__()
        self._story = story
        self._page = page
        self._head = head
        self._make = make

    def apply(self, doc: BaseDocTemplate) -> None:
        """Put the chapter into the story, before all that follows."""
        self._page.left, self._page.name = self._head
        self._story[0:0] = [PageBreak(), *self._make()]


def front_of(
    flows: Sequence[Flow],
    dossiers: Sequence[Dossier],
    document: Document,
    wording: Wording,
    title: str,
) -> list[Rows]:
    """Return the first page: what the book is, and who is in it on which page."""
    flow, cover = flows[0], dossiers[0].cover
    rows = []
    if cover.classification:
        rows.append(flow.full(flow.text(cover.classification, styles.CLASSIFICATION)))
    rows.append(flow.full(flow.text(title, styles.NAME), below=6, marks=(Mark("front", title),)))
    rows.append(flow.small_print(cover, [Code(cover.seal)] if cover.seal else []))
    heading = flow.text(wording.tr("Contents"), styles.TABLE_HEAD)
    rows.append(flow.full(heading, above=24, below=4, rule_below=STRONG, keep=True))
    names = [
        (dossier.subject, [f"{f.prefix}top"]) for f, dossier in zip(flows, dossiers, strict=True)
    ]
    rows += _lines(flow, document, "front", [*names, (wording.tr("Index"), ["index"])])
    return [Rows(rows, flow.sheet.depth)]


def index_of(
    flows: Sequence[Flow], dossiers: Sequence[Dossier], document: Document, wording: Wording
) -> Rows:
    """Return the index: every person, place and organisation with the pages that name them."""
    people: dict[str, list[str]] = {}
    places: dict[str, list[str]] = {}
    for flow, dossier in zip(flows, dossiers, strict=True):
        people.setdefault(dossier.subject, []).append(f"{flow.prefix}top")
        for listing in dossier.listings:
            if listing.key in ("officials", "companions"):
                for item in listing.items:
                    marks = [flow.places.get(mention.event) for mention in item.mentions]
                    people.setdefault(item.label, []).extend(m for m in marks if m is not None)
        for entry in dossier.chronology.entries if dossier.chronology is not None else ():
            if entry.place is not None:
                places.setdefault(entry.place, []).append(flow.places[entry.event])
    flow = flows[0]
    title = wording.tr("Index")
    mark = Mark("index", flow.letters.plain(title))
    rows = [flow.full(flow.text(title, styles.NAME), below=4, keep=True, marks=(mark,))]
    for number, (heading, found) in enumerate(
        ((wording.tr("People"), people), (wording.tr("Places"), places))
    ):
        if found:
            head = flow.text(heading, styles.HEADING)
            rows.append(flow.full(head, above=14, below=5, keep=True))
            rows += _lines(flow, document, f"index-{number}", _sorted(found))
    return Rows(rows, flow.sheet.depth)


def _sorted(found: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    return sorted(found.items(), key=lambda entry: order_of(entry[0]))


def _lines(
    flow: Flow, document: Document, key: str, entries: Iterable[tuple[str, list[str]]]
) -> list[Row]:
    """Return a line for each entry; its page numbers are filled in when they are known."""
    rows = []
    for position, (label, marks) in enumerate(entries):
        form = f"{key}-{position}"
        target = (
            f'<a href="#{marks[0]}">{flow.letters.markup(label)}</a>'
            if marks
            else flow.letters.markup(label)
        )
        rows.append(
            flow.row(
                (0, flow.sheet.measure * 0.6, [flow.linked(target)]),
                above=2.5,
                below=2.5,
                rule_below=HAIRLINE,
                late=number_at(form, flow.sheet.measure),
            )
        )
        document.at_end(_filler(document, form, tuple(marks)))
    return rows


def _filler(document: Document, form: str, marks: tuple[str, ...]) -> Callable[[Canvas], None]:
    def fill(canvas: Canvas) -> None:
        found = {page for mark in marks if (page := document.page_of(mark)) is not None}
        pages = sorted(found)
        said = ", ".join(map(str, pages[:_MOST_PAGES]))
        fill_in(canvas, form, said + (", …" if len(pages) > _MOST_PAGES else ""))

    return fill
