"""The words in capitals of a text, in runs: words with only spaces between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhylnama.reading.named import Mention

CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽƏА-ЯЁӘҒҚҢӨҰҮҺІЇЄ"
TOKEN = re.compile(
    rf"(?P<initial>(?<![\w.])(?!U\.S\.|U\.K\.|U\.N\.|E\.U\.)(?:(?:[{CAPITAL}]|Zh|Sh|Ch|Kh|Ye|Yu|Ya|Ts|Yo|Дж)\.){{1,2}}(?!\w\.\w\.))"
    rf"|(?P<word>[{CAPITAL}](?:[^\W\d_]|[’'ʼ](?=[^\W\d_])|-(?=[{CAPITAL}]?[^\W\d_]))*)"
)
POSSESSIVE = re.compile(r"[’'ʼ]s$")
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]{1,80}[»”\"]")
BEFORE_WORD = re.compile(r"([\w.’'-]+)[\s“\"«]*$")
AFTER_WORD = re.compile(r"[\s]*([\w’'.]+)")

Run = list[re.Match[str]]


def gap(mention: Mention, begin: int, end: int) -> tuple[int, int]:
    """Return where the text between a name and a run of words begins and ends."""
    return (mention.end, begin) if mention.end <= begin else (end, mention.start)


def between(
    runs: list[Run], mentions: list[Mention]
) -> Iterator[tuple[Run, int, int, list[Mention]]]:
    """Yield the runs that hold no name yet, with the names right before and after them."""
    at = 0
    for run in runs:
        begin, end = run[0].start(), run[-1].end()
        while at < len(mentions) and mentions[at].end <= begin:
            at += 1
        if at < len(mentions) and mentions[at].start < end:
            continue
        yield run, begin, end, mentions[max(0, at - 1) : at + 1]


def runs_of(text: str, start: int) -> list[Run]:
    """Return the runs of words in capitals: words with only spaces between them."""
    runs: list[Run] = []
    end = -1
    for token in TOKEN.finditer(text, start):
        space = text[end : token.start()] if end >= 0 else None
        joined = space is not None and (
            (not space and runs[-1][-1]["initial"])
            or (space.isspace() and len(space) < 4 and "\n" not in space)
        )
        # A full stop ends a run, except that of an initial: `Utebaev B. and`.
        if joined:
            runs[-1].append(token)
        else:
            runs.append([token])
        end = token.end()
    return runs


def within_quotes(text: str, begin: int, end: int) -> str | None:
    """Return `title` for words that fill short quotation marks: the name of a thing."""
    for quoted in _QUOTED.finditer(text, max(0, begin - 60), min(len(text), end + 60)):
        if quoted.start() < begin and end < quoted.end():
            inside = text[quoted.start() + 1 : quoted.end() - 1].strip()
            if len(inside) <= (end - begin) + 4:
                return "title"
    return None
