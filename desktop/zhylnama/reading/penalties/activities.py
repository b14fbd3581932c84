"""How long somebody may not do something: `may not speak in public for three years`.

That an organisation may not work is a ban, too (`приостановила на три месяца деятельность фонда`),
and nobody’s: who leads it may work on.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered
from zhylnama.reading.penalties.amounts import Measure

SUSPENDS: Final = compile_lowered(r"\bsuspend\w*|(?<!\w)приостан\w+")
_ACTIVITIES: Final = compile_lowered(
    r"\b(?:activit(?:y|ies)|operations?|work\s+of|publication\s+of|publishing|broadcast\w*|printing)\b|(?<!\w)деятельност\w+"
)
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


# `will not be able to enter Kazakhstan for 5 years`; who cannot work for a month may be ill.
_MAY_NOT: Final = compile_sought(
    r"\b(?:(?:may|must|shall)\s+not|neither\s+(?:of\s+(?:them|the\s+two)\s+)?may|(?:is|are|was|were|been|be)\s+(?:not|no\s+longer)\s+(?:allowed|permitted|entitled)\s+to|(?:is|are)\s+forbidden\s+to)\s+"
    r"(?:speak|run|teach|work|engage|hold|take\s+part|participate|enter|return|leave|travel|publish|write|attend|organi[sz]e|use|stand|practi[sc]e|join|give|appear|visit|post|blog)\b[^.;]{0,120}?\s(?:for|during)\s+(?:(?:a|the|another|next)\s+)?(?:(?:term|period)\s+of\s+)?$"
    r"|\b(?:will\s+not|cannot|won[’']t)\s+(?:be\s+(?:able|allowed|permitted)\s+to\s+)?(?:enter|return\s+to)\s[^.;]{0,60}?\s(?:for|during)\s+(?:(?:a|the|another|next)\s+)?$"
)
# `состоять в объединениях он не сможет пять лет`
_NOT_ABLE: Final = compile_sought(
    r"(?<!\w)(?:не\s+(?:сможет|смогут|вправе|имеет\s+права|имеют\s+права)|нельзя|запрещено)\s+(?:(?:он|она|они|ему|ей|им|будет|ещё|еще)\s+)*(?:[а-яё]+ть(?:ся)?\s+(?:[а-яё]+\s+){0,6}?)?(?:в\s+течение\s+|на\s+)?$"
)
# `for five years he may not take part in …`, `ещё пять лет ему нельзя будет занимать должности`
_WHO_MAY_NOT: Final = re.compile(
    r",?\s+(?:[\w’-]+\s+){1,3}?(?:(?:may|must|shall)\s+not|will\s+not\s+be\s+(?:able|allowed|permitted)\s+to|(?:is|are|was|were)\s+(?:also\s+)?(?:(?:not|no\s+longer)\s+(?:allowed|permitted|entitled)\s+to|(?:forbidden|prohibited|barred|banned)\s+(?:to|from)))\s+[a-z]"
    r"|\s+(?:[а-яё]+\s+){0,2}?(?:нельзя|запрещено|не\s+(?:сможет|смогут|вправе|имеет\s+права|имеют\s+права))\s"
)
# `a fine of 1,000 MCI, 5 years without the right to hold posts`; but `sentenced to 5 years without
# the right to hold posts` is a term, and how long the ban lasts is not told.
_WITHOUT_RIGHT: Final = re.compile(r"without\s+(?:the|a)\s+right|без\s+права")
_ITEM: Final = compile_sought(r"[,;+]\s+(?:and\s+|и\s+|plus\s+|плюс\s+)?$")
# Without one of these nobody was punished: who is ill may not work either.
_DECIDED: Final = compile_sought(
    r"\b(?:courts?|judge|verdict|sentenc\w+|convict\w+|deport\w+|expel\w+|ruling|articles?|fined?|restriction\s+of|punish\w+)\b|(?<!\w)(?:суд|приговор|осужд|стать|ст\.|штраф)"
)
_TO_HIM: Final = re.compile(
    r"\s+(?:(?:ему|ей|им|обоим|суд|также)\s+|[А-ЯЁӘҒҚҢӨҰҮҺІ][\w.’-]*(?:у|ю|е|ой|ей|\.)?\s+){1,3}"
)


def may_not(small: str, begin: int, measure: Measure) -> tuple[int, int] | None:
    """Return the span of words by which somebody may not do something for so long, or None."""
    if not measure.sizes[0].months or _DECIDED.search(small) is None:
        return None
    found = _MAY_NOT.search(small, begin, measure.start) or _NOT_ABLE.search(
        small, begin, measure.start
    )
    return (found.start(), measure.end) if found else None


def who_may_not(small: str, measure: Measure) -> tuple[int, int] | None:
    """Return the same where the length stands first: `for five years he may not …`."""
    if not measure.sizes[0].months or _DECIDED.search(small) is None:
        return None
    found = _WHO_MAY_NOT.match(small, measure.end)
    return (measure.start, found.end()) if found else None


def is_without_right(small: str, measure: Measure, word: int) -> bool:
    """Return whether a length is a term before `without the right`, not that of the ban."""
    return (
        _WITHOUT_RIGHT.match(small, word) is not None
        and _ITEM.search(small, 0, measure.start) is None
    )


def is_forbidden(text: str, measure: Measure, verb: int) -> bool:
    """Return whether it is for so long that something was forbidden: `на три года ему запретили`."""
    return (
        bool(measure.sizes[0].months)
        and (
            _TO_HIM.fullmatch(text, measure.end, verb) is not None
            # `каждому на три года запрещена общественная деятельность`
            or (text[measure.end : verb].isspace() and text[verb : verb + 7].startswith("запрещ"))
        )
        and text[verb : verb + 5] == "запре"
    )
