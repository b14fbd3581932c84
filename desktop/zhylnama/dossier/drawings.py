"""What is drawn and not set: the code and the photo of the cover, the timeline, the map.

Drawn on the canvas itself: reportlab's own drawings name a font that is not embedded.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from zhylnama.dossier.fonts import SANS, width_of
from zhylnama.dossier.letters import Letters
from zhylnama.dossier.model import Bars, Map, Spot
from zhylnama.dossier.styles import HAIRLINE, INK, QUIET

CODE_SIZE = 76.0
_LABEL = (SANS, 6.8)
_LAND = HexColor("#f4f1ea")
_TALLEST_PHOTO = 100.0


class _Drawing(Flowable):
    """Something of a fixed size."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width = width
        self.height = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size, whatever the room."""
        return self.width, self.height


class Code(_Drawing):
    """A QR code, drawn as one path of squares."""

    def __init__(self, text: str) -> None:
        super().__init__(CODE_SIZE, CODE_SIZE)
        widget: Any = QrCodeWidget(text, barLevel="M")
        widget.qr.make()
        self._modules: Sequence[Sequence[bool]] = widget.qr.modules

    def draw(self) -> None:
        """Draw the dark squares; runs of a line are one rectangle, so that no seam shows."""
        canvas: Canvas = self.canv
        count = len(self._modules)
        size = CODE_SIZE / count
        canvas.saveState()
        canvas.setFillColor(INK)
        path = canvas.beginPath()
        for row, line in enumerate(self._modules):
            start = None
            for column, dark in enumerate([*line, False]):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    y = CODE_SIZE - (row + 1) * size
                    path.rect(start * size, y, (column - start) * size, size)
                    start = None
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()


class Photo(_Drawing):
    """A photo as wide as the code, with room under it."""

    def __init__(self, jpeg: bytes) -> None:
        self._image = ImageReader(io.BytesIO(jpeg))
        width, height = self._image.getSize()
        self._scale = min(CODE_SIZE / width, _TALLEST_PHOTO / height)
        self._size = (width * self._scale, height * self._scale)
        super().__init__(CODE_SIZE, self._size[1] + 10)

    def draw(self) -> None:
        """Draw the picture at the top of its room."""
        width, height = self._size
        self.canv.drawImage(self._image, CODE_SIZE - width, 10, width, height)


class Timeline(_Drawing):
    """Bars on an axis of time, with the highest number and the dates at the ends."""

    def __init__(
        self, bars: Bars, width: float, height: float, letters: Letters, accent: str
    ) -> None:
        super().__init__(width, height)
        self._bars = bars
        self._letters = letters
        self._accent = HexColor(accent)

    def draw(self) -> None:
        """Draw bars over the axis, and labels under it."""
        canvas: Canvas = self.canv
        most = max(number for _, number in self._bars.bars)
        foot = 14.0
        room = self.height - foot - 12
        unit = min(room / most, 26.0)
        width = max(1.2, min(9.0, self._bars.width * (self.width - 10)))
        canvas.saveState()
        canvas.setFillColor(self._accent)
        for place, number in self._bars.bars:
            x = place * (self.width - width)
            canvas.rect(x, foot, width, number * unit, stroke=0, fill=1)
        canvas.setFillColor(QUIET)
        canvas.setFont(*_LABEL)
        top = max(self._bars.bars, key=lambda bar: bar[1])
        x = top[0] * (self.width - width) + width / 2
        canvas.drawCentredString(x, foot + most * unit + 3, str(most))
        canvas.setStrokeColor(HAIRLINE.color)
        canvas.setLineWidth(HAIRLINE.width)
        canvas.line(0, foot, self.width, foot)
        self._draw_ticks(canvas, width, foot)
        canvas.restoreState()

    def _draw_ticks(self, canvas: Canvas, width: float, foot: float) -> None:
        taken = -math.inf
        last = len(self._bars.ticks) - 1
        ends = [width_of(self._letters.plain(label), *_LABEL) for _, label in self._bars.ticks]
        for number, (place, label) in enumerate(self._bars.ticks):
            said = self._letters.plain(label)
            size = ends[number]
            x = place * (self.width - width) + width / 2
            left = min(max(0.0, x - size / 2), self.width - size)
            # The last label is worth more than the one before it.
            if left < taken or (number != last and left + size + 8 > self.width - ends[last]):
                continue
            canvas.line(x, foot, x, foot - 2.5)
            canvas.drawString(left, foot - 11, said)
            taken = left + size + 8


class Outline(_Drawing):
    """The outline of the country with a dot for each place, as large as its events are many."""

    def __init__(self, drawn: Map, width: float, letters: Letters, accent: str) -> None:
        points = [*drawn.outline, *((spot.lon, spot.lat) for spot in drawn.spots)]
        self._west, self._east = min(p[0] for p in points), max(p[0] for p in points)
        self._south, self._north = min(p[1] for p in points), max(p[1] for p in points)
        # Plate carrée, true in the middle: plain, and shapes are near enough to the usual maps.
        self._shrink = math.cos(math.radians((self._south + self._north) / 2))
        across = max(0.1, (self._east - self._west) * self._shrink)
        self._unit = (width - 8) / across
        height = max(0.1, self._north - self._south) * self._unit + 8
        super().__init__(width, min(height, 260))
        self._drawn = drawn
        self._letters = letters
        self._accent = HexColor(accent)

    def _at(self, lon: float, lat: float) -> tuple[float, float]:
        x = (lon - self._west) * self._shrink * self._unit + 4
        return x, (lat - self._south) * self._unit + 4

    def draw(self) -> None:
        """Draw the country, then the places, then their names where they do not collide."""
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.setFillColor(_LAND)
        canvas.setStrokeColor(Color(0.68, 0.66, 0.62))
        canvas.setLineWidth(0.5)
        path = canvas.beginPath()
        for number, point in enumerate(self._drawn.outline):
            (path.lineTo if number else path.moveTo)(*self._at(*point))
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
        boxes: list[tuple[float, float, float, float]] = []
        spots = sorted(self._drawn.spots, key=lambda spot: -spot.events)
        canvas.setStrokeColor(HexColor("#ffffff"))
        for spot in spots:
            canvas.setFillColor(self._accent)
            x, y = self._at(spot.lon, spot.lat)
            size = _size(spot)
            canvas.circle(x, y, size, stroke=1, fill=1)
            boxes.append((x - size, y - size, x + size, y + size))
        canvas.setFont(*_LABEL)
        canvas.setFillColor(INK)
        for spot in spots:
            self._draw_label(canvas, spot, boxes)
        canvas.restoreState()

    def _draw_label(
        self, canvas: Canvas, spot: Spot, boxes: list[tuple[float, float, float, float]]
    ) -> None:
        said = self._letters.plain(f"{spot.label} {spot.events}")
        width = width_of(said, *_LABEL)
        x, y = self._at(spot.lon, spot.lat)
        size = _size(spot) + 2.5
        for left, bottom in (
            (x + size, y - 2.4),
            (x - size - width, y - 2.4),
            (x - width / 2, y + size + 1),
            (x - width / 2, y - size - 5.5),
        ):
            box = (left, bottom - 1, left + width, bottom + 6)
            inside = box[0] >= 0 and box[2] <= self.width and box[1] >= 0 and box[3] <= self.height
            if inside and not any(_overlap(box, other) for other in boxes):
                canvas.drawString(left, bottom, said)
                boxes.append(box)
                return


def _size(spot: Spot) -> float:
    return min(9.0, 1.6 + 0.9 * math.sqrt(spot.events))


def _overlap(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
