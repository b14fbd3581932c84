"""A small language for what texts say, so that long lists of phrases stay readable.

A phrase is pieces with blanks between: `took .. to (the) {police}`.

| piece | stands for |
| --- | --- |
| `word` | the word |
| `begin*` | every word that begins so: `задержан*` |
| `one\\|other*` | either |
| `{police}` | any word of the list with that name |
| `(the)` | the word, or nothing |
| `..` | up to six words, `...` up to sixteen; the end of a sentence and a semicolon are never crossed |

Texts are looked at in small letters, with `е` for `ё` and `’` for `'`. Which words a text holds is found once; a
phrase is only looked for in a text that holds a word for each of its pieces, which few texts do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.sieve import Remembered

_WORD: Final = compile_sought(r"[\w-]+")
# A full stop ends a sentence but after an initial and inside a web address.
# Neither it nor a word is given up in part: a row of hyphens could be parted in any number of ways.
_BETWEEN: Final = r"(?:[^\w.;]|(?<=\b\w)\.|\.(?=\w))++"
# One letter more in the class of a word (`'`), and Python takes five times as long to compile it.
_GAPS: Final = {
    "..": rf"(?:[\w’-]++{_BETWEEN}){{0,6}}?",
    "...": rf"(?:[\w’-]++{_BETWEEN}){{0,16}}?",
}
_BEGIN: Final = 3
# For a word of so many pieces of a phrase a text is asked before the phrase is looked for.
_ASKED: Final = 3


@dataclass(frozen=True)
class SoughtPhrase:
    """One phrase: its pattern, its number and the piece that it begins with.

    The pattern is compiled when a text first holds its words: of more than a thousand phrases a
    report needs a few, and compiling all of them takes half a second.
    """

    written: str
    number: int
    first: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern of the phrase."""
        return re.compile(self.written)


class _Known(NamedTuple):
    """What phrases know of what stands between two blanks: bits, and its words with their pieces."""

    bits: int
    words: tuple[tuple[str, frozenset[int]], ...]


class Held:
    """What a text holds of phrases: the words that they know, and which of them are possible.

    `possible` has the bit of each phrase for whose rarest pieces the text holds a word.
    """

    __slots__ = ("_by_piece", "_found", "_words", "possible")

    def __init__(self, possible: int, found: list[_Known]) -> None:
        self.possible = possible
        self._found = found
        self._words: dict[str, frozenset[int]] | None = None
        self._by_piece: dict[int, list[str]] = {}

    def _words_of(self, piece: int) -> list[str]:
        words = self._by_piece.get(piece)
        if words is None:
            if self._words is None:
                self._words = dict(chain.from_iterable(one.words for one in self._found))
            words = [word for word, pieces in self._words.items() if piece in pieces]
            self._by_piece[piece] = words
        return words

    def find(
        self, phrase: SoughtPhrase, text: str, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        """Return where a phrase first stands between two places of the text.

        `text` may have blanks where the one that was looked at had letters.
        """
        if not self.possible >> phrase.number & 1:
            return None
        stop = len(text) if end is None else end
        found: re.Match[str] | None = None
        for word in self._words_of(phrase.first):
            at = text.find(word, start, stop)
            while at >= 0 and (found is None or at < found.start()):
                if match := phrase.pattern.match(text, at, stop):
                    found = match
                    break
                at = text.find(word, at + 1, stop)
        return found


class Vocabulary:
    """The pieces of all phrases, and which of them a word is."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """`lists`: words by the name of their list; a list may hold another, as `{name}`."""
        self._lists = {name: as_told(words).split() for name, words in lists.items()}
        self._pieces: dict[str, int] = {}
        self._index: dict[str, list[tuple[str, int, bool]]] = {}
        # What excuses one kind often excuses another: a phrase is compiled once.
        self._phrases: dict[str, SoughtPhrase] = {}
        # The rarest pieces of each phrase, those that most texts do not hold first.
        self._rarest: list[tuple[int, ...]] = []
        self._known = Remembered(self._find)

    def phrase(self, written: str) -> SoughtPhrase:
        """Return a phrase ready to be looked for. Raises ValueError for one that cannot be read."""
        found = self._phrases.get(written)
        if found is None:
            found = self._phrases[written] = self._read(written)
            self._known.clear()
            self.__dict__.pop("_bits", None)
        return found

    def _read(self, written: str) -> SoughtPhrase:
        pattern = between = ""
        pieces: dict[int, int] = {}
        for piece in as_told(written).split():
            if piece in _GAPS:
                # Behind an optional word what parts words was taken already.
                between = (between and _BETWEEN) + _GAPS[piece]
                continue
            optional = piece.startswith("(")
            words = self._words(piece[1:-1] if optional else piece)
            one = rf"(?:{'|'.join(map(_word_pattern, words))})(?!\w)"
            if optional:
                # What lies between stands before the word behind it as well: `took .. (the) phone`.
                pattern += f"{between}(?:{one}{_BETWEEN})?"
                between = ""
                continue
            pattern += between + one
            # Long words are rarer than short ones; a list is as common as its shortest word.
            pieces[self._number(piece, words)] = min(len(word.rstrip("*")) for word in words)
            between = _BETWEEN
        if not pieces or written.startswith(("(", ".")) or written.endswith((")", ".")):
            raise ValueError(f"a phrase begins and ends with a word: {written}")
        first = next(iter(pieces))
        self._rarest.append(tuple(sorted(pieces, key=lambda number: -pieces[number])[:_ASKED]))
        return SoughtPhrase(r"(?<![\w-])" + pattern, len(self._rarest) - 1, first)

    def held(self, text: str) -> Held:
        """Return what a text in small letters holds of phrases."""
        # Phrases know nothing of most words.
        found = list(filter(None, map(self._known.__getitem__, text.split())))
        bits = self._bits[-1]
        for one in found:
            bits |= one.bits
        every = len(self._rarest)
        possible = bits
        for asked in range(1, _ASKED):
            possible &= bits >> every * asked
        return Held(possible & (1 << every) - 1, found)

    @cached_property
    def _bits(self) -> dict[int, int]:
        """Return the bits that each piece sets, and under -1 those that need no word.

        Every phrase has as many bits as it is asked for pieces, in as many rows; it is possible where all
        of them are set.
        """
        bits: defaultdict[int, int] = defaultdict(int)
        every = len(self._rarest)
        for number, pieces in enumerate(self._rarest):
            for asked in range(_ASKED):
                piece = pieces[asked] if asked < len(pieces) else -1
                bits[piece] |= 1 << every * asked + number
        return bits

    def _find(self, printed: str) -> _Known | None:
        """Return what phrases know between two blanks."""
        words = [(word, pieces) for word in _WORD.findall(printed) if (pieces := self._know(word))]
        bits = 0
        for _, pieces in words:
            for piece in pieces:
                bits |= self._bits.get(piece, 0)
        return _Known(bits, tuple(words)) if words else None

    def _know(self, word: str) -> frozenset[int]:
        """Return the pieces that a word is of."""
        return frozenset(
            number
            for begin, number, whole in self._index.get(word[:_BEGIN], ())
            if (word == begin if whole else word.startswith(begin))
        )

    def _number(self, piece: str, words: Iterable[str]) -> int:
        if piece in self._pieces:
            return self._pieces[piece]
        number = self._pieces[piece] = len(self._pieces)
        for word in words:
            begin = word.rstrip("*")
            if len(begin) < _BEGIN and word != begin:
                raise ValueError(f"the beginning of a word is too short: {word}")
            self._index.setdefault(begin[:_BEGIN], []).append((begin, number, word == begin))
        return number

    def _words(self, piece: str) -> list[str]:
        found: list[str] = []
        for word in piece.split("|"):
            if word.startswith("{"):
                for one in self._lists[word[1:-1]]:
                    found += self._words(one)
            else:
                found.append(word)
        return found


def as_told(text: str) -> str:
    """Return a text in small letters as phrases are written and looked for, of the same length."""
    return text.replace("ё", "е").replace("'", "’")


def _word_pattern(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"[\w’-]*" if word.endswith("*") else "")
