"""Relatives: who is told to be one, and who tells what was done to kin of theirs.

`the wife of X, Y, complained`: Y is the wife; `X said that his son Y had been beaten`: X is a relative.
"""

from __future__ import annotations

from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.groups import OF_EACH_OTHER
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, holds
from zhylnama.reading.penalties.deeds import KIN, KIN_RU

_KIN: Final = (
    "wife", "husband", "spouse", "mother", "father", "son", "daughter", "brother", "sister", "widow", "parent", "relative", "nephew", "niece", "uncle", "aunt", "cousin", "fianc",
    "жен", "муж", "супруг", "мат", "мам", "отец", "отц", "сын", "доч", "брат", "сест", "сёст", "вдов", "родител", "родствен", "бабуш", "дедуш", "племян",
)  # fmt: skip
KIN_OF: Final = compile_lowered(
    rf"\b(?:{KIN})\s+of\s+(?:[\w-]+\s+){{0,4}}$|(?<!\w)(?:{KIN_RU})\s+(?:[\w-]+\s+){{0,4}}$"
)
# `the wife of X, Y, complained`: Y, who stands after it, is the relative.
_KIN_BEFORE: Final = compile_lowered(rf"\b(?:{KIN})\s+of\s+[^.;]{{3,80}},\s*$")
_KIN_BEFORE_RU: Final = compile_lowered(
    rf"(?<!\w)(?:{KIN_RU})\s+(?!(?:и|а|был)\s)[^.;]{{3,80}},\s*$"
)
# `Жена, А: «…»`, `His sister, A, says`: a sentence begins with what she is.
_KIN_HEADS: Final = compile_lowered(
    rf"(?:^|[.;]\s+)(?:(?:his|her|their|the|его|её|ее|их)\s+)?(?:{KIN}|{KIN_RU})\s*,\s*$"
)
_OF_KIN: Final = compile_lowered(
    r"\b(?:her|his|their|её|ее|его|их)\s+(?:husband|wife|spouse|son|daughter|brother|sister|mother|father|мужа?|жен[ау]|сына?|дочь|брата?|сестр[ау]|отца?|мать)\s+(?:was|had\s+been|has\s+been|is|were|не|избил|пыта|помести|перевел|водвор|держ|отказ)"
)
# `X said that his son Y had been beaten`: what is told of whom.
_TELLS: Final = compile_sought(
    r"[^.;:“«]{0,40}?\b(?:said|stated|reported|told|complained|informed|wrote|appealed|claims|learned|сообщил|рассказал|заявил|пожаловал|написал|обратил|узнал)\w*"
)
# `подала жалобу. По её словам, избивали её мужа X`
_IN_HIS_WORDS: Final = compile_lowered(r"(?<!\w)по\s+(?:её|ее|его|их)\s+словам(?!\w)")
_KIN_NAMED: Final = compile_lowered(
    rf"(?:\b(?:his|her|their)\s+(?:\w+\s+){{0,2}}?(?:{KIN})|(?<!\w)(?:его|её|ее|их|сво(?:его|ему|им|ей|ю|ем)|со\s+сво(?:им|ей))\s+(?:[а-яё]+\s+){{0,2}}?(?:{KIN_RU}))\s*,?\s*(?:[\w-]+\s+){{0,2}}$"
)

_CLAUSE: Final = compile_lowered(r"[.;:](?!\w)")
_BEATEN: Final = compile_lowered(
    r"(?<!\w)(?:изб(?:ил|ива)|пыта|бил|удар|задерж|увез|арест|осуд|оштраф|угрож|помест|водвор)[а-яё]*(?:и|а|л|ют)(?!\w)"
)


def relatives_apart(text: str, named: Named) -> list[Group]:
    """Return the lists of names; `the wife of X, Y, …` is none: Y is the wife."""
    groups: list[Group] = []
    for group in named.groups:
        first, *others = group.mentions
        near = text[max(0, group.start - 110) : group.start]
        each_other = others and first.role_words.lower() in OF_EACH_OTHER
        if each_other or not holds(near, _KIN):
            groups.append(group)
            continue
        if len(others) == 1 and KIN_OF.search(near):
            named.people[others[0].who].roles.add("relative")
            groups += [Group([first]), Group(others)]
            continue
        if _KIN_HEADS.search(near):
            named.people[first.who].roles.add("relative")
        for kin, comma in ((_KIN_BEFORE, "of "), (_KIN_BEFORE_RU, ", ")):
            if comma in near and kin.search(near):
                named.people[first.who].roles.add("relative")
        groups.append(group)
    return groups


def is_husband_told_of(text: str, group: Group) -> bool:
    """Whether a relative tells what was done to somebody: `wife of X, said her husband was …`."""
    near = text[max(0, group.start - 80) : group.start]
    return (
        holds(near, _KIN)
        and KIN_OF.search(near) is not None
        and _OF_KIN.search(text, group.end, group.end + 200) is not None
    )


def is_kin_beaten(text: str, group: Group) -> bool:
    """Return whether a clause tells what was done to those of a list, somebody's kin: `избили её сына X`."""
    if _KIN_NAMED.search(text, max(0, group.start - 60), group.start) is None:
        return False
    begin = max((found.end() for found in _CLAUSE.finditer(text, 0, group.start)), default=0)
    end = _CLAUSE.search(text, group.end)
    return _BEATEN.search(text, begin, end.start() if end else len(text)) is not None


def tells_of_kin(text: str, group: Group, following: list[Group]) -> bool:
    """Return whether those of a list tell what was done to kin of theirs whom a later name names."""
    if not following or not holds(text[group.end : following[-1].start], _KIN):
        return False
    match = _TELLS.match(text, group.end) or _IN_HIS_WORDS.search(
        text, group.end, following[-1].start
    )
    if match is None:
        return False
    return any(
        _KIN_NAMED.search(text, max(match.end(), one.start - 60), one.start) for one in following
    )
