"""A query becomes an FTS5 expression: words in all their spellings, fields as marks.

The expression is built from apsw's data classes and quoted by them. What was searched for is kept
beside it as patterns, from which hits are marked and reasons given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import product

from apsw import fts5query as fts

from zhylnama.archive.asked import Expression, Meant, Pattern
from zhylnama.archive.builder import Builder
from zhylnama.archive.field_values import FieldValues, either, joined
from zhylnama.archive.kinds import KindLabels
from zhylnama.archive.marks import mark
from zhylnama.archive.model import Filters
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.tree import All, Node
from zhylnama.failure import Phrase
from zhylnama.names.cases import declined as case_bases
from zhylnama.names.fold import clean, loose_keys, readings, romanised
from zhylnama.names.habits import habits_of_name
from zhylnama.names.places import Gazetteer, fold_place

__all__ = ["Expression", "Expressions", "Meant", "Pattern"]

# Two words, or the ending of a town: no surname of somebody else, and no word.
_ONLY_A_PLACE = re.compile(r"[\w.]{3,}[- ]\w{3,}|ск$|sk$|град$|grad$")
_WORD = re.compile(r"[^\W_]+")
# The words for kinds of places in any case, and as the gazetteer knows them.
_KINDS_OF_PLACES = {
    "city": "город", "oblast": "область", "raion": "район", "selo": "село", "posyolok": "поселок",
    "qala": "қаласы", "oblys": "облысы", "audan": "ауданы", "auyl": "ауылы", "kent": "кенті",
}  # fmt: skip
_DECLINED_KIND = re.compile(
    r"(?<!\w)(?:(?P<city>город(?:а|у|е|ом))|(?P<oblast>област(?:и|ью))|(?P<raion>район(?:а|у|е|ом))"
    r"|(?P<selo>сел(?:а|у|е|ом))|(?P<posyolok>пос[её]лк(?:а|у|е|ом))|(?P<qala>қаласын\w+)"
    r"|(?P<oblys>облысын\w+)|(?P<audan>ауданын\w+)|(?P<auyl>ауылын\w+)|(?P<kent>кентін\w+))(?!\w)",
    re.IGNORECASE,
)
_KAZAKH_LOCAL = re.compile(r"(?<=\w\w\w)[дт](?:ағы|егі)$", re.IGNORECASE)
# What apsw puts in no quotes, told in a third of its time. Our phrases have neither `^` nor `+`.
_BARE = re.compile(r"[0-9A-Z_a-z\x80-\U0010ffff]+")
LOOSEST = 3
"""The loosest grade of likeness that is searched for (`spellings.Spelling.grade`)."""


class Expressions:
    """Makes expressions for one archive."""

    def __init__(
        self,
        spellings: Spellings,
        gazetteer: Gazetteer,
        kind_labels: dict[str, str],
        kind_words: Iterable[tuple[str, str]],
        people_named: Callable[[str], dict[str, str]],
        known_in_short: Callable[[str], dict[str, str]],
        hosts: Callable[[], list[str]],
    ) -> None:
        """`kind_labels` maps each label of a kind to it; `kind_words` are other words, with theirs.

        `people_named` gives the ids of those whom a name may mean, with the names to show;
        `known_in_short` those who are known only with an initial or a surname for it; `hosts` gives
        those of all sources.
        """
        self._hosts = hosts
        self._people_named = people_named
        self.known_in_short = lru_cache(maxsize=1_000)(known_in_short)
        self._place_ids = lru_cache(maxsize=1_000)(self._look_up_place)
        self._place_names = lru_cache(maxsize=1_000)(self._look_up_names)
        self._is_in_accounts = lru_cache(maxsize=1_000)(self._look_up_in_accounts)
        self.spellings = spellings
        self.kind_labels = kind_labels
        self.kinds = KindLabels(kind_labels.items(), spellings.stem)
        self._words_of_kinds = kind_words
        self._gazetteer = gazetteer
        self._place_keys: dict[tuple[str, ...], set[str]] | None = None

    @cached_property
    def kind_words(self) -> KindLabels:
        """Looks up kinds by words for what was done, which is seldom asked for."""
        return KindLabels(self._words_of_kinds, self.spellings.stem)

    def of(
        self,
        root: Node | None,
        filters: Filters,
        *,
        exact_spelling: bool = False,
        meant: Meant | None = None,
        wide: bool = False,
    ) -> Expression:
        """Return the expression for a query and what narrows it; `match` None: everything.

        `meant` are people whom the whole query names: their events are found besides. `wide`
        takes words for articles, dates and kinds of events too.
        """
        if wide and root is not None and not isinstance(root, All):
            root = All((root,))
        narrow = _narrowing(filters)
        made = Expression()
        loosest = 0 if exact_spelling else LOOSEST
        query = None
        if root is not None:
            query = Builder(self, made, loosest, wide=wide and loosest > 0).node(root)
        if meant is not None and loosest:
            query = either(query, [mark("person", person) for person in sorted(meant.people)])
            made.people.update(dict.fromkeys(meant.people, meant.typed))
        if root is not None and query is None:
            made.notes.append(Phrase("there is no word in the query"))
        made.match = _joined(root, query, narrow)

        def exact() -> str | None:
            # Only an order by relevance asks for it.
            typed = None if root is None else Builder(self, Expression(), 0).node(root)
            return _joined(root, typed, narrow)

        made.exact = exact
        return made

    def people_named(self, name: str) -> dict[str, str]:
        """Return the ids of those whom a name may mean, with the names to show."""
        return self._people_named(name)

    def hosts_with(self, parts: Sequence[str], prefix: bool) -> list[str]:
        """Return the hosts of sources that have some names of a host next to each other.

        With `prefix` the last of the names may go on: `rus.azat`.
        """
        asked = [f".{part}" if prefix else f".{part}." for part in parts]
        return [host for host in self._hosts() if any(part in f".{host}." for part in asked)]

    def is_kind(self, word: str) -> bool:
        """Tell whether a word is the label of a kind of events, or part of one."""
        return bool(FieldValues(self, Expression()).kinds_told(word))

    def place_ids(self, name: str) -> frozenset[str]:
        """Return the gazetteer's ids for a typed place name, also in a case form (`Астане`)."""
        return self._place_ids(name)

    def places_starting(self, beginning: str) -> frozenset[str]:
        """Return the gazetteer's ids of places with a name, old or new, that begins so."""
        key = fold_place(beginning)
        known = self._gazetteer
        return frozenset(
            place.id
            for place in (known if key else ())
            if any(fold_place(name).startswith(key) for name in known.names(place.id))
        )

    def other_names(self, place: str, typed: str) -> tuple[str, ...]:
        """Return the names of a town or region, old and new, that mean nothing else in an account.

        Each once for all scripts, without the typed one, and only those that an account has. Oral
        is a word of English and Shevchenko a surname; Nur-Sultan and Semipalatinsk are neither.
        """
        key = romanised(typed)
        return tuple(
            name
            for name in self._place_names(place)
            if romanised(name) != key and self._is_in_accounts(name)
        )

    def _look_up_names(self, place: str) -> tuple[str, ...]:
        found = self._gazetteer.get(place)
        if found is None or found.kind not in ("city", "town", "region"):
            return ()
        names = [name for name in found.names.values() if len(name) > 4]
        if found.kind != "region":  # a phrase with “region” in it is dear, and there are many
            names += [name for name in found.also if _ONLY_A_PLACE.search(name)]
        return tuple({tuple(map(romanised, name.split("-"))): name for name in names}.values())

    def _look_up_in_accounts(self, name: str) -> bool:
        builder = Builder(self, Expression(), LOOSEST)
        return self.spellings.occurs(_written(builder.mention(name, wanted=False)))

    def _look_up_place(self, name: str) -> frozenset[str]:
        found = self._look_up_place_as_typed(name)
        if not found and " " in name:
            # In a case, as a sentence has it: городе Алматы, Нур-Султан қаласында.
            plain = _DECLINED_KIND.sub(lambda word: _KINDS_OF_PLACES[word.lastgroup or ""], name)
            return self._look_up_place_as_typed(plain) if plain != name else found
        return found

    def _look_up_place_as_typed(self, name: str) -> frozenset[str]:
        known = self._gazetteer
        found: frozenset[str] = frozenset()
        if not name.isalpha() or known.has_name(name):
            places = (*known.candidates(name), *known.once_named(name))
            found = frozenset(place.id for place in places)
        if found or len(name) < 4:
            return found
        if self._place_keys is None:
            self._place_keys = {}
            for place in self._gazetteer:
                for called in self._gazetteer.names(place.id):
                    for key in _place_keys(called):
                        self._place_keys.setdefault(key, set()).add(place.id)
        keys = _place_keys(name, declined=True)
        return frozenset(id_ for key in keys for id_ in self._place_keys.get(key, ()))


def _place_keys(name: str, *, declined: bool = False) -> list[tuple[str, ...]]:
    """Return a place name's keys: any choice of one key for each word.

    `declined`: the name was typed, and even its short words may stand in a case (Алма-Ате) or in a
    foreign spelling.
    """
    words = _WORD.findall(name)[:3]
    return list(product(*(_keys_of(word, declined) for word in words)))


def _keys_of(word: str, declined: bool) -> tuple[str, ...]:
    keys = [romanised(word), *loose_keys(word)]
    if declined:
        keys += readings(word, habits_of_name((word,)))
        if not word.isascii():
            # Алматыдағы пикет is one in Almaty.
            if (bare := _KAZAKH_LOCAL.sub("", word)) != word:
                keys += [romanised(bare), *loose_keys(bare)]
            keys += [romanised(base) for base, _ in case_bases(clean(word).casefold(), fewest=2)]
    return tuple(dict.fromkeys(keys))


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
    return narrow + [one for values in either.values() if (one := joined(fts.OR, values))]


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


def _joined(root: Node | None, query: fts.QUERY | None, narrow: list[fts.QUERY]) -> str | None:
    """Return the text of a query's form with what narrows it; None for everything."""
    if root is not None and query is None:
        # Nothing in the query is a word: it finds nothing.
        return _written(fts.PHRASE(mark("nothing")))
    parts = [query, *narrow] if query is not None else narrow
    if not parts:
        return None
    return _written(parts[0] if len(parts) == 1 else fts.AND(parts))


_BINDING = {fts.OR: 1, fts.AND: 2, fts.NOT: 3}


def _written(query: fts.QUERY) -> str:
    """Return the text of a query; each word is quoted by apsw.

    apsw's own `to_query_string` joins by a blank what must all hold, which is no query where a
    column has several words before it: `{text}: (court OR courts) picket`.
    """
    if isinstance(query, fts.PHRASE) and _BARE.fullmatch(phrase := str(query.phrase)):
        return f"{phrase}*" if query.prefix else phrase
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
