"""What can be done with what is in view: copied, exported, printed, looked up; and the sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from zhylnama.archive.model import FoundPerson
from zhylnama.window.answers import people
from zhylnama.window.dossier import DossierDialog
from zhylnama.window.dossiers import MOST_PEOPLE, DossiersDialog, People
from zhylnama.window.export import ExportDialog, choose_target
from zhylnama.window.help import QueryHelp
from zhylnama.window.history import Address
from zhylnama.window.importing import Importing
from zhylnama.window.links import copy_text
from zhylnama.window.names import NamesDialog
from zhylnama.window.sheets import AboutSheet, ShortcutSheet
from zhylnama.window.state import State

if TYPE_CHECKING:
    from zhylnama.window.main import MainWindow


class Desk(QObject):
    """Opens the dialogs of a window, and copies."""

    def __init__(self, window: MainWindow, state: State) -> None:
        super().__init__(window)
        self._state = state
        self._window = window

    def open_dossier(self) -> None:
        """Show the dossier of the person in view: of the profile, or of the open event."""
        window = self._window
        here, hit = window.here, window.search.pane.hit
        if here.person is not None:
            self.show_dossier(here.person)
        elif hit is not None and hit.event.people:
            people = hit.event.people
            chief = next((one for one in people if one.role == "targeted"), people[0])
            self.show_dossier(chief.person)
        else:
            tr = window.wording.tr
            window.notice.say(tr("Open an event or a profile that names somebody."))

    def show_dossier(self, person: str) -> None:
        """Show the dossier of a person."""
        window = self._window
        if window.session is not None:
            path = window.session.path
            dialog = DossierDialog(path, person, window.wording, window.look, window, self._state)
            self._open(dialog)

    def open_dossiers(self) -> None:
        """Offer the dossiers of everyone in what was found."""
        window = self._window
        here = window.here
        if window.session is None or here.person is not None:
            window.notice.say(
                window.wording.tr("Go to a search for the dossiers of everyone it finds.")
            )
            return
        self._show_dossiers(lambda archive: people(archive, here, MOST_PEOPLE), window)

    def show_dossiers(self, found: list[FoundPerson], on: frozenset[str], over: QWidget) -> None:
        """Offer the dossiers of some people, over the dialog that lists them."""
        self._show_dossiers(lambda _archive: found, over, on=on)

    def _show_dossiers(
        self, who: People, over: QWidget, *, on: frozenset[str] | None = None
    ) -> None:
        window = self._window
        if window.session is not None:
            path = window.session.path
            self._open(
                DossiersDialog(path, who, window.wording, window.look, over, self._state, on=on)
            )

    def copy_event(self) -> None:
        """Put the open event on the clipboard, with where it comes from."""
        from zhylnama.dossier.citation import cite

        window = self._window
        hit, session = window.search.pane.hit, window.session
        if hit is None or session is None or window.here.person is not None:
            window.notice.say(window.wording.tr("Open an event to copy it."))
            return
        copy_text(cite(hit.event, session.edition, window.wording))
        window.status.say(window.wording.tr("The event was copied with its citation."))

    def open_export(self) -> None:
        """Ask for a file, and write what was found into it."""
        window, session = self._window, self._window.session
        if session is None or window.here.person is not None:
            window.notice.say(window.wording.tr("Go to a search to export what it finds."))
            return
        target = choose_target(window.here, window.wording, window)
        if target is not None:
            dialog = ExportDialog(
                session.path,
                window.here,
                target,
                window.wording,
                window.look,
                window,
                window.labels,
            )
            dialog.saved.connect(window.status.say)
            self._open(dialog)

    def open_import(self, report: Path | None = None) -> None:
        """Read a report into records, which a person reviews, and add them to an archive.

        Without a report the reader is asked for one.
        """
        window, session = self._window, self._window.session
        if session is None:
            window.notice.say(window.wording.tr("Open an archive to add a report to it."))
            return
        importing = Importing(session.path, window.wording, window.look, window)
        importing.added.connect(window.open_archive)
        importing.failed.connect(window.say_failure)
        if report is None:
            importing.begin()
        else:
            importing.read(report)

    def open_names(self) -> None:
        """Show the table for a list of names."""
        window, session = self._window, self._window.session
        if session is not None:
            dialog = NamesDialog(session.path, window.wording, window.look, window)
            dialog.person_opened.connect(window.open_person)
            dialog.dossiers_wanted.connect(lambda found, on: self.show_dossiers(found, on, dialog))
            self._open(dialog)

    def open_help(self) -> None:
        """Show how to search."""
        window = self._window
        sheet = QueryHelp(window.wording, window.look, window)
        sheet.query_chosen.connect(lambda query: window.go(Address(query=query)))

    def open_shortcuts(self) -> None:
        """Show every key."""
        window = self._window
        ShortcutSheet(window.menu, window.wording, window.look, window)

    def open_about(self) -> None:
        """Show what this program is."""
        AboutSheet(self._window.wording, self._window.look, self._window)

    def close(self) -> None:
        """Close every dialog; what they still do is cancelled."""
        for dialog in self._window.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
