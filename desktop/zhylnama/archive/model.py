"""What the archive answers with: plain data, shown by the window and printed by the dossier."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from zhylnama.failure import Phrase
from zhylnama.record.event import Event, Office, Person

Sort = Literal["newest", "oldest", "best"]
FacetField = Literal[
    "kind", "place", "region", "year", "month", "law", "person", "organisation", "source"
]


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search besides its words: every given condition must hold.

    `dates` is an inclusive range; None at an end leaves it open. `chosen` are facet values:
    pairs of a facet's field and one of its keys (`("law", "AOC 488")`, `("month", "2021-12")`).
    Of a field in `either` one chosen value is enough; of any other all must hold.
    """

    dates: tuple[dt.date | None, dt.date | None] = (None, None)
    chosen: tuple[tuple[FacetField, str], ...] = ()
    either: frozenset[FacetField] = frozenset()


class Hit(msgspec.Struct, frozen=True):
    """One event that was found.

    `number` is its place in the order of the archive. `why` says what matched (`Мамай → Mamay`).
    `marks` are the hits in the event's text, `title_marks` in its title: start and end offsets
    in characters, sorted, not overlapping.
    """

    number: int
    event: Event
    why: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what was found. `more` is True where `search(..., offset=...)` gives further hits.

    `readings` are for a quiet line where the query was not taken as typed, `suggestions` are
    spellings to try where little or nothing was found.
    """

    hits: tuple[Hit, ...]
    more: bool
    readings: tuple[Phrase, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def reading(self) -> str | None:
        """Return the quiet line in English; None where the query was taken as typed."""
        return "; ".join(map(str, self.readings)) or None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`key` goes into `Filters.chosen`; `label` is what to show where no wording has a better."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among what was found, most frequent first."""

    field: FacetField
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One day or month of the timeline: `groups` counts events by group of kinds."""

    start: dt.date
    groups: dict[str, int]

    @property
    def total(self) -> int:
        """Return the number of events in the bar."""
        return sum(self.groups.values())


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in order of date; only those with events. `undated` counts events without a date.

    An event counts once, under the group of its first kind. `first` and `last` are the ends of
    the whole archive, so that the axis stands still while one types.
    """

    unit: Literal["day", "month"]
    bars: tuple[Bar, ...]
    first: dt.date | None
    last: dt.date | None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """How much was found: counts, facets and timeline of one query, computed together."""

    total: int
    facets: tuple[Facet, ...]
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody in what was found: in how many of its events, and in how many of the archive.

    `targeted`: something is done to them in at least one of the events found.
    """

    person: str
    name: str
    found: int
    events: int
    targeted: bool


class Candidate(msgspec.Struct, frozen=True):
    """A person a name may mean. `sure`: the name is a spelling of this person, in any script."""

    person: Person
    name: str
    events: int
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of a person's ledger: what was done or opened against them in one event.

    `laws` are (code, article, part); `sanction` is an index into the event's sanctions, or None
    for a charge, a case or a detention without a stated penalty.
    """

    event: Event
    laws: tuple[tuple[str, str, str | None], ...]
    sanction: int | None
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of one person's events; a sanction that is only recalled is never counted.

    `fines` maps a currency to its sum. `arrest_days` counts administrative arrest only.
    `months` maps imprisonment, custody, restriction-of-liberty and ban to months.
    """

    events: int = 0
    detained: int = 0
    arrests: int = 0
    arrest_days: int = 0
    fines: dict[str, float] = field(default_factory=dict)
    warnings: int = 0
    months: dict[str, int] = field(default_factory=dict)
    forced_labour_hours: int = 0
    sources: int = 0
    criminal_cases: int = 0


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who appears in the same events."""

    person: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the archive has on one person, oldest event first."""

    person: Person
    name: str
    spellings: tuple[tuple[str, int], ...]
    offices: tuple[Office, ...]
    totals: Totals
    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    companions: tuple[Companion, ...]
    may_be: tuple[Companion, ...]
    places: tuple[tuple[str, int], ...]
    laws: tuple[tuple[str, str, int], ...]
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on typing: `insert` replaces the text from `start` to the end of the word.

    `kind` is `person`, `place`, `field` or `value`; `detail` tells namesakes apart (an office, a
    place); `events` is how many events it leads to, None where that is not counted.
    """

    kind: Literal["person", "place", "field", "value"]
    insert: str
    start: int
    label: str
    detail: str = ""
    events: int | None = None


@dataclass(frozen=True, slots=True)
class SimilarPerson:
    """Somebody in a like situation, and why: pairs of what is shared and its value.

    What is shared is `law` (`AOC 488.11`), `day` (`2021-12-16 Almaty`) or `organisation`.
    """

    person: str
    name: str
    events: int
    shared: tuple[tuple[Literal["law", "day", "organisation"], str], ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name of a list that was looked up as a whole.

    `matches` are the people it means for sure, or else those it may mean (`sure` False).
    `events`, `first` and `last` count the events of the sure matches only.
    """

    name: str
    sure: bool
    matches: tuple[Candidate, ...]
    events: int
    first: dt.date | None
    last: dt.date | None
