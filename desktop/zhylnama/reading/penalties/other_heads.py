"""Sentences that begin with another than the person they name: `a guard who beat A was fined`.

There the name stands inside what is told of the other – a relative clause, a phrase of place or of
membership – and the verb behind it is said of that other, who has no name.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group
from zhylnama.reading.penalties.cues import DEFINITE

_COUNT: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|some|dozens\s+of|\d+|all|most|many)"
)
# `a private guard who broke the arm of A`, `the woman whose denunciation …`, `all those who …`
_WHO_DID: Final = re.compile(
    rf"\W*(?:(?:[Tt]he|[Aa]n?|(?i:{_COUNT}))\s+)+(?:[a-z’-]+\s+){{1,6}}?(?:who|whose|whom)\s"
)
# `four women from the choir of A`
_SOME_OF: Final = re.compile(
    rf"\W*(?:at\s+least\s+|about\s+|another\s+)?{_COUNT}\s+(?:[a-z’-]+\s+){{1,3}}?(?:from|of|in|at|near|with)\s",
    re.I,
)
_EXCEPT: Final = compile_sought(
    r"(?:\bexcept(?:\s+for)?|\bother\s+than|(?<!\w)кроме|(?<!\w)за\s+исключением)\s[^.;]{0,60}$",
    re.I,
)
# `пару из квартиры напротив, вступившуюся за А во время обыска, оштрафовали`
_PARTICIPLE: Final = re.compile(
    r"\W*(?:[а-яё-]+\s+){0,5}[а-яё-]+,\s+(?:котор[а-яё]+|где|когда|чей|чь[яиёюе]\w*|[а-яё]+(?:вш|ющ|ящ|ащ|ущ)[а-яё]{2,}(?:ся)?)\s"
)
# `when a welder was sentenced`: who comes in so is somebody new.
_SOMEBODY_NEW: Final = compile_sought(
    r"(?:[,;:]\s+|\b(?:when|while|as|that|where|because|and|but|how)\s+)(?:an?|another|some)\s+(?!(?:result|consequence|court|judge|fine|ban|warning|term|sentence|week|month|day|year|panel|board|verdict)\b)(?:[a-z’-]+\s+){1,3}(?:(?:was|were|had\s+been|got|received)\s+)?$",
    re.I,
)
# `…, but the taxi driver who was carrying them was fined`
_CLAUSE_HEAD: Final = compile_sought(
    r"[,;]\s+(?:but|and|while|yet)(?P<noun>\s+(?:the|an?)\s+(?:[a-z’-]+\s+){1,3}?)(?:who|that|which|whose)\s[^,;.]{2,80}\s$"
)
# `it was the beaten man, not the sergeant, whom the court arrested`
_IT_WAS: Final = compile_sought(
    r"\bit\s+was\s+(?:the|an?)\s+[a-z][^;.]{0,80}\b(?:whom|who|that)\s[^,;.]*$"
)
_HIMSELF: Final = re.compile(
    r"\s+(?:was|were|had\s+been)\s+(?:himself|herself|themselves|itself)\b"
)
# `in defence of his sparring partner, sent to …`
_HIS_NOUN: Final = compile_sought(
    r"\b(?:his|her|their|another|an?)\s+(?:[a-z’-]+\s+){0,2}[a-z’-]+,\s+(?:(?:who|which)\s+(?:was|had\s+been|is)\s+)?(?:sent|sentenced|arrested|jailed|fined|convicted|imprisoned|placed)\s+(?:(?:to|in|for|into)\s+)?(?:(?:the|an?)\s+)?(?:special\s+|administrative\s+|pre-?trial\s+)?$"
)
_OF_THE_NAME: Final = re.compile(r"\s*,\s+(?:who|whom|котор)")
_HIM: Final = compile_sought(r"\b(?:he|she|him|her)\b|(?<!\w)(?:он|она|ему|ей|его|её|ее)(?!\w)")
_HE: Final = re.compile(r"\W*(?:He|She|Он|Она)\s")
_REACH: Final = 120


def begins_with_another(text: str, begin: int, before: list[Group], verb: int) -> bool:
    """Return whether another than the names before a verb is its subject.

    `begin`: where the sentence begins, behind date and place; `before`: the names between that and
    the verb, at `verb`.
    """
    first = max(begin, verb - _REACH)
    if _SOMEBODY_NEW.search(text, first, verb) or _IT_WAS.search(text, first, verb):
        return True
    head = _CLAUSE_HEAD.search(text, first, verb)
    if head is not None and not DEFINITE.search(head["noun"]):
        return True
    if not before:
        return False
    lead = text[begin : before[0].start]
    gap = text[before[-1].end : verb]
    if before[-1].mentions[0].governed is not None and _HIMSELF.match(text, before[-1].end):
        return True  # `the woman who had reported A was herself fined`
    if _EXCEPT.search(lead):
        return True
    if lead.rstrip().endswith(
        (",", ":", "them", "including", "числе", "них")
    ) or _OF_THE_NAME.match(gap):
        return False  # `the man who had called for it, A, was fined`
    if _WHO_DID.match(lead) or _SOME_OF.match(lead):
        return True
    if _HIM.search(gap):
        return False  # `…, representing A, appealed against the verdict by which he got two years`
    return "," in gap and _PARTICIPLE.match(lead) is not None


def begins_with_pronoun(text: str, begin: int) -> bool:
    """Return whether the subject of a sentence is `he` or `she`."""
    return _HE.match(text, begin) is not None


def is_of_his_own(text: str, begin: int, penalty: int) -> bool:
    """Return whether a participle tells a penalty of a noun: `his sparring partner, sent to … for 12 days`."""
    return _HIS_NOUN.search(text, max(begin, penalty - _REACH), penalty) is not None
