"""Penalties whose kind or length other words tell: `for the same term`, `held for ten days under Article 488`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered
from zhylnama.reading.penalties.amounts import Measure
from zhylnama.reading.penalties.links import Link
from zhylnama.reading.penalties.penalty_words import PenaltyWords, Word, kind_by_length
from zhylnama.record.event import SanctionKind

_SAME_TERM: Final = compile_lowered(
    r"(?:\s+(?:to|on|from|на)\s(?:(?!\bfor\b)[^.;,\d]){0,80}?(?=\s(?:for|на)\s))?\s*(?:,\s*)?(?:for|on|на)?\s*(?:the\s+same\s+(?:term|period|length|duration)|т(?:от|акой)\s+же\s+срок)"
)
_ASKED_FOR: Final = compile_lowered(
    r"(?:\b(?:sought|seek|ask\w*|request\w*|demand\w*|call\w*\s+for)|(?<!\w)(?:за|по)?(?:прос|треб)\w+)\s(?:[^.;,]|\.(?=\s[a-zа-я])){0,60}$"
)
# So far before a length it was asked for.
_ASKED_REACH: Final = 120
_NEXT_REACH: Final = 400
# `who was held for ten days under Article 488`
_HELD_FOR: Final = compile_sought(r"\b(?:held|kept|locked\s+up)\s+for\s+$")
_UNDER: Final = re.compile(r"\s+(?:under|on\s+the\s+basis\s+of)\s+(?:article|part|administrative)")
REST: Final = compile_lowered(r"unserved|remain|\brest\b|неотбыт|оставш")
REPLACED: Final = compile_lowered(
    r"(?<!\bbe\s)(?:replaced|commuted|changed|converted)\b|замен(?:ил|[её]н)"
)
_TWO: Final = 2
_SENTENCED_TO: Final = compile_sought(
    r"(?:\b(?:sentenced|condemned)\s+(?:\w+\s+){0,4}?to|(?<!\w)(?:приговор|осу)[а-яё]+\s+к)\s+(?:an?\s+)?(?:[а-яё]+\s+)?$"
)
# `A, 15 days, and B, 20 days of arrest`: behind a name, and before the next one.
_BEHIND_NAME: Final = compile_sought(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*\s*(?:,\s+|\(|[–—-]\s+)$")
_TO_NEXT: Final = re.compile(
    r"\)?,?\s+(?:(?:and|и|а)\s+)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*){0,2}\s*(?:,\s+|\(|[–—-]\s+)"
)
# `восемь месяцев А проведёт в колонии`, `восемнадцать суток, проведёт под арестом А`
_WILL_SPEND: Final = re.compile(
    r",?\s+(?:(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*\s+){1,3}|(?:он|она|ему|ей)\s+)?(?:провед[её]т|(?:прид[её]тся|предстоит)\s+провести)\s+(?:в|под|за)\s+[а-яё]+"
)


def before_another(text: str, first: int, found: list[Link], without: list[Measure]) -> list[Link]:
    """Return the penalties whose word only the next of a list has: `A, 15 days, B, 20 days of arrest`."""
    told = sorted((link for link in found if link.sizes), key=lambda link: link.begin)
    for measure in reversed(without):
        following = next((link for link in told if link.begin >= measure.end), None)
        name = _BEHIND_NAME.search(text, max(first, measure.start - 60), measure.start)
        if following is None or name is None:
            continue
        size, other = measure.sizes[0], following.sizes[0]
        days = size.days is not None and size.months is None
        kind: SanctionKind | None = None
        if _TO_NEXT.fullmatch(text, measure.end, following.begin):
            if days == (other.days is not None and other.months is None) and not size.amount:
                kind = following.kind
            elif days and name[0].endswith("("):
                kind = "arrest"  # `A (15 суток), B (штраф 20 МРП)`
        if kind is not None:
            link = Link(kind, measure.start, measure.end, measure.sizes, None, measure.start)
            told.insert(0, link)
    return [link for link in told if link.word is None and link not in found]


def for_same_term(
    small: str, words: list[Word], found: list[Link], last: Link | None
) -> list[Link]:
    """Return the penalties that last as long as another, `last`: `a ban for the same term`.

    `words` are those for penalties in one sentence, `found` what has its own length there.
    """
    if last is None:
        return []
    rest: list[Link] = []
    used = {link.word.start for link in found if link.word}
    for word in words:
        same = _SAME_TERM.match(small, word.end) if word.start not in used else None
        kind = kind_by_length(word.entry.called, last.sizes[-1]) if same else None
        if same is not None and kind is not None:
            rest.append(Link(kind, word.start, same.end(), last.sizes[-1:], word, word.start))
    return rest


def in_place_of(
    said: PenaltyWords, text: str, small: str, without: list[Measure], first: int, last: int
) -> list[Link]:
    """Return what was given in place of what was asked for: `he asked for eight years, the court gave five`.

    `without` are the lengths of a sentence, from `first` to `last`, that are no penalty's.
    """
    found: list[Link] = []
    for measure, following in zip_longest(without, without[1:]):
        kind = kind_by_length("sentence", measure.sizes[0])
        begin = max(first, measure.start - _ASKED_REACH)
        if kind is None or not _ASKED_FOR.search(small, begin, measure.start):
            continue
        until = following.start if following else min(last, measure.end + _NEXT_REACH)
        rest = said.elliptic.behind(text, measure.end, until, measure.sizes[0])
        found += [Link(kind, begin, end, (size,), None, begin) for begin, end, size in rest]
    return found


def held_under_article(small: str, begin: int, measure: Measure) -> Link | None:
    """Return an arrest that is only called being held, but by an article; None for any other."""
    held = _HELD_FOR.search(small, begin, measure.start)
    if held is None or kind_by_length("arrest", measure.sizes[0], held=True) != "arrest":
        return None
    if _UNDER.match(small, measure.end) is None:
        return None
    return Link("arrest", held.start(), measure.end, measure.sizes, None, held.start())


def will_spend(text: str, measure: Measure) -> Link | None:
    """Return the term that somebody will spend somewhere: `восемь месяцев А проведёт в колонии`."""
    spends = _WILL_SPEND.match(text, measure.end)
    kind = kind_by_length("sentence", measure.sizes[0]) if spends else None
    if spends is None or kind is None:
        return None
    return Link(kind, measure.start, spends.end(), measure.sizes, None, measure.start)


# `the 3 months that he had been in custody`, `три месяца, проведённые под стражей`
_IN_CUSTODY: Final = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:he|she|they)\s+(?:had\s+|has\s+)?(?:already\s+)?(?:been\s+(?:held\s+)?|spent\s+|was\s+|were\s+)in\s+(?:pre-?trial\s+)?(?:custody|detention)"
    r"|\s*,?\s*(?:провед[её]нн\w+|котор\w+\s+(?:он|она|они)\s+пров[её]л\w*)\s+(?:под\s+стражей|в\s+сизо|в\s+следственном\s+изоляторе)"
)


def in_custody(small: str, measure: Measure) -> Link | None:
    """Return the custody of which a clause behind its length tells: `the 3 months that he had been in custody`."""
    told = _IN_CUSTODY.match(small, measure.end) if measure.sizes[0].months else None
    if told is None:
        return None
    return Link("custody", measure.start, told.end(), measure.sizes, None, measure.start)


def named_without_length(small: str, words: list[Word], links: list[Link]) -> Word | None:
    """Return the word for what a sentence says somebody was sentenced to without how long: `приговорены к ограничению свободы`."""
    used = {link.word.start for link in links if link.word}
    for word in reversed(words):
        called = word.entry.called
        if called not in ("restriction-of-liberty", "forced-labour") or word.start in used:
            continue
        if _SENTENCED_TO.search(small, max(0, word.start - _ASKED_REACH), word.start):
            return word
    return None


def as_named_before(link: Link, named: Word | None) -> Link:
    """Return a term that only a verb of giving tells as the kind that was named before."""
    by_verb = link.word is None or link.word.entry.called == "sentence"
    if named is None or link.kind != "imprisonment" or not by_verb:
        return link
    kind = kind_by_length(named.entry.called, link.sizes[-1])
    return link if kind is None else replace(link, kind=kind)


_REPLACED_KINDS: Final[tuple[SanctionKind, ...]] = (
    "imprisonment", "restriction-of-liberty", "forced-labour",
)  # fmt: skip
_OF_NAME: Final = re.compile(r"\s+of\s+(?:[\w-]+\s+){0,2}[\w-]+[’']s?\s+")


def of_rest(
    said: PenaltyWords, small: str, words: list[Word], measure: Measure, last: int
) -> list[Link]:
    """Return the rest of a term, and what it is replaced with, which lasts as long.

    `неотбытая часть, 1 год лишения свободы, заменена ограничением свободы`
    """
    nouns = [w for w in words if w.start >= measure.end and not w.entry.verb][:_TWO]
    if len(nouns) < _TWO:
        return []
    old, new = nouns
    kind = kind_by_length(new.entry.called, measure.sizes[0])
    replaced = REST.search(small, last, measure.start) and REPLACED.search(small, last, new.start)
    kept = next((one for one in _REPLACED_KINDS if one == old.entry.called), None)
    if kept is None or kind not in _REPLACED_KINDS or kind == kept or not replaced:
        return []
    other = next(iter(said.lengths(small, old.end, new.start)), None)
    gap = _OF_NAME.sub(" ", small[measure.end : old.start])
    if other is not None or not said.links(gap):
        return []
    return [
        Link(kept, old.start, old.end, (), old, old.start, former=True),
        Link(kind, new.start, new.end, measure.sizes, new, new.start),
    ]
