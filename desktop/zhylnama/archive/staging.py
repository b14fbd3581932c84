"""The first pass of a build: records are checked among each other and laid down in order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from zhylnama.archive.runs import SortedRuns
from zhylnama.record.event import Event, Person
from zhylnama.record.file import BadRecords, Record, to_json

TOLD_EVERY = 2_000
MOST_NAMED = 10
"""More records of one file with ids that others have are told together."""


class Staging:
    """Records as lines that come back in order, in files without a name.

    `people` are lines of JSON by id and `events` by date; before each stand its sort key and a
    tabulator. `names` is for whoever reads them back.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the lines in `folder`. Raises OSError, as everything that is done with them."""
        with contextlib.ExitStack() as stack:
            self.people = stack.enter_context(SortedRuns(folder))
            self.events = stack.enter_context(SortedRuns(folder))
            self.names = stack.enter_context(SortedRuns(folder))
            self._ids = stack.enter_context(SortedRuns(folder))
            self._stack = stack.pop_all()
        self.event_count = 0
        self._origins = [""]

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files, and with them of all lines; a second time does nothing."""
        self._stack.close()

    def fill(
        self,
        records: Iterable[Record],
        kind_groups: dict[str, str],
        origin: Callable[[], str],
        progress: Callable[[int], None],
    ) -> None:
        """Lay down all records; `origin` and `kind_groups` are those of `build_archive`.

        Raises BadRecords that names every fault; what was laid down may not be used then.
        """
        faults: list[str] = []
        done = 0
        try:
            for record in records:
                said = origin()
                if isinstance(record, Event):
                    faults += [
                        f"{said}{record.id}: kinds: “{kind}” is not in the list of kinds."
                        for kind in _unknown_kinds(record, kind_groups)
                    ]
                self._add(record, done, said)
                done += 1
                if done % TOLD_EVERY == 0:
                    progress(done)
        except BadRecords as bad:
            faults += bad.sentences
        faults += self._twice()
        if faults:
            raise BadRecords(faults)

    def _add(self, record: Record, position: int, origin: str) -> None:
        if origin != self._origins[-1]:
            self._origins.append(origin)
        where = f"\0{position:012}\0{len(self._origins) - 1}"
        if isinstance(record, Person):
            self._ids.add(f"p{record.id}{where}".encode())
            self.people.add(f"{record.id}\t".encode() + msgspec.json.encode(record))
            return
        self._ids.add(f"e{record.id}{where}".encode())
        # No id and no report has a control character; of two events of one paragraph the shorter
        # id is the earlier (`.9`, `.10`). What is not stated comes first.
        key = (
            f"{record.date or ''}\0{record.report or ''}\0{record.paragraph or 0:08}"
            f"\0{len(record.id):03}{record.id}\t"
        )
        self.events.add(key.encode() + to_json(record))
        self.event_count += 1

    def _twice(self) -> Iterator[str]:
        """Yield a sentence for each record whose id another had before it, or one for many."""
        many: dict[tuple[str, str], list[str]] = {}
        before = b""
        for line in self._ids:
            id_, _, where = line.partition(b"\0")
            if id_ == before:
                named = id_.decode()
                what = "people" if named[0] == "p" else "events"
                origin = self._origins[int(where.partition(b"\0")[2])]
                many.setdefault((origin, what), []).append(named[1:])
            before = id_
        for (origin, what), ids in many.items():
            if len(ids) <= MOST_NAMED:
                yield from (f"{origin}{id_}: two {what} have this id." for id_ in ids)
            else:
                first = ", ".join(ids[:MOST_NAMED])
                yield (
                    f"{origin}{len(ids)} {what} have ids that others had before them: {first} … "
                    "What an archive has already is not added twice with --onto ARCHIVE."
                )


def _unknown_kinds(event: Event, kind_groups: dict[str, str]) -> list[str]:
    wrong = [kind for kind in event.kinds if kind not in kind_groups]
    for appearance in event.people:
        if appearance.kinds is not None:
            wrong += [kind for kind in appearance.kinds if kind not in kind_groups]
    return sorted(set(wrong)) if wrong else wrong
