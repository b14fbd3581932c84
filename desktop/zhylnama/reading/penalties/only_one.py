"""Penalties with which no name stands, in an event that tells of nobody but one person.

Where a text names one person and no word in it could be another who was punished – no newspaper,
no neighbour, no three activists – the penalty is that person's, and a doubt says why. One such word
anywhere, and it stays nobody's.
"""

from __future__ import annotations

from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Named
from zhylnama.reading.patterns import lowered
from zhylnama.reading.penalties.turns import Verdict

# Between an article and its noun no preposition stands, and no penalty.
_NO_ADJECTIVE: Final = "years?|months?|days?|hours?|mci|tenge|kzt|for|of|to|in|on|at|by|with|from|over|fine|arrest|term|sentence|ban|warning"
# Whoever may be punished without a name. Not of these: courts, police, officials who punish.
_OTHERS: Final = compile_sought(
    r"\b(?:website|site|newspaper|magazine|portal|channel|agency|company|firm|foundation|fund|union|community|congregation|church|mosque|studio|(?<!police\s)station|outlet|publication|publisher|editorial|enterprise|organi[sz]ation|association|movement|party|bookshop|shop|cafe|llp|llc|jsc|ltd)\b(?!’s\s|\s+(?:leader|activist|member|organi[sz]er|chair|head|editor|founder|worker|journalist|reporter|coordinator|supporter)(?:man|woman|person)?\b)"
    r"|\b(?:husband|wife|spouse|widow|son|daughter|brother|sister|sibling|cousin|nephew|niece|uncle|aunt|father|mother|parent|relative|neighbou?r|colleague|friend|comrade|associate|companion|supporter|follower|classmate|cellmate|driver|employer|landlord|owner|client|co-defendant|accomplice|opponent|attacker|offender|perpetrator)s?\b"
    r"|\b(?:people|persons|men|women|others?|another(?!\s+(?:\d|(?:one|two|three|four|five|six|seven|ten|fine|arrest|term|sentence|year|month|day)\b))|everyone|everybody|somebody|someone|anyone|anybody|nobody|those|whoever|rest|each|both|together\s+with\s+(?:him|her))\b"
    rf"|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens?|hundreds|\d+|all|an?)\s+(?:of\s+)?(?:(?!(?:{_NO_ADJECTIVE})\b)[a-z’-]+\s+){{0,3}}?(?:activist|participant|protester|demonstrator|resident|citizen|organi[sz]er|member|worker|journalist|reporter|blogger|student|teacher|doctor|man|woman|boy|girl|teenager|youth|child|parishioner|believer|defendant|detainee|prisoner|pensioner|editor|director|chairman|miner|farmer|trader|entrepreneur|businessman|patient|witness|villager|veteran|volunteer|leader)s?\b"
    r"|\b(?:activists|participants|protesters|demonstrators|residents|citizens|organi[sz]ers|members|workers|journalists|reporters|bloggers|students|teachers|parishioners|believers|defendants|detainees|prisoners|convicts|miners|villagers|editors|leaders|offenders|violators)\b"
    r"|(?<!\w)(?:(?:сайт|портал|телеканал|канал|фонд|профсоюз|магазин|журнал)(?:а|у|ом|е)?|газет[ауеы]|газетой|агентств[оауе]|(?:компани|редакци)[яюией]|фирм[ауеы]|общин[ауеы]|церк\w+|мечет[ьи]|студи[яюи]|издани[еяю]|издател[ьяю]|предприяти[еяю]|организаци[яюи]|объединени[еяю]|ассоциаци[яюи]|движени[еяю]|парти[яюи]|кафе|тоо|ао|ип)(?!\w)"
    r"|(?<!\w)(?:муж(?!чин)|жен(?:а|ы|у|е|ой)(?!\w)|супруг|сын|доч(?:ь|ер)|брат|сестр|с[её]стр|племянни|дяд|т[её]т(?:я|и|е|ю|ей)(?!\w)|отец|отц|мать|матер(?:и|ью|ей|ям)(?!\w)|родител|родственни|сосед|коллег|друг(?:а|у|ом|ие|их|им|ой|ого|ому)?(?!\w)|друз|подруг|товарищ|соратни|сторонни|единомышленни|спутни|сокамерни|водител|работодател|хозя|владел|подельни|соучастни|обидчик"
    r"|люд(?:и|ей|ям)|человек|мужчин(?!а(?!\w))|женщин(?!а(?!\w))|остальн|прочи|кажд|обо(?:их|им)|оба(?!\w)|обе(?!\w)|вдво[её]м|вместе\s+с\s+н|кто-то|никто|те(?!\w)|тех(?!\w)|двое|двоих|двоим|трое|троих|троим|четверо|четверых|пятеро|несколько|нескольких|ещ[её]\s+(?:один|одн[аоу]|дв|тр))"
    r"|(?<!\w)(?:активист|участник|участниц|демонстрант|жител|граждан|организатор|член|работник|рабочи|журналист|блогер|студент|учител|врач|прихожан|верующ|подсудим|задержанн|заключ[её]нн|осужд[её]нн|шахт[её]р|фермер|сельчан|редактор|лидер)(?:ы|и|ов|ам|ами|ей|ям|ых|ыми|е|ые|ие|их|им)(?!\w)"
)
# `the leader of the union A`, `активист движения`: of whom somebody is, is not punished; nor who is told.
_OF_WHOM: Final = compile_sought(
    r"(?:\b(?:told|informed|to)\s+(?:the\s+)?|(?<!\w)(?:рассказал|сообщил|заявил|сказал)[аи]?\s+|\b(?:activist|leader|head|chair|chairman|chairwoman|chairperson|member|founder|editor|editor-in-chief|director|owner|journalist|reporter|correspondent|pastor|imam|priest|preacher|lawyer|worker|employee|supporter|participant|coordinator|representative|president|secretary|organi[sz]er)\s+(?:of|for|at|with)\s+(?:(?:the|an?|its)\s+)?(?:[\w“”«»’-]+\s+){0,4}"
    r"|(?<!\w)(?:активист|лидер|глав|председател|член|основател|редактор|директор|журналист|корреспондент|пастор|имам|священник|юрист|работни|сотрудни|сторонни|участни|координатор|представител|президент|секретар|организатор|владел)[а-яё]{0,4}\s+(?:[а-яё«»“”-]+\s+){0,4})$"
)
_REACH: Final = 90
_SAYS: Final = compile_sought(
    r"\b(?:said|says|told|tells|stat(?:es|ed)|report(?:s|ed)|announc(?:es|ed)|not(?:es|ed)|wr(?:ites|ote)|complain(?:s|ed)|consider(?:s|ed)|believ(?:es|ed)|think|thinks|thought|recall(?:s|ed)|criticis|criticiz|call(?:s|ed)|demand(?:s|ed)|urg(?:es|ed)|ask(?:s|ed)|explain(?:s|ed)|commented|published|condemn|according|opinion|that)"
    r"|(?<!\w)(?:сказал|говор|заяв|сообщ|рассказ|напис|отмет|счита|полага|дума|вспомн|напомн|критик|назвал|требо|потребо|призва|призыв|спроси|проси|попроси|объясн|поясн|комментир|опублик|осудил|пожалова|жалу|по\s+словам|по\s+мнению|что(?!\w))"
)
_HIMSELF: Final = compile_sought(
    r"\b(?:he|she|him|her|his)\b|(?<!\w)(?:он|она|его|её|ее|ему|ей|него|неё|нее)(?!\w)"
)
# Who punishes, defends or is somebody's kin may tell of another's penalty.
_TELLERS: Final = frozenset(("official", "lawyer", "relative", "defender", "foreign"))


def give_to_the_only_one(
    text: str, start: int, verdicts: list[Verdict], named: Named, officials: set[int]
) -> None:
    """Give penalties that are nobody's to the only person of an event, where nobody else could be meant.

    `start`: where the event begins behind its date and place.
    """
    ownerless = [one for one in verdicts if not one.people]
    if not ownerless or len(named.people) != 1 or officials:
        return
    somebody = named.people[0]
    if somebody.roles & _TELLERS or not named.mentions:
        return
    small = lowered(text)
    if _another(small, start) is not None:
        return
    for verdict in ownerless:
        if _is_told_of_another(text, verdict.penalty.start, named):
            continue
        verdict.people, verdict.unnamed = [0], False
        verdict.doubt = f"sanctions: {somebody.name} is taken as the only person named"


def _another(small: str, start: int) -> str | None:
    """Return a word for somebody or something else that may be punished."""
    for found in _OTHERS.finditer(small, start):
        if not _OF_WHOM.search(small, max(start, found.start() - _REACH), found.start()):
            return found[0]
    return None


def _is_told_of_another(text: str, penalty: int, named: Named) -> bool:
    """Whether the person only says something of a penalty: `A said that 15 days of arrest were …`."""
    before = [mention.end for mention in named.mentions if mention.end <= penalty]
    gap = lowered(text[max(before) : penalty]) if before else ""
    return _SAYS.search(gap) is not None and not _HIMSELF.search(gap)
