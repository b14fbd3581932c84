"""How hits and profiles look in a shell."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import msgspec

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import Hit, Profile
from zhylnama.commands.terminal import plain
from zhylnama.record.event import Event, Sanction

if TYPE_CHECKING:
    from zhylnama.reading.reviewing.draft import Imported

WIDTH = 80


def print_hits(archive: Archive, hits: tuple[Hit, ...], *, as_json: bool) -> None:
    """Print hits, newest first as they come; as JSON a record a line with `why` added."""
    for hit in hits:
        if as_json:
            record = msgspec.to_builtins(hit.event)
            record["why"] = list(hit.why)
            print(msgspec.json.encode(record).decode())
            continue
        event = hit.event
        print(plain(" · ".join(part for part in (when(event), event.place, event.id) if part)))
        if event.title:
            print(textwrap.indent(plain(event.title), "  "))
        print(textwrap.fill(plain(event.text), WIDTH, initial_indent="  ", subsequent_indent="  "))
        if hit.why:
            print(f"  [{plain('; '.join(hit.why))}]")
        print()


def counted(events: int) -> str:
    """Return `1 event`, `2 events`."""
    return f"{events} event{'s' if events != 1 else ''}"


def when(event: Event) -> str:
    """Return an event's date as far as it is known, in ISO form."""
    if event.date is None:
        return "date not stated"
    first = event.date.isoformat()[: {"day": 10, "month": 7, "year": 4}[event.precision]]
    return f"{first}..{event.until.isoformat()}" if event.until else first


def sanction_words(sanction: Sanction) -> str:
    """Return a sanction in a few words: `arrest, 15 days (recalled)`."""
    said = [sanction.kind.replace("-", " ")]
    for unit in ("days", "months", "hours"):
        if (length := getattr(sanction, unit)) is not None:
            said.append(f"{length} {unit}")
    if sanction.amount is not None:
        said.append(f"{sanction.amount:,} {sanction.currency}")
    if sanction.detail:
        said.append(sanction.detail)
    return ", ".join(said) + (" (recalled)" if sanction.recalled else "")


def profile_object(profile: Profile) -> dict[str, Any]:
    """Return a profile as one object for `person --json`; events and measures by event id."""
    totals = asdict(profile.totals)
    return {
        "person": profile.person.id,
        "name": profile.name,
        "surname": profile.person.surname,
        "given": profile.person.given,
        "patronymic": profile.person.patronymic,
        "spellings": [{"name": name, "events": count} for name, count in profile.spellings],
        "offices": [msgspec.to_builtins(office) for office in profile.offices],
        "totals": totals,
        "first": _iso(profile.first),
        "last": _iso(profile.last),
        "events": [event.id for event in profile.events],
        "measures": [
            {
                "event": measure.event.id,
                "date": _iso(measure.event.date),
                "law": [
                    {"code": code, "article": article, "part": part}
                    for code, article, part in measure.laws
                ],
                "reason": measure.event.reason,
                "kinds": list(measure.kinds),
                "sanction": None
                if measure.sanction is None
                else msgspec.to_builtins(measure.event.sanctions[measure.sanction]),
            }
            for measure in profile.measures
        ],
        "companions": [asdict(companion) for companion in profile.companions],
        "may_be": [asdict(companion) for companion in profile.may_be],
        "places": [{"place": place, "events": count} for place, count in profile.places],
        "law": [{"code": c, "article": a, "events": n} for c, a, n in profile.laws],
        "sources": sources_of(profile),
        "note": profile.person.note,
    }


def sources_of(profile: Profile) -> list[str]:
    """Return every link of a person's events, each once, in order of date."""
    return list(
        dict.fromkeys(s.url for event in profile.events for s in event.sources if s.url is not None)
    )


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def print_profile(profile: Profile) -> None:
    """Print a profile for people to read."""
    lines = [profile.name, "=" * len(profile.name)]
    spelled = ", ".join(f"{name} ({n})" if n else name for name, n in profile.spellings)
    lines.append(f"Spelled:    {spelled or 'as above'}")
    for office in profile.offices:
        lines.append(
            "Known as:   " + ", ".join(p for p in (office.title, office.organisation) if p)
        )
    if profile.may_be:
        others = "; ".join(f"{c.name} ({c.person}, {counted(c.events)})" for c in profile.may_be)
        lines.append(f"May be the same, not proved: {others}")
    span = f", {_iso(profile.first)} to {_iso(profile.last)}" if profile.first else ""
    lines.append(f"Events:     {profile.totals.events}{span}")
    lines += [f"            {line}" for line in _totals(profile)]
    if profile.measures:
        lines += ["", "What was done"]
        for measure in profile.measures:
            law = "; ".join(
                f"{code} {article}" + (f" part {part}" if part else "")
                for code, article, part in measure.laws
            )
            done = (
                sanction_words(measure.event.sanctions[measure.sanction])
                if measure.sanction is not None
                else ", ".join(kind.replace("-", " ") for kind in measure.kinds)
            )
            lines.append(f"  {when(measure.event)}  {done}  [{law or 'article not stated'}]")
    lines += ["", "Events"]
    for event in profile.events:
        lines.append(
            f"  {when(event)}  {event.title or textwrap.shorten(event.text, 60)}  ({event.id})"
        )
    if profile.companions:
        lines += ["", "Appears with"]
        lines += [f"  {c.name} ({c.events})" for c in profile.companions[:20]]
    sources = sources_of(profile)
    if sources:
        lines += ["", "Sources", *(f"  {url}" for url in sources)]
    print("\n".join(plain(line) for line in lines))


def _totals(profile: Profile) -> list[str]:
    totals = profile.totals
    said = [
        (totals.detained, "detained: {} times"),
        (totals.arrests, "administrative arrests: {}"),
        (totals.arrest_days, "days of administrative arrest: {}"),
        (totals.warnings, "warnings: {}"),
        (totals.forced_labour_hours, "hours of forced labour: {}"),
    ]
    lines = [text.format(n) for n, text in said if n]
    lines += [f"fines: {amount:,} {currency}" for currency, amount in totals.fines.items()]
    lines += [f"{kind.replace('-', ' ')}: {n} months" for kind, n in totals.months.items()]
    return lines


def print_imported(imported: Sequence[Imported]) -> None:
    """Say on standard error what became of each report, part by part.

    A terminal shows the beginning of what was left out; a file or a pipe gets every word.
    """
    from zhylnama.reading.reviewing.draft import LONGEST_SHOWN, one_line

    most = LONGEST_SHOWN if sys.stderr is not None and sys.stderr.isatty() else None
    for report in imported:
        tally = report.tally
        if report.title is not None:
            print(f"  title: {one_line(report.title, most)}", file=sys.stderr)
        for part in tally.left_out:
            told = f"{plain(part.reason)}: {one_line(part.text, most)}"
            print(f"  left out: {told}", file=sys.stderr)
        period = f", period {report.period}" if report.period else ", no period found in its title"
        print(
            plain(
                f"{report.path}{period}: {tally.paragraphs} paragraphs read as {tally.events} "
                f"events, {tally.uncertain} with something uncertain; "
                f"{len(tally.left_out)} parts left out"
            ),
            file=sys.stderr,
        )


def print_known(archive: Archive, imported: Sequence[Imported]) -> None:
    """Say on standard error what of each report the archive has already, and what has changed."""
    from zhylnama.reading.reviewing.compare import compare

    for report in imported:
        found = compare(archive.events(), report.events, report.period) if report.events else None
        if found is None or not found.known:
            continue
        lines = [
            f"  in the archive, told otherwise: {changed.old.id}: {', '.join(changed.fields)}"
            for changed in found.changed
        ]
        lines += [f"  in the archive, not in the report: {event.id}" for event in found.gone]
        lines.append(
            f"{report.path}: the archive has {counted(len(found.unchanged))} of it unchanged and"
            f" {len(found.changed)} told otherwise; {len(found.added)} are new,"
            f" {len(found.gone)} no longer in it. The draft holds all of the report: `zhylnama"
            " build --onto ARCHIVE` adds what is new and lets you choose, as does the window."
        )
        print("\n".join(map(plain, lines)), file=sys.stderr)
