"""Work off the window's thread.

A `Worker` is a thread with an archive of its own. The window asks in lanes: a newer question in a
lane cancels the older one, whether it waits or runs, and an answer that comes too late is dropped.
Answers are delivered on the window's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from zhylnama.archive.archive import Archive, Interrupted
from zhylnama.failure import Failure

T = TypeVar("T")
Say = Callable[[Failure], str]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    lane: str
    job: Callable[[Archive], Any]
    then: Callable[[Any], None]
    failed: Callable[[str], None]


class _Thread(QThread):
    answered = Signal(object, object, object)

    def __init__(self, path: Path, say: Say) -> None:
        super().__init__()
        self.setObjectName("zhylnama worker")
        self._path = path
        self._say = say
        self._archive: Archive | None = None
        self._changed = threading.Condition()
        self._waiting: list[_Question] = []
        self._running: _Question | None = None
        self._closing = False

    def put(self, question: _Question) -> None:
        with self._changed:
            self._take_out(question.lane)
            self._waiting.append(question)
            self._changed.notify()

    def take_out(self, lane: str) -> None:
        with self._changed:
            self._take_out(lane)

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._interrupt()
            self._changed.notify()
        self.wait()

    def run(self) -> None:
        try:
            while (question := self._next()) is not None:
                self._answer(question)
        finally:
            if self._archive is not None:
                self._archive.close()

    def _take_out(self, lane: str) -> None:
        self._waiting = [question for question in self._waiting if question.lane != lane]
        if self._running is not None and self._running.lane == lane:
            self._interrupt()

    def _interrupt(self) -> None:
        # Under the lock, and only while a job runs: a late interrupt would hit the next job.
        if self._running is not None and self._archive is not None:
            self._archive.interrupt()

    def _next(self) -> _Question | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._waiting)
            if self._closing:
                return None
            self._running = self._waiting.pop(0)
            return self._running

    def _answer(self, question: _Question) -> None:
        answer: Any = None
        failure: str | None = None
        try:
            if self._archive is None:
                self._archive = Archive.open(self._path)
            answer = question.job(self._archive)
        except Interrupted:
            return
        except Failure as known:
            failure = self._say(known)
        except Exception:  # noqa: BLE001 (told in the window, with its traceback in the log)
            _log.exception("A job of the window failed")
            failure = ""
        finally:
            with self._changed:
                self._running = None
        self.answered.emit(question, answer, failure)


class Worker(QObject):
    """A thread with its own read-only archive; made and used on the window's thread.

    The archive is opened by the first question, so making a worker costs nothing. `say` gives
    the sentence of a failure in the reader's language; it is called on the thread.
    """

    def __init__(self, path: Path, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.say = say
        self._current: dict[str, _Question] = {}
        self._thread = _Thread(path, say)
        self._thread.answered.connect(self._on_answered)
        self._thread.start()

    def ask(
        self,
        lane: str,
        job: Callable[[Archive], T],
        then: Callable[[T], None],
        failed: Callable[[str], None],
    ) -> None:
        """Run `job` on the thread, then call `then` with its answer here.

        `failed` gets the sentence of a failure, or an empty one after a defect of the program,
        whose traceback is in the log. Neither is called once the lane was asked anew or dropped.
        """
        question = _Question(lane, job, then, failed)
        self._current[lane] = question
        self._thread.put(question)

    def drop(self, lane: str) -> None:
        """Cancel what the lane was asked; its answer never comes."""
        self._current.pop(lane, None)
        self._thread.take_out(lane)

    def drop_all(self) -> None:
        """Cancel everything that was asked."""
        for lane in list(self._current):
            self.drop(lane)

    @property
    def busy(self) -> bool:
        """Return whether an answer is still to come."""
        return bool(self._current)

    def close(self) -> None:
        """Cancel everything and wait for the thread to end."""
        self._current.clear()
        self._thread.close()

    @Slot(object, object, object)
    def _on_answered(self, question: _Question, answer: Any, failure: str | None) -> None:
        if self._current.get(question.lane) is not question:
            return
        del self._current[question.lane]
        if failure is None:
            question.then(answer)
        else:
            question.failed(failure)
