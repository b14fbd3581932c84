"""A Russian participle before a penalty that describes the name behind it: `отбывающего 5 лет по ст. 272 УК А`.

Between the two stand the article, the year and the court of the penalty, and nouns of the name
(`активиста`); the participle has the gender of the name. `отбывающего 5 лет брата А` tells of a brother.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Somebody
from zhylnama.reading.names.sexes import sex_of

_ENDING: Final = r"(?P<ending>ий|ый|ая|ие|ые|ого|его|ому|ему|ую|ой|ей|ым|им|ых|их|ыми|ими)(?:ся)?"
# Before the penalty, with what is told of it on the way: `осуждённому в 2019 году по ст. 405 УК на`.
_LED: Final = compile_sought(
    rf"(?<!\w)(?:[Оо]тбывающ|[Оо]тбывш|[Оо]тсидевш|[Пп]олучивш|[Оо]сужд[её]нн|[Пп]риговор[её]нн|[Аа]рестованн|[Оо]штрафованн|[Нн]аказанн){_ENDING}"
    r"(?!\w)(?:[^.;:,()А-ЯЁӘҒҚҢӨҰҮҺІ]|(?<=\bст)\.|(?<=\bч)\.|(?<!\w)(?:УК|КоАП|РК)(?!\w)){0,90}$"
)
_BEGINS: Final = re.compile(
    rf"(?:отбывающ|отбывш|отсидевш|получивш|осужд[её]нн|приговор[её]нн|арестованн|оштрафованн|наказанн){_ENDING}(?!\w)",
    re.I,
)
_KIN: Final = (
    r"(?!муж|жен[аыуео]|супруг|сын|доч|брат|с[её]стр|мат[ье]|отец|отц|адвокат|защитник|родствен|друг|подруг|коллег|сосед|товарищ|знаком|соратни|сторонни"
    r"|из|за|от|до|для|с|со|о|об|к|у|и|но|что|котор|когда|его|её|ее|их)"
)
_ARTICLE: Final = r"по\s+(?:(?:ч|п|ст|част[ияью]*|пункт[ауом]*|стать[еяию]+)\.?\s*|\d+(?:-\d+)?\s*|(?:УК|КоАП)\s*|РК\s*|Казахстана?\s*|Уголовн\w+\s+кодекс\w*\s*|и\s+|,\s*)+"
_COURT: Final = r"(?:за\s+(?:[а-яё-]+\s+){1,5}?|в\s+(?:[а-яё]+\s+)?(?:колони|учреждени|тюрьм|СИЗО|\d{4}\s+год)[а-яё]*(?:\s+(?:№\s*)?[\d-]+(?:/\d+)?)?\s+)?"
_GAP: Final = re.compile(
    rf"\s*(?:строгого\s+режима\s+|условно\s+|,?\s*\((?:[^()]{{0,80}})\)\s*)?(?:{_ARTICLE})?{_COURT}(?:{_KIN}[а-яё-]+\s+){{0,3}}",
    re.I,
)
_WOMEN: Final = frozenset(("ая", "ую", "ой", "ей"))
_SEVERAL: Final = frozenset(("ие", "ые", "ых", "их", "ыми", "ими"))


def is_described(
    text: str, start: int, end: int, begin: int, group: Group, people: list[Somebody]
) -> bool:
    """Return whether a participle says that the penalty from `start` to `end` is that of the names behind it.

    `begin`: where the sentence begins, or the penalty before ends.
    """
    led = _BEGINS.match(text, start) or _LED.search(text, max(begin, start - 130), start)
    if led is None or _GAP.fullmatch(text, end, group.start) is None:
        return False
    ending = led["ending"].casefold()
    if ending in _SEVERAL:
        return len(group.people) > 1 or ending in ("им", "ым")
    known = sex_of(people[group.people[0]])
    told = "f" if ending in _WOMEN else "m"
    return len(group.people) == 1 and known in (None, told)
