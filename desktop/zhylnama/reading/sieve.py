"""Which of many strings a text holds, told by its words.

Most patterns cannot fit most paragraphs, for want of letters that they cannot do without. To look
for hundreds of such strings one by one takes longer than to look at each word of a text: which
strings are in a word is remembered, and the words of reports repeat.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# So many words are remembered; the reports of a year hold fewer.
_MOST_KNOWN: Final = 50_000
_BEGIN: Final = 2


class Sieve:
    """Numbers strings, and tells which of them a text may hold: each is one bit."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._by_beginning: dict[str, list[tuple[str, int]]] = {}
        self._known: dict[str, int] = {}

    def any_of(self, strings: Iterable[str]) -> int:
        """Return the bits of some strings: a text that has none of these bits holds none of them.

        Of a string with blanks only the longest word is looked for. Raises ValueError for one that
        is blank.
        """
        bits = 0
        for string in strings:
            word = max(string.split(), key=len, default="")
            if not word:
                raise ValueError("a string without words cannot be looked for")
            if word not in self._bits:
                bit = self._bits[word] = 1 << len(self._bits)
                self._by_beginning.setdefault(word[:_BEGIN], []).append((word, bit))
                self._known.clear()
            bits |= self._bits[word]
        return bits

    def held(self, text: str) -> int:
        """Return the bits of the strings that the words of a text hold."""
        known = self._known
        bits = 0
        for word in text.split():
            found = known.get(word)
            bits |= self._find(word) if found is None else found
        return bits

    def _find(self, word: str) -> int:
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        bits = 0
        for at, letter in enumerate(word):
            for begin in (letter, word[at : at + _BEGIN]):
                for string, bit in self._by_beginning.get(begin, ()):
                    if word.startswith(string, at):
                        bits |= bit
        self._known[word] = bits
        return bits
