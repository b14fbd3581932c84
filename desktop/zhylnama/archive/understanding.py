"""What a typed query means in an archive: as typed first, then by its names, then more widely."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import apsw
from apsw import fts5query as fts

from zhylnama.archive.among import (
    Among,
    Known,
    has_about,
    is_like_a_surname,
    is_what_they_are,
    names_among,
)
from zhylnama.archive.asked import may_be
from zhylnama.archive.dates import is_month
from zhylnama.archive.expression import Expression, Expressions, Meant
from zhylnama.archive.function_words import is_little, without_function_words
from zhylnama.archive.marks import mark
from zhylnama.archive.model import Filters
from zhylnama.archive.namesakes import is_any_given_name, means_anybody, people_named
from zhylnama.archive.near import near_words
from zhylnama.archive.pointed_at import events_pointed_at, site_in
from zhylnama.archive.query import read_query, unfinished
from zhylnama.archive.reworded import (
    either_of,
    ends_in_a_date,
    only_the_date,
    with_sites,
    without_excluded_sites,
)
from zhylnama.archive.search import finds_anything
from zhylnama.archive.tree import Field, Node, OneOf, Query, Words, is_plain, name_in
from zhylnama.archive.turned import Asked, has_negating, turned
from zhylnama.archive.values import YEARS
from zhylnama.failure import Phrase
from zhylnama.names.fold import romanised
from zhylnama.names.identity import may_be_written_otherwise

MOST_MEANT = 50
"""A typed name with an initial is looked for as at most so many people."""


class Understanding:
    """Understands queries for one open archive."""

    def __init__(self, connection: apsw.Connection, expressions: Expressions) -> None:
        self._connection = connection
        self._expressions = expressions
        self._asked = Asked(
            is_place=lambda name: bool(expressions.place_ids(name)),
            means_something=self.means_something,
            is_told=self._is_told,
            years=lru_cache(maxsize=1)(self._look_up_years),
        )
        # From key press to key press the words before the last stay.
        self._people_named = lru_cache(maxsize=1_000)(self._look_up_people)

    def of(self, query: str, filters: Filters, exact_spelling: bool) -> tuple[Query, Expression]:
        """Return a query as it was read, and the expression that finds what it means.

        Each wider reading is tried only where the one before finds nothing at all.
        """
        typed = read_query(query)
        if exact_spelling:
            return typed, self._expressions.of(typed.root, filters, exact_spelling=True)
        as_read = typed
        every_word = typed = turned(without_excluded_sites(typed, self._is_site), self._asked)
        typed = self._without_function_words(typed)
        if (about := self._asked_about(every_word, typed)) is not None:
            typed = about
        name = name_in(typed.root)
        meant = None
        if name is not None:
            # Another may be written as no key of a word tells: one word here, two there.
            sure = not may_be_written_otherwise(name)
            meant = Meant(name, self.people_named(name, sure=sure))
            if short := self._in_short(name, meant.people):
                typed = typed.read(may_be(Meant(name, short)))
                meant = Meant(name, meant.people | short)
        expression = self._expressions.of(typed.root, filters, meant=meant)
        if self._finds(expression):
            return typed, expression
        wider = self._more_widely(query, every_word, typed, filters, every_word is as_read)
        if wider is not None:
            return wider
        expression.finds_nothing = True
        return typed, expression

    def _more_widely(
        self, query: str, every_word: Query, typed: Query, filters: Filters, as_typed: bool
    ) -> tuple[Query, Expression] | None:
        """Return what is found where nothing has what was typed, and how it was read."""
        if (pointed := self._pointed_at(query, typed, filters)) is not None:
            return pointed
        if (sites := with_sites(typed, self._is_site)) is not None:
            of_sites = self._expressions.of(sites.root, filters)
            of_sites.finds_nothing = not self._finds(of_sites)
            return sites, of_sites  # without its site it would be another question
        # Somebody is still typing, or knows only how a word begins.
        if (
            as_typed
            and not has_negating(every_word.root)
            and (begun := self._begun(query, typed, filters)) is not None
        ):
            return begun
        if (name := name_in(typed.root) or _word_in(typed.root)) is not None:
            meant = Meant(name, self.people_named(name))
            named = self._expressions.of(typed.root, filters, meant=meant)
            if self._finds(named):
                return typed.read(Phrase("read as the name of {names}", names=meant)), named
        # Words of another language than the accounts'.
        loosely = self._expressions.of(typed.root, filters, wide=True)
        if self._finds(loosely):
            return typed, loosely
        if (among := self._names_among(every_word)) is not None:
            of_people = self._expressions.of(among.root, filters)
            if self._finds(of_people):
                nothing = Phrase("nothing has all of these words")
                return every_word.read(nothing, *among.said, root=among.root), of_people
        return self._reworded(every_word, filters)

    def _begun(self, query: str, typed: Query, filters: Filters) -> tuple[Query, Expression] | None:
        """Return what is found with the last word going on; None where it does not."""
        if ends_in_a_date(typed.root):
            return None
        longer = unfinished(query, self._expressions.spellings.is_known)
        if longer is None:
            return None
        longer = without_function_words(longer)
        begun = self._expressions.of(longer.root, filters)
        return (longer, begun) if self._finds(begun) else None

    def _reworded(self, typed: Query, filters: Filters) -> tuple[Query, Expression] | None:
        """Return what is found with a small or as OR, or by the date alone; None for nothing."""
        for reworded in (either_of(typed), only_the_date(typed, self._is_unknown)):
            if reworded is None:
                continue
            found = self._expressions.of(reworded.root, filters)
            if self._finds(found):
                said = reworded.readings[len(typed.readings) :]
                nothing = Phrase("nothing has all of these words")
                return typed.read(nothing, *said, root=reworded.root), found
        return None

    def means_something(self, word: str) -> bool:
        """Tell whether a word is met in an account, or is a place, a kind, a month or little."""
        return (
            is_little(word)
            or is_month(word)
            or self._expressions.is_kind(word)
            or bool(self._expressions.place_ids(word))
            or self._has("name_key", word)
            or self._expressions.spellings.is_known(word)
        )

    def _is_site(self, host: str) -> bool:
        return bool(self._expressions.hosts_with([host], prefix=False))

    def _is_unknown(self, word: str) -> bool:
        """Tell whether a word is surely no name, and no account has anything like it."""
        if not word.islower() or is_any_given_name(word) or is_like_a_surname(word):
            return False
        if self._expressions.is_kind(word) or self._has("name_key", word):
            return False
        return not self._has("spelling", word) and not self._slips_from(word)

    def _is_told(self, text: str) -> bool:
        """Tell whether an account has words next to each other."""
        words = self._expressions.spellings.words(text)
        phrase = fts.to_query_string(fts.PHRASE(" ".join(words)))
        return bool(words) and self._expressions.spellings.occurs(f"{{title text}} : {phrase}")

    def _look_up_years(self) -> list[int]:
        occurs = self._expressions.spellings.occurs
        return [year for year in YEARS if occurs(mark("year", str(year)))]

    def _pointed_at(
        self, query: str, typed: Query, filters: Filters
    ) -> tuple[Query, Expression] | None:
        """Return the events of an id or an address, or of a site; None where it is none."""
        narrowed = self._expressions.of(None, filters)
        if (found := events_pointed_at(self._connection, query)) is not None:
            numbers, said = found
            narrowed.only = tuple(n for n in numbers if self._is_in(n, narrowed))
            narrowed.finds_nothing = not narrowed.only
            return typed.read(said), narrowed
        if (site := site_in(query)) is None:
            return None
        host, said = site
        of_site = self._expressions.of(Field("source", Words(host)), filters)
        return (typed.read(said), of_site) if self._finds(of_site) else None

    def _is_in(self, number: int, narrowed: Expression) -> bool:
        """Tell whether an event is one of those that are left."""
        if narrowed.match is None:
            return True
        found = self._connection.execute(
            "SELECT 1 FROM word WHERE word MATCH ? AND rowid = ?", (narrowed.match, number)
        )
        return found.get is not None

    def _without_function_words(self, typed: Query) -> Query:
        """Return a query without its little words, unless somebody is called so: To Lam."""
        fewer = without_function_words(typed)
        if fewer is not typed and (whole := name_in(typed.root)) is not None:
            return typed if self.people_named(whole, sure=True) else fewer
        return fewer

    def _asked_about(self, every_word: Query, fewer: Query) -> Query | None:
        """Return the case of Mamay as Mamay; None where more is asked, or of nobody known."""
        if fewer.root is None or not has_about(every_word.root):
            return None
        among = self._names_among(every_word)
        if among is None or not among.only_about:
            return None
        return every_word.read(*among.said, root=OneOf((fewer.root, among.root)))

    def _names_among(self, typed: Query) -> Among | None:
        return names_among(
            typed.root,
            Known(
                people=self._people_meant,
                sure=lambda name: self.people_named(name, sure=True),
                means_anybody=lambda name: means_anybody(self._connection, name),
                is_surname=self._is_surname,
                is_place=lambda word: bool(self._expressions.place_ids(word)),
                is_kind=self._expressions.is_kind,
                is_in_a_name=lambda word: self._has("name_key", word),
                occurs=lambda word: self._has("spelling", word),
                is_near=lambda word: self._has("spelling", word) or bool(self._slips_from(word)),
            ),
        )

    def _is_surname(self, word: str) -> bool:
        surnames = [
            self._connection.execute("SELECT surname FROM person WHERE id = ?", (person,)).get
            for person in self.people_named(word)
        ]
        # Nurlanov is no surname Нурлан, though it begins so.
        return any(
            surname is not None and romanised(word) == romanised(surname) for surname in surnames
        )

    def _slips_from(self, word: str) -> list[str]:
        return near_words(self._connection, romanised(word))

    def _has(self, table: Literal["name_key", "spelling"], word: str) -> bool:
        """Tell whether any name, or any account, has a word."""
        found = self._connection.execute(
            f"SELECT 1 FROM {table} WHERE key = ? LIMIT 1", (romanised(word),)
        )
        return found.get is not None

    def _people_meant(self, name: str) -> dict[str, str]:
        found = self.people_named(name)
        return found | self._in_short(name, found)

    def _in_short(self, name: str, known: dict[str, str]) -> dict[str, str]:
        """Return those besides the known whom a name may mean who are known only in short.

        Алматы and an office are no given names, though they stand before a surname.
        """
        found = self._expressions.known_in_short(name)
        fresh = {person: shown for person, shown in found.items() if person not in known}
        return {} if fresh and self._is_no_name(name.split()) else fresh

    def _is_no_name(self, words: list[str]) -> bool:
        if any(map(is_any_given_name, words)):
            return False
        return any(
            is_what_they_are(word)
            or self._expressions.is_kind(word)
            or bool(self._expressions.place_ids(word))
            for word in words
        )

    def _finds(self, expression: Expression) -> bool:
        return finds_anything(self._connection, expression)

    def people_named(self, name: str, *, sure: bool = False) -> dict[str, str]:
        """Return those whom a typed name may mean without a slip, with the names to show.

        Where `sure`, only those whom it means in every word.
        """
        return self._people_named(name, sure)

    def _look_up_people(self, name: str, sure: bool) -> dict[str, str]:
        return people_named(self._connection, name, MOST_MEANT, sure=sure)


def _word_in(node: Node | None) -> str | None:
    """Return a query of one plain word of letters, None for any other."""
    if isinstance(node, Words) and is_plain(node) and node.text.isalpha():
        return node.text
    return None
