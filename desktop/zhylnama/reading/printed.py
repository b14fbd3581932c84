"""What the reports of one import print more than once: the same words are one event."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from zhylnama.reading.layout.paragraphs import Paragraph

# So far back a paragraph is looked for that is printed twice; a report of a month has hundreds.
MOST_REMEMBERED: Final = 20_000


class Printed:
    """The paragraphs that were read so far, each with its report and its number there."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[int, int]] = OrderedDict()
        self._files: list[str] = []

    def begin(self, file: str) -> int:
        """Begin a report, and return its number among those of the import."""
        self._files.append(file)
        return len(self._files) - 1

    def before(self, report: int, period: str | None, paragraph: Paragraph) -> str | None:
        """Return why a paragraph is no event of its own, None where it was not printed before.

        In one report the same words with other notes are another paragraph. Another report of the
        same period tells the same event, whatever its notes are.
        """
        text, heading = paragraph.text, str(paragraph.heading)
        here = (report, paragraph.number)
        of_report = self._first((report, text, heading, paragraph.marks), here)
        if of_report != here:
            return f"is printed a second time, word for word as paragraph {of_report[1]}"
        first, number = self._first((period, text, heading), here)
        if first != report:
            return f"is printed word for word in {self._files[first]}, paragraph {number}"
        return None

    def _first(self, key: tuple[object, ...], here: tuple[int, int]) -> tuple[int, int]:
        first = self._kept.setdefault(hash(key), here)
        if len(self._kept) > 2 * MOST_REMEMBERED:
            self._kept.popitem(last=False)
        return first
