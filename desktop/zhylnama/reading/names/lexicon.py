"""What a word in capitals can be: a given name, a surname, a place, or no name at all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal

from zhylnama.names.fold import romanised
from zhylnama.names.given import common_given_names
from zhylnama.reading.names.capitals import bare
from zhylnama.reading.names.declension import Sex, nominatives
from zhylnama.reading.names.forms import FLEETING, turned

WordKind = Literal["initial", "given", "surname", "stop", "acronym", "unknown"]
"""What a token in capitals can be; a `stop` is a word that is no part of a name."""

# Common given names that are places or words of their own at the head of a sentence.
_WORDS_TOO = frozenset(
    (
        "Дания",
        "Орал",
        "Алтай",
        "Жайык",
        "Вера",
        "Надежда",
        "Любовь",
        "Марс",
        "Назар",
        "Талант",
        "Роза",
    )
)
# `Tau-Press`, `ИнфоБюро-медиа`
_MEDIUM = re.compile(
    r".(?:(?:-|(?<=[a-zа-яё]))(?:Press|News|Media|TV|Times|Info|Пресс|Медиа|Ньюс|Инфо)|-(?:press|news|media|info|пресс|медиа|ньюс|инфо|онлайн|online))$"
)


class Lexicon:
    """The words of `names.toml` and `people.toml`. `is_place` tells the kind of a place."""

    def __init__(self, folder: Path, is_place: Callable[[str], str | None]) -> None:
        names = tomllib.loads((folder / "names.toml").read_text("utf-8"))
        words = tomllib.loads((folder / "people.toml").read_text("utf-8"))["words"]
        self._given: dict[str, Sex] = {}
        self._spelled: set[str] = set()
        for sex in ("female", "male"):
            for name in names[sex].split():
                self._spelled.add(name)
                key = romanised(name)
                self._given[key] = "either" if self._given.get(key, sex) != sex else sex
        for name, sex in common_given_names().items():
            if name not in _WORDS_TOO:
                key = romanised(name)
                self._given[key] = "either" if self._given.get(key, sex) != sex else sex
        self._surname = re.compile(names["surname"])
        self._ends_given = re.compile(names["given"])
        self._not_names = frozenset(words["not_names"].split())
        self.things = frozenset(words["things"])
        self.things_described = tuple(words["things_described"])
        self.things_before = frozenset(words["things_before"])
        self.outlets = frozenset(words["outlets"])
        self.monuments = frozenset(words["monuments"])
        self.is_place = lru_cache(maxsize=20_000)(is_place)
        self.kind_of = lru_cache(maxsize=50_000)(self._kind_of)
        # Whether a word ends as given names do, and surnames made from them: Torebai, Dosjan.
        self.ends_as_given = lru_cache(maxsize=20_000)(self._ends_as_given)

    def _kind_of(self, printed: str) -> WordKind:
        """Return what a word in capitals can be."""
        word = bare(printed)
        if printed in self._not_names or word in self._not_names or _MEDIUM.search(word):
            return "stop"
        if len(word) > 1 and word.isupper() and (len(word) < 4 or not self._known(word)):
            return "acronym"
        if len(word) < 2 or (
            sum(map(str.isupper, word[1:])) > 1 + word.count("-") and not word.isupper()
        ):
            return "acronym" if len(word) > 1 else "stop"
        return self._known(word) or "unknown"

    def _known(self, word: str) -> Literal["given", "surname"] | None:
        forms = [word]
        if word[-1] > "\u0400":
            forms += [form for form, _ in nominatives(word)]
            # Павлу and Льва, which lose a vowel.
            forms += [base for base in FLEETING.values() if base in dict(turned(word.casefold()))]
        for form in forms:
            if romanised(form) in self._given:
                return "given"
        for form in forms:
            key = romanised(form)
            if self._surname.search(key):
                return "surname"
            if self._ends_given.search(key):
                return "given"
        if "-" in word and all(self._known(part) for part in word.split("-") if part):
            return "given"
        return None

    def _ends_as_given(self, word: str) -> bool:
        return self._ends_given.search(romanised(word)) is not None

    def ends_as_name(self, word: str) -> bool:
        """Whether a word that stands in the nominative ends as given names or surnames do."""
        key = romanised(word)
        return bool(self._surname.search(key) or self._ends_given.search(key))

    def sex_of(self, word: str) -> Sex | None:
        """Return the sex that a given name tells, None where it is not known."""
        return self._given.get(romanised(word))

    def spells(self, word: str) -> bool:
        """Whether a given name is known in this very spelling: Диля, and not Дила."""
        return word in self._spelled

    def is_given(self, word: str) -> bool:
        """Whether a word is a known given name."""
        return romanised(word) in self._given
