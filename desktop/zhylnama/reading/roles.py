"""What each person is in an event: who suffers it, who speaks, who holds an office."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.patterns import compile_lowered, holds, lowered
from zhylnama.reading.people import Group, Named
from zhylnama.record.event import Role

_DONE: Final = (
    r"detained|arrested|fined|sentenced|convicted|charged|accused|placed|taken|brought|summoned|questioned|interrogated|beaten|attacked|threatened|refused|denied|prosecuted|persecuted|released|transferred|searched|warned|kidnapped|abducted|dismissed|fired|informed|given|tortured|hospitali[sz]ed|"
    r"imprisoned|remanded|blocked|prevented|forced|followed|infected|deported|extradited|found\s+guilty|put|stopped|tried|acquitted|apprehended|killed|injured|subjected|ordered|banned|barred|deprived|not\s+allowed|not\s+admitted|escorted|discharged|issued|suspected|harassed|expelled|handed\s+over|visited\s+by\s+police|called\s+(?:in|to)\s+the|invited\s+to\s+the\s+police|left\s+in\s+custody|set\s+on\s+fire|moved"
)
_PASSIVE: Final = compile_lowered(
    rf"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{{0,200}}?,\s*)?,?\s*(?:who\s+)?(?:was|were|has\s+been|have\s+been|had\s+been|is\s+being|are\s+being|is|are|got|been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|once\s+|each\s+|both\s+)*(?:{_DONE})\b|"
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,200}?,\s*)?,?\s*(?:был[аи]?\s+)?(?:вновь\s+|снова\s+)?(?:задержан|арестован|оштрафован|осужд[её]н|приговор[её]н|вызван|допрошен|доставлен|избит|отпущен|освобожд[её]н|переведен|перевед[её]н|этапирован|признан|помещ[её]н|водвор[её]н|уволен|обвинен|обвин[её]н)[аоы]?(?![^\W\d_])|"
    r"\s*,?\s*(?:задержали|арестовали|оштрафовали|осудили|приговорили|вызвали|допросили|доставили|избили|отпустили|освободили|отказали|отказано|этапировали|перевели|поместили|обвинили|предупредили|привлекли|получил[аи]?\s+(?:\d+|предупрежд|штраф|срок)|пришла\s+повестка)"
)
_RECEIVED: Final = compile_lowered(
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,300}?,\s*)?,?\s*(?:received|got|attempted\s+(?:to\s+commit\s+)?suicide|attempted\s+suicide|tried\s+to\s+commit|went\s+on\s+(?:a\s+)?hunger|declared\s+(?:a\s+)?hunger|faces?\s+(?:up\s+to|charges|trial|prosecution|\d)|(?:stated|said|reported|complained)\s+that\s+(?:he|she|they)\s+(?:had\s+been|was|were|has\s+been)\s+(?:tortured|beaten|threatened|attacked|detained)|has\s+received|said\s+that\s+(?:they|he|she)\s+had\s+suffered|reported\s+(?:that\s+(?:she|he)\s+(?:has|had)\s+received|the\s+use\s+of)|said\s+that\s+pressure|reported\s+(?:pressure|threats)|(?:who\s+)?(?:has|have|had)\s+been\s+on\s+(?:a\s+)?hunger|be\s+(?:put|placed)\b|died|объявил[аи]?\s+голод|скончал|умер|покончил|пытал(?:ся|ась)\s+покончить|совершил[аи]?\s+попытку)"
)
_ACTIVE: Final = compile_lowered(
    r"(?:detained|arrested|fined|sentenced|summoned|questioned|interrogated|beat|attacked|refused|denied|released|threatened|warned|charged|accused|against|deported|searched|placed|convicted|found|persecut\w+|allowed|admitted|acquitted|informed|prevented|visited|notified|wanted\s+list|recover\w*\s[^.;]{0,60}\sfrom|взыска\w+\s[^.;]{0,60}\sс|to\s+sentence|запросил[аи]?|(?:приговорить|осудить|наказать|оправдать)|civil\s+claims?[^.;]{0,80}against|claims?\s+against|suit\s+[^.;]{0,40}against|"
    r"задержал[аи]?|арестовал[аи]?|оштрафовал[аи]?|осудил[аи]?|приговорил[аи]?|вызвал[аи]?|допросил[аи]?|избил[аи]?|отказал[аи]?|освободил[аи]?|отпустил[аи]?|доставил[аи]?|в\s+отношении|против|привлекл[аи]|признал[аи]?|предупредил[аи]?|задержан[аы]?|арестован[аы]?|оштрафован[аы]?|осужд[её]н[аы]?|вызван[аы]?|избит[аы]?|приговор[её]н[аы]?|освобожд[её]н[аы]?|этапировал[аи]?|перевел[аи]?)"
    r"\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+)?(?:[a-zа-яё’'-]+\s+){0,5}[“«]?$"
)
_SPOKEN_OF: Final = compile_lowered(
    r"(?:release|releas\w+|support|free|freedom|defen[cs]e|acquit\w*|amnesty|case|trial|rehabilitat\w+|health|condition|compensation|relatives|mothers|families|family|родственник\w*|семь\w+|regarding|overturn\w*|imprisonment|arrest|detention|persecution|"
    r"суд\w*\s+над|процесс\w*\s+над|освобо\w+|поддержк\w+|защит\w+|дел[оауе]|здоровь\w+|реабилитаци\w+|политзаключ\w+)\b(?:\s+[\w’\'“”-]+){0,6}\s*$"
)
_SUBJECT: Final = compile_lowered(
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,200}?,\s*)?,?\s*(?:has\s+|have\s+|had\s+|also\s+|again\s+|once\s+again\s+)*(?:said|stated|reported|told|held|went|came|picketed|demanded|demands|sued|filed|lodged|sent|appealed|called|urged|won|summari[sz]ed|replied|announced|published|expressed|expresses|noted|recorded|wrote|complained|submitted|organi[sz]ed|took|began|staged|posted|stood|addressed|asked|tweeted|declared|is\s+going|gave|presented|plans|intends|met|started|recalled|believes|thinks|accused|signed|visited|attended|led|paid|received\s+(?:the|an?)\s+(?:\w+\s+)?(?:award|prize)|demanding|lives|"
    r"заявил|сообщил|рассказал|вышел|вышла|вышли|провел|провёл|провела|провели|потребовал|обратил|подал|опубликовал|написал|отметил|призвал|объявил|выступил|направил|попросил|считает|планиру|собира|стоял|записал|пожаловал|получил\w*\s+преми|стал)"
)
_TELLS: Final = compile_lowered(
    r"(?:said|stated|reported|told|recalled|believes|thinks|noted|заявил|сообщил|рассказал|отметил|считает)\w*$"
)
_BY: Final = compile_lowered(
    r"\b(?:reported|said|drafted|stated|prepared|published|written|led|told|announced|сообщил[аи]?|заявил[аи]?|рассказал[аи]?)\s*[,”»\"]*\s*(?:by\s+)?(?:the\s+)?(?:[a-zа-яё-]+\s+){0,5}$"
)
_FOREIGN = re.compile(
    r"\b(?:MEP|U\.?S\.?|Canadian|British|German|French|European Parliament|Европарлам|США)\b"
)


def find_roles(text: str, named: Named) -> tuple[list[Role], set[int], set[int]]:
    """Return the role of each person, who is newly targeted, and who holds an office.

    Penalties are not looked at here: whoever has one is targeted.
    """
    text = lowered(text)
    done: set[int] = set()
    spoken_of: set[int] = set()
    subjects: set[int] = set()
    acting: set[int] = set()
    followings: list[Group | None] = [*named.groups[1:], None]
    for group, following in zip(named.groups, followings, strict=False):
        people = group.people
        if _suffers(text, group, following):
            done.update(people)
            continue
        later = _LATER.match(text, group.end)
        if (
            later is not None
            and group.mentions[0].governed is None
            and _is_aside(text, group.end, later.end(), named.groups)
        ):
            done.update(people)
            continue
        if _is_visited(text, group) or _is_husband_told_of(text, group):
            done.update(people)
            continue
        if _BE_RELEASED.match(text, group.end):
            spoken_of.update(people)
            continue
        before = text[max(0, group.start - 150) : group.start]
        words = group.mentions[0].role_words.lower()
        if words and before.rstrip().endswith(words):
            before = before.rstrip()[: -len(words)]
        acts = _SUBJECT.match(text, group.end) if group.mentions[0].governed is None else None
        if acts or _BY.search(before):
            subjects.update(people)
            if acts and not _TELLS.search(acts[0]):
                acting.update(people)
        elif _SPOKEN_OF.search(before):
            spoken_of.update(people)
    if len(named.people) == 2 and _DETAINED_BOTH.search(text):
        done.update((0, 1))
    officials = {
        i for i, person in enumerate(named.people) if "official" in person.roles and i not in done
    }
    roles = [
        _role(i, named, done, spoken_of, subjects, acting, officials)
        for i in range(len(named.people))
    ]
    return roles, done, officials


_APPEAL_OF: Final = compile_lowered(
    r"\b(?:appeals?|complaints?|requests?|applications?|motions?|claims?|lawsuits?)\s+(?:of|by)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$"
)
_LATER: Final = compile_lowered(
    rf"[^.;]{{0,260}}?,?\s+(?:and|but|и|но)\s+(?:was|were|был[аи]?)\s+(?:{_DONE})\b|[^.;]{{0,200}}?(?:\s+(?:и|но)|,)\s+(?:был[аи]?\s+)?(?:задержан|оштрафован|арестован|избит)[аоы]?\b"
)
_DETAINED_BOTH: Final = compile_lowered(
    r"\b(?:detained|arrested|beat|задержал[аи]?|задержали|арестовал[аи]?|избил[аи]?)\s+(?:both|обоих|обеих)\b|\b(?:both|оба|обе)\s+(?:were\s+)?(?:detained|arrested|задержаны|арестованы)\b"
)
_HOME_OF: Final = compile_lowered(
    r"(?:homes?|houses?|apartments?|flats?|offices?)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$|(?:дом\w*|квартир\w+|офис\w*|жилищ\w+)\s+(?:[а-яё-]+\s+){0,4}$"
)
_HOMES: Final = ("home", "house", "apart", "flat", "office", "дом", "кварт", "офис", "жилищ")
_KIN: Final = (
    "wife", "husband", "spouse", "mother", "father", "son", "daughter", "brother", "sister", "widow",
    "жена", "муж", "супруг", "мать", "отец", "сын", "дочь", "брат", "сестра", "вдова",
)  # fmt: skip
_VISIT: Final = compile_lowered(
    r"\b(?:search\w*|raid\w*|came|broke|burst|visited|обыск\w*|пришл[аи]|ворвал\w*|явил\w*|нагрянул\w*)"
)


_KIN_OF: Final = compile_lowered(
    r"(?:wife|husband|spouse|mother|father|son|daughter|brother|sister|widow)\s+of\s+(?:[\w-]+\s+){0,4}$|(?:жена|муж|супруга?|мать|отец|сын|дочь|брат|сестра|вдова)\s+(?:[\w-]+\s+){0,4}$"
)
_OF_KIN: Final = compile_lowered(
    r"\b(?:her|his|their|её|ее|его|их)\s+(?:husband|wife|spouse|son|daughter|brother|sister|mother|father|мужа?|жен[ау]|сына?|дочь|брата?|сестр[ау]|отца?|мать)\s+(?:was|had\s+been|has\s+been|is|were|не|избил|пыта|помести|перевел|водвор|держ|отказ)"
)


def _is_husband_told_of(text: str, group: Group) -> bool:
    """Whether a relative tells what was done to somebody: `wife of X, said her husband was …`."""
    near = text[max(0, group.start - 80) : group.start]
    return (
        holds(near, _KIN)
        and _KIN_OF.search(near) is not None
        and _OF_KIN.search(text, group.end, group.end + 200) is not None
    )


def _is_visited(text: str, group: Group) -> bool:
    """Whether the police came to the homes of the people of a list."""
    near = text[max(0, group.start - 90) : group.start]
    if not holds(near, _HOMES) or _HOME_OF.search(near) is None:
        return False
    begin = text.rfind(". ", 0, group.start) + 1
    end = text.find(". ", group.end)
    return _VISIT.search(text, begin, end if end >= 0 else len(text)) is not None


def _is_aside(text: str, begin: int, end: int, groups: list[Group]) -> bool:
    """Whether no other name between two places can be the subject of what is done there."""
    return all(
        group.mentions[0].governed is not None
        or text.rfind("“", 0, group.start) > text.rfind("”", 0, group.start)
        for group in groups
        if begin <= group.start < end
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


def _suffers(text: str, group: Group, following: Group | None) -> bool:
    """Whether something is done to the people of a list, in the passive or the active voice."""
    before = text[max(0, group.start - 110) : group.start]
    if group.mentions[0].role == "lawyer" and _APPEAL_OF.search(before):
        return False
    for pattern in (_PASSIVE, _RECEIVED):
        match = pattern.match(text, group.end)
        if match is not None and not _is_others(text, match.end(), following):
            return True
    if _ARTICLE_AFTER.match(text, group.end):
        return True
    active = _ACTIVE.search(before)
    if group.mentions[0].governed in ("with", "с"):
        active = None
    if active is None or re.search(r"\sby\s", active[0]):
        return _APPEAL_OF.search(before) is not None and bool(
            re.match(
                r"[^.;]{0,120}\b(?:was|were)\s+(?:dismissed|rejected|refused|denied)",
                text[group.end :],
            )
        )
    # `who were arrested for participating in a rally of X`: the verb has its people already.
    return not re.search(r"\b(?:was|were|been|had)\s+\w*$", before[: active.start()])


# Who somebody is outweighs that they are the one who speaks.
_BY_WORDS: Final[tuple[tuple[str, Role], ...]] = (
    ("defender", "defender"),
    ("lawyer", "defender"),
    ("journalist", "journalist"),
    ("relative", "relative"),
)


def _role(
    i: int,
    named: Named,
    done: set[int],
    spoken_of: set[int],
    subjects: set[int],
    acting: set[int],
    officials: set[int],
) -> Role:
    words = named.people[i].roles
    if i in done:
        return "targeted"
    if i in officials:
        return "official"
    if "prisoner" in words:
        return "targeted"
    if "foreign" in words:
        return "speaker"
    if i in spoken_of and i not in subjects:
        return "targeted" if not words & {"official"} else "official"
    for category, role in _BY_WORDS:
        # A wife who tells of her husband is his wife; one who pickets acts for herself.
        if category in words and not (category == "relative" and i in acting):
            return role
    if i in subjects:
        return "speaker"
    first = named.groups[0] if named.groups else None
    heads = first is not None and first.mentions[0].governed is None and i in first.people
    return "speaker" if heads and words else "other"
