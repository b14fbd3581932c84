"""An archive in the window: the workers that read it, and how another one takes its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from zhylnama.archive.edition import Edition
from zhylnama.window.worker import Say, Worker
from zhylnama.wording import Wording


class Session(QObject):
    """One open archive: `reader` fetches events and profiles, `counter` counts what was found.

    Two threads, so that counting a million events never holds up the first page of hits.
    """

    def __init__(self, reader: Worker, edition: Edition, parent: QObject) -> None:
        super().__init__(parent)
        self.path = reader.path
        self.edition = edition
        self.reader = reader
        self.counter = Worker(reader.path, reader.say, self)
        reader.setParent(self)

    def drop(self) -> None:
        """Cancel everything that was asked of both."""
        self.reader.drop_all()
        self.counter.drop_all()

    def close(self) -> None:
        """End both threads."""
        self.reader.close()
        self.counter.close()


class Opening(QObject):
    """Opens archives. The one that is open stays until the new one has proved readable."""

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._candidate: Worker | None = None

    @property
    def busy(self) -> bool:
        """Return whether an archive is being opened."""
        return self._candidate is not None

    def open(self, path: Path) -> None:
        """Open a file; `opened` brings its session, or `failed` a sentence."""
        self.cancel()
        worker = Worker(path, self._say, self)
        self._candidate = worker
        worker.ask(
            "open",
            lambda archive: archive.edition,
            lambda edition: self._on_opened(worker, edition),
            lambda sentence: self._on_failed(worker, sentence),
        )

    def cancel(self) -> None:
        """Give up what is being opened."""
        if self._candidate is not None:
            self._candidate.close()
            self._candidate.deleteLater()
            self._candidate = None

    def _on_opened(self, worker: Worker, edition: Edition) -> None:
        self._candidate = None
        self.opened.emit(Session(worker, edition, self))

    def _on_failed(self, worker: Worker, sentence: str) -> None:
        self._candidate = None
        worker.close()
        worker.deleteLater()
        self.failed.emit(sentence)


def choose_archive(wording: Wording, parent: QWidget) -> Path | None:
    """Let the reader choose an archive file; None where they chose none."""
    title = wording.tr("Open archive")
    kinds = wording.tr("Zhylnama archives") + " (*.zhylnama)"
    path, _kind = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(path) if path else None


def dropped_file(data: QMimeData) -> Path | None:
    """Return the file that is dragged over the window; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def is_archive(path: Path) -> bool:
    """Return whether a file that was dropped is an archive, and no report to import.

    An encrypted archive looks like noise; it is known by its name.
    """
    if path.suffix.lower() == ".zhylnama":
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
