"""What tells two words apart that fold alike: Усов is no Yusov, and Шукин no Shchukin.

The folding is wide, so that a search finds what a careless hand wrote: ю and у, ля and ла, щ and ш,
ы and и, й and и after a vowel have one key. Each of these pairs parts two
surnames, too, and the tables write the two letters differently. So where one word shows one letter
and the other word the other one, the two are never surely one name, unless it is a given name that
has only one of them (Ludmila is Людмила, for nobody is Лудмила).

A word shows for each pair a row of marks, one for each place where either letter stands or may
stand; `?` says nothing. Rows of different length say nothing either: one of the words has lost a
vowel (Қылышев, Клышев).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from zhylnama.names.bearers import known_names
from zhylnama.names.fold import patronymic, romanised
from zhylnama.names.given import common_given_names
from zhylnama.names.habits import NONE
from zhylnama.names.hands import FRENCH, GERMAN, SCHOLAR

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´ʹʺʽ′", "'") | {"\u0361": ""})
_KAZAKH = re.compile("[әғқңөұүһі]")
_VOWELS = "aeiouyäöüаеёиоуыэюяәіөұү"
# What may follow an i or y that is no vowel but part of ya, yu, ye, or й before a vowel.
_NEXT_VOWELS = "aeouäöüáóúýâûëèéėôőăəũùŭūаеёоуэюяәөұү"

# For each pair of letters their spellings, the first that fits wins, and the mark of each.
_PAIRS: tuple[tuple[tuple[str, str], ...], ...] = (
    # ю and у. After ж the alphabets that have j for it show neither.
    (
        (r"(?:[жҗ]|zh|dj|[žżc])(?:[уұ]|ou|u)", "?"),
        (r"ү|[ий]у|[üúùūŭ]|u'", "?"),
        (r"(?:[yj]|[iı]'?)(?:ou|u(?!l[iy]$)|ý|y')|ю|û", "ю"),
        (r"[уұў]", "у"),
        (r"ou|oo|u|ý", "u"),
    ),
    # ля and ла.
    (
        (r"лә|l[äáəăȧ]|la\u030b|la'|l'a", "?"),
        (r"л[ьи]?я|l'?(?:[yiıj]+'?a|â)", "я"),
        (r"ла", "а"),
        (r"la", "a"),
    ),
    # щ and ш. In a German name sch is ш alone, in another щ, too.
    (
        (r"щ|schtsch|shch|chtch|šč|ŝ|şş|s'c'", "щ"),
        (r"shh(?!od?[zj])", "щ"),  # but Yuldashhojaev
        (r"sch(?!tsch)", "S"),
        (r"ш", "ш"),
        (r"ssh|sh|[šşś]", "s"),  # Sherbakov is Щербаков in many a passport
    ),
    # к, ц and ч, for a c without its mark may be each; of these only ц is c by a table.
    (
        (r"chtch|schtsch|shch|sch|[kc]h(?=[lmnrt])", "?"),
        (r"ч|t?ch|tsch|[čç]|c'", "ч"),
        (r"ц|t[szc]|cz", "ц"),
        (r"[кқķq]|ck|k(?!h)", "к"),
        (r"c(?!h|$)", "c"),
    ),
)
_PASSES = tuple(
    re.compile("|".join(f"(?P<r{i}>{spelling})" for i, (spelling, _) in enumerate(ways)))
    for ways in _PAIRS
)
# и, ы, й and і, and what is written for them, if no vowel follows.
_RUN = re.compile(f"[ыиійїiyıîīìĭïíj]++'?(?![{_NEXT_VOWELS}])")
_OF_RUN = {"ы": "ы", "и": "и", "y": "y", "i": "i"}
# Letters that exclude each other, a Latin one as such; `v` is и after a vowel. A Latin y is no и,
# but the two change places in Kazakh names (Балғымбаев, Balgimbayev), so that only a short word is
# told apart by it (Зыков). A Latin u or a may stand for ю and я: the Tulegenov of one report is the
# Tyulegenov of another; but nobody writes yu for у.
_EXCLUDE = frozenset(frozenset(pair) for pair in ("юу", "яа", "щш", "cч", "иы", "йv", "оё", "эе"))
_EXCLUDE_IN_GERMAN = frozenset("Sщ")
_EXCLUDE_IN_SHORT = _EXCLUDE | {frozenset("ыi"), frozenset("иy")}
_EXCLUDE_AT_START = _EXCLUDE | {frozenset("юu")}
_U_FIRST = re.compile("(?:[yj]|[iı]'?)?(?:ou|u)|[ую]", re.I)
_SHORT = 5
# Habits of names in alphabets whose i and y are no и and ы of Russian.
_OF_OTHER_I = frozenset({"Kazakh", "Turkish", "Acute", "Ukrainian"})
# A hiss and -ов, -ёв: Толмачов, Tolmachyov. The Latin letter o alone is either.
_HISSED = re.compile(r"(?:[шчжžšč]|[scz]h|j)(?P<vowel>ё|yo|jo|io|[oоеeë])(?:в|v|w|ff)[аa]?$")
_FIRST = re.compile(r"(?P<hard>э|è|ė|e')|(?P<soft>е|[yj]e)")
_SURNAME_ENDING = re.compile("(?<=...)(?:(?:i?ev|[oe]v|in)a?|[+^])$")
_SOFT = frozenset("юя")
_CLEAR = frozenset({frozenset("юу"), frozenset("яа")})
_LATIN_MARKS = str.maketrans("ua", "уа")
# The rows in which given names have variants: Камила, Камиля; Мухамед, Мухаммед.
_HISS_AT = 2
_OF_VARIANTS = (0, 1)
_Rows = tuple[str, ...]


def are_told_apart(one: str, other: str, habits: frozenset[str] = NONE) -> bool:
    """Tell whether two words that have a key in common show letters that part two names.

    `habits` are those of the two names: a Kazakh ы is и in Russian (Рахымжанов), and a hand that
    has marks writes no ч without one.
    """
    rows, others = _rows(one), _rows(other)
    if rows == others:
        return False
    keys = romanised(one), romanised(other)
    exclude = (
        _EXCLUDE_IN_SHORT if min(len(key.removesuffix("a")) for key in keys) <= _SHORT else _EXCLUDE
    )
    if SCHOLAR in habits:
        exclude -= {frozenset("cц")}
    if GERMAN in habits:
        exclude |= {_EXCLUDE_IN_GERMAN}
    if not _OF_OTHER_I.isdisjoint(habits) or _KAZAKH.search(one.lower() + other.lower()):
        exclude -= {frozenset("иy"), frozenset("иы")}
    for i, (row, other_row) in enumerate(zip(rows, others, strict=True)):
        if row == other_row or _is_of_given(keys, i, row, other_row):
            continue
        if i == _HISS_AT and FRENCH in habits and ("щ" in row) != ("щ" in other_row):
            return True
        if i == 0 and _U_FIRST.match(one) and _U_FIRST.match(other):
            first = frozenset(row[:1] + other_row[:1])
            if first in _EXCLUDE_AT_START:
                return True  # Yusov and Usov
        if len(row) == len(other_row) and any(
            frozenset(pair) in exclude for pair in zip(row, other_row, strict=True)
        ):
            return True
    return False


def _is_of_given(keys: Iterable[str], i: int, row: str, other: str) -> bool:
    """Tell whether two rows of marks differ in a given name that has but one of them.

    Or that has both as variants, and so only one of them in the list of names that are apart.
    """
    given, known = _known_rows()
    names = {name for key in keys for name in (key, _root(key)) if name in known}
    if len(names) != 1:
        return False  # none, or Насыр and Назир
    (name,) = names
    of_given = {rows[i] for rows in given.get(name, ())}
    of_known = {rows[i] for rows in known[name]}
    if len(of_given) > 1 or (len(of_known) > 1 and i not in _OF_VARIANTS):
        return False
    as_known = row.translate(_LATIN_MARKS), other.translate(_LATIN_MARKS)
    if i in _OF_VARIANTS and all(_begins(marks, of_known) for marks in as_known):
        return True
    right = of_given or of_known
    if any(frozenset(pair) in _CLEAR for pair in zip(row, other, strict=False)):
        return False  # Усупов has lost no ю, nor has Yusmanov one by mistake
    if i in _OF_VARIANTS:
        right = {marks for marks in right if not _SOFT.isdisjoint(marks)} - {""}
    return any(_begins(marks, right) for marks in as_known)


def _begins(row: str, of_known: Iterable[str]) -> bool:
    return any(row.startswith(known) for known in of_known)


@lru_cache(maxsize=10_000)
def _root(key: str) -> str:
    father = patronymic(key)
    return _SURNAME_ENDING.sub("", key if father is None else father)


@lru_cache(maxsize=1)
def _known_rows() -> tuple[dict[str, set[_Rows]], dict[str, set[_Rows]]]:
    """Return the rows of the names that are no variants of each other, and those of all names."""
    given: dict[str, set[_Rows]] = {}
    known: dict[str, set[_Rows]] = {}
    for found, names in ((given, common_given_names()), (known, known_names())):
        for name in names:
            found.setdefault(romanised(name), set()).add(_rows(name))
    return given, known


@lru_cache(maxsize=10_000)
def _rows(word: str) -> _Rows:
    """Return a word's marks for each pair."""
    text = unicodedata.normalize("NFC", word).lower().translate(_APOSTROPHES)
    rows = [
        "".join(_PAIRS[i][int((match.lastgroup or "r0")[1:])][1] for match in which.finditer(text))
        for i, which in enumerate(_PASSES)
    ]
    if _KAZAKH.search(text):
        rows[1] = rows[1].replace("а", "?")  # Ләйла is Ляйля in Russian
    rows.append("".join(_mark_of_run(text, match) for match in _RUN.finditer(text)))
    hissed = _HISSED.search(text)
    rows.append({"": "", "о": "о", "o": "?", "ё": "?", "е": "?"}.get(_vowel(hissed), "ё"))
    first = _FIRST.match(text)
    rows.append("" if first is None else "э" if first["hard"] else "е")
    return tuple(rows)


def _vowel(hissed: re.Match[str] | None) -> str:
    return "" if hissed is None else hissed["vowel"]


def _mark_of_run(text: str, match: re.Match[str]) -> str:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if not before or not after.isalpha():
        return "?"
    letter = match[0]
    if before in _VOWELS:
        if letter in "йĭ" or (letter in "yj" and before in "aeo"):
            return "й"
        return "v" if letter == "и" else "?"
    return _OF_RUN.get(letter, "?")
