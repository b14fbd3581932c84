"""Which word of a name is the given one, where reports print either order.

The words tell it (a surname's ending, a known given name), or the paragraph does: a word that two
relatives share is their surname, a word by which somebody is called alone is the surname, and one
list, or one paragraph, prints all its names in one order.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from zhylnama.names.fold import romanised
from zhylnama.reading.names.government import Gender
from zhylnama.reading.names.lexicon import Lexicon
from zhylnama.reading.names.named import Group, Mention, Somebody

_ENDS_AS_SURNAME: Final = re.compile(
    r"(?:[oe]v|[oe]va|ina|in|ski|skii|skaia|tski|tskii|tskaia|uli|kizi|nko|Cuk)$"
)
_STEM: Final = 4
_CYRILLIC: Final = re.compile("[а-яё]")


@lru_cache(maxsize=20_000)
def order_of(
    first: str, last: str, lexicon: Lexicon, *, likely: bool = False, sex: Gender | None = None
) -> bool | None:
    """Return whether the given name stands first, None where the words do not tell.

    With `likely` a known given name beside one that only ends like one is told as well: so is a
    surname that is made from a given name. `sex` is that of the person, where a case tells it.
    """
    one, other = lexicon.is_given(first), lexicon.is_given(last)
    if one != other:
        # Hardly any surname is a woman's name: of `Kalmurat Gulnur` the first is her father's.
        known, unknown = (first, last) if one else (last, first)
        made = lexicon.ends_as_given(unknown) and lexicon.sex_of(known) != "female"
        return one if likely or not made else None
    if one:
        # Many surnames are men's names: Zarina Bek, Dinara Sarsenbek.
        woman = [lexicon.sex_of(word) == "female" for word in (first, last)]
        if woman[0] == woman[1]:
            return None
        return woman[1] if sex == "m" else woman[0]
    ends = _is_surname(first), _is_surname(last)
    return ends[1] if ends[0] != ends[1] else None


@lru_cache(maxsize=20_000)
def _is_surname(word: str) -> bool:
    return _ENDS_AS_SURNAME.search(romanised(word)) is not None


def tell_orders(
    people: list[Somebody], mentions: list[Mention], groups: list[Group], lexicon: Lexicon
) -> None:
    """Set `given_first` of those whose own words do not tell it, and the paragraph does."""
    pairs = {i: words for i, one in enumerate(people) if (words := _two_words(one.nominative))}
    told = {i: _told(people[i], words, lexicon) for i, words in pairs.items()}
    for i in _kin_of_namesakes(people, pairs, lexicon):
        told[i] = None
    undecided = [i for i, order in told.items() if order is None]
    if undecided:
        shared = Counter(word for words in pairs.values() for word in {*map(romanised, words)})
        givens = {romanised(pairs[i][not order]) for i, order in told.items() if order is not None}
        surnames = {key for key, times in shared.items() if times > 1} - givens
        alone = _called_alone(mentions)
        for i in undecided:
            told[i] = _by_surname(pairs[i], surnames, alone.get(i, set()))
        majority = _majority(list(told.values()))
        groups_of = {i: group for group in reversed(groups) for i in group.people}
        for i in [i for i in undecided if told[i] is None]:
            group = groups_of.get(i)
            told[i] = _majority([told.get(other) for other in group.people]) if group else None
            if told[i] is None:
                told[i] = majority
    _agree_in_lists(pairs, told, groups, lexicon)
    for i, order in told.items():
        people[i].given_first = order


def _agree_in_lists(
    pairs: dict[int, tuple[str, str]],
    told: dict[int, bool | None],
    groups: list[Group],
    lexicon: Lexicon,
) -> None:
    """Turn a name that tells its order by one man's name only, where its whole list has the other.

    Of `Zharkynbek Maira, Oralbai Bikamal and Kalmurat Gulnur` all three begin with a father's name.
    """
    for group in groups:
        weak = [i for i in group.people if i in pairs and _is_weak(pairs[i], lexicon)]
        others = {told[i] for i in group.people if i in told and i not in weak}
        if len(others) == 1 and len(group.people) > len(weak) + 1:
            told.update(dict.fromkeys(weak, others.pop()))


def _is_weak(words: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether all that is known of a name is that one word is a man's name: surnames are, too."""
    known = [word for word in words if lexicon.is_given(word)]
    return (
        len(known) == 1
        and lexicon.sex_of(known[0]) == "male"
        and not any(_is_surname(word) for word in words if word != known[0])
    )


def _told(one: Somebody, words: tuple[str, str], lexicon: Lexicon) -> bool | None:
    if "foreign" in one.roles and not any(map(lexicon.is_given, words)):
        return True
    order = order_of(*words, lexicon, sex=one.sex)
    if order is None and one.sex == "f":
        # `художницу Дану Шамұқ`: a woman's surname that ends in a consonant is not declined.
        kept = [word in one.name.split() and not word.endswith(("а", "я")) for word in words]
        order = kept[1] if kept[0] != kept[1] else None
    return order


def _by_surname(words: tuple[str, str], surnames: set[str], alone: set[str]) -> bool | None:
    """Return the order that a relative's name tells, or a mention by the surname alone."""
    keys = tuple(map(romanised, words))
    for told in ([key in surnames for key in keys], [key[:_STEM] in alone for key in keys]):
        if told[0] != told[1]:
            return told[1]
    return None


def _kin_of_namesakes(
    people: list[Somebody], pairs: dict[int, tuple[str, str]], lexicon: Lexicon
) -> list[int]:
    """Return the relatives whose only known word, a man's name, somebody else has in common.

    `Orazbek Ulbala, the mother of Orazbek Dinmukhamed`: it is the surname of both.
    """
    return [
        i
        for i, words in pairs.items()
        if "relative" in people[i].roles
        and _is_weak(words, lexicon)
        and any(words[0] == other[0] for j, other in pairs.items() if j != i)
    ]


def _called_alone(mentions: list[Mention]) -> dict[int, set[str]]:
    """Return by what single words people are called, as far as a case leaves them.

    A Kazakh is called by the given name as well, but not in Russian news.
    """
    alone: dict[int, set[str]] = {}
    for mention in mentions:
        if not mention.full and _CYRILLIC.search(mention.name):
            alone.setdefault(mention.who, set()).add(romanised(mention.name)[:_STEM])
    return alone


def _majority(orders: list[bool | None]) -> bool | None:
    votes = Counter(order for order in orders if order is not None)
    return votes[True] > votes[False] if votes[True] != votes[False] else None


def _two_words(name: str) -> tuple[str, str] | None:
    words = name.split()
    if len(words) != 2 or any(len(word) < 3 or word.endswith(".") for word in words):
        return None
    return words[0], words[1]
