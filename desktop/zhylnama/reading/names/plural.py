"""Russian surnames in the plural: `Серика и Берика Омаровых` are an Омаров each.

Of one person the plural is made singular in the same case, which is read on like any other.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.names.fold import romanised
from zhylnama.names.given import sex_of_given
from zhylnama.reading.names.declension import nominatives

_PLURAL: Final = re.compile(r"(?P<stem>\w+(?:[оеё]в|[иы]н))(?P<case>ы|ых|ым|ыми)$")
_ADJECTIVE: Final = re.compile(r"(?P<stem>\w+[сц]к)(?P<case>ие|их|им|ими)$")
# Others only in the nominative: `братья Кожабеки`.
_OTHER: Final = re.compile(r"(?P<stem>\w+(?:бек|хан|жан))(?:и|ы)$")
# By the ending of the plural: that of a man, and that of a woman. `ых` may be two cases: a woman's
# is told by her given name.
_SURNAME: Final = {"ы": ("", "а"), "ых": ("а", "ой"), "ым": ("у", "ой"), "ыми": ("ым", "ой")}
_OF_ADJECTIVE: Final = {
    "ие": ("ий", "ая"),
    "их": ("ого", "ой"),
    "им": ("ому", "ой"),
    "ими": ("им", "ой"),
}


def of_one(surname: str, given: str) -> str:
    """Return a surname as one of several bears it; itself where it is no plural.

    `given` is that one's given name as it is printed, in the case of the surname.
    """
    if other := _OTHER.match(surname):
        return other["stem"]
    plain, adjective = _PLURAL.match(surname), _ADJECTIVE.match(surname)
    found = plain or adjective
    if found is None:
        return surname
    man, woman = (_SURNAME if plain else _OF_ADJECTIVE)[found["case"]]
    if not _is_woman(given):
        return found["stem"] + man
    if found["case"] in ("ых", "их") and given.endswith(("у", "ю")):
        return found["stem"] + ("у" if plain else "ую")
    return found["stem"] + woman


def is_plural(surname: str) -> bool:
    """Return whether a surname may be the plural of one."""
    return any(one.match(surname) for one in (_PLURAL, _ADJECTIVE, _OTHER))


def _is_woman(given: str) -> bool:
    """Whether a printed given name is a woman's in any case; of a name of both the ending tells."""
    told = sex_of_given(romanised(given))
    if told in ("male", "female"):
        return told == "female"
    for form, sex in nominatives(given):
        known = sex_of_given(romanised(form))
        if known in (sex, "either") and sex != "either":
            return sex == "female"
        if known in ("male", "female"):
            return known == "female"
    return given.endswith(("а", "я", "ь"))
