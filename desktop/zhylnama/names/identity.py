"""One person in every spelling: when two names are one, may be one, or are two.

A wrong merge is a false statement about a person. So only names that agree in every word, in any
script, romanisation or order, are the same; an initial, a missing given name or a slip of the pen
makes "may be"; a full word that disagrees makes two people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from zhylnama.names.fold import clean, loose_keys, romanised

_WORD = re.compile(r"[^\W_][^\W_'’ʼ`´ʹʻ]*(?:['’ʼ`´ʹʻ][^\W_]+)*\.?")

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


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in order: letters only, hyphenated names apart, initials as `A.`."""
    words = []
    for match in _WORD.finditer(clean(name)):
        word = match[0].rstrip(".")
        words.append(f"{word}." if is_initial(match[0]) else word)
    return tuple(words)


def is_initial(word: str) -> bool:
    """Tell whether a word stands for a name's first letter: `A.`, `А`, `Zh.`, `Ye.`."""
    bare = word.rstrip(".")
    return len(bare) == 1 or (word.endswith(".") and len(bare) <= 2)


@lru_cache(maxsize=100_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a person is looked up: each word's folded forms, and initials."""
    found: set[str] = set()
    for word in name_words(name):
        strict = romanised(word)
        if not strict:
            continue
        found.add(f"{strict[0]}.")
        if not is_initial(word):
            found.add(strict)
            found.update(loose_keys(word))
    return tuple(sorted(found))


class _Fit(IntEnum):
    """How one word of a name fits one of another."""

    NONE = 0
    INITIAL = 1
    SLIP = 2
    FORM = 3
    EXACT = 4


def compare_names(one: str, other: str) -> Comparison:
    """Compare two names as they stand in reports, in any script, order and romanisation."""
    a, b = sorted((name_words(one), name_words(other)), key=len)
    if not a:
        return Comparison(Likeness.DIFFERENT, "no name")
    fits = _assign(a, b)
    full_a = [word for word in a if not is_initial(word)]
    full_b = [word for word in b if not is_initial(word)]
    if not full_a or not full_b or _Fit.NONE in fits:
        return Comparison(Likeness.DIFFERENT, "a part of the name differs")
    worst = min(fits)
    if worst is _Fit.INITIAL:
        return Comparison(Likeness.MAY_BE, "an initial stands for a name")
    if worst is _Fit.SLIP:
        return Comparison(Likeness.MAY_BE, "a letter differs")
    if worst is _Fit.FORM:
        return Comparison(Likeness.MAY_BE, "another form of the name")
    if len(full_a) < 2:
        return Comparison(Likeness.MAY_BE, "one name only")
    return Comparison(Likeness.SAME, "the same name")


def _assign(a: tuple[str, ...], b: tuple[str, ...]) -> list[_Fit]:
    """Pair each word of the shorter name with one of the longer; best pairs first."""
    pairs = sorted(
        ((fit_words(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    fits = [_Fit.NONE] * len(a)
    left, right = set(range(len(a))), set(range(len(b)))
    for fit, i, j in pairs:
        if i in left and j in right:
            fits[i] = fit
            left.discard(i)
            right.discard(j)
    return fits


def fit_words(one: str, other: str) -> _Fit:
    """Return how well two words of names agree."""
    a, b = romanised(one), romanised(other)
    if is_initial(one) or is_initial(other):
        return _Fit.INITIAL if a and b and a[0] == b[0] else _Fit.NONE
    # Kazakh қ inside a name is Russian х as often as к: Бақытжан is Бахытжан.
    if _INNER_H.sub("k", a) == _INNER_H.sub("k", b):
        return _Fit.EXACT
    # A case form, a patronymic of the other tradition, or a feminine and a masculine surname:
    # the last are two people, so none of these is sure.
    if set(loose_keys(one)) & set(loose_keys(other)):
        return _Fit.FORM
    return _Fit.SLIP if is_slip(a, b) else _Fit.NONE


def is_slip(a: str, b: str) -> bool:
    """Tell whether two folded words differ by what a hand slips on: one letter, or two in long words."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(a), len(b))
    if shorter < 5:
        return False
    allowed = 1 if shorter < 9 else 2
    return bool(DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed)
