"""The words by which penalties are told, from `resources/reading/penalties.toml`, and what they take.

A word for a penalty has a length where nothing but small words stands between the two (`arrest for
15 days`, `15 days of administrative arrest`), where a verb has people and reasons between (`sentenced
A to 5 years`), or a noun its owner (`the arrest of A was extended by 2 months`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import (
    AnyOf,
    compile_lowered,
    compile_phrases,
    lowered_pattern,
    needed,
)
from zhylnama.reading.penalties.amounts import AmountReader, Measure, Size
from zhylnama.reading.penalties.elliptic import Elliptic
from zhylnama.reading.sieve import Sieve
from zhylnama.record.event import SanctionKind

Called = Literal[SanctionKind, "sentence", "none"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Words for one kind of penalty.

    `verb`: its length follows. `far`: names and reasons may stand between. `after`: its length stands
    before. `alone`: a penalty without any length. `held`: some days of it are no penalty of a court.
    `suspended`: a term that is not served.
    """

    called: Called
    pattern: re.Pattern[str]
    verb: bool
    far: bool = False
    after: bool = False
    alone: bool = False
    held: bool = False
    suspended: bool = False


class Word(msgspec.Struct, frozen=True):
    """A word for a penalty at its place."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Alone:
    """A penalty without a length or a sum: `was given a warning`."""

    kind: SanctionKind
    pattern: re.Pattern[str]


class _Hint(Enum):
    """What tells that a text may hold a measure of a penalty; `ENOUGH`: without any other word."""

    UNIT = auto()
    ENOUGH = auto()


# Between a verb and its length may stand those whom it is done to, and why; no second verb.
_FAR: Final = 200
_SECOND_VERB: Final = compile_sought(
    r";|\b(?:and|but|who|which|while|because|after|when|then)\s+(?:(?:was|were|is|had|has|been)\b|[a-z]+ed\b|held\b|kept\b|spent\b|told\b)|(?:^|[\s,])(?:и|а|но|который|которая|которые)\s+[а-яё]+(?:л|ла|ли|н|на|ны)\b"
)
_LEADS_IN: Final = compile_sought(
    r"(?:\b(?:for|to|by|with|of|on)|(?<!\w)(?:на|к|до|по|сроком))\s+(?:(?:the|a|an|another|more|only|just|further|additional|term|terms|period|sentence|punishment|ещё|ещё|еще|срок|of|на|to|из)\s+){0,4}$|\(\s*$"
)
# Between a noun and its length: `the arrest of A was extended for`, `арест А (`.
_OWNER: Final = re.compile(
    r"\s+(?:[^,;()\d]|\([^()]{0,60}\)|(?<=\w),(?=\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])){2,110}[\s(]"
)
# `the arrest of A under Article 488, Part 7 of the Code from 20 to`
_OWNER_UNDER: Final = re.compile(
    r"(?:\s+(?:[^,;()\d]|\([^()]{0,60}\)|(?<=\w),(?=\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])){2,90}?)?\s+(?:under|по)\s+(?:[Aa]rt|[Pp]art|[Сс]т|[Чч])[^;()]{4,150}\s"
)
# `дал Омарову 10 суток`, `gave him and Serik 15 days`: nothing but whom it is given to. Only whole
# words: capitals without end would be cut into names in as many ways as there are.
_RECEIVER: Final = re.compile(
    r"(?:\s*(?:,\s*)?(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*+|him|her|them|each|both|all|only|another|also|and|ему|ей|им|и|по|ещё|еще|каждому|всем|обоим|по решению суда|activists?|активист\w*)(?!\w))*\s*(?:(?:to|a|the|of|sentences?|terms?)\s+)*$"
)
# `the arrest of A, which was for 10 days`, `арест, составлявший десять суток`
_WHICH_WAS: Final = re.compile(
    r"(?:\s+(?:[^,;()\d]){2,60})?,\s+(?:(?:which|that|котор[а-яё]+)\s(?:[^,;()\d]){0,90}(?:\b(?:for|lasted|was)|(?<!\w)(?:на|составля(?:л[аио]?|ет)|длил[аи]?с[ья]))\s+"
    r"|составлявш[а-яё]+\s+|(?:назначенн|вынесенн|наложенн|imposed|handed\s+down|given)[а-яё]*\s[^;.()]{0,110}?,?\s*[–—:]\s+)"
)
# `запрет на общественную деятельность 2 года`; not `ban on rallies two years ago`
_BANNED: Final = re.compile(
    r"\s+(?:на|on)\s+(?:(?!(?:через|спустя|within|after|since|until)\s)[a-zа-яё-]+\s+){1,5}(?:[,(–—-]\s*)?"
)
_DURING: Final = compile_sought(r"(?:(?<!\w)в\s+течение|\bduring)\s+$")
_TO_WHOM: Final = re.compile(
    r"\s+(?:(?:ему|ей|им|обоим|всем)|(?:[А-ЯЁӘҒҚҢӨҰҮҺІ][\w’-]*(?:у|ю|е|ой|ей)|[А-ЯЁӘҒҚҢӨҰҮҺІ]\.)(?:\s+[А-ЯЁӘҒҚҢӨҰҮҺІ][\w.’-]*)?)\s+(?:также\s+)?"
)
_LATER: Final = re.compile(r"\s+(?:ago|earlier|later|before|after|назад|спустя)\b")
# `were given 3 days to leave the country`
_WHAT_FOR: Final = re.compile(r"\s+(?:to|in which to|на то|чтобы)\s+(?!serve\b|be\b)[a-zа-я]+")
# `would not pay the fine`: it was given before.
_UNPAID: Final = compile_sought(
    r"(?:\b(?:not|never)|\brefus\w+\s+to|(?<!\w)не)\s+(?:\w+\s+){0,2}(?:pay|paid|(?:за|вы|у|о)?плат\w+|собра\w+|внес\w+)\s+(?:(?:the|his|her|this|an?)\s+)?$"
)
_BY_COURT: Final = compile_sought(
    r"[,;]\s*(?:but\s+|while\s+|and\s+|а\s+|но\s+|и\s+)?(?:the\s+)?(?:court|judge|суд|судья)\s+(?:[\w.’-]+\s+){0,4}$"
)
# `instead of the four years requested, the judge imposed …`
_INSTEAD_OF_ASKED: Final = compile_sought(
    r"(?:\binstead\s+of|(?<!\w)вместо)\s[^.;]{0,90}?(?:request|sought|demand|asked|запр[ао][сш]|прос|треб)[^.;]{0,90}?"
    r"(?:\b(?:sentenced|fined|gave|imposed|handed|ordered)|(?<!\w)(?:назначил|приговорил|оштрафовал|дал|вынес)[аи]?)(?=\s)"
)
_YEARS: Final = ("year", "years", "год", "года", "лет", "годам")
# So long somebody may be held without a court.
_HELD_AT_MOST: Final = 3
# Nobody is imprisoned for days; nobody is arrested by a court for an offence for longer than this.
_ARREST_AT_MOST: Final = 60
# What is called an arrest and is longer is custody before a trial.
_ARREST_BY_COURT: Final = 45
# Without one of these a text holds no length and no sum.
_UNITS: Final = (
    "day", "month", "year", "hour", "сут", "дня", "дней", "дням", "день", "меся", "мес", "год", "лет", "час", "term", "period", "срок",
    "tenge", "kzt", "₸", "тг", "тенге", "mci", "mfi", "monthly", "мрп", "месячн", "аек",
)  # fmt: skip
# These are enough for a penalty: `Article 488 …, 15 days`, `ordered to pay 140,000 tenge`.
_ENOUGH: Final = (
    "may not", "must not", "not allowed", "no longer allowed", "permitted to", "be able to",
    "days", "суток", "сутки", "mci", "mfi", "мрп", "tenge", "тенге", "calculation", "расчётн", "расчетн",
)  # fmt: skip
_CURRENCIES: Final = (
    "tenge",
    "kzt",
    "₸",
    "тг",
    "тенге",
    "mci",
    "mfi",
    "monthly",
    "мрп",
    "месячн",
    "аек",
)


class PenaltyWords:
    """What `penalties.toml` holds, ready to be looked for in texts in small letters."""

    def __init__(self, path: Path) -> None:
        read = tomllib.loads(path.read_text("utf-8"))
        self._amounts = AmountReader(read["numbers"])
        self.elliptic = Elliptic(self._amounts)
        links = {name: "|".join(words.split()) for name, words in read["links"].items()}
        self._to_length = re.compile(rf"\s*[,:(–—-]?\s*(?:(?:{links['to_length']})\s+)*")
        self._to_kind = re.compile(rf"(?:,(?=\s+under\s)|[\s-])*(?:(?:{links['to_kind']})[\s-]+)*")
        self._sieve: Sieve[Entry | Alone | _Hint] = Sieve()
        for word in read["word"]:
            entry = _entry(word)
            self._sieve.add(entry, needed(entry.pattern.pattern)[0])
        for kind, patterns in read["alone"].items():
            for pattern in patterns:
                alone = Alone(kind, compile_lowered(pattern))
                self._sieve.add(alone, needed(lowered_pattern(pattern))[0])
        self._sieve.add(_Hint.UNIT, _UNITS)
        self._sieve.add(_Hint.ENOUGH, _ENOUGH)
        not_given = read["not_given"]
        self._asked = AnyOf("|".join(map(lowered_pattern, not_given["before"])))
        self._asked_after = [compile_lowered(one) for one in not_given["after"]]
        self._crowd = compile_lowered(not_given["crowd"])

    def in_text(self, text: str) -> tuple[list[Entry], list[Alone], bool]:
        """Return the words that a text may hold, and whether it may hold a measure of a penalty."""
        possible = self._sieve.possible(text)
        entries = [one for one in possible if isinstance(one, Entry)]
        alone = [one for one in possible if isinstance(one, Alone)]
        hints = {one for one in possible if isinstance(one, _Hint)}
        measured = _Hint.UNIT in hints and (entries or _Hint.ENOUGH in hints)
        return entries, alone, bool(measured)

    def lengths(self, text: str, start: int, end: int) -> Iterable[tuple[Measure, Measure | None]]:
        """Return the lengths between two places of a text, each with the one that it replaces."""
        return self._amounts.lengths(text, start, end)

    def sums(self, text: str, start: int, end: int) -> Iterable[tuple[Measure, Measure | None]]:
        """Return the sums between two places of a text, each with the one that it replaces."""
        money = any(text.find(one, start, end) >= 0 for one in _CURRENCIES)
        return self._amounts.sums(text, start, end) if money else ()

    def links(self, gap: str) -> bool:
        """Return whether nothing but small words stands between a length and a noun after it."""
        return self._to_kind.fullmatch(gap) is not None

    def has_length(
        self, text: str, small: str, word: Word, begin: int, end: int, *, changed: bool = False
    ) -> bool:
        """Return whether a length after a word is of it, and of nothing between.

        `changed`: the length stands in place of another, `from 5 to 3 years`.
        """
        if begin - word.end > _FAR:
            return False
        gap = small[word.end : begin]
        given = word.entry.called == "sentence" and not word.entry.far
        if given and _WHAT_FOR.match(small, end):
            return False
        if self._to_length.fullmatch(gap):
            return True
        if given or word.entry.called == "none":
            if not given or _RECEIVER.fullmatch(text, word.end, begin) is not None:
                return given
            under = not word.entry.verb and _OWNER_UNDER.fullmatch(text, word.end, begin)
            told = changed or leads_in(small, word.end, begin)
            return bool(under and told) and not _SECOND_VERB.search(gap)
        if word.entry.called == "ban" and _TO_WHOM.fullmatch(text, word.end, begin):
            return True  # `запретил ей три года преподавать`
        if word.entry.called == "ban" and _DURING.search(gap) and not _SECOND_VERB.search(gap):
            return True
        if word.entry.called == "ban" and not word.entry.verb and _BANNED.fullmatch(gap):
            return _LATER.match(small, end) is None
        noun = word.entry.called != "ban" and not word.entry.verb
        if noun and not any(one.fullmatch(text, word.end, begin) for one in (_OWNER, _OWNER_UNDER)):
            return False
        near = not _SECOND_VERB.search(gap)
        return near and (changed or leads_in(small, word.end, begin))

    @staticmethod
    def told_of(small: str, words: list[Word], begin: int) -> Word | None:
        """Return the noun of which a length is told by a clause: `the arrest of A, which was for 10 days`."""
        for word in reversed(words):
            if not word.entry.verb and word.entry.called not in ("ban", "none", "fine", "warning"):
                return word if _WHICH_WAS.fullmatch(small, word.end, begin) else None
        return None

    def is_given(self, text: str, begin: int, end: int) -> bool:
        """Return whether a penalty was given, and not only asked for or feared."""
        before = text[max(0, begin - 300) : begin]
        if _UNPAID.search(before):
            return True
        if court := _BY_COURT.search(before):
            before = before[court.start() :]  # `the prosecutor asked for 9 years, the judge gave …`
        if given := _INSTEAD_OF_ASKED.search(before):
            before = before[given.end() :]
        return not (
            self._asked.occurs(before) or any(one.match(text, end) for one in self._asked_after)
        )

    def is_of_crowd(self, text: str, begin: int, end: int) -> bool:
        """Return whether how many were punished is told, and not who."""
        return self._crowd.search(text, max(0, begin - 40), end + 40) is not None


def _entry(word: dict[str, Any]) -> Entry:
    flags = ("far", "after", "alone", "held", "suspended")
    told = {flag: word.get(flag, False) for flag in flags}
    pattern = compile_phrases(word["said"]) if word["said"] else compile_lowered(*word["like"])
    return Entry(word["kind"], pattern, word["form"] == "verb", **told)


def leads_in(text: str, begin: int, end: int) -> bool:
    """Return whether a text ends with words that lead to a length: `… for another`."""
    return _LEADS_IN.search(text, begin, end) is not None


def kind_by_length(called: Called, size: Size, *, held: bool = False) -> SanctionKind | None:
    """Return what a length of something is: days of arrest, months of custody, years in prison."""
    days, months = size.days or 0, size.months
    only_days = bool(days) and not months and not size.hours
    if (
        called == "none"
        or called in ("fine", "warning")
        or (size.hours and called != "forced-labour")
    ):
        return None
    if called == "sentence" or called == "imprisonment":
        return "arrest" if only_days and days <= _ARREST_AT_MOST else "imprisonment"
    if called == "arrest":
        if held and only_days and days <= _HELD_AT_MOST:
            return None
        if months and size.written.endswith(_YEARS):
            return None  # what is called so for years may be anything
        return "arrest" if only_days and days <= _ARREST_BY_COURT else "custody"
    return called
