"""Whom an article of law concerns, where it does not concern everybody targeted."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from zhylnama.reading.cues import sentences
from zhylnama.reading.law import Citation
from zhylnama.reading.people import Named
from zhylnama.reading.turns import Verdict
from zhylnama.record.event import Appearance, LawReference, Role


def articles_of(
    text: str,
    citations: list[Citation],
    named: Named,
    people: list[Appearance],
    verdicts: list[Verdict],
    roles: list[Role],
) -> list[LawReference]:
    """Return the articles, each with its person where it does not concern everybody targeted."""
    targeted = [i for i, one in enumerate(people) if one.role == "targeted"]
    looked_back = bool(verdicts) and all(verdict.recalled for verdict in verdicts)
    found: list[LawReference] = []
    parts = list(sentences(text)) if targeted and citations else []
    for citation in citations:
        whom: list[str | None] = [None]
        own = _whose_article(text, parts, citation, named, verdicts) if targeted else []
        # Where somebody else acts, an article of a penalty looked back on says whose it is.
        acts = any(one.role in ("speaker", "relative", "journalist") for one in people)
        apart = bool(own) and looked_back and acts
        if own and (set(own) != set(targeted) or apart):
            whom = [people[i].person for i in own if i in targeted] or [None]
        for person in whom:
            law = LawReference(
                code=citation.code or "",
                article=citation.article,
                part=citation.part,
                person=person,
            )
            if law not in found:
                found.append(law)
    return found


def _whose_article(
    text: str,
    parts: list[tuple[int, int]],
    citation: Citation,
    named: Named,
    verdicts: list[Verdict],
) -> list[int]:
    """Return who an article concerns where several are punished: those of the nearest penalty."""
    begin, end = next((b, e) for b, e in parts if citation.start < e or e == len(text))
    bracketed = _bracketed(text, citation, named)
    if bracketed is not None:
        return [bracketed]
    here = [v for v in verdicts if begin <= v.penalty.start < end and v.people]
    if not here or _SAME_ARTICLE.search(text, citation.end, end):
        return []
    if all(v.people == here[0].people for v in here):
        return here[0].people
    told = [v for v in here if v.penalty.end <= citation.start]
    if told and _is_shared(text, told, citation):
        return list(dict.fromkeys(who for v in told for who in v.people))
    before = [g for g in named.groups if begin <= g.end <= citation.start]
    if told and (not before or before[-1].end <= told[-1].penalty.start):
        # `A, mother of B, who …, was fined 20 MCI under Article 488`: that of the fine.
        return told[-1].people
    nearest = before[-1].people if before else []
    return [who for who in nearest if any(who in v.people for v in here)]


_SAME_ARTICLE: Final = re.compile(r"\bsame\s+articles?\b|\bт(?:а|ой|у)\s+же\s+стать", re.I)
_VERB: Final = re.compile(
    r"\b(?:was|were|received|got|had|has|have|been)\b|(?:оштраф|арестов|приговор|получил|осужд|осудил|задерж)",
    re.I,
)


def _is_shared(text: str, told: list[Verdict], citation: Citation) -> bool:
    """Whether one verb gives all penalties: `A got 5 days and his wife a fine under Article 434`."""
    gaps = [text[a.penalty.end : b.penalty.end] for a, b in pairwise(told)]
    gaps.append(text[told[-1].penalty.end : citation.start])
    return not any(_VERB.search(gap) or ";" in gap for gap in gaps)


def _bracketed(text: str, citation: Citation, named: Named) -> int | None:
    """Return whose name stands before the brackets that hold an article."""
    before = [m for m in named.mentions if m.end <= citation.start]
    if not before:
        return None
    gap = text[before[-1].end : citation.start]
    return before[-1].who if re.fullmatch(r"\s*\([^()]{0,80}", gap) else None
