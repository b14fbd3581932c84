"""Whose a penalty is: the grammar of one sentence, and nothing guessed.

A penalty goes to somebody only where the sentence says so: the names right before its verb, the
name before `who was`, the names before an article in a list, the only person there. Wherever a
noun that is nobody's name stands before the verb, or two people could be meant, nobody is named
and the record says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhylnama.reading.cues import (
    AGAINST,
    AGENT,
    APPOSED,
    CROWD,
    DEFINITE,
    FINITE,
    ITS_OWNER,
    MAIN_AGAIN,
    NOUN_SUBJECT,
    OBJECT,
    OBJECT_GAP,
    OTHER_SUBJECT,
    PARTICIPLE,
    PASSIVE,
    PRONOUN,
    RELATED,
    SERVED,
    VERB,
    VERBS,
    WHO,
    WHOM,
    sentences,
    speaks,
)
from zhylnama.reading.named import Group, Named
from zhylnama.reading.patterns import holds, lowered
from zhylnama.reading.recalled import is_replaced, looks_back
from zhylnama.reading.sanctions import Penalty
from zhylnama.reading.subjects import Subjects
from zhylnama.reading.turns import Verdict, share_out

_UNREAD_NAME = re.compile(
    r"(?<![.\w“«\"])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’-]{2,}\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі’-]+(?![\w”»\"])"
)


_BOTH = re.compile(r"\s+(?:(?:were|are)\s+)?(?:both|оба|обе)\b")


@dataclass(slots=True)
class _Sentence:
    start: int
    end: int
    groups: list[Group]


def find_whose(
    text: str, penalties: list[Penalty], named: Named, officials: set[int], start: int = 0
) -> list[Verdict]:
    """Return for each penalty whose it is. `officials`: people who punish and are not punished."""
    if not penalties:
        return []
    parts = [
        _Sentence(begin, end, [g for g in named.groups if begin <= g.start < end])
        for begin, end in sentences(text)
    ]
    judge = _Judge(text, named, officials, penalties, start)
    verdicts = [judge.decide(penalty, _sentence_of(parts, penalty), parts) for penalty in penalties]
    return share_out(text, verdicts)


def _sentence_of(parts: list[_Sentence], penalty: Penalty) -> _Sentence:
    return next(part for part in parts if penalty.start < part.end)


class _Judge:
    def __init__(
        self, text: str, named: Named, officials: set[int], penalties: list[Penalty], start: int
    ) -> None:
        self._text = text
        self._named = named
        self._officials = officials
        self._penalties = penalties
        self._start = start
        self._last: Verdict | None = None
        self._subjects = Subjects(text, named, officials)

    def decide(self, penalty: Penalty, here: _Sentence, parts: list[_Sentence]) -> Verdict:
        verdict = self._decide(penalty, here, parts)
        before = [g.end for g in here.groups if g.end <= penalty.start]
        last, begin = self._last, here.start
        if last is not None and here.start < last.penalty.end <= penalty.start:
            # What is said of the penalty before is not said of this one, but for one verdict.
            begin = last.penalty.end
            before = [end for end in before if end > begin]
        verdict.recalled = looks_back(
            self._text, penalty, begin, here.end, max(before, default=None), self._start,
            with_last=last is not None
            and verdict.goes_on
            and last.recalled
            and not is_replaced(self._text, last.penalty),
        )  # fmt: skip
        if penalty.doubt and verdict.doubt is None:
            verdict.doubt = penalty.doubt
        self._last = verdict
        return verdict

    def _decide(self, penalty: Penalty, here: _Sentence, parts: list[_Sentence]) -> Verdict:
        verb = self._verb_start(penalty, here)
        before = [g for g in here.groups if g.end <= verb and not self._subjects.only_officials(g)]
        object_ = self._object(penalty, here)
        if object_ is not None:
            return self._given(penalty, object_)
        same = self._in_brackets(penalty, here) or self._with_last(penalty, here, before, verb)
        if same is not None:
            return same
        clause = self._text[here.start : verb]
        if self._is_unnamed(clause, before, verb):
            return Verdict(penalty, unnamed=True, doubt="sanctions: somebody who is not named")
        if WHO.search(clause[-110:]) and before:
            at = max(before[-1].end - here.start, 0)
            if re.match(r"[^;]*?(?:who|whom|котор)", clause[at:]):
                return self._given(penalty, before[-1])
        inside = [g for g in here.groups if penalty.start <= g.start and g.end <= penalty.end]
        if len(inside) == 1 and not self._subjects.only_officials(inside[0]):
            return self._given(penalty, inside[0])
        behind = self._right_behind(penalty, here)
        if behind is not None:
            return self._given(penalty, behind)
        # `A complained of judge B, who had given him 10 days`: the pronoun, not the name, is meant.
        him = OBJECT.search(self._text, max(here.start, penalty.start - 130), penalty.start)
        direct = None if him else self._subjects.directly_before(before, verb)
        if direct is not None:
            return self._given(penalty, direct)
        after = self._after(penalty, here)
        if after is not None:
            return self._given(penalty, after)
        pronoun = self._by_pronoun(penalty, here, clause, parts)
        if pronoun is not None:
            return pronoun
        return self._by_elimination(penalty, here, before, clause, parts)

    def _object(self, penalty: Penalty, here: _Sentence) -> Group | None:
        """Return whom the verb of a penalty takes: `fined A 20 MCI`, `дал Омарову 10 суток`."""
        inside = [g for g in here.groups if penalty.start < g.start and g.end <= penalty.end]
        if len(inside) != 1 or self._subjects.only_officials(inside[0]):
            return None
        gap = self._text[penalty.start : inside[0].start]
        return inside[0] if OBJECT_GAP.fullmatch(gap) else None

    def _with_last(
        self, penalty: Penalty, here: _Sentence, before: list[Group], verb: int
    ) -> Verdict | None:
        """Return the verdict on a second penalty: `to 1 year of … and 2.5 years of …`."""
        last = self._last
        if last is None or last.penalty.start < here.start:
            return None
        if any(last.penalty.end <= g.start < penalty.end for g in here.groups):
            return None
        between = self._text[last.penalty.end : penalty.start]
        if MAIN_AGAIN.match(between) and self._is_in_relative_clause(last.penalty, here):
            outer = self._outer(before)
            if outer is not None:
                return self._given(penalty, outer)
            return Verdict(penalty, doubt="sanctions: it is not clear whose this is")
        if CROWD.search(between):
            return Verdict(penalty, unnamed=True, doubt="sanctions: somebody who is not named")
        others = OTHER_SUBJECT.search(self._text[last.penalty.end : verb])
        if others or re.search(r"[;.]\s", between):
            return None
        return Verdict(penalty, list(last.people), False, last.doubt, last.unnamed, goes_on=True)

    def _is_in_relative_clause(self, penalty: Penalty, here: _Sentence) -> bool:
        """Whether a penalty is told of somebody in passing: `A, who is serving 5 years, was …`."""
        ends = [g.end for g in here.groups if g.end <= penalty.start]
        gap = self._text[max(ends, default=here.start) : penalty.start]
        return re.match(r"\s*,?\s*\(?(?:who|whom|котор)", gap) is not None

    def _outer(self, before: list[Group]) -> Group | None:
        """Return of whom the main clause tells: `A, mother of B, who is serving 5 years, was …`."""
        if not before:
            return None
        nearest = before[-1]
        related = RELATED.search(self._text, max(0, nearest.start - 80), nearest.start)
        if nearest.mentions[0].governed is None and related is None:
            return nearest
        if len(before) > 1:
            inside = self._text[before[-2].end : nearest.start]
            if inside.strip().startswith(",") and not FINITE.search(inside):
                return before[-2]
        return None

    def _in_brackets(self, penalty: Penalty, here: _Sentence) -> Verdict | None:
        """Return the verdict on a penalty in brackets: it is of the name right before them."""
        before = [m for g in here.groups for m in g.mentions if m.end <= penalty.end]
        if not before or before[-1].who in self._officials:
            return None
        if before[-1].start >= penalty.start:
            # `fines were imposed on A (20 MCI)`
            gap = self._text[before[-1].end : penalty.end]
            inside = re.fullmatch(r"\s*\([^()]{0,60}", gap)
            return Verdict(penalty, [before[-1].who]) if inside else None
        gap = self._text[before[-1].end : penalty.start]
        if not re.fullmatch(r"\s*\([^()]{0,80}", gap):
            return None
        last = self._last
        goes_on = last is not None and before[-1].end <= last.penalty.start
        return Verdict(penalty, [before[-1].who], goes_on=goes_on)

    def _given(self, penalty: Penalty, group: Group) -> Verdict:
        people = [who for who in group.people if who not in self._officials]
        count = len(penalty.lengths)
        others = {m.who for m in self._named.mentions if m.end <= penalty.start} - self._officials
        if count > 1 and len(people) != count and others - set(people):
            # `E. Akhmetov and the brothers D. and S. Toktarov received 5, 7 and 10 days`.
            return Verdict(
                penalty, doubt=f"sanctions: {count} penalties, and it is not clear whose"
            )
        return Verdict(penalty, people)

    def _verb_start(self, penalty: Penalty, here: _Sentence) -> int:
        """Return where the words of the penalty begin, its auxiliary verb included."""
        begin = penalty.start
        # What is looked for ends right before the penalty; further back a search only takes long.
        first = max(here.start, begin - 400)
        before = self._text[first:begin]
        small = lowered(before)
        verb = VERB.search(small) if holds(small, VERBS) else None
        if verb is not None:
            inner = before[verb.start() :]
            # The verb is this penalty's own only if no name stands between the two.
            begin_verb = first + verb.start()
            names_between = [
                g
                for g in self._named.groups
                if begin_verb < g.start < penalty.start and g.end <= penalty.start
            ]
            earlier = any(begin_verb <= p.start < penalty.start for p in self._penalties)
            if not names_between and not earlier and len(inner) < 220:
                return begin_verb + (len(inner) - len(inner.lstrip()))
        auxiliary = PASSIVE.search(before)
        return first + auxiliary.start() if auxiliary else begin

    def _is_unnamed(self, clause: str, before: list[Group], verb: int) -> bool:
        """Whether a noun without a name stands right before the verb."""
        begin = max((g.end for g in before), default=0)
        tail = self._text[max(begin, verb - 140) : verb]
        tail = re.sub(r"\([^)]*\)", "", tail)
        if before:
            tail = APPOSED.sub(",", tail)
        if re.search(r"(?:who|котор\w+)\s+(?:was|were|had\s+been|был[аи]?)?\s*$", tail) and before:
            return False
        if OTHER_SUBJECT.search(tail) or NOUN_SUBJECT.search(tail):
            return True
        return self._subjects.is_of_a_relative(before, verb)

    def _right_behind(self, penalty: Penalty, here: _Sentence) -> Group | None:
        """Return the names that follow at once: `на 20 суток арестован Азат Кыдырбек`."""
        words = self._text[penalty.start : penalty.end]
        at_end = re.search(r"(?:арестован|оштрафован|приговор[её]н|осужд[её]н)\w*$", words, re.I)
        if not at_end and (PARTICIPLE.match(words) is None or self._has_subject(here, penalty)):
            return None
        for group in here.groups:
            if group.start >= penalty.end:
                gap = self._text[penalty.end : group.start]
                if self._subjects.is_oblique(group):
                    return None
                return group if re.fullmatch(r"\s+(?:[а-яё-]+\s+){0,3}", gap) else None
        return None

    def _has_subject(self, here: _Sentence, penalty: Penalty) -> bool:
        """Whether a name before the penalty may be what its verb is said of."""
        return any(
            g.end <= penalty.start
            and g.mentions[0].governed is None
            and not self._subjects.is_oblique(g)
            and not self._subjects.only_officials(g)
            for g in here.groups
        )

    def _after(self, penalty: Penalty, here: _Sentence) -> Group | None:
        """Return the names after a penalty that is laid on them: `a fine was imposed on A and B`."""
        following = [g for g in here.groups if g.start >= penalty.end]
        if not following or self._subjects.only_officials(following[0]):
            return None
        group = following[0]
        later = [p for p in self._penalties if penalty.end <= p.start < group.start]
        gap = self._text[penalty.end : group.start]
        if later or len(gap) > 130:
            return None
        if AGENT.search(gap) and re.search(
            r"impos|issu|hand|given|gave|put|налож|назнач|вынес|выписа|объяв|вмен",
            self._text[max(here.start, penalty.start - 60) : group.start],
            re.I,
        ):
            return group
        if ITS_OWNER.fullmatch(gap) or (WHOM.fullmatch(gap) and self._subjects.is_oblique(group)):
            return group  # `the 10-day arrest of A`, `штраф в 20 МРП Серику Омарову`
        served = SERVED.search(self._text, here.start, penalty.start)
        if served and re.fullmatch(r"\s*,\s*(?:[\w-]+\s+){0,3}", gap):
            return group  # `Having served 15 days of arrest, A …`
        if re.fullmatch(r"\s*(?:of|for|to)\s+(?:(?:the\s+)?[\w-]+\s+){0,3}", gap) and not [
            g for g in here.groups if g.end <= penalty.start
        ]:
            return group
        active = re.fullmatch(r"\s*(?:(?:the\s+)?[\w-]+\s+){0,3}", gap)
        verb = re.search(
            r"(?:взял\w*|арестова[лн]\w*|оштрафова[лн]\w*|осудил\w*|осужд[её]н\w*|приговорил\w*|приговор[её]н\w*|наказал\w*)",
            self._text[here.start : penalty.end],
            re.I,
        )
        return (
            group
            if active and verb and not [g for g in here.groups if g.end <= penalty.start]
            else None
        )

    def _by_pronoun(
        self, penalty: Penalty, here: _Sentence, clause: str, parts: list[_Sentence]
    ) -> Verdict | None:
        tail = clause[-90:]
        taken = OBJECT.search(self._text, max(here.start, penalty.start - 130), penalty.start)
        pronouns = [taken] if taken else list(PRONOUN.finditer(tail))
        definite = list(DEFINITE.finditer(tail))
        if not pronouns and not definite:
            return None
        word = (pronouns or definite)[-1]
        said = word.groupdict().get("p", "") or ""
        many = (
            said.casefold().split()[0]
            in (
                "they",
                "them",
                "both",
                "each",
                "all",
                "они",
                "их",
                "им",
                "оба",
                "обоих",
                "обеих",
                "каждый",
                "все",
            )
            if said
            else False
        )
        earlier = [
            g
            for part in parts
            for g in part.groups
            if g.end <= penalty.start and not self._subjects.only_officials(g)
        ]
        people = list(
            dict.fromkeys(who for g in earlier for who in g.people if who not in self._officials)
        )
        subjects = [g for g in earlier if g.mentions[0].governed is None] or earlier
        if said.casefold() in ("both", "оба", "обоих", "обеих") and len(people) != 2:
            return Verdict(penalty, doubt=f"sanctions: it is not clear who is meant by “{said}”")
        if (
            said.casefold() in ("they", "они")
            and len(people) == 2
            and _BOTH.match(self._text, here.start + len(clause) - len(tail) + word.end())
        ):
            said = f"{said} both"
            return Verdict(
                penalty, people, doubt=f"sanctions: “{said}” is taken to be all who are named"
            )
        if many:
            lists = [g for g in subjects if len(g.people) > 1]
            if lists and len({who for g in lists for who in g.people}) == len(people):
                return Verdict(
                    penalty, people, doubt=f"sanctions: “{said}” is taken to be all who are named"
                )
            return Verdict(
                penalty, doubt="sanctions: it is not clear who is meant by “" + said + "”"
            )
        if len(people) == 1 and (said or any(g.start < here.start for g in earlier)):
            doubt = (
                None
                if said
                else f"sanctions: “{word[0].strip()}” is taken to be {self._named.people[people[0]].name}"
            )
            return Verdict(penalty, people, doubt=doubt)
        return Verdict(penalty, doubt="sanctions: two people or more could be meant")

    def _by_elimination(
        self,
        penalty: Penalty,
        here: _Sentence,
        before: list[Group],
        clause: str,
        parts: list[_Sentence],
    ) -> Verdict:
        people = list(
            dict.fromkeys(who for g in before for who in g.people if who not in self._officials)
        )
        everyone = [i for i in range(len(self._named.people)) if i not in self._officials]
        if len(everyone) == 1 and (people or not here.groups):
            # The only person of the paragraph, and the sentence names no other subject.
            gap_begin = before[-1].end if before else max(here.start, self._start)
            gap = self._text[gap_begin : penalty.start]
            roles = self._named.people[everyone[0]].roles
            verb = self._verb_start(penalty, here)
            if before and self._subjects.is_in_passing(before[-1], verb):
                return Verdict(penalty, doubt="sanctions: it is not clear whose this is")
            if not people and _UNREAD_NAME.search(self._text, here.start, penalty.start):
                # Somebody is named there whom the reading did not take for a name.
                return Verdict(penalty, doubt="sanctions: it is not clear whose this is")
            own = AGAINST.search(gap) and not roles & {"lawyer", "relative", "defender"}
            if (
                not NOUN_SUBJECT.search(gap)
                and not OTHER_SUBJECT.search(gap)
                and (own or not speaks(gap))
            ):
                name = self._named.people[everyone[0]].name
                return Verdict(
                    penalty, everyone, doubt=f"sanctions: {name} is taken as the only person named"
                )
        if len(people) == 1 and not speaks(self._text[before[-1].end : penalty.start]):
            name = self._named.people[people[0]].name
            return Verdict(penalty, doubt=f"sanctions: it may be {name} who is meant")
        if not everyone:
            return Verdict(penalty, unnamed=True, doubt="sanctions: somebody who is not named")
        return Verdict(penalty, doubt="sanctions: it is not clear whose this is")
