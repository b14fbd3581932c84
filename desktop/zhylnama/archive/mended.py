"""A query with a slip in its signs, mended: what is open is closed, what joins nothing is left out.

`person:"Мамай` and `person:Мамай OR` mean a person. Read as plain words they would lose the field,
and find what was not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PIECE = re.compile(
    r"(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<quote>[\"“”„«»])|(?P<word>[^\s()\"“”„«»]+)"
)
_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“", "«": "»", "»": "«"}
_ALSO_CLOSING = {"„": "“”"}
_QUOTES = '"“”„«»'
_NEXT_FIELD = re.compile(r"\s+(?:[-−–—]?(?P<field>[^\W\d_]+):|OR\b|AND\b|NOT\b|ИЛИ\b|НЕ\b|И\b)")


# Nearness as FTS5 and other programs write it: `NEAR(picket court, 5)`, `picket NEAR/5 court`.
_NEARNESS = re.compile(
    r"(?<!\w)NEAR\((?P<words>[^():,]+?)(?:,\s*(?P<of_words>\d{1,6}))?\s*\)"
    rf"|(?P<one>[^\s(){_QUOTES}:]+) NEAR(?:/(?P<between>\d{{1,6}}))? (?P<other>[^\s(){_QUOTES}:]+)"
)
_USUAL = 10


def with_nearness(text: str) -> tuple[str, str, str] | None:
    """Return a query with nearness written as here, and its first one as typed and as written.

    None where it has none. At most ten words stand between where none is said, as FTS5 has it.
    """
    first = _NEARNESS.search(text)
    if first is None:
        return None
    return _NEARNESS.sub(_as_near, text), first[0], _as_near(first)


def _as_near(found: re.Match[str]) -> str:
    words = found["words"] or f"{found['one']} {found['other']}"
    words = " ".join(re.sub(f"[{_QUOTES}]", " ", words).split())
    return f'"{words}"~{found["of_words"] or found["between"] or _USUAL}'


def mended(text: str, operators: dict[str, str], is_field: Callable[[str], bool]) -> str:
    """Return a query with its quotation marks and brackets closed and no operator left over.

    `operators` maps each word that joins to `AND`, `OR` or `NOT`; `is_field` knows fields by name.
    """
    kept: list[tuple[str, str]] = []
    depth = 0
    for kind, piece in _pieces(text, operators, is_field):
        if kind in ("close", "AND", "OR", "NOT"):
            _drop_dangling(kept, also_joints=kind == "close")
        before = _last(kept)
        if kind == "close":
            if depth == 0:
                continue
            depth -= 1
            if before == "open":
                _drop_group(kept)
                continue
            del kept[_at_last(kept) + 1 :]
        elif kind in ("AND", "OR") and before in (None, "open", "AND", "OR"):
            continue
        elif kind == "open":
            depth += 1
        kept.append((kind, piece))
    while depth:
        _drop_dangling(kept, also_joints=True)
        if _last(kept) == "open":
            _drop_group(kept)
        else:
            del kept[_at_last(kept) + 1 :]
            kept.append(("close", ")"))
        depth -= 1
    _drop_dangling(kept, also_joints=True)
    return "".join(piece for _, piece in kept).strip()


def _pieces(
    text: str, operators: dict[str, str], is_field: Callable[[str], bool]
) -> list[tuple[str, str]]:
    """Return the pieces of a query with what each is; a quotation is one, closed."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        assert match is not None
        at = match.end()
        kind, piece = match.lastgroup or "", match[0]
        if kind == "quote":
            inside, at = _quoted(text, at, piece, is_field)
            kind, piece = "word", f"{piece}{inside}"
        elif kind == "word" and piece in operators:
            kind = operators[piece]
        elif kind == "word" and piece.endswith(":") and is_field(piece[:-1].lstrip("-−–—")):
            kind = "field"
        found.append((kind, piece))
    return found


def _quoted(text: str, start: int, mark: str, is_field: Callable[[str], bool]) -> tuple[str, int]:
    """Return a quotation from behind its first mark, closed, and where it ends."""
    for closing in (_ALSO_CLOSING.get(mark, _CLOSING[mark]), _QUOTES):
        end = next((i for i in range(start, len(text)) if text[i] in closing), None)
        if end is not None:
            return text[start : end + 1], end + 1
    for gap in _NEXT_FIELD.finditer(text, start):
        if gap["field"] is None or is_field(gap["field"]):
            return text[start : gap.start()].rstrip(")") + _CLOSING[mark], gap.start()
    return text[start:].rstrip(") \t\n") + _CLOSING[mark], len(text)


def _last(kept: list[tuple[str, str]]) -> str | None:
    at = _at_last(kept)
    return kept[at][0] if at >= 0 else None


def _at_last(kept: list[tuple[str, str]]) -> int:
    at = len(kept) - 1
    while at >= 0 and kept[at][0] == "space":
        at -= 1
    return at


def _drop_dangling(kept: list[tuple[str, str]], *, also_joints: bool = False) -> None:
    """Take away a field without a value at the end, and what would join or turn nothing."""
    while (last := _last(kept)) in ("field", "NOT") or (also_joints and last in ("AND", "OR")):
        del kept[_at_last(kept) :]


def _drop_group(kept: list[tuple[str, str]]) -> None:
    """Take away a bracket that opens at the end, with the field before it: nothing is in it."""
    del kept[_at_last(kept) :]
    if kept and kept[-1][0] == "field":
        del kept[-1]
