"""Who `the son`, `отцу` or `her client` is, where a paragraph names the two of them and nobody else."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import holds
from zhylnama.reading.penalties.cues import RELATED

_KIN: Final = {
    "child": (
        "son",
        "daughter",
        "сын",
        "дочь",
        "сына",
        "сыну",
        "сыном",
        "дочери",
        "дочерью",
    ),
    "parent": (
        "mother",
        "father",
        "мать",
        "отец",
        "отца",
        "отцу",
        "матери",
        "матерью",
        "отцом",
    ),
    "wife": ("wife", "жена", "жену", "жене", "жены", "женой", "супруга", "супруге"),
    "husband": ("husband", "муж", "мужа", "мужу", "мужем", "супруг", "супругу"),
}
_ACROSS: Final = {"child": "parent", "parent": "child", "wife": "husband", "husband": "wife"}
_KIN_WORDS: Final = "|".join(word for words in _KIN.values() for word in words)
_KIN_WORD: Final = compile_sought(
    rf"(?<!\w)(?<!\w[’']s\s)(?P<kin>{_KIN_WORDS})\s*(?:(?:также|тоже|also|уже|ранее|недавно)\s+)?(?:(?:в\s+[а-яё]+|in\s+[A-Z]\w+|last\s+\w+)(?:\s+(?:прошлого\s+года|(?:19|20)\d\d(?:\s+года)?))?\s+)?(?:(?:дал[аи]?|назначил[аи]?|присудил[аи]?|выписал[аи]?)\s+(?:по\s+)?)?$",
    re.I,
)
_FATHER_AND_SON: Final = compile_sought(
    rf"(?<!\w)(?P<one>{_KIN_WORDS})\s+(?:and|и)\s+(?P<other>{_KIN_WORDS})\s*,?\s+$", re.I
)
_REACH: Final = 130
_TWO: Final = 2
_CLIENTS: Final = ("client", "подзащитн", "доверител")
_CLIENT: Final = compile_sought(
    r"(?<!\w)(?:(?:his|her|the|their)\s+client|(?:его|её|ее)\s+(?:подзащитн|доверител)\w+)(?:\s+[^.;,]{0,100})?\s*$",
    re.I,
)
_LAWYER_OF: Final = compile_sought(
    r"(?:\b(?:lawyer|attorney|advocate)\s+of|(?<!\w)адвокат\w*)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_ITS_LAWYER: Final = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:lawyer|attorney|advocate)\b")
# `A and her son B`
_HER_SON: Final = compile_sought(
    rf"(?<!\w)(?:his|her|its|его|её|ее)\s+(?:[\w-]+\s+){{0,2}}(?P<kin>{_KIN_WORDS})\s+$", re.I
)


# `A, the mother of B, said that her son …`
_MOTHER_OF: Final = compile_sought(
    rf"(?<!\w)(?P<kin>{_KIN_WORDS})\s+(?P<of>of\s+)?(?:the\s+)?(?:[\w-]+\s+){{0,2}}?$", re.I
)
_BY_PARTICIPLE: Final = compile_sought(
    r",\s*[а-яё]+(?:вш|ющ|ащ|ящ)(?:ую|его|ий|ая|их|ие|ему|ей|им)\s+$"
)


class Kin:
    """The people of one paragraph, asked whom a word for kin means."""

    def __init__(self, text: str, named: Named, everyone: list[int]) -> None:
        """`everyone`: who may be punished."""
        self._text = text
        self._named = named
        self._everyone = everyone

    def meant(self, verb: int) -> int | None:
        """Return who `the son` or `his mother` is, where A and her son B are all who are named."""
        before = self._text[max(0, verb - _REACH) : verb]
        client = _CLIENT.search(before) if holds(before, _CLIENTS) else None
        if client is not None:
            begin = verb - len(before) + client.start()
            # `его подзащитный А арестован`: it is said who that is.
            named = any(begin < mention.start < verb for mention in self._named.mentions)
            return None if named else self._client()
        if len(self._everyone) != 2:
            return None
        word = _KIN_WORD.search(self._text, max(0, verb - 40), verb)
        if word is None:
            return None
        asked = _class_of(word["kin"])
        for group in self._named.groups:
            pair = _FATHER_AND_SON.search(self._text, max(0, group.start - 60), group.start)
            if pair is not None and group.people == self._everyone:
                # `отца и сына, А и Б, задержали; отцу дали …`
                kin = [_class_of(pair["one"]), _class_of(pair["other"])]
                return group.people[kin.index(asked)] if kin.count(asked) == 1 else None
        for mention in self._named.mentions:
            if mention.who not in self._everyone:
                continue
            other = next(who for who in self._everyone if who != mention.who)
            told = _HER_SON.search(self._text, max(0, mention.start - 60), mention.start)
            if told is None:
                of = _MOTHER_OF.search(self._text, max(0, mention.start - 60), mention.start)
                russian = of is not None and not of["of"]
                if of is None or (russian and not self._is_oblique(mention.who)):
                    continue
                if _ACROSS.get(_class_of(of["kin"])) == asked:
                    return mention.who
                return other if _class_of(of["kin"]) == asked else None
            if _class_of(told["kin"]) == asked:
                return mention.who
            return other if _ACROSS.get(_class_of(told["kin"])) == asked else None
        return None

    def _is_oblique(self, who: int) -> bool:
        somebody = self._named.people[who]
        return somebody.nominative != somebody.name

    def _client(self) -> int | None:
        """Return whose lawyer a paragraph names, where it names nobody else."""
        if len(self._named.people) > _TWO:
            return None
        lawyers = [i for i, one in enumerate(self._named.people) if "lawyer" in one.roles]
        if len(self._named.people) == _TWO and len(lawyers) == 1:
            return 1 - lawyers[0]  # `lawyer A appealed against the verdict of B`
        found = {
            m.who
            for m in self._named.mentions
            if _ITS_LAWYER.match(self._text, m.end)
            or (
                _LAWYER_OF.search(self._text, max(0, m.start - 60), m.start)
                and (m.name.isascii() or self._named.people[m.who].nominative != m.name)
            )
        }
        return found.pop() if len(found) == 1 else None


def _class_of(word: str) -> str:
    return next(name for name, words in _KIN.items() if word.casefold() in words)


def with_kin_apart(text: str, named: Named) -> Named:
    """Return the people with `A, mother of B` as two lists: B only says whose mother is meant."""
    groups: list[Group] = []
    for group in named.groups:
        begin = 0
        for at in range(1, len(group.mentions)):
            one = group.mentions[at]
            gap = text[group.mentions[at - 1].end : one.start]
            if at == 1 and _BY_PARTICIPLE.search(
                text, max(0, group.mentions[0].start - 40), group.mentions[0].start
            ):
                groups.append(Group(group.mentions[:1]))  # `врача, лечившую А, Б оштрафовали`
                begin = 1
                continue
            oblique = named.people[one.who].nominative != named.people[one.who].name == one.name
            if gap.startswith(",") and (oblique or one.name.isascii()) and RELATED.search(gap):
                groups.append(Group(group.mentions[begin:at]))
                begin = at
        groups.append(Group(group.mentions[begin:]) if begin else group)
    return Named(named.people, named.mentions, groups)
