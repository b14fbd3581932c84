"""Numbers of which the unit stands with another number: `A – 15 days, B – five`, `A got eight and B five years`.

Such a number is a length only beside a name, an ordinal or a verb of giving, and where its clause ends
with it; the unit and the kind are those of the length before it, or of the one right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.amounts import AmountReader, Measure, Size

_CAPITAL: Final = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL: Final = "a-zа-яёәғқңөұүһі"
_NAME: Final = (
    rf"[{_CAPITAL}](?:\.|[\w’-]*[{_SMALL}])(?:\s?[{_CAPITAL}](?:\.|[\w’-]*[{_SMALL}])){{0,2}}"
)
_KIN: Final = (
    r"(?:(?:his|her|their|its|его|её|ее|их)\s+(?:[\w-]+\s+){1,2}|(?:activist|активист\w*)\s+)?"
)
_GIVES: Final = r"(?:gave|given|got|received|handed|дал[аи]?|назначил[аи]?|получил[аи]?|приговорил[аи]?|назначено)"
_ORDINAL: Final = r"(?:the\s+)?(?:latter|former|first|second|third)|(?:перв|втор|последн)(?:ому|ой|ого|ый|ая|ему|его|ей|ий)"
_HIM: Final = r"(?:him|her|them|ему|ей|им|he|she|он|она|(?:ещё|еще)\s+(?:двое|трое|четверо|двоих|троих|одного|одну|двоим|троим)|(?:two|three|four)\s+others?)"
_TO: Final = r"(?:for|to|к|на|по)\s+"
# Where a number ends its clause; behind `условно` nothing else is told of it.
_ENDS: Final = r"(?=\s*(?:[,.;:)]|$|and\b|[иа]\s|but\b|while\b|suspended\b|условно|(?:по|under)\s+(?:част|ч\.|стать|ст\.|тем|той|the\s+same|(?:[Pp]art|[Aa]rticle)s?\s))(?!,\d))(?!\.\d)(?!-)"


class Elliptic:
    """Finds numbers without a unit; `amounts` knows the words for numbers."""

    def __init__(self, amounts: AmountReader) -> None:
        self._amounts = amounts
        half = r"(?:\s+and\s+a\s+half|\s+с\s+половиной)?"
        number = rf"(?:\d{{1,3}}|{amounts.spelled}){half}"
        lead = rf"(?:(?:{_NAME}|(?<!\w)(?:{_ORDINAL}|{_HIM}))(?:\s*,(?:[^,;.\d]{{3,40}},)?)?\s*(?:[–—-]\s*(?:{_TO})?|\s{_TO})|(?:сократил|снизил|уменьшил|reduced|cut|lowered|shortened)[аи]?\s+(?:(?:его|её|ее|их|it|the\s+(?:term|arrest)|срок|арест)\s+)?(?:до|to)\s+|{_GIVES}\s+(?:{_HIM}\s+|{_NAME}\s+)?(?:по\s+|ещё\s+|еще\s+|another\s+)?)"
        self._forward = compile_sought(rf"(?<!\w){lead}(?P<n>{number})(?!\w){_ENDS}")
        # `A and B were given four years each, C three`
        self._bare = compile_sought(
            rf"(?:[,;]\s+(?:(?:and|а|и)\s+)?|\s(?:and|и|а)\s+){_KIN}[{_CAPITAL}][\w’-]*[{_SMALL}](?:\s[{_CAPITAL}](?:\.|[\w’-]*[{_SMALL}]))+\s+(?P<n>(?:\d{{1,3}}|{amounts.spelled}){half})(?!\w){_ENDS}"
        )
        self._turned = compile_sought(
            rf"[,;]\s+(?:а\s+|and\s+)?(?:к|на)\s+(?P<n>{number})(?=\s*[–—-]\s+{_NAME})"
        )
        self._of = re.compile(
            rf"\s+(?:из|(?:out\s+)?of\s+(?:the|his|her))\s+(?P<n>{number})(?=\s*(?:[.,;]|$|and\b|и\s|назначенн|положенн))"
        )
        before = (
            rf"(?:{_GIVES}\s+(?:{_HIM}\s+)?(?:по\s+)?|{_TO}|[–—-]\s+|отбыть\s+|serve\s+|{_NAME}\s+)"
        )
        self._backward = compile_sought(
            rf"(?<!\w){before}(?P<n>{number}),?\s+(?:(?:and|а|и)\s+)?{_KIN}{_NAME}\s*(?:[–—-]\s*)?(?:{_TO})?$"
        )

    def whole(self, small: str, measure: Measure) -> Measure | None:
        """Return the term of which a length is only a part: `three years of his five`."""
        match = self._of.match(small, measure.end)
        size = match and self._amounts.in_unit_of(match["n"], measure.sizes[0])
        return Measure(measure.start, match.end(), (size,)) if match and size else None

    def behind(
        self, text: str, begin: int, end: int, like: Size
    ) -> Iterator[tuple[int, int, Size]]:
        """Yield the numbers between two places that have the unit of a length before them."""
        for pattern in (self._forward, self._bare, self._turned):
            for match in pattern.finditer(text, begin, end):
                size = self._amounts.in_unit_of(match["n"].lower(), like)
                if size is not None:
                    yield *match.span("n"), size

    def before(
        self, text: str, begin: int, end: int, like: Size
    ) -> Iterator[tuple[int, int, Size]]:
        """Yield the numbers that have the unit of the length that begins at `end`, the last first."""
        while match := self._backward.search(text, max(begin, end - _REACH), end):
            size = self._amounts.in_unit_of(match["n"].lower(), like)
            if size is None:
                return
            yield *match.span("n"), size
            end = match.start("n")


# So far before a length stands the number that shares its unit.
_REACH: Final = 110
