"""From a profile to what its page shows: figures with the events behind them, dates as bars.

Plain functions over plain data. A figure is clickable only where the events behind it are exactly
those it was counted from.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from zhylnama.archive.model import Bar, Measure, Profile, Timeline
from zhylnama.dossier.measures import length_in_words, money_in_words, sanction_kind_in_words
from zhylnama.record.event import Sanction
from zhylnama.wording import Wording

# More days than this are shown month by month.
_DAYS = 120


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, the words under it, and the ids of the events that it was counted from."""

    value: str
    label: str
    events: tuple[str, ...] = ()
    leads_to: Literal["events", "sources"] = "events"


def figures(profile: Profile, wording: Wording) -> list[Figure]:
    """Return the figures of a profile. Days of arrest are always among them, also where zero."""
    totals, tr = profile.totals, wording.tr
    number, count = wording.number, wording.count
    found = [
        Figure(number(totals.events), count("event", "events", totals.events), _all(profile)),
    ]
    if totals.detained:
        behind = _with_kinds(profile, {"detention"})
        label = count("event of detention", "events of detention", totals.detained)
        found.append(Figure(number(totals.detained), label, _if(behind, totals.detained)))
    found.append(
        Figure(
            number(totals.arrest_days),
            count(
                "day of administrative arrest recorded",
                "days of administrative arrest recorded",
                totals.arrest_days,
            ),
            _sanctioned(profile, "arrest"),
        )
    )
    for currency, amount in sorted(totals.fines.items()):
        behind = _sanctioned(profile, "fine", currency)
        found.append(
            Figure(money_in_words(wording, amount, currency), tr("in fines recorded"), behind)
        )
    if totals.warnings:
        label = count("warning recorded", "warnings recorded", totals.warnings)
        found.append(Figure(number(totals.warnings), label, _sanctioned(profile, "warning")))
    for kind, months in sorted(totals.months.items()):
        length = length_in_words(wording, months=months) or ""
        label = sanction_kind_in_words(wording, kind)
        found.append(Figure(length, label, _sanctioned(profile, kind)))
    if totals.forced_labour_hours:
        length = length_in_words(wording, hours=totals.forced_labour_hours) or ""
        behind = _sanctioned(profile, "forced-labour")
        found.append(Figure(length, sanction_kind_in_words(wording, "forced-labour"), behind))
    if totals.criminal_cases:
        behind = _with_kinds(profile, {"criminal-case", "charge", "conviction"})
        label = count(
            "event of a criminal case", "events of a criminal case", totals.criminal_cases
        )
        behind = _if(behind, totals.criminal_cases)
        found.append(Figure(number(totals.criminal_cases), label, behind))
    label = count("source", "sources", totals.sources)
    sourced = tuple(event.id for event in profile.events if event.sources)
    found.append(Figure(number(totals.sources), label, sourced, "sources"))
    return found


def sanction_of(measure: Measure) -> Sanction | None:
    """Return the sanction of a line of the ledger, None where no penalty is stated."""
    return None if measure.sanction is None else measure.event.sanctions[measure.sanction]


def small_timeline(profile: Profile, wording: Wording) -> Timeline:
    """Return the person's events as bars, on whole months from the first to the last."""
    groups: dict[dt.date, Counter[str]] = {}
    if profile.first is None or profile.last is None:
        return Timeline("day", (), None, None)
    first = profile.first.replace(day=1)
    last = (profile.last.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    unit: Literal["day", "month"] = "day" if (last - first).days <= _DAYS else "month"
    for event in profile.events:
        if event.date is not None:
            start = event.date if unit == "day" else event.date.replace(day=1)
            group = wording.group_of(event.kinds[0] if event.kinds else "")
            groups.setdefault(start, Counter())[group] += 1
    bars = tuple(Bar(start, dict(counts)) for start, counts in sorted(groups.items()))
    return Timeline(unit, bars, first, last - dt.timedelta(days=1))


def _all(profile: Profile) -> tuple[str, ...]:
    return tuple(event.id for event in profile.events)


def _sanctioned(profile: Profile, kind: str, currency: str | None = None) -> tuple[str, ...]:
    found: list[str] = []
    for measure in profile.measures:
        sanction = sanction_of(measure)
        if sanction is None or sanction.kind != kind or sanction.recalled:
            continue
        if currency is None or sanction.currency == currency:
            found.append(measure.event.id)
    return tuple(dict.fromkeys(found))


def _with_kinds(profile: Profile, kinds: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.event.id for m in profile.measures if kinds & set(m.kinds)))


def _if(events: tuple[str, ...], number: int) -> tuple[str, ...]:
    return events if len(events) == number else ()
