"""A whole report becomes records: every paragraph in one, or left out with a reason."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

import msgspec

from zhylnama.failure import BadInput
from zhylnama.names.places import Gazetteer
from zhylnama.reading.articles import articles_of
from zhylnama.reading.events.kinds import Clues, KindReader
from zhylnama.reading.events.organisations import OrganisationReader
from zhylnama.reading.events.reason import read_reason
from zhylnama.reading.events.roles import find_roles
from zhylnama.reading.events.sufferers import settle_roles
from zhylnama.reading.files.document import Document
from zhylnama.reading.law import Citation, LawReader
from zhylnama.reading.layout.dates import Dated, Opening, read_opening, resolve
from zhylnama.reading.layout.footnotes import hide_links, links_in, sources, take_out_marks
from zhylnama.reading.layout.paragraphs import LeftOut, Paragraph, language_of, paragraphs
from zhylnama.reading.layout.parts import Part, named_from, parts_of
from zhylnama.reading.layout.pieces import Piece, date_piece, in_order, source_pieces
from zhylnama.reading.layout.places import PlaceReader, Whereabouts
from zhylnama.reading.layout.survey import Survey, survey
from zhylnama.reading.names.identities import Identities, Lookup
from zhylnama.reading.names.named import Named
from zhylnama.reading.names.people import PeopleReader
from zhylnama.reading.names.sexes import carried_over
from zhylnama.reading.penalties.blame import find_whose
from zhylnama.reading.penalties.recorded import all_suspended, sanctions_of
from zhylnama.reading.penalties.sanctions import PenaltyReader
from zhylnama.reading.penalties.turns import Verdict
from zhylnama.reading.printed import Printed
from zhylnama.record.event import Appearance, Event, Person, Role, Source

LONGEST_PLACE: Final = 200
# Events of real reports have some hundred characters. What belongs to whom is asked of each name
# and each penalty beside all others: of a text without end it would take hours.
LONGEST_EVENT: Final = 20_000
# So far back in a paragraph somebody is looked for whom a later event calls by the surname.
NAMED_BEFORE: Final = 3_000
# So many lines tell in which order a report prints names.
MOST_LEARNT: Final = 400
# Marks that stand together are so far apart at most: a blank, a comma.
NEXT_MARK: Final = 2
# So many characters may be left out; the page around a report has some thousands.
MOST_LEFT_OUT: Final = 32_000_000
_BESIDE_TEXT: Final = 100


class ReadEvent(msgspec.Struct, frozen=True):
    """One event of a report, and where its pieces stand in its text."""

    event: Event
    pieces: tuple[Piece, ...]


class _Before(msgspec.Struct, frozen=True):
    """The event before in the same paragraph: where it was, what it cites, where its names begin."""

    where: Whereabouts
    names_from: int
    law: tuple[Citation, ...]


@dataclass(slots=True)
class Tally:
    """How much of a report was read, and what was not."""

    paragraphs: int = 0
    events: int = 0
    uncertain: int = 0
    left_out: list[LeftOut] = field(default_factory=list)


class ReportReader:
    """Reads reports with the data of this installation; holds no report, so it serves many."""

    def __init__(self, resources: Path) -> None:
        words = resources / "reading"
        gazetteer = Gazetteer.load(resources / "places.toml")
        kinds = tomllib.loads((resources / "kinds.toml").read_text("utf-8"))["kind"]
        self._gazetteer = gazetteer
        self.places = PlaceReader(gazetteer)
        self.people = PeopleReader(words, self._kind_of_place)
        self.law = LawReader(resources / "law.toml")
        self.penalties = PenaltyReader(words / "penalties.toml")
        self.kinds = KindReader(words / "kinds", [entry["id"] for entry in kinds])
        self.organisations = OrganisationReader(words / "organisations.toml", gazetteer)

    def _kind_of_place(self, name: str) -> str | None:
        place = self._gazetteer.find(name)
        return place.kind if place is not None else None

    def begin(self, lookup: Lookup) -> Intake:
        """Begin the import of one report or several; `lookup` knows the people of an archive."""
        return Intake(self, Identities(lookup, self.people.lexicon))


class Intake:
    """The reports of one import: they share identities, and no id is given twice."""

    def __init__(self, reader: ReportReader, identities: Identities) -> None:
        self._reader = reader
        self.identities = identities
        self._numbers: Counter[str] = Counter()
        self._printed = Printed()

    def read(self, document: Document) -> Reading:
        """Return the reading of one report; its first pass over the file is done here."""
        return Reading(self._reader, document, self.identities, self._numbers, self._printed)

    def new_people(self) -> Iterator[Person]:
        """Yield the identities that were made for names that the archive does not know."""
        return self.identities.new_people()


class Reading:
    """One report while it is read: iterate over `events()` once, then look at `tally`."""

    def __init__(
        self,
        reader: ReportReader,
        document: Document,
        identities: Identities,
        numbers: Counter[str],
        printed: Printed,
    ) -> None:
        self._reader = reader
        self._document = document
        self._identities = identities
        self._numbers = numbers
        self._printed = printed
        self._place = printed.begin(document.path.name)
        self._used: set[int] = set()
        self._left_out: dict[LeftOut, LeftOut] = {}
        self._left_out_size = 0
        self.survey: Survey = survey(document)
        identities.learn_names(islice(document.lines(), MOST_LEARNT))
        self.tally = Tally()
        self._period = self.survey.period.label if self.survey.period else None

    def events(self) -> Iterator[ReadEvent]:
        """Yield the events in the order of the report; fills `tally` on the way.

        Raises BadInput where nearly nothing of a large file is a report.
        """
        for part in paragraphs(self._document, self.survey):
            if isinstance(part, LeftOut):
                self._leave_out(part)
                continue
            before = self._printed.before(self._place, self._period, part)
            if before is not None:
                self._leave_out(LeftOut(part.text, before))
                continue
            events = parts_of(part, self._reader.places)
            if any(len(event.text) > LONGEST_EVENT for event in events):
                self._leave_out(LeftOut(part.text, "is longer than any paragraph of a report"))
                continue
            self.tally.paragraphs += 1
            for read in self._events_of(part, events):
                self.tally.events += 1
                self.tally.uncertain += bool(read.event.uncertain)
                yield read
        for number in sorted(self.survey.notes.keys() - self._used):
            note = self.survey.notes[number]
            told = " ".join((f"[{number}]", *note.links, note.words)).strip()
            self._leave_out(LeftOut(told, "is a note that no paragraph refers to"))

    def _leave_out(self, part: LeftOut) -> None:
        # What a file prints a thousand times is held once.
        held = self._left_out.setdefault(part, part)
        if held is part:
            self._left_out_size += len(part.text) + _BESIDE_TEXT
            if self._left_out_size > MOST_LEFT_OUT:
                raise BadInput(
                    "{path} holds far more text beside its report than any report’s file does. "
                    "Save the report as a file of its own.",
                    path=self._document.path,
                )
        self.tally.left_out.append(held)

    def events_of(self, part: LeftOut) -> Iterator[ReadEvent]:
        """Yield what a part that was left out would be as records, for whoever wants it there.

        To be asked when `events()` has come to its end.
        """
        marked = take_out_marks(part.text, self.survey.notes)
        text = marked.text.strip()
        paragraph = Paragraph(0, text, marked.marks, language_of(text), read_opening(text))
        yield from self._events_of(paragraph, parts_of(paragraph, self._reader.places))

    # -- A paragraph -----------------------------------------------------------------------------

    def _events_of(self, paragraph: Paragraph, parts: list[Part]) -> Iterator[ReadEvent]:
        before: _Before | None = None
        for part in parts:
            numbers = [number for number, at in paragraph.marks if part.start <= at <= part.end]
            later = [(number, at) for number, at in paragraph.marks if at > part.end]
            late = not numbers and bool(later)
            if late:
                # Marks that stand together there belong to all events before them.
                numbers = [number for number, at in later if at - later[0][1] <= NEXT_MARK]
            read, before = self._event(paragraph, part, numbers, before, late=late)
            yield read

    def _event(
        self,
        paragraph: Paragraph,
        part: Part,
        numbers: list[int],
        before: _Before | None,
        *,
        late: bool,
    ) -> tuple[ReadEvent, _Before]:
        reader = self._reader
        text = hide_links(part.text)
        # What could not be decoded, or was � already.
        doubts = ["text: letters that could not be read are shown as �"] * ("\ufffd" in text)
        dated = self._dated(part.opening, doubts)
        told_from = part.doubled
        opening_end = told_from + part.opening.end if part.opening else told_from
        if paragraph.heading is part.opening:
            opening_end = told_from
        before_date = part.opening is not None and part.opening.after_place
        where = reader.places.read(text, told_from if before_date else opening_end)
        if max(len(where.place or ""), len(where.region or "")) > LONGEST_PLACE:
            where = Whereabouts(None, None, opening_end)
        if where.end < opening_end:
            where = msgspec.structs.replace(where, end=opening_end)
        if before is not None and part.same_place and where.place is None:
            where = _as_before(where, before.where, said=part.said)
        doubts += where.doubts
        named, names_from = self._named(paragraph, part, where.end, before)
        citations, law_doubts = reader.law.read(text[told_from:], before.law if before else ())
        citations = [_moved(citation, told_from) for citation in citations]
        doubts += law_doubts
        penalties = reader.penalties.read(text, told_from)
        roles, done, officials, by_official = find_roles(text, named)
        verdicts = find_whose(text, penalties, named, officials, where.end)
        punished = {who for verdict in verdicts for who in verdict.people}
        targeted = {i for i, role in enumerate(roles) if role == "targeted"} | punished
        kinds = reader.kinds.read(
            text[where.end :],
            Clues(
                penalties=[v.penalty.kind for v in verdicts if not v.recalled],
                recalled=[v.penalty.kind for v in verdicts if v.recalled],
                codes=frozenset(citation.code for citation in citations),
                by_official=by_official,
                press=any("journalist" in named.people[i].roles for i in targeted),
                suspended=all_suspended(verdicts),
            ),
        )
        done |= settle_roles(text, named, roles, targeted, kinds, cited=bool(citations))
        people = self._people(named, roles, done, verdicts, doubts)
        sanctions = sanctions_of(verdicts, people, doubts)
        if not kinds:
            doubts.append("kinds: nothing in the text says what kind of event this is")
        found, source_doubts = sources(numbers, self.survey.notes)
        self._used.update(numbers)
        doubts += source_doubts
        doubts += [
            f"sources: note {n} is printed twice with different links"
            for n in numbers
            if n in self.survey.doubled_notes
        ]
        found += [Source(number=None, url=url, note=None) for url in links_in(part.text)]
        event = Event(
            id=self._id(dated.date, paragraph.number),
            date=dated.date,
            until=dated.until,
            precision=dated.precision,
            place=where.place,
            region=where.region,
            kinds=kinds,
            text=part.text,
            lang=paragraph.lang,
            people=people,
            organisations=reader.organisations.read(text[opening_end:], where.place),
            law=articles_of(text, citations, named, people, verdicts),
            reason=read_reason(text, told_from),
            sanctions=sanctions,
            sources=found,
            report=self._period,
            paragraph=paragraph.number or None,
            note=_note(part, late=late),
            uncertain=list(dict.fromkeys(doubts)),
        )
        pieces = [
            *date_piece(part.doubled, opening_end),
            *(Piece(begin, end, "place") for begin, end in where.spans),
            *(Piece(m.start, m.end, "person", people[m.who].person) for m in named.mentions),
            *(Piece(citation.start, citation.end, "law") for citation in citations),
            *(Piece(penalty.start, penalty.end, "sanction") for penalty in penalties),
            *source_pieces(part, paragraph.marks),
        ]
        return ReadEvent(event, in_order(pieces)), _Before(where, names_from, tuple(citations))

    def _named(
        self, paragraph: Paragraph, part: Part, start: int, before: _Before | None
    ) -> tuple[Named, int]:
        """Return who is named in a part, and where in its paragraph names begin.

        In a later part somebody may be named by the surname alone who has the whole name in an
        earlier one: so those are read as well, without the later part's date and place.
        """
        if before is None:
            return self._reader.people.read(hide_links(part.text), start), start
        begin = max(0, part.start - NAMED_BEFORE)
        whole = hide_links(paragraph.text[begin : part.start] + " " * start + part.text[start:])
        named = self._reader.people.read(whole, max(0, before.names_from - begin))
        later = named_from(named, part.start - begin)
        carried = None if later.people else carried_over(named.people, part.text, start)
        return carried or later, before.names_from

    def _dated(self, opening: Opening | None, doubts: list[str]) -> Dated:
        if opening is None:
            doubts.append("date: the paragraph names no date")
            return Dated(None, None, "day", ())
        dated = resolve(opening, self.survey.period)
        doubts += dated.doubts
        return dated

    def _id(self, date: object, paragraph: int) -> str:
        stem = str(date) if date is not None else self._undated()
        self._numbers[stem] += 1
        return f"{stem}.{self._numbers[stem]}"

    def _undated(self) -> str:
        period = self.survey.period
        return f"{period.label.replace('/', '_')}-undated" if period else "undated"

    def _people(
        self,
        named: Named,
        roles: list[Role],
        done: set[int],
        verdicts: list[Verdict],
        doubts: list[str],
    ) -> list[Appearance]:
        punished = {who for verdict in verdicts for who in verdict.people}
        people: list[Appearance] = []
        for i, somebody in enumerate(named.people):
            identified = self._identities.identify(somebody)
            doubts += somebody.doubts
            doubts += identified.doubts
            role: Role = "targeted" if i in punished else roles[i]
            if role != "official" and i not in punished and not named.people[i].roles:
                known_office = self._reader.people.titles.holds_office(identified.offices)
                role = "official" if known_office else role
            anew = i in done or any(i in v.people and not v.recalled for v in verdicts)
            people.append(
                Appearance(
                    person=identified.id,
                    name=somebody.name,
                    role=role,
                    kinds=[] if role == "targeted" and not anew else None,
                )
            )
        return people


def _as_before(where: Whereabouts, earlier: Whereabouts, *, said: bool) -> Whereabouts:
    """Return the place of the event before; where the text does not say so, that is a doubt."""
    if earlier.place is None:
        return where
    told = () if said else (f"place: {earlier.place} is that of the event before it",)
    return msgspec.structs.replace(where, place=earlier.place, region=earlier.region, doubts=told)


def _note(part: Part, *, late: bool) -> str | None:
    said = []
    if part.doubled:
        said.append("the report prints the beginning of this paragraph twice")
    if late:
        said.append("the mark of the note stands in the paragraph’s later event")
    return "; ".join(said) or None


# -- Law and penalties ---------------------------------------------------------------------------


def _moved(citation: Citation, by: int) -> Citation:
    if not by:
        return citation
    return Citation(
        citation.code, citation.article, citation.part, citation.start + by, citation.end + by
    )
