"""Whom words without a name point at: `police took all three away`, `the lawyers of X`.

Text is in small letters. A pronoun is only taken for somebody where nobody else can be meant.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, holds, lowered
from zhylnama.reading.penalties.deeds import DOES, DONE, KIN, KIN_RU

_TOOK_RU: Final = r"(?:задерж|арест|увез|увёз|отвез|отвёз|достав|вывел|вывез|забра|скрути|затолка|посади|отпусти|оштраф|изби|бил|удари|усади|унес|вынес|выволок|вытащи|допр[ао]|вызва|обыск|провод|препровод|останов|осуд|приговор|повали|схвати|уволи|отчисли|угрож)[а-яё]*"
# One who is meant by it, several; a verb that does something to them stands beside it.
_ONE: Final = compile_lowered(
    rf"\b(?:led|took|dragged|marched|walked|drove|carried|escorted|hauled)\s+(?:him|her)\s+(?:away|off)\b|\b(?:{DOES})\s+(?:him|her)\b(?!\s+(?:{KIN}|client|lawyer|house|home|apartment|flat|car|office|colleague|friend|companion)\b)"
    rf"|\b(?:he|she)\s+(?:was|has\s+been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|soon\s+)*(?:{DONE})\b"
    rf"|(?<!\w){_TOOK_RU}\s+(?:его|её|ее)(?!\w)(?!\s+(?:{KIN_RU}|адвокат|подзащитн|дом|квартир|машин|телефон|коллег|друг))"
    rf"|(?<!\w)(?:его|её|ее)\s+(?!{KIN_RU}|адвокат|подзащитн|дом|квартир|машин|коллег|друг)(?:[а-яё]+\s+){{0,2}}?{_TOOK_RU}"
)
_SEVERAL: Final = compile_lowered(
    rf"\b(?:led|took|dragged|marched|walked|drove|carried|escorted|hauled)\s+(?:them|both|all\s+(?:of\s+them|two|three|four|five|six))\s+(?:away|off)\b|\b(?:{DOES})\s+(?:them|both|all\s+(?:of\s+them|two|three|four|five|six))\b|\b(?:they|both|all\s+(?:of\s+them|two|three|four|five|six))\s+(?:was|were|have\s+been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|soon\s+)*(?:{DONE})\b"
    rf"|(?<!\w){_TOOK_RU}\s+(?:их|обоих|обеих|всех(?:\s+(?:двоих|троих|четверых|пятерых))?)(?!\w)|(?<!\w)(?:их|обоих|обеих|всех(?:\s+(?:двоих|троих|четверых|пятерых))?)\s+(?:[а-яё]+\s+){{0,3}}?{_TOOK_RU}"
)
_POINTING: Final = (
    " him", " her", " he ", " she ", " them", " they ", " both", " all ", " его", " ее", " её", " их", "обоих", "обеих", "всех",
)  # fmt: skip
# Those who are never meant: an office detains, a lawyer tells of a client.
_OTHERS: Final = frozenset(("official", "lawyer", "relative", "foreign", "defender"))
# `встали у памятника Х`: the monument is nobody who could be meant.
_MONUMENT_TO: Final = compile_lowered(
    r"(?:(?<!\w)(?:памятник|бюст|мемориал)[а-яё]*|\b(?:monument|memorial|bust)\s+(?:to|of))\s+(?:[а-яё-]+\s+|the\s+)?$"
)
_MONUMENTS: Final = ("памятник", "бюст", "мемориал", "monument", "memorial", "bust ")
_OWN_KIN: Final = compile_lowered(
    rf"\b(?:his|her|their)\s+(?:\w+\s+)?(?:{KIN})\b|(?<!\w)(?:его|ее|её|их)\s+(?:{KIN_RU})(?!\w)"
)
# Who is no `her`, and who is no `him`.
_SHE: Final = {
    "brother": compile_lowered(r"\b(?:she|her)\b"), "husband": compile_lowered(r"\b(?:she|her)\b"),
    "father": compile_lowered(r"\b(?:she|her)\b"), " son": compile_lowered(r"\b(?:she|her)\b"),
    "sister": compile_lowered(r"\b(?:he|him)\b"), "wife": compile_lowered(r"\b(?:he|him)\b"),
    "mother": compile_lowered(r"\b(?:he|him)\b"), "daughter": compile_lowered(r"\b(?:he|him)\b"),
}  # fmt: skip
_VICTIM: Final = compile_lowered(r"(?:\bvictims?|потерпевш\w+|пострадавш\w+),?\s+(?:[\w’-]+\s+)?$")
_LAWYERS_OF: Final = compile_lowered(
    r"\b(?:lawyers?|attorneys?|advocates?|(?:defen[cs]e\s+)?counsel|defenders)\s+(?:of|for)\s+(?:the\s+)?(?:[\w’-]+\s+){0,4}$"
)
_LAWYERS_OF_RU: Final = compile_lowered(
    r"(?<!\w)(?:адвокат|защитник|юрист)(?:а|у|ы|ом|ов|ам|ами)?\s+(?:[а-яё-]+(?:ого|его|ой|ей)\s+){0,2}[а-яё-]+(?:иста|истки|ера|ерки|ника|ницы|теля|тельницы|енного|енной|имого|имой|ика)\s+$"
)
_LAWYERS: Final = ("lawyer", "attorney", "advocate", "counsel", "defender", "адвокат", "защитник", "юрист")  # fmt: skip


def is_monument(text: str, begin: int) -> bool:
    """Return whether the words before a name say that it is a monument's: `у памятника Абаю`."""
    before = text[max(0, begin - 40) : begin]
    return holds(lowered(before), _MONUMENTS) and _MONUMENT_TO.search(lowered(before)) is not None


def pointed_at(text: str, groups: list[Group], named: Named) -> set[int]:
    """Return those to whom something is done that a pronoun stands for, if nobody else can be meant."""
    if len(groups) > 1 and holds(text, _MONUMENTS):
        groups = [
            g for g in groups if not _MONUMENT_TO.search(text[max(0, g.start - 40) : g.start])
        ]
    if len(groups) != 1 or groups[0].mentions[0].governed not in (None, "with"):
        return set()
    (group,) = groups
    if any(named.people[i].roles & _OTHERS for i in group.people) or not holds(text, _POINTING):
        return set()
    people = group.people
    if _VICTIM.search(text, max(0, group.start - 40), group.start):
        return set()
    pattern = _ONE if len(people) == 1 else _SEVERAL
    found = next(
        (one for one in pattern.finditer(text, group.end) if not _is_denied(text, one)), None
    )
    if found is None:
        return set()
    kin = _OWN_KIN.search(text, group.end, found.start())
    # `read a letter of her husband; the guards marched her off`: he is not meant.
    if kin and not any(_SHE[word].search(found[0]) for word in _SHE if word in kin[0]):
        return set()
    return set(people)


# `nobody warned him`, `полиция не задержала её`.
_DENIED: Final = compile_lowered(
    r"\b(?:nobody|no\s+one|none|not|never)\s+(?:\w+\s+){0,2}$|(?<!\w)не\s+$"
)


def _is_denied(text: str, found: re.Match[str]) -> bool:
    """Return whether what is told of a pronoun did not happen."""
    near = text[max(0, found.start() - 30) : found.start()]
    return _DENIED.search(_CLAUSES.split(near)[-1]) is not None


_CLAUSES: Final = re.compile(r"[.,;:](?!\w)")


def is_client(text: str, group: Group) -> bool:
    """Return whether those of a list are whose lawyers are told of: `the lawyers of X`."""
    near = text[max(0, group.start - 90) : group.start]
    if not holds(near, _LAWYERS):
        return False
    first = group.mentions[0]
    if _LAWYERS_OF.search(near):
        return True
    return first.name[-1] > "\u0400" and _LAWYERS_OF_RU.search(near) is not None


# `lawyer X was not let in to her client`.
_NOT_LET_IN: Final = compile_lowered(
    r"[^.;]{0,40}?\b(?:(?:not|never)\s+(?:been\s+)?(?:let|admitted|allowed)|не\s+(?:был[аи]?\s+)?(?:допу|пусти|пропусти|да(?:ли|ют)\s+(?:встре|свидани|увид|погов))\w*|отказ(?:ал[аи]?|ано)\s+(?:во?\s+)?(?:встрече|свидани\w|допуске|посещении|беседе))[^.;]{0,60}?(?:\bclients?\b|\bdefendants?\b|подзащитн|клиент|\bto\s+(?:see|meet|visit)\s|(?:пустили|допустили|пропустили)\s+к\s)"
)


def is_not_let_in(text: str, group: Group) -> bool:
    """Return whether those of a list, lawyers, were not let in to whom they defend."""
    return _NOT_LET_IN.match(text, group.end) is not None
