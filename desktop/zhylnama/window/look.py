"""Colours, fonts and sizes: one `Look` is handed to every widget that paints.

A change of theme or text size makes a new `Look`, and the window is built again from it: no
widget keeps colours of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

Theme = Literal["system", "light", "dark"]
GROUPS = ("arrest", "court", "assembly", "threat", "statement", "state")
SCALES = (0.85, 0.92, 1.0, 1.1, 1.25, 1.4, 1.6, 1.85)


@dataclass(frozen=True, slots=True)
class Look:
    """`colours` maps a role of `palette.toml` to its colour, `scale` is the chosen text size."""

    dark: bool
    scale: float
    colours: Mapping[str, str]
    serif: str
    sans: str

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; the six groups of kinds are roles too."""
        return QColor(self.colours[role])

    def group(self, group: str) -> QColor:
        """Return the colour of a group of kinds; an unknown group is painted as a statement."""
        return QColor(self.colours[group if group in GROUPS else "statement"])

    def px(self, size: float) -> int:
        """Return a length in pixels for the chosen text size."""
        return max(1, round(size * self.scale))

    def sans_font(self, size: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of everything that is about an account."""
        return self._font(self.sans, size, weight)

    def serif_font(self, size: float = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of accounts, names and headings."""
        return self._font(self.serif, size, weight)

    def stylesheet(self, resources: Path) -> str:
        """Return Qt's stylesheet, with colours and sizes filled in."""
        template = Template((resources / "style" / "window.qss").read_text("utf-8"))
        sizes = {
            "text": self.px(13),
            "small": self.px(11.5),
            "quiet_size": self.px(12),
            "field": self.px(32),
            "pad": self.px(6),
            "pad_in": self.px(6) - 1,
            "glass": self.px(16) + 12,
        }
        roles = {role.replace("-", "_"): value for role, value in self.colours.items()}
        return template.substitute(roles, sans=self.sans, serif=self.serif, **sizes)

    def palette(self) -> QPalette:
        """Return Qt's own palette in these colours, for what a stylesheet does not reach."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "paper",
            QPalette.ColorRole.Base: "paper",
            QPalette.ColorRole.AlternateBase: "side",
            QPalette.ColorRole.Button: "field",
            QPalette.ColorRole.ToolTipBase: "field",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.PlaceholderText: "quiet",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on-accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        return palette

    def _font(self, family: str, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(family)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font


def load_look(resources: Path, theme: Theme, scale: float) -> Look:
    """Return the look for a theme; `system` follows the desktop's own choice of light or dark."""
    if theme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = theme == "dark"
    tables = tomllib.loads((resources / "style" / "palette.toml").read_text("utf-8"))
    colours = tables["dark" if dark else "light"]
    return Look(dark, scale, colours, _family("Noto Serif", "serif"), _family("Noto Sans", "sans"))


def wear(look: Look, resources: Path) -> None:
    """Give the application a look: its font, its palette, its stylesheet."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setFont(look.sans_font())
    application.setPalette(look.palette())
    application.setStyleSheet(look.stylesheet(resources))


def stepped(scale: float, by: int) -> float:
    """Return the size of text that many steps larger or smaller, as far as there are any."""
    return SCALES[max(0, min(len(SCALES) - 1, SCALES.index(scale) + by))]


def fitting(widget: QWidget, wide: int, high: int) -> QSize:
    """Return a size that the screen of a widget has room for, with a window's frame around it."""
    room = widget.screen().availableSize() - QSize(16, 48)
    return QSize(wide, high).boundedTo(room)


def register_fonts(resources: Path) -> None:
    """Make the fonts of `resources/fonts` known to Qt; none is taken from the network or system."""
    for path in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _family(wanted: str, kind: str) -> str:
    # Without the program's fonts the system's are used: plainer, and the reader can still read.
    if wanted in QFontDatabase.families():
        return wanted
    hint = QFont(wanted)
    hint.setStyleHint(QFont.StyleHint.Serif if kind == "serif" else QFont.StyleHint.SansSerif)
    return str(hint.defaultFamily())
