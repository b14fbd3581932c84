"""What a typed query means in an archive: as typed first, then by its names, then more widely."""

from __future__ import annotations

import apsw

from zhylnama.archive.expression import Expression, Expressions, Meant
from zhylnama.archive.function_words import without_function_words
from zhylnama.archive.model import Filters
from zhylnama.archive.namesakes import people_named
from zhylnama.archive.query import read_query, unfinished
from zhylnama.archive.search import finds_anything
from zhylnama.archive.tree import Query, name_in
from zhylnama.names.identity import may_be_written_otherwise

MOST_MEANT = 50
"""A typed name with an initial is looked for as at most so many people."""


class Understanding:
    """Understands queries for one open archive."""

    def __init__(self, connection: apsw.Connection, expressions: Expressions) -> None:
        self._connection = connection
        self._expressions = expressions

    def of(self, query: str, filters: Filters, exact_spelling: bool) -> tuple[Query, Expression]:
        """Return a query as it was read, and the expression that finds what it means.

        Each wider reading is tried only where the one before finds nothing at all.
        """
        typed = read_query(query)
        if exact_spelling:
            return typed, self._expressions.of(typed.root, filters, exact_spelling=True)
        typed = self._without_function_words(typed)
        name = name_in(typed.root)
        meant = None
        if name is not None:
            # Another may be written as no key of a word tells: one word here, two there.
            sure = not may_be_written_otherwise(name)
            meant = Meant(name, self.people_named(name, sure=sure))
        expression = self._expressions.of(typed.root, filters, meant=meant)
        if self._finds(expression):
            return typed, expression
        # Somebody is still typing, or knows only how a word begins.
        longer = unfinished(query)
        if longer is not None:
            longer = without_function_words(longer)
            begun = self._expressions.of(longer.root, filters)
            if self._finds(begun):
                return longer, begun
        if name is not None:
            meant = Meant(name, self.people_named(name))
            named = self._expressions.of(typed.root, filters, meant=meant)
            if self._finds(named):
                return typed.read(f"read as the name of {meant}"), named
        # Words of another language than the accounts'.
        loosely = self._expressions.of(typed.root, filters, wide=True)
        if self._finds(loosely):
            return typed, loosely
        expression.finds_nothing = True
        return typed, expression

    def _without_function_words(self, typed: Query) -> Query:
        """Return a query without its little words, unless somebody is called so: To Lam."""
        fewer = without_function_words(typed)
        if fewer is not typed and (whole := name_in(typed.root)) is not None:
            return typed if self.people_named(whole, sure=True) else fewer
        return fewer

    def _finds(self, expression: Expression) -> bool:
        return finds_anything(self._connection, expression)

    def people_named(self, name: str, *, sure: bool = False) -> dict[str, str]:
        """Return those whom a typed name may mean without a slip, with the names to show.

        Where `sure`, only those whom it means in every word.
        """
        return people_named(self._connection, name, MOST_MEANT, sure=sure)
