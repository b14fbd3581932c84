"""Who the person is, and who else the same events name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zhylnama.dossier.material import Material, order_of, role_in_words
from zhylnama.dossier.model import Item, Listing, Section
from zhylnama.record.event import Event, Office

_MOST_LISTED = 60


def office_in_words(office: Office) -> str:
    """Return a post with its organisation, as far as a report says either."""
    return ", ".join(part for part in (office.title, office.organisation) if part)


def compose_identity(material: Material) -> Listing:
    """Return the parts of the name, its spellings with the events that use them, and offices."""
    tr = material.wording.tr
    person = material.profile.person
    items: list[Item] = []
    for label, value in (
        (tr("Surname"), person.surname),
        (tr("Given name"), person.given),
        (tr("Patronymic"), person.patronymic),
    ):
        if value is not None:
            items.append(Item(label, value))
    for number, (spelling, _) in enumerate(material.profile.spellings):
        used = [
            event
            for event in material.events
            if any(who.name == spelling for who in material.appearances(event))
        ]
        label = tr("Spellings") if number == 0 else ""
        items.append(Item(label, spelling, material.mentions(used)))
    offices = [said for office in material.profile.offices if (said := office_in_words(office))]
    for number, office in enumerate(offices):
        items.append(Item(tr("Described as") if number == 0 else "", office))
    if person.note is not None:
        items.append(Item(tr("Note"), person.note))
    return Listing(
        key="identity",
        heading=tr("Identity and spellings"),
        intro=(tr("As the reports print it; nothing is added from elsewhere."),),
        items=tuple(items),
    )


def compose_officials(material: Material) -> Listing | None:
    """Return the officials whom the same events name; being named is not a finding."""
    tr = material.wording.tr
    found = _others(material, lambda role: role == "official")
    return _listing(
        material,
        "officials",
        tr("Officials named"),
        tr(
            "The same events name these people as officials. "
            "To be named here is not a finding that somebody is responsible."
        ),
        [(name, "", events) for name, _, events in found],
    )


def compose_organisations(material: Material) -> Listing | None:
    """Return the authorities and organisations whom the same events name."""
    tr = material.wording.tr
    events_of: dict[str, list[Event]] = {}
    for event in material.events:
        for organisation in dict.fromkeys(event.organisations):
            events_of.setdefault(organisation, []).append(event)
    return _listing(
        material,
        "organisations",
        tr("Authorities and organisations named"),
        tr("In whatever part: acting, concerned or only mentioned. The chronology tells which."),
        [(name, "", events) for name, events in _by_number(events_of.items())],
    )


def compose_companions(material: Material) -> Listing | None:
    """Return everybody else whom the same events name, with their roles."""
    wording = material.wording
    found = _others(material, lambda role: role != "official")
    rows = [
        (name, ", ".join(role_in_words(wording, role) for role in roles), events)
        for name, roles, events in found
    ]
    return _listing(
        material,
        "companions",
        wording.tr("People named in the same events"),
        wording.tr("To be named in the same event does not mean to know one another."),
        rows,
    )


def compose_may_be(material: Material) -> Listing | None:
    """Return who may be the same person and was kept apart for want of proof."""
    wording = material.wording
    items = tuple(
        Item(
            other.name,
            wording.count(
                "{n} event, not in this dossier",
                "{n} events, not in this dossier",
                other.events,
            ),
        )
        for other in material.profile.may_be
    )
    if not items:
        return None
    return Listing(
        key="may-be",
        heading=wording.tr("May be the same person"),
        intro=(
            wording.tr(
                "The names are alike, but the archive has no proof that they mean one person. "
                "They are kept apart: what is told of one is not told here of the other."
            ),
        ),
        items=items,
    )


def _others(
    material: Material, wanted: Callable[[str], bool]
) -> list[tuple[str, tuple[str, ...], list[Event]]]:
    """Return other people in the wanted roles: name, roles and events, most events first."""
    names = {other.person: other.name for other in material.profile.companions}
    events_of: dict[str, list[Event]] = {}
    roles_of: dict[str, dict[str, None]] = {}
    for event in material.events:
        for who in event.people:
            if who.person == material.person or not wanted(who.role):
                continue
            names.setdefault(who.person, who.name)
            roles_of.setdefault(who.person, {})[who.role] = None
            events = events_of.setdefault(who.person, [])
            if not events or events[-1] is not event:
                events.append(event)
    return [
        (names[person], tuple(roles_of[person]), events)
        for person, events in _by_number(events_of.items())
    ]


def _by_number(entries: Iterable[tuple[str, list[Event]]]) -> list[tuple[str, list[Event]]]:
    return sorted(entries, key=lambda entry: (-len(entry[1]), order_of(entry[0])))


def _listing(
    material: Material,
    key: Section,
    heading: str,
    intro: str,
    rows: list[tuple[str, str, list[Event]]],
) -> Listing | None:
    """Return a listing of names with their events; what goes beyond 60 lines is said."""
    if not rows:
        return None
    rest = len(rows) - _MOST_LISTED
    closing = None
    if rest > 0:
        closing = material.wording.count(
            "{n} further name is not listed here; the chronology has it.",
            "{n} further names are not listed here; the chronology has them.",
            rest,
        )
    items = tuple(
        Item(name, text, material.mentions(events)) for name, text, events in rows[:_MOST_LISTED]
    )
    return Listing(key, heading, (intro,), items, closing)
