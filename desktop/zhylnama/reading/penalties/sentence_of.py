"""Whose sentence or complaint it is that a penalty says: `the sentence of A: 6 years`, `the appeal of A against …`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.subjects import Subjects

# `the sentence of A in force: Article 405, 6 years`, `приговор А: 1 год`, `sentence against A, 1 year`
_SENTENCE_OF: Final = compile_sought(
    r"(?:\b(?:sentence|verdict|decision|ruling|arrest|fine|term|punishment|penalty)\s+(?:(?:handed|given|meted|imposed)\s+(?:down\s+|out\s+)?)?(?:of|against|on|to|for)|(?<!\w)(?:приговор\w*|решени\w+|постановлени\w+|срок|арест|штраф)(?:\s+(?:в\s+отношении|для|по\s+делу))?)"
    r"\s+(?:(?:the|activists?|journalists?|[a-zа-яё-]+)\s+){0,3}$",
    re.I,
)
_ITS_CONTENT: Final = re.compile(
    r"\s+(?:is|was)\s+$|\s*(?:(?:left\s+)?(?:in\s+force|unchanged)|оставлен\w*[^:,.;]{0,30}|без\s+изменени\w)?\s*[:,–—(]\s*(?:(?:articles?|art\.|стать\w+|ст\.)[^:;()]{0,160},\s*)?$",
    re.I,
)
# `взыскал с А штраф`
_TAKEN_FROM: Final = compile_sought(r"(?:взыска\w+|удержа\w+)\s+с\s+(?:[а-яё-]+\s+){0,3}$", re.I)
# `с А взыскали штраф`
_FROM_WHOM: Final = compile_sought(r"(?<!\w)с\s+(?:[а-яё-]+\s+){0,3}$", re.I)
_WAS_TAKEN: Final = re.compile(
    r"\s+(?:[а-яё]+\s+){0,2}(?:взыска|удержа|взыщ)\w+\s+(?:[а-яё]+\s+)?$", re.I
)
# `the complaint of A, a driver, against the fine of …`
_COMPLAINT_OF: Final = compile_sought(
    r"\b(?:complaint|appeal|objection)s?\s+(?:of|by|from)\s+(?:(?:the\s+)?[a-z-]+\s+){0,3}$|(?<!\w)жалоб[уы]\s+(?:[а-яё]+\s+){0,2}$",
    re.I,
)
_AGAINST: Final = re.compile(
    r"\s*(?:,[^,;]{2,90},)?\s*(?:against|about|over)\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+)?$"
    # `considered the appeal of A and left the verdict unchanged: 3 years`
    r"|\s+and\s+(?:left|upheld|kept|did\s+not\s+change)\s+(?:the|his|her)\s+(?:verdict|sentence|ruling|decision|punishment)\s*(?:unchanged|in\s+force|without\s+changes?)?\s*[:,–—(]\s*$"
    r"|\s+и\s+оставил[аи]?\s+(?:его\s+|её\s+|ее\s+)?(?:приговор|постановление|решение|наказание)?\s*(?:без\s+изменени\w|в\s+силе)\s*(?:приговор|постановление|решение)?\s*[:,–—(]\s*$"
)
_CONVICTED: Final = compile_sought(
    r"(?<!\w)(?:осужд[её]н|приговор[её]н|наказан|оштрафован|арестован|осудили|приговорили|наказали)[аы]?\s+(?:[а-яё-]+\s+){0,3}$|\b(?:convicted|sentenced|fined|punished|jailed|arrested)\s+(?:[a-z-]+\s+){0,3}$"
)
_VERBS: Final = (
    "arrested", "fined", "sentenced", "convicted", "арестова", "оштрафова", "приговор", "осужд",
)  # fmt: skip


def sentence_of(
    text: str, penalty: Penalty, groups: list[Group], subjects: Subjects
) -> Group | None:
    """Return whose sentence it is that the penalty says: `the sentence of A: 6 years`."""
    before = [g for g in groups if g.end <= penalty.start]
    if not before or subjects.only_officials(before[-1]):
        return None
    last = before[-1]
    if text[last.end : penalty.start].strip() == ":" and _CONVICTED.search(
        text, max(0, last.start - 60), last.start
    ):
        return last  # `осуждён А: 120 часов общественных работ`
    begins = _SENTENCE_OF.search(text, max(0, last.start - 90), last.start)
    gap = text[last.end : penalty.start]
    if not gap.strip() and _TAKEN_FROM.search(text, max(0, last.start - 60), last.start):
        return last
    if _WAS_TAKEN.fullmatch(gap) and _FROM_WHOM.search(text, 0, last.start):
        return last
    complained = _COMPLAINT_OF.search(text, max(0, last.start - 90), last.start)
    if complained and _AGAINST.fullmatch(gap):
        return last
    if gap.strip() and text[penalty.start : penalty.end].casefold().startswith(_VERBS):
        return None  # `who filmed the arrest of A was fined`
    return last if begins and _ITS_CONTENT.fullmatch(gap) else None
