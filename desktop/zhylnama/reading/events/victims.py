"""Whom an event concerns by what surrounds a name, not by its verb: victims of others, the dead, applicants.

`fined for insulting officer X`, `his brother X, who was shot dead`; `refused the notification filed by X`.
"""

from __future__ import annotations

from typing import Final

from zhylnama.reading.events.word_order import is_mourned, is_struck
from zhylnama.reading.names.named import Group
from zhylnama.reading.patterns import compile_lowered, holds
from zhylnama.reading.penalties.deeds import KIN, KIN_RU

# What somebody is accused of or punished for having done to the one who is named next.
_HARMED: Final = compile_lowered(
    r"(?<!complaint )(?<!complaints )\b(?:of|for|with)\s+(?:the\s+|allegedly\s+)?(?:\w+ly\s+|fatal\s+)?(?:insulting|torturing|beating|assaulting|killing|murdering|murder\s+of|torture\s+of|beating\s+of|libell?ing|libel\s+(?:against|of)|insults?\s+(?:against|to|of)|violence\s+against|defamation\s+of|slandering|defaming|raping|stabbing|robbing)\s+(?:the\s+)?(?:[\w’-]+\s+){0,4}$"
    r"|(?<!\w)(?:за|в)\s+(?:оскорблени[еи]|пытк[иах]{1,2}|избиени[еи]|убийств[оеа]|клевет[уе]\s+на)\s+(?:[\dа-яё-]+\s+){0,4}$"
)
# `refused the notifications submitted by X`.
_REFUSED_OF: Final = compile_lowered(
    r"\b(?:refus\w+|reject\w+|denied|denial|return\w*|turned\s+down|did\s+not\s+\w+)\b[^.;]{0,90}\b(?:applications?|notifications?|notices?|requests?|petitions?)\s+(?:(?:which\s+were\s+|that\s+was\s+)?(?:submitted|filed|lodged|made|sent)\s+by|of)\s+(?:the\s+)?(?:[\w’#-]+,?\s+){0,6}#?$"
    r"|\b(?:did\s+not\s+(?:agree|consent|permit|allow|approve|authori[sz]e)|refus\w+|reject\w+|banned|forbade|turned\s+down)\b[^.;]{0,90}\b(?:march|rally|picket|assembly|protest|procession|demonstration|meeting)\b[^.;]{0,40}\s(?:announced|planned|requested|organi[sz]ed|applied\s+for|notified|declared)\s+by\s+(?:the\s+)?(?:[\w’#-]+,?\s+){0,6}#?$"
    r"|(?<!\w)(?:не\s+(?:согласовал|разрешил|допустил)|отказ|отклон|запрет)\w*[^.;]{0,200}\s(?:заявленн|объявленн|запланированн|анонсированн)\w+\s+(?:[а-яё-]+\s+){0,4}#?$"
    r"|(?<!\w)(?:отказ|отклон)\w*[^.;]{0,200}\sподанн\w+\s+(?:[а-яё-]+\s+){0,4}#?$"
)
_SUBMITTED: Final = (" by ", " of ", "поданн", "заявленн", "объявленн", "запланиро", "анонсиро")
# `A, B and C: Police detained …`.
_HEADS: Final = compile_lowered(
    r"\s*:\s+(?:the\s+)?(?:police\w*|officers|court|полиция|полицейские|суд)\s+(?:\w+\s+)?(?:detained|arrested|fined|searched|questioned|beat|sentenced|задержал|арестовал|оштрафовал|избил|обыскал)"
)
_HARMED_WORDS: Final = (
    "ing ", "libel", "insult", "violence", "defamation", "murder", "tortur", "beating", "оскорблени", "пытк", "избиени", "убийств", "клевет",
)  # fmt: skip
# The article on driving somebody to suicide concerns those who did it.
_ON_SUICIDE: Final = compile_lowered(r"(?:article|стать[а-яё]+|ст\.)\s*105\b")
_SUICIDE: Final = compile_lowered(r"[^.;]{0,60}(?:suicide|самоубий|покончи)")
_OF_KIN: Final = compile_lowered(
    rf"(?:\b(?:{KIN}|family|death|killing|murder|case)|(?<!\w)(?:{KIN_RU}|семь\w+|делу))\s+(?:of\s+)?(?:the\s+)?(?:[\w’-]+\s+){{0,3}}$"
)
_DEAD: Final = compile_lowered(
    r"\s*,?\s*(?:who\s+)?(?:had\s+|has\s+)?(?:(?:was|were|been)\s+)?(?:shot|killed|murdered|tortured\s+to\s+death|died)\b"
    r"|\s*,?\s*(?:котор\w+\s+)?(?:был[аи]?\s+)?(?:застрел|убит|погиб|умер|скончал)"
)
# `victims A and B came to the court`: those whom the article concerns are others.
_VICTIMS: Final = compile_lowered(
    r"(?:\bvictims?|(?<!\w)(?:потерпевш|пострадавш)\w+(?:\s+(?:по\s+(?:этому\s+)?делу\s+)?признан\w?)?),?\s+$"
)
_ARTICLE: Final = compile_lowered(r"\b(?:article|art\.)\s*\d|(?<!\w)(?:стать[а-яё]+|ст\.)\s*\d")
# The article on torture concerns those who beat somebody.
_ON_TORTURE: Final = compile_lowered(r"(?:article|стать[а-яё]+|ст\.)\s*146\b")
_TORTURED: Final = compile_lowered(
    r"\s*(?:,[^.;]{0,60},)?\s*(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:beaten|tortured|raped|strangled)\b|\s+(?:был[аи]?\s+)?(?:избит|избил|пытал)"
)
# `an evening in memory of the poet A`
_IN_MEMORY: Final = compile_lowered(
    r"\bmemorial\s+(?:evening|service|event|rally|march|dinner|prayer|concert|meeting)s?\s+(?:(?:was|were)\s+held\s+|took\s+place\s+)?(?:in\s+[\w-]+\s+)?(?:for|to|of)\s+(?:the\s+)?(?:[\w’-]+\s+){0,5}$|\bin\s+(?:memory|honou?r)\s+of\s+(?:the\s+)?(?:[\w’-]+\s+){0,5}$|\b(?:graves?|tomb)\s+of\s+(?:the\s+)?(?:[\w’-]+\s+){0,5}$|(?<!\w)(?:памяти|в\s+честь|(?:на|у|к|возле)\s+могил[аыуе]?)\s+(?:[а-яё-]+\s+){0,4}$"
)
_MEMORY: Final = (
    "memorial ",
    "memory of",
    "honor of",
    "honour of",
    "памяти",
    "честь",
    "могил",
    "grave",
    "tomb",
)
_VICTIM_WORDS: Final = ("victim", "потерпев", "пострада")
_DEAD_WORDS: Final = ("shot", "kill", "murder", "died", "tortured", "застрел", "убит", "погиб", "умер", "сконч")  # fmt: skip


def is_victim(text: str, group: Group) -> bool:
    """Return whether others harmed those of a list, in a text in small letters, or kin mourn them."""
    before = text[max(0, group.start - 90) : group.start]
    if holds(before, _HARMED_WORDS) and _HARMED.search(before):
        return True
    if (holds(before, _MEMORY) and _IN_MEMORY.search(before)) or is_mourned(before):
        return True
    if holds(before, _VICTIM_WORDS) and _VICTIMS.search(before) and _ARTICLE.search(text):
        return True
    if "146" in text and _ON_TORTURE.search(text) and _TORTURED.match(text, group.end):
        return True
    if "105" in text and _ON_SUICIDE.search(text):
        return _SUICIDE.match(text, group.end) is not None
    after = text[group.end : group.end + 60]
    return (
        holds(after, _DEAD_WORDS)
        and _DEAD.match(after) is not None
        and _OF_KIN.search(before) is not None
    )


def is_refused(text: str, group: Group) -> bool:
    """Return whether what those of a list applied for was refused, or they head what was done to them."""
    if _HEADS.match(text, group.end) or _is_told_no(text, group) or is_struck(text, group):
        return True
    begin = max(0, group.start - 260)
    return (
        holds(text[max(0, group.start - 110) : group.start], _SUBMITTED)
        and _REFUSED_OF.search(text, begin, group.start) is not None
    )


# `the akimat told X that her picket is impossible`: that refuses it.
_ANSWERED: Final = compile_lowered(
    r"\b(?:akimat|administration|authorities|department)\b[^.;]{0,60}\b(?:told|informed|notified|answered|wrote\s+to|replied\s+to)\s+(?:[\w’-]+\s+){0,4}$"
    r"|(?<!\w)(?:акимат|администраци|управлени|отдел)[а-яё]*\s[^.;]{0,60}(?:сообщил|ответил|уведомил|известил|написал|объяснил)[аио]?\s+(?:[а-яё-]+\s+){0,4}$"
)
_IMPOSSIBLE: Final = compile_lowered(
    r",?\s+(?:that|что)\s[^.;]{0,40}\b(?:picket|rally|march|assembly|protest|пикет|митинг|марш|шестви|собрани|акци)[^.;]{0,60}(?:\bimpossible|\binadmissible|\bcannot|\bcould\s+not|\bmay\s+not|невозмож|нельзя|не\s+мо[гж]|недопустим|нецелесообраз)"
)


def _is_told_no(text: str, group: Group) -> bool:
    """Return whether an office tells those of a list that their assembly is impossible."""
    after = text[group.end : group.end + 6]
    return (
        (" that" in after or " что" in after)
        and _IMPOSSIBLE.match(text, group.end) is not None
        and _ANSWERED.search(text[max(0, group.start - 110) : group.start]) is not None
    )


# A witness in a case of others, whom its article does not concern; but one “with the right to defence” is suspected.
_WITNESS: Final = compile_lowered(
    r"[^.;]{0,80}?(?:\bas\s+an?\s+witness\b|в\s+качестве\s+свидетел)(?![^.;]{0,30}(?:right|прав))[^.;]{0,160}?(?:\barticles?\s+\d|\bart\.\s*\d|стать\w+\s+\d|ст\.\s*\d)"
)


def is_witness(text: str, group: Group) -> bool:
    """Return whether those of a list are heard in the case of others, whose article is named."""
    return ("witness" in text or "свидетел" in text) and _WITNESS.match(text, group.end) is not None
