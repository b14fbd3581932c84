"""Hits with what matched in them: the words to mark, and why an event was found at all."""

from __future__ import annotations

import re

import apsw

from zhylnama.archive.expression import Expression, Pattern
from zhylnama.archive.model import Hit
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.stored import read_events
from zhylnama.names.fold import clean
from zhylnama.record.event import Event

# What separates and what makes up a word, as unicode61 cuts text.
_LETTER = r"[^\W_]"
_GAP = r"[\W_]+"
_NOT_LETTERS = re.compile(r"[\W_]+")


class Marker:
    """Finds the hits of one expression in texts."""

    def __init__(self, expression: Expression, spellings: Spellings) -> None:
        self._spellings = spellings
        self._patterns = [(pattern, _compiled(pattern)) for pattern in expression.patterns]

    def marks(self, text: str, why: dict[str, None]) -> list[tuple[int, int]]:
        """Return the hits in a text as character offsets, and add a reason for each likeness.

        Offsets are those of the text as it is shown, also where it holds invisible characters.
        """
        marks: list[tuple[int, int]] = []
        shown = text if clean(text) == text else None
        for pattern, compiled in self._patterns:
            spans = (
                [match.span() for match in compiled.finditer(shown)]
                if shown is not None
                else self._in_unclean(pattern, text)
            )
            for start, end in spans:
                marks.append((start, end))
                if not pattern.last_is_prefix and _differ(pattern.typed, text[start:end]):
                    why.setdefault(f"{pattern.typed} → {text[start:end]}")
        return _merged(marks)

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


def _compiled(pattern: Pattern) -> re.Pattern[str]:
    words = [
        "(?:" + "|".join(re.escape(word) for word in sorted(allowed, key=len, reverse=True)) + ")"
        for allowed in pattern.words
    ]
    tail = f"{_LETTER}*" if pattern.last_is_prefix else ""
    return re.compile(f"(?<!{_LETTER}){_GAP.join(words)}{tail}(?!{_LETTER})", re.IGNORECASE)


def _differ(typed: str, shown: str) -> bool:
    bare = [_NOT_LETTERS.sub("", clean(word)).casefold() for word in (typed, shown)]
    return bare[0] != bare[1]


def _merged(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def make_hits(
    connection: apsw.Connection,
    spellings: Spellings,
    expression: Expression,
    numbers: list[int],
    place_labels: dict[str, str],
) -> tuple[Hit, ...]:
    """Return the hits of these numbers with their marks and reasons, in the same order."""
    events = read_events(connection, numbers)
    marker = Marker(expression, spellings)
    places: dict[int, str | None] = {}
    if expression.places:
        listed = ", ".join(map(str, numbers)) or "NULL"
        places = dict(
            connection.execute(f"SELECT number, place_id FROM event WHERE number IN ({listed})")
        )
    hits = []
    for number in numbers:
        event = events[number]
        why: dict[str, None] = {}
        marks = marker.marks(event.text, why)
        title_marks = marker.marks(event.title or "", why)
        for appearance in event.people:
            # Another spelling of somebody may be what matched, and not stand in the account.
            marker.marks(appearance.name, why)
        _add_places(expression, event, places.get(number), place_labels, why)
        hits.append(Hit(number, event, tuple(why), tuple(marks), tuple(title_marks)))
    return tuple(hits)


def _add_places(
    expression: Expression,
    event: Event,
    place_id: str | None,
    labels: dict[str, str],
    why: dict[str, None],
) -> None:
    """Add the place by which an event was found, where it goes by another name there."""
    if place_id is None or event.place is None:
        return
    explained = {reason.partition(" → ")[0] for reason in why}
    for place, typed in expression.places.items():
        if typed in explained:
            continue
        if place == place_id and typed.casefold() != event.place.casefold():
            why.setdefault(f"{typed} → {event.place}")
        elif place != place_id and typed.casefold() not in event.text.casefold():
            why.setdefault(f"{typed} → {event.place} ({labels.get(place, place)})")
