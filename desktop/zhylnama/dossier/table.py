"""What was found as a table for a spreadsheet: an event a row, in the words of one language.

JSON Lines has the exact records; this is for reading, sorting and filtering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from zhylnama.dossier.citation import place_in_report
from zhylnama.dossier.material import role_in_words
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.record.event import Event, Sanction, Source
from zhylnama.record.file import to_csv_line
from zhylnama.wording import Wording
from zhylnama.wording.doubts import doubt_in_words


def write_table(
    events: Iterable[Event], wording: Wording, stream: BinaryIO, separator: str | None = None
) -> int:
    """Write events as CSV that Excel opens right; return how many.

    It begins with a byte order mark, lines end with `\\r\\n`, and cells are separated as Excel
    wants it: by `wording.cell_separator` unless the caller knows the system better.
    """
    separator = separator or wording.cell_separator
    stream.write(b"\xef\xbb\xbf" + table_line(_head(wording), separator))
    number = 0
    for event in events:
        stream.write(table_line(_row(event, wording), separator))
        number += 1
    return number


def _head(wording: Wording) -> list[str]:
    tr = wording.tr
    return [
        tr("Date"),
        tr("Until"),
        tr("Place"),
        tr("Region"),
        tr("Kind"),
        tr("Headline"),
        tr("Account"),
        tr("People"),
        tr("Organisations"),
        tr("Law"),
        tr("Sanctions"),
        tr("Reason given"),
        tr("Sources"),
        tr("Report"),
        tr("Note"),
        tr("Uncertain"),
        tr("Record"),
    ]


def _row(event: Event, wording: Wording) -> list[str]:
    names = {one.person: one.name for one in event.people}
    people = [f"{one.name} ({role_in_words(wording, one.role)})" for one in event.people]
    laws = [
        _of(wording.article(law.code, law.article, law.part), names.get(law.person or ""))
        for law in event.law
    ]
    return [
        _day(event, wording),
        event.until.isoformat() if event.until else "",
        event.place or "",
        event.region or "",
        "; ".join(wording.kind(kind) for kind in event.kinds),
        event.title or "",
        event.text,
        "; ".join(people),
        "; ".join(event.organisations),
        "; ".join(laws),
        "; ".join(_sanction(one, names, wording) for one in event.sanctions),
        event.reason or "",
        " ".join(_source(one) for one in event.sources),
        # Not `2021-12` alone: that would be a date to a spreadsheet.
        place_in_report(event, wording),
        event.note or "",
        "; ".join(doubt_in_words(wording, why) for why in event.uncertain),
        event.id,
    ]


def _day(event: Event, wording: Wording) -> str:
    if event.date is None:
        return ""
    if event.precision == "month":
        # `2021-12` alone a spreadsheet would take for the first of December.
        return wording.tr("{month}, day not stated", month=f"{event.date:%Y-%m}")
    return str(event.date.year) if event.precision == "year" else event.date.isoformat()


def _sanction(sanction: Sanction, names: dict[str, str], wording: Wording) -> str:
    said = _of(sanction_in_words(wording, sanction), names.get(sanction.person or ""))
    return f"{said} ({wording.tr('recalled')})" if sanction.recalled else said


def _of(said: str, name: str | None) -> str:
    return f"{said} ({name})" if name else said


def _source(source: Source) -> str:
    number = "" if source.number is None else f"[{source.number}]"
    note = f"({source.note})" if source.note else ""
    return " ".join(part for part in (number, source.url or "", note) if part)


def table_line(cells: Iterable[str], separator: str) -> bytes:
    """Return one line of a table to read in a spreadsheet, which runs no cell of it."""
    return to_csv_line(map(_safe, cells), separator).encode("utf-8", "replace")


def _safe(text: str) -> str:
    """Return a cell of one line that is no formula even where a program splits it wrongly.

    An Excel of another country would split a semicolon table at commas and tabs, and a comma table
    at semicolons: what comes after one then begins a cell.
    """
    return re.sub(r"([;,])(?=['=+\-@＝＋－＠])", r"\1 ", " ".join(text.split()))
