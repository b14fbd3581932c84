"""Somebody who is called by a noun or counted, `the officer`, `all six`, or stands for another, `his lawyer`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named

# What others are called who are `the officer`; of other words so many letters are compared.
TITLES: Final = {
    "officer": "police|officer|captain|major|lieutenant|colonel|sergeant|inspector|warder",
    "policeman": "police|captain|major|lieutenant|colonel|sergeant|inspector",
    "полицейский": "полицейск|капитан|майор|лейтенант|полковник|сержант|участков|инспектор",
    "полицейскому": "полицейск|капитан|майор|лейтенант|полковник|сержант|участков|инспектор",
    "полицейского": "полицейск|капитан|майор|лейтенант|полковник|сержант|участков|инспектор",
}
_STEM: Final = 7
_COUNTS: Final = {
    "thre": 3, "four": 4, "five": 5, "six": 6, "seve": 7, "eigh": 8, "nine": 9, "ten": 10,
    "трое": 3, "трои": 3, "четв": 4, "пяте": 5, "шест": 6, "семе": 7,
}  # fmt: skip
_REACH: Final = 60


def who_is_called(word: re.Match[str], text: str, groups: list[Group]) -> int | None:
    """Return whom a definite noun means: the only one of those named before with that title."""
    noun = (word.groupdict().get("noun") or word[0].split()[-1]).casefold()
    titles = TITLES.get(noun, re.escape(noun[:_STEM]))
    titled = re.compile(rf"(?<!\w)(?:{titles})[\w-]*(?:\s+[a-zа-яё-]+){{0,2}}\s+$", re.I)
    found = {
        mention.who
        for group in groups
        for mention in group.mentions
        if titled.search(text, max(0, mention.start - _REACH), mention.start)
    }
    return found.pop() if len(found) == 1 else None


def how_many(said: str) -> int | None:
    """Return the number in `all six`, `всем троим`; None where there is none."""
    return _COUNTS.get(said.rsplit(maxsplit=1)[-1][:4])


# Behind the name of somebody in office: `полицейский А, признанный виновным …`, `участковый А, ст. 146`.
_TRIED: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,\s*(?:ранее\s+)?(?:(?:признанн|обвиняем|обвинённ|осужд[её]нн|приговор[её]нн)[а-яё]+|(?:who\s+(?:was|had\s+been)\s+)?(?:convicted|found\s+guilty|accused)\b|(?:ст\.|стать[яи]|articles?)\s)"
    r"|\s+(?:(?:был[аи]?\s+)?признан[аы]?\s+виновн|суд\s+(?:признал|осудил|приговорил|арестовал|оштрафовал)[аи]?\s|(?:was|were)\s+(?:convicted|found\s+guilty)\b)",
    re.I,
)
_TO_OFFICER: Final = compile_sought(
    r"(?<!\w)(?:полицейск(?:ому|ого)|участков(?:ому|ого)|(?:сержант|майор|капитан|лейтенант|полковник|инспектор|начальник|директор|аким)[ау]|(?:надзирател|следовател|заместител)[яю])\s+(?:[а-яё-]+\s+){0,2}$",
    re.I,
)
# `former deputy A`, `бывшего следователя А`: in office no longer.
_FORMER: Final = compile_sought(
    r"(?:\b(?:former|ex-)\s*|(?<!\w)(?:бывш(?:ий|ая|его|ему|ую|ей|им|их|ие)\s+|экс-))(?:[\w-]+\s+){0,4}$",
    re.I,
)
# `по жалобе адвоката А`, `on the complaint of his lawyer A`
_FOR_ANOTHER: Final = compile_sought(
    r"(?<!\w)(?:жалоб|ходатайств|просьб|заявлени|требовани)[а-яё]*\s+(?:(?:его|её|ее|их|общественного)\s+)?(?:адвокат|защитник|защитниц|представител)[а-яё]*\s+$"
    r"|\b(?:complaint|appeal|request|motion|petition)\s+(?:of|by|from|filed\s+by|lodged\s+by)\s+(?:(?:his|her|their|the|defen[cs]e)\s+){0,2}(?:lawyer|attorney|counsel|representative)\s+$"
    r"|(?<!\w)(?:от|у)\s+судьи\s+$|\b(?:from|by)\s+(?:the\s+)?judge\s+$",
    re.I,
)


def tried(text: str, named: Named) -> set[int]:
    """Return those who are said to be convicted or accused right behind their names.

    And officers in a case in which nobody punishes: `полицейскому А назначили 5 лет`.
    """
    return {
        mention.who
        for mention in named.mentions
        if _TRIED.match(text, mention.end)
        or _FORMER.search(text, max(0, mention.start - _REACH), mention.start)
        or _TO_OFFICER.search(text, max(0, mention.start - _REACH), mention.start)
    }


def asking_for_others(text: str, named: Named) -> set[int]:
    """Return the lawyers on whose complaint something was decided: it is not about them."""
    return {
        mention.who
        for mention in named.mentions
        if _FOR_ANOTHER.search(text, max(0, mention.start - _REACH), mention.start)
    }
