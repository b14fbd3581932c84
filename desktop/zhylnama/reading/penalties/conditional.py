"""Prison terms of which it is only said behind them that they are suspended.

`A, B and C received 4, 3 and 2 years; the last one's term is suspended`, `причём Б срок назначили
условно`, `Both terms are suspended.` A term that is told as served where it is not, or the other way
round, is a false statement: where it is not sure which term is meant, the terms are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from zhylnama.reading.names.named import Named
from zhylnama.reading.patterns import compile_lowered, holds, lowered
from zhylnama.reading.penalties.cues import sentences
from zhylnama.reading.penalties.turns import Verdict
from zhylnama.record.event import SUSPENDED

WHICH_IS_SUSPENDED: Final = "sanctions: it is not clear which term is suspended"
# A text without one of these says of no term that it is suspended.
_WORDS: Final = ("условн", "suspended", "conditional")
_CONDITION: Final = compile_lowered(
    r"(?<!\w)(?:условн(?:о|ый|ым|ыми|ые|ое)(?![\w-])|suspended|conditional(?:ly)?)(?!\w)"
)
# What is suspended or on condition and is no term: `suspended from work`, `her licence was suspended`.
_OTHER: Final = compile_lowered(
    r"\s*(?:from\b|for\b|the\b|his\b|her\b|by\b|release|on\s+(?:full\s+)?pay|early|досрочн)"
)
_OF_TERM: Final = compile_lowered(
    r"\b(?:terms?|sentences?|punishments?|imprisonment|latter|former|last|both|all|first|second|his|hers|one|but|however|with)\b|(?<!\w)(?:срок|наказан|лишени|последн|перв|втор|треть|оба|обо|обе|все|каждо|причем|причём|но|однако|им|ему|ей)"
)
_NOT: Final = compile_lowered(
    r"(?:\b(?:not|never|nor|instead\s+of|rather\s+than)|(?<!\w)(?:не|ни|вместо))\s+(?:[\w-]+\s+){0,2}$"
)
_ASKED: Final = compile_lowered(
    r"\b(?:ask|request|demand|sought|hop|insist|appeal|replac|instead|turn|cancel|convert)|(?<!\w)(?:прос|запро|требова|настаив|надея|замен|вместо|отмен)"
)
_LAST: Final = compile_lowered(r"\b(?:the\s+)?(?:last|latter)\b|(?<!\w)последн")
_FIRST: Final = compile_lowered(
    r"\b(?:former|first)\b(?!\s+instance)|(?<!\w)перв(?:ому|ый|ого|ой|ая)(?!\w)"
)
_SECOND: Final = compile_lowered(r"\bsecond\b|(?<!\w)втор(?:ому|ой|ого|ая)(?!\w)")
_ALL: Final = compile_lowered(
    r"\b(?:both|all|each)\b|(?<!\w)(?:оба|обоим|обоих|обеим|обе|все|всем|каждому|им)(?!\w)"
)
# Another sentence tells of the terms before it only where it begins with them.
_BEGINS: Final = compile_lowered(
    r"\W*(?:(?:the|his|her|this|its|его|её|ее|этот)\s+)?(?:both|all|each|terms?|sentences?|punishments?|last|latter|former|first|second|последн|перв|втор|срок|наказани|оба|обоим|обеим|все|всем)"
)
# Nothing but such words: it is the one term before that is suspended.
_PLAIN: Final = compile_lowered(
    r"[\W\d]*(?:(?:the|his|her|this|its|a|an|is|was|were|are|has|been|declared|made|given|with|but|and|however|which|sentence|term|punishment|imprisonment|terms|probation|period|of|for|years?|его|её|ее|этот|срок|сроки|наказание|лишение|лишения|свободы|назначен[оы]?|назначили|суд|решил|считать|считается|постановил|но|и|причем|причём|однако|при|этом|с|на|пробационн\w+|контрол\w+)\b[\W\d]*)*"
)
# `his accomplices got suspended terms`: others, of whom nothing was told before.
_OTHERS: Final = compile_lowered(
    r"\b(?:his|her|their|others?|rest|another|accomplices?|co-?defendants?|four|five|two|three|wife|husband|brother|son)\b|(?<!\w)(?:его|её|ее|их|подельник|сообщник|остальн|друг(?:ие|им|ой|ому)|соседу?|ещё|еще|двое|двоим|трое|троим|жен[аеу]|муж|брат|сын)"
)
# So far around a term it has its own word: `a suspended sentence of two years`, `2 years suspended`.
_OWN_BEFORE: Final = 60
_OWN_BEHIND: Final = 12
# So far behind a term it is said that it is suspended, and so far behind that of whom.
_REACH: Final = 160
_NAME_REACH: Final = 30


def settle_conditions(text: str, verdicts: Sequence[Verdict], named: Named) -> None:
    """Change the terms that are suspended by what is said behind them, each in its verdict."""
    terms = [v for v in verdicts if v.penalty.kind == "imprisonment" and v.penalty.lengths]
    small = lowered(text)
    if not terms or not holds(small, _WORDS):
        return
    parts = sentences(text)
    for word in _CONDITION.finditer(small):
        if not _is_own(word, verdicts):
            _settle(small, word, terms, named, parts)


def _is_own(word: re.Match[str], verdicts: Sequence[Verdict]) -> bool:
    """Whether the word stands with a term that was read as suspended."""
    return any(
        v.penalty.detail == SUSPENDED
        and v.penalty.start - _OWN_BEFORE <= word.start()
        and word.end() <= v.penalty.end + _OWN_BEHIND
        for v in verdicts
    )


def _settle(
    small: str,
    word: re.Match[str],
    terms: Sequence[Verdict],
    named: Named,
    parts: Sequence[tuple[int, int]],
) -> None:
    at = next(i for i, (_, end) in enumerate(parts) if word.start() < end)
    before = [v for v in terms if v.penalty.end <= word.start()]
    here = [v for v in before if v.penalty.start >= parts[at][0]]
    if not here and at:
        earlier = [v for v in before if v.penalty.start >= parts[at - 1][0]]
        here = earlier if _BEGINS.match(small, parts[at][0]) else []
    if not here:
        return
    begin = max(here[-1].penalty.end, word.start() - _REACH)
    for group in named.groups:
        if group.people == here[-1].people and not small[begin : group.start].strip():
            begin = max(begin, group.end)  # `осудил на три года А, а Б – условно`
    said = small[begin : word.start()]
    if word.start() - here[-1].penalty.end > _REACH or _OTHER.match(small, word.end()):
        return
    if _NOT.search(said) or _ASKED.search(said):
        return
    until = min(parts[at][1], word.end() + _NAME_REACH)
    people = {m.who for m in named.mentions if begin <= m.start < until}
    people = people or _by_surname(small[begin:until], here, named)
    if not people and not _OF_TERM.search(said + small[word.end() : until]):
        return
    for one in _meant(said, small[word.end() : until], here, people):
        one.penalty = replace(one.penalty, detail=SUSPENDED)


def _by_surname(said: str, here: list[Verdict], named: Named) -> set[int]:
    """Return who of those with a term is told by a surname in another case."""
    told = {who for v in here for who in v.people}
    stems = {who: max(named.people[who].name.casefold().split(), key=len)[:-2] for who in told}
    return {
        who
        for who, stem in stems.items()
        if len(stem) > 2 and re.search(rf"\b{re.escape(stem)}", said)
    }


def _meant(before: str, behind: str, here: list[Verdict], people: set[int]) -> list[Verdict]:
    """Return the terms that are meant; where that is not sure all of them become nobody's."""
    said = f"{before} {behind}"
    if people:
        # `…, and B’s term is suspended`: of one who got none here nothing is said.
        return [v for v in here if v.people and set(v.people) <= people]
    in_turn = [v for v in here if len(v.people) == 1 and not v.recalled]
    if _LAST.search(said) and len(in_turn) == len(here):
        return here[-1:]
    if _FIRST.search(said) and len(in_turn) == len(here):
        return here[:1]
    if _SECOND.search(said) and len(in_turn) == len(here) > 1:
        return here[1:2]
    if _ALL.search(said):
        return here
    if len(here) == 1 and _PLAIN.fullmatch(before):
        return here
    if _OTHERS.search(said):
        return []
    for verdict in here:
        verdict.people = []
        verdict.doubt = WHICH_IS_SUSPENDED
    return []
