"""What a text may hold, told by its words.

Most patterns cannot fit most paragraphs, for want of letters that they cannot do without. To look
for hundreds of such strings one by one takes longer than to look at each word of a text: which
strings are in a word is remembered, and the words of reports repeat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Generic, TypeVar

T = TypeVar("T")

# So many words are remembered; the reports of a year hold fewer.
_MOST_KNOWN: Final = 50_000
_BEGIN: Final = 2


class Remembered(dict[str, T]):
    """What a function returned for words: asked for one that is known, no Python runs."""

    def __init__(self, of_word: Callable[[str], T]) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, word: str) -> T:
        """Ask the function, and remember what it returned."""
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[word] = self._of_word(word)
        return found


class Sieve(Generic[T]):
    """Things to look for in texts, each with strings of which a text must hold one."""

    def __init__(self) -> None:
        self._things: list[T] = []
        self._bits: dict[str, int] = {}
        self._by_beginning: dict[str, list[str]] = {}
        self._known = Remembered(self._in_word)

    def add(self, thing: T, strings: Iterable[str]) -> None:
        """Add a thing to look for where a text holds one of some strings.

        Of a string with blanks only the longest word is looked for. Raises ValueError for one that
        is blank.
        """
        bit = 1 << len(self._things)
        self._things.append(thing)
        for string in strings:
            word = max(string.split(), key=len, default="")
            if not word:
                raise ValueError("a string without words cannot be looked for")
            if word not in self._bits:
                self._bits[word] = 0
                self._by_beginning.setdefault(word[:_BEGIN], []).append(word)
            self._bits[word] |= bit
        self._known.clear()

    def possible(self, text: str) -> list[T]:
        """Return what may be in a text, in the order in which it was added."""
        bits = 0
        # Most words hold nothing.
        for one in filter(None, map(self._known.__getitem__, text.split())):
            bits |= one
        found: list[T] = []
        while bits:
            lowest = bits & -bits
            found.append(self._things[lowest.bit_length() - 1])
            bits ^= lowest
        return found

    def _in_word(self, word: str) -> int:
        bits = 0
        for at, letter in enumerate(word):
            for begin in (letter, word[at : at + _BEGIN]):
                for string in self._by_beginning.get(begin, ()):
                    if word.startswith(string, at):
                        bits |= self._bits[string]
        return bits
