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
    "(?:[бвгджзйкмнпрстфхцчшщғқңһ]у|(?<!с[уұ])лу|ю|[бвгджзклмнпрстфхцчшщ](?:ого|ому)|[жшщч](?:его|ему)|[оеё]в(?:ой|ым|ых)|[иы]н(?:ой|ым|ых)|[вн]ичем)$"
)
# Russian families: their names have other forms for a woman, and other endings than nouns.
FAMILY = re.compile("(?:[оеё]в|..ин|..ын)(?=а?$)|[сц]к(?=ий$|ая$)|(?:енко|ч?ук|юк|швили|дзе|ян)$")
# Surnames that are adjectives, as the end of the stem tells, or the word: Нагорный, Белая, Рудой.
_IN_STRESSED_OI: Final = (
    "толст|больш|прост|густ|рост|руд|сух|лих|крив|благ|кос|сед|худ|глух|нем|слеп|хром|молод|золот|дорог|"
    "полев|режн|лугов|лан|ланов|берегов|яров|боров|кошев|мостов|стальн|водян|коренн|портн|земск"
)
_STRESSED = re.compile(rf"(?:{_IN_STRESSED_OI})(?=[ыи]й$)")
_OTHERS: Final = "бел|чал|мил|рыж|лыс|смел|богат|горбат|усат|весел|весёл|зелен|зелён"
_KNOWN = re.compile(f"{_IN_STRESSED_OI}|{_OTHERS}")
KNOWN_ADJECTIVE = re.compile(rf"(?:{_IN_STRESSED_OI}|{_OTHERS})(?:ый|ий|ой|ая)")
ADJECTIVAL = re.compile(
    "[бвгджзклмнпрстфхцчшщь](?:[нтлв]ая|[бвгджзклмнпрстфхцчшщ](?:ый|ий|ой))$|(?:[гзд]|[оь]н|нь)кая$|[бвгдпстх]рая$|[ия]в(?:ый|ая)$"
)
_OF_MAN = re.compile("(?:[оеё]в|...ин|...ын|[сц]кий|[а-яё]ый|...ой|[а-яё]ний)$")
_OF_WOMAN = re.compile("(?:..[оеё]ва|..ина|..ына|[сц]кая|[а-яё][нрлвт]ая|овна|евна)$")
# Садовская, of Садовской; but Жансая and Рая are of Жансаи and Раи.
_OF_WOMAN_ENDING_IN_OI = re.compile("(?:..[оеё]ва|[^срз]ая)$")
# Калина, Рябина are men's surnames, too.
_ONLY_OF_WOMAN = re.compile(
    "(?:..[оеё]ва|[^срз]ая|..(?<!кал)(?<!мал)(?<!ряб)(?<!был)(?<!круч)ина|.ына)$"
)
_IN_OV = re.compile("[оеё]в$")
_PREPOSITIONAL = re.compile("[бвгджзклмнпрстфхцчшщь][нк]ом$")
_VOWELS: Final = "аеёиоуыэюяәіөүұ"
# Names that lose a vowel when they are declined: Лев, Павел; Кравец.
FLEETING: Final = {"льв": "лев", "павл": "павел"}
_FLEETING_END = re.compile("(?<=[бвдмж])ц$")
# Сорокь, Белуя: no name ends so.
_NO_NOMINATIVE = re.compile("[гкхц]ь$|уя$|[гкхжшщч]ый$")
# Айшей, Раей: of these short ones other words of a text are not made (names/cases.py).
_SHORT_IN_EI = re.compile("(?P<stem>.{1,2}[бвгджзклмнпрстфхцчшщ])ей$")
_LONGEST_IN_OM: Final = 6
_HUSHING: Final = "жшщчц"
# Families of two letters: Ан, Юн. Яна is mostly a name of its own.
_SHORT_FAMILY = re.compile("(?P<base>ан|ян|юн|ен|ем|им|ин|ун|он)(?P<ending>а|у|е|ом)$")
_OF_SHORT_FAMILY: Final = {
    "а": ("gen m", "acc m"),
    "у": ("dat m",),
    "е": ("pre m",),
    "ом": ("ins m",),
}
_SOFT_ADJECTIVE = re.compile("(?P<stem>.+[жшщч])(?P<ending>его|ему)$")
_FOR_MEN_TOO: Final = {"gen f": "gen m", "dat f": "dat m", "acc f": "acc m", "ins f": "ins m", "pre f": "pre m"}  # fmt: skip


def turned(word: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what a word in small letters may be in the nominative, and in which forms it stands."""
    for base, cases in declined(word, fewest=2):
        base = with_stress(_FLEETING_END.sub("ец", FLEETING.get(base, base)))
        forms = set(cases)
        if "gen m" in forms:
            forms.add("acc m")
        if not _has_ending(base, word) or _NO_NOMINATIVE.search(base):
            continue
        if base[-1] in "ая" and not _ONLY_OF_WOMAN.search(base):
            forms |= {_FOR_MEN_TOO[form] for form in cases if form in _FOR_MEN_TOO}
        if _OF_MAN.search(base):
            forms = {form for form in forms if form[-1] == "m"}
        if forms:
            yield base, frozenset(forms)
    yield from _seldom(word)


def _seldom(word: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what only a few words may be in the nominative."""
    if _PREPOSITIONAL.search(word) or (word.endswith("ом") and _KNOWN.fullmatch(word[:-2])):
        base = f"{word[:-2]}{'ий' if word[-3] in 'гкх' else 'ый'}"
        yield with_stress(base), frozenset(("pre m",))
    elif word.endswith("ии"):
        yield f"{word[:-1]}й", frozenset(("pre m",))
    elif (found := _SOFT_ADJECTIVE.fullmatch(word)) is not None:
        dative = found["ending"] == "ему"
        yield f"{found['stem']}ий", frozenset(("dat m",) if dative else ("gen m", "acc m"))
    elif (found := _SHORT_FAMILY.fullmatch(word)) is not None:
        yield found["base"], frozenset(_OF_SHORT_FAMILY[found["ending"]])
    elif (found := _SHORT_IN_EI.fullmatch(word)) is not None:
        last = "а" if word[-3] in _HUSHING else "я"
        yield found["stem"] + last, frozenset(("ins f", "ins m"))


def with_stress(base: str) -> str:
    """Return an adjective with the ending that it has under stress: Рудой, not Рудый."""
    return f"{base[:-2]}ой" if _STRESSED.match(base) else base


def _has_ending(base: str, word: str) -> bool:
    """Whether a nominative has the ending of a word, which other nominatives have."""
    if _OF_WOMAN_ENDING_IN_OI.search(base):
        return word[-1] not in "еыи"  # Омаровой, never Омарове
    if base.endswith("ына"):
        return not word.endswith("е")  # Птицыной, never Птицыне
    if word.endswith("ей") and base == f"{word[:-2]}а":
        return word[-3] in _HUSHING  # Айшей, but Алиной
    if len(word) > _LONGEST_IN_OM and word.endswith(("ого", "ому")) and base == word[:-1]:
        return False  # Береговому; but Пахому
    if base.endswith("ий"):
        # Нагорного is Нагорный
        return base[-3] in "гкхжшщч" or not word.endswith(("ого", "ому"))
    if word.endswith("ем") and base == word[:-2]:
        return base[-1] in "жшчщц"  # Ковалем is Коваль; of Ковал it would be Ковалом
    if base in FLEETING.values():
        return True  # Львом
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
