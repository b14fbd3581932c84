"""Values of fields that nobody puts in quotes: `date:16 декабря 2021`, `place:в г. Алматы`."""

from __future__ import annotations

import re

from zhylnama.archive.function_words import is_little
from zhylnama.archive.values import MONTHS

_MONTH = rf"(?:{'|'.join(begin for month in MONTHS for begin in month)})[^\W\d_]*"
_YEAR = r"(?:19|20)\d\d"
_DAYS = r"\d{1,2}(?:(?: ?[-–—] ?|, ?| (?:и|and|және|мен) )\d{1,2})*"
_PART = r"(?:ч|part|част[ьи]|p|бөлі[кг]і?)\.?\s*\d+(?:-\d+)?(?!\w)"
_LONG_VALUES = {
    "date": re.compile(
        rf"(?:[<>]=? ?)?(?:(?:{_DAYS}[ -]{_MONTH}|{_MONTH} {_DAYS})(?:,? {_YEAR})?(?![\w.-])"
        rf"|{_MONTH} {_YEAR}(?![\w.-]))",
        re.IGNORECASE,
    ),
    "law": re.compile(
        rf"(?:(?:ст|art)\.?|стать[яие]|article)?\s*\d+(?:-\d+)?,?\s*(?:{_PART}|\(\d+(?:-\d+)?\))"
        r"|(?:(?:ст|art)\.|стать[яие]|article)\s*\d+(?:-\d+)?(?!\w)",
        re.IGNORECASE,
    ),
}
# What stands before a name, and is none itself: в Алматы, г. Алматы, город Алматы.
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)(?P<dot>\.?)\s+(?=\w)|(?P<short>[гс]|обл|пос)\.(?=\w)")
_KINDS_OF_PLACES = re.compile(
    r"г|гор|город(?:а|у|е|ом)?|с|село|селе|села|обл|область|области|пос|пос[её]л(?:ок|ке|ка)"
    r"|р-н|район(?:а|е)?|city|town|village",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[^\W\d_][^\s():\"“”„«»]*(?![^\s()\"“”„«»])"
    r"(?:\s+(?:област[ьи]ю?|район[аеу]?|облыс\w*|аудан\w*|қалас\w*|region|oblast|district)(?!\w))?"
)
_OPERATORS = frozenset(["AND", "И", "ЖӘНЕ", "OR", "ИЛИ", "НЕМЕСЕ", "NOT", "НЕ"])


def long_value(field: str, text: str, at: int) -> str | None:
    """Return a field's value of several words without quotes, which begins at a place of a text.

    None where the value is one word, or in quotes.
    """
    if field in _LONG_VALUES:
        match = _LONG_VALUES[field].match(text, at)
        return None if match is None else match[0]
    if field not in ("person", "place", "region"):
        return None
    start = at
    while (before := _BEFORE.match(text, at)) is not None:
        word = before["word"] or before["short"]
        of_place = field != "person" and _KINDS_OF_PLACES.fullmatch(word)
        little = is_little(word) and word not in ("a", *_OPERATORS) and not before["dot"]
        if not (of_place or little):
            break
        at = before.end()
    name = _NAME.match(text, at) if at > start else None
    if name is None or name[0] in _OPERATORS:
        return None
    return text[start : name.end()].rstrip("?!,;")
