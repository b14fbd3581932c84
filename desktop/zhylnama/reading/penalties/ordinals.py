"""`The former … the latter`, `первому … второму`, `the last`: one of those who are named in a row."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import holds

# A time or a court that is the first is nobody: a verb, a dash or `to` follows.
_ORDINAL: Final = compile_sought(
    r"(?<!\w)(?:the\s+(?P<en>former|latter|first|second|third|last)|(?P<ru>перв|втор|треть|последн)(?:ому|ой|ого|ый|ая|ую|ему|его|ей|ий|яя|юю|ий|им|ым))"
    r"(?=\s*(?:[–—-]|,\s*(?:who|whose|котор\w+)\s[^,;]{1,80},|(?:was|were|got|received|is|has|had|to|for|with|к|на|по|дал|назнач|получил|приговор|арестов|оштраф|осу|осужд|суд\w*\s|судь\w|присуд|выпис|был|вын|наказ)))"
    r"(?P<rest>[^.;]*)$",
    re.I,
)
# A text without one of these holds no such word.
_WORDS: Final = (
    "former", "latter", "the first", "the second", "the third", "the last",
    "перв", "втор", "треть", "последн",
)  # fmt: skip
_REACH: Final = 160
_PLACES: Final = {
    "former": 0, "first": 0, "перв": 0, "second": 1, "втор": 1, "third": 2, "треть": 2,
    "latter": -1, "last": -1, "последн": -1,
}  # fmt: skip
_OF_TWO: Final = frozenset(("former", "latter"))
_TWO: Final = 2

_GETS: Final = re.compile(r"(?:got|received|получил[аи]?)(?!\w)")


def ordinal_before(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the ordinal that stands for a person before a penalty that begins at `end`."""
    # `The first got 10 days`: the verb is the first word of the penalty.
    verb = _GETS.match(text, end)
    end = verb.end() if verb else end
    first = max(begin, end - _REACH)
    if not holds(text[first:end].casefold(), _WORDS):
        return None
    found = _ORDINAL.search(text, first, end)
    while found is not None:
        later = _ORDINAL.search(text, found.end("en") if found["en"] else found.end("ru"), end)
        if later is None:
            return found
        found = later
    return None


def one_of(ordinal: re.Match[str], people: list[int]) -> int | None:
    """Return which of several people in a row an ordinal means, or None where that is not sure."""
    word = (ordinal["en"] or ordinal["ru"]).casefold()
    at = _PLACES[word]
    if len(people) < _TWO or at >= len(people) or (word in _OF_TWO and len(people) != _TWO):
        return None
    if word in ("second", "втор", "first", "перв") and len(people) > _TWO + 1:
        return None
    return people[at]
