"""The keys under which a person is kept in an archive, and those of a typed name.

An archive has the keys of `name_keys`. What other languages make of a name is read on the side of
the question only (`sought_keys`), so that an archive made before finds it as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhylnama.names.abroad import given_abroad, keys_abroad
from zhylnama.names.declension import more_nominatives
from zhylnama.names.fitting import without_ending
from zhylnama.names.fold import clean, loose_keys, loosened, readings, romanised
from zhylnama.names.habits import BARE, UNMARKED, habits_compared
from zhylnama.names.initials import first_sounds, is_initial
from zhylnama.names.words import (
    Habits,
    cut,
    habits_shown,
    is_letters,
    is_patronymic,
    is_plain,
    name_words,
    read_habits,
)

_JOIN = re.compile(r"(?<=\w)[-‐‑–](?=\w)")
_INSIDE = re.compile(r"(?<=\w)[-‐‑–'’ʼ`´ʹʻ‘](?=\w)")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@lru_cache(maxsize=10_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a person is looked up: each word's folded forms, and initials.

    A hyphenated name has the keys of its parts and those of the whole (Касым-Жомарт, Касымжомарт).
    """
    # A build asks for each name once: what belongs to a whole name is not remembered here.
    found: set[str] = set()
    words = cut(name)
    if not is_letters(name) and (joined := _JOIN.sub("", name)) != name:
        words = tuple(dict.fromkeys((*words, *cut(joined))))
    shown = read_habits(words)
    for word in words:
        strict = romanised(word)
        if not strict:
            continue
        found.add(f"{strict[0]}.")
        if not is_initial(word):
            found |= _keys_of(word, shown)
    return tuple(sorted(found))


@lru_cache(maxsize=10_000)
def sought_keys(name: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Return the words of a typed name, each after the keys one of which a person must have.

    An initial is no word to look for; a father's name is none where two other words are there, for
    a record may lack it. Where the name is in plain letters, its marks may be lost.
    """
    words = [word for word in name_words(name) if not is_initial(word) and romanised(word)]
    shown = habits_shown(tuple(words))
    if is_plain(words):
        shown |= {BARE, UNMARKED}
    shown |= habits_compared(tuple(words))
    own = [word for word in words if not is_patronymic(word)]
    return tuple((_keys_sought(word, shown), word) for word in (own if len(own) > 1 else words))


@lru_cache(maxsize=10_000)
def _keys_sought(word: str, shown: Habits) -> frozenset[str]:
    """Return the keys of a word as typed: of its forms abroad, and with the vowel that it lost."""
    keys = _keys_of(word, shown)
    more = given_abroad(romanised(word))
    if _CYRILLIC.search(word):
        if found := more_nominatives(clean(word).casefold()):
            more = more.union(map(romanised, found))
    elif found_abroad := keys_abroad(word):
        more |= found_abroad
    return keys | more if more else keys


def initial_keys(name: str) -> frozenset[str]:
    """Return the keys of a typed name's initials; one will do, for a father's may be unknown."""
    return frozenset(
        f"{sound}." for word in name_words(name) if is_initial(word) for sound in first_sounds(word)
    )


def may_be_written_otherwise(name: str) -> bool:
    """Tell whether a name has what other spellings of it lack, word for word.

    A father's name, a hyphen or an apostrophe, the habit of another language.
    """
    words = name_words(name)
    return (any(map(is_patronymic, words)) or _INSIDE.search(name) is not None) or bool(
        habits_shown(words)
    )


@lru_cache(maxsize=10_000)
def _keys_of(word: str, shown: Habits) -> frozenset[str]:
    keys = set(readings(word, shown) if shown else readings(word))
    if shown:
        keys.update(map(loosened, tuple(keys)))
    # Kazakh ш is ч in many a Russian document (Шөкин, Чокин); -vich is no such ч.
    keys.update([key.replace("C", "S") for key in keys if "C" in key[:-1]])
    keys.update(loose_keys(word))
    keys.add(without_ending(romanised(word)))
    keys.discard("")
    return frozenset(keys)
