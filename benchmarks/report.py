"""RESULTS.md: each figure that is required next to what was measured, then the tables."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import apsw

from benchmarks.engines import PlainFts5, Tantivy, Whoosh, Zhylnama
from benchmarks.measure import MARKED, WHOOSH_AT_MOST, Measured, worst_of
from benchmarks.queries import QUERIES

PEERS = (PlainFts5.name, MARKED, Tantivy.name, Whoosh.name)


def report(measured: list[Measured], typed_at: Measured, paper: dict[str, Any]) -> str:
    """Return the whole page; `typed_at` is the archive of the required size for typing."""
    lines = [
        "# Figures",
        "",
        "`make bench` writes this page: everything was measured in one run, the engines query by",
        "query in turn (A B C, C B A …) on the same synthetic events, warm; times are medians.",
        "",
        f"Python {platform.python_version()}, SQLite {apsw.sqlite_lib_version()} (apsw),",
        f"tantivy {version('tantivy')}, whoosh-reloaded {version('whoosh-reloaded')};",
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}. Load average when each",
        "size began: "
        + ", ".join(f"{made.load:.1f} at {made.events:,}" for made in measured)
        + ".",
        "Other work makes times long, key presses most of all, and leaves ratios as they are.",
        "",
        "## Required and measured",
        "",
        *_table(
            ("figure", "required", "measured", ""), _required(measured, typed_at, paper), "lrrl"
        ),
        "",
        "Besides, where nothing is remembered yet:",
        "",
        *_table(("figure", "measured"), _first_times(measured), "lr"),
        "",
        "How they are meant: a ratio is the median over the twenty-five queries of the ratios.",
        "Plain FTS5's page is fifty rows as they lie in its table (id, date, place, title, text,",
        "people); with records decoded and hits marked by `highlight()` it is",
        f"“{MARKED}”. Zhylnama's page is whole records, decoded and checked",
        "field by field, with hits marked in every spelling and the reason for each likeness.",
        "Asked again, it remembers the events it read last and how they were marked. The first",
        "time it remembers nothing of the query or its events: its file was just opened, and one",
        "other query asked. The peers are warm all the same, but where it says “first time too”:",
        "plain FTS5's file was then just opened as well, and asked the same other query. Only how",
        "a word is folded may still be known to the process.",
        "",
        *_pages(measured),
        *_others(measured, typed_at, paper),
    ]
    return "\n".join(lines) + "\n"


def _required(
    measured: list[Measured], typed_at: Measured, paper: dict[str, Any]
) -> Iterator[tuple[str, ...]]:
    small, large = measured[0], measured[-1]
    for made in measured:
        at = f"first page at {made.events:,}, asked again"
        yield _line(f"{at}, against {PlainFts5.name}", "×", 1.5, made.ratio(PlainFts5.name))
        yield _line(f"{at}, against {MARKED}", "×", 1.5, made.ratio(MARKED))
        yield _line(f"{at}, against tantivy by date", "×", 1.0, made.ratio(Tantivy.name))
    if large is not small:
        growth = large.median(Zhylnama.name) / small.median(Zhylnama.name)
        at = f"first page at {large.events:,}, asked again, against {small.events:,}"
        yield _line(at, "×", 2.0, growth)
        growth = statistics.median(large.first) / statistics.median(small.first)
        yield _line(at.replace("asked again", "first time"), "×", 2.0, growth)
    yield _line(f"key press to painted at {typed_at.events:,}, p95", "ms", 16, typed_at.keys["p95"])
    yield _line(f"key press to painted at {large.events:,}, p95", "ms", 50, large.keys["p95"])
    yield _line(f"all facets at {large.events:,}, worst query", "ms", 300, max(large.found) * 1e3)
    for made in measured:
        if made.events >= 100_000 or len(measured) == 1:
            speed = made.events / made.build["cpu"]
            held = "held" if speed >= 15_000 else "missed"
            at = f"build at {made.events:,}, one core"
            yield at, "≥ 15,000 events/s", f"{speed:,.0f} events/s", held
    middle = [made for made in measured if made.events < large.events][-1:]
    for made in middle:
        growth = large.build["memory"] / made.build["memory"]
        at = f"peak memory of a build at {large.events:,}, against {made.events:,}"
        yield _line(at, "×", 1.3, growth)
    for made in measured:
        ratio = made.sizes["index"] / made.sizes["plain index"]
        yield _line(f"index at {made.events:,}, against plain FTS5's", "×", 1.5, ratio)
    yield _line("dossier of 1 person with 10 events", "s", 0.5, paper["few"])
    yield _line("dossier of 1 person with 1,000 events", "s", 5, paper["many"])
    growth = paper["memory late"] / paper["memory early"]
    at = f"memory after {paper['people']} dossiers, against {paper['people'] // 10}"
    yield _line(at, "×", 1.1, growth)


def _first_times(measured: list[Measured]) -> Iterator[tuple[str, str]]:
    for made in measured:
        at = f"first page at {made.events:,}, first time, against {MARKED}"
        yield f"{at}, warm", f"{made.first_ratio(MARKED):.3g} ×"
        yield f"{at}, first time too", f"{made.both_first_ratio():.3g} ×"


def _line(figure: str, unit: str, most: float, found: float) -> tuple[str, ...]:
    required = f"≤ {most:g} {unit}"
    return figure, required, f"{found:.3g} {unit}", "held" if found <= most else "missed"


def _pages(measured: list[Measured]) -> Iterator[str]:
    yield "## First page, newest first, 50 hits (ms)"
    yield ""
    yield f"Whoosh is measured up to {WHOOSH_AT_MOST:,} events: above, it builds for many minutes."
    yield "“First time” is Zhylnama in an archive just opened, “plain first” the same page of plain"
    yield "FTS5, records and highlights, in a file just opened, both in processor time. Peers find"
    yield "fewer where a name or a place is in another script or form."
    for made in measured:
        engines = [Zhylnama.name, *(name for name in PEERS if name in made.pages)]
        yield ""
        yield f"### {made.events:,} events"
        yield ""
        head = ("query", "kind", *engines, "first time", "plain first", "hits", "theirs")
        rows = []
        for at, query in enumerate(QUERIES):
            times = [_ms(made.pages[engine][at]) for engine in engines]
            hits = [str(made.hits[name][at]) for name in (Zhylnama.name, PlainFts5.name)]
            typed = query.typed.replace("|", "\\|")
            times += [_ms(made.first[at]), _ms(made.peer_first[at])]
            rows.append((f"`{typed}`", query.kind, *times, *hits))
        medians = [f"**{_ms(made.median(engine))}**" for engine in engines]
        medians += [_ms(statistics.median(times)) for times in (made.first, made.peer_first)]
        rows.append(("**median**", "", *medians, "", ""))
        ratios = [f"{made.ratio(engine):.2f} ×" for engine in engines[1:]]
        rows.append(("Zhylnama against it", "", "", *ratios, "", "", "", ""))
        ratios = [f"{made.first_ratio(engine):.2f} ×" for engine in engines[1:]]
        ratios += ["", f"{made.both_first_ratio():.2f} ×"]
        rows.append(("first time against it", "", "", *ratios, "", ""))
        yield from _table(head, rows, "ll" + "r" * (len(head) - 2))
    yield ""


def _others(measured: list[Measured], typed_at: Measured, paper: dict[str, Any]) -> Iterator[str]:
    yield "## Counting, opening, building, space"
    yield ""
    columns = [f"{made.events:,}" for made in measured]
    rows = [
        ("all facets, median query (ms)", *(_ms(worst_of(m.found)[0]) for m in measured)),
        ("all facets, worst query (ms)", *(_ms(worst_of(m.found)[2]) for m in measured)),
        ("opening (ms)", *(_ms(m.opening) for m in measured)),
        ("build, processor time (s)", *(f"{m.build['cpu']:.1f}" for m in measured)),
        ("build, by the clock (s)", *(f"{m.build['seconds']:.1f}" for m in measured)),
        (
            "build, events a second of processor time",
            *(f"{m.events / m.build['cpu']:,.0f}" for m in measured),
        ),
        ("build, peak memory (MB)", *(f"{m.build['memory']:.0f}" for m in measured)),
        ("index and spellings (MB)", *(f"{m.sizes['index']:.1f}" for m in measured)),
        ("plain FTS5's index (MB)", *(f"{m.sizes['plain index']:.1f}" for m in measured)),
        ("archive, everything (MB)", *(f"{m.sizes['archive']:.1f}" for m in measured)),
    ]
    for name in (PlainFts5.name, Tantivy.name, Whoosh.name):
        seconds = (m.peer_builds.get(name) for m in measured)
        rows.append((f"build of {name} (s)", *("" if s is None else f"{s:.1f}" for s in seconds)))
    yield from _table(("", *columns), rows, "l" + "r" * len(columns))
    yield ""
    yield "The build runs on one core. It and the facets are given in processor time, since other"
    yield "work may share the machine."
    yield "Plain FTS5's index is over the same fields: title, text, people, place, kinds, law,"
    yield "date, sources."
    yield ""
    yield "## Typing (ms)"
    yield ""
    yield "Key press to painted rows in the real window, ten keys a second, Qt's offscreen"
    yield "platform. “Work” is the processor time of all threads in between, which other programs"
    yield "do not lengthen."
    yield ""
    typed = sorted([typed_at, *measured], key=lambda made: made.events)
    measures = ("median", "p95", "worst", "work", "work p95")
    yield from _table(
        ("events", "key presses", *measures),
        [
            (
                f"{m.events:,}",
                str(m.keys["keys"]),
                *(f"{m.keys[which]:.1f}" if which in m.keys else "" for which in measures),
            )
            for m in typed
        ],
        "rrrrrrr",
    )
    yield ""
    yield "## Dossiers"
    yield ""
    few, many, early, late = (paper[key] for key in ("few", "many", "memory early", "memory late"))
    yield f"One person with 10 events: {few:.2f} s; with 1,000 events: {many:.2f} s."
    yield f"A batch of {paper['people']} people: {paper['batch']:.0f} s, peak memory"
    yield f"{early:.0f} MB after a tenth of them, {late:.0f} MB at the end."
    word, book, held = (paper[key] for key in ("word", "book", "memory of the book"))
    yield f"The 1,000 events as .docx: {word:.2f} s. All {paper['people']} people in one book:"
    yield f"{book:.0f} s, {held:.0f} MB, for it holds its pages to the end."


def _table(head: tuple[str, ...], rows: Any, sides: str) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "|".join(" ---: " if side == "r" else " --- " for side in sides) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.3g}" if seconds < 0.9995 else f"{seconds * 1e3:,.0f}"
