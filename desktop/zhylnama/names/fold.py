"""One word in every spelling: the keys under which a word is found.

Every distinct word of an archive is folded once, and every word of a query by the same
functions; two words meet where they share a key. Three keys, from strict to loose:

- `romanised(word)`: the same name in another script or romanisation (`Жанболат`, `Zhanbolat`,
  `Janbolat`).
- `stems(word)`: the same word of a language in another form (`detained`, `detain`).
- `loose(word)`: the same name in another case or gender, or with a patronymic of the other
  tradition (`Мамая`, `Мамай`; `Tokayeva`, `Tokayev`; `-uly`, `-ovich`).

The rules meet the romanisations of Kazakh and Russian that passports, monitors and the press use:
BGN/PCGN 1947 (Russian) and 1979 (Kazakh), ISO 9:1995, GOST 7.79-2000 B, ICAO Doc 9303, the Kazakh
Latin alphabets of 2017, 2018 and 2021, and plain English habit. They are a convention of their own
and no transliteration: nothing that is shown to anybody is written this way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Characters that are invisible or only typographic, and would split or alter a word: soft hyphen,
# zero-width space, joiners, directional marks, word joiner, byte order mark, variation selectors.
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x034F, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    + [*range(0x2060, 0x206A), 0xFEFF, *range(0xFE00, 0xFE10)]
)
# The archive writes its own marks into the index with private-use characters; a text has none.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NEEDS_CLEANING = re.compile(
    "[\u00ad\u034f\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufe00-\ufe0f\ue000-\uf8ff\U000f0000-\U0010ffff]"
)

# Cyrillic letters by their commonest romanisation; Ukrainian and Uzbek ones occur in names.
_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e",
    "э": "e", "є": "e", "ж": "zh", "җ": "zh", "з": "z", "и": "i", "й": "i", "і": "i", "ї": "i",
    "ы": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ў": "u", "ф": "f",
    "х": "kh", "һ": "kh", "ҳ": "kh", "ц": "ts", "ч": "ch", "ҷ": "zh", "ш": "sh", "щ": "sh",
    "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ё": "e",
}  # fmt: skip

# Letters whose mark carries the sound and must be read before marks are taken off: Kazakh Latin
# of 2018 and 2021, Turkish habit, ISO 9.
_MARKED = {
    "ş": "sh", "š": "sh", "ś": "sh", "ŝ": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh",
    "ź": "z", "ǵ": "g", "ğ": "g", "ġ": "g", "ñ": "n", "ń": "n", "ŋ": "n", "ı": "i", "ý": "u",
    "ú": "u", "ü": "u", "ū": "u", "û": "yu", "â": "ya", "ö": "o", "ó": "o", "ä": "a", "á": "a",
    "ə": "a", "è": "e", "ë": "e", "ẖ": "kh", "ĥ": "kh", "ӣ": "i", "æ": "ae", "ø": "o", "ł": "l",
    "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "œ": "oe",
}  # fmt: skip

_SPELL_OUT = str.maketrans(_CYRILLIC | _MARKED)
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_MARKS = re.compile("[\u0300-\u036f]")
_NOT_LETTERS = re.compile(r"[^0-9a-z\u0080-\U0010ffff]+")

# Romanisations of one sound, in order: longer spellings before those they contain. J stands for
# zh and its variants, S for sh, C for ch, h for kh, x and h.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch|szcz", "S"),  # щ: Shcherbakov, Scherbakov; Kazakh speakers say and write sh
        (r"tsch|tch", "C"),
        (r"sh|sz", "S"),
        (r"ch|cz", "C"),
        (r"dzh|dj|zh", "J"),  # дж and ж: Dzhamilya, Djamilya, Zhamilya
        (r"(?<=[aeiouy])j$", "i"),  # ISO 9 and German й at the end: Sergej, Nikolaj
        (r"(?<=^tat)j|(?<=[lnr]i)j(?=[aeu])", "y"),  # Tatjana, Julija, Marija
        (r"j", "J"),  # Jamilya, Janbolat
        # x is ks in the names that Russian took from Greek, and х in Kazakh Latin.
        (r"(?<=al[ei])x|(?<=fel[ie])x|(?<=^ma)x(?=i|$)|(?<=^o)x(?=an)|(?<=^ro)x(?=an)|(?<=ks)x", "ks"),
        (r"kh|x", "h"),
        (r"gh", "g"),  # ғ: Baghdat
        (r"ng(?=[^eiy]|$)|nh", "n"),  # ң: Qongyr, Kongyr
        (r"ph", "f"),
        (r"th", "t"),
        (r"tz|tc|c(?=[eiy])", "ts"),  # ц: Tsoy, Tzoy, Coi
        (r"ck|q|c", "k"),  # қ: Qairat, Kairat
        (r"w", "u"),  # у between consonants: Beket, Dәwlet
        (r"oo|ou", "u"),  # French habit: Nourlan
        (r"(?<=[aeiou])y(?=e)|^y(?=e)|(?<=[^aeiou])y(?=e)", ""),  # ye: Yerlan, Fayzullayev
        (r"(?<=[^aeiou])yo", "e"),  # ё is written е as a rule: Artyom, Artem
        (r"[yi]u", "u"),  # ю: Yusupov, Iusupov, Usupov
        (r"y", "i"),
        (r"ie", "e"),  # Galiev, Galiyev, Galyev
        (r"i+", "i"),  # Mamai, Mamaiy, Bakytzhanuly
        (r"(?<=[^aeiou])ia", "a"),  # я after a consonant: Jamilya, Dzhamila, Tatiana
        (r"ia", "a"),  # я at the start and after a vowel: Yana, Iana
        (r"(?<=[dt])er$", "r"),  # Alexander, Peter
        (r"(?<=[oe])f+$", "v"),  # Western habit: Ivanoff
        (r"([0-9A-Za-z])\1+", r"\1"),  # doubled letters: Abdrahmann, Akishsheva
    )
)  # fmt: skip

# Endings of the patronymic in both traditions, after the sounds are folded: -ovich, -evich, -uly
# for sons; -ovna, -evna, -kyzy for daughters. + and ^ keep the two apart, and from other words.
_SON = re.compile(r"(?<=...)(?:[oe]viC|iC|uli)$")
_DAUGHTER = re.compile(r"(?<=...)(?:[oe]vn[aieu]|iniCna|[kg]izi)$")
_DOUBLED = re.compile(r"(.)\1+")
_LAST_VOWELS = re.compile(r"(?<=...)[aeiou]+$")
# Feminine and masculine surnames, and the cases of both, are one word to a searcher.
_SURNAME = re.compile(r"(?<=..)(?P<root>[oe]v|in|sk)(?:a|oi|ogo|omu|im|om|u|e|i|ih|imi|ai|ei)?$")
# The case endings that Russian puts on names: only Cyrillic words have them.
_RUSSIAN_CASES = re.compile("(?<=...)(?:ами|ями|ого|ому|ыми|ими|ах|ях|ам|ям|ом|ем|ой|ей|ым|ых|им)$")

# Kazakh endings of place and belonging (Алматыда, Астанадан, Қазақстанның), in both harmonies.
_KAZAKH_CASES = re.compile(
    "(?<=.....)(?:[дт][ае]н?|н[ае]н|[ндт][ыі]ң|[ғқ]а|[гк]е|[ндт][ыі]|[мбп]ен)$"
)


def clean(text: str) -> str:
    """Return a text as the index takes it: composed letters, without invisible characters.

    What is shown and exported is never cleaned; offsets into one do not fit the other.
    """
    if not _NEEDS_CLEANING.search(text):
        return text
    return unicodedata.normalize("NFC", _PRIVATE.sub(" ", text.translate(_INVISIBLE)))


@lru_cache(maxsize=200_000)
def romanised(word: str) -> str:
    """Return the strict key of one word: equal for every romanisation and script of one name.

    Lower case is not needed. The key of a word without letters or digits is empty. Idempotent on
    words of its own alphabet is not promised: a key is never folded again.
    """
    word = unicodedata.normalize("NFC", clean(word)).casefold()
    word = word.translate(_SPELL_OUT)
    if not word.isascii():
        # What is still marked has a mark without a sound of its own here (и with a grave …).
        word = _MARKS.sub("", unicodedata.normalize("NFKD", word)).casefold().translate(_SPELL_OUT)
    word = _NOT_LETTERS.sub("", word)
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=200_000)
def loose(word: str) -> str:
    """Return the loose key of one word: its romanised key without case, gender and patronymic."""
    return _loosened(romanised(word))


def _loosened(key: str) -> str:
    # Kazakh қ is х in Russian as often as к (Бақыт, Бахыт, Бакыт); ң is ng or n.
    key = _DOUBLED.sub(r"\1", key.replace("h", "k").replace("ng", "n"))
    if _SON.search(key):
        return _LAST_VOWELS.sub("", _SON.sub("", key)) + "+"
    if _DAUGHTER.search(key):
        return _LAST_VOWELS.sub("", _DAUGHTER.sub("", key)) + "^"
    if len(key) > 4 and (surname := _SURNAME.search(key)):
        return key[: surname.start()] + surname["root"]
    return _LAST_VOWELS.sub("", key)


@lru_cache(maxsize=200_000)
def loose_keys(word: str) -> tuple[str, ...]:
    """Return every loose key of one word: a Cyrillic one may carry a case ending or not.

    `Рахим` may be a name or a form of `Рах`: it has both keys, and a searcher of either finds it.
    """
    keys = [loose(word)]
    if _CYRILLIC_LETTER.search(word):
        whole = clean(word).casefold()
        for ending in (_RUSSIAN_CASES, _KAZAKH_CASES):
            other = loose(ending.sub("", whole))
            if other not in keys:
                keys.append(other)
    return tuple(keys)


class Stemmer:
    """The forms of a word in English and Russian, by the Snowball algorithms.

    One instance serves one thread: the algorithms keep their state in themselves.
    """

    def __init__(self) -> None:
        # 20 ms of import that a start without a search need not pay for.
        import snowballstemmer

        self._english = snowballstemmer.stemmer("english")
        self._russian = snowballstemmer.stemmer("russian")

    def stem(self, word: str) -> str | None:
        """Return the stem of a lower-case word, or None where it has no form to reduce."""
        if len(word) < 4 or not word.isalpha():
            return None
        if _CYRILLIC_LETTER.search(word):
            return str(self._russian.stemWord(word.replace("ё", "е")))
        return str(self._english.stemWord(word)) if word.isascii() else None
