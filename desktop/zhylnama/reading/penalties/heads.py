"""Whether the grammar of a sentence lets a name be the subject of a verb at all.

In Russian a name whose own words are no nominative is never the subject of an active verb or of a
short participle, whatever noun stands before it; and a participle has the gender of its subject. In
English the head of a noun phrase is the subject, not a name inside its `of`, its relative clause or
a clause without `who`: `a neighbour A had complained about was fined`.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Somebody
from zhylnama.reading.names.sexes import sex_of

# What is said of whoever is punished: `оштрафован`, `получила`, `отделался`.
_OF_SUBJECT: Final = compile_sought(
    r"(?<![а-яё])(?:(?:оштрафован|арестован|осужд[её]н|приговор[её]н|наказан|водвор[её]н|отправлен|помещ[её]н|взят|признан|лиш[её]н|предупрежд[её]н)(?P<short>[аы]?)"
    r"|(?:получил|отделал|поплатил|лишил(?=[аи]?с)|отбыл|отсидел|отсидит|пров[её]л|заплатил|сел|схлопотал|заработал)(?P<past>[аи]?)(?:с[ья])?)(?![а-яё])"
)
_RELATIVE: Final = compile_sought(
    r"(?<!\w)(?:котор[а-яё]+|ч[её]й|чь[а-яё]+|осужд[её]нн[а-яё]+|приговор[её]нн[а-яё]+)"
)
_PRONOUN: Final = compile_sought(r"(?<!\w)(?:он|она)\s")
# A verb with a subject of its own: `А поддержал студент, он …`.
_DOES: Final = compile_sought(r"[а-яё]{2}(?:л|ла|лся|лась)(?![а-яё])")
# `an accomplice of A`, `one of those who stood with A`: the noun before the preposition is the subject.
_HEAD: Final = compile_sought(
    r"(?:^|[,;:.]\s+|\b(?:and|while|but|that)\s+)(?:(?:later|then|also)\s+)?(?:an?|one|another|two|three|four|five|several|some|the)\s+(?:[\w’-]+\s+){1,7}?"
    r"(?:of|to|for|from|with|by|alongside|beside|against|about)\s+(?:(?:the|his|her)\s+)?(?:[a-z-]+\s+){0,3}$",
    re.I,
)
# `, whose name is not known,`: said of the head.
_SAID_OF_IT: Final = re.compile(
    r"\s*,\s+(?:whose|who|which|not|himself|herself|also|an?|the)\s[^;.]*,\s*$"
)
# `a neighbour A …`, `the lawyer A …`, `a supporter that A …`: a clause of A may follow.
_NOUN: Final = compile_sought(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ss]ome|[Ee]very)\s+(?:[a-z][\w’-]*\s+){1,5}(?:(?:that|whom|which)\s+)?$"
)
_WHICH: Final = compile_sought(r"\b(?:whom|which|where)\s+$")
# `A watched the man who beat him …`; not `A, a journalist who …`
_OF_ANOTHER: Final = re.compile(
    r"\s+(?!(?:is|was|has|became|becomes|remains|and|along|together)\s)[^,;]{0,120}?\b(?:the|an?|his|her|two|three)\s+(?!(?:[a-z-]+\s+)?(?:judge|court),?\s)(?:[a-z-]+,?\s+){1,2}who\b"
)
# `… had complained about`, `hired`: the verb of A; what comes behind is said of the noun.
_ITS_VERB: Final = re.compile(
    r"\s+(?:(?:had|has|have|did\s+not|once|also|earlier|recently|later)\s+){0,2}(?!(?:also|again|finally)\b)(?:[a-z]+ed|met|knew|taught|led|hid|sued|wrote|wrote|drove|beat|brought|sent|took|saw|found|made|paid|left|told|named|sang|spoke|slept|went|came|kept|gave|ran|won|lost|lives|works|runs|leads|owns|heads|rents)\b(?:(?!\b(?:and|but|who|whom|whose)\b)[^,;.])*$"
)
# `the activist A detained at the rally was fined`: said of A.
_PARTICIPLE: Final = re.compile(
    r"\s+(?:detained|arrested|sentenced|convicted|charged|released|held)\s+(?:at|on|in|for|by|under|near|after|during|to)\b"
)
_JOINED: Final = compile_sought(r"[,;]|\b(?:and|but)\b")
_WAS: Final = re.compile(r"\s*(?:was|were|has|have|had|is|are|received|got|will)\b")


def cannot_be(
    text: str, group: Group, people: list[Somebody], verb: int, end: int, *, oblique: bool
) -> bool:
    """Return whether a name is surely not the subject of the words of a penalty, from `verb` to `end`.

    `oblique`: by its own words the name is no nominative.
    """
    if not group.mentions[-1].name.isascii():
        who = [people[one] for one in group.people]
        return _disagrees(text, group, who, end, oblique=oblique)
    return _is_inside(text, group, verb)


def _disagrees(text: str, group: Group, who: list[Somebody], end: int, *, oblique: bool) -> bool:
    """Whether a Russian verb behind a name is of another case or gender."""
    said = [*_OF_SUBJECT.finditer(text, group.end, end)]
    if not said:
        return False
    between = text[group.end : said[-1].start()]
    if _PRONOUN.search(between) and not _DOES.search(between):
        return False  # `А задержали дома, он арестован`
    if oblique and not _RELATIVE.search(between):
        return True
    # The verb nearest to the penalty: `A, whose husband got five years, was fined`.
    return len(who) == 1 and _is_of_the_other_sex(who[0], said[-1])


def _is_of_the_other_sex(somebody: Somebody, said: re.Match[str]) -> bool:
    ending = said["short"] if said["short"] is not None else said["past"]
    told = {"": "m", "а": "f"}.get(ending or "")
    known = sex_of(somebody)
    return told is not None and known is not None and told != known


def _is_inside(text: str, group: Group, verb: int) -> bool:
    """Whether an English name stands inside the noun phrase of another."""
    before = text[max(0, group.start - 160) : group.start]
    gap = text[group.end : verb]
    if group.mentions[0].governed is not None and _SAID_OF_IT.match(gap):
        return _HEAD.search(before) is not None
    if not _WAS.match(text, verb):
        return False
    if _WHICH.search(before) and gap.strip() and not _JOINED.search(gap):
        return True
    return bool(_NOUN.search(before) and _ITS_VERB.match(gap) and not _PARTICIPLE.match(gap))


def is_told_of_another(text: str, group: Group, verb: int) -> bool:
    """Return whether `who` behind a name is another’s: `A watched the man who beat him being …`."""
    return _OF_ANOTHER.match(text, group.end, verb) is not None
