"""Whose home was searched, whose car was burnt, whose phone was taken: told with the thing, not with a verb beside the name."""

from __future__ import annotations

from typing import Final

from zhylnama.reading.names.named import Group
from zhylnama.reading.patterns import compile_lowered, holds

_HOME_OF: Final = compile_lowered(
    r"(?:homes?|houses?|apartments?|flats?|offices?|cars?|doors?|windows?|phones?|accounts?|property|belongings)\s+of\s+(?:the\s+)?(?:[\w’-]+\s+){0,8}?(?:[“«\"][^”»\"]{1,40}[”»\"]\s+)?$|(?:дом\w*|квартир\w+|офис\w*|жилищ\w+|машин\w+|автомобил\w+|двер\w+|окн\w+|окон|телефон\w*|счет\w*|счёт\w*)\s+(?:[а-яё-]+\s+){0,4}$"
)
_HOMES: Final = (
    "home", "house", "apart", "flat", "office", "car", "door", "window", "phone", "account", "property", "belongings",
    "дом", "кварт", "офис", "жилищ", "машин", "автомоб", "двер", "окн", "окон", "телефон", "счет", "счёт",
)  # fmt: skip
_VISIT: Final = compile_lowered(
    r"\b(?:search\w*|raid\w*|came|broke|burst|visited|smashed|burn\w*|set\s+fire|set\s+(?:it|them)\s+(?:on\s+fire|alight)|pour(?:ed|ing)|doused|splash\w*|облил\w*|плесн\w*|damaged|flood\w*|smear\w*|painted|vandali[sz]ed|ransacked|broken|attacked|seized|hacked|blocked|sprayed|обыск\w*|пришл[аи]|ворвал\w*|явил\w*|нагрянул\w*|разбил\w*|подожгл\w*|сожгл\w*|повредил\w*|изъял\w*|взломал\w*|заблокир\w*|арест\w*|следил\w*|напал\w*|дежур\w*|patrol\w*|parked|on\s+duty)"
)


def is_visited(text: str, group: Group) -> bool:
    """Return whether the police came to the homes of the people of a list."""
    near = text[max(0, group.start - 130) : group.start]
    if not holds(near, _HOMES) or _HOME_OF.search(near) is None:
        return False
    begin = text.rfind(". ", 0, group.start) + 1
    end = text.find(". ", group.end)
    return _VISIT.search(text, begin, end if end >= 0 else len(text)) is not None
