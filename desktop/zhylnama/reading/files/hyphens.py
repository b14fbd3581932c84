"""Words that were parted at the end of a line: put together, with their hyphen where it is theirs.

A file does not say whether a hyphen at the end of a line is the word's own (`pre-trial`) or only
shows that the word goes on. The document's other words tell, then what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_PARTED: Final = re.compile(r"(?:[^\W\d_]+[’'])?[^\W_]+(?:-[^\W_]+)*-$")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FIRST_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*-?")
# A link is broken at any sign.
_LINK: Final = re.compile(r"://|www\.|[/=&?%_#]\S*$")
# First parts of words that keep their hyphen.
_OWN: Final = frozenset(
    ["anti", "co", "deputy", "e", "ex", "half", "human", "mid", "multi", "non", "pre", "pro", "re", "self", "semi", "so", "well",
    "вице", "во", "вот", "генерал", "горе", "интернет", "кое", "медиа", "онлайн", "пол", "по", "пресс", "премьер", "радио", "теле", "условно", "экс"]
)  # fmt: skip
_TAILS: Final = frozenset(["то", "либо", "нибудь", "таки", "ка"])
# Above this share of lines that end in a hyphen a document parts its words at syllables.
_PARTS_WORDS: Final = 0.06


class Hyphens:
    """What a document's lines tell about its hyphens."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        parted = count = 0
        for line in lines:
            count += 1
            ends = is_parted(line)
            parted += ends and not _LINK.search(line)
            whole = _WORD.findall(line.casefold())
            # The first word may be the rest of one, the last the beginning.
            self._words.update(whole[1 : len(whole) - ends])
        self._parts_words = parted > _PARTS_WORDS * count

    def joined(self, above: str, below: str) -> str:
        """Return a line that ends in a hyphen and the one below it as one line."""
        begun, rest = _PARTED.search(above), _FIRST_WORD.match(below)
        keeps = begun is None or rest is None or self._keeps(above, begun[0][:-1], rest[0])
        return (above if keeps else above[:-1]) + below

    def _keeps(self, above: str, begun: str, rest: str) -> bool:
        """Whether the hyphen between two parts of a word is the word's own."""
        last = begun.rpartition("-")[2]
        if _LINK.search(above.rpartition(" ")[2]) or begun[-1].isdigit() or rest[0].isdigit():
            return True
        if rest[0].isupper() and not (begun.isupper() and rest.isupper() and len(last) > 1):
            return True
        left, right = begun.casefold(), rest.casefold().rstrip("-")
        if f"{left}-{right}" in self._words:
            return True
        if f"{left}{right}" in self._words:
            return False
        own = len(last) == 1 or last.casefold() in _OWN or right in _TAILS
        return own or not self._parts_words


def is_parted(line: str) -> bool:
    """Whether a line ends in the middle of a word, by its hyphen."""
    return line.endswith("-") and _PARTED.search(line) is not None
