"""Values of fields: what `law:488.6` and `date:2021-12..2022-01` mean, as marks of the index."""

from __future__ import annotations

import datetime as dt
import re

from zhylnama.archive.marks import mark

# A code, an article with its part (488.6, 488/6, 488 6), or the part alone: in any order, each
# once.
_LAW_TOKEN = re.compile(
    r"[ ,./-]*(?:p(?P<part>\d+(?:[-/]\d+)?)(?!\w)|(?P<code>[^\W\d_]+)"
    r"|(?P<article>\d+(?:-\d+)?)"
    r"(?:(?:[./] ?|(?:, ?| )(?=\d\d?(?!\d)))(?P<its_part>\d+(?:[-/]\d+)?))?)"
)
CODES_IN_SHORT = {
    "коап": "AOC", "аос": "AOC", "әқбтк": "AOC", "aoc": "AOC", "кобап": "AOC",
    "ук": "CC", "қк": "CC", "гк": "CIV", "ак": "CIV",
    "упк": "CPC", "қпк": "CPC", "гпк": "CIVPC", "апк": "CIVPC",
}  # fmt: skip
# What is said around the figures: ст. 488 ч. 6 КоАП РК; article 405, part 2; 405-бап.
_LAW_WORDS = re.compile(
    r"(?<!\w)(?:стать[яиюе]|ст|articles?|art|баптың|бабы|бап|рк|қр|of|the)(?!\w)\.?", re.IGNORECASE
)
_PART_WORDS = re.compile(
    r"[ ,;-]*(?<![^\W\d_])(?:част[ьи]|ч|пункт[аеу]?|п|part|p|бөлігі|бөлік|тармақ)\.?[ ]*(?=\d)",
    re.IGNORECASE,
)
# Codes by their full names, as far as a name says which: the rest of it is not looked at.
_TITLES = (
    (re.compile(r"criminal code|penal code|уголовн\w+ кодекс\w*|қылмыстық кодекс\w*"), "ук"),
    (
        re.compile(
            r"code (?:of|on) administrative offen[cs]es|administrative (?:offen[cs]es )?code"
            r"|кодекс\w* об административных правонарушениях|административн\w+ кодекс\w*"
            r"|әкімшілік құқық бұзушылық туралы кодекс\w*"
        ),
        "коап",
    ),
)
_KAZAKH_PART = re.compile(r"(?P<part>\d+) ?-? ?(?:бөлігі|бөлік|тармағы|тармақ)\w*")


def law_mark(value: str) -> str | None:
    """Return the mark for `488`, `488.6`, `CC-405`, `ст. 488 ч. 6 КоАП`; None for no article."""
    text = value.strip().casefold()
    for title, short in _TITLES:
        text = title.sub(short, text)
    text = re.sub(r"(?<=\d) ?\((\d+(?:-\d+)?)\)", r".\1", text)  # 488(6)
    text = _KAZAKH_PART.sub(r"p\g<part>", text)
    text = _PART_WORDS.sub(" p", _LAW_WORDS.sub(" ", text)).strip(" ,./-")
    read: dict[str, str] = {}
    at = 0
    while at < len(text):
        token = _LAW_TOKEN.match(text, at)
        if token is None or token.end() == at:
            return None
        groups: dict[str, str | None] = token.groupdict()
        for name, found in groups.items():
            said = "part" if name == "its_part" else name
            if found is not None and read.setdefault(said, found) != found:
                return None
        at = token.end()
    code, article, part = read.get("code"), read.get("article"), read.get("part")
    head = () if code is None else (CODES_IN_SHORT.get(code, code),)
    if article is None:
        return mark("law", *head) if head and part is None else None
    return mark("law", *head, "a", article, *(() if part is None else ("p", part)))


_ARTICLES = re.compile(
    r"(?:стать\w+|ст|articles?|arts?|бап\w*)?\.? *"
    r"(?P<list>\d[-.\d]*(?:(?: *[,;] *| +(?:и|and|және) +| +)\d[-.\d]*)+)"
    r"(?:[ -]бап\w*)?(?: +(?P<code>[^\W\d_]+))?"
)


def law_list(value: str) -> list[str]:
    """Return the articles of a list, as they are written after `law:`; empty where it is none.

    `статьи 405 и 488`, `articles 405, 488 CC`.
    """
    match = _ARTICLES.fullmatch(value.strip().casefold())
    if match is None:
        return []
    code = f"{match['code'].upper()}-" if match["code"] else ""
    listed = [f"{code}{article.strip('.-')}" for article in re.findall(r"\d[-.\d]*", match["list"])]
    return listed if all(law_mark(one) is not None for one in listed) else []


def in_order(value: str) -> str | None:
    """Return a range of dates that runs backwards as it is meant; None for any other value."""
    first, dots, last = value.strip().replace("…", "..").partition("..")
    start, end = _span(first), _span(last)
    if not dots or start is None or end is None or start[0] <= end[1]:
        return None
    return f"{last.strip()}..{first.strip()}"


def read_dates(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that a date value means, or None where it is none.

    Understood: a day, month or year (`2021-12-16`, `16.12.2021`, `2021-12`, `декабрь 2021`,
    `2021`), a range with `..`, and `>`, `>=`, `<`, `<=`.
    """
    value = value.strip().replace("…", "..")
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            span = _span(value.removeprefix(sign))
            if span is None:
                return None
            try:
                return {
                    ">=": (span[0], dt.date.max),
                    "<=": (dt.date.min, span[1]),
                    ">": (span[1] + dt.timedelta(1), dt.date.max),
                    "<": (dt.date.min, span[0] - dt.timedelta(1)),
                }[sign]
            except OverflowError:
                return None
    first, dots, last = value.partition("..")
    if not dots:
        return _span(value)
    start = (dt.date.min, dt.date.min) if not first else _span(first)
    end = (dt.date.max, dt.date.max) if not last else _span(last)
    if start is None or end is None or not (first or last):
        return None
    return (start[0], end[1]) if start[0] <= end[1] else (end[0], start[1])


_ISO = re.compile(r"(?P<year>\d{4})(?:[-./](?P<month>\d{1,2})(?:[-./](?P<day>\d{1,2}))?)?")
_OUR_ORDER = re.compile(r"(?:(?P<day>\d{1,2})[./-])?(?P<month>\d{1,2})[./-](?P<year>\d{4})")
_IN_SHORT = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d\d)")
_IN_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})[ -])?(?P<name>[^\W\d_]{3,})(?: (?P<day_after>\d{1,2}),?)?"
    r"[ -](?P<year>\d{4})"
)
# The first letters of each month in English, Russian and Kazakh.
MONTHS = (
    ("jan", "янв", "қаң", "кан"), ("feb", "фев", "ақп", "акп"), ("mar", "мар", "нау"),
    ("apr", "апр", "сәу", "сау"), ("may", "мая", "май", "мам"), ("jun", "июн", "мау"),
    ("jul", "июл", "шіл", "шил"), ("aug", "авг", "там"), ("sep", "сен", "қыр", "кыр"),
    ("oct", "окт", "қаз", "каз"), ("nov", "ноя", "қар", "кар"), ("dec", "дек", "жел"),
)  # fmt: skip


def _span(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of one day, month or year."""
    value = _IN_SHORT.sub(r"\1.\3.20\4", value) if _IN_SHORT.fullmatch(value) else value.strip()
    read = _ISO.fullmatch(value) or _OUR_ORDER.fullmatch(value)
    if read is not None:
        year, month, day = (int(read[part]) if read[part] else None for part in _PARTS)
    elif (read := _IN_WORDS.fullmatch(value)) is not None:
        month = month_named(read["name"])
        if month is None or (read["day"] and read["day_after"]):
            return None
        year = int(read["year"])
        named = read["day"] or read["day_after"]
        day = int(named) if named else None
    else:
        return None
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
        if day is not None:
            return first, first
        if month is not None:
            return first, month_end(first)
        return first, dt.date(year, 12, 31)
    except ValueError:
        return None


YEARS = range(1990, 2051)
"""A day without a year is looked for in each of these."""
_NO_YEAR = re.compile(r"(?P<day>\d{1,2})[./](?P<month>0?[1-9]|1[0-2])\.?")
_NO_YEAR_IN_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})[ -])?(?P<name>[^\W\d_]{3,})(?: (?P<day_after>\d{1,2}))?"
)


def read_every_year(value: str) -> list[tuple[dt.date, dt.date]]:
    """Return the spans of a day or a month of any year (`16.12`, `16 декабря`, `december`).

    Empty where the value is neither.
    """
    value = value.strip()
    if (read := _NO_YEAR.fullmatch(value)) is not None:
        month, day = int(read["month"]), int(read["day"])
    elif (read := _NO_YEAR_IN_WORDS.fullmatch(value)) is not None:
        named = month_named(read["name"])
        if named is None or (read["day"] and read["day_after"]):
            return []
        month, day = named, int(read["day"] or read["day_after"] or 0)
    else:
        return []
    spans = []
    for year in YEARS:
        try:
            first = dt.date(year, month, day or 1)
        except ValueError:
            continue
        spans.append((first, first if day else month_end(first)))
    return spans


def month_named(name: str) -> int | None:
    """Return the number of the month with whose first letters a word begins, or None."""
    start = name.casefold()[:3]
    return next((number for number, names in enumerate(MONTHS, 1) if start in names), None)


_PARTS = ("year", "month", "day")


def month_end(day: dt.date) -> dt.date:
    """Return the last day of a day's month."""
    if day.month == 12:
        return dt.date(day.year, 12, 31)
    return dt.date(day.year, day.month + 1, 1) - dt.timedelta(1)


# Kazakhstan's reports lie well inside; a range without an end is cut here.
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)


def date_marks(first: dt.date, last: dt.date) -> list[str]:
    """Return the marks that cover a range: whole years and months where they fit, else days."""
    first, last = max(first, _EARLIEST), min(last, _LATEST)
    marks: list[str] = []
    day = first
    while day <= last:
        if (day.month, day.day) == (1, 1) and dt.date(day.year, 12, 31) <= last:
            marks.append(mark("year", f"{day.year:04}"))
            day = dt.date(day.year + 1, 1, 1)
        elif day.day == 1 and (end := month_end(day)) <= last:
            marks.append(mark("month", f"{day:%Y%m}"))
            day = end + dt.timedelta(1)
        else:
            marks.append(mark("day", f"{day:%Y%m%d}"))
            day += dt.timedelta(1)
    return marks or [mark("nothing")]


_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a", "ғ": "g",
    "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
})  # fmt: skip


# Who somebody is in an event, in Russian and Kazakh; each is also known by how it begins.
_ROLES = {
    "targeted": ("затрону", "постра", "тікелей", "зардап"),
    "relative": ("родств", "туыс"),
    "defender": ("правоз", "құқық қорғ", "human rights def"),
    "journalist": ("журнал",),
    "official": ("должно", "чиновн", "лауазым"),
    "speaker": ("автор", "сөз сөйле"),
    "other": ("иначе", "прочи", "өзгеше", "otherwise"),
}
ROLES = tuple(_ROLES)


def read_role(value: str) -> str | None:
    """Return the role that a value names in any of the three languages, or None."""
    text = value.strip().rstrip("*").casefold()
    if len(text) < 3:
        return None
    for role, begin in _ROLES.items():
        if role.startswith(text) or any(text.startswith(b) or b.startswith(text) for b in begin):
            return role
    return None


def roles_begun(value: str) -> list[str]:
    """Return the roles with a name that begins so, in any of the three languages."""
    text = value.casefold()
    return [
        role
        for role, names in _ROLES.items()
        if role.startswith(text)
        or any(name.startswith(text) or (text and text.startswith(name)) for name in names)
    ]


def host_spellings(host: str) -> list[str]:
    """Return a host as typed and, of one in Cyrillic, as addresses may have it.

    `азаттык` is `azattyk` and `azattyq`: Kazakh names keep their q, and Russian writes it к.
    """
    latin = host.casefold().translate(_LATIN)
    spelled = [host, latin, re.sub(r"k$", "q", latin), latin.replace("k", "q")]
    return list(dict.fromkeys(spelled if latin != host.casefold() else [host]))
