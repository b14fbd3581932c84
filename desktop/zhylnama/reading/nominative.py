"""A Russian name as it stands in a sentence, put into the nominative."""

from __future__ import annotations

import re
from typing import Literal

from zhylnama.reading.declension import Sex, is_oblique, nominatives
from zhylnama.reading.lexicon import Lexicon
from zhylnama.reading.named import Mention

Case = Literal["oblique", "accusative"]
"""What the words before a name ask for; `oblique` where that is any case but the nominative."""

_CYRILLIC = re.compile("[а-яё]")
_UNDECLINED = re.compile("[бвгджзйклмнпрстфхцчшщ]$")
_WOMAN = re.compile("(?:[оеё]ва|ина|ская|цкая)$")
# What stands before a name in another case than the nominative.
_CASE_BEFORE = re.compile(
    r"(?:(?:отказа|назначи|замени|вынес|дали|запрети|разреши|угрожа|арестова|задержа|оштрафова|осуди|приговори|вызва|допроси|избил|отпусти|освободи|достави|призна|обвини|предупреди|привлек)\w*|для|против|у|от|над|в отношении|дел[оу]|"
    r"\w+(?:ого|его|ому|ему|ым|им|ой|ую)|активиста|активисту|журналиста|журналисту|блогера|блогеру|политика|адвоката|лидера|жителя)\s+(?:[а-яё-]+(?:ого|его|ому|ему|иста|исту|ера|ую|ку|ки|ой)\s+){0,3}$",
    re.I,
)
_ACCUSATIVE_BEFORE = re.compile(
    r"(?:арестова|задержа|оштрафова|осуди|приговори|вызва|допроси|избил|отпусти|освободи|достави|обвини|предупреди)\w*\s+(?:[а-яё-]+\s+){0,3}$",
    re.I,
)


def case_asked_for(text: str, mention: Mention) -> Case | None:
    """Return the case that the words before a Russian name put it in, None where they do not."""
    if not _CYRILLIC.search(mention.name):
        return None
    before = max(0, mention.start - 70)
    if _CASE_BEFORE.search(text, before, mention.start) is None:
        return None
    accusative = _ACCUSATIVE_BEFORE.search(text, before, mention.start)
    return "oblique" if accusative is None else "accusative"


def nominative_of(name: str, lexicon: Lexicon, case: Case | None) -> tuple[str, str | None]:
    """Return a Russian name in the nominative, and a doubt where that is not certain."""
    if not _CYRILLIC.search(name):
        return name, None
    oblique = case is not None
    words = name.split()
    sexes = {
        sex
        for word in words
        for form, _ in [(word, None), *nominatives(word)]
        if (sex := lexicon.sex_of(form)) is not None
    }
    if any(lexicon.is_given(word) for word in words):
        given = next(word for word in words if lexicon.is_given(word))
        sex = lexicon.sex_of(given)
        # Of a man `Бахыта Торгаева` would be another case; `Бахыт Торгаева` is a woman's name.
        if _UNDECLINED.search(given) and any(_WOMAN.search(word) for word in words):
            return name, None
        # Марата is a form of Марат and no name itself; Данияра may be either.
        if all(word == given or _agrees(word, sex) for word in words):
            return name, None
    elif any(lexicon.is_given(form) for word in words for form, _ in nominatives(word)):
        oblique = True  # Рихтеру Андрею: where the given name is declined the surname is, too
    turned = next((word for word in words if is_oblique(word)), None)
    if turned is not None and not sexes:
        # Г. Жубанышевой, Т. Ажигалиеву. A man's given name would be declined with it, so that
        # Айжамал Тойшыбекову is a woman.
        oblique = True
        if turned.endswith(("ой", "ую")) or any(
            len(word) > 2 and _UNDECLINED.search(word) for word in words
        ):
            sexes = {"female"}
    if (
        oblique
        and not sexes
        and all(re.search("[аяуюе]$", word) for word in words if not word.endswith("."))
    ):
        # `арестовали А. Мусину`, but `отказали А. Мусину` and `задержали А. Мусина`.
        sexes = {"female"} if case == "accusative" and name.endswith(("у", "ую", "ю")) else {"male"}
    best: list[str] = []
    for word in words:
        if lexicon.is_given(word) or len(word) <= 2:
            best.append(word)
            continue
        forms = [(form, sex) for form, sex in nominatives(word) if lexicon.is_given(form)]
        if forms:
            best.append(forms[0][0])
            continue
        fitting = [
            form for form, sex in nominatives(word) if sex in sexes or not sexes or sex == "either"
        ]
        best.append(fitting[0] if fitting and (oblique or _is_oblique(word, sexes)) else word)
    result = " ".join(best)
    doubt = None if result == name else f"people: “{name}” is read as a form of “{result}”"
    return result, doubt


def _agrees(word: str, sex: Sex | None) -> bool:
    if sex == "male":
        return not re.search(r"(?:[оеё]ва|ина|[оеё]ву|ину|[оеё]вым|иным|[оеё]ве|ого|ому)$", word)
    if sex == "female":
        return not re.search(r"(?:[оеё]вой|иной|[оеё]ву|ину|ской|скую)$", word)
    return True


def _is_oblique(word: str, sexes: set[Sex]) -> bool:
    return bool(sexes) and not _agrees(word, next(iter(sexes)))
