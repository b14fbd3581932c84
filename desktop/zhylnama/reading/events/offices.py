"""Offices and kinship that are told beside a name in more words than a list of words holds.

`X, an investigator of the city police`, `the speaker of the Senate X`, `X said: “My husband …”`; and what
the first of several is said to be, all of them are: `judges A, B and C`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, holds
from zhylnama.reading.penalties.deeds import KIN, KIN_RU

# An office told behind a name, or before it in more words than a list of words holds.
_OFFICE: Final = (
    r"(?:deputy\s+|vice-|former\s+|first\s+)*(?:investigator|prosecutor|judge|akim|mayor|governor|minister|ombuds\w+|bailiff|(?:district|precinct)\s+(?:policeman|officer)"
    r"|(?:speaker|chair\w*|member|deputy)\s+of\s+the\s+(?:senate|ma[jzh]+ilis|parliament|maslikhat|(?:[\w-]+\s+){0,3}commission)"
    r"|(?:head|chief|chair\w*)\s+of\s+(?:the\s+)?(?:[\w’-]+\s+){0,5}(?:department|police|administration|committee|colony|akimat)|official\s+representative"
    r"|(?:office|ministry|police|department|akimat|court|committee)(?:[’']s)?\s+(?:representative|spokes\w+))"
)
_IN_OFFICE: Final = compile_lowered(rf"\s*,\s*(?:an?\s+|the\s+)?{_OFFICE}\b")
_OF_OFFICE: Final = compile_lowered(
    rf"\b{_OFFICE}(?P<many>s)?(?:\s+(?:of|for)\s+(?:the\s+)?[\w’-]+(?:\s+(?:district|region|city|area))?)?\s*,?\s+#?$"
    r"|(?<!\w)(?:представител\w+\s+(?:акимата|полиции|прокуратуры)|аким[ауе]?(?:\s+[\w-]+){0,2}|начальник\w*(?:\s+[\w-]+){1,5}|(?:вице-|зам)?министр[а-яё]{0,2}(?:\s+(?!и\s)[а-яё]+(?:\s+и\s+[а-яё]+)?){1,4}|(?:председател|директор|руководител)[а-яё]{1,3}\s+(?:комитета|департамента|суда|маслихата|управления|комиссии)(?:\s+[\w-]+){0,4}|глав[аыуе]\s+(?:управления|отдела|департамента)(?:\s+[\w-]+){0,4}),?\s+$"
)
# `the claim of the head of the department A`: what it hangs on is the claim.
_IS_OFFICE: Final = compile_lowered(rf"(?:the\s+)?{_OFFICE}\b[^,.;]*$")
_OFFICES: Final = (
    "investigator", "prosecutor", "judge", "akim", "mayor", "governor", "minister", "ombuds", "bailiff", "polic", "speaker", "chair", "member", "deputy",
    "head", "chief", "official", "spokes", "представител", "аким", "начальник", "глав", "министр", "председател", "директор", "руководител",
)  # fmt: skip
# `X said: “My husband …”`.
_MY_KIN: Final = compile_lowered(
    rf"\s+(?:\w+\s+)?(?:said|stated|told|says|tells|wrote|reported)\b[^.;“«]{{0,60}}[“«](?:my|our)\s+(?:{KIN})\b|\s+(?:\w+\s+)?(?:сказал|заявил|рассказал|сообщил|написал)а?(?!\w)[^.;“«]{{0,60}}[“«](?:мой|моя|моего|мою|моему|моей)\s+(?:{KIN_RU})"
)
# `head of the human rights foundation “X”`
_DEFENDS: Final = compile_lowered(
    r"\b(?:head|director|leader|founder|chair\w*|coordinator|member|representative|president|lawyer)\s+of\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}?human\s+rights\s+(?:[\w-]+\s+)?(?:foundation|fund|organi[sz]ation|group|cent(?:er|re)|ngo|bureau|movement|initiative|union|association)\s+(?:(?:[“«\"][^”»\"]{1,40}[”»\"]|[\w’-]+)\s+){0,3}$"
)
# `начальник колонии отрицает пытки А`: the office is of who does that.
_DOES: Final = compile_lowered(
    r"\s(?:отрица|заяв|сообщ|сказал|счита|утвержд|обвин|увол|избил|ударил|оскорб|отказ|пригроз|угрож|denie|said|state|report|accus|dismiss|fire|refus|threat)[а-яёa-z]*\s"
)
# How words end that say what several people are.
_PLURAL: Final = ("s", "ы", "и", "ов", "ам", "ами")


def _is_of_another(office: re.Match[str], group: Group, named: Named) -> bool:
    """Whether another name or a verb stands between an office and the names of a list."""
    begin = group.start - (office.endpos - office.start())
    others = (m for m in named.mentions if m.who not in group.people)
    return _DOES.search(office[0]) is not None or any(
        begin <= mention.start < group.start for mention in others
    )


def tell_beside(text: str, group: Group, named: Named) -> set[int]:
    """Add what is said of the people of a list beside it; return who has an office that no list knows."""
    who, *others = group.people
    many = False
    for mention, following in pairwise(group.mentions):
        # `activists A and B, as well as human rights defenders C and D`.
        many = mention.role_words.lower().endswith(_PLURAL) if mention.role_words else many
        if many and not following.role_words:
            named.people[following.who].roles |= named.people[mention.who].roles
    if _MY_KIN.match(text, group.end):
        named.people[who].roles.add("relative")
    near = text[max(0, group.start - 90) : group.start]
    if "human rights" in near and _DEFENDS.search(near):
        named.people[who].roles.add("defender")
    before = _OF_OFFICE.search(near) if holds(near, _OFFICES) else None
    first = group.mentions[0]
    if before is not None and _is_of_another(before, group, named):
        before = None
    if (
        before is not None
        and first.governed is not None
        and not _IS_OFFICE.match(first.role_words.lower())
    ):
        before = None
    if before is None and not _IN_OFFICE.match(text, group.end):
        return set()
    found = {who, *others} if before is not None and before["many"] else {who}
    found = {i for i in found if "official" not in named.people[i].roles}
    for i in found:
        named.people[i].roles.add("official")
    return found
