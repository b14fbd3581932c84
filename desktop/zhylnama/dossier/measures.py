"""A sanction in words: "15 days of administrative arrest", "fine of 145,850 tenge"."""

from __future__ import annotations

from zhylnama.record.event import Sanction
from zhylnama.wording import Wording


def length_in_words(
    wording: Wording,
    *,
    months: int | None = None,
    days: int | None = None,
    hours: int | None = None,
) -> str | None:
    """Return a length as it is said (`2 years 6 months`); None where none is stated.

    A stated zero is said as zero: it is not the same as "not stated".
    """
    parts: list[str] = []
    if months is not None:
        years, rest = divmod(months, 12)
        if years:
            parts.append(wording.count("{n} year", "{n} years", years))
        if rest or not years:
            parts.append(wording.count("{n} month", "{n} months", rest))
    if days is not None:
        parts.append(wording.count("{n} day", "{n} days", days))
    if hours is not None:
        parts.append(wording.count("{n} hour", "{n} hours", hours))
    return " ".join(parts) or None


def money_in_words(wording: Wording, amount: float, currency: str) -> str:
    """Return an amount with its currency; one that has no words here keeps its code."""
    number = wording.number(amount)
    if currency == "KZT":
        return wording.tr("{amount} tenge", amount=number)
    if currency == "MCI":
        return wording.tr("{amount} MCI", amount=number)
    return f"{number} {currency}"


def sanction_kind_in_words(wording: Wording, kind: str) -> str:
    """Return the bare name of a kind of sanction, to begin or to go on a sentence with."""
    names = {
        "arrest": wording.tr("administrative arrest"),
        "fine": wording.tr("fine"),
        "warning": wording.tr("official warning"),
        "imprisonment": wording.tr("imprisonment"),
        "custody": wording.tr("pre-trial detention"),
        "restriction-of-liberty": wording.tr("restriction of liberty"),
        "ban": wording.tr("ban"),
        "forced-labour": wording.tr("forced labour"),
    }
    return names.get(kind, kind)


def length_of_kind(wording: Wording, kind: str, length: str) -> str:
    """Return a kind of sanction with its length, in the word order of the language."""
    if kind == "arrest":
        return wording.tr("{length} of administrative arrest", length=length)
    if kind == "imprisonment":
        return wording.tr("imprisonment for {length}", length=length)
    if kind == "custody":
        return wording.tr("pre-trial detention for {length}", length=length)
    if kind == "restriction-of-liberty":
        return wording.tr("restriction of liberty for {length}", length=length)
    if kind == "ban":
        return wording.tr("ban for {length}", length=length)
    if kind == "forced-labour":
        return wording.tr("{length} of forced labour", length=length)
    name = sanction_kind_in_words(wording, kind)
    return wording.tr("{measure}, {length}", measure=name, length=length)


def sanction_in_words(wording: Wording, sanction: Sanction) -> str:
    """Return one sanction as a phrase without a verb.

    Whether it was imposed in the event or is only recalled there is for the caller to say.
    """
    name = sanction_kind_in_words(wording, sanction.kind)
    length = length_in_words(
        wording, months=sanction.months, days=sanction.days, hours=sanction.hours
    )
    if sanction.kind == "fine" and sanction.amount is not None and sanction.currency is not None:
        money = money_in_words(wording, sanction.amount, sanction.currency)
        said = wording.tr("fine of {amount}", amount=money)
    elif sanction.kind == "fine":
        said = wording.tr("fine, amount not stated")
    elif length is not None:
        said = length_of_kind(wording, sanction.kind, length)
    elif sanction.kind == "warning":
        said = name
    else:
        said = wording.tr("{measure}, length not stated", measure=name)
    if sanction.suspended:
        return wording.tr("{measure}, suspended", measure=said)
    if sanction.detail is not None:
        # What a ban forbids is archive text in its own language and grammar: set off, not woven in.
        return f"{said}: {sanction.detail}"
    return said
