"""Fines that the active verb tells without their amount: `a court fined A for a rally`, `оштрафовал А`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.cues import THING_OF
from zhylnama.reading.penalties.penalty_words import Word

_VERB: Final = re.compile(r"fined|оштрафовал[аи]?", re.I)
_PASSIVE: Final = compile_sought(
    r"\b(?:was|were|been|be|being|is|are|get|got|and|or|those|people|who)\s+(?:\w+ly\s+|also\s+|again\s+|not\s+)*$",
    re.I,
)
# Others than the state fine, too.
_PRIVATE: Final = compile_sought(
    r"\b(?:bank|employer|company|firm|club|league|federation|airline|operator|landlord|school)\s+$|(?<!\w)(?:банк|работодатель|компания|фирма|клуб|лига|федерация|школа)\s+$",
    re.I,
)
# Whom a verb takes: adjectives, nouns and numbers before the name, no preposition.
_WHOM: Final = re.compile(
    r"\s+(?:(?:the|an?|his|her)\s+)?(?P<nouns>(?:(?!(?:under|for|by|in|on|at|of|after|with|over|to|from|against|because|за|по|на|в|из|у|с|от|и|and)\s)[a-zа-яё-]+,?\s+){0,5})"
    r"(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])(?!(?:Art|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|Articles?\b)"
)
# Nouns that say who the named are.
_SOMEBODY: Final = re.compile(
    r"(?:\s*(?:activists?|journalists?|bloggers?|reporters?|editors?|lawyers?|defenders?|politicians?|residents?|pensioners?|singers?|poets?|photographers?|drivers?|teachers?|students?|citizens?|leaders?|member|members|"
    r"активист\w*|журналист\w*|блогер\w*|репортёр\w*|репортер\w*|редактор\w*|адвокат\w*|правозащитни\w*|политик\w*|жител\w*|пенсионер\w*|певц\w*|певиц\w*|поэт\w*|учител\w*|студент\w*|граждан\w*),?)\s*$"
)


def is_bare(words: str) -> bool:
    """Return whether the words of a penalty are such a verb alone."""
    return _VERB.fullmatch(words) is not None


def fines_somebody(text: str, word: Word) -> bool:
    """Return whether a word is an active verb behind which a name may stand."""
    return bool(
        _VERB.fullmatch(text, word.start, word.end)
        and not _PASSIVE.search(text, max(0, word.start - 40), word.start)
        and not _PRIVATE.search(text, max(0, word.start - 20), word.start)
        and _WHOM.match(text, word.end)
    )


def whom_it_fines(text: str, end: int, groups: list[Group]) -> Group | None:
    """Return the names that such a verb, which ends at `end`, takes; None where it takes something else."""
    group = next((one for one in groups if one.start >= end), None)
    whom = _WHOM.match(text, end)
    if group is None or whom is None or whom.end() != group.start:
        return None
    if THING_OF.match(text, group.end):
        return None  # `fined A’s newspaper`
    last = whom["nouns"].strip()
    return group if not last or _SOMEBODY.search(last) else None
