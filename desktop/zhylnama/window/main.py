"""The main window: bar, page and status line, and the way between views.

A change of language, theme or text size builds the window's inside anew and shows the same view
in it, so that no widget has to know how to change itself. Which signal leads here is said in
`wiring`; what opens over the window is in `desk`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from zhylnama.archive.model import Profile
from zhylnama.failure import Failure
from zhylnama.files import resources_folder
from zhylnama.window.answers import warm
from zhylnama.window.desk import Desk
from zhylnama.window.frame import Frame
from zhylnama.window.history import Address, History
from zhylnama.window.look import fitting, load_look, stepped, wear
from zhylnama.window.menu import MainMenu
from zhylnama.window.opening import Opening, Session, choose_archive, dropped_file, is_archive
from zhylnama.window.searches import Searches
from zhylnama.window.state import State
from zhylnama.window.wiring import connect
from zhylnama.wording import Wording

_IN_NO_LANGUAGE = ("person", "organisation", "source", "like")


class MainWindow(QMainWindow):
    """One window on one archive."""

    def __init__(self, state: State, lang: str) -> None:
        super().__init__()
        self._state = state
        self.wording = Wording(lang, resources_folder())
        self._history = History()
        self.searches = Searches(state.searches, wanted=state.offers_searches)
        self.session: Session | None = None
        self._labels: dict[tuple[str, str], str] = {}
        self._typing = False
        self.desk = Desk(self, state)
        self._opening = Opening(self._sentence_of, self)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self.say_failure)
        self.setAcceptDrops(True)
        self._build()
        if not self.restoreGeometry(state.geometry):
            self.resize(fitting(self, 1360, 860))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme)

    def _build(self) -> None:
        state = self._state
        self.look = load_look(resources_folder(), state.theme, state.scale)
        wear(self.look, resources_folder())
        # Larger text needs a larger window, or chips and panes would lie upon each other.
        self.setMinimumSize(fitting(self, self.look.px(760), self.look.px(480)))
        self.menu = MainMenu(
            self.wording,
            state.theme,
            self,
            offers_searches=state.offers_searches,
            keeps_searches=state.keeps_searches,
        )
        self.menu.show_recent(state.recent)
        frame = Frame(self.wording, self.look, self.menu, self._labels, self.searches)
        self.bar, self.notice, self.status = frame.bar, frame.notice, frame.status
        self.pages, self.welcome = frame.pages, frame.welcome
        self.search, self.profile = frame.search, frame.profile
        self.completing = frame.completing
        connect(self, self.menu, frame)
        # The old inside goes with everything that was connected to it.
        self.setCentralWidget(frame)
        if state.panes:
            self.search.restore_panes(state.panes)
        self._attach()

    def _attach(self) -> None:
        session = self.session
        self.bar.field.setEnabled(session is not None)
        self.status.show_edition(session.edition if session else None)
        title = self.wording.tr("Zhylnama")
        self.setWindowTitle(f"{session.path.name} — {title}" if session else title)
        if session is None:
            self.pages.setCurrentWidget(self.welcome)
            self.show_bar()
        else:
            self.search.attach(session.reader, session.counter)
            self.profile.attach(session.reader)
            self.completing.attach(session.reader)
            self._show()

    # Archives

    def open_archive(self, path: Path) -> None:
        """Open an archive file; the one that is open stays if it cannot be read."""
        self._opening.open(path.absolute())

    def choose_archive(self) -> None:
        """Ask for an archive file, and open it."""
        path = choose_archive(self.wording, self)
        if path is not None:
            self.open_archive(path)

    def forget_recent(self) -> None:
        """Forget which archives were opened."""
        self._state.forget_recent()
        self.menu.show_recent([])

    def _sentence_of(self, failure: Failure) -> str:
        # Not `wording.failure`: the language may change while an archive is open.
        return self.wording.failure(failure)

    def say_failure(self, sentence: str) -> None:
        """Show the sentence of a failure; a defect has none, its traceback is in the log."""
        self.notice.say(sentence or self.wording.tr("Something went wrong inside Zhylnama."))

    def _on_opened(self, session: Session) -> None:
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
        self.session = session
        self._history = History()
        self._labels.clear()
        self._state.add_recent(session.path)
        self.menu.show_recent(self._state.recent)
        self.notice.hide()
        self._attach()
        session.reader.ask("warm", warm, lambda _: None, lambda _sentence: None)
        self.bar.field.setFocus()

    # Views

    @property
    def labels(self) -> dict[tuple[str, str], str]:
        """The names of values that narrow a search, by facet and key."""
        return self._labels

    @property
    def busy(self) -> bool:
        """Return whether an answer from the archive is still to come."""
        session = self.session
        if session is None:
            return self._opening.busy
        asked = session.reader.busy or session.counter.busy
        return asked or self._opening.busy or self.search.busy

    @property
    def here(self) -> Address:
        """Return the view that is shown."""
        return self._history.here

    def go(self, address: Address) -> None:
        """Show another view, and remember this one to come back to."""
        self._end_typing()
        self._history.go(address)
        self._show()

    def go_back(self) -> None:
        """Show the view before this one."""
        self._end_typing()
        self._history.back()
        self._show()

    def go_forward(self) -> None:
        """Show the view that was left by going back."""
        self._end_typing()
        self._history.forward()
        self._show()

    def open_person(self, person: str) -> None:
        """Show the profile of a person."""
        self.go(Address(person=person))

    def _show(self) -> None:
        session, here = self.session, self.here
        if session is None:
            return
        self.show_bar()
        # What is asked to go on from what was typed must not hold up what is found.
        session.reader.drop("complete")
        session.reader.drop("similar")
        if here.person is None:
            session.reader.drop("profile")
            self.status.show_edition(session.edition)
            self.pages.setCurrentWidget(self.search)
            self.search.show_address(here)
            return
        person = here.person
        # What a search still looks for would be shown in the wrong place.
        self.search.leave()
        session.reader.ask(
            "profile", lambda archive: archive.profile(person), self._on_profile, self.say_failure
        )

    def show_bar(self) -> None:
        """Show in the bar where the reader is."""
        here = self.here
        self.bar.back.setEnabled(self._history.has_back)
        self.bar.forward.setEnabled(self._history.has_forward)
        self.menu.exact.setChecked(here.exact)
        if here.person is not None:
            self.bar.show_profile()
        else:
            self.bar.show_search(here, self._labels)

    def _on_profile(self, profile: Profile | None) -> None:
        if profile is None:
            self.profile.show_nobody()
        else:
            self.profile.show_profile(profile)
            self.status.show_profile(profile.totals.events)
        self.pages.setCurrentWidget(self.profile)

    # What the reader does

    def type_query(self, query: str) -> None:
        """Search for what was typed so far; one word is one view to come back to."""
        if len(self.here.query) > 1 and query[:1] != self.here.query[:1]:
            # Other words in place of those that stood there: a search of its own.
            self._end_typing()
        here = self.here
        if self._typing:
            self._history.amend(replace(here, query=query, event=None))
        else:
            start = Address() if here.person is not None else here
            self._history.go(replace(start, query=query, event=None, like=None))
            self._typing = True
        self._show()

    def _end_typing(self) -> None:
        if self._typing:
            self._typing = False
            self.searches.remember(self.here.query)
            self._state.searches = self.searches.all
        self.completing.close()

    def step_row(self, by: int) -> None:
        """Move in the list from the search field."""
        if self.pages.currentWidget() is self.search:
            self.search.list.step(by)

    def step_hit(self, by: int) -> None:
        """Go to the next hit of the open event, then on to the next event."""
        if self.pages.currentWidget() is self.search:
            self.search.step_hit(by)

    def enter(self) -> None:
        """Go from the search field into the list."""
        self._end_typing()
        if self.pages.currentWidget() is self.search:
            self.search.list.setFocus()

    def clear(self) -> None:
        """Leave a profile; else clear the words; else the filters."""
        here = self.here
        if here.person is not None:
            self.go_back()
        elif here.query:
            self.go(replace(here, query="", event=None))
        elif here != Address():
            self.go(Address(sort=here.sort))

    def focus_field(self) -> None:
        """Go to the search field, from anywhere."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def choose_exact(self, on: bool) -> None:
        """Search for words only as they are spelled, or in every spelling again."""
        here = self.here if self.here.person is None else Address()
        self.go(replace(here, exact=on, event=None, like=None))

    def event_opened(self, event: str) -> None:
        """Remember which event of this view is open; what found it is a search to come back to."""
        self._end_typing()
        self._history.amend(replace(self.here, event=event))

    def open_event_of_person(self, event: str) -> None:
        """Show an event among the others of the person in view."""
        self.go(replace(self._about_person(), event=event))

    def narrow_about_person(self, field: str, key: str, label: str) -> None:
        """Show the events of the person in view that have a place or an article."""
        self._labels.setdefault((field, key), label)
        self.go(self._about_person().narrowed(field, key))  # type: ignore[arg-type]

    def _about_person(self) -> Address:
        profile = self.profile.profile
        if profile is None:
            return Address()
        self._labels["person", profile.person.id] = profile.name
        return Address().narrowed("person", profile.person.id)

    def offer_searches(self, on: bool) -> None:
        """Offer what was searched for again, or forget it now and from now on."""
        self._state.offers_searches = on
        self.searches.wanted = on
        if not on:
            self._state.keeps_searches = False
            self.forget_searches()
        self.menu.keeping.setEnabled(on)
        self.menu.keeping.setChecked(self._state.keeps_searches)

    def keep_searches(self, on: bool) -> None:
        """Keep searches on the disk, or take them off it again."""
        self._state.keeps_searches = on
        self._state.searches = self.searches.all

    def forget_searches(self) -> None:
        """Forget what was searched for, in memory and on the disk; and the ways back to it."""
        self.searches.forget()
        self._state.searches = []
        self._typing = False
        self._history = History(self.here)
        # What is set so can be undone no more: Ctrl+Z would bring back what was typed.
        self.bar.field.setText(self.here.query)
        self.show_bar()
        self.status.say(self.wording.tr("The search history was forgotten."))

    # Language and look

    def choose_lang(self, lang: str) -> None:
        """Speak another language."""
        self._state.lang = lang
        self.wording = Wording(lang, resources_folder())
        # Names and hosts are the same in every language; what is not in view is not asked anew.
        for field, key in [*self._labels]:
            if field not in _IN_NO_LANGUAGE:
                del self._labels[field, key]
        self._rebuild()

    def choose_theme(self, theme: str) -> None:
        """Be light, dark, or as the system is."""
        self._state.theme = theme  # type: ignore[assignment]
        self._rebuild()

    def choose_size(self, by: int) -> None:
        """Make text larger or smaller by a step; 0 gives the usual size."""
        self._state.scale = stepped(self._state.scale, by) if by else 1.0
        self._rebuild()

    def _on_system_theme(self) -> None:
        if self._state.theme == "system":
            self._rebuild()

    def _rebuild(self) -> None:
        if self.isVisible():
            self._state.panes = self.search.pane_sizes()
        if self.session is not None:
            # Answers would come to widgets that are gone; the new ones ask again.
            self.session.drop()
        self.menu.release()
        self._build()
        self.bar.field.setFocus()

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a single file."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the archive that was dropped; any other file is a report to import."""
        path = dropped_file(event.mimeData())
        if path is None:
            return
        event.acceptProposedAction()
        if is_archive(path):
            self.open_archive(path)
        else:
            self.desk.open_import(path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the mouse's own buttons."""
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mousePressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size, and end the workers."""
        self._end_typing()
        self._state.geometry = self.saveGeometry()
        self._state.panes = self.search.pane_sizes()
        self._state.write()
        self.desk.close()
        self._opening.cancel()
        if self.session is not None:
            self.session.close()
        super().closeEvent(event)
