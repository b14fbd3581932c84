"""Whole names in a case: when `Мамаю Жанболату` is surely Мамай Жанболат and nobody else.

A form is often two: `Сабитова Амина` is a woman before she is a form of `Сабитов Амин`, and
`Александру Белых` may be Александр and Александра. So a declined name is the name only where all
its words stand in one case, and no other person's name, with a given name that people bear, could
look so.

The cases are those of Russian grammar (Академическая грамматика 1980, §§ 1172-1206 and 1279): a
man's surname in a consonant is declined and a woman's is not (Киму, Ким); -ко, -ых and vowels but
-а are declined for nobody; -ова and -ина are declined as adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from zhylnama.names.bearers import bearers, bearers_in_russian
from zhylnama.names.cases import declined
from zhylnama.names.contrasts import are_told_apart
from zhylnama.names.fold import clean, patronymic, romanised
from zhylnama.names.given import without_h
from zhylnama.names.habits import NONE
from zhylnama.names.hands import readings_by
from zhylnama.names.letters import in_russian, russian_letters

Cases = frozenset[str]
Forms = list[tuple[str, str]]

_CYRILLIC = re.compile("[\u0400-\u052f]")
# What no woman's name ends in and is declined: Галымжан, Сериккали. Айжан and Гульнур are not
# declined at all.
_MANS = re.compile("(?<=..)(?:Jan|bek|han|bai|gali|kali|murat|bolat|tai|bergen|gazi|dos)$")
# Men's names that are declined as women's are.
_MANS_IN_A = re.compile("(?:[uo]la|m[iu]rza)$")
_WOMANS = re.compile("(?:ой|ую|овну|евну|ичну)$")
# Surnames that have another form for a woman; Жовтис and Цой are hers too.
_TWO_SEXED = re.compile("(?:[oe]v|in|[st]ki|[oe]va|ina|[st]kaia)$")
_WOMANS_SURNAME = re.compile("(?<=..)[оеё]ва$|(?<=...)ина$")
_UNDECLINED = re.compile("(?:[бвгджзклмнпрстфхцчшщ](?:ых|их)|[еёиоуыэюәіөүұ])$")
_ADJECTIVES = ("ой", "ую", "у")
_OBLIQUE = ("gen", "dat", "ins", "pre", "acc")
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
# Лев, Льва; Павел, Павла; Кравец, Кравца; Чубок, Чубка.
_FLEETING = re.compile(f"^(?P<start>.*[{_CONSONANTS}])ь?(?P<last>[влкнц])(?P<end>а|у|е|ом|ем)$")
_ENDINGS = {"а": "gen m", "у": "dat m", "е": "pre m", "ом": "ins m", "ем": "ins m"}
_AFTER_FLEETING = tuple(f"{letter}{ending}" for letter in "влкнц" for ending in _ENDINGS)
_DOUBLED_END = re.compile(r"([^\W\d_aeiouyjаеиоуйsfсф])\1[аяәaäáyi]*$")


@lru_cache(maxsize=10_000)
def declined_name(word: str) -> tuple[tuple[str, Cases], ...]:
    """Return what a Cyrillic word of a name may be in the nominative, each with its cases.

    More than `declined` knows of any word of a text: names of two letters (Яна, Ян), -ии (Евгении,
    Евгений), a vowel that the cases drop (Льва, Лев), and Майей, Нелей. The word is in lower case.
    """
    return tuple(_declined_name(word))


def _declined_name(word: str) -> Iterator[tuple[str, Cases]]:
    yield from declined(word, fewest=1)
    yield from _only_of_names(word)


def _only_of_names(word: str) -> Iterator[tuple[str, Cases]]:
    if word.endswith("ии"):
        yield f"{word[:-1]}й", frozenset({"pre m"})
    elif word.endswith(("ском", "цком")):
        yield f"{word[:-2]}ий", frozenset({"pre m"})
    elif word.endswith("ей") and 4 <= len(word) <= 5:
        yield f"{word[:-2]}я", frozenset({"ins f"})
    elif word.endswith(_AFTER_FLEETING) and (match := _FLEETING.search(word)):
        case = _ENDINGS[match["end"]]
        for vowel in "ео":
            yield match["start"] + vowel + match["last"], frozenset({case})


def more_nominatives(word: str) -> list[str]:
    """Return the nominatives that a Cyrillic word has as a name, and not as a word of a text."""
    found = declined_name(word) if len(word) < 5 else _only_of_names(word)
    return [base for base, cases in found if cases]


def agree(base: str, plain: str, of_plain: frozenset[str] = NONE, strict: bool = False) -> bool:
    """Tell whether a nominative made from a form is a word of another name.

    By letters where both names are in Russian letters only (`strict`), else by the folded keys;
    but a form shows a letter doubled at its end: Жанна is no genitive of Жан.
    """
    keys, others = _keys(base), _keys(plain, of_plain)
    if strict and not any(key[-1] in "+^" for key in others):
        return russian_letters(base) == russian_letters(plain)
    return (
        not keys.isdisjoint(others)
        and _doubles(base) == _doubles(clean(plain).casefold())
        and not are_told_apart(base, plain, of_plain)
    )


@lru_cache(maxsize=10_000)
def _keys(word: str, of_name: frozenset[str] = NONE) -> frozenset[str]:
    keys = {without_h(key) for key in readings_by(word, of_name)}
    return frozenset(keys | {father for key in keys if (father := patronymic(key)) is not None})


def _doubles(word: str) -> bool:
    return _DOUBLED_END.search(word) is not None


def is_case_of(
    one: str,
    other: str,
    of_one: frozenset[str] = NONE,
    of_other: frozenset[str] = NONE,
    strict: bool = False,
) -> bool:
    """Tell whether one word is a Russian case of the other, however short: `Цою`, `Цой`."""
    return any(
        agree(base, plain, of_plain, strict)
        for form, plain, of_plain in ((one, other, of_other), (other, one, of_one))
        if _CYRILLIC.search(form)
        for base, cases in declined_name(clean(form).casefold())
        if cases
    )


def in_one_case(
    forms: Forms,
    exact: Forms,
    of_one: frozenset[str] = NONE,
    of_other: frozenset[str] = NONE,
    strict: bool = False,
    left: Iterable[str] = (),
) -> bool:
    """Tell whether one name is the other in one and the same Russian case.

    `forms` are pairs of words of the two names that differ, `exact` those that agree; `of_one` and
    `of_other` are the habits of the names; `strict` where both are in Russian letters only. `left`
    are words that the second name has besides: a father's name in the same case says whose it is.
    """
    if len(forms) + len(exact) < 2:
        return False
    turned_forms, turned_exact = ([(y, x) for x, y in pairs] for pairs in (forms, exact))
    fathers = _cases_of_fathers(left)
    return (fathers is None and _Declined(forms, exact, of_other, strict).is_sure()) or _Declined(
        turned_forms, turned_exact, of_one, strict
    ).is_sure(fathers)


def _cases_of_fathers(words: Iterable[str]) -> Cases | None:
    """Return the cases of a father's name among words, None where none of them is in a case."""
    for word in words:
        cases: Cases = NONE
        for base, of_base in declined_name(clean(word).casefold()):
            if any(key[-1] in "+^" for key in _keys(base)):
                cases |= of_base
        if cases:
            return cases
    return None


class _Declined:
    """A name whose words may stand in a case, beside the name that they would be."""

    def __init__(self, forms: Forms, exact: Forms, of_plain: frozenset[str], strict: bool) -> None:
        self._of_plain, self._strict = of_plain, strict
        self._forms = [(clean(form).casefold(), plain) for form, plain in forms]
        self._exact = [(clean(form).casefold(), plain) for form, plain in exact]

    def is_sure(self, fathers: Cases | None = None) -> bool:
        """Tell whether the words are the name in one case, and nobody else's.

        `fathers` are the cases in which the father's name beside them stands.
        """
        words = [*self._forms, *self._exact]
        if not all(_CYRILLIC.search(word) for word, _ in words):
            return False
        common: Cases | None = None
        for word, plain in self._forms:
            cases = self._cases(word, plain)
            common = cases if common is None else common & cases
        for word, _ in self._exact:
            common = (common or NONE) & _undeclined(word)
        if fathers is not None:
            common = (common or NONE) & fathers
        if not common:
            return False
        if fathers is not None or any(
            patronymic(key) for _, plain in self._forms for key in _keys(plain)
        ):
            return True
        if self._is_another(common):
            return False
        # A name that stands undeclined says nothing where both sexes bear it.
        known = any(_bearers(plain) for _, plain in self._forms) or any(
            _bearers(plain) in ("male", "female") for _, plain in self._exact
        )
        known = known or any(
            ending.search(key)
            for _, plain in words
            for key in _keys(plain)
            for ending in (_MANS, _MANS_IN_A)
        )
        # Only a man's genitive and dative look like a woman's name in another case.
        if all(case.startswith(("ins", "pre")) for case in common) and (
            known or not any(romanised(plain).endswith("a") for _, plain in self._forms)
        ):
            return True
        if all(case[-1] == "f" for case in common) and (
            self._exact or any(_WOMANS.search(word) for word, _ in self._forms)
        ):
            return True
        # Жовтиса is no woman's surname: Евгения Жовтиса is Евгений.
        return known

    def _cases(self, word: str, plain: str) -> Cases:
        """Return the cases in which a form is the word, of the sex that bears the word."""
        found: set[str] = set()
        for base, cases in declined_name(word):
            if cases and agree(base, plain, self._of_plain, self._strict):
                found |= _of_surname(word, base, cases)
                if base[-1] in "ая" and _may_be_mans(base):
                    found |= {f"{case[:-1]}m" for case in cases}
        sex = _bearers(plain)
        return frozenset(case for case in found if sex in (None, "either") or case[-1] == sex[0])

    def _is_another(self, common: Cases) -> bool:
        """Tell whether the words may be somebody else's: another given name, the same surname."""
        words = [*self._forms, *self._exact]
        for i, (word, plain) in enumerate(words):
            if i >= len(self._forms) and _bearers(plain) is not None:
                continue  # Зауре stands as it is; that it may be a form of Заура is far-fetched
            cases = self._of_others(word, plain)
            for j, (surname, base) in enumerate(words):
                if i != j and cases:
                    cases &= self._of_namesakes(surname, base)
            if cases:
                return True
        return False

    def _of_others(self, word: str, plain: str) -> Cases:
        """Return in which cases a word may be another given name than the one beside it."""
        keys = _keys(plain, self._of_plain)
        found: set[str] = set()
        for base, cases in declined_name(word):
            sex = _bearers_of_form(base)
            if sex is not None and keys.isdisjoint(_keys(base)):
                cases |= {f"{case[:-1]}m" for case in cases if base[-1] in "ая"}
                found |= {case for case in cases if sex == "either" or case[-1] == sex[0]}
        if (sex := _bearers_of_form(word)) is not None and keys.isdisjoint(_keys(word)):
            found |= {
                case
                for case in _undeclined(word) | {"nom m", "nom f"}
                if sex == "either" or case[-1] == sex[0]
            }
        return frozenset(found)

    def _of_namesakes(self, word: str, plain: str) -> Cases:
        """Return in which cases a word may be a surname, a woman's or a man's of that family."""
        family = set(_keys(plain, self._of_plain))
        two_sexed = any(map(_TWO_SEXED.search, family))
        if two_sexed:
            family |= {f"{key}a" for key in family} | {key[:-1] for key in family if key[-1] == "a"}
        found: set[str] = set()
        for base, cases in declined_name(word):
            if not family.isdisjoint(_keys(base)):
                found |= _of_surname(word, base, cases)
                if base[-1] in "ая" and not two_sexed:
                    found |= {f"{case[:-1]}m" for case in cases}
        if not family.isdisjoint(_keys(word)):
            hers = word.endswith(("а", "ая"))
            found |= {f"nom {sex}" for sex in ("mf" if not two_sexed else "f" if hers else "m")}
            found |= _undeclined(word)
        return frozenset(found)


def _bearers(word: str) -> str | None:
    """Return who bears a name, `male`, `female` or `either`; None for no given name."""
    # -ии is a case, though folded it may be a name (Валерии, Валерий).
    return None if word.endswith("ии") else bearers(romanised(word))


def _bearers_of_form(word: str) -> str | None:
    """Return who bears a name made from a form, by its letters: Аля is not Алла, Жанне no Жания."""
    return bearers_in_russian(word) if in_russian(word) else _bearers(word)


def _may_be_mans(base: str) -> bool:
    """Tell whether a nominative in -а may be a man's: Илья, Абдулла, a surname, but not Яна.

    Тимура is none, for Тимур is a name.
    """
    if _WOMANS_SURNAME.search(base) or patronymic(romanised(base)):
        return False
    sex = _bearers(base)
    return sex in ("male", "either") or (
        sex is None
        and (_MANS_IN_A.search(romanised(base)) is not None or _bearers(base[:-1]) is None)
    )


def _of_surname(word: str, base: str, cases: Cases) -> Cases:
    """Return the cases without those that a surname in -ова has not, for it is an adjective.

    Марина and Полина are declined as nouns; so `Есенове` is Есенов and never Есенова.
    """
    if _WOMANS_SURNAME.search(base) and not word.endswith(_ADJECTIVES) and not _bearers(base):
        return NONE
    return cases


def _undeclined(word: str) -> Cases:
    """Return in which cases a word may stand undeclined, and whose name it is then.

    Борейко and Белых are never declined, Салтанат and Ким only as a man's.
    """
    if word[-1] in "ая":
        return NONE
    sexes = "mf" if _UNDECLINED.search(word) else "f"
    sex = _bearers(word)
    return frozenset(
        f"{case} {letter}"
        for case in _OBLIQUE
        for letter in sexes
        if sex in (None, "either") or letter == sex[0] or sexes == "f"
    )
