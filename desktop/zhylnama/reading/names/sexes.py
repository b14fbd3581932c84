"""Who of two people is `he` and who is `she`, where their names tell it beyond doubt.

Only the endings of surnames and patronymics are asked that no other sex has: `-ова`, `-qyzy`, `-uly`.
A given name tells nothing here, and most Kazakh names are given to both.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.names.named import Named, Somebody

_SHE: Final = re.compile(
    r"\w{3,}(?:[oey]va|skaya|tskaya|ovna|evna|[kq]y[zs]y|ова|[её]ва|ская|цкая|овна|евна|[кқ][ыі]зы)$",
    re.I,
)
_HE: Final = re.compile(
    r"\w{3,}(?:[oey]v|sk(?:y|iy|ij)|tsky|ovich|evich|uly|oglu|[оеё]в|ск(?:ий|ой)|цкий|ович|евич|улы|ұлы|оглы)$",
    re.I,
)
HE: Final = frozenset(("he", "him", "он", "его", "ему"))
SHE: Final = frozenset(("she", "her", "она", "её", "ее", "ей"))


def sex_of(somebody: Somebody) -> str | None:
    """Return m or f where all that a name tells agrees; None where it tells nothing."""
    words = re.findall(r"[^\W\d_]+", somebody.nominative)
    told = {"f" for word in words if _SHE.match(word)} | {"m" for word in words if _HE.match(word)}
    if somebody.sex:
        told.add(somebody.sex)
    return told.pop() if len(told) == 1 else None


def who_is(pronoun: str, people: list[int], named: Named, text: str) -> int | None:
    """Return who of two is meant by a pronoun in the singular; None where that is not sure.

    It is enough to know one of the two where `text` speaks of a man and of a woman.
    """
    wanted = "m" if pronoun in HE else "f" if pronoun in SHE else None
    if wanted is None or len(people) != _TWO:
        return None
    sexes = [sex_of(named.people[who]) for who in people]
    known = [sex for sex in sexes if sex]
    if not known or len(set(known)) != len(known):
        return None
    spoken = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    if len(known) < _TWO and not (spoken & HE and spoken & SHE):
        return None
    if wanted in sexes:
        return people[sexes.index(wanted)]
    return people[sexes.index(None)]


_TWO: Final = 2
