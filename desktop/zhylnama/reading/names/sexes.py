"""Who of two people is `he` and who is `she`, where their names tell it beyond doubt.

Only the endings of surnames and patronymics are asked that no other sex has: `-ова`, `-qyzy`, `-uly`.
A given name tells nothing here, and most Kazakh names are given to both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from zhylnama.reading.names.named import Group, Mention, Named, Somebody

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


def carried_over(earlier: list[Somebody], text: str, start: int) -> Named | None:
    """Return the only one named before, where a text that names nobody begins with `he` or `she`.

    `earlier` are all whom the events before it in the same paragraph name; `start` is where the
    sentence begins behind its date and place. None where that is not sure.
    """
    match = _PRONOUN_FIRST.match(text, start)
    if match is None or len(earlier) != 1:
        return None
    word = match["pronoun"]
    meant = earlier[0]
    told = sex_of(meant)
    spoken = "m" if word in HE else "f" if word in SHE else None
    if told is not None and spoken is not None and told != spoken:
        return None
    doubt = f"people: “{word}” is taken to be {meant.name}, of the event before"
    who = replace(meant, doubts=[*meant.doubts, doubt])
    mention = Mention(*match.span("pronoun"), word, full=False, who=0)
    return Named([who], [mention], [Group([mention])])


_PRONOUN_FIRST: Final = re.compile(
    r"\W*(?:(?:(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,4}?(?:court|суд)(?:\s+(?:of|г\.)\s+\w+)?|полиция|полицейские)\s+\w+\s+)?(?P<pronoun>he|she|him|her|он|она|его|её|ее|ему|ей)\b(?!\s+(?:wife|husband|brother|sister|"
    r"father|mother|son|daughter|lawyer|брат|сестр|муж|жен|мат|отец|отц|сын|доч|адвокат))"
)
_TWO: Final = 2
