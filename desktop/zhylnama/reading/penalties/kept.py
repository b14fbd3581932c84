"""Lengths that are no penalty though a word for one stands beside: days in a cell, a sentence put off."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered
from zhylnama.reading.penalties.amounts import Measure
from zhylnama.reading.penalties.penalty_words import Word

# `after 40 days of detention`: some days of being held, and no penalty.
WHILE_HELD: Final = compile_sought(r"(?:\b(?:after|during|following)|(?<!\w)после)\s+$")
# `was kept in the detention centre for 18 days`: where somebody was, and no penalty.
_KEPT: Final = compile_sought(
    r"(?:\b(?:kept|held|sat|stayed|(?:has|had|have)\s+been)|(?<!\w)(?:держали|содерж\w+|находил\w+|пров[её]л\w*|просидел\w*|сидел\w*))\s+(?:[a-zа-яё]+\s+)?(?:in|at|в)\s+(?:(?:the|an?|his|her)\s+)?(?:[\w-]+\s+){0,3}$"
)
CUT_BY: Final = compile_lowered(
    r"(?:\b(?:reduced|cut|shortened|lowered|reduction)|(?<!\w)(?:сокра[тщ]|сни[зж]|уменьш)\w*)(?:\s+[^\s.;\d]+){0,6}?\s+(?:by|на)\s+(?:\w+\s+)?$"
    r"|(?:\bbetween|(?<!\w)(?:от|между))\s+\d[\d\s.,]*\s(?:and|до|и)\s+$"
)
# `на один месяц продлили А срок содержания под стражей`: what is longer stands behind its length.
PROLONGED: Final = re.compile(
    r"\s+(?:(?:ещё|еще|вновь|снова|суд|судья|был[аио]?)\s+){0,2}продл\w+\s+(?:(?:срок|его|её|ее|ему|ей|им|их|обоим|всем|меру|пресечения|в|виде|санкцию|на|суд|судья)\s+|[А-ЯЁӘҒҚҢӨҰҮҺІ][\w.’-]*\s+){0,6}"
)
_BY_COURT: Final = ("court", "judge", "суд", "sanction", "санкци")
_KEPT_REACH: Final = 80


def is_kept(small: str, word: Word, measure: Measure) -> bool:
    """Return whether days in a place of detention are told, and no court that gave them."""
    noun = word.entry.called == "custody" or word.entry.held
    if not noun or word.entry.verb or not measure.sizes[0].days or measure.sizes[0].months:
        return False
    near = small[max(0, word.start - _KEPT_REACH) : measure.end]
    kept = _KEPT.search(small, max(0, word.start - _KEPT_REACH), word.start)
    return kept is not None and not any(one in near for one in _BY_COURT)


# `with deferral of the sentence for 5 years`
_LED_BY_NONE: Final = re.compile(
    r"(?:\s+(?:of\s+(?:the\s+)?\w+|исполнения|наказания))*\s+(?:for|на)\s+"
)


def is_put_off(small: str, begin: int, end: int) -> bool:
    """Return whether a length behind such a word says for how long a sentence is put off."""
    return _LED_BY_NONE.fullmatch(small, begin, end) is not None
