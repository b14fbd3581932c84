"""Where the tables and fields of a TOML file stand, for whoever mends it by hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

_TABLE: Final = re.compile(r"^[ \t]*\[\[[ \t]*(event|person)[ \t]*\]\]", re.M)
_FIELD: Final = re.compile(r"(\w+)")


class TomlLines:
    """The lines of a TOML file of records. A file that hides a table in a text has none."""

    def __init__(self, source: str, counts: dict[str, int]) -> None:
        """Find the tables; `counts` says how many of each name the file holds."""
        self._source = source
        self._ends = [end.start() for end in re.finditer("\n", source)]
        self._tables: dict[str, list[tuple[int, int]]] = {name: [] for name in counts}
        found = list(_TABLE.finditer(source))
        for at, table in enumerate(found):
            end = found[at + 1].start() if at + 1 < len(found) else len(source)
            self._tables.setdefault(table[1], []).append((table.start(), end))
        self._told = all(len(self._tables[name]) == count for name, count in counts.items())

    def of(self, table: str, position: int, said: str) -> str:
        """Return ` (line 12)`: where a field stands of which a sentence tells, else its table.

        `position` counts the tables of a name from 1. Empty where that is not known.
        """
        if not self._told:
            return ""
        begin, end = self._tables[table][position - 1]
        unknown = re.search(r"unknown field “(\w+)”", said)
        field = unknown[1] if unknown else said.partition(":")[0] if ":" in said else ""
        name = _FIELD.match(field)
        at = name and re.search(rf"^[ \t]*{name[1]}[ \t]*=", self._source[begin:end], re.M)
        where = begin + (at.start() if at else 0)
        return f" (line {bisect_right(self._ends, where) + 1})"
