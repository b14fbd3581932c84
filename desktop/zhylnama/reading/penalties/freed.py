"""Who is let go behind a penalty: `after 10 days of arrest A was released`, `после 10 суток ареста вышла А`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.sanctions import Penalty

_AFTER: Final = compile_sought(
    r"(?:\bafter|(?<!\w)(?:после|по\s+истечении|спустя))\s+(?:[\w-]+\s+){0,2}$", re.I
)
_OF_IT: Final = r"(?:\s+(?:in|of|at|под|в)\s+[^,.;:]{0,60}?)?"
_FREED_FIRST: Final = re.compile(
    rf"{_OF_IT}\s*,?\s+(?:из\s+[\w-]+\s+)?(?:на\s+свободу\s+)?(?:был[аи]?\s+)?"
    r"(?:вышл[аи]|вышел|освобожд[её]н[аы]?|отпущен[аы]?|отпустили|освободили|освободил(?:ся|ась|ись)|вернул(?:ся|ась|ись))"
    r"\s+(?:(?:на\s+свободу|домой)\s+)?(?:[а-яё-]+\s+){0,2}",
    re.I,
)
_NAME_FIRST: Final = re.compile(rf"{_OF_IT}\s*,?\s+(?:[a-zа-яё-]+\s+){{0,2}}")
_FREED: Final = re.compile(
    r"\s+(?:was|were|has\s+been|have\s+been|был[аи]?)?\s*(?:released|freed|let\s+go|left|came\s+out|walked\s+(?:out|free)|went\s+free"
    r"|вышел|вышла|вышли|освобожд|освободил|отпущен|отпустили)",
    re.I,
)


def freed_behind(text: str, begin: int, penalty: Penalty, group: Group) -> bool:
    """Return whether the names behind a penalty are those who are let go after it.

    `begin`: where its sentence begins. `After 10 days of arrest of A his wife left` tells of A.
    """
    if _AFTER.search(text, max(begin, penalty.start - 60), penalty.start) is None:
        return False
    if _FREED_FIRST.fullmatch(text, penalty.end, group.start):
        return True
    named = _NAME_FIRST.fullmatch(text, penalty.end, group.start)
    return named is not None and _FREED.match(text, group.end) is not None
