"""Type and colour of the page: two faces, five sizes, paper and ink, one accent.

The accent and the quiet grey are dark enough to be read from a black-and-white printer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle

from zhylnama.dossier import fonts
from zhylnama.dossier.rows import Rule

Paper = Literal["A4", "Letter"]

INK = HexColor("#1f2428")
QUIET = HexColor("#62676d")
ACCENT = "#1b5e8c"
BLACK = "#1f2428"  # instead of the accent, for a printer without colours
HAIRLINE = Rule(HexColor("#d5d0c6"), 0.5)
STRONG = Rule(INK, 0.9)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and its margins, in points."""

    width: float
    height: float
    side: float = 64
    top: float = 74
    bottom: float = 66

    @property
    def measure(self) -> float:
        """Return the width of the text."""
        return self.width - 2 * self.side

    @property
    def depth(self) -> float:
        """Return the height of the text."""
        return self.height - self.top - self.bottom


SHEETS: dict[Paper, Sheet] = {"A4": Sheet(*A4), "Letter": Sheet(*LETTER)}


def _serif(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=fonts.SERIF,
        fontSize=size,
        leading=leading,
        textColor=INK,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **more,
    )


def _sans(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    given: dict[str, Any] = {"fontName": fonts.SANS, "textColor": INK, **more}
    return ParagraphStyle(
        name,
        fontSize=size,
        leading=leading,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **given,
    )


NAME = _serif("name", 24, 30)
NAME.fontName = fonts.SERIF_BOLD
HEADING = _serif("heading", 13, 17)
HEADING.fontName = fonts.SERIF_BOLD
TEXT = _serif("text", 10, 15)
LEAD = _serif("lead", 10.5, 16)
NOTE = _serif("note", 9.2, 13.8)
FIGURE = _serif("figure", 14, 18)
FIGURE.fontName = fonts.SERIF_BOLD
FIGURE_LABEL = _sans("figure-label", 7.8, 10.5, textColor=QUIET)
SUBTITLE = _sans("subtitle", 9, 13, textColor=QUIET)
TABLE = _sans("table", 8.2, 12)
MEASURE = _sans("measure", 8.2, 12, spaceBefore=3)
TABLE_HEAD = _sans("table-head", 8.2, 12, fontName=fonts.SANS_BOLD)
TABLE_QUIET = _sans("table-quiet", 8.2, 12, textColor=QUIET)
SMALL = _sans("small", 7.8, 11.5, textColor=QUIET)
CAPTION = _sans("caption", 7.8, 11.5, textColor=QUIET, spaceBefore=5)
NOTICE = _sans("notice", 7.8, 11.5, textColor=QUIET, spaceBefore=3)
CLASSIFICATION = _sans("classification", 9, 13, fontName=fonts.SANS_BOLD)
ABOUT = _sans("about", 7.8, 11.5, textColor=QUIET, spaceBefore=2.5)
DATE = _sans("date", 8.2, 13, textColor=QUIET)
# Noto's ascent is 1.069 of its size: this sets the date to the baseline of the text beside it.
DATE_DROP = 1.069 * (TEXT.fontSize - DATE.fontSize)
LINK = _sans("link", 8.2, 12)


def particular(left: float, above: float = 0) -> ParagraphStyle:
    """Return the style of a line of small print whose label stands in a column of its own."""
    return _sans(
        "particular", 7.8, 11.5, textColor=QUIET, leftIndent=left, bulletIndent=0,
        spaceBefore=above,        bulletFontName=fonts.SANS, bulletFontSize=7.8, bulletColor=QUIET,
    )  # fmt: skip


RUNNING = (fonts.SANS, 7.4)
SUPERSCRIPT = 6.8
