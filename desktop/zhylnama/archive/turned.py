"""Words that turn the meaning of what is behind them: `without Almaty`, `до 3 декабря`, `не в мае`.

Left out as little words, they would let the opposite be found.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from zhylnama.archive.asked import read_as
from zhylnama.archive.dates import LONGEST, date_in
from zhylnama.archive.function_words import OR_IN_SMALL, is_little
from zhylnama.archive.tree import (
    All,
    Field,
    Named,
    Node,
    Not,
    OneOf,
    Query,
    Words,
    as_typed,
    is_plain,
)
from zhylnama.archive.values import read_dates, read_every_year
from zhylnama.failure import Phrase

_NEGATING = frozenset(["without", "except", "not", "без", "кроме", "не"])
_BOUNDS = {
    "before": "<", "до": "<", "after": ">", "после": ">", "since": ">=", "from": ">=", "с": ">=",
    "со": ">=", "until": "<=", "till": "<=", "по": "<=", "позднее": ">",
    "позже": ">", "ранее": "<", "раньше": "<",
}  # fmt: skip
_BOUNDS_BEHIND = {"дейін": "<", "кейін": ">"}
# Not only Mamay, не менее 15 суток: nothing is excluded.
_NO_EXCLUSION = frozenset(
    [
        "only",
        "just",
        "even",
        "less",
        "more",
        "than",
        "yet",
        "только",
        "лишь",
        "даже",
        "менее",
        "более",
        "меньше",
        "больше",
    ]
)
_TURNING = _NEGATING | _BOUNDS.keys() | _BOUNDS_BEHIND.keys()
# Не is “what” in Kazakh: Алматыда не болды.
_KAZAKH = re.compile(r"[әғқңөұүһі]|^бол|^айт", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_GOAL = re.compile(r"(?<=\w{3})(?:ға|ге|қа|ке)$")
_SIGNED = re.compile(r"\s*(?P<sign>[<>]=?)")
_MOST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an archive about words."""

    is_place: Callable[[str], bool]
    means_something: Callable[[str], bool]
    """Whether anything is found by a word."""
    is_told: Callable[[str], bool]
    """Whether an account has words next to each other."""
    years: Callable[[], list[int]]
    """The years of its events."""


def turned(query: Query, asked: Asked) -> Query:
    """Return a query with what some words turn as an exclusion or a range of dates.

    Itself where there is none; the readings say what was read so.
    """
    if not isinstance(query.root, All | Named | Field) or not _has_turning(query.root):
        return query
    said: list[Phrase] = []
    parts = query.root.parts if isinstance(query.root, All) else (query.root,)
    read = _Walk(parts, asked, said).read()
    if not said:
        return query
    return query.read(*said, root=read[0] if len(read) == 1 else All(tuple(read)))


def _has_turning(root: All | Named | Field) -> bool:
    parts = root.parts if isinstance(root, All) else (root,)
    return any(
        _word(part.before if isinstance(part, Named) and part.before else part) in _TURNING
        or _bounded(part) is not None
        for part in parts
    )


def has_negating(root: Node | None) -> bool:
    """Tell whether a plain word of a query may negate what is behind it."""
    return isinstance(root, All) and any(_word(part) in _NEGATING for part in root.parts)


def _bounded(part: Node) -> tuple[str, list[tuple[dt.date, dt.date]]] | None:
    """Return the sign and the days of a field of dates without a year (`date:>2 декабря`)."""
    if not isinstance(part, Field) or part.name != "date":
        return None
    signed = _SIGNED.match(part.value.text)
    if signed is None or read_dates(part.value.text) is not None:
        return None
    spans = read_every_year(part.value.text[signed.end() :])
    return (signed["sign"], spans) if spans else None


def _word(node: Node) -> str:
    """Return a plain word in small letters, nothing for any other part."""
    return node.text.lower() if isinstance(node, Words) and is_plain(node) else ""


class _Walk:
    """One walk over the parts of a query, from left to right."""

    def __init__(self, parts: tuple[Node, ...], asked: Asked, said: list[Phrase]) -> None:
        # А. Мубараков is one part with the word before it.
        self._parts: list[Node] = []
        for part in parts:
            if isinstance(part, Named) and part.before and _word(part.before) in _NEGATING:
                bare = Named(part.initials, None, part.after)
                self._parts += [part.before, bare if part.after else part.initials]
            else:
                self._parts.append(part)
        self._asked = asked
        self._said = said
        self._kazakh = any(map(_KAZAKH.search, map(_word, self._parts)))

    def read(self) -> list[Node]:
        """Return the parts as they are meant."""
        found: list[Node] = []
        at = 0
        while at < len(self._parts):
            length, node = self._next(at)
            found += self._parts[at : at + length] if node is None else [node]
            at += length
        return found

    def _next(self, at: int) -> tuple[int, Node | None]:
        """Return how many parts are read together, and as what; None for what they are."""
        word = _word(self._parts[at])
        if (bounded := _bounded(self._parts[at])) is not None:
            node = self._range(*bounded)
            if node is not None:
                self._said.append(read_as(as_typed(self._parts[at]), _shown(node)))
            return 1, node
        length, node = self._bound(at)
        if node is not None:
            self._said.append(read_as(self._text(at, length), _shown(node)))
            return length, node
        if length > 1:
            return length, None
        if word in _NEGATING and not (word == "не" and self._kazakh):
            return self._negated(at)
        return 1, None

    def _bound(self, at: int) -> tuple[int, Node | None]:
        """Return the range of a date with a word that bounds it, or the length of a whole date."""
        length, spans = self._date(at)
        if length:
            behind = _word(self._parts[at + length]) if at + length < len(self._parts) else ""
            if behind in _BOUNDS_BEHIND and (node := self._range(_BOUNDS_BEHIND[behind], spans)):
                return length + 1, node
            return length, None
        sign = _BOUNDS.get(_word(self._parts[at]))
        if sign is None:
            return 1, None
        length, spans = self._date(at + 1)
        node = self._range(sign, spans) if length else None
        return (length + 1, node) if node else (1, None)

    def _date(self, at: int) -> tuple[int, list[tuple[dt.date, dt.date]]]:
        """Return how many parts from a place on are a date, and the days it means."""
        words = [_word(part) for part in self._parts[at : at + LONGEST]]
        whole = next((i for i, word in enumerate(words) if not word), len(words))
        if not any(word[:1].isdigit() for word in words[:whole]):
            return 0, []
        for length in range(whole, 0, -1):
            text = " ".join(words[:length])
            found = date_in(text) or date_in(_GOAL.sub("", text))
            if found is not None:
                return length, found[1]
        if whole and _YEAR.fullmatch(year := words[0].rstrip(",")) and at:
            return 1, [(dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))]
        return 0, []

    def _range(self, sign: str, spans: list[tuple[dt.date, dt.date]]) -> Node | None:
        """Return what finds the days before or after some, in each year that the archive has."""
        if len({first.year for first, _ in spans}) == 1:
            return _field(f"{sign}{_edge(sign, spans)}")
        ranges: list[Node] = []
        for year in self._asked.years():
            own = [span for span in spans if span[0].year == year]
            if own and len(self._asked.years()) == 1:
                return _field(f"{sign}{_edge(sign, own)}")
            if own and (days := _in_year(sign, _edge(sign, own))) is not None:
                ranges.append(_field(days))
        if len(ranges) < 2:
            return ranges[0] if ranges else None
        return OneOf(tuple(ranges))

    def _negated(self, at: int) -> tuple[int, Node | None]:
        """Return what is behind a negating word as an exclusion."""
        if at and _word(self._parts[at - 1]) in OR_IN_SMALL:
            return 1, None  # with or without permission
        start = at + 1
        while start < len(self._parts):
            length, node = self._bound(start)
            if node is not None or not is_little(_word(self._parts[start])) or length > 1:
                break
            start += 1
        if start == len(self._parts) or isinstance(self._parts[start], Not):
            return 1, None
        if _word(self._parts[start]) in _NO_EXCLUSION:
            return 1, None
        if node is None:
            length = self._length(start)
            parts = self._parts[start : start + length]
            both = self._text(at, start + length - at)
            if length == 1 and (word := _word(parts[0])) and not self._date(start)[0]:
                if start == at + 1 and self._asked.is_told(both):
                    # Held without charge; not guilty.
                    self._said.append(read_as(both, f'"{both}"'))
                    return 2, Words(both, phrase=True)
                if not self._asked.means_something(word):
                    return 1, None  # without it there is as much as before
            node = parts[0] if length == 1 else All(tuple(parts))
        more = start + length
        if more + 1 < len(self._parts) and _word(self._parts[more]) in OR_IN_SMALL:
            # Not in Almaty or Aktau: in neither.
            also = self._length(more + 1)
            other = self._parts[more + 1 : more + 1 + also]
            if not any(isinstance(part, Not) or _word(part) in _TURNING for part in other):
                node = OneOf((node, other[0] if also == 1 else All(tuple(other))))
                length += 1 + also
        shown = _shown(node)
        self._said.append(read_as(self._text(at, start + length - at), f"NOT {shown}"))
        return start + length - at, Not(node)

    def _length(self, at: int) -> int:
        """Return how many parts are one date, one place, or one word."""
        if length := self._date(at)[0]:
            return length
        for length in range(min(_MOST_PLACE, len(self._parts) - at), 1, -1):
            run = self._parts[at : at + length]
            if all(map(_word, run)) and self._asked.is_place(self._text(at, length)):
                return length
        return 1

    def _text(self, at: int, length: int) -> str:
        return " ".join(as_typed(part) for part in self._parts[at : at + length])


def _edge(sign: str, spans: list[tuple[dt.date, dt.date]]) -> dt.date:
    """Return the day from which or to which a range goes, as its sign needs it."""
    return spans[0][0] if sign in ("<", ">=") else spans[-1][1]


def _in_year(sign: str, edge: dt.date) -> str | None:
    """Return a range within the year of its edge; None where no day is left of it."""
    day = dt.timedelta(1)
    first = edge + day if sign == ">" else edge if sign == ">=" else edge.replace(month=1, day=1)
    last = edge - day if sign == "<" else edge if sign == "<=" else edge.replace(month=12, day=31)
    return f"{first}..{last}" if first <= last and first.year == last.year else None


def _field(value: str) -> Field:
    return Field("date", Words(value, phrase=True))


_MOST_SHOWN = 3


def _shown(node: Node) -> str:
    """Return a part as it would be typed."""
    if isinstance(node, OneOf):
        some = " OR ".join(_shown(part) for part in node.parts[:_MOST_SHOWN])
        return f"({some}{' …' if len(node.parts) > _MOST_SHOWN else ''})"
    if isinstance(node, All):
        return f"({' '.join(as_typed(part) for part in node.parts)})"
    return as_typed(node)
