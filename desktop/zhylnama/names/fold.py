"""One word in every spelling: the keys under which a word is found.

Every distinct word of an archive is folded once, and every word of a query by the same
functions; two words meet where they share a key. Three keys, from strict to loose:

- `romanised(word)`: the same name in another script or romanisation (`Жанболат`, `Zhanbolat`,
  `Janbolat`).
- `Stemmer.stem(word)`: the same word of a language in another form (`detained`, `detain`).
- `loose_keys(word)`: the same name in another case or gender, with a patronymic of the other
  tradition, or read in another way (`Мамая`, `Мамай`; `Tokayeva`, `Tokayev`; `-uly`, `-ovich`;
  `Maxat`, `Maksat`).

The rules meet the romanisations of Kazakh and Russian that passports, monitors and the press use:
BGN/PCGN 1947 (Russian) and 1979 (Kazakh), ISO 9:1995, GOST 7.79-2000, GOST R 52535.1-2006 and ICAO
Doc 9303, the Kazakh Latin alphabets of 2017, 2018 and 2021, and plain English habit. They are a
convention of their own and no transliteration: nothing that is shown to anybody is written this
way. docs/names.md has them rule by rule; `letters.py` and `sounds.py` are the two halves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhylnama.names.cases import nominatives, without_belonging
from zhylnama.names.habits import NONE, habits, is_german, respelled
from zhylnama.names.letters import clean
from zhylnama.names.sounds import heard, likeliest, undoubled
from zhylnama.names.sounds import readings as _readings

__all__ = ["Stemmer", "clean", "loose", "loose_keys", "patronymic", "readings", "romanised"]

_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")

# Kazakh қ is х in Russian as often as к (Бақыт, Бахыт, Бакыт), at the start of a word too (Хуаныш);
# ң before a vowel is ng or n. Short words begin with h and k for other reasons (held, Keld).
_SAME_SOUNDS = re.compile(r"(?<=[aeiou])h(?=..)|(?<=..[aeiou])h|^h(?=.{5})")
_NASAL = re.compile("(?<=..)ng(?=[aou])")
# A surname without gender and case, also in Latin letters, as addresses of web pages have it.
_SURNAME = re.compile("(?<=..)(?P<root>[oe]v|.in)(?:a|u|im|om|e|oi|ih|imi)$")
_SURNAME_LAST = frozenset("aumeih")
_SURNAME_SKI = re.compile("(?<=..)sk(?:aia|ogo|omu|im|oi|uiu|ih)$")
# Endings of the patronymic in both traditions: -ovich, -evich, -uly, -ogly for sons; -ovna, -evna,
# -kyzy for daughters.
# Fathers whose name ends in -a have no -ov-: Лукич, Никитична, Ильич.
_SHORT_SON = "(?:(?<=luk)|(?<=nikit)|(?<=^il)|(?<=kuzm)|(?<=fom))iC"
_SON = re.compile(f"(?<=..)(?:[oe]viC|(?<=i)iC|{_SHORT_SON}|ul[iy]|[ou]gli|oglu)$")
# What both end in; asked first, for hardly any name does.
_LAST_LETTERS = ("iC", "uli", "uly", "ogli", "ugli", "oglu", "vna", "Cna", "izi")
_DAUGHTER = re.compile("(?<=..)(?:[oe]vna|iniCna|(?<=nikit)iCna|[kg]izi)$")
# Names in -ы and -і get an н in Russian: Сейтказинович, Сейітқазыұлы; Рыскельдинович.
_FATHER_IN_A_VOWEL = re.compile("(?:(?<=[gk]azi)|(?<=..[ea]ldi)|(?<=[ae]Sti)|(?<=.erdi))n$")
_LAST_VOWELS = re.compile("(?<=...)[aeiou]+$")


@lru_cache(maxsize=10_000)
def romanised(word: str) -> str:
    """Return the strict key of one word: equal for every romanisation and script of one name.

    Lower case is not needed. The key of a word without letters or digits is empty. A key is never
    folded again: it is no word.
    """
    return likeliest(heard(word))


@lru_cache(maxsize=10_000)
def readings(word: str, of_name: frozenset[str] = NONE) -> tuple[str, ...]:
    """Return every strict key of a word that is read in more than one way, its `romanised` first.

    Two words are one name where any of their readings agree: `Jamilya` and `Jamila`, `Maxat` and
    `Maksat`; though `Natalya` and `Natala` do as well, no third name follows from that. `of_name`
    are the habits that the words beside it show (`names.habits`): `Rosa Rymbajewa` is Роза.
    """
    found = _readings(heard(word))
    shown = habits(word) | of_name
    if not shown:
        return found
    if "German" in shown and is_german(word):
        found = ()
    more = (key for spelling in respelled(word, shown) for key in _readings(heard(spelling)))
    return tuple(dict.fromkeys((*found, *more)))


def patronymic(key: str) -> str | None:
    """Return the father's name in a strict key with `+` for a son, `^` for a daughter, else None.

    `-ovich` and `-uly`, `-ovna` and `-kyzy` are one (Абишевич, Әбішұлы).
    """
    if not key.endswith(_LAST_LETTERS):
        return None
    for ending, sign in ((_SON, "+"), (_DAUGHTER, "^")):
        father = ending.sub("", key)
        if father != key:
            # Николаевич, Николайұлы
            father = father[:-1] if father[-2:-1] in "aeou" and father[-1] == "i" else father
            return _FATHER_IN_A_VOWEL.sub("", father) + sign
    return None


@lru_cache(maxsize=10_000)
def loose_keys(word: str) -> tuple[str, ...]:
    """Return every loose key of one word: one for each reading and each nominative it may have.

    `Рахима` may be a name or a form of `Рахим`: it has the keys of both.
    """
    # A short word in a text is seldom a name, and its second reading another word (then, ten).
    key = romanised(word)
    strict = dict.fromkeys((key, *readings(word))) if len(key) > 4 else (key,)
    found = [loosened(reading) for reading in strict]
    whole = word if word.islower() else clean(word).casefold()
    if not whole.isascii() and _CYRILLIC_LETTER.search(whole):
        found += [loosened(likeliest(heard(base))) for base in nominatives(clean(whole))]
    elif "sh" in whole:
        # Kazakh of 2021 writes сх so: Ashat (Асхат).
        found.append(loosened(likeliest(heard(whole.replace("sh", "skh")))))
    elif (base := without_belonging(whole)) != whole:
        found.append(loosened(romanised(base)))
    return tuple(dict.fromkeys(key for key in found if key))


def loosened(key: str) -> str:
    """Return the loose key of a strict one."""
    if "h" in key:
        key = _SAME_SOUNDS.sub("k", key)
    if "ng" in key:
        key = _NASAL.sub("n", key)
    key = undoubled(key)
    if (father := patronymic(key)) is not None:
        return father
    if key[-1:] in _SURNAME_LAST and (surname := _SURNAME.search(key)) is not None:
        key = key[: surname.end("root")]
    return _SURNAME_SKI.sub("ski", key) if "sk" in key else key


def loose(word: str) -> str:
    """Return one key for all cases of a place's name: its loose key up to the last consonant."""
    return _LAST_VOWELS.sub("", loosened(romanised(word)))


class Stemmer:
    """The forms of a word in English and Russian, by the Snowball algorithms.

    One instance serves one thread: the algorithms keep their state in themselves.
    """

    def __init__(self) -> None:
        # An import that a start without a search need not pay for.
        from Stemmer import Stemmer as Snowball

        self._english = Snowball("english")
        self._russian = Snowball("russian")

    def stem(self, word: str) -> str | None:
        """Return the stem of a lower-case word, or None where it has no form to reduce."""
        if len(word) < 4 or not word.isalpha():
            return None
        if word.isascii():
            return str(self._english.stemWord(word))
        if _CYRILLIC_LETTER.search(word):
            if _KAZAKH_LETTER.search(word):
                return None
            return str(self._russian.stemWord(word.replace("ё", "е")))
        return None
