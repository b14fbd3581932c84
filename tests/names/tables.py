"""The tables of name pairs: `same.tsv` holds one person a line, `different.tsv` two.

`likely.tsv` has what is one person as a reader would guess: an initial, one word, a slip, a Kazakh
case. It is never more than "may be".

Invisible and combining characters stand in them as escapes (backslash, u, four digits). The rules
were made with the lines marked `tuning` in view; those marked `held-out` only measure. Those
marked `fresh` were written before anybody looked at the rules, in eight lots; docs/names.md has
what each gave at first sight, and the rules have since learnt from their misses.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
PARTS = ("tuning", "held-out")
FRESH = "fresh"


@dataclass(frozen=True)
class Pair:
    """Two names, which part of the table they are in, and which rule or source they are from."""

    one: str
    other: str
    part: str
    why: str

    def __str__(self) -> str:
        """Return the pair as a line of a failure."""
        return f"{self.one} | {self.other} ({self.why})"


@lru_cache
def read_pairs(table: str) -> tuple[Pair, ...]:
    """Return the pairs of `same` or `different`."""
    with (Path(__file__).parent / f"{table}.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Pair(
                _ESCAPE.sub(lambda code: chr(int(code[1], 16)), row["one"]),
                _ESCAPE.sub(lambda code: chr(int(code[1], 16)), row["other"]),
                row["part"],
                row["why"],
            )
            for row in rows
        )
