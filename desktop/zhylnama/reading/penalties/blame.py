"""Whose a penalty is: the grammar of one sentence, and nothing guessed.

A penalty goes to somebody only where the sentence says so. The ways in which it may are asked in
order, the surest first:

1. the words of the penalty hold or name the person (`owners.py`): `fined A`, `A (15 days)`,
   `the arrest of A`, `a fine on A`;
2. it goes on with the penalty before: `to 1 year of … and a ban on …`;
3. a noun that is nobody's name is the subject: somebody who is not named;
4. the names before the verb are its subject (`subjects.py`), unless the grammar forbids it
   (`heads.py`), or those right behind it;
5. a pronoun, or the only person there is (`referents.py`).

Wherever two people could be meant, nobody is named and the record says why.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.penalties.alike import goes_with_last
from zhylnama.reading.penalties.bare import is_bare, whom_it_fines
from zhylnama.reading.penalties.behind import people_behind
from zhylnama.reading.penalties.brackets import both_before, bracketed, is_of_several
from zhylnama.reading.penalties.called import asking_for_others, tried
from zhylnama.reading.penalties.changes import is_replaced
from zhylnama.reading.penalties.conditional import settle_conditions
from zhylnama.reading.penalties.cues import (
    CROWD,
    MAIN_AGAIN,
    OBJECT,
    OTHER_SUBJECT,
    PARTICIPLE,
    THING_OF,
    WHO,
    sentences,
)
from zhylnama.reading.penalties.heads import cannot_be, is_told_of_another
from zhylnama.reading.penalties.in_lists import told_in_list
from zhylnama.reading.penalties.kin import Kin, with_kin_apart
from zhylnama.reading.penalties.nouns import by_noun, tells_of_another
from zhylnama.reading.penalties.only_one import give_to_the_only_one, is_of_the_only_one
from zhylnama.reading.penalties.other_heads import (
    begins_with_another,
    begins_with_pronoun,
    is_of_his_own,
)
from zhylnama.reading.penalties.others import is_of_somebody_else, is_of_thing
from zhylnama.reading.penalties.owners import Owners
from zhylnama.reading.penalties.predicates import Predicates
from zhylnama.reading.penalties.recalled import (
    is_another_verdict,
    looks_back,
)
from zhylnama.reading.penalties.referents import NOT_CLEAR, NOT_NAMED, Referents, Sentence
from zhylnama.reading.penalties.reflexive import oneself, the_other
from zhylnama.reading.penalties.relative import in_relative_clause, outer_of, to_whom
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.sentence_of import sentence_of
from zhylnama.reading.penalties.shared import are_with_others, both_of, each_of, rest_of
from zhylnama.reading.penalties.subjects import Subjects
from zhylnama.reading.penalties.taken import taken_before
from zhylnama.reading.penalties.turns import Verdict, is_of_the_way, share_out
from zhylnama.reading.penalties.victims import without_victims

# `…, the driver – 5 MCI`: the next of a list, without a name.
_ANOTHER_ITEM: Final = compile_sought(
    r",\s+(?:а\s+|и\s+|and\s+)?(?!(?:he|she|он|она)\s)[a-zа-яё][^,–—\d]{2,60}\s[–—-]\s+(?:(?:на|к|по|to|for)\s+)?$"
)
# `A got 15 days, together with him …`
_TOGETHER: Final = compile_sought(
    r"(?:\b(?:together|along)\s+with\s+(?:him|her|them)|(?<!\w)вместе\s+с\s+н(?:им|ей|ими))(?!\w)",
    re.I,
)
_CHANGE_REACH: Final = 300
_TAKES_HIM: Final = re.compile(
    r"(?:арестовал|оштрафовал|приговорил|осудил|наказал)[аи]?\s+(?:его|её|ее|их)(?!\w)|(?:arrested|fined|sentenced|jailed)\s+(?:him|her|them)\b"
)
_HIS: Final = compile_sought(r"\b(?:his|her)\s+$|(?<!\w)(?:его|её|ее)\s+$")
_NEW_SENTENCE: Final = re.compile(r"[;.]\s")
_CITED: Final = re.compile(r"\([^()]*\)|\b(?:ст|ч|п|art)\.", re.I)
# `replaced the term of 2 years served by A with restriction of liberty`
_CHANGES: Final = compile_sought(
    r"\b(?:replac|commut|reduc|cut\b|increas|rais|lower)|(?<!\w)(?:замен|сни[зж]|сокра[тщ]|увелич|смягч)",
    re.I,
)
_WHO_IS: Final = re.compile(r"[^;]*?(?:who|whom|котор)")

_BOTH = "both"  # as the doubt quotes it, whatever the report's word


def find_whose(
    text: str, penalties: list[Penalty], named: Named, officials: set[int], start: int = 0
) -> list[Verdict]:
    """Return for each penalty whose it is. `officials`: people who punish and are not punished.

    Of these who is tried is none, and whoever complains for another is one.
    """
    if not penalties:
        return []
    officials = officials - tried(text, named) | asking_for_others(text, named)
    named = without_victims(text, with_kin_apart(text, named))
    parts = [
        Sentence(begin, end, [g for g in named.groups if begin <= g.start < end])
        for begin, end in sentences(text)
    ]
    judge = _Judge(text, named, officials, penalties, start, parts)
    verdicts = [judge.decide(penalty) for penalty in penalties]
    give_to_the_only_one(text, start, verdicts, named, parts)
    shared = share_out(text, [verdict for verdict in verdicts if not is_of_the_way(verdict)])
    settle_conditions(text, shared, named)
    return shared


class _Judge:
    def __init__(
        self,
        text: str,
        named: Named,
        officials: set[int],
        penalties: list[Penalty],
        start: int,
        parts: list[Sentence],
    ) -> None:
        self._text = text
        self._named = named
        self._officials = officials
        self._penalties = penalties
        self._start = start
        self._parts = parts
        self._last: Verdict | None = None
        self._told: list[int] = []
        self._subjects = Subjects(text, named, officials)
        self._owners = Owners(text, named, penalties, self._subjects)
        self._predicates = Predicates(text, named, penalties, self._subjects)
        self._referents = Referents(text, named, officials, self._subjects, start)
        self._kin = Kin(text, named, self._referents.everyone)

    def decide(self, penalty: Penalty) -> Verdict:
        here = next(part for part in self._parts if penalty.start < part.end)
        verdict = self._decide(penalty, here)
        ends = (m.end for g in here.groups for m in g.mentions)
        before = [end for end in ends if end <= penalty.start]
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
            and not is_replaced(self._text, last.penalty)
            and not is_another_verdict(self._text[last.penalty.end : penalty.end]),
        )  # fmt: skip
        if last is not None:
            verdict.recalled = goes_with_last(self._text, last, verdict, begin, here.start)
        if penalty.doubt and verdict.doubt is None:
            verdict.doubt = penalty.doubt
        self._last = verdict
        self._told += verdict.people
        return verdict

    def _decide(self, penalty: Penalty, here: Sentence) -> Verdict:
        verb = self._predicates.verb_start(penalty, here.start)
        before = [g for g in here.groups if g.end <= verb and not self._subjects.only_officials(g)]
        own = (
            by_noun(self._text, self._named, self._last, penalty, here, verb)
            or told_in_list(self._text, self._named, self._kin, self._last, penalty, here)
            or self._owner(penalty, here)
            or self._by_word(penalty, here, verb)
        )
        if own is not None:
            return own
        same = self._with_last(penalty, here, before, verb)
        if same is not None:
            return same
        if is_of_thing(self._text, penalty, here.groups, self._named.people, here.start):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        with_others = self._with_others(penalty, before, verb)
        if with_others is not None:
            return with_others
        if self._tells_of_another(penalty, here, before, verb):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        group = self._subject(penalty, here, before, verb)
        if group is not None:
            if self._cannot_be(group, penalty, verb):
                return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
            return self._given(penalty, group)
        return self._without_subject(penalty, here, before, verb)

    def _tells_of_another(
        self, penalty: Penalty, here: Sentence, before: list[Group], verb: int
    ) -> bool:
        """Whether the subject of the verb of a penalty is somebody without a name."""
        begin = max(here.start, self._start)
        return (
            begins_with_another(self._text, begin, before, verb)
            or is_of_his_own(self._text, begin, penalty.start)
            or self._predicates.is_unnamed(before, verb)
            or (bool(before) and is_told_of_another(self._text, before[-1], verb))
        )

    def _without_subject(
        self, penalty: Penalty, here: Sentence, before: list[Group], verb: int
    ) -> Verdict:
        """Return the verdict where no name is the subject: by a pronoun, or by who else is named."""
        cannot = bool(before) and self._cannot_be(before[-1], penalty, verb)
        serving = None if cannot else self._referents.serving(penalty, here)
        if serving is not None:
            return Verdict(penalty, [serving])
        pronoun = self._referents.by_pronoun(penalty, here, verb, self._parts, self._told)
        if pronoun is not None:
            return pronoun
        if cannot:
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        left = self._referents.by_elimination(penalty, here, before, verb)
        part = self._text[max((g.end for g in before), default=here.start) : penalty.start]
        alone = "; " in part or not (here.groups or begins_with_pronoun(self._text, here.start))
        # A sentence without a name must have no word for another who could be meant.
        if (
            left.people
            and alone
            and not is_of_the_only_one(
                self._text, self._start, penalty, here, self._penalties, self._named
            )
        ):
            return Verdict(penalty, doubt=NOT_CLEAR)
        return left

    def _cannot_be(self, group: Group, penalty: Penalty, verb: int) -> bool:
        """Whether the grammar does not let names before a penalty be its subject."""
        return group.end <= verb and cannot_be(
            self._text, group, self._named.people, verb, penalty.end,
            oblique=self._subjects.is_oblique(group),
        )  # fmt: skip

    def _by_word(self, penalty: Penalty, here: Sentence, verb: int) -> Verdict | None:
        """Return the verdict where a word stands for one of the names: `the latter`, `отцу`, `the others`."""
        ordinal = self._referents.ordinal(penalty, here, self._parts)
        if ordinal is not None:
            return ordinal
        relative = self._kin.meant(verb)
        if relative is not None:
            return Verdict(penalty, [relative])
        if is_of_somebody_else(self._text, penalty, verb):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        self_ = oneself(self._text, self._named, self._subjects, penalty, here.start, here.groups)
        if self_ is not None:
            return Verdict(penalty, [self_])
        last = self._last.people if self._last is not None else []
        other = the_other(self._text, self._named, penalty, here.start, here.groups, last)
        if other is not None:
            return Verdict(penalty, other, doubt=None if other else NOT_CLEAR)
        rest = rest_of(self._text, self._named.groups, verb, self._told)
        doubt = "sanctions: “the others” are taken to be the rest of the names"
        return Verdict(penalty, rest, doubt=doubt) if rest else None

    def _owner(self, penalty: Penalty, here: Sentence) -> Verdict | None:
        """Return the verdict on a penalty whose words name the person themselves."""
        if penalty.amount is None and is_bare(self._text[penalty.start : penalty.end]):
            taken = whom_it_fines(self._text, penalty.end, here.groups)
            nobody = NOT_NAMED
            return self._given(penalty, taken) if taken else Verdict(penalty, [], doubt=nobody)
        if self._owners.is_of_organisation(penalty):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        whom = to_whom(self._text, penalty, here)
        if whom is not None:
            return self._given(penalty, whom)
        group = self._owners.object_of(penalty, here.groups)
        if group is not None:
            return self._given(penalty, group)
        group = self._owners.beside(penalty, here.groups)
        if group is not None:
            return Verdict(penalty, group.people)
        both = both_of(self._text, self._referents.everyone, penalty)
        each = each_of(self._text, self._named.groups, penalty, here.start, self._officials)
        if both or each:
            word = _BOTH if both else "each"
            doubt = f"sanctions: “{word}” is taken to be all who are named"
            return Verdict(penalty, both or each, doubt=doubt)
        behind = people_behind(self._text, here, self._penalties, penalty, self._officials)
        if behind:
            return Verdict(penalty, behind)
        who = bracketed(self._text, penalty, here.groups, self._officials)
        if who is not None and is_of_several(self._text, penalty):
            both = both_before(self._text, penalty, here.groups)
            # `A, B (both 15 days of arrest)`
            return Verdict(penalty, both, doubt=None if both else NOT_CLEAR)
        if who is not None:
            last = self._last
            ends = [m.end for g in here.groups for m in g.mentions if m.end <= penalty.start]
            goes_on = last is not None and max(ends, default=0) <= last.penalty.start
            return Verdict(penalty, [who], goes_on=goes_on)
        group = (
            self._owners.laid_on(penalty, here.groups, here.start)
            or sentence_of(self._text, penalty, here.groups, self._subjects)
            or taken_before(self._text, penalty, here.groups, self._subjects)
        )
        return self._given(penalty, group) if group is not None else None

    def _with_last(
        self, penalty: Penalty, here: Sentence, before: list[Group], verb: int
    ) -> Verdict | None:
        """Return the verdict on a second penalty: `to 1 year of … and 2.5 years of …`."""
        last = self._last
        if last is None or last.penalty.start < here.start:
            return None
        between = self._text[last.penalty.end : penalty.start]
        again = MAIN_AGAIN.match(between) or (
            between.strip() == "," and PARTICIPLE.match(self._text, penalty.start)
        )
        if again and in_relative_clause(self._text, last.penalty, here):
            outer = outer_of(self._text, last.penalty, here, before)
            return self._given(penalty, outer) if outer else Verdict(penalty, doubt=NOT_CLEAR)
        named = [
            g
            for g in here.groups
            if last.penalty.end <= g.start < penalty.end and not self._subjects.is_harmed(g)
        ]
        if any(not last.people or set(g.people) - set(last.people) for g in named):
            return None
        changed = last.recalled and _CHANGES.search(
            self._text, max(here.start, penalty.start - _CHANGE_REACH), penalty.start
        )
        if named and not (last.penalty.former or changed):
            return None
        if self._owners.subject_behind(penalty, here.groups) is not None:
            return None  # `A получил 15 суток, на 10 суток арестована Б`
        if _TOGETHER.search(between):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        if len(self._referents.everyone) > 1 and _HIS.search(between):
            return None  # `barred for calling his nine-year sentence unlawful`
        another = self._referents.another(penalty, last.people, between, here)
        if another is not None:
            return another
        other = tells_of_another(self._text, last.penalty.end, verb)
        if other or CROWD.search(between) or _ANOTHER_ITEM.search(between):
            return Verdict(penalty, unnamed=True, doubt=NOT_NAMED)
        others = OTHER_SUBJECT.search(self._text[last.penalty.end : verb])
        if (
            others
            or _NEW_SENTENCE.search(_CITED.sub("", between))
            or self._subjects.is_by_turns(between)
        ):
            return None
        return Verdict(penalty, list(last.people), False, last.doubt, last.unnamed, goes_on=True)

    def _subject(
        self, penalty: Penalty, here: Sentence, before: list[Group], verb: int
    ) -> Group | None:
        """Return the names that are the subject of the verb of a penalty, or stand right behind it."""
        clause = self._text[here.start : verb]
        if before and WHO.search(clause[-110:]):
            at = max(before[-1].end - here.start, 0)
            closed = clause.rstrip().endswith(",")
            possessed = THING_OF.match(self._text, before[-1].end)  # `A’s father, who is serving`
            another = possessed or (closed and self._is_of_another(before[-1]))
            if _WHO_IS.match(clause[at:]) and not another:
                return before[-1]
        group = self._owners.inside(penalty, here.groups)
        group = group or self._owners.subject_behind(penalty, here.groups)
        group = group or self._subjects.described(before, penalty)
        if group is not None:
            return group
        # `A complained of judge B, who had given him 10 days`: the pronoun, not the name, is meant.
        taken = _TAKES_HIM.match(self._text, penalty.start)
        if not taken and not OBJECT.search(
            self._text, max(here.start, penalty.start - 130), penalty.start
        ):
            group = self._subjects.directly_before(before, verb)
        return group or self._owners.behind(penalty, here.groups, here.start)

    def _is_of_another(self, group: Group) -> bool:
        """Whether a name only says whose neighbour somebody is: `A’s neighbour, who …, was fined`."""
        owner = THING_OF.match(self._text, group.end) or self._subjects.hangs_on_kin(group)
        return bool(owner) or group.mentions[0].governed is not None

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

    def _with_others(self, penalty: Penalty, before: list[Group], verb: int) -> Verdict | None:
        """Return the verdict on `A and two of his supporters were arrested`: that of A is told."""
        if not before or not are_with_others(self._text, before[-1].end, verb):
            return None
        group = before[-1]
        free = group.mentions[0].governed is None and not self._subjects.hangs_on_kin(group)
        return self._given(penalty, group) if free else None
