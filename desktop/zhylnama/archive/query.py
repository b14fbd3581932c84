"""What was typed, understood: words, phrases, fields, and what joins them.

Nothing a person types is an error. What cannot be read as the query language is searched for
literally, and `Query.readings` say in a quiet line how it was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from zhylnama.archive.asked import read_as
from zhylnama.archive.long_values import long_value
from zhylnama.archive.mended import mended, with_nearness
from zhylnama.archive.tree import (
    All,
    Field,
    Named,
    Near,
    Node,
    Not,
    OneOf,
    Query,
    Words,
    has_field,
    in_field,
    with_names,
)
from zhylnama.failure import Phrase

__all__ = ["All", "Field", "Named", "Near", "Node", "Not", "OneOf", "Query", "Words", "read_query"]

FIELDS = ("person", "place", "region", "kind", "law", "date", "source", "org", "text", "role")
# The same fields in Russian and Kazakh: nobody changes the keyboard for one word.
FIELDS_IN = {
    "человек": "person", "лицо": "person", "адам": "person",
    "место": "place", "орын": "place", "жер": "place",
    "регион": "region", "область": "region", "өңір": "region", "облыс": "region",
    "вид": "kind", "түрі": "kind",
    "закон": "law", "статья": "law", "заң": "law", "бап": "law",
    "дата": "date", "күні": "date",
    "источник": "source", "дереккөз": "source",
    "организация": "org", "ұйым": "org",
    "текст": "text", "мәтін": "text",
    "роль": "role", "рөл": "role",
} | {name: name for name in FIELDS}  # fmt: skip
MOST_TERMS = 64
MOST_SHORT_BEGINNINGS = 8
DEEPEST = 32
_TOO_MANY = Phrase("only the first {n} words were searched for", n=MOST_TERMS)


_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<minus>[-−–—](?=[^\s]))
    | (?:(?P<field>[^\W\d_]+):)
    | (?P<quote>["“”„«»])
    | (?P<word>[^\s()"“”„«»]+)
    """,
    re.VERBOSE,
)
_QUOTES = '"“”„«»'
_BARE = re.compile(rf"[^\s(){_QUOTES}]+")
_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«"}
_OPERATOR = re.compile(
    r"(?:(?P<AND>AND|И|ЖӘНЕ)|(?P<OR>OR|ИЛИ|НЕМЕСЕ)|(?P<NOT>NOT|НЕ))(?=[\s(\"“„«]|$)"
)
# One word is near to nothing: Мамай~5.
_NEAR_ALONE = re.compile(r"(?P<word>.*\w)~\d*")
# Marks of the language as other keyboards and typesetters have them.
_AS_TYPED = str.maketrans(
    {"＂": '"', "‟": "“", "‹": "«", "›": "»", "（": "(", "）": ")", "：": ":", "＊": "*",
     "－": "-", "～": "~", "＝": "=", "\u3000": " ", "＞": ">", "＜": "<"}
)  # fmt: skip


# What most people type: words of letters and figures, none of them an initial or an operator.
_PLAIN_WORDS = re.compile(r"[^\W_]{2,}(?: [^\W_]{2,})*")
_OPERATORS = frozenset(["AND", "ЖӘНЕ", "OR", "ИЛИ", "НЕМЕСЕ", "NOT", "НЕ"])


class _MalformedError(Exception):
    """The text does not read as the query language; `problem` says what was found."""

    def __init__(self, problem: Phrase) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_query(text: str) -> Query:
    """Read what was typed. Never raises; at most 64 words are used, and the reading says so."""
    if (plain := _plain_words(text)) is not None:
        return Query(plain)
    text = text.replace("\x00", " ").encode("utf-8", "replace").decode().translate(_AS_TYPED)
    if not text.strip():
        return Query(None)
    if (near := with_nearness(text)) is not None:
        ours, typed, meant = near
        query = read_query(ours)
        return Query(query.root, (read_as(typed, meant), *query.readings))
    try:
        parser = _Parser(text[:4_000])
        root = parser.read()
        if parser.dropped:
            return Query(root).read(_TOO_MANY)
        if parser.no_field is not None:
            problem = Phrase("“{field}:” is no field", field=parser.no_field)
            return Query(root).read(Phrase("{problem}: read as plain words", problem=problem))
        if parser.not_near is not None:
            problem = Phrase("~ stands behind words in quotation marks")
            return Query(root).read(_read_as(problem, parser.not_near))
        return Query(root)
    except _MalformedError as found:
        if (nearly := _mended(text[:4_000], found.problem)) is not None:
            return nearly
        words = re.findall(r"[^\s()" + _QUOTES + r"]+", text[:4_000])
        kept = [w for w in words if not _OPERATOR.fullmatch(w)] or words
        parts = tuple(Words(word) for word in kept[:MOST_TERMS])
        if not parts:
            said = Phrase("{problem}: read as plain text", problem=found.problem)
            return Query(Words(text.strip()[:200])).read(said)
        said = Phrase("{problem}: read as plain words", problem=found.problem)
        return Query(parts[0] if len(parts) == 1 else All(parts)).read(said)


def _read_as(problem: Phrase, query: str) -> Phrase:
    return Phrase("{problem}: read as “{query}”", problem=problem, query=query)


def _mended(text: str, problem: Phrase) -> Query | None:
    """Return a query that a slip in its signs made unreadable, where it has a field to keep."""
    better = mended(text, _JOINING, lambda name: name.lower() in FIELDS_IN)
    parser = _Parser(better)
    try:
        root = parser.read()
    except _MalformedError:
        return None
    if root is None or not (has_field(root) or problem.text.endswith("without a value")):
        return None
    shown = better if len(better) <= _MOST_SHOWN else f"{better[:_MOST_SHOWN]}…"
    query = Query(root).read(_read_as(problem, shown))
    return query.read(_TOO_MANY) if parser.dropped else query


_MOST_SHOWN = 80
_JOINING = {"AND": "AND", "И": "AND", "ЖӘНЕ": "AND", "OR": "OR", "ИЛИ": "OR", "НЕМЕСЕ": "OR",
            "NOT": "NOT", "НЕ": "NOT"}  # fmt: skip


def _plain_words(text: str) -> Node | None:
    """Return a text of nothing but words as the parser would read it, in a tenth of the time."""
    if len(text) > 100 or _PLAIN_WORDS.fullmatch(text) is None:
        return None
    words = text.split(" ")
    if not _OPERATORS.isdisjoint(words) or "NEAR" in words:
        return None
    return Words(text) if len(words) == 1 else All(tuple(map(Words, words)))


def unfinished(text: str, is_known: Callable[[str], bool]) -> Query | None:
    """Return a query with its last word taken as the beginning of one, or None where it has none.

    `is_known` says that an account has a word: then it is not said that none has.

    A word of less than three letters begins too many others to be worth it. A name after its field
    is one, too; a date or an article that is half typed is another.
    """
    begun = _OPEN_VALUE.search(text.rstrip())
    if begun is not None and FIELDS_IN.get(begun["field"].lower()) in _OF_NAMES:
        closed = read_query(f"{text.rstrip()}{_CLOSING[begun['mark']]}*")
        word = begun["word"]
        if closed.readings:
            return None
        return Query(closed.root).read(_begun(word, is_known))
    last = _LAST_WORD.search(text.rstrip())
    field = _FIELD_VALUE.search(text.rstrip())
    if last is None or (field and FIELDS_IN.get(field["field"].lower()) not in _OF_NAMES):
        return None
    longer = read_query(f"{text.rstrip()}*")
    if longer.readings:
        return None
    return Query(longer.root).read(_begun(last[0], is_known))


def _begun(word: str, is_known: Callable[[str], bool]) -> Phrase:
    if is_known(word):
        return read_as(word, f"“{word}*”")
    return Phrase("nothing has the whole word “{word}”: read as “{word}*”", word=word)


_FIELD_VALUE = re.compile(r"(?<!\w)(?P<field>[^\W\d_]+):\S*$")
_OPEN_VALUE = re.compile(
    rf"(?<!\w)(?P<field>[^\W\d_]+):(?P<mark>[{_QUOTES}])[^{_QUOTES}]*?(?P<word>\w{{3,}})$"
)
# What is taken away is no word to go on with.
_LAST_WORD = re.compile(r"(?<![=*\w])(?<!(?<!\w)[-−–—])(?<!NOT\s)(?<!НЕ\s)\w{3,}$")
_OF_NAMES = ("person", "place", "region", "source", "org", "text")


class _Parser:
    """A recursive descent over the tokens of one query."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._terms = 0
        self._past_operator = 0
        self._short_beginnings = 0
        self.dropped = False
        self.no_field: str | None = None
        self.not_near: str | None = None

    def read(self) -> Node | None:
        root = self._alternatives()
        self._skip_space()
        if self._at < len(self._text):
            raise _MalformedError(Phrase("a bracket closes that was not opened"))
        return root

    def _skip_space(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _peek_word(self) -> str | None:
        """Return `AND`, `OR` or `NOT` where one comes next, in capitals of any language."""
        self._skip_space()
        match = _OPERATOR.match(self._text, self._at)
        if match is None:
            return None
        self._past_operator = match.end()
        return match.lastgroup

    def _alternatives(self) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _MalformedError(Phrase("brackets too deep"))
        parts = [self._conjunction()]
        while self._peek_word() == "OR":
            while self._peek_word() == "OR":  # one that was doubled is one
                self._at = self._past_operator
            parts.append(self._conjunction())
        self._depth -= 1
        if len(parts) == 1:
            return parts[0]
        kept = tuple(part for part in parts if part is not None)
        if len(kept) < len(parts) and not self.dropped:
            raise _MalformedError(Phrase("OR without a word on each side"))
        return OneOf(kept) if kept else None

    def _conjunction(self) -> Node | None:
        parts: list[Node] = []
        while True:
            operator = self._peek_word()
            if operator == "OR" or self._at >= len(self._text) or self._text[self._at] == ")":
                break
            if operator == "AND":
                self._at = self._past_operator
                if not parts or self._at_end() or self._peek_word() in ("AND", "OR"):
                    raise _MalformedError(Phrase("AND without a word on each side"))
                continue
            part = self._unary(operator == "NOT")
            if part is not None:
                parts.append(part)
        if not parts:
            return None
        parts = with_names(parts)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _at_end(self) -> bool:
        self._skip_space()
        return self._at >= len(self._text) or self._text[self._at] == ")"

    def _unary(self, negated: bool) -> Node | None:
        if negated:
            self._at = self._past_operator
            if self._at_end() or self._peek_word() is not None:
                raise _MalformedError(Phrase("NOT without a word after it"))
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            raise _MalformedError(Phrase("unreadable"))
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
            raise _MalformedError(Phrase("unreadable"))
        if match.lastgroup == "open":
            self._at = match.end()
            inside = self._alternatives()
            if self._at >= len(self._text):
                raise _MalformedError(Phrase("a bracket does not close"))
            self._at += 1
            if inside is None:
                raise _MalformedError(Phrase("brackets with nothing in them"))
            return inside
        field = match["field"]
        if field is not None and (name := FIELDS_IN.get(field.lower())) is not None:
            self._at = match.end()
            return self._field(name, field)
        if field is not None:
            # `https://…` or `7:30`: no field of ours, so the colon is part of the word.
            word = _BARE.match(self._text, self._at)
            assert word is not None
            if "//" not in word[0] and len(word[0]) > match.end() - match.start():
                self.no_field = self.no_field or field[:40]
            self._at = word.end()
            return self._counted(Words(word[0], phrase=True))
        return self._counted(self._words())

    def _field(self, name: str, typed: str) -> Node | None:
        """Read a field's value: a word, a phrase, or a group of them in brackets."""
        if self._at_end() or self._peek_word() is not None:
            raise _MalformedError(Phrase("{field} without a value", field=f"{typed}:"))
        if self._text[self._at] == "(":
            group = self._atom()
            return None if group is None else in_field(name, group)
        if (long := long_value(name, self._text, self._at)) is not None:
            self._at += len(long)
            begun = long.endswith("*")
            value = Words(long.removesuffix("*").strip(), prefix=begun, phrase=True)
            return self._counted(Field(name, value))
        typed_value = self._words()
        if isinstance(typed_value, Near):
            typed_value = Words(typed_value.text, phrase=True)
        return None if typed_value is None else self._counted(Field(name, typed_value))

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
        match = _BARE.match(text, self._at)
        if match is None:
            raise _MalformedError(Phrase("unreadable"))
        self._at = match.end()
        word = match[0].rstrip("?!") or match[0]
        if (near := _NEAR_ALONE.fullmatch(word)) is not None:
            word = near["word"]
            self.not_near = self.not_near or word[:40]
        exact = word.startswith("=") and len(word) > 1
        prefix = word.endswith("*") and len(word) > 1
        if prefix and len(word) < 4:
            self._short_beginnings += 1
            if self._short_beginnings > MOST_SHORT_BEGINNINGS:
                # Each is begun by thousands of words.
                raise _MalformedError(Phrase("too many beginnings of one or two letters"))
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
            raise _MalformedError(Phrase("a quotation mark does not close"))
        inside = self._text[start:end].strip()
        self._at = end + 1
        if near := re.compile(r"~(\d+)").match(self._text, self._at):
            self._at = near.end()
            # Further than any account is long is as far as anywhere in it.
            return Near(inside, int(near[1][:6]))
        prefix = self._text[self._at : self._at + 1] == "*"
        if prefix:
            self._at += 1
        exact = inside.startswith("=")
        return Words(inside.removeprefix("="), prefix=prefix, exact=exact, phrase=True)
