"""The notes of a report as the first pass over its lines finds them.

A link may go on in the next line, where a page was too narrow for it, or stand in the line below
its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from zhylnama.reading.layout.dates import read_opening
from zhylnama.reading.layout.footnotes import WAY_BACK, Note, read_note

_BEGINS_WITH_LINK: Final = re.compile(r"h?ttps?://|www\.", re.I)
_OF_LINK: Final = re.compile(r"[/?=&%\d._-]")
_BREAKABLE: Final = ("-", "/", "?", "&", "=", "_", "%")
# No link ends so.
_UNFINISHED: Final = ("?", "&", "=", "%")
# A shorter link would have found room in its line.
_SHORTEST_BROKEN: Final = 40


@dataclass(slots=True)
class NoteLines:
    """Notes by their numbers; lines are counted from 0, empty ones too.

    `doubled_notes` have two different links, `spare_notes` are the lines of the second ones, and
    `rests_of_links` lines that belong to the note above them.
    """

    last_note: int = -1
    notes: dict[int, Note] = field(default_factory=dict)
    doubled_notes: set[int] = field(default_factory=set)
    spare_notes: dict[int, int] = field(default_factory=dict)
    rests_of_links: set[int] = field(default_factory=set)
    _open: int = 0
    _printed: str = ""

    def keep_note(self, note: Note, line: str, at: int) -> None:
        """Keep a note; the first of its number is what a mark means."""
        self.last_note = at
        self._open = 0
        if note.number not in self.notes:
            self.notes[note.number] = note
            self._open, self._printed = note.number, line.strip()
            return
        if not _is_hollow(note) and self.notes[note.number].links != note.links:
            self.doubled_notes.add(note.number)
        self.keep_spare(note, line, at)

    def keep_spare(self, note: Note, line: str, at: int) -> None:
        """Remember a second note with the number of another one."""
        first = self.notes[note.number]
        self._open = 0
        if _is_hollow(note):
            # Its link may stand below; then that is what is compared.
            self._open, self._printed = note.number, line.strip()
        elif (first.links, first.words) != (note.links, note.words):
            self.spare_notes[at] = note.number

    def pause(self) -> None:
        """Take an empty line: no link goes on behind it, but it may begin there."""
        if self._open and (note := read_note(self._printed)) and not _is_hollow(note):
            self._open = 0

    def take_rest(self, line: str, at: int) -> bool:
        """Take a line as the rest of the note above it, if it is that."""
        number, self._open = self._open, 0
        if not number:
            return False
        note, text = read_note(self._printed), WAY_BACK.sub("", line).strip()
        if note is None:
            return False
        if _is_hollow(note):
            blank = " " if _BEGINS_WITH_LINK.match(text) else None
        else:
            blank = "" if _is_rest_of_link(note, self._printed, text) else None
        if blank is None:
            return False
        whole = read_note(f"{self._printed}{blank}{text}")
        if whole is None or whole.number != number or not whole.links:
            return False
        if self.notes[number] == note:
            self.notes[number] = whole
        else:
            self.keep_note(whole, f"{self._printed}{blank}{text}", at)
        self._open, self._printed = number, f"{self._printed}{blank}{text}"
        self.last_note = at
        if at not in self.spare_notes:
            self.rests_of_links.add(at)
        return True


def _is_hollow(note: Note) -> bool:
    return not note.links and not any(map(str.isalnum, note.words))


def _is_rest_of_link(note: Note, printed: str, text: str) -> bool:
    """Whether a line is the rest of a link that was broken at the width of the page."""
    if not note.links or note.words:
        return False
    if len(note.links[-1]) < _SHORTEST_BROKEN and not printed.endswith(_UNFINISHED):
        return False
    if " " in text or "://" in text:
        return False
    if _OF_LINK.search(text) is None and not printed.endswith(_BREAKABLE):
        return False
    # The number alone of a note that has nothing else.
    return text.strip(".[]() ") != str(note.number + 1) and read_opening(text) is None
