"""Which word for a penalty each length and sum of a sentence belongs to.

The noun right behind a length has it (`15 days of arrest`), else what is extended or increased by it,
else the nearest word before it that can take it; in a list an article or a dash is enough, and behind
another penalty a name: `A was given 15 days of arrest, B – 3 days`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered
from zhylnama.reading.penalties.activities import (
    is_forbidden,
    is_without_right,
    may_not,
    suspension,
    who_may_not,
)
from zhylnama.reading.penalties.amounts import Measure
from zhylnama.reading.penalties.apportioned import (
    ITEM_BEFORE,
    NEXT_NAME,
    NEXT_OTHERS,
    ON_BOTH,
    ON_LIST,
    ON_NAME,
)
from zhylnama.reading.penalties.cues import WITHIN
from zhylnama.reading.penalties.kept import CUT_BY, PROLONGED, WHILE_HELD, is_kept, is_put_off
from zhylnama.reading.penalties.links import Link, link_of
from zhylnama.reading.penalties.penalty_words import PenaltyWords, Word, kind_by_length, leads_in
from zhylnama.reading.penalties.sums import fine_of
from zhylnama.reading.penalties.told_by_others import (
    REPLACED,
    REST,
    before_another,
    for_same_term,
    held_under_article,
    in_custody,
    in_place_of,
    of_rest,
    will_spend,
)
from zhylnama.record.event import SanctionKind

# `Article 488, Part 6 …, 15 days`: only behind an article a length or a sum alone is a penalty; but
# `Article 174, custody extended: A – 1 month` is no prison term.
_ARTICLE_BEFORE: Final = compile_sought(
    rf"(?:\b(?:article|art\.?)|стать\w+|ст\.)(?:(?!custod|pre-?trial|house\s|extend|prolong|страж|продл|домашн){WITHIN}){{0,120}}[,–—:-]\s*$"
)
_DASH_BEFORE: Final = compile_sought(r"(?<=[\w.)])\s?[–—-]\s+(?:по\s+|на\s+|for\s+|to\s+)?$")
# Behind a name and a dash years are a term only where a verdict is told; else an age.
_VERDICT: Final = compile_sought(
    r"\b(?:verdict|sentence[ds]?|sentencing|convicted|prison\s+terms)\b|(?<!\w)(?:приговор|осужд|осудил|сроки\s)"
)
_VERDICT_REACH: Final = 400
_ITEM_ENDS: Final = re.compile(
    r"\s*(?:[.,;()\[]|$|[–—]\s+(?:and|и|а)\s|and\b|и\s|а\s|each\b|кажд|with\s+(?:an?\s+|the\s+)?(?:suspen|defer|postpon)|с\s+отсрочк|за\s|for\s|under\s|по\s)"
)
# So far from a measure stand the words that say whose it is: `…, Somebody (aged 20), to`.
_NEXT_REACH: Final = 400
# `оштрафованы, он – на 20, она – на 10 МРП`
BY_PRONOUN: Final = compile_sought(
    r"(?<!\w)(?:он|она|he|she)\s+(?:[–—-]\s+(?:(?:на|к|по|for|to|an?)\s+)?|(?:in\s+the\s+amount\s+of|for|to|на|к|в\s+размере)\s+)$|\b(?:and|while)\s+(?:him|her)\s+(?:(?:for|to)\s+)?$",
    re.I,
)
# `served 1 year of his 4 years`
_PART_OF: Final = compile_sought(
    r"\s+(?:(?:out\s+)?of\s+(?:(?:the|his|her|a|an)\s+)?|из\s+(?:назначенн\w+\s+(?:(?:ему|ей|им|судом)\s+)?)?)"
)
# `сокращён до четырёх лет`
_CUT_TO: Final = compile_lowered(
    r"(?:reduced|cut|shortened|lowered|increased|raised|увелич\w+|повыш\w+|сокра[тщ]\w+|сни[зж]\w+|уменьш\w+)\s+(?:(?:it|him|her|его|её|ее|их)\s+)?(?:to|до)\s+$"
)
# `given 15 days, then another 10 days`
_ONCE_MORE: Final = compile_lowered(
    r"(?:\b(?:then|and|got|given|received)|(?<!\w)(?:затем|потом|и|получил\w*|дали))\s(?:(?!hunger|hospital|голод|больниц|ward|cell|шизо)[^.;]){0,60}?(?:another|a\s+further|ещё|еще)\s+$|,\s+(?:and|but|а|и)\s+(?:now|this\s+time|теперь|сейчас)\s+(?:[–—-]\s+)?$"
)
# `20 MCI for the first report and 30 MCI for the second`
_FOR_ANOTHER: Final = compile_lowered(
    r"\s+(?:for|за)\s+(?:the\s+)?(?:first|one|перв\w+|од\w+)\b[^.;]{0,60}\s(?:and|и)\s+(?:another\s+|ещё\s+|еще\s+)?$"
)
# `served 10 of the 15 days`, `отбыл 10 из 15 суток`
_OF_WHOLE: Final = re.compile(
    r"\s+(?:\w+|\d+)\s+(?:из|(?:out\s+)?of)\s+(?:(?:the|his|her|своих|назначенных)\s+)?"
)
_TO_SERVE: Final = compile_lowered(
    r"(?:banned|barred|prohibited|forbidden|disqualified)\s+(?:(?:each|all|both|of|them|him|her|the|two|three)\s+){0,4}(?:from|to)\s+$|right\s+to\s+$|\bban\s+(?:on|from)\s+$"
)
_CHANGE: Final = compile_lowered(
    r"replac|commut|reduc|\bcut\b|lower|shorten|уменьш|chang|convert|замен|смягч|сни[зж]|сократи|сокращ|increas|увелич|toughen|ужесточ|extend|doubl|rais|удво|повы[сш]"
)
_LONGER: Final = compile_lowered(r"(?<!\w)(?:extend|prolong|increas|lengthen|продл|увелич)\w*")
_TERM_OF: Final = re.compile(r"(?:^|[\s-]+)(?:term|sentence|срок\w{0,2})\s")
_OF_KIND: Final = re.compile(r"\s+(?:of\s+(?:the\s+)?)?")
_NOUNS: Final = re.compile(r"\s*(?:[a-zа-яё]+\s+){0,2}")
_REDUCED: Final = compile_lowered(
    r"\b(?:reduced|shortened)\s+(?:the\s+)?$|(?:сократил|снизил)\w*\s+$"
)
_BY_RULING: Final = compile_lowered(
    r"\b(?:by|under)\s+(?:an?\s+|the\s+)?(?:court\s+)?(?:ruling|order|decision|verdict)\b|(?<!\w)по\s+(?:решению|постановлению|приговору)\s+(?:[а-яё]+\s+){0,3}суда"
)
_REDUCED_REACH: Final = 60
_BETWEEN_CHANGED: Final = 60


class Sentence:
    """One sentence of a text; `words`: those for penalties in it."""

    def __init__(
        self,
        said: PenaltyWords,
        text: str,
        small: str,
        words: list[Word],
        begin: int,
        end: int,
        earlier: Link | None = None,
    ) -> None:
        """`earlier`: the last penalty with a length or a sum in the sentences before."""
        self._said = said
        self._text = text
        self._small = small
        self._words = words
        self._begin = begin
        self._end = end
        self._earlier = earlier

    def links(self, fined: bool) -> list[Link]:
        """Return the penalties with a length or a sum; `fined`: the text tells of a fine somewhere."""
        found: list[Link] = []
        last = self._begin  # what stands before the measure that was last has its own
        measures = self._measures()
        without: list[Measure] = []
        for at, (measure, former) in enumerate(measures):
            if measure.start < last or CUT_BY.search(self._small, last, measure.start):
                continue  # `reduced by six months`: how long it is now is told nowhere
            if at + 1 < len(measures) and self._is_told_with(measure, *measures[at + 1]):
                continue
            if (whole := self._said.elliptic.whole(self._small, measure)) is not None:
                measure = whole  # `отсидев три года из пяти`
            if rest := of_rest(self._said, self._small, self._words, measure, last):
                found += rest
                last = measure.end
                continue
            span = may_not(self._small, last, measure)
            link = Link("ban", *span, measure.sizes, None, span[0]) if span else None
            link = link or self._linked(measure, last, former, fined=fined)
            link = link or self._of_list(measure)
            link = link or self._otherwise(measure, last, found)
            if link is not None and found and link.word is found[-1].word is not None:
                link = replace(link, begin=measure.start)  # the word is of both
            if link is not None and BY_PRONOUN.search(self._small, link.begin, measure.start):
                link = replace(link, begin=measure.start)
            if link is not None and former is not None:
                found += self._changed(link, former)
            elif link is not None:
                word = link.word
                if word and _REDUCED.search(
                    self._small, max(self._begin, word.start - _REDUCED_REACH), word.start
                ):
                    found.append(Link(link.kind, word.start, word.end, (), word, word.start, True))
                found.append(link)
            else:
                without.append(measure)
            last = measure.end
        found += before_another(self._text, self._begin, found, without)
        return found + self._rest(found, without)

    def _is_told_with(self, measure: Measure, other: Measure, former: Measure | None) -> bool:
        """Whether a measure is a part of the next, or what that replaces.

        `served 1 year of his 4 years`, `from 50 MCI to 20 MCI`.
        """
        if former is not None and former.start <= measure.start:
            return True
        return _PART_OF.fullmatch(self._small, measure.end, other.start) is not None

    def _otherwise(self, measure: Measure, last: int, found: list[Link]) -> Link | None:
        """Return the penalty of a measure beside which no word for one stands."""
        begin = suspension(self._small, last, measure)
        span = who_may_not(self._small, measure) if begin is None else (begin, measure.end)
        if span is not None:
            return Link("ban", *span, measure.sizes, None, span[0])
        link = held_under_article(self._small, last, measure)
        link = link or will_spend(self._text, measure) or in_custody(self._small, measure)
        if link is None and found:
            link = self._elliptic(measure, found[-1])
        first = max(0, measure.start - _VERDICT_REACH)
        if link is None and _VERDICT.search(self._small, first, measure.start):
            return self._of_list(measure, of_verdict=True)
        return link

    def _measures(self) -> list[tuple[Measure, Measure | None]]:
        found = [*self._said.lengths(self._small, self._begin, self._end)]
        found += self._said.sums(self._small, self._begin, self._end)
        return sorted(found, key=lambda one: one[0].start)

    def _changed(self, link: Link, former: Measure) -> list[Link]:
        """Return both of `reduced from 5 to 3 years`; `from 2 to 5 years` is what a law says."""
        if _CHANGE.search(self._small, self._begin, self._end) is None:
            return []
        begin = max(link.begin, former.end)
        old = Link(
            link.kind, former.start, former.end, former.sizes, None, former.start, former=True
        )
        return [old, Link(link.kind, begin, link.end, link.sizes, link.word, former.start)]

    def _rest(self, found: list[Link], without: list[Measure]) -> list[Link]:
        """Return `B for 7` after days of arrest, and `for the same term` after any length."""
        measured = [link for link in found if link.sizes]
        if not measured:
            return in_place_of(
                self._said, self._text, self._small, without, self._begin, self._end
            ) + for_same_term(self._small, self._words, found, self._earlier)
        last = measured[-1]
        alike: dict[int, Link] = {}
        for link in measured:
            without_unit = self._alike(link, measured)
            alike = {one.begin: one for one in without_unit} | alike
            inner = [one.end for one in without_unit if link.begin < one.begin < link.end]
            if inner:  # `fined A 10, B 15 and C 20 MCI`: the last is told behind them
                begin = self._small.find(link.sizes[0].written, max(inner), link.end)
                found[found.index(link)] = replace(link, begin=begin)
        return list(alike.values()) + for_same_term(self._small, self._words, found, last)

    def _alike(self, link: Link, measured: list[Link]) -> list[Link]:
        """Return the lengths that share the unit of another: `A got eight and B five years`."""
        size = link.sizes[-1]
        if not (size.days or size.months or size.currency == "MCI"):
            return []
        following = [other.begin for other in measured if other.begin >= link.end]
        until = min((*following, self._end, link.end + _NEXT_REACH))
        earlier = [other.end for other in measured if other.end <= link.begin]
        # The length stands behind the words of its penalty or before them.
        at = self._small.find(link.sizes[0].written, link.begin, link.end)
        found = [
            *self._said.elliptic.behind(self._text, link.end, until, size),
            *self._said.elliptic.before(
                self._text, max(earlier, default=self._begin), max(at, link.begin), link.sizes[0]
            ),
        ]
        return [Link(link.kind, begin, end, (one,), None, begin) for begin, end, one in found]

    # -- One measure -----------------------------------------------------------------------------

    def _linked(
        self, measure: Measure, last: int, former: Measure | None, *, fined: bool
    ) -> Link | None:
        """Return what a measure is of; `last`: where the measure before it ends."""
        size = measure.sizes[0]
        if not (size.days or size.months or size.hours):
            return fine_of(self._small, self._words, measure, last, self._end, fined=fined)
        before = [w for w in self._words if last <= w.start and w.end <= measure.start]
        if (noun := self._said.told_of(self._small, before, measure.start)) is not None:
            kind = kind_by_length(noun.entry.called, size, held=noun.entry.held)
            return link_of(kind, measure, noun) if kind is not None else None
        behind = [word for word in self._words if word.start >= measure.end]
        term = behind and self._small.startswith(("sentence", "punishment"), behind[0].start)
        if len(behind) > 1 and (behind[0].entry.after or term):
            # `a two-year term of restriction of liberty`
            of_kind = _OF_KIND.fullmatch(self._small, behind[0].end, behind[1].start)
            behind = behind[1:] if of_kind and not behind[1].entry.verb else behind
        following = next(iter(behind), None)
        gap = self._small[measure.end : following.start] if following is not None else ""
        if (
            following is not None
            and len(gap) < _NEXT_REACH
            and self._said.links(_TERM_OF.sub(" ", gap))
            and not is_without_right(self._small, measure, following.start)
        ):
            entry = following.entry
            # Of verbs only a Russian participle follows its length: `на 10 суток арестован`.
            if not entry.verb or not self._small[following.start].isascii():
                by_law = self._is_by_court(measure.start, following.end)
                kind = kind_by_length(entry.called, size, held=entry.held and not by_law)
                held = entry.held and kind == "arrest"
                if entry.called == "none" or (
                    held and WHILE_HELD.search(self._small, last, measure.start)
                ):
                    return None
                if kind is not None:
                    return link_of(kind, measure, following)
        if following is not None and is_forbidden(self._text, measure, following.start):
            begin = following.start
            return Link("ban", begin, following.end, measure.sizes, following, begin)
        return self._of_change(measure, before, following, last) or self._of_word(
            measure, before, former
        )

    def _is_by_court(self, begin: int, end: int) -> bool:
        """Whether some days in a place of detention are said to be what a court decided."""
        return (
            "court" in self._small[begin:end]
            or _BY_RULING.search(self._small, self._begin, self._end) is not None
        )

    def _of_word(self, measure: Measure, before: list[Word], former: Measure | None) -> Link | None:
        """Return the penalty of the nearest word before a length that can take it."""
        begin = former.start if former else measure.start
        for word in reversed(before):
            entry = word.entry
            if entry.called in ("fine", "warning") or (entry.after and former is None):
                continue
            if _TO_SERVE.search(self._small, 0, word.start):
                continue  # `banned from serving in the police for 3 years`
            if entry.called == "none" and is_put_off(self._small, word.end, begin):
                return None  # `with deferral of the sentence for 5 years`
            part = entry.verb and _OF_WHOLE.fullmatch(self._small, word.end, begin)
            if part or self._said.has_length(
                self._text, self._small, word, begin, measure.end, changed=former is not None
            ):
                if is_kept(self._small, word, measure):
                    return None
                held = entry.held and not self._is_by_court(word.start, measure.end)
                kind = kind_by_length(entry.called, measure.sizes[0], held=held)
                return link_of(kind, measure, word) if kind is not None else None
        return None

    def _of_change(
        self, measure: Measure, before: list[Word], following: Word | None, last: int
    ) -> Link | None:
        """Return what a length changes: `extended the detention of A by 2 months`."""
        size, small = measure.sizes[0], self._small
        if following is not None and PROLONGED.fullmatch(self._text, measure.end, following.start):
            kind = kind_by_length(following.entry.called, size)
            return link_of(kind, measure, following) if kind is not None else None
        nouns = [word for word in before if not (word.entry.verb or word.entry.after)]
        if following is not None and not following.entry.verb:
            gap = small[measure.end : following.start]
            kind = kind_by_length(following.entry.called, size)
            rest = REST.search(small, last, measure.start)
            replaced = rest and REPLACED.search(small, last, following.start)
            if replaced and kind is not None and len(gap) < _BETWEEN_CHANGED:
                # `replaced the rest of the imprisonment, 1 year, with restriction of liberty`
                return link_of(kind, measure, following)
            if _NOUNS.fullmatch(gap):
                nouns.append(following)
        verbs = list(_LONGER.finditer(small, last, measure.start))
        if not verbs or not leads_in(small, verbs[-1].start(), measure.start):
            return None
        for word in reversed(nouns):
            kind = kind_by_length(word.entry.called, size)
            if kind is not None:
                return link_of(kind, measure, word)
        return None

    def _of_list(self, measure: Measure, *, of_verdict: bool = False) -> Link | None:
        """Return the penalty of a measure that stands behind an article or a dash without any word.

        `of_verdict`: years behind a dash are a term, and no age.
        """
        if not _ITEM_ENDS.match(self._small, measure.end):
            return None
        begin = max(self._begin, measure.start - 140)
        size = measure.sizes[0]
        money = size.amount is not None
        kind: SanctionKind | None = "fine" if money else kind_by_length("sentence", size)
        article = _ARTICLE_BEFORE.search(self._small, begin, measure.start)
        dash = _DASH_BEFORE.search(self._small, begin, measure.start)
        if dash and kind == "imprisonment" and not of_verdict:
            dash = None
        if kind is None or not (article or dash):
            return None
        return Link(kind, measure.start, measure.end, measure.sizes, None, measure.start)

    def _elliptic(self, measure: Measure, before: Link) -> Link | None:
        """Return a penalty of the same kind as the one before, whose word a later measure goes without."""
        size = measure.sizes[0]
        units = ("days", "months", "hours", "amount")
        alike = before.sizes and any(
            getattr(size, unit) is not None and getattr(before.sizes[-1], unit) is not None
            for unit in units
        )
        if not alike:
            return None
        between = self._text[before.end : measure.start]
        near = between[-_NEXT_REACH:]
        item = ITEM_BEFORE.search(near)
        item_next = item is not None and not near[: item.start()].strip(" )")
        named = (
            item_next
            or BY_PRONOUN.search(near)
            or NEXT_NAME.search(near)
            or NEXT_OTHERS.search(near)
        ) and _ITEM_ENDS.match(self._small, measure.end)
        behind = (ON_LIST.search(near) or ON_BOTH.fullmatch(between)) and ON_NAME.match(
            self._text, measure.end
        )
        cut = _CUT_TO.search(self._small, before.end, measure.start)
        again = _FOR_ANOTHER.fullmatch(self._small, before.end, measure.start)
        more = _ONCE_MORE.search(self._small, before.end, measure.start)
        if not (named or behind or cut or again or more):
            return None
        begin = cut.start() if cut else measure.start
        return Link(before.kind, measure.start, measure.end, measure.sizes, None, begin)
