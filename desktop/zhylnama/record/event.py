"""What one event is, and who the people in it are.

The key names are a contract (docs/record-format.md): they are what `export` prints and what
`build` reads. Absent and null mean the same: the report does not say. Unknown is never "no".
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

Role = Literal["targeted", "relative", "defender", "journalist", "official", "speaker", "other"]
Precision = Literal["day", "month", "year"]
SanctionKind = Literal[
    "arrest",
    "fine",
    "warning",
    "imprisonment",
    "custody",
    "restriction-of-liberty",
    "ban",
    "forced-labour",
]

# \Z, not $: a `$` would let a line end pass at the end of a key.
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.-]*\Z", max_length=120)]
Name = Annotated[str, Meta(pattern=r"\S", max_length=1_000)]
Text = Annotated[str, Meta(pattern=r"\S", max_length=1_000_000)]
Title = Annotated[str, Meta(pattern=r"\S", max_length=60)]
Count = Annotated[int, Meta(ge=0, le=100_000)]
Number = Annotated[int, Meta(ge=1, le=10_000_000)]
Money = Annotated[int, Meta(ge=0, le=10**15)] | Annotated[float, Meta(gt=0, le=1e15)]
EventId = Annotated[str, Meta(pattern=r"^[^\s\x00-\x1f]+\Z", max_length=120)]
Period = Annotated[str, Meta(pattern=r"^[^\s\x00-\x1f]+\Z", max_length=60)]
Code = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9-]{0,15}\Z")]
Designation = Annotated[str, Meta(pattern=r"\S", max_length=40)]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")]
Address = Annotated[str, Meta(pattern=r"^https?://\S+\Z", max_length=8_000)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]


class Appearance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One person in one event.

    `name` is the spelling that this event uses, `person` the identity behind every spelling.
    `kinds` says what happened to this person where that differs from the event's own kinds;
    None means that the event's kinds hold for everybody targeted in it.
    """

    person: Slug
    name: Name
    role: Role
    kinds: list[Slug] | None = None


class LawReference(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """An article of law: `code` AOC, CC, CIV or another, `article` and `part` as text (`456-2`).

    Without `person` it concerns everybody targeted in the event; with it, only that person.
    """

    code: Code
    article: Designation
    part: Designation | None = None
    person: Slug | None = None


SUSPENDED: Final = "suspended"
"""The `detail` of a sentence whose term is not served as long as its conditions are kept."""


class Sanction(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """One measure against one person (`person` None: the report does not say whom).

    Lengths are whole numbers; `currency` is KZT or MCI (the monthly calculation index).
    `detail` says what a ban forbids, or `suspended` of a term that is not served. `recalled`: the
    event only looks back on this sanction, so that totals leave it out.
    """

    person: Slug | None = None
    kind: SanctionKind
    days: Count | None = None
    months: Count | None = None
    hours: Count | None = None
    amount: Money | None = None
    currency: Currency | None = None
    detail: Text | None = None
    recalled: bool = False

    @property
    def suspended(self) -> bool:
        """Whether a term was given on condition and is not served (Criminal Code, article 63)."""
        return self.detail == SUSPENDED


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A footnote of the report. `url` None: the note has no link. `note` says what was mended."""

    number: Number | None = None
    url: Address | None = None
    note: Text | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One dated event of a report.

    `date` is its first day (or the first day of the month or year that `precision` names),
    `until` its last day where the report gives a range. `place` is the most exact place named,
    `region` a wider one where the report names both. `reason` is what the authorities gave as
    the reason or accusation. `note` tells an error of the report that was kept.
    `uncertain` lists what a reader of the report was not sure of, each with its reason.
    """

    id: EventId
    date: dt.date | None = None
    until: dt.date | None = None
    precision: Precision = "day"
    place: Name | None = None
    region: Name | None = None
    kinds: list[Slug] = []
    title: Title | None = None
    text: Text
    lang: Language = "en"
    people: list[Appearance] = []
    organisations: list[Name] = []
    law: list[LawReference] = []
    reason: Text | None = None
    sanctions: list[Sanction] = []
    sources: list[Source] = []
    report: Period | None = None
    paragraph: Number | None = None
    note: Text | None = None
    uncertain: list[Text] = []


class Office(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """What somebody is or does, as a report says: a post, an organisation, or both."""

    title: Name | None = None
    organisation: Name | None = None


class Person(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """One identity: every spelling that is sure to be the same person.

    `may_be` names identities that may be the same person and were kept apart for want of proof.
    """

    id: Slug
    surname: Name | None = None
    given: Name | None = None
    patronymic: Name | None = None
    spellings: list[Name] = []
    offices: list[Office] = []
    may_be: list[Slug] = []
    note: Text | None = None


def contradictions(event: Event, *, printable: bool = False) -> list[tuple[str, str]]:
    """Return what is wrong inside a well-typed event: pairs of a field path and a sentence.

    Checked: the range runs forward; a sanction or an article names somebody who is among the
    people; a length or an amount fits the kind of its sanction. `printable`: it is known that no
    text holds a control character.
    """
    found: list[tuple[str, str]] = []
    if event.until is not None and (event.date is None or event.until < event.date):
        found.append(("until", "the last day lies before the first"))
    if event.law or event.sanctions:
        found += _measures_contradict(event)
    if not printable:
        for path, text in texts(event):
            if _FORBIDDEN.search(text):
                found.append((path, "holds a control character"))
    return found


def _measures_contradict(event: Event) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    named = {appearance.person for appearance in event.people}
    for index, law in enumerate(event.law):
        if law.person is not None and law.person not in named:
            found.append((f"law[{index}].person", f"{law.person} is not among the people"))
    for index, sanction in enumerate(event.sanctions):
        path = f"sanctions[{index}]"
        if sanction.person is not None and sanction.person not in named:
            found.append((f"{path}.person", f"{sanction.person} is not among the people"))
        if sanction.amount is not None and sanction.currency is None:
            found.append((f"{path}.currency", "an amount needs its currency"))
        if sanction.amount is not None and sanction.kind != "fine":
            found.append((f"{path}.amount", "only a fine has an amount"))
        if sanction.kind in ("fine", "warning"):
            lengths = [unit for unit in ("days", "months", "hours") if getattr(sanction, unit)]
            found += [(f"{path}.{unit}", f"a {sanction.kind} has no length") for unit in lengths]
    return found


# C0 controls other than tab and newline, and lone surrogates: no file form carries them whole.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def person_contradictions(person: Person) -> list[tuple[str, str]]:
    """Return what is wrong inside a well-typed person: pairs of a field path and a sentence."""
    found = []
    if person.id in person.may_be:
        found.append(("may_be", "a person cannot be proposed as the same as themselves"))
    named = [("surname", person.surname), ("given", person.given)]
    named += [("patronymic", person.patronymic), ("note", person.note)]
    named += [(f"spellings[{i}]", spelling) for i, spelling in enumerate(person.spellings)]
    for i, office in enumerate(person.offices):
        named += [(f"offices[{i}].title", office.title)]
        named += [(f"offices[{i}].organisation", office.organisation)]
    for path, text in named:
        if text is not None and _FORBIDDEN.search(text):
            found.append((path, "holds a control character"))
    return found


def texts(event: Event) -> list[tuple[str, str]]:
    """Return every free text of an event with its field path."""
    found = [("text", event.text)]
    for field in ("id", "place", "region", "title", "reason", "note", "report"):
        value = getattr(event, field)
        if value is not None:
            found.append((field, value))
    found += [(f"people[{i}].name", a.name) for i, a in enumerate(event.people)]
    found += [(f"organisations[{i}]", name) for i, name in enumerate(event.organisations)]
    found += [(f"uncertain[{i}]", reason) for i, reason in enumerate(event.uncertain)]
    for i, law in enumerate(event.law):
        found += [(f"law[{i}].article", law.article)]
        if law.part is not None:
            found.append((f"law[{i}].part", law.part))
    found += [
        (f"sanctions[{i}].detail", s.detail)
        for i, s in enumerate(event.sanctions)
        if s.detail is not None
    ]
    for i, source in enumerate(event.sources):
        found += [(f"sources[{i}].{f}", v) for f in ("url", "note") if (v := getattr(source, f))]
    return found
