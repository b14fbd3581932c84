"""What words may mean where nothing has them: an article, a date, a kind of event."""

from __future__ import annotations

import re

from zhylnama.archive.dates import is_month
from zhylnama.archive.field_values import FieldValues, Home
from zhylnama.archive.function_words import is_little
from zhylnama.archive.marks import mark
from zhylnama.archive.values import date_marks, law_list, law_mark, read_dates, read_every_year


def wide_meaning(text: str, home: Home, values: FieldValues) -> tuple[str, list[str]] | None:
    """Return what words may mean as a field would say it, with its marks; None for nothing."""
    value = in_quotes(text)
    if any(map(str.isdigit, text)):
        if (found := values.article(text)) is not None:
            article, meant = found
            # One that is cited: `задержан 16` is no article of a code, and 15 may be days.
            known = len(text) > 2 and home.spellings.occurs(article)
            return (f"law:{in_quotes(meant)}", [article]) if known else None
        # After a word for it: 100 500 is a sum.
        if (text[0].isalpha() or "бап" in text.casefold()) and (listed := law_list(text)):
            marks = [one for each in listed if (one := law_mark(each)) is not None]
            return f"law:({' OR '.join(listed)})", marks
        days = read_dates(text)
        return None if days is None else (f"date:{value}", date_marks(*days))
    words = text.split(" ")
    if is_little(words[0]) or is_little(words[-1]):
        return None  # of what stands beside them
    if is_month(text):
        return f"date:{value}", values.day_marks(read_every_year(text))
    kinds = values.kinds_told(text)
    return (f"kind:{value}", [mark("kind", one) for one in kinds]) if kinds else None


def streets_named(word: str) -> tuple[str, ...]:
    """Return what accounts call a street or square, in three languages; nothing for other words."""
    return next((names for asked, names in _STREETS if asked.fullmatch(word.casefold())), ())


_STREETS = tuple(
    (re.compile(asked), tuple(names.split()))
    for asked, names in (
        ("улиц(?:а|ы|е|у|ой)|ул\\.?|көше(?:сі)?(?:н\\w+)?", "street улица көшесі"),
        ("проспект(?:а|у|е|ом)?|пр-т|даңғыл(?:ы)?(?:н\\w+)?", "avenue проспект даңғылы"),
        ("площад(?:ь|и|ью)|пл\\.|алаң(?:ы)?(?:н\\w+)?", "square площадь алаңы"),
    )
)


def in_quotes(value: str) -> str:
    """Return the value of a field as it must be typed."""
    return f'"{value}"' if " " in value else value


def in_brackets(words: str) -> str:
    """Return words of which all must hold as they must be typed beside others."""
    return f"({words})" if " " in words else words


_IN_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def written_sums(figures: str) -> list[str]:
    """Return how else a sum is written, as the index has it: `14 585` for `14585`, and back."""
    if _IN_GROUPS.fullmatch(figures):
        return [re.sub(r"[.,]", "", figures)]
    if figures.isascii() and figures.isdigit() and 5 <= len(figures) <= 15:
        return [f"{int(figures):,}".replace(",", " ")]
    return []
