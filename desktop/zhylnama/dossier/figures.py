"""The figures as plain data: when the events happened, and where."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from zhylnama.dossier.model import Bars, Figures, Map, Spot
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Event
from zhylnama.wording import Wording

_DAYS = 62
_MONTHS = 10 * 12
_MOST_SPOTS = 40


def compose_figures(
    events: tuple[Event, ...], wording: Wording, resources: Path, *, timeline: bool, where: bool
) -> Figures | None:
    """Return the figures asked for, as far as the records give any; None without either."""
    bars = _bars(events, wording) if timeline else None
    drawn = _map(events, wording, resources) if where else None
    if bars is None and drawn is None:
        return None
    return Figures(wording.tr("When and where"), bars, drawn)


def _bars(events: tuple[Event, ...], wording: Wording) -> Bars | None:
    """Return events by day, month or year, whichever suits the span; None under two dates."""
    dated = [(event.date, event.precision) for event in events if event.date is not None]
    if len({date for date, _ in dated}) < 2:
        return None
    first, last = min(date for date, _ in dated), max(date for date, _ in dated)
    months = (last.year - first.year) * 12 + last.month - first.month
    coarse = {precision for _, precision in dated}
    index: Callable[[dt.date], int]
    if (last - first).days <= _DAYS and coarse == {"day"}:
        caption = wording.tr("Events by day; the highest number stands over its bar.")
        index = lambda day: (day - first).days  # noqa: E731
        said = {index(day): wording.day(day, short=True, year=False) for day, _ in dated}
    elif months <= _MONTHS and "year" not in coarse:
        caption = wording.tr("Events by month; the highest number stands over its bar.")
        index = lambda day: (day.year - first.year) * 12 + day.month - first.month  # noqa: E731
        said = {index(day): wording.month(day) for day, _ in dated}
    else:
        caption = wording.tr("Events by year; the highest number stands over its bar.")
        index = lambda day: day.year - first.year  # noqa: E731
        said = {index(day): str(day.year) for day, _ in dated}
    counts = Counter(index(day) for day, _ in dated)
    span = max(counts)
    if not span:
        return None
    undated = len(events) - len(dated)
    if undated:
        caption += " " + wording.count(
            "{n} event has no date.", "{n} events have no date.", undated
        )
    return Bars(
        caption=caption,
        bars=tuple((place / span, number) for place, number in sorted(counts.items())),
        ticks=tuple((place / span, said[place]) for place in sorted(counts)),
        width=0.8 / (span + 1),
    )


def _map(events: tuple[Event, ...], wording: Wording, resources: Path) -> Map | None:
    """Return the places with a known position; None where no event names one."""
    gazetteer, outline = _gazetteer(resources), _outline(resources)
    counts: Counter[str] = Counter()
    elsewhere = 0
    for event in events:
        if event.place is None:
            continue
        region = gazetteer.find(event.region) if event.region is not None else None
        place = gazetteer.find(event.place, region.id if region is not None else None)
        if place is None or not _within(outline, place.lon, place.lat):
            elsewhere += 1
        else:
            counts[place.id] += 1
    spots = []
    for place_id, number in counts.most_common(_MOST_SPOTS):
        place = gazetteer.get(place_id)
        if place is not None and place.lat is not None and place.lon is not None:
            spots.append(
                Spot(gazetteer.label(place_id, wording.lang), place.lat, place.lon, number)
            )
    if not spots:
        return None
    caption = wording.tr("Places named in the events, with the number of events.")
    if elsewhere:
        caption += " " + wording.count(
            "{n} event names a place without a known position.",
            "{n} events name places without a known position.",
            elsewhere,
        )
    caption += " " + wording.tr("Outline: Natural Earth.")
    return Map(caption, tuple(spots), outline)


def _within(outline: tuple[tuple[float, float], ...], lon: float | None, lat: float | None) -> bool:
    """Return whether a position is known and lies on the map or just beside it."""
    if lon is None or lat is None:
        return False
    return (
        min(x for x, _ in outline) - 1 <= lon <= max(x for x, _ in outline) + 1
        and min(y for _, y in outline) - 1 <= lat <= max(y for _, y in outline) + 1
    )


@cache
def _gazetteer(resources: Path) -> Gazetteer:
    return Gazetteer.load(resources / "places.toml")


@cache
def _outline(resources: Path) -> tuple[tuple[float, float], ...]:
    data = tomllib.loads((resources / "outline.toml").read_text("utf-8"))
    return tuple((float(lon), float(lat)) for lon, lat in data["points"])
