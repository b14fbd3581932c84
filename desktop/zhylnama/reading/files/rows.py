"""The rows of a table of events: date, place, what happened, source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from zhylnama.reading.layout.dates import read_opening

_NUMBER: Final = re.compile(r"(?:№\s*)?\d{1,4}[.)]?")
_LINK: Final = re.compile(r"\s*(?:https?://|www\.|\[\d{1,4}\])")
_STOPPED: Final = re.compile(r"[.!?…:;,]\s*$")
_LONGEST_DATE: Final = 60
# A cell with less says no more than where it was.
_SHORTEST_ACCOUNT: Final = 25


def is_date(cell: str) -> bool:
    """Whether a cell holds a date and nothing else."""
    if len(cell) > _LONGEST_DATE:
        return False
    opening = read_opening(cell)
    return opening is not None and not any(map(str.isalnum, cell[opening.end :]))


def row_line(cells: Sequence[str]) -> str | None:
    """Return a row as one paragraph; None where it is no row of a table of events.

    It begins with a date, beside which only a number may stand. Where an account has a date of its
    own, each cell stays for itself.
    """
    filled = [" ".join(cell.split()) for cell in cells]
    if len(filled) > 1 and _NUMBER.fullmatch(filled[0]):
        filled = filled[1:]
    filled = [cell for cell in filled if cell]
    if len(filled) < 2 or not is_date(filled[0]):
        return None
    said = [cell for cell in filled[1:] if not _LINK.match(cell)]
    longest = max(said, key=len, default="")
    if len(longest) < _SHORTEST_ACCOUNT or read_opening(longest):
        return None
    line = filled[0]
    for cell in filled[1:]:
        apart = " " if _STOPPED.search(line) or _LINK.match(cell) else ", "
        line += apart + cell
    return line
