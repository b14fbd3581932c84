"""The axis of dates under the strip: which day lies where, and which days are labelled.

No widgets here, only arithmetic on dates and pixels.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from PySide6.QtCore import QRectF

Unit = Literal["day", "month"]


class Axis:
    """Days or months from `first` to `last`, spread evenly over a field."""

    def __init__(self, unit: Unit, first: dt.date | None, last: dt.date | None) -> None:
        self.unit: Unit = unit
        self.first = self.start_of(first) if first else None
        self.last = self.start_of(last) if last else None

    @property
    def known(self) -> bool:
        """Return whether there is any date to show."""
        return self.first is not None and self.last is not None

    @property
    def by_month(self) -> bool:
        """Return whether days are so many that only months are labelled."""
        return self.unit == "day" and self._length() > 75

    def start_of(self, day: dt.date) -> dt.date:
        """Return the first day of the bar that a day belongs to."""
        return day if self.unit == "day" else day.replace(day=1)

    def end_of(self, day: dt.date) -> dt.date:
        """Return the last day of the bar that a day belongs to."""
        if self.unit == "day":
            return day
        return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)

    def step(self, day: dt.date, by: int) -> dt.date:
        """Return the bar `by` places on, inside the axis."""
        return self._at(max(0, min(self._length() - 1, self._index(day) + by)))

    def span(self, day: dt.date, field: QRectF) -> tuple[float, float]:
        """Return where the bar of a day begins and ends."""
        each = field.width() / max(1, self._length())
        left = field.left() + self._index(day) * each
        return left, left + each

    def reach(self, first: dt.date, last: dt.date, field: QRectF) -> tuple[float, float]:
        """Return where a range begins and ends, kept inside the field."""
        left, right = self.span(first, field)[0], self.span(last, field)[1]
        return max(field.left(), left), min(field.right(), right)

    def day_at(self, x: float, field: QRectF) -> dt.date:
        """Return the first day of the bar at a point; beyond the ends, the first or the last."""
        index = int((x - field.left()) / field.width() * self._length())
        return self._at(max(0, min(self._length() - 1, index)))

    def ticks(self, width: float, apart: float) -> list[tuple[dt.date, bool]]:
        """Return the days to label, at least `apart` pixels from each other, and whether with year.

        The year is written at the first label and where it changes.
        """
        if self.first is None:
            return []
        each = width / max(1, self._length())
        days = self._months(each, apart) if self._wide() else self._days(each, apart)
        labelled: list[tuple[dt.date, bool]] = []
        for day in days:
            labelled.append((day, not labelled or labelled[-1][0].year != day.year))
        return labelled

    def _days(self, each: float, apart: float) -> list[dt.date]:
        step = next(step for step in (1, 2, 5, 10, 15, 31) if step * each >= apart or step == 31)
        days = [self._at(index) for index in range(0, self._length(), step)]
        # The last day closes the axis where there is room for it.
        if self.last is not None and (self.last - days[-1]).days * each >= apart * 0.8:
            days.append(self.last)
        return days

    def _months(self, each: float, apart: float) -> list[dt.date]:
        by_month = each * (30.4 if self.unit == "day" else 1)
        steps = (1, 2, 3, 6, 12, 24, 60, 120)
        step = next(step for step in steps if step * by_month >= apart or step == steps[-1])
        assert self.first is not None
        assert self.last is not None
        days, day = [], self.first.replace(day=1)
        while day <= self.last:
            if ((day.year * 12 + day.month - 1) % step) == 0 and day >= self.first:
                days.append(day)
            day = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return days

    def _wide(self) -> bool:
        return self.unit == "month" or self.by_month

    def _length(self) -> int:
        return self._index(self.last) + 1 if self.last else 1

    def _index(self, day: dt.date) -> int:
        if self.first is None:
            return 0
        if self.unit == "day":
            return (day - self.first).days
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    def _at(self, index: int) -> dt.date:
        assert self.first is not None
        if self.unit == "day":
            return self.first + dt.timedelta(days=index)
        months = self.first.year * 12 + self.first.month - 1 + index
        return dt.date(months // 12, months % 12 + 1, 1)
