"""The inside of the main window: bar, notice, pages and status line, one under the other."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zhylnama.window.bar import Bar
from zhylnama.window.completion import Completing
from zhylnama.window.look import Look
from zhylnama.window.menu import MainMenu
from zhylnama.window.notice import Notice, StatusLine
from zhylnama.window.profile import ProfilePage
from zhylnama.window.search_page import SearchPage
from zhylnama.window.searches import Searches
from zhylnama.window.welcome import Welcome
from zhylnama.wording import Wording


class Frame(QWidget):
    """Everything that is made anew for another language, theme or size of text."""

    def __init__(
        self,
        wording: Wording,
        look: Look,
        menu: MainMenu,
        labels: dict[tuple[str, str], str],
        searches: Searches,
    ) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.bar = Bar(wording, look, menu)
        self.notice = Notice(wording, look)
        self.search = SearchPage(wording, look, labels)
        self.profile = ProfilePage(wording, look)
        self.welcome = Welcome(wording, look)
        self.status = StatusLine(wording, look)
        self.pages = QStackedWidget()
        for page in (self.welcome, self.search, self.profile):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.completing = Completing(self.bar.field, searches, wording, look, self)
