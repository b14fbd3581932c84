"""A real window on a real archive, built from the records below."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QThread
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from zhylnama.archive.build import build_archive
from zhylnama.files import resources_folder
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import (
    Appearance,
    Event,
    LawReference,
    Office,
    Person,
    Sanction,
    Source,
)
from zhylnama.window.application import make_application
from zhylnama.window.main import MainWindow
from zhylnama.window.state import State

PATIENCE: Final = 30_000
MARKUP = "<b>bold</b> &amp; <img src='http://tracker.example/x.png'> <a href='x'>y</a>"
URL = "https://example.org/court/decision?id=488&lang=ru"


def records() -> list[Event | Person]:
    """Return two people, seven events that tell of them, and ninety that do not."""
    mamay = Appearance(person="mamay-zhanbolat", name="Zhanbolat Mamay", role="targeted")
    imanbai = Appearance(person="imanbai-inga", name="Inga Imanbai", role="journalist")
    told: list[Event | Person] = [
        Person(
            id="mamay-zhanbolat",
            surname="Mamay",
            given="Zhanbolat",
            spellings=["Zhanbolat Mamay", "Mamay Zhanbolat"],
            offices=[Office(title="leader", organisation="Democratic Party")],
        ),
        Person(id="imanbai-inga", surname="Imanbai", given="Inga", spellings=["Inga Imanbai"]),
        Event(
            id="2021-12-03.1",
            date=dt.date(2021, 12, 3),
            place="Almaty",
            kinds=["fine"],
            title="A fine for Zhanbolat Mamay",
            text="In Almaty, Zhanbolat Mamay was fined 14,585 tenge for not obeying a court.",
            people=[mamay],
            organisations=["Court & Co of Almaty"],
            law=[LawReference(code="AOC", article="669", part="1")],
            reason="not obeying a court order",
            sanctions=[
                Sanction(person="mamay-zhanbolat", kind="fine", amount=14585, currency="KZT")
            ],
            sources=[Source(number=12, url=URL), Source(number=13, note="no link was printed")],
            report="2021-12",
            paragraph=16,
        ),
        Event(
            id="2021-12-10.1",
            date=dt.date(2021, 12, 10),
            place="Almaty",
            kinds=["administrative-arrest", "detention"],
            title="Arrest of Zhanbolat Mamay",
            text="Zhanbolat Mamay was sentenced to 15 days of arrest. Inga Imanbai reported it.",
            people=[mamay, imanbai],
            law=[LawReference(code="AOC", article="488", part="11")],
            sanctions=[Sanction(person="mamay-zhanbolat", kind="arrest", days=15)],
            sources=[Source(number=31, url="https://example.org/arrest")],
            report="2021-12",
            paragraph=40,
            uncertain=["the report does not name the court"],
        ),
        Event(
            id="2021-12-12.1",
            date=dt.date(2021, 12, 12),
            place="Oral",
            kinds=["picket"],
            text=f"A picket with a poster that read {MARKUP} was held.",
            report="2021-12",
            note=MARKUP,
            sources=[Source(number=40, url="https://example.org/<b>bold</b>?a=1&amp;b=2")],
        ),
        Event(
            id="2021-12-20.1",
            date=dt.date(2021, 12, 20),
            place="Nur-Sultan",
            kinds=["statement"],
            title="Inga Imanbai speaks",
            text="word " * 300 + "and then Inga Imanbai spoke of Zhanbolat Mamay. " + "end " * 200,
            people=[imanbai],
            report="2021-12",
        ),
        Event(
            id="2021-12-24.1",
            date=dt.date(2021, 12, 24),
            until=dt.date(2021, 12, 26),
            region="Mangystau region",
            kinds=["strike"],
            text="Workers of an oil company went on strike.",
            organisations=["Union of " + "very long names of workers " * 5],
            report="2021-12",
        ),
        Event(id="none.1", text="A leaflet was found; nobody knows when.", report="2021-12"),
    ]
    for number in range(90):
        day = dt.date(2021, 11, 1) + dt.timedelta(days=number % 30)
        told.append(
            Event(
                id=f"2021-11-{day.day:02d}.{number}",
                date=day,
                place="Shymkent",
                kinds=["publication"],
                text=f"Bulletin number {number} was published.",
                report="2021-11",
            )
        )
    return told


@pytest.fixture(scope="session")
def archive_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of the records above."""
    resources = resources_folder()
    kinds = tomllib.loads((resources / "kinds.toml").read_text("utf-8"))["kind"]
    path = tmp_path_factory.mktemp("archive") / "small.zhylnama"
    build_archive(
        records(),
        path,
        gazetteer=Gazetteer.load(resources / "places.toml"),
        kind_groups={entry["id"]: entry["group"] for entry in kinds},
    )
    return path


class Patient(QtBot):
    """Waits longer than a busy machine takes; what never comes fails all the same."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Wait until something is so; raises TimeoutError where it is not after `timeout` ms."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        """Return a context that waits for a signal, `timeout` ms at most."""
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return the hands of a user who waits for a slow machine."""
    return Patient(request)


@pytest.fixture
def state(tmp_path: Path, qapp: QApplication) -> State:
    """Return what the window remembers: nothing yet."""
    make_application()
    state = State(tmp_path / "state")
    state.theme = "light"
    return state


Opener = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, state: State) -> Iterator[Opener]:
    """Return a way to open windows; all are closed at the end, and no thread may be left."""
    opened: list[MainWindow] = []

    def make(path: Path | None = None, lang: str = "en") -> MainWindow:
        window = MainWindow(state, lang)
        opened.append(window)
        window.resize(1360, 860)
        window.show()
        qtbot.waitExposed(window)
        if path is not None:
            window.open_archive(path)
            qtbot.waitUntil(lambda: window.bar.field.counted != "")
            settle(qtbot, window)
        return window

    yield make
    for window in opened:
        window.close()
        threads = window.findChildren(QThread)
        assert [thread for thread in threads if thread.isRunning()] == []
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow | QDialog)]
    assert left == []


@pytest.fixture
def window(open_window: Opener, archive_file: Path) -> MainWindow:
    """Return a window on the small archive."""
    return open_window(archive_file)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until every answer has come and is shown."""
    qtbot.waitUntil(lambda: not window.busy)
    qtbot.wait(60)
    # On a busy machine something may have been asked meanwhile, or wait to be laid out.
    qtbot.waitUntil(lambda: not window.busy)
    QApplication.processEvents()


W = TypeVar("W", bound=QWidget)


def type_in(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type into the search field, key by key, and wait for what comes."""
    window.bar.field.setFocus()
    for letter in text:
        # QTest.keyClicks knows ASCII only.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(window.bar.field, event)
    settle(qtbot, window)


def shown(parent: QWidget, kind: type[W]) -> list[W]:
    """Return the widgets of a kind that can be seen."""
    return [widget for widget in parent.findChildren(kind) if widget.isVisible()]


def seen(parent: QWidget) -> str:
    """Return every word that labels, links and prose in a pane show."""
    from zhylnama.window.parts import Link, Words
    from zhylnama.window.prose import Prose

    words = [label.text() for label in shown(parent, Words)]
    words += [link.words for link in shown(parent, Link)]
    words += [prose.toPlainText() for prose in shown(parent, Prose)]
    return "\n".join(words)


def colours_in(widget: QWidget) -> set[str]:
    """Return the colours that a widget shows."""
    image = widget.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
