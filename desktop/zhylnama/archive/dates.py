"""Dates among plain words: `16 декабря`, `2021-12`, `December 16, 2021`, `2021 жылғы желтоқсан`.

After `date:` any three letters of a month will do. Among words only its whole name or a usual
abbreviation is one: `10 Маратов` is no day of March.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from zhylnama.archive.several_days import months_in, read_several
from zhylnama.archive.values import read_dates, read_every_year

LONGEST = 8
"""Of so many words a date has at most: `с 28 ноября 2021 по 3 декабря 2021`."""

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяею]|[её]м)"
    r"|(?:март|август)(?:а|е|у|ом)?|ма[йяею]|янв|фев|мар|апр|авг|сент?|окт|ноя|дек"
    r"|(?:қаңтар|кантар|ақпан|акпан|наурыз|сәуір|сауир|мамыр|маусым|шілде|шилде|тамыз|қыркүйек"
    r"|кыркуйек|қазан|казан|қараша|караша|желтоқсан|желтоксан)"
    r"(?:[дт][ае]|[нд][ае]н|[ндт][ыіи]ң|[ыі]|[ыі]н[ае]н|[ыі]нд[ае])?"
)
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = r"(?:г\.?|год(?:а|у)?|жыл(?:ы|ғы|ғи|дың|да)?|ж\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|-?(?:го|е|ші|шы|с?[ыі](?:нда|нде|н[ае]н)?|[дт][ае]))?"
_DAY_IN_FIGURES = rf"(?:{_YEAR}[-./]\d\d?(?:[-./]\d\d?)?|(?:\d\d?[./-]\d\d?[./-]|\d\d?\.){_YEAR})"
_IN_FIGURES = re.compile(
    rf"{_DAY_IN_FIGURES}(?:\.\.{_DAY_IN_FIGURES})?|\d\d?[./](?:0[1-9]|1[0-2])(?:[./]\d\d)?"
)
_IN_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}[ -](?P<month>{_MONTHS})\.?(?:,? (?P<year>{_YEAR})(?: {_OF_YEAR})?)?(?: күні)?",
        rf"(?P<month>{_MONTHS})\.? {_DAY}(?:,? (?P<year>{_YEAR}))?",
        rf"(?P<month>{_MONTHS})\.?,? (?P<year>{_YEAR})(?: {_OF_YEAR})?",
        rf"(?P<year>{_YEAR}) {_OF_YEAR} (?:{_DAY}[ -])?(?P<month>{_MONTHS})(?: күні)?",
        rf"(?P<year>{_YEAR}) {_OF_YEAR}",
    )
)

_MONTH = re.compile(_MONTHS, re.IGNORECASE)
# Somebody's name, too, or another word of English: only in small letters, or never.
_ALSO_A_NAME = re.compile(
    r"(?:Март|Август|Ма[йя]|June|April|Aug|Jan)[^\W\d_]{0,3}|(?i:may|march|mar)"
)


def is_month(word: str) -> bool:
    """Tell whether a word is the name of a month and surely nothing else."""
    return _MONTH.fullmatch(word) is not None and _ALSO_A_NAME.fullmatch(word) is None


@lru_cache(maxsize=1_000)
def date_in(text: str) -> tuple[str, list[tuple[dt.date, dt.date]]] | None:
    """Return a date that words say, as it is written after `date:`, and the days it means.

    None where they say none: a number, a year alone, a word that only begins like a month.
    """
    text = text.strip(" ,;")
    if _IN_FIGURES.fullmatch(text):
        value = text.replace("/", "-") if text[:4].isdigit() else text.replace("/", ".")
    else:
        match = next((m for one in _IN_WORDS if (m := one.fullmatch(text))), None)
        if match is None:
            whole = all(_MONTH.fullmatch(month) for month in months_in(text))
            several = read_several(text) if whole else []
            return (text, several) if several else None
        parts = match.groupdict()
        value = " ".join(p for n in ("day", "month", "year") if (p := parts.get(n)) is not None)
    days = read_dates(value)
    spans = read_every_year(value) if days is None else [days]
    return (value, spans) if spans else None
