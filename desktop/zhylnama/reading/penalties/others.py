"""Nouns without a name that are punished: `fined a neighbour`, `оштрафовал соседа`, `осуждённых на 20 лет`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.sanctions import Penalty

# `the court arrested his brother for five days`
_HIS_OWN: Final = re.compile(
    r"(?:arrested|fined|sentenced|jailed|imprisoned|convicted)\s+(?:his|her|their|its|an?|another)\s+(?!own\b|total\b|record\b|further\b|maximum\b|minimum\b)[a-z-]+(?=\s+(?:for|to|\d|a\b))",
    re.I,
)
# `за оскорбление А суд оштрафовал соседа на 20 МРП`; `активиста` may be the one who is named.
_NOUN_TAKEN: Final = re.compile(
    r"(?:оштрафовал|арестовал|приговорил|осудил|наказал)[аи]?\s+(?!(?:его|её|ее|их|всего|снова|вчера|сегодня|тогда|сразу|обоих|обеих|всех|каждого|активист\w*|журналист\w*|блогер\w*|правозащитни\w*|политик\w*|мужчину|женщину|задержанн\w*|подсудим\w*|обвиняем\w*|осужд[её]нн\w*)\s)[а-яё]{3,}(?:а|я|у|ю|ых|их|ого|его|ей|ев|ов)\s+(?:на|к|за|по)\s",
    re.I,
)
# `насчитал 40 человек, оштрафованных на 50 МРП`
_OF_MANY: Final = re.compile(
    r"(?:осужд|приговор|арестова|оштрафова)[а-яё]{0,3}нн(?:ых|ыми|ые)\b", re.I
)
_AFTER_NOUN: Final = compile_sought(r"(?<!\w)[а-яё]+\s*,?\s*$")
# `Б, сына которой осудили`
_WHOSE_NOUN: Final = compile_sought(r",\s*[а-яё]+\s+котор(?:ого|ой|ых)\s+$", re.I)


# `…, the publisher, Ertis Media LLP, 100 MCI`: the item of a company in a list.
_COMPANY: Final = compile_sought(
    r"(?:\b(?:LLP|LLC|JSC|Ltd|Inc)\b\.?|(?<!\w)(?:ТОО|АО|ИП|ОО)\s+[«\"“][^«»\"“”]{1,60}[»\"”])[”»\"]?\s*,?\s*(?:(?:was|were)\s+fined|оштрафован\w*)?\s*(?:to|на)?\s*$"
)


def is_of_somebody_else(text: str, penalty: Penalty, verb: int) -> bool:
    """Return whether a noun without a name is punished: `fined a neighbour`, `оштрафовал соседа`."""
    before = text[max(0, verb - 80) : verb]
    return bool(
        _HIS_OWN.match(text, penalty.start)
        or _NOUN_TAKEN.match(text, penalty.start)
        or (_OF_MANY.match(text, penalty.start) and _AFTER_NOUN.search(before))
        or _WHOSE_NOUN.search(before)
        or _COMPANY.search(text, max(0, penalty.start - 90), penalty.start)
    )
