"""Whether a name is the subject of what is said after it, or is told in passing.

`A was fined` and `A, the wife of B, was fined` tell of A; `the newspaper of A was fined`, `at the
trial of A, a spectator was fined` and `the man who beat A was fined` do not.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.penalties.cues import (
    AFTER_A_NAME,
    ANOTHER_SUBJECT,
    ATTENDED,
    BELONGING,
    BESIDE,
    CLAUSE_VERB,
    COORDINATED,
    DECLINED_PARTICIPLE,
    FINITE,
    FOR_WHOM,
    HINTING,
    IS_DONE,
    LATTER,
    PARTICIPLE,
    PARTICIPLE_AFTER,
    POSSESSIVE,
    RELATED,
    RELATIVE,
    THING_OF,
    is_short,
    sentences,
)
from zhylnama.reading.penalties.deeds import HARM, HARM_RU
from zhylnama.reading.penalties.sanctions import Penalty

_BY_TURNS = compile_sought(
    r"(?:^|[\s,:;])(?:он|она|he|she|one|another|the\s+other|один|одна|друг\w+|перв\w+|втор\w+|двоим|троим|четверым|пятерым|остальн\w+|others)\s*[–—-]\s*(?:(?:a|an|на|к|по|for|to)\s+)?$",
    re.I,
)
# `A and B were punished: he was given …`
_ONE_OF_THEM = compile_sought(
    r"(?<!\w)(?:he|she|он|она)\s*$|\bthe\s+(?:former|latter|first|second|other)\b|(?<!\w)(?:перв|втор|последн)(?:ый|ая|ого|ому|ой|ую|ий|яя|его|ему|ей|юю)(?!\w)[^,;]{0,12}$",
    re.I,
)
_ATTRIBUTE = re.compile(r",\s*[а-яё]+\s+$")
_CLOSES = re.compile(r"(?:\s[\w-]+){0,3}[”»“\"]")
_PLURAL_KIN = re.compile(r"(?:супруги|братья|с[её]стры)\b", re.I)
_NOT = compile_sought(r"(?<!\w)(?:not|не)\s+$")
_PLURAL = re.compile(
    r"(?:were|have|both|оштрафованы|арестованы|приговорены|осуждены|получили|наказаны|взяты|помещены|были)\b",
    re.I,
)
# `two men convicted of beating A were fined`, `напавшему на А дали`
_WHOM_HE_BEAT = compile_sought(
    r"\b(?:of|for|by|from|in)\s+(?!accord|includ)[a-z]+ing\s+(?:(?!and\b|or\b)[a-z-]+\s+){0,2}$|[а-яё]+вш(?:ему|его|ий|ие|им|их|ей|ую|ая)\s+(?:на|над|за|с|у|о|от|к)\s+(?:[а-яё]+\s+){0,2}$",
    re.I,
)
# `Игоря Лема`: no woman's surname ends so.
_WOMANS = r"(?<!ова)(?<!ева)(?<!ёва)(?<!ина)(?<!ына)(?<!ая)(?<!ия)(?<!яя)"
# `Айгуль Тасовой`: a man’s surname ends so hardly ever.
_WOMANS_OBLIQUE = re.compile(
    r"(?:[А-ЯЁ][\w.-]*\s)?[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н)ой(?:\s[А-ЯЁ][\w.-]*)?"
)
_NO_CASES = re.compile(r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ](?:\.|[\w’-]*[^\Wаяы])(?:\s|$))+")
_MANS_GENITIVE = re.compile(rf"[А-ЯЁ][а-яё]+[ая]{_WOMANS}\s[А-ЯЁ][а-яё]+[ая]{_WOMANS}")
# `the journalist whom A had sued was …`
_WHOM = compile_sought(r"\bwhom\s+(?:(?:the\s+)?[a-z-]+\s+){0,2}$")
# `книга А обошлась издателю штрафом`
_COST = re.compile(r"\s+(?:[а-яё]+\s+){0,2}(?:обош|оберн|стои)[а-яё]+\s")
_IN_SUPPORT = compile_sought(
    r"(?:\bin\s+(?:defen[cs]e|support)\s+of|\brelease\s+of|(?<!\w)в\s+(?:защиту|поддержку)|за\s+освобождение)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_APPEALS = re.compile(
    r"\s+(?:также\s+)?(?:обжалова|оспори|опротестова|пода[лн]\w*\s+(?:жалоб|апелляц))", re.I
)
# `за избиение А полицейского осудили`
_HARMED = compile_sought(
    rf"(?<!\w)(?:[Зз]а|[Оо]б?)\s+(?:[а-яё]+е\s+)?{HARM_RU}\s+(?:на\s+)?(?:[а-яё]+\s+){{0,3}}$"
)
_FOR_HARMING = compile_sought(
    rf"\b(?:for|of)\s+(?:the\s+)?{HARM}\s+(?:of\s+)?(?:[a-z’-]+\s+){{0,4}}$"
)
# `следователя по делу А осудили`
_OF_CASE = compile_sought(
    r"(?<!\w)по\s+(?:делу|иску|просьбе|заявлению|обращению)\s+(?:[а-яё]+\s+)?$", re.I
)
# `A won: the police department was fined`
_ANOTHER_CLAUSE = compile_sought(
    r"[:;]\s*(?!(?:the\s+)?(?:court|judge)|суд|судья|коллеги|апелляц|его|её|ее|he\b|she\b|на\s|по\s|к\s)(?:[a-zа-яё-]+\s+){1,4}$",
    re.I,
)
_GENITIVE = re.compile(r"\w+[ая]\s\w+[ая]")
# `on the complaint of A the administration was fined`
_NEXT_NOUN = re.compile(
    r"\s+(?:the|its|an?)\s+(?!same\b|next\b|following\b|day\b|court\b|judge\b|(?:\w+\s+){0,3}(?:court|judge|day|police)\b)[a-z]"
)
_COMPLAINT = compile_sought(
    r"(?<!\w)(?:жалоб|заявлени|обращени|иск|просьб|сообщени|инициатив|делу|словам)[а-яё]*\s+(?:[а-яё]+\s+)?$",
    re.I,
)
# What belongs to somebody: whoever is named behind it is hardly ever the subject.
_OF_STAFF = compile_sought(
    r"(?<!\w)(?:штаба|офиса|команды|дома|квартиры|магазина|кафе|охраны|группы(?:\s+поддержки)?)\s+$"
)
_OTHER_NOUN = re.compile(
    r"(?:\s+(?!суд|судь|коллеги|апелляц|прокур|его|её|их|на\s|об?\s|арест|штраф|приговор|решени|срок)[а-яё]+){1,4}\s*",
    re.I,
)
# `A, a teacher, and B, a driver, were fined`: what stands between two subjects of one verb.
_AND_ALSO = re.compile(
    r"\s+(?:and|и)\s+(?:(?:Mr|Mrs|Ms|Dr)\.\s+)?|\s+(?:and|и)\s+(?:(?:his|her|their|его|её)\s+(?:co-?defendants?|подельни\w+|сообвиняем\w+)|проходящ\w+\s+с\s+н[а-яё]+[^,;]{0,40}),?\s+|\s*,?\s+(?:and|и)\s+(?:his|her|their|его|её)\s+(?:[\w-]+\s+){0,2}[\w-]+\s*,\s*|\s*,[^;:]*,\s*(?:and|и)\s+(?:(?!(?:his|her|their|the)\b)[\w-]+\s+){0,4}",
    re.I,
)


# `бывшего начальника изолятора А осудили`, `бывшего следователя А`: that is his own name.
_HEAD_OF: Final = compile_sought(
    r"(?<!\w)(?:начальник(?:а|у|ом|е)\s+[а-яё-]+|бывш[а-яё]+\s+(?:старш[а-яё]+\s+)?(?:следовател|надзирател|начальник|конвоир)[а-яё]{1,2})\s+$"
)
_PARTICIPLES: Final = ("sentenced", "convicted", "jailed", "imprisoned", "fined", "arrested")
# `A was held administratively liable and fined`: nothing but the penalty is told.
_LIABLE: Final = re.compile(
    r"\s+(?:was|were)\s+(?:held|found|brought\s+to|made)\s+(?:\w+\s+){0,2}?(?:liable|responsib\w+|liability|account|justice|contempt)\b[^,.;]{0,80}?\s+and(?=\s)"
    r"|\s+(?:был[аи]?\s+)?привлеч[её]н[аы]?\s+к\s+[^,.;]{0,40}?ответственности\s+и(?=\s)"
    r"|\s+суд\s+признал\s+виновн\w+(?:[^.;,]|\.(?=\s?[\d\s])){0,100}(?:,|\s+и)(?=\s)"
)


_DATIVE_NOUN: Final = compile_sought(r"(?<!\w)[а-яё]+[уюе]\s+$")
_DATIVE_NAME: Final = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*[ую](?:\s|$)")


class Subjects:
    """The names of one paragraph, asked whether they are what a verb is said of."""

    def __init__(self, text: str, named: Named, officials: set[int]) -> None:
        """`officials`: people who punish and are not punished."""
        self._text = text
        self._named = named
        self._officials = officials

    def is_harmed(self, group: Group) -> bool:
        """Return whether names only say whom somebody harmed: `за пытки А`, `for torturing A`."""
        begin = max(0, group.start - 90)
        return any(one.search(self._text, begin, group.start) for one in (_HARMED, _FOR_HARMING))

    def only_officials(self, group: Group) -> bool:
        """Return whether all names of a list are of people who punish."""
        return all(who in self._officials for who in group.people)

    def is_official(self, who: int) -> bool:
        """Return whether somebody punishes and is not punished."""
        return who in self._officials

    def is_by_turns(self, gap: str) -> bool:
        """Whether a gap ends in `he –` or `один –`: of two who are named, and it is not said which."""
        return _BY_TURNS.search(gap) is not None

    def is_of_a_relative(self, before: list[Group], verb: int) -> bool:
        """Whether the name before the verb only says whose husband, son or lawyer is meant."""
        if not before or not is_short(self._text[before[-1].end : verb]):
            return False
        start = before[-1].start
        related = RELATED.search(self._text, max(0, start - 80), start)
        if re.match(
            r"\s*,\s*(?:who\b|sentenced|convicted|(?:arrested|fined)\s+(?:for\s+)?\d|осужд[её]нн(?:ого|ому|ую|ой)|приговор[её]нн(?:ого|ому|ую|ой))",
            self._text[before[-1].end :],
        ):
            return False  # `the mother of A, sentenced to …`: the participle is of the name
        if (
            related
            and len(before) > 1
            and before[-2].start > related.start()
            and self.is_oblique(before[-2])
            and not self.is_oblique(before[-1])
        ):
            return False  # `адвокат Серика Омарова Олег Пак оштрафован`
        if related and len(before[-1].people) > 1 and _PLURAL_KIN.match(related[0]):
            return False  # `супруги А и Б оштрафованы`
        if related and POSSESSIVE.search(self._text, 0, related.start()):
            return False  # `his brother Serik Ivanov was fined`: that is the brother's name
        # `Dina Ivanova, the wife of Serik Ivanov, was fined`: she is named herself.
        return related is not None and not any(
            self._text[g.end : related.start()].strip(" \n") == ","
            or re.fullmatch(r"\s*,\s*(?:the|his|her|a)?\s*", self._text[g.end : related.start()])
            for g in before[:-1]
        )

    def directly_before(self, before: list[Group], verb: int) -> Group | None:
        """Return the list of names that is the subject of the verb."""
        if not before:
            return None
        if _NOT.search(self._text, max(0, before[-1].start - 10), before[-1].start):
            return self.directly_before(before[:-1], verb)  # `A, not B, was fined`
        if self._is_title(before[-1]):
            return self.directly_before(before[:-1], verb)  # `A, editor of “Uralskaya nedelya”, …`
        nearest = before[-1]
        gap = _LIABLE.sub("", self._text[nearest.end : verb])
        one_of_them = len(nearest.people) > 1 and _ONE_OF_THEM.search(gap)
        if self.is_by_turns(gap) or one_of_them or self._appeals_for_another(nearest, gap):
            return None  # `адвокат А обжаловал штраф`
        # `A, the wife of B, was fined`: B hangs on a preposition and closes an apposition.
        first = nearest.mentions[0]
        if DECLINED_PARTICIPLE.match(self._text, nearest.end) and self.is_oblique(nearest):
            return nearest  # `мать Серика Иванова, осуждённого на 6 лет, …`
        hangs = first.governed is not None or self.hangs_on_kin(nearest)
        if hangs and len(before) > 1 and gap.strip().startswith(","):
            outer = before[-2]
            inside = self._text[outer.end : nearest.start]
            if inside.strip().startswith(",") and not FINITE.search(inside):
                return outer if is_short(self._text[nearest.end : verb]) else None
        within, head = self._in_clause(nearest, verb)
        if within:
            return head
        if COORDINATED.fullmatch(gap):
            return self._subject(before)
        if (
            PARTICIPLE.match(self._text, verb)
            and nearest.mentions[0].governed is not None
            and self.is_oblique(nearest)
            and not gap.strip()
        ):
            return self._subject(before)  # `А на суде по делу Б был оштрафован`
        if self.is_in_passing(nearest, verb):
            return None  # `A’s channel was fined`, `A, the channel was fined`
        return self._with_coordinated(before, verb) if is_short(gap) else None

    def described(self, before: list[Group], penalty: Penalty) -> Group | None:
        """Return the one behind whose name a participle tells the penalty: `parole to A, sentenced to 4 years`."""
        if not before or self.hangs_on_kin(before[-1]):
            return None
        if before[-1].mentions[0].governed in (None, *HINTING) or len(before[-1].mentions) > 1:
            return None
        comma = self._text[before[-1].end : penalty.start].strip() == ","
        said = self._text[penalty.start : penalty.end].casefold()
        return before[-1] if comma and said.startswith(_PARTICIPLES) else None

    def _appeals_for_another(self, group: Group, gap: str) -> bool:
        """Whether a lawyer or a relative appeals: the penalty is a client's or a kin's."""
        roles = {role for who in group.people for role in self._named.people[who].roles}
        return bool(roles & {"lawyer", "relative"}) and _APPEALS.match(gap) is not None

    def _is_title(self, group: Group) -> bool:
        """Whether what was read as a name is only the beginning of a title in quotation marks."""
        opened = self._text[group.start - 1 : group.start] in tuple('“«„"')
        return opened and _CLOSES.match(self._text, group.end) is not None

    def _with_coordinated(self, before: list[Group], verb: int) -> Group:
        """Return the nearest names with those before them that share a verb in the plural."""
        nearest = before[-1]
        if len(before) > 1 and _PLURAL.match(self._text, verb) and len(nearest.people) == 1:
            between = self._text[before[-2].end : nearest.start]
            if _AND_ALSO.fullmatch(between) and not FINITE.search(between):
                return Group([*before[-2].mentions, *nearest.mentions])
        return nearest

    def _subject(self, before: list[Group]) -> Group | None:
        """Return the subject of two verbs: `A came to support B and was fined`."""
        free = [
            group
            for group in before[:-1]
            if group.mentions[0].governed is None and not self.is_oblique(group)
        ]
        return free[0] if len(free) == 1 and len(before) == 2 else None

    def is_taken(self, group: Group, *, given: bool) -> bool:
        """Return whether names right behind a Russian penalty are whom it is laid on: one of a list tells it.

        `given`: a court gave it; so a name may have no cases: `предупреждение Асель Турганбек`.
        """
        if any(self.is_oblique(Group([one])) for one in group.mentions):
            return True
        return given and all(_NO_CASES.fullmatch(one.name) for one in group.mentions)

    def is_oblique(self, group: Group) -> bool:
        """Whether Russian names stand in another case than the subject of a sentence."""
        return all(
            self._named.people[one.who].nominative != self._named.people[one.who].name == one.name
            or _MANS_GENITIVE.fullmatch(one.name)
            or _WOMANS_OBLIQUE.fullmatch(one.name)
            for one in group.mentions
        )

    def _belongs_to(self, group: Group, verb: int) -> bool:
        """Whether a name only says whose newspaper or company was punished."""
        return (
            group.mentions[0].governed in BELONGING
            and not self._text[group.end : verb].strip()
            and IS_DONE.match(self._text, verb) is not None
        )

    def _only_hints(self, group: Group, gap: str, verb: int) -> bool:
        """Whether a name that hangs on a preposition is told in passing: `at the trial of A, …`."""
        governed = group.mentions[0].governed
        if governed in HINTING or self._belongs_to(group, verb):
            return True
        told = gap.strip()
        if (
            told == ","
            and PARTICIPLE_AFTER.match(self._text, group.end)
            and self.hangs_on_kin(group)
        ):
            return False  # `brought a parcel to her husband A, arrested for 15 days`
        if governed in ("for", "для") and FOR_WHOM.match(gap):
            return False
        return bool(told) and (
            governed in ("against", "from", "to", "у")
            or (told.startswith(",") and not AFTER_A_NAME.match(gap + self._text[verb : verb + 20]))
        )

    def is_in_passing(self, group: Group, verb: int) -> bool:
        """Whether the only name of a sentence is surely not its subject."""
        gap = self._text[group.end : verb]
        done = IS_DONE.match(self._text, verb) is not None
        return bool(
            (group.mentions[0].governed is not None and self._only_hints(group, gap, verb))
            or self._in_clause(group, verb)[0]
            or THING_OF.match(gap) is not None
            or COORDINATED.fullmatch(gap) is not None
            or LATTER.search(gap) is not None
            or (done and ANOTHER_SUBJECT.search(gap) is not None)
            or ((done or PARTICIPLE.match(self._text, verb)) and _ANOTHER_CLAUSE.search(gap))
            or self._is_of_a_deed(group, gap)
            or (PARTICIPLE.match(self._text, verb) is not None and self.is_oblique(group))
        )

    def _is_of_a_deed(self, group: Group, gap: str) -> bool:
        """Whether a name only says whom somebody beat, or who complained of another."""
        before = self._text[max(0, group.start - 90) : group.start]
        name = group.mentions[0].name
        attended = ATTENDED.search(before)
        own = attended and POSSESSIVE.search(before[: attended.start()])
        if own or _HEAD_OF.search(before):
            return False  # `его соседа А оштрафовали`: that is the neighbour’s name
        # `водителю Антону Ли — год ограничения свободы`: both are in the dative, the noun is his.
        his_own = _DATIVE_NOUN.search(before) and _DATIVE_NAME.match(name)
        if attended and not his_own and (self.is_oblique(group) or _GENITIVE.fullmatch(name)):
            return True
        if _HARMED.search(before) and not gap.lstrip().startswith(","):
            return True
        if _WHOM_HE_BEAT.search(before) and not gap.lstrip().startswith(","):
            return True
        if _IN_SUPPORT.search(before) and not gap.lstrip().startswith(","):
            return True
        if not gap.strip() and _OF_CASE.search(before):
            return True
        if (gap.strip() and _WHOM.search(before)) or (_COST.match(gap) and self.is_oblique(group)):
            return True
        if not gap.strip() and _GENITIVE.fullmatch(name) and _OF_STAFF.search(before):
            return True  # `волонтёр штаба А приговорена`
        told = group.mentions[0].governed is not None and _NEXT_NOUN.match(gap)
        return bool(told or (_COMPLAINT.search(before) and _OTHER_NOUN.fullmatch(gap)))

    def _in_clause(self, nearest: Group, verb: int) -> tuple[bool, Group | None]:
        """Return whether a name stands in a relative clause that ends before a verb, and its head.

        `A, who beat B, was …`: A; `the union, whose chairman is B, was …`: no name is the head.
        """
        text = self._text
        begin = next(b for b, e in sentences(text) if nearest.start < e or e == len(text))
        opened = RELATIVE.search(text, max(begin, nearest.start - 160), nearest.start)
        gap = text[nearest.end : verb]
        if opened is None or PARTICIPLE_AFTER.match(text, nearest.end):
            return False, None
        attribute = not opened["inside"].strip() and _ATTRIBUTE.match(opened[0])
        if attribute and not self.is_oblique(nearest):
            return False, None  # `…, политзаключённый Серик Иванов, …`
        closed = gap.lstrip().startswith(",") or gap.rstrip().endswith(",")
        if not closed and (gap.strip() or not CLAUSE_VERB.search(opened["inside"])):
            return False, None
        heads = [g for g in self._named.groups if begin <= g.start and g.end <= opened.start()]
        if heads and BESIDE.fullmatch(text, heads[-1].end, opened.start()):
            head = heads[-1]
            free = head.mentions[0].governed is None and not self.only_officials(head)
            return True, head if free else None
        return True, None

    def hangs_on_kin(self, group: Group) -> bool:
        """Whether a name only says whose lawyer or brother is meant: `A, адвокат Серика Иванова,`."""
        related = RELATED.search(self._text, max(0, group.start - 80), group.start)
        return related is not None and not POSSESSIVE.search(self._text, 0, related.start())
