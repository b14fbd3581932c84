"""The sounds of a word: its letters in any romanisation, read one way.

`heard(word)` writes a word in an alphabet of its own: small Latin letters, and

- `J` for ж, дж; `S` for ш, щ; `C` for ч: sounds that romanisations write with several letters;
- another capital for a spelling with more than one reading (`MEANINGS`). `Maxat` is `maXat`, which
  is read `mahat` and `maksat`, for an x is х in one alphabet and кс in another.

docs/names.md gives each rule with its reason and its source. A rule changes a spelling only where
its reading does not depend on the language of the word; everything else is a second reading.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhylnama.names.letters import spelled

# What a capital may stand for, the likelier reading first.
MEANINGS: dict[str, tuple[str, ...]] = {
    "A": ("ia",),  # я
    "U": ("u",),  # ю
    "H": ("h",),  # х
    "X": ("h", "ks"),  # x: Axmet, Maxat
    "Z": ("ks", "h"),  # x in the names that Russian took from Greek: Alexei, Maxim
    "K": ("k", "ts"),  # c: Victor; ISO 9 Kuznecov
    "T": ("th", "t"),  # th: Seithan (Сейтхан); Martha
    "F": ("f", "ph"),  # ph: Sophia; Yusuphan (Юсупхан)
    "N": ("n", "ng"),  # ң: Zhanaozen, Zhangaozen
    "O": ("o", "u"),  # ө: Омирзак, Умирзак for Өмірзақ
    "Y": ("a", "ia"),  # lya: Jamilya (Джамиля), Natalya (Наталья)
    "I": ("ia", "a"),  # lia: Yulia (Юлия), Dzhamilia (Джамиля)
    "V": ("ie", "e"),  # ье, Latin ye after a consonant: Васильев, Vasilyev; Vasilev on passports
    "E": ("e", "ie"),  # yo after a consonant: Artyom (Артём), Solovyov (Соловьёв)
    "R": ("io", "e"),  # io: Rodion (Родион), Artiom (Артём)
    "W": ("u", "v"),  # w: Dawlet (Дәулет), Iwanow (Иванов)
    "G": ("s", "S"),  # s with an apostrophe: сь, or ш of 2017
    "Q": ("i", "u"),  # y with an apostrophe: ы of GOST 7.79, or у of 2017
}

# One pass from left to right: each rule begins with the letter that it is for, and of two rules for
# one letter the first that fits wins. A condition looks back over the spelling, not the result.
_RULES: tuple[tuple[str, str], ...] = (
    (r"ch(?!r)", "C"),
    (r"ch", "k"),  # Christina
    (r"c(?:z(?!h)|(?=[eiy]))", "ts"),  # GOST 7.79 Czoj, ISO 9 Cej
    (r"c`", "C"),
    (r"c(?=s?$)", "k"),  # Eric
    (r"c", "K"),
    (r"d(?:zh|j|J)", "J"),  # Dzhamilya, Djamilya, Zhamilya
    (r"zh", "J"),
    (r"j(?<=^j)(?=u(?:li[aj]|r[iy]))", ""),  # Julia, Juri
    (r"j(?:(?<=^tatj)|(?<=^natalj)|(?<=[dlmnprstvz]`j))", "i"),  # Tatjana, Natal'ja
    (r"j(?<=^nadej)", "J"),  # Nadejda; but Ajdar
    (r"j(?<=[lnrsvf]ij)(?=a$)", ""),  # ISO 9: Marija; but Alijan
    (r"j(?<=[aeiouy]j)(?=e[vw]a?$)", ""),  # Nazarbajev
    (r"j(?<=[aeiouyO]j)(?![aeiouyAUO])", "i"),  # ISO 9, GOST 7.79: Ajgul, Sergej
    (r"j", "J"),
    (r"kh", "h"),
    (r"q", "k"),  # Qairat
    (r"s(?:hch|ch|hh?)", "S"),  # Shcherbakov, Scherbakov; GOST 7.79 shh
    (r"sh(?<=^ash)(?=at$)", "sh"),  # Ashat of 2021 is Асхат
    (r"SC", "S"),  # šč of scholars
    (r"ssh", "S"),  # Akissheva
    (r"s`", "G"),
    (r"t(?:sch|ch|C)", "C"),
    (r"th(?<=.th)(?!$)", "T"),
    (r"t[zc](?!h)", "ts"),  # Tzoy, Tcoi
    (r"x(?=s)", "k"),  # Alexsandr
    (r"x(?:(?<=^alex)|(?<=^max)|(?<=felix)|(?<=^[ro]x)|(?<=^rox)|(?<=^x)(?=en))", "Z"),
    (r"x", "X"),
    (r"gh", "g"),  # Baghdat
    (r"n(?:(?<=^Jan)|(?<=^jan)|(?<=^zhan)|(?<=^ken))g(?=a|[ei]s)", "N"),  # Zhanga-, Kenges: ң
    (r"ph", "F"),
    (r"'e(?<=[bdlmnprstvz].e)(?=v)", "V"),  # Васильев
    (r"'e(?<=[bdlmnprstvz].e)", "ie"),
    (r"'", ""),
    (r"`e(?<=[bdlmnprstvz].e)(?=v)", "V"),  # Vasil'ev
    (r"`e(?<=[bdlmnprstvz].e)", "ie"),
    (r"`", ""),
    (r"w(?:(?<=^w)(?=[ehilor])|(?<=...[oe]w)(?=a?$))", "v"),  # Wladimir, Petrow; but Wali
    (r"w", "W"),
    # Nourlan; but not the words of English: found is no fund, court no kurt.
    (r"ou(?!nd|nt|ld|gh|rt|th|ng|[stpd]$)", "u"),
    (r"oo", "u"),
    (r"o`(?![b-z]?$)", "O"),  # the alphabet of 2017 for ө: To`legen
    (r"o(?=va?$)(?:(?<=[szc]ho)|(?<=[SCJj]o))", "e"),  # Горбачов, Ершёв
    (r"ie(?<=^.e)", "e"),
    (r"i(?<=a[uw].)(?=r)", ""),  # Бауыржан; Бауржан, Baurzhan
    (r"i(?=e)(?<=[aeouO]i)", ""),  # Tokaiev
    (r"i`y`(?<![aeiou]....)", "u"),  # the alphabet of 2017 for ю
    (r"io(?<=[^aeiouyO]io)", "R"),
    (r"ia(?:(?<=.lia)|(?<=^lia)(?=z))", "I"),  # Yulia, Liazzat; but Liana
    (r"iu(?<![aeiouyO]..)(?!l[iy]$)", "u"),  # Iusupov; but Äliuly
    (r"y`", "Q"),
    (r"ye(?<=^.e)", "e"),  # Yerlan
    (r"y(?<=a[uw].)(?=r)", ""),  # Bauyrzhan
    (r"y(?=e)(?<=[aeiouO]y)", ""),  # Tokayev, Sergeyev, Galiyev
    (r"ye", "V"),
    (r"yo(?:(?<=[^aeiouO]yo)|(?<=^yo))(?!u)", "E"),
    (r"ya(?<=^[iu]lya)", "ia"),  # Ilyas, Ulyana
    (r"ya(?<=lya)", "Y"),
    (r"yu(?<![aeiouyO]..)(?!l[iy]$)", "u"),  # Yusupov; but Äliyuly
    (r"y", "i"),
    (r"A(?<=lA)", "a"),  # Джамиля
    (r"U(?<=[aeiouO]U)", "iu"),  # Аюбаев
    (r"er(?<=[dt]er)$", "r"),  # Alexander, Peter
    (r"f(?:f(?<=..[oe]ff)|(?<=...[oe]f))$", "v"),  # Ivanoff
)


def _compiled() -> re.Pattern[str]:
    """Return all rules as one pattern whose branches each begin with another letter.

    So the engine skips the letters that no rule is for, which makes the pass several times as fast
    as a plain alternative of the rules.
    """
    by_letter: dict[str, list[str]] = {}
    for number, (pattern, _) in enumerate(_RULES):
        by_letter.setdefault(pattern[0], []).append(f"(?P<r{number}>{pattern[1:]})")
    return re.compile(
        "|".join(f"{letter}(?:{'|'.join(ways)})" for letter, ways in by_letter.items())
    )


_PASS = _compiled()
_SOUNDS = {f"r{number}": sound for number, (_, sound) in enumerate(_RULES)}
# Doubled letters are one; ee is not, for it is two sounds (Sergeev) or English (been, not Ben).
# A name in -k keeps its own before -kyzy: Serik-kyzy.
DOUBLED = re.compile(r"([a-df-zA-Z])\1+(?!izi$)")
_CAPITAL = re.compile(f"[{''.join(MEANINGS)}]")
_LIKELIEST = str.maketrans({capital: meant[0] for capital, meant in MEANINGS.items()})
# A capital in a word multiplies its readings; no name has more than this many that are meant.
_MOST_READINGS = 8


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS[match.lastgroup or ""]


@lru_cache(maxsize=4096)
def heard(word: str) -> str:
    """Return a word as it sounds, with capitals for what may be read in several ways."""
    return DOUBLED.sub(r"\1", _PASS.sub(_sound, spelled(word)))


def likeliest(sounds: str) -> str:
    """Return the likeliest reading of what `heard` gave."""
    if len(sounds) < 5:
        # Can, car and act are short words of English, not Кан, кар and акт.
        sounds = sounds.replace("K", "c")
    return DOUBLED.sub(r"\1", sounds.translate(_LIKELIEST))


def readings(sounds: str) -> tuple[str, ...]:
    """Return every reading of what `heard` gave, the likeliest first."""
    found = [likeliest(sounds)]
    if _CAPITAL.search(sounds):
        spread = [""]
        for letter in sounds:
            meant = MEANINGS.get(letter, (letter,))[: max(1, _MOST_READINGS // len(spread))]
            spread = [start + meaning for start in spread for meaning in meant]
        found += [DOUBLED.sub(r"\1", reading) for reading in spread]
    return tuple(dict.fromkeys(found))
