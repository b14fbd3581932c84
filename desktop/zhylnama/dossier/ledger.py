"""The ledger: every charge and measure against the person, by event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from zhylnama.archive.model import Measure
from zhylnama.archive.profile import CASE_KINDS
from zhylnama.dossier.material import Material, begin
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.dossier.model import LawLine, Ledger, LedgerRow, MeasureLine
from zhylnama.record.event import Event

# The kind of event that a kind of sanction makes; the others have the same name.
_KIND_OF_SANCTION = {"arrest": "administrative-arrest"}


def compose_ledger(material: Material) -> Ledger:
    """Return the ledger; without a measure it says so, and that this is not a "no"."""
    tr = material.wording.tr
    by_event = groupby(material.profile.measures, key=lambda measure: measure.event.id)
    whole = tuple(_row(material, list(measures)) for _, measures in by_event)
    rows = _with_titles_once(whole)
    intro: list[str] = []
    if rows != whole:
        intro.append(tr("The title of an article stands where the table cites it first."))
    if not rows:
        intro.append(
            tr(
                "The archive records no charge and no measure against {name}. "
                "That does not mean that there was none.",
                name=material.name,
            )
        )
    return Ledger(
        heading=tr("Charges and measures"),
        intro=tuple(intro),
        head=(tr("Date"), tr("Law"), tr("Reason given"), tr("Measure"), tr("Source")),
        rows=rows,
    )


def _with_titles_once(rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
    """Leave out a title that an earlier row has: said a hundred times it hides what differs."""
    said: set[str] = set()
    shorter = []
    for row in rows:
        laws = tuple(replace(law, title=None) if law.title in said else law for law in row.laws)
        said.update(law.title for law in row.laws if law.title is not None)
        shorter.append(replace(row, laws=laws))
    return tuple(shorter)


def _row(material: Material, measures: list[Measure]) -> LedgerRow:
    wording = material.wording
    event = measures[0].event
    laws = dict.fromkeys(law for measure in measures for law in measure.laws)
    return LedgerRow(
        event=event.id,
        date=material.when(event, short=True),
        laws=tuple(law_line(material, *law) for law in laws),
        no_law=None if laws else wording.tr("article not stated"),
        reason=event.reason,
        no_reason=None if event.reason is not None else wording.tr("not stated"),
        reason_remark=_reason_remark(material, event),
        measures=tuple(_measures(material, measures)),
        sources=material.source_numbers(event),
        report=material.report_of(event, short=True),
    )


def _measures(material: Material, measures: list[Measure]) -> Iterator[MeasureLine]:
    """Word what was done besides the sanctions (a detention, a charge), then each sanction."""
    wording = material.wording
    sanctions = [s for measure in measures if (s := material.sanction(measure)) is not None]
    told = {_KIND_OF_SANCTION.get(sanction.kind, sanction.kind) for sanction in sanctions}
    # Of an event's kinds, only those that are a measure: a rally is none.
    done = [k for k in measures[0].kinds if k in CASE_KINDS and k not in told]
    if done:
        said = ", ".join(wording.kind(kind) for kind in done)
        yield MeasureLine(begin(said), None)
    for sanction in sanctions:
        remark = None
        if sanction.recalled:
            remark = wording.tr("Only recalled in this event; not in the totals.")
        yield MeasureLine(begin(sanction_in_words(wording, sanction)), remark)


def law_line(material: Material, code: str, article: str, part: str | None) -> LawLine:
    """Return an article as it is cited in the dossier's language, with its title if known."""
    wording = material.wording
    return LawLine(wording.article(code, article, part), wording.law_title(code, article))


def _reason_remark(material: Material, event: Event) -> str | None:
    """Say that a reason belongs to an event with several people, where theirs may differ.

    A record has one reason for an event. Where people in it were charged or punished differently,
    it may not be this person's alone.
    """
    targeted = {who.person for who in event.people if who.role == "targeted"}
    if event.reason is None or len(targeted) < 2:
        return None
    differ = (
        any(who.kinds is not None for who in event.people if who.role == "targeted")
        or any(law.person is not None for law in event.law)
        or len({s.kind for s in event.sanctions}) > 1
    )
    if not differ:
        return None
    return material.wording.tr("given for the event as a whole, which names several people")
