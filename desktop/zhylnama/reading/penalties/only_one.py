"""Penalties with which no name stands, where a sentence speaks of nothing but a court and one person.

Where an event names one person, and the sentence of a penalty holds, beside that name, only words of
courts and penalties, no noun is left that could be somebody else: `8 days of arrest was the punishment
that the court chose for A`. The penalty is then that person's, and a doubt says why. One other word –
`lodger`, `the latter`, `кум` – and it stays nobody's: what may be punished is no closed list, what
courts do is.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Mention, Named
from zhylnama.reading.names.sexes import HE, SHE, sex_of
from zhylnama.reading.patterns import compile_phrases
from zhylnama.reading.penalties.cues import ATTENDED, DEFINITE
from zhylnama.reading.penalties.referents import Sentence
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.turns import Verdict

# What courts and penalties are told with, and nobody who could be punished.
_OF_COURTS: Final = compile_phrases((
    # small words
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "left", "go", "unserved", "longest", "shortest", "riot*", "unrest", "outcome*", "result*", "events", "threw", "throwing", "upholding", "uphold*", "repeat*", "violation*", "для", "над", "беспорядк*", "событи*", "нарушени*", "вправе", "течение", "весной", "летом", "осенью", "зимой", "повторн*",
    "the", "a", "an", "of", "for", "to", "on", "by", "in", "at", "with", "from", "as", "over", "against", "under", "into", "and", "or", "but", "than", "instead", "besides", "also", "again", "only", "just", "now", "then", "still", "yet", "there", "this", "that", "these", "which", "who", "whom", "it", "its", "such", "so", "addition", "together", "not", "no",
    "is", "was", "were", "be", "been", "being", "are", "has", "had", "have", "will", "must", "may", "did", "does", "twice", "once", "more", "further", "another", "total", "full", "half", "part", "rest", "remaining", "first", "second", "third", "new", "old", "same", "final", "initial", "previous", "earlier", "already", "later", "longer",
    "days", "day", "months", "month", "years", "year", "hours", "week", "today", "yesterday", "tomorrow", "evening", "morning", "night", "last", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    # courts
    "court", "courts", "judge", "judges", "board", "panel", "jury", "instance", "appeal", "appeals", "appellate", "cassation", "supreme", "city", "district", "regional", "region", "specialised", "specialized", "inter-district", "interdistrict", "administrative", "criminal", "investigative", "military", "garrison", "local",
    "hearing*", "trial*", "case*", "verdict*", "decision*", "ruling*", "order", "orders", "judgment*", "resolution*", "protocol", "session", "sitting", "examination", "proceedings", "charge*", "offence*", "offense*", "article*", "part*", "code*", "paragraph*", "republic", "kazakhstan", "rk", "guilty", "liable", "liability", "contempt",
    "found", "finding", "held", "made", "gave", "give", "given", "gives", "chose", "chosen", "choose", "set", "passed", "issued", "announced", "pronounced", "delivered", "assigned", "appointed", "determined", "imposed", "imposing", "handed", "meted", "laid", "levied", "sentenced", "sentencing", "convicted", "punished", "ordered", "obliged", "received", "got", "gets", "went", "ended", "ends", "concluded", "resulted", "became", "turned", "came", "amounted", "awaits", "awaited", "confined", "forbade", "prohibited", "banned", "forbidden", "allowed", "permitted", "milder", "lesser", "motion*", "replac*", "portion*", "barred", "down", "out", "up",
    "upheld", "left", "confirmed", "replaced", "replacing", "changed", "commuted", "reduced", "lowered", "cut", "mitigated", "softened", "increased", "extended", "prolonged", "toughened", "cancelled", "canceled", "overturned", "quashed", "annulled", "revoked", "dismissed", "rejected", "considered", "reviewed", "heard", "examined", "granted", "satisfied", "remained", "remains", "stays", "stayed", "force", "effect", "unchanged", "partially", "partly", "won", "lost", "victory", "partial",
    # penalties
    "punishment*", "penalt*", "sentence*", "term*", "period*", "measure*", "restraint", "arrest*", "fine*", "warning*", "ban", "bans", "imprisonment", "imprisoned", "jail", "jailed", "prison", "prisons", "colony", "custody", "detention", "detained", "remand", "pre-trial", "pretrial", "special", "center", "centre", "facility", "institution", "reception", "isolator", "security", "minimum", "medium", "maximum", "minimum-security", "medium-security", "maximum-security", "general", "strict", "regime", "behind", "bars", "cell",
    "restriction*", "restrict*", "deprivation", "deprived", "liberty", "freedom", "forced", "compulsory", "community", "correctional", "labour", "labor", "work", "works", "service", "serve*", "serving", "spend*", "spent", "pay*", "paid", "unpaid", "outstanding", "owed", "amount*", "sum", "tenge", "mci", "mcis", "kzt", "suspended", "conditional*", "probation*", "deferred", "reason", "basis", "grounds", "decided", "ruled", "placed", "sent", "put", "taken", "locked",
    # the same in Russian
    "и", "а", "но", "в", "во", "на", "по", "за", "с", "со", "к", "до", "о", "об", "от", "из", "под", "при", "через", "после", "без", "не", "ещё|еще", "уже", "также", "тоже", "только", "лишь", "всего", "же", "затем", "снова", "вновь", "опять", "теперь", "сейчас", "потом", "тут", "что", "это", "этот", "этого", "эту", "этой", "такой", "такое", "такую", "тот", "того", "тем", "котор*", "котором", "чей", "или", "то", "есть", "как", "вместо", "кроме", "плюс", "сразу", "дважды", "трижды", "вчера", "сегодня", "накануне", "вечером", "утром", "днём|днем", "ночью", "день", "дня", "дней", "сут*", "месяц*", "год", "г", "года", "году", "годом", "лет", "годам*", "час", "часа", "часов", "неделю", "январ*", "феврал*", "март*", "апрел*", "мая", "мае", "июн*", "июл*", "август*", "сентябр*", "октябр*", "ноябр*", "декабр*", "прошл*", "текущ*",
    "был", "была", "было", "были", "будет", "стал*", "суд", "суда", "суду", "судом", "суде", "суды", "судья", "судьи", "судьёй|судьей", "судебн*", "коллеги*", "инстанци*", "апелляци*", "кассаци*", "верховн*", "областн*", "городск*", "районн*", "межрайонн*", "административн*", "уголовн*", "следственн*", "военн*", "гарнизон*", "специализированн*", "местн*", "област*", "город*", "район*",
    "заседани*", "процесс*", "дел*", "слушани*", "рассмотрени*", "рассмотрел*", "рассмотре*", "жалоб*", "протокол*", "постановлени*", "постановил*", "решени*", "решил*", "определени*", "определил*", "приговор*", "вердикт*", "совокупност*", "сложени*", "итог*", "результат*", "стать*", "ст", "част*", "ч", "кодекс*", "коап", "ук", "рк", "казахстан*", "республик*", "правонарушени*", "преступлени*", "виновн*", "признал*", "признан*", "законн*", "незаконн*", "нашёл|нашел", "нашли", "оснований", "отмены", "ответственност*", "привлек*", "привлеч*", "неуважени*",
    "назнач*", "вын*", "вынес*", "дал", "дала", "дали", "дан", "получил*", "получ*", "приговор*", "приговаривает*", "осуд*", "осужд*", "наказ*", "наказани*", "наложил*", "наложен*", "избрал*", "избран*", "санкци*", "санкционир*", "обязал*", "обязан*", "присуд*", "выпис*", "ограничил*", "закончил*", "завершил*", "обернул*", "обош*", "обошёл*", "вышло", "вышел", "составил*", "составля*", "равн*", "ждёт|ждет", "ждут", "предстоит", "придётся|придется", "грозивш*",
    "оставил*", "оставлен*", "оста*", "прежн*", "сил*", "изменени*", "изменил*", "измен*", "замен*", "смягч*", "сниз*", "сниж*", "сократил*", "сокращ*", "уменьшил*", "уменьш*", "сумм*", "увелич*", "продл*", "ужесточ*", "отмен*", "отклон*", "отказ*", "удовлетвор*", "подтверд*", "первоначально", "раньше", "ранее", "окончательно", "частично",
    "арест*", "штраф*", "оштраф*", "предупрежд*", "запрет*", "запрещ*", "срок*", "сроком", "мер*", "пресечени*", "заключ*", "страж*", "лиш*", "свобод*", "ограничени*", "колони*", "тюр*", "тюремн*", "решётк*|решетк*", "камер*", "спецпри*", "изолятор*", "сизо", "учреждени*", "безопасност*", "режим*", "общ*", "строг*", "средн*", "максимальн*", "минимальн*", "полн*", "принудительн*", "общественн*", "исправительн*", "обязательн*", "работ*", "условн*", "отсроч*", "отб*", "отсид*", "провед*", "провел*|провёл*", "отправ*", "помещ*", "помест*", "водвор*", "взят*", "взял*", "посад*", "размер*", "мрп", "тенге", "тыс", "тысяч*", "плат*", "уплат*", "заплат*", "выплат*", "оплат*", "неуплач*", "неоплач*", "долг*", "доход*", "бюджет*", "государств*", "взыска*", "добав*", "накин*", "пример*", "сем*", "пят*", "шест*", "восем*", "девят*", "десят*", "дв*", "тр*", "четыр*", "один", "одни", "одного", "одной", "полтор*", "половин*",
))  # fmt: skip
# What is told beside a name: `A, who came to support a friend, was fined`.
_ASIDE: Final = re.compile(r"\s*,\s*(?!(?:whose|чей|чь[яиюе])\b)[^,:;]{1,160}[,:]")
_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_])?")
# `the Bostandyk District Court of Almaty`, `Карагандинский областной суд`, `Article 488, Part 6 of the Code …`
_SAID_OF_COURTS: Final = re.compile(
    r"\([^()]*\)|(?:[A-Z][\w’-]+\s+){1,4}(?=(?:[Cc]ity|[Dd]istrict|[Rr]egional|[Ss]upreme|[Ss]pecialised|[Ss]pecialized|[Ii]nter-?district|[Aa]dministrative|[Cc]riminal|[Mm]ilitary)\s+(?:\w+\s+){0,3}[Cc]ourt)"
    r"|(?<=[Cc]ourt)(?:\s+No\.?\s*\d+)?\s+(?:of|in)\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:city|region|district))?|\bNo\.\s*\d+"
    r"|(?<!\w)[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:ск|цк)(?:ий|ого|ом|им|ому|ая|ой)\s+(?=[а-яё]+\s+(?:[а-яё]+\s+)?суд|гарнизон|област)|(?<=суд|уда|уде)\s+(?:города\s+|г\.\s*|№\s*\d+\s+)?[А-ЯЁ][а-яё-]+[ыаи](?!\s+[А-ЯЁ])|(?:[Аа]рт|[Сс]т)\.\s*\d+"
)
# One word before a name says who somebody is: `for steelworker A`, `приговор контрактнику А`; a deed
# (`for insulting A`, `за оскорбление А`) does not end so.
_WHO_IT_IS: Final = compile_sought(
    r"(?:\b(?:former\s+|retired\s+|ex-)?(?:[a-z-]{2,}(?:ist|er|or|ian|ant|ent|man|woman|person)|poet|poetess|nurse|cook|imam|pastor|priest|coach|mechanic|guard|pilot|clerk|judge|dentist|captain|general|major|sergeant|head|member|athlete)"
    r"|(?<!\w)(?:бывш[а-яё]+\s+|экс-)?[а-яё-]{2,}(?:ист|истк|щик|чик|ник|ниц|щиц|тел|[оеё]р|ец|ц|ант|ент|антк|ентк|лог|граф|вед)(?:ь|а|у|ом|ем|е|ой|ей|ы|я|ю|и)?)\s+$",
)
_HIM: Final = re.compile(
    r"\b(?:he|him|his|she|her)\b|(?<!\w)(?:он|его|ему|ним|него|нему|она|её|ее|ей|ней|неё|нее)(?!\w)"
)
_IS_MAN: Final = HE | {"his", "ним", "него", "нему"}
_IS_WOMAN: Final = SHE | {"ней", "неё", "нее"}
_ON_ANOTHER: Final = re.compile(
    r"\s+(?:его|её|ее|их)\s+[а-яё]|\s+(?:(?:up)?on|to|from|against)\s+(?!(?:him|her|charges?|the\s+(?:same|basis|grounds?|charges?|day)|january|february|march|april|may|june|july|august|september|october|november|december)\b)(?:the|an?|his|her|its|their)\s"
    r"|\s+(?!(?:за|по|в|во|на|с|со|из|под|о|об|после|для|до|и|а|но|при|от|суд\w*|судь\w+|назнач\w+|получ\w+|был\w*|ему|ей|каждому|арест\w*|лишени\w+|ограничени\w+|колони\w+|штраф\w*|административн\w+|принудительн\w+|общественн\w+|условно|обернул\w+|заверш\w+|закончил\w+|остал\w+|оста\w+|отмен\w+|признан\w*|провед\w+|пров[её]л\w*|вын\w+|дал\w?|в)\b)[а-яё]+(?:у|ю|е|ам|ям|ой|ей|ому|ему)(?=[\s.,;])",
    re.I,
)
_IN_PLACE: Final = compile_sought(r"(?:\binstead\s+of|(?<!\w)вместо)\s+(?:[\w-]+\s+)?$", re.I)
_CASE_OF: Final = compile_sought(
    r"\b(?:appeal|complaint|petition|motion|request|case|trial|hearing|arrest|sentence|verdict|punishment|term|fine|detention|custody|imprisonment|conviction)s?\s+(?:of|by|from|against)\s+(?:[\w-]+\s+){0,2}$"
)
_NO_SUBJECT: Final = frozenset(
    ("of", "with", "from", "by", "about", "with", "с", "со", "от", "о", "об", "из", "у")
)
# Who punishes, defends or is somebody's kin may tell of another's penalty.
_TELLERS: Final = frozenset(("official", "lawyer", "relative", "defender", "foreign"))


def give_to_the_only_one(
    text: str, start: int, verdicts: list[Verdict], named: Named, parts: list[Sentence]
) -> None:
    """Give penalties that are nobody's to the only person of an event, where nobody else could be meant.

    `start`: where the event begins behind its date and place; `parts`: the sentences of the text.
    """
    ownerless = [one for one in verdicts if not one.people and not one.unnamed]
    if not ownerless or len(named.people) != 1 or not named.mentions:
        return
    if named.people[0].roles & _TELLERS:
        return
    penalties = [one.penalty for one in verdicts]
    for verdict in ownerless:
        here = next(part for part in parts if verdict.penalty.start < part.end)
        if is_of_the_only_one(text, start, verdict.penalty, here, penalties, named):
            verdict.people, verdict.unnamed = [0], False
            verdict.doubt = f"sanctions: {named.people[0].name} is taken as the only person named"


def is_of_the_only_one(
    text: str,
    start: int,
    penalty: Penalty,
    here: Sentence,
    penalties: list[Penalty],
    named: Named,
) -> bool:
    """Return whether the sentence of a penalty speaks of nothing but courts and the only person named.

    `penalties`: all of the text.
    """
    begin, end = max(here.start, start), penalty.end
    mentions = [one for one in named.mentions if here.start <= one.start < here.end]
    if not mentions and named.mentions[0].start > end:
        return False  # nobody was named yet
    if any(_is_of_another(text, begin, one, penalty) for one in mentions):
        return False
    if mentions and all(one.start >= end for one in mentions):
        end = mentions[0].end
    elif _ON_ANOTHER.match(text, end):
        return False  # `imposed 50 MCI on the television channel`
    apart = text.rfind("; ", begin, penalty.start)
    if apart >= 0 and not any(one.start > apart for one in mentions):
        begin = apart
    if end - begin > _LONGEST:
        return False
    spans = [(p.start, min(p.end, end)) for p in penalties if begin <= p.start < end]
    told = _without(text[:end], begin, spans, mentions)
    return _speaks_of_courts(told, sex_of(named.people[0]))


def _is_of_another(text: str, begin: int, mention: Mention, penalty: Penalty) -> bool:
    """Whether a name only says whose employer, or in whose place somebody is punished."""
    first = max(begin, mention.start - _TITLE)
    if ATTENDED.search(text, first, mention.start) or _IN_PLACE.search(text, first, mention.start):
        return True
    free = mention.start > penalty.start or mention.governed not in _NO_SUBJECT
    return not free and _CASE_OF.search(text, first, mention.start) is None


def _without(text: str, begin: int, spans: list[tuple[int, int]], mentions: list[Mention]) -> str:
    """Return the end of a text, from `begin` on, with blanks for penalties, and for names with their titles."""
    told = text
    mentions = [one for one in mentions if one.end <= len(text)]
    for first, last in spans:
        if any(first <= one.start < last for one in mentions):
            continue  # `штраф за пикет в поддержку А в размере 20 МРП`
        verb = _VERB.search(told, first, last)  # a ban is told to the end of its clause
        told = _blank(told, first, verb.start() if verb else last)
    for one in mentions:
        title = _WHO_IT_IS.search(
            told, max(begin, one.start - len(one.role_words) - _TITLE), one.start
        )
        first = title.start() if title else one.start
        if one.role_words and told[: one.start].rstrip().endswith(one.role_words):
            first = min(first, told.rindex(one.role_words, 0, one.start))
        aside = _ASIDE.match(told, one.end)
        told = _blank(told, first, aside.end() if aside else one.end)
    return _SAID_OF_COURTS.sub(" ", DEFINITE.sub(_without_article, told[begin:]))


def _without_article(found: re.Match[str]) -> str:
    """Return nothing for `the activist`, who is the one named; Russian nouns say nothing of that."""
    return " " if " the " in f" {found[0].lstrip()} ".lower() else found[0]


def _blank(text: str, begin: int, end: int) -> str:
    return f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"


def _speaks_of_courts(told: str, sex: str | None) -> bool:
    """Whether words are only those of courts and penalties, and a pronoun is of the sex of a name."""
    words = [word.casefold() for word in _WORD.findall(told)]
    for word in words:
        if _HIM.fullmatch(word):
            if sex is not None and word not in (_IS_MAN if sex == "m" else _IS_WOMAN):
                return False
        elif not _OF_COURTS.fullmatch(word):
            return False
    return True


_TITLE: Final = 40
# No sentence of a report has so many characters before its penalty.
_LONGEST: Final = 1_000
_VERB: Final = compile_sought(
    r"\s(?:was|were|is|are)\s(?=(?:the|an?|what|how|announced|handed|given|imposed|passed|issued)\s)|\s(?:announced|стал\w*)\s"
)
