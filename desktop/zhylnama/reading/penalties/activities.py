"""How long an organisation may not work: `приостановила на три месяца деятельность фонда`.

It is a ban, and nobody’s: who leads the organisation may work on.
"""

from __future__ import annotations

from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered
from zhylnama.reading.penalties.amounts import Measure

SUSPENDS: Final = compile_lowered(r"\bsuspend\w*|(?<!\w)приостан\w+")
_ACTIVITIES: Final = compile_lowered(r"\b(?:activit(?:y|ies)|operations?)\b|(?<!\w)деятельност\w+")
_UP_TO_LENGTH: Final = compile_sought(
    r"^[^.;,]*\s(?:for|на)\s+(?:(?:a|the)\s+)?(?:(?:term|period|срок)\s+(?:of\s+|в\s+)?)?$"
)
_BEFORE: Final = 120
_BEHIND: Final = 60


def suspension(small: str, begin: int, measure: Measure) -> int | None:
    """Return where the words begin by which activities are suspended for so long, or None."""
    suspends = SUSPENDS.search(small, begin, measure.start)
    size = measure.sizes[0]
    if suspends is None or not (size.days or size.months):
        return None
    near = small[max(begin, suspends.start() - _BEFORE) : measure.end + _BEHIND]
    if not _ACTIVITIES.search(near) or not _UP_TO_LENGTH.search(
        small[suspends.end() : measure.start]
    ):
        return None
    return suspends.start()
