"""What holds for every test: nobody's own files are touched, and nothing unexpected is said.

A test fails when it logs at WARNING or above, when Qt warns (pytest-qt, `qt_log_level_fail`), when
Python warns (`filterwarnings = error`), and when it leaves a window, a thread or a temporary file.
With ZHYLNAMA_CI set a skipped test is a failure: there every tool is installed.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

CI = bool(os.environ.get("ZHYLNAMA_CI"))
PATIENCE = 5.0  # seconds for workers to end after a test, on a busy machine

# In CI the same examples every time: a red run must mean the change, not the dice.
settings.register_profile("zhylnama", deadline=None, database=None, derandomize=CI)
settings.load_profile("zhylnama")


def pytest_configure(config: pytest.Config) -> None:
    """Give the session a home of its own, before anything asks where home is."""
    outside = tempfile.gettempdir()
    home = Path(tempfile.mkdtemp(prefix="zhylnama-tests-"))
    config.stash[_home_key] = home
    own_folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "appdata",
        "LOCALAPPDATA": home / "appdata",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_RUNTIME_DIR": home / "run",
        "XDG_STATE_HOME": home / "state",
        "TMPDIR": home / "tmp",
    }
    for variable, folder in own_folders.items():
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder)
    # pytest's own temporary folders stay outside, so that `tmp` holds only what the program leaves.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", outside)
    tempfile.tempdir = None
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LANGUAGE"] = os.environ["LC_ALL"] = "C.UTF-8"
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"):
        os.environ.pop(variable, None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the session's home away again."""
    home = config.stash.get(_home_key, None)
    if home:
        shutil.rmtree(home, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI."""
    report = yield
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole file into a failure in CI."""
    report = yield
    if CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {_reason(report.longrepr)}"
    return report


def _reason(longrepr: object) -> str:
    """Return why a test was skipped: pytest gives the file, the line and the reason."""
    return str(longrepr[-1]) if isinstance(longrepr, tuple) else str(longrepr)


class LogWatch(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def take(self) -> list[str]:
        """Return the messages so far and forget them: the test expected them."""
        messages = [record.getMessage() for record in self.records]
        self.records.clear()
        return messages


@pytest.fixture
def log_watch(_quiet: LogWatch) -> LogWatch:
    """Give a test that provokes a warning the means to take it: `log_watch.take()`."""
    return _quiet


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[LogWatch]:
    """Fail the test that logged a warning which it did not take."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    left = watch.take()
    assert not left, f"unexpected log messages: {left}"


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    """Fail the test that leaves a window, a running worker or a temporary file behind."""
    threads_before = set(threading.enumerate())
    files_before = _temporary_files()
    yield
    deadline = time.monotonic() + PATIENCE
    assert not _windows_left(), f"windows left open: {_windows_left()}"
    assert _workers_ended(), "workers of Qt's thread pool are still running"
    while time.monotonic() < deadline and (
        _threads_left(threads_before) or _temporary_files() - files_before
    ):
        time.sleep(0.01)
    assert not _threads_left(threads_before), f"threads left: {_threads_left(threads_before)}"
    left = _temporary_files() - files_before
    assert not left, f"temporary files left: {sorted(left)}"


def _temporary_files() -> set[str]:
    return {path.name for path in Path(os.environ["TMPDIR"]).iterdir()}


def _threads_left(before: set[threading.Thread]) -> list[str]:
    """Name Python's threads that are new. Qt's show up as dummies that never end; not those."""
    return [
        thread.name
        for thread in threading.enumerate()
        if thread not in before
        and thread.is_alive()
        and type(thread).__name__ not in {"_DummyThread", "TMonitor"}
    ]


def _windows_left() -> list[str]:
    """Name the windows still shown; a test that never met Qt has none."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [
        f"{type(widget).__name__} {widget.windowTitle()!r}"
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
    ]


def _workers_ended() -> bool:
    """Wait for the global thread pool."""
    if "PySide6.QtCore" not in sys.modules:
        return True
    from PySide6.QtCore import QThreadPool

    return bool(QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)))


_home_key = pytest.StashKey[Path]()
