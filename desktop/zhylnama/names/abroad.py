"""Names as Germans, Ukrainians and Uzbeks write them for themselves, not as a table has them.

Who moves to Germany may take the German form of a name (§ 94 Bundesvertriebenengesetz: Heinrich for
Генрих, Weiss for Вайс), and Ukrainian documents have the Ukrainian one (Олексій, Володимир; in
Latin letters by resolution 55 of 2010, whose h is г: Olha, Bohdan). Uzbek writes o where Russian
writes а (Qodirova, Кадырова; the alphabet of 1995). Nothing shows that such a word is no other
name, so it is never surely one: `compare_names` says "may be".
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhylnama.names.fold import readings
from zhylnama.names.habits import NONE, respelled

# One given name a line, in the forms of the languages; Russian first.
_GIVEN = """
    Алексей Олексій Oleksii Oleksiy Alexius
    Александр Олександр Oleksandr
    Александра Олександра Oleksandra
    Анна Ганна Hanna
    Антон Антін Anton
    Василий Василь Vasyl
    Вера Віра Vira
    Владимир Володимир Volodymyr Waldemar Вольдемар
    Андрей Andreas Andrej
    Генрих Heinrich Hendrik
    Георгий Georg Heorhii Heorhiy
    Григорий Hryhorii Hryhoriy Gregor
    Готлиб Gottlieb
    Давид Davyd
    Даниил Данило Danylo Daniel
    Дмитрий Дмитро Dmytro
    Евгений Євген Yevhen Yevhenii Eugen
    Евгения Євгенія Yevheniia Yevheniya Eugenie
    Екатерина Катерина Kateryna Katharina Katarina
    Елена Олена Olena Helena Helene
    Елизавета Єлизавета Yelyzaveta Elisabeth Elisabet
    Иван Johann Johannes Іван Ivan
    Иоганн Johann Johannes
    Игнат Гнат Hnat
    Игорь Ігор Ihor
    Иосиф Йосип Yosyp Josef Joseph
    Кирилл Кирило Kyrylo
    Константин Костянтин Kostiantyn Kostyantyn
    Любовь Liubov Lyubov
    Михаил Михайло Mykhailo Mykhaylo Michael
    Мария Марія Maria
    Надежда Надія Nadiia Nadiya
    Никита Микита Mykyta
    Николай Микола Mykola Nikolaus Klaus
    Олег Oleh
    Ольга Olha
    Павел Павло Pavlo Paul
    Петр Петро Petro Peter
    Сергей Сергій Serhii Serhiy
    Степан Стефан Stefan Stephan
    Татьяна Тетяна Tetiana Tetyana
    Федор Федір Fedir Theodor
    Филипп Пилип Pylyp Philipp
    Эдуард Eduard
    Юрий Юрій Yurii Yuriy Jürgen
    Яков Яків Yakiv Jakob
"""
# The clusters that show each, and what Russian has none of: an h that is no part of zh, kh or sh.
_SIGNS = (
    (
        re.compile(
            "ei(?!$)|eu|[äöüß]|[auo]e|ie[lnrmd]|(?:[eu]|ei)ss|ff|ck|[lnt]z|sch|mann|^s[tp]|^vo"
        ),
        "German at home",
    ),
    (re.compile("(?<![zkscgtp])h"), "Ukrainian"),
    (re.compile("q.*o|x.*o|o.*(?:q|x|jon)"), "Uzbek"),
)
# What no German has for a surname.
_NOT_GERMAN = re.compile("q|[zsk]h|[eo][vw]a?$")
# Letters that none of the three has: a table, or Kazakh.
_NO_ALPHABET = re.compile("[^a-zäöüß'’ʻʼ`]")


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for i, line in enumerate(_GIVEN.strip().splitlines()):
        for name in line.split():
            for key in readings(name):
                found.setdefault(key, set()).add(i)
    return {key: frozenset(names) for key, names in found.items()}


@lru_cache(maxsize=1)
def _forms_by_key() -> dict[str, frozenset[str]]:
    return {
        key: frozenset(other for other, of in _forms().items() if names & of)
        for key, names in _forms().items()
    }


def is_form_of(keys: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two given names, by their strict keys, are one name of two languages."""
    forms = _forms_by_key()
    if keys.isdisjoint(forms):
        return False  # most words
    return any(key in forms and not forms[key].isdisjoint(others) for key in keys)


def given_abroad(key: str) -> frozenset[str]:
    """Return the strict keys of a given name in the other languages, by its own."""
    return _forms_by_key().get(key, NONE)


@lru_cache(maxsize=10_000)
def keys_abroad(word: str) -> frozenset[str]:
    """Return the strict keys that a word of Latin letters has where it is read as at home."""
    lower = word.lower()
    if _NO_ALPHABET.search(lower) is not None:
        return NONE
    shown = {habit for sign, habit in _SIGNS if sign.search(lower)}
    if "German at home" in shown and _NOT_GERMAN.search(lower):
        shown.discard("German at home")
    if not shown:
        return NONE
    spellings = respelled(word, frozenset(shown))
    return frozenset(key for spelling in spellings for key in readings(spelling))
