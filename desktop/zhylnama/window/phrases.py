"""What the window says of facts, in words: filters, editions. Sentences, no widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from zhylnama.archive.edition import Edition
from zhylnama.archive.model import Completion, FacetField, Sort
from zhylnama.archive.query import FIELDS_IN
from zhylnama.dossier.material import role_in_words
from zhylnama.failure import Phrase
from zhylnama.window.history import Address
from zhylnama.wording import Wording


def facet_in_words(wording: Wording, field: FacetField) -> str:
    """Return the name of a facet."""
    return {
        "kind": wording.tr("Kind"),
        "place": wording.tr("Place"),
        "region": wording.tr("Region"),
        "year": wording.tr("Year"),
        "month": wording.tr("Month"),
        "law": wording.tr("Law"),
        "person": wording.tr("People"),
        "organisation": wording.tr("Organisations"),
        "source": wording.tr("Sources"),
    }[field]


def value_in_words(wording: Wording, field: FacetField, key: str, label: str) -> str:
    """Return what a facet's value is called: a kind, an article, a month; else its own label."""
    if field == "kind":
        return wording.kind(key)
    if field == "month":
        try:
            return wording.month(dt.date.fromisoformat(f"{key}-01"))
        except ValueError:
            return label
    if field == "law" and " " in key:
        code, article = key.split(" ", 1)
        return wording.article(code, article)
    return label


def dates_in_words(wording: Wording, first: dt.date | None, last: dt.date | None) -> str:
    """Return a range of dates that narrows a search."""
    if first is not None and last is not None:
        return wording.when(first, last)
    if first is not None:
        return wording.tr("{day} and later", day=wording.day(first))
    if last is not None:
        return wording.tr("{day} and earlier", day=wording.day(last))
    return wording.tr("all dates")


def sort_in_words(wording: Wording, sort: Sort) -> str:
    """Return the name of an order."""
    return {
        "newest": wording.tr("Newest first"),
        "oldest": wording.tr("Oldest first"),
        "best": wording.tr("Best match"),
    }[sort]


def period_in_words(wording: Wording, period: str) -> str:
    """Return the name of a report: `2021-12` is the one of December 2021."""
    try:
        return wording.month(dt.date.fromisoformat(f"{period}-01"))
    except ValueError:
        return period


def extent_in_words(wording: Wording, edition: Edition) -> str:
    """Return what an archive spans: its months, its events, its people."""
    reports = sorted(edition.reports)
    parts: list[str] = []
    if reports:
        months = [period_in_words(wording, report) for report in (reports[0], reports[-1])]
        parts.append(" – ".join(dict.fromkeys(months)))
    parts.append(wording.count("{n} event", "{n} events", edition.events))
    parts.append(wording.count("{n} person", "{n} people", edition.people))
    return " · ".join(parts)


def field_in_words(wording: Wording, name: str) -> str:
    """Return what a field of the query language looks at."""
    tr = wording.tr
    return {
        "person": tr("somebody, in any spelling"),
        "place": tr("a town or village, by any of its names"),
        "region": tr("a region with everything in it"),
        "kind": tr("a kind of event"),
        "law": tr("an article of law"),
        "date": tr("a day, a month, a year, or a range"),
        "source": tr("who published it"),
        "org": tr("an organisation"),
        "text": tr("the account only, no names or places"),
        "role": tr("the part somebody had in it"),
    }.get(name, "")


def completion_in_words(wording: Wording, found: Completion) -> tuple[str, str, str]:
    """Return what a completion is called, what tells it apart, and how much it leads to."""
    words, detail = found.label, found.detail
    tail = ""
    if found.events is not None:
        tail = wording.count("{n} event", "{n} events", found.events)
    name, _, value = found.insert.strip().partition(":")
    if found.kind == "field":
        detail = field_in_words(wording, FIELDS_IN.get(name, name))
    elif found.kind == "value" and name == "kind":
        words, detail = wording.kind(value), ""
    elif found.kind == "value" and name == "law":
        words = value_in_words(wording, "law", found.label, found.label)
        detail = wording.law_title(*found.label.split(" ", 1)) or "" if " " in found.label else ""
    elif found.kind == "value" and name == "date":
        words = value_in_words(wording, "month", value, value)
    elif found.kind == "value" and name == "role":
        words, detail = role_in_words(wording, value), value
    return words, detail, tail


def chosen_in_words(
    wording: Wording, here: Address, labels: dict[tuple[str, str], str]
) -> list[tuple[str, Address]]:
    """Return what narrows a search besides its words, each with the search without it.

    `labels` has the names of values by facet and key, and that of the event under `like`.
    """
    tr, filters = wording.tr, here.filters
    found: list[tuple[str, Address]] = []
    if here.like is not None:
        said = labels.get(("like", here.like), here.like)
        found.append((tr("like: {event}", event=said), Address(sort=here.sort)))
    if here.exact:
        found.append((tr("exact spelling"), replace(here, exact=False, event=None)))
    if filters.dates != (None, None):
        said = f"{tr('date')}: {dates_in_words(wording, *filters.dates)}"
        undated = replace(filters, dates=(None, None))
        found.append((said, replace(here, filters=undated, event=None)))
    for field, key in filters.chosen:
        said = f"{facet_in_words(wording, field).lower()}: {labels.get((field, key), key)}"
        found.append((said, here.widened(field, key)))
    return found


def narrowed_in_words(wording: Wording, here: Address, labels: dict[tuple[str, str], str]) -> str:
    """Return what narrows a search besides its words, on one line; empty where nothing does."""
    told = chosen_in_words(wording, replace(here, filters=replace(here.filters, chosen=())), labels)
    lines = [said for said, _ in told]
    fields = dict.fromkeys(field for field, _ in here.filters.chosen)
    for field in fields:
        values = [labels.get(pair, pair[1]) for pair in here.filters.chosen if pair[0] == field]
        name = facet_in_words(wording, field).lower()
        if len(values) > 1:
            is_either = field in here.filters.either
            name += f" ({wording.tr('any of them') if is_either else wording.tr('all of them')})"
        lines.append(f"{name}: {', '.join(values)}")
    return " · ".join(lines)


def search_in_words(wording: Wording, query: str) -> str:
    """Return the name of a list of what was found."""
    if query.strip():
        return wording.tr("Events found for “{query}”", query=query.strip())
    return wording.tr("Events found")


def readings_in_words(wording: Wording, readings: Sequence[Phrase]) -> str:
    """Return the line over the results: how the query was taken where it was not as typed."""
    said = "; ".join(map(wording.phrase, readings))
    return said[:1].upper() + said[1:]
