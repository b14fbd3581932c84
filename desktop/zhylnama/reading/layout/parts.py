"""The events of one paragraph: each a part of its text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import msgspec

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.layout.dates import Opening, read_opening
from zhylnama.reading.layout.paragraphs import Paragraph
from zhylnama.reading.layout.places import PlaceReader
from zhylnama.reading.names.named import Group, Named


class Part(msgspec.Struct, frozen=True):
    """One event's part of a paragraph; `doubled`: how much of it is a beginning printed twice.

    `same_place`: it was where the event before it was, because it says so or because it was on the
    day after and names no other place; `said` tells which.
    """

    text: str
    start: int
    end: int
    opening: Opening | None
    doubled: int = 0
    same_place: bool = False
    said: bool = False


_INNER_OPENING: Final = compile_sought(
    r"(?:[.!?”»\")]|(?P<goes_on>;))\s*(?P<on>(?P<same>(?:On\s+t|T)he\s+same\s+day|That\s+same\s+day|В\s+(?:тот|этот)\s+же\s+день)\b"
    r"|(?:(?:On|From|Between|In|С|В)\s+)?(?:[A-Z][a-z]{2,}\s+\d|\d{1,2}\s+[A-Za-zа-я]))"
)


def parts_of(paragraph: Paragraph, places: PlaceReader) -> list[Part]:
    """Return the events of a paragraph: a sentence that opens with a later day and tells of somebody.

    `On December 8, in Almaty, …` and `On December 8, Akhmetov …` begin an event, and so does `On
    December 8 the court fined her` where she is the only one named: a penalty has its own day. `On
    December 8 she was released` goes on with one. `On the same day` begins one in another place.
    """
    text = paragraph.text
    opening = paragraph.opening or paragraph.heading
    if paragraph.opening is None:
        return [Part(text, 0, len(text), opening)]
    doubled = _doubled_beginning(text)
    cuts: list[tuple[int, Opening]] = [(0, paragraph.opening)]
    for match in _INNER_OPENING.finditer(text, doubled + 20):
        begin, before = match.start("on"), cuts[-1][1]
        if match["same"] and not match["goes_on"]:
            inner = replace(before, end=match.end("same") - begin, after_place=False)
            where = places.read(text, match.end("same"))
            if where.place is not None and not where.doubts:
                cuts.append((begin, inner))
            continue
        found = read_opening(text[begin : begin + 90])
        if found is None or found.precision != "day" or len(text) - begin <= _SHORT_EVENT:
            continue
        at = begin + found.end
        if match["goes_on"] and not (_is_later(found, before) and _IS_LISTED_PLACE.match(text, at)):
            continue
        if _IS_PLACE_AHEAD.match(text, at) or (
            _is_later(found, before)
            and not _LOOKS_AHEAD.match(text, at)
            and (
                _NAMES_SOMEBODY.match(text, at)
                or _names_again(text, begin, at)
                or (_PUNISHED.match(text, at) and _names_one(text[:begin]))
            )
        ):
            cuts.append((begin, found))
    parts: list[Part] = []
    for number, (begin, own) in enumerate(cuts):
        end = cuts[number + 1][0] if number + 1 < len(cuts) else len(text)
        first = doubled if number == 0 else 0
        said = number > 0 and _SAME_PLACE.match(text, begin + own.end) is not None
        after = number > 0 and _is_day_after(own, cuts[number - 1][1])
        part = Part(text[begin:end].strip(), begin, end, own, first, said or after, said)
        parts.append(part)
    return parts


_SHORT_EVENT: Final = 40
_SAME_PLACE: Final = re.compile(
    r"\s*,?\s*(?:in\s+(?:the\s+)?same\s+(?:city|town|village|place|court|district|region)|(?:also\s+)?there\b"
    r"|в\s+(?:том|этом)\s+же\s+(?:город|сел|посёлк|поселк|аул|суд|район)\w*|в\s+той\s+же\s+\w+|там\s+же)\b",
    re.I,
)
# The sentence ahead tells of what is to come: no event of its own.
_LOOKS_AHEAD: Final = re.compile(
    r"[^.;]{0,90}?\b(?:(?:is|are|was|were)\s+(?:set|scheduled|due|planned|expected|to\s+be)|will|would|plans?|intends?"
    r"|состо(?:ится|ятся)|пройд[её]т|пройдут|назначен[аоы]?|запланирован\w*|буд(?:ет|ут)|долж(?:ен|на|ны)|планиру\w+|намерен\w*|предстоит|начн[её]тся|истека\w+)\b"
)
_CAPITALISED: Final = compile_sought(r"(?<![\w’'-])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі][\w’'-]+")
# So much of a word stays in every case of a name.
_SHORTEST_STEM: Final = 4


def _names_again(text: str, begin: int, at: int) -> bool:
    """Whether a sentence has a name in it that the text before has: `the court gave Dursunova …`."""
    end = next((m.start() for m in _SENTENCE_END.finditer(text, at)), len(text))
    earlier = {word[:_SHORTEST_STEM] for word in _CAPITALISED.findall(text, 0, begin)}
    return any(
        word[:_SHORTEST_STEM] in earlier and len(word) >= _SHORTEST_STEM
        for word in _CAPITALISED.findall(text, at, end)
    )


_SENTENCE_END: Final = compile_sought(r"(?<![A-ZА-ЯЁ])[.!?;](?=\s|$)")


def _is_day_after(found: Opening, before: Opening) -> bool:
    last = before.last or before.first
    first = found.first
    return (first.month, first.day) == (last.month, last.day + 1) or (
        first.day == 1 and first.month == last.month % 12 + 1 and last.day >= _LAST_DAYS
    )


_LAST_DAYS: Final = 30
_IS_PLACE_AHEAD: Final = re.compile(
    r"\s*,?\s*(?:in|at|в|во)\s+(?:the\s+same\s+(?:city|town|village|place)\b|(?:том|этом)\s+же\s+(?:городе|селе|пос[её]лке|ауле)\b|(?:the\s+)?(?:city\s+of\s+|г\.\s*|городе\s+|селе\s+|village\s+of\s+)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|\s*,?\s*(?:там\s+же|there)\b|\s*,\s*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\s*,"
)
# `…; May 18, Almaty, T. Akhmetova, …`: in lists a semicolon too may part two events.
_IS_LISTED_PLACE: Final = re.compile(r"\s*,\s*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\s*,")
# A name before the sentence ends: right after the day, or of two words.
_NAMES_SOMEBODY: Final = re.compile(
    r"\s*,?\s*(?!(?:[Hh]e|[Ss]he|[Tt]hey|[Ии]х|[Оо]н|[Оо]на|[Оо]ни|[Ее]го|[Её]ё|[Ее]е)\s)(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]{2,}\s+(?:was|were|is|had|has|[a-z]+ed)\b"
    r"|[^.;]{0,120}?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі-]{2,}\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі-]{2,})"
)


# A penalty on whoever was named before.
_PUNISHED: Final = re.compile(
    r"\s*,?\s*(?:(?:the\s+)?(?:[\w-]+\s+){0,4}?court\s+(?:fined|arrested|sentenced|convicted)\s+(?:him|her)\b"
    r"|(?:the\s+)?(?:[\w-]+\s+){0,4}?court\s+(?:gave|sent)\s+(?:him|her)\s+(?:\d|a\s|to\s|behind)"
    r"|(?:he|she)\s+(?:was|got|received)\s+(?:then\s+|already\s+)?(?:fined|arrested|sentenced|convicted|given\s|an?\s|\d+\s+(?:days|years|MCI))"
    r"|(?:[а-яё-]+\s+){0,4}?суд\s+(?:оштрафовал|арестовал|приговорил|осудил)\s+(?:его|е[её])\b"
    r"|(?:[а-яё-]+\s+){0,4}?суд\s+(?:назначил|присудил|дал)\s+(?:ему|ей)\b"
    r"|(?:его|е[её])\s+(?:оштрафовал|арестовал|приговорил|осудил)и?\b"
    r"|(?:ему|ей)\s+(?:назначил|присудил|дал)и?\b"
    r"|она?\s+(?:был[а]?\s+)?(?:оштрафован|арестован|приговор[её]н|осужд[её]н)а?\b"
    r"|она?\s+получила?\s+\d)",
    re.I,
)
_NAME: Final = compile_sought(
    r"(?<![\w’'-])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі’'-]{2,}"
    r"(?:\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ](?:[a-zа-яёәғқңөұүһі’'-]{2,}|\.))+|(?<![\w.])(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яё]{2,}"
)


def _names_one(text: str) -> bool:
    """Whether what looks like a person's name stands in a text once."""
    return len({match.group() for match in _NAME.finditer(text)}) == 1


def _is_later(found: Opening, before: Opening) -> bool:
    """Whether a day without a year comes after the one before: what was earlier is looked back on."""
    last = before.last or before.first
    day = (found.first.month, found.first.day)
    return found.first.year is None and day > (last.month, last.day)


def named_from(named: Named, start: int) -> Named:
    """Return who is named from a place of a text on, as if the text began there."""
    mentions = {id(m): replace(m, start=m.start - start, end=m.end - start) for m in named.mentions}
    kept = [m for m in named.mentions if m.start >= start]
    order = list(dict.fromkeys(m.who for m in kept))
    for mention in kept:
        mentions[id(mention)].who = order.index(mention.who)
    people = []
    for who in order:
        mine = [m for m in kept if m.who == who]
        roles = {m.role for m in mine if m.role} or named.people[who].roles
        people.append(replace(named.people[who], name=mine[0].name, roles=roles))
    groups = []
    for group in named.groups:
        inside = [mentions[id(m)] for m in group.mentions if m.start >= start]
        if inside:
            groups.append(Group(inside))
    return Named(people, [mentions[id(m)] for m in kept], groups)


def _doubled_beginning(text: str) -> int:
    """Return where a paragraph begins anew whose first half sentence is printed twice, or 0."""
    head = text[:24]
    if len(head) < 24:
        return 0
    again = text.find(head, 24)
    if again < 0 or again > 600:
        return 0
    # The second copy must go on as the first did, up to where the first broke off.
    first, second = text[:again].rstrip(), text[again:]
    same = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        same += 1
    return again if same >= len(first) - 12 or same > 60 else 0
