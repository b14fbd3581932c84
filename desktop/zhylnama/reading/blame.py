"""Whose a penalty is: the grammar of one sentence, and nothing guessed.

A penalty goes to somebody only where the sentence says so: the names right before its verb, the
name before `who was`, the names before an article in a list, the only person there. Wherever a
noun that is nobody's name stands before the verb, or two people could be meant, nobody is named
and the record says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from zhylnama.reading.people import Group, Named
from zhylnama.reading.recalled import looks_back
from zhylnama.reading.sanctions import Penalty

# The end of a sentence; not after an initial, `Art.`, `ст.` or a figure.
_SENTENCE: Final = re.compile(
    r"[.!?](?<![A-ZА-ЯЁ].)(?<!\bArt.)(?<!\bст.)(?<!\bч.)(?<!\bг.)(?<!\bNo.)(?<!\bp.)[”»\")]*\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ“«\"„])"
    r"|[.](?<=[a-zа-я\d].)(?=[A-ZА-Я][a-zа-я])|\n"
)
_PASSIVE: Final = re.compile(
    r"(?:was|were|has\s+been|have\s+been|had\s+been|been|is|are|being)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|each\s+|both\s+|all\s+|later\s+)*$|"
    r"(?:был[аи]?|будет|будут)\s+(?:[а-я]+о\s+)*$",
    re.I,
)
_WHO: Final = re.compile(
    r"(?:^|[\s,(])(?:who|whom|котор(?:ый|ая|ые|ого|ую|ому|ой|ых))\s+[^.;]{0,90}$", re.I
)
_PRONOUN: Final = re.compile(
    r"(?:^|[\s,;(“«])(?P<p>he|she|him|her|they|them|both|each|all(?:\s+(?:three|four|five|of\s+them))?|"
    r"он|она|его|её|ее|ему|ей|они|их|им|оба|обоих|обеих|каждый|все)(?![^\W\d_])",
    re.I,
)
_DEFINITE: Final = re.compile(
    r"(?:^|[\s,;(])(?:the\s+(?:said\s+)?(?:civil\s+|human\s+rights\s+|rights\s+)?(?:activist|journalist|blogger|woman|man|detainee|convict|defendant|picketer|defender|politician|poet|prisoner|accused|protester)|"
    r"активист(?:ка|а|ку|у|ке)?|журналист(?:ка|а|ку|у|ке)?|блогер(?:а|у)?|женщин[ауые]|мужчин[ауе]|правозащитни(?:к|ка|ца|цу|ку)|политик[ау]?|задержанн(?:ый|ого|ую|ая|ой))(?!\s+[A-ZА-Я])(?![^\W\d_])",
    re.I,
)
# A subject that is nobody's name: somebody unnamed is meant.
_OTHER_SUBJECT: Final = re.compile(
    r"(?:(?:one|two|three|four|five|six|seven|eight|ten|dozens|several|many|some|other|another|more|few|most|seven|nine|both|двое|трое|четверо|пятеро|несколько|другие|остальные|многие|один|одна)\s+"
    r"(?:of\s+|из\s+)?(?:[a-zа-яё’'-]+\s+){0,5}|(?<!\w)(?:his|her|their|whose|его|её|ее|их)\s+(?:[a-zа-яё’'-]+\s+){1,5})(?=(?:was|were|has|have|had|been|received|got|оштраф|аресто|приговор|получ|осуж)\b|$)",
    re.I,
)
_NOUN_SUBJECT: Final = re.compile(
    r"(?:people|persons?|activists|participants|protesters|demonstrators|residents|citizens|men|women|organizers|organisers|members|supporters|relatives|workers|journalists|bloggers|husband|wife|son|daughter|brother|sister|mother|father|spouse|colleague|friend|website|newspaper|party|company|media|editor|"
    r"люди|людей|человек|активисты|активистов|участники|участников|жители|жителей|граждане|сторонники|муж|мужа|жена|жену|сын|сына|дочь|брат|брата|сестра|мать|отец|отца|коллега|редакция|газета|компания)"
    r"\s*(?:[,(][^,)]{0,60}[,)])?\s*(?:(?:also|again|тоже|также)\s+)?(?:was|were|has|have|had|been|received|got|were\s+\w+ly|был[аи]?|получил\w*|оштраф\w*|аресто\w*|приговор\w*|осужд\w*)?\s*(?:\w+ly\s+)?$",
    re.I,
)
_RELATED: Final = re.compile(
    r"(?<!\w)(?:(?:husband|wife|spouse|son|daughter|brother|sister|mother|father|widow|colleague|lawyer|attorney|friend|relative|supporter|client|assistant|driver|parent|companion)s?\s+of|"
    r"муж\w{0,2}|жен[аыуео]\w?|супруг\w{0,3}|сын\w{0,3}|доч\w{1,4}|брат\w{0,3}|сестр\w{1,2}|матер\w|мать|отец|отц\w{1,2}|коллег\w{1,2}|адвокат\w{0,2}|родственник\w{0,2}|друг\w{0,2}|подруг\w|сторонник\w{0,2})"
    r"\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)
_FINITE: Final = re.compile(
    r"(?<![\w’-])(?:said|told|met|held|went|came|saw|knew|spoke|wrote|filed|sent|gave|asked|called|demanded|reported|stated|picketed|visited|appealed|supported|accused|noted|recalled|published|announced|refused|rejected|heard|considered|began|took|made|became|won|left|"
    r"сказал\w*|заяви\w+|сообщи\w+|провел\w*|провёл|вышл\w*|вышел|потребова\w+|написа\w+|обрати\w+|пришл\w*|пришёл|пришел|рассказа\w+|поддержа\w+|подал\w*)(?![\w’-])",
    re.I,
)
_AGENT: Final = re.compile(
    r"\b(?:on|to|against|upon|на|в\s+отношении|для)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.I
)


@dataclass(slots=True)
class Verdict:
    """To whom a penalty goes: people by their index, or nobody and why."""

    penalty: Penalty
    people: list[int] = field(default_factory=list)
    recalled: bool = False
    doubt: str | None = None
    unnamed: bool = False


@dataclass(slots=True)
class _Sentence:
    start: int
    end: int
    groups: list[Group]


@lru_cache(maxsize=4)  # a paragraph is asked several times in a row
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a text begin and end."""
    bounds: list[tuple[int, int]] = []
    begin = 0
    for match in _SENTENCE.finditer(text):
        bounds.append((begin, match.end()))
        begin = match.end()
    bounds.append((begin, len(text)))
    return tuple(bounds)


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
    return _in_turn(text, verdicts)


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

    def decide(self, penalty: Penalty, here: _Sentence, parts: list[_Sentence]) -> Verdict:
        verdict = self._decide(penalty, here, parts)
        before = [g.end for g in here.groups if g.end <= penalty.start]
        verdict.recalled = looks_back(
            self._text, penalty, here.start, here.end, max(before, default=None), self._start
        )
        if penalty.doubt and verdict.doubt is None:
            verdict.doubt = penalty.doubt
        self._last = verdict
        return verdict

    def _decide(self, penalty: Penalty, here: _Sentence, parts: list[_Sentence]) -> Verdict:
        verb = self._verb_start(penalty, here)
        before = [g for g in here.groups if g.end <= verb and not self._only_officials(g)]
        bracketed = self._in_brackets(penalty, here)
        if bracketed is not None:
            return Verdict(penalty, [bracketed])
        last = self._last
        clause = self._text[here.start : verb]
        # A second penalty of the same verdict: `to 1 year of … and 2.5 years of …`.
        if (
            last is not None
            and last.penalty.start >= here.start
            and not any(g.start >= last.penalty.end for g in before)
        ):
            between = self._text[last.penalty.end : penalty.start]
            if not _OTHER_SUBJECT.search(self._text[last.penalty.end : verb]) and not re.search(
                r"[;.]\s", between
            ):
                return Verdict(penalty, list(last.people), doubt=last.doubt, unnamed=last.unnamed)
        if self._is_unnamed(clause, before, verb):
            return Verdict(penalty, unnamed=True, doubt="sanctions: somebody who is not named")
        if _WHO.search(clause[-110:]) and before:
            at = max(before[-1].end - here.start, 0)
            if re.match(r"[^;]*?(?:who|whom|котор)", clause[at:]):
                return self._given(penalty, before[-1])
        inside = [g for g in here.groups if penalty.start <= g.start and g.end <= penalty.end]
        if len(inside) == 1:
            return self._given(penalty, inside[0])
        direct = self._directly_before(before, verb)
        if direct is not None:
            return self._given(penalty, direct)
        after = self._after(penalty, here)
        if after is not None:
            return self._given(penalty, after)
        pronoun = self._by_pronoun(penalty, here, clause, parts)
        if pronoun is not None:
            return pronoun
        return self._by_elimination(penalty, here, before, clause, parts)

    def _in_brackets(self, penalty: Penalty, here: _Sentence) -> int | None:
        """Return whose name stands right before the brackets that a penalty stands in."""
        before = [m for g in here.groups for m in g.mentions if m.end <= penalty.start]
        if not before or before[-1].who in self._officials:
            return None
        gap = self._text[before[-1].end : penalty.start]
        return before[-1].who if re.fullmatch(r"\s*\([^()]{0,80}", gap) else None

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

    def _only_officials(self, group: Group) -> bool:
        return all(who in self._officials for who in group.people)

    def _verb_start(self, penalty: Penalty, here: _Sentence) -> int:
        """Return where the words of the penalty begin, its auxiliary verb included."""
        begin = penalty.start
        # What is looked for ends right before the penalty; further back a search only takes long.
        first = max(here.start, begin - 400)
        before = self._text[first:begin]
        verb = re.search(
            r"(?:was|were|has\s+been|have\s+been|had\s+been|is|are|been)?\s*(?:\w+ly\s+|also\s+|again\s+|each\s+|both\s+)*"
            r"(?:sentenced|convicted|given|placed|fined|issued|found\s+guilty(?:\s+and\s+sentenced)?|handed|put|ordered|punished|received|got|sent|imprisoned|jailed|taken|subjected)\b"
            r"(?:\s+(?!and\b|who\b)[^.;]{0,160})?$|"
            r"(?:был[аи]?\s+)?(?:приговор[её]н\w*|приговорил\w*|осужд[её]н\w*|получил\w*|оштрафован\w*|наказан\w*|арестован\w*|подвергнут\w*|признан\w*\s+виновн\w+|назначил\w*|назначен\w*|помещ[её]н\w*|водвор[её]н\w*)\b(?:\s+[^.;]{0,160})?$",
            before,
            re.I,
        )
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
        auxiliary = _PASSIVE.search(before)
        return first + auxiliary.start() if auxiliary else begin

    def _is_unnamed(self, clause: str, before: list[Group], verb: int) -> bool:
        """Whether a noun without a name stands right before the verb."""
        begin = max((g.end for g in before), default=0)
        tail = self._text[max(begin, verb - 140) : verb]
        tail = re.sub(r"\([^)]*\)", "", tail)
        if re.search(r"(?:who|котор\w+)\s+(?:was|were|had\s+been|был[аи]?)?\s*$", tail) and before:
            return False
        if _OTHER_SUBJECT.search(tail) or _NOUN_SUBJECT.search(tail):
            return True
        return self._is_of_a_relative(before, verb)

    def _is_of_a_relative(self, before: list[Group], verb: int) -> bool:
        """Whether the name before the verb only says whose husband, son or lawyer is meant."""
        if not before or not _is_short(self._text[before[-1].end : verb]):
            return False
        start = before[-1].start
        related = _RELATED.search(self._text, max(0, start - 80), start)
        # `Dina Ivanova, the wife of Serik Ivanov, was fined`: she is named herself.
        return related is not None and not any(
            self._text[g.end : related.start()].strip(" \n") == ","
            or re.fullmatch(r"\s*,\s*(?:the|his|her|a)?\s*", self._text[g.end : related.start()])
            for g in before[:-1]
        )

    def _directly_before(self, before: list[Group], verb: int) -> Group | None:
        """Return the list of names that is the subject of the verb."""
        if not before:
            return None
        nearest = before[-1]
        gap = self._text[nearest.end : verb]
        # `A, the wife of B, was fined`: B hangs on a preposition and closes an apposition.
        first = nearest.mentions[0]
        if first.governed is not None and len(before) > 1 and gap.strip().startswith(","):
            outer = before[-2]
            inside = self._text[outer.end : nearest.start]
            if inside.strip().startswith(",") and not _FINITE.search(inside):
                return outer if _is_short(self._text[nearest.end : verb]) else None
        if (
            first.governed
            in ("by", "with", "about", "against", "from", "to", "near", "у", "с", "о")
            and gap.strip()
        ):
            return None
        return nearest if _is_short(gap) else None

    def _after(self, penalty: Penalty, here: _Sentence) -> Group | None:
        """Return the names after a penalty that is laid on them: `a fine was imposed on A and B`."""
        following = [g for g in here.groups if g.start >= penalty.end]
        if not following or self._only_officials(following[0]):
            return None
        group = following[0]
        later = [p for p in self._penalties if penalty.end <= p.start < group.start]
        gap = self._text[penalty.end : group.start]
        if later or len(gap) > 130:
            return None
        if _AGENT.search(gap) and re.search(
            r"impos|issu|hand|given|gave|put|налож|назнач|вынес|выписа|объяв|вмен",
            self._text[max(here.start, penalty.start - 60) : group.start],
            re.I,
        ):
            return group
        if re.fullmatch(r"\s*(?:of|for|to)\s+(?:(?:the\s+)?[\w-]+\s+){0,3}", gap) and not [
            g for g in here.groups if g.end <= penalty.start
        ]:
            return group
        active = re.fullmatch(r"\s*(?:(?:the\s+)?[\w-]+\s+){0,3}", gap)
        verb = re.search(
            r"(?:арестова[лн]\w*|оштрафова[лн]\w*|осудил\w*|осужд[её]н\w*|приговорил\w*|приговор[её]н\w*|наказал\w*)",
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
        pronouns = list(_PRONOUN.finditer(tail))
        definite = list(_DEFINITE.finditer(tail))
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
            if g.end <= penalty.start and not self._only_officials(g)
        ]
        people = list(
            dict.fromkeys(who for g in earlier for who in g.people if who not in self._officials)
        )
        subjects = [g for g in earlier if g.mentions[0].governed is None] or earlier
        if many:
            lists = [g for g in subjects if len(g.people) > 1]
            if lists and len({who for g in lists for who in g.people}) == len(people):
                return Verdict(
                    penalty, people, doubt=f"sanctions: “{said}” is taken to be all who are named"
                )
            return Verdict(
                penalty, doubt="sanctions: it is not clear who is meant by “" + said + "”"
            )
        if len(people) == 1:
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
            if (
                not _NOUN_SUBJECT.search(gap)
                and not _OTHER_SUBJECT.search(gap)
                and not _speaks(gap)
            ):
                name = self._named.people[everyone[0]].name
                return Verdict(
                    penalty, everyone, doubt=f"sanctions: {name} is taken as the only person named"
                )
        if len(people) == 1 and not _speaks(self._text[before[-1].end : penalty.start]):
            name = self._named.people[people[0]].name
            return Verdict(penalty, doubt=f"sanctions: it may be {name} who is meant")
        if not everyone:
            return Verdict(penalty, unnamed=True, doubt="sanctions: somebody who is not named")
        return Verdict(penalty, doubt="sanctions: it is not clear whose this is")


def _is_short(gap: str) -> bool:
    """Whether nothing but appositions, brackets, articles and adverbs stands in a gap."""
    bare = re.sub(r"\([^()]*\)", "", gap)
    if len(bare) > 420:
        return False
    if not bare.strip(" ,–—-:"):
        return True
    if _FINITE.search(bare) or re.search(
        r"[;]|\bwhile\b|\bwhen\b|\bthat\b|\bчто\b|\bпока\b|\bкогда\b", bare
    ):
        # In a list `A, Article 405 …; B, Article …` the article of A itself may hold a semicolon.
        return bool(re.fullmatch(r"[^A-Za-zА-Яа-я]*(?:Art|ст)[^;]*", bare)) and not _FINITE.search(
            bare
        )
    return not re.search(
        r"\b(?:and|и)\s+(?:the\s+|his\s+|her\s+|his\s+|another\s+|other\s+|\d+\s+)[a-zа-я]+", bare
    )


def _speaks(gap: str) -> bool:
    return bool(_FINITE.search(gap) or re.search(r"\bthat\b|\bчто\b|[“«]", gap))


def _in_turn(text: str, verdicts: list[Verdict]) -> list[Verdict]:
    """Share out penalties that are given in turn: `5 days and 20 days … respectively`."""
    out: list[Verdict] = []
    at = 0
    while at < len(verdicts):
        verdict = verdicts[at]
        count = len(verdict.penalty.lengths)
        if count > 1:
            same = verdicts[at : at + count]
            out += _shared(text, same)
            at += count
            continue
        out.append(verdict)
        at += 1
    return _respectively(text, out)


def _shared(text: str, same: list[Verdict]) -> list[Verdict]:
    people = same[0].people
    if len(people) == len(same):
        following = text[same[0].penalty.end : same[0].penalty.end + 80]
        doubt = None
        if not re.search(r"respectively|соответственно", following, re.I):
            doubt = "sanctions: several penalties in a row are read in the order of the names"
        return [
            Verdict(v.penalty, [people[i]], v.recalled, v.doubt or doubt)
            for i, v in enumerate(same)
        ]
    respectively = re.search(
        r"^[^.]{0,80}(?:respectively|соответственно)", text[same[0].penalty.end :], re.I
    )
    if len(people) == 1 and respectively is None:
        return same
    who = "one person" if len(people) == 1 else f"{len(people)} people"
    why = f"sanctions: {who} and {len(same)} penalties"
    return [Verdict(v.penalty, [], v.recalled, why) for v in same]


def _respectively(text: str, verdicts: list[Verdict]) -> list[Verdict]:
    """Share out `A and B were given 10 days of arrest and a fine of 50 MCI respectively`."""
    for at in range(len(verdicts) - 1):
        first, second = verdicts[at], verdicts[at + 1]
        if (
            len(first.people) > 1
            and first.people == second.people
            and re.match(
                r"[^.]{0,60}(?:respectively|соответственно)", text[second.penalty.end :], re.I
            )
        ):
            people = list(first.people)
            run = [v for v in verdicts if v.people == people]
            alike = len(run) == len(people)
            for i, verdict in enumerate(run):
                verdict.people = [people[i]] if alike else []
                if not alike:
                    verdict.doubt = f"sanctions: {len(people)} people and {len(run)} penalties"
            break
    return verdicts
