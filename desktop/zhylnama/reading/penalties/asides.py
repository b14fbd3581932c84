"""Penalties that stand in brackets beside a name while the sentence tells another thing."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.sanctions import Penalty

MAIN_VERB: Final = compile_sought(
    r"(?<!been )(?<!be )\b(?:was|were|are|is|has|had|left|kept|said|stated|told|held|went|declared|announced|reported|filed|wrote|picketed|demands?|complain\w*|appeal\w*|refuses?|continues?|serves?|asks?|claims?|lives?|suffers?|needs?|[a-z]+ed)\b|\b[а-яё]+(?:[аеёиоуыяш]л[аои]?|ш[её]л|лся|лась|лись|ует|ает|ят|ит)\b|(?<!\w)(?:перевед[её]н|этапирован|освобожд[её]н|задержан|доставлен|госпитализирован|помилован|амнистирован)[аоы]?(?!\w)",
    re.I,
)
_PUNISHED: Final = compile_sought(
    r"\b(?:verdicts?|sentences?)\s+(?:(?:was|were)\s+)?(?:announced|read|pronounced|delivered)|приговор\w*\s+(?:оглаш|вынес)|вынес\w*\s+приговор|\b(?:punished|sentenced|convicted|held\s+liable|наказан|осужден|осуждены|приговорен)",
    re.I,
)


# `сроки получили А (пять лет), Б (три года)`
_WERE_PUNISHED: Final = compile_sought(
    r"(?:сроки|наказания)\s+получили|получили\s+(?:сроки|наказания)|(?:convicted|sentenced|punished)\s+were|(?:приговорены|осуждены)(?!\w)",
    re.I,
)
# `was released (15 days of arrest)`
_OTHER_NEWS: Final = compile_sought(
    r"(?:\b(?:released|hunger|hospital|left)\b|(?<!\w)(?:вышел|вышла|вышли|голод\w+|освобожд\w+|встре\w+|перев[её]\w+|этапир\w+))[^()]*\($",
    re.I,
)
# `A (10 days of arrest) and B (a fine)`: a list, and no aside.
_LISTED: Final = compile_sought(r"\s*(?:,|,?\s*and|,?\s*и)\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


def is_aside(text: str, penalty: Penalty, before: str, near: str, after: str) -> bool:
    """Return whether a penalty stands in brackets beside a name, and the sentence tells another thing."""
    opened = text[max(0, penalty.start - 2) : penalty.start].rstrip()[-1:] == "("
    if not opened and not ("(" in near and ")" not in near[near.rindex("(") :]):
        return False
    if _OTHER_NEWS.search(near):
        return True
    closing = after.find(")")
    tail = after[closing + 1 :] if closing >= 0 else ""
    if (
        _WERE_PUNISHED.search(before)
        or _PUNISHED.search(tail)
        or re.match(r"\W*(?:for|за)\b", tail)
    ):
        return False
    if MAIN_VERB.search(tail):
        return True
    # `A (imprisonment for 8 years), colony LA-155/12`: a sentence is background, an arrest is news.
    lasting = penalty.kind in ("imprisonment", "restriction-of-liberty", "ban", "custody")
    if lasting and MAIN_VERB.search(before) and not _PUNISHED.search(before):
        return True  # `was refused a meeting with A (7 years of imprisonment).`
    return lasting and not _LISTED.match(tail) and sum(map(str.isalpha, tail)) > 12
