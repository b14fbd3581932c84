"""The few icons, drawn: lines in the colour of the text, sharp at every size and in every theme."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap

from zhylnama.window.look import Look

Icon = Literal["back", "forward", "close", "menu", "down", "right", "search", "exact", "help"]


def icon(name: Icon, look: Look, size: int, role: str = "quiet") -> QIcon:
    """Return an icon of `size` pixels, with a paler one for a button that is disabled."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "edge")):
        for ratio in (1, 2):
            made.addPixmap(_draw(name, look, size, colour, ratio), mode)
    return made


def program_icon() -> QIcon:
    """Return the icon of the program: the first letter of its name in Kazakh."""
    pixmap = QPixmap(128, 128)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1b5e8c"))
    painter.drawRoundedRect(QRectF(4, 4, 120, 120), 22, 22)
    font = QFont("Noto Serif")
    font.setPixelSize(84)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor("#fbfaf7"))
    painter.drawText(QRectF(0, -4, 128, 128), Qt.AlignmentFlag.AlignCenter, "Ж")
    painter.end()
    return QIcon(pixmap)


def _draw(name: Icon, look: Look, size: int, role: str, ratio: int) -> QPixmap:
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Drawn on a grid of sixteen, whatever the size.
    painter.scale(size * ratio / 16, size * ratio / 16)
    painter.setPen(QPen(look.colour(role), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if name == "search":
        painter.drawEllipse(QRectF(2.5, 2.5, 8, 8))
    if name == "help":
        font = look.sans_font(13, QFont.Weight.Bold)
        font.setPixelSize(13)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, "?")
    painter.drawPath(_lines(name))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _lines(name: Icon) -> QPainterPath:
    strokes: dict[Icon, list[list[tuple[float, float]]]] = {
        "back": [[(9.5, 3.5), (5.5, 8), (9.5, 12.5)]],
        "forward": [[(6.5, 3.5), (10.5, 8), (6.5, 12.5)]],
        "close": [[(4.5, 4.5), (11.5, 11.5)], [(11.5, 4.5), (4.5, 11.5)]],
        "menu": [[(2.5, 4), (13.5, 4)], [(2.5, 8), (13.5, 8)], [(2.5, 12), (13.5, 12)]],
        "down": [[(4.5, 6.5), (8, 10), (11.5, 6.5)]],
        "right": [[(6.5, 4.5), (10, 8), (6.5, 11.5)]],
        "exact": [[(3.5, 5.8), (12.5, 5.8)], [(3.5, 10.2), (12.5, 10.2)]],
        "help": [],
        "search": [[(9.6, 9.6), (13.5, 13.5)]],
    }
    path = QPainterPath()
    for stroke in strokes[name]:
        path.moveTo(QPointF(*stroke[0]))
        for point in stroke[1:]:
            path.lineTo(QPointF(*point))
    return path
