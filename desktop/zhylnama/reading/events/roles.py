"""What each person is in an event: who suffers it, who speaks, who holds an office."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.events.complaints import APPEAL_OF, in_vain, is_taken_up, sues
from zhylnama.reading.events.kinship import (
    KIN_OF,
    is_husband_told_of,
    is_kin_beaten,
    relatives_apart,
    tells_of_kin,
)
from zhylnama.reading.events.offices import tell_beside
from zhylnama.reading.events.pointers import is_client, is_monument, is_not_let_in, pointed_at
from zhylnama.reading.events.speakers import SUBJECT, Told, sort_speakers, words_before
from zhylnama.reading.events.trials import on_trial
from zhylnama.reading.events.victims import is_refused, is_victim, is_witness
from zhylnama.reading.events.visits import is_visited
from zhylnama.reading.events.word_order import is_counsel
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, holds, lowered
from zhylnama.reading.penalties.deeds import DEED, DOES, DONE
from zhylnama.record.event import Role

# What may stand between a name and its verb: an apposition, others who have no name.
_BESIDE: Final = (
    r"\s*(?:,[^.;]{0,200}?,\s*)?,?\s*"
    r"(?:(?:and|и)\s+(?:another\s+|ещё\s+|еще\s+)?(?:\w+\s+){1,3}?(?:activists|people|others|participants|protesters|men|women|persons|workers|residents|journalists|человек|активист\w*|участник\w*|других|журналист\w*)\s+)?"
)
_PASSIVE: Final = compile_lowered(
    rf"{_BESIDE}(?:(?:who\s+)?(?:was|were|has\s+been|have\s+been|had\s+been|(?:is|are|was|were)\s+being|is|are|got|been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|once\s+|each\s+|both\s+|still\s+|already\s+)*(?:{DONE})\b|"
    rf"(?=[а-яё])(?:был[аи]?\s+)?(?:вновь\s+|снова\s+|также\s+|опять\s+|повторно\s+)?(?:{DEED})[а-яё]*[нт][аоы]?(?![^\W\d_]))|"
    rf"\s*,?\s*(?=[а-яё])(?:(?:{DEED})[а-яё]*(?:ли|ют|ят)(?![^\W\d_])|отказано|получил[аи]?\s+(?:по\s+)?(?:\d+|полтора\s+года|(?:год|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять)\s+(?:с\s+половиной\s+)?(?:год|лет|месяц|сут|услов|колони|ограничен|лишени)|предупрежд|штраф|срок|услов|повест)|пришла\s+повестка)"
)
# A list in few words: `A, lawyer, deprived of …`, `A, journalist of “X”, Article …`, `A, refusal of the akimat`.
_TERSE: Final = compile_lowered(
    rf"(?:,[^.;:]{{0,60}})?,\s*(?:(?:{DONE})\s+(?:for|by|at|in|near|from|to|of|while|under|on|after|with|without)\b|(?:office|house|home|flat|apartment|car)\s+(?:searched|raided|burn\w+)\b|acquitted\b|refusal\b|(?:under\s+)?(?:same\s+)?art(?:icles?)?\b|стать|та же стать|ст\.|отказ(?:\s|ано))"
)
# `24 people were detained, among them A, B`.
_AMONG: Final = (" including ", "among them", "among whom", "среди них", "в том числе")
_DONE_TO_ALL: Final = compile_lowered(
    r"\b(?:detained|arrested|released|fined|convicted|sentenced|questioned|beaten|summoned|задерж|арест|отпу|освобо|оштраф|осужд|вызва|избит)\w*[^.;]{0,90}(?:including|among them(?: were)?|among whom(?: were)?|среди них|в том числе)\s*:?\s*$"
)
# Words that say what was done to somebody before their name.
_SUFFERER: Final = compile_lowered(
    r"(?:\bdefendants?|\bdetainees?|\bvictims?|\bthe accused|\bin the dock (?:are|were|is|was)|\bamong (?:the|those) (?:detained|arrested|beaten|injured|fined|surrounded|encircled)(?: people)? (?:were|was|are)(?: also)?(?: (?:the )?[\w-]+){0,2}|среди (?:задержанных|оцепленных|избитых|пострадавших|арестованных|оштрафованных|осужд[её]нных) (?:был[аи]?|оказал\w+)(?: [а-яё-]+){0,2}|(?:подсудим|обвиняем|подозреваем|задержанн)(?:ий|ая|ие|ый|ые|ему|ей|его|ую|им|ого|ому|ой|их|ых))(?:\s+от\s+[а-яё]+)?\s*$"
)
# `у редактора A изъяли телефон`.
_TAKEN_FROM: Final = compile_lowered(r"(?<!\w)у\s+(?:[а-яё-]+\s+){0,4}$")
_TAKES: Final = compile_lowered(
    r"\s+(?:[а-яё]+\s+)?(?:изъял|отобрал|забрал|отнял|конфисков|выбил|вырвал|украл|прош[её]л\s+обыск|провели\s+обыск)"
)
_RECEIVED: Final = compile_lowered(
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,300}?,\s*)?,?\s*(?:(?:received|got)(?!\s+(?:an?\s+|the\s+)?(?:[“«\"][^”»\"]{1,40}[”»\"]\s+)?(?:[\w-]+\s+){0,3}?(?:award|prize|medal|scholarship|grant|asylum)\b)|attempted\s+(?:to\s+commit\s+)?suicide|attempted\s+suicide|tried\s+to\s+commit|went\s+on\s+(?:a\s+)?hunger|declared\s+(?:a\s+)?hunger|faces?\s+(?:up\s+to|charges|trial|prosecution|\d)|(?:stated|said|reported|complained|informed|told|announced|wrote|learned|learnt)\s+(?:[\w’]+\s+){0,3}?(?:that\s+)?(?:he|she|they)\s+(?:had\s+been|was|were|has\s+been)\s+(?:again\s+|also\s+)?(?:not\s+(?:let|allowed|admitted|permitted)(?!\s+(?:in\s+)?(?:to|into)\s+(?:see\s+|meet\s+|visit\s+)?(?:his|her|their)\s+clients?)|barred|banned|stopped|deported|evicted|harassed|expelled|warned|attacked|blackmailed|denied|forced|tortured|beaten|threatened|attacked|detained|summoned|questioned|followed|fined|arrested|searched|dismissed|fired)|has\s+received|said\s+that\s+(?:they|he|she)\s+had\s+suffered|reported\s+(?:that\s+(?:she|he)\s+(?:has|had)\s+received|the\s+use\s+of)|said\s+that\s+pressure|reported\s+(?:pressure|threats|beatings?|torture)|complained\s+(?:of|about)\s+(?:\w+\s+){0,2}(?:pressure|torture|threats|beatings?|being|health|ill|surveillance|conditions|harassment)|(?:сообщил|рассказал|заявил|написал|узнал|пожаловал)(?:ся|ась|ись|[аи])?,?\s+что\s+(?:[а-яё\d]+\s+){0,3}?(?:его|её|ее|их|ему|ей|им)\s+(?:(?:снова|вновь|опять|также|тоже|сегодня|вчера|утром|вечером|дн[её]м|ночью|дважды|трижды|силой|незаконно|жестоко|полицейские|сотрудники|неизвестные|там|дома|в\s+\w+|на\s+\w+)\s+){0,2}?(?:не\s+)?(?:выпуст|выпуск|пусти|пуска|впусти|пропусти|допусти|задерж|арестов|оштраф|уволи|уволь|отчисл|избил|избит|били|бьют|пыта|вызва|вызыва|допра|обыск|обвин|угрож|преслед|выгна|выстав|вывел|вытолк|ударил|сняли\s+с|удерж|запуг|заставл|заставил|лиши|высел|депорт|запугив|шантаж|прослуш)[а-яё]*(?!\s+(?:к|на\s+встречу\s+с)\s+(?:подзащ|клиент))|(?:узнал|сообщил|рассказал|обнаружил)[аи]?,?\s+что\s+(?:[а-яё]+\s+){0,3}?(?:его|её|ее|их)\s+(?:[а-яё]+\s+){0,2}?(?:счета|счёт|счет|карт[аы]|телефон|аккаунт|страниц[аы]|им[яё]|квартир[аыу]|машин[аыу])\s+(?:[а-яё]+\s+){0,2}?(?:заблокир|арестов|взлома|изъя|обыск|подожг|разбит|разбил|прослуш|внес)|(?:сообщил|рассказал|заявил)[аи]?\s+об?\s+(?:давлени|угроз|пытк|избиени|слежк|побо|нападени|преследовани)|пожаловал\w*\s+на\s+(?:давлени|угроз|пытк|избиени|слежк|побо|условия|здоровье|отказ)|(?:who\s+)?(?:has|have|had)\s+been\s+on\s+(?:a\s+)?hunger|(?:was|were|is|are)\s+(?:on\s+(?:a\s+)?hunger|under\s+(?:\w+\s+)?(?:watch|surveillance|pressure|investigation))|(?:said|stated|told)\s+in\s+court\s+that\s+(?:he|she|they)\s+(?:was|were|had\s+been)\s+(?:tortured|beaten|threatened)|who\s+died|be\s+(?:put|placed)\b|(?:began|started)\s+(?:to\s+receive|receiving|getting)\s+(?:\w+\s+)?threats|(?:testified|said|stated|told|reported|complained)\s+(?:\w+\s+){0,3}that\s+(?:[\w’-]+\s+){0,4}(?:beat|beaten|burned|tortured|threatened|struck|kicked|forced)\s+(?:him|her|them)\b|died|lost\s+(?:his|her|their)\s+(?:job|post|work|licen[cs]e)|(?:has|have)\s+stopped\s+(?:taking|eating)|(?:found|discovered|noticed|received|spotted)\s+(?:an?\s+|the\s+|two\s+|several\s+)?(?:[\w-]+\s+){0,2}(?:notes?|letters?|wreath|coffin|bullets?|trackers?|device|microphones?|bugs?|cars?|threats?|messages?)\b|(?:нашел|нашёл|нашла|обнаружил[аи]?|заметил[аи]?|получил[аи]?)\s+(?:[а-яё-]+\s+){0,5}(?:прибор|устройств|камер|датчик|записк|письм|венок|слежк|микрофон|трекер|маячок|жучок|угроз)|лишил(?:ся|ась|ись)\s+(?:работы|должности|места|поста)|объявил[аи]?\s+голод|скончал|умер|покончил|пытал(?:ся|ась)\s+покончить|совершил[аи]?\s+попытку)"
)
_ACTIVE: Final = compile_lowered(
    rf"(?<!\w)(?:{DOES}|(?:{DEED})[а-яё]*|взыска\w+\s[^.;]{{0,60}}\sс|наказать|в\s+отношении|против|(?:claim|lawsuit|suit|case|proceedings)\s[^.;]{{0,60}}\sagainst)"
    r"\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+)?(?:[a-zа-яё’'-]+:?\s+){0,5}[“«]?$"
)
# `5 years of imprisonment for A, 3 years for B`.
_TERM_FOR: Final = compile_lowered(
    r"\b(?:years?|months|days|mcis?|tenge|imprisonment|liberty)\s+(?:of\s+[a-z\s]{3,30}?\s)?(?:for|on)$"
)
_NOT_LIABLE: Final = compile_lowered(
    r"\s+from\s+(?:\w+\s+)?(?:liability|responsibility)|\s+от\s+(?:\w+\s+)?ответственности"
)
# `fined the newspaper “X” and its reporter A`.
_AND_ITS: Final = compile_lowered(
    rf"\b(?:{DOES})\b[^.;]{{0,80}}\sand\s+(?:its|his|her|their)\s+(?:[\w-]+\s+){{1,3}}$"
)


def find_roles(text: str, named: Named) -> tuple[list[Role], set[int], set[int], bool]:
    """Return each person’s role, who is newly targeted, who is in office; whether these alone speak.

    Penalties are not looked at here: whoever has one is targeted.
    """
    text = _BRACKETS.sub(lambda found: " " * len(found[0]), lowered(text))
    groups = relatives_apart(text, named)
    in_office = {i for group in groups for i in tell_beside(text, group, named)}
    told = Told()
    for at, group in enumerate(groups):
        later = groups[at + 1 :]
        _sort(text, group, later, named, told, in_office=not in_office.isdisjoint(group.people))
        if tells_of_kin(text, group, later):
            for i in set(group.people) - told.done:
                named.people[i].roles.add("relative")
            for one in later:
                if is_kin_beaten(text, one):
                    told.done.update(one.people)
    if len(named.people) == 2 and _DETAINED_BOTH.search(text):
        told.done.update((0, 1))
    _sort_lawyers(text, groups, named, told)
    told.done |= on_trial(text, groups)
    done = told.done | (pointed_at(text, groups, named) - told.harmed)
    officials = {
        i for i, person in enumerate(named.people) if "official" in person.roles and i not in done
    }
    told.done = done
    roles = [
        "other" if i in told.harmed else _role(i, named, told, officials)
        for i in range(len(named.people))
    ]
    telling = {i for i in told.telling if roles[i] != "other"}
    return roles, done, officials, bool(telling) and telling <= officials


def _sort(
    text: str, group: Group, later: list[Group], named: Named, told: Told, *, in_office: bool
) -> None:
    """Add the people of a list to those of whom the same is told."""
    people = group.people
    if is_client(text, group):
        told.spoken_of.update(people)
        for i in people:
            named.people[i].roles -= {"lawyer", "defender"}
    elif _is_harmed(text, group) or is_witness(text, group):
        harmed = [i for i in people if "official" not in named.people[i].roles]
        told.harmed.update(harmed)
        for i in harmed:
            named.people[i].roles.add("victim")
    elif (
        _NOT_LIABLE.match(text, group.end)
        or is_counsel(text, group)
        or (in_vain(text, group) and "official" in named.people[people[0]].roles)
    ):
        pass
    elif (
        _PASSIVE.match(text, group.end)
        if in_office
        else _is_target(text, group, later[0] if later else None, named)
    ):
        told.done.update(people)
    elif _BE_RELEASED.match(text, group.end):
        told.spoken_of.update(people)
    else:
        sort_speakers(text, group, named, told)


def _sort_lawyers(text: str, groups: list[Group], named: Named, told: Told) -> None:
    """Settle to whom it was done that a lawyer was not let in to a client."""
    for group in groups:
        if group.mentions[0].role != "lawyer" or not is_not_let_in(text, group):
            continue
        clients = [one for one in groups if one is not group]
        if any("official" not in named.people[i].roles for one in clients for i in one.people):
            told.done.difference_update(group.people)
        else:
            told.done.update(group.people)


def _is_target(text: str, group: Group, following: Group | None, named: Named) -> bool:
    """Whether something is done to the people of a list, beside them or later in the sentence."""
    if sues(text, group) or is_monument(text, group.start):
        return False
    if _suffers(text, group, following):
        return True
    free = group.mentions[0].governed is None and holds(text[group.end :], _ALSO_DONE)
    later = _LATER.match(text, group.end) if free else None
    if later is not None and _is_aside(text, group.end, later.end(), named.groups):
        return True
    return (
        is_visited(text, group) or is_husband_told_of(text, group) or _is_object(text, group, named)
    )


_ACCORDING: Final = compile_lowered(
    r"\b(?:in\s+the\s+words\s+of|according\s+to|by\s+the\s+account\s+of)\s+(?:[\w’-]+\s+){0,4}$"
)
_LATER: Final = compile_lowered(
    rf"[^.;]{{0,260}}?,?\s+(?:and|but|и|но)\s+(?:was|were|был[аи]?)\s+(?:{DONE})\b|(?:[^.;]|(?<=\b\w)\.){{0,200}}?(?:\s+(?:и|но)|,)\s+(?:(?:через|сразу|тут|там|вскоре|позже|тоже|также|же)\s+(?:[а-яё\d]+\s+){{0,3}}?)?(?:был[аи]?\s+)?(?:задержан|оштрафован|арестован|избит)[аоы]?\b"
)
_ALSO_DONE: Final = (" was ", " were ", "задержан", "оштрафован", "арестован", "избит")
_DETAINED_BOTH: Final = compile_lowered(
    r"\b(?:detained|arrested|beat|задержал[аи]?|задержали|арестовал[аи]?|избил[аи]?)\s+(?:both|обоих|обеих)\b|\b(?:both|оба|обе)\s+(?:were\s+)?(?:detained|arrested|задержаны|арестованы)\b"
)
_DEED: Final = compile_lowered(rf"(?<!\w)(?:{DEED})")
_BRACKETS: Final = re.compile(r"\((?!адвокат|защитник)[^()]{0,300}\)")
_CLAUSE: Final = re.compile(r"[.;:](?!\w)")
_HINTS_AT: Final = compile_lowered(
    r"(?:по\s+(?:словам|сообщению|информации|данным|мнению)|со\s+слов|вместе\s+с|рядом\s+с|от\s+имени|памят\w+|имени|о|об|от|после|про)\s+(?:[а-яё-]+\s+){0,3}$"
)


def _is_object(text: str, group: Group, named: Named) -> bool:
    """Whether a Russian name stands in another case beside a verb that does something to somebody."""
    first = group.mentions[0]
    person = named.people[first.who]
    if (
        not first.full
        or first.name[-1] < "\u0400"
        or first.name == person.nominative
        or person.roles & {"official", "lawyer", "foreign"}
        or SUBJECT.match(text, group.end)
    ):
        return False
    before = text[max(0, group.start - 110) : group.start]
    if KIN_OF.search(before) or _HINTS_AT.search(before):
        return False
    begin = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    after = _CLAUSE.split(text[group.end : group.end + 90])[0]
    return _DEED.search(before, begin) is not None or _DEED.search(after) is not None


# The article on damage to property: it concerns those who did it.
_ON_DAMAGE: Final = compile_lowered(r"(?:article|стать[а-яё]+|ст\.)\s*202\b")


def _is_harmed(text: str, group: Group) -> bool:
    """Whether an article is named that concerns those who harmed the people of a list."""
    if "202" in text and _ON_DAMAGE.search(text):
        return is_visited(text, group)
    return is_victim(text, group)


def _is_aside(text: str, begin: int, end: int, groups: list[Group]) -> bool:
    """Whether no other name between two places can be the subject of what is done there."""
    return all(
        group.mentions[0].governed is not None
        or KIN_OF.search(text, max(0, group.start - 80), group.start) is not None
        or text.rfind("“", 0, group.start) > text.rfind("”", 0, group.start)
        for group in groups
        if begin <= group.start < end
    )


# `sent an answer to A`, and nothing is done to A.
# `заключённый А рассказал адвокату Б`
_TOLD_TO: Final = compile_lowered(
    r"(?<!\w)(?:рассказ|сообщ|пожалов|заяви|передал|позвони|написал)[а-яё]*\s+(?:[а-яё-]+\s+){0,3}$"
)
_SENT_LETTER: Final = compile_lowered(
    r"\b(?:sent|brought)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:answer|reply|response|letter|copy|invitation)\b"
)
_BE_RELEASED: Final = compile_lowered(
    r"\s*(?:,[^.;]{0,80},)?\s*(?:to\s+)?be\s+(?:immediately\s+)?(?:released|freed|acquitted|rehabilitated)\b"
)
_ARTICLE_AFTER: Final = compile_lowered(
    r"\s*(?:\([^()]{0,60}\)\s*)?,\s*(?:under\s+)?(?:Art(?:icles?|s)?\b|стать|ст\.|part\s+\d|ч\.|част)"
)


def _is_others(text: str, verb: int, following: Group | None) -> bool:
    """Whether between a name and the verb stands another name whose relative clause it is."""
    if following is None or following.start > verb:
        return False
    return re.match(r"\s*,?\s*(?:who|котор)", text[following.end :]) is not None


def _is_terse(text: str, group: Group, following: Group | None) -> bool:
    """Whether an article, a refusal or a participle follows a name, with no other name between."""
    if not text.startswith(",", group.end):
        return False
    match = _TERSE.match(text, group.end)
    return match is not None and (following is None or following.start > match.end())


# `reported the torture of B`, `заявил о пытках Б`; `his wife said that he had been detained`
_OF_ANOTHER: Final = re.compile(
    r"[a-zа-яё]{0,6}\s+(?:(?:of|on|against|to)\s+)?(?:[a-zа-яё’-]+\s+){0,3}$"
)
_THAT_HE: Final = compile_lowered(r"\bthat\s+(?:he|she|they)\b|(?<!\w)что\s")


def _is_told_of(match: re.Match[str], group: Group, following: Group | None) -> bool:
    """Whether what somebody says was done to another: to the next name, or to whose relative they are."""
    if group.mentions[0].role == "relative" and _THAT_HE.search(match[0]):
        return True
    if following is None or following.start < match.end():
        return False
    return _OF_ANOTHER.fullmatch(match.string, match.end(), following.start) is not None


def _suffers(text: str, group: Group, following: Group | None) -> bool:
    """Whether something is done to the people of a list, in the passive or the active voice."""
    before = text[max(0, group.start - 110) : group.start]
    if (group.mentions[0].role == "lawyer" and APPEAL_OF.search(before)) or (
        holds(before, (" of ", "according")) and _ACCORDING.search(before)
    ):
        return False
    if _TERM_FOR.search(words_before(text, group).rstrip()) or is_refused(text, group):
        return True
    for pattern in (_PASSIVE, _RECEIVED):
        match = pattern.match(text, group.end)
        if (
            match is not None
            and not _is_others(text, match.end(), following)
            and (pattern is _PASSIVE or not _is_told_of(match, group, following))
        ):
            return True
    if _ARTICLE_AFTER.match(text, group.end) or _is_terse(text, group, following):
        return True
    if _SUFFERER.search(before) or (holds(before, _AMONG) and _DONE_TO_ALL.search(before)):
        return True
    if _TAKES.match(text, group.end) and _TAKEN_FROM.search(before):
        return True
    if holds(before, (" its ", " his ", " her ", " their ")) and _AND_ITS.search(before):
        return True
    active = _ACTIVE.search(before)
    if active is not None and any(
        other.search(active[0]) for other in (KIN_OF, _SENT_LETTER, _TOLD_TO)
    ):
        active = None
    if group.mentions[0].governed in ("with", "с"):
        active = None
    if active is None or re.search(r"\sby\s", active[0]):
        return is_taken_up(text, group, before)
    # `who were arrested for participating in a rally of X`: the verb has its people already.
    return not re.search(r"\b(?:was|were|been|had)\s+\w*$", before[: active.start()])


# Who somebody is outweighs that they are the one who speaks.
_BY_WORDS: Final[tuple[tuple[str, Role], ...]] = (
    ("defender", "defender"),
    ("lawyer", "defender"),
    ("journalist", "journalist"),
    ("relative", "relative"),
)


def _role(i: int, named: Named, told: Told, officials: set[int]) -> Role:
    words = named.people[i].roles
    if i in told.done:
        return "targeted"
    if i in officials:
        return "official"
    if "prisoner" in words:
        return "targeted"
    if "foreign" in words:
        return "speaker"
    if i in told.spoken_of and i not in told.subjects:
        return "targeted" if not words & {"official"} else "official"
    for category, role in _BY_WORDS:
        # A wife who tells of her husband is his wife; one who pickets acts for herself.
        if category in words and not (category == "relative" and i in told.acting):
            return role
    if i in told.subjects:
        return "speaker"
    return "other"
