"""The chronology, and the two readings of it: treatment, and remedies.

An account is told once, in the chronology. The other sections point there by date, so that
nothing is printed twice and nothing can come to differ.
"""

from __future__ import annotations

from zhylnama.dossier.material import Material, begin, language_in_words, role_in_words
from zhylnama.dossier.model import Chronology, Entry, Item, Listing
from zhylnama.dossier.place_names import place_in_words
from zhylnama.record.event import Event
from zhylnama.wording.doubts import doubt_in_words

TREATMENT = frozenset(
    {
        "prison-conditions",
        "torture",
        "violence",
        "hunger-strike",
        "self-harm",
        "death-in-custody",
        "transfer",
    }
)
REMEDIES = frozenset({"appeal", "complaint", "release", "amnesty"})
INTERVENTIONS = frozenset({"international", "demand", "publication"})


def compose_chronology(material: Material) -> Chronology:
    """Return every event, oldest first, each account in its own language."""
    wording = material.wording
    foreign = {event.lang for event in material.events} - {wording.lang}
    intro: list[str] = []
    uniform = len({event.lang for event in material.events}) == 1 and bool(foreign)
    if uniform:
        language = language_in_words(wording, next(iter(foreign)))
        intro.append(
            wording.tr(
                "The accounts stand in the language in which the archive keeps them: {language}.",
                language=language,
            )
        )
    return Chronology(
        heading=wording.tr("Chronology"),
        intro=tuple(intro),
        entries=tuple(_entry(material, event, uniform) for event in material.events),
    )


def _entry(material: Material, event: Event, uniform: bool) -> Entry:
    wording = material.wording
    roles = material.roles(event)
    role = None
    if roles and "targeted" not in roles:
        said = ", ".join(role_in_words(wording, role) for role in roles)
        role = wording.tr("named as: {roles}", roles=said)
    language = None
    if event.lang != wording.lang and not uniform:
        name = language_in_words(wording, event.lang)
        language = wording.tr("language of the account: {language}", language=name)
    parts = (part for part in (event.place, event.region) if part)
    place = ", ".join(place_in_words(part, wording.lang) for part in parts)
    return Entry(
        event=event.id,
        date=material.when(event),
        place=place or None,
        title=headline(material, event),
        account=event.text,
        language=language,
        role=role,
        sources=material.source_numbers(event),
        report=material.report_of(event),
        remarks=remarks_on(material, event),
    )


def headline(material: Material, event: Event) -> str:
    """Return an event's title, or else its kinds, or else its date: never nothing."""
    if event.title is not None:
        return event.title
    kinds = ", ".join(material.wording.kind(kind) for kind in event.kinds)
    return kinds or material.when(event)


def remarks_on(material: Material, event: Event) -> tuple[str, ...]:
    """Return the errors of the report that the record keeps, and what it marks as uncertain."""
    wording = material.wording
    remarks = []
    if event.note is not None:
        remarks.append(wording.tr("Note on the report: {note}", note=event.note))
    remarks += [
        wording.tr("Uncertain: {reason}", reason=doubt_in_words(wording, why))
        for why in event.uncertain
    ]
    return tuple(remarks)


def compose_treatment(material: Material) -> Listing | None:
    """Return the events of detention, health and treatment directed at the person, if any."""
    events = [event for event in material.events if TREATMENT.intersection(material.kinds(event))]
    if not events:
        return None
    tr = material.wording.tr
    return Listing(
        key="treatment",
        heading=tr("Health and treatment"),
        intro=(tr("These events tell of treatment; the chronology has the accounts."),),
        items=tuple(_pointer(material, event) for event in events),
    )


def compose_remedies(material: Material) -> Listing | None:
    """Return complaints and appeals that name the person, and interventions by others, if any."""
    events = [
        event
        for event in material.events
        if REMEDIES.intersection(event.kinds)
        or (material.targeted(event) and INTERVENTIONS.intersection(event.kinds))
    ]
    if not events:
        return None
    tr = material.wording.tr
    return Listing(
        key="remedies",
        heading=tr("Remedies and interventions"),
        intro=(
            tr(
                "Complaints, appeals, releases and statements in the events that name this "
                "person; who acted, and for whom, is told in the chronology."
            ),
        ),
        items=tuple(_pointer(material, event) for event in events),
    )


def _pointer(material: Material, event: Event) -> Item:
    kinds = ", ".join(material.wording.kind(kind) for kind in event.kinds)
    return Item(
        label=begin(kinds), text=headline(material, event), mentions=(material.mention(event),)
    )
