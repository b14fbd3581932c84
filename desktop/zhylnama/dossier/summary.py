"""The summary: what the archive holds on one person, in sentences and in figures.

The totals come from the archive, which leaves out every sanction that is only recalled. No
pronouns: the archive does not know anybody's sex, and a wrong one is a false statement.
"""

from __future__ import annotations

from collections import Counter

from zhylnama.dossier.material import Material, begin, end, role_in_words
from zhylnama.dossier.measures import (
    length_in_words,
    length_of_kind,
    money_in_words,
    sanction_in_words,
    sanction_kind_in_words,
)
from zhylnama.dossier.model import Figure, Summary
from zhylnama.record.event import Event, Sanction

_MOST_RECALLED = 6


def compose_summary(material: Material) -> Summary:
    """Return the summary of one person."""
    return Summary(
        heading=material.wording.tr("Summary"),
        sentences=tuple(
            end(said)
            for said in (
                *_extent(material),
                *_roles(material),
                *_recorded(material),
                *_recalled(material),
            )
        ),
        figures=_figures(material),
        status=tuple(end(begin(said)) for said in _status(material)),
    )


def _extent(material: Material) -> list[str]:
    wording = material.wording
    number = len(material.events)
    said = [
        wording.count(
            "The archive holds {n} event that names {name}.",
            "The archive holds {n} events that name {name}.",
            number,
            name=material.name,
        )
    ]
    dated = [event for event in material.events if event.date is not None]
    if len(dated) == 1:
        date = material.when(dated[0])
        if number == 1:
            said.append(wording.tr("It is dated {date}.", date=date))
        else:
            said.append(wording.tr("Only one of them is dated: {date}.", date=date))
    elif dated:
        first, last = dated[0], last_event(material)
        assert last is not None
        said.append(
            wording.tr(
                "The earliest is dated {first}, the latest {last}.",
                first=material.when(first),
                last=material.when(last),
            )
        )
    undated = number - len(dated)
    if undated:
        said.append(wording.count("{n} event has no date.", "{n} events have no date.", undated))
    return said


def last_event(material: Material) -> Event | None:
    """Return the event that reaches furthest; of several, the last in the archive's order."""
    dated = [
        (event.until or event.date, position, event)
        for position, event in enumerate(material.events)
        if event.date is not None
    ]
    return max(dated, key=lambda entry: entry[:2])[2] if dated else None


def _roles(material: Material) -> list[str]:
    """Say in which roles the events name the person, where it is not one role throughout."""
    wording = material.wording
    counts = Counter(role for event in material.events for role in material.roles(event))
    if not counts or (len(counts) == 1 and "targeted" in counts):
        return []
    named = ", ".join(
        f"{role_in_words(wording, role)} ({wording.number(number)})"
        for role, number in counts.most_common()
    )
    return [wording.tr("In these events the name stands as: {roles}.", roles=named)]


def _recorded(material: Material) -> list[str]:
    wording = material.wording
    if not any(material.targeted(event) for event in material.events):
        return []
    imposed = material.sanctions(recalled=False)
    if not imposed:
        return [
            wording.tr(
                "No sanction is recorded as imposed in these events. "
                "That does not mean that there was none."
            )
        ]
    kinds = dict.fromkeys(sanction.kind for _, sanction in imposed)
    said = [_total_of_kind(material, [s for _, s in imposed if s.kind == kind]) for kind in kinds]
    return [wording.tr("Sanctions recorded: {sanctions}.", sanctions="; ".join(said))]


def _total_of_kind(material: Material, sanctions: list[Sanction]) -> str:
    """Word all sanctions of one kind: a single one as it is, several as their sum.

    Bans and terms may run side by side, so only arrests and fines are summed; the others are
    listed one by one.
    """
    wording = material.wording
    if len(sanctions) == 1:
        return sanction_in_words(wording, sanctions[0])
    kind = sanctions[0].kind
    totals = material.profile.totals
    if kind == "arrest" and all(s.days is not None for s in sanctions):
        length = length_in_words(wording, days=totals.arrest_days)
        assert length is not None
        total = length_of_kind(wording, kind, length)
        return wording.count(
            "{total} in all ({n} sanction)", "{total} in all ({n} sanctions)", len(sanctions),
            total=total,
        )  # fmt: skip
    if kind == "fine" and all(s.amount is not None for s in sanctions):
        sums = " + ".join(money_in_words(wording, a, c) for c, a in sorted(totals.fines.items()))
        return wording.count(
            "{total} in all ({n} sanction)", "{total} in all ({n} sanctions)", len(sanctions),
            total=wording.tr("fines of {amount}", amount=sums),
        )  # fmt: skip
    listed = ", ".join(dict.fromkeys(sanction_in_words(wording, s) for s in sanctions))
    return wording.count(
        "{measure}, recorded {n} time: {listed}", "{measure}, recorded {n} times: {listed}",
        len(sanctions), measure=sanction_kind_in_words(wording, kind), listed=listed,
    )  # fmt: skip


def _recalled(material: Material) -> list[str]:
    """Say what the events only look back on, with the date of the telling, never of the act."""
    wording = material.wording
    recalled = material.sanctions(recalled=True)
    if not recalled:
        return []
    shown = "; ".join(
        wording.tr(
            "{sanction} (told on {date})",
            sanction=sanction_in_words(wording, sanction),
            date=material.when(event),
        )
        for event, sanction in recalled[:_MOST_RECALLED]
    )
    rest = len(recalled) - _MOST_RECALLED
    if rest > 0:
        shown += "; " + wording.count("and {n} more", "and {n} more", rest)
    return [
        wording.tr(
            "The events also look back on: {sanctions}. "
            "The totals leave out what is only recalled.",
            sanctions=shown,
        )
    ]


def _figures(material: Material) -> tuple[Figure, ...]:
    wording = material.wording
    totals = material.profile.totals
    number = len(material.events)
    figures = [Figure(wording.number(number), wording.count("event", "events", number))]
    if any(material.targeted(event) for event in material.events):
        figures += _figures_of_measures(material)
    if totals.criminal_cases:
        # Events, not cases: two events may tell of one case.
        label = wording.count(
            "event of a criminal case", "events of a criminal case", totals.criminal_cases
        )
        figures.append(Figure(wording.number(totals.criminal_cases), label))
    sources = len(material.cited)
    if sources or not material.redacted:  # taken out is not "none"
        said = wording.count("source", "sources", sources)
        figures.append(Figure(wording.number(sources), said))
    return tuple(figures)


def _figures_of_measures(material: Material) -> list[Figure]:
    wording = material.wording
    totals = material.profile.totals
    figures = []
    if totals.detained:
        # Events, not detentions: two events may tell of one.
        label = wording.count("event of detention", "events of detention", totals.detained)
        figures.append(Figure(wording.number(totals.detained), label))
    label = wording.count(
        "day of administrative arrest recorded",
        "days of administrative arrest recorded",
        totals.arrest_days,
    )
    figures.append(Figure(wording.number(totals.arrest_days), label))
    for currency, amount in sorted(totals.fines.items()):
        label = wording.tr("in fines recorded")
        figures.append(Figure(money_in_words(wording, amount, currency), label))
    for kind in ("imprisonment", "restriction-of-liberty"):
        imposed = [s for _, s in material.sanctions(recalled=False) if not s.suspended]
        of_kind = [s for s in imposed if s.kind == kind]
        if len(of_kind) == 1 and of_kind[0].months is not None:
            length = length_in_words(wording, months=of_kind[0].months)
            figures.append(Figure(length or "", sanction_kind_in_words(wording, kind)))
    return figures


def _status(material: Material) -> tuple[str, ...]:
    """Say what was told last, and that nothing is known of the time since."""
    wording = material.wording
    last = last_event(material)
    since = wording.tr("What has happened since is not known to this archive.")
    if last is None:
        return (wording.tr("No event that names this person has a date."), since)
    date = material.when(last)
    if last.title is not None:
        said = wording.tr(
            "The last mention is dated {date}: “{title}”.", date=date, title=last.title
        )
    elif material.kinds(last):
        kinds = ", ".join(wording.kind(kind) for kind in material.kinds(last))
        said = wording.tr("The last mention is dated {date}: {kinds}.", date=date, kinds=kinds)
    else:
        said = wording.tr("The last mention is dated {date}.", date=date)
    return (said, since)
