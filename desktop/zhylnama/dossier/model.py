"""What a dossier says: plain data, worded for people, without a thought of paper.

Every sentence in it is final: `pages` (and whatever prints to another form) adds only its running
head and foot. Text that comes from the archive is passed on exactly as it is; making it harmless
for a page is the printer's work.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

Section = Literal[
    "summary",
    "identity",
    "ledger",
    "chronology",
    "treatment",
    "remedies",
    "officials",
    "organisations",
    "companions",
    "may-be",
    "contradictions",
    "errors",
    "gaps",
    "sources",
    "method",
]
SECTIONS: tuple[Section, ...] = get_args(Section)
ALL_SECTIONS: frozenset[Section] = frozenset(SECTIONS)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the summary with the words under it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Particular:
    """A label and what it stands for: a line of the small print, a line of a gap sheet."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The head of the dossier. `spellings` are (spelling, in how many events); 0 is not shown.

    `photo` is a JPEG made safe, `seal` what the QR code holds; either may be missing.
    """

    kicker: str
    name: str
    spellings: tuple[tuple[str, int], ...]
    offices: tuple[str, ...]
    particulars: tuple[Particular, ...]
    notice: str
    classification: str = ""
    photo: bytes | None = None
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The page that is read when nothing else is: sentences, figures, the status as last told."""

    heading: str
    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]
    status: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawLine:
    """An article as it is cited, and its title where the data has one."""

    cited: str
    title: str | None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure in words. `remark` is set where it needs a word of caution (recalled …)."""

    said: str
    remark: str | None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """The charges and measures that one event tells. What is not stated is said in `no_…`."""

    event: str
    date: str
    laws: tuple[LawLine, ...]
    no_law: str | None
    reason: str | None
    no_reason: str | None
    reason_remark: str | None
    measures: tuple[MeasureLine, ...]
    sources: tuple[int, ...]
    report: str | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The table of charges and measures. `intro` explains, or says that there are none."""

    heading: str
    intro: tuple[str, ...]
    head: tuple[str, str, str, str, str]
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the archive tells it.

    `account` is the record's text, in its own language; `language` names that language where the
    dossier's is another and `Chronology.intro` does not say it for all. `remarks` are the report's
    errors and what the record marks as uncertain.
    """

    event: str
    date: str
    place: str | None
    title: str
    account: str
    language: str | None
    role: str | None
    sources: tuple[int, ...]
    report: str | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """Every event that names the person, oldest first."""

    heading: str
    intro: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A pointer to an entry of the chronology, with the words to print for it."""

    event: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a listing: what or who, what is said of it, and the events it rests on.

    `sources` are numbers of the list of sources; `empty` marks a field that nothing answers.
    """

    label: str
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    sources: tuple[int, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A section of lines. `closing` follows the lines (for instance how many were not listed).

    `wide`: the labels are questions and need half the page.
    """

    key: str
    heading: str
    intro: tuple[str, ...]
    items: tuple[Item, ...]
    closing: str | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered source. `url` None: `missing` says that there is no link.

    `places` says where it is cited: note number, report and paragraph. `remark` is what the record
    says of the link itself (mended, without link).
    """

    number: int
    url: str | None
    missing: str | None
    places: str
    remark: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """The numbered list that every superscript of the dossier points into."""

    heading: str
    intro: tuple[str, ...]
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How the dossier came about and what it cannot say."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """The timeline: events by day, month or year. `bars` are (place from 0 to 1, how many).

    `ticks` are (place, label), `width` how much of the whole one bar may take.
    """

    caption: str
    bars: tuple[tuple[float, int], ...]
    ticks: tuple[tuple[float, str], ...]
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map and in how many events it is named."""

    label: str
    lat: float
    lon: float
    events: int


@dataclass(frozen=True, slots=True)
class Map:
    """Where the events happened, as far as a position is known; `outline` is lon and lat."""

    caption: str
    spots: tuple[Spot, ...]
    outline: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The two figures under one heading; either may be missing."""

    heading: str
    timeline: Bars | None
    map: Map | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person's dossier. A section that was left out, or has nothing to say, is None or absent.

    `form` are the headings of a questionnaire where one was asked for; they come first.

    `records` are the ids of the events it was made from. `subject` is the name once more, for the
    running head, the title and a file name.
    """

    lang: str
    today: dt.date
    subject: str
    title: str
    edition: str
    digest: str
    records: tuple[str, ...]
    cover: Cover
    summary: Summary | None
    identity: Listing | None
    ledger: Ledger | None
    chronology: Chronology | None
    listings: tuple[Listing, ...]
    sources: Sources | None
    method: Method | None
    figures: Figures | None = None
    form: tuple[Listing, ...] = ()
