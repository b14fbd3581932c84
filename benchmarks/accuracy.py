"""How well a report is read: each field against records made by hand.

    python -m benchmarks.accuracy REPORT SEEDS [--write FILE] [--show FIELD…]

The report stays outside the repository. Events are matched by paragraph and, inside one, in order.
People are compared by the name printed, places by the gazetteer, bans without their wording,
organisations whatever their quotation marks; an article of everybody targeted is the same with
their names and without. What the import marks as uncertain counts like the rest.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

from zhylnama.files import bundled_archive, resources_folder
from zhylnama.names.fold import romanised
from zhylnama.names.places import Gazetteer
from zhylnama.reading.files.document import open_document
from zhylnama.reading.names.identities import Lookup
from zhylnama.reading.report import ReportReader
from zhylnama.record.event import Event
from zhylnama.record.file import read_records

Facts = Callable[[Event], Iterable[Hashable]]
FIELDS = (
    "date", "place", "people", "identity", "role", "law", "law with person", "sanctions",
    "sanctions with person", "kinds", "notes", "links", "organisations",
)  # fmt: skip

# Reports and hands differ in the marks of quotation, which say nothing.
_MARKS = str.maketrans("«»„“”", '"' * 5)


def facts(gazetteer: Gazetteer) -> dict[str, Facts]:
    """Return for each field how an event's facts are listed."""

    def place(event: Event) -> Iterable[Hashable]:
        for part in (event.place or "").replace(" и ", " and ").split(" and "):
            if part:
                within = gazetteer.find(event.region) if event.region else None
                found = gazetteer.find(part, within.id if within else None)
                yield found.id if found else " ".join(part.casefold().split())

    def whom(event: Event, person: str | None) -> str | None:
        return next((name_key(a.name) for a in event.people if a.person == person), None)

    def sanction(event: Event, *, with_person: bool) -> Iterable[Hashable]:
        for s in event.sanctions:
            said = (
                s.kind,
                s.days,
                s.months,
                s.hours,
                s.amount,
                s.currency,
                s.recalled,
                s.suspended,
            )
            yield (*said, whom(event, s.person)) if with_person else said

    def concerned(event: Event) -> Iterable[Hashable]:
        # By docs/record-format.md an article without a person concerns everybody targeted, so
        # that naming all of them says the same.
        targeted = {a.person for a in event.people if a.role == "targeted"}
        people: dict[Hashable, set[str | None]] = defaultdict(set)
        for law in event.law:
            people[law.code, law.article, law.part].add(law.person)
        for article, named in people.items():
            for person in {None} if named == targeted else named:
                yield article, whom(event, person)

    return {
        "date": lambda e: [(e.date, e.until, e.precision)],
        "place": place,
        "people": lambda e: [name_key(a.name) for a in e.people],
        "identity": lambda e: [(name_key(a.name), a.person) for a in e.people],
        "role": lambda e: [(name_key(a.name), a.role) for a in e.people],
        "law": lambda e: [(law.code, law.article, law.part) for law in e.law],
        "law with person": concerned,
        "sanctions": lambda e: sanction(e, with_person=False),
        "sanctions with person": lambda e: sanction(e, with_person=True),
        "kinds": lambda e: e.kinds,
        "notes": lambda e: [s.number for s in e.sources],
        "links": lambda e: [(s.number, s.url) for s in e.sources],
        "organisations": lambda e: [o.casefold().translate(_MARKS) for o in e.organisations],
    }


def name_key(name: str) -> str:
    """Return a name so that only its letters are compared."""
    return " ".join(romanised(word) for word in name.split())


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and write it where asked; 1 where a penalty went to a wrong person."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--show", nargs="*", default=[], choices=FIELDS)
    options = parser.parse_args(arguments)
    resources = resources_folder()
    gazetteer = Gazetteer.load(resources / "places.toml")
    lookup, close = archive_lookup(bundled_archive())
    reader = ReportReader(resources)
    reading = reader.begin(lookup).read(open_document(options.report))
    read = [found.event for found in reading.events()]
    speed = paragraphs_a_second(reader, lookup, options.report)
    close()
    truth = [record for record in read_records(options.seeds) if isinstance(record, Event)]
    lines = table(truth, read, facts(gazetteer), options.show)
    wrong = wrong_people(truth, read)
    lines += [
        "",
        f"Penalties on a wrong person: {len(wrong)}.",
        f"Paragraphs read: {reading.tally.paragraphs}; left out: {len(reading.tally.left_out)}.",
        f"Events: {len(read)}, by hand {len(truth)}; uncertain ones: {reading.tally.uncertain}.",
    ]
    print("\n".join(lines), f"\n{speed:,.0f} paragraphs a second.", *wrong, sep="\n")
    if options.write:
        head = (
            f"# How well a report is read\n\n`make accuracy`: {options.report.name} against "
            f"{options.seeds.name}, records made by hand.\n\n"
        )
        options.write.write_text(head + "\n".join(lines) + "\n", "utf-8")
    return bool(wrong)


def paragraphs_a_second(reader: ReportReader, lookup: Lookup, report: Path) -> float:
    """Return how fast a report is read, first pass and look-ups included, in a second of work."""
    paragraphs = 0
    started = time.process_time()
    while (seconds := time.process_time() - started) < 1:
        reading = reader.begin(lookup).read(open_document(report))
        for _ in reading.events():
            pass
        paragraphs += reading.tally.paragraphs
    return paragraphs / seconds


def archive_lookup(path: Path | None) -> tuple[Lookup, Callable[[], None]]:
    """Return the people of an archive as the import asks for them, and what closes it."""
    if path is None:
        return Lookup(lambda name: (), lambda id_: False), (lambda: None)
    from zhylnama.archive.archive import Archive
    from zhylnama.installed import known_people

    archive = Archive.open(path)
    return known_people(archive), archive.close


def table(
    truth: list[Event], read: list[Event], fields: dict[str, Facts], show: list[str]
) -> list[str]:
    """Return the table of precision and recall, a line a field."""
    lines = [
        "| field | by hand | read | precision | recall |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for field, of in fields.items():
        right = wanted = given = 0
        for number, (hand, machine) in paired(truth, read).items():
            a, b = (
                Counter(fact for event in events for fact in of(event))
                for events in (hand, machine)
            )
            right += (a & b).total()
            wanted += a.total()
            given += b.total()
            if field in show and a != b:
                print(f"{number}: missing {[*(a - b)]} extra {[*(b - a)]}", file=sys.stderr)
        precision = right / given if given else 1.0
        recall = right / wanted if wanted else 1.0
        lines.append(f"| {field} | {wanted} | {given} | {precision:.3f} | {recall:.3f} |")
    return lines


def paired(
    truth: list[Event], read: list[Event]
) -> dict[tuple[int | None, int], tuple[list[Event], list[Event]]]:
    """Return the events of both sides by paragraph and place in it."""
    pairs: dict[tuple[int | None, int], tuple[list[Event], list[Event]]] = {}
    for side, events in enumerate((truth, read)):
        seen: dict[int | None, int] = defaultdict(int)
        for event in events:
            key = (event.paragraph, seen[event.paragraph])
            seen[event.paragraph] += 1
            pairs.setdefault(key, ([], []))[side].append(event)
    return pairs


def wrong_people(truth: list[Event], read: list[Event]) -> list[str]:
    """Return the penalties that were given to somebody who has none of that kind by hand."""
    found = []
    for number, (hand, machine) in paired(truth, read).items():
        names = {a.person: name_key(a.name) for event in hand for a in event.people}
        real = {(names.get(s.person or ""), s.kind) for event in hand for s in event.sanctions}
        for event in machine:
            called = {a.person: a.name for a in event.people}
            for s in event.sanctions:
                if s.person is not None and (name_key(called[s.person]), s.kind) not in real:
                    found.append(f"{number[0]}: {s.kind} on {called[s.person]}")
    return found


if __name__ == "__main__":
    raise SystemExit(main())
