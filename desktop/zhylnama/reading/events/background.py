"""What of a paragraph is no news: quotations, brackets, what it looks back on, why somebody was punished.

Every function takes text in small letters and leaves blanks, so that places in the text stay the same.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered, holds

_QUOTED: Final = compile_sought(r"[«“„][^«»“”„]{0,2000}[»”]|\"[^\"]{0,400}\"")
_UNCLOSED: Final = re.compile(r"[“«][^”»]{40,}$")
# A later sentence that looks back: `In March, …`, `On January 4, 2022, …`, `Ранее …`; behind a colon a year does.
_LOOKING_BACK: Final = compile_lowered(
    r"(?:(?<=: )(?:in\s+20\d\d\s|в\s+20\d\d\s+году\s|в\s+20\d\d-м\s)|(?<=[.!?”»\]] )(?:(?:in|on)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{1,2},)?(?:\s+\d{4})?,\s"
    r"|in\s+20\d\d,\s|(?:shortly|(?:a|two|three|several|few)\s+(?:days?|weeks?|months?)|not\s+long)\s+before\b|earlier\b|previously\b|ранее\s|напомним\b|незадолго\s+до\s|в\s+20\d\d\s+году\s|в\s+(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\s))[^.]*"
)
# A day of this month without its year tells what came next.
_NEXT: Final = re.compile(r"on \w+ \d{1,2}, (?!\d{4})")
_SHORT: Final = 12
_TERM: Final = 30
# `with a poster “Down with censorship”`
_SLOGAN: Final = compile_lowered(
    r"\b(?:posters?|banners?|placards?|signs?|slogans?|inscriptions?|words|saying|reading)\s*:?\s*$"
    r"|(?<!\w)(?:плакат|лозунг|надпис|баннер|транспарант|листом|словами)\w*\s*:?\s*$"
)
_NEAR: Final = 16
_BRACKETS: Final = re.compile(r"\([^()]{0,300}\)")
# In their own words somebody tells what was done to them: `X: “I was detained”`.
_OF_MYSELF: Final = compile_lowered(
    r"\bi (?:was|were|am|have been|had been|report|complain)\b|\bagainst me\b|\b(?:followed|beat|detained|threatened|searched|took|stopped) me\b"
    r"|(?<!\w)(?:меня|за мной|у мое(?:го|й)|мне (?:угрож|отказ|сказал|вруч|дали))"
)
# `“I was detained”, he told the journalists.`
_TOLD_BEHIND: Final = compile_lowered(
    r"[,.]?\s*(?:[-–—]\s*)?(?:(?:[\w’.-]+\s+){1,3}?(?:said|told|says|tells|reported|wrote|complained|stated)|(?:сказал|рассказал|заявил|сообщил|написал|пожаловал)[а-я]*)\b"
)
# Behind a quotation that ends a sentence: `… “Pension!” They were surrounded …`.
_NEW_SENTENCE: Final = compile_lowered(
    r"\s+(?:he|she|they|it|both|all|the\s+police|police|after|later|его|ее|их|он|она|они|оба|обоих|после|полиц\w+)\b"
)
# `Activist X: “…”`.
_SPOKEN: Final = compile_sought(r"(?:(?<=\w)|(?<=\w\))): ?[“«]")
# What somebody was punished for, or came for, is not what happened.
_END: Final = r"[^.;]*?(?=,\s+(?:went|declared|began|said|held|kept|started|refused|received|got|appealed|filed|stopped|announced|told|had|has|have|are|did|does|is|was|were|and|but|while)\b|[.;]|$)"
# `for 15 days`, `за два дня` give none, nor do `за городом` and `for the second time`.
_NO_REASON: Final = (
    r"(?!\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|several|half|another|additional|further|more|up|at|about|over)\b(?:\s+[\w-]+){0,2}\s+(?:months?|years?|days?|hours?|terms?|times?|weeks?|periods?)\b"
    r"|(?:the|an?)\s+(?:\w+\s+)?(?:times?|terms?|periods?|months?|years?|days?|weeks?|hours?)\b|example|instance|now|life|him|her|them|each|both|all|additional|further|questioning|interrogation|investigation|trial)"
)
_NO_REASON_RU: Final = r"(?!\d|(?:од(?:ин|на|ну)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|последн\w+|перв\w+|втор\w+|прошл\w+|эт[оиу]\w*|сутки|день|дня|месяц\w*|год\w*|недел\w+|час\w*|решетк\w+|рубеж\w*|границ\w+|город\w*|исключени\w+|помощью|ним|ней|ними|них|его|ее|их|день)(?!\w))"
_REASON: Final = compile_lowered(
    rf"\b(?:for\s+{_NO_REASON}|because of\s|on suspicion of\s|due to\s|in connection with\s|over\s+(?:an?|the|his|her|their)\s)"
    + _END
    + rf"|(?<!\w)за\s+{_NO_REASON_RU}(?=[а-яё«])"
    + _END
)
# `They had launched a kite`, `who stood beside her with a poster` behind a penalty tell what it was for.
_BEFORE: Final = compile_lowered(
    r"(?<=[.;] )(?:(?!\b(?:said|stated|told|reported|complained|according|that|because)\b)[^.;“«])*?\bhad\s+(?:[a-z]+ly\s+|also\s+|all\s+|both\s+|been\s+)*(?!been|beaten|tortured|threatened|refused|served|received)[a-z]+(?:ed|en|ne|ld|ad|nt|od|ung|one|ade|ught)\b[^.;]*?(?=,\s+(?:but|and|while|was|were)\b|[.;]|$)"
    r"|,\s+(?:who|which|котор\w+)\s+(?:had\s+)?(?:also\s+)?(?:stood|held|came|walked|went|took\s+part|joined|shouted|carried|marched|stoo?d|вы(?:шел|шла|шли)|стоял\w*|держал\w*|пришел|пришла|пришли|провел\w*|участвовал\w*)\b[^,.;]*"
)
# `X, detained on October 22, …`: beside a name, with its day, it is no news.
_BESIDE_A_NAME: Final = compile_lowered(
    r",\s+(?:previously\s+|earlier\s+)?(?:detained|arrested|convicted|sentenced|dismissed|released)\s+(?:(?:back\s+)?(?:on|in|since|last)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|year|month|20\d\d)\b)[^.;,]*(?=,)"
    r"|,\s+(?:ранее\s+)?(?:задержанн|арестованн|осужд[её]нн|приговор[её]нн|уволенн|освобожд[её]нн)\w+\s+(?:(?:\d{1,2}\s+|в\s+|еще\s+в\s+)(?:январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр|20\d\d))[^.;,]*(?=,)"
)
_BESIDE_WORDS: Final = (
    ", detained ", ", arrested ", ", convicted ", ", sentenced ", ", dismissed ", ", released ", ", previously ", ", earlier ",
    ", задерж", ", арест", ", осужд", ", пригово", ", уволен", ", освобожд", ", ранее ",
)  # fmt: skip
# `The reason was a repost`, `Поводом послужил ролик`.
_GIVEN: Final = compile_lowered(
    r"(?<=[.;] )(?:the\s+)?(?:\w+\s+)?(?:reasons?|pretext|cause|grounds?|occasion)\s+(?:for\s+(?:this|that|it|the\s+\w+)\s+)?(?:was|were|is)\b[^.;]*"
    r"|(?<!\w)(?:поводом|причиной|основанием|предлогом)\s+(?:для\s+\w+\s+)?(?:стал\w*|послужил\w*|назва\w+|был\w*)[^.;]*"
)
_DETAINED: Final = ("detained", "задерж")
_FOR_THE_PAST: Final = (
    "arrest", "fine", "sentence", "convict", "warn", " had ", "earlier", "previous",
    "арест", "штраф", "приговор", "осужд", "предупре", "суток", "ранее",
)  # fmt: skip
_GIVEN_WORDS: Final = (
    "reason", "pretext", "cause", "ground", "occasion", "повод", "причин", "основани", "предлог",
)  # fmt: skip
# `Причина — выговор`: told so, a reason is none of what happened, whoever was punished or not.
_NAMED: Final = compile_lowered(
    r"(?<=[.;] )(?:the\s+)?(?:[\w-]+\s+)?(?:reasons?|pretext|grounds?|причина|основание|повод|предлог)(?:\s+\w+)?(?::|\s+[–—-])\s[^.;]*"
)
# `The court considered that she held a picket`: what somebody was punished for.
_CONSIDERED: Final = compile_lowered(
    r"(?<=[.;] )(?:the\s+)?(?:court|judge|суд|судья)\s+(?:considered|found|held|concluded|deemed|established|счел|счела|посчитал[аи]?|установил[аи]?|признал[аи]?)(?:\s+it)?(?:\s+(?:proven|established|доказанн\w+|установленн\w+))?,?\s+(?:that|что)\s[^.;]*"
)
_CONSIDERING: Final = ("court ", "judge ", "суд ", "судья ")
_PUNISHED: Final = compile_lowered(
    r"\barrest|\bfine|\bpunished|\bsentence|\bwarn|\bdetain|\bcharg|\bconvict|\bmcis?\b|\btenge|\bdays\b|\bdetention|арест|штраф|приговор|предупрежд|задерж|обвин|осужд|сут(?:ок|ки)|мрп|тенге"
)
_PARTICIPATION: Final = compile_lowered(
    r"\b(?:for|because of)\s+(?:(?:his|her|their|the)\s+)?(?:participat\w+|taking part)\b"
    + _END
    + r"|\bза\s+(?:\w+\s+)?участи\w+"
    + _END
)


def told(text: str, *, punished: bool) -> str:
    """Return the text with blanks for quotations and reasons; one not closed runs to the end."""
    if "“" in text or "«" in text or '"' in text:
        text = _QUOTED.sub(_shortened, text)
        text = _UNCLOSED.sub(_blank, text)
    if "(" in text:
        text = _BRACKETS.sub(_blank, text)
    if ". " in text or ": " in text:
        text = _LOOKING_BACK.sub(_unless_next, text)
    if "part" in text or "участи" in text:
        text = _PARTICIPATION.sub(_blank, text)
    if holds(text, _BESIDE_WORDS):
        text = _BESIDE_A_NAME.sub(_blank, text)
    if holds(text, _GIVEN_WORDS):
        text = _NAMED.sub(_blank, text)
    if not punished:
        return text
    if holds(text, _CONSIDERING):
        text = _CONSIDERED.sub(_blank, text)
    text = _REASON.sub(_unless_no_reason, text)
    if " had " in text or " who " in text or " котор" in text:
        text = _BEFORE.sub(_unless_detained, text)
    return _GIVEN.sub(_blank, text) if holds(text, _GIVEN_WORDS) else text


def is_spoken(text: str) -> bool:
    """Return whether somebody’s own words stand behind a colon: `Activist X: “…”`."""
    return ("“" in text or "«" in text) and _SPOKEN.search(text) is not None


# Full stops that end no sentence: `Court No. 2`, `ст. 405`.
# The engine looks for the full stop, which is rarer than any letter.
_SHORTENED: Final = compile_sought(
    r"(?:(?<=\b[чпг])|(?<=\b(?:no|st|ст|ул|им|пл|пр))|(?<=\b(?:art|тыс|млн|обл)))\.(?= )"
)
# Behind the number of an article its code takes ten words and tells one.
_OF_CODE: Final = re.compile(
    r"(?<=\d )of the (?:code of )?(?P<code>criminal|administrative)(?: offen[cs]es)?(?: code)?(?: of (?:the )?(?:republic of )?(?:kazakhstan|rk))?\b"
)

_CODES: Final = (" of the criminal code", " of the administrative ", " of the code of admin")


def in_short(text: str) -> str:
    """Return a text with blanks for what lengthens a sentence, or seems to end it, and tells nothing."""
    # Nor does one before a comma: `Aliyev B., convicted …`.
    if ".," in text:
        text = text.replace(".,", " ,")
    if ". " in text:
        text = _SHORTENED.sub(" ", text)
    if holds(text, _CODES):
        text = _OF_CODE.sub(lambda found: found["code"].ljust(len(found[0])), text)
    return text


def _unless_next(found: re.Match[str]) -> str:
    return found[0] if _NEXT.match(found[0]) else _blank(found)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _shortened(quoted: re.Match[str]) -> str:
    """Return a quotation as it stands if it is short, a term or the name of a law."""
    before = quoted.string[max(0, quoted.start() - 7) : quoted.start()].rstrip()
    if _SLOGAN.search(quoted.string, max(0, quoted.start() - _NEAR), quoted.start()):
        return _blank(quoted)
    named = before.endswith(("law", "закон", "bill", "decree"))
    # `«профилактическую беседу»` is what happened, `“Freedom to prisoners”` is a slogan.
    term = len(quoted[0]) < _TERM and " " in quoted[0]
    if (before.endswith(":") or _TOLD_BEHIND.match(quoted.string, quoted.end())) and (
        _OF_MYSELF.search(quoted[0])
    ):
        return quoted[0]
    if named or term or len(quoted[0]) < _SHORT:
        return quoted[0]
    if quoted[0][-2] in ".!?" and _NEW_SENTENCE.match(quoted.string, quoted.end()):
        return " " * (len(quoted[0]) - 1) + "."
    return _blank(quoted)


def _unless_detained(found: re.Match[str]) -> str:
    """Return nothing for a clause that tells why; `detained A, who went on a picket` tells what for now."""
    begin = found.string.rfind(". ", 0, found.start()) + 1
    before = found.string[begin : found.start()]
    now = holds(before, _DETAINED) and not holds(before, _FOR_THE_PAST)
    return found[0] if now else _blank(found)


def _unless_no_reason(found: re.Match[str]) -> str:
    """Return nothing for a reason; `came for a march` gives none."""
    begin = found.string.rfind(". ", 0, found.start()) + 1
    return _blank(found) if _PUNISHED.search(found.string, begin, found.start()) else found[0]
