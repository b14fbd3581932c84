"""One language of the program: sentences, dates, numbers, the labels of kinds and law.

A `Wording` is made once for a language and handed to whoever writes for people: the window, the
dossier, the shell. Sentences are written in English in the code and translated in
`resources/translations/*.po` (GNU gettext's text form, read as it is: there is no compiled copy
that could be stale). Dates and numbers follow CLDR through Babel.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import tomllib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from zhylnama.failure import Failure, Phrase

LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
# The codes of `law.toml` as lawyers write them after an article (a whole word in the genitive);
# English keeps the ids.
_ABBREVIATED = {
    "ru": {
        "AOC": "КоАП",
        "CC": "УК",
        "CIV": "ГК",
        "CPC": "УПК",
        "CEC": "УИК",
        "CIVPC": "ГПК",
        "APPC": "АППК",
        "LAB": "ТК",
        "CONST": "Конституции",
        "LPA": "Закона о мирных собраниях",
    },
    "kk": {
        "AOC": "ӘҚБтК",
        "CC": "ҚК",
        "CIV": "АК",
        "CPC": "ҚПК",
        "CEC": "ҚАК",
        "CIVPC": "АПК",
        "APPC": "ӘРПК",
        "LAB": "ЕК",
        "CONST": "Конституцияның",
        "LPA": "Бейбіт жиналыстар туралы заңның",
    },
}


class Wording:
    """Words in one language, `en`, `ru` or `kk`; `resources` is the folder with the data."""

    def __init__(self, lang: str, resources: Path) -> None:
        if lang not in LANGUAGES:
            raise ValueError(f"no such language: {lang}")
        self.lang = lang
        self._resources = resources

    def tr(self, text: str, **fields: object) -> str:
        """Return `text` in this language, with `{fields}` put in after translation."""
        said = self._catalogue.gettext(text)
        return said.format(**fields) if fields else said

    def failure(self, failure: Failure) -> str:
        """Return the sentence of a failure; what has no translation stays English."""
        return self.phrase(failure.phrase)

    def phrase(self, phrase: Phrase) -> str:
        """Return a phrase in this language, the phrases and failures in its fields too."""
        fields = {name: self._in_words(value) for name, value in phrase.fields.items()}
        return self.tr(phrase.text, **fields) if phrase.text else ""

    def _in_words(self, value: object) -> object:
        if isinstance(value, Failure):
            return self.failure(value)
        return self.phrase(value) if isinstance(value, Phrase) else value

    def count(self, one: str, many: str, number: int, **fields: object) -> str:
        """Return the form of a sentence for `number`, which `{n}` in it shows."""
        said = self._catalogue.ngettext(one, many, number)
        return said.format(n=self.number(number), **fields)

    def number(self, value: float) -> str:
        """Return a number with the language's grouping and decimal sign."""
        return _number(value, self.lang)

    @property
    def cell_separator(self) -> str:
        """Return what separates the cells of a CSV where Excel speaks this language.

        Excel takes the list separator of the system's region: a semicolon wherever the comma is
        the decimal sign, as in Russian and Kazakh.
        """
        from babel.numbers import get_decimal_symbol

        return ";" if get_decimal_symbol(self.lang) == "," else ","

    def day(self, day: dt.date, *, year: bool = True, short: bool = False) -> str:
        """Return one day: `5 December 2021`; `short` gives `5 Dec 2021`; no year on request."""
        from babel.dates import format_date

        # The order day-month-year in all three: it is how the field dates events, and English
        # (United States) would put the month first.
        pattern = {
            "en": ("d MMMM y", "d MMMM", "d MMM y", "d MMM"),
            "ru": ("d MMMM y 'г'.", "d MMMM", "d MMM y", "d MMM"),
            "kk": ("y 'ж'. d MMMM", "d MMMM", "d MMM y", "d MMM"),
        }[self.lang][(2 if short else 0) + (0 if year else 1)]
        return str(format_date(day, pattern, locale=self.lang))

    def month(self, day: dt.date) -> str:
        """Return a month with its year, as a heading: `December 2021`."""
        from babel.dates import format_date

        # In Kazakh the year comes first, as in a whole date, and the month begins no sentence.
        if self.lang == "kk":
            return str(format_date(day, "y 'ж'. LLLL", locale="kk")).lower()
        said = str(format_date(day, "LLLL y", locale=self.lang))
        return said[:1].upper() + said[1:]

    def when(
        self,
        date: dt.date | None,
        until: dt.date | None = None,
        precision: str = "day",
        *,
        year: bool = True,
        short: bool = False,
    ) -> str:
        """Return an event's date as far as it is known; a missing one is said in words."""
        if date is None:
            return self.tr("date not stated")
        if precision == "year":
            return str(date.year)
        if precision == "month":
            return self.month(date)
        if until is None or until == date:
            return self.day(date, year=year, short=short)
        if (date.year, date.month) == (until.year, until.month) and self.lang != "kk":
            return f"{date.day}–{self.day(until, year=year, short=short)}"
        return (
            f"{self.day(date, year=year, short=short)} – {self.day(until, year=year, short=short)}"
        )

    def kind(self, kind: str) -> str:
        """Return the label of a kind; an unknown one is shown as it is written."""
        return self._label(self._kinds, kind)

    def group(self, group: str) -> str:
        """Return the label of a group of kinds."""
        return self._label(self._groups, group)

    def group_of(self, kind: str) -> str:
        """Return the group a kind belongs to; `state` for an unknown one."""
        return str(self._kinds.get(kind, {}).get("group", "state"))

    def law_title(self, code: str, article: str) -> str | None:
        """Return the short title of an article, or None where the data has none."""
        titles = self._articles.get((code, article), {})
        found = titles.get(self.lang)
        return str(found) if found is not None else None

    def code_title(self, code: str) -> str:
        """Return the full title of a code; an unknown one is shown as it is written."""
        return self._label(self._codes, code)

    def article(self, code: str, article: str, part: str | None = None) -> str:
        """Return an article as a person cites it: `AOC, article 488, part 11`."""
        short = _ABBREVIATED.get(self.lang, {}).get(code, code)
        if part is None:
            return self.tr("{code}, article {article}", code=short, article=article)
        return self.tr(
            "{code}, article {article}, part {part}", code=short, article=article, part=part
        )

    def _label(self, table: dict[str, dict[str, Any]], key: str) -> str:
        entry = table.get(key)
        if entry is None:
            return key
        return str(entry.get(self.lang) or entry["en"])

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        path = self._resources / "translations" / f"{self.lang}.po"
        if self.lang == "en" or not path.exists():
            return gettext.NullTranslations()
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        compiled = io.BytesIO()
        with path.open("rb") as stream:
            write_mo(compiled, read_po(stream, locale=self.lang))
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    @cached_property
    def _data(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return (
            tomllib.loads((self._resources / "kinds.toml").read_text("utf-8")),
            tomllib.loads((self._resources / "law.toml").read_text("utf-8")),
        )

    @cached_property
    def _kinds(self) -> dict[str, dict[str, Any]]:
        return {entry["id"]: entry for entry in self._data[0]["kind"]}

    @cached_property
    def _groups(self) -> dict[str, dict[str, Any]]:
        return {entry["id"]: entry for entry in self._data[0]["group"]}

    @cached_property
    def _codes(self) -> dict[str, dict[str, Any]]:
        return {entry["id"]: entry for entry in self._data[1]["code"]}

    @cached_property
    def _articles(self) -> dict[tuple[str, str], dict[str, Any]]:
        return {(e["code"], e["article"]): e for e in self._data[1]["article"]}


@lru_cache(maxsize=10_000)
def _number(value: float, lang: str) -> str:
    # Fifty counts stand in the window after each key press, and Babel reads a locale for each.
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=lang))
