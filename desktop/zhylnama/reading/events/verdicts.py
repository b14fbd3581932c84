"""Penalties and verdicts that are no new ones: what stands, is taken back, replaced or made shorter.

Text is in small letters.
"""

from __future__ import annotations

from typing import Final

from zhylnama.reading.patterns import compile_lowered, holds
from zhylnama.record.event import SanctionKind

VERDICT: Final = frozenset(("conviction", "imprisonment", "restriction-of-liberty"))
# A milder penalty in place of a prison term is no new conviction.
_REPLACED: Final = compile_lowered(
    r"\breplac\w+|\bcommut\w+|lesser\s+sentence|\binstead\s+of\s+(?:the\s+)?\d|\bchanged\s+the\s+(?:verdict|sentence)|\b(?:reduced|shortened|lowered|cut)\s+(?:[\w’'.-]+\s+){1,4}?(?:term|sentence)s?\b|\b(?:term|sentence)\b[^.;]{0,90}\b(?:was|were|been)\s+(?:reduced|shortened|lowered|cut)\b|\bзамен\w+\s+(?:наказани|неотбыт|срок|част)|\bзаменил\w*|\bзаменен\w*|\bвместо\s+(?:назначенн\w+\s+)?\d|\bсмягчил\w*|\b(?:снизил|сократил)\w*\s+(?:\w+\s+){0,4}?(?:срок|наказани)|\b(?:срок|наказани)\w*\s[^.;]{0,90}(?:снижен|сокращ[её]н|уменьшен)"
)
# A prison term in place of a milder punishment.
HARSHER: Final = compile_lowered(
    r"\b(?:increase|toughen|stiffen)\w*\s+(?:[\w’'.-]+\s+){1,4}?(?:punishment|sentence|penalty)\b|\bужесточил\w*\s+(?:наказани|приговор)|\bsuspended\s+(?:sentence|term)\b[^.;]{0,160}\breplaced\b[^.;]{0,60}\b(?:imprisonment|prison|colony)|\bусловн\w+\s+(?:срок|осуждени|наказани)[^.;]{0,120}\bзамен\w+[^.;]{0,60}\b(?:реальн|колони|лишени)|\breplaced\s+(?:the|his|her|their)\s+(?:[\w’-]+\s+){0,3}?suspended\s+(?:sentence|term)\b[^.;]{0,120}\b(?:imprisonment|prison|colony)|\brestriction\s+of\s+(?:liberty|freedom)\b[^.;]{0,160}\b(?:with|by|to)\s+(?:an?\s+)?(?:[\w.-]+\s+(?:and\s+an?\s+half\s+)?(?:years?|months?)\s+(?:of|in)\s+)?(?:a\s+)?(?:real\s+)?(?:imprisonment|prison|colony)|\bограничени\w+\s+свободы[^.;]{0,60}\bзамен\w+[^.;]{0,60}\bлишени\w+|\bограничени\w+\s+свободы?\s+(?:на\s+)?(?:(?:[\d,]+|[а-яё]+)\s+(?:с\s+половиной\s+)?(?:месяц\w*|год\w*|лет)\s+)?(?:реальн\w+\s+)?лишени\w+"
)
# A term of arrest that a court made shorter is no new one.
_REDUCED: Final = compile_lowered(
    r"\b(?:reduced|shortened|cut|mitigated)\s+(?:(?:the|his|her|their)\s+)?(?:term\s+of\s+)?(?:[\w’-]+\s+){0,3}?(?:arrest|detention)\b|(?<!\w)(?:снизил|сократил|уменьшил)\w*\s+(?:[\w-]+\s+){0,8}?(?:арест|срок\w*\s+арест)|\barrest\b[^.;]{0,120}\b(?:reduced|shortened|cut)\s+(?:it|the\s+term)\b|(?<!\w)арест\w*\s[^;]{0,120}?\s(?:снизил|сократил|уменьшил)\w*\s+(?:его|срок)(?!\w)"
)
# Nor is a fine that became smaller.
_REDUCED_FINE: Final = compile_lowered(
    r"\b(?:reduced|lowered|cut|mitigated|halved)\s+(?:(?:the|his|her|their)\s+)?(?:[\w’-]+\s+){0,3}?fine\b|(?<!\w)(?:снизил|сократил|уменьшил)\w*\s+(?:[\w-]+\s+){0,6}?штраф|\bfine\b[^.;]{0,120}\b(?:reduced|lowered|cut|halved)\s+(?:it|the\s+amount)\b|(?<!\w)штраф\w*,?\s(?:[^.;]{0,120}?\s)?(?:снизил|сократил|уменьшил)\w*\s+(?:его|сумму)(?!\w)|(?<!\w)штраф\w*,?\s(?:[^.;]{0,90}?\s)?(?:снижен|сокращ[её]н|уменьшен)\w?\s+(?:до\s|на\s|вдвое|втрое|наполовину)"
)
# The kinds that tell of a court at work.
_IN_COURT: Final = frozenset(("hearing", "ruling", "appeal"))
# Nor is what a court took back.
_TAKEN_BACK: Final = compile_lowered(
    r"\b(?:overturned|cancell?ed|annulled|quashed|lifted|revoked)\s+(?:the|his|her|their|a)\s+(?:[\w’-]+\s+){0,3}?(?P<kind>fine|arrest|warning)\b|(?<!\w)отменил\w*\s+(?:[\w-]+\s+){0,4}?(?P<kind2>штраф|арест|предупреждени)"
)
_BACK: Final = {
    "fine": "fine", "arrest": "administrative-arrest", "warning": "warning",
    "штраф": "fine", "арест": "administrative-arrest", "предупреждени": "warning",
}  # fmt: skip
# A fine in place of an arrest is new, though another arrest stands.
_REPLACED_BY: Final = compile_lowered(r"\breplac|\bcommut|\binstead\b|(?<!\w)(?:замен|вместо)")
# Whoever goes hungry for a doctor or a visit tells of the prison, and makes no demand.
_IN_PRISON: Final = compile_lowered(
    r"\b(?:demand\w*|requir\w+|ask\w*|seek\w*|insist\w*|wants?)\b[^.;]{0,80}\b(?:doctors?|surgeons?|dentists?|insulin|meetings?|visits?|medical|treatment|hospital\w*|medicines?|letters|parcels)\b|(?<!\w)(?:треб\w+|добива\w+|просит|хочет|жд[её]т|настаива\w+)[^.;]{0,80}(?:врач|хирург|стоматолог|терапевт|инсулин|свидани|встреч|лечени|медицинск|госпитал|лекарств|передач)"
)
_PRISON: Final = compile_lowered(
    r"\bprison|\bcolony|\bfacility\s+(?:no\.?\s*)?\d|\bdetention|\bjail|\bsizo\b|\bserving\b|\binstitution|\b[a-z]{1,3}-\d{2,3}/\d|колони|изолятор|сизо|тюрьм|учреждени|отбыва|спецприемник|осужд|[а-я]{1,3}-\d{2,3}/\d"
)
# A sentence that stands, or none: it is no new one either.
_STANDS: Final = compile_lowered(
    r"\bupheld\b|\bunchanged\b|\bin force\b|\bwithout (?:any )?changes?\b|\bstays\s+(?:as\s+it\s+(?:is|was)|in\s+place|the\s+same)\b|\brefused\s+to\s+(?:review|revise|reconsider|reopen)\b|\brecogni[sz]ed\s+as\s+lawful\b|\bfound\s+(?:to\s+be\s+)?lawful\b|без изменени|\bв силе\b|\bустоял\w*|\bотказал\w*\s+(?:в\s+пересмотре|пересм\w+)|\bпризна(?:л|н)\w*\s+законн"
)
_ACQUITTED: Final = compile_lowered(r"\bacquitted\b|\bоправда(?:л|н)")
# The first sentence tells of an appeal.
_APPEALED: Final = compile_lowered(
    r"(?:[^.;]|(?<=\b\w)\.|(?<!\b\w)\.(?! ))*?(?:\bappeal|\bappellate|\bupheld|\bcourt\s+(?:rejected|dismissed|refused)\s+(?:the\s+)?(?:\w+\s+)?complaints?\s+of|апелляц|обжал|жалоб)"
)


def correct(found: dict[str, None], text: str, penalties: list[SanctionKind]) -> None:
    """Take out verdicts that are none: another punishment for a term, a sentence that stands.

    `found`: the kinds of an event, which are changed; `penalties`: those that are new.
    """
    _correct_penalties(found, text, penalties)
    if "hunger-strike" in found and _IN_PRISON.search(text):
        found.pop("demand", None)
        if _PRISON.search(text):
            found["prison-conditions"] = None
    if VERDICT.isdisjoint(found):
        return
    if HARSHER.search(text):
        found.update(dict.fromkeys(("imprisonment", "ruling")))
        found.pop("conviction", None)
        found.pop("restriction-of-liberty", None)
    elif _REPLACED.search(text):
        found.pop("conviction", None)
        found.pop("imprisonment", None)
        if "appeal" in found:
            found["ruling"] = None
    elif _STANDS.search(text) or (
        # Of several defendants one may be acquitted and another sentenced.
        VERDICT.isdisjoint(penalties) and _ACQUITTED.search(text)
    ):
        for kind in VERDICT:
            found.pop(kind, None)


def _correct_penalties(found: dict[str, None], text: str, penalties: list[SanctionKind]) -> None:
    """Take out fines and arrests that are none: those of a court below, made smaller or taken back."""
    if "administrative-arrest" in found and "appeal" in found and _APPEALED.match(text):
        # What a court of appeal says of an arrest is no new one.
        del found["administrative-arrest"]
        found["ruling"] = None
    if "administrative-arrest" in found and _REDUCED.search(text):
        del found["administrative-arrest"]
        found.update(dict.fromkeys(("appeal", "ruling")))
    smaller = holds(text, ("fine", "штраф")) and _REDUCED_FINE.search(text) is not None
    if smaller and not _IN_COURT.isdisjoint(found):
        found.update(dict.fromkeys(("appeal", "ruling")))
    if "fine" in found and (
        smaller or ("appeal" in found and _STANDS.search(text) and not _REPLACED_BY.search(text))
    ):
        del found["fine"]
        # Under the Criminal Code a fine made it a conviction.
        if VERDICT.isdisjoint(penalties):
            found.pop("conviction", None)
        found.update(dict.fromkeys(("appeal", "ruling")))
    if "ruling" in found and not penalties and (back := _TAKEN_BACK.search(text)):
        found.pop(_BACK[back["kind"] or back["kind2"]], None)
