"""In which language an archive tells, for whoever looks for words of another."""

from __future__ import annotations

import re
from collections.abc import Callable

import apsw

from zhylnama.archive.among import is_like_a_surname
from zhylnama.archive.namesakes import is_any_given_name
from zhylnama.archive.tree import All, Named, Near, Node, OneOf, Words
from zhylnama.failure import Phrase

_LOOKED_AT = 200
_LETTERS = re.compile(r"[^\W\d_]+")
_SAID = {
    "en": Phrase("the accounts are in English, names are found in any script"),
    "ru": Phrase("the accounts are in Russian, names are found in any script"),
    "kk": Phrase("the accounts are in Kazakh, names are found in any script"),
}


def language_of(connection: apsw.Connection) -> str | None:
    """Return the one language of the accounts, as events from all over the archive have it.

    None where they have several. Two hundred are looked at: to read all takes long in a large one.
    """
    last = connection.execute("SELECT max(number) FROM event").get or 0
    step = max(1, last // _LOOKED_AT)
    numbers = ", ".join(map(str, range(1, last + 1, step)))
    rows = connection.execute(
        f"SELECT DISTINCT coalesce(lang, 'en') FROM event WHERE number IN ({numbers})"
    )
    found = [lang for (lang,) in rows]
    return found[0] if len(found) == 1 else None


def other_language(
    root: Node | None, language: str | None, means_something: Callable[[str], bool]
) -> Phrase | None:
    """Return what to say of a query that found nothing: its words are in another script.

    None where the cause is another: each word means something in the archive.
    """
    words = _texts(root) if root is not None else []
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if language is None or not letters or _is_a_name(" ".join(words)):
        return None
    if all(means_something(word) for text in words for word in _LETTERS.findall(text)):
        return None
    latin = all(letter < "\u0250" for letter in letters)
    return None if latin == (language == "en") else _SAID.get(language)


def _is_a_name(text: str) -> bool:
    """Tell whether words look like nothing but somebody's name, which is found in any script."""
    words = text.split()
    if not all(word[:1].isalpha() for word in words):
        return False
    known = any(is_any_given_name(word) or is_like_a_surname(word) for word in words)
    return known if len(words) == 1 else known and all(word.istitle() for word in words)


def _texts(node: Node) -> list[str]:
    match node:
        case Words(text, _, exact):
            return [] if exact else [text]
        case Near(text, _):
            return [text]
        case Named(initials, before, after):
            return [part.text for part in (before, initials, after) if part is not None]
        case All(parts) | OneOf(parts):
            return [text for part in parts for text in _texts(part)]
        case _:
            return []
