"""How one word of a name fits one of another: the same, a case, a slip, an initial, or not."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from zhylnama.names.abroad import is_form_of, keys_abroad
from zhylnama.names.contrasts import are_told_apart
from zhylnama.names.declension import is_case_of
from zhylnama.names.fold import loose_keys, patronymic, romanised
from zhylnama.names.given import is_given_name, is_russian_form, is_with_sh, without_h
from zhylnama.names.habits import BARE, NONE, UNMARKED, habits_compared
from zhylnama.names.hands import hands_of, readings_by
from zhylnama.names.initials import initials_fit, is_initial
from zhylnama.names.letters import in_russian, russian_letters
from zhylnama.names.slips import is_slip, is_slip_of_hand
from zhylnama.names.words import Habits, habits_shown, is_plain

PLAIN = "plain letters"
"""Of a name that may lack its marks."""
RUSSIAN = "Russian letters"
"""Of a name in Russian letters only; where both are, two spellings are two names."""
ASIDE = frozenset({PLAIN, RUSSIAN})
"""What of these is no habit of another language."""

_CYRILLIC = re.compile("[\u0400-\u052f]")
# What the cases of Russian end in.
_LAST_OF_CASES = "аяуюеыийм"
# A surname's Russian ending, which many drop and some never had: Туякбаев, Тұяқбай.
_SURNAME_ENDING = re.compile("(?<=...)(?:i?ev|[oe]v)a?$")


class Fit(IntEnum):
    """How one word of a name fits one of another."""

    NONE = 0
    INITIAL = 1
    SLIP = 2
    SHORT = 3  # Tuyakbayev, Tuyakbay
    GENDER = 4  # Tokayeva, Tokayev: a woman and a man, or a slip
    MARKS = 5  # Sarlapaev, Шарлапаев: marks that one has may be lost in the other
    FORM = 6  # a case form, or another reading
    EXACT = 7


@lru_cache(maxsize=10_000)
def habits_of(words: tuple[str, ...]) -> Habits:
    """Return the habits of a name that is compared, with `PLAIN` and `RUSSIAN` among them."""
    shown = habits_shown(words) | habits_compared(words) | hands_of(words)
    if any(is_with_sh(romanised(word)) for word in words if "sh" in word):
        shown |= {"Sh"}
    if is_plain(words):
        return shown | {PLAIN}
    return shown | {RUSSIAN} if all(map(in_russian, words)) else shown


def fit_words(one: str, other: str, of_one: Habits = NONE, of_other: Habits = NONE) -> Fit:
    """Return how well two words of names agree; `of_one`, `of_other`: the habits of the names."""
    if is_initial(one) or is_initial(other):
        return Fit.INITIAL if initials_fit(one, other) else Fit.NONE
    both = of_one | of_other
    strict = RUSSIAN in of_one and RUSSIAN in of_other
    of_one, of_other = of_one - ASIDE, of_other - ASIDE
    (a, fathers), (b, other_fathers) = _read(one, of_one), _read(other, of_other)
    key, other_key = romanised(one), romanised(other)
    of_two = is_russian_form(key, other_key) or not fathers.isdisjoint(other_fathers)
    if of_two or not a.isdisjoint(b):
        if not of_two and (strict or one.endswith("ии") or other.endswith("ии")):
            return _fit_in_russian(one, other, strict)
        if not of_two and are_told_apart(one, other, both):
            return Fit.MARKS
        # Zara without marks may be Жара, Sakenov Шакенов; but they are names as they stand.
        as_it_stands = (
            {UNMARKED, BARE} & of and without_h(x) not in theirs and is_given_name(_root(x))
            for x, of, theirs in ((key, of_one, b), (other_key, of_other, a))
            if patronymic(x) is None
        )
        return Fit.FORM if any(as_it_stands) else Fit.EXACT
    return _fit_of_others(one, other, (a, b), (of_one, of_other), both, strict)


def _fit_in_russian(one: str, other: str, strict: bool) -> Fit:
    """Return how two words fit that sound alike, both in Russian or one of them in -ии.

    Two spellings in Russian are two names, and -ии is a case: Евгении is not Евгений.
    """
    if russian_letters(one) == russian_letters(other):
        return Fit.EXACT
    return Fit.FORM if not strict or is_case_of(one, other, strict=True) else Fit.MARKS


def _fit_of_others(
    one: str,
    other: str,
    keys: tuple[frozenset[str], frozenset[str]],
    habits: tuple[Habits, Habits],
    both: Habits,
    strict: bool,
) -> Fit:
    """Return how two words fit that do not sound alike."""
    a, b = keys
    of_one, of_other = habits
    unmarked, plain = bool({UNMARKED, BARE} & both), PLAIN in both
    key, other_key = romanised(one), romanised(other)
    # Of patronymics, and of surnames made from them, the fathers' names are compared: Maratovich,
    # Muratovich; Zhunusov, Yunusov.
    roots = {_root(key), _root(other_key)}
    two_names = len(roots) > 1 and all(map(is_given_name, roots))
    if unmarked and _without_marks(a) & _without_marks(b):
        # Sakenov may be Шакенов as well as Сакенов.
        return Fit.NONE if two_names else Fit.FORM
    if set(loose_keys(one)) & set(loose_keys(other)) or (
        _may_be_case(one, other) and is_case_of(one, other, of_one, of_other, strict)
    ):
        # Нурсултан and Нурсулу meet in a third word, of which both may be cases.
        if two_names and not is_case_of(one, other, of_one, of_other, strict):
            return Fit.NONE
        return Fit.GENDER if _differ_in_gender(one, other) else Fit.FORM
    if is_form_of(a, b) or _is_as_at_home(one, other, a, b):
        # Олексій is Алексей, and Weiss Вайс.
        return Fit.MARKS
    if two_names:
        # Marat and Murat differ by a letter, and are two names.
        return Fit.NONE
    if not _short(a).isdisjoint(_short(b)) and any(_is_shorter(x, y) for x in a for y in b):
        return Fit.SHORT
    # But ч and ш are one sound's two spellings: Шоқан, Чокан.
    firsts = {key[:1], other_key[:1]}
    if plain and _without_marks(a) & _without_marks(b):
        return Fit.MARKS
    if len(firsts) > 1 and not firsts & set("aeiou") and firsts != {"C", "S"}:
        # A hand seldom slips on the first letter: Bokaev and Tokaev are two names.
        return Fit.NONE
    return Fit.SLIP if is_slip(key, other_key) or is_slip_of_hand(one, other) else Fit.NONE


@lru_cache(maxsize=10_000)
def _read(word: str, of_name: Habits) -> tuple[frozenset[str], frozenset[str]]:
    """Return the strict keys of a word in a name, and the fathers' names that are among them."""
    keys = frozenset(map(without_h, readings_by(word, of_name)))
    return keys, frozenset(father for key in keys if (father := patronymic(key)) is not None)


_MARKS = str.maketrans("SJ", "sz")


@lru_cache(maxsize=10_000)
def _without_marks(keys: frozenset[str]) -> frozenset[str]:
    """Return strict keys as they are written where nobody can type a mark."""
    marks = {key.replace("Sev", "sov").translate(_MARKS) for key in keys}
    return frozenset(marks | {_patronymic_or(key) for key in marks})


def _patronymic_or(key: str) -> str:
    return patronymic(key) or key


# What may begin a word of another language instead: г and х, ф and в, з and ц, у and а.
_BEGINNINGS = {
    letter: letters[0] for letters in ("gh", "vf", "szSt", "aeiouJ") for letter in letters
}


def _is_as_at_home(one: str, other: str, a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether one of two words is the other as its bearer writes it: Weiss, Вайс."""
    first, other_first = romanised(one)[:1], romanised(other)[:1]
    if first != other_first and _BEGINNINGS.get(first, first) != _BEGINNINGS.get(other_first):
        return False  # most words
    return any(
        latin[0] < "\u0370" and not keys_abroad(latin).isdisjoint(keys)
        for latin, keys in ((one, b), (other, a))
    )


def _may_be_case(one: str, other: str) -> bool:
    """Tell whether a word begins as another and has an ending, so that it is worth asking more."""
    if one[0] != other[0] and romanised(one)[:1] != romanised(other)[:1]:
        return False
    return any(
        form[-1] in _LAST_OF_CASES and _CYRILLIC.match(form) and abs(len(form) - len(plain)) < 4
        for form, plain in ((one, other), (other, one))
    )


@lru_cache(maxsize=10_000)
def _root(key: str) -> str:
    """Return the name that a strict key of a patronymic or a surname is made from, if it is one."""
    if (father := patronymic(key)) is not None:
        return father.rstrip("+^")
    if not key.endswith(("v", "va")):
        return key
    root = _SURNAME_ENDING.sub("", key)
    return root if root == key or root[-1] not in "ae" else root + "i"  # Абаев, Бокеев


def _is_shorter(key: str, other: str) -> bool:
    """Tell whether two surnames are one with and without its ending: Tuyakbayev, Tuyakbay.

    Serik and Serikuly are no such two, but a father and a son.
    """
    fathers = sum(patronymic(k) is not None for k in (key, other))
    ends = sum(_SURNAME_ENDING.search(k) is not None for k in (key, other))
    a, b = without_ending(key), without_ending(other)
    return a == b and len(_root(key)) > 4 and ends == 1 and fathers < 2


@lru_cache(maxsize=10_000)
def _short(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(map(without_ending, keys))


def without_ending(key: str) -> str:
    """Return the strict key of a surname without its Russian ending: Тұяқбай for Туякбаев."""
    root = _root(key)
    return root[:-1] if root[-2:] in ("ai", "ei") else root


def _differ_in_gender(one: str, other: str) -> bool:
    """Tell whether one word is the other's feminine, and cannot be a case of it.

    In Cyrillic `Бокаева` may be the genitive of `Бокаев`; names in Latin letters have no cases.
    """
    return any(
        not _CYRILLIC.search(woman)
        and len(romanised(woman)) > len(romanised(man))
        and not is_case_of(woman, man)
        for woman, man in ((one, other), (other, one))
        if romanised(woman).endswith("a")
    )
