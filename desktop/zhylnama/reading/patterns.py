"""Patterns that ignore letter case, three times as fast as Python's own flag for it.

The text is put into small letters once, every pattern too. The lowered text has the length of the
text, so that a place in one is the same place in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from zhylnama.reading.first_letters import compile_sought

_CAPITALS = re.compile(r"\\.|\(\?P<\w+>|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length."""
    return _lowered(text) if len(text) < _LONG else _lowered.__wrapped__(text)


# Every reader asks for the paragraph that is read; what is longer is not kept.
_LONG: Final = 20_000


@lru_cache(maxsize=16)
def _lowered(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    # A few letters (İ) become two; they stay as they are.
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def compile_lowered(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for lowered texts; its escapes and group names stay as they are."""
    return compile_sought(lowered_pattern(pattern))


def lowered_pattern(pattern: str) -> str:
    """Return a pattern in small letters; its escapes and group names stay as they are."""
    return _CAPITALS.sub(lambda m: m[0] if m[0][0] in "\\(" else m[0].lower(), pattern)


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases of small words: `begin*` is any ending, `one|other` either, `(the)` may be absent.

    A star inside a word stands for one letter or none, as in `спецпри*мник*`.
    """
    return compile_sought(rf"(?<![^\W\d_])(?:{'|'.join(map(_phrase, phrases))})(?![^\W\d_])")


def _phrase(phrase: str) -> str:
    pattern = blank = ""
    for piece in phrase.split():
        optional = piece.startswith("(")
        words = [_word(word) for word in piece.strip("()").split("|")]
        one = words[0] if len(words) == 1 else rf"(?:{'|'.join(words)})"
        if not optional:
            pattern += blank + one
            blank = r"\s+"
        elif blank:
            pattern += rf"(?:{blank}{one})?"
        else:
            pattern += rf"(?:{one}\s+)?"
    return pattern


def _word(word: str) -> str:
    begin, star, rest = word.partition("*")
    if not star:
        return re.escape(word).replace(r"\-", "-")
    return re.escape(begin).replace(r"\-", "-") + (r"\w?" + _word(rest) if rest else r"\w*")


class AnyOf:
    """A pattern of which is only asked whether it occurs.

    Each of its alternatives is tried alone, and only in a text that holds letters which it cannot
    do without: most texts hold none, and looking for letters is far quicker than any pattern.
    """

    def __init__(self, pattern: str) -> None:
        free: list[str] = []
        self._parts: list[tuple[tuple[str, ...], re.Pattern[str]]] = []
        for alternative in _alternatives(pattern):
            needed = _needed(alternative)
            if needed:
                self._parts.append((needed, re.compile(alternative)))
            else:
                free.append(alternative)
        if free:
            self._parts.append((("",), re.compile("|".join(free))))

    def occurs(self, text: str) -> bool:
        """Return whether the pattern occurs in a text."""
        for needed, pattern in self._parts:
            for letters in needed:
                if letters in text:
                    if pattern.search(text):
                        return True
                    break
        return False


def holds(text: str, pieces: Iterable[str]) -> bool:
    """Return whether a text holds one of several pieces; any() takes three times as long."""
    for piece in pieces:  # noqa: SIM110
        if piece in text:
            return True
    return False


# One piece of a pattern: what opens a group, a class, an escape, a quantifier or a letter.
_PIECE: Final = re.compile(
    r"(?P<look>\(\?<?[!=])|(?P<open>\((?:\?(?::|P<\w+>))?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<maybe>[?*]\??|\{0?,\d*\}\??)|(?P<more>\+\??|\{[1-9][\d,]*\}\??)"
    r"|\\(?P<escaped>[^\w\s])|(?P<other>\\.|[.^$])|(?P<letter>.)",
    re.S,
)
_SHORTEST: Final = 2


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern that stand in no group."""
    found: list[str] = []
    begin = depth = 0
    for piece in _PIECE.finditer(pattern):
        if piece["look"] or piece["open"]:
            depth += 1
        elif piece["close"]:
            depth -= 1
        elif piece["or"] and not depth:
            found.append(pattern[begin : piece.start()])
            begin = piece.end()
    return [*found, pattern[begin:]]


def needed(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return letters that a text must hold for a pattern to occur: one of each set.

    The sets with the longest letters, which most texts do not hold, come first.
    """
    alternatives = _alternatives(pattern)
    if len(alternatives) == 1:
        return _all_needed(pattern)
    each = [_needed(one) for one in alternatives]
    return (tuple(letters for one in each for letters in one),) if all(each) else ()


def _needed(alternative: str) -> tuple[str, ...]:
    """Return the longest letters of which every text holds some in which a pattern occurs."""
    return next(iter(_all_needed(alternative)), ())


def _all_needed(alternative: str) -> tuple[tuple[str, ...], ...]:
    sets: list[tuple[str, ...]] = []
    run = ""
    pieces = list(_PIECE.finditer(alternative))
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        letter = piece["letter"] or piece["escaped"]
        if letter and not (following is not None and (following["maybe"] or following["more"])):
            run += letter
            at += 1
            continue
        if letter and following is not None and following["more"]:
            run += letter
        sets, run = [*sets, (run,)], ""
        if piece["look"] or piece["open"]:
            end = _closing(pieces, at)
            after = pieces[end + 1] if end + 1 < len(pieces) else None
            if piece["open"] and not (after is not None and after["maybe"]):
                inner = alternative[piece.end() : pieces[end].start()]
                within = [_needed(one) for one in _alternatives(inner)]
                if all(within):
                    sets.append(tuple(letters for one in within for letters in one))
            at = end
        at += 1
    sets.append((run,))
    useful = {one for one in sets if min(map(len, one)) >= _SHORTEST}
    return tuple(sorted(useful, key=lambda one: (-min(map(len, one)), len(one), one)))


def _closing(pieces: list[re.Match[str]], at: int) -> int:
    """Return which piece closes the group that a piece opens."""
    depth = 0
    for number in range(at, len(pieces)):
        piece = pieces[number]
        depth += bool(piece["look"] or piece["open"]) - bool(piece["close"])
        if not depth:
            return number
    raise ValueError("a group is not closed")
