"""A Cyrillic name as it stands in a sentence, put into the nominative.

All words of a name stand in one case and are of one sex. So each case and sex is tried on the
whole name, and weighed by what is known: given names, the endings of surnames, what the words
around ask for, the names printed beside it. Where two readings weigh the same the name stays as it
is likeliest, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import msgspec

from zhylnama.names.bearers import bearers_in_russian
from zhylnama.names.fold import romanised
from zhylnama.names.given import common_given_names, sex_of_given
from zhylnama.reading.names.declension import Sex
from zhylnama.reading.names.forms import (
    ADJECTIVAL,
    EVERY,
    FAMILY,
    KNOWN_ADJECTIVE,
    NEVER,
    like,
    turned,
    undeclined,
)
from zhylnama.reading.names.government import ANY, Demand, Gender
from zhylnama.reading.names.lexicon import Lexicon

_CYRILLIC = re.compile("[а-яёәғқңөұүһі]")
_VOWELS: Final = "аеёиоуыэюяәіөүұ"
# Undeclined names end so too, but seldom: Кенже, Дүйсе; Сатыбалды and Ергали often enough.
_LIKE_CASE = re.compile(
    "(?<!лд)(?<!гз)(?<!ғз)(?<!аз)(?<!уз)(?<!ал)(?<!ыз)(?<!ер[дт])(?<!ул)[ыиі]$|гули$|(?<!бик)(?<!тор)(?<!төр)[е]$|(?<!сул)(?<!сұл)у$|"
    "[бвгджзклмнпрстфхцчшщ][оеы]м$|..[бвгджзклмнпрстфхцчшщиь][ое]й$"
)
_OF_WOMEN: Final = frozenset(form for form in EVERY if form[-1] == "f")
_OTHER_CASE: Final = -4.5
_LONG: Final = 3  # shorter words are not declined, or no names
# Whatever weighs less is no reading of a word: Фогеля may be of Фогель, Анна is never of Анн.
_LEAST: Final = -2.0
# Readings nearer than this weigh the same.
_ENOUGH: Final = 1.5
# `жена Омарова Т.`: a wife of that name, or the wife of somebody; more has to speak for either.
_ENOUGH_BESIDE_KIN: Final = 4.0
# Kazakh declines the last word of a name: Серіктің, Ахметовты, Әбішке. Only letters that Russian
# lacks tell that it is Kazakh; without one the rest has to be a known name.
_KAZAKH = re.compile(
    "(?P<stem>....*?)(?P<ending>[ндт]ың|[ндт]ің|[ғқ]а|[гк]е|[ндт]і|[ндт]ы|[мбп]ен|[дт]ан|[дт]ен|нан|нен|[дт]а|[дт]е)$"
)
_AFTER_NAMES: Final = ("ты", "ды", "ны", "ті", "ді", "ні", "мен", "бен", "пен", "ке", "ге")
_SURELY_KAZAKH = re.compile("[ңғқ]")


def has_cyrillic(name: str) -> bool:
    """Whether a name is written in Cyrillic letters, so that it may be declined."""
    return _CYRILLIC.search(name) is not None


class Nominative(msgspec.Struct, frozen=True):
    """A name in the nominative, a doubt where that is not certain, and what else it may be."""

    name: str
    doubt: str | None = None
    others: tuple[str, ...] = ()
    sex: Gender | None = None


def _agrees(demand: Demand, case: str, sex: str) -> float:
    """Return what the words around a name tell for or against one case of one sex."""
    weight = 0.0
    if demand.cases and case in demand.cases:
        weight += 4 if demand.firm else 2
    elif demand.cases:
        weight -= 3 if demand.firm else 0.5
    if case == "nom" and demand.subject not in (None, sex):
        weight -= 3
    if demand.sex is not None:
        agreed = 3 if demand.sex_firm else 1
        weight += agreed if demand.sex == sex else -agreed
    return weight


def _are_alike(one: str, other: str) -> bool:
    """Whether two nominatives are as good as each other, whose cases are the same."""
    if one[:-1] == other[:-1]:
        return one.endswith(("ла", "ля"))
    return any(KNOWN_ADJECTIVE.fullmatch(base.casefold()) for base in (one, other))


class NominativeReader:
    """Puts names into the nominative by the given names that a lexicon knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._ways = lru_cache(maxsize=20_000)(lambda word: tuple(self._all_ways(word)))
        self._cases = lru_cache(maxsize=20_000)(self._possible_cases)
        self._read = lru_cache(maxsize=20_000)(self._weigh)

    def read(
        self, name: str, demand: Demand = ANY, beside: frozenset[str] = frozenset()
    ) -> Nominative:
        """Return a name in the nominative; `beside` are words of names printed near it."""
        if not _CYRILLIC.search(name):
            return Nominative(name)
        words = name.split()
        if demand.subject and all(
            "nom" not in self._cases(word)
            for word in words
            if len(word) >= _LONG and word[-1] != "."
        ):
            demand = ANY  # `Марину Ли оштрафовал суд`: it is no subject
        near = beside and frozenset(
            base
            for word in words
            for base, *_ in self._ways(word)
            if base in beside and base != word
        )
        return self._read(name, demand, near)

    def cases_of(self, name: str) -> frozenset[str]:
        """Return the cases that a name may stand in by its own words."""
        return self._cases(name)

    def _possible_cases(self, name: str) -> frozenset[str]:
        words = [word for word in name.split() if not word.endswith(".") and len(word) > 2]
        return frozenset(
            form.split()[0]
            for form in EVERY
            if all(
                any(
                    form in forms and worth + self._sexed(base, form[-1]) > _LEAST
                    for base, forms, worth in self._ways(word)
                )
                for word in words
            )
        )

    def _weigh(self, name: str, demand: Demand, beside: frozenset[str]) -> Nominative:
        words = name.split()
        kazakh = self._without_kazakh_ending(words)
        if kazakh is not None:
            return Nominative(" ".join(kazakh))
        found: dict[str, tuple[float, bool, Gender]] = {}
        for form in EVERY:
            weight, bases, sure = self._in_form(words, form, demand, beside)
            result = " ".join(bases)
            sex: Gender = "m" if form[-1] == "m" else "f"
            for less, other in [(0.0, result), *self._as_likely(words, bases, form)]:
                if other not in found or found[other][0] < weight - less:
                    found[other] = (weight - less, sure, sex)
        ranked = sorted(found.items(), key=lambda one: (-one[1][0], one[0] != name))
        best, (weight, sure, likeliest) = ranked[0]
        enough = _ENOUGH_BESIDE_KIN if demand.may_be_anothers else _ENOUGH
        near = tuple(other for other, (w, *_) in ranked[1:] if w > weight - enough)
        doubt = None
        if near and best == name:
            doubt = f"people: “{name}” may be a form of “{near[0]}”"
        elif best != name and (near or not sure):
            doubt = f"people: “{name}” is read as a form of “{best}”"
        return Nominative(best, doubt, near, likeliest if best != name else None)

    def _in_form(
        self, words: list[str], form: str, demand: Demand, beside: frozenset[str]
    ) -> tuple[float, list[str], bool]:
        """Return how likely a name stands in one case of one sex, and its nominative then."""
        case, sex = form.split()
        bases: list[str] = []
        weight = 2.0 if case == "nom" else -0.5 if case in ("ins", "pre") else 0.0
        if demand.cases and case == "nom":
            weight = 1.0
        sure = demand.firm and case in demand.cases
        for word in words:
            if word.endswith(".") or len(word) < 3:
                bases.append(word)
                continue
            best, most = word, _OTHER_CASE  # a word in another case than the others
            for base, forms, own in self._ways(word):
                if form in forms:
                    worth = own + (2 if base in beside else 0) + self._sexed(base, sex)
                    if base == word and _LIKE_CASE.search(word) and not self._is_given(word):
                        worth -= 0.5 if case == "nom" else 2
                    if worth > most:
                        best, most = base, worth
            weight += most
            sure = sure or (best != word and (most >= 3 or NEVER.search(word) is not None))
            bases.append(best)
        if sex == "f" and self._all_of_men(bases):
            weight -= 5
        return weight + _agrees(demand, case, sex), bases, sure

    def _as_likely(
        self, words: list[str], bases: list[str], form: str
    ) -> Iterator[tuple[float, str]]:
        """Yield what a name may be in the same case, and how much less likely.

        `Рузиле` is Рузиля or Рузила, `Полевой` is Полева or Полевая.
        """
        for at, (word, best) in enumerate(zip(words, bases, strict=True)):
            if best == word or word.endswith(".") or self._is_given(best):
                continue
            worth = {base: own for base, forms, own in self._ways(word) if form in forms}
            for base, own in worth.items():
                less = max(0.0, worth.get(best, 0.0) - own)
                if base not in (best, word) and less < _ENOUGH and _are_alike(base, best):
                    yield less, " ".join([*bases[:at], base, *bases[at + 1 :]])

    def _sex_of(self, name: str) -> Sex | None:
        return (
            self._lexicon.sex_of(name) or sex_of_given(romanised(name)) or bearers_in_russian(name)
        )

    def _is_given(self, name: str) -> bool:
        return self._sex_of(name) is not None

    def _sexed(self, base: str, sex: str) -> float:
        """Return what a given name tells against a sex: many surnames are men's names, few women's."""
        known = self._sex_of(base)
        if known is None or known == "either" or known[0] == sex:
            return 0
        return -5 if sex == "m" else -1.5

    def _all_of_men(self, bases: list[str]) -> bool:
        """Whether every word of a name is a man's given name, so that it is no woman's."""
        return len(bases) > 1 and all(self._sex_of(base) == "male" for base in bases)

    def _all_ways(self, word: str) -> Iterator[tuple[str, frozenset[str], float]]:
        """Yield each nominative of a word, the forms in which it is printed so, and a weight."""
        small = word.casefold()
        bases = dict(turned(small))
        forms = undeclined(small)
        if small[-1] not in "аяь" and self._sex_of(word) in ("female", "either"):
            forms |= _OF_WOMEN  # Ульбосын, Шолпан
        printed = [(word, forms, self._worth(word, small))]
        if NEVER.search(small) and not KNOWN_ADJECTIVE.fullmatch(small):
            printed = [(word, frozenset(("nom m", "nom f")), -5.0)]
        elif not self._is_given(word) and any(self._is_given(like(word, base)) for base in bases):
            # Марата is no name, Марат is.
            printed = [(word, printed[0][1], printed[0][2] - 2)]
        yield from printed
        spelled = word in common_given_names()
        for base, cases in bases.items():
            name = like(word, base)
            worth = self._worth(name, base) - self._rare(name, small, base)
            if base.endswith("ина") and small[-1] in "еыи" and not self._is_given(name):
                worth = -1.5  # Алине and Эрвине; but Мухиной, never Мухине
            if spelled and not self._is_given(name):
                worth -= 2  # Анна is no form of Анн
            yield name, cases, worth

    def _rare(self, name: str, word: str, base: str) -> float:
        """Return what tells against an unknown name that would end in а, я, е or ь."""
        if base.endswith("ая") and word.endswith(("ой", "ую")):
            return 0.0 if ADJECTIVAL.search(base) or KNOWN_ADJECTIVE.fullmatch(base) else 2.0
        known = self._is_given(name) or FAMILY.search(base) or self._lexicon.ends_as_name(name)
        if known:
            return 0.0
        if base[-1] == "я" and base[-2] not in _VOWELS:
            return 1.8 if base[-2] in "лнь" else 4.0  # Катиря is no name, Катира may be
        if base[-1] == "ь" and base[-2] in "жшщч":
            return 2.0  # Айши is Айша before it is Айшь
        return {"а": 1.5, "е": 1.5, "я": 0.5, "ь": 1.0}.get(base[-1], 0.0)

    def _worth(self, name: str, small: str) -> float:
        if self._is_given(name):
            return 3.5 if name in common_given_names() or self._lexicon.spells(name) else 3.0
        if KNOWN_ADJECTIVE.fullmatch(small):
            return 1.5 if small[-4:-2] in ("ов", "ев") else 3.2  # Белой is Белая before Бела
        if NEVER.search(small):
            return -5.0
        if FAMILY.search(small):
            return 2.0
        if self._lexicon.ends_as_name(name) and not small.endswith(("гули", "овна", "евна")):
            return 1.5
        return 0.5 if ADJECTIVAL.search(small) else 0.0

    def _without_kazakh_ending(self, words: list[str]) -> list[str] | None:
        """Return a name without the Kazakh ending of its last word, None where it has none."""
        last = words[-1]
        match = _KAZAKH.fullmatch(last.casefold())
        if match is None or len(words) < 2 or last.endswith("."):
            return None
        stem = last[: match.end("stem")]
        if any(name in common_given_names() for name, *_ in self._ways(last)):
            return None  # Жанны is of Жанна
        if self._is_given(last) or not self._harmony(match["stem"], match["ending"]):
            return None
        named = any(self._is_given(word) for word in words[:-1])
        told = self._is_given(stem) or self._lexicon.ends_as_name(stem)
        if _SURELY_KAZAKH.search(match["ending"]):
            return [*words[:-1], stem] if told or named else None
        # -ны, -ды, -ты, -мен: after a known name only, and of a man: Маратты, Ахметовты.
        if told and named and match["ending"] in _AFTER_NAMES:
            return [*words[:-1], stem]
        return None

    def _harmony(self, stem: str, ending: str) -> bool:
        """Whether an ending may follow a stem: -ты after a hard consonant only, -ны after vowels."""
        last, first = stem[-1], ending[0]
        if last in _VOWELS:
            return first in "нғгмд"
        if last in "пктсшщқхфцчбвгд":
            return first in "тқкпм" if last not in "бвгд" else first in "тқкпмбд"
        return first in "дғгнмб"
