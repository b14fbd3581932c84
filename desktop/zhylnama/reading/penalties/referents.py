"""Who is meant by a word that is no name: `he`, `both`, `the activist`, `his mother`, or nobody at all.

Only where one answer is possible: in a paragraph that names one person, of two where both are meant,
of a mother and her son by the words for kin. Everything else is a doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.names.sexes import HE, SHE, sex_of, who_is
from zhylnama.reading.penalties.called import how_many, who_is_called
from zhylnama.reading.penalties.cues import (
    AGAINST,
    DEFINITE,
    HIS_APPEAL,
    JUDGE_WHO,
    NOUN_SUBJECT,
    OBJECT,
    OF_HIS_OWN,
    OTHER_SUBJECT,
    OUTLET,
    PRONOUN,
    THING_OF,
    WITH_WHOM,
    speaks,
)
from zhylnama.reading.penalties.ordinals import (
    end_of,
    one_of,
    ordinal_before,
    several_before,
    some_of,
)
from zhylnama.reading.penalties.pronouns import ALL, BOTH, EACH, HE_SHE, MANY, THEY
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.subjects import Subjects
from zhylnama.reading.penalties.turns import Verdict

NOT_CLEAR: Final = "sanctions: it is not clear whose this is"
NOT_NAMED: Final = "sanctions: somebody who is not named"
_OF_THEM: Final = compile_sought(r"\b(?P<all>both|all)\s+of\s+$", re.I)
_BOTH_AFTER: Final = re.compile(r"\s+(?:(?:were|are)\s+)?(?:both|оба|обе)\b")
_UNREAD_NAME: Final = compile_sought(
    r"(?<![.\w“«\"])(?!\w+\s+(?:Court|Code|Committee|Region|District|Department|Republic)\b)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’-]{2,}\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі’-]+(?![\w”»\"])"
)
# `the court reduced his sentence`: whose sentence it is, and no other subject.
OWN_PENALTY: Final = compile_sought(
    r"(?:(?<!\w)(?:his|her|its|the|its|его|её|ее)\s+(?:[\w-]+\s+)?|,\s*)(?:sentence|term|arrest|fine|punishment|restriction|penalty|detention|custody|verdict|приговор(?:а|у|ом|е)?|срок(?:а|у|ом|е)?|арест(?:а|у|ом|е)?|штраф(?:а|у|ом|е)?|наказани(?:е|я|ю|ем))(?!\w)",
    re.I,
)
# `after serving 15 days`, `отбыв 10 суток`, `began serving the six months`
_SERVES: Final = compile_sought(
    r"(?:\b(?:after|having\s+served|serv(?:e|es|ed|ing)|completed|finished|spen[dt]\w*)|(?<!\w)(?:отбы\w+|отсид\w+|после|провед\w+|пров[её]л\w*))\s+(?:(?:his|her|the|a|of|all|in|свои|свой)\s+){0,3}$",
    re.I,
)
_SERVING: Final = re.compile(r"(?:serv|отбы|отсид)", re.I)
_ANOTHER: Final = compile_sought(
    r"\b(?:that|whose)\b|(?<!\w)что(?!\w)|(?<!\w)(?:the|his|her|their|an?|его|её|ее|их)\s+(?:[\w-]+\s+){1,3}?(?:was|were|has|had|is|left|вышел|вышла|отбы|освобо)",
    re.I,
)
_HIMSELF: Final = compile_sought(r"\bthat\s+(?:he|she)\b|(?<!\w)что\s+(?:он|она)(?!\w)", re.I)
_PAIR: Final = 2
# They appeal for others, too.
_OF_OTHERS: Final = frozenset(("lawyer", "relative", "defender"))
_WAS_FINED: Final = compile_sought(
    r"(?<=[\s,])(?:[Ss]he|[Hh]e)\s+(?:was|had\s+been)\s+fined\b|(?<!\w)(?:[Оо]н|[Оо]на)\s+(?:был[аи]?\s+)?оштрафован"
)
_HIS_LEAVING: Final = re.compile(
    r"[^.;]{0,20}?(?:ban|prohibition)\s+on\s+(?:his|her)\s+|[^.;]{0,30}?(?:leav|depart|travel|выезд)"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_TAKEN: Final = frozenset(("him", "her", "them", "его", "её", "ее", "ему", "ей", "их", "им"))
_NEXT_PRONOUN: Final = compile_sought(
    r"(?:[,;]\s*(?:(?:and|while|but|а|и|но)\s+)?|\s(?:and|while)\s+(?=him|her))(?:(?:for|with|для|у)\s+)?(?P<p>he|she|him|her|он|она|ему|ей|него|неё|нее)\s+(?!(?:also|тоже|также)\b)",
    re.I,
)
_WHO_DID: Final = compile_sought(r"\b(?:who|that)\s+(?:had|was|were|has)\s+[a-z]+(?:ing|ed|en)\s+$")
_NEGATED: Final = compile_sought(r"\bnot\s+$|(?<!\w)не\s+$")
_DOING: Final = compile_sought(r"\b[a-z]+ing\s+(?:[\w-]+\s+){0,2}$")
_CROWD_BEFORE: Final = compile_sought(
    r"(?<!\w)(?:\d+|two|three|four|five|six|seven|eight|nine|ten|двое|трое|четверо|пятеро|пять|шесть|семь|восемь|девять|десять|несколько|several)\s+(?:people|persons|activists|participants|residents|человек|активист\w+|участник\w+|жител\w+|граждан\w*|людей)(?!\w)",
    re.I,
)
# So far back of a penalty a crowd is looked for; no sentence of a report is longer.
_CROWD_REACH: Final = 600


# `sentenced the activist to 5 years`, `ordered to imprison him`
_INSIDE: Final = compile_sought(
    r"(?:sentenced|imprison|jailed|fined|arrested|gave|handed|banned|barred|prohibited|forbade|sent|placed|put|вынес\w*|объявил\w*|назначил\w*|дал[аи]?|запретил\w*|приговорил\w*|оштрафовал\w*|арестовал\w*|отправил\w*|поместил\w*)\s+(?:(?P<p>him|her|them|each(?=\s+of)|both(?=\s+of)|его|её|ее|их|ему|ей|им)|the\s+(?:civil\s+|civic\s+)?(?P<noun>activist|journalist|blogger|defendant|officer|poet|teacher|student|reporter|editor|singer|doctor|pensioner|pastor)|активист\w*|журналист\w*|блогера)(?=\s+[a-zа-яё]|\s*[.,;\[]|\s*$|\s+\d)"
)


def _is_of_the_other(pronoun: str, sex: str | None) -> bool:
    """Whether the subject is a man’s pronoun and the name a woman’s, or the other way round.

    Not of objects: `рассмотрел дело Каната Ильясова и арестовал его` has a man in the genitive.
    """
    return (pronoun in ("he", "он") and sex == "f") or (pronoun in ("she", "она") and sex == "m")


@dataclass(slots=True)
class Sentence:
    """A sentence of a paragraph with the lists of names in it."""

    start: int
    end: int
    groups: list[Group]


class Referents:
    """The people of one paragraph, asked who is meant."""

    def __init__(
        self, text: str, named: Named, officials: set[int], subjects: Subjects, start: int
    ) -> None:
        self._text = text
        self._named = named
        self._officials = officials
        self._subjects = subjects
        self._start = start
        self.everyone = [i for i in range(len(named.people)) if i not in officials]

    def by_pronoun(
        self, penalty: Penalty, here: Sentence, verb: int, parts: list[Sentence], told: list[int]
    ) -> Verdict | None:
        """Return the verdict on a penalty whose subject or object is a pronoun; None for no pronoun.

        `told`: for whom a penalty was told before.
        """
        text = self._text
        tail_from = max(here.start, verb - 90)
        tail = text[tail_from:verb]
        taken = OBJECT.search(text, max(here.start, penalty.start - 130), penalty.start)
        inside = _INSIDE.search(text, min(verb, penalty.start), min(penalty.end + 30, here.end))
        taken = taken or inside
        found = [taken] if taken else self._pronouns(tail) or list(DEFINITE.finditer(tail))
        if not found:
            return None
        word = found[-1]
        said = (word.groupdict().get("p") or "").casefold()
        if not taken and said and (of_them := _OF_THEM.search(tail, 0, word.start("p"))):
            said = of_them["all"].casefold()  # `both of them`
        earlier = [
            group
            for part in parts
            for group in part.groups
            if group.end <= penalty.start
            and not self._subjects.only_officials(group)
            and not _NEGATED.search(text, max(0, group.start - 5), group.start)
        ]
        people = self._people(earlier)
        if said.split()[:1] and said.split()[0] in MANY:
            both_after = _BOTH_AFTER.match(text, tail_from + word.end()) if not taken else None
            if both_after and said in ("they", "они"):
                said += " both"
            all_told = not set(self.everyone) - set(told)
            anew = not any(group.start >= here.start for group in earlier)
            if all_told and (said.split()[0] in ALL or (anew and said in EACH)):
                doubt = f"sanctions: “{said}” is taken to be all who are named"
                return Verdict(penalty, list(self.everyone), doubt=doubt)
            return self._many(penalty, said, people, earlier)
        if len(people) == 1 and _is_of_the_other(said, sex_of(self._named.people[people[0]])):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        if len(people) == 1 and (said or any(group.start < here.start for group in earlier)):
            name = self._named.people[people[0]].name
            taken_for = f"sanctions: “{word[0].strip()}” is taken to be {name}"
            return Verdict(penalty, people, doubt=None if said else taken_for)
        # `the verdict of her client A. He was …`: nobody else is told of between.
        ends = max((group.end for group in earlier), default=0)
        last = len(text[ends : here.start].strip()) <= 1
        one = who_is(said, self.everyone, self._named, text[here.start : here.end], last=last)
        if one is not None:
            name = self._named.people[one].name
            return Verdict(penalty, [one], doubt=f"sanctions: “{said}” is taken to be {name}")
        called = None if said else who_is_called(word, text, earlier)
        if called is not None:
            name = self._named.people[called].name
            doubt = f"sanctions: “{' '.join(word[0].split())}” is taken to be {name}"
            return Verdict(penalty, [called], doubt=doubt)
        first = self._head_of_accusation(penalty)
        if first is not None and (taken or said in HE_SHE):
            return Verdict(penalty, [first])
        return Verdict(penalty, doubt="sanctions: two people or more could be meant")

    def _pronouns(self, tail: str) -> list[re.Match[str]]:
        return [
            found
            for found in PRONOUN.finditer(tail)
            if not OF_HIS_OWN.match(tail, found.start("p"))
            and not WITH_WHOM.search(tail, 0, found.start("p"))
            # `the driver who was carrying them was fined`
            and not (
                found["p"].casefold() in _TAKEN
                and not tail[found.end() :].strip()
                and _WHO_DID.search(tail, 0, found.start("p"))
            )
            # `A’s neighbour, who reported him to the police, was …`
            and not (
                found["p"].casefold() in _TAKEN and "," in JUDGE_WHO.sub(" ", tail[found.end() :])
            )
        ]

    def another(
        self, penalty: Penalty, last: list[int], between: str, here: Sentence
    ) -> Verdict | None:
        """Return the verdict where a pronoun says that it is the other of two: `he got 5 days, she a fine`."""
        found = _NEXT_PRONOUN.search(between)
        if found is None:
            return None
        said = found["p"].casefold()
        told = self._text[here.start : here.end]
        who = who_is(said, self.everyone, self._named, told)
        if who is not None:
            name = self._named.people[who].name
            doubt = f"sanctions: “{said}” is taken to be {name}"
            return None if [who] == last else Verdict(penalty, [who], doubt=doubt)
        before = set(_WORD.findall(self._text[here.start : penalty.start].casefold()))
        parted = (said in HE and before & SHE) or (said in SHE and before & HE)
        return Verdict(penalty, doubt=NOT_CLEAR) if parted or len(last) > 1 else None

    def _head_of_accusation(self, penalty: Penalty) -> int | None:
        """Return who is `him` in `A, accused of torturing B: the court sentenced him …`."""
        mentions = [m for m in self._named.mentions if m.end <= penalty.start]
        mentions = [m for m in mentions if m.who not in self._officials]
        head = next(iter(mentions), None)
        if head is None or head.governed is not None:
            return None
        others = [m for m in mentions if m.who != head.who]
        objects = all(
            _DOING.search(self._text, max(0, m.start - 80), m.start)
            or self._subjects.is_harmed(Group([m]))
            for m in others
        )
        told = self._text[head.end : penalty.start].replace("accused of", "")
        return head.who if objects and not speaks(told) else None

    def _many(
        self, penalty: Penalty, said: str, people: list[int], earlier: list[Group]
    ) -> Verdict:
        taken = Verdict(
            penalty, people, doubt=f"sanctions: “{said}” is taken to be all who are named"
        )
        unclear = Verdict(penalty, doubt=f"sanctions: it is not clear who is meant by “{said}”")
        count = how_many(said)
        if count is not None:
            return taken if count == len(people) else unclear  # `all six are barred`
        if said in BOTH:
            if len(people) != 2:
                return unclear
        elif said.endswith(" both") and len(people) == 2:
            return taken
        subjects = [g for g in earlier if g.mentions[0].governed is None] or earlier
        if said in BOTH and set(people) == set(self.everyone):
            free = all(
                g.mentions[0].governed in ("with", "с", "со")
                or (
                    g.mentions[0].governed is None
                    and not self._subjects.is_oblique(g)
                    and not self._subjects.hangs_on_kin(g)
                )
                for g in earlier
            )
            if free:
                return taken  # `A was convicted under …, and B under …; both got two years`
        lists = [group for group in subjects if len(group.people) > 1]
        everybody = {who for group in lists for who in group.people}
        if lists and len(everybody) == len(people):
            return taken
        # `A and B were sentenced for the torture of C. They are also banned …`
        if lists and said.split(maxsplit=1)[0] in THEY and everybody == set(self._people(subjects)):
            taken.people = [who for who in people if who in everybody]
            return taken
        return unclear

    def ordinal(self, penalty: Penalty, here: Sentence, parts: list[Sentence]) -> Verdict | None:
        """Return the verdict on `the latter`, `первому`: of two in a row, or the last of several."""
        if len(self.everyone) < _PAIR:
            return None
        word = ordinal_before(self._text, here.start, penalty.start)
        some = several_before(self._text, here.start, penalty.start)
        if some is not None and (word is None or word.start() < some.start()):
            word = some
        if word is None:
            return None
        within = [g for part in parts for g in part.groups if g.end <= word.start()]
        if any(end_of(word) < g.start and g.end <= penalty.start for g in here.groups):
            return None
        told = [g for g in within if g.start >= here.start]
        if len(self._people(told)) < _PAIR:
            earlier = [part for part in parts if part.end <= here.start]
            told = (earlier[-1].groups if earlier else []) + told
        if word is some:
            people = some_of(word, self._people(told))
            return Verdict(penalty, people, doubt=None if people else NOT_CLEAR)
        who = one_of(word, self._people(told))
        return Verdict(penalty, [who]) if who is not None else Verdict(penalty, doubt=NOT_CLEAR)

    def serving(self, penalty: Penalty, here: Sentence) -> int | None:
        """Return who has served a penalty: the only one of whom the sentence tells something."""
        serves = _SERVES.search(self._text, max(here.start, penalty.start - 80), penalty.start)
        if serves is None and _SERVING.match(self._text, penalty.start) is None:
            return None
        before = [g for g in here.groups if g.end <= penalty.start]
        free = [
            g
            for g in before
            if not self._subjects.only_officials(g)
            and g.mentions[0].governed is None
            and not self._subjects.is_oblique(g)
            and not self._subjects.hangs_on_kin(g)
        ]
        people = self._people(free)
        if free and THING_OF.match(self._text, free[-1].end):
            return None  # `A’s attacker should serve two years`
        if len(people) != 1 or NOUN_SUBJECT.search(self._text[here.start : free[0].start]):
            return None
        # `A said that the activist was released after serving …`
        gap = self._text[free[-1].end : penalty.start]
        another = DEFINITE.search(gap) or OTHER_SUBJECT.search(gap) or _ANOTHER.search(gap)
        return None if another and not _HIMSELF.search(gap) else people[0]

    def by_elimination(
        self, penalty: Penalty, here: Sentence, before: list[Group], verb: int
    ) -> Verdict:
        """Return the verdict on a penalty with which no name stands: the only person there, or nobody."""
        people = self._people(before)
        turns = self._text[max(here.start, penalty.start - 40) : penalty.start]
        crowd = _CROWD_BEFORE.search(
            self._text, max(here.start, penalty.start - _CROWD_REACH), penalty.start
        )
        if not self.everyone or crowd or self._subjects.is_by_turns(turns):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        gap = self._text[before[-1].end if before else max(here.start, self._start) : penalty.start]
        if not before and OUTLET.search(gap):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        unread = _UNREAD_NAME.search(self._text, here.start, penalty.start)
        if len(self.everyone) == 1 and (people or not here.groups):
            somebody = self._named.people[self.everyone[0]]
            if before and self._subjects.is_in_passing(before[-1], verb):
                return Verdict(penalty, doubt=NOT_CLEAR)
            if not people and unread:
                # Somebody is named there whom the reading did not take for a name.
                return Verdict(penalty, doubt=NOT_CLEAR)
            apart = {"lawyer", "relative"} if self._is_fined_too(penalty) else _OF_OTHERS
            own = bool(AGAINST.search(gap)) and not somebody.roles & apart
            own = own or _HIS_LEAVING.match(self._text, penalty.start, penalty.end + 40) is not None
            bare = HIS_APPEAL.sub(" ", OWN_PENALTY.sub(" ", gap))
            if (
                not NOUN_SUBJECT.search(bare)
                and not OTHER_SUBJECT.search(bare)
                and (own or not speaks(gap))
            ):
                doubt = f"sanctions: {somebody.name} is taken as the only person named"
                return Verdict(penalty, self.everyone, doubt=doubt)
        told_of = self._told_of(penalty)
        if told_of is not None and not unread:
            bare = OWN_PENALTY.sub(" ", self._text[max(here.start, told_of.end) : penalty.start])
            others = NOUN_SUBJECT.search(bare) or OTHER_SUBJECT.search(bare)
            if not others and (OWN_PENALTY.search(gap) or not speaks(gap)):
                name = self._named.people[told_of.people[0]].name
                doubt = f"sanctions: {name} is taken as the one of whom the paragraph tells"
                return Verdict(penalty, told_of.people, doubt=doubt)
        if len(people) == 1 and not speaks(self._text[before[-1].end : penalty.start]):
            name = self._named.people[people[0]].name
            return Verdict(penalty, doubt=f"sanctions: it may be {name} who is meant")
        return Verdict(penalty, doubt=NOT_CLEAR)

    def _is_fined_too(self, penalty: Penalty) -> bool:
        """Whether a later sentence says that the fine was one’s own: `She was fined on 19 April`."""
        return penalty.kind == "fine" and _WAS_FINED.search(self._text, penalty.end) is not None

    def _told_of(self, penalty: Penalty) -> Group | None:
        """Return the one name with which a paragraph begins, before any other: `Aktau, A, Article 405, …`."""
        first = next(iter(self._named.groups), None)
        if first is None or len(first.people) != 1 or first.people[0] in self._officials:
            return None
        head = self._text[self._start : first.start].lstrip(" .,")
        free = first.mentions[0].governed is None and not self._subjects.hangs_on_kin(first)
        if not free or len(head) > 60 or re.search(r"[.;:“«]|\b(?:was|were|is|has|had|of)\b", head):
            return None
        if not self._text[first.end :].lstrip().startswith((",", "(")):
            return None
        others = {m.who for m in self._named.mentions if m.end <= penalty.end} - self._officials
        return first if others == set(first.people) else None

    def _people(self, groups: list[Group]) -> list[int]:
        return list(
            dict.fromkeys(who for g in groups for who in g.people if who not in self._officials)
        )
