"""Names that a Russian active verb takes before its penalty: `А обязали выплатить штраф`, `поместил А под стражу`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.subjects import Subjects

_TAKES: Final = r"(?:обязал|отправил|поместил|посадил|наказал|водворил|заключил|взял|арестовал|оштрафовал|приговорил|осудил)[аи]?"
# Behind the names: `А суд отправил в колонию`, `А обязали выплатить`, `А ждут 7 суток`
_BEHIND: Final = re.compile(
    rf"\s+(?:(?:[а-яё-]+\s+){{0,3}}(?:суд|судья)\s+)?{_TAKES}\s+(?:(?:выплатить|уплатить|заплатить|оплатить|в|под|на|за|ещё|еще)\s+)*"
    r"|\s+(?:жд[её]т|ждут)\s+(?:по\s+)?"
)
# Before them: `поместил А и Б под стражу`
_BEFORE: Final = compile_sought(
    r"(?<!\w)(?:поместил|отправил|заключил|взял|водворил|посадил|перев[её]л)[аи]?\s+(?:[а-яё-]+\s+){0,3}$"
)
_APPOSED: Final = re.compile(r"\s*(?:,[^,;]{2,90},)?\s*(?:(?:в|под|на|за)\s+)?")
_REACH: Final = 60


def taken_before(
    text: str, penalty: Penalty, groups: list[Group], subjects: Subjects
) -> Group | None:
    """Return the names before a penalty that are the object of its verb, in another case than the first."""
    before = [g for g in groups if g.end <= penalty.start]
    if not before or subjects.only_officials(before[-1]) or subjects.hangs_on_kin(before[-1]):
        return None
    group = before[-1]
    if _BEHIND.fullmatch(text, group.end, penalty.start):
        return group if subjects.is_oblique(group) else None
    verb = _BEFORE.search(text, max(0, group.start - _REACH), group.start)
    return group if verb and _APPOSED.fullmatch(text, group.end, penalty.start) else None
