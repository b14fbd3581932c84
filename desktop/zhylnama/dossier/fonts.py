"""The faces of the page: Noto Serif for what people said and did, Noto Sans for all about it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Container
from pathlib import Path

from zhylnama.failure import SystemRefused

SERIF = "ZhylnamaSerif"
SERIF_BOLD = "ZhylnamaSerif-Bold"
SERIF_ITALIC = "ZhylnamaSerif-Italic"
SANS = "ZhylnamaSans"
SANS_BOLD = "ZhylnamaSans-Bold"

_FILES = {
    SERIF: "NotoSerif-Regular.ttf",
    SERIF_BOLD: "NotoSerif-Bold.ttf",
    SERIF_ITALIC: "NotoSerif-Italic.ttf",
    SANS: "NotoSans-Regular.ttf",
    SANS_BOLD: "NotoSans-Bold.ttf",
}


# reportlab's fonts are shared by all documents and remember which letters each one uses: who sets
# pages holds this from the first letter to the last page.
one_at_a_time = threading.Lock()


@functools.cache
def register_fonts(folder: Path) -> Container[int]:
    """Make the fonts known to reportlab, once; return the characters that all of them hold.

    Raises SystemRefused where a font file is missing: without its letters no page can be set.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    held: set[int] | None = None
    for name, file in _FILES.items():
        try:
            font = TTFont(name, str(folder / file), shapable=False)
        except TTFError as missing:
            raise SystemRefused(
                "The font {path} cannot be read. Install Zhylnama again.", path=folder / file
            ) from missing
        pdfmetrics.registerFont(font)
        letters = set(font.face.charToGlyph)
        held = letters if held is None else held & letters
    for name in (SERIF, SANS):
        bold = f"{name}-Bold"
        italic = SERIF_ITALIC if name == SERIF else name
        pdfmetrics.registerFontFamily(name, normal=name, bold=bold, italic=italic, boldItalic=bold)
    return frozenset(held or ())


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a text is when it is set in one line."""
    from reportlab.pdfbase import pdfmetrics

    return float(pdfmetrics.stringWidth(text, font, size))
