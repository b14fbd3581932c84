"""The words in capitals of a text, in runs: words with only spaces between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from zhylnama.reading.names.named import Mention

if TYPE_CHECKING:
    from zhylnama.reading.names.lexicon import Lexicon, WordKind

CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽƏА-ЯЁӘҒҚҢӨҰҮҺІЇЄ"
# `С.Закирова-онлайн` took part from afar: that is no part of her name.
# The capital stands first and everything about it after it: so the engine looks for capitals only.
_TOKEN: Final = re.compile(
    rf"[{CAPITAL}](?:"
    r"(?<![\w.].)(?!(?<=U)\.[SKN]\.|(?<=E)\.U\.)"
    r"(?P<initial>(?:(?<=[ZSCK])h|(?<=Y)[euao]|(?<=T)s|(?<=Д)ж)?\."
    rf"(?:(?:[{CAPITAL}]|Zh|Sh|Ch|Kh|Ye|Yu|Ya|Ts|Yo|Дж)\.)?)(?!\w\.\w\.)"
    rf"|(?:[^\W\d_]|[’'ʼ](?=[^\W\d_])|-(?!онлайн|online)(?=[{CAPITAL}]?[^\W\d_]))*)"
)
_POSSESSIVES: Final = ("’s", "'s", "ʼs")
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]{1,80}[»”\"]")
_QUOTES: Final = '«“„"'
_AFTER_WORD = re.compile(r"\s*([\w’'.]+)")
# So many spaces stand between two words of a name at most.
_FURTHEST: Final = 3
# How far back the word before a name is looked for.
_NEAR: Final = 30


class Token(msgspec.Struct, frozen=True):
    """A word in capitals or an initial: its place, the word as printed, and what it can be."""

    start: int
    end: int
    word: str
    kind: WordKind


Run = list[Token]


def bare(word: str) -> str:
    """Return a word without the ending of a possessive: `Nigmatullin’s`."""
    return word[:-2] if word.endswith(_POSSESSIVES) else word


def tokens_of(
    text: str, lexicon: Lexicon, start: int = 0, end: int | None = None
) -> Iterator[Token]:
    """Yield the words in capitals and the initials of a text, between two places in it."""
    kind_of = lexicon.kind_of
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match[0]
        kind = "initial" if match["initial"] else kind_of(word)
        yield Token(*match.span(), word, kind)


def runs_of(text: str, lexicon: Lexicon, start: int) -> list[Run]:
    """Return the runs of words in capitals: words with only spaces between them."""
    runs: list[Run] = []
    last: Token | None = None
    for token in tokens_of(text, lexicon, start):
        # A full stop ends a run, except that of an initial: `Utebaev B. and`.
        if (
            last is not None
            and token.start - last.end <= _FURTHEST
            and _are_joined(text, last, token)
        ):
            runs[-1].append(token)
        else:
            runs.append([token])
        last = token
    return runs


def _are_joined(text: str, last: Token, token: Token) -> bool:
    if token.start == last.end:
        return last.kind == "initial"
    space = text[last.end : token.start]
    return space.isspace() and "\n" not in space


def gap(mention: Mention, begin: int, end: int) -> tuple[int, int]:
    """Return where the text between a name and a run of words begins and ends."""
    return (mention.end, begin) if mention.end <= begin else (end, mention.start)


def between(
    runs: list[Run], mentions: list[Mention]
) -> Iterator[tuple[Run, int, int, list[Mention]]]:
    """Yield the runs that hold no name yet, with the names right before and after them."""
    at = 0
    for run in runs:
        begin, end = run[0].start, run[-1].end
        while at < len(mentions) and mentions[at].end <= begin:
            at += 1
        if at < len(mentions) and mentions[at].start < end:
            continue
        yield run, begin, end, mentions[max(0, at - 1) : at + 1]


def word_after(text: str, end: int) -> str:
    """Return the word after a place in small letters, an empty one where none follows."""
    found = _AFTER_WORD.match(text, end)
    return found[1].casefold().rstrip(".") if found else ""


# `the portal Kaspi Tynysy, Kuanysh Adilbek, …`; but `reporters of the newspaper A, B and C`.
ONE_NAME_BEHIND: Final = re.compile(
    r",?\s+[^\W\d_a-zа-яё][\w’-]*\.?\s?[^\W\d_a-zа-яё][\w’-]*+(?!,\s+[^\W\d_a-zа-яё]|,?\s+(?:and|и)\s+[^\W\d_a-zа-яё])"
)


def word_before(text: str, begin: int) -> str:
    """Return the word before a place in small letters, an empty one where none stands there."""
    lowest = max(0, begin - _NEAR)
    at = begin
    while at > lowest and (text[at - 1].isspace() or text[at - 1] in '“"«'):
        at -= 1
    end = at
    while at > lowest and (text[at - 1].isalnum() or text[at - 1] in "_.’'-"):
        at -= 1
    return text[at:end].casefold()


def within_quotes(text: str, begin: int, end: int) -> str | None:
    """Return `title` for words that fill short quotation marks: the name of a thing."""
    before = text[max(0, begin - 60) : begin]
    if not any(quote in before for quote in _QUOTES):
        return None
    for quoted in _QUOTED.finditer(text, max(0, begin - 60), min(len(text), end + 60)):
        if quoted.start() < begin and end < quoted.end():
            inside = text[quoted.start() + 1 : quoted.end() - 1].strip()
            if len(inside) <= (end - begin) + 4:
                return "title"
    return None
