"""The forms of one word of a Cyrillic name: what it may be in the nominative, in which cases.

A form is a case and a sex: `gen m`. Kazakh and other names have none of the endings by which
Russian surnames tell men from women, so that most words may be either's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhylnama.names.cases import declined

EVERY: Final = tuple(f"{c} {s}" for c in ("nom", "gen", "dat", "acc", "ins", "pre") for s in "mf")
# What no name ends in that stands in the nominative, as good as never; but Айсулу, Жансұлу.
NEVER = re.compile(
    "(?:[бвгджзйкмнпрстфхцчшщғқңһ]у|(?<!с[уұ])лу|ю|[сц]к(?:ого|ому|ую)|[оеё]в(?:ой|ым|ых)|[иы]н(?:ой|ым|ых)|[вн]ичем)$"
)
# Russian families: their names have other forms for a woman, and other endings than nouns.
FAMILY = re.compile("(?:[оеё]в|..ин|..ын)(?=а?$)|[сц]к(?=ий$|ая$)|(?:енко|ч?ук|юк|швили|дзе|ян)$")
ADJECTIVAL = re.compile("[бвгджзклмнпрстфхцчшщ](?:[нктлв]ая|[бвгджзклмнпрстфхцчшщ](?:ый|ий|ой))$")
_OF_MAN = re.compile("(?:[оеё]в|...ин|...ын|[сц]кий|[а-яё]ый|...ой|ович|евич|[а-яё]ний)$")
_OF_WOMAN = re.compile("(?:[оеё]ва|..ина|..ына|[сц]кая|[а-яё][нрлвт]ая|овна|евна)$")
# Садовская, of Садовской; but Жансая and Рая are of Жансаи and Раи.
_OF_WOMAN_ENDING_IN_OI = re.compile("(?:[оеё]ва|[^срз]ая)$")
_IN_OV = re.compile("[оеё]в$")
_PREPOSITIONAL = re.compile("[бвгджзклмнпрстфхцчшщ][нк]ом$")
_VOWELS: Final = "аеёиоуыэюяәіөүұ"
# Names that lose a vowel when they are declined: Лев, Павел; Кравец.
FLEETING: Final = {"льв": "лев", "павл": "павел"}
_FLEETING_END = re.compile("(?<=[бвдм])ц$")
_STRESSED = re.compile("(?:(?<=олст)|(?<=ольш)|(?<=полев)|(?<=режн)|(?<=лугов))[ыи]й$")
_FOR_MEN_TOO: Final = {"gen f": "gen m", "dat f": "dat m", "acc f": "acc m", "ins f": "ins m", "pre f": "pre m"}  # fmt: skip


def turned(word: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what a word in small letters may be in the nominative, and in which forms it stands."""
    for base, cases in declined(word, fewest=2):
        base = _FLEETING_END.sub("ец", _STRESSED.sub("ой", FLEETING.get(base, base)))
        forms = set(cases)
        if "gen m" in forms:
            forms.add("acc m")
        if not _has_ending(base, word):
            continue
        if base[-1] in "ая" and not _OF_WOMAN_ENDING_IN_OI.search(base):
            forms |= {_FOR_MEN_TOO[form] for form in cases if form in _FOR_MEN_TOO}
        if _OF_MAN.search(base):
            forms = {form for form in forms if form[-1] == "m"}
        if forms:
            yield base, frozenset(forms)
    if _PREPOSITIONAL.search(word):
        yield f"{word[:-2]}{'ий' if word[-3] in 'гкх' else 'ый'}", frozenset(("pre m",))
    if word.endswith("ии"):
        yield f"{word[:-1]}й", frozenset(("pre m",))


def _has_ending(base: str, word: str) -> bool:
    """Whether a nominative has the ending of a word, which other nominatives have."""
    if _OF_WOMAN_ENDING_IN_OI.search(base):
        return word[-1] not in "еыи"  # Омаровой, never Омарове
    if base.endswith("ий"):
        # Нагорного is Нагорный
        return base[-3] in "гкхжшщч" or not word.endswith(("ого", "ому"))
    if word.endswith("ем") and base == word[:-2]:
        return base[-1] in "жшчщц"  # Ковалем is Коваль; of Ковал it would be Ковалом
    return not (word.endswith("ом") and _IN_OV.search(base))  # Омаровым, never Омаровом


def undeclined(word: str) -> frozenset[str]:
    """Return the forms in which a word in small letters may stand as it does in the nominative."""
    if _OF_MAN.search(word):
        return frozenset(("nom m",))
    if _OF_WOMAN.search(word):
        return frozenset(("nom f",))
    if word[-1] in "ая":
        return frozenset(("nom m", "nom f"))
    if word[-1] in _VOWELS or word.endswith(("ых", "их")):
        return frozenset(EVERY)
    if word.endswith("ой") and len(word) > 4:
        return frozenset(("nom m",))
    return frozenset(("nom m", *(form for form in EVERY if form[-1] == "f")))


def like(word: str, base: str) -> str:
    """Return a nominative in small letters with the capitals of the word it was made from."""
    if word.isupper():
        return base.upper()
    return "".join(
        letter.upper() if i < len(word) and word[i].isupper() else letter
        for i, letter in enumerate(base)
    )
