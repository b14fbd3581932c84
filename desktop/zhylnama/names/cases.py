"""The case endings of Cyrillic words: what a declined name may be in the nominative.

Russian declines every word of a name (`Мамая Жанболата`), Kazakh the last one (`Алматыда`). The
endings are those of names and nouns in the singular; other forms of a word are the stemmer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Ending, what stands there in the nominative, and in which cases of which gender. Feminine surnames
# have -ой in four cases; indeclinable ones never get here, for they show no ending.
_RUSSIAN: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "а": (("", ("gen m",)),),  # Токаева, Жанболата
    "я": (("й", ("gen m",)), ("ь", ("gen m",))),  # Мамая, Игоря
    "у": (("", ("dat m",)), ("а", ("acc f",))),  # Бокаеву, Астану
    "ю": (("й", ("dat m",)), ("ь", ("dat m",)), ("я", ("acc f",))),
    "е": (
        ("", ("pre m",)), ("й", ("pre m",)), ("ь", ("pre m",)), ("а", ("dat f", "pre f")),
        ("я", ("dat f", "pre f")),
    ),
    "ы": (("а", ("gen f",)),),  # Астаны
    "и": (
        ("а", ("gen f",)), ("я", ("gen f", "dat f", "pre f")), ("ь", ("gen f", "dat f", "pre f")),
    ),
    "ёй": (("я", ("ins f",)),),  # Ильёй
    "ой": (
        ("а", ("gen f", "dat f", "ins f", "pre f")), ("ая", ("gen f", "dat f", "ins f", "pre f")),
    ),
    "ей": (("я", ("ins f",)), ("а", ("ins f",))),
    "ью": (("ь", ("ins f",)),),  # Асселью
    "ом": (("", ("ins m",)),),
    "ем": (("", ("ins m",)), ("й", ("ins m",)), ("ь", ("ins m",))),
    "ым": (("", ("ins m",)), ("ый", ("ins m",))),  # Токаевым
    "им": (("ий", ("ins m",)),),  # Достоевским
    "ого": (("ий", ("gen m",)), ("ый", ("gen m",))),
    "ому": (("ий", ("dat m",)), ("ый", ("dat m",))),
    "ую": (("ая", ("acc f",)),),
    "ых": (("", ()),),  # the Tokayevs; no one person
    "ыми": (("", ()),),
}  # fmt: skip
# After these letters Russian writes и for ы: the only feminine -и that was -а.
_SOFTENING = "гкхжшщч"
# What these endings, and those of Kazakh below, end in: most names show none of them.
_RUSSIAN_LAST = frozenset(ending[-1] for ending in _RUSSIAN)
_KAZAKH_LAST = frozenset("аеңныі")
_CONSONANT_END = re.compile("[бвгджзйклмнпрстфхцчшщқғңһ]$")


# Place and belonging (Алматыда, Астанадан, Қазақстанның), in both harmonies, and as they are typed
# without a Kazakh keyboard. -на, -не, -н are left out: too many names end so.
_KAZAKH = re.compile(
    "(?<=....)(?:[нд][ае]н|т[ае]н|[дт][ае]|[ндт][ыі]ң|[ндт][ыи]н|[ғқ]а|[гк]е|(?<=.....)[ндт][ыі]|[мбп]ен)$"
)


def declined(word: str, fewest: int = 3) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each nominative that a Russian word may come from, with its cases (`gen m`).

    The word is Cyrillic, in lower case; a nominative has more than `fewest` letters, or as many
    where the ending has two. The word itself, undeclined, is not among them.
    """
    for length in (3, 2, 1):
        stem, ending = word[:-length], word[-length:]
        if len(stem) < 2:
            continue
        for nominative, cases in _RUSSIAN.get(ending, ()):
            if nominative in ("", "а", "ь") and not _CONSONANT_END.search(stem):
                continue
            if ending == "и" and nominative == "а" and stem[-1] not in _SOFTENING:
                continue
            if len(stem + nominative.rstrip("ь")) < fewest + (length == 1):
                continue
            if ending == "ей" and len(stem) < 4 and _CONSONANT_END.search(stem):
                continue  # Semey is a town, no family
            if nominative == "й" and stem[-1] not in "аеёиоуыэюяәіөүұ":
                continue
            yield stem + nominative, frozenset(cases)


def nominatives(word: str) -> Iterator[str]:
    """Yield the nominatives, Russian and Kazakh, of a Cyrillic word in lower case."""
    last = word[-1:]
    if last in _RUSSIAN_LAST:
        for nominative, _ in declined(word):
            yield nominative
    if last in _KAZAKH_LAST and (kazakh := _KAZAKH.sub("", word)) != word:
        yield kazakh


# The genitive of the Latin alphabets: its last letter is no English one (Ağadildiñ, Mamaydıń).
_LATIN_GENITIVE = re.compile("(?<=...)[dnt][ıi][ñń]$")


def without_belonging(word: str) -> str:
    """Return a Latin word in lower case without the ending of the Kazakh genitive, if it has it."""
    return _LATIN_GENITIVE.sub("", word) if word.endswith(("ñ", "ń")) else word
