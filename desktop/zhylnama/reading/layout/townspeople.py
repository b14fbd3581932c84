"""The town that a sentence names only with its people or offices: `жители Степногорска`.

Where no place stands after the date, and no other town in the sentence, an event was most likely
there. It is never sure: the residents of Zhanaozen may have come to Astana.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from zhylnama.reading.first_letters import compile_sought

_CAPITAL: Final = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_NAME: Final = rf"{_CAPITAL}[\w’'ʼ]+(?:-{_CAPITAL}[\w’'ʼ]+)*"
_TOWN: Final = rf"(?P<name>{_NAME}(?:\s+{_NAME})?)"
_PEOPLE: Final = (
    r"(?:residents|inhabitants|citizens|activists|journalists|workers|employees|miners|drivers|believers|teachers|"
    r"doctors|farmers|mothers|women|entrepreneurs|police(?:\s+department)?|authorities|akimat|akim|maslikhat|mayor|"
    r"court|prosecutor(?:’s|'s)\s+office|administration|detention\s+cent(?:er|re))"
)
_PATTERNS: Final = (
    # `Residents of Zhanatas`, `the police department in Aktobe`; not `X, Akim of Almaty, said`
    re.compile(rf"(?!(?<=[a-z], )(?:akim|mayor))\b{_PEOPLE}\s+(?:of|in)\s+(?:the\s+)?(?:(?:city|town)\s+(?:of\s+)?)?{_TOWN}", re.I),
    # `Uralsk police`, `the Zhanaozen city court`
    re.compile(rf"\b(?P<name>{_NAME})\s+(?:city\s+|local\s+|oil\s+)?(?:(?i:{_PEOPLE}))\b"),
    re.compile(
        r"\b(?:[Жж]ител(?:и|ям|ей|ь|я|ю)|[Жж]ительниц[аыу]?|[Пп]олици(?:я|и|ю|ей)|[Пп]олицейски[ехй]\w?|[Аа]кимат\w{0,2}|[Аа]ким\w{0,2}|"
        r"[Мм]аслихат\w{0,2}|[Пп]рокуратур[аыуе]|[Пп]рокурор[ауы]?|[Сс]уд(?:а|е|у|ом|ья|ьи|ье)?|[Аа]дминистраци[яию]|[Дд]епартамент\w{0,2}(?:\s+полиции)?|"
        r"(?:[Уу]правлени[еяю]|[Оо]тдел\w{0,2})(?:\s+[а-яё]+){0,3}|ДП|УП|ДВД|УВД|СИЗО|[Аа]ктивист(?:ы|ам|ов|ки|к)|[Рр]абочи[ехм]|[Нн]ефтяник(?:и|ов|ам)|[Шш]ахт[её]р(?:ы|ов|ам)|"
        r"[Вв]одител(?:и|ей|ям)|[Пп]редпринимател(?:и|ей|ям)|[Вв]рач(?:и|ей|ам)|[Уу]чител(?:я|ей|ям)|[Жж]урналист(?:ы|ов|ам))"
        rf"\s+(?:№\s?\d+\s+)?(?:по\s+[а-яё]+\s+[а-яё]+\s+)?(?:[А-ЯЁ][а-яё-]+(?:ск|цк)ого\s+района\s+)?(?:город[ае]\s+|гг?\.\s?)?{_TOWN}"
    ),
)  # fmt: skip
# `жители села Бескайнар Талгарского района`: up to the village, that may be in no gazetteer.
_VILLAGERS: Final = compile_sought(
    rf"(?:\b(?:[Жж]ител(?:и|ей|ям|ями|ь)|[Жж]ительниц[аыу]?|[Сс]ельчан(?:е|ам)|[Рр]абочие|[Фф]ермеры?|[Мм]атери|[Уу]чителя)|\b[Rr]esidents?\s+of)\s+"
    rf"(?=(?:села|пос[её]лка|аула|станции)\s+{_CAPITAL}|{_NAME}\s+(?:village|settlement)\b)"
)
# `subscribers in Zhanaozen`, `по всему Алматы`: where something was, unless somebody speaks of it.
_WITHIN: Final = compile_sought(
    rf"\b(?:(?:across|throughout|in)\s+(?:the\s+(?:city|town)\s+of\s+)?|(?:во?|по\s+всему)\s+(?:город[еу]\s+|г\.\s?)?){_TOWN}"
)
# Somebody's wish or words about a place are no event there.
NOT_DONE: Final = compile_sought(
    r"\b(?:call(?:s|ed)\s+(?:on|for)|appeal(?:s|ed|ing)?\s+(?:to|for)|appl(?:y|ied)|letter|visit\w*|обра(?:тил|щ)\w+|письм\w+|urged|statement|demand\w*|said|will|would|plan(?:s|ned|ning)?|wanted|призва\w+|заяви\w+|требу\w+|сообщ\w+|планир\w+|намер\w+|хоте\w+)\b"
)
# `Уральский городской суд`: the town's own court, police, akimat.
_OF_TOWN: Final = re.compile(
    r"\b(?P<name>[А-ЯЁ][а-яё-]+?)(?:ский|ского|ском|скому)\s+(?:городск\w+\s+\w+|горсуд\w*)"
)
# Behind these words a town is that of a reason or a subject; so it is far from the beginning.
WHY: Final = re.compile(r"\b(?:for|because|about|over|за|из-за|об?)\s", re.I)
_NEAR: Final = 120
# So far from the beginning stand those whose village it is.
_HEAD: Final = 60
# A sentence is looked for so far; an initial does not end it.
_LONGEST: Final = 300
_ENDS: Final = re.compile(r"[.!?](?:(?<=[^\W\d_]{3}.)|(?<=[^\W\d_]{3}[»”\"].))(?=\s|$)")
_CAPITALISED: Final = re.compile(_NAME)


def town_of_people(
    text: str, begin: int, town_of: Callable[[str], str | None]
) -> tuple[str, str, tuple[int, int]] | None:
    """Return the town whose people or offices the first sentence names, and no other town.

    `town_of` gives the nominative of a city's or town's name, None for other words. Returned are
    that name, the words that tell it, and where in the text the town stands.
    """
    end = sentence_end(text, begin)
    for told_from, at, names in _candidates(text, begin, end):
        # What somebody says in quotation marks tells of another town.
        if text.rfind("“", begin, at[0]) > text.rfind("”", begin, at[0]):
            continue
        for name in names:
            town = town_of(name)
            if town is None:
                continue
            if _others(text, begin, end, town, town_of):
                return None
            return town, text[told_from[0] : max(told_from[1], at[1])].strip(), at
    return None


def sentence_end(text: str, begin: int) -> int:
    """Return where a sentence ends, or where it is no longer looked for."""
    end = min(len(text), begin + _LONGEST)
    found = _ENDS.search(text, min(end, begin + 3), end)
    return found.end() if found else end


def led_to_village(text: str, begin: int, end: int) -> tuple[str, int] | None:
    """Return a text as if it said `в села …` of the villagers at its head, and where that begins."""
    people = _VILLAGERS.search(text, begin, min(end, begin + _HEAD))
    if (
        people is None
        or "," in text[begin : people.start()]
        or NOT_DONE.search(text, begin, people.start())
    ):
        return None
    at = people.end()
    return f"{text[: at - 3]} в {text[at:]}", at - 3


def _candidates(
    text: str, begin: int, end: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int], Iterable[str]]]:
    """Yield where words that tell a town stand, where the town in them, and what it may be."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, begin, end):
            at = match.start("name")
            # `полиция Атырау Серика …`: a town of two words, or of one.
            for name in dict.fromkeys((match["name"], match["name"].split()[0])):
                last = match.end() if match.end("name") < match.end() else at + len(name)
                yield (match.start(), last), (at, at + len(name)), (name,)
    for match in _OF_TOWN.finditer(text, begin, end):
        yield match.span(), match.span("name"), _from_adjective(match["name"])
    for match in _WITHIN.finditer(text, begin, end):
        at = match.start("name")
        if at - begin > _NEAR or NOT_DONE.search(text, begin, at) or WHY.search(text, begin, at):
            return
        for name in dict.fromkeys((match["name"], match["name"].split()[0])):
            yield (match.start(), at + len(name)), (at, at + len(name)), (name,)


def _others(
    text: str, begin: int, end: int, town: str, town_of: Callable[[str], str | None]
) -> bool:
    """Whether a sentence names another town, so that either may be meant."""
    named = {town_of(match[0]) for match in _CAPITALISED.finditer(text, begin, end)}
    return bool(named - {town, None})


def _from_adjective(stem: str) -> Iterator[str]:
    """Yield the towns that a Russian adjective may be made from, without its -ский."""
    yield f"{stem}ск"  # Уральский
    yield stem  # Актауский
    if stem.endswith("ин"):
        yield f"{stem[:-2]}а"  # Карагандинский
        yield f"{stem[:-2]}ы"  # Алматинский
    if stem.endswith("ен"):
        yield f"{stem[:-2]}ый"  # Рудненский
    yield f"{stem}а"
    yield f"{stem}ь"
