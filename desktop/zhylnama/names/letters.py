"""The letters of a text in any script: what the index takes, and each letter written in Latin.

`spelled(word)` is the first half of the folding: one letter for one letter, whatever its
neighbours. `names/sounds.py` is the second half.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Characters that are invisible or only typographic, and would split or alter a word: soft hyphen,
# zero-width space, joiners, directional marks, word joiner, byte order mark, variation selectors.
_INVISIBLE = dict.fromkeys(
    [
        *(0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        *range(0xFE00, 0xFE10),
    ]
)
# The archive writes its own marks into the index with private-use characters; a text has none.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NEEDS_CLEANING = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufe00-\ufe0f\ue000-\uf8ff\U000f0000-\U0010ffff]"
)

# A (я), U (ю) and H (х) are capitals because a, u and the h of sh are something else; J, S and C
# are the sounds that romanisations write with several letters. N (ң) and O (ө) have two readings.
# ' is a soft or a hard sign; an apostrophe is `, for the alphabet of 2017 writes letters with it.
_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e",
    "ё": "e", "э": "e", "є": "e", "ж": "J", "җ": "J", "ҷ": "J", "з": "z", "и": "i", "й": "i",
    "і": "i", "ї": "i", "ы": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "N",
    "о": "o", "ө": "O", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u",
    "ў": "u", "ф": "f", "х": "H", "һ": "H", "ҳ": "H", "ц": "ts", "ч": "C", "ш": "S", "щ": "S",
    "ъ": "'", "ь": "'", "ю": "U", "я": "A",
}  # fmt: skip
# Latin letters whose mark carries the sound: Kazakh of 2018 and 2021, ISO 9, Turkish and Polish
# habit. Any other mark is taken off.
_MARKED = {
    "ş": "S", "š": "S", "ś": "S", "ŝ": "S", "ç": "C", "č": "C", "ć": "C", "ž": "J", "ż": "J",
    "ǵ": "g", "ğ": "g", "ñ": "N", "ń": "N", "ŋ": "N", "ı": "i", "ý": "u", "û": "U", "â": "A",
    "ö": "O", "ó": "O", "ô": "O", "ȯ": "O", "ə": "a", "ẖ": "H", "ĥ": "H", "æ": "ae", "ø": "o",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe",
}  # fmt: skip
_APOSTROPHES = dict.fromkeys("'’‘ʼʻ`´ʹʺʽ′", "`")
_LETTERS = str.maketrans(_APOSTROPHES | _CYRILLIC | _MARKED)
# Russian and Kazakh letters, as nearly all Cyrillic is: the same in one step, for taken apart and
# composed again they are what they were.
_PLAIN_CYRILLIC = str.maketrans({"'": "`"} | _CYRILLIC)
_OTHER_MARKS = re.compile("[\u0300-\u036f]")


def clean(text: str) -> str:
    """Return a text as the index takes it: composed letters, without invisible characters.

    What is shown and exported is never cleaned; offsets into one do not fit the other.
    """
    if text.isascii() or not _NEEDS_CLEANING.search(text):
        return text
    return unicodedata.normalize("NFC", _PRIVATE.sub(" ", text.translate(_INVISIBLE)))


_RUSSIAN = re.compile(r"[а-яё .'’ʼ`-]+", re.IGNORECASE)
# What Russian writes in two ways in one name: Артём, Наталья, Джанибек, Бауыржан, Эльмира. ь is
# among them, for who types a Kazakh name leaves it out (Айгул).
_SPELLINGS = (
    (re.compile("ё|э"), "е"),
    (re.compile("[ьъ](?=[яюе])"), "и"),
    (re.compile("[^а-я]|[ьъ]"), ""),
    (re.compile("дж"), "ж"),
    (re.compile("(?<=ау)ы(?=[бвгджзклмнпрст])"), ""),
)


def in_russian(text: str) -> bool:
    """Tell whether a text has no other letters than those of the Russian alphabet."""
    return _RUSSIAN.fullmatch(text) is not None


@lru_cache(maxsize=10_000)
def russian_letters(word: str) -> str:
    """Return a word of Russian letters so that two are equal where Russian has one name.

    Two spellings in Russian are two names where a report in another script could have meant one:
    Шукин and Щукин, Токтаров and Тохтаров, Сеитов and Сейтов.
    """
    word = clean(word).casefold()
    for spelling, letters in _SPELLINGS:
        word = spelling.sub(letters, word)
    return word


# A Cyrillic word with Latin letters that look like its own, as copied text has them.
_LOOK = "ABCEHKMOPTXaceopxyi"
_MIXED = re.compile(
    r"(?<![^\W\d_])(?=[\u0400-\u052f]*[A-Za-z])(?=[A-Za-z]*[\u0400-\u052f])"
    rf"[{_LOOK}\u0400-\u052f]+(?![^\W\d_])"
)
_AS_IT_LOOKS = str.maketrans(_LOOK, "АВСЕНКМОРТХасеорхуі")


def in_one_script(text: str) -> str:
    """Return a text with the Latin letters of a Cyrillic word as those that they look like."""
    if text.isascii() or not _MIXED.search(text):
        return text
    return _MIXED.sub(lambda match: match[0].translate(_AS_IT_LOOKS), text)


def spelled(word: str) -> str:
    """Return a word letter by letter in Latin letters, digits, ' and `, without anything else.

    Letters of scripts that the tables do not know stay as they are.
    """
    if word.isascii():
        word = word.lower()
        return word if word.isalnum() else _kept(word.translate(_LETTERS))
    plain = word.lower().translate(_PLAIN_CYRILLIC)
    if plain.isascii():
        return _kept(plain)
    # Unicode's caseless match: the letters are taken apart before their case goes. Full-width and
    # other presentation forms turn into plain letters only with NFKC.
    word = unicodedata.normalize("NFD", clean(word)).casefold()
    word = unicodedata.normalize("NFKC", word).casefold().translate(_LETTERS)
    if not word.isascii():
        word = _OTHER_MARKS.sub("", unicodedata.normalize("NFD", word)).translate(_LETTERS)
    return _kept(word)


def _kept(word: str) -> str:
    if word.isalnum():
        return word
    return "".join(letter for letter in word if letter.isalnum() or letter in "'`")
