"""Hits with what matched in them: the words to mark, and why an event was found at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

import apsw

from zhylnama.archive.expression import Expression, Pattern
from zhylnama.archive.model import Hit
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.stored import read_placed
from zhylnama.names.fold import clean
from zhylnama.record.event import Event

# What separates and what makes up a word, as unicode61 cuts text.
_LETTER = r"[^\W_]"
_GAP = r"[\W_]+"
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_NOT_LETTERS = re.compile(r"[\W_]+")

MOST_REMEMBERED = 2_000
"""So many events read last are kept: from one key press to the next most of a page stays."""
LONGEST_REMEMBERED = 4_000
"""An event with a longer text is read anew, so that the memory has a bound."""


class Readable:
    """A text made ready for being searched, once for many queries."""

    __slots__ = ("as_shown", "ascii", "lowered", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.ascii = text.isascii()
        # Offsets are those of the text as it is shown: not where it has invisible characters, or
        # a letter that is longer in lower case.
        self.as_shown = self.ascii or clean(text) == text
        lowered = text.lower()
        self.lowered = lowered if self.as_shown and len(lowered) == len(text) else None


class Marker:
    """Finds the hits of one expression in texts."""

    def __init__(self, expression: Expression, spellings: Spellings) -> None:
        self._spellings = spellings
        self._patterns = [(pattern, _Finder(pattern)) for pattern in expression.patterns]
        self._reasons = lru_cache(maxsize=10_000)(_reason)
        self._reasons_in: dict[str, tuple[str, ...]] = {}
        # Most names of a page are no hit, which one look at their words tells: a hit begins with
        # one of these. A prefix may begin any word.
        patterns = expression.patterns
        self._begins: frozenset[str] | None = None
        if not any(len(pattern.words) == 1 and pattern.last_is_prefix for pattern in patterns):
            self._begins = frozenset(word for pattern in patterns for word in pattern.words[0])

    def marks(self, readable: Readable, why: dict[str, None]) -> tuple[tuple[int, int], ...]:
        """Return the hits in a text as character offsets, and add a reason for each likeness."""
        marks: list[tuple[int, int]] = []
        for pattern, finder in self._patterns:
            if readable.lowered is not None:
                spans = finder.in_lowered(readable.lowered, readable.ascii)
            elif readable.as_shown:
                spans = finder.in_any(readable.text)
            else:
                spans = self._in_unclean(pattern, readable.text)
            if spans:
                marks += spans
                for start, end in spans:
                    shown = readable.text[start:end]
                    if shown != pattern.typed and (
                        reason := self._reasons(pattern.typed, shown, pattern.last_is_prefix)
                    ):
                        why.setdefault(reason)
        return tuple(_merged(marks) if len(marks) > 1 else marks)

    def reasons_in(self, name: str) -> tuple[str, ...]:
        """Return the reasons that a name gives. Names repeat, and are remembered."""
        known = self._reasons_in.get(name)
        if known is None:
            why: dict[str, None] = {}
            if self._may_be_in(name):
                self.marks(Readable(name), why)
            if len(self._reasons_in) > MOST_REMEMBERED:
                self._reasons_in.clear()
            known = self._reasons_in[name] = tuple(why)
        return known

    def _may_be_in(self, name: str) -> bool:
        return (
            self._begins is None
            or not name.isascii()
            or not self._begins.isdisjoint(_ASCII_WORD.findall(name.lower()))
        )

    def _in_unclean(self, pattern: Pattern, text: str) -> list[tuple[int, int]]:
        """Find a pattern among whole runs of a text with decomposed or invisible characters."""
        words = [
            (match.start(), match.end(), word)
            for match in re.finditer(r"\S+", text)
            for word in self._spellings.words(match[0])
        ]
        length = len(pattern.words)
        last = length - 1
        return [
            (words[i][0], words[i + last][1])
            for i in range(len(words) - last)
            if all(
                words[i + k][2] in allowed
                or (
                    k == last
                    and pattern.last_is_prefix
                    and words[i + k][2].startswith(tuple(allowed))
                )
                for k, allowed in enumerate(pattern.words)
            )
        ]


class _Finder:
    """Finds one pattern in texts.

    A page of fifty accounts is searched at every key press. A regular expression that ignores
    case or begins with a look behind is tried at every letter; one of plain letters leaps from
    one candidate to the next, ten times as fast. So texts are searched in lower case, and what
    stands before a candidate is looked at afterwards.
    """

    def __init__(self, pattern: Pattern) -> None:
        self._pattern = pattern
        self._single: tuple[str, ...] | None = None
        if len(pattern.words) == 1 and not pattern.last_is_prefix:
            # A word or a few are found quicker still one by one.
            self._single = tuple(pattern.words[0]) if len(pattern.words[0]) <= 4 else None

    @cached_property
    def _ascii(self) -> re.Pattern[str] | None:
        # Most texts are ASCII: of dozens of spellings in two scripts few can be in one.
        return _of_letters(self._pattern, "[a-z0-9]", "[^a-z0-9]+", ascii_only=True)

    @cached_property
    def _lowered(self) -> re.Pattern[str] | None:
        return _of_letters(self._pattern, _LETTER, _GAP, ascii_only=False)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        assert self._lowered is not None
        return re.compile(f"(?<!{_LETTER}){self._lowered.pattern}", re.IGNORECASE)

    def in_lowered(self, text: str, ascii_: bool) -> list[tuple[int, int]]:
        """Find the pattern in a text of lower-case letters."""
        if self._single is not None:
            return _words_in(text, self._single)
        compiled = self._ascii if ascii_ else self._lowered
        if compiled is None:
            return []
        spans = []
        match = compiled.search(text)
        while match is not None:
            start, end = match.span()
            if text[start - 1 : start].isalnum():
                match = compiled.search(text, start + 1)
            else:
                spans.append((start, end))
                match = compiled.search(text, end)
        return spans

    def in_any(self, text: str) -> list[tuple[int, int]]:
        """Find the pattern in a text with a letter that is longer in lower case."""
        return [match.span() for match in self._any.finditer(text)]


def _words_in(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    spans = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                spans.append((start, end))
            start = text.find(word, end if spans and spans[-1][0] == start else start + 1)
    if len(words) > 1 and len(spans) > 1:
        spans.sort()
    return spans


def _of_letters(
    pattern: Pattern, letter: str, gap: str, *, ascii_only: bool
) -> re.Pattern[str] | None:
    """Return a pattern as an expression; None where no text of the kind can have it."""
    parts = []
    for allowed in pattern.words:
        words = sorted((w for w in allowed if w.isascii() or not ascii_only), key=len, reverse=True)
        if not words:
            return None
        parts.append("(?:" + "|".join(map(re.escape, words)) + ")")
    tail = f"{letter}*" if pattern.last_is_prefix else ""
    return re.compile(f"{gap.join(parts)}{tail}(?!{letter})")


def _reason(typed: str, shown: str, is_prefix: bool) -> str | None:
    """Return why a shown word is a hit, where it is not what was typed, nor begins so."""
    wanted, found = (_NOT_LETTERS.sub("", clean(word)).casefold() for word in (typed, shown))
    is_told = found.startswith(wanted) if is_prefix else found == wanted
    return None if is_told else f"{typed} → {shown}"


def _with_name(
    marks: tuple[tuple[int, int], ...], text: str, name: str
) -> tuple[tuple[int, int], ...]:
    """Return the marks of a text with those of a name, as it is written there."""
    spans = _words_in(text, (name,)) if name else []
    return tuple(_merged([*marks, *spans])) if spans else marks


def _merged(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class _Read:
    """One event that was read, ready for being searched, with its place in the gazetteer.

    `last` is the hit that it was last, and of which expression: a page is asked for again when
    a letter is taken back, with its counts, for an export.
    """

    __slots__ = ("event", "last", "place_id", "text", "title")

    def __init__(self, event: Event, place_id: str | None) -> None:
        self.last: tuple[Expression, Hit] | None = None
        self.event = event
        self.place_id = place_id
        self.text = Readable(event.text)
        self.title = None if event.title is None else Readable(event.title)


class Hits:
    """Makes the hits of one open archive. What it remembers cannot change, as the file cannot."""

    def __init__(
        self,
        connection: apsw.Connection,
        spellings: Spellings,
        place_labels: dict[str, str],
        around: Callable[[Event], tuple[str, ...]],
    ) -> None:
        """`around` gives the ids of an event's place and of all that lies around it."""
        self._connection = connection
        self._labels = place_labels
        self._around = around
        self._recent: dict[int, _Read] = {}
        self._marker = lru_cache(maxsize=64)(lambda expression: Marker(expression, spellings))

    def of(self, expression: Expression, numbers: list[int]) -> tuple[Hit, ...]:
        """Return the hits of these numbers with their marks and reasons, in the same order."""
        hits = []
        marker: Marker | None = None
        for number, read in zip(numbers, self._read(numbers), strict=True):
            if read.last is None or read.last[0] is not expression:
                marker = marker or self._marker(expression)
                read.last = expression, self._make(number, read, expression, marker)
            hits.append(read.last[1])
        return tuple(hits)

    def _make(self, number: int, read: _Read, expression: Expression, marker: Marker) -> Hit:
        event = read.event
        why: dict[str, None] = {}
        marks = marker.marks(read.text, why)
        title_marks = () if read.title is None else marker.marks(read.title, why)
        for appearance in event.people:
            if appearance.person in expression.people or appearance.person in expression.named:
                marks = _with_name(marks, event.text, appearance.name)
                title_marks = _with_name(title_marks, event.title or "", appearance.name)
            # Another spelling of somebody may be what matched, and not stand in the account.
            for reason in marker.reasons_in(appearance.name):
                why.setdefault(reason)
            typed = expression.people.get(appearance.person)
            if typed is not None and typed != appearance.name:
                why.setdefault(f"{typed} → {appearance.name}")
        if expression.places:
            self._add_places(expression, event, read.place_id, why)
        return Hit(number, event, tuple(why), marks, title_marks)

    def _read(self, numbers: list[int]) -> list[_Read]:
        recent = self._recent
        fresh = [number for number in numbers if number not in recent]
        placed = read_placed(self._connection, fresh) if fresh else {}
        found: list[_Read] = []
        for number in numbers:
            # What is used moves to the end, so that the first is always the one to forget.
            known = recent.pop(number, None) or _Read(*placed[number])
            if len(known.event.text) <= LONGEST_REMEMBERED:
                recent[number] = known
            found.append(known)
        while len(recent) > MOST_REMEMBERED:
            del recent[next(iter(recent))]
        return found

    def _add_places(
        self, expression: Expression, event: Event, place_id: str | None, why: dict[str, None]
    ) -> None:
        """Add the place by which an event was found, where it goes by another name there.

        What was typed may name several places; those that this event does not lie in say nothing.
        """
        if place_id is None or event.place is None:
            return
        explained = {reason.partition(" → ")[0] for reason in why}
        around: tuple[str, ...] | None = None
        for place, typed in expression.places.items():
            if typed in explained:
                continue
            if place == place_id:
                if typed.casefold() != event.place.casefold():
                    why.setdefault(f"{typed} → {event.place}")
            elif typed.casefold() not in event.text.casefold():
                around = self._around(event) if around is None else around
                if place in around:
                    why.setdefault(f"{typed} → {event.place} ({self._labels.get(place, place)})")
