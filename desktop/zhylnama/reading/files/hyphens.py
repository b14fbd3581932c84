"""Words that were parted at the end of a line: put together, with their hyphen where it is theirs.

A file does not say whether a hyphen at the end of a line is the word's own (`pre-trial`) or only
shows that the word goes on. The document's other words tell, then what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

SOFT_HYPHEN: Final = "\u00ad"
_PARTED: Final = re.compile(r"(?:[^\W\d_]+[’'])?[^\W_]+(?:-[^\W_]+)*-$")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OWN_HYPHEN: Final = re.compile(r"[^\W\d_]-(?=[a-zа-яёәғқңөұүһі])")
_FIRST_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*-?")
# A link is broken at any sign.
_LINK: Final = re.compile(r"://|www\.|[/=&?%_#]\S*$")
# First parts of words that keep their hyphen.
_OWN: Final = frozenset(
    ["anti", "co", "ex", "half", "mid", "non", "pre", "self", "well",
    "вице", "генерал", "интернет", "кое", "медиа", "онлайн", "пресс", "премьер", "условно", "экс"]
)  # fmt: skip
_ANY: Final = re.compile(
    r"(?:кто|что|чего|кого|как\w*|где|куда|откуда|когда|почему|че[йм]\w*)-(?:то|либо|нибудь)"
)
_LONGEST_WORD: Final = 200
_LETTER: Final = len("T-")
# So often a hyphen may end a line by chance.
_FEW: Final = 2


class Hyphens:
    """What a document's lines tell about its hyphens."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        parted = own = 0
        for line in lines:
            ends = is_parted(line)
            parted += ends and line[-2].islower() and not _LINK.search(_last_word(line))
            # The first word may be the rest of one, the last the beginning.
            whole = _WORD.findall(line.casefold())[1:]
            whole = whole[: len(whole) - ends]
            own += 0 if "//" in line else len(_OWN_HYPHEN.findall(line))
            self._words.update(whole)
        # Words of their own hyphens seldom stand at the end of a line.
        self._parts_words = parted > max(_FEW, own)

    def joined(self, above: str, below: str) -> str:
        """Return a line that ends in a hyphen and the one below it as one line."""
        begun, rest = _PARTED.search(_last_word(above)), _FIRST_WORD.match(below[:_LONGEST_WORD])
        if begun is None or rest is None:
            return above + below
        if begun[0].isupper() and len(begun[0]) > _LETTER and rest[0].islower():
            return f"{above} {below}"  # “NAME- what it does”
        return (above if self._keeps(above, begun[0][:-1], rest[0]) else above[:-1]) + below

    def _keeps(self, above: str, begun: str, rest: str) -> bool:
        """Whether the hyphen between two parts of a word is the word's own."""
        last = begun.rpartition("-")[2]
        if _LINK.search(_last_word(above)) or begun[-1].isdigit() or rest[0].isdigit():
            return True
        left, right = begun.casefold(), rest.casefold().rstrip("-")
        if f"{left}-{right}" in self._words:
            return True
        if f"{left}{right}" in self._words:
            return False
        if rest[0].isupper() and not (begun.isupper() and rest.isupper() and len(last) > 1):
            return True
        own = len(last) == 1 or last.casefold() in _OWN or _ANY.fullmatch(f"{left}-{right}")
        return bool(own) or not self._parts_words


def is_parted(line: str) -> bool:
    """Whether a line ends in the middle of a word, by its hyphen."""
    return line.endswith("-") and _PARTED.search(_last_word(line)) is not None


def _last_word(line: str) -> str:
    return line[-_LONGEST_WORD:].rpartition(" ")[2]
