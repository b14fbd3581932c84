"""The pages of a PDF one below another.

Only those near the view are painted, so that a dossier of hundreds of pages takes no more memory
than a short one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from zhylnama.window.look import Look
from zhylnama.window.preview import page_image
from zhylnama.window.worker import Worker
from zhylnama.wording import Wording

# In inches.
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
_MARGIN, _BETWEEN = 20, 16
_KEPT = 6  # pages on each side of the view whose pictures are kept


class _Sheet(QLabel):
    """One page; `current` tells whether its picture is of the PDF that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.current = False
        self.setScaledContents(True)
        # A page is white in the dark too: that is how it will be printed.
        self.setStyleSheet("background: white;")


class DossierPages(QScrollArea):
    """`settled` tells that every page in view has its picture, `failed` a sentence."""

    settled = Signal()
    failed = Signal(str)

    def __init__(self, worker: Worker, wording: Wording, look: Look) -> None:
        super().__init__()
        self._worker = worker
        self._wording = wording
        self._look = look
        self._pdf = b""
        self._paper = PAPERS["A4"]
        self._sheets: list[_Sheet] = []
        self.setAccessibleName(wording.tr("Pages of the dossier"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(_BETWEEN)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().valueChanged.connect(self._paint_next)

    def show_pdf(self, pdf: bytes, pages: int, paper: str) -> None:
        """Show a PDF in the place of the one before; the view stays where it is."""
        self._pdf, self._paper = pdf, PAPERS[paper]
        while len(self._sheets) > pages:
            sheet = self._sheets.pop()
            sheet.hide()
            sheet.deleteLater()
        while len(self._sheets) < pages:
            sheet = _Sheet()
            self._column.insertWidget(len(self._sheets), sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            self._sheets.append(sheet)
        for number, sheet in enumerate(self._sheets):
            name = self._wording.tr("Page {number} of {pages}", number=number + 1, pages=pages)
            sheet.setAccessibleName(name)
        self._size()

    def pictures(self) -> list[QLabel]:
        """Return the pages that are painted as they are now."""
        return [sheet for sheet in self._sheets if sheet.current]

    def forget(self) -> None:
        """Paint nothing more of this PDF; its pictures stay until there is a newer one."""
        self._pdf = b""
        self._worker.drop("page")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as there is room."""
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        width, height = self._paper
        wide = min(self._look.px(760), max(120, self.viewport().width() - 2 * _MARGIN))
        for sheet in self._sheets:
            sheet.setFixedSize(wide, round(wide * height / width))
            sheet.current = False
        self._paint_next()

    def _in_view(self, more: int) -> range:
        """Return the pages in view, and some more on each side."""
        if not self._sheets:
            return range(0)
        step = self._sheets[0].height() + _BETWEEN
        top = self.verticalScrollBar().value() - _MARGIN
        first = max(0, top // step - more)
        last = (top + self.viewport().height()) // step + more
        return range(first, min(len(self._sheets), last + 1))

    def _paint_next(self) -> None:
        pdf = self._pdf
        if not pdf:
            return
        kept = self._in_view(_KEPT)
        for number, sheet in enumerate(self._sheets):
            if number not in kept and not sheet.pixmap().isNull():
                sheet.clear()
                sheet.current = False
        number = next((n for n in self._in_view(1) if not self._sheets[n].current), -1)
        if number < 0:
            self._worker.drop("page")
            self.settled.emit()
            return
        ratio = self.devicePixelRatioF()
        dots = self._sheets[number].width() / self._paper[0] * ratio

        def painted(image: QImage) -> None:
            image.setDevicePixelRatio(ratio)
            sheet = self._sheets[number]
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.current = True
            self._paint_next()

        self._worker.ask(
            "page", lambda _archive: page_image(pdf, number, dots), painted, self.failed.emit
        )
