"""A noun that is punished in place of a name: `the driver was fined`, `фотографа арестовал`.

It is whoever is called so beside the name, and nobody who is named where nobody is: `A was fined, and
the driver received a warning` tells nothing more of A.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Named
from zhylnama.reading.penalties.called import TITLES
from zhylnama.reading.penalties.referents import NOT_NAMED, Sentence
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.turns import Verdict

# Courts, penalties, and words that stand for somebody by their place or number.
_NO_PERSON: Final = (
    r"(?!(?:[a-z’-]+\s+){0,2}?(?:courts?|judges?|panel|board|collegium|chamber|instance|same|latter|former|first|second|third|last|other|others|rest|two|three|both|fines?|arrests?|sentences?|terms?|bans?|warnings?|"
    r"punishments?|penalt(?:y|ies)|verdicts?|decisions?|rulings?|amount|sum|total|case|day|week|month|year|time|maximum|minimum|husband|wife|spouses?|couple|son|daughter|father|mother|brothers?|sisters?|"
    r"police|prosecutors?|authorities|lawyers?|newspaper|website|company|organi[sz]ation|church|community|party|period|article|result|right|group)\b)"
)
# These may be the only one who is named, though nothing else calls them so.
_ANYBODY: Final = re.compile(
    r"(?:(?:civil|civic|human\s+rights|rights|young|elderly|local|arrested|detained|convicted|said)\s+)*(?:activist|journalist|blogger|woman|man|girl|detainee|convict|defendant|picketer|defender|politician|prisoner|accused|protester|protestor|demonstrator|participant|offender|suspect|opposition(?:ist)?|dissident|believer|pensioner|citizen|resident)$"
    r"|(?:активист|журналист|блогер|женщин|мужчин|девушк|правозащитни|политик|задержанн|арестованн|осужд[её]нн|подсудим|обвиняем|участни|митингующ|пикетчи|пенсионер|нарушител)",
    re.I,
)
_LEAD: Final = r"(?:^\W*|[.,;:]\s+|\b(?:and|while|but|whereas|where|when|that|how|day|morning|evening|later|then)\s+)"
_SUBJECT: Final = compile_sought(
    rf"{_LEAD}(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne)\s+(?P<noun>{_NO_PERSON}(?:[a-z’-]+\s+){{0,2}}?[a-z-]{{3,}})(?:\s+(?:of|from|at|in)\s+(?:the\s+)?(?:(?!and\b)[a-z’-]+\s+){{1,4}}?)?\s*$"
)
_OBJECT: Final = compile_sought(
    rf"\b(?:fined|arrested|sentenced|jailed|imprisoned|convicted|gave|handed)\s+(?:the|an?|another|one)\s+(?P<noun>{_NO_PERSON}(?:[a-z’-]+\s+){{0,2}}?[a-z-]{{3,}})\s+(?=\d|to\s|for\s|an?\s|[a-z]+\s+(?:days|months|years|MCI))"
)
_PEOPLE_EN: Final = re.compile(
    r"(?:[a-z’-]+\s+)*(?:police\s+officers?|policem[ae]n|drivers?|photographers?|accountants?|bookkeepers?|teachers?|doctors?|nurses?|students?|pastors?|imams?|editors?|artists?|singers?|entrepreneurs?|business(?:man|woman)|oilm[ae]n|miners?|directors?|guards?|assistants?|organi[sz]ers?|"
    r"owners?|sellers?|traders?|operators?|watchm[ae]n|cooks?|mechanics?|engineers?|programmers?|designers?|musicians?|actors?|actress|poets?|writers?|priests?|farmers?|lawyers?|ecologists?|workers?|employees?|welders?|loaders?|builders?|"
    r"schoolboys?|schoolgirls?|pupils?|teenagers?|economists?|historians?|coach|trainers?|athletes?|fisherm[ae]n|passengers?|companions?|friends?|acquaintances?|neighbou?rs?|colleagues?|cameram[ae]n|comedians?|rappers?|tiktokers?|youtubers?|stokers?|caretakers?|porters?|waiters?|tutors?|lecturers?|professors?|deputy|deputies|crane\s+operators?)$",
    re.I,
)
_PEOPLE: Final = (
    r"(?:полицейск|водител|фотограф|бухгалтер|учител|врач|студент|пастор|имам|редактор|художни|певе?ц|певиц|предпринимател|нефтяник|ш[ао]хт[её]р|директор|охранник|помощни|организатор|владел|хозяин|хозяйк|продав|оператор|таксист|сторож|"
    r"кассир|повар|механик|инженер|программист|дизайнер|музыкант|акт[её]р|актрис|поэт|писател|священник|мулл|фермер|юрист|эколог|рабоч|работни|сотрудни|медсестр|санитар|слесар|токар|сварщик|грузчик|строител|школьни|подрост|"
    r"тракторист|машинист|крановщи|экономист|социолог|историк|преподавател|воспитател|тренер|спортсмен|режисс[её]р|ведущ|вахтовик|докер|моряк|рыбак|пассажир|попутчи|знаком|друг|подруг)[а-яё]*"
)
_SUBJECT_RU: Final = compile_sought(
    rf"(?:^\W*|[.,;:]\s+|(?<!\w)(?:а|и|но|где|когда|что|как|день|позже|затем|утром|вечером)\s+)(?P<noun>{_PEOPLE})\s+(?:[–—-]\s+)?$",
    re.I,
)
_OBJECT_RU: Final = compile_sought(
    rf"(?<!\w)(?:арестовал|оштрафовал|приговорил|осудил|наказал|назначил|дал|вынес|присудил|выписал)[аио]?\s+(?P<noun>{_PEOPLE})\s+(?=\d|на\s|к\s|за\s|по\s|штраф|арест|пред|[а-яё]+\s+(?:сут|лет|год|час))",
    re.I,
)
# Adverbs and words of the court are no nouns of somebody.
_NEXT_NOUN_RU: Final = compile_sought(
    r"(?:[,;]\s+(?:(?:а|и|но)\s+)?|\s(?:а|и|но)\s+)(?!(?:затем|потом|вдобавок|впредь|вновь|опять|теперь|там|тут|сейчас|суд\w*|судья\w*|срок\w*|штраф\w*|арест\w*|приговор\w*|запрет\w*|месяц|год|день|раз|всем|обоим|ему|всему|этому|тому|потому|поэтому|почему|"
    r"каждому|самому|первому|второму|последнему|остальным|каждый|первый|второй|третий|последний|он|тот|который|сам|вечером|утром|днём|ночью|иск|спор|протокол|отказ|итог|результат)\s)"
    r"(?P<noun>[а-яё]{3,}(?:[бвгджзклмнпрстфхцчшщьй]|(?:ниц|щиц|к)а|(?P<dative>у|ю|ке|це)))\s+$"
)
_VERB: Final = re.compile(
    r"(?:was|were|is|are|has|have|had|been|received|gets?|got|must|will|should|faces?|did)\b", re.I
)
_TAKES_SUBJECT: Final = re.compile(
    r"(?:был[аи]?\s+)?(?:получил|оштрафован|арестован|приговор[её]н|осужд[её]н|наказан|отделал)",
    re.I,
)
_TAKES_DATIVE: Final = re.compile(
    r"(?:назнач|вынес|дали|дан\w?|присужд|присуди|выписа|объяв|запре|предупрежд|\d)", re.I
)
# `detained with a friend, who was arrested`, `supported those who had been fined`: it is said of them.
_WHO: Final = compile_sought(
    rf"(?<!was\s)(?<!is\s)(?<!were\s)(?<!became\s)(?<!as\s)(?<=[a-z]\s)(?:(?:an?|another|the|his|her)\s+{_NO_PERSON}(?:[a-z’-]+\s+){{0,2}}?[a-z-]{{3,}}|those|people|persons|men|women|activists|participants),?\s+(?:who|that)\s+(?:(?:was|were|had|has|have|been|later|also|earlier|then)\s+)*$"
)
# `the blogger filming him got 10 days`
_BESIDE_HIM: Final = compile_sought(
    rf"\b(?:the|an?|another)\s+{_NO_PERSON}(?:[a-z’-]+\s+){{0,2}}?[a-z-]{{3,}}\s+[a-z]+ing\s+(?:him|her|them)\s+$"
)
# `оскорбившего А мужчину арестовали`
_DOING: Final = compile_sought(r"(?<!\w)[а-яё]+(?:вш|ющ|ящ|ащ|ущ)(?:его|ему|ую|ей|их|им)\s+$", re.I)
_ONE_WORD: Final = re.compile(r"\s+[а-яё]{3,}\s+")
_REACH: Final = 90
_SHORTEST: Final = 4
_PLURAL: Final = re.compile(r"(?:[^s]s|и|ы|ей|ов|ам|ям|ами|ями|ах|ях)$")


def by_noun(
    text: str, named: Named, last: Verdict | None, penalty: Penalty, here: Sentence, verb: int
) -> Verdict | None:
    """Return the verdict where a noun is punished: who is called so, or nobody who is named.

    `last`: the verdict on the penalty before; `here`: the sentence; `verb`: where the verb begins.
    """
    begin = max(here.start, last.penalty.end if last is not None else 0)
    noun = _punished(text, begin, verb, penalty)
    called = _called_so(noun, text, named) if noun else set()
    if len(called) == 1:
        name = named.people[min(called)].name
        return Verdict(penalty, [*called], doubt=f"sanctions: “{noun}” is taken to be {name}")
    nobody = (noun and not called and _is_another(noun)) or _is_of_clause(text, here, begin, verb)
    return Verdict(penalty, unnamed=True, doubt=NOT_NAMED) if nobody else None


def _is_of_clause(text: str, here: Sentence, begin: int, verb: int) -> bool:
    """Whether a verb is of a noun that only a clause or a participle ties to the name before it."""
    before = [group for group in here.groups if group.end <= verb]
    if not before:
        return False
    last = before[-1]
    first = max(last.end, begin, verb - _REACH)
    if _WHO.search(text, first, verb) or _BESIDE_HIM.search(text, first, verb):
        return True
    doing = _DOING.search(text, max(here.start, last.start - _REACH), last.start)
    return doing is not None and _ONE_WORD.fullmatch(text, last.end, verb) is not None


def _punished(text: str, begin: int, verb: int, penalty: Penalty) -> str | None:
    """Return the noun that is the subject or the object of the verb of a penalty."""
    before = text[max(begin, verb - _REACH) : verb]
    around = text[max(begin, penalty.start - _REACH) : penalty.end + 1]
    found = (
        _SUBJECT.search(before)
        or _SUBJECT_RU.search(before)
        or _OBJECT.search(around)
        or _OBJECT_RU.search(around)
    )
    return found["noun"] if found else None


def tells_of_another(text: str, begin: int, verb: int) -> bool:
    """Return whether behind a penalty, which ends at `begin`, the next verb has a noun of its own.

    Whatever noun that is: `A was fined, and the stallholder received …`, `А оштрафован, продюсер получил …`.
    """
    between = text[max(begin, verb - _REACH) : verb]
    english = _SUBJECT.search(between)
    if english is not None:
        return _VERB.match(text, verb) is not None and _ANYBODY.match(english["noun"]) is None
    russian = _NEXT_NOUN_RU.search(between)
    if russian is None or _ANYBODY.match(russian["noun"]) is not None:
        return False
    return (_TAKES_DATIVE if russian["dative"] else _TAKES_SUBJECT).match(text, verb) is not None


def _is_another(noun: str) -> bool:
    """Return whether a noun cannot stand for somebody who is not called so: `the driver`, not `the activist`."""
    known = _PEOPLE_EN.match(noun) is not None or not noun.isascii()
    return known and _ANYBODY.match(noun) is None


def _called_so(noun: str, text: str, named: Named) -> set[int]:
    """Return those who are called by a noun beside their names: `driver A`, `A, a driver`."""
    head = noun.rsplit(maxsplit=1)[-1].lower()
    stem = re.escape(head if head.isascii() else head[: max(_SHORTEST, len(head) - 2)])
    ends = r"(?![\w-])" if head.isascii() else r"[а-яё]*"
    if head in TITLES:
        stem, ends = f"(?:{TITLES[head]})", r"[\w-]*"
    before = re.compile(rf"(?<!\w)(?P<word>{stem}{ends})\s+(?:[a-zа-яё-]+\s+){{0,2}}$", re.I)
    behind = re.compile(
        rf"\s*,\s+(?:an?\s+|the\s+)?(?:[a-zа-яё-]+\s+){{0,2}}(?P<word>{stem}{ends})(?=\s*[,(])",
        re.I,
    )
    found: set[int] = set()
    for mention in named.mentions:
        word = before.search(text, max(0, mention.start - 50), mention.start)
        word = word or behind.match(text, mention.end)
        if word is not None and not _PLURAL.search(word["word"]):
            found.add(mention.who)
    return found
