"""A query becomes an FTS5 expression: words in all their spellings, fields as marks.

The expression is built from apsw's data classes and quoted by them. What was searched for is kept
beside it as patterns, from which hits are marked and reasons given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product

from apsw import fts5query as fts

from zhylnama.archive.marks import EVERY_EVENT, host_of, mark
from zhylnama.archive.model import Filters
from zhylnama.archive.query import All, Field, Near, Node, Not, OneOf, Words
from zhylnama.archive.spellings import MOST_SPELLINGS, Spelling, Spellings
from zhylnama.archive.values import date_marks, law_mark, read_dates
from zhylnama.names.fold import loose_keys, romanised
from zhylnama.names.places import Gazetteer

LOOSEST = 3
"""The loosest grade of likeness that is searched for (`spellings.Spelling.grade`)."""

_MOST_PHRASES = 64
_WRITTEN = ("title", "text", "organisations")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Consecutive words of a text that count as a hit: each with its allowed spellings.

    `typed` is what the person wrote; `last_is_prefix` lets the last word go on.
    """

    typed: str
    words: tuple[frozenset[str], ...]
    last_is_prefix: bool = False


@dataclass(slots=True, eq=False)
class Expression:
    """An FTS5 expression with what explains it. `exact` is the same with no spelling but typed."""

    match: str | None = None
    exact: str | None = None
    patterns: list[Pattern] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Expressions:
    """Makes expressions for one archive."""

    def __init__(
        self, spellings: Spellings, gazetteer: Gazetteer, kind_labels: dict[str, str]
    ) -> None:
        self.spellings = spellings
        self.kind_labels = kind_labels
        self._gazetteer = gazetteer
        self._place_keys: dict[tuple[str, ...], set[str]] | None = None

    def of(
        self, root: Node | None, filters: Filters, *, exact_spelling: bool = False
    ) -> Expression:
        """Return the expression for a query and what narrows it; `match` None: everything."""
        made = Expression()
        narrow = _narrowing(filters)
        for loosest, keep in ((0 if exact_spelling else LOOSEST, made), (0, Expression())):
            builder = _Builder(self, keep, loosest)
            query = builder.node(root) if root is not None else None
            parts = [query, *narrow] if query is not None else narrow
            if root is not None and query is None:
                # Nothing in the query is a word: it finds nothing, and says so.
                text = _written(fts.PHRASE(mark("nothing")))
                keep.notes.append("there is no word in the query")
            elif parts:
                text = _written(parts[0] if len(parts) == 1 else fts.AND(parts))
            else:
                text = ""
            keep.match = text or None
            made.exact = keep.match
        return made

    def place_ids(self, name: str) -> set[str]:
        """Return the gazetteer's ids for a typed place name, also in a case form (`Астане`)."""
        found = {place.id for place in self._gazetteer.candidates(name)}
        if found or len(name) < 4:
            return found
        if self._place_keys is None:
            self._place_keys = {}
            for place in self._gazetteer:
                for called in self._gazetteer.names(place.id):
                    for key in _place_keys(called):
                        self._place_keys.setdefault(key, set()).add(place.id)
        return {id_ for key in _place_keys(name) for id_ in self._place_keys.get(key, ())}


def _place_keys(name: str) -> list[tuple[str, ...]]:
    """Return a place name's keys: any choice of one key for each word."""
    words = re.findall(r"[^\W_]+", name)[:3]
    return list(product(*(dict.fromkeys((romanised(word), *loose_keys(word))) for word in words)))


def _narrowing(filters: Filters) -> list[fts.QUERY]:
    """Return what must hold besides the query: one entry a value, or one a field of either-or."""
    narrow: list[fts.QUERY] = []
    either: dict[str, list[fts.QUERY]] = {}
    for name, value in filters.chosen:
        phrase = fts.PHRASE(_facet_mark(name, value))
        if name in filters.either:
            either.setdefault(name, []).append(phrase)
        else:
            narrow.append(phrase)
    return narrow + [one for values in either.values() if (one := _joined(fts.OR, values))]


def _facet_mark(name: str, value: str) -> str:
    if name == "law":
        code, _, article = value.partition(" ")
        return mark("law", code, "a", article) if article else mark("law", code)
    if name == "month":
        return mark("began", value)
    if name == "place":
        return mark(
            "place", *(("as written", value[1:]) if value[:1] == "?" else ("exactly", value))
        )
    if name == "region":
        return mark("place", value)
    return mark(name, value)


class _Builder:
    """One walk over a query's tree."""

    def __init__(self, home: Expressions, into: Expression, loosest: int) -> None:
        self._home = home
        self._into = into
        self._loosest = loosest

    def node(self, node: Node, *, wanted: bool = True) -> fts.QUERY | None:
        """Return the FTS5 form of a part, or None where it holds no word."""
        match node:
            case Words():
                return self._words(node, wanted)
            case Near():
                return self._near(node, wanted)
            case Field():
                return self._field(node, wanted)
            case OneOf(parts):
                made = [q for part in parts if (q := self.node(part, wanted=wanted)) is not None]
                return _joined(fts.OR, made)
            case Not(part):
                inner = self.node(part, wanted=False)
                return None if inner is None else fts.NOT(fts.PHRASE(EVERY_EVENT), inner)
            case All(parts):
                return self._all(parts, wanted)

    def _all(self, parts: tuple[Node, ...], wanted: bool) -> fts.QUERY | None:
        positive = [part for part in parts if not isinstance(part, Not)]
        made = [q for part in positive if (q := self.node(part, wanted=wanted)) is not None]
        query = _joined(fts.AND, made)
        excluded = _joined(
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

    # -- Words ---------------------------------------------------------------------------------

    def _spellings_of(self, word: str, exact: bool, prefix: bool) -> list[Spelling]:
        if exact or self._loosest == 0:
            return [Spelling(word, 0)]
        if prefix:
            return self._home.spellings.starting(word)
        return [s for s in self._home.spellings.of(word) if s.grade <= self._loosest]

    def _words(
        self, node: Words, wanted: bool, column: tuple[str, ...] | None = None
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
            spellings = _fewer(spellings)
        phrases: list[fts.QUERY] = [
            fts.PHRASE(" ".join(s.word for s in choice), prefix=node.prefix)
            for choice in product(*spellings)
        ]
        if wanted:
            self._into.patterns.append(
                Pattern(
                    node.text,
                    tuple(frozenset(s.word for s in choices) for choices in spellings),
                    node.prefix,
                )
            )
        query = _joined(fts.OR, phrases)
        assert query is not None
        if node.exact:
            # The column of people has every spelling of an identity: not what this event writes.
            column = tuple(c for c in column or _WRITTEN if c in _WRITTEN) or _WRITTEN
        if column is not None:
            return fts.COLUMNFILTER(list(column), "include", query)
        if not node.exact and not node.prefix and self._loosest > 0:
            ids = sorted(self._home.place_ids(node.text))
            if ids:
                if wanted:
                    self._into.places.update(dict.fromkeys(ids, node.text))
                query = fts.OR([query, *(fts.PHRASE(mark("place", id_)) for id_ in ids)])
        return query

    def _near(self, node: Near, wanted: bool) -> fts.QUERY | None:
        words = self._home.spellings.words(node.text)
        if len(words) < 2:
            return self._words(Words(node.text, phrase=True), wanted)
        spellings = _fewer([self._spellings_of(word, False, False) for word in words])
        if wanted:
            for word, choices in zip(words, spellings, strict=True):
                self._into.patterns.append(Pattern(word, (frozenset(s.word for s in choices),)))
        return _joined(
            fts.OR,
            [
                fts.NEAR([fts.PHRASE(s.word) for s in choice], node.distance)
                for choice in product(*spellings)
            ],
        )

    # -- Fields --------------------------------------------------------------------------------

    def _field(self, node: Field, wanted: bool) -> fts.QUERY | None:
        value = node.value.text.strip()
        match node.name:
            case "text":
                return self._words(node.value, wanted, ("title", "text"))
            case "org":
                return self._words(node.value, wanted, ("organisations",))
            case "person":
                by_name = self._words(node.value, wanted, ("people",))
                return _or(by_name, [mark("person", value)])
            case "place" | "region":
                ids = sorted(self._home.place_ids(value))
                marks = [mark("place", id_) for id_ in ids] + [mark("place", "as written", value)]
                if wanted:
                    self._into.places.update(dict.fromkeys(ids, value))
                return _or(None, marks)
            case "kind":
                return _or(None, [mark("kind", kind) for kind in self._kinds(value)])
            case "role":
                return _or(None, [mark("role", value)])
            case "source":
                host = host_of(value) if "//" in value else value.removeprefix("www.")
                return _or(None, [mark("source", host)])
            case "law":
                return _or(None, [law_mark(value)])
            case _:
                return self._date(value)

    def _kinds(self, value: str) -> list[str]:
        """Return the kinds that a value names: by id or by label in any language."""
        wanted = value.casefold()
        found = [
            kind for label, kind in self._home.kind_labels.items() if label.casefold() == wanted
        ]
        return found or [wanted]

    def _date(self, value: str) -> fts.QUERY | None:
        days = read_dates(value)
        if days is None:
            self._into.notes.append(
                f"“{value}” is not a date; write 2021-12-05 or 2021-12..2022-01"
            )
            return fts.PHRASE(mark("nothing"))
        return _joined(fts.OR, [fts.PHRASE(m) for m in date_marks(*days)])


def _fewer(spellings: list[list[Spelling]]) -> list[list[Spelling]]:
    """Return so few spellings of each word of a phrase that their combinations stay few.

    The surest stay: one of each word, then a second of each as long as there is room.
    """
    kept = [choices[:1] for choices in spellings]
    combinations = 1
    for rank in range(1, MOST_SPELLINGS + 1):
        for choices, few in zip(spellings, kept, strict=True):
            if len(choices) > rank:
                more = combinations // len(few) * (len(few) + 1)
                if more > _MOST_PHRASES:
                    return kept
                few.append(choices[rank])
                combinations = more
    return kept


def _joined(kind: type[fts.AND] | type[fts.OR], parts: list[fts.QUERY]) -> fts.QUERY | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(parts)


def _or(query: fts.QUERY | None, marks: list[str]) -> fts.QUERY | None:
    parts = [query] if query is not None else []
    return _joined(fts.OR, [*parts, *(fts.PHRASE(one) for one in marks)])


_BINDING = {fts.OR: 1, fts.AND: 2, fts.NOT: 3}


def _written(query: fts.QUERY) -> str:
    """Return the text of a query; each word is quoted by apsw.

    apsw's own `to_query_string` joins by a blank what must all hold, which is no query where a
    column has several words before it: `{text}: (court OR courts) picket`.
    """
    match query:
        case fts.OR(queries):
            return " OR ".join(_inside(one, 1) for one in queries)
        case fts.AND(queries):
            return " AND ".join(_inside(one, 2) for one in queries)
        case fts.NOT(match, no_match):
            return f"{_inside(match, 3)} NOT {_inside(no_match, 4)}"
        case fts.COLUMNFILTER(columns, _, inner):
            return f"{{{' '.join(columns)}}} : ({_written(inner)})"
        case _:
            return fts.to_query_string(query)


def _inside(query: fts.QUERY, least: int) -> str:
    text = _written(query)
    return f"({text})" if _BINDING.get(type(query), 4) < least else text
