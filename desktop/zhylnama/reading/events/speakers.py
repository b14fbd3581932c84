"""Who speaks, who acts and who is only spoken of, among people to whom nothing is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from zhylnama.reading.events.word_order import acts_before, is_oblique, pickets
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, holds

_SPOKEN_OF: Final = compile_lowered(
    r"(?:release|releas\w+|support|free|freedom(?!\s+(?:of|house|award|prize))|defen[cs]e|acquit\w*|amnesty|case|trial|rehabilitat\w+|health|condition|compensation|relatives|mothers|families|family|родственник\w*|семь\w+|regarding|overturn\w*|imprisonment|arrest|detention|persecution|"
    r"суд\w*\s+над|процесс\w*\s+над|освобо\w+|поддержк\w+|защит\w+|дел[оауе]|здоровь\w+|реабилитаци\w+|политзаключ\w+)\b(?:\s+(?!named\b|awarded\b|said\b|told\b|called\b)[\w’\'“”-]+){0,6}\s*$"
)
# `concern over the disbarment of lawyer X`, `осудил приговор X`; not where it is demanded.
_DEED_OF: Final = compile_lowered(
    r"\b(?:disbarment|dismissal|expulsion|deportation|extradition|eviction|beating|harassment|intimidation|prosecution|conviction|sentencing|sentence|verdict|interrogation|abduction|disappearance)\s+(?:of|against|on|handed\s+down\s+to|passed\s+on|to)\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}$"
    r"|\bcharges\s+against\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}$"
    r"|(?<!\w)(?:приговор|увольнени|преследовани|задержани|пытк|избиени|арест|отчислени|депортаци|экстрадици)[а-яё]{0,3}\s+(?:[а-яё-]+(?:ого|его|ой|ему|ому|ым|им|иста|истки|истке|исту|ера|еру|ника|нику|ницы|нице|ата|ату)\s+){0,3}$"
)
_DEEDS: Final = (
    "disbar", "dismiss", "expul", "deport", "extrad", "evict", "beating", "harass", "intimid", "prosecut", "convict", "sentenc", "verdict",
    "interrog", "abduct", "disappear", "charges", "пригово", "увольн", "преследов", "задержан", "пытк", "избиен", "арест", "отчисл", "депорт", "экстрад",
)  # fmt: skip
_DEMANDED: Final = compile_lowered(
    r"\b(?:demand|call|ask|urg)\w*\b|(?<!\w)(?:треб|потреб|призв|призыв|прос)"
)
# `Statement on X: “…”` is somebody else’s.
_STATED_ON: Final = compile_lowered(
    r"(?:\bstatement\s+(?:on|about)|(?<!\w)заявлени\w+\s+(?:о|об|по)|\bsentence\s+of)\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}$"
)
SUBJECT: Final = compile_lowered(
    r"\s*(?:\([^()]*\)\s*)?(?:,[^.;]{0,200}?,\s*)?,?\s*(?:(?:together|along)\s+with\s+[^.;,]{0,60}?,?\s+)?(?:has\s+|have\s+|had\s+|also\s+|again\s+|once\s+again\s+|for\s+the\s+\w+\s+(?:day|week|month|time)\s+)*(?:been\s+(?:standing|picketing|protesting|holding|demanding)|said|says|states|explains|claims|stated|reported|told|held|went|came|picketed|demanded|demands|sued|filed|lodged|sent|appealed|called|urged|won|summari[sz]ed|replied|announced|published|expressed|expresses|noted|recorded|wrote|complained|submitted|organi[sz]ed|took|began|staged|posted|stood|addressed|asked|tweeted|declared|proposed|suggested|asserted|assured|promised|claimed|explained|insisted|argued|warned|stressed|emphasi[sz]ed|added|admitted|confirmed|condemned|critici[sz]ed|denounced|is\s+going|gave|presented|plans|intends|met|started|recalled|believes|thinks|accused|signed|visited|attended|led|paid|received\s+(?:the|an?)\s+(?:\w+\s+)?(?:award|prize)|demanding|lives|"
    r"заявил|сообщил|рассказал|выш(?:ел|ла|ли)(?!\s+(?:из\s|на\s+свободу|на\s+волю|по\s+удо|по\s+амнистии))|пров(?:[её]л|ела|ели)(?!\s+(?:\d+\s+(?:сут|дн|дней|лет|мес|год)|под\s+стражей|в\s+(?:сизо|колонии|тюрьме|заключении|спецпри)))|потребовал|обратил|подал|опубликовал|написал|отметил|призвал|объявил|выступил|направил|попросил|предложил|утвержда|пообещал|заверил|подчеркнул|добавил|пояснил|объяснил|напомнил|ответил|сказал|назвал|прочел|прочёл|прочла|прочитал|считает|планиру|собира|стоял|записал|пожаловал|получил\w*\s+преми|стал)"
)
_TELLS: Final = compile_lowered(
    r"(?:said|says|states|explains|claims|stated|reported|told|recalled|believes|thinks|noted|complained|filed|lodged|appealed|sued|asked|proposed|suggested|asserted|assured|promised|claimed|explained|insisted|argued|warned|stressed|emphasi[sz]ed|added|admitted|confirmed|сказал|предложил|утвержда|пообещал|заверил|подчеркнул|добавил|пояснил|объяснил|напомнил|ответил|пожаловал|подал|обратил|попросил|заявил|сообщил|рассказал|отметил|считает)\w*$"
)
# What makes a subject one who speaks.
_SAYS: Final = compile_lowered(
    r"(?:said|says|states|explains|claims|stated|reported|told|replied|announced|expressed|expresses|noted|declared|called|urged|recalled|believes|thinks|tweeted|wrote|gave|presented|proposed|suggested|asserted|assured|promised|claimed|explained|insisted|argued|warned|stressed|emphasi[sz]ed|added|admitted|confirmed|заявил|сообщил|рассказал|отметил|призвал|объявил|выступил|предложил|утвержда|пообещал|заверил|подчеркнул|пояснил|объяснил|напомнил|ответил|сказал|считает)\w*$"
)
# `the relatives of 17-year-old A held a press conference`: they hold it.
_KIN_OF_THOSE: Final = compile_lowered(
    r"\b(?:relatives|parents|family|families|colleagues|friends|supporters)\s+of\s+(?:the\s+)?(?:[\w’-]+\s+){0,4}$"
)
_KIN_HEADS: Final = ("relatives", "parents", "famil", "colleagues", "friends", "supporters")
# As long is the longest of these verbs; what stands before it need not be looked at.
_VERB: Final = 24
# `Minister X: “…”`.
_SPOKEN: Final = compile_sought(r"\s*(?:,[^.;:]{0,90})?:\s*[“«„]")
_BY: Final = compile_lowered(
    r"(?:\b(?:reported|said|drafted|stated|prepared|published|written|led|told|announced|held)\s+by\s+(?:the\s+)?(?:[a-zа-яё-]+\s+){0,5}"
    r"|[,”»\"]\s*[—–-]?\s*(?:reported|said|stated|told|announced|сообщил[аи]?|заявил[аи]?|рассказал[аи]?)\s+(?:the\s+)?(?:[a-zа-яё-]+\s+){0,5}"
    r"|(?:сообщил[аи]?|заявил[аи]?|рассказал[аи]?)\s+(?!(?:об?|про|на|по)\s)(?:[а-яё-]+\s+){0,3})$"
)
# An office told somebody: `акимат Актобе сообщил X, что …`.
_TOLD_TO: Final = compile_lowered(
    r"(?<!\w)(?:акимат|полици|прокуратур|министерств|управлени|отдел|департамент|суд|минюст|мвд)[а-яё]*\s+(?:[\w-]+\s+){0,4}(?:сообщил|заявил|ответил|рассказал)[аио]?\s+(?:[а-яё-]+\s+){0,3}$"
)


@dataclass(slots=True)
class Told:
    """Who suffers something, speaks, acts or is only spoken of, by the words beside the names."""

    done: set[int] = field(default_factory=set)
    harmed: set[int] = field(default_factory=set)
    spoken_of: set[int] = field(default_factory=set)
    subjects: set[int] = field(default_factory=set)
    acting: set[int] = field(default_factory=set)
    telling: set[int] = field(default_factory=set)


def sort_speakers(text: str, group: Group, named: Named, told: Told) -> None:
    """Add the people of a list, to whom nothing is done, to those who act, speak or are spoken of."""
    people = group.people
    before = words_before(text, group)
    of_kin = holds(before, _KIN_HEADS) and _KIN_OF_THOSE.search(before)
    free = group.mentions[0].governed is None and not of_kin and not is_oblique(group, named)
    if free and pickets(text, group):
        told.subjects.update(people)
        told.acting.update(people)
        return
    acts = (SUBJECT.match(text, group.end) or acts_before(text, group)) if free else None
    if acts or (_BY.search(before) and not _TOLD_TO.search(before)):
        told.subjects.update(people)
        verb = acts[0][-_VERB:] if acts else ""
        if acts and not _TELLS.search(verb):
            told.acting.update(people)
        if acts is None or _SAYS.search(verb):
            told.telling.update(people)
    elif _SPOKEN.match(text, group.end) and not _STATED_ON.search(before):
        told.telling.update(people)
    elif (
        _SPOKEN_OF.search(before)
        or _STATED_ON.search(before)
        or (holds(before, _DEEDS) and _DEED_OF.search(before) and not _DEMANDED.search(before))
    ):
        told.spoken_of.update(people)


def words_before(text: str, group: Group) -> str:
    """Return what stands before a list of names and the words that say who they are."""
    before = text[max(0, group.start - 150) : group.start]
    words = group.mentions[0].role_words.lower()
    return before.rstrip()[: -len(words)] if words and before.rstrip().endswith(words) else before
