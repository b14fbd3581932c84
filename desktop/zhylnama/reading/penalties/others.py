"""Nouns without a name that are punished: `fined a neighbour`, `оштрафовал соседа`, `осуждённых на 20 лет`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Somebody
from zhylnama.reading.names.sexes import sex_of
from zhylnama.reading.penalties.receivers import receiver_without_name
from zhylnama.reading.penalties.sanctions import Penalty

# `the court arrested his brother for five days`
_HIS_OWN: Final = re.compile(
    r"(?:arrested|fined|sentenced|jailed|imprisoned|convicted)\s+(?:(?:only|also)\s+)?(?:his|her|their|its|an?|another|one\s+of\s+(?:the|his|her|their))\s+(?!(?:own|total|record|further|maximum|minimum|for|to|under|in|on|at|by|with|over|after|and|again|once|each|both|yesterday|today)\b)[a-z-]+(?:\s+[a-z-]+)?(?=\s+(?:for|to|\d|a\b)|,\s+(?:who|whose)\b)",
    re.I,
)
# `за оскорбление А суд оштрафовал соседа на 20 МРП`; `активиста` may be the one who is named.
# `суд оштрафовал его отца на 20 МРП`
_HIS_TAKEN: Final = re.compile(
    r"(?:оштрафовал|арестовал|приговорил|осудил|наказал)[аи]?\s+(?:его|её|ее|их)\s+(?!(?:снова|вновь|опять|вчера|сегодня|тоже|также|ещё|еще|сразу|всего|лишь|только|дважды|заочно|условно)\s)[а-яё]{3,}\s+(?:на|к|за|по)\s",
    re.I,
)
_PAID_FOR: Final = compile_sought(
    r"(?:заплатил|выплатил|внёс|внес|погасил|оплатил)[аи]?\s+за\s+[а-яё]+\s+$"
)
_NOUN_TAKEN: Final = re.compile(
    r"(?:оштрафовал|арестовал|приговорил|осудил|наказал)[аи]?\s+(?!(?:его|её|ее|их|всего|снова|вчера|сегодня|тогда|сразу|обоих|обеих|всех|каждого|активист\w*|журналист\w*|блогер\w*|правозащитни\w*|политик\w*|мужчину|женщину|задержанн\w*|подсудим\w*|обвиняем\w*|осужд[её]нн\w*)\s)[а-яё]{3,}(?:а|я|у|ю|ых|их|ого|его|ей|ев|ов)\s+(?:на|к|за|по)\s",
    re.I,
)
# `насчитал 40 человек, оштрафованных на 50 МРП`
_OF_MANY: Final = re.compile(
    r"(?:осужд|приговор|арестова|оштрафова)[а-яё]{0,3}нн(?:ых|ыми|ые)\b", re.I
)
_AFTER_NOUN: Final = compile_sought(r"(?<!\w)[а-яё]+\s*,?\s*$")
# `Б, сына которой осудили`
_WHOSE_NOUN: Final = compile_sought(
    r",\s*[а-яё]+\s+котор(?:ого|ой|ых)\s+$"
    r"|(?<!\w)(?:муж|жен|супруг|сын|доч|брат|сестр|мат|отц|отец|сосед|коллег|друг|подруг)[а-яё]{0,4},\s+котор[а-яё]+\s[^,;]{0,70}$",
    re.I,
)


# `штраф сыну А в размере 20 МРП`, `предупреждения двум сёстрам А`; but `его сыну Б`
_RELATIVE: Final = (
    r"(?:(?P<kin>(?<!его\s)(?<!её\s)(?<!ее\s)(?<!их\s)(?<!\w)(?:муж[уа]|жен[еуы]|супруг[аеу]|сын[уа]|сыновьям|дочери|дочерям|дочь|брат[уа]|братьям|сестр[еу]|с[её]страм|матери|мать|отц[уа]|родител(?:ям|ей)|родственник(?:ам|ов|у|а)|соседу|друзьям|сторонникам)"
    r"|(?<!\w)(?:газете|сайту|порталу|телеканалу|каналу|фонду|компании|партии|редакции|изданию|журналу|общине|церкви|фирме|объединению|организации))\s+)"
)
_OF_ANOTHER: Final = compile_sought(rf"{_RELATIVE}$")
_TO_ANOTHER: Final = re.compile(rf"\s+(?:[а-яё]+\s+)?{_RELATIVE}$")
_NEAR: Final = 60
# `…, the publisher, Ertis Media LLP, 100 MCI`: the item of a company in a list.
_COMPANY: Final = compile_sought(
    r"(?:\b(?:LLP|LLC|JSC|Ltd|Inc)\b\.?|(?<!\w)(?:ТОО|АО|ИП|ОО)\s+[«\"“][^«»\"“”]{1,60}[»\"”])[”»\"]?\s*,?\s*(?:(?:was|were)\s+fined|оштрафован\w*)?\s*(?:to|на)?\s*$"
)


# `приговорён лишь один сержант`, `отправили не сержанта, а самого избитого`
_ONLY_ONE: Final = re.compile(
    r"(?:\s+[а-яё]{4,})?\s+(?:(?:лишь|только)\s+(?:один|одна|одного|одну|двое|двоих)\s+[а-яё]|не\s+[а-яё]{3,},?\s+а\s)"
)


def is_for_another(text: str, begin: int, name: int, somebody: Somebody, *, next_to: bool) -> bool:
    """Return whether a name at `name` only says whose son or newspaper is punished: `штраф сыну А`.

    `next_to`: nothing but such a noun may stand from `begin` to the name. `арест мужа Ерлана А` is
    the husband's own name.
    """
    if next_to:
        found = _TO_ANOTHER.search(text, begin, name) if name - begin < _NEAR else None
        found = found if found is not None and found.start() == begin else None
    else:
        found = _OF_ANOTHER.search(text, begin, name)
    if found is None:
        return False
    own = "m" if (found["kin"] or "").startswith("муж") else "f"
    spouse = (found["kin"] or "").startswith(("муж", "жен"))
    return not (spouse and sex_of(somebody) == own)


def is_of_somebody_else(text: str, penalty: Penalty, verb: int) -> bool:
    """Return whether a noun without a name is punished: `fined a neighbour`, `оштрафовал соседа`."""
    before = text[max(0, verb - 80) : verb]
    if receiver_without_name(text, penalty.start) or _ONLY_ONE.match(text, penalty.end):
        return True
    return bool(
        _HIS_OWN.match(text, penalty.start)
        or _NOUN_TAKEN.match(text, penalty.start)
        or _HIS_TAKEN.match(text, penalty.start)
        or _PAID_FOR.search(text, max(0, penalty.start - 60), penalty.start)
        or (_OF_MANY.match(text, penalty.start) and _AFTER_NOUN.search(before))
        or _WHOSE_NOUN.search(before)
        or _COMPANY.search(text, max(0, penalty.start - 90), penalty.start)
    )


def is_of_thing(
    text: str, penalty: Penalty, groups: list[Group], people: list[Somebody], begin: int
) -> bool:
    """Return whether another than a name is punished: `fined the newspaper`, `imposed a fine on the owner`.

    `begin`: where the sentence of the penalty begins.
    """
    if _LAID_ON_ANOTHER.match(text, penalty.end) and _IMPOSED.search(text, begin, penalty.start):
        return True
    if any(one.match(text, penalty.end) for one in (_FOR_ANOTHER, _GIVEN_TO_KIN)):
        return True
    if _TAKES_TITLE.match(text, penalty.start):
        return True
    first = next((g for g in groups if penalty.start < g.start), None)
    if first is not None:
        behind = first.start >= penalty.end
        lead = penalty.end if behind else penalty.start
        if is_for_another(text, lead, first.start, people[first.people[0]], next_to=behind):
            return True
    near = text[max(0, penalty.start - 2) : penalty.end + 60]
    match = _THING.search(near) if penalty.kind == "fine" else None
    if match is None:
        return False
    at = max(0, penalty.start - 2) + match.start()
    before_end = at < penalty.end or _IS_LAID.fullmatch(text, penalty.end, at) is not None
    named = any(at < g.start < at + len(match[0]) for g in groups)
    return before_end and not named


_IS_LAID: Final = re.compile(
    r"\s*(?:(?:был[аи]?\s+)?(?:наложи|назначи|выписа|вынес)[а-яё]*\s*|(?:was|were)\s+(?:imposed|levied)\s*)?"
)
_THING: Final = compile_sought(
    r"(?:on|against|to|fined|оштрафовал[аи]?|на)\s+(?:(?:the|a|an|its)\s+)?(?:[^\W\d][\w-]*\s+){0,4}?(?:newspaper|website|channel|company|organi[sz]ation|association|society|enterprise|foundation|fund|union|party|media|outlet|publication|publisher|LLP|JSC|church|community|bureau|редакци\w+|газет\w+|сайт\w*|канал\w*|компани\w+|организаци\w+|фонд\w*|профсоюз\w*|парти\w+|издани\w+|общин\w+|объединени\w+|обществ[оа]|ассоциаци\w+|ТОО|АО|предприяти\w+)(?!\w)",
    re.I,
)
_LAID_ON_ANOTHER: Final = re.compile(
    r"\s+(?:up)?on\s+(?!her\s+(?:for|to|under|in|on|at|by|with|over|after|and|again|because|yesterday|today|the|an?)\b)(?:his|her|the|their|an?|its)\s+(?!(?:same\s+)?(?:day|eve|basis|grounds?|charges?|suspicion|complaint|request|case|appeal|initiative|lawsuit)\b)"
)
# `a fine of 50 MCI for the doctor`; but `for the picket`
_FOR_ANOTHER: Final = re.compile(
    r"\s+(?:for|to)\s+(?:the|its|his|her|their|an?)\s+(?:\w+\s+)?(?:friend|colleague|comrade|doctor|publisher|organi[sz]er|owner|editor|author|driver|company|newspaper|website|director|neighbou?r|officer|policeman|judge|landlord|employer)s?\b"
)
# `paid the fine imposed on her son`
_GIVEN_TO_KIN: Final = re.compile(
    r"\s*,?\s*(?:that\s+was\s+|which\s+was\s+)?(?:imposed|levied|laid|given|issued|handed)\s+(?:(?:up)?on|to)\s+(?:his|her|their)\s+(?!(?:own|in|last|earlier|on|by|for|under|at|after|as|a)\b)[a-z-]+\b(?!,?\s+[A-Z])|\s*,?\s*(?:наложенн|назначенн|выписанн)\w+\s+(?:на\s+)?(?:его|её|ее|их)\s+[а-яё-]+(?!\s+[А-ЯЁ])"
)
# `fined the public association “…” 300 MCI`: whatever it is, it has a title.
_TAKES_TITLE: Final = re.compile(
    r"(?:fined|оштрафовал[аи]?)\s+(?:(?:the|an?|its)\s+)?(?:[a-zа-яё-]+\s+){1,6}[“«\"]"
)
_IMPOSED: Final = compile_sought(r"\b(?:impos|levied)")
