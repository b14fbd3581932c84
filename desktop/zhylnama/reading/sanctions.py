"""Penalties that a paragraph states: what kind, how long, how much; not yet whose.

`15 days of arrest`, `arrested for 15 days`, `fined 145,850 tenge`, `a five-year ban on …`, `15 суток
ареста`, `штраф в размере 50 МРП`. What a prosecutor asks for, or what somebody faces, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from zhylnama.reading.cues import SENTENCE
from zhylnama.reading.patterns import compile_lowered, lowered, lowered_pattern, needed
from zhylnama.reading.sieve import Sieve
from zhylnama.record.event import SanctionKind

_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-five": 25, "thirty": 30, "half a": 0.5,
    "a": 1, "an": 1, "one and a half": 1.5, "two and a half": 2.5,
    "один": 1, "одного": 1, "два": 2, "двух": 2, "две": 2, "три": 3, "трех": 3, "трёх": 3, "четыре": 4, "четырех": 4, "четырёх": 4, "пять": 5, "пяти": 5,
    "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "десять": 10, "десяти": 10, "пятнадцать": 15, "двадцать": 20, "полтора": 1.5,
    "полутора": 1.5, "пятнадцати": 15, "двадцати": 20, "полугода": 0.5, "одному": 1, "одной": 1, "одну": 1, "двум": 2, "двумя": 2, "трем": 3, "трём": 3, "тремя": 3,
    "четырем": 4, "четырём": 4, "пятью": 5, "шестью": 6, "семью": 7, "девяти": 9, "десятью": 10, "двенадцать": 12, "двенадцати": 12, "тринадцать": 13,
    "четырнадцать": 14, "восемнадцать": 18, "восемнадцати": 18, "двадцать пять": 25, "двадцати пяти": 25, "тридцать": 30, "тридцати": 30,
}  # fmt: skip
_NUM: Final = (
    r"(?<![^\W_])(?:(?!(?:19|20)\d\d(?!\d))\d{1,5}(?:[.,]\d+)?(?!\d)|"
    + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)).replace("\\ ", r"\s")
    + r")"
)
_UNIT: Final = r"(?:days?|months?|years?|hours?|суточн\w{2,3}|сут(?:ки|ок|кам|ками)|дн(?:я|ей|ям)|день|месяц(?:а|ев|ам|у|ем)?|мес\.|год(?:а|у|ам|ом|ами)?|лет|час(?:а|ов|ам|у)?)"
_ONE: Final = rf"{_NUM}\s*(?:-\s*)?(?:\(\w+\)\s*)?(?:calendar\s+|more\s+)?{_UNIT}(?![^\W\d_])[’']?"
# What stands between two words of one sentence: the full stop of an initial or of `ст.` ends none.
_WITHIN: Final = r"(?:[^.;]|(?<=\b[^\W\d_])\.|(?<=\bст)\.|(?<=\bart)\.)"
LENGTH: Final = rf"{_ONE}(?:\s*(?:,|and|и)?\s*{_ONE})?"
_LENGTH = compile_lowered(
    rf"(?P<n>{_NUM})\s*(?:-\s*)?(?:\(\w+\)\s*)?(?:calendar\s+|more\s+)?(?P<u>{_UNIT})(?![^\W\d_])"
)
_OF: Final = r"\s*(?:of\s+|in\s+|under\s+|on\s+|,\s*under\s+)?(?:an?\s+|the\s+)?"
_MONEY: Final = r"(?P<amount>(?<!\d)(?:\d{1,3}\s(?:тысяч[аи]?|thousand)\s\d{1,3}(?=\s+т)|\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+(?!\d)|\d+(?:[.,]\d+)?))(?:\s*(?P<scale>thousand|million|тыс\.|тысяч[аи]?|млн\.?|миллион\w*))?\s*(?:\([^)]{1,60}\)\s*)?(?P<currency>tenges?|KZT|₸|тг\.?|тенге|MCIs?|MCI|monthly\s+calculation\s+ind(?:ex(?:es)?|ices)|МРП|месячн\w+\s+расч[её]тн\w+\s+показател\w+|АЕК)(?![^\W\d_])"
# What no penalty reaches; a number beyond it is an error of the report.
LONGEST: Final = 10_000
HIGHEST: Final = 1e12
_ADMIN: Final = r"(?:administrative\s+|административн\w+\s+)?"


@dataclass(frozen=True, slots=True)
class Penalty:
    """One penalty as written, at `start` to `end` of the text."""

    kind: SanctionKind
    start: int
    end: int
    days: int | None = None
    months: int | None = None
    hours: int | None = None
    amount: float | None = None
    currency: str | None = None
    detail: str | None = None
    lengths: tuple[str, ...] = ()
    doubt: str | None = None
    former: bool = False  # what a penalty was before it was changed


# A kind, its pattern, and of which strings a text must hold one each, as bits of the sieve.
_Rule = tuple[SanctionKind, re.Pattern[str], tuple[int, ...]]
_SIEVE: Final = Sieve()
# Without one of these in the text, in lower case, no rule of the kind can fit: most paragraphs need
# no pattern at all.
_NEEDS: Final[dict[SanctionKind, tuple[str, ...]]] = {
    "restriction-of-liberty": ("restric", "restrain", "limit", "ограничени"),
    "forced-labour": ("labo", "service", "work", "работ", "труд"),
    "ban": ("ban", "prohibit", "depriv", "forb", "barred", "запре", "лишени"),
    "imprisonment": (
        "prison", "jail", "colony", "depriv", "bars", "correctional", "penal", "sentenc", "convict", "unserved", "remaining",
        "лишени", "suspended", "conditional", "условн", "колони", "тюр", "осужд", "приговор", "получил", "неотбыт", "посажен",
    ),
    "custody": ("custody", "detention", "remand", "arrest", "страж", "сизо", "изолятор", "арест", "содержани"),
    "arrest": ("arrest", "detention", "detained", "custody", "jail", "sentenc", "given", "received", "got", "арест", "админ", "сут"),
    "fine": ("fine", "penalty", "штраф", "pay", "платить", "mci", "мрп", "tenge", "тенге"),
    "warning": ("warn", "предупрежд"),
}  # fmt: skip

_NEEDED: Final = {kind: _SIEVE.any_of(words) for kind, words in _NEEDS.items()}


def _rule(kind: SanctionKind, pattern: str) -> _Rule:
    sets = needed(lowered_pattern(pattern))
    return kind, compile_lowered(pattern), tuple(map(_SIEVE.any_of, sets))


_MONTHS: Final = rf"{_NUM}[\s-]*(?:more\s+)?(?:months?|месяц(?:а|ев)?)"
# The numbers of a list whose unit stands once: `arrested for 7, 10 and 15 days`.
_BARE: Final = r"(?:\d{1,2}\s*(?:,\s+(?:and\s+|и\s+)?|\s(?:and|и)\s+)){0,6}"
# What follows a length that belongs to the next penalty: `свободы, 100 часам принудительного труда`.
_NOT_OTHER: Final = r"(?!\s*(?:of\s+)?(?:forced|community|compulsory|arrest|imprison|принудит|обществ|исправит|обязат|ареста))"
_SEVERAL: Final = rf"(?P<len>{LENGTH}(?:\s*(?:,|and|,\s*and|и)\s*{LENGTH})*)"
_RIGHT: Final = r"(?P<detail>[^.;:\[\]]{3,160})?"
_PRISON: Final = (
    r"(?:imprisonment|in\s+(?:a\s+)?(?:prison|jail|colony|(?:general|strict|medium|minimum|maximum)[\s-]\w+\s+\w+)|deprivation\s+of\s+(?:liberty|freedom)|prison(?:\s+term|\s+sentence)?|behind\s+bars|"
    r"in\s+(?:a\s+)?(?:penal|correctional)\s+\w+|лишени(?:я|е|ю|ем)\s+свободы|колонии|тюрьмы|тюремного\s+(?:срока|заключения))"
)
_RESTRICT: Final = r"(?:(?:restrictions?|restraints?|limitations?)\s+of\s+(?:liberty|freedom)|restricted\s+(?:liberty|freedom)|limited\s+(?:liberty|freedom)|ограничени(?:я|е|ю|ем)\s+свободы)"
_BAN: Final = r"(?:ban(?:ned)?|prohibition|deprivation\s+of\s+the\s+right|deprived\s+of\s+the\s+right|запрет\w*|лишени[яею]\s+права)"
_LABOUR: Final = r"(?:(?:forced|compulsory|community|correctional|corrective|mandatory)\s+(?:labou?r|service|works?)|public\s+works?|community\s+work|(?:общественн|принудительн|исправительн|обязательн)\w+\s+(?:работ\w*|труд\w*))"

# In order: an earlier rule takes its words from the later ones.
_RULES: Final[tuple[_Rule, ...]] = (
    _rule("restriction-of-liberty", rf"(?:replac\w+|commut\w+)\b[^.;]{{0,200}}?(?P<len>{LENGTH})(?!\s*(?:of|in)\s)[^.;\d]{{0,40}}?\b(?:with|by|to|into)\s+(?:a\s+)?(?P<core>{_RESTRICT})(?!\s*(?:for|of|on)?\s*{LENGTH})"),
    _rule("restriction-of-liberty", rf"замен\w+\s[^.;]{{0,200}}?(?P<len>{LENGTH})(?!\s*(?:лишени|арест))[^.;\d]{{0,40}}?(?P<core>ограничением\s+свободы)(?!\s*(?:на)?\s*{LENGTH})"),
    _rule("restriction-of-liberty", rf"{_SEVERAL}{_OF}{_RESTRICT}"),
    _rule("restriction-of-liberty", rf"{_RESTRICT}\s*(?:for|on|with|на|сроком\s+на|сроком|,|-|–|\(|term\s+of|a\s+term\s+of)?\s*(?:a\s+(?:term|period)\s+of\s+|срок\s+)?{_BARE}{_SEVERAL}{_NOT_OTHER}"),
    _rule("forced-labour", rf"{_SEVERAL}{_OF}{_LABOUR}"),
    _rule("forced-labour", rf"{_LABOUR}\s*(?:for|на|сроком\s+на|,|-|–|\()?\s*{_SEVERAL}"),
    _rule("ban", rf"(?P<len>{LENGTH}){_OF}(?:{_BAN})(?:\s+(?:on|to|from|of|на|в)\s+{_RIGHT})?"),
    _rule("ban", rf"(?:{_BAN})\s+(?:on|to|from|of|на|в)?\s*(?P<detail>[^.;:\[\]]{{3,160}}?)\s+(?:for|на|сроком\s+на)\s+(?:a\s+(?:period|term)\s+of\s+|срок\s+)?(?P<len>{LENGTH})"),
    _rule("ban", rf"(?:prohibited|barred|forbade|forbidden|запретил\w*|запрещено)\s+(?:(?:him|her|them|ему|ей|им)\s+)?(?:from\s+|to\s+)?(?P<detail>[^.;:\[\]]{{3,160}}?)\s+(?:for|на|сроком\s+на)\s+(?:a\s+(?:period|term)\s+of\s+|срок\s+)?(?P<len>{LENGTH})"),
    _rule("ban", rf"(?:{_BAN})\s*(?:for|на|сроком\s+на)\s+(?P<len>{LENGTH})(?:\s+(?:from|to|on|на)\s+{_RIGHT})?"),
    _rule("ban", r"(?:and|и|,|with|с)\s+(?:a\s+)?(?:prohibition|ban|запрет\w*)\s+(?:to|on|from|of|на)\s+(?P<detail>[^.;,:\[\]]{3,140})"),
    _rule("ban", r"forbidding\s+(?P<detail>[^.;:\[\]]{3,120}?)(?=\s+was\b|[.;,])"),
    _rule("imprisonment", rf"{_SEVERAL}{_OF}{_PRISON}"),
    _rule("imprisonment", rf"{_PRISON}\s*(?:for|of|на|сроком\s+на|сроком|,|-|–|\()?\s*(?:a\s+(?:term|period)\s+of\s+|срок\s+)?{_BARE}{_SEVERAL}"),
    _rule("imprisonment", r"(?:unserved|remaining)\s+(?:portion|part|term)\s+of\s+the\s+(?:prison\s+)?(?:term|sentence)|неотбыт\w+\s+(?:част\w+|срок\w*)\s+(?:наказания|лишения\s+свободы)?"),
    _rule("imprisonment", rf"serv\w+\s+(?:a|an|his|her)\s+(?P<len>{_NUM}[\s-]*years?)\s+(?:prison\s+)?(?:sentence|term)|(?:reduc\w+|сократил\w*|снизил\w*)\s+(?:the\s+|his\s+|her\s+)?(?:term|sentence|срок)\s+(?:to|до)\s+(?P<len2>{_NUM}\s*(?:years?|лет|года?))"),
    _rule("imprisonment", rf"(?:suspended|conditional|probationary)\s+(?:(?:prison|jail)\s+)?(?:sentence|term)\s+of\s+(?P<len>{LENGTH})|(?P<len2>{LENGTH})\s+(?:of\s+)?(?:a\s+)?(?:suspended|conditional)\s+(?:(?:prison|jail)\s+)?(?:sentence|term|imprisonment)|(?P<len3>{LENGTH})\s+(?:suspended|conditionally|условно|условного\s+срока)\b"),
    _rule("imprisonment", rf"imprisoned\s+(?:in\s+\w+\s+)?for\s+{_SEVERAL}|посажен\w*\s+на\s+(?P<len2>{LENGTH})|jailed\s+for\s+(?P<len3>{LENGTH})"),
    _rule("custody", rf"(?:(?:placed|taken|sent|put|left|(?<!was\s)(?<!were\s)(?<!been\s)kept)\s+(?:in|into|to)\s+(?:custody|(?:a\s+|the\s+)?pre-?trial\s+detention)(?!\s+(?:facility|cent(?:er|re)),\s+(?:is|was|has|had|went|said)\b)|remanded(?:\s+in\s+custody)?|placed\s+in\s+(?:a\s+)?detention(?:\s+cent(?:er|re)|\s+facility)|заключ[её]н\w*\s+под\s+стражу|взят\w*\s+под\s+стражу|помещ[её]н\w*\s+(?:в\s+(?:СИЗО|следственн\w+\s+изолятор)|под\s+стражу)|водвор[её]н\w*\s+в\s+СИЗО)(?:\s+cent(?:er|re)|\s+facility)?\s*(?:for|на|сроком\s+на)?\s*(?:a\s+(?:term|period)\s+of\s+)?(?P<len>{LENGTH})?"),
    _rule("custody", rf"\bleft\s+[^.;,\d]{{3,70}}?\s+in\s+custody(?:\s+for\s+(?:another\s+)?(?P<len>{LENGTH}))?|\bheld\s+in\s+(?:a\s+|the\s+)?pre-?trial\s+detention|\bдержат\s+под\s+стражей|\bсодержался\s+под\s+стражей|\bсодержалась\s+под\s+стражей"),
    _rule("custody", rf"(?:pre-?trial\s+detention|custody|под\s+стражу|содержани\w+\s+под\s+стражей)\s+(?:(?:of\s+)?[^;,.\d]{{2,50}}\s+)?(?:for|на|сроком\s+на)\s+(?P<len>{LENGTH})"),
    _rule("custody", rf"(?:custody|detention|arrest)\s+(?:of\s+(?:(?!,){_WITHIN}){{2,50}}?\s+)?(?:(?:was|has\s+been)\s+)?(?:extended|prolonged)\s+(?:by|for)\s+(?:another\s+)?(?P<len>{_MONTHS})|(?:extended|prolonged)\s+[^;,.\d]{{0,40}}?(?:custody|detention|arrest)\s+(?:of\s+(?:(?!,){_WITHIN}){{2,50}}?\s+)?(?:by|for)\s+(?:another\s+)?(?P<len2>{_MONTHS})"),
    _rule("custody", rf"продл\w+\s+(?:(?![,\d]){_WITHIN}){{0,80}}?(?:арест\w*|стражей|содержания|пресечения)\s+(?:(?!\d){_WITHIN}){{0,140}}?(?:ещ[её]\s+)?на\s+(?:ещ[её]\s+)?(?P<len>{_MONTHS})|(?:арест\w*|стражей|содержания|пресечения)\s+(?:(?![,\d]){_WITHIN}){{0,60}}?продл[её]н\w*\s+(?:ещ[её]\s+)?на\s+(?:ещ[её]\s+)?(?P<len2>{_MONTHS})"),
    _rule("custody", rf"(?:arrest(?:ed)?|арестован\w*|арест\w*)\s+(?:of\s+[^;,]{{2,50}}?\s+|[\w.]+\s+){{0,2}}(?:by|for|на|сроком\s+на)\s+(?:another\s+|ещ[её]\s+)?(?P<len>{_MONTHS})"),
    _rule("custody", rf"(?P<len>{_MONTHS})\s*(?:of\s+|in\s+)?(?:the\s+|a\s+)?(?:arrest|custody|pre-?trial\s+detention|detention\s+(?:facility|cent(?:er|re))|ареста|содержания\s+под\s+стражей|в\s+сизо|под\s+стражей)"),
    _rule("arrest", rf"(?:reduc\w+|сократил\w*|снизил\w*)\s+(?:the\s+)?(?:(?:arrest|арест)\s+(?:of\s+)?(?:(?![,\d]){_WITHIN}){{2,60}}?|(?:(?![,\d]){_WITHIN}){{2,60}}?[’']s\s+arrest)\s+(?:(?:from|с)\s+\d+\s+(?:days\s+)?)?(?:to|до)\s+(?P<len>{_ONE})|(?:arrest\s+of|арест\w*)\s+(?:(?![,()\d]){_WITHIN}){{3,60}}?\s*\((?P<len2>{_ONE})\)"),
    _rule("arrest", rf"arrested\s+for\s+(?:another|ещ[её])\s+(?P<len>{_ONE})"),
    _rule("arrest", rf"(?P<len>{_NUM}[\s-]*суточн\w+)\s+{_ADMIN}арест\w*"),
    _rule("arrest", rf"(?<=\w[.\s])\s?[–—-]\s+(?:по\s+|на\s+)?(?P<len>{_NUM}\s*(?:сут(?:ки|ок)|days))(?=\s*(?:[.,;(]|$|и\s|а\s|за\s|по\s|кажд|each|and\s|for\s))"),
    _rule("arrest", rf",\s*(?P<listed>)(?P<core>(?P<len>{_NUM}\s*(?:сут(?:ки|ок)|days)))(?=\s*(?:[.,;(]|$|for\s|за\s))"),
    _rule("arrest", rf"(?:наказал\w*|наказан\w*)\s+(?P<len>{_NUM}\s*сутками)\s+ареста"),
    _rule("arrest", rf"{_SEVERAL}{_OF}{_ADMIN}(?:arrest|detention|custody|jail|ареста|административки)"),
    _rule("arrest", rf"{_ADMIN}(?:arrest(?:ed)?|арестован\w*|арестовал\w*|аресту?|арестом|detention|detained\s+administratively|ареста)\s*(?:,|-|–|\(|by\s+\w+\s+court\s+)?\s*(?:for|of|to|on|на|сроком\s+на|сроком)?\s*(?:a\s+(?:term|period)\s+of\s+|(?:the\s+)?terms?\s+of\s+|срок\s+)?{_BARE}{_SEVERAL}"),
    _rule("arrest", rf"на\s+{_BARE}{_SEVERAL}\s+(?:был[аи]?\s+)?арестован[аы]?"),
    _rule("arrest", rf"(?:arrested|арестовал\w*|арестовали)\s+[^.;,\d](?:(?!\d){_WITHIN}){{1,80}}?\s+(?:for|на|сроком\s+на)\s+{_SEVERAL}"),
    _rule("arrest", rf"(?:sentenced|given|received|got|приговор\w+|получил\w*|дал[аи]?|назначил\w*|осужд[её]н\w*)\s+(?:\w+\s+){{0,2}}?(?:to\s+|к\s+|на\s+)?(?P<len>{_NUM}\s*(?:days?|сут(?:ки|ок|кам))(?:\s*(?:,|and|и)\s*{_NUM}\s*(?:days?|сут(?:ки|ок|кам)))*)"),
    _rule("fine", rf"(?:fined|fines?|оштрафован\w*|оштрафовал\w*|штраф\w*|penalty)\b{_WITHIN}{{0,140}}?{_MONEY}(?:\s*(?:and|и|,|,\s*and)\s*(?P<amount2>\d[\d\s.,]*\d|\d)\s*(?P<currency2>tenges?|KZT|тенге|MCIs?|МРП))?"),
    _rule("fine", rf"{_MONEY.replace('<amount>', '<amount>').replace('<currency>', '<currency>')}\s*(?:administrative\s+)?(?:fines?|штраф\w*)"),
    _rule("fine", r"(?:was|were|been|also|and)\s+fined\b|\bfined\b(?=\s*(?:under|for|,|\.|by|$))|(?:was|were)\s+(?:given|issued|imposed)\s+(?:an?\s+)?(?:administrative\s+)?fine|оштрафован\w*|received\s+(?:an?\s+)?(?:administrative\s+)?fines?|подвергнут\w*\s+штрафу|наказан\w*\s+штрафом"),
    _rule("fine", rf",\s*(?P<listed>)(?P<core>{_MONEY})(?=\s*(?:[.,;(]|$|for\s|за\s))"),
    _rule("fine", r"(?:pay|заплатить|уплатить|выплатить)\s+(?:the\s+state\s+)?(?P<amount>\d+)\s*(?P<currency>MCIs?|МРП|АЕК)\b"),
    _rule("fine", r"\b(?:pay|paying|payment\s+of)\s+(?:(?:the|a|an|his|her|their)\s+)?fines?\b|(?:платить|оплат\w+|уплат\w+|выплат\w+|уплачив\w+|выплачив\w+)\s+штраф"),
    _rule("warning", r"(?:\b(?:article|art\.?)|стать\w+|ст\.)[^.;]{0,140}?,\s*(?P<core>(?:an?\s+)?(?:official\s+|официальное\s+)?[“\"«]?(?:warning|предупреждение)[”\"»]?)(?=\s*(?:[.;,]|$|for\b|за\b|and\b|и\b))"),
    _rule("warning", r"(?<=\w[.\s])\s?[–—-]\s+(?P<core>(?:an?\s+)?(?:official\s+|официальное\s+)?(?:warning|предупреждение))(?=\s*(?:[.;,]|$))"),
    _rule("warning", r"(?<=\w\s)(?:and|и)\s+(?P<core>(?:an?\s+)?(?:official\s+|официальное\s+)?(?:warning|предупреждение))(?=\s*(?:,?\s*(?:respectively|соответственно)|[.;,]|$))"),
    _rule("warning", r"(?:given|received|got|issued|gave|sentenced\s+to|punished\s+with|imposed|with|получил\w*|вынес\w*|объявл\w*|вынесено|вынесли|ограничил\w*)\s+(?:\w+\s+){0,3}?(?:an?\s+)?(?:official\s+|administrative\s+|written\s+|официальн\w+\s+)?[“\"«‘']?(?:warnings?|предупреждени[еяй])(?!\s+(?:about|that|letter))|(?:RK|Казахстан|РК|КоАП|Kazakhstan|Offen[cs]es),\s*[“\"«]?(?:warning|предупреждение)\b|\bwas\s+warned\s+under"),
    _rule("imprisonment", rf"(?:sentenced|convicted|осужд[её]н\w*|осудил\w*|приговор\w+|получил\w*|sentencing)\s+(?:\w+\s+){{0,3}}?(?:to\s+|к\s+|на\s+|for\s+)?(?P<len>{_NUM}\s*(?:-\s*)?(?:years?|лет|год(?:а|ам)?|months?|месяц\w*)(?:\s*(?:and|и)\s*{_NUM}\s*(?:months?|месяц\w*))?)(?!\s*(?:of\s+)?(?:probation|ago|old|назад|условно))"),
)  # fmt: skip
_NOT_GIVEN = compile_lowered(
    r"(?<!\w)(?:(?:may|might|could|can|would|will|shall)\s+(?:be|face|get)|face[sd]?|facing|up\s+to|threaten\w*|requested|requests?|asked\s+(?:the\s+court\s+)?(?:for|to)|demand(?:s|ed)?|seeks?|sought|punishable|"
    r"provides?\s+for|carries|maximum|not(?:\s+been)?|never(?:\s+been)?|without|proposed?|риску\w+|грозит|грозят|до|может|могут|запросил\w*|запрашива\w+|(?:по)?прос\w+|требу\w+|(?:по)?требова\w+|предусматрива\w+|без|не)\s+(?:[\w’-]+\s+){0,4}?[“«\"]?$"
)
# What a prosecutor asks for, however far from the verb it stands.
_ASKED = compile_lowered(
    r"(?:prosecut\w+|прокурор\w*|гособвин\w+|обвинени[ея])\s[^.;]{0,80}?(?:ask|request|demand|seek|sought|propos|recommend|insist|треб|прос|предлож|настаив|запр[ао][сш])\w*(?:(?!(?:court|judge|суд|судья)\s+(?:sentenced|fined|imposed|gave|приговорил|назначил|осудил|оштрафовал)|(?:was|were)\s+(?:sentenced|fined|convicted)|приговор[её]н|осужд[её]н)[^.;]){0,90}$"
)
# What a law may bring, or how many were fined in all.
_NEITHER = compile_lowered(r"\bneither\s[^.;]{1,120}\snor\s[^.;]{1,60}$")
_IN_GENERAL = compile_lowered(
    r"(?:amendments?|bill\b|draft\s+law|поправк\w+|законопроект\w*|предложил\w*\s+(?:ввести|повысить|ужесточить)|(?:raise|increase|introduce)\w*\s+(?:the\s+|a\s+)?$)[^.;]{0,120}$|\d+\s+$"
)
_ASKED_AFTER = compile_lowered(
    r"\s*(?:(?:was|were|had\s+been)\s+)?(?:requested|demanded|sought|asked\s+for|proposed)\b|\s*,?\s*(?:запрошен\w*|котор\w+\s+(?:запросил|просил|требовал))"
)
# `Article 488, Part 6 …, 15 days`: only behind an article a length or a sum alone is a penalty.
_ARTICLE_BEFORE = compile_lowered(rf"(?:\b(?:article|art\.?)|стать\w+|ст\.){_WITHIN}{{0,120}}$")
# How many were fined in a year is told of nobody.
_CROWD = compile_lowered(
    r"(?<!\d)\d{2,}\s+(?:people|persons|activists|participants|citizens|человек|люд\w+|активист\w+|участник\w+|граждан|оштрафованн)|оштрафован\w*\s+\d{2,}(?!\s*(?:\d|тыс|тенге|мрп))"
)
_REFUSED = compile_lowered(r"^\s*(?:or|или)\s+(?:a\s+)?(?:fine|arrest|imprison|штраф|арест|лишен)")


def read_penalties(text: str, start: int = 0) -> list[Penalty]:
    """Return the penalties of a text in order; those that are only asked for are left out."""
    original, text = text, lowered(text)
    held = _SIEVE.held(text)
    kinds = {kind for kind, some in _NEEDED.items() if held & some}
    if not kinds:
        return []
    taken: list[tuple[int, int]] = []
    found: list[Penalty] = []
    for kind, pattern, needed_bits in _RULES:
        if kind not in kinds or not all(held & some for some in needed_bits):
            continue
        for match in pattern.finditer(text, start):
            begin, end = match.start(), _core_end(match)
            if any(begin < e and s < end for s, e in taken):
                continue
            if kind == "fine" and _is_other_sum(match):
                continue
            if "listed" in pattern.groupindex and not _ARTICLE_BEFORE.search(
                text, max(0, begin - 140), begin
            ):
                continue
            taken.append((begin, end))
            if not _is_given(text, begin, end):
                continue
            penalties = _penalties(kind, match, original)
            if penalties[0].kind == "fine" and penalties[0].amount is None:
                near = slice(max(0, begin - 40), end + 40)
                if penalties[0].doubt is None and _CROWD.search(text[near]):
                    continue
            found += penalties
    found.sort(key=lambda penalty: penalty.start)
    found = _with_elliptic(original, found) if found else []
    # `a ban on importing labour` is a matter of politics; a ban without a length is a penalty only
    # beside another one.
    found = [
        penalty
        for at, penalty in enumerate(found)
        if penalty.kind != "ban"
        or penalty.lengths
        or at
        or text[penalty.start : penalty.end].startswith("forbid")
    ]
    return [_trimmed(penalty, found, original) for penalty in found]


def _is_given(text: str, begin: int, end: int) -> bool:
    """Whether a penalty is one that was given, and not one that somebody asks for or fears."""
    return not (
        _NOT_GIVEN.search(text, max(0, begin - 60), begin)
        or _REFUSED.match(text, end)
        or _ASKED.search(text, max(0, begin - 200), begin)
        or _ASKED_AFTER.match(text, end)
        or _NEITHER.search(text, max(0, begin - 200), begin)
        or _IN_GENERAL.search(text, max(0, begin - 140), begin)
    )


# `A was given 15 days of arrest, B – 3 days`: the second length is of the first one's kind.
_ELLIPTIC: Final = re.compile(
    rf"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*,?\s+(?:[–—-]\s*)?(?:to\s+|for\s+|к\s+|на\s+|по\s+)?(?P<len>{_ONE})(?=\s*(?:[,.;(]|$|and\b|и\b|а\b|each\b|кажд|under\b|по\b))"
)
# `…, B for 7.`
_ELLIPTIC_BARE: Final = re.compile(
    r"[,;]\s+(?:and\s+|а\s+|и\s+)?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*)?,?\s+(?:[–—-]\s*)?(?:for|to|к|на)\s+(?P<number>\d{1,2})(?=\s*(?:[,.;]|$|and\b|и\b|а\b))"
)
_ELLIPTIC_SUM: Final = re.compile(
    rf"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*(?:,[^,.;\d]{{0,40}},)?\s+(?:[–—-]\s*|\()?(?:to\s+|на\s+|по\s+)?{_MONEY}(?=\s*(?:[,.;()]|$|and\b|и\b|а\b|each\b|кажд|under\b|по\b))"
)


def _with_elliptic(text: str, found: list[Penalty]) -> list[Penalty]:
    """Return penalties with those too whose kind is said once for several people."""
    extra: list[Penalty] = []
    followings: list[Penalty | None] = [*found[1:], None]
    for penalty, following in zip(found, followings, strict=True):
        if penalty.kind not in ("arrest", "imprisonment", "restriction-of-liberty", "fine"):
            continue
        full_stop = SENTENCE.search(text, penalty.end)
        end = min(
            full_stop.start() + 1 if full_stop else len(text),
            following.start if following is not None else len(text),
        )
        if penalty.kind == "fine":
            for match in _ELLIPTIC_SUM.finditer(text, penalty.end, end):
                value = _amount(match["amount"], match["scale"])
                if 0 < value <= HIGHEST:
                    begin, stop = match.start("amount"), match.end("currency")
                    currency = _currency(match["currency"])
                    extra.append(Penalty("fine", begin, stop, amount=value, currency=currency))
            continue
        if penalty.kind == "arrest" and penalty.days:
            for match in _ELLIPTIC_BARE.finditer(text, penalty.end, end):
                begin, stop = match.span("number")
                extra.append(
                    Penalty(
                        "arrest", begin, stop, days=int(match["number"]), lengths=(match["number"],)
                    )
                )
        for match in _ELLIPTIC.finditer(text, penalty.end, end):
            days, months, hours, doubt = measure(match["len"])
            extra.append(
                Penalty(
                    penalty.kind, match.start("len"), match.end("len"), days=days, months=months,
                    hours=hours, lengths=(match["len"],), doubt=doubt,
                )
            )  # fmt: skip
    return sorted([*found, *extra], key=lambda one: one.start) if extra else found


def _trimmed(penalty: Penalty, found: list[Penalty], text: str) -> Penalty:
    """Return a ban whose words end where the next penalty begins."""
    if penalty.detail is None:
        return penalty
    for other in found:
        if other.start >= penalty.end and text[penalty.end : other.start].strip():
            before = " ".join(text[penalty.end : other.start].split())
            if penalty.detail.startswith(before[:20]) and len(before) < len(penalty.detail):
                detail = re.sub(r"[\s,]*(?:and|и|as well as|with)?\s*(?:a|an)?$", "", before)
                return replace(penalty, detail=detail or None)
    return penalty


def _is_other_sum(match: re.Match[str]) -> bool:
    """Whether between the fine and the sum another penalty or sentence begins."""
    return bool(re.search(r"\b(?:warning|arrest|предупрежд|арест)", match[0]))


def _core_start(match: re.Match[str]) -> int:
    return match.start("core") if match.groupdict().get("core") else match.start()


def _core_end(match: re.Match[str]) -> int:
    detail = match.groupdict().get("detail")
    return match.start("detail") if detail else match.end()


def _penalties(kind: SanctionKind, match: re.Match[str], original: str) -> list[Penalty]:
    groups = match.groupdict()
    begin, end = _core_start(match), _core_end(match)
    if kind == "fine":
        return _fines(match, groups)
    written = groups.get("len") or groups.get("len2") or groups.get("len3")
    detail = _detail(original[slice(*match.span("detail"))]) if groups.get("detail") else None
    if written is None:
        return [Penalty(kind, begin, end, detail=detail)]
    several = _several(written)
    at = match.start("len") if groups.get("len") else 0
    bare = _BARE_BEFORE.search(match.string, max(0, at - 60), at) if at else None
    if (
        bare
        and len(several) == 1
        and (
            bare["cue"]
            or bare.start("numbers") >= match.start()
            or _RESPECTIVELY.search(match.string, end, end + 60)
        )
    ):
        unit = _LENGTH.search(several[0])
        numbers = re.findall(r"\d+", bare["numbers"])
        several = [f"{number} {unit['u']}" for number in numbers if unit] + several
        begin = min(begin, bare.start("numbers"))
    made = []
    former = _FROM_TO.search(match.string, max(0, at - 30), at) if at else None
    if former is not None and len(several) == 1:
        # `reduced from 5 to 3 years`: the first was the penalty before.
        unit = _LENGTH.search(several[0])
        written = former["length"] if unit is None else f"{former['number']} {unit['u']}"
        days, months, hours, doubt = measure(written)
        made.append(
            Penalty(kind, former.start(), begin, days, months, hours, doubt=doubt, former=True)
        )
    for length in several:
        days, months, hours, doubt = measure(length)
        # Nobody is put under administrative arrest for months.
        really: SanctionKind = "custody" if kind == "arrest" and months else kind
        made.append(
            Penalty(
                really, begin, end, days=days, months=months, hours=hours, detail=detail,
                lengths=tuple(several), doubt=doubt,
            )
        )  # fmt: skip
    return made


# `received 5, 7 and 10 days`: without a cue only `respectively` tells that these are lengths.
_BARE_BEFORE = compile_lowered(
    r"(?P<cue>(?<!\w)(?:respectively\s+to|соответственно\s+к|received|got|given|sentenced\s+to|arrested\s+for|terms?\s+of|получил\w*|приговор\w+\s+к|на)\s+)?"
    r"(?<!\w)(?P<numbers>(?:\d{1,3}\s*(?:,\s*and\s|,\s|and\s|и\s)\s*){1,6})$"
)
_RESPECTIVELY = compile_lowered(r"respectively|соответственно")
_FROM_TO = compile_lowered(
    rf"(?:from|с|от)\s+(?P<length>(?P<number>{_NUM})(?:\s*{_UNIT})?)\s+(?:to|до)\s+$"
)


def _several(written: str) -> list[str]:
    """Return each of `5 days and 20 days`, but `1 year and 2 months` as one length."""
    parts = [
        (match.start(), match["u"].casefold()[:1], match.end())
        for match in _LENGTH.finditer(written)
    ]
    lengths: list[tuple[int, int]] = []
    previous = ""
    for begin, unit, end in parts:
        wide = (previous in ("y", "г", "л") and unit in ("m", "м")) or (
            previous in ("m", "м") and unit in ("d", "с", "д")
        )
        if lengths and wide:
            lengths[-1] = (lengths[-1][0], end)
        else:
            lengths.append((begin, end))
        previous = unit
    return [written[begin:end] for begin, end in lengths]


def measure(written: str) -> tuple[int | None, int | None, int | None, str | None]:
    """Return a length as whole days, months and hours, and what does not fit."""
    totals = {"days": 0.0, "months": 0.0, "hours": 0.0}
    if lowered(written).strip() == "месяц":
        written = "1 месяц"
    for match in _LENGTH.finditer(lowered(written)):
        number = _value(match["n"])
        unit = match["u"].casefold()
        if unit.startswith(("year", "лет", "год")):
            totals["months"] += number * 12
        elif unit.startswith(("month", "мес")):
            totals["months"] += number
        elif unit.startswith(("hour", "час")):
            totals["hours"] += number
        else:
            totals["days"] += number
    doubt = None
    whole: dict[str, int | None] = {}
    for unit, total in totals.items():
        if total and total != int(total):
            doubt = f"sanctions: “{written}” is no whole number of {unit}"
        if total > LONGEST:
            doubt, total = f"sanctions: “{written}” is longer than any penalty", 0.0
        whole[unit] = round(total) or None
    return whole["days"], whole["months"], whole["hours"], doubt


def _value(written: str) -> float:
    lowered = " ".join(written.casefold().split())
    if lowered in _WORDS:
        return float(_WORDS[lowered])
    return float(lowered.replace(",", "."))


def _fines(match: re.Match[str], groups: dict[str, str | None]) -> list[Penalty]:
    begin, end = match.span()
    amount, second = groups.get("amount"), groups.get("amount2")
    if amount is None:
        return [Penalty("fine", begin, end)]
    written = [(amount, groups.get("scale"), groups["currency"] or "")]
    at = match.start("amount")
    bare = _BARE_BEFORE.search(match.string, max(0, at - 60), at)
    if bare and not second and _RESPECTIVELY.search(match.string, end, end + 60):
        # `a fine of 10 and 20 MCI respectively`
        earlier = re.findall(r"\d+", bare["numbers"])
        written = [(one, None, groups["currency"] or "") for one in earlier] + written
        begin = min(begin, bare.start("numbers"))
    if second:
        written.append((second, None, groups["currency2"] or ""))
    lengths = tuple(one for one, _, _ in written) if len(written) > 1 else ()
    made: list[Penalty] = []
    for figures, scale, currency in written:
        value = _amount(figures, scale)
        if value > HIGHEST:
            why = f"sanctions: {figures} is more than any fine"
            made.append(Penalty("fine", begin, end, lengths=lengths, doubt=why))
            continue
        made.append(
            Penalty("fine", begin, end, amount=value, currency=_currency(currency), lengths=lengths)
        )
    return made


def _amount(written: str, scale: str | None) -> float:
    if odd := re.fullmatch(r"(\d{1,3})\s\D+\s(\d{1,3})", written):
        number = float(odd[1]) * 1_000 + float(odd[2])  # `61 тысяча 260 тенге`
    elif re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+", written):
        number = float(re.sub(r"\D", "", written))
    else:
        number = float(re.sub(r"[^\d.]", "", written.replace(",", ".").replace(" ", "")) or 0)
    if scale:
        number *= (
            1_000_000
            if (scale[0].casefold() == "m" and "il" in scale) or scale.startswith("м")
            else 1_000
        )
    return number


def _currency(written: str) -> str:
    lowered = written.casefold()
    return "MCI" if lowered.startswith(("mci", "monthly", "мрп", "месяч", "аек")) else "KZT"


_DETAIL_END: Final = re.compile(
    r"\s+(?:under|in accordance|according|for\s+(?:partic|organi|call|hold|a\s+(?:period|term)|\d)|for\s+\w+\s+years?|by\s+the\s+court|по\s+(?:ст|ч)\b|за\s+(?:участ|орган|призыв)|in\s+addition|and\s+\d+\s+hours|was\b)"
)


def _detail(written: str | None) -> str | None:
    if not written:
        return None
    cut = _DETAIL_END.split(written, maxsplit=1)[0]
    return " ".join(cut.split()).strip(' ,“”"()') or None
