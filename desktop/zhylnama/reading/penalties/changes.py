"""One penalty in place of another: which is the old one, and which the new."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.sanctions import Penalty

# One penalty in place of another: what stands before is the old one, what stands after the new.
_CHANGED: Final = compile_sought(
    r"\b(?:replac\w+|commut\w+|reduc\w+|chang(?:ed|es|ing)|замен\w+|смягч\w+|сни[зж]\w+|сокра[тщ]\w+)",
    re.I,
)
_FROM: Final = compile_sought(r"(?<!\w)(?:from|с)\s+$", re.I)
_TO: Final = re.compile(r"\s*(?:to|до|на)\s+(?:an?\s+)?(?:\d|fine|warning|restriction|штраф)", re.I)
_CHANGED_HERE: Final = compile_sought(
    r"\b(?:replac|commut|reduc|chang(?=e[ds]|ing)|замен|смягч|сни[зж]|сократи|сокращ)\w*[^.;]{0,160}$",
    re.I,
)
_CHANGED_TO: Final = compile_sought(
    r"\b(?:replac|commut|reduc|chang(?=e[ds]|ing)|замен|смягч|сни[зж]|сократи|сокращ)\w*[^.;]{0,160}?\b(?:with|by|to|into|на|до)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
_RELATIVE: Final = re.compile(r".*\b(?:who|whom|котор\w+)\b", re.S)
_REDUCED: Final = compile_sought(
    r"(?:\b(?:reduced|shortened)\s+(?:the\s+)?|(?:сократил|снизил)\w*\s+)$", re.I
)
_TO_LENGTH: Final = compile_sought(r"\s(?:to|до)\s+\d")
_CHANGED_AFTER: Final = re.compile(
    r"^[^.;,]{0,80}\b(?:replaced|commuted|changed\s+to|(?:was|were|been)\s+(?:reduced|cut|shortened|lowered|halved)|reduced\s+to|(?:increased|raised)\s+to|(?:увелич|повыш)\w+\s+до|замен[её]н\w*|отмен[её]н\w*|сни[зж]\w+\s+до|сокра[тщ]\w+\s+до)|^\W*(?:истёк|истек|закончился|(?:has\s+|had\s+)?(?:expired|ended|run\s+out))\b"
    r"|^,\s+(?:(?:сни[зж]|сокра[тщ]|уменьш)\w+\s+до|(?:was\s+)?(?:reduced|cut|shortened)\s+to)\b",
    re.I,
)
_INSTRUMENTAL: Final = re.compile(
    r"(?:ограничением|штрафом|арестом|лишением|содержанием|заключением|предупреждением|принудительными|(?:\d+|[а-яё]+)\s+(?:годами|месяцами|сутками|часами)|\d+\s+мрп)\b",
    re.I,
)
# `instead of 3 years of imprisonment`; `replaced A’s fine of 70 MCI with a warning`.
_OF_NAME: Final = compile_sought(
    r"\b(?:replac|commut|reduc)\w+\s+(?:[A-Z][\w’-]*\s+){0,2}[A-Z][\w-]*[’']s?\s+$"
)
_INSTEAD: Final = compile_sought(r"\b(?:instead\s+of|вместо)\s+(?:[\w-]+\s+){0,2}$", re.I)
_WITH_OTHER: Final = re.compile(
    r"^\s*[,)]?\s*(?:with|by|to|на)\s+(?:an?\s+)?(?:warning|fine|arrest|restriction|\d|предупреждени|штраф|ограничени)|^\s*[,)]?\s*(?:[а-яё]+\s+)?(?:штрафом|ограничением|арестом|предупреждением|общественными|исправительными|лишением|колонией)\b|^\s*[,)]?\s*(?:\d+|[а-яё]+)\s+(?:годами|месяцами|сутками|часами|МРП)\b",
    re.I,
)
_WITH: Final = re.compile(r"\s*(?:with|by|to|на)\s+(?:an?\s+)?(?:official\s+)?", re.I)


def of_a_change(text: str, penalty: Penalty, begin: int, near: str, after: str) -> bool | None:
    """Return whether a penalty is the old one of a change, False for the new one; None for none."""
    words = text[penalty.start : penalty.end].casefold()
    if penalty.former or _CHANGED_AFTER.match(after):
        return True
    if _FROM.search(near) and _TO.match(after):
        return True  # `changed the sentence from 5 years … to 3 years …`
    if _CHANGED.match(words):
        return False  # `reduced the term to 6 years`
    if _WITH.fullmatch(near) and _CHANGED.search(text, max(0, begin - 200), begin):
        return False
    lead = text[max(0, penalty.start - 220) : penalty.start]
    if who := _RELATIVE.match(lead):
        lead = lead[who.end() :]  # `to replace the punishment of A, who was sentenced to …`
    if _CHANGED_TO.search(lead) or (_CHANGED_HERE.search(lead) and _INSTRUMENTAL.match(words)):
        return False
    if _REDUCED.search(lead) and _TO_LENGTH.search(words):
        return False  # `reduced the arrest of A to 7 days`
    if _INSTEAD.search(near) or _CHANGED.search(near) or _OF_NAME.search(lead):
        return True
    return (
        True if _WITH_OTHER.match(after) and _CHANGED.search(text, begin, penalty.start) else None
    )


def is_replaced(text: str, penalty: Penalty) -> bool:
    """Return whether another penalty stands in place of this one: `instead of 3 years …`."""
    return penalty.former or _INSTEAD.search(text, 0, penalty.start) is not None
