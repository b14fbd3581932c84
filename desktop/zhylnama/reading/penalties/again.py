"""A penalty that is told as the same as the one before: `The same term was given to B`, `столько же получил Б`.

What is asked for again is none, and where two penalties were told before, it is not said which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import holds

_SAME: Final = compile_sought(
    r"\b(?:the|an?)\s+(?:same|identical|equal)\s+(?:(?:prison|administrative|exact)\s+)?(?P<en>terms?|sentences?|fines?|arrest|punishments?|penalt(?:y|ies)|number\s+of\s+days)\b(?!\s+(?:of|for\s+the)\b)"
    r"|(?<!\w)(?:так(?:ой|ого|ую|ое|им)|тот|ту|то)\s+же\s+(?P<ru>срок|штраф|арест|наказани|приговор)[а-яё]{0,2}(?!\w)|(?<!\w)(?:столько|стольким)\s+же(?:\s+(?:суток|лет))?(?!\w)|\bthe\s+same\s+(?P<sum>amount|sum)\b"
)
# The words of a sentence that gives it, before it or behind it.
_GIVEN_BEFORE: Final = compile_sought(
    r"(?<!almost\s)(?<!nearly\s)(?:\b(?:got|received|given|gave|handed|sentenced\s+to|punished\s+with|imposed)|(?<!\w)(?:получил|дал|назначил|приговор|вынес|присудил|заплат|отсид|к)[а-яё]*)(?:\s+[\w’.-]+){0,4}\s+$",
)
_GIVEN_BEHIND: Final = compile_sought(
    r"^(?:\s+(?:was|were|has\s+been|went|awaits?))?\s+(?:also\s+)?(?:received|imposed|given|handed|passed|meted|to\s)|^(?:\s+(?:был[аио]?|также|и))*\s+(?:получил|дали|назнач|вынес|присужд|достал|заплат|отсид)|^\s+(?:(?:will|must|has|have)\s+(?:to\s+)?)?(?:be\s+paid|paid|pays)\s+by\b"
)
_KINDS: Final = {
    "term": ("imprisonment", "restriction-of-liberty", "arrest"),
    "sent": ("imprisonment", "restriction-of-liberty"),
    "fine": ("fine",),
    "arre": ("arrest",),
    "numb": ("arrest",),
    "срок": ("imprisonment", "restriction-of-liberty", "arrest"),
    "штра": ("fine",),
    "арес": ("arrest",),
    "приг": ("imprisonment", "restriction-of-liberty"),
}
_HINTS: Final = ("same", "identical", "equal", " же")
_REACH: Final = 400
_VERB_REACH: Final = 60
# Two penalties as near as this are of one verdict: `to 3 years and a ban for 2 years`.
_TOGETHER: Final = 60


def said_again(small: str, told: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield which of the penalties that are told is told again, and where.

    `told` are their kinds, beginnings and ends in the order of the text, which is in small letters.
    """
    if not told or not holds(small, _HINTS):
        return
    for match in _SAME.finditer(small, told[0][2]):
        at = max(n for n, (_, _, end) in enumerate(told) if end <= match.start())
        kind, begin, end = told[at]
        word = match["en"] or match["ru"] or ("fine" if match["sum"] else "")
        kinds = _KINDS.get(word[:4])
        together = (
            at > 0
            and told[at - 1][2] > begin - _TOGETHER
            and "." not in small[told[at - 1][2] : begin]
        )
        if any(b < match.end() and match.start() < e for _, b, e in told):
            continue
        if match.start() - end > _REACH or (kind not in kinds if kinds else together):
            continue
        lead = small[max(end, match.start() - _VERB_REACH) : match.start()]
        after = small[match.end() : match.end() + _VERB_REACH]
        if _GIVEN_BEFORE.search(lead) or _GIVEN_BEHIND.match(after):
            yield at, match.start(), match.end()
