"""What a reading left out, as the events that it would be: whoever reviews may take it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zhylnama.reading.layout.footnotes import read_note
from zhylnama.reading.layout.paragraphs import LeftOut
from zhylnama.reading.report import LONGEST_EVENT, ReadEvent, Reading

# A saved page may have thousands of lines around its report; those are listed, and that is all.
MOST_SPARE: Final = 500


def spare_events(reading: Reading) -> Iterator[tuple[int, list[ReadEvent]]]:
    """Yield the parts that may be taken in, by their place in `tally.left_out`, as events.

    To be asked when the events of the reading have come to their end.
    """
    offered = 0
    for at, part in enumerate(reading.tally.left_out):
        if offered < MOST_SPARE and may_be_event(part):
            offered += 1
            yield at, list(reading.events_of(part))


def may_be_event(part: LeftOut) -> bool:
    """Return whether a part has words of its own, and is no note."""
    return (
        len(part.text) <= LONGEST_EVENT
        and any(map(str.isalpha, part.text))
        and read_note(part.text) is None
    )
