"""Which fine a sum of money is: not every sum beside a name is one."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.amounts import Measure
from zhylnama.reading.penalties.links import Link, link_of
from zhylnama.reading.penalties.penalty_words import Word

_SUM_REACH: Final = 160
_OTHER_SUM: Final = compile_sought(
    r"warning|arrest|предупрежд|арест|;|compensat|damage|\bfund\b|salary|компенсац|ущерб|морал|пошлин|залог|издерж|costs?\b|expert"
)
_OWED: Final = compile_sought(
    r"(?:\b(?:pay|paid|impos\w+|levied|lev[iy]\w*|receiv\w+|got|issued|given|penalty|punish\w+|order\w*)|(?:за|вы|у)?плат\w+|налож\w+|назначен\w*|назначил\w*|получил\w*|наказан\w*|взыска\w+)(?:\s+[^\s.;]+){0,4}\s+(?:of\s+|в\s+)?$"
)
_OWED_REACH: Final = 80
# `must now pay`, `will have to hand over … to the state`, `уплатит`, `обошёлся А в`
_MUST_PAY: Final = compile_sought(
    r"\b(?:must|will|shall|ha[sd]|have|ordered|obliged|required|told)\s+(?:now\s+|also\s+|have\s+|to\s+)*(?:pay|hand\s+over|part\s+with)\b(?:\s+[^\s.;\d]+){0,4}\s+$|\bcost\s+(?:[^\s.;\d]+\s+){1,6}$"
    r"|(?<!\w)(?:(?:за|вы|у|от)(?:платит|даст)|(?:прид[её]тся|предстоит|обязан\w*|обязал\w*|должен|должна|должны)\s+(?:будет\s+)?(?:от|за|вы|у)(?:дать|платить))(?:\s+[^\s.;\d]+){0,4}\s+$|(?<!\w)обо(?:ш[её]л|шл)\w+\s+(?:[^\s.;\d]+\s+){0,6}в\s+$"
)
_PAYS_BEHIND: Final = re.compile(
    r"\s+(?:(?:прид[её]тся|предстоит)\s+(?:[а-яё]+\s+){0,3}?(?:от|за|вы|у)(?:дать|платить)|(?:за|вы|у)платит)(?!\w)"
)
_OFFENCE: Final = compile_sought(
    r"\badministrative\s+(?:court|offen|case|protocol|violation|liab)|(?<!\w)коап(?!\w)|(?<!\w)административн\w+\s+(?:суд|правонаруш|дел|протокол|ответств)"
)
_TO_STATE: Final = re.compile(
    r"\s+(?:to|into)\s+(?:the\s+)?(?:state|budget|treasury)|\s+(?:в\s+(?:доход\s+государства|бюджет|казну)|государству)"
)
_OFFENCES: Final = re.compile(
    r"\s*(?:\([^()]{0,40}\)\s*)?(?:under|for\s+violating|по|за\s+нарушение)\s[^;]{0,100}?(?:\badministrative\s+(?:offen|viol)|\bcao\b|\baoc\b|\bкоап\b|административных\s+правонаруш)"
)
_OTHER_CODE: Final = compile_sought(r"\b(?:criminal|civil|penal)\s+code|(?<!\w)(?:ук|гк)(?!\w)")
_FINE: Final = re.compile(
    r"\s*(?:of\s+(?:an?\s+)?)?(?:administrative\s+|административн\w+\s+|был[аи]?\s+)?"
)


def fine_of(
    small: str, words: list[Word], measure: Measure, last: int, end: int, *, fined: bool
) -> Link | None:
    """Return the fine that a sum is of; compensation and costs are none.

    `words`: those for penalties in its sentence, which ends at `end`; `last`: where the measure
    before it ends; `fined`: the text tells of a fine somewhere.
    """
    fines = [word for word in words if word.entry.called == "fine"]
    for word in fines:
        if word.start >= measure.end and not (word.entry.verb and small[word.start].isascii()):
            if _FINE.fullmatch(small, measure.end, word.start):
                return link_of("fine", measure, word)
            break
    before = [word for word in fines if last <= word.end <= measure.start]
    if before:
        gap = small[before[-1].end : measure.start]
        if len(gap) <= _SUM_REACH and not _OTHER_SUM.search(gap):
            return link_of("fine", measure, before[-1])
    owed = _OWED.search(small, max(last, measure.start - _OWED_REACH), measure.start)
    fined = fined or measure.sizes[0].currency == "MCI" or _is_under_offences(small, measure, end)
    if owed is None or not fined:
        return _to_be_paid(small, measure, last, fined=fined)
    if _OTHER_SUM.search(small, owed.start(), min(measure.end + 60, len(small))):
        return None
    paid = "pa" in owed[0] or "плат" in owed[0]
    begin = owed.start() if paid else measure.start
    return Link("fine", begin, measure.end, measure.sizes, None, begin)


def _to_be_paid(small: str, measure: Measure, last: int, *, fined: bool) -> Link | None:
    """Return the fine that somebody must pay, where the text tells of a fine or of an offence."""
    before = _MUST_PAY.search(small, max(last, measure.start - _OWED_REACH), measure.start)
    behind = _PAYS_BEHIND.match(small, measure.end)
    if before is None and behind is None:
        return None
    to_state = _TO_STATE.match(small, measure.end)
    if not (fined or to_state or _OFFENCE.search(small)):
        return None
    begin = before.start() if before else measure.start
    end = behind.end() if behind else measure.end
    if _OTHER_SUM.search(small, before.end() if before else begin, min(end + 60, len(small))):
        return None
    return Link("fine", begin, end, measure.sizes, None, begin)


def _is_under_offences(small: str, measure: Measure, end: int) -> bool:
    """Whether a sum is owed under the code of offences: `ordered to pay 140,000 tenge under Article 490`."""
    code = _OFFENCES.match(small, measure.end, end)
    return code is not None and _OTHER_CODE.search(code[0]) is None
