"""Who of two people is `he` and who is `she`, where their names tell it beyond doubt.

Only the endings of surnames and patronymics are asked that no other sex has: `-ова`, `-qyzy`, `-uly`.
A given name tells nothing here, and most Kazakh names are given to both; kinship does: `her son A`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Mention, Named, Somebody

_SHE: Final = re.compile(
    r"\w{3,}(?:[oey]va|skaya|tskaya|ovna|evna|[kq]y[zs]y|ова|[её]ва|ская|цкая|овна|евна|[кқ][ыі]зы)$",
    re.I,
)
_HE: Final = re.compile(
    r"\w{3,}(?:[oey]v|sk(?:y|iy|ij)|tsky|ovich|evich|uly|oglu|[оеё]в|ск(?:ий|ой)|цкий|ович|евич|улы|ұлы|оглы)$",
    re.I,
)
HE: Final = frozenset(("he", "him", "his", "он", "его", "ему"))
SHE: Final = frozenset(("she", "her", "она", "её", "ее", "ей"))


# Kin of one sex only, in any case.
_MEN: Final = r"sons?|father|husband|brother|grandson|nephew|uncle|grandfather|stepson|stepfather|сын\w{0,3}|отец|отц(?:а|у|ом|е)|муж(?:а|у|ем|е)?|брат(?:а|у|ом|е)?|внук(?:а|у|ом|е)?|племянник\w{0,2}|дяд[яюией]{1,2}|дедушк\w{1,2}"
_WOMEN: Final = r"daughter|mother|wife|sister|granddaughter|niece|aunt|grandmother|stepdaughter|stepmother|widow|доч(?:ь|ери|ерью)|мат(?:ь|ери|ерью)|жен(?:а|ы|у|е|ой)|сестр(?:а|ы|у|е|ой)|внучк\w{1,2}|племянниц\w{1,2}|т[её]т[яюией]{1,2}|бабушк\w{1,2}|вдов\w{1,2}"
# What may be of either sex, and only tells whose it is.
_OTHERS: Final = r"client|lawyer|attorney|colleague|friend|neighbou?r|relative|cousin|boss|подзащитн\w{2,3}|доверител\w{1,3}|адвокат\w{0,2}|коллег\w|сосед\w{0,2}|родственник\w{0,2}"
# `her son A`, `её сыну А`; a Russian word alone may govern the name: `дочь А`.
_KIN_BEFORE: Final = compile_sought(
    rf"(?:(?<!\w)(?P<whose>her|his|его|её|ее|сво(?:его|ей|ему|им|[её]м|ю))\s+(?:[\w-]+\s+){{0,2}}?|(?<!\w)(?P<owned>(?=[а-яё])))?(?<![\w-])(?:(?P<man>{_MEN})|(?P<woman>{_WOMEN})|(?P<other>{_OTHERS})),?\s+$",
    re.I,
)
# `A, the mother of B`
_KIN_BEHIND: Final = re.compile(
    rf"\s*,\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){{0,2}}?(?:(?P<man>{_MEN})|(?P<woman>{_WOMEN}))\s+of\s"
)
_KIN_WORD: Final = compile_sought(rf"(?<![\w-])(?:{_MEN}|{_WOMEN}|{_OTHERS}),?$", re.I)
_REACH: Final = 60
_Sex = Literal["m", "f"]
_MAN: Final[_Sex] = "m"
_WOMAN: Final[_Sex] = "f"


def tell_sexes(text: str, mentions: list[Mention], people: list[Somebody]) -> None:
    """Write down the sex of those whose kinship tells it: `A demanded to free her son B`.

    `mentions` are all of the text, in its order, with their places among `people`.
    """
    for place, mention in enumerate(mentions):
        behind = (
            _KIN_BEHIND.match(text, mention.end)
            if "," in text[mention.end : mention.end + 2]
            else None
        )
        if behind is not None:
            _tell(people[mention.who], _MAN if behind["man"] else _WOMAN)
        begin = max(0, mention.start - _REACH)
        words = text[begin : mention.start].rsplit(None, 1)
        if not words or not _is_kin(words[-1]):
            continue
        found = _KIN_BEFORE.search(text, begin, mention.start)
        if found is None:
            continue
        told = None if found["other"] else _MAN if found["man"] else _WOMAN
        after = mentions[place + 1] if place + 1 < len(mentions) else None
        if after is not None and after.start == mention.end + 1 and mention.full and after.full:
            _tell(people[after.who], told)  # `мать А Б`: it is Б who is the mother
            continue
        if found["owned"] is not None:
            continue
        _tell(people[mention.who], told)
        # A and her son B: with nobody else named, `her` is of A; `свой` tells nothing.
        whose = (found["whose"] or "").lower()
        first = {one.who for one in mentions[:place]} == {1 - mention.who}
        if whose in HE | SHE and first and len(people) == _TWO:
            _tell(people[1 - mention.who], _WOMAN if whose in SHE else _MAN)


@lru_cache(maxsize=5_000)
def _is_kin(printed: str) -> bool:
    return _KIN_WORD.search(printed) is not None


def _tell(somebody: Somebody, sex: _Sex | None) -> None:
    somebody.sex = sex or somebody.sex  # a word for kin is surer than what a case seems to tell


def sex_of(somebody: Somebody) -> str | None:
    """Return m or f where all that a name tells agrees; None where it tells nothing."""
    words = re.findall(r"[^\W\d_]+", somebody.nominative)
    told = {"f" for word in words if _SHE.match(word)} | {"m" for word in words if _HE.match(word)}
    if somebody.sex:
        told.add(somebody.sex)
    return told.pop() if len(told) == 1 else None


def who_is(
    pronoun: str, people: list[int], named: Named, text: str, *, last: bool = False
) -> int | None:
    """Return who of two is meant by a pronoun in the singular; None where that is not sure.

    It is enough to know one of the two where `text` speaks of a man and of a woman, or where the
    pronoun is of the other, and a name is the `last` that is told before its sentence.
    """
    wanted = "m" if pronoun in HE else "f" if pronoun in SHE else None
    if wanted is None or len(people) != _TWO:
        return None
    sexes = [sex_of(named.people[who]) for who in people]
    known = [sex for sex in sexes if sex]
    if not known or len(set(known)) != len(known):
        return None
    spoken = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    both = spoken & HE and spoken & SHE
    if len(known) < _TWO and not both and not (last and wanted not in known):
        return None
    if wanted in sexes:
        return people[sexes.index(wanted)]
    return people[sexes.index(None)]


def carried_over(earlier: list[Somebody], text: str, start: int) -> Named | None:
    """Return the only one named before, where a text that names nobody begins with `he` or `she`.

    `earlier` are all whom the events before it in the same paragraph name; `start` is where the
    sentence begins behind its date and place. None where that is not sure.
    """
    match = _PRONOUN_FIRST.match(text, start)
    if match is None or len(earlier) != 1:
        return None
    word = match["pronoun"]
    meant = earlier[0]
    told = sex_of(meant)
    spoken = "m" if word in HE else "f" if word in SHE else None
    if told is not None and spoken is not None and told != spoken:
        return None
    doubt = f"people: “{word}” is taken to be {meant.name}, of the event before"
    who = replace(meant, doubts=[*meant.doubts, doubt])
    mention = Mention(*match.span("pronoun"), word, full=False, who=0)
    return Named([who], [mention], [Group([mention])])


_PRONOUN_FIRST: Final = re.compile(
    r"\W*(?:(?:(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,4}?(?:court|суд)(?:\s+(?:of|г\.)\s+\w+)?|полиция|полицейские)\s+\w+\s+)?(?P<pronoun>he|she|him|her|он|она|его|её|ее|ему|ей)\b(?!\s+(?:wife|husband|brother|sister|"
    r"father|mother|son|daughter|lawyer|брат|сестр|муж|жен|мат|отец|отц|сын|доч|адвокат))"
)
_TWO: Final = 2
