"""The twenty-five queries, in the language of each engine.

A peer gets the nearest that it understands. What it cannot do (another script, a place by another
name) it searches for as typed, and finds less; a note in the results says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.generate import FREQUENT, RARE, SELDOM, in_cyrillic


@dataclass(frozen=True, slots=True)
class Query:
    """One query. `numbers` narrows plain FTS5 to a range of dates, which are a range of rows."""

    kind: str
    typed: str
    fts5: str
    tantivy: str
    whoosh: str
    dates: tuple[str, str] | None = None


def _same(kind: str, typed: str) -> Query:
    """Return a query that every engine writes alike."""
    required = " ".join(f"+{word}" for word in typed.split())
    return Query(kind, typed, typed, typed if typed.startswith('"') else required, typed)


def _prefix(beginning: str) -> Query:
    typed = f"{beginning}*"
    return Query("prefix", typed, typed, f"words:/{beginning}.*/", typed)


_CYRILLIC = [in_cyrillic(name) for name in (FREQUENT, SELDOM, RARE)]

QUERIES: tuple[Query, ...] = (
    _same("common word", "the"),
    _same("common word", "Almaty"),
    _same("word", "rally"),
    _same("rare word", "demolition"),
    _same("rare name", RARE),
    _same("words", "arrest 15 days"),
    _same("name in Cyrillic", _CYRILLIC[0].split()[0]),
    _same("name in Cyrillic", _CYRILLIC[1]),
    _same("name in Cyrillic", _CYRILLIC[2].split()[0]),
    _same("place in Cyrillic", "Алматы"),
    _same("phrase", '"peaceful rally"'),
    _same("phrase", '"human rights activist"'),
    _prefix("d"),
    _prefix("de"),
    _prefix("det"),
    _prefix("deta"),
    _prefix("detai"),
    Query("boolean", "rally OR picket", "rally OR picket", "rally picket", "rally OR picket"),
    Query("boolean", "rally NOT Almaty", "rally NOT Almaty", "+rally -Almaty", "rally NOT Almaty"),
    Query(
        "boolean",
        "(court OR police) arrest -fine",
        "((court OR police) AND arrest) NOT fine",
        "+(court police) +arrest -fine",
        "(court OR police) AND arrest NOT fine",
    ),
    Query(
        "field",
        f"person:{FREQUENT.split()[0]}",
        f"people : {FREQUENT.split()[0]}",
        f"people:{FREQUENT.split()[0]}",
        f"people:{FREQUENT.split()[0]}",
    ),
    Query(
        "fields",
        "place:Aktobe kind:picket",
        "place : aktobe AND kinds : picket",
        "+place:Aktobe +kinds:picket",
        "place:aktobe AND kinds:picket",
    ),
    Query("field", "law:AOC-488", 'law : "AOC 488"', 'law:"AOC 488"', 'law:"AOC 488"'),
    Query(
        "dates",
        "court date:2012-01-20..2012-02-20",
        "court",
        "+court +date:[20120120 TO 20120220]",
        "court AND date:[20120120 TO 20120220]",
        dates=("2012-01-20", "2012-02-20"),
    ),
    _same("nothing found", "zzzzz"),
)
assert len(QUERIES) == 25
