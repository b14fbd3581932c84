"""A query answered: the newest, oldest or best hits, each with what matched."""

from __future__ import annotations

import re
from collections.abc import Iterator

import apsw

from zhylnama.archive.expression import Expression, Pattern
from zhylnama.archive.model import Filters, Hit, Sort
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.stored import read_events
from zhylnama.names.fold import clean
from zhylnama.record.event import Event

RANKED_AT_MOST = 20_000
"""Relevance is computed for so many of the newest hits; a word in half of a large archive would
otherwise cost a ranking of half of it."""

# A hit in a headline or a person's name weighs more than one in the account; marks weigh nothing.
_WEIGHTS = "4.0, 1.0, 3.0, 1.5, 0.0"


def number_range(connection: apsw.Connection, filters: Filters) -> tuple[int, int] | None:
    """Return the first and last number that the date filter leaves, or None for no date filter.

    Events are numbered in order of date, so that a range of dates is a range of numbers. An event
    that began before the range but lasts into it is outside: the strip shows first days.
    """
    first, last = filters.dates
    if first is None and last is None:
        return None
    low: int = connection.execute(
        "SELECT coalesce(min(number), 0) FROM event WHERE date >= ?",
        (first.isoformat() if first is not None else "",),
    ).get
    high: int = connection.execute(
        "SELECT coalesce(max(number), -1) FROM event WHERE date <= ?",
        (last.isoformat() if last is not None else "9999-12-31",),
    ).get
    return (low, high) if low else (1, 0)


def matching(expression: Expression, numbers: tuple[int, int] | None) -> tuple[str, list[object]]:
    """Return the FROM and WHERE that give the hits' numbers as `number`, and their bindings."""
    if expression.match is None:
        if numbers is None:
            return "event WHERE true", []
        return "event WHERE number BETWEEN ? AND ?", [*numbers]
    if numbers is None:
        hits = "(SELECT rowid AS number FROM word WHERE word MATCH ?)"
        return f"{hits} WHERE true", [expression.match]
    hits = "(SELECT rowid AS number FROM word WHERE word MATCH ? AND rowid BETWEEN ? AND ?)"
    return f"{hits} WHERE true", [expression.match, *numbers]


def hit_numbers(
    connection: apsw.Connection,
    expression: Expression,
    numbers: tuple[int, int] | None,
    sort: Sort,
    limit: int,
    offset: int,
) -> list[int]:
    """Return the numbers of one page of hits, in order."""
    if sort == "best" and expression.match is not None:
        return _best(connection, expression, numbers)[offset : offset + limit]
    order = "ASC" if sort == "oldest" else "DESC"
    if expression.match is None:
        low, high = numbers if numbers is not None else (0, 1 << 60)
        sql = (
            f"SELECT number FROM event WHERE number BETWEEN ? AND ? ORDER BY number {order}"
            " LIMIT ? OFFSET ?"
        )
        return [n for (n,) in connection.execute(sql, (low, high, limit, offset))]
    within = "AND rowid BETWEEN ? AND ?" if numbers is not None else ""
    sql = (
        f"SELECT rowid FROM word WHERE word MATCH ? {within}"
        f" ORDER BY rowid {order} LIMIT ? OFFSET ?"
    )
    return [
        n for (n,) in connection.execute(sql, (expression.match, *(numbers or ()), limit, offset))
    ]


def is_bounded(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> bool:
    """Tell whether order of relevance would leave out hits older than the newest 20,000."""
    return _oldest_ranked(connection, expression, numbers) > 0


def _oldest_ranked(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> int:
    source, bindings = matching(expression, numbers)
    row: int | None = connection.execute(
        f"SELECT number FROM {source} ORDER BY number DESC LIMIT 1 OFFSET {RANKED_AT_MOST}",
        bindings,
    ).get
    return row or 0


def _best(
    connection: apsw.Connection, expression: Expression, numbers: tuple[int, int] | None
) -> list[int]:
    """Return hits by relevance: those that match as typed before those that match by likeness."""
    low, high = numbers if numbers is not None else (0, 1 << 60)
    low = max(low, _oldest_ranked(connection, expression, numbers))
    where = "WHERE word MATCH ? AND rowid BETWEEN ? AND ?"
    ranked = list(
        connection.execute(
            f"SELECT rowid, bm25(word, {_WEIGHTS}) FROM word {where}",
            (expression.match, low, high),
        )
    )
    exact = {
        n
        for (n,) in connection.execute(
            f"SELECT rowid FROM word {where}", (expression.exact, low, high)
        )
    } if expression.exact is not None else set()  # fmt: skip
    ranked.sort(key=lambda row: (row[0] not in exact, row[1], -row[0]))
    return [number for number, _ in ranked]


# -- What matched ------------------------------------------------------------------------------


def make_hits(
    connection: apsw.Connection,
    spellings: Spellings,
    expression: Expression,
    numbers: list[int],
    place_labels: dict[str, str],
) -> tuple[Hit, ...]:
    """Return the hits of these numbers with their marks and reasons, in the same order."""
    events = read_events(connection, numbers)
    places = dict(
        connection.execute(
            f"SELECT number, place_id FROM event WHERE number IN ({', '.join(map(str, numbers))})"
        )
    )
    hits = []
    for number in numbers:
        event = events[number]
        why: dict[str, None] = {}
        marks = _marks(spellings, expression.patterns, event.text, why)
        title_marks = _marks(spellings, expression.patterns, event.title or "", why)
        seen_in_text = set(_typed_of(why))
        _reasons_beside_text(
            spellings, expression, event, places.get(number), place_labels, why, seen_in_text
        )
        hits.append(Hit(number, event, tuple(why), tuple(marks), tuple(title_marks)))
    return tuple(hits)


def _typed_of(why: dict[str, None]) -> Iterator[str]:
    return (reason.partition(" → ")[0] for reason in why)


def _reasons_beside_text(
    spellings: Spellings,
    expression: Expression,
    event: Event,
    place_id: str | None,
    place_labels: dict[str, str],
    why: dict[str, None],
    explained: set[str],
) -> None:
    """Add the reasons that the account does not show: people's other spellings, places."""
    for appearance in event.people:
        _marks(spellings, expression.patterns, appearance.name, why)
    for place, typed in expression.places.items():
        if place_id is not None and typed not in explained and event.place is not None:
            if place == place_id and typed.casefold() != event.place.casefold():
                why.setdefault(f"{typed} → {event.place}")
            elif place != place_id and typed.casefold() not in event.text.casefold():
                why.setdefault(f"{typed} → {event.place} ({place_labels.get(place, place)})")


def _marks(
    spellings: Spellings, patterns: list[Pattern], text: str, why: dict[str, None]
) -> list[tuple[int, int]]:
    """Return the hits in a text as character offsets, and add a reason for each likeness."""
    if not patterns or not text:
        return []
    words = list(_words_of(spellings, text))
    marks: list[tuple[int, int]] = []
    for pattern in patterns:
        length = len(pattern.words)
        for i in range(len(words) - length + 1):
            run = words[i : i + length]
            if all(
                _fits(word, allowed, pattern.last_is_prefix and k == length - 1)
                for k, ((_, _, word), allowed) in enumerate(zip(run, pattern.words, strict=True))
            ):
                start, end = run[0][0], run[-1][1]
                marks.append((start, end))
                shown = text[start:end]
                if not pattern.last_is_prefix and _differs(pattern.typed, shown):
                    why.setdefault(f"{pattern.typed} → {shown}")
    return _merged(marks)


def _differs(typed: str, shown: str) -> bool:
    letters = re.compile(r"\W+")
    return letters.sub("", clean(typed)).casefold() != letters.sub("", clean(shown)).casefold()


def _fits(word: str, allowed: frozenset[str], prefix: bool) -> bool:
    return word in allowed or (prefix and any(word.startswith(begin) for begin in allowed))


def _words_of(spellings: Spellings, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a text as it is shown: offsets in characters, and the index's form."""
    if clean(text) == text:
        encoded = text.encode("utf-8", "replace")
        ascii_only = len(encoded) == len(text)
        at_byte = at_char = 0
        for start, end, word in spellings.tokens(text):
            if ascii_only:
                yield start, end, word
                continue
            first = at_char + len(encoded[at_byte:start].decode("utf-8", "replace"))
            last = first + len(encoded[start:end].decode("utf-8", "replace"))
            at_byte, at_char = end, last
            yield first, last, word
        return
    # Invisible characters and decomposed letters: whole words, as people see them.
    for match in re.finditer(r"[^\s]+", text):
        inside = spellings.words(match[0])
        for word in inside:
            yield match.start(), match.end(), word


def _merged(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
