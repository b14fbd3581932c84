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

# One given name a line, in the forms of the languages; Russian first, and what friends say at the
# end. The last are surnames of Koreans and Chinese.
_GIVEN = """
    Алексей Олексій Oleksii Oleksiy Alexius Алёша Лёша
    Александр Олександр Oleksandr Саша Шура
    Александра Олександра Oleksandra Саша Шура
    Анна Ганна Hanna Аня Анюта
    Антон Антін Anton
    Василий Василь Vasyl Вася
    Вера Віра Vira
    Владимир Володимир Volodymyr Waldemar Вольдемар Вова Володя
    Андрей Andreas Andrej
    Генрих Heinrich Hendrik
    Георгий Georg Heorhii Heorhiy
    Григорий Hryhorii Hryhoriy Gregor Гриша
    Готлиб Gottlieb
    Давид Davyd
    Даниил Данило Danylo Daniel
    Дмитрий Дмитро Dmytro Дима Митя
    Евгений Євген Yevhen Yevhenii Eugen Женя
    Евгения Євгенія Yevheniia Yevheniya Eugenie Женя
    Екатерина Катерина Kateryna Katharina Katarina Катя
    Елена Олена Olena Helena Helene Лена
    Елизавета Єлизавета Yelyzaveta Elisabeth Elisabet Лиза
    Иван Johann Johannes Іван Ivan Ваня
    Иоганн Johann Johannes
    Игнат Гнат Hnat
    Игорь Ігор Ihor
    Иосиф Йосип Yosyp Josef Joseph
    Кирилл Кирило Kyrylo
    Константин Костянтин Kostiantyn Kostyantyn Костя
    Любовь Liubov Lyubov Люба
    Михаил Михайло Mykhailo Mykhaylo Michael Миша
    Мария Марія Maria Маша
    Надежда Надія Nadiia Nadiya Надя
    Никита Микита Mykyta
    Николай Микола Mykola Nikolaus Klaus Коля
    Олег Oleh
    Ольга Olha Оля
    Павел Павло Pavlo Paul Паша
    Петр Петро Petro Peter Петя
    Сергей Сергій Serhii Serhiy Серёжа
    Степан Стефан Stefan Stephan Стёпа
    Татьяна Тетяна Tetiana Tetyana Таня
    Федор Федір Fedir Theodor Федя
    Филипп Пилип Pylyp Philipp
    Эдуард Eduard
    Юрий Юрій Yurii Yuriy Jürgen Юра
    Яков Яків Yakiv Jakob
    Анастасия Настя
    Анатолий Толя
    Валерий Валера
    Виктор Витя
    Вячеслав Слава
    Геннадий Гена
    Людмила Люда Люся
    Наталья Наташа
    Светлана Света
    Ли Lee
    Лян Lian
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
    # ISO 9 and German j in a name that shows neither otherwise: Judin, Jesin.
    (re.compile("^j[ue](?!.*ou)|[ae]je"), "Jot"),
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
