"""What is taken out of a person's records before anything is composed from them.

A `Redacted` stands in the place of the archive: what it answers has the removed names, addresses
and sources in no field any more, so that no page, bookmark, attachment or file name can show them.
The same records and choices give the same answer, which is how a paper is checked later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from zhylnama.archive.model import Companion, Profile
from zhylnama.archive.profile import measures_of, total
from zhylnama.dossier.directory import Directory, Known, Records
from zhylnama.dossier.names_in_text import NameFinder
from zhylnama.dossier.options import Disclosure, Treatment
from zhylnama.dossier.private import is_minor_at, leave_out_addresses
from zhylnama.dossier.redaction_log import Class, RedactionLog
from zhylnama.dossier.watching import GoOn, to_the_end
from zhylnama.files import resources_folder
from zhylnama.names.fold import loose_keys, romanised
from zhylnama.names.identity import is_initial, name_words
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Appearance, Event, Person, Source
from zhylnama.wording import Wording

_LONGEST_TITLE = 60
_MOST_WORDS = 4  # of a name: surname, name, patronymic, and one more


class Redacted:
    """An archive without what a disclosure takes out, for the dossier of some `subjects`."""

    def __init__(
        self,
        archive: Records,
        subjects: Sequence[str],
        disclosure: Disclosure,
        wording: Wording,
        directory: Directory | None = None,
        go_on: GoOn = to_the_end,
    ) -> None:
        self.edition = archive.edition
        self.log = RedactionLog()
        self._disclosure = disclosure
        self._wording = wording
        self._go_on = go_on
        self._subjects = tuple(dict.fromkeys(subjects))
        found = ((subject, archive.profile(subject)) for subject in self._subjects)
        self._profiles = {subject: profile for subject, profile in found if profile is not None}
        self._numbers: dict[str, int] = {}
        self._gone: dict[str, Class] = {}
        self._finder = NameFinder({}, ())
        # Per subject as in the archive; an event that several subjects share is counted once.
        unique = {e.id: e for p in self._profiles.values() for e in p.events}
        self._originals = unique
        if self._hides_people:
            self._find_people(directory or Directory(archive, go_on), list(unique.values()))
        if self._names_somebody(self.edition.label):
            # An edition is called after its first and its last report.
            self.edition = replace(self.edition, label="-")
        self._redacted = {
            event.id: self._event(event, number) for number, event in enumerate(unique.values(), 1)
        }

    @property
    def _hides_people(self) -> bool:
        chosen = self._disclosure
        return any(t != "keep" for t in (chosen.relatives, chosen.minors, chosen.third_persons))

    def events(self) -> list[Event]:
        """Return every event of the subjects once, redacted, in the order of the archive."""
        return list(self._redacted.values())

    def originals(self) -> list[Event]:
        """Return the same events as the archive has them, under the ids that stand for theirs."""
        pairs = zip(self._originals.values(), self._redacted.values(), strict=True)
        return [msgspec.structs.replace(event, id=redacted.id) for event, redacted in pairs]

    def profile(self, person_id: str) -> Profile | None:
        """Return a subject's profile without what is taken out; None for anybody else."""
        profile = self._profiles.get(person_id)
        if profile is None or self._disclosure.whole:
            return profile
        events = tuple(self._redacted[event.id] for event in profile.events)
        person = self._person(profile.person)
        companions = (self._companion(other) for other in profile.companions)
        keep_may_be = self._disclosure.third_persons == "keep"
        may_be = (self._companion(other) for other in profile.may_be if keep_may_be)
        return replace(
            profile,
            person=person,
            spellings=self._spellings(profile),
            offices=tuple(person.offices),
            totals=total(list(events), person_id),
            events=events,
            measures=tuple(m for event in events for m in measures_of(event, person_id)),
            companions=tuple(other for other in companions if other is not None),
            may_be=tuple(other for other in may_be if other is not None),
            places=tuple((self._place(place) or "", n) for place, n in profile.places),
        )

    # -- Who is taken out ----------------------------------------------------------------------

    def _find_people(self, directory: Directory, events: list[Event]) -> None:
        texts = [text for event in events for text in _texts(event)]
        texts += [t for p in self._profiles.values() for t in _texts_of_person(p.person)]
        keys = {
            key
            for text in texts
            for word in name_words(text)
            for key in (romanised(word), *loose_keys(word))
        }
        linked = {who.person for event in events for who in event.people}
        linked |= {other.person for p in self._profiles.values() for other in p.companions}
        linked |= {other.person for p in self._profiles.values() for other in p.may_be}
        named = {
            person
            for person, known in directory.people.items()
            if any(_may_be_named(spelling, keys) for spelling in known.spellings)
        }
        spellings = {
            person: set(directory.people[person].spellings)
            for person in linked | named | set(self._profiles)
            if person in directory.people
        }
        for profile in self._profiles.values():
            spellings.setdefault(profile.person.id, set()).update(s for s, _ in profile.spellings)
            spellings[profile.person.id].add(profile.name)
        self._finder = NameFinder(spellings, self._subjects, linked, _place_keys())
        minors = {person for person, known in directory.people.items() if known.minor}
        minors |= set(self._minors_in(events))
        for person in spellings:
            if person in self._subjects:
                continue
            what = _class_of(directory.people.get(person, Known()).roles, person in minors)
            if what is not None and self._treatment(what) != "keep":
                self._gone[person] = what
        self._hidden = frozenset(self._gone)
        for person in set(spellings) - self._hidden:
            # “Serikov, husband of Zhanar Nurova” does not make her name his.
            names = {said for said in spellings[person] if _is_a_name(said)}
            spellings[person] = names or spellings[person]
        self._finder = NameFinder(spellings, self._subjects, linked, _place_keys())

    def _minors_in(self, events: list[Event]) -> Iterator[str]:
        for event in events:
            near = [who.person for who in event.people]
            names = list(self._finder.find(event.text, near))
            ends = [0, *(found.end for found in names)]
            starts = [*(found.start for found in names), len(event.text)]
            for number, found in enumerate(names):
                # An age belongs to the name next to it, not to the one beyond.
                said = event.text[ends[number] : starts[number + 1]]
                start, end = found.start - ends[number], found.end - ends[number]
                if found.sure and is_minor_at(said, start, end):
                    yield found.person

    def _treatment(self, what: Class) -> Treatment:
        chosen = self._disclosure
        by_class: dict[Class, Treatment] = {
            "minor": chosen.minors,
            "relative": chosen.relatives,
            "third-person": chosen.third_persons,
        }
        return by_class[what]

    def _number(self, person: str) -> int | None:
        """Return the number that stands for a person; None where they are left out without one."""
        what = self._gone[person]
        if person not in self._numbers:
            replaced = self._treatment(what) == "replace"
            counts = self.log.replaced if replaced else self.log.left_out
            counts[what] = counts.get(what, 0) + 1
            others = sum(number > 0 for number in self._numbers.values())
            self._numbers[person] = len(self._subjects) + 1 + others if replaced else 0
        return self._numbers[person] or None

    def _label(self, person: str) -> str:
        number = self._number(person)
        if number is None:
            return self._wording.tr("[name left out]")
        return self._wording.tr("[person {number}]", number=number)

    # -- Records -------------------------------------------------------------------------------

    def _event(self, event: Event, position: int) -> Event:
        if self._disclosure.whole:
            return event
        self._go_on()
        near = [who.person for who in event.people]
        people = [who for each in event.people if (who := self._appearance(each, near)) is not None]
        places = name_words(f"{event.place or ''} {event.region or ''}")
        key: dict[str | None, str | None] = {None: None}
        key |= {who.person: self._key(who.person) for who in event.people}

        def text(said: str) -> str:
            return self._text(said, near, places)

        def maybe(said: str | None) -> str | None:
            return None if said is None else text(said)

        def stays(person: str | None) -> bool:
            return person is None or key.get(person) is not None

        return msgspec.structs.replace(
            event,
            id=f"record-{position}" if self._names_somebody(event.id) else event.id,
            place=self._place(event.place),
            region=self._place(event.region),
            title=None if event.title is None else _cut(text(event.title)),
            text=text(event.text),
            people=people,
            organisations=[text(name) for name in event.organisations],
            law=[
                msgspec.structs.replace(law, person=key[law.person])
                for law in event.law
                if stays(law.person)
            ],
            reason=maybe(event.reason),
            sanctions=[
                msgspec.structs.replace(s, person=key[s.person], detail=maybe(s.detail))
                for s in event.sanctions
                if stays(s.person)
            ],
            sources=list(self._sources(event.sources, near)),
            report=None if event.report and self._names_somebody(event.report) else event.report,
            note=maybe(event.note),
            uncertain=[text(why) for why in event.uncertain],
        )

    def _appearance(self, who: Appearance, near: Sequence[str]) -> Appearance | None:
        if who.person not in self._gone:
            # A kept person may be printed as “Serikov, husband of Zhanar Serikova”.
            return msgspec.structs.replace(who, name=self._text(who.name, near))
        key = self._key(who.person)
        if key is None:
            return None
        return msgspec.structs.replace(who, person=key, name=self._label(who.person))

    def _key(self, person: str) -> str | None:
        """Return the key that stands for a person in the records; None where nobody is to."""
        if person not in self._gone:
            return person
        number = self._number(person)
        return None if number is None else f"person-{number}"

    def _sources(self, sources: Iterable[Source], near: Sequence[str]) -> Iterator[Source]:
        for source in sources:
            hidden = source.url is not None and self._names_somebody(source.url)
            if hidden or not self._disclosure.sources:
                self.log.sources += 1
                continue
            note = None if source.note is None else self._text(source.note, near)
            yield msgspec.structs.replace(source, note=note)

    def _names_somebody(self, link: str) -> bool:
        return bool(self._gone) and self._finder.in_link(link, self._hidden)

    def _place(self, place: str | None) -> str | None:
        """Return a place without an address; a street named after somebody is no person."""
        return None if place is None else self._without_addresses(place)

    def _text(self, text: str, near: Sequence[str], places: Sequence[str] = ()) -> str:
        text = self._without_addresses(text)
        if not self._gone:
            return text
        pieces, done = [], 0
        for found in self._finder.find(text, near, places):
            if found.person not in self._gone:
                continue
            self.log.passages += 1
            label = self._label(found.person)
            if not found.sure:
                label = self._wording.tr("[name left out]")
            pieces += [text[done : found.start], label]
            done = found.end
        return "".join([*pieces, text[done:]])

    def _without_addresses(self, text: str) -> str:
        if self._disclosure.addresses:
            return text
        mark = self._wording.tr("[address left out]")
        text, number = leave_out_addresses(text, mark)
        self.log.addresses += number
        return text

    def _person(self, person: Person) -> Person:
        def maybe(said: str | None) -> str | None:
            return None if said is None else self._text(said, ())

        keep = self._disclosure.third_persons == "keep"
        return msgspec.structs.replace(
            person,
            offices=[
                msgspec.structs.replace(
                    office, title=maybe(office.title), organisation=maybe(office.organisation)
                )
                for office in person.offices
            ],
            note=maybe(person.note),
            spellings=[self._text(said, [person.id]) for said in person.spellings],
            may_be=[other for other in person.may_be if keep and other not in self._gone],
        )

    def _spellings(self, profile: Profile) -> tuple[tuple[str, int], ...]:
        """Return how the reports print the person; what is alike without the others is one."""
        near = [profile.person.id]
        counts: dict[str, int] = {}
        for spelling, number in profile.spellings:
            said = self._text(spelling, near)
            counts[said] = counts.get(said, 0) + number
        return tuple(counts.items())

    def _companion(self, other: Companion) -> Companion | None:
        key = self._key(other.person)
        if key is None:
            return None
        if other.person not in self._gone:
            return replace(other, name=self._text(other.name, [other.person]))
        return replace(other, person=key, name=self._label(other.person))


@cache
def _place_keys() -> frozenset[str]:
    """Return the folded words of every place name: Almaty is no form of the name Almat."""
    gazetteer = Gazetteer.load(resources_folder() / "places.toml")
    names = (name for place in gazetteer for name in gazetteer.names(place.id))
    words = {word for name in names for word in name_words(name)}
    return frozenset(key for word in words for key in (romanised(word), *loose_keys(word)))


def _class_of(roles: set[str], minor: bool) -> Class | None:
    """Return what somebody is to a disclosure; None for an official, who stays named."""
    if minor:
        return "minor"
    if "relative" in roles:
        return "relative"
    return None if "official" in roles else "third-person"


def _may_be_named(spelling: str, keys: set[str]) -> bool:
    """Return whether a text with these keys may name somebody so: every full word is in it."""
    words = [word for word in name_words(spelling) if not is_initial(word)]
    return bool(words) and any(
        romanised(word) in keys or not keys.isdisjoint(loose_keys(word)) for word in words
    )


def _is_a_name(spelling: str) -> bool:
    """Return whether a spelling is a name and nothing else: few words, all with capitals."""
    words = spelling.split()
    return len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words)


def _cut(title: str) -> str:
    """Keep a title as short as a record allows; what stands for a name may be longer than it."""
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _texts(event: Event) -> Iterator[str]:
    yield event.text
    yield from (t for t in (event.id, event.title, event.reason, event.note, event.report) if t)
    yield from (*event.organisations, *event.uncertain)
    yield from (s.detail for s in event.sanctions if s.detail)
    yield from (t for s in event.sources for t in (s.url, s.note) if t)
    yield from (who.name for who in event.people)


def _texts_of_person(person: Person) -> Iterator[str]:
    yield from (t for o in person.offices for t in (o.title, o.organisation) if t)
    if person.note is not None:
        yield person.note
