"""The tree of a query: its parts, and what they mean together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhylnama.failure import Phrase
from zhylnama.names.identity import is_initial


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
class Named:
    """An initial with the words on its sides, either of which it may belong to: `A. Mubarakov`."""

    initials: Words
    before: Words | None = None
    after: Words | None = None


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


Node = Words | Near | Field | Named | All | OneOf | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A typed query as a tree; `root` None asks for everything.

    `readings` say how it was read where it was not as typed.
    """

    root: Node | None
    readings: tuple[Phrase, ...] = ()

    @property
    def reading(self) -> str | None:
        """Return how it was read, in English; None where it was as typed."""
        return "; ".join(map(str, self.readings)) or None

    def read(self, *said: Phrase, root: Node | None = None) -> Query:
        """Return the query as it was read another way: `said` goes on with the readings."""
        return Query(self.root if root is None else root, (*self.readings, *said))


def in_field(name: str, node: Node) -> Node:
    """Return a group with the field before each of its words: `kind:(fine OR warning)`."""
    match node:
        case Words():
            return Field(name, node)
        case Near(text, _):
            return Field(name, Words(text, phrase=True))
        case Named(initials, before, after):
            name_typed = " ".join(w.text for w in (before, initials, after) if w is not None)
            return Field(name, Words(name_typed, phrase=True))
        case Not(part):
            return Not(in_field(name, part))
        case All(parts):
            return All(tuple(in_field(name, part) for part in parts))
        case OneOf(parts):
            return OneOf(tuple(in_field(name, part) for part in parts))
        case _:
            return node  # a field inside keeps its own name


def has_field(node: Node) -> bool:
    """Tell whether any part of a query has a field."""
    match node:
        case Field():
            return True
        case Not(part):
            return has_field(part)
        case All(parts) | OneOf(parts):
            return any(map(has_field, parts))
        case _:
            return False


def with_names(parts: list[Node]) -> list[Node]:
    """Return what must hold with each initial and the words on its sides as one part."""
    found: list[Node] = []
    left = parts[::-1]
    while left:
        part = left.pop()
        # п. 11 is a paragraph.
        if not _is_initial(part) or (left and _is_number(left[-1])):
            found.append(part)
            continue
        assert isinstance(part, Words)
        while left and _is_initial(left[-1]):
            more = left.pop()
            assert isinstance(more, Words)
            part = Words(f"{part.text} {more.text}")
        before = found.pop() if found and _may_be_name(found[-1]) else None
        after = left.pop() if left and _may_be_name(left[-1]) else None
        assert before is None or isinstance(before, Words)
        assert after is None or isinstance(after, Words)
        found.append(Named(part, before, after) if before or after else part)
    return found


def is_plain(node: Node) -> bool:
    """Tell whether a part is one word without quotes or signs."""
    return isinstance(node, Words) and not (node.prefix or node.exact or node.phrase)


def _may_be_name(node: Node) -> bool:
    return is_plain(node) and isinstance(node, Words) and not any(map(str.isdigit, node.text))


def _is_number(node: Node) -> bool:
    return is_plain(node) and isinstance(node, Words) and node.text[:1].isdigit()


def _is_initial(node: Node) -> bool:
    """Tell whether a word is an initial: `A.`, `М.К.`, `Sh.-A.`; or a capital letter alone."""
    if not is_plain(node):
        return False
    assert isinstance(node, Words)
    text = node.text
    if len(text) == 1:
        return text.isalpha() and text.isupper()
    # ст. and обл. are abbreviations; Zh. and Дж. are initials.
    parts = [part for part in re.split(r"[.-]+", text.rstrip(".")) if part]
    return text.endswith(".") and all(
        is_initial(f"{part}.") and (len(part) == 1 or part[0].isupper()) for part in parts
    )


# A letter may bear a mark of its own (`u̇ly`), and an apostrophe is part of a word (`Mal’tsev`).
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’ʼ`´ʹʻ‘])*"
_NAME = re.compile(rf"{_WORD}(?:[-‐‑–. ]+{_WORD}){{1,4}}\.?")


def name_in(node: Node | None) -> str | None:
    """Return what was typed as one name, where a query is nothing but two to five plain words."""
    parts = node.parts if isinstance(node, All) else (node,)
    words: list[str] = []
    for part in parts:
        if isinstance(part, Words) and not (part.prefix or part.exact):
            words.append(part.text)
        elif isinstance(part, Named):
            words += [w.text for w in (part.before, part.initials, part.after) if w is not None]
        else:
            return None
    name = " ".join(words)
    return name if len(name) < 100 and _NAME.fullmatch(name) else None


def as_typed(node: Node) -> str:
    """Return a part of a query as it would be typed."""
    match node:
        case Words(text, prefix, exact, phrase):
            text = f'"{text}"' if phrase and " " in text else text
            return f"{'=' if exact else ''}{text}{'*' if prefix and not text.endswith('*') else ''}"
        case Field(name, value):
            return f"{name}:{as_typed(value)}"
        case Named(initials, before, after):
            return " ".join(part.text for part in (before, initials, after) if part is not None)
        case All(parts):
            return f"({' '.join(map(as_typed, parts))})"
        case OneOf(parts):
            return f"({' OR '.join(map(as_typed, parts))})"
        case Not(part):
            return f"-{as_typed(part)}"
        case _:
            return f'"{node.text}"~{node.distance}'
