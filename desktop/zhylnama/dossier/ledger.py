"""The ledger: every charge and measure against the person, a line each."""

from __future__ import annotations

from zhylnama.archive.model import Measure
from zhylnama.dossier.material import Material, begin
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.dossier.model import LawLine, Ledger, LedgerRow
from zhylnama.record.event import Event


def compose_ledger(material: Material) -> Ledger:
    """Return the ledger; without a measure it says so, and that this is not a "no"."""
    tr = material.wording.tr
    rows = tuple(_row(material, measure) for measure in material.profile.measures)
    intro: list[str] = []
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


def _row(material: Material, measure: Measure) -> LedgerRow:
    wording = material.wording
    event = measure.event
    sanction = material.sanction(measure)
    if sanction is not None:
        said = sanction_in_words(wording, sanction)
    else:
        said = ", ".join(wording.kind(kind) for kind in measure.kinds)
    laws = tuple(law_line(material, *law) for law in measure.laws)
    return LedgerRow(
        event=event.id,
        date=material.when(event, short=True),
        laws=laws,
        no_law=None if laws else wording.tr("article not stated"),
        reason=event.reason,
        reason_remark=_reason_remark(material, event),
        measure=begin(said) or wording.tr("not stated"),
        remark=wording.tr("Only recalled in this event; not in the totals.")
        if sanction is not None and sanction.recalled
        else None,
        sources=material.source_numbers(event),
        report=material.report_of(event, short=True),
    )


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
