"""The frame of the review: how far it is, what can be done, and the keys for it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from zhylnama.files import resources_folder
from zhylnama.window.flow import flow
from zhylnama.window.look import Look, fitting
from zhylnama.window.notice import Notice
from zhylnama.window.parts import Words, button, hairline, heading, quiet
from zhylnama.window.review_bar import ProgressStrip
from zhylnama.window.review_entry import EntryPane
from zhylnama.window.review_words import vocabulary
from zhylnama.wording import Wording


class ReviewFrame(QDialog):
    """Everything around an entry. What the buttons and keys do is bound by the review."""

    def __init__(self, report: str, wording: Wording, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._wording, self._look = wording, look
        kinds = tomllib.loads((resources_folder() / "kinds.toml").read_text("utf-8"))["kind"]
        self._words = vocabulary(wording, [entry["id"] for entry in kinds])
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(wording.tr("Review: {report}", report=report))
        self.resize(fitting(self, look.px(1180), look.px(780)))
        self.setMinimumSize(720, 460)
        self.pane = EntryPane(self._words, wording, look)
        self.notice = Notice(wording, look)
        self._where = quiet("", look, wrap=False)
        self.strip = ProgressStrip(look)
        self.buttons: dict[str, QPushButton] = {}
        self._actions: list[QAction] = []
        self._arrange(report)

    @property
    def where(self) -> str:
        """Return what the head says of how far the review is."""
        return self._where.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to what is typed: it would close the review in the middle of the work."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _arrange(self, report: str) -> None:
        tr = self._wording.tr
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(28, 12, 16, 10)
        head.setSpacing(14)
        head.addWidget(
            Words(report, self._look, font=heading("", self._look, 17).font(), wrap=False)
        )
        head.addWidget(self._where)
        head.addStretch(1)
        for name, said in (("undo", tr("Undo")), ("back", tr("Previous")), ("next", tr("Next"))):
            head.addWidget(self._button(name, said))
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        column.addWidget(self.pane, 1)
        column.addWidget(hairline(self._look))
        does = [
            self._button("accept", f"{tr('Accept')}  ↵", primary=True),
            self._button("edit", f"{tr('Edit')}  F2"),
            self._button("split", f"{tr('Split')}  F3"),
            self._button("join", f"{tr('Join')}  F4"),
            self._button("leave", f"{tr('Leave out')}  Del"),
            self._button("spare", tr("Left out…")),
        ]
        ends = [
            self._button("draft", tr("Save draft…")),
            self._button("add", tr("Add to an archive…")),
        ]
        # In two rows where there is no room for one: no button is cut off in any language.
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 10, 16, 10)
        foot.setSpacing(8)
        foot.addWidget(flow([*does], 8), 1)
        foot.addWidget(flow([*ends], 8))
        column.addLayout(foot)

    def _button(self, name: str, said: str, *, primary: bool = False) -> QPushButton:
        made = button(said, primary=primary)
        # The keys of the review go to the review, whatever was clicked last.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons[name] = made
        return made

    def _bind(self, name: str | None, keys: list[str], job: Callable[[], None]) -> None:
        """Let keys, and the button of that name, do something while nothing is typed."""
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: self._do_unless_typing(job))
        self.addAction(action)
        self._actions.append(action)
        if name is not None:
            self.buttons[name].clicked.connect(action.trigger)

    def _do_unless_typing(self, job: Callable[[], None]) -> None:
        if not self.pane.typing:
            job()
        self._let_keys_through()

    def _let_keys_through(self) -> None:
        # While something is typed, Enter and Delete belong to it.
        for action in self._actions:
            action.setEnabled(not self.pane.typing)
