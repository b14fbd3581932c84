"""Kinds of events by the words of their labels, in three languages and any number or case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from zhylnama.archive.function_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+")
# Rally or march; Пытки, жестокое обращение: each is a label of its own.
_ALTERNATIVES = re.compile(r",\s*|\s+or\s+")
_KAZAKH_PLURAL = re.compile("(?<=...)[лдт][ае]р(?:ы|і|да|де|ға|ге|ды|ді|дың|дің)?$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """The kinds with a label that some words are a form of, and that label."""

    label: str
    kinds: tuple[str, ...]


class KindLabels:
    """Looks up kinds by forms of their whole labels: `пикеты`, `hunger strikes`, `айыппұлдар`."""

    def __init__(self, labels: Iterable[tuple[str, str]], stem: Callable[[str], str]) -> None:
        """`labels` are labels in any language, each with its kind; `stem` gives a word's stem."""
        self._stem = stem
        self._labels: dict[tuple[str, ...], dict[str, str]] = {}
        for label, kind in labels:
            for one in _ALTERNATIVES.split(label):
                if stems := self._stems(one):
                    self._labels.setdefault(stems, {})[kind] = one
        self.longest = max(map(len, self._labels), default=1)
        self.of = lru_cache(maxsize=1_000)(self._look_up)

    def _look_up(self, text: str) -> Labelled | None:
        """Return the kinds of which some words are the label in some form, or None."""
        singular = _KAZAKH_PLURAL.sub("", text.casefold())
        for one in (text, singular):
            if found := self._labels.get(self._stems(one)):
                return Labelled(next(iter(found.values())), tuple(sorted(found)))
        return None

    def _stems(self, text: str) -> tuple[str, ...]:
        words = _WORD.findall(text.casefold())
        return tuple(self._stem(word) for word in words if word not in FUNCTION_WORDS)
