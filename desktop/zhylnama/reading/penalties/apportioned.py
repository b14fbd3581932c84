"""Penalties that nouns part between those who are named: `A and B were fined: the husband 60 MCI, the wife 30`.

Such a noun says which of them is meant only where it tells a man from a woman; another one
(`the driver 60 MCI, the teacher 30 MCI`) leaves both penalties without a person, and `the newspaper
100 MCI` is nobody’s at all.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.names.sexes import sex_of

# Words of time, of money and of the court are no such noun; `the first` and `the others` are asked elsewhere.
_NO_ITEM: Final = (
    r"(?!(?:(?:the|his|her|their|its|an?)\s+)?(?:[a-z-]+\s+)?(?:first|second|next|following|third|last|former|latter|others|other\s+(?:two|three|four)|rest|same|court|judge|prosecutor|prosecution|fine|fines|sum|amount|total|equivalent|penalty|punishment|sentence|term|arrest|period|maximum|minimum|"
    r"day|month|year|morning|evening|each|both|all|also|then|now|only|another|under|article|part|or|not|including)(?:\s|$)"
    r"|(?:перв\w+|втор\w+|трет\w+|последн\w+|остальн\w+|суд|судья|прокурор|обвинение|штраф\w*|сумм\w*|срок|арест|наказание|всего|итого|кажд\w+|оба|обоим|все|всем|также|тоже|затем|потом|через|спустя|позже|ранее|раньше|вновь|снова|повторно|вчера|сегодня|дополнительно|плюс|теперь|только|ещё|еще|или|не|по|за|на|в|к|с|"
    r"стать\w+|част\w+|сутки|день|год|месяц|он|она|ему|ей|их|его|её|ее|им|ими|ограничени\w+|лишени\w+|запрет\w*|приговор\w*|оштраф\w+|арест\w+|получил\w*|осужд\w+)(?:\s|$))"
)
_LEAD: Final = r"(?:[–—-]\s+)?(?:(?:in\s+the\s+amount\s+of|a\s+fine\s+of|to|for|with|by|got|received|gets|was\s+fined|в\s+(?:размере|сумме)|на|к|по|получил[аи]?)\s+)?"
# Before a measure, `$`: `: the husband`, `, the wife in the amount of`, ` and his son`, `, жена – на`.
_ITEM: Final = (
    r"(?:[:;,]\s+(?:(?:and|while|а|и)\s+)?|\s(?:and|while|а|и)\s+)"
    rf"(?:(?P<pronoun>(?:he|she|он|она)\s+)|(?P<place>(?:(?:the\s+)?(?:first|second|former|latter|third|last)|two|three|four|five|some|several|most|перв(?:ый|ая|ого|ому|ую|ой)|втор(?:ой|ая|ого|ому|ую)|треть[а-яё]+|последн[а-яё]+|двое|трое|четверо|двоих|троих|двоим|троим|одни|некоторые)\s+(?:of\s+them\s+|из\s+них\s+)?)|{_NO_ITEM}(?P<noun>(?:the|his|her|their|its|an?|one)\s+(?:[a-z][a-z’-]*\s+){{1,3}}?|one\s+|(?:сам[аои]?\s+)?(?:[а-яё-]+\s+){{1,2}}?)){_LEAD}"
)
ITEM_BEFORE: Final = compile_sought(rf"{_ITEM}$")
# Before the next measure of a list: a name, or `the others`.
NEXT_NAME: Final = compile_sought(
    r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*(?:\s*\([^()\d]{0,40}\))?(?:,[^,.;\d]{0,40},|,)?\s+(?:(?:was|were|was given|received|got|получил\w*)\s+)?(?:[–—-]\s*|\()?(?:in\s+the\s+amount\s+of\s+|в\s+(?:размере|сумме)\s+)?(?:one\s+of\s+)?(?:(?:to|for|with|by|к|на|по|only|a|of)\s+){0,2}$"
)
# `A has to pay 30 MCI, the other two 20 MCI each`
NEXT_OTHERS: Final = compile_sought(
    r"(?:\bthe\s+(?:others|rest|other\s+(?:two|three))|(?<!\w)остальн\w+)\s+(?:[–—-]\s*)?(?:(?:to|for|на|к|по)\s+)?$",
    re.I,
)
# `на 20 суток А, на 15 суток – Б`
ON_LIST: Final = compile_sought(
    r"(?:[,;]\s+(?:а\s+|и\s+|and\s+)?|\s(?:and|а|и)\s+)(?:на|по|for|to)\s+$"
)
# `штраф в 50 МРП на А и 20 МРП – на Б`
ON_BOTH: Final = re.compile(
    r"\s+(?:на|on|for|to|для)\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*){0,2},?\s+(?:и|а|and)\s+"
)
ON_NAME: Final = re.compile(r"\s*[–—-]?\s+(?:(?:на|on|for|to|для)\s+)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_ITEM_OF: Final = compile_sought(
    rf"{_ITEM}(?:\d(?:(?!\s(?:and|while|а|и|но)\s(?!\d))(?:[^:;,]|,(?=\d)))*|(?:an?\s+)?(?:[a-zа-яё-]+\s+){{1,2}}(?:days?|months?|years?|сут\w+|дн\w+|лет|год\w*|месяц\w*)(?![a-zа-яё])[^:;,A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]*)$"
)
_REACH: Final = 110
_MAN: Final = re.compile(
    r"\b(?:he|husband|man|father|son|brother|boy|guy)$|(?<!\w)(?:он|муж|супруг|мужчина|отец|сын|брат)$"
)
_WOMAN: Final = re.compile(
    r"\b(?:she|wife|woman|mother|daughter|sister|girl)$|(?<!\w)(?:она|жена|супруга|женщина|мать|дочь|сестра)$"
)
_TWO: Final = 2
_FIRST: Final = re.compile(r"(?:the\s+)?(?:first|former)$|перв[а-яё]+$")
_SECOND: Final = re.compile(r"(?:the\s+)?(?:second|latter)$|втор[а-яё]+$")


def item_of(text: str, end: int, begin: int) -> re.Match[str] | None:
    """Return the noun to which a penalty is given that ends at `end` in such a list; `begin`: where its sentence begins."""
    return _ITEM_OF.search(text, max(begin, end - _REACH), end)


def head_of(item: re.Match[str]) -> tuple[str, int]:
    """Return the noun or the pronoun of an item, and where it ends."""
    name = next(one for one in ("pronoun", "place", "noun") if item[one] is not None)
    return item[name].strip().casefold(), item.end(name)


def opens_list(text: str, item: re.Match[str]) -> bool:
    """Return whether an item is the first of its list, behind a colon."""
    return text[item.start()] == ":"


def meant_by(item: re.Match[str], groups: list[Group], named: Named) -> int | None:
    """Return which of two named before is meant by `the husband` or `the wife`; None where that is not sure."""
    head, _ = head_of(item)
    if item["place"]:
        pair = next((g.people for g in reversed(groups) if g.end <= item.start()), [])
        place = 0 if _FIRST.match(head) else 1 if _SECOND.match(head) else None
        return pair[place] if place is not None and len(pair) == _TWO else None
    wanted = "m" if _MAN.search(head) else "f" if _WOMAN.search(head) else None
    pairs = [g.people for g in groups if g.end <= item.start() and len(g.people) == _TWO]
    if wanted is None or not pairs:
        return None
    sexes = [sex_of(named.people[who]) for who in pairs[-1]]
    told = {sex for sex in sexes if sex}
    if not told or len(told) != len([sex for sex in sexes if sex]):
        return None
    # It is enough to know one of the two: the words tell that the other is of the other sex.
    return pairs[-1][sexes.index(wanted) if wanted in sexes else sexes.index(None)]
