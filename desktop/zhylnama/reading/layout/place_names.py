"""How the names of places are written: the words for their kind, capitals, several joined as one."""

from __future__ import annotations

import re
from typing import Final

KIND: Final = (
    r"(?:region|oblast|province|district|raion|city|town|village|settlement|област[ьи]|обл\.?|"
    r"район[ае]?|р-н[ае]?|город[ае]?|гг?\.|сел[оае]|пос[её]лк[ае]|пос[её]лок|аул[ае]?|с\.|п(?:ос)?\.|"
    r"облысы(?:нда)?|ауданы(?:нда)?|қаласы(?:нда)?|ауылы(?:нда)?)"
)


def joined(names: list[str]) -> str:
    """Return several places as one name: `Shymkent and Taraz`."""
    word = "и" if re.search("[а-я]", names[-1]) else "and"
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def capitalised(name: str) -> str:
    """Return a name written in capitals alone as names are written: `ATYRAU REGION`, `Almaty`.

    A word for the kind of place is written small: `Atyrau region`.
    """
    words = []
    for word in re.split(r"([\s-]+)", name):
        shouted = len(name) > 3 and word.isupper()  # not `USA`
        if re.fullmatch(KIND, word, re.I):
            words.append(word.lower() if shouted or name[: len(name) // 2].isupper() else word)
        else:
            words.append(word.capitalize() if shouted else word)
    return "".join(words)
