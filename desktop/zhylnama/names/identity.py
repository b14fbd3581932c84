"""One person in every spelling: when two names are one, may be one, or are two.

A wrong merge is a false statement about a person. So only names that agree in every word, in any
script, romanisation or order, are the same; an initial, a missing given name or a slip of the pen
makes "may be"; a full word that disagrees makes two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

import msgspec

from zhylnama.names.declension import in_one_case, is_case_of
from zhylnama.names.fold import clean, loose_keys, loosened, patronymic, readings, romanised
from zhylnama.names.given import habits_of_given, is_given_name, without_h
from zhylnama.names.habits import BARE, NONE, UNMARKED, habits_of_name
from zhylnama.names.sounds import every_letter

Habits = frozenset[str]

A_SLIP = "a letter differs"
"""The reason of a comparison that allows for a letter wrong, missing or swapped."""
A_PART_MORE = "one of the names has a part more"
"""The reason of one where a name has a word that is no father's name, and the other has not."""

# A letter may have a mark that no composed letter has: ISO 9 writes ә as a̋.
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’ʼ`´ʹʻ‘](?:[^\W_]|[\u0300-\u036f])*)*\.?"
)
_JOIN = re.compile(r"(?<=\w)[-‐‑–](?=\w)")
_INSIDE = re.compile(r"(?<=\w)[-‐‑–'’ʼ`´ʹʻ‘](?=\w)")
# The end of a patronymic, where it is written as a word of its own: Кемел ұлы, Kemel kyzy.
_PATRONYMIC_WORDS = {"uli", "ogli", "oglu", "kizi", "gizi"}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SURNAME_ENDINGS = ("ov", "ev", "ova", "eva", "uly", "in")
# A name in plain letters that has none of those by which English writes ш, ж and х may lack marks.
_ENGLISH_SOUND = re.compile("[zsk]h")
_PLAIN = "plain letters"
# What the first letter of an English spelling may be short for: Z. for Zhanna, K. for Khusein.
_FIRST_OF_SEVERAL = {
    "c": {"C"}, "d": {"J"}, "i": {"e", "u"}, "k": {"h"}, "s": {"S"}, "y": {"e", "i", "u"},
    "z": {"J"},
}  # fmt: skip
# A surname's Russian ending, which many drop and some never had: Туякбаев, Тұяқбай.
_SURNAME_ENDING = re.compile("(?<=...)(?:i?ev|[oe]v)a?$")


class Likeness(IntEnum):
    """How sure it is that two names are one person's; the higher, the surer."""

    DIFFERENT = 0
    MAY_BE = 1
    SAME = 2


class Comparison(msgspec.Struct, frozen=True):
    """The verdict on two names, and the reason in one phrase for a person who checks it."""

    likeness: Likeness
    reason: str


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
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in order: letters only, hyphened names apart, initials as `A.`.

    A number is no part of a name: that of a line in a list, or a year of birth.
    """
    return _cut(name)


def _cut(name: str) -> tuple[str, ...]:
    # Most names are nothing but letters and blanks.
    cut = name.split() if _is_letters(name) else _WORD.findall(clean(name))
    words: list[str] = []
    for found in cut:
        word = found.rstrip(".")
        if word.isdigit():
            continue
        if words and not words[-1].endswith(".") and romanised(word) in _PATRONYMIC_WORDS:
            words[-1] += word
        else:
            words.append(f"{word}." if is_initial(found) else word)
    return tuple(words)


def _is_letters(name: str) -> bool:
    return name.replace(" ", "").isalpha()


def is_initial(word: str) -> bool:
    """Tell whether a word stands for a name's first letter: `A.`, `А`, `Zh.`, `Ye.`, `Dzh.`."""
    if not word.endswith("."):
        return len(word) == 1
    bare = word.rstrip(".")
    return len(bare) in (1, 2) or len(romanised(bare)) == 1


@lru_cache(maxsize=10_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a person is looked up: each word's folded forms, and initials.

    A hyphenated name has the keys of its parts and those of the whole (Касым-Жомарт, Касымжомарт).
    """
    # A build asks for each name once: what belongs to a whole name is not remembered here.
    found: set[str] = set()
    words = _cut(name)
    if not _is_letters(name) and (joined := _JOIN.sub("", name)) != name:
        words = tuple(dict.fromkeys((*words, *_cut(joined))))
    shown = _shown(words)
    for word in words:
        strict = romanised(word)
        if not strict:
            continue
        found.add(f"{strict[0]}.")
        if not is_initial(word):
            found |= _keys_of(word, shown)
    return tuple(sorted(found))


@lru_cache(maxsize=10_000)
def sought_keys(name: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Return the words of a typed name, each after the keys one of which a person must have.

    An initial is no word to look for; a father's name is none where two other words are there, for
    a record may lack it. Where the name is in plain letters, its marks may be lost.
    """
    words = [word for word in name_words(name) if not is_initial(word) and romanised(word)]
    shown = habits_shown(tuple(words))
    if _is_plain(words):
        shown |= {BARE, UNMARKED}
    own = [word for word in words if not is_patronymic(word)]
    return tuple((_keys_of(word, shown), word) for word in (own if len(own) > 1 else words))


def initial_keys(name: str) -> frozenset[str]:
    """Return the keys of a typed name's initials; one will do, for a father's may be unknown."""
    return frozenset(
        f"{sound}."
        for word in name_words(name)
        if is_initial(word)
        for sound in _first_sounds(word)
    )


def may_be_written_otherwise(name: str) -> bool:
    """Tell whether a name has what other spellings of it lack, word for word.

    A father's name, a hyphen or an apostrophe, the habit of another language.
    """
    words = name_words(name)
    return (any(map(is_patronymic, words)) or _INSIDE.search(name) is not None) or bool(
        habits_shown(words)
    )


@lru_cache(maxsize=10_000)
def habits_shown(words: tuple[str, ...]) -> Habits:
    """Return the habits that a name shows by its letters, or by a given name in it."""
    return _shown(words)


def _shown(words: tuple[str, ...]) -> Habits:
    shown = habits_of_name(words)
    for word in words:
        # Surnames are no given names, and there are too many of them to ask.
        if word.isascii() and not word.endswith(_SURNAME_ENDINGS):
            shown |= habits_of_given(romanised(word))
    return shown


@lru_cache(maxsize=10_000)
def _keys_of(word: str, shown: Habits) -> frozenset[str]:
    keys = set(readings(word, shown) if shown else readings(word))
    if shown:
        keys.update(map(loosened, tuple(keys)))
    # Kazakh ш is ч in many a Russian document (Шөкин, Чокин); -vich is no such ч.
    keys.update([key.replace("C", "S") for key in keys if "C" in key[:-1]])
    keys.update(loose_keys(word))
    keys.add(_without_ending(romanised(word)))
    keys.discard("")
    return frozenset(keys)


def compare_names(one: str, other: str) -> Comparison:
    """Compare two names as they stand in reports, in any script, order and romanisation."""
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return Comparison(Likeness.DIFFERENT, "no name")
    shown = (_habits_compared(a), _habits_compared(b))
    best = _compare(a, b, *shown)
    if best.likeness < Likeness.SAME:
        # Kassym-Jomart, Kassymjomart: a name in two words here may be one word there.
        for joined_a, joined_b in (*((x, b) for x in _joined(a)), *((a, y) for y in _joined(b))):
            verdict = _compare(joined_a, joined_b, *shown)
            if verdict.likeness > best.likeness:
                best = verdict
    return best


def _habits_compared(words: tuple[str, ...]) -> Habits:
    shown = habits_shown(words)
    return shown | {_PLAIN} if _is_plain(words) else shown


def _is_plain(words: Iterable[str]) -> bool:
    """Tell whether a name has neither marks nor the letters by which English does without them."""
    text = "".join(words)
    return text.isascii() and _ENGLISH_SOUND.search(text.lower()) is None


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
    fits = [fit for fit, _, _ in pairs]
    if all(map(is_initial, a)) or all(map(is_initial, b)) or len(pairs) < len(a):
        return Comparison(Likeness.DIFFERENT, "a part of the name differs")
    weak = sum(fit in (Fit.SLIP, Fit.SHORT, Fit.GENDER) for fit in fits)
    if weak > 1 or (Fit.GENDER in fits and Fit.INITIAL in fits):
        # One slip is a slip; two, or a slip and a man for a woman, are somebody else.
        return Comparison(Likeness.DIFFERENT, "several parts of the name differ")
    if Fit.SLIP in fits:
        return Comparison(Likeness.MAY_BE, A_SLIP)
    if Fit.MARKS in fits:
        # One letter in the middle may as well be a slip (Toregozina), a first one is none.
        marks = [(romanised(x), romanised(y)) for fit, x, y in pairs if fit is Fit.MARKS]
        slip = len(marks) == 1 and all(x[0] == y[0] and is_slip(x, y) for x, y in marks)
        return Comparison(Likeness.MAY_BE, A_SLIP if slip else "another form of the name")
    if Fit.SHORT in fits:
        return Comparison(Likeness.MAY_BE, "a surname without its ending")
    if Fit.GENDER in fits:
        return Comparison(Likeness.MAY_BE, "another form of the name")
    exact = [(x, y) for fit, x, y in pairs if fit is Fit.EXACT]
    forms = [(x, y) for fit, x, y in pairs if fit is Fit.FORM]
    if forms and not in_one_case(forms, exact):
        return Comparison(Likeness.MAY_BE, "another form of the name")
    if any(_stands_for_given(x, y) for fit, x, y in pairs if fit is Fit.INITIAL) or (
        Fit.INITIAL in fits and len(exact) < 2
    ):
        return Comparison(Likeness.MAY_BE, "an initial stands for a name")
    if len(exact) + len(forms) < 2:
        return Comparison(Likeness.MAY_BE, "one name only")
    matched = [y for _, _, y in pairs]
    left = [word for word in b if word not in matched]
    if any(not is_initial(word) and not is_patronymic(word) for word in left):
        return Comparison(Likeness.MAY_BE, A_PART_MORE)
    return Comparison(Likeness.SAME, "the same name")


def _assign(
    a: tuple[str, ...], b: tuple[str, ...], of_a: Habits, of_b: Habits
) -> list[tuple[Fit, str, str]]:
    """Pair each word of the shorter name with one of the longer, best pairs first."""
    ways = sorted(
        ((fit_words(x, y, of_a, of_b), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
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
    return not any(is_patronymic(word) for word in (one, other)) and one != other


@lru_cache(maxsize=10_000)
def is_patronymic(word: str) -> bool:
    """Tell whether a word is a father's name in either tradition: Кемелевич, Kemelkyzy."""
    return any(key[-1] in "+^" for key in loose_keys(word))


def fit_words(one: str, other: str, of_one: Habits = NONE, of_other: Habits = NONE) -> Fit:
    """Return how well two words of names agree; `of_one`, `of_other`: the habits of the names."""
    if is_initial(one) or is_initial(other):
        return Fit.INITIAL if _first_sounds(one) & _first_sounds(other) else Fit.NONE
    unmarked, plain = bool({UNMARKED, BARE} & (of_one | of_other)), _PLAIN in of_one | of_other
    of_one, of_other = of_one - {_PLAIN}, of_other - {_PLAIN}
    a = frozenset(map(without_h, readings(one, of_one)))
    b = frozenset(map(without_h, readings(other, of_other)))
    key, other_key = romanised(one), romanised(other)
    if a & b or _patronymics(a) & _patronymics(b):
        # Zara without marks may be Жара, Sakenov Шакенов; but they are names as they stand.
        as_it_stands = (
            {UNMARKED, BARE} & of and without_h(x) not in theirs and is_given_name(_root(x))
            for x, of, theirs in ((key, of_one, b), (other_key, of_other, a))
            if patronymic(x) is None
        )
        return Fit.FORM if any(as_it_stands) else Fit.EXACT
    # Of patronymics, and of surnames made from them, the fathers' names are compared: Maratovich,
    # Muratovich; Zhunusov, Yunusov.
    roots = {_root(key), _root(other_key)}
    two_names = len(roots) > 1 and all(map(is_given_name, roots))
    if unmarked and _without_marks(a) & _without_marks(b):
        # Sakenov may be Шакенов as well as Сакенов.
        return Fit.NONE if two_names else Fit.FORM
    if set(loose_keys(one)) & set(loose_keys(other)) or _is_short_case(one, other):
        if two_names and not _CYRILLIC.search(one + other):
            return Fit.NONE
        return Fit.GENDER if _differ_in_gender(one, other) else Fit.FORM
    if two_names:
        # Marat and Murat differ by a letter, and are two names.
        return Fit.NONE
    if any(_is_shorter(x, y) for x in a for y in b):
        return Fit.SHORT
    # But ч and ш are one sound's two spellings: Шоқан, Чокан.
    firsts = {key[:1], other_key[:1]}
    if plain and _without_marks(a) & _without_marks(b):
        return Fit.MARKS
    if len(firsts) > 1 and not firsts & set("aeiou") and firsts != {"C", "S"}:
        # A hand seldom slips on the first letter: Bokaev and Tokaev are two names.
        return Fit.NONE
    return Fit.SLIP if is_slip(key, other_key) or _is_slip_of_hand(one, other) else Fit.NONE


_MARKS = str.maketrans("SJ", "sz")


def _without_marks(keys: frozenset[str]) -> frozenset[str]:
    """Return strict keys as they are written where nobody can type a mark."""
    marks = {key.replace("Sev", "sov").translate(_MARKS) for key in keys}
    return frozenset(marks | {_patronymic_or(key) for key in marks})


def _patronymic_or(key: str) -> str:
    return patronymic(key) or key


def _is_short_case(one: str, other: str) -> bool:
    """Tell whether a word too short for a loose key of its own is a case: Цою, Цой."""
    return min(len(one), len(other)) < 4 and is_case_of(one, other)


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
    a, b = _without_ending(key), _without_ending(other)
    return a == b and len(_root(key)) > 4 and ends == 1 and fathers < 2


def _without_ending(key: str) -> str:
    root = _root(key)
    return root[:-1] if root[-2:] in ("ai", "ei") else root


def is_slip(a: str, b: str) -> bool:
    """Tell whether two folded words differ by a slip: one letter, or two in long words."""
    from rapidfuzz.distance import DamerauLevenshtein

    shorter = min(len(a), len(b))
    if shorter < 5:
        return False
    allowed = 1 if shorter < 9 else 2
    return bool(DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed)


def _is_slip_of_hand(one: str, other: str) -> bool:
    """Tell whether a letter as it was typed is wrong, which folding may make two or none.

    `Peruasehv` swaps two letters, and `Taalov` has lost one between two that folding makes one.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    ways = [(every_letter(one), every_letter(other))]
    if one.isascii() == other.isascii():
        ways.append((clean(one).casefold(), clean(other).casefold()))
    return any(
        min(len(a), len(b)) > 4 and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
        for a, b in ways
    )


def _patronymics(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(father for key in keys if (father := patronymic(key)) is not None)


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


def _first_sounds(word: str) -> set[str]:
    """Return the letters that may stand for a word: J and d for `Dzhamilya`, e, i for `Yerlan`."""
    bare = word.rstrip(".")
    found = {key[0] for key in readings(bare) if key} | {romanised(bare[0])[:1]}
    if len(bare) == 1:
        found |= _FIRST_OF_SEVERAL.get(bare.lower(), set())
    return found | {"y": {"e", "u"}, "j": {"d"}}.get(bare[0].lower(), set())
