"""The table of contents: its page numbers are filled in when the last page is laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from zhylnama.dossier import styles
from zhylnama.dossier.frame import Document, fill_in
from zhylnama.dossier.rows import Cell, Mark, Row, Rows
from zhylnama.dossier.styles import HAIRLINE, Sheet


def contents_of(sections: Sequence[Rows], document: Document, sheet: Sheet, heading: str) -> Rows:
    """Return a line for each section with a link and the number of its page."""
    marks = [mark for section in sections for mark in section.marks() if mark.level == 0]
    named = [mark for mark in marks if mark.outline is not None]
    rows = [_line(mark, sheet) for mark in named]
    title = Cell(0, sheet.measure, (Paragraph(escape(heading), styles.TABLE_HEAD),))
    rows.insert(0, Row((title,), below=4, rule_below=styles.STRONG, keep=True))

    def fill(canvas: Canvas) -> None:
        for mark in named:
            page = document.page_of(mark.key)
            fill_in(canvas, f"page-{mark.key}", str(page))

    document.at_end(fill)
    return Rows(rows, sheet.depth, space_before=18)


def _line(mark: Mark, sheet: Sheet) -> Row:
    label = escape(mark.outline or "")
    link = Paragraph(f'<a href="#{mark.key}">{label}</a>', styles.TABLE)
    return Row(
        (Cell(0, sheet.measure - 40, (link,)),),
        above=2.5,
        below=2.5,
        rule_below=HAIRLINE,
        late=number_at(f"page-{mark.key}", sheet.measure),
    )


def number_at(form: str, right: float) -> Callable[[Canvas, float], None]:
    """Return what draws a form that is filled in later, ending at `right` on the row's line."""

    def draw(canvas: Canvas, bottom: float) -> None:
        canvas.saveState()
        canvas.translate(right, bottom + 3.4)
        canvas.doForm(form)
        canvas.restoreState()

    return draw
