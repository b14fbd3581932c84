"""Russian names in another case: what may stand in the nominative.

`Марата Мусабаева` is `Марат Мусабаев`, but `Асель Мусабаева` is a woman: only both words together
tell, so that every form is given with the sex that it would mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

Sex = Literal["male", "female", "either"]

# Ending of an oblique case: (what is cut, what stands instead, the sex it then means).
_FORMS: Final[tuple[tuple[str, str, Sex], ...]] = (
    ("овичем", "ович", "male"), ("евичем", "евич", "male"), ("овича", "ович", "male"), ("евича", "евич", "male"),
    ("овичу", "ович", "male"), ("евичу", "евич", "male"), ("овну", "овна", "female"), ("евну", "евна", "female"),
    ("овны", "овна", "female"), ("евны", "евна", "female"), ("овне", "овна", "female"), ("евне", "евна", "female"),
    ("овной", "овна", "female"), ("евной", "евна", "female"),
    ("овой", "ова", "female"), ("евой", "ева", "female"), ("ёвой", "ёва", "female"), ("иной", "ина", "female"),
    ("ову", "ова", "female"), ("еву", "ева", "female"), ("ину", "ина", "female"),
    ("ова", "ов", "male"), ("ева", "ев", "male"), ("ёва", "ёв", "male"), ("ина", "ин", "male"),
    ("ову", "ов", "male"), ("еву", "ев", "male"), ("ину", "ин", "male"),
    ("овым", "ов", "male"), ("евым", "ев", "male"), ("иным", "ин", "male"),
    ("ове", "ов", "male"), ("еве", "ев", "male"), ("ине", "ин", "male"),
    ("овых", "ов", "male"), ("евых", "ев", "male"),
    ("ской", "ская", "female"), ("цкой", "цкая", "female"), ("скую", "ская", "female"), ("цкую", "цкая", "female"),
    ("жной", "жная", "female"), ("рной", "рная", "female"), ("чной", "чная", "female"),
    ("цкого", "цкий", "male"), ("цкому", "цкий", "male"), ("цким", "цкий", "male"),
    ("ского", "ский", "male"), ("скому", "ский", "male"), ("ским", "ский", "male"), ("ском", "ский", "male"),
    ("ией", "ия", "female"), ("ию", "ия", "female"), ("ии", "ия", "female"), ("ьей", "ья", "female"), ("ью", "ья", "female"), ("ьи", "ья", "female"),
    ("ею", "ея", "either"), ("ея", "ей", "male"), ("ею", "ей", "male"), ("еем", "ей", "male"), ("ая", "ай", "male"), ("аю", "ай", "male"), ("аем", "ай", "male"),
    ("ия", "ий", "male"), ("ию", "ий", "male"), ("ием", "ий", "male"),
    ("ью", "ь", "female"), ("и", "ь", "female"), ("я", "ь", "male"), ("ю", "ь", "male"), ("ем", "ь", "male"),
    ("ой", "а", "female"), ("ей", "я", "female"), ("ы", "а", "female"), ("у", "а", "female"), ("е", "а", "female"), ("и", "а", "female"),
    ("и", "я", "female"), ("ю", "я", "female"), ("е", "я", "female"), ("ей", "а", "female"), ("у", "е", "female"), ("ой", "е", "female"),
    ("ом", "", "male"), ("ем", "", "male"), ("ым", "", "male"), ("а", "", "male"), ("у", "", "male"), ("е", "", "male"),
)  # fmt: skip
_CYRILLIC = re.compile("[а-яё]$")
# Толеу, Байсеу: names that are whole, and no dative.
_WHOLE = re.compile("[аеиоуыэюя]у$")


@lru_cache(maxsize=50_000)
def nominatives(word: str) -> tuple[tuple[str, Sex], ...]:
    """Return what a Cyrillic word may be in the nominative, likeliest first; () for others."""
    if len(word) < 4 or not _CYRILLIC.search(word) or _WHOLE.search(word):
        return ()
    return tuple(
        dict.fromkeys(
            (word[: -len(ending)] + instead, sex)
            for ending, instead, sex in _FORMS
            if word.endswith(ending) and len(word) - len(ending) + len(instead) >= 3
        )
    )


# Adjectives whose nominative ends in a stressed -ой.
_STRESSED = ("областн", "городск", "краев")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ей)$")


def nominative_adjective(word: str, gender: str) -> str:
    """Return a Russian adjective of a noun in the nominative; `gender` is m, f or n."""
    stem = _ADJECTIVE.sub("", word)
    if stem == word:
        return word
    soft = stem.endswith(("г", "к", "х", "ж", "ш", "щ", "ч"))
    if gender == "m":
        return stem + ("ой" if stem.casefold().endswith(_STRESSED) else "ий" if soft else "ый")
    return stem + ("ая" if gender == "f" else "ое")


def genitive_of_place(name: str) -> str:
    """Return the name of a town in the genitive: `Костаная`, `Нур-Султана`; `Алматы` stays."""
    last = name[-1].casefold()
    if last in "йь":
        return name[:-1] + "я"
    if last == "а":
        return name[:-1] + ("и" if name[-2].casefold() in "гкхжшщч" else "ы")
    return name + "а" if last in "бвгджзклмнпрстфхцчшщ" else name


def forms_of_noun(noun: str, sex: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a noun that says who somebody is, each with its cases; plurals too."""
    stem, last = noun[:-1], noun[-1]
    if noun.endswith(("ый", "ий", "ая")):
        soft = noun.endswith(("ий", "яя"))
        stem = noun[:-2]
        yield noun, "nom"
        if sex == "m":
            yield stem + ("его" if soft and stem[-1] not in "гкх" else "ого"), "gen acc"
            yield stem + ("ему" if soft and stem[-1] not in "гкх" else "ому"), "dat"
            yield stem + ("им" if soft or stem[-1] in "гкхжшщч" else "ым"), "ins"
        else:
            yield stem + ("ей" if stem[-1] in "жшщч" else "ой"), "gen dat ins pre"
            yield stem + "ую", "acc"
        i = "и" if soft or stem[-1] in "гкхжшщч" else "ы"
        yield from ((stem + i + "е", "nom pl"), (stem + i + "х", "gen acc pre pl"))
        yield from ((stem + i + "м", "dat pl"), (stem + i + "ми", "ins pl"))
        return
    yield noun, "nom"
    if last in "ая":
        i = "и" if last == "я" or stem[-1] in "гкхжшщч" else "ы"
        yield from ((stem + i, "gen"), (stem + "е", "dat pre"))
        yield stem + ("у" if last == "а" else "ю"), "acc"
        yield stem + ("ой" if last == "а" and stem[-1] not in "жшщчц" else "ей"), "ins"
        a = last
        yield from ((stem + i, "nom pl"), (stem + a + "м", "dat pl"), (stem + a + "ми", "ins pl"))
        if noun.endswith("ка"):
            yield f"{stem[:-1]}ок", "gen acc pl"
        elif noun.endswith("ца"):
            yield stem, "gen acc pl"
        return
    if noun in ("мать", "дочь"):
        yield from ((stem + "ери", "gen dat pre"), (stem + "ерью", "ins"), (noun, "acc"))
        return
    if noun == "отец" or noun.endswith("вец"):
        stem = noun[:-2] + "ц"
    elif last not in "йь":
        stem = noun
    soft = last in "йь"
    yield stem + ("я" if soft else "а"), "gen acc"
    yield stem + ("ю" if soft else "у"), "dat"
    yield stem + ("ем" if soft else "ом"), "ins"
    i, a = ("и", "я") if soft else ("и" if stem[-1] in "гкхжшщч" else "ы", "а")
    yield from ((stem + i, "nom pl"), (stem + a + "м", "dat pl"), (stem + a + "ми", "ins pl"))
    yield (
        stem + ("ей" if soft or stem[-1] in "жшщч" else "ев" if stem[-1] == "ц" else "ов"),
        "gen acc pl",
    )
