"""The cut fonts hold every letter that window and paper need, and reportlab can embed them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from zhylnama import files

FONTS = (
    "NotoSans-Bold",
    "NotoSans-Italic",
    "NotoSans-Regular",
    "NotoSerif-Bold",
    "NotoSerif-Italic",
    "NotoSerif-Regular",
)
LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙй№₸§«»“”„–—…·−×½⁰¹²³⁴⁵⁶⁷⁸⁹Çğışžéñ\u0301\u0306\u00a0\u202f"


def load_cut() -> ModuleType:
    """Load the script that cut the fonts; it lies beside them, outside the package."""
    path = files.resources_folder() / "fonts" / "cut.py"
    spec = importlib.util.spec_from_file_location("cut", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FONTS)
def test_every_letter_is_there(name: str) -> None:
    font = TTFont(name, str(files.resources_folder() / "fonts" / f"{name}.ttf"))
    missing = [letter for letter in LETTERS if ord(letter) not in font.face.charToGlyph]
    assert not missing
    assert font.face.name.decode() == name


def test_figures_are_of_one_width() -> None:
    """Columns of counts line up without a feature that a PDF could not ask for."""
    for name in FONTS:
        font = TTFont(name, str(files.resources_folder() / "fonts" / f"{name}.ttf"))
        assert len({font.stringWidth(figure, 1000) for figure in "0123456789"}) == 1


def test_licence_lies_beside_the_fonts() -> None:
    licence = (files.resources_folder() / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Noto Project Authors" in licence


def test_the_same_cut_gives_the_same_bytes(tmp_path: Path) -> None:
    cut = load_cut()
    wanted = cut.CUTS[3]
    cut.cut_font(wanted, tmp_path / wanted.file)
    kept = files.resources_folder() / "fonts" / wanted.file
    assert (tmp_path / wanted.file).read_bytes() == kept.read_bytes()
