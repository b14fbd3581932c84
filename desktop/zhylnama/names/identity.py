"""One person in every spelling: when two names are one, may be one, or are two.

A wrong merge is a false statement about a person. So only names that agree in every word, in any
script, romanisation or order, are the same; an initial, a missing given name or a slip of the pen
makes "may be"; a full word that disagrees makes two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from zhylnama.names.cases import declined
from zhylnama.names.fold import clean, loose_keys, patronymic, readings, romanised
from zhylnama.names.given import is_given_name

_WORD = re.compile(r"[^\W_][^\W_'’ʼ`´ʹʻ‘]*(?:['’ʼ`´ʹʻ‘][^\W_]*)*\.?")
_JOIN = re.compile(r"(?<=\w)[-‐‑–](?=\w)")
# The end of a patronymic, where it is written as a word of its own: Кемел ұлы, Kemel kyzy.
_PATRONYMIC_WORDS = {"uli", "ogli", "oglu", "kizi", "gizi"}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_WOMANS_SURNAME = re.compile("(?:[оеё]ва|[иы]на|ская)$", re.IGNORECASE)
_INNER_H = re.compile("(?<=[aeiou])h")


class Likeness(IntEnum):
    """How sure it is that two names are one person's; the higher, the surer."""

    DIFFERENT = 0
    MAY_BE = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two names, and the reason in one phrase for a person who checks it."""

    likeness: Likeness
    reason: str


class Fit(IntEnum):
    """How one word of a name fits one of another."""

    NONE = 0
    INITIAL = 1
    SLIP = 2
    GENDER = 3  # Tokayeva, Tokayev: a woman and a man, or a slip
    FORM = 4  # a case form, or another reading
    EXACT = 5


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in order: letters only, hyphened names apart, initials as `A.`."""
    words: list[str] = []
    for match in _WORD.finditer(clean(name)):
        word = match[0].rstrip(".")
        if words and not words[-1].endswith(".") and romanised(word) in _PATRONYMIC_WORDS:
            words[-1] += word
        else:
            words.append(f"{word}." if is_initial(match[0]) else word)
    return tuple(words)


def is_initial(word: str) -> bool:
    """Tell whether a word stands for a name's first letter: `A.`, `А`, `Zh.`, `Ye.`, `Dzh.`."""
    bare = word.rstrip(".")
    if len(bare) == 1:
        return True
    return word.endswith(".") and (len(bare) == 2 or len(romanised(bare)) == 1)


@lru_cache(maxsize=10_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a person is looked up: each word's folded forms, and initials.

    A hyphenated name has the keys of its parts and those of the whole (Касым-Жомарт, Касымжомарт).
    """
    found: set[str] = set()
    for word in (*name_words(name), *name_words(_JOIN.sub("", name))):
        strict = romanised(word)
        if not strict:
            continue
        found.add(f"{strict[0]}.")
        if not is_initial(word):
            found.update(readings(word), loose_keys(word))
    return tuple(sorted(found))


def compare_names(one: str, other: str) -> Comparison:
    """Compare two names as they stand in reports, in any script, order and romanisation."""
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return Comparison(Likeness.DIFFERENT, "no name")
    best = _compare(a, b)
    if best.likeness < Likeness.SAME:
        # Kassym-Jomart, Kassymjomart: a name in two words here may be one word there.
        for joined_a, joined_b in (*((x, b) for x in _joined(a)), *((a, y) for y in _joined(b))):
            verdict = _compare(joined_a, joined_b)
            if verdict.likeness > best.likeness:
                best = verdict
    return best


def _joined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name's words with two neighbours as one."""
    for i in range(len(words) - 1):
        if not is_initial(words[i]) and not is_initial(words[i + 1]) and len(words) > 2:
            yield (*words[:i], words[i] + words[i + 1], *words[i + 2 :])


def _compare(one: tuple[str, ...], other: tuple[str, ...]) -> Comparison:
    a, b = sorted((one, other), key=lambda words: (len(words), words))
    pairs = _assign(a, b)
    fits = [fit for fit, _, _ in pairs]
    if all(map(is_initial, a)) or all(map(is_initial, b)) or len(pairs) < len(a):
        return Comparison(Likeness.DIFFERENT, "a part of the name differs")
    weak = fits.count(Fit.SLIP) + fits.count(Fit.GENDER)
    if weak > 1 or (Fit.GENDER in fits and Fit.INITIAL in fits):
        # One slip is a slip; two, or a slip and a man for a woman, are somebody else.
        return Comparison(Likeness.DIFFERENT, "several parts of the name differ")
    if Fit.SLIP in fits:
        return Comparison(Likeness.MAY_BE, "a letter differs")
    if Fit.GENDER in fits:
        return Comparison(Likeness.MAY_BE, "another form of the name")
    exact = [(x, y) for fit, x, y in pairs if fit is Fit.EXACT]
    forms = [(x, y) for fit, x, y in pairs if fit is Fit.FORM]
    if forms and (exact or not _in_one_case(forms)):
        return Comparison(Likeness.MAY_BE, "another form of the name")
    if any(_stands_for_given(x, y) for fit, x, y in pairs if fit is Fit.INITIAL) or (
        Fit.INITIAL in fits and len(exact) < 2
    ):
        return Comparison(Likeness.MAY_BE, "an initial stands for a name")
    if len(exact) + len(forms) < 2:
        return Comparison(Likeness.MAY_BE, "one name only")
    matched = [y for _, _, y in pairs]
    left = [word for word in b if word not in matched]
    if any(not is_initial(word) and not _is_patronymic(word) for word in left):
        return Comparison(Likeness.MAY_BE, "one of the names has a part more")
    return Comparison(Likeness.SAME, "the same name")


def _assign(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[Fit, str, str]]:
    """Pair each word of the shorter name with one of the longer, best pairs first."""
    ways = sorted(
        ((fit_words(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda way: (-way[0], way[1], way[2]),
    )
    pairs: list[tuple[Fit, str, str]] = []
    left, right = set(range(len(a))), set(range(len(b)))
    for fit, i, j in ways:
        if fit is not Fit.NONE and i in left and j in right:
            pairs.append((fit, a[i], b[j]))
            left.discard(i)
            right.discard(j)
    return pairs


def _stands_for_given(one: str, other: str) -> bool:
    """Tell whether an initial may stand for more than a patronymic."""
    return not any(_is_patronymic(word) for word in (one, other)) and one != other


def _is_patronymic(word: str) -> bool:
    return any(key[-1] in "+^" for key in loose_keys(word))


def _in_one_case(pairs: list[tuple[str, str]]) -> bool:
    """Tell whether all words of one name are the other's in one and the same Russian case.

    `Мамаю Жанболату` is `Мамай Жанболат` and nobody else. But `Сабитова Амина` is a woman rather
    than a form of `Сабитов Амин`, and `Амину` may be hers: no word may be a woman's surname, and a
    given name must be known and no form of another known one.
    """
    for turned in (pairs, [(y, x) for x, y in pairs]):
        if any(_WOMANS_SURNAME.search(form) for form, _ in turned):
            continue
        common: frozenset[str] | None = None
        known = False
        for form, plain in turned:
            word = clean(form).casefold()
            key = _without_h(romanised(plain))
            ways = [(_without_h(romanised(base)), cases) for base, cases in declined(word)]
            cases = frozenset().union(*(cases for base, cases in ways if base == key))
            common = cases if common is None else common & cases
            bases = {_without_h(romanised(word)), *(base for base, _ in ways)}
            known = known or {base for base in bases if is_given_name(base)} == {key}
        if common and known and len(pairs) > 1:
            return True
    return False


def fit_words(one: str, other: str) -> Fit:
    """Return how well two words of names agree."""
    if is_initial(one) or is_initial(other):
        return Fit.INITIAL if _first_sounds(one) & _first_sounds(other) else Fit.NONE
    a, b = (frozenset(map(_without_h, readings(word))) for word in (one, other))
    if a & b or _patronymics(a) & _patronymics(b):
        return Fit.EXACT
    key, other_key = romanised(one), romanised(other)
    # Of patronymics the fathers' names are compared: Maratovich, Muratovich.
    two_names = all(is_given_name((patronymic(k) or k).rstrip("+^")) for k in (key, other_key))
    if set(loose_keys(one)) & set(loose_keys(other)):
        if two_names and not _CYRILLIC.search(one + other):
            return Fit.NONE
        return Fit.GENDER if _differ_in_gender(one, other) else Fit.FORM
    if two_names:
        # Marat and Murat differ by a letter, and are two names.
        return Fit.NONE
    if key[:1] != other_key[:1] and not {key[:1], other_key[:1]} & set("aeiou"):
        # A hand seldom slips on the first letter: Bokaev and Tokaev are two names.
        return Fit.NONE
    return Fit.SLIP if is_slip(key, other_key) else Fit.NONE


def is_slip(a: str, b: str) -> bool:
    """Tell whether two folded words differ by a slip: one letter, or two in long words."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(a), len(b))
    if shorter < 5:
        return False
    allowed = 1 if shorter < 9 else 2
    return bool(DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed)


def _without_h(key: str) -> str:
    """Return a key with қ as Russian has it either way: Бақытжан is Бахытжан."""
    return _INNER_H.sub("k", key)


def _patronymics(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(father for key in keys if (father := patronymic(key)) is not None)


def _differ_in_gender(one: str, other: str) -> bool:
    """Tell whether one word is the other's feminine, and cannot be a case of it.

    In Cyrillic `Бокаева` may be the genitive of `Бокаев`; names in Latin letters have no cases.
    """
    return any(
        not _CYRILLIC.search(woman) and len(romanised(woman)) > len(romanised(man))
        for woman, man in ((one, other), (other, one))
        if romanised(woman).endswith("a")
    )


def _first_sounds(word: str) -> set[str]:
    """Return the letters that may stand for a word: J and d for `Dzhamilya`, e, i for `Yerlan`."""
    bare = word.rstrip(".")
    found = {key[0] for key in readings(bare) if key} | {romanised(bare[0])[:1]}
    return found | {"y": {"e", "u"}, "j": {"d"}}.get(bare[0].lower(), set())
