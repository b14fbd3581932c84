"""How to search, on one short page: examples that run when they are clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from zhylnama.window.look import Look
from zhylnama.window.parts import Link, Words, quiet
from zhylnama.window.sheets import Sheet
from zhylnama.wording import Wording


def examples(wording: Wording) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return queries with what they find, under headings. Each finds something in December 2021."""
    tr = wording.tr
    return [
        (
            tr("Words"),
            [
                ("Мамай", tr("a name or a word, in any spelling and script")),
                ("arrest Almaty", tr("every word occurs")),
                ('"peaceful assembly"', tr("these words, one after the other")),
                ("assembl*", tr("words that begin so")),
                ('"=Bokayev"', tr("spelled exactly so")),
            ],
        ),
        (
            tr("Joined"),
            [
                ("fine OR arrest", tr("either word")),
                ("Almaty -arrest", tr("without the word; NOT means the same")),
                ("(fine OR arrest) Almaty", tr("brackets keep together")),
                ('"police detained"~5', tr("at most so many words apart")),
            ],
        ),
        (
            tr("Facts"),
            [
                ("person:Mamay", tr("somebody, in any spelling")),
                ("place:Уральск", tr("a town or village, by any of its names")),
                ("region:Mangystau", tr("a region with everything in it")),
                ("kind:fine", tr("a kind of event")),
                ("law:488.11", tr("an article and its part; law:CC-405 with its code")),
                ("date:2021-12-16", tr("a day; 2021-12 a month, 2021 a year")),
                ("date:2021-12-10..2021-12-17", tr("a range; date:>2021-12-20 from a day on")),
                ("source:azattyq", tr("who published it")),
                ("org:akimat", tr("an organisation")),
            ],
        ),
    ]


class QueryHelp(Sheet):
    """The sheet. `query_chosen` tells the example that was clicked."""

    query_chosen = Signal(str)

    def __init__(self, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(wording.tr("How to search"), wording, look, parent)
        self.setObjectName("query-help")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(26))
        grid.setVerticalSpacing(look.px(3))
        for title, lines in examples(wording):
            self._add_title(grid, title)
            for query, said in lines:
                self._add(grid, query, said)
        self.column.addLayout(grid)
        self.column.addSpacing(6)
        told = wording.tr(
            "Click an example to search for it. What cannot be read so is searched for as plain"
            " words, and a quiet line over the events says so."
        )
        foot = quiet(told, look)
        foot.setFixedWidth(look.px(520))
        self.column.addWidget(foot)
        self.finish()

    def _add_title(self, grid: QGridLayout, title: str) -> None:
        look = self.look
        words = Words(title, look, font=look.sans_font(11.5, QFont.Weight.Bold), role="quiet")
        words.setContentsMargins(1, look.px(8), 0, 0)
        grid.addWidget(words, grid.rowCount(), 0, 1, 2)

    def _add(self, grid: QGridLayout, query: str, said: str) -> None:
        row = grid.rowCount()
        link = Link(query, self.look)
        link.clicked.connect(lambda: self._on_clicked(query))
        grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Words(said, self.look, wrap=False), row, 1, Qt.AlignmentFlag.AlignTop)

    def _on_clicked(self, query: str) -> None:
        self.accept()
        self.query_chosen.emit(query)
