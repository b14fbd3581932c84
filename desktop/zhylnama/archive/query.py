"""What was typed, understood: words, phrases, fields, and what joins them.

Nothing a person types is an error. What cannot be read as the query language is searched for
literally, and `Query.reading` says in a quiet line how it was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FIELDS = ("person", "place", "region", "kind", "law", "date", "source", "org", "text", "role")
MOST_TERMS = 64
DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Words:
    """One word or a phrase; `prefix`: its last word may go on; `exact`: only as it is spelled."""

    text: str
    prefix: bool = False
    exact: bool = False
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words within `distance` words of each other, in any order."""

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a named field: `law:488.6`, `date:>2021-12-20`."""

    name: str
    value: Words


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One part must hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Node


Node = Words | Near | Field | All | OneOf | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A typed query as a tree; `root` None asks for everything. `reading`: see the module."""

    root: Node | None
    reading: str | None = None


_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<minus>-(?=\S))
    | (?:(?P<field>[A-Za-z]+):(?=\S))
    | (?P<quote>["“”„«»])
    | (?P<word>[^\s()"“”„«»]+)
    """,
    re.VERBOSE,
)
_QUOTES = '"“”„«»'
_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«"}
_OPERATORS = {"AND", "OR", "NOT"}


class _MalformedError(Exception):
    """The text does not read as the query language; the message says what was found."""


def read_query(text: str) -> Query:
    """Read what was typed. Never raises; at most 64 words are used, and the reading says so."""
    text = text.replace("\x00", " ").encode("utf-8", "replace").decode()
    if not text.strip():
        return Query(None)
    try:
        parser = _Parser(text[:4_000])
        root = parser.read()
        if parser.dropped:
            return Query(root, f"only the first {MOST_TERMS} words were searched for")
        return Query(root)
    except _MalformedError as found:
        words = re.findall(r"[^\s()" + _QUOTES + r"]+", text[:4_000])
        kept = [w for w in words if w not in _OPERATORS] or words
        parts = tuple(Words(word) for word in kept[:MOST_TERMS])
        if not parts:
            return Query(Words(text.strip()[:200]), f"{found}: read as plain text")
        return Query(parts[0] if len(parts) == 1 else All(parts), f"{found}: read as plain words")


def unfinished(text: str) -> Query | None:
    """Return a query with its last word taken as the beginning of one, or None where it has none.

    A word of less than three letters begins too many others to be worth it.
    """
    last = _LAST_WORD.search(text.rstrip())
    if last is None:
        return None
    longer = read_query(f"{text.rstrip()}*")
    if longer.reading is not None:
        return None
    return Query(longer.root, f"nothing has the whole word “{last[0]}”: read as “{last[0]}*”")


_LAST_WORD = re.compile(r"(?<![:=*\w])\w{3,}$")


class _Parser:
    """A recursive descent over the tokens of one query."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._terms = 0
        self.dropped = False

    def read(self) -> Node | None:
        root = self._alternatives()
        self._skip_space()
        if self._at < len(self._text):
            raise _MalformedError("a bracket closes that was not opened")
        return root

    def _skip_space(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _peek_word(self) -> str | None:
        self._skip_space()
        match = re.compile(r"(AND|OR|NOT)(?=[\s(\"]|$)").match(self._text, self._at)
        return match[1] if match else None

    def _alternatives(self) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _MalformedError("brackets too deep")
        parts = [self._conjunction()]
        while self._peek_word() == "OR":
            self._at += 2
            parts.append(self._conjunction())
        self._depth -= 1
        if len(parts) == 1:
            return parts[0]
        kept = tuple(part for part in parts if part is not None)
        if len(kept) < len(parts) and not self.dropped:
            raise _MalformedError("OR without a word on each side")
        return OneOf(kept) if kept else None

    def _conjunction(self) -> Node | None:
        parts: list[Node] = []
        while True:
            operator = self._peek_word()
            if operator == "OR" or self._at >= len(self._text) or self._text[self._at] == ")":
                break
            if operator == "AND":
                self._at += 3
                if not parts or self._at_end() or self._peek_word() in ("AND", "OR"):
                    raise _MalformedError("AND without a word on each side")
                continue
            part = self._unary(operator == "NOT")
            if part is not None:
                parts.append(part)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _at_end(self) -> bool:
        self._skip_space()
        return self._at >= len(self._text) or self._text[self._at] == ")"

    def _unary(self, negated: bool) -> Node | None:
        if negated:
            self._at += 3
            if self._at_end() or self._peek_word() is not None:
                raise _MalformedError("NOT without a word after it")
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            raise _MalformedError("unreadable")
        if match.lastgroup == "minus":
            self._at = match.end()
            negated = not negated
        part = self._atom()
        if part is None or not negated:
            return part
        return Not(part)

    def _atom(self) -> Node | None:
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            raise _MalformedError("unreadable")
        if match.lastgroup == "open":
            self._at = match.end()
            inside = self._alternatives()
            if self._at >= len(self._text):
                raise _MalformedError("a bracket does not close")
            self._at += 1
            if inside is None:
                raise _MalformedError("brackets with nothing in them")
            return inside
        field = match["field"]
        if field is not None and field.lower() in FIELDS:
            self._at = match.end()
            return self._field(field.lower())
        if field is not None:
            # `https://…` or `7:30`: no field of ours, so the colon is part of the word.
            word = re.compile(rf"[^\s(){_QUOTES}]+").match(self._text, self._at)
            assert word is not None
            self._at = word.end()
            return self._counted(Words(word[0], phrase=True))
        return self._counted(self._words())

    def _field(self, name: str) -> Node | None:
        if self._text[self._at] in "()":
            raise _MalformedError(f"{name}: without a value")
        value = self._words()
        if isinstance(value, Near):
            value = Words(value.text, phrase=True)
        return self._counted(Field(name, value)) if value is not None else None

    def _counted(self, node: Node | None) -> Node | None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            self.dropped = True
            return None
        return node

    def _words(self) -> Words | Near | None:
        """Read a quoted phrase or one bare word, with what may follow it (`*`, `~5`)."""
        text = self._text
        if text[self._at] in _QUOTES:
            return self._quoted()
        match = re.compile(rf"[^\s(){_QUOTES}]+").match(text, self._at)
        if match is None:
            raise _MalformedError("unreadable")
        self._at = match.end()
        word = match[0]
        exact = word.startswith("=") and len(word) > 1
        prefix = word.endswith("*") and len(word) > 1
        return Words(word.removeprefix("=") if exact else word, prefix=prefix, exact=exact)

    def _quoted(self) -> Words | Near:
        start = self._at + 1
        # A phrase may hold quotation marks of another kind; one may be closed by any.
        ends = [
            next((i for i in range(start, len(self._text)) if self._text[i] in closing), None)
            for closing in (_CLOSING[self._text[self._at]], _QUOTES)
        ]
        end = ends[1] if ends[0] is None else ends[0]
        if end is None:
            raise _MalformedError("a quotation mark does not close")
        inside = self._text[start:end].strip()
        self._at = end + 1
        if near := re.compile(r"~(\d{1,3})").match(self._text, self._at):
            self._at = near.end()
            return Near(inside, int(near[1]))
        prefix = self._text[self._at : self._at + 1] == "*"
        if prefix:
            self._at += 1
        exact = inside.startswith("=")
        return Words(inside.removeprefix("="), prefix=prefix, exact=exact, phrase=True)
