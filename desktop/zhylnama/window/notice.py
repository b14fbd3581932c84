"""Sentences to the reader that need no answer: a bar under the top one, and the status bar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from zhylnama.archive.edition import Edition
from zhylnama.window.icons import icon
from zhylnama.window.look import Look
from zhylnama.window.parts import Words
from zhylnama.window.phrases import extent_in_words
from zhylnama.window.text import tip
from zhylnama.wording import Wording


class Notice(QWidget):
    """A sentence that stays until it is read and closed."""

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        self._words = Words("", look, selectable=True)
        close = QToolButton()
        close.setIcon(icon("close", look, look.px(14)))
        close.setIconSize(QSize(14, 14) * look.scale)
        close.setAccessibleName(wording.tr("Close"))
        close.setToolTip(wording.tr("Close"))
        close.clicked.connect(self.hide)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        self.hide()

    @property
    def said(self) -> str:
        """Return the sentence that is shown, empty where none is."""
        return self._words.text() if self.isVisible() else ""

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the one before."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()


class Elided(QLabel):
    """A line of text that ends in an ellipsis where there is no room for all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: the line may be cut."""
        return QSize(40, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Say something else; what there is no room for can be read as a tooltip."""
        super().setText(text)
        self.setToolTip(tip(text) if text else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class StatusLine(QWidget):
    """The line at the foot: what the archive spans, which edition it is, and that it is offline."""

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(18)
        self.extent, self.edition, self.offline = Elided(), Elided(), QLabel()
        row.addWidget(self.extent)
        row.addWidget(self.edition)
        row.addStretch(1)
        row.addWidget(self.offline)
        self.offline.setText(wording.tr("Offline"))
        self.offline.setToolTip(wording.tr("Zhylnama never connects to a network."))
        self.setFixedHeight(look.px(26))
        self._before = ""
        self._over = QTimer(self, singleShot=True, interval=6_000)
        self._over.timeout.connect(self._on_over)

    def show_edition(self, edition: Edition | None) -> None:
        """Show what is open."""
        self._before = ""
        if edition is None:
            self.extent.setText(self._wording.tr("No archive is open"))
            self.edition.setText("")
            return
        self.extent.setText(extent_in_words(self._wording, edition))
        self.edition.setText(
            self._wording.tr(
                "Edition {label} · digest {digest}",
                label=edition.label,
                digest=edition.short_digest,
            )
        )
        self.edition.setToolTip(tip(f"{self.edition.text()} ({edition.digest})"))

    def say(self, sentence: str) -> None:
        """Say for a while that something was done."""
        self._before = self._before or self.extent.text()
        self.extent.setText(sentence)
        self._over.start()

    @property
    def said(self) -> str:
        """Return what the line says at its beginning."""
        return self.extent.text()

    def _on_over(self) -> None:
        if self._before:
            self.extent.setText(self._before)
        self._before = ""

    def show_profile(self, events: int) -> None:
        """Say what a profile rests on."""
        said = self._wording.count(
            "Profile made from {n} event", "Profile made from {n} events", events
        )
        self._before = ""
        self.extent.setText(said)
