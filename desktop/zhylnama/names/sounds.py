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
    "P": ("S", "sh"),  # sh of the alphabets whose х is h, before -an: Yunushan (Юнусхан)
    "B": ("i", ""),  # Tileu, Tleu (Тілеу)
    "Q": ("i", "u"),  # y with an apostrophe: ы of GOST 7.79, or у of 2017
    "L": ("i", "J"),  # j after an apostrophe: Tan'ja; Myn'jasarov of 2017 (Мыңжасаров)
}

# One pass from left to right: each rule begins with the letter that it is for, and of two rules for
# one letter the first that fits wins. A condition looks back over the spelling, not the result.
_RULES: tuple[tuple[str, str], ...] = (
    (r"ch(?<=..rich)$", "h"),  # Heinrich, Ditrich
    (r"ch(?!r)", "C"),
    (r"ch", "k"),  # Christina
    (r"c(?:z(?!h)|(?=[eiy]))", "ts"),  # GOST 7.79 Czoj, ISO 9 Cej
    (r"c`", "C"),
    (r"c(?<=[oe]vic)$", "C"),  # ISO 9 without its marks: Ospanovic
    (r"c(?<=[ae]c)$", "K"),  # ISO 9 Kravec, Zajac
    (r"c(?=s?$)", "k"),  # Eric
    (r"c", "K"),
    (r"d(?:zh|j|J)", "J"),  # Dzhamilya, Djamilya, Zhamilya
    (r"zh", "J"),
    (r"j(?<=^j)(?=u(?:li[aj]|r[iy]))", ""),  # Julia, Juri
    (r"j(?<=[ns]`j)", "L"),
    (r"j(?:(?<=^tatj)|(?<=^natalj)|(?<=[dlmnprstvz]`j))", "i"),  # Tatjana, Natal'ja
    (r"j(?<=^nadej)", "J"),  # Nadejda; but Ajdar
    (r"j(?:(?<=[lnrsvf]ij)|(?<=^lidij))(?=a$)", ""),  # ISO 9: Marija; but Alijan, Khadija
    (r"j(?<=[aeiouy]j)(?=e[vw]a?$)", ""),  # Nazarbajev
    (r"j(?:(?=[ik])(?<=^r[iy]j)|(?=n)(?<=erej))", "J"),  # press Ryjkov, Berejnoy
    (r"j(?<=[aeiouyOAU]j)(?![aeiouyAUO])", "i"),  # ISO 9, GOST 7.79: Ajgul, Sergej
    (r"j(?<=[aeiou]j)(?=y`)", ""),  # GOST 7.79 Kajy`nbaev: its ж is zh
    (r"j(?=[dnlm])(?<=[ey]`j)", "i"),  # GOST 7.79 E`jdel`man
    (r"j(?:(?<=aj)(?=yr)|(?<=raj)(?=ym))", ""),  # ISO 9 Kajyrbek (Қайырбек), Ybyrajym
    (r"j(?=uly$)(?<=aj)", "i"),  # ISO 9 Isabajuly (Исабайұлы)
    (r"j", "J"),
    (r"kh", "h"),
    (r"q", "k"),  # Qairat
    (r"sh(?=an(?:$|ov|[kq][iy]zy|uly))(?<=[eiu]sh)", "P"),  # 2021 Iunushan (Юнусхан)
    (r"sh(?=ho(?:d?zh|d?j))", "S"),  # Yuldashhojaev
    (r"s(?:hch|ch|hh?)", "S"),  # Shcherbakov, Scherbakov; GOST 7.79 shh
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
    (r"ng(?=[bdkmqt][aeiouy])", "N"),  # BGN 1979 Mangkeyeva (Мәңкеева)
    (r"ph", "F"),
    # Васильев, Разъездов, Объедков; Razezdov, Obedkov on passports.
    (r"'e(?<=[bdlmnprstvz].e)(?=[vz]|[bdfgklmnprst][a-zA-Z])", "V"),
    (r"'e(?<=[bdlmnprstvz].e)", "ie"),
    (r"'", ""),
    (r"`e(?<=[bdlmnprstvz].e)(?=[vz]|[bdfgklmnprst][a-zA-Z])", "V"),  # Vasil'ev
    (r"`e(?<=[bdlmnprstvz].e)", "ie"),
    (r"``e", "V"),  # GOST 7.79 Raz``ezdov
    (r"`", ""),
    (r"w(?:(?<=^w)(?=[ehilor])|(?<=...[oe]w)(?=a?$))", "v"),  # Wladimir, Petrow; but Wali
    (r"w", "W"),
    # Nourlan; but not the words of English: found is no fund, court no kurt.
    (r"ou(?!nd|nt|ld|gh|rt|th|ng|[stpd]$)", "u"),
    (r"oo", "u"),
    # Өтеген, Өмірбек, Өскенбай without the marks: Otegen, Utegen.
    (r"o(?=te|mir[bzg]|sken)(?<=^o)", "O"),
    (r"o(?=le[gu])(?<=^to)", "O"),  # Төлеген: Tolegen, Tulegen
    (r"o(?=lla)(?<=...o)", "O"),  # Зейнолла, Зейнулла
    (r"o`(?![b-z]?$)", "O"),  # the alphabet of 2017 for ө: To`legen
    # Горбачов, Ершёв; O'tekes'ov of 2017.
    (r"o(?=va?$|ff?$)(?:(?<=[szc]ho)|(?<=[SCJj]o)|(?<=[sc]`o))", "e"),
    (r"ie(?<=^.e)", "e"),
    (r"ie(?=v(?:na|i[ct]))", "V"),  # ье as French has it: Grigorievna; Grigorevna on passports
    (r"i(?=r)(?<=^abdi)", "B"),  # Abdirakhman, Abdrakhman (Әбдірахман)
    (r"iee(?<=[bdnsz]iee)(?=[^aeiouyjv])", "V"),  # ъ is ie in ICAO: Razieezdov
    (r"ie(?=ia)(?<=[bdnsz]ie)", ""),  # Podieiapolskaia
    (r"i(?=le)(?<=^ti)", "B"),  # Тілеу, Тілек, Тілен: Tileuberdin, Tleuberdin
    (r"i(?<=a[uw].)(?=r)", ""),  # Бауыржан; Бауржан, Baurzhan
    (r"i(?<=a`y`i)(?=r)", ""),  # Da'y'ir of 2017 (Дәуір)
    (r"i(?=e)(?<=[aeouO]i)", ""),  # Tokaiev
    (r"i`a(?<=.li`a)", "I"),  # the alphabet of 2017 for ля: Esli'amov
    (r"i`y`(?<![aeiou]....)", "u"),  # the alphabet of 2017 for ю
    (r"io(?<=[^aeiouyO]io)", "R"),
    # Юлиан is no Улан.
    (r"ia(?:(?<=^[uU]lia)|(?<=^[yij]ulia))(?=n)", "ia"),
    (r"ia(?:(?<=.lia)|(?<=^lia)(?!na?$))", "I"),  # Yulia, Liazzat; but Liana
    (r"iu(?<![aeiouyO]..)(?!l[iy]$)", "u"),  # Iusupov; but Äliuly
    (r"u[iyj](?=se)(?<=^du.)", "u"),  # Дүйсен is Дуйсен and Дюсен in Russian
    (r"u`i`(?<=^du`i`)(?=se)", "u"),  # Du`i`sen of 2017
    (r"y`", "Q"),
    (r"y(?<=ay`y)(?=r)", ""),  # Bay'yrjan of 2017
    (r"yo(?=r)(?<=iyo)", "e"),  # Бахтиёр
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


def _compiled() -> tuple[re.Pattern[str], list[str]]:
    """Return all rules as one pattern, and the sound of each of its groups by number.

    Each branch of the pattern begins with another letter.

    So the engine skips the letters that no rule is for, which makes the pass several times as fast
    as a plain alternative of the rules.
    """
    by_letter: dict[str, list[tuple[str, str]]] = {}
    for pattern, sound in _RULES:
        by_letter.setdefault(pattern[0], []).append((f"({pattern[1:]})", sound))
    branches = (
        f"{letter}(?:{'|'.join(pattern for pattern, _ in ways)})"
        for letter, ways in by_letter.items()
    )
    sounds = [sound for ways in by_letter.values() for _, sound in ways]
    return re.compile("|".join(branches)), ["", *sounds]


_PASS, _SOUNDS = _compiled()
# Doubled letters are one; ee is not, for it is two sounds (Sergeev) or English (been, not Ben).
# A name in -k keeps its own before -kyzy: Serik-kyzy.
DOUBLED = re.compile(r"([a-df-zA-Z])\1+(?!izi$)")
_CAPITAL = re.compile(f"[{''.join(MEANINGS)}]")
_LIKELIEST = str.maketrans({capital: meant[0] for capital, meant in MEANINGS.items()})
# A capital in a word multiplies its readings; no name has more than this many that are meant.
_MOST_READINGS = 8


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS[match.lastindex or 0]


@lru_cache(maxsize=4096)
def heard(word: str) -> str:
    """Return a word as it sounds, with capitals for what may be read in several ways."""
    return undoubled(_PASS.sub(_sound, spelled(word)))


def undoubled(sounds: str) -> str:
    """Return a word's sounds with doubled letters as one."""
    # Few words have any, and a search takes a quarter of the time of a replacement.
    return DOUBLED.sub(r"\1", sounds) if DOUBLED.search(sounds) else sounds


def every_letter(word: str) -> str:
    """Return the likeliest reading of a word with its doubled letters, for they may be a slip."""
    return _PASS.sub(_sound, spelled(word)).translate(_LIKELIEST)


def likeliest(sounds: str) -> str:
    """Return the likeliest reading of what `heard` gave."""
    if not _CAPITAL.search(sounds):
        return sounds  # most words: `heard` took the doubled letters
    if len(sounds) < 5:
        # Can, car and act are short words of English, not Кан, кар and акт.
        sounds = sounds.replace("K", "c")
    return undoubled(sounds.translate(_LIKELIEST))


def readings(sounds: str) -> tuple[str, ...]:
    """Return every reading of what `heard` gave, the likeliest first."""
    if not _CAPITAL.search(sounds):
        return (sounds,)
    spread = [""]
    for letter in sounds:
        meant = MEANINGS.get(letter, (letter,))[: max(1, _MOST_READINGS // len(spread))]
        spread = [start + meaning for start in spread for meaning in meant]
    return tuple(dict.fromkeys((likeliest(sounds), *map(undoubled, spread))))
