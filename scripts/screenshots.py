"""The pictures in docs/screenshots, taken from the real program on the bundled archive.

`make screenshots` runs it. Nothing is drawn for the occasion: the window is opened, searched and
grabbed, on Qt's offscreen platform unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import Filters
from zhylnama.files import bundled_archive, resources_folder
from zhylnama.installed import known_people
from zhylnama.reading.reviewing import journal
from zhylnama.reading.reviewing.basis import read_basis
from zhylnama.window.application import make_application
from zhylnama.window.dossier import DossierDialog
from zhylnama.window.dossiers import DossiersDialog
from zhylnama.window.help import QueryHelp
from zhylnama.window.history import Address
from zhylnama.window.look import Theme
from zhylnama.window.main import MainWindow
from zhylnama.window.names import NamesDialog
from zhylnama.window.preview import page_image
from zhylnama.window.review import ReviewDialog
from zhylnama.window.state import State

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
SIZE = (1360, 860)
PERSON = "mubarakov-aidar"
NAMES = """Мамай Жанболат
Mubarakov
Toregozina Bakhytzhan
Әбішев Серік
Имашева Снежана
Fayzullaev Yerlan
"""
DATES = (dt.date(2021, 12, 3), dt.date(2021, 12, 28))
WINDOWS: tuple[tuple[str, str, Theme, Address], ...] = (
    ("window-light", "en", "light", Address("Алматы", Filters(DATES))),
    ("window-dark", "en", "dark", Address("Мамай")),
    ("window-ru", "ru", "light", Address("арест", Filters(DATES, (("place", "almaty"),)))),
    ("window-kk", "kk", "light", Address("Алматы")),
)
REPORTS = Path(__file__).resolve().parent.parent / "tests" / "reading" / "reports"
REVIEWS = {
    "window-light": (REPORTS / "october-2022.txt", "review"),
    "window-ru": (REPORTS / "december-2022-ru.txt", "review-ru"),
}


def wait_until(done: Callable[[], bool], seconds: float = 30) -> None:
    """Let Qt work until something is true, and a little longer for it to be painted."""
    for _ in range(int(seconds * 50)):
        pause(20)
        if done():
            pause(150)
            return
    raise SystemExit("The window did not get ready for its picture.")


def pause(milliseconds: int) -> None:
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def open_window(archive: Path, home: Path, lang: str, theme: Theme) -> MainWindow:
    """Return a window as a reader sees it who starts the program for the first time."""
    state = State(home / f"{lang}-{theme}")
    state.theme = theme
    window = MainWindow(state, lang)
    window.resize(*SIZE)
    window.show()
    window.open_archive(archive)
    wait_until(lambda: window.bar.field.counted != "" and not window.busy)
    return window


def take(window: MainWindow, address: Address, name: str) -> None:
    """Go somewhere, and take a picture of what is seen there."""
    window.go(address)
    wait_until(lambda: not window.busy)
    save(window, name)


def save(window: MainWindow, name: str) -> None:
    """Write what the window shows as a PNG file."""
    if not window.grab().save(str(FOLDER / f"{name}.png")):
        raise SystemExit(f"{FOLDER / name}.png cannot be written.")
    print(f"docs/screenshots/{name}.png")


def take_help(window: MainWindow) -> None:
    """Take a picture of the help sheet over the window."""
    window.go(Address("Алматы"))
    wait_until(lambda: not window.busy)
    window.desk.open_help()
    (sheet,) = window.findChildren(QueryHelp)
    pause(150)
    take_over(window, sheet, "help")
    sheet.reject()


def take_completion(window: MainWindow) -> None:
    """Type the beginning of a name, and take a picture of what is offered."""
    window.go(Address())
    wait_until(lambda: not window.busy)
    window.activateWindow()
    window.bar.field.setFocus()
    window.bar.field.write("Alma", 4)
    wait_until(window.completing.list.isVisible)
    window.completing.list.move(1)
    pause(150)
    save(window, "completion")


def take_names(window: MainWindow) -> None:
    """Look up a list of names, and take a picture of the table."""
    window.desk.open_names()
    (dialog,) = window.findChildren(NamesDialog)
    dialog.resize(1120, 620)  # the screen that is not there is smaller
    dialog.names.setPlainText(NAMES)
    dialog.look_up()
    wait_until(lambda: not dialog.busy)
    if not dialog.grab().save(str(FOLDER / "names.png")):
        raise SystemExit("names.png cannot be written.")
    print("docs/screenshots/names.png")
    dialog.reject()


def take_over(window: MainWindow, sheet: QWidget, name: str) -> None:
    """Write a window with a sheet in its middle, as the desktop shows them."""
    picture = window.grab()
    painter = QPainter(picture)
    over = sheet.grab()
    left = (window.width() - sheet.width()) // 2
    top = (window.height() - sheet.height()) // 2
    painter.drawPixmap(left, top, over)
    painter.setPen(window.look.colour("edge"))
    painter.drawRect(left, top, sheet.width(), sheet.height())
    painter.end()
    if not picture.save(str(FOLDER / f"{name}.png")):
        raise SystemExit(f"{FOLDER / name}.png cannot be written.")
    print(f"docs/screenshots/{name}.png")


def take_dossier_page(window: MainWindow) -> None:
    """Make a dossier as the window does, and take a picture of its first page."""
    window.go(Address(person=PERSON))
    wait_until(lambda: not window.busy)
    window.desk.open_dossier()
    (dialog,) = window.findChildren(DossierDialog)
    wait_until(lambda: dialog.pdf is not None)
    assert dialog.pdf is not None
    page_image(dialog.pdf, 0, 96).save(str(FOLDER / "dossier-page.png"))
    print("docs/screenshots/dossier-page.png")
    dialog.reject()


def take_review(window: MainWindow, archive: Path, folder: Path, report: Path, name: str) -> None:
    """Read a report, and take a picture of its review."""
    with Archive.open(archive) as opened:
        basis = read_basis(
            report,
            resources=resources_folder(),
            lookup=known_people(opened),
            archive_digest=opened.edition.digest,
        )
    begun, kept = journal.begin(basis, folder)
    dialog = ReviewDialog(begun, kept, archive, window.wording, window.look, window)
    dialog.show()
    dialog.resize(*SIZE)
    pause(400)
    if not dialog.grab().save(str(FOLDER / f"{name}.png")):
        raise SystemExit(f"{name}.png cannot be written.")
    print(f"docs/screenshots/{name}.png")
    dialog.close()


def take_dossiers(window: MainWindow) -> None:
    """Take a picture of the dossiers of everyone whom a search finds."""
    window.go(Address("голодовка"))
    wait_until(lambda: not window.busy)
    window.desk.open_dossiers()
    wait_until(lambda: bool(window.findChildren(DossiersDialog)))
    (dialog,) = window.findChildren(DossiersDialog)
    pause(300)
    take_over(window, dialog, "dossiers")
    dialog.reject()


def main() -> None:
    """Take every picture."""
    archive = bundled_archive()
    if archive is None:
        sys.exit("There is no bundled archive yet; `make screenshots` builds it first.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name, lang, theme, address in WINDOWS:
            window = open_window(archive, home, lang, theme)
            take(window, address, name)
            if name == "window-light":
                take(window, Address(person=PERSON), "profile")
                take_dossier_page(window)
                take_help(window)
                take_completion(window)
                take_names(window)
                take_dossiers(window)
            if name in REVIEWS:
                take_review(window, archive, home / "reviews", *REVIEWS[name])
            window.close()


if __name__ == "__main__":
    main()
