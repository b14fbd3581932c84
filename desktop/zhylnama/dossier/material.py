"""One profile with what every section asks of it: source numbers, mentions, roles, dates.

An article, a kind or a sanction is this person's only where the record says so: the archive's
`laws_of` and `kinds_of` hold that rule, and nothing here goes around them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhylnama.archive.edition import Edition
from zhylnama.archive.model import Measure, Profile
from zhylnama.archive.profile import kinds_of, laws_of
from zhylnama.dossier.model import Mention
from zhylnama.record.event import Appearance, Event, Role, Sanction, Source
from zhylnama.wording import Wording

_MOST_MENTIONS = 12
_DIGITS = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source with its number in the dossier, and every event that cites it."""

    number: int
    source: Source
    events: list[Event] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class Material:
    """A profile, a language and a day; numbers the sources in the order of the chronology.

    `redacted`: the records lack something that the archive has, so that what is missing here may
    not be called unknown.
    """

    def __init__(
        self,
        profile: Profile,
        edition: Edition,
        wording: Wording,
        today: dt.date,
        *,
        redacted: bool = False,
    ):
        self.redacted = redacted
        self.profile = profile
        self.edition = edition
        self.wording = wording
        self.today = today
        self.person = profile.person.id
        self.name = profile.name
        self.events = profile.events
        self._cited: dict[tuple[object, ...], CitedSource] = {}
        self._numbers: dict[str, tuple[int, ...]] = {}
        for event in profile.events:
            self._numbers[event.id] = tuple(dict.fromkeys(self._cite(event)))

    def _cite(self, event: Event) -> Iterable[int]:
        for source in event.sources:
            # Without a link the number of the note is all there is; without either, nothing says
            # that two events mean the same source.
            alone = event.id if source.url is None and source.number is None else None
            key = (event.report, source.number, source.url, alone)
            cited = self._cited.setdefault(key, CitedSource(len(self._cited) + 1, source))
            if event not in cited.events:
                cited.events.append(event)
            if source.note is not None and source.note not in cited.remarks:
                cited.remarks.append(source.note)
            yield cited.number

    @property
    def cited(self) -> tuple[CitedSource, ...]:
        """Return the sources in the order of their numbers."""
        return tuple(self._cited.values())

    def source_numbers(self, event: Event) -> tuple[int, ...]:
        """Return the dossier's numbers of an event's sources, in the order of its notes."""
        return self._numbers.get(event.id, ())

    def report_of(self, event: Event, *, short: bool = False) -> str | None:
        """Return where an event was told: report and paragraph, as far as the record knows."""
        tr = self.wording.tr
        if event.paragraph is None:
            return None if event.report is None else tr("report {report}", report=event.report)
        if event.report is None:
            return tr("paragraph {paragraph}", paragraph=event.paragraph)
        if short:
            # Two short pieces that may stand on two lines of a narrow column.
            said = tr("{report}, § {paragraph}", report=event.report, paragraph=event.paragraph)
            return said.replace("§ ", "§\u00a0")
        return tr(
            "report {report}, paragraph {paragraph}",
            report=event.report,
            paragraph=event.paragraph,
        )

    def when(self, event: Event, *, short: bool = False) -> str:
        """Return an event's date with its precision or range."""
        return self.wording.when(event.date, event.until, event.precision, short=short)

    def mention(self, event: Event) -> Mention:
        """Return a pointer to an event, worded as its date."""
        return Mention(event.id, self.when(event, short=True))

    def mentions(self, events: Iterable[Event]) -> tuple[Mention, ...]:
        """Return pointers to events; what goes beyond a dozen is said as a number."""
        every = list(events)
        shown = [self.mention(event) for event in every[:_MOST_MENTIONS]]
        rest = len(every) - len(shown)
        if rest:
            more = self.wording.count("and {n} more event", "and {n} more events", rest)
            shown.append(Mention("", more))
        return tuple(shown)

    def appearances(self, event: Event) -> list[Appearance]:
        """Return this person's appearances in an event."""
        return [who for who in event.people if who.person == self.person]

    def roles(self, event: Event) -> tuple[Role, ...]:
        """Return this person's roles in an event, in the order of the record."""
        return tuple(dict.fromkeys(who.role for who in self.appearances(event)))

    def targeted(self, event: Event) -> bool:
        """Return whether the record says that this event was directed at the person."""
        return "targeted" in self.roles(event)

    def kinds(self, event: Event) -> tuple[str, ...]:
        """Return what happened to this person in an event."""
        return kinds_of(event, self.person)

    def sanction(self, measure: Measure) -> Sanction | None:
        """Return a measure's sanction, and only if the record names this person for it."""
        if measure.sanction is None:
            return None
        sanction = measure.event.sanctions[measure.sanction]
        return sanction if sanction.person == self.person else None

    def sanctions(self, *, recalled: bool) -> list[tuple[Event, Sanction]]:
        """Return this person's sanctions with their events, either imposed or only recalled."""
        return [
            (event, sanction)
            for event in self.events
            for sanction in event.sanctions
            if sanction.person == self.person and sanction.recalled is recalled
        ]

    def laws(self, event: Event) -> tuple[tuple[str, str, str | None], ...]:
        """Return the articles that concern this person in an event."""
        return laws_of(event, self.person)


def role_in_words(wording: Wording, role: str) -> str:
    """Return the label of a role."""
    labels = {
        "targeted": wording.tr("person affected"),
        "relative": wording.tr("relative"),
        "defender": wording.tr("human rights defender"),
        "journalist": wording.tr("journalist"),
        "official": wording.tr("official"),
        "speaker": wording.tr("speaker"),
        "other": wording.tr("otherwise named"),
    }
    return labels.get(role, role)


def language_in_words(wording: Wording, lang: str) -> str:
    """Return the name of a language in the dossier's own; an unknown one keeps its code."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(lang).get_language_name(wording.lang)
    except (UnknownLocaleError, ValueError):
        return lang
    return name or lang


def order_of(name: str) -> tuple[object, ...]:
    """Return what sorts names as a reader looks them up: a as A, and 9 before 10."""
    pieces = _DIGITS.split(name.casefold().lstrip("["))
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in pieces if p), name


def begin(sentence: str) -> str:
    """Return a phrase with a capital first letter, to begin a line or a sentence with."""
    return sentence[:1].upper() + sentence[1:]


def end(sentence: str) -> str:
    """Return a sentence with one full stop at its end where an abbreviation brought a second."""
    return sentence[:-1] if sentence.endswith("..") and not sentence.endswith("...") else sentence
