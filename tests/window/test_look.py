"""Colours that can be read: WCAG AA for text, three to one for the groups of kinds."""

from __future__ import annotations

import itertools
import tomllib

import pytest
from PySide6.QtGui import QColor

from zhylnama.files import resources_folder
from zhylnama.window.look import GROUPS

PALETTES = tomllib.loads((resources_folder() / "style" / "palette.toml").read_text("utf-8"))
TEXT = [
    *itertools.product(("ink", "quiet", "accent"), ("paper", "side", "field", "selection")),
    ("ink", "hit"),
    ("on-accent", "accent"),
]


def luminance(colour: str) -> float:
    parts = []
    for value in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()):
        parts.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("ground", ["paper", "side", "selection"])
def test_groups_stand_out(theme: str, group: str, ground: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours[group], colours[ground]) >= 3
