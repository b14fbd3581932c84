"""Where the words of a penalty begin with their verb, and whether a noun without a name is their subject."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import holds, lowered
from zhylnama.reading.penalties.cues import (
    APPOSED,
    HIS_APPEAL,
    NOUN_SUBJECT,
    OTHER_SUBJECT,
    PASSIVE,
    VERB,
    VERBS,
)
from zhylnama.reading.penalties.measured import BY_PRONOUN
from zhylnama.reading.penalties.referents import OWN_PENALTY
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.subjects import Subjects

_ACCORDING: Final = re.compile(
    r",\s*(?:по\s+(?:его|её|ее|их)\s+словам|according\s+to\s+(?:him|her|them))\s*,"
)
# `released after four of the seven years`
_PART_OF: Final = compile_sought(
    r"(?<!\w)(?:(?:\w+\s+)?(?:more\s+)?(?:years?|months?|days?)\s+(?:left\s+)?(?:to\s+serve\s+)?(?:out\s+)?of\s+(?:the\s+|his\s+|her\s+)?|(?:(?:more|less|over)\s+(?:than\s+)?)?(?:an?\s+)?(?:two[\s-]|three[\s-])?(?:half|thirds?|quarters?|most|part)\s+of\s+(?:the\s+|his\s+|her\s+)?|\w+\s+(?:out\s+)?of\s+(?:the\s+|his\s+|her\s+)?|\w+\s+из\s+)$",
    re.I,
)
# `Four days earlier he had been …`: the time is no subject.
_AGO: Final = compile_sought(
    r"\b(?:[a-z]+|\d+)\s+(?:hours?|days?|weeks?|months?|years?)\s+(?:earlier|before|later|after(?:wards)?|ago)\b",
    re.I,
)
# `A of the Democratic Party was fined`
_OF_GROUP: Final = re.compile(
    r"^\s+(?:of|from)\s+(?:the\s+)?(?:(?!(?:who|whom|whose|and|but)\b)[\w“”’-]+\s+){1,6}?(?=(?:was|were|has|had)\b|$)"
)
# `B left the courtroom with three years`: who gets something by no verb of giving.
_LEAVES_WITH: Final = compile_sought(
    r"\b(?:left\s+the\s+(?:court(?:room|house)?|hall)|walked\s+(?:out|away)|came\s+away|ended\s+up|got\s+(?:off|away)|escaped|(?:was|were)\s+(?:let\s+off|left))\s+with\s+(?:(?:an?|only|just)\s+){0,2}$"
    r"|(?<!\w)(?:вышел|вышла|вышли)\s+из\s+(?:зала(?:\s+суда)?|суда)\s+с\s+$"
)
# `20 MCI and another 5 MCI`
_ONE_MORE: Final = compile_sought(r"\banother\s+$")
_ADVERBS: Final = re.compile(r"\s*(?:both\s+|each\s+)?", re.I)
_ENDS_WITH_WHO: Final = compile_sought(r"(?:who|котор\w+)\s+(?:was|were|had\s+been|был[аи]?)?\s*$")


class Predicates:
    """The penalties of one paragraph, asked for the verb by which each is told."""

    def __init__(
        self, text: str, named: Named, penalties: list[Penalty], subjects: Subjects
    ) -> None:
        self._text = text
        self._named = named
        self._penalties = penalties
        self._subjects = subjects

    def verb_start(self, penalty: Penalty, begin_at: int) -> int:
        """Return where the words of a penalty begin, its auxiliary verb included.

        `begin_at`: where its sentence begins.
        """
        begin = penalty.start
        if BY_PRONOUN.search(self._text, max(begin_at, begin - 30), begin):
            return begin  # `оштрафованы, он – на 20, она – на 10 МРП`
        # What is looked for ends right before the penalty; further back a search only takes long.
        first = max(begin_at, begin - 260)
        before = self._text[first:begin]
        if leaves := _LEAVES_WITH.search(before):
            return first + leaves.start()
        small = lowered(before).replace(" no. ", " no  ")  # `by the court No. 2`
        verb = VERB.search(small) if holds(small, VERBS) else None
        if verb is not None:
            told = small.rfind(":", verb.start()) + 1
            verb = (told and VERB.search(small, told)) or verb  # `were punished: he was given`
            inner = before[verb.start() :]
            # The verb is this penalty's own only if no name stands between the two.
            begin_verb = first + verb.start()
            names_between = any(
                begin_verb < g.start < begin and g.end <= begin for g in self._named.groups
            )
            earlier = any(begin_verb <= p.start < begin for p in self._penalties)
            if not names_between and not earlier and len(inner) < 220:
                # `both got`: the word is the subject, where no auxiliary verb stands before it
                lead = _ADVERBS.match(inner)
                return begin_verb + (lead.end() if lead else 0)
        auxiliary = PASSIVE.search(before, max(0, len(before) - 100))
        return first + auxiliary.start() if auxiliary else begin

    def is_unnamed(self, before: list[Group], verb: int) -> bool:
        """Return whether a noun without a name stands right before the verb."""
        begin = max((g.end for g in before), default=0)
        tail = self._text[max(begin, verb - 140) : verb]
        tail = OWN_PENALTY.sub(" ", re.sub(r"\([^)]*\)", "", tail))
        tail = _ACCORDING.sub(" ", tail)
        tail = _PART_OF.sub(" ", tail)
        tail = _AGO.sub(" ", tail)
        if self._text[verb : verb + 1].isdigit():
            tail = _ONE_MORE.sub("", tail)
        tail = HIS_APPEAL.sub(" ", tail)
        if before:
            tail = APPOSED.sub(",", _OF_GROUP.sub("", tail))
        if before and _ENDS_WITH_WHO.search(tail):
            return False
        if OTHER_SUBJECT.search(tail) or NOUN_SUBJECT.search(tail):
            return True
        return self._subjects.is_of_a_relative(before, verb)
