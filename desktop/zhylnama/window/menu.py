"""The menu behind the three lines, and every shortcut of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from zhylnama.window.look import Theme
from zhylnama.window.text import unmnemonic
from zhylnama.wording import LANGUAGES, Wording


class MainMenu(QMenu):
    """File, Search, View and Help. Its signals tell what was chosen."""

    open_wanted = Signal()
    archive_chosen = Signal(object)
    recent_cleared = Signal()
    import_wanted = Signal()
    dossier_wanted = Signal()
    dossiers_wanted = Signal()
    quit_wanted = Signal()
    lang_chosen = Signal(str)
    theme_chosen = Signal(str)
    size_chosen = Signal(int)
    search_wanted = Signal()
    exact_chosen = Signal(bool)
    hit_stepped = Signal(int)
    names_wanted = Signal()
    offering_chosen = Signal(bool)
    keeping_chosen = Signal(bool)
    searches_forgotten = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    menu_wanted = Signal()
    cleared = Signal()
    back_wanted = Signal()
    forward_wanted = Signal()
    help_wanted = Signal()
    shortcuts_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self,
        wording: Wording,
        theme: Theme,
        parent: QWidget,
        *,
        offers_searches: bool = True,
        keeps_searches: bool = False,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._window = parent
        self._made: list[QAction] = []
        self._add_file()
        self._add_search(offers_searches, keeps_searches)
        self._add_view(theme)
        self._add_help()
        # Not in the menu, but keys of the window all the same.
        self._key(wording.tr("Back"), "Alt+Left", self.back_wanted)
        self._key(wording.tr("Forward"), "Alt+Right", self.forward_wanted)
        self._key(wording.tr("Clear"), "Esc", self.cleared)
        self._key(wording.tr("Menu"), "F10", self.menu_wanted)

    def show_recent(self, paths: list[Path]) -> None:
        """List the archives opened lately."""
        menu = self._recent
        menu.clear()
        for path in paths:
            action = menu.addAction(unmnemonic(path.name))
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _on=False, path=path: self.archive_chosen.emit(path))
        if paths:
            menu.addSeparator()
            menu.addAction(self._wording.tr("Clear this list")).triggered.connect(
                self.recent_cleared
            )
        menu.setEnabled(bool(paths))

    def release(self) -> None:
        """Take the shortcuts off the window before another menu puts its own on it."""
        for action in self._made:
            self._window.removeAction(action)
        self.deleteLater()

    def shortcuts(self) -> list[tuple[str, str]]:
        """Return every key with what it does, for the sheet of shortcuts."""
        return [
            (keys, action.text().replace("&&", "&").rstrip("…"))
            for action in self._made
            if (keys := action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        ]

    def _add_file(self) -> None:
        tr = self._wording.tr
        menu = self.addMenu(tr("File"))
        self._item(menu, tr("Open archive…"), "Ctrl+O", self.open_wanted)
        self._recent = menu.addMenu(tr("Recent archives"))
        self._recent.setToolTipsVisible(True)
        menu.addSeparator()
        self._item(menu, tr("Copy event with citation"), "Ctrl+Shift+C", self.copy_wanted)
        self._item(menu, tr("Import report…"), "Ctrl+I", self.import_wanted)
        self._item(menu, tr("Export what was found…"), "Ctrl+E", self.export_wanted)
        self._item(menu, tr("Dossier…"), "Ctrl+P", self.dossier_wanted)
        everyone = tr("Dossiers of everyone found…")
        self._item(menu, everyone, "Ctrl+Shift+P", self.dossiers_wanted)
        menu.addSeparator()
        self._item(menu, tr("Quit"), "Ctrl+Q", self.quit_wanted)

    def _add_search(self, offers_searches: bool, keeps_searches: bool) -> None:
        tr = self._wording.tr
        menu = self.addMenu(tr("Search"))
        self._item(menu, tr("Go to the search field"), "Ctrl+F", self.search_wanted)
        self.exact = self._item(menu, tr("Exact spelling"), "Ctrl+Shift+E", None)
        self.exact.setCheckable(True)
        self.exact.triggered.connect(self.exact_chosen)
        for name, keys, by in (
            (tr("Next hit"), "F3", 1),
            (tr("Previous hit"), "Shift+F3", -1),
        ):
            action = self._item(menu, name, keys, None)
            action.triggered.connect(lambda _on=False, by=by: self.hit_stepped.emit(by))
        menu.addSeparator()
        self._item(menu, tr("Look up a list of names…"), "Ctrl+Shift+L", self.names_wanted)
        menu.addSeparator()
        self.offering = self._item(menu, tr("Offer earlier searches"), "", None)
        self.offering.setCheckable(True)
        self.offering.setChecked(offers_searches)
        self.offering.triggered.connect(self.offering_chosen)
        self.keeping = self._item(menu, tr("Keep searches on this computer"), "", None)
        self.keeping.setCheckable(True)
        self.keeping.setChecked(keeps_searches)
        self.keeping.setEnabled(offers_searches)
        self.keeping.triggered.connect(self.keeping_chosen)
        self._item(menu, tr("Forget search history"), "", self.searches_forgotten)

    def _add_view(self, theme: Theme) -> None:
        tr = self._wording.tr
        menu = self.addMenu(tr("View"))
        languages = menu.addMenu(tr("Language"))
        group = QActionGroup(languages)
        for lang, name in LANGUAGES.items():
            action = languages.addAction(name)
            self._choice(action, group, on=lang == self._wording.lang)
            action.triggered.connect(lambda _on=False, lang=lang: self.lang_chosen.emit(lang))
        looks = menu.addMenu(tr("Light and dark"))
        group = QActionGroup(looks)
        names: dict[Theme, str] = {
            "system": tr("As the system"),
            "light": tr("Light"),
            "dark": tr("Dark"),
        }
        for each, name in names.items():
            action = looks.addAction(name)
            self._choice(action, group, on=each == theme)
            action.triggered.connect(lambda _on=False, each=each: self.theme_chosen.emit(each))
        menu.addSeparator()
        sizes = (
            (tr("Larger text"), "Ctrl++", 1),
            (tr("Smaller text"), "Ctrl+-", -1),
            (tr("Usual text size"), "Ctrl+0", 0),
        )
        for name, keys, by in sizes:
            action = self._item(menu, name, keys, None)
            action.triggered.connect(lambda _on=False, by=by: self.size_chosen.emit(by))
            if by == 1:
                action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])

    def _add_help(self) -> None:
        tr = self._wording.tr
        menu = self.addMenu(tr("Help"))
        self._item(menu, tr("How to search"), "F1", self.help_wanted)
        self._item(menu, tr("Keyboard shortcuts"), "Shift+F1", self.shortcuts_wanted)
        self._item(menu, tr("About Zhylnama"), "", self.about_wanted)

    def _item(self, menu: QMenu, text: str, keys: str, tells: object) -> QAction:
        action = menu.addAction(text)
        self._bind(action, keys, tells)
        return action

    def _key(self, text: str, keys: str, tells: object) -> None:
        self._bind(QAction(text, self), keys, tells)

    def _bind(self, action: QAction, keys: str, tells: object) -> None:
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            # A popup menu that never was on screen gives no shortcuts: the window carries them.
            self._window.addAction(action)
        if tells is not None:
            action.triggered.connect(tells)
        self._made.append(action)

    @staticmethod
    def _choice(action: QAction, group: QActionGroup, *, on: bool) -> None:
        action.setCheckable(True)
        action.setChecked(on)
        group.addAction(action)
