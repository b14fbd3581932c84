"""Work off the window's thread: the newest question wins, and failures come as sentences."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.conftest import LogWatch

from zhylnama.archive.archive import Archive
from zhylnama.archive.database import met_by_people
from zhylnama.failure import BadInput
from zhylnama.window.worker import Worker

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def worker(qtbot: QtBot, archive_file: Path) -> Iterator[Worker]:
    worker = Worker(archive_file, str)
    yield worker
    worker.close()
    assert worker._thread.isFinished()


class Answers:
    def __init__(self) -> None:
        self.came: list[object] = []
        self.failed: list[str] = []


def never_ends(archive: Archive) -> object:
    with met_by_people(archive.path):
        return archive._connection.execute(ENDLESS).get


def test_an_answer_comes_on_the_windows_thread(qtbot: QtBot, worker: Worker) -> None:
    threads: list[int] = []
    worker.ask("a", lambda _: threading.get_ident(), threads.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] != threading.get_ident()


def test_a_newer_question_stops_the_running_one(qtbot: QtBot, worker: Worker) -> None:
    answers = Answers()
    started = threading.Event()

    def slow(archive: Archive) -> object:
        started.set()
        return never_ends(archive)

    worker.ask("search", slow, answers.came.append, answers.failed.append)
    assert started.wait(5)
    time.sleep(0.05)
    worker.ask("search", lambda _: "new", answers.came.append, answers.failed.append)
    qtbot.waitUntil(lambda: bool(answers.came), timeout=5000)
    assert answers.came == ["new"]
    assert answers.failed == []


def test_a_question_that_still_waits_is_never_asked(qtbot: QtBot, worker: Worker) -> None:
    hold, ran = threading.Event(), []
    answers = Answers()
    worker.ask("other", lambda _: hold.wait(5), answers.came.append, answers.failed.append)
    for number in range(20):
        worker.ask("search", lambda _, n=number: ran.append(n), answers.came.append, pytest.fail)  # type: ignore[misc]
    hold.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert ran == [19]


def test_a_late_answer_is_dropped(qtbot: QtBot, worker: Worker) -> None:
    answers, hold, started = Answers(), threading.Event(), threading.Event()

    def late(_archive: Archive) -> str:
        started.set()
        hold.wait(5)
        return "late"

    worker.ask("search", late, answers.came.append, answers.failed.append)
    assert started.wait(5)
    worker.drop("search")
    hold.set()
    worker.ask("other", lambda _: "other", answers.came.append, answers.failed.append)
    qtbot.waitUntil(lambda: bool(answers.came))
    qtbot.wait(50)
    assert answers.came == ["other"]


def test_a_failure_is_a_sentence(qtbot: QtBot, worker: Worker) -> None:
    answers = Answers()

    def fail(_archive: Archive) -> None:
        raise BadInput("The file x is damaged.")

    worker.ask("a", fail, answers.came.append, answers.failed.append)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert answers.failed == ["The file x is damaged."]
    # The worker goes on.
    worker.ask("a", lambda archive: archive.edition.events, answers.came.append, pytest.fail)
    qtbot.waitUntil(lambda: answers.came == [96])


def test_a_defect_is_logged_with_its_traceback(
    qtbot: QtBot, worker: Worker, log_watch: LogWatch
) -> None:
    answers = Answers()
    worker.ask("a", lambda _: 1 / 0, answers.came.append, answers.failed.append)
    qtbot.waitUntil(lambda: answers.failed == [""])
    assert log_watch.records[0].exc_info is not None
    assert log_watch.take() == ["A job of the window failed"]


def test_closing_stops_what_runs(qtbot: QtBot, archive_file: Path) -> None:
    worker = Worker(archive_file, str)
    started = threading.Event()

    def slow(archive: Archive) -> object:
        started.set()
        return never_ends(archive)

    worker.ask("a", slow, lambda _: pytest.fail("it answered"), pytest.fail)
    assert started.wait(5)
    time.sleep(0.05)
    before = time.monotonic()
    worker.close()
    assert time.monotonic() - before < 3
    assert worker._thread.isFinished()
