"""Cut the static fonts of window and paper out of the variable Noto fonts (`make fonts`).

The cut files are kept in the repository, so only a change of letters or of the Noto release needs
this. reportlab embeds static TrueType files only, hence the cut; Qt takes the same files. The same
input gives the same bytes: no time of day goes in.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent


class Cut(NamedTuple):
    """One static file: the package and variable font it comes from, and its weight."""

    file: str
    package: str
    source: str
    weight: int


CUTS = (
    Cut("NotoSerif-Regular.ttf", "fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", 400),
    Cut("NotoSerif-Bold.ttf", "fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", 700),
    Cut("NotoSerif-Italic.ttf", "fontpkg_noto_serif", "NotoSerif-Italic[wdth,wght].ttf", 400),
    Cut("NotoSans-Regular.ttf", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", 400),
    Cut("NotoSans-Bold.ttf", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", 700),
    Cut("NotoSans-Italic.ttf", "fontpkg_noto_sans", "NotoSans-Italic[wdth,wght].ttf", 400),
)

# Without one of these a cut is refused: Kazakh, Russian, and the signs that the pages print.
REQUIRED = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
    "ÁÄÇĞİıŃÑÓÖŞŠÚÜÝŽáäçğńñóöşšúüýž"
    "№₸§©«»„“”‘’‚‹›–—…·•†‡×−±⁰¹²³⁴⁵⁶⁷⁸⁹½¼¾°€$£₽"
    "\u00a0\u00ad\u2009\u200a\u202f\u2011"
)

# Whole blocks; of these, what the source has. Cyrillic is taken whole because names from the
# neighbouring languages (Kyrgyz, Uzbek, Tajik, Mongolian) turn up in reports on Kazakhstan.
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0218, 0x021B),  # Romanian
    (0x0259, 0x0259),  # schwa, of the Latin alphabets of Kazakh and Azerbaijani
    (0x018F, 0x018F),
    (0x02BB, 0x02BF),  # turned commas of romanised names
    (0x02C6, 0x02DD),  # accents
    (0x0300, 0x030C),  # combining marks, for letters that come decomposed
    (0x0323, 0x0328),
    (0x0400, 0x052F),  # Cyrillic, Cyrillic Supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # General Punctuation
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # №, ™
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212),  # minus
    (0x25CA, 0x25CC),  # lozenge, dotted circle for a combining mark alone
    (0xFEFF, 0xFEFF),
    (0xFFFD, 0xFFFD),
)

# Kerning, marks, the `locl` forms of Cyrillic, superscripts and fractions. Figures are all of one
# width in Noto as they are, so a `tnum` of its own is not missed.
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "sups", "numr", "dnom")


def wanted_characters() -> set[int]:
    """Return every code point that a cut should hold, as far as its source has it."""
    inside = {code for first, last in BLOCKS for code in range(first, last + 1)}
    return inside | {ord(letter) for letter in REQUIRED}


def name_missing(font: TTFont, letters: Iterable[str]) -> list[str]:
    """Return which of the letters the font has no glyph for, by their Unicode names."""
    held = font.getBestCmap()
    return [unicodedata.name(letter) for letter in letters if ord(letter) not in held]


def cut_font(cut: Cut, target: Path) -> None:
    """Write one static font; refuse with the letters' names when a required letter is missing."""
    source = Path(str(files(cut.package))) / "files" / cut.source
    font = TTFont(source, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(
        font, {"wght": cut.weight, "wdth": 100}, inplace=True, updateFontNames=True
    )
    options = Options()
    options.layout_features = list(FEATURES)
    options.layout_scripts = ["latn", "cyrl", "DFLT"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted_characters())
    subsetter.subset(font)
    # The variable italics call themselves NotoSerifItalic-Italic; a PDF's font list should not.
    font["name"].setName(target.stem, 6, 3, 1, 0x409)
    missing = name_missing(font, REQUIRED)
    if missing:
        raise SystemExit(f"{cut.source} has no glyph for: {', '.join(missing)}")
    font.save(target, reorderTables=True)


def main() -> int:
    """Cut every font into the folder given (default: beside this file), licence included."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        cut_font(cut, folder / cut.file)
        print(f"{cut.file}  {(folder / cut.file).stat().st_size // 1024} KB")
    licence = Path(str(files("fontpkg_noto_serif"))) / "LICENSE"
    shutil.copyfile(licence, folder / "OFL.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
