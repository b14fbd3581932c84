"""Penalties that are looked back on with the one before: of a list, of one verb, of `together with him`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.penalties.recalled import TOGETHER
from zhylnama.reading.penalties.turns import Verdict

# `A (7 years), B (6 years) and C (5 years)`
_IN_LIST: Final = re.compile(
    r"[^().;]{0,40}\),?\s+(?:(?:and|и|а)\s+)?(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.’-]*\s+){1,4}\(\s*"
)
_VERB: Final = r"\s(?:was|were|had|has|have|is|are|got|received|will)\s|оштраф|аресто|получ|приговор|осужд|назнач|\sбыл"
# `serves 5 years, B 8 years`, `отбывает 5 лет по ст. 256, Б – 8 лет`
_ELIDED: Final = re.compile(
    r"(?:\s+(?:of|in)\s+[a-z\s]{3,30}?|\s+[а-яё\s]{3,30}?)?"
    rf"(?:\s+(?:under|по)\s(?:(?!{_VERB})[^.;]){{3,140}}?)?(?:\s*,\s+(?:(?:and|и|а)\s+)?|\s+(?:and|и|а)\s+)"
    r"(?:(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.’-]*\s+){1,4}|(?:his|her|его|её|ее)\s+[a-zа-яё]+\s+)(?:(?:to|к|на|[–—-])\s+(?:к\s+|на\s+)?)?"
)


def goes_with_last(text: str, last: Verdict, verdict: Verdict, begin: int, sentence: int) -> bool:
    """Return whether a penalty is looked back on, told behind `last`.

    `begin`: where what is told of it begins, behind the penalty before where that is of its
    sentence, which begins at `sentence`.
    """
    start = verdict.penalty.start
    if _IN_LIST.fullmatch(text, last.penalty.end, start):
        return last.recalled
    if not last.recalled or verdict.recalled:
        return verdict.recalled
    # `A had been sentenced to 4 years and B to 3`
    elided = begin > sentence and _ELIDED.fullmatch(text, begin, start)
    return bool(elided or TOGETHER.match(text, sentence))
