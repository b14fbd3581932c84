"""`The former … the latter`, `первому … второму`, `the last`: one of those who are named in a row."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import holds

# A time or a court that is the first is nobody: a verb, a dash or `to` follows.
_ORDINAL: Final = compile_sought(
    r"(?<!\w)(?:the\s+(?P<en>former|latter|first|second|third|last)|(?P<ru>перв|втор|треть?|последн)(?:ому|ой|ого|ый|ая|ую|ему|его|ей|ий|яя|юю|ий|им|ым))"
    r"(?=\s*(?:[–—-]|off\s|,\s*(?:who|whose|котор\w+)\s[^,;]{1,80},|(?:was|were|got|received|is|has|had|to|for|with|к|на|по|дал|назнач|получил|приговор|арестов|оштраф|осу|осужд|суд\w*\s|судь\w|присуд|выпис|был|вын|наказ)))"
    r"(?P<rest>[^.;]*)$"
    # `…, the third 1 year of imprisonment`
    r"|(?:,|\b(?:and|while))\s+the\s+(?P<third>first|second|third|last)\s+(?:(?:only|just)\s+)?(?:an?\s+)?$",
    re.I,
)
# `the first two received 2 years each`, `последним двоим назначили по году`; no days are meant.
_SEVERAL: Final = compile_sought(
    r"(?<!\w)(?:the\s+(?P<en>first|last|former|latter)\s+(?P<count>two|three|four)(?!\s+(?:of\s|days|weeks|months|years|hours|times|articles))"
    r"|(?P<ru>перв|последн)(?:ые|ие|ым|им|ых|их)\s+(?P<number>дво(?:е|им|их)|дву[мх]|тро(?:е|им|их)|тр[её][мх]|четвер(?:о|ым|ых))(?!\s+(?:сут|дн|недел|месяц|год|лет|час|раз)))"
    r"(?!\w)[^.;]*$",
    re.I,
)
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "дв": 2, "тр": 3, "че": 4}
# A text without one of these holds no such word.
_WORDS: Final = (
    "former", "latter", "the first", "the second", "the third", "the last",
    "перв", "втор", "трет", "последн",
)  # fmt: skip
_REACH: Final = 160
_PLACES: Final = {
    "former": 0, "first": 0, "перв": 0, "second": 1, "втор": 1, "third": 2, "треть": 2, "трет": 2,
    "latter": -1, "last": -1, "последн": -1,
}  # fmt: skip
_OF_TWO: Final = frozenset(("former", "latter"))
_TWO: Final = 2

_GETS: Final = re.compile(
    r"(?:got|received|gave|given|handed|дал[аи]?|назначил[аи]?|присудил[аи]?|вынес(?:ли|ла)?|получил[аи]?|арестовал[аи]?|оштрафовал[аи]?|приговорил[аи]?|осудил[аи]?|наказал[аи]?|арестован[аы]?|оштрафован[аы]?|приговор[её]н[аы]?|осужд[её]н[аы]?)(?!\w)"
)
# `fined the latter 78,640 tenge`, `оштрафовал вторую на …`
_TAKEN: Final = re.compile(
    r"(?:fined|sentenced|jailed|arrested|gave|handed|арестова\w+|оштрафова\w+|приговор\w+|осудил\w*|наказал\w*|дал[аи]?|назначил[аи]?)\s+"
    r"(?:the\s+(?P<en>former|latter|first|second|third|last)|(?P<ru>перв|втор|треть?|последн)(?:ому|ой|ого|ую|ему|его|ей|юю))(?=\s)(?P<third>(?!))?(?P<rest>)"
)


def ordinal_before(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return the ordinal that stands for a person before a penalty that begins at `end`."""
    # `The first got 10 days`: the verb is the first word of the penalty.
    if taken := _TAKEN.match(text, end):
        return taken
    verb = _GETS.match(text, end)
    end = verb.end() if verb else end
    first = max(begin, end - _REACH)
    if not holds(text[first:end].casefold(), _WORDS):
        return None
    found = _ORDINAL.search(text, first, end)
    while found is not None:
        later = _ORDINAL.search(text, found.end(_group(found)), end)
        if later is None:
            return found
        found = later
    return None


def end_of(ordinal: re.Match[str]) -> int:
    """Return where the ordinal itself ends, found with what stands behind it."""
    return max(ordinal.span(name)[1] for name in ordinal.groupdict() if name != "rest")


def _group(ordinal: re.Match[str]) -> str:
    return next(name for name in ("en", "ru", "third") if ordinal[name])


def one_of(ordinal: re.Match[str], people: list[int]) -> int | None:
    """Return which of several people in a row an ordinal means, or None where that is not sure."""
    word = ordinal[_group(ordinal)].casefold()
    at = _PLACES[word]
    if len(people) < _TWO or at >= len(people) or (word in _OF_TWO and len(people) != _TWO):
        return None
    if word in ("second", "втор", "first", "перв") and len(people) > _TWO + 1:
        return None
    return people[at]


def several_before(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return `the first two` before a penalty that begins at `end`, if it stands there."""
    first = max(begin, end - _REACH)
    small = text[first:end].casefold()
    return _SEVERAL.search(text, first, end) if holds(small, _WORDS) else None


def some_of(several: re.Match[str], people: list[int]) -> list[int]:
    """Return which of several people in a row `the first two` means; nobody where that is not sure."""
    word = (several["en"] or several["ru"]).casefold()
    count = _COUNTS[(several["count"] or several["number"][:2]).casefold()]
    if len(people) <= count:
        return []
    return people[:count] if word in ("first", "former", "перв") else people[-count:]
