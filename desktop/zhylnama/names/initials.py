"""Initials: which names a letter may stand for, and what two of them in a row exclude."""

from __future__ import annotations

from collections.abc import Sequence

from zhylnama.names.fold import readings, romanised

# What the first letter of an English spelling may be short for: Z. for Zhanna, K. for Khusein.
_FIRST_OF_SEVERAL = {
    "c": {"C"}, "d": {"J"}, "i": {"e", "u"}, "k": {"h"}, "s": {"S"}, "y": {"e", "i", "u"},
    "z": {"J"},
}  # fmt: skip
# Two sounds that one letter stands for: Ц. is no Т., and Я. no И.
_PAIRS = ("ts", "ia")


def is_initial(word: str) -> bool:
    """Tell whether a word stands for a name's first letter: `A.`, `А`, `Zh.`, `Ye.`, `Dzh.`."""
    if not word.endswith("."):
        return len(word) == 1
    bare = word.rstrip(".")
    return len(bare) in (1, 2) or len(romanised(bare)) == 1


def first_sounds(word: str) -> set[str]:
    """Return the letters that may stand for a word: J and d for `Dzhamilya`, e, i for `Yerlan`."""
    bare = word.rstrip(".")
    found = {key[0] for key in readings(bare) if key} | {romanised(bare[0])[:1]}
    if len(bare) == 1:
        found |= _FIRST_OF_SEVERAL.get(bare.lower(), set())
    return found | {"y": {"e", "u"}, "j": {"d"}}.get(bare[0].lower(), set())


def initials_fit(one: str, other: str) -> bool:
    """Tell whether two words, one of them an initial at least, may be one name.

    Of an initial in several letters all count: `Zh.` is Zhanna and never Захар, though `Z.` is
    both.
    """
    if any(is_initial(word) and len(word.rstrip(".")) > 1 for word in (one, other)):
        return not _opening(one).isdisjoint(_opening(other))
    return not first_sounds(one).isdisjoint(first_sounds(other))


def _opening(word: str) -> set[str]:
    """Return the sounds with which a word begins, as they are read and not as they are written."""
    bare = word.rstrip(".")
    found = {key[:2] if key.startswith(_PAIRS) else key[0] for key in readings(bare) if key}
    return found | first_sounds(bare) if len(bare) == 1 else found


def are_out_of_order(places: Sequence[int | None], fathers: Sequence[bool]) -> bool:
    """Tell whether a name's initials contradict another name: the first is never the father's.

    `places` has for each initial, in order, where its word stands in the other name, or None;
    `fathers` whether that word is a father's name. `A. S.` is not Серик Айдарович.
    """
    found = [place for place in places if place is not None]
    if found != sorted(found):
        return True
    return len(places) > 1 and places[0] is None and places[1] is not None and not fathers[1]
