"""The words of a name: how it is cut, what they show of the hand that wrote it, fathers' names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from zhylnama.names.fold import clean, loose_keys, romanised
from zhylnama.names.given import habits_of_given
from zhylnama.names.habits import habits_of_name
from zhylnama.names.initials import is_initial

Habits = frozenset[str]

# A letter may have a mark that no composed letter has: ISO 9 writes ә as a̋.
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’ʼ`´ʹʻ‘](?:[^\W_]|[\u0300-\u036f])*)*\.?"
)
# The end of a patronymic, where it is written as a word of its own: Кемел ұлы, Kemel kyzy.
_PATRONYMIC_WORDS = {"uli", "ogli", "ugli", "oglu", "kizi", "gizi"}
_SURNAME_ENDINGS = ("ov", "ev", "ova", "eva", "uly", "in")
# A name in plain letters that has none of those by which English writes ш, ж and х may lack marks.
_ENGLISH_SOUND = re.compile("[zsk]h")


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in order: letters only, hyphened names apart, initials as `A.`.

    A number is no part of a name: that of a line in a list, or a year of birth.
    """
    return cut(name)


def cut(name: str) -> tuple[str, ...]:
    """Return what `name_words` does, without remembering it."""
    # Most names are nothing but letters and blanks.
    cut = name.split() if is_letters(name) else _WORD.findall(clean(name))
    words: list[str] = []
    for found in cut:
        word = found.rstrip(".")
        if word.isdigit():
            continue
        if words and not words[-1].endswith(".") and _is_patronymic_word(word, len(words)):
            words[-1] += word
        else:
            words.append(f"{word}." if is_initial(found) else word)
    return tuple(words)


def _is_patronymic_word(word: str, before: int) -> bool:
    """Tell whether a word is the end of the father's name before it; Hasan Oğlu is a surname."""
    key = romanised(word)
    return key in _PATRONYMIC_WORDS and (before > 1 or key != "oglu")


def is_letters(name: str) -> bool:
    """Tell whether a name is nothing but letters and blanks."""
    return name.replace(" ", "").isalpha()


@lru_cache(maxsize=10_000)
def habits_shown(words: tuple[str, ...]) -> Habits:
    """Return the habits that a name shows by its letters, or by a given name in it."""
    return read_habits(words)


def read_habits(words: tuple[str, ...]) -> Habits:
    """Return what `habits_shown` does, without remembering it."""
    shown = habits_of_name(words)
    for word in words:
        # Surnames are no given names, and there are too many of them to ask.
        if word.isascii() and not word.endswith(_SURNAME_ENDINGS):
            shown |= habits_of_given(romanised(word))
    return shown


def is_plain(words: Iterable[str]) -> bool:
    """Tell whether a name has neither marks nor the letters by which English does without them."""
    text = "".join(words)
    return text.isascii() and _ENGLISH_SOUND.search(text.lower()) is None


@lru_cache(maxsize=10_000)
def is_patronymic(word: str) -> bool:
    """Tell whether a word is a father's name in either tradition: Кемелевич, Kemelkyzy."""
    return any(key[-1] in "+^" for key in loose_keys(word))
