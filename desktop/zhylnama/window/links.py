"""Leaving the archive: a web address is opened only after the reader has been told what happens.

Zhylnama itself never connects to anything. Opening hands the address to the system's browser.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from zhylnama.window.look import Look
from zhylnama.window.parts import Words, button, heading
from zhylnama.window.prose import Prose
from zhylnama.wording import Wording


class LinkDialog(QDialog):
    """Shows an address whole, and asks. Cancel is what Enter and Escape choose."""

    def __init__(self, url: str, wording: Wording, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.url = url
        self.setWindowTitle(wording.tr("Open in the browser?"))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading(wording.tr("Open in the browser?"), look))
        address = Prose(url, look, look.sans_font(13), measure=False, leading=1.45, role="accent")
        warning = Words(
            wording.tr(
                "Your browser will go online and open this address. The site, and whoever"
                " watches the connection, can see that it was opened from here."
            ),
            look,
        )
        for words in (address, warning):
            words.setFixedWidth(look.px(480))
            column.addWidget(words)
        row = QHBoxLayout()
        self.copy_button = button(wording.tr("Copy the address"))
        self.open_button = button(wording.tr("Open in the browser"))
        self.cancel_button = button(wording.tr("Cancel"), primary=True)
        self.cancel_button.setDefault(True)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.open_button)
        row.addWidget(self.cancel_button)
        column.addSpacing(4)
        column.addLayout(row)
        self.copy_button.clicked.connect(self._on_copy)
        self.open_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.cancel_button.setFocus()

    def _on_copy(self) -> None:
        copy_text(self.url)
        self.reject()


def ask_and_open(url: str, wording: Wording, look: Look, parent: QWidget) -> None:
    """Ask, and open the address in the system's browser only after a yes."""
    dialog = LinkDialog(url, wording, look, parent)
    dialog.accepted.connect(lambda: open_in_browser(url))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_in_browser(url: str) -> None:
    """Hand an address to the system's browser; anything but http and https is left alone."""
    address = QUrl(url, QUrl.ParsingMode.TolerantMode)
    if address.scheme() in ("http", "https"):
        QDesktopServices.openUrl(address)


def copy_text(text: str) -> None:
    """Put text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
