"""The same report twice, or a corrected edition of it: which events are the same, and what changed.

An event of the new reading is paired with one of the archive by what both tell: text, day, sources,
people, place, paragraph. What is paired is never added a second time; what has no pair is added or
gone. Whoever reviews the report chooses; without a choice nothing of the archive is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from zhylnama.record.event import Event

# Where an event stands in the report, and what the archive alone has, are no news.
COMPARED: Final = (
    "date", "until", "precision", "place", "region", "kinds", "text", "people", "organisations",
    "law", "reason", "sanctions", "sources",
)  # fmt: skip
_WEIGHTS: Final = {
    "text": 4.0, "sources": 3.0, "people": 4.0, "date": 2.0, "paragraph": 1.5, "place": 1.0,
    "law": 1.0, "sanctions": 1.0,
}  # fmt: skip
# Two fines of one court day read alike but for the name: those stay apart.
ENOUGH: Final = 0.6
# Of a corrected edition most events are found again; two monitors who report on one month share few.
SAME_REPORT: Final = 0.25
# Reports of overlapping periods tell an event twice, in nearly the same words.
NEARLY: Final = 90.0


@dataclass(frozen=True, slots=True)
class Changed:
    """An event in both editions, with the names of the fields that differ."""

    old: Event
    new: Event
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a report has that the archive has of it already, and what it has not."""

    unchanged: tuple[Event, ...] = ()
    changed: tuple[Changed, ...] = ()
    added: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()

    def __add__(self, other: Difference) -> Difference:
        """Return the difference of two reports together."""
        return Difference(
            self.unchanged + other.unchanged,
            self.changed + other.changed,
            self.added + other.added,
            self.gone + other.gone,
        )

    @property
    def known(self) -> bool:
        """Return whether the archive has anything of this report."""
        return bool(self.unchanged or self.changed or self.gone)


@dataclass(slots=True)
class Choice:
    """What to do with a difference: ids of the archive's events, or of the added ones.

    As it stands at first nothing of the archive is changed or removed; what is new is added.
    """

    take_changed: set[str] = field(default_factory=set)
    drop_gone: set[str] = field(default_factory=set)
    leave_added: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens to the archive: events to add, to put in the place of others, to remove."""

    add: tuple[Event, ...]
    replace: Mapping[str, Event]
    remove: frozenset[str]


def compare(archive: Iterable[Event], new: Sequence[Event], period: str | None) -> Difference:
    """Compare the events of a new reading with those of an archive, which are streamed.

    Events of the archive count as this report's by its period. An event of another period, or of
    none, is only taken as the same where its text is word for word the same, or nearly so with the
    same day and the same people. Where hardly any event of the period is found again, the archive's
    are of another monitor's report on it, and none of them is gone.
    """
    texts = {_plain(event.text) for event in new}
    by_day: dict[object, list[Event]] = defaultdict(list)
    for event in new:
        by_day[event.date].append(event)
    old: list[Event] = []
    own: set[str] = set()
    for event in archive:
        of_period = period is not None and event.report == period
        told_again = any(_is_nearly(event, each) for each in by_day.get(event.date, ()))
        if of_period or told_again or _plain(event.text) in texts:
            old.append(event)
            if of_period:
                own.add(event.id)
    pairs = _pairs(old, new, own)
    unchanged: list[Event] = []
    changed: list[Changed] = []
    for i, j in sorted(pairs.items()):
        fields = changed_fields(old[i], new[j])
        if fields:
            changed.append(Changed(old[i], new[j], fields))
        else:
            unchanged.append(old[i])
    taken = set(pairs.values())
    found_again = sum(old[i].id in own for i in pairs)
    others = found_again < SAME_REPORT * len(own)
    return Difference(
        unchanged=tuple(unchanged),
        changed=tuple(changed),
        added=tuple(event for j, event in enumerate(new) if j not in taken),
        gone=()
        if others
        else tuple(e for i, e in enumerate(old) if i not in pairs and e.id in own),
    )


def changed_fields(old: Event, new: Event) -> tuple[str, ...]:
    """Return the fields in which two readings of one event differ; order alone is no difference."""
    return tuple(name for name in COMPARED if _value(old, name) != _value(new, name))


def make_plan(difference: Difference, choice: Choice) -> Plan:
    """Return what a choice comes to. An event that is put in another's place takes over its id."""
    replace: dict[str, Event] = {}
    for changed in difference.changed:
        if changed.old.id in choice.take_changed:
            replace[changed.old.id] = msgspec.structs.replace(
                changed.new,
                id=changed.old.id,
                title=changed.new.title or changed.old.title,
                note=changed.new.note or changed.old.note,
            )
    gone = {event.id for event in difference.gone}
    return Plan(
        add=tuple(event for event in difference.added if event.id not in choice.leave_added),
        replace=replace,
        remove=frozenset(gone & choice.drop_gone),
    )


# -- Pairs ---------------------------------------------------------------------------------------


def _pairs(old: Sequence[Event], new: Sequence[Event], own: set[str]) -> dict[int, int]:
    """Return for events of `old` which of `new` each is; the likest find each other first.

    `own` are the ids of those that are of the same report.
    """
    by_key: dict[object, list[int]] = defaultdict(list)
    for i, event in enumerate(old):
        for key in _keys(event):
            by_key[key].append(i)
    likeness: list[tuple[float, int, int]] = []
    for j, event in enumerate(new):
        near = {i for key in _keys(event) for i in by_key.get(key, ())}
        for i in near:
            score = _likeness(old[i], event)
            same = old[i].id in own or _plain(old[i].text) == _plain(event.text)
            if score >= ENOUGH and (same or _is_nearly(old[i], event)):
                likeness.append((score, i, j))
    # Of equals the earlier ones: a sentence printed twice pairs in the order of the report.
    likeness.sort(key=lambda each: (-each[0], each[1], each[2]))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in likeness:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _is_nearly(one: Event, other: Event) -> bool:
    """Whether two reports tell the same event: two fines of one day differ by who was fined."""
    from rapidfuzz import fuzz

    people = {each.person for each in one.people}
    if one.date is None or one.date != other.date or people != {e.person for e in other.people}:
        return False
    alike = fuzz.token_sort_ratio(_plain(one.text), _plain(other.text), score_cutoff=NEARLY)
    return alike >= NEARLY and (bool(people) or one.place == other.place)


def _keys(event: Event) -> set[object]:
    """Return what two readings of one event have in common, at least one of them."""
    found: set[object] = {("text", _plain(event.text)), ("date", event.date)}
    found |= {("url", source.url) for source in event.sources if source.url}
    if event.paragraph is not None:
        found.add(("paragraph", event.paragraph))
    return found


def _likeness(old: Event, new: Event) -> float:
    """Return from 0 to 1 how much two events tell the same; what one leaves out does not count."""
    from rapidfuzz import fuzz

    one, other = _plain(old.text), _plain(new.text)
    parts = {
        "text": fuzz.token_sort_ratio(one, other) / 100,
        "date": _same(old.date, new.date),
        "paragraph": _same(old.paragraph, new.paragraph),
        "place": _same(old.place, new.place),
        "sources": _shared(
            {one.url for one in old.sources if one.url}, {one.url for one in new.sources if one.url}
        ),
        "people": _shared({one.person for one in old.people}, {one.person for one in new.people}),
        "law": _shared(_laws(old), _laws(new)),
        "sanctions": _shared(
            {msgspec.structs.astuple(one)[1:6] for one in old.sanctions},
            {msgspec.structs.astuple(one)[1:6] for one in new.sanctions},
        ),
    }
    told = {name: part for name, part in parts.items() if part is not None}
    whole = sum(_WEIGHTS[name] for name in told)
    # The same words are the same event; the rest tells apart what a report says twice.
    return sum(_WEIGHTS[name] * part for name, part in told.items()) / whole + (one == other)


def _laws(event: Event) -> set[tuple[str, str]]:
    return {(one.code, one.article) for one in event.law}


def _same(old: object, new: object) -> float | None:
    return None if old is None or new is None else float(old == new)


def _shared(old: set[Any], new: set[Any]) -> float | None:
    return None if not old or not new else len(old & new) / len(old | new)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _value(event: Event, name: str) -> object:
    value = getattr(event, name)
    if name == "text":
        return " ".join(value.split())
    if name == "sources":
        return {(one.url or one.number) for one in value}
    if isinstance(value, list):
        return {msgspec.json.encode(one) for one in value}
    return value
