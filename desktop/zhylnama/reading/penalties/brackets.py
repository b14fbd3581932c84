"""A penalty in brackets behind names: `A (15 days)`, `A, B (both 15 days of arrest)`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.sanctions import Penalty

_BRACKETED: Final = re.compile(r"\s*\([^()]{0,80}")
# `A was released (15 days of arrest)`
_RELEASED: Final = re.compile(
    r"\s+(?:was\s+released|вышел|вышла|освобожд[её]н\w*)[^(),.;]{0,60}\([^()]{0,80}"
)
_BOTH_IN_BRACKETS: Final = re.compile(r"\s*(?:both|оба|обе|обоим|обеим)\b", re.I)
_SEVERAL: Final = re.compile(r"\s*(?:both|each|all|оба|обе|каждый|все|всем|обоим)\b", re.I)
_TWO: Final = 2


def bracketed(text: str, penalty: Penalty, groups: list[Group], officials: set[int]) -> int | None:
    """Return whose name stands right before the brackets around a penalty."""
    before = [m for g in groups for m in g.mentions if m.end <= penalty.end]
    if not before or before[-1].who in officials:
        return None
    # `fines were imposed on A (20 MCI)`: the name is among the words of the penalty.
    until = penalty.end if before[-1].start >= penalty.start else penalty.start
    gap = text[before[-1].end : until]
    return before[-1].who if _BRACKETED.fullmatch(gap) or _RELEASED.fullmatch(gap) else None


def is_of_several(text: str, penalty: Penalty) -> bool:
    """Whether brackets say that their penalty is of several: `(both 15 days of arrest)`."""
    opened = text.rfind("(", 0, penalty.end)
    return _SEVERAL.match(text, opened + 1) is not None


def both_before(text: str, penalty: Penalty, groups: list[Group]) -> list[int]:
    """Return the two right before brackets that say `both`; nobody for any other word."""
    opened = text.rfind("(", 0, penalty.end)
    if _BOTH_IN_BRACKETS.match(text, opened + 1) is None:
        return []
    before = [m.who for g in groups for m in g.mentions if m.end <= opened]
    pair = list(dict.fromkeys(before[-_TWO:]))
    return pair if len(pair) == _TWO else []
