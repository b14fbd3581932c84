"""What the values of fields find: articles, sites, kinds and dates, as the index has them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Protocol

from apsw import fts5query as fts

from zhylnama.archive.asked import Expression, read_as
from zhylnama.archive.kinds import KindLabels
from zhylnama.archive.marks import host_of, mark
from zhylnama.archive.namesakes import is_any_given_name
from zhylnama.archive.several_days import read_several
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.values import (
    date_marks,
    host_spellings,
    in_order,
    law_list,
    law_mark,
    read_dates,
    read_every_year,
    read_role,
)
from zhylnama.failure import Phrase

_HYPHEN = re.compile(r"(\d+)-(\d+)(?=\D*$)")
_WORDS = re.compile(r"[^\W_]{3,}")
_MOST_DAYS = 62


class Home(Protocol):
    """What a walk asks of the archive that it is for."""

    spellings: Spellings
    kind_labels: dict[str, str]
    kinds: KindLabels

    @property
    def kind_words(self) -> KindLabels:
        """Looks up kinds by words for what was done."""

    def place_ids(self, name: str) -> frozenset[str]:
        """Return the gazetteer's ids for a typed place name, also in a case form."""

    def places_starting(self, beginning: str) -> frozenset[str]:
        """Return the gazetteer's ids of places with a name that begins so."""

    def other_names(self, place: str, typed: str) -> tuple[str, ...]:
        """Return a place's names but the typed one that mean nothing else in an account."""

    def hosts_with(self, parts: Sequence[str], prefix: bool) -> list[str]:
        """Return the hosts of sources that have some names of a host next to each other."""

    def people_named(self, name: str) -> dict[str, str]:
        """Return the ids of those whom a name may mean, with the names to show."""

    def known_in_short(self, name: str) -> dict[str, str]:
        """Return those of them who are known only in short: with an initial, or a surname."""


class FieldValues:
    """What values find, for one query."""

    def __init__(self, home: Home, into: Expression) -> None:
        """Notes on how a value was read go `into` the expression."""
        self._home = home
        self._into = into

    def role(self, value: str) -> fts.QUERY:
        """Return what finds a role."""
        role = read_role(value)
        if role:
            return fts.PHRASE(mark("role", role))
        return fts.PHRASE(self.nothing(Phrase("“{value}” is no role in an event", value=value)))

    def law(self, value: str) -> fts.QUERY | None:
        """Return what finds an article, or each of a list."""
        found = self.article(value)
        if found is None:
            listed = law_list(value)
            marks = [one for each in listed if (one := law_mark(each)) is not None]
            said = Phrase("“{value}” is not an article; write 488.6 or CC-405", value=value)
            return either(None, marks or [self.nothing(said)])
        article, meant = found
        if meant != value:
            self._into.notes.append(read_as(value, f"law:{meant}"))
        return fts.PHRASE(article)

    def article(self, value: str) -> tuple[str, str] | None:
        """Return the mark of an article and how it is meant; None where the value is none.

        There are articles 405-1 and 405-2; where none is cited, a part is meant.
        """
        article = law_mark(value)
        if article is None:
            return None
        part = _HYPHEN.sub(r"\1.\2", value)
        if part != value and not self._home.spellings.occurs(article):
            other = law_mark(part)
            if other is not None and self._home.spellings.occurs(other):
                return other, part
        return article, value

    def source(self, value: str, prefix: bool) -> fts.QUERY | None:
        """Return what finds a site: by its host, one name of it, or some next to each other."""
        begin = value.removesuffix("*") if prefix else value
        host = host_of(begin) if "//" in begin else begin.removeprefix("www.").partition("/")[0]
        asked = host_spellings(host)
        phrases: list[fts.QUERY] = [fts.PHRASE(mark("source", one), prefix=prefix) for one in asked]
        if "." in host:
            found = self._home.hosts_with(asked, prefix)
            phrases += [fts.PHRASE(mark("source", one)) for one in found if one not in asked]
        return joined(fts.OR, phrases)

    def kinds(self, value: str) -> list[str]:
        """Return the marks of the kinds that a value names: by id or label in any language.

        A part of a label will do: `арест` is administrative arrest.
        """
        kinds = self.kind_ids(value)
        if not kinds:
            return [self.nothing(Phrase("“{value}” is no kind of event", value=value))]
        return [mark("kind", kind) for kind in kinds]

    def kind_ids(self, value: str) -> list[str]:
        """Return the kinds that a value names."""
        wanted = value.casefold()
        labels = self._home.kind_labels.items()
        found = {kind for label, kind in labels if wanted in (label.casefold(), kind)}
        if not found:
            stems = [self._home.spellings.stem(word) for word in _WORDS.findall(wanted)]
            found = {kind for label, kind in labels if stems and _begin_in(stems, label)}
        if not found and (labelled := self._home.kinds.of(value)) is not None:
            return list(labelled.kinds)
        if not found and (done := self._home.kind_words.of(value)) is not None:
            return list(done.kinds)
        return sorted(found)

    def kinds_told(self, text: str) -> list[str]:
        """Return the kinds that plain words tell: a label, whole words of one, or what was done.

        No part of a word will do, and no given name: Инна begins like the internet, Адам is a man.
        """
        wanted = text.casefold()
        labels = self._home.kind_labels.items()
        if found := {kind for label, kind in labels if wanted in (label.casefold(), kind)}:
            return sorted(found)
        if is_any_given_name(text):
            return []
        stem = self._home.spellings.stem
        stems = {stem(word) for word in _WORDS.findall(wanted)}
        found = {
            kind
            for label, kind in labels
            if stems and stems <= {stem(word) for word in _WORDS.findall(label.casefold())}
        }
        if found:
            return sorted(found)
        told = self._home.kinds.of(text) or self._home.kind_words.of(text)
        return list(told.kinds) if told is not None else []

    def date(self, value: str) -> fts.QUERY | None:
        """Return what finds the events of some days."""
        days = read_dates(value)
        if (turned := in_order(value)) is not None:
            self._into.notes.append(read_as(value, f"date:{turned}"))
        spans = (read_every_year(value) or read_several(value)) if days is None else [days]
        if not spans:
            said = Phrase(
                "“{value}” is not a date; write 2021-12-05 or 2021-12..2022-01", value=value
            )
            return fts.PHRASE(self.nothing(said))
        return joined(fts.OR, [fts.PHRASE(m) for m in self.day_marks(spans)])

    def day_marks(self, spans: Sequence[tuple[dt.date, dt.date]]) -> list[str]:
        """Return the marks of days, without the years of which the archive has no such month."""
        if sum((last - first).days + 1 for first, last in spans) > _MOST_DAYS and len(spans) > 1:
            spans = [span for span in spans if self._has_month_of(span)]
        return [m for span in spans for m in date_marks(*span)] or [mark("nothing")]

    def _has_month_of(self, span: tuple[dt.date, dt.date]) -> bool:
        months = dict.fromkeys(mark("month", f"{day:%Y%m}") for day in span)
        return any(map(self._home.spellings.occurs, months))

    def nothing(self, why: Phrase) -> str:
        """Return a mark that no event has, and say why nothing is found."""
        self._into.notes.append(why)
        return mark("nothing")


def _begin_in(stems: list[str], label: str) -> bool:
    """Tell whether each stem begins a word of a label."""
    words = _WORDS.findall(label.casefold())
    return all(any(word.startswith(stem) for word in words) for stem in stems)


def joined(kind: type[fts.AND] | type[fts.OR], parts: list[fts.QUERY]) -> fts.QUERY | None:
    """Return parts joined by AND or OR: None of none, one as it is."""
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(parts)


def either(query: fts.QUERY | None, marks: list[str]) -> fts.QUERY | None:
    """Return what either a query or one of some marks finds."""
    parts = [query] if query is not None else []
    return joined(fts.OR, [*parts, *(fts.PHRASE(one) for one in marks)])
