"""Russian surnames in the plural: `Серика и Берика Омаровых` are an Омаров each.

Of one person the plural is made singular in the same case, which is read on like any other.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.names.bearers import bearers_in_russian
from zhylnama.names.fold import romanised
from zhylnama.names.given import sex_of_given
from zhylnama.reading.names.forms import like, turned, undeclined, with_stress

_PLURAL: Final = re.compile(r"(?P<stem>\w+(?:[оеё]в|[иы]н))(?P<case>ы|ых|ым|ыми)$")
_ADJECTIVE: Final = re.compile(r"(?P<stem>\w+[сц]к)(?P<case>их|им|ими)$")
# Of other adjectives only the nominative: `Черных` is a surname of its own.
_OTHER_ADJECTIVE: Final = re.compile(r"(?P<stem>\w\w+(?P<last>[бвгджзклмнпрстфхцчшщ]))[ыи]е$")
# Others only in the nominative: `братья Кожабеки`.
_OTHER: Final = re.compile(r"(?P<stem>\w+(?:бек|хан|жан))(?:и|ы)$")
# By the ending of the plural: that of a man, and that of a woman. `ых` may be two cases: a woman's
# is told by her given name.
_SURNAME: Final = {"ы": ("", "а"), "ых": ("а", "ой"), "ым": ("у", "ой"), "ыми": ("ым", "ой")}
_OF_ADJECTIVE: Final = {
    "их": ("ого", "ой"),
    "им": ("ому", "ой"),
    "ими": ("им", "ой"),
}
# The cases of these endings, and how a woman's given name ends in them that no
# list has.
_CASES: Final = {
    "ы": "nom",
    "ых": "gen acc pre",
    "их": "gen acc pre",
    "ым": "dat",
    "им": "dat",
    "ыми": "ins",
    "ими": "ins",
}
_OF_WOMEN: Final = {"gen acc pre": "ыиую", "dat": "еи", "ins": "йю", "nom": "аяь"}


def of_one(surname: str, given: str) -> str:
    """Return a surname as one of several bears it; itself where it is no plural.

    `given` is that one's given name as it is printed, in the case of the surname.
    """
    if other := _OTHER.match(surname):
        return other["stem"]
    if other := _OTHER_ADJECTIVE.match(surname):
        if _is_woman(given, "nom"):
            return other["stem"] + "ая"
        base = other["stem"] + ("ий" if other["last"] in "гкхжшщч" else "ый")
        return like(base, with_stress(base.casefold()))
    plain, adjective = _PLURAL.match(surname), _ADJECTIVE.match(surname)
    found = plain or adjective
    if found is None:
        return surname
    man, woman = (_SURNAME if plain else _OF_ADJECTIVE)[found["case"]]
    cases = _CASES[found["case"]]
    if not _is_woman(given, cases):
        return found["stem"] + man
    if found["case"] in ("ых", "их") and given.endswith(("у", "ю")):
        return found["stem"] + ("у" if plain else "ую")
    return found["stem"] + woman


def is_plural(surname: str) -> bool:
    """Return whether a surname may be the plural of one."""
    return any(one.match(surname) for one in (_PLURAL, _ADJECTIVE, _OTHER_ADJECTIVE, _OTHER))


def _is_woman(given: str, cases: str) -> bool:
    """Whether a given name that stands in one of these cases is a woman's."""
    small = given.casefold()
    sexes: set[str] = set()
    for base, forms in ((small, undeclined(small)), *turned(small)):
        name = like(given, base)
        known = sex_of_given(romanised(name)) or bearers_in_russian(name)
        if known in ("male", "female"):
            sexes |= {form[-1] for form in forms if form.split()[0] in cases} & {known[0]}
    if len(sexes) == 1:
        return sexes == {"f"}
    return given.endswith(tuple(_OF_WOMEN[cases]))
