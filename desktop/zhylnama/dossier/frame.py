"""The page around the text: margins, running head and foot, document facts.

What is known only at the end (how many pages there are, on which page a section begins) is drawn
through named forms that are filled in last. So a dossier is laid out once, not twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from zhylnama.dossier.fonts import SANS, width_of
from zhylnama.dossier.styles import HAIRLINE, QUIET, RUNNING, Sheet
from zhylnama.dossier.watching import GoOn, to_the_end

# Compressed streams as bytes: not as text, which is slower to write and a quarter larger.
rl_config.useA85 = 0


class Page:
    """What stands on every page: `left` and `name` are one line of its head.

    `number` words one page of so many ("3 of 12").
    """

    def __init__(
        self,
        sheet: Sheet,
        *,
        left: str,
        name: str,
        right: str,
        foot: str,
        number: Callable[[int, int], str],
        go_on: GoOn = to_the_end,
    ) -> None:
        self.sheet = sheet
        self.left = left
        self.name = name  # a book changes it from person to person
        self._right = right
        self._foot = foot
        self._number = number
        self._go_on = go_on

    def draw(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """Draw head and foot of the page that begins."""
        self._go_on()
        sheet = self.sheet
        font, size = RUNNING
        right_edge = sheet.width - sheet.side
        canvas.saveState()
        canvas.setFont(font, size)
        canvas.setFillColor(QUIET)
        room = sheet.measure - width_of(self._right, font, size) - 24
        canvas.drawString(sheet.side, sheet.height - 36, _joined(self.left, self.name, room))
        canvas.drawRightString(right_edge, sheet.height - 36, self._right)
        canvas.setStrokeColor(HAIRLINE.color)
        canvas.setLineWidth(HAIRLINE.width)
        canvas.line(sheet.side, 43, right_edge, 43)
        canvas.drawString(sheet.side, 29, self._foot)
        canvas.translate(right_edge, 29)
        canvas.doForm(f"foot-{canvas.getPageNumber()}")
        canvas.restoreState()

    def finish(self, canvas: Canvas) -> None:
        """Fill in the foot of every page, now that their number is known."""
        pages = canvas.getPageNumber() - 1
        for page in range(1, pages + 1):
            fill_in(canvas, f"foot-{page}", self._number(page, pages))


def fill_in(canvas: Canvas, form: str, text: str) -> None:
    """Draw a text into a named form, ending at the form's origin."""
    font, size = RUNNING
    canvas.beginForm(form, -300, -6, 2, 12)
    canvas.setFont(font, size)
    canvas.setFillColor(QUIET)
    canvas.drawRightString(0, 0, text)
    canvas.endForm()


def _joined(before: str, name: str, room: float) -> str:
    """Return both with a dot between; where there is no room for all, the name stays whole."""
    if not before or not name:
        return _shorten(before or name, room)
    name = _shorten(name, 0.75 * room)
    left = room - width_of(f" · {name}", *RUNNING)
    return f"{_shorten(before, left)} · {name}"


def _shorten(text: str, room: float) -> str:
    """Return the text, cut with an ellipsis where a running head has no room for all of it."""
    font, size = RUNNING
    if width_of(text, font, size) <= room:
        return text
    text = text[:200]
    while text and width_of(text + "…", font, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


class Document(BaseDocTemplate):
    """A dossier's pages. Same content and same day give the same bytes, on any machine."""

    def __init__(
        self, stream: BinaryIO, page: Page, *, title: str, lang: str, day: dt.date
    ) -> None:
        sheet = page.sheet
        super().__init__(
            stream,
            pagesize=(sheet.width, sheet.height),
            invariant=1,
            title=title,
            author="",
            subject="",
            keywords=[],
            creator="Zhylnama",
            producer="Zhylnama",
            initialFontName=SANS,  # else every page names Helvetica, which is not embedded
            lang=lang,
        )
        self._day = day
        self._pages: dict[str, int] = {}
        frame = Frame(
            sheet.side,
            sheet.bottom,
            sheet.measure,
            sheet.depth,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
            id="text",
        )
        self.addPageTemplates(PageTemplate(id="page", frames=[frame], onPage=page.draw))
        self._late: list[Callable[[Canvas], None]] = [page.finish]

    def at_end(self, draw: Callable[[Canvas], None]) -> None:
        """Call `draw` with the canvas once every page is laid out."""
        self._late.append(draw)

    def page_of(self, mark: str) -> int | None:
        """Return the page on which a mark stands; None while it is not laid out."""
        return self._pages.get(mark)

    def write(self, story: list[Any]) -> None:
        """Lay out the story and write the file to the stream."""
        self.build(story, canvasmaker=self._canvas)

    def _canvas(self, stream: Any, /, **options: Any) -> Canvas:
        canvas = _Finished(stream, **options)
        canvas.pages_of_marks = self._pages
        canvas.late = self._late
        day = self._day
        canvas.setDateFormatter(lambda *_: f"D:{day:%Y%m%d}000000Z")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        return canvas


class _Finished(Canvas):
    """A canvas that fills in the late forms before it is saved."""

    pages_of_marks: dict[str, int]
    late: list[Callable[[Canvas], None]]

    def save(self) -> None:
        for draw in self.late:
            draw(self)
        super().save()
