"""What is searched for: an FTS5 expression, and what explains its hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from zhylnama.failure import Phrase


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
    """An FTS5 expression with what explains it. `exact` gives the same with no spelling but typed.

    `people` are those whom a typed name may mean, `named` those who were asked for by their id:
    what an event calls them is marked in its account.

    `only` are the numbers of the events that were pointed at, whatever `match` is.

    `finds_nothing` and `newest`, the numbers of the newest hits on any day, are set once they are
    known, so that they are not looked for again: a short beginning such as `d*` joins the hits of
    thousands of words for each look.
    """

    match: str | None = None
    exact: Callable[[], str | None] = lambda: None
    patterns: list[Pattern] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    notes: list[Phrase] = field(default_factory=list)
    only: tuple[int, ...] | None = None
    finds_nothing: bool = False
    newest: list[int] | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a typed name may mean: the names to show, by id."""

    typed: str
    people: dict[str, str]

    def __str__(self) -> str:
        """Return up to three of the names."""
        names = sorted(set(self.people.values()))
        return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def may_be(meant: Meant) -> Phrase:
    """Return what to say of a name that was taken for somebody's."""
    return Phrase("“{typed}” may be {names}", typed=meant.typed, names=meant)


def read_as(words: str, field: str) -> Phrase:
    """Return what to say of words that were read as a field (`law:405.2`)."""
    return Phrase("“{words}” read as {field}", words=words, field=field)


def leaving_out(words: Iterable[str]) -> Phrase:
    """Return what to say of words that were not searched for."""
    return Phrase("left out: {words}", words=", ".join(words))
