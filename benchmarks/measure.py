"""What is measured of one size: building, first pages beside peers, counting, opening, space."""

from __future__ import annotations

import contextlib
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import apsw

from benchmarks import child
from benchmarks.clock import interleaved, percentile, processor_seconds, seconds
from benchmarks.engines import Engine, PlainFts5, Tantivy, Whoosh, Zhylnama
from benchmarks.generate import write_records
from benchmarks.queries import QUERIES, Query
from zhylnama.archive.archive import Archive
from zhylnama.record.event import Event

WHOOSH_AT_MOST = 10_000
"""Above, whoosh builds for many minutes and takes seconds for a page of a common word."""
MARKED = "plain FTS5, records and highlights"
FIRST = 5
BEFORE = Query("word", "court", "court", "court", "court")
"""What is asked of a file just opened before something is asked for the first time."""


@dataclass(slots=True)
class Measured:
    """Everything of one size; times in seconds, sizes in MB."""

    events: int
    build: dict[str, Any] = field(default_factory=dict)
    peer_builds: dict[str, float] = field(default_factory=dict)
    pages: dict[str, list[float]] = field(default_factory=dict)
    hits: dict[str, list[int]] = field(default_factory=dict)
    first: list[float] = field(default_factory=list)
    peer_first: list[float] = field(default_factory=list)
    found: list[float] = field(default_factory=list)
    opening: float = 0.0
    sizes: dict[str, float] = field(default_factory=dict)
    keys: dict[str, Any] = field(default_factory=dict)
    load: float = 0.0

    def median(self, engine: str) -> float:
        """Return the median over the queries of an engine's medians."""
        return statistics.median(self.pages[engine])

    def ratio(self, engine: str) -> float:
        """Return the median over the queries of Zhylnama's time over an engine's."""
        return _ratio(self.pages[Zhylnama.name], self.pages[engine])

    def first_ratio(self, engine: str) -> float:
        """Return the same for a query that Zhylnama meets for the first time, and no peer does."""
        return _ratio(self.first, self.pages[engine])

    def both_first_ratio(self) -> float:
        """Return the same where plain FTS5, records and highlights, meets it first as well."""
        return _ratio(self.first, self.peer_first)


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return statistics.median(our / their for our, their in zip(ours, theirs, strict=True))


def measure(events: int, folder: Path) -> Measured:
    """Measure one size in a folder, and leave nothing in it."""
    made = Measured(events, load=os.getloadavg()[0])
    records, archive = folder / "records.jsonl", folder / "synthetic.zhylnama"
    say(f"{events:,} events: records")
    write_records(events, records)
    say("building")
    made.build = child.run("build", str(records), str(archive))
    records.unlink()
    made.sizes = {"archive": archive.stat().st_size / 1e6} | _index_sizes(archive)
    paths = {kind.name: folder / kind.__name__ for kind in (PlainFts5, Tantivy, Whoosh)}
    peers: list[type[PlainFts5] | type[Tantivy] | type[Whoosh]] = [PlainFts5, Tantivy]
    if events <= WHOOSH_AT_MOST:
        peers.append(Whoosh)
    for kind in peers:
        say(f"building {kind.name}")
        start = time.perf_counter()
        kind.build(_events_of(archive), paths[kind.name])
        made.peer_builds[kind.name] = time.perf_counter() - start
    made.sizes |= {f"plain {k}": v for k, v in _index_sizes(paths[PlainFts5.name]).items()}
    engines: list[Engine] = [Zhylnama(archive), *(kind(paths[kind.name]) for kind in peers)]
    _measure_pages(made, engines)
    _measure_first_pages(made, archive, paths[PlainFts5.name])
    _measure_counts(made, archive)
    for engine in engines:
        engine.close()
    say("typing")
    made.keys = child.run("keys", str(archive))
    return made


def say(what: str) -> None:
    """Tell on standard error what goes on."""
    print(f"bench: {what}", file=sys.stderr, flush=True)


def _events_of(path: Path) -> Iterator[Event]:
    with Archive.open(path) as archive:
        yield from archive.events()


def _measure_pages(made: Measured, engines: list[Engine]) -> None:
    plain = next(engine for engine in engines if isinstance(engine, PlainFts5))
    names = [*(engine.name for engine in engines), MARKED]
    made.pages = {name: [] for name in names}
    made.hits = {name: [] for name in names}
    rounds = 21 if made.events <= 10_000 else 15 if made.events <= 100_000 else 5
    for query in QUERIES:
        say(f"first page: {query.typed}")
        jobs: list[Callable[[], int]] = [partial(engine.page, query) for engine in engines]
        jobs.append(partial(plain.marked_page, query))
        for name, time_, job in zip(names, interleaved(jobs, rounds), jobs, strict=True):
            made.pages[name].append(time_)
            made.hits[name].append(job())


def _measure_counts(made: Measured, path: Path) -> None:
    say("counting")
    with Archive.open(path) as archive:
        archive.found("")
        for query in QUERIES:
            times = [processor_seconds(partial(archive.found, query.typed)) for _ in range(3)]
            made.found.append(statistics.median(times))
    say("opening")

    def open_() -> None:
        Archive.open(path).close()

    made.opening = statistics.median(seconds(open_) for _ in range(15))


def _measure_first_pages(made: Measured, archive: Path, plain: Path) -> None:
    """Measure each query in files just opened, in turn, after one other query in each."""
    for query in QUERIES:
        say(f"first time: {query.typed}")
        ours, theirs = [], []
        for _ in range(FIRST):
            with contextlib.closing(Zhylnama(archive)) as engine:
                ours.append(_first_time(engine.page, query))
            with contextlib.closing(PlainFts5(plain)) as peer:
                theirs.append(_first_time(peer.marked_page, query))
        made.first.append(statistics.median(ours))
        made.peer_first.append(statistics.median(theirs))


def _first_time(page: Callable[[Query], int], query: Query) -> float:
    page(BEFORE)
    return processor_seconds(partial(page, query))


def _index_sizes(path: Path) -> dict[str, float]:
    """Return the size of the full-text index, and of the spellings that belong to it."""
    with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as opened:
        pages = dict(opened.execute("SELECT name, pgsize FROM dbstat WHERE aggregate = 1"))
    index = sum(size for name, size in pages.items() if name.startswith("word_"))
    return {"index": (index + pages.get("spelling", 0)) / 1e6}


def worst_of(times: list[float]) -> tuple[float, float, float]:
    """Return median, 95th percentile and worst."""
    return statistics.median(times), percentile(times, 0.95), max(times)
