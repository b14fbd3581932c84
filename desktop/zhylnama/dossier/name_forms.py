"""Forms of a name that no rule of `names` knows, for taking names out: rather one too many.

Latin forms of Russian and Kazakh cases, words that only begin as a name does, names in addresses
of the web; and what only looks like a name: a street or a square that bears it.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from zhylnama.names.fold import loose_keys, romanised

_VOWELS = "aeiou"
_MORE = 5
# The endings of names, folded: Russian in Latin letters (Gulnaru, Akhmetovoi), Kazakh, English.
_ENDING = re.compile(
    "a|as|am|ami|ah|u|uiu|o[mi]|oiu|e|em|ei|es|i|ia|iu|ie|ii|iem|iei|im|imi|ih|is|s|ov|ev|iai|"
    "[aeiou]?(?:[dnt][aeiou]?n?g?|[gkqh][ae]|[mbp]en|[dt][ae]n|[ldt][ae]r(?:[a-z]{0,4}))"
)
_STREET_BEFORE = re.compile(
    r"(?i)(?:площад\w+|пл\.|улиц\w+|ул\.|проспект\w*|пр\.|пр-т\w?|бульвар\w*|парк\w*|"
    r"сквер\w*)\s*[«\"]?\Z"
)
_STREET_AFTER = re.compile(
    r"(?i)[»\"]?\s+(?:square|street|st\.|avenue|ave\.|boulevard|lane|park|district|region|"
    r"алаңы|көшесі|даңғылы|саябағы|ауданы|облысы)"
)
_PUNYCODE = re.compile(r"(?i)\bxn--([a-z0-9-]+)")


def is_form(key: str, name: str) -> bool:
    """Return whether a folded word is a folded name with an ending, Russian, Kazakh or English."""
    base = name[:-1] if len(name) > 4 and name[-1] in _VOWELS else name
    return len(base) >= 3 and key.startswith(base) and bool(_ENDING.fullmatch(key[len(base) :]))


def begins_as(key: str, name: str, least: int) -> bool:
    """Return whether a folded word goes on for a few letters where a folded name ends."""
    base = name.rstrip(_VOWELS)
    return len(base) >= least and key.startswith(base) and len(key) - len(base) <= _MORE


def of_a_street(text: str, start: int, end: int) -> bool:
    """Return whether one word of a name is that of a street or a square: Abay square is no Abay."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    return bool(_STREET_BEFORE.search(before) or _STREET_AFTER.match(after))


def without_coding(link: str) -> str:
    """Return an address without its percent signs, however often coded, and its punycode."""
    for _ in range(3):
        link = unquote(link)
    return _PUNYCODE.sub(_unpuny, link)


def _unpuny(label: re.Match[str]) -> str:
    try:
        return label[1].encode("ascii").decode("punycode")
    except UnicodeError:
        return label[0]


def is_in_slug(piece: str, keys: set[str], loose: set[str], own: set[str]) -> bool:
    """Whether a piece of an address has a name in it: one of `keys`, or `loose` keys of one.

    `own` are keys that may stand there.
    """
    # Slugs write й, ю and я with a j: mamaju, ahmetovoj.
    for reading in {piece, piece.replace("j", "y"), piece.replace("J", "Y")}:
        folded = romanised(reading)
        if folded in own:
            return False
        if any(key in folded for key in keys) or not loose.isdisjoint(loose_keys(reading)):
            return True
        if any(is_form(folded, key) or begins_as(folded, key, 5) for key in keys):
            return True
    return False
