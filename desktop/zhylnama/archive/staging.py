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

    `people` are lines of JSON by id and `events` by date; before each stand its sort key, where it
    comes from and a tabulator. `names` is for whoever reads them back.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the lines in `folder`. Raises OSError, as everything that is done with them."""
        with contextlib.ExitStack() as stack:
            self.people = stack.enter_context(SortedRuns(folder))
            self.events = stack.enter_context(SortedRuns(folder))
            self.names = stack.enter_context(SortedRuns(folder))
            self._stack = stack.pop_all()
        self.event_count = 0
        self._folder = folder
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

        Raises BadRecords that names every fault; what was laid down may not be used then. Ids that
        two records have are a fault only beside others: `twice` finds them when the archive, which
        holds them against each other all the same, refuses one.
        """
        faults: list[str] = []
        done = 0
        try:
            for record in records:
                said = origin()
                if said != self._origins[-1]:
                    self._origins.append(said)
                if isinstance(record, Event):
                    self._add_event(record)
                    faults += _unknown_kinds(record, kind_groups, said)
                else:
                    self._add_person(record)
                done += 1
                if done % TOLD_EVERY == 0:
                    progress(done)
        except BadRecords as bad:
            faults += bad.sentences
        if faults:
            raise BadRecords([*faults, *self.twice()])

    def _add_person(self, person: Person) -> None:
        key = f"{person.id}\0{len(self._origins) - 1}\t"
        self.people.add(key.encode() + msgspec.json.encode(person))

    def _add_event(self, event: Event) -> None:
        # No id and no report has a control character; of two events of one paragraph the shorter
        # id is the earlier (`.9`, `.10`). What is not stated comes first.
        line = b"%b\0%b\0%08d\0%03d%b\0%d\t%b" % (
            event.date.isoformat().encode() if event.date is not None else b"",
            event.report.encode() if event.report is not None else b"",
            event.paragraph or 0,
            len(event.id),
            event.id.encode(),
            len(self._origins) - 1,
            to_json(event),
        )
        self.events.add(line)
        self.event_count += 1

    def twice(self) -> list[str]:
        """Return a sentence for each record whose id another had before it, or one for many."""
        many: dict[tuple[str, str], list[str]] = {}
        for what, id_, origin in self._repeated():
            many.setdefault((self._origins[origin], what), []).append(id_)
        found: list[str] = []
        for (said, what), ids in many.items():
            if len(ids) <= MOST_NAMED:
                found += [f"{said}{id_}: two {what} have this id." for id_ in ids]
            else:
                first = ", ".join(ids[:MOST_NAMED])
                found.append(
                    f"{said}{len(ids)} {what} have ids that others had before them: {first} … "
                    "What an archive has already is not added twice with --onto ARCHIVE."
                )
        return found

    def _repeated(self) -> Iterator[tuple[str, str, int]]:
        """Yield what has the id of another: `events` or `people`, the id, and its origin."""
        with SortedRuns(self._folder) as ids:
            for what, lines in (("events", self.events), ("people", self.people)):
                for line in lines:
                    *_, id_, origin = line.partition(b"\t")[0].split(b"\0")
                    own = id_[3:] if what == "events" else id_  # without its length
                    ids.add(b"%b\0%b\0%09d" % (what.encode(), own, int(origin)))
            before = b""
            for line in ids:
                named, _, origin = line.rpartition(b"\0")
                if named == before:
                    of, _, repeated = named.decode().partition("\0")
                    yield of, repeated, int(origin)
                before = named


def _unknown_kinds(event: Event, kind_groups: dict[str, str], origin: str) -> list[str]:
    wrong = [kind for kind in event.kinds if kind not in kind_groups]
    for appearance in event.people:
        if appearance.kinds is not None:
            wrong += [kind for kind in appearance.kinds if kind not in kind_groups]
    if not wrong:
        return wrong
    return [
        f"{origin}{event.id}: kinds: “{kind}” is not in the list of kinds."
        for kind in sorted(set(wrong))
    ]
