"""What is said where nothing was found, and how a query was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhylnama.archive.model import Page
from zhylnama.window.flow import flow
from zhylnama.window.history import Address
from zhylnama.window.look import Look
from zhylnama.window.parts import (
    Link,
    Words,
    empty,
    hairline,
    quiet,
)
from zhylnama.window.phrases import readings_in_words
from zhylnama.wording import Wording


class NothingFound(QWidget):
    """Says that nothing was found, and what may help: other spellings, fewer filters."""

    query_chosen = Signal(str)
    widened = Signal()
    loosened = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 20, 20, 20)
        self._column.setSpacing(8)

    def show_reason(self, address: Address, page: Page) -> None:
        """Say what was looked for in vain."""
        empty(self._column)
        wording, look = self._wording, self._look
        said = wording.tr("No event was found.")
        if address.query.strip():
            said = wording.tr("Nothing was found for “{query}”.", query=address.query.strip())
        self._column.addWidget(Words(said, look, font=look.serif_font(16, QFont.Weight.Bold)))
        if address.filters != Address().filters:
            self._column.addWidget(quiet(wording.tr("The filters above may leave it out."), look))
            widen = Link(wording.tr("Search without filters"), look)
            widen.clicked.connect(self.widened)
            self._column.addWidget(widen)
        if address.exact:
            said = wording.tr("Only words spelled exactly so were looked for.")
            self._column.addWidget(quiet(said, look))
            loosen = Link(wording.tr("Search in every spelling"), look)
            loosen.clicked.connect(self.loosened)
            self._column.addWidget(loosen)
        if page.suggestions:
            self._column.addWidget(_suggestions(self, page.suggestions, wording, look))
        self._column.addStretch(1)


class ReadingLine(QWidget):
    """A quiet line over the results: how the query was read, what else may have been meant."""

    query_chosen = Signal(str)

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_page(self, page: Page) -> None:
        """Show the line of a page that has one."""
        empty(self._column)
        suggestions = page.suggestions if page.hits else ()
        if page.readings:
            self._add(quiet(readings_in_words(self._wording, page.readings), self._look))
        if suggestions:
            self._add(_suggestions(self, suggestions, self._wording, self._look))
        if page.readings or suggestions:
            self._column.addWidget(hairline(self._look))
        self.setVisible(bool(page.readings or suggestions))

    def _add(self, widget: QWidget) -> None:
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(19, 6, 16, 6)
        inside.addWidget(widget)
        self._column.addWidget(box)


def _suggestions(
    teller: NothingFound | ReadingLine, queries: Sequence[str], wording: Wording, look: Look
) -> QWidget:
    parts: list[QWidget] = [quiet(wording.tr("Did you mean"), look, wrap=False)]
    for query in queries:
        link = Link(query, look)
        link.clicked.connect(lambda _on=False, query=query: teller.query_chosen.emit(query))
        parts.append(link)
    return flow(parts, 6)
