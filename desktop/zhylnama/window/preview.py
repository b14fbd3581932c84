"""Pages of a PDF as pictures, for the preview and for the printer. Called on a worker's thread."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# PDFium is not made for several threads at a time.
_one_at_a_time = Lock()
_POINTS = 72.0


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_image(pdf: bytes, number: int, dots_per_inch: float) -> QImage:
    """Return one page, counted from 0, as it looks on paper."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[number].render(scale=dots_per_inch / _POINTS, rev_byteorder=True)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            form = QImage.Format.Format_RGB888
            if bitmap.n_channels == 4:
                form = QImage.Format.Format_RGBX8888
            # copy: the bytes belong to PDFium and go with the document
            return QImage(bytes(bitmap.buffer), width, height, stride, form).copy()
        finally:
            document.close()


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Paint every page onto the printer and return how many there were."""
    pages = page_count(pdf)
    wanted = [n for n in range(pages) if _chosen(printer, n + 1)]
    fine = min(300.0, float(printer.resolution()))
    painter = QPainter(printer)
    try:
        for position, number in enumerate(wanted):
            if position:
                printer.newPage()
            image = page_image(pdf, number, fine)
            box = QRectF(painter.viewport())
            size = QSizeF(image.size()).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(box.topLeft(), size), image)
    finally:
        painter.end()
    return len(wanted)


def a4(printer: QPrinter) -> None:
    """Set the paper to the dossier's own, without margins: its pages have theirs."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)


def _chosen(printer: QPrinter, page: int) -> bool:
    first, last = printer.fromPage(), printer.toPage()
    return first == 0 or first <= page <= (last or page)
