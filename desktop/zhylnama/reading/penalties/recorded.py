"""Penalties with their people as the sanctions of a record."""

from __future__ import annotations

from zhylnama.reading.penalties.turns import Verdict
from zhylnama.record.event import SUSPENDED, Appearance, Sanction


def all_suspended(verdicts: list[Verdict]) -> bool:
    """Whether prison terms are given, and each of them on condition."""
    terms = [v.penalty for v in verdicts if v.penalty.kind == "imprisonment" and not v.recalled]
    return bool(terms) and all(term.detail == SUSPENDED for term in terms)


def sanctions_of(
    verdicts: list[Verdict], people: list[Appearance], doubts: list[str]
) -> list[Sanction]:
    """Return the penalties of an event as the record has them; adds to `doubts` what is not sure."""
    found: list[Sanction] = []
    for verdict in verdicts:
        penalty = verdict.penalty
        if verdict.doubt:
            doubts.append(verdict.doubt)
        whom: list[str | None] = [people[who].person for who in verdict.people] or [None]
        for person in whom:
            sanction = Sanction(
                person=person,
                kind=penalty.kind,
                days=penalty.days,
                months=penalty.months,
                hours=penalty.hours,
                amount=_whole(penalty.amount),
                currency=penalty.currency,
                detail=penalty.detail
                if penalty.kind == "ban" or penalty.detail == SUSPENDED
                else None,
                recalled=verdict.recalled,
            )
            if sanction not in found:
                found.append(sanction)
    return found


def _whole(amount: float | None) -> int | float | None:
    return int(amount) if amount is not None and amount == int(amount) else amount
