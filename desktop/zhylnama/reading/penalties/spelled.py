"""Numbers in words, as sums of money are told: `двадцать пять тысяч`, `half a million`, `thirty`."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = {
    1: "a one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
    9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen",
    15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty",
    30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip
_RUSSIAN: Final = {
    1: "один одна одну одного одному одной", 2: "два две двух двум двумя", 3: "три трех трем тремя",
    4: "четыре четырех четырем", 5: "пять пяти", 6: "шесть шести", 7: "семь семи", 8: "восемь восьми",
    9: "девять девяти", 10: "десять десяти", 11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати",
    13: "тринадцать тринадцати", 14: "четырнадцать четырнадцати", 15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати", 18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати", 20: "двадцать двадцати", 30: "тридцать тридцати",
    40: "сорок сорока", 50: "пятьдесят пятидесяти", 60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста",
    100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 400: "четыреста четырехсот",
    500: "пятьсот пятисот", 600: "шестьсот шестисот", 700: "семьсот семисот",
    800: "восемьсот восьмисот", 900: "девятьсот девятисот", 1.5: "полтора полторы полутора",
}  # fmt: skip
_SCALES: Final = {
    100: "hundred", 1_000: "thousand тысяча тысячи тысяч тысячу тысячам",
    1_000_000: "million миллион миллиона миллионов",
}  # fmt: skip
_HUNDRED: Final = 100
_HALF_MILLION: Final = ("полмиллиона", "half a million")

_VALUES: Final = {
    word: float(value)
    for language in (_ENGLISH, _RUSSIAN)
    for value, words in language.items()
    for word in words.split()
}
_SCALE_OF: Final = {
    word: float(value) for value, words in _SCALES.items() for word in words.split()
}
_EVERY: Final = sorted(
    (word for word in (*_VALUES, *_SCALE_OF) if word != "a"), key=lambda word: -len(word)
)
_WORD: Final = "|".join(_EVERY).replace("е", "[её]")
# Of a whole number in words; `a` only before `hundred` and the like. The longest has some fifteen.
SPELLED: Final = rf"(?:{'|'.join(_HALF_MILLION)}|(?:a\s(?=hundred|thousand|million))?(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,16}})"


def number_of(written: str) -> float | None:
    """Return the value of a number in words, or None where the words make none."""
    words = written.casefold().replace("ё", "е").replace("-", " ").split()
    if " ".join(words) in _HALF_MILLION:
        return 500_000.0
    total = part = 0.0
    last = 0.0
    for word in words:
        if word == "and":
            continue
        if word in _SCALE_OF:
            scale = _SCALE_OF[word]
            part = (part or 1.0) * scale
            if scale > _HUNDRED:
                total, part = total + part, 0.0
            last = 0.0
        elif word in _VALUES:
            value = _VALUES[word]
            if part and last and value >= last:
                return None  # `five six`: two numbers
            part, last = part + value, value
        else:
            return None
    return total + part or None
