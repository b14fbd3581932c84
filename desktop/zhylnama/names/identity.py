"""One person in every spelling: when two names are one, may be one, or are two.

A wrong merge is a false statement about a person. So only names that agree in every word, in any
script, romanisation or order, are the same; an initial, a missing given name or a slip of the pen
makes "may be"; a full word that disagrees makes two people.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

import msgspec

from zhylnama.names.declension import in_one_case
from zhylnama.names.fitting import ASIDE, RUSSIAN, Fit, fit_words, habits_of
from zhylnama.names.fold import romanised
from zhylnama.names.initials import are_out_of_order, is_initial
from zhylnama.names.letters import in_one_script
from zhylnama.names.lookup import initial_keys, may_be_written_otherwise, name_keys, sought_keys
from zhylnama.names.slips import is_slip
from zhylnama.names.words import Habits, habits_shown, is_patronymic, name_words

__all__ = [
    "A_PART_MORE",
    "A_SLIP",
    "Comparison",
    "Fit",
    "Likeness",
    "compare_names",
    "fit_words",
    "habits_shown",
    "initial_keys",
    "is_initial",
    "is_patronymic",
    "is_slip",
    "may_be_written_otherwise",
    "name_keys",
    "name_words",
    "sought_keys",
]

A_SLIP = "a letter differs"
"""The reason of a comparison that allows for a letter wrong, missing or swapped."""
A_PART_MORE = "one of the names has a part more"
"""The reason of one where a name has a word that is no father's name, and the other has not."""


class Likeness(IntEnum):
    """How sure it is that two names are one person's; the higher, the surer."""

    DIFFERENT = 0
    MAY_BE = 1
    SAME = 2


class Comparison(msgspec.Struct, frozen=True):
    """The verdict on two names, and the reason in one phrase for a person who checks it."""

    likeness: Likeness
    reason: str


def compare_names(one: str, other: str) -> Comparison:
    """Compare two names as they stand in reports, in any script, order and romanisation."""
    a, b = name_words(in_one_script(one)), name_words(in_one_script(other))
    if not a or not b:
        return Comparison(Likeness.DIFFERENT, "no name")
    shown = (habits_of(a), habits_of(b))
    best = _compare(a, b, *shown)
    if best.likeness < Likeness.SAME:
        # Kassym-Jomart, Kassymjomart: a name in two words here may be one word there.
        for joined_a, joined_b in (*((x, b) for x in _joined(a)), *((a, y) for y in _joined(b))):
            verdict = _compare(joined_a, joined_b, *shown)
            if verdict.likeness > best.likeness:
                best = verdict
    return best


def _joined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name's words with two neighbours as one; a father's name is no part of another."""
    for i in range(len(words) - 1):
        pair = words[i : i + 2]
        if len(words) > 2 and not any(is_initial(x) or is_patronymic(x) for x in pair):
            yield (*words[:i], words[i] + words[i + 1], *words[i + 2 :])


def _compare(
    one: tuple[str, ...], other: tuple[str, ...], of_one: Habits, of_other: Habits
) -> Comparison:
    (a, of_a), (b, of_b) = sorted(
        ((one, of_one), (other, of_other)), key=lambda name: (len(name[0]), name[0])
    )
    pairs = _assign(a, b, of_a, of_b)
    fits = [pair.fit for pair in pairs]
    if all(map(is_initial, a)) or all(map(is_initial, b)) or len(pairs) < len(a):
        return Comparison(Likeness.DIFFERENT, "a part of the name differs")
    weak = sum(fit in (Fit.SLIP, Fit.SHORT, Fit.GENDER) for fit in fits)
    if weak > 1 or (Fit.GENDER in fits and Fit.INITIAL in fits):
        # One slip is a slip; two, or a slip and a man for a woman, are somebody else.
        return Comparison(Likeness.DIFFERENT, "several parts of the name differ")
    if Fit.INITIAL in fits and _initials_contradict(a, b, pairs):
        return Comparison(Likeness.DIFFERENT, "a part of the name differs")
    if (doubt := _doubt(pairs)) is not None:
        return Comparison(Likeness.MAY_BE, doubt)
    exact = [(p.one, p.other) for p in pairs if p.fit is Fit.EXACT]
    forms = [(p.one, p.other) for p in pairs if p.fit is Fit.FORM]
    matched = {p.other_at for p in pairs}
    left = [word for j, word in enumerate(b) if j not in matched]
    if forms and not in_one_case(
        forms, exact, of_a - ASIDE, of_b - ASIDE, RUSSIAN in of_a & of_b, left
    ):
        return Comparison(Likeness.MAY_BE, "another form of the name")
    if any(p.fit is Fit.INITIAL and _stands_for_given(p.one, p.other) for p in pairs) or (
        Fit.INITIAL in fits and len(exact) < 2
    ):
        return Comparison(Likeness.MAY_BE, "an initial stands for a name")
    if len(exact) + len(forms) < 2:
        return Comparison(Likeness.MAY_BE, "one name only")
    if any(not is_initial(word) and not is_patronymic(word) for word in left):
        return Comparison(Likeness.MAY_BE, A_PART_MORE)
    if len(pairs) > 2 and not _in_one_order(pairs):
        return Comparison(Likeness.MAY_BE, "another form of the name")
    return Comparison(Likeness.SAME, "the same name")


def _doubt(pairs: list[_Pair]) -> str | None:
    """Return why the words of two names are less than the same, or None."""
    fits = [pair.fit for pair in pairs]
    if Fit.SLIP in fits:
        return A_SLIP
    if Fit.MARKS in fits:
        # One letter in the middle may as well be a slip (Toregozina), a first one is none.
        marks = [(romanised(p.one), romanised(p.other)) for p in pairs if p.fit is Fit.MARKS]
        slip = len(marks) == 1 and all(x[0] == y[0] and is_slip(x, y) for x, y in marks)
        return A_SLIP if slip else "another form of the name"
    if Fit.SHORT in fits:
        return "a surname without its ending"
    if Fit.GENDER in fits:
        return "another form of the name"
    return None


class _Pair(NamedTuple):
    """Two words of two names, how they fit, and where each of them stands."""

    fit: Fit
    one: str
    other: str
    at: int
    other_at: int


def _assign(a: tuple[str, ...], b: tuple[str, ...], of_a: Habits, of_b: Habits) -> list[_Pair]:
    """Pair each word of the shorter name with one of the longer, best pairs first."""
    ways = sorted(
        ((fit_words(x, y, of_a, of_b), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda way: (-way[0], way[1], way[2]),
    )
    pairs: list[_Pair] = []
    left, right = set(range(len(a))), set(range(len(b)))
    for fit, i, j in ways:
        if fit is not Fit.NONE and i in left and j in right:
            pairs.append(_Pair(fit, a[i], b[j], i, j))
            left.discard(i)
            right.discard(j)
    return pairs


def _in_one_order(pairs: list[_Pair]) -> bool:
    """Tell whether two names have their words in one order, the surname before or behind.

    Without an ending that shows the father's name, its place does: Омаров Касым Болат is the father
    or the son of Омаров Болат Касым.
    """
    order = [
        pair.other_at
        for pair in sorted(pairs, key=lambda pair: pair.at)
        if not any(is_initial(word) or is_patronymic(word) for word in (pair.one, pair.other))
    ]
    turned = order.index(min(order)) if order else 0
    return order[turned:] + order[:turned] == sorted(order)


def _initials_contradict(a: tuple[str, ...], b: tuple[str, ...], pairs: list[_Pair]) -> bool:
    """Tell whether the initials of a name stand for another given name or father's name."""
    to_b: dict[int, int] = {pair.at: pair.other_at for pair in pairs}
    to_a: dict[int, int] = {pair.other_at: pair.at for pair in pairs}
    for name, other, place in ((a, b, to_b), (b, a, to_a)):
        initials = [i for i, word in enumerate(name) if is_initial(word)]
        if not initials:
            continue
        places = [place.get(i) for i in initials]
        fathers = [at is not None and is_patronymic(other[at]) for at in places]
        if are_out_of_order(places, fathers):
            return True
        # `Omarov A.` has the letter of the given name, never that of the father's alone.
        lone = len(initials) == 1 and fathers[0] and len(name) == 2
        if lone and any(j not in place.values() for j, w in enumerate(other) if not is_initial(w)):
            return True
    return False


def _stands_for_given(one: str, other: str) -> bool:
    """Tell whether an initial may stand for more than a patronymic."""
    return not any(is_patronymic(word) for word in (one, other)) and one != other
