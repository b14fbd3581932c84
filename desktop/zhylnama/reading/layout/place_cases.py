"""Russian names of places in other cases: what they are in the nominative."""

from __future__ import annotations

import re
from typing import Final

# Russian cases of place names, longest first: what is cut, what may stand there instead.
_CASES: Final = (
    ("инской", ("инская",)), ("ской", ("ская",)), ("ском", ("ский",)), ("цком", ("цкий",)),
    ("ного", ("ный", "ное")), ("ному", ("ный", "ное")),
    ("ского", ("ский",)), ("ске", ("ск",)), ("ска", ("ск",)), ("ом", ("ый", "ое", "")), ("ае", ("ай",)),
    ("ой", ("ая", "ое")), ("ее", ("ей", "ея")), ("ье", ("ь", "ье")), ("ии", ("ия", "ий")),
    ("ах", ("ы", "и")), ("е", ("", "а", "ь", "о")), ("и", ("ь", "я")), ("у", ("", "а")), ("ю", ("й", "ь")),
    ("а", ("", "о")), ("ы", ("а",)), ("я", ("й", "ь")),
)  # fmt: skip
_KIND_FORMS: Final = {
    "области": "область", "обл": "область", "районе": "район", "района": "район", "р-не": "район",
    "городе": "город", "города": "город", "селе": "село", "села": "село", "поселке": "посёлок",
    "посёлке": "посёлок", "с.": "село", "пос.": "посёлок", "поселка": "посёлок", "посёлка": "посёлок", "ауле": "аул", "аула": "аул",
}  # fmt: skip


def whole_kind(match: re.Match[str]) -> str:
    """Return a Russian word for a kind of place whole and in the nominative: `с.`, `село`."""
    return _KIND_FORMS.get(match[0].casefold(), match[0])


def nominatives_of_place(name: str) -> list[str]:
    """Return what a Russian name of a place may be in the nominative, likeliest first."""
    if not re.search("[а-яё]", name):
        return []
    words = name.split()
    forms: list[list[str]] = []
    for word in words:
        lowered = word.casefold().rstrip(".")
        if lowered in _KIND_FORMS:
            forms.append([_KIND_FORMS[lowered]])
            continue
        options = [word]
        for ending, instead in _CASES:
            if lowered.endswith(ending) and len(word) > len(ending) + 1:
                options += [word[: -len(ending)] + new for new in instead]
        forms.append(options[:8])
    if len(forms) == 1:
        return forms[0][1:]
    if len(forms) > 3:
        return []
    out = [""]
    for options in forms:
        out = [f"{left} {option}".strip() for left in out for option in options][:48]
    return [name for name in out if name]
