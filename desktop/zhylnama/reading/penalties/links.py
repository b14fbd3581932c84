"""A penalty and the word and measure that tell it, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from zhylnama.reading.penalties.amounts import Measure, Size
from zhylnama.reading.penalties.penalty_words import Word
from zhylnama.record.event import SanctionKind


@dataclass(frozen=True, slots=True)
class Link:
    """A penalty with its sizes, at `begin` to `end`; `former`: the one that another replaces.

    `asked_from` is where the words begin before which it may be said that it is only asked for.
    """

    kind: SanctionKind
    begin: int
    end: int
    sizes: tuple[Size, ...]
    word: Word | None
    asked_from: int
    former: bool = False


def link_of(kind: SanctionKind, measure: Measure, word: Word) -> Link:
    """Return the penalty of a word and a measure on either side of it."""
    begin, end = min(word.start, measure.start), max(word.end, measure.end)
    return Link(kind, begin, end, measure.sizes, word, begin)
