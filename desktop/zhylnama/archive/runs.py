"""Lines sorted without keeping them: sorted runs in a file without a name, merged when read.

SQLite could sort them, but only in memory or by an index whose pages are read and written again and
again: with a million records that took twice as long.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

RUN = 8 << 20
"""So many bytes of lines are sorted in memory and then written as one run."""
OBJECT = 48
"""What Python adds to the bytes of each."""
BLOCK = 32 << 10
"""So many bytes of each run are in memory while the runs are merged."""
_AT_ONCE = 256
"""So many lines are written together."""


class SortedRuns:
    """Takes lines in any order and gives them in order of their bytes; memory stays flat.

    A line has no line end in it. The lines may be gone through more than once, but not while
    more are added.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the runs in a nameless file in `folder`. Raises OSError, as `add` and `__iter__`."""
        self._stream = tempfile.TemporaryFile(prefix=".runs-", suffix=".part", dir=folder)  # noqa: SIM115
        self._runs: list[tuple[int, int]] = []
        self._lines: list[bytes] = []
        self._size = 0

    def add(self, line: bytes) -> None:
        """Take in one line."""
        self._lines.append(line)
        self._size += len(line) + OBJECT
        if self._size > RUN:
            self._write_run()

    def _write_run(self) -> None:
        self._lines.sort()
        start = self._stream.tell()
        for first in range(0, len(self._lines), _AT_ONCE):
            self._stream.write(b"\n".join(self._lines[first : first + _AT_ONCE]))
            self._stream.write(b"\n")
        self._runs.append((start, self._stream.tell()))
        self._lines.clear()
        self._size = 0

    def __iter__(self) -> Iterator[bytes]:
        """Yield every line in order; equal lines come as often as they were added."""
        if not self._runs:
            return iter(sorted(self._lines))
        if self._lines:
            self._write_run()
        return heapq.merge(*(self._lines_of(*run) for run in self._runs))

    def _lines_of(self, start: int, end: int) -> Iterator[bytes]:
        rest = b""
        while start < end:
            self._stream.seek(start)
            # A line longer than a block: twice as much each time, or it would be copied too often.
            block = self._stream.read(min(max(BLOCK, len(rest)), end - start))
            start += len(block)
            lines = (rest + block).split(b"\n")
            rest = lines.pop()
            yield from lines

    def close(self) -> None:
        """Let go of the file, and with it of the lines."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
