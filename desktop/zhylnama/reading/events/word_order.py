"""Roles that the Russian order of words tells: the verb stands before its subject, or far behind a dative.

`на пикет вышла А` acts; `активисту А стали звонить с угрозами`, `иск Б к А удовлетворён` and
`задержали А — в Алматы, Б — в Шымкенте` tell what is done to somebody; `мать убитого А` mourns.
Text is in small letters.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, holds

_ACTS: Final = compile_lowered(
    r"(?<!\w)(?:вышл[аи]|вышел|встал[аи]?|провел[аи]?|пров[её]л|устроил[аи]?|объявил[аи]?\s+(?:сухую\s+|бессрочную\s+)?голодовку|начал[аи]?\s+голодовку|записал[аи]?\s+видео\w*|выступил[аи]?\s+с)\s+(?:(?!(?:у|в|во|на|с|со|к|о|об|за|из|от|по|до|против|возле|около|перед|для|под|над|при|памяти)\s)[а-яё-]+\s+){0,4}$"
)
_ACT_WORDS: Final = ("вышл", "вышел", "встал", "прове", "провё", "устроил", "голодовк", "записал", "выступил")  # fmt: skip
# What comes to somebody, or is done to what is theirs: `, критиковавшему акима, заблокировали счета`.
_COMES: Final = compile_lowered(
    r"(?:\s*,\s+[а-яё]+(?:вш|ющ|ащ|ящ|ущ)(?:ему|ей|им)(?:ся)?\s[^.;,]{0,80},)?\s+(?:[а-яё]+\s+){0,2}?"
    r"(?:приход(?:ят|ит|или)|поступа(?:ют|ет|ли)|звон(?:ят|ить|или)|пишут|писали|присла(?:ли|ны)|присыла(?:ют|ли|ть)|подброси(?:ли|ны)|заблокирова(?:ли|ны?)|отключили|перекрыли|поджег|подожгли|прокололи|разбили)(?!\w)"
)
_SUIT_TO: Final = compile_lowered(
    r"(?<!\w)(?:удовлетвори|взыска|поддержа|принял)[а-яё]*\s[^.;]{0,80}?иск\w{0,2}\s[^.;]{2,90}\s(?:к|против)\s+(?:[а-яё-]+\s+){0,3}$"
)
_PLACED: Final = compile_lowered(r"\s+[–—-]\s+(?:в|на|у|из|возле|около)\s")
_DONE_TO_LIST: Final = compile_lowered(
    r"(?<!\w)(?:задерж|арестов|оштраф|избив|избил|допраш|допросил|обыск|забирал|вызыва|вызвал)[а-яё]*(?:ли|ны)\b[^.;:]{0,90}:\s[^.;]*$"
)
_DEAD: Final = compile_lowered(
    r"(?<!\w)(?:убит|погибш|умерш|застреленн|застрелен|скончавш|замученн|расстрелянн|покойн)(?:ого|ому|ой|его|ему|ей|ую|ых|их|ым|им)(?:ся)?\s+(?:[а-яё\d№-]+\s+){0,5}$"
    r"|(?<!\w)(?:память|помянули|поминки\s+по|панихид\w\s+по|прощание\s+с)\s+(?:[а-яё-]+\s+){0,4}$"
)
_DEAD_WORDS: Final = (
    "убит", "погибш", "умерш", "застрел", "сконч", "замучен", "расстрел", "покойн", "память", "помин", "помян", "панихид", "прощани",
)  # fmt: skip
# `ходатайство защиты (адвокат А) отклонено`: whose it was, and nobody it was done to.
_COUNSEL: Final = compile_lowered(r"\((?:адвокат|защитник|юрист)(?:ы|и)?\s+$")
# A list in few words: `A, mother of B, solitary picket at …`.
_PICKET: Final = compile_lowered(
    r"\s*,(?:[^.;:]{3,80},)?\s+(?:(?:solitary|single|one-(?:man|woman|person)|lone|another|new)\s+)*pickets?\s+(?:at|near|outside|in|by|opposite|before|with)\b|\s*,(?:[^.;:]{3,80},)?\s+(?:одиночн\w+\s+)?пикет\s+(?:у|возле|перед|около|напротив|на|в|с)\s"
)
_CYRILLIC: Final = "\u0400"


def acts_before(text: str, group: Group) -> re.Match[str] | None:
    """Return the verb before those of a list who act: `на пикет вышла А`."""
    near = text[max(0, group.start - 80) : group.start]
    return _ACTS.search(near) if holds(near, _ACT_WORDS) else None


def is_oblique(group: Group, named: Named) -> bool:
    """Return whether Russian names stand in another case: `Иванову сообщили` tells who was told."""
    first = group.mentions[0]
    return (
        first.full
        and first.name[-1] > _CYRILLIC
        and any(word[-1] in "уюей" for word in first.name.split())
        and first.name != named.people[first.who].nominative
    )


def pickets(text: str, group: Group) -> bool:
    """Return whether a list in few words says that those of it picket."""
    after = text[group.end : group.end + 130]
    return ("picket" in after or "пикет" in after) and _PICKET.match(text, group.end) is not None


def is_mourned(before: str) -> bool:
    """Return whether a text ends with words that say that who is named next is dead."""
    return holds(before, _DEAD_WORDS) and _DEAD.search(before) is not None


def is_counsel(text: str, group: Group) -> bool:
    """Return whether a bracket names those of a list as counsel."""
    return text[group.end : group.end + 1] == ")" and (
        _COUNSEL.search(text, max(0, group.start - 20), group.start) is not None
    )


def is_struck(text: str, group: Group) -> bool:
    """Return whether something comes to those of a list, is won against them or done to each in a place."""
    if group.mentions[0].name[-1] < _CYRILLIC:
        return False
    first = group.mentions[0].name.split()[0].lower()
    dative = first[-1] in "уюеи" or any(m.name[-1] in "уюе" for m in group.mentions)
    if dative and _COMES.match(text, group.end):
        return True
    begin = text.rfind(". ", 0, group.start) + 1
    if " иск" in text and _SUIT_TO.search(text, begin, group.start):
        return True
    return (
        ": " in text[begin : group.start]
        and _PLACED.match(text, group.end) is not None
        and _DONE_TO_LIST.search(text, begin, group.start) is not None
    )
