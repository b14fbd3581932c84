"""Starting the window: Qt's application, its fonts, the language, the archive to open."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from zhylnama.files import bundled_archive, resources_folder, state_folder
from zhylnama.window.icons import program_icon
from zhylnama.window.look import register_fonts
from zhylnama.window.main import MainWindow
from zhylnama.window.state import State
from zhylnama.wording import LANGUAGES


def run(archive_path: Path | None, lang: str | None) -> int:
    """Open the window on an archive, the bundled one where None is given; return when it closes.

    `lang` holds for this time only; None takes the language that was chosen last, or the
    system's.
    """
    application = make_application()
    window = open_window(archive_path, lang)
    window.show()
    status = application.exec()
    # While Qt still stands: what is left to Python's own order of destruction can crash it.
    window.deleteLater()
    application.processEvents()
    return status


def make_application() -> QApplication:
    """Return Qt's application with the program's fonts and a style that is the same everywhere."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        application = running
    else:
        QGuiApplication.setDesktopFileName("zhylnama")
        application = QApplication(sys.argv[:1])
    # Python's threads take turns; the window is not to wait its usual 5 ms for a turn to paint.
    sys.setswitchinterval(0.0005)
    application.setApplicationName("zhylnama")
    application.setApplicationDisplayName("Zhylnama")
    application.setStyle("Fusion")
    register_fonts(resources_folder())
    application.setWindowIcon(program_icon())
    return application


def open_window(archive_path: Path | None, lang: str | None) -> MainWindow:
    """Return the main window, not shown yet, with its archive opening."""
    state = State(state_folder())
    window = MainWindow(state, lang or state.lang or system_language())
    path = archive_path or bundled_archive()
    if path is not None:
        # After the first paint: a window at once, and its events a moment later.
        QTimer.singleShot(0, window, lambda: window.open_archive(path))
    return window


def system_language() -> str:
    """Return the first language of the system that the program has, English where none."""
    wanted = [os.environ.get("LANGUAGE", "").split(":")[0], *QLocale.system().uiLanguages()]
    for name in wanted:
        if name[:2] in LANGUAGES:
            return name[:2]
    return "en"
