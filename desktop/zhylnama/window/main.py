"""The main window: bar, page and status line, and the way between views.

A change of language, theme or text size builds the window's inside anew and shows the same view
in it, so that no widget has to know how to change itself.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from zhylnama.archive.model import Profile
from zhylnama.files import resources_folder
from zhylnama.window.dossier import DossierDialog
from zhylnama.window.frame import Frame
from zhylnama.window.history import Address, History
from zhylnama.window.look import SCALES, load_look, wear
from zhylnama.window.menu import MainMenu
from zhylnama.window.opening import Opening, Session, choose_archive, dropped_file
from zhylnama.window.sheets import AboutSheet, ShortcutSheet
from zhylnama.window.state import State
from zhylnama.wording import Wording


class MainWindow(QMainWindow):
    """One window on one archive."""

    def __init__(self, state: State, lang: str) -> None:
        super().__init__()
        self._state = state
        self._wording = Wording(lang, resources_folder())
        self._history = History()
        self._session: Session | None = None
        self._labels: dict[tuple[str, str], str] = {}
        self._typing = False
        self._opening = Opening(self)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self.menu: MainMenu | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(760, 480))
        self._build()
        if not self.restoreGeometry(state.geometry):
            self.resize(1360, 860)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme)

    # The inside

    def _build(self) -> None:
        self._look = load_look(resources_folder(), self._state.theme, self._state.scale)
        wear(self._look, resources_folder())
        if self.menu is not None:
            self.menu.release()
        self.menu = MainMenu(self._wording, self._state.theme, self)
        self.menu.show_recent(self._state.recent)
        frame = Frame(self._wording, self._look, self.menu, self._labels)
        self.bar, self.notice, self.status = frame.bar, frame.notice, frame.status
        self.pages, self.welcome = frame.pages, frame.welcome
        self.search, self.profile = frame.search, frame.profile
        self._connect(self.menu)
        # The old inside goes with everything that was connected to it.
        self.setCentralWidget(frame)
        if self._state.panes:
            self.search.restore_panes(self._state.panes)
        self._attach()

    def _connect(self, menu: MainMenu) -> None:
        bar, search, profile = self.bar, self.search, self.profile
        for teller in (bar, menu):
            teller.back_wanted.connect(self.go_back)
            teller.forward_wanted.connect(self.go_forward)
            teller.dossier_wanted.connect(self.open_dossier)
        menu.open_wanted.connect(self._on_open_wanted)
        menu.archive_chosen.connect(self.open_archive)
        menu.recent_cleared.connect(self._on_recent_cleared)
        menu.quit_wanted.connect(self.close)
        menu.lang_chosen.connect(self._on_lang_chosen)
        menu.theme_chosen.connect(self._on_theme_chosen)
        menu.size_chosen.connect(self._on_size_chosen)
        menu.search_wanted.connect(self._on_search_wanted)
        menu.menu_wanted.connect(bar.menu.showMenu)
        menu.cleared.connect(self._on_cleared)
        menu.shortcuts_wanted.connect(lambda: ShortcutSheet(menu, self._wording, self._look, self))
        menu.about_wanted.connect(lambda: AboutSheet(self._wording, self._look, self))
        bar.typed.connect(self._on_typed)
        bar.sort_chosen.connect(lambda sort: self.go(replace(self._history.here, sort=sort)))
        bar.dates_dropped.connect(self._on_dates_dropped)
        bar.filter_dropped.connect(lambda f, k: self.go(self._history.here.widened(f, k)))
        bar.field.stepped.connect(self._on_stepped)
        bar.field.entered.connect(self._on_entered)
        bar.field.cleared.connect(self._on_cleared)
        search.went.connect(self.go)
        search.opened.connect(self._on_event_opened)
        search.person_opened.connect(self.open_person)
        search.dossier_wanted.connect(self._show_dossier)
        search.counted.connect(bar.field.show_count)
        search.failed.connect(self._on_failed)
        search.labels_changed.connect(self._show_bar)
        profile.person_opened.connect(self.open_person)
        profile.event_opened.connect(self._on_profile_event)
        profile.searched.connect(lambda query: self.go(Address(query=query)))
        profile.narrowed.connect(self._on_profile_narrowed)
        self.welcome.open_wanted.connect(self._on_open_wanted)

    def _attach(self) -> None:
        session = self._session
        self.bar.field.setEnabled(session is not None)
        self.status.show_edition(session.edition if session else None)
        title = self._wording.tr("Zhylnama")
        self.setWindowTitle(f"{session.path.name} — {title}" if session else title)
        if session is None:
            self.pages.setCurrentWidget(self.welcome)
            self._show_bar()
        else:
            self.search.attach(session.reader, session.counter)
            self._show()

    # Archives

    def open_archive(self, path: Path) -> None:
        """Open an archive file; the one that is open stays if it cannot be read."""
        self._opening.open(path.absolute())

    def _on_opened(self, session: Session) -> None:
        if self._session is not None:
            self._session.close()
            self._session.deleteLater()
        self._session = session
        self._history = History()
        self._labels.clear()
        self._state.add_recent(session.path)
        if self.menu is not None:
            self.menu.show_recent(self._state.recent)
        self.notice.hide()
        self._attach()
        self.bar.field.setFocus()

    def _on_failed(self, sentence: str) -> None:
        # A defect has no sentence of its own; its traceback is in the log.
        self.notice.say(sentence or self._wording.tr("Something went wrong inside Zhylnama."))

    def _on_open_wanted(self) -> None:
        path = choose_archive(self._wording, self)
        if path is not None:
            self.open_archive(path)

    def _on_recent_cleared(self) -> None:
        self._state.forget_recent()
        if self.menu is not None:
            self.menu.show_recent([])

    # Views

    @property
    def busy(self) -> bool:
        """Return whether an answer from the archive is still to come."""
        session = self._session
        if session is None:
            return self._opening.busy
        return self._opening.busy or session.reader.busy or session.counter.busy

    @property
    def here(self) -> Address:
        """Return the view that is shown."""
        return self._history.here

    def go(self, address: Address) -> None:
        """Show another view, and remember this one to come back to."""
        self._typing = False
        self._history.go(address)
        self._show()

    def go_back(self) -> None:
        """Show the view before this one."""
        self._typing = False
        self._history.back()
        self._show()

    def go_forward(self) -> None:
        """Show the view that was left by going back."""
        self._typing = False
        self._history.forward()
        self._show()

    def open_person(self, person: str) -> None:
        """Show the profile of a person."""
        self.go(Address(person=person))

    def _show(self) -> None:
        session, here = self._session, self._history.here
        if session is None:
            return
        self._show_bar()
        if here.person is None:
            session.reader.drop("profile")
            self.status.show_edition(session.edition)
            self.pages.setCurrentWidget(self.search)
            self.search.show_address(here)
            return
        person = here.person
        # What a search still looks for would be shown in the wrong place.
        for lane in ("page", "more", "event"):
            session.reader.drop(lane)
        session.counter.drop("found")
        session.reader.ask(
            "profile", lambda archive: archive.profile(person), self._on_profile, self._on_failed
        )

    def _show_bar(self) -> None:
        here = self._history.here
        self.bar.back.setEnabled(self._history.has_back)
        self.bar.forward.setEnabled(self._history.has_forward)
        if here.person is not None:
            self.bar.show_profile()
        else:
            self.bar.show_search(here.query, here.filters, here.sort, self._labels)

    def _on_profile(self, profile: Profile | None) -> None:
        if profile is None:
            self.profile.show_nobody()
        else:
            self.profile.show_profile(profile)
            self.status.show_profile(profile.totals.events)
        self.pages.setCurrentWidget(self.profile)

    # What the reader does

    def _on_typed(self, query: str) -> None:
        here = self._history.here
        if self._typing:
            # One search, typed letter by letter, is one view to come back to.
            self._history.amend(replace(here, query=query, event=None))
        else:
            start = Address() if here.person is not None else here
            self._history.go(replace(start, query=query, event=None))
            self._typing = True
        self._show()

    def _on_stepped(self, by: int) -> None:
        if self.pages.currentWidget() is self.search:
            self.search.list.step(by)

    def _on_entered(self) -> None:
        self._typing = False
        if self.pages.currentWidget() is self.search:
            self.search.list.setFocus()

    def _on_cleared(self) -> None:
        here = self._history.here
        if here.person is not None:
            self.go_back()
        elif here.query:
            self.go(replace(here, query="", event=None))
        elif here != Address():
            self.go(Address(sort=here.sort))

    def _on_search_wanted(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def _on_dates_dropped(self) -> None:
        here = self._history.here
        self.go(replace(here, filters=replace(here.filters, dates=(None, None)), event=None))

    def _on_event_opened(self, event: str) -> None:
        self._history.amend(replace(self._history.here, event=event))

    def _on_profile_event(self, event: str) -> None:
        self.go(replace(self._about_person(), event=event))

    def _on_profile_narrowed(self, field: str, key: str, label: str) -> None:
        self._labels.setdefault((field, key), label)
        self.go(self._about_person().narrowed(field, key))  # type: ignore[arg-type]

    def _about_person(self) -> Address:
        profile = self.profile.profile
        if profile is None:
            return Address()
        self._labels["person", profile.person.id] = profile.name
        return Address().narrowed("person", profile.person.id)

    # Dossier

    def open_dossier(self) -> None:
        """Show the dossier of the person in view: of the profile, or of the open event."""
        here, hit = self._history.here, self.search.pane.hit
        if here.person is not None:
            self._show_dossier(here.person)
        elif hit is not None and hit.event.people:
            people = hit.event.people
            chief = next((one for one in people if one.role == "targeted"), people[0])
            self._show_dossier(chief.person)
        else:
            self.notice.say(self._wording.tr("Open an event or a profile that names somebody."))

    def _show_dossier(self, person: str) -> None:
        if self._session is None:
            return
        dialog = DossierDialog(self._session.path, person, self._wording, self._look, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Language and look

    def _on_lang_chosen(self, lang: str) -> None:
        self._state.lang = lang
        self._wording = Wording(lang, resources_folder())
        self._labels.clear()
        self._rebuild()

    def _on_theme_chosen(self, theme: str) -> None:
        self._state.theme = theme  # type: ignore[assignment]
        self._rebuild()

    def _on_size_chosen(self, by: int) -> None:
        at = SCALES.index(self._state.scale) + by
        self._state.scale = SCALES[max(0, min(len(SCALES) - 1, at))] if by else 1.0
        self._rebuild()

    def _on_system_theme(self) -> None:
        if self._state.theme == "system":
            self._rebuild()

    def _rebuild(self) -> None:
        if self.isVisible():
            self._state.panes = self.search.pane_sizes()
        if self._session is not None:
            # Answers would come to widgets that are gone; the new ones ask again.
            self._session.drop()
        self._build()
        self.bar.field.setFocus()

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a single file."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_archive(path)

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
        self._state.geometry = self.saveGeometry()
        self._state.panes = self.search.pane_sizes()
        self._state.write()
        for dialog in self.findChildren(DossierDialog):
            dialog.reject()
        self._opening.cancel()
        if self._session is not None:
            self._session.close()
        super().closeEvent(event)
