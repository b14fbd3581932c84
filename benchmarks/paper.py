"""Dossiers from a warm start: one person with ten events, one with a thousand, a batch of many."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.child import peak_memory
from benchmarks.clock import seconds
from benchmarks.generate import generate
from zhylnama.archive.archive import Archive
from zhylnama.dossier.batch import write_many
from zhylnama.dossier.make import make_dossier
from zhylnama.dossier.options import DossierOptions
from zhylnama.installed import build_from
from zhylnama.record.event import Appearance, Event

BATCH = 500
FEW, MANY = 10, 1_000
DAY = dt.date(2026, 1, 1)


def measure(folder: Path) -> dict[str, Any]:
    """Return seconds of one dossier of each size, and the peak memory as a batch goes on.

    The book comes last: it holds every page until the last is laid out.
    """
    records = folder / "people.jsonl"
    with records.open("wb") as stream:
        for event in _events():
            stream.write(msgspec.json.encode(event) + b"\n")
    build_from([records], folder / "people.zhylnama")
    options = DossierOptions()
    with Archive.open(folder / "people.zhylnama") as archive:

        def print_one(person: str, ending: str = "pdf") -> None:
            path = folder / f"one.{ending}"
            make_dossier(archive, [person], options, path, today=DAY, word=ending == "docx")

        memory: dict[int, float] = {}

        def note(done: int, _all: int, _name: str) -> None:
            memory[done] = peak_memory()

        print_one("person-1")
        few = statistics.median(seconds(partial(print_one, f"person-{n}")) for n in range(1, 8))
        batch = seconds(
            lambda: write_many(
                archive,
                [f"person-{n}" for n in range(BATCH)],
                options,
                folder / "batch",
                today=DAY,
                progress=note,
            )
        )
        many = statistics.median(seconds(lambda: print_one("person-many")) for _ in range(3))
        word = statistics.median(
            seconds(lambda: print_one("person-many", ending="docx")) for _ in range(3)
        )
        book = seconds(
            lambda: write_many(
                archive,
                [f"person-{n}" for n in range(BATCH)],
                options,
                folder / "book.pdf",
                today=DAY,
                book=True,
            )
        )
    return {
        "few": few,
        "many": many,
        "word": word,
        "book": book,
        "memory of the book": peak_memory(),
        "batch": batch,
        "people": BATCH,
        "memory early": memory[BATCH // 10],
        "memory late": memory[BATCH],
    }


def _events() -> Iterator[Event]:
    """Yield ten events for each of many people, and a thousand for one more."""
    people = [f"person-{n}" for n in range(BATCH) for _ in range(FEW)] + ["person-many"] * MANY
    for person, event in zip(people, generate(len(people)), strict=True):
        name = person.replace("-", " ").title()
        yield msgspec.structs.replace(
            event,
            people=[Appearance(person=person, name=name, role="targeted")],
            sanctions=[
                msgspec.structs.replace(sanction, person=person) for sanction in event.sanctions
            ],
        )
