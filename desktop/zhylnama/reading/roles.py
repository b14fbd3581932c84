"""What each person is in an event: who suffers it, who speaks, who holds an office."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.people import Group, Named
from zhylnama.record.event import Role

_DONE: Final = (
    r"detained|arrested|fined|sentenced|convicted|charged|accused|placed|taken|brought|summoned|questioned|interrogated|beaten|attacked|threatened|refused|denied|prosecuted|persecuted|released|transferred|searched|warned|kidnapped|abducted|dismissed|fired|informed|given|tortured|hospitali[sz]ed|"
    r"imprisoned|remanded|blocked|prevented|forced|followed|infected|deported|extradited|found\s+guilty|put|stopped|tried|acquitted|apprehended|killed|injured|subjected|ordered|banned|barred|deprived|not\s+allowed|not\s+admitted|escorted|discharged|issued|suspected|harassed|expelled|handed\s+over|visited\s+by\s+police|called\s+(?:in|to)\s+the|invited\s+to\s+the\s+police|left\s+in\s+custody|moved"
)
_PASSIVE: Final = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{{0,200}}?,\s*)?,?\s*(?:who\s+)?(?:was|were|has\s+been|have\s+been|had\s+been|is\s+being|are\s+being|is|are|got|been)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|once\s+|each\s+|both\s+)*(?:{_DONE})\b|"
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,200}?,\s*)?,?\s*(?:был[аи]?\s+)?(?:вновь\s+|снова\s+)?(?:задержан|арестован|оштрафован|осужд[её]н|приговор[её]н|вызван|допрошен|доставлен|избит|отпущен|освобожд[её]н|переведен|перевед[её]н|этапирован|признан|помещ[её]н|водвор[её]н|уволен|обвинен|обвин[её]н)[аоы]?(?![^\W\d_])|"
    r"\s*,?\s*(?:задержали|арестовали|оштрафовали|осудили|приговорили|вызвали|допросили|доставили|избили|отпустили|освободили|привлекли|получил[аи]?\s+(?:\d+|предупрежд|штраф|срок)|пришла\s+повестка)",
    re.I,
)
_RECEIVED: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,160}?,\s*)?,?\s*(?:received|got|attempted\s+(?:to\s+commit\s+)?suicide|attempted\s+suicide|tried\s+to\s+commit|went\s+on\s+(?:a\s+)?hunger|declared\s+(?:a\s+)?hunger|has\s+received|said\s+that\s+(?:they|he|she)\s+had\s+suffered|reported\s+(?:that\s+(?:she|he)\s+(?:has|had)\s+received|the\s+use\s+of)|said\s+that\s+pressure|died|объявил[аи]?\s+голод|скончал|умер|покончил|пытал(?:ся|ась)\s+покончить|совершил[аи]?\s+попытку)",
    re.I,
)
_ACTIVE: Final = re.compile(
    r"(?:detained|arrested|fined|sentenced|summoned|questioned|interrogated|beat|attacked|refused|denied|released|threatened|warned|charged|accused|against|deported|searched|placed|convicted|found|persecut\w+|allowed|admitted|acquitted|informed|visited|notified|civil\s+claims?[^.;]{0,80}against|claims?\s+against|suit\s+[^.;]{0,40}against|"
    r"задержал[аи]?|арестовал[аи]?|оштрафовал[аи]?|осудил[аи]?|приговорил[аи]?|вызвал[аи]?|допросил[аи]?|избил[аи]?|отказал[аи]?|освободил[аи]?|отпустил[аи]?|доставил[аи]?|в\s+отношении|против|привлекл[аи]|признал[аи]?|предупредил[аи]?)"
    r"\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+)?(?:[a-zа-яё’'-]+\s+){0,5}[“«]?$",
    re.I,
)
_SPOKEN_OF: Final = re.compile(
    r"(?:release|releas\w+|support|free|freedom|defen[cs]e|acquit\w*|amnesty|case|trial|sentence|verdict|rehabilitat\w+|health|condition|compensation|family|prisoners?|convicts?|regarding|overturn\w*|about|film|ruling|"
    r"освобо\w+|поддержк\w+|защит\w+|дел[оауе]|суд\w*|приговор\w*|здоровь\w+|реабилитаци\w+|политзаключ\w+)\b(?:[^.;]{0,90})?$",
    re.I,
)
_SUBJECT: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,200}?,\s*)?,?\s*(?:has\s+|have\s+|had\s+|also\s+|again\s+|once\s+again\s+)*(?:said|stated|reported|told|held|went|came|picketed|demanded|demands|sued|filed|lodged|sent|appealed|called|urged|won|summari[sz]ed|replied|announced|published|expressed|expresses|noted|recorded|wrote|complained|submitted|organi[sz]ed|took|began|staged|posted|stood|addressed|asked|tweeted|declared|is\s+going|gave|presented|plans|intends|met|started|recalled|believes|thinks|accused|signed|visited|attended|led|paid|received\s+(?:the|an?)\s+(?:\w+\s+)?(?:award|prize)|demanding|lives|"
    r"заявил|сообщил|рассказал|вышел|вышла|вышли|провел|провёл|провела|провели|потребовал|обратил|подал|опубликовал|написал|отметил|призвал|объявил|выступил|направил|попросил|считает|планиру|собира|стоял|записал|пожаловал|получил\w*\s+преми|стал)",
    re.I,
)
_BY: Final = re.compile(
    r"(?:reported|said|drafted|stated|prepared|published|written|led|told|announced|сообщил[аи]?|заявил[аи]?|рассказал[аи]?)\s*[,”»\"]*\s*(?:by\s+)?(?:the\s+)?(?:[a-zа-яё-]+\s+){0,5}$",
    re.I,
)
_FOREIGN = re.compile(
    r"\b(?:MEP|U\.?S\.?|Canadian|British|German|French|European Parliament|Европарлам|США)\b"
)


def find_roles(text: str, named: Named) -> tuple[list[Role], set[int], set[int]]:
    """Return the role of each person, who is newly targeted, and who holds an office.

    Penalties are not looked at here: whoever has one is targeted.
    """
    done: set[int] = set()
    spoken_of: set[int] = set()
    subjects: set[int] = set()
    for group in named.groups:
        people = group.people
        if _suffers(text, group):
            done.update(people)
            continue
        before = text[max(0, group.start - 150) : group.start]
        words = group.mentions[0].role_words
        if words and before.rstrip().endswith(words):
            before = before.rstrip()[: -len(words)]
        if (_SUBJECT.match(text, group.end) and group.mentions[0].governed is None) or _BY.search(
            before
        ):
            subjects.update(people)
        elif _SPOKEN_OF.search(before):
            spoken_of.update(people)
    officials = {
        i for i, person in enumerate(named.people) if "official" in person.roles and i not in done
    }
    roles = [
        _role(i, named, done, spoken_of, subjects, officials) for i in range(len(named.people))
    ]
    return roles, done, officials


def _suffers(text: str, group: Group) -> bool:
    """Whether something is done to the people of a list, in the passive or the active voice."""
    if _PASSIVE.match(text, group.end) or _RECEIVED.match(text, group.end):
        return True
    before = text[max(0, group.start - 110) : group.start]
    match = _ACTIVE.search(before)
    if match is None:
        return False
    # `who were arrested for participating in a rally of X`: the verb has its people already.
    return not re.search(r"\b(?:was|were|been|had)\s+\w*$", before[: match.start()])


def _role(
    i: int,
    named: Named,
    done: set[int],
    spoken_of: set[int],
    subjects: set[int],
    officials: set[int],
) -> Role:
    words = named.people[i].roles
    if i in done:
        return "targeted"
    if i in officials:
        return "official"
    if "foreign" in words:
        return "speaker"
    if i in spoken_of and i not in subjects:
        return "targeted" if not words & {"official"} else "official"
    if "defender" in words:
        return "defender"
    if "journalist" in words and i in subjects:
        return "journalist"
    if i in subjects:
        return "speaker"
    if "journalist" in words:
        return "journalist"
    if "relative" in words:
        return "relative"
    if "lawyer" in words:
        return "other"
    return "speaker" if named.mentions and i == named.mentions[0].who and words else "other"
