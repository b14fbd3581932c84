"""From a key press to painted results, in the real window on Qt's offscreen platform."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.clock import percentile
from benchmarks.generate import FREQUENT, in_cyrillic
from zhylnama.window.application import make_application
from zhylnama.window.main import MainWindow
from zhylnama.window.state import State

TYPED = (
    "detained",
    in_cyrillic(FREQUENT),
    "Almaty",
    "arrest 15",
    f"person:{FREQUENT.split()[0]}",
    '"peaceful rally"',
    "the",
    "zzzzz",
)
TIMES = 2
BETWEEN_KEYS = 0.1
"""A quick typist's ten keys a second. The counting of the last key may still be going on."""


class _Watch(QObject):
    """Tells when rows that came after `start` have been painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.fresh = False
        self.painted = False
        results = window.search.list
        results.results.modelReset.connect(self._on_fresh)
        results.viewport().installEventFilter(self)
        window.search.nothing.installEventFilter(self)

    def start(self) -> None:
        """Wait for rows that are still to come."""
        self.fresh = self.painted = False

    def _on_fresh(self) -> None:
        self.fresh = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take note of a painting; it is over when `processEvents` returns."""
        if self.fresh and event.type() == QEvent.Type.Paint:
            self.painted = True
        return super().eventFilter(watched, event)


def measure(archive: Path) -> dict[str, Any]:
    """Return the times of every key press, in milliseconds."""
    with tempfile.TemporaryDirectory() as home:
        application = make_application()
        window = MainWindow(State(Path(home) / "state"), "en")
        window.resize(1360, 860)
        window.show()
        window.open_archive(archive)
        _wait(application, lambda: bool(window.bar.field.counted) and not window.busy)
        watch = _Watch(window)
        times: list[tuple[float, float]] = []
        for turn in range(TIMES + 1):
            for text in TYPED:
                pressed = [_press(application, window, watch, letter) for letter in text]
                times += pressed if turn else []  # the first time warms up
                # As if by hand: `clear` would tell nobody, and an answer would bring the text back.
                window.bar.field.write("", 0)
                _wait(application, lambda: not window.busy)
                _pause(application, time.perf_counter())
        window.close()
        if window.session is not None:
            window.session.close()
        application.processEvents()
    taken, worked = zip(*times, strict=True)
    return {
        "keys": len(times),
        "median": statistics.median(taken),
        "p95": percentile(taken, 0.95),
        "worst": max(taken),
        "work": statistics.median(worked),
        "work p95": percentile(worked, 0.95),
    }


def _press(
    application: QApplication, window: MainWindow, watch: _Watch, letter: str
) -> tuple[float, float]:
    """Return the milliseconds from a key press to its painted rows: by the clock, and of work.

    Work is the processor time of all threads in between, which other programs do not lengthen.
    """
    watch.start()
    start, worked = time.perf_counter(), time.process_time()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        application.sendEvent(window.bar.field, key)
    _wait(application, lambda: watch.painted)
    taken, worked = time.perf_counter() - start, time.process_time() - worked
    _pause(application, start)
    return taken * 1000, worked * 1000


def _pause(application: QApplication, since: float) -> None:
    """Wait until the next key of a quick typist is due."""
    until = since + BETWEEN_KEYS
    _wait(application, lambda: time.perf_counter() > until)


def _wait(application: QApplication, done: Callable[[], bool], seconds: float = 60) -> None:
    end = time.perf_counter() + seconds
    # Sleeps until there is work: a loop that spins would take the workers' time.
    tick = QTimer(interval=2)
    tick.start()
    while not done():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > end:
            raise SystemExit("the window did not answer")
    tick.stop()
