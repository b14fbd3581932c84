"""What in the window leads to what: every signal of bar, menu and pages, in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhylnama.window.frame import Frame
from zhylnama.window.history import Address
from zhylnama.window.menu import MainMenu

if TYPE_CHECKING:
    from zhylnama.window.main import MainWindow


def connect(window: MainWindow, menu: MainMenu, frame: Frame) -> None:
    """Connect a new inside of the window; it goes with everything that was connected to it."""
    _connect_menu(window, menu, frame)
    _connect_bar(window, frame)
    _connect_pages(window, frame)


def _connect_menu(window: MainWindow, menu: MainMenu, frame: Frame) -> None:
    menu.back_wanted.connect(window.go_back)
    menu.forward_wanted.connect(window.go_forward)
    menu.open_wanted.connect(window.choose_archive)
    menu.archive_chosen.connect(window.open_archive)
    menu.recent_cleared.connect(window.forget_recent)
    menu.import_wanted.connect(window.desk.open_import)
    menu.dossier_wanted.connect(window.desk.open_dossier)
    menu.dossiers_wanted.connect(window.desk.open_dossiers)
    menu.copy_wanted.connect(window.desk.copy_event)
    menu.export_wanted.connect(window.desk.open_export)
    menu.names_wanted.connect(window.desk.open_names)
    menu.quit_wanted.connect(window.close)
    menu.lang_chosen.connect(window.choose_lang)
    menu.theme_chosen.connect(window.choose_theme)
    menu.size_chosen.connect(window.choose_size)
    menu.search_wanted.connect(window.focus_field)
    menu.exact_chosen.connect(window.choose_exact)
    menu.hit_stepped.connect(window.step_hit)
    menu.offering_chosen.connect(window.offer_searches)
    menu.keeping_chosen.connect(window.keep_searches)
    menu.searches_forgotten.connect(window.forget_searches)
    menu.menu_wanted.connect(frame.bar.menu.showMenu)
    menu.cleared.connect(window.clear)
    menu.help_wanted.connect(window.desk.open_help)
    menu.shortcuts_wanted.connect(window.desk.open_shortcuts)
    menu.about_wanted.connect(window.desk.open_about)


def _connect_bar(window: MainWindow, frame: Frame) -> None:
    bar = frame.bar
    bar.back_wanted.connect(window.go_back)
    bar.forward_wanted.connect(window.go_forward)
    bar.dossier_wanted.connect(window.desk.open_dossier)
    bar.typed.connect(window.type_query)
    bar.sort_chosen.connect(lambda sort: window.go(replace(window.here, sort=sort)))
    bar.went.connect(window.go)
    bar.field.stepped.connect(window.step_row)
    bar.field.entered.connect(window.enter)
    bar.field.cleared.connect(window.clear)
    bar.field.exact_chosen.connect(window.choose_exact)
    bar.field.help_wanted.connect(window.desk.open_help)


def _connect_pages(window: MainWindow, frame: Frame) -> None:
    search, profile = frame.search, frame.profile
    search.went.connect(window.go)
    search.opened.connect(window.event_opened)
    search.person_opened.connect(window.open_person)
    search.dossier_wanted.connect(window.desk.show_dossier)
    search.facets.dossiers_wanted.connect(window.desk.open_dossiers)
    search.pane.copy_wanted.connect(window.desk.copy_event)
    search.counted.connect(frame.bar.field.show_count)
    search.failed.connect(window.say_failure)
    search.labels_changed.connect(window.show_bar)
    profile.person_opened.connect(window.open_person)
    profile.event_opened.connect(window.open_event_of_person)
    profile.searched.connect(lambda query: window.go(Address(query=query)))
    profile.narrowed.connect(window.narrow_about_person)
    frame.welcome.open_wanted.connect(window.choose_archive)
