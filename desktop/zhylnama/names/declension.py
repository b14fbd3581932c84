"""Whole names in a case: when `Мамаю Жанболату` is surely Мамай Жанболат and nobody else.

A form is often two: `Сабитова Амина` is a woman before she is a form of `Сабитов Амин`, and
`Ахметову Амину` may be either. So a declined name is the name only where all its words stand in one
case, and its given name can be nobody's of the other sex.
"""

from __future__ import annotations

import re

from zhylnama.names.cases import declined
from zhylnama.names.fold import clean, readings, romanised
from zhylnama.names.given import is_given_name, sex_of_given, without_h

_CYRILLIC = re.compile("[\u0400-\u052f]")
# What no woman's name ends in and is declined: Галымжан, Сериккали. Айжан and Гульнур are not
# declined at all.
_MANS = re.compile("(?:Jan|bek|han|bai|gali|kali|murat|bolat|tai|bergen|gazi|dos)$")
_MANS_PATRONYMIC = re.compile("[оеи]в?ич(?:а|у|ем|е)$")
_WOMANS = re.compile("(?:ой|ую|овну|евну|ичну)$")
# Surnames that have another form for a woman; Жовтис and Цой are hers too.
_TWO_SEXED = re.compile("(?:[oe]v|in|[st]ki|[oe]va|ina|[st]kaia)$")
_VOWELS = "аеёиоуыэюяәіөүұ"


def is_case_of(one: str, other: str) -> bool:
    """Tell whether one word is a Russian case of the other, however short: `Цою`, `Цой`."""
    return any(
        without_h(romanised(base)) in {without_h(key) for key in readings(plain)}
        for form, plain in ((one, other), (other, one))
        if _CYRILLIC.search(form)
        for base, _ in declined(clean(form).casefold(), fewest=2)
    )


def in_one_case(forms: list[tuple[str, str]], exact: list[tuple[str, str]]) -> bool:
    """Tell whether one name is the other in one and the same Russian case.

    `forms` are pairs of words of the two names that differ, `exact` those that agree.
    """
    if len(forms) + len(exact) < 2:
        return False
    turned_forms, turned_exact = ([(y, x) for x, y in pairs] for pairs in (forms, exact))
    return _is_declined(forms, exact) or _is_declined(turned_forms, turned_exact)


def _is_declined(forms: list[tuple[str, str]], exact: list[tuple[str, str]]) -> bool:
    """Tell whether the first word of each pair stands in the case, and the second is the name."""
    words = [clean(form).casefold() for form, _ in forms]
    if not all(map(_CYRILLIC.search, [*words, *(form for form, _ in exact)])):
        return False
    common: frozenset[str] | None = None
    known = foreign = named = False
    for word, (_, plain) in zip(words, forms, strict=True):
        keys = {without_h(key) for key in readings(plain)}
        ways = [
            (without_h(key), cases)
            for base, cases in declined(word, fewest=2)
            for key in readings(base)
        ]
        cases = frozenset().union(*(cases for base, cases in ways if base in keys))
        if not any(map(_TWO_SEXED.search, keys)):
            # Илья and Муса are declined as women's names are.
            cases |= {f"{case[:-1]}m" for case in cases}
        common = cases if common is None else common & cases
        bases = {without_h(romanised(word)), *(base for base, _ in ways)}
        given = {base for base in bases if is_given_name(base)}
        named = named or bool(given)
        # A given name that is declined, and only as this one; Айнур is a woman's too, and hers is
        # not declined like a man's (so Айнура is a name of its own).
        known = known or (bool(given) and given <= keys and not _is_only_hers(given, cases))
        known = known or any(_MANS.search(key) for key in keys)
        foreign = foreign or not (given or any(map(_TWO_SEXED.search, keys)))
    for form, _ in exact:
        undeclined = _sexes(clean(form).casefold())
        common = frozenset(case for case in common or () if case[-1] in undeclined)
        known = known or _MANS.search(romanised(form)) is not None
    if not common:
        return False
    if any(map(_MANS_PATRONYMIC.search, words)):
        return True
    # Only a man's genitive and dative look like a woman's name in another case.
    if all(case.startswith(("ins", "pre")) for case in common):
        return True
    if all(case[-1] == "f" for case in common) and (exact or any(map(_WOMANS.search, words))):
        return True
    # Жовтиса is no woman's surname: Евгения Жовтиса is Евгений.
    return known or (foreign and named)


def _is_only_hers(given: set[str], cases: frozenset[str]) -> bool:
    """Tell whether a case is a man's, but the given name a woman's: a form of it is no case."""
    return not any(case[-1] == "f" for case in cases) and all(
        sex_of_given(name) == "female" for name in given
    )


def _sexes(word: str) -> str:
    """Return whose name a word may be if it stands undeclined in a case: `m`, `f`, both or none.

    Борейко and Сатыбалды are never declined, Салтанат and Ким only as a man's.
    """
    if word[-1] in "ая":
        return ""
    return "mf" if word[-1] in _VOWELS else "f"
