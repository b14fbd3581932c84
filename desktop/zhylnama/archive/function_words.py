"""The little words of English, Russian and Kazakh, which no search is about.

An account in English has no «с» and no «туралы», and one that does not say “with” may still be
about Mamay. So they narrow nothing beside other words; alone and inside a quotation they are words
like any.
"""

from __future__ import annotations

import re

from zhylnama.archive.asked import leaving_out
from zhylnama.archive.dates import LONGEST, date_in
from zhylnama.archive.tree import All, Field, Node, Not, OneOf, Query, Words, is_plain

_ENGLISH = (
    "a about after against an and are as at be been before between by did do does during for from"
    " had has have he her his how in into is it its near of on or our she since that the their"
    " these they this those through to under until upon via was were what when where which who"
    " whom whose why with within without"
)
_RUSSIAN = (
    "а без был была были было в во вокруг где для до его ее её за зачем и из изо или их к как"
    " какая какие какое какой кем ко когда кого кому который которая которые кто куда ли между на"
    " над о об обо около от откуда ото перед по под после почему при про против с сколько со среди"
    " тем того том тому у чего чем через что чтобы чём этим этого этом этому это"
)
_KAZAKH = (
    "арқылы бен біз бірге бойынша бұл былай да де дейін еді жайлы және жане кейін кім кімге кімдер"
    " кімді қайда қалай қандай қанша қарсы қашан мен менен не неге немесе неше ол осы пен сияқты та"
    " те туралы үшін ушин"
)
FUNCTION_WORDS = frozenset(" ".join((_ENGLISH, _RUSSIAN, _KAZAKH)).split())
# What stands between two names of a list.
JOINING = frozenset(["and", "or", "и", "или", "да", "және", "жане", "немесе", "мен", "бен", "пен"])
OR_IN_SMALL = frozenset(["or", "или", "немесе"])
_OF_NAMES = ("person", "place", "region")
_LEADING = re.compile(r"(?P<word>[^\W\d_]+)\s+(?=\S)")


def is_function_word(node: Node) -> bool:
    """Tell whether a part of a query is a little word without quotes or signs."""
    if isinstance(node, Field):
        return node.name in _OF_NAMES and is_function_word(node.value)
    return is_plain(node) and isinstance(node, Words) and is_little(node.text)


def is_little(word: str) -> bool:
    """Tell whether a word is one of the little ones, in capitals too."""
    return word.lower() in FUNCTION_WORDS


def without_function_words(query: Query) -> Query:
    """Return a query without the little words beside its others, itself where it has none.

    The reading names what was left out.
    """
    left_out: dict[str, None] = {}
    root = None if query.root is None else _without(query.root, left_out)
    if not left_out:
        return query
    return query.read(leaving_out(left_out), root=root)


def _without(node: Node, left_out: dict[str, None]) -> Node:
    match node:
        case All(parts):
            dated = _in_dates(parts)
            little = [p for p in parts if is_function_word(p) and not any(p is d for d in dated)]
            if all(part in little or isinstance(part, Not) for part in parts):
                little = []  # nothing else would be searched for
            left_out.update(dict.fromkeys(_text(part) for part in little))
            kept = tuple(_without(part, left_out) for part in parts if part not in little)
            return kept[0] if len(kept) == 1 else All(kept)
        case OneOf(parts):
            return OneOf(tuple(_without(part, left_out) for part in parts))
        case Not(part):
            return Not(_without(part, left_out))
        case _:
            return node


def _in_dates(parts: tuple[Node, ...]) -> list[Node]:
    """Return the parts that say days together: the с and по of `с 5 по 7 декабря`."""
    texts = [part.text if isinstance(part, Words) and is_plain(part) else "" for part in parts]
    if not any(text[:1].isdigit() for text in texts):
        return []
    found: list[Node] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + LONGEST), at + 1, -1):
            if all(texts[at:end]) and date_in(" ".join(texts[at:end])) is not None:
                found += parts[at:end]
                at = end
                break
        else:
            at += 1
    return found


def _text(node: Node) -> str:
    match node:
        case Field(_, value):
            return value.text
        case Words(text):
            return text
        case _:
            return ""


def without_leading(value: str, *, also_capitals: bool = False) -> str:
    """Return a name without the little words before it (`в Алматы`), itself where it is all.

    `also_capitals`: В Алматы too, where nobody's name is meant.
    """
    while (found := _LEADING.match(value)) is not None and (
        found["word"].lower() if also_capitals else found["word"]
    ) in FUNCTION_WORDS:
        value = value[found.end() :]
    return value
