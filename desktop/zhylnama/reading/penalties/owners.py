"""The person whom the words of a penalty name themselves: `the arrest of A`, `fined A 20 MCI`, `A (15 days)`.

Such a name stands behind the penalty, inside it, or before brackets that hold it, and needs no verb.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import lowered
from zhylnama.reading.penalties.activities import SUSPENDS
from zhylnama.reading.penalties.cues import (
    AGENT,
    GIVES,
    ITS_OWNER,
    OBJECT_GAP,
    PARTICIPLE,
    SERVED,
    WHOM,
)
from zhylnama.reading.penalties.describing import is_described
from zhylnama.reading.penalties.freed import freed_behind
from zhylnama.reading.penalties.others import is_for_another
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.subjects import Subjects

# So far behind a penalty stands whom it is laid on.
_REACH: Final = 130
_GIVEN_REACH: Final = 200
_AT_END: Final = compile_sought(
    r"(?:арестован|оштрафован|приговор[её]н|осужд[её]н|получил)\w*$", re.I
)
_WILL_SPEND: Final = compile_sought(r"провед[её]т\s")
_FEW_WORDS: Final = re.compile(r"\s+(?:[а-яё-]+\s+){0,3}")
_ACTIVE: Final = compile_sought(
    r"(?:to\s+(?:remand|jail|fine|arrest|imprison|sentence)|взял\w*|арестова[лн]\w*|оштрафова[лн]\w*|осудил\w*|осужд[её]н\w*|приговорил\w*|приговор[её]н\w*|наказал\w*|отправил\w*)",
    re.I,
)
_PLAIN: Final = re.compile(r"\s*[–—-]?\s*(?:(?:the\s+)?[\w-]+\s+){0,3}")
_OF_WHOM: Final = re.compile(
    r"\s*(?:of|for|to)\s+(?:(?:the\s+)?(?!(?!acting\b|leading\b)[a-z]+ing\s)[\w-]+\s+){0,3}"
)
# `a fine of 20 MCI was recovered from A`
_RECOVERED: Final = re.compile(
    r"\s+(?:was|were|has\s+been)\s+(?:recovered|collected|levied|exacted)\s+from\s+(?:(?:the\s+)?[a-z-]+\s+){0,3}"
)


class Owners:
    """The names of one paragraph, asked whether a penalty is told with one of them."""

    def __init__(
        self, text: str, named: Named, penalties: list[Penalty], subjects: Subjects
    ) -> None:
        self._text = text
        self._named = named
        self._penalties = penalties
        self._subjects = subjects

    def object_of(self, penalty: Penalty, groups: list[Group]) -> Group | None:
        """Return whom the verb of a penalty takes: `fined A 20 MCI`, `дал Омарову 10 суток`."""
        within = [g for g in groups if penalty.start < g.start and g.end <= penalty.end]
        if len(within) > 1 and not self._subjects.only_officials(within[0]):
            # `fined lawyer A, who was defending B, 25 MCI`
            first, second = within[0], within[1]
            inner = _WHO.match(self._text, first.end, second.start)
            if inner and OBJECT_GAP.fullmatch(self._text[penalty.start : first.start]):
                return first
        if len(within) == 1 and _COLON.match(self._text, within[0].end):
            # `оштрафовали А: суд взыскал с него 20 МРП`
            gap = self._text[penalty.start : within[0].start]
            if OBJECT_GAP.fullmatch(gap) and not self._subjects.only_officials(within[0]):
                return within[0]
        inside = self._inside(penalty, groups)
        if inside is None or inside.start == penalty.start:
            return None
        if _DASH.match(self._text, inside.end):
            return inside  # `four were sentenced: A – to 5 years`
        gap = self._text[penalty.start : inside.start]
        if gap.rstrip().endswith(":"):
            return inside  # `four were sentenced: A to 5 years`
        return inside if OBJECT_GAP.fullmatch(gap) else None

    def is_of_organisation(self, penalty: Penalty) -> bool:
        """Return whether it is an organisation’s work that is suspended, whoever leads it."""
        return (
            penalty.kind == "ban" and SUSPENDS.match(lowered(self._text), penalty.start) is not None
        )

    def beside(self, penalty: Penalty, groups: list[Group]) -> Group | None:
        """Return whose name stands before a number without a unit: `his deputy B to 5`, whatever B’s office."""
        words = self._text[penalty.start : penalty.end].casefold()
        before = [g for g in groups if g.end <= penalty.start]
        lengths = penalty.lengths
        if not before or not lengths or not lengths[0].startswith(f"{words} "):
            return None
        if _DASH_NAME.match(self._text, penalty.end):
            return None  # `к 10 суткам приговорён А, к 15 – Б`
        return before[-1] if _LEADS.fullmatch(self._text, before[-1].end, penalty.start) else None

    def inside(self, penalty: Penalty, groups: list[Group]) -> Group | None:
        """Return the only names among the words of a penalty: `arrested the brothers A for 5 days`."""
        return self._inside(penalty, groups)

    def _inside(self, penalty: Penalty, groups: list[Group]) -> Group | None:
        inside = [g for g in groups if penalty.start <= g.start and g.end <= penalty.end]
        colon = self._text.rfind(": ", penalty.start, penalty.end)
        # `fines for a rally in support of A: B – 30 MCI`
        inside = [g for g in inside if g.start > colon]
        if len(inside) != 1 or self._subjects.only_officials(inside[0]):
            return None
        if inside[0].mentions[0].governed in _BESIDE:
            return None  # `A, arrested together with B for 15 days`
        somebody = self._named.people[inside[0].people[0]]
        if is_for_another(self._text, penalty.start, inside[0].start, somebody, next_to=False):
            return None  # `штраф сыну А в размере 20 МРП`
        if _IN_ITS_REASON.search(self._text, penalty.start, inside[0].start):
            return None  # `осудили за пытки А на пять лет`
        return inside[0]

    def laid_on(self, penalty: Penalty, groups: list[Group], begin: int) -> Group | None:
        """Return the names right behind a penalty that is laid on them: `a fine on A`, `арест А`."""
        group = self._next(penalty, groups)
        if group is None:
            return None
        gap = self._text[penalty.end : group.start]
        said = self._text[max(begin, penalty.start - _GIVEN_REACH) : group.start]
        if AGENT.search(gap) and GIVES.search(said) and not _NEW_CLAUSE.search(gap):
            return group
        if _EACH_ON.search(self._text, begin, penalty.start) and not gap.strip(" –—-"):
            return group  # `на 20 суток А, на 15 суток – Б`
        if self._is_given(penalty, groups, begin, gap):
            return group
        if _THAT.fullmatch(gap) and _HAD_GOT.match(self._text, group.end):
            return group  # `the fine of 30 MCI that A had received in May`
        if _SUCH.fullmatch(gap):
            return group  # `three years: this is the sentence that A heard`
        if _FOR_KIN.fullmatch(gap) and _PAID.search(self._text, begin, penalty.start):
            return group  # `paid a fine of 20 MCI for her son A`
        nominal = not self._text[penalty.start : penalty.end].casefold().startswith(_VERBS)
        if _SERVED_BY.fullmatch(gap) or (_ON_KIN.fullmatch(gap) and GIVES.search(said)):
            return group  # `a fine on her daughter, A`; `the term being served by A`
        if is_described(self._text, penalty.start, penalty.end, begin, group, self._named.people):
            return group  # `мать осуждённого на 7 лет по ст. 272 УК А`
        if penalty.former and not gap.strip():
            return group  # `арест А заменён штрафом`
        if nominal and (
            ITS_OWNER.fullmatch(gap)
            or (
                WHOM.fullmatch(gap)
                and self._subjects.is_taken(group, given=_COURT_GAVE.search(said) is not None)
            )
        ):
            return group  # `the 10-day arrest of A`, `штраф в 20 МРП Серику Омарову`
        return None

    def _is_given(self, penalty: Penalty, groups: list[Group], begin: int, gap: str) -> bool:
        """Whether the words between a penalty and the next name give it to that one."""
        if _RECEIVED_BY.fullmatch(gap) or _RECOVERED.fullmatch(gap):
            return True  # `the same term was received by A`
        kin = _HIS_KIN.fullmatch(gap) is not None
        if (kin or not gap.strip()) and _TAKES_BEHIND.match(self._text, penalty.start):
            return True  # `оштрафовал А и арестовал на пять суток Б`
        if not gap.strip():
            return self._is_active(penalty, groups, begin)  # `arrested for 15 days A`
        if kin and _DATIVE_KIN.search(gap):
            return True  # `15 суток ареста её мужу А`
        # `15 days of arrest for A, 10 days for B`
        return _FOR_NAME.fullmatch(gap) is not None and self._leads_list(penalty, groups, begin)

    def _leads_list(self, penalty: Penalty, groups: list[Group], begin: int) -> bool:
        """Whether `for A` stands behind the penalty before, or no name before this one."""
        last = [p for p in self._penalties if begin <= p.start and p.end <= penalty.start]
        begin = last[-1].end if last else begin
        by_judge = _BY_JUDGE.search(self._text, begin, penalty.start) is not None
        own = (
            g
            for g in groups
            if g.start >= begin and not (by_judge and self._subjects.only_officials(g))
        )
        first = next(own, None)
        if first is None or not last:
            return first is not None and first.start >= penalty.end
        return _FOR_NAME.fullmatch(self._text, last[-1].end, first.start) is not None

    def _is_active(self, penalty: Penalty, groups: list[Group], begin: int) -> bool:
        """Whether the verb of a penalty is active, and has no name before it."""
        verb = _ACTIVE_FIRST.match(self._text, penalty.start) or _ACTIVE_LED.search(
            self._text, max(begin, penalty.start - 30), penalty.start
        )
        if verb is None or any(begin <= g.start < penalty.start for g in groups):
            return False
        return not _NOT_ACTIVE.search(self._text, max(begin, verb.start() - 20), verb.start())

    def behind(self, penalty: Penalty, groups: list[Group], begin: int) -> Group | None:
        """Return the names behind a penalty of which no name before it is the subject."""
        group = self._next(penalty, groups)
        if group is None:
            return None
        gap = self._text[penalty.end : group.start]
        told = any(begin <= g.start and g.end <= penalty.start for g in groups)
        if (
            not told
            and SERVED.search(self._text, begin, penalty.start)
            and re.fullmatch(r"\s*,\s*(?:[\w-]+\s+){0,3}", gap)
        ):
            return group  # `Having served 15 days of arrest, A …`
        if not told and freed_behind(self._text, begin, penalty, group):
            return group
        if any(g.end <= penalty.start for g in groups):
            return None
        if _OF_WHOM.fullmatch(gap):
            return group
        verb = _ACTIVE.search(self._text, begin, penalty.end)
        return group if verb and _PLAIN.fullmatch(gap) else None

    def subject_behind(self, penalty: Penalty, groups: list[Group]) -> Group | None:
        """Return the names that follow at once: `на 20 суток арестован Азат Кыдырбек`."""
        words = self._text[penalty.start : penalty.end]
        begin = penalty.end
        verb = _AT_END.search(words) or _WILL_SPEND.search(words)
        if verb is None and (verb := _GETS_BEHIND.match(self._text, penalty.end)):
            begin = verb.end()
        verb = verb or _LED.search(self._text, max(0, penalty.start - 60), penalty.start)
        if verb is None and (PARTICIPLE.match(words) is None or self._has_subject(groups, penalty)):
            return None
        for group in groups:
            if group.start >= penalty.end:
                if self._subjects.only_officials(group):
                    begin = group.end  # `сутки ареста получил от судьи А активист Б`
                    continue
                gap = self._text[begin : group.start]
                if self._subjects.is_oblique(group):
                    return None
                return group if _FEW_WORDS.fullmatch(gap.lstrip(")")) else None
        return None

    def _has_subject(self, groups: list[Group], penalty: Penalty) -> bool:
        """Whether a name before the penalty may be what its verb is said of."""
        return any(
            g.end <= penalty.start
            and g.mentions[0].governed is None
            and not self._subjects.is_oblique(g)
            and not self._subjects.only_officials(g)
            for g in groups
        )

    def _next(self, penalty: Penalty, groups: list[Group]) -> Group | None:
        following = next((g for g in groups if g.start >= penalty.end), None)
        if following is None or self._subjects.only_officials(following):
            return None
        later = any(penalty.end <= p.start < following.start for p in self._penalties)
        reach = _FAR if _IN_RELATION.search(self._text, penalty.end, following.start) else _REACH
        near = following.start - penalty.end <= reach
        return self._own(following) if near and not later else None

    def _own(self, group: Group) -> Group:
        """Return a list without its last name where that has a verb of its own: `арестовал А, Б оштрафовал`."""
        if len(group.mentions) < _TWO or not _HAS_VERB.match(self._text, group.end):
            return group
        *others, last = group.mentions
        between = self._text[others[-1].end : last.start].strip()
        alone = between in (",", ";")
        return Group(others) if alone else group


# `15 суток ареста по той же статье получил А`
_GETS_BEHIND: Final = re.compile(
    r"(?:[^\w,.;]{0,3}|\s*\([^()]{0,40}\))\s+(?:по\s+(?:той\s+же\s+)?(?:ст\.|стать\w+|част\w+|ч\.)\s?[\w\s.-]{0,60}?\s?)?"
    r"(?:получил|отбыл|отбывает|приговор[её]н|арестован|осужд[её]н|наказан|отправлен|помещ[её]н)[аыи]?(?=\s)|\s+провед(?:[её]т|ут)(?=\s)"
)
_LEADS: Final = re.compile(r"\s*,?\s*(?:[–—-]\s*)?(?:(?:to|for|к|на|по)\s+)?")
_DASH_NAME: Final = re.compile(r"\s*[–—-]\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_SUCH: Final = re.compile(
    r"\s*[:–—-]\s*(?:this\s+is|such\s+is|that\s+is|такой|такое|таков)\s[^.;:]{0,70}\s", re.I
)
# `водворён в спецприёмник на десять суток А`
_LED: Final = compile_sought(
    r"(?:водвор[её]н|помещ[её]н|отправлен)[аы]?\s+(?:(?:в|под|на)\s+)?(?:[а-яё]+\s+){0,3}$", re.I
)
_PAID: Final = compile_sought(
    r"(?:\bpa(?:id|ys?|ying)\s+(?:(?:an?|the|off)\s+){0,2}|(?<!\w)(?:за|о|вы|у)плати\w+\s+)$", re.I
)
_FOR_KIN: Final = re.compile(
    r"\s+(?:for\s+(?:his|her|their)\s+(?:[a-z-]+\s+){1,2}|за\s+(?:своего\s+|свою\s+)?(?:сына|дочь|мужа|жену|брата|сестру|отца|мать|друга)\s+)"
)
_THAT: Final = re.compile(
    r"\s+(?:(?:was|is)\s+the\s+(?:price|punishment|penalty)\s+)?(?:that|to\s+which|which)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}|,\s+котор\w+\s+"
)
_HAD_GOT: Final = re.compile(
    r"\s+(?:had\s+|has\s+|was\s+)?(?:received|got|been\s+given|given|paid|sentenced)\b|\s+получил"
)
_IN_RELATION: Final = compile_sought(
    r"(?:\bin\s+(?:relation\s+to|respect\s+of)|(?<!\w)в\s+отношении)\s+(?:[\w-]+\s+){0,3}$", re.I
)
_FAR: Final = 220
_EACH_ON: Final = compile_sought(
    r"(?:[,;]\s+(?:а\s+|и\s+|and\s+)?|\s(?:and|а|и)\s+)(?:на|к|по|for|to)\s+$"
)
_FOR_NAME: Final = re.compile(
    r"\s+(?:for|для)\s+(?:(?:the|his|her)\s+)?(?:(?![a-z]+ing\b)[a-zа-яё-]+\s+){0,2}"
)
_RECEIVED_BY: Final = re.compile(
    r"\s+(?:awaited|awaits|fell\s+to|went\s+to)\s+(?:(?:the|his|her|their)\s+)?(?:[a-z-]+\s+){0,2}|\s+(?:each\s+)?(?:was|were|has\s+been)\s+(?:also\s+)?(?:received|given|handed|got)\s+(?:by|to)\s+(?:(?:the|his|her|their)\s+)?(?:[a-z-]+\s+){0,3}"
    # `столько же заплатит и его брат А`
    r"|\s+(?:заплатит|выплатит|получит|получил[аи]?|отсидит)\s+(?:и|также|тоже)\s+(?:(?:его|её|ее|их)\s+)?(?:[а-яё-]+\s+){0,2}"
)
# The object of an active verb may be told last.
_ACTIVE_FIRST: Final = re.compile(r"(?:arrested|fined|sentenced|jailed|imprisoned)\b", re.I)
_ACTIVE_LED: Final = compile_sought(
    r"\b(?:arrested|fined|sentenced|jailed|imprisoned)\s+(?:for|to)\s+$", re.I
)
_NOT_ACTIVE: Final = compile_sought(
    r"(?:[,(]|\b(?:was|were|been|be|being|is|are|and|who|also|again|each|both|then|had|has|have))\s*$",
    re.I,
)
_COURT_GAVE: Final = compile_sought(
    r"(?<!\w)(?:суд|судья|коллегия|инспектор|полиция|ему|ей)\s[^.;]{0,90}?(?:вынес|назначи|объяви|наложи|выписа|дал|присуди)[а-яё]*\s",
    re.I,
)
_BY_JUDGE: Final = compile_sought(rf"(?:\border(?:ed|s)\b|{GIVES.pattern})", re.I)
_TWO: Final = 2
_HAS_VERB: Final = re.compile(
    r",\s+(?:чь[а-яё]+|whose|who)\s|"
    r"\s+(?:(?:суд|судья|был[аи]?|тоже|также)\s+)?[а-яё]{3,}(?:[аиеёяо]л[аи]?|[аеё]н[аы]?)(?![а-яё])"
)
_TAKES_BEHIND: Final = re.compile(
    r"(?:оштрафовал|арестовал|приговорил|осудил|наказал|посадил|отправил|заключил|взял|водворил)[аи]?\s",
    re.I,
)
# `арестовал на пять суток её мужа А`, `штраф его брату А`
_HIS_KIN: Final = re.compile(
    r"\s+(?:его|её|ее|их)\s+(?:[а-яё]+\s+)?(?:муж[ау]|жен[уе]|супруг[ауе]|сын[ау]|доч(?:ь|ери)|брат[ау]|сестр[уе]|мать|матери|отц[ау]|племянни(?:к[ау]|ц[уе])|коллег[уе]|товарищ[ау]|друг[ау]|соратни(?:к[ау]|ц[уе])|адвокат[ау])\s+"
)
_DATIVE_KIN: Final = compile_sought(r"(?:у|е|ери)\s+$")
_WHO: Final = re.compile(r"\s*,\s+(?:who|whom|котор\w+|represent\w+|defend\w+)\s")
_COLON: Final = re.compile(r"\s*:")
_DASH: Final = re.compile(r"\s*[–—-]\s")
_ON_KIN: Final = re.compile(
    r"\s+(?:(?:imposed|given|issued|handed)\s+(?:down\s+)?(?:(?:in|last)\s+\w+\s+)?)?(?:on|to|against)\s+(?:his|her|their)\s+(?:[\w-]+\s+){0,2}[\w-]+,?\s+"
)
_SERVED_BY: Final = re.compile(r"\s+(?:being\s+|which\s+is\s+being\s+)?served\s+by\s+")
# `…, and a day later the same was imposed on B`
_NEW_CLAUSE: Final = compile_sought(r"[,;]\s*(?:and|but|while|а|и|но)\s")
_IN_ITS_REASON: Final = compile_sought(
    r"(?<!\w)(?:for|after|over|because|за|из-за|после|по\s+делу|по\s+иску|по\s+жалобе)\s[^,:]{0,80}$",
    re.I,
)
_BESIDE: Final = frozenset(("with", "с", "со"))
_VERBS: Final = (
    "arrested",
    "fined",
    "sentenced",
    "convicted",
    "арестова",
    "оштрафова",
    "приговор",
    "осужд",
)
