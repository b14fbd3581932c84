"""How long and how much: the lengths and sums of a text, in figures and in words.

`15 days`, `one year and two months`, `7, 10 and 15 days`, `61 тысяча 260 тенге`, `20 MCI`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered, holds
from zhylnama.reading.penalties.spelled import SPELLED, number_of

# What no penalty reaches; a number beyond it is an error of the report.
LONGEST: Final = 10_000
# So many lengths stand in one list at most: a page of them would be read anew from each.
_MOST_LISTED: Final = 99
HIGHEST: Final = 1e12
# `семилетний срок`, but `семилетний сын`.
_OF_TERM: Final = r"(?=\s+(?:тюремн\w+\s+)?(?:срок|заключ|лишени|запрет|ограничени|приговор|арест))"
_UNIT: Final = rf"(?:days?|months?|years?|hours?|суточн\w{{2,3}}|(?:летн|месячн)\w{{2,3}}{_OF_TERM}|сут(?:ки|ок|кам|ками|ках)?|дн(?:я|ей|ям|ями|ях)|день|месяц(?:а|ев|ам|ами|ах|у|ем|е)?|мес\.|год(?:а|у|ам|ом|ами|ах|е)?|лет|час(?:а|ов|ам|ами|ах|у)?)(?![^\W\d_])"
# What no length is without.
_OF_LENGTHS: Final = (
    "day", "month", "year", "hour", "сут", "дн", "день", "лет", "мес", "год", "час",
)  # fmt: skip
# `17-year-old`, `10 days ago` are no lengths of anything.
_NO_LENGTH: Final = (
    r"(?!-?\s?(?:old|long)\b|\s+(?:ago|later|earlier|in\s+a\s+row|назад|спустя|подряд)\b)"
)
_HALF: Final = r"(?:\s+and\s+a\s+half|\s+с\s+половиной)?"
_AND: Final = r"(?:\s*,\s*(?:and|и)\s+|\s*,\s*|\s+(?:and|и)\s+)"
# The numbers of a list whose unit stands once: `arrested for 7, 10 and 15 days`.
_BARE: Final = rf"(?<!\w)(?:(?:\d{{1,3}}|%s){_AND}){{1,6}}"
# `36,920, 55,380 and 73,840 tenge`, `30 630, 61 260 и 91 890 тенге`
_GROUPED: Final = r"\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+(?!\d)|(?!(?:19|20)\d\d(?!\d))\d{1,7}"
_BARE_SUMS: Final = rf"(?<![\w.,])(?:(?:{_GROUPED}|%s){_AND}){{1,6}}"
_BARE_CUE: Final = compile_lowered(
    r"(?:(?<!\w)(?:twice|дважды)(?:,|\s+[–—-])?\s+(?:for|to|на|к)|(?<!\w)(?:to|for|к|respectively\s+to|соответственно\s+к|received|got|given|sentenced\s+to|arrested\s+for|terms?\s+of|получил\w*|приговор\w+\s+к|на))\s+$"
)
RESPECTIVELY: Final = compile_lowered(r"respectively|соответственно")
_SUM: Final = (
    r"(?P<amount>(?<![\d.,])(?:\d{1,3}\s(?:тысяч[аи]?|thousand)\s\d{1,3}(?=\s+т)|\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)|(?<![\w-])"
    + SPELLED
    + r")(?:\s*(?P<scale>thousand|million|тыс\.|тысяч[аи]?|млн\.?|миллион\w*))?(?:\s*|-)(?:\([^)]{1,60}\)\s*)?(?P<currency>tenges?|KZT|₸|тг\.?|тенге|M[CF]Is?|monthly\s+calculation\s+ind(?:ex(?:es)?|ices)|monthly\s+financial\s+ind(?:icators?|ex(?:es)?|ices)(?:\s+\(M[CF]Is?\))?|МРП|месячн\w+\s+расч[её]тн\w+\s+показател\w+|АЕК)(?![^\W\d_])"
)


_RANGE_REACH: Final = 16
# `A year and two months: that was …`, where `a year` alone would be no length.
_A_YEAR_AND: Final = compile_sought(r"(?<!\w)(?:an?\s+year|год)\s+(?:(?:and|и)\s+)?$")
# `for 10 to 20 days`: how long it was for anybody is not told.
_RANGE: Final = compile_sought(r"(?:\b(?:for|of)|(?<!\w)на)\s+\d{1,2}\s+(?:to|до)\s+$")


def _is_range(text: str, begin: int) -> bool:
    return _RANGE.search(text, max(0, begin - _RANGE_REACH), begin) is not None


@dataclass(frozen=True, slots=True)
class Size:
    """One length or one sum; `doubt` says what does not fit."""

    written: str
    days: int | None = None
    months: int | None = None
    hours: int | None = None
    amount: float | None = None
    currency: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Lengths or sums in one place: one, or several that are told in turn."""

    start: int
    end: int
    sizes: tuple[Size, ...]


class AmountReader:
    """Finds lengths and sums in texts in small letters; `numbers`: the words for each number."""

    def __init__(self, numbers: Mapping[str, str]) -> None:
        self._words = {
            word.replace("_", " "): float(number)
            for number, words in numbers.items()
            for word in words.split()
        }
        by_length = sorted(self._words, key=len, reverse=True)
        words = "|".join(_ONE_WORD.get(word) or word.replace(" ", r"\s") for word in by_length)
        spelled = "|".join(word for word in by_length if word not in _ONE_WORD and " " not in word)
        self._number = re.compile(rf"\d+|{spelled}")
        # Of numbers that stand alone `one` and `another` are mostly something else.
        self.spelled = "|".join(
            word
            for word in spelled.split("|")
            if self._words[word] >= _TWO and not _OF_PEOPLE.fullmatch(word)
        )
        figures = r"(?!(?:19|20)\d\d(?!\d))(?<!\d[.,])\d{1,5}(?:[.,]\d+)?(?!\d)"
        number = rf"(?<![^\W_])(?:{figures}|{words}){_HALF}"
        anywhere = rf"(?<![^\W_])(?:{figures}|an?(?=\s)|{words}){_HALF}"
        between = r"\s*(?:-\s*)?(?:\(\w+\)\s*)?(?:calendar\s+|more\s+|full\s+|полных\s+)?"
        one = rf"{number}{between}{_UNIT}(?:[’']s?(?!\w))?{_HALF}"
        unit = _UNIT.replace(_OF_TERM, "")  # asked of a length that was cut out
        self._one = re.compile(
            rf"(?P<n>{anywhere}){between}(?P<u>{unit})(?:[’']s?(?!\w))?(?P<half>{_HALF})"
        )
        self._lengths = re.compile(
            rf"(?:(?P<bare>{_BARE % spelled})|(?P<from>(?<!\w)(?:from|с|от)\s+{number}(?:\s*{_UNIT})?\s+(?:to|до)\s+))?"
            rf"(?P<len>{one}(?:(?:{_AND}|\s+){one}){{0,{_MOST_LISTED}}}){_NO_LENGTH}"
            rf"|(?<!\w)(?:from|с|от)\s+(?P<old>{one})\s+(?:to|до)\s+(?P<new>{number})(?=\s*(?:[.,;)\[]|$))"
            r"|(?<!\w)(?P<unit>месяц(?:у|ем)?|год(?:у|ом)?)(?=\s+(?:ограничени|лишени|исправит|принуд|колони|тюрьм|условно))|(?<![^\W_])(?P<unit3>сутки)(?=\s+(?:административного\s+)?ареста)"
            r"|(?<=\bна\s)(?P<unit2>месяц|год)(?!\w)|(?<=[–—]\s)(?P<unit4>месяц|год)(?=\s*(?:[.,;)]|$))"
        )
        self._former = re.compile(rf"(?:from|с|от)\s+(?P<n>{number})(?:\s*(?P<u>{_UNIT}))?")
        self._sums = compile_lowered(rf"(?:(?P<bare>{_BARE_SUMS.replace('%s', spelled)}))?{_SUM}")
        self._bare_sum = re.compile(rf"{_GROUPED}|{spelled}")
        # A length is tried only where a word begins as one does; Russian numbers make longer words.
        begins = {
            word[:_BEGIN] for word in (*self._words, "from", "с", "от", "месяц", "год", "сутки")
        }
        letters = "|".join(
            re.escape(begin)
            + (_WORD_ENDS if len(begin) < (_BEGIN if begin.isascii() else 2) else "")
            for begin in sorted(begins)
        )
        self._first = compile_sought(rf"(?<![^\W_])(?:\d|{letters})")

    def lengths(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Measure, Measure | None]]:
        """Yield the lengths from `start` on, each with the one that it replaces: `from 5 to 3 years`."""
        at, until = start, len(text) if end is None else end
        if not holds(text[at:until], _OF_LENGTHS):
            return
        while (match := self._next_length(text, at, until)) is not None:
            at = match.end()
            if match["unit3"]:
                yield Measure(*match.span(), (Size(match["unit3"], days=1),)), None
                continue
            if unit := match["unit"] or match["unit2"] or match["unit4"]:
                size = Size(unit, months=12 if unit.startswith("год") else 1)
                yield Measure(*match.span(), (size,)), None
                continue
            if match["old"]:  # `from 6 years to 4`
                unit = self._one.search(match["old"])
                told = f"{match['new']} {unit['u'] if unit else ''}"
                old = Measure(match.start(), match.start("new"), (self.measured(match["old"]),))
                yield Measure(*match.span("new"), (self.measured(told),)), old
                continue
            begin, stop = match.span("len")
            if not match["from"] and _is_range(text, begin):
                at = stop
                continue
            listed = (
                RESPECTIVELY.search(text, stop, stop + 80) is not None
                or _LISTED.search(match["len"]) is not None
            )
            # `2 years, 100 hours of labour` is no list.
            several, length = self._several(match["len"], _MOST_LISTED + 1 if listed else 1)
            at = stop = begin + length[-1]
            whole = _A_YEAR_AND.search(text, max(0, begin - _RANGE_REACH), begin)
            if whole is not None:
                begin = whole.start()
                size = self.measured(f"1 year {several[0]}")
                first = replace(size, written=text[begin : whole.end()] + several[0])
                yield Measure(begin, stop, (first, *map(self.measured, several[1:]))), None
                continue
            earlier = None
            if match["bare"] and _is_list(text, match):
                unit = self._one.search(several[0])
                bare = self._number.findall(match["bare"])
                several = [f"{number} {unit['u']}" for number in bare if unit] + several
                begin = match.start("bare")
            elif match["from"] and (former := self._former.match(match["from"])):
                unit = self._one.search(several[0])
                written = f"{former['n']} {former['u'] or (unit['u'] if unit else '')}"
                earlier = Measure(match.start("from"), begin, (self.measured(written),))
            yield Measure(begin, stop, tuple(map(self.measured, several))), earlier

    def _next_length(self, text: str, at: int, until: int) -> re.Match[str] | None:
        for first in self._first.finditer(text, at, until):
            match = self._lengths.match(text, first.start(), until)
            if match is not None:
                return match
        return None

    def sums(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Measure, Measure | None]]:
        """Yield the sums from `start` on, each with the one that it replaces: `from 30 to 15 MCI`."""
        for measure in self._sums_alone(text, start, len(text) if end is None else end):
            before = _SUM_BEFORE.search(text, max(start, measure.start - 40), measure.start)
            former = None
            if before is not None:
                size = _sum(before["amount"], None, measure.sizes[0].currency or "")
                former = Measure(before.start(), measure.start, (size,))
            yield measure, former

    def _sums_alone(self, text: str, start: int, end: int) -> Iterator[Measure]:
        last: Measure | None = None
        for match in self._sums.finditer(text, start, end):
            currency = _currency(match["currency"])
            sizes = [_sum(match["amount"], match["scale"], currency)]
            begin = match.start("amount")
            if match["bare"] and not _OF_ARTICLES.search(
                text, max(0, match.start("bare") - 40), match.start("bare")
            ):
                begin = match.start("bare")
                bare = self._bare_sum.findall(match["bare"])
                sizes = [self._bare(one, currency) for one in bare] + sizes
            between = text[last.end : begin] if last is not None else ""
            if (
                last is not None
                and _IN_OTHER_MONEY.fullmatch(between)
                and last.sizes[-1].currency != currency
            ):
                last = Measure(last.start, match.end(), last.sizes)
                continue
            if last is not None and re.fullmatch(_AND, between):
                last = Measure(last.start, match.end(), last.sizes + tuple(sizes))
                continue
            if last is not None:
                yield last
            last = Measure(begin, match.end(), tuple(sizes))
        if last is not None:
            yield last

    def _bare(self, written: str, currency: str) -> Size:
        """Return a sum of a list whose currency stands behind the last of it."""
        if written[0].isdigit():
            return _sum(written, None, currency)
        return Size(written, amount=self._value(written), currency=currency)

    def _several(self, written: str, most: int) -> tuple[list[str], list[int]]:
        """Return each of `5 days and 20 days`, but `1 year and 2 months` as one, and where they end.

        What follows in another unit is of another penalty.
        """
        lengths: list[tuple[int, int]] = []
        previous = first = -1
        for match in self._one.finditer(written):
            unit = _UNITS.index(_unit(match["u"]))
            if lengths and unit == previous + 1 and unit < len(_UNITS) - 1:
                lengths[-1] = (lengths[-1][0], match.end())
            elif lengths and (unit != first or len(lengths) == most):
                break
            else:
                lengths.append(match.span())
                first = unit
            previous = unit
        return [written[begin:end] for begin, end in lengths], [end for _, end in lengths]

    def measured(self, written: str) -> Size:
        """Return a length as whole days, months and hours."""
        totals = {"days": 0.0, "months": 0.0, "hours": 0.0}
        for match in self._one.finditer(written):
            name, factor = _unit(match["u"])
            half = 0.5 if match["half"] else 0.0  # `a year and a half`
            totals[name] += (self._value(match["n"]) + half) * factor
        doubt = None
        whole: dict[str, int | None] = {}
        for unit, total in totals.items():
            if total and total != int(total):
                doubt = f"sanctions: “{written}” is no whole number of {unit}"
            if total > LONGEST:
                doubt, total = f"sanctions: “{written}” is longer than any penalty", 0.0
            whole[unit] = round(total) or None
        return Size(written, whole["days"], whole["months"], whole["hours"], doubt=doubt)

    def in_unit_of(self, number: str, like: Size) -> Size | None:
        """Return a number with the unit of a length: `five` beside `8 years`; None for none."""
        told = self._value(number)
        if like.currency == "MCI":
            return Size(number, amount=told, currency="MCI") if told >= _TWO else None
        unit = self._one.search(like.written)
        if unit is None or not _TWO <= told <= _LONGEST_ALONE:
            return None
        return self.measured(f"{number} {unit['u']}")

    def _value(self, written: str) -> float:
        word = " ".join(written.split())
        for half in (" and a half", " с половиной"):
            if word.endswith(half) and word not in self._words:
                return self._value(word.removesuffix(half)) + 0.5
        return self._words[word] if word in self._words else float(word.replace(",", "."))


_SUM_BEFORE: Final = compile_sought(
    r"(?<!\w)(?:from|со?)\s+(?P<amount>\d[\d ,.]*?\d|\d)(?:\s*[a-zа-я]+)?\s+(?:to|до)\s+$"
)
# `20 MCI (73,840 tenge)` is one sum.
_IN_OTHER_MONEY: Final = re.compile(
    r"\s*(?:на|\(|,|или|or|,?\s*i\.?e\.?,?|,?\s*то\s+есть|[–—-])\s*"
)
# `under Articles 488 and 50 MCI`, `between 20 and 200 MCI`: no two sums.
_OF_ARTICLES: Final = compile_sought(
    r"(?:\b(?:articles?|arts?\.?|parts?|between|from)|(?<!\w)(?:стат\w+|ст\.|част\w+|ч\.|№|от|с|между))\s*(?:[\d,\s-]|and|и)*$"
)
_LISTED: Final = compile_sought(r"\w\s+(?:and|и)\s+[^,]*$")
_BEGIN: Final = 4
_WORD_ENDS: Final = r"(?![^\W_])"
_TWO: Final = 2
# `ещё двое` are people; a word in two parts is none of the words in a row.
_OF_PEOPLE: Final = re.compile(r"двое|трое|\w+еро|.*-.*")
# So much a number without its unit may be.
_LONGEST_ALONE: Final = 30
_UNITS: Final = (("months", 12), ("months", 1), ("days", 1), ("hours", 1))
# `a year` is a length behind a preposition; in `100 hours a year` it is none.
_BEHIND: Final = r"(?:(?<=for\s)|(?<=to\s)|(?<=of\s)|(?<=by\s)|(?<=got\s)|(?<=given\s)|(?<=than\s))"
_ONE_WORD: Final = {"a": rf"{_BEHIND}a", "an": rf"{_BEHIND}an"}


def _is_list(text: str, match: re.Match[str]) -> bool:
    """Whether the numbers before a unit are lengths too: a cue says so, or `respectively`."""
    begin = match.start("bare")
    return (
        _BARE_CUE.search(text, max(0, begin - 30), begin) is not None
        or RESPECTIVELY.search(text, match.end(), match.end() + 60) is not None
    )


def _unit(written: str) -> tuple[str, int]:
    if written.startswith(("year", "лет", "год")):
        return "months", 12
    if written.startswith(("month", "мес")):
        return "months", 1
    return ("hours", 1) if written.startswith(("hour", "час")) else ("days", 1)


def _sum(written: str, scale: str | None, currency: str) -> Size:
    if written[:1].isalpha():
        number = number_of(written) or 0.0
        if not number:
            return Size(written, doubt=f"sanctions: {written} is more than any fine")
    elif odd := re.fullmatch(r"(\d{1,3})\s\D+\s(\d{1,3})", written):
        number = float(odd[1]) * 1_000 + float(odd[2])  # `61 тысяча 260 тенге`
    elif grouped := re.fullmatch(
        r"(\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+)(?:[.,](\d{1,2}))?", written
    ):
        number = float(re.sub(r"\D", "", grouped[1]) + "." + (grouped[2] or "0"))
    else:
        number = float(written.replace(",", "."))
    if scale:
        number *= 1_000_000 if scale.startswith(("million", "м")) else 1_000
    if number > HIGHEST:
        return Size(written, doubt=f"sanctions: {written} is more than any fine")
    return Size(written, amount=number, currency=currency)


def _currency(written: str) -> str:
    return "MCI" if written.startswith(("mci", "mfi", "monthly", "мрп", "месяч", "аек")) else "KZT"
