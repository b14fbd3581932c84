"""Penalties that a paragraph states: what kind, how long, how much; not yet whose.

A penalty is a word for it and a measure beside it (`measured.py`): `15 days of arrest`, `arrested A and
B for 15 days`, `a five-year ban on …`, `штраф в размере 50 МРП`; or a word that needs none: `was given
a warning`, `taken into custody`. The words are in `resources/reading/penalties.toml`
(`penalty_words.py`). What a prosecutor asks for, or what somebody faces, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered, lowered
from zhylnama.reading.penalties.again import said_again
from zhylnama.reading.penalties.bare import fines_somebody, is_bare
from zhylnama.reading.penalties.cues import sentences
from zhylnama.reading.penalties.details import FORBIDS, short_detail
from zhylnama.reading.penalties.links import Link
from zhylnama.reading.penalties.measured import Sentence
from zhylnama.reading.penalties.penalty_words import Alone, Entry, PenaltyWords, Word
from zhylnama.reading.penalties.told_by_others import (
    REPLACED,
    as_named_before,
    named_without_length,
)
from zhylnama.record.event import SUSPENDED, SanctionKind


@dataclass(frozen=True, slots=True)
class Penalty:
    """One penalty as written, at `start` to `end` of the text."""

    kind: SanctionKind
    start: int
    end: int
    days: int | None = None
    months: int | None = None
    hours: int | None = None
    amount: float | None = None
    currency: str | None = None
    detail: str | None = None
    lengths: tuple[str, ...] = ()
    doubt: str | None = None
    former: bool = False  # what a penalty was before it was changed


# A penalty that a higher court looks at.
_REVIEW: Final = compile_lowered(
    r"(?<!\w)обжал(?:овал|ован)\w*\s|\bappeal(?:ed|s)\s+(?:against\s+)?the\s|uph[eo]ld|unchanged|in\s+force|cancel|overturn|quash|annul|revok|оставил\w*\s|оставлен|без\s+изменени|отменил|отмен[её]н"
)
_REACH: Final = 120
_HOW_MUCH: Final = compile_sought(
    r"(?<!\w)(?:размер|сумма)\w*\s+штрафа|штраф\s+составил|\b(?:amount|size)\s+of\s+the\s+fine|\bthe\s+fine\s+(?:is|was|amounts|amounted)\b"
)
_TO_REPLACE: Final = compile_sought(
    r"(?:\bto\s+(?:replace|commute|change)|\breplacement\s+of|\breplacing|(?<!\w)заменить|(?<!\w)о\s+замене)\s+(?:[\w’.-]+\s+){0,4}$"
)
_GRANTED: Final = compile_sought(
    r"\b(?:court|judge|board)\s+(?:[\w-]+\s+){0,2}?(?:granted|satisfied|approved|upheld|allowed|accepted|agreed\s+(?:to|with))\b|\b(?:application|request|motion|petition|submission)\s+(?:was|has\s+been)\s+(?:granted|satisfied|approved|upheld|allowed|accepted)\b"
    r"|(?<!\w)(?:суд|судья|коллегия)\s+(?:[а-яё-]+\s+){0,2}?(?<!не\s)(?:удовлетворил|согласил)|(?<!\w)(?:ходатайство|представление|прошение)\s+(?:был[оа]\s+)?удовлетвор"
)
_LEAD: Final = 30
_OF_HIMSELF: Final = compile_sought(
    r"\b(?:he|she)\s+(?:had\s+|has\s+)?(?:was|been|fined)|(?<!\w)(?:он|она)\s+(?:был[аи]?\s+)?оштр"
)
_ON_APPEAL: Final = compile_sought(
    r"\b(?:appeal\w*|contest\w*|challeng\w*|complain\w*)\s+(?:against\s+|about\s+)?(?:the|his|her|an?)\s+fine\b|\b(?:upheld|cancel\w*|overturned|left)\s+(?:in\s+force\s+)?(?:the|his|her)\s+fine\b|(?<!\w)(?:обжаловал|оспорил|оставил|отменил)[а-яё]*\s+(?:в\s+силе\s+|без\s+изменени\w\s+)?штраф"
)
_IN_PLACE: Final = compile_sought(r"\s(?:with|by|to|into|на)\s+(?:an?\s+)?$")
_OF_NAME: Final = re.compile(r"\s+(?:of\s+)?(?:[a-zа-яё]+\s+){0,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_NOT_DONE: Final = compile_lowered(
    r"\b(?:would|may\s+be|might|could|can|will|refus\w+|asks?|asked|request\w*)\b|отказ|прос|ходатай|могут|может"
)
_LEAVING: Final = compile_lowered(r"leav|exit|travel|выезд|выезж|покида|forbid|lifetime|пожизн")
_SPENT: Final = compile_lowered(
    r"(?:\bspent|\bspending|(?<!\w)проведя|(?<!\w)пров[её]л\w*)\s+(?:[а-яё]+\s+){0,3}\w?$"
)
_HAS_SPENT: Final = compile_sought(
    r"\b(?:has|had|have)\s+(?:already\s+)?(?:spent|served)\s+(?:\w+\s+){0,2}$|(?<!\w)(?:пров[её]л|отбыл|отсидел)[аи]?\s+(?:(?:уже|там|в|за)\s+){0,2}$"
)
_WARNED: Final = re.compile(r"(?:warned|предупрежд[её]н[аы]?|предупредили)\s*(?:[.;,\[]|$|and\b)")
_SERVED_OF_IT: Final = re.compile(r"served\s|отсидел\w*\s|отбыл\w*\s")
_ALREADY: Final = compile_sought(r"(?:\balready|\bhad\s+by\s+then|(?<!\w)уже)\s+$")
_SPENT_REACH: Final = 40
_PAID: Final = compile_lowered(r"pay|(?:за|о|вы|у)?пла[тч]")
_PARTED: Final = compile_sought(r"(?<!\b[^\W\d_])\.|[,;]|\b(?:and|while)\b|(?<!\w)[иа](?!\w)")
# `learned that he was banned from leaving`
_LEARNT: Final = compile_sought(
    r"(?:\b(?:learn(?:ed|t)|found\s+out|discovered|turned\s+out)|(?<!\w)(?:узнал|выяснил|оказал)\w*)\s[^.;]{0,60}$"
)
# `3 years of imprisonment, suspended`
_ON_CONDITION: Final = re.compile(
    r"\s*,?\s*\(?(?:(?:suspended|conditional(?:ly)?|условно)\b(?!-)|with\s+(?:an?\s+|the\s+)?(?:suspension|deferral|deferment|postponement)\b|с\s+отсрочкой\b)"
)
# `got the same term, but suspended`
_BUT_ON_CONDITION: Final = re.compile(
    r"\s*,?\s*(?:(?:but|но)\s+)?(?:suspended|conditional(?:ly)?|условно)\b"
)
# `a suspended sentence of 2 years of imprisonment`, `условно к 2 годам лишения свободы`
_CONDITION: Final = compile_sought(
    r"(?<!лет\s)(?<!года\s)(?<!год\s)(?<!years\s)(?<!year\s)\b(?:suspended\s+(?:sentence|term|prison|imprisonment|punishment)|suspended(?=\s*$)|conditional(?:ly)?|условн\w+)"
    r"(?!\w|-)[^,.;:()]{0,40}$"
)
# `осуждён условно на три года`
_WITHIN_CONDITION: Final = compile_lowered(
    r"(?<!не\s)(?<!not\s)\b(?:условно|conditionally)(?![\w-])"
)


class PenaltyReader:
    """Finds penalties by the words of `penalties.toml`."""

    def __init__(self, path: Path) -> None:
        self._said = PenaltyWords(path)

    def read(self, text: str, start: int = 0) -> list[Penalty]:
        """Return the penalties of a text in order; those that are only asked for are left out."""
        small = lowered(text)
        entries, alone, measured = self._said.in_text(small)
        if not (entries or alone or measured):
            return []
        return _Search(self._said, text, small, start, entries).run(alone, measured=measured)


class _Search:
    """The penalties of one text."""

    def __init__(
        self, said: PenaltyWords, text: str, small: str, start: int, entries: list[Entry]
    ) -> None:
        self._said = said
        self._text = text
        self._small = small
        self._start = start
        self._words = self._find_words(entries)
        self._used: set[int] = set()  # words by where they begin
        self._found: list[Penalty] = []
        self._taken: list[tuple[int, int]] = []

    def _find_words(self, entries: list[Entry]) -> list[Word]:
        found = [
            Word(match.start(), match.end(), entry)
            for entry in entries
            for match in entry.pattern.finditer(self._small, self._start)
        ]
        found.sort(key=lambda word: (word.start, -word.end))
        kept: list[Word] = []
        for word in found:
            if not kept or word.start >= kept[-1].end:
                kept.append(word)
        return kept

    def run(self, alone: list[Alone], *, measured: bool) -> list[Penalty]:
        """Return the penalties in the order of the text; `measured`: it may hold a length or a sum."""
        fined = any(word.entry.called == "fine" for word in self._words)
        at = 0
        last: Link | None = None
        named: Word | None = None
        for begin, end in sentences(self._text) if measured else ():
            if end > self._start:
                first = max(begin, self._start)
                until = at
                while until < len(self._words) and self._words[until].end <= end:
                    until += 1
                words = [word for word in self._words[at:until] if first <= word.start]
                at = until
                part = Sentence(self._said, self._text, self._small, words, first, end, last)
                links = part.links(fined)
                here_named = named_without_length(self._small, words, links)
                for link in links:
                    before = here_named if here_named and here_named.end <= link.end else named
                    told = as_named_before(link, before)
                    last = told if told.sizes else last
                    self._add(told)
                named = here_named or named
        self._without_measure(alone)
        found = sorted(self._found, key=lambda penalty: penalty.start)
        for which, begin, end in said_again(self._small, [(p.kind, p.start, p.end) for p in found]):
            if self._said.is_given(self._small, begin, end):
                again = replace(found[which], start=begin, end=end, lengths=())
                if _BUT_ON_CONDITION.match(self._small, end):
                    again = replace(again, detail=SUSPENDED)
                found.append(again)
        found.sort(key=lambda penalty: penalty.start)
        found = [penalty for at, penalty in enumerate(found) if self._stands(penalty, at)]
        return [_trimmed(penalty, found, self._text) for penalty in found]

    def _add(self, link: Link) -> None:
        if link.former and not link.sizes:
            # `reduced the arrest of A to 7 days`: how long it was is told nowhere.
            if not self._told(link.kind):
                self._found.append(Penalty(link.kind, link.begin, link.end, former=True))
            return
        if link.word is not None:
            self._used.add(link.word.start)
            self._taken.append((link.word.start, link.word.end))
        self._taken.append((link.begin, link.end))
        if not self._said.is_given(self._small, link.asked_from, link.end):
            return
        detail = self._detail(link)
        several = tuple(size.written for size in link.sizes)
        self._found += [
            Penalty(
                link.kind, link.begin, link.end, days=size.days, months=size.months, hours=size.hours,
                amount=size.amount, currency=size.currency,
                detail=detail,
                lengths=several if link.kind != "fine" or len(several) > 1 else (),
                doubt=size.doubt, former=link.former,
            )
            for size in link.sizes
        ]  # fmt: skip

    def _is_told_beside(self, begin: int, end: int) -> bool:
        """Whether custody is told with its length by the same words."""
        return any(
            penalty.kind == "custody"
            and penalty.lengths
            and not _PARTED.search(self._small, min(end, penalty.end), max(begin, penalty.start))
            for penalty in self._found
        )

    def _told(self, kind: SanctionKind) -> bool:
        return any(penalty.kind == kind for penalty in self._found)

    # -- Penalties without a measure -------------------------------------------------------------

    def _without_measure(self, alone: list[Alone]) -> None:
        for one in alone:
            for match in one.pattern.finditer(self._small, self._start):
                groups = match.groupdict()
                core = "core" if groups.get("core") else 0
                begin, end = match.span(core)
                if _WARNED.match(self._small, begin) and not (
                    self._told("fine") or self._told("arrest")
                ):
                    continue  # by the police, perhaps: only beside other penalties it is one
                self._add_alone(one.kind, begin, end, groups.get("detail"))
        for word in self._words:
            called = word.entry.called
            if word.start in self._used or called == "none" or called == "sentence":
                continue
            if word.entry.alone or (called == "fine" and fines_somebody(self._text, word)):
                self._add_alone(called, word.start, word.end)
            elif not word.entry.verb and called not in ("ban", "warning"):
                self._looked_at(word, called)

    def _add_alone(
        self, kind: SanctionKind, begin: int, end: int, detail: str | None = None
    ) -> None:
        if kind == "ban" and _LEARNT.search(self._small, max(0, begin - _REACH), begin):
            return  # only found at the border: nothing tells who forbade it
        if any(begin < e and s < end for s, e in self._taken):
            return
        self._taken.append((begin, end))
        crowd = kind == "fine" and self._said.is_of_crowd(self._small, begin, end)
        # `the unserved part of the term` is no other term than the one told, nor is `taken into
        # custody in the courtroom` any custody before the trial.
        told = kind in ("imprisonment", "custody") and self._told("imprisonment")
        # `remanded A in custody for two months`
        told = told or (kind == "custody" and self._is_told_beside(begin, end))
        # `fined A; the fine is 20 MCI`
        told = told or (kind == "fine" and self._told("fine") and is_bare(self._small[begin:end]))
        # `оштрафована; размер штрафа – 20 МРП`
        told = told or (
            kind == "fine"
            and self._told("fine")
            and _HOW_MUCH.search(self._small, end, end + 2 * _REACH) is not None
        )
        # `appealed against the fine of 50 MCI …. She was fined on 19 April`: that of the appeal
        told = told or (
            kind == "fine"
            and self._told("fine")
            and _OF_HIMSELF.search(self._small, max(0, begin - _LEAD), begin + 5) is not None
            and _ON_APPEAL.search(self._small, 0, begin) is not None
        )
        # `each must pay the fine`: that which was told
        told = told or (
            kind == "fine" and self._told("fine") and bool(_PAID.match(self._small, begin))
        )
        if not crowd and not told and self._said.is_given(self._small, begin, end):
            self._found.append(Penalty(kind, begin, end, detail=short_detail(detail)))

    def _looked_at(self, word: Word, called: SanctionKind) -> None:
        """Add a penalty without its length that is replaced, or that a higher court looks at."""
        if word.entry.held or called == "custody" or self._small.startswith("custody", word.start):
            return
        begin, end = next((b, e) for b, e in sentences(self._text) if word.start < e)
        said = self._small[max(begin, word.start - _REACH) : min(end, word.end + _REACH)]
        new = [p for p in self._found if word.end <= p.start < end and p.kind != called]
        replaced = self._is_replaced(word, begin, end) and (new or self._add_new(word, end))
        reviewed = (
            called in ("arrest", "fine")
            and _REVIEW.search(said)
            and _OF_NAME.match(self._text, word.end)
        )
        replaced = replaced or (called != "imprisonment" and self._is_granted(word, begin))
        if (replaced and not self._told(called)) or reviewed:
            self._found.append(Penalty(called, word.start, word.end, former=True))

    def _is_replaced(self, word: Word, begin: int, end: int) -> bool:
        """Whether a penalty was replaced, and it was not only asked or refused to do so."""
        first = max(begin, word.start - _REACH)
        done = REPLACED.search(self._small, first, min(end, word.end + _REACH))
        lead = self._small[max(begin, done.start() - _LEAD) : done.start()] if done else ""
        return done is not None and _NOT_DONE.search(lead) is None

    def _is_granted(self, word: Word, begin: int) -> bool:
        """Whether it was asked to replace a penalty, and a court agreed: `The court granted the request`."""
        first = max(begin, word.start - _REACH)
        asked = _TO_REPLACE.search(self._small, first, word.start)
        granted = asked and _GRANTED.search(self._small, word.end)
        return bool(granted and any(p.start > granted.start() for p in self._found))

    def _add_new(self, word: Word, end: int) -> bool:
        """Add what a penalty was replaced with where no length is told either, and return whether."""
        for other in self._words:
            called = other.entry.called
            if called == "none" or called == "sentence" or called == word.entry.called:
                continue
            if not word.end < other.start < end:
                continue
            gap = self._small[word.end : other.start]
            told = self._small[other.start : other.end]
            if (
                other.start in self._used
                or len(gap) > _REACH
                or not (_IN_PLACE.search(gap) or told.endswith("ем"))
            ):
                continue
            self._used.add(other.start)
            self._found.append(Penalty(called, other.start, other.end))
            return True
        return False

    def _stands(self, penalty: Penalty, at: int) -> bool:
        """Whether a penalty is one of its own.

        `a ban on importing labour` is a matter of politics; without a length a ban is one beside
        another penalty, for a lifetime, or where somebody may not leave.
        """
        others = [p for p in self._found if p.kind == "arrest" and p is not penalty]
        if penalty.kind == "arrest" and others:
            if _SPENT.search(self._small, max(0, penalty.start - _SPENT_REACH), penalty.start + 1):
                # `by then he had spent 4 days in the detention centre`: of the arrest that is told.
                return not any(other.days != penalty.days for other in others)
            if _SERVED_OF_IT.match(self._small, penalty.start) and _ALREADY.search(
                self._small, max(0, penalty.start - _SPENT_REACH), penalty.start
            ):
                # `By that time he had already served 13 days`: of the longer one told before.
                before = [p.days or 0 for p in others if p.start < penalty.start]
                return not any(days > (penalty.days or 0) for days in before)
        if penalty.kind == "imprisonment" and _HAS_SPENT.search(
            self._small, max(0, penalty.start - _SPENT_REACH), penalty.start
        ):
            # `He has spent two years behind bars`: of the term that is told.
            terms = [p for p in self._found if p.kind == "imprisonment" and p is not penalty]
            return not any((p.months or 0) > (penalty.months or 0) for p in terms)
        if penalty.kind != "ban" or penalty.lengths or at:
            return True
        near = slice(max(0, penalty.start - 40), penalty.end + 60)
        return _LEAVING.search(self._small[near]) is not None

    def _detail(self, link: Link) -> str | None:
        """Return what a ban forbids, or that a prison term is suspended."""
        word, begin, end = link.word, link.begin, link.end
        if link.kind == "imprisonment":
            said = word is not None and word.entry.suspended
            said = said or _ON_CONDITION.match(self._small, end) is not None
            said = said or _WITHIN_CONDITION.search(self._small, begin, end) is not None
            said = said or _CONDITION.search(self._small, max(0, begin - 60), begin) is not None
            return SUSPENDED if said else None
        if link.kind != "ban" or word is None:
            return None
        inner = self._text[word.end : end] if begin == word.start else ""
        match = FORBIDS.match(inner) or FORBIDS.match(self._text, max(end, word.end))
        return short_detail(match["detail"]) if match else None


def _trimmed(penalty: Penalty, found: list[Penalty], text: str) -> Penalty:
    """Return a ban whose words end where the next penalty begins."""
    if penalty.detail is None or penalty.kind != "ban":
        return penalty
    for other in found:
        if other.start - penalty.end > 2 * len(penalty.detail) + _REACH:
            break  # so far away its words are at an end
        if other.start >= penalty.end and text[penalty.end : other.start].strip():
            before = " ".join(text[penalty.end : other.start].split())
            if penalty.detail.startswith(before[:20]) and len(before) < len(penalty.detail):
                detail = re.sub(r"[\s,]*(?:and|и|as well as|with)?\s*(?:a|an)?$", "", before)
                return replace(penalty, detail=detail or None)
    return penalty
