"""One walk over a query's tree, which makes the FTS5 form of each part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from apsw import fts5query as fts

from zhylnama.archive.asked import Expression, Meant, Pattern, leaving_out, may_be, read_as
from zhylnama.archive.dates import date_in
from zhylnama.archive.field_values import FieldValues, Home, either, joined
from zhylnama.archive.function_words import is_little, without_leading
from zhylnama.archive.marks import EVERY_EVENT, mark
from zhylnama.archive.spellings import Spelling, fewer
from zhylnama.archive.tree import All, Field, Named, Near, Node, Not, OneOf, Words
from zhylnama.archive.wide import in_brackets, in_quotes, streets_named, wide_meaning, written_sums
from zhylnama.failure import Phrase
from zhylnama.names.fold import clean, romanised
from zhylnama.names.given import is_given_name

_MOST_PHRASES = 64
_MOST_WORDS = 8  # часть 11 статьи 488 КоАП РК, с 28 ноября 2021 по 3 декабря 2021
_MOST_BEGINNINGS = 4
_JOINT = re.compile(r"(?<=\w)[-‐‑–'’ʼ`´ʹʻ‘](?=\w)")
_IS_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)+")
_WRITTEN = ("title", "text", "organisations")


class Builder:
    """One walk over a query's tree."""

    def __init__(self, home: Home, into: Expression, loosest: int, *, wide: bool = False) -> None:
        self._home = home
        self._into = into
        self._values = FieldValues(home, into)
        self._loosest = loosest
        self._wide = wide
        self._whole = True  # no part of several words that mean one thing

    def node(self, node: Node, *, wanted: bool = True) -> fts.QUERY | None:
        """Return the FTS5 form of a part, or None where it holds no word."""
        match node:
            case Words():
                return self._words(node, wanted)
            case Near():
                return self._near(node, wanted)
            case Field():
                return self._field(node, wanted)
            case Named():
                return self._named(node, wanted)
            case OneOf(parts):
                made = [q for part in parts if (q := self.node(part, wanted=wanted)) is not None]
                return joined(fts.OR, made)
            case Not(part):
                inner = self.node(part, wanted=False)
                return None if inner is None else fts.NOT(fts.PHRASE(EVERY_EVENT), inner)
            case All(parts):
                return self._all(parts, wanted)

    def _all(self, parts: tuple[Node, ...], wanted: bool) -> fts.QUERY | None:
        query = joined(fts.AND, self._required(parts, wanted))
        excluded = joined(
            fts.OR,
            [
                q
                for part in parts
                if isinstance(part, Not) and (q := self.node(part.part, wanted=False)) is not None
            ],
        )
        if excluded is None:
            return query
        return fts.NOT(query if query is not None else fts.PHRASE(EVERY_EVENT), excluded)

    def _required(self, parts: tuple[Node, ...], wanted: bool) -> list[fts.QUERY]:
        """Return what must occur, with words that mean a place together as that place as well."""
        positive = [part for part in parts if not isinstance(part, Not)]
        made: list[fts.QUERY] = []
        while positive:
            length, meant = self._meaning(positive, wanted)
            # Hunger strikes are no strikes.
            self._whole = length == 1
            words = [q for part in positive[:length] if (q := self.node(part, wanted=wanted))]
            self._whole = True
            del positive[:length]
            inside = joined(fts.AND, words)
            query = joined(fts.OR, [q for q in (inside, *meant) if q is not None])
            made += [] if query is None else [query]
        return made

    def _meaning(self, parts: Sequence[Node], wanted: bool) -> tuple[int, list[fts.QUERY]]:
        """Return how many of the next words mean one thing together, and what finds it.

        That is a place of several words; where the query is read widely also an article, a date or
        a kind of event, which no account need name in these words.
        """
        for length in range(min(_MOST_WORDS, len(parts)), 0, -1):
            text = _plain_words(parts[:length])
            if text is None or self._loosest == 0:
                continue
            if 1 < length < 4 and (ids := sorted(self._home.place_ids(text))):
                return length, self._place(text, ids, wanted)
            if length > 1 and (also := self._also(text, wanted)):
                return length, also
            if self._wide and length == 1 and (streets := streets_named(text)):
                # Nazarbayev Street is nobody's улица.
                found_there = [self._words(Words(w), wanted, _WRITTEN, typed=text) for w in streets]
                if wanted:
                    self._into.notes.append(read_as(text, f"text:({' OR '.join(streets)})"))
                return 1, [query for query in found_there if query is not None]
            if self._wide and (found := wide_meaning(text, self._home, self._values)) is not None:
                said, marks = found
                if wanted:
                    self._into.notes.append(read_as(text, said))
                return length, [fts.PHRASE(one) for one in marks]
        return 1, []

    def _place(self, typed: str, ids: Sequence[str], wanted: bool) -> list[fts.QUERY]:
        """Return what finds a place: events there, and accounts that mention it by another name."""
        if wanted:
            self._into.places.update(dict.fromkeys(ids, typed))
        found: list[fts.QUERY] = [fts.PHRASE(mark("place", id_)) for id_ in ids]
        if len(ids) > 1:
            return found
        for name in self._home.other_names(ids[0], typed):
            found.append(self.mention(name, wanted=wanted, typed=typed))
        return found

    def mention(self, name: str, *, wanted: bool, typed: str | None = None) -> fts.QUERY:
        """Return what finds the accounts that have a place's name, in any case and script.

        A form that is a given name is left out: `Almat` is nobody's Almaty.
        """
        spellings = fewer(
            [
                [s for s in self._home.spellings.of(word) if s.grade < 2 or not _is_somebody(s)]
                for word in self._home.spellings.words(name)
            ],
            _MOST_PHRASES,
        )
        if wanted:
            words = tuple(frozenset(s.word for s in choices) for choices in spellings)
            self._into.patterns.append(Pattern(typed or name, words))
        phrases = [fts.PHRASE(" ".join(s.word for s in choice)) for choice in product(*spellings)]
        return fts.COLUMNFILTER(["title", "text"], "include", fts.OR(phrases))

    def _also(self, text: str, wanted: bool) -> list[fts.QUERY]:
        """Return what else plain words find: a date its days, a kind's label its events.

        An account need not say on which day it was, nor in the words of the label what happened.
        The label in another language finds what accounts of that language call it.
        """
        if any(map(str.isdigit, text)):
            if (date := date_in(text)) is None:
                return []
            value, spans = date
            field = f"date:{in_quotes(value)}"
            found: list[fts.QUERY] = [fts.PHRASE(m) for m in self._values.day_marks(spans)]
        elif (labelled := self._home.kinds.of(text)) is not None:
            field = f"kind:{in_quotes(text)}"
            found = [fts.PHRASE(mark("kind", kind)) for kind in labelled.kinds]
            typed = (romanised(text), romanised(labelled.label))
            if labelled.label.casefold() != text.casefold():
                # Пикеты and a picket are one, though no rule of names makes them so.
                found += self._label(labelled.label, text, wanted)
            for label in labelled.translated:
                if romanised(label) not in typed and (words := self._label(label, text, wanted)):
                    found += words
                    field += f" OR {in_brackets(label.lower())}"
        else:
            return []
        if wanted and not any(said.fields.get("words") == text for said in self._into.notes):
            said = Phrase("“{words}” also read as {field}", words=text, field=field)
            self._into.notes.append(said)
        return found

    def _label(self, label: str, typed: str, wanted: bool) -> list[fts.QUERY]:
        """Return what finds accounts that have every word of a label; nothing where none has."""
        words = [word for word in self._home.spellings.words(label) if not is_little(word)]
        if not all(map(self._home.spellings.is_known, words)):
            return []
        found = [self._words(Words(word), wanted, _WRITTEN, typed=typed) for word in words]
        query = joined(fts.AND, [one for one in found if one is not None])
        return [] if query is None else [query]

    # -- Words ---------------------------------------------------------------------------------

    def _spellings_of(self, word: str, exact: bool, prefix: bool) -> list[Spelling]:
        if exact or self._loosest == 0:
            return [Spelling(word, 0)]
        if prefix:
            return self._home.spellings.starting(word)
        return [s for s in self._home.spellings.of(word) if s.grade <= self._loosest]

    def _words(
        self,
        node: Words,
        wanted: bool,
        column: tuple[str, ...] | None = None,
        *,
        typed: str | None = None,
    ) -> fts.QUERY | None:
        words = self._home.spellings.words(
            node.text.removesuffix("*") if node.prefix else node.text
        )
        if not words:
            return None
        last = len(words) - 1
        spellings = [
            self._spellings_of(word, node.exact, node.prefix and i == last)
            for i, word in enumerate(words)
        ]
        if len(words) > 1:
            # What goes on is looked for anew in each phrase, and a letter goes on in many ways.
            most = _MOST_BEGINNINGS if node.prefix else _MOST_PHRASES
            spellings = fewer(spellings, most)
        phrases: list[fts.QUERY] = [
            fts.PHRASE(" ".join(s.word for s in choice), prefix=node.prefix)
            for choice in product(*spellings)
        ]
        in_one = [] if node.exact or node.prefix else self._joined_spellings(node.text)
        phrases += [fts.PHRASE(one) for one in in_one]
        if wanted:
            allowed = [tuple(frozenset(s.word for s in choices) for choices in spellings)]
            allowed += [tuple(frozenset([part]) for part in one.split(" ")) for one in in_one]
            said = typed or node.text
            self._into.patterns += [Pattern(said, words, node.prefix) for words in allowed]
        query = joined(fts.OR, phrases)
        assert query is not None
        if node.exact or self._loosest == 0:
            # The column of people has every spelling of an identity: not what this event writes.
            column = tuple(c for c in column or _WRITTEN if c in _WRITTEN) or _WRITTEN
        if column is not None:
            return fts.COLUMNFILTER(list(column), "include", query)
        if not node.exact and not node.prefix and self._loosest > 0:
            ids = sorted(self._home.place_ids(node.text))
            if ids:
                query = fts.OR([query, *self._place(node.text, ids, wanted)])
            if self._whole and not node.phrase and (also := self._also(node.text, wanted)):
                query = fts.OR([query, *also])
        return query

    def _joined_spellings(self, text: str) -> list[str]:
        """Return the index's words for one that is typed with a hyphen or an apostrophe in it.

        The index cuts there: Ol'ga, Serik-kyzy, and To'le of the alphabet of 2017. Of a sum those
        with and without its commas: 14585 and 14,585.
        """
        if self._loosest == 0 or " " in text:
            return []
        if text[0].isdigit() and text[-1].isdigit():
            return written_sums(text)
        if not _JOINT.search(text):
            return []
        whole = clean(text).lower()
        asked = dict.fromkeys((whole.replace("-", ""), _JOINT.sub("", whole)))
        # Almat is nobody's Алма-Ата.
        place = bool(self._home.place_ids(text))
        found = [
            s.word
            for one in asked
            for s in self._home.spellings.of(one)
            if not (place and s.grade > 1 and _is_somebody(s))
        ]
        return [word for word in dict.fromkeys(found) if word.isalnum()]

    def _near(self, node: Near, wanted: bool) -> fts.QUERY | None:
        words = self._home.spellings.words(node.text)
        if len(words) < 2:
            return self._words(Words(node.text, phrase=True), wanted)
        spellings = fewer([self._spellings_of(word, False, False) for word in words], _MOST_PHRASES)
        if wanted:
            for word, choices in zip(words, spellings, strict=True):
                self._into.patterns.append(Pattern(word, (frozenset(s.word for s in choices),)))
        return joined(
            fts.OR,
            [
                fts.NEAR([fts.PHRASE(s.word) for s in choice], node.distance)
                for choice in product(*spellings)
            ],
        )

    # -- Names ---------------------------------------------------------------------------------

    def _people(self, name: str, wanted: bool) -> dict[str, str]:
        """Return whom a name may mean, and remember why they are found."""
        if not self._loosest:
            return {}
        found = self._home.people_named(name)
        short = self._home.known_in_short(name)
        if wanted and not short.keys() <= found.keys():
            self._into.notes.append(may_be(Meant(name, _less(short, found))))
        found = found | short
        if wanted:
            self._into.people.update(dict.fromkeys(found, name))
        return found

    def _named(self, node: Named, wanted: bool) -> fts.QUERY | None:
        """Find an initial with its surname: as written, and everybody it may stand for."""
        sides = [(f"{node.initials.text} {node.after.text}", node.after)] if node.after else []
        sides += [(f"{node.before.text} {node.initials.text}", node.before)] if node.before else []
        for name, own in sides:
            found = self._people(name, wanted)
            if not found:
                continue
            if wanted:
                self._into.notes.append(may_be(Meant(name, found)))
            written = self._words(Words(name, phrase=True), wanted)
            query = either(written, [mark("person", person) for person in sorted(found)])
            other = node.before if own is node.after else node.after
            rest = None if other is None else self._words(other, wanted)
            assert query is not None
            return query if rest is None else fts.AND([query, rest])
        parts = tuple(p for p in (node.before, node.initials, node.after) if p is not None)
        if node.after and self._home.place_ids(f"{node.initials.text} {node.after.text}"):
            # г. Алматы: an abbreviation, which no account need have.
            parts = tuple(p for p in (node.before, node.after) if p is not None)
        elif is_little(node.initials.text) and self._loosest:
            # С Мамаем: a capital at the start of a line, and nobody's initial.
            parts = tuple(p for p in (node.before, node.after) if p is not None)
            if wanted:
                self._into.notes.append(leaving_out([node.initials.text]))
        return self._all(parts, wanted)

    # -- Fields --------------------------------------------------------------------------------

    def _field(self, node: Field, wanted: bool) -> fts.QUERY | None:
        value = node.value.text.strip()
        match node.name:
            case "text":
                return self._words(node.value, wanted, ("title", "text"))
            case "org":
                return self._words(node.value, wanted, ("organisations",))
            case "person":
                value = without_leading(value)
                node = replace(node, value=replace(node.value, text=value))
                by_name = self._words(node.value, wanted, ("people",))
                whole = " " in value and not (node.value.exact or node.value.prefix)
                meant = self._people(value, wanted) if whole else ()
                if wanted:
                    self._into.named.add(value)
                if _IS_ID.fullmatch(value) and self._home.spellings.occurs(mark("person", value)):
                    return fts.PHRASE(mark("person", value))  # as completion writes it
                return either(by_name, [mark("person", one) for one in (value, *sorted(meant))])
            case "place" | "region":
                value = without_leading(value, also_capitals=True)
                ids = sorted(
                    self._home.places_starting(value.removesuffix("*"))
                    if node.value.prefix
                    else self._home.place_ids(value)
                )
                marks = [mark("place", id_) for id_ in ids] + [mark("place", "as written", value)]
                if wanted:
                    self._into.places.update(dict.fromkeys(ids, value))
                return either(None, marks)
            case "kind":
                return either(None, self._values.kinds(value))
            case "role":
                return self._values.role(value)
            case "source":
                return self._values.source(value, node.value.prefix)
            case "law":
                return self._values.law(value)
            case _:
                return self._values.date(value)


def _less(people: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    return {person: shown for person, shown in people.items() if person not in known}


def _is_somebody(spelling: Spelling) -> bool:
    return is_given_name(romanised(spelling.word))


def _plain_words(parts: Sequence[Node]) -> str | None:
    """Return the text of words without quotes or signs; None where one of them is more."""
    texts = [
        p.text for p in parts if isinstance(p, Words) and not (p.prefix or p.exact or p.phrase)
    ]
    return " ".join(texts) if len(texts) == len(parts) else None
