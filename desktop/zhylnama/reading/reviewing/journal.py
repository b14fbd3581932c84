"""Reviews on the disk: what was decided survives a crash, a closed lid, a killed program.

One file a review. Its first line is the reading, written whole or not at all; each decision is one
line more, on the disk before it holds. A line that was cut off in the middle was never decided.
The file holds the report's text, so it lies in the reader's own folder, readable by nobody else,
and goes when the review is finished.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import msgspec

from zhylnama.failure import BadInput, SystemRefused, cannot_write
from zhylnama.reading.reviewing.operations import Basis, Operation
from zhylnama.reading.reviewing.review import Review
from zhylnama.writing import replacing

SUFFIX: Final = ".review"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A review that waits to be continued."""

    path: Path
    file: str
    period: str | None
    report_digest: str
    decided: int
    entries: int


class Journal:
    """The file of one review; open while the review is."""

    def __init__(self, path: Path, whole: int) -> None:
        """Go on writing after the first `whole` bytes; what follows them was cut off."""
        self.path = path
        try:
            self._stream = path.open("r+b", buffering=0)
            _keep_for_one(self._stream, path)
            self._stream.truncate(whole)
            self._stream.seek(whole)
        except OSError as refused:
            raise cannot_write(path, refused) from refused

    def write(self, operation: Operation) -> None:
        """Write a decision; it is on the disk when this returns. Raises SystemRefused."""
        line = msgspec.json.encode(operation) + b"\n"
        before = self._stream.tell()
        try:
            if self._stream.write(line) != len(line):
                raise OSError(28, os.strerror(28))
            os.fsync(self._stream.fileno())
        except OSError as refused:
            with contextlib.suppress(OSError):
                self._stream.truncate(before)
                self._stream.seek(before)
            raise cannot_write(self.path, refused) from refused

    def close(self) -> None:
        """Close the file; the review can be continued from it."""
        self._stream.close()

    def remove(self) -> None:
        """Remove the file: the review is finished, or given up."""
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink()


def begin(basis: Basis, folder: Path) -> tuple[Review, Journal]:
    """Begin a review and keep it in `folder`. Raises SystemRefused where that cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as refused:
        raise cannot_write(folder, refused) from refused
    number, path = 1, folder / f"{basis.report_digest[:16]}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{basis.report_digest[:16]}-{number}{SUFFIX}"
    line = msgspec.json.encode(basis) + b"\n"
    with replacing(path) as stream:
        with contextlib.suppress(OSError, AttributeError):
            os.fchmod(stream.fileno(), 0o600)
        stream.write(line)
    journal = Journal(path, len(line))
    return Review(basis, journal.write), journal


def resume(path: Path) -> tuple[Review, Journal]:
    """Go on with a review where it was left. Raises BadInput where the file is none."""
    review, whole = _replayed(path)
    journal = Journal(path, whole)
    review.keep_with(journal.write)
    return review, journal


def unfinished(folder: Path) -> list[Unfinished]:
    """Return the reviews that wait in a folder, the one worked on last first."""
    found: list[tuple[float, Unfinished]] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
        # One that cannot be read is no reason to hide the others.
        with contextlib.suppress(BadInput, SystemRefused, OSError):
            review, _ = _replayed(path)
            basis = review.basis
            told = Unfinished(
                path,
                basis.file,
                basis.period,
                basis.report_digest,
                review.decided(),
                len(review.entries),
            )
            found.append((path.stat().st_mtime, told))
    return [told for _, told in sorted(found, key=lambda each: -each[0])]


def _replayed(path: Path) -> tuple[Review, int]:
    """Return a review with everything that was decided, and how many bytes of its file say so."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as refused:
        raise cannot_write(path, refused) from refused
    # The last part has no line end: empty, or cut off.
    whole, lines = len(lines[0]) + 1, lines[:-1]
    try:
        review = Review(msgspec.json.decode(lines[0], type=Basis))
    except (IndexError, msgspec.MsgspecError) as error:
        raise BadInput("{path} is not a review that can be continued.", path=path) from error
    decoder = msgspec.json.Decoder(Operation)
    for line in lines[1:]:
        try:
            review.do(decoder.decode(line))
        except (msgspec.MsgspecError, BadInput, KeyError):
            break
        whole += len(line) + 1
    return review, whole


def _keep_for_one(stream: IO[bytes], path: Path) -> None:
    """Refuse a second window on one review: each would write over what the other decided."""
    try:
        import fcntl
    except ImportError:  # Windows: the file stands open there, and cannot be removed
        return
    try:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        stream.close()
        raise SystemRefused("{path} is open in another window; go on there.", path=path) from taken
    except OSError:
        return  # a file system without locks
