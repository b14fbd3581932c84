"""What the review says in words: its fields, what is uncertain and why, what is not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from zhylnama.dossier.material import role_in_words
from zhylnama.dossier.measures import length_in_words, sanction_kind_in_words
from zhylnama.reading.reviewing.fields import Field
from zhylnama.reading.reviewing.typed import NotUnderstood, Vocabulary
from zhylnama.record.event import Role, Sanction, SanctionKind
from zhylnama.wording import Wording


def vocabulary(wording: Wording, kinds: list[str]) -> Vocabulary:
    """Return the words in which fields are shown and typed."""

    def length(one: Sanction) -> str | None:
        return length_in_words(wording, months=one.months, days=one.days, hours=one.hours)

    return Vocabulary(
        roles={role: role_in_words(wording, role) for role in get_args(Role)},
        kinds={kind: wording.kind(kind) for kind in kinds},
        sanctions={kind: sanction_kind_in_words(wording, kind) for kind in get_args(SanctionKind)},
        recalled=wording.tr("recalled"),
        length=length,
        quotes="“”" if wording.lang == "en" else "«»",
    )


def field_in_words(wording: Wording, field: Field) -> str:
    """Return the label of a field."""
    return {
        "date": wording.tr("Date"),
        "place": wording.tr("Place"),
        "region": wording.tr("Region"),
        "kinds": wording.tr("Kind"),
        "people": wording.tr("People"),
        "law": wording.tr("Law"),
        "sanctions": wording.tr("Sanctions"),
        "reason": wording.tr("Reason given"),
        "organisations": wording.tr("Organisations"),
        "sources": wording.tr("Sources"),
        "text": wording.tr("Text"),
    }[field]


def hint_in_words(wording: Wording, field: Field) -> str:
    """Return how a field is typed."""
    if field == "date":
        return wording.tr("2021-12-05, 2021-12-05 – 2021-12-07, 2021-12 or 2021")
    if field == "people":
        return wording.tr("One a line: name; role")
    if field == "law":
        return wording.tr("One a line: AOC 488 6; name of whom alone it concerns")
    if field == "sanctions":
        return wording.tr("One a line: fine; 20 MCI; name of whom it concerns")
    if field == "sources":
        return wording.tr("One a line: number of the note and address")
    if field in ("kinds", "organisations"):
        return wording.tr("One a line")
    return ""


def misunderstanding_in_words(wording: Wording, failure: NotUnderstood) -> str:
    """Return why a typed line was not taken."""
    said = failure.said
    return {
        "date": wording.tr("“{said}” is not a date of the form 2021-12-05.", said=said),
        "kind": wording.tr("“{said}” is not in the list of kinds.", said=said),
        "role": wording.tr("“{said}” is not a role.", said=said),
        "law": wording.tr("“{said}” is not an article of the form AOC 488 6.", said=said),
        "sanction": wording.tr("“{said}” is not a sanction.", said=said),
        "person": wording.tr("“{said}” is nobody in this event.", said=said),
        "source": wording.tr("“{said}” has neither a number nor an address.", said=said),
        "text": wording.tr("An event needs a text."),
    }[failure.what]


def fault_in_words(wording: Wording, sentence: str) -> str:
    """Return what contradicts itself in an event; what has no translation stays as it is."""
    return {
        "the last day lies before the first": wording.tr("The last day lies before the first."),
        "an amount needs its currency": wording.tr("An amount needs its currency."),
        "only a fine has an amount": wording.tr("Only a fine has an amount."),
        "a fine has no length": wording.tr("A fine or a warning has no length."),
        "a warning has no length": wording.tr("A fine or a warning has no length."),
        "holds a control character": wording.tr(
            "The text holds a character that no file can carry."
        ),
    }.get(sentence) or _named_fault(wording, sentence)


def _named_fault(wording: Wording, sentence: str) -> str:
    if sentence.endswith(" is not among the people"):
        return wording.tr("A sanction or an article names somebody who is not among the people.")
    return sentence


def likeness_in_words(wording: Wording, why: str) -> str:
    """Return why two names may be one person's."""
    return {
        "an initial stands for a name": wording.tr("an initial stands for a name"),
        "a letter differs": wording.tr("a letter differs"),
        "another form of the name": wording.tr("another form of the name"),
        "one name only": wording.tr("one name only"),
        "the same name": wording.tr("the same name"),
    }.get(why, why)


def changed_in_words(wording: Wording, fields: Sequence[str]) -> str:
    """Return which fields of an event differ between two editions."""
    told = ["date" if name in ("until", "precision") else name for name in fields]
    known = [name for name in dict.fromkeys(told) if name in get_args(Field)]
    names = [field_in_words(wording, name) for name in known]  # type: ignore[arg-type]
    return ", ".join(names)
