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
    """The kinds with a label that some words are a form of, that label, and it in translation."""

    label: str
    kinds: tuple[str, ...]
    translated: tuple[str, ...] = ()


class KindLabels:
    """Looks up kinds by forms of their whole labels: `пикеты`, `hunger strikes`, `айыппұлдар`."""

    def __init__(self, labels: Iterable[tuple[str, str]], stem: Callable[[str], str]) -> None:
        """`labels` are labels in any language, each with its kind; `stem` gives a word's stem."""
        self._stem = stem
        self._labels: dict[tuple[str, ...], dict[str, str]] = {}
        self._columns: dict[tuple[str, str], list[str]] = {}
        of_kind: dict[str, list[list[str]]] = {}
        for label, kind in labels:
            alternatives = _ALTERNATIVES.split(label)
            of_kind.setdefault(kind, []).append(alternatives)
            for one in alternatives:
                if stems := self._stems(one):
                    self._labels.setdefault(stems, {})[kind] = one
        for kind, rows in of_kind.items():
            # The first of one language is the first of the next: pickets, and no marches.
            if len({len(row) for row in rows}) == 1:
                for column in zip(*rows, strict=True):
                    self._columns |= {(kind, one): list(column) for one in column}
        self.longest = max(map(len, self._labels), default=1)
        self.of = lru_cache(maxsize=1_000)(self._look_up)

    def _look_up(self, text: str) -> Labelled | None:
        """Return the kinds of which some words are the label in some form, or None."""
        singular = _KAZAKH_PLURAL.sub("", text.casefold())
        for one in (text, singular):
            if found := self._labels.get(self._stems(one)):
                label = next(iter(found.values()))
                same = (
                    t for kind, one in found.items() for t in self._columns.get((kind, one), ())
                )
                translated = tuple(one for one in dict.fromkeys(same) if one != label)
                return Labelled(label, tuple(sorted(found)), translated)
        return None

    def _stems(self, text: str) -> tuple[str, ...]:
        words = _WORD.findall(text.casefold())
        return tuple(self._stem(word) for word in words if word not in FUNCTION_WORDS)
