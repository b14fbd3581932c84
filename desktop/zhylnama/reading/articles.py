"""Whom an article of law concerns, where it does not concern everybody targeted."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.law import Citation
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.penalties.cues import sentences
from zhylnama.reading.penalties.turns import Verdict
from zhylnama.record.event import Appearance, LawReference, SanctionKind


def articles_of(
    text: str,
    citations: list[Citation],
    named: Named,
    people: list[Appearance],
    verdicts: list[Verdict],
) -> list[LawReference]:
    """Return the articles, each with its person where it does not concern everybody targeted."""
    targeted = [i for i, one in enumerate(people) if one.role == "targeted"]
    looked_back = bool(verdicts) and all(verdict.recalled for verdict in verdicts)
    # Where somebody else acts, an article of a penalty looked back on says whose it is.
    acts = any(one.role in ("speaker", "relative", "journalist") for one in people)
    parts = list(sentences(text)) if targeted and citations else []
    alike = _concerns_alike(text, citations, targeted, verdicts)
    concerned: dict[tuple[str, str, str | None], set[int]] = {}
    for citation in citations:
        if citation.part is None and _has_part(citation, concerned):
            continue  # `acquitted under Article 291`, whose part was told before
        own: list[int] = []
        if targeted:
            own = alike or _whose_article(text, parts, citation, citations, named, verdicts)
        # Nobody in particular is everybody.
        whom = concerned.setdefault((citation.code or "", citation.article, citation.part), set())
        whom.update([i for i in own if i in targeted] or [_EVERYBODY])
    found: list[LawReference] = []
    for (code, article, part), whom in concerned.items():
        apart = _EVERYBODY not in whom and (whom != set(targeted) or (looked_back and acts))
        for i in sorted(whom) if apart else [_EVERYBODY]:
            person = people[i].person if apart else None
            found.append(LawReference(code=code, article=article, part=part, person=person))
    return found


_EVERYBODY: Final = -1
# What each code punishes with: nobody is imprisoned under the code of administrative offences.
_PUNISHES: Final[dict[str, frozenset[SanctionKind]]] = {
    "AOC": frozenset(("arrest", "fine", "warning", "ban")),
    "CC": frozenset(
        ("imprisonment", "restriction-of-liberty", "forced-labour", "fine", "ban", "custody")
    ),
}


def _concerns_alike(
    text: str, citations: list[Citation], targeted: list[int], verdicts: list[Verdict]
) -> list[int]:
    """Return whom the only article concerns where it is that of all penalties; else nobody.

    One court gave them all, or the text says so: `all of them were convicted under Article 488`.
    """
    cited = {(citation.code, citation.article, citation.part) for citation in citations}
    if len(cited) != 1 or len(targeted) < _SEVERAL or _ANOTHER_ARTICLE.search(text):
        return []
    # Each with a verb of his own and only the last with an article: that one's alone.
    first = min((v.penalty.start for v in verdicts), default=0)
    begin = next((b for b, e in sentences(text) if first < e), 0)
    court = _COURT.search(text, begin, first + _VERB_REACH) is not None
    one_sentence = ". " not in text[first : max(c.start for c in citations)]
    all_of_them = _ALL_OF_THEM.search(text) is not None
    if not (all_of_them or _ALIKE.search(text) or (court and one_sentence and "(" not in text)):
        return []
    fits = _PUNISHES.get(citations[0].code or "", frozenset())
    punished = {who for v in verdicts if v.penalty.kind in fits for who in v.people}
    if set(targeted) <= punished:
        return targeted
    return sorted(punished & set(targeted)) if all_of_them and len(punished) >= _SEVERAL else []


_SEVERAL: Final = 2
_VERB_REACH: Final = 15  # a penalty may begin with its verb
_ALIKE: Final = compile_sought(
    r"\bboth\s+under|\bsame\s+article|\bпо\s+той\s+же|\bоб(?:а|оих|оим)\s+по\b|\bкаждому\s+по\b",
    re.I,
)
_ALL_OF_THEM: Final = compile_sought(
    r"\b(?:all|both)\s+(?:of\s+them\s+|\w+\s+)?were\s[^.]{0,90}\bunder\b|\bthey\s+were\s+(?:all\s+|both\s+)?(?:found\s+guilty|convicted|charged|brought)"
    r"|(?<!\w)все\s[^.]{0,40}(?:осужд|обвин|привлеч|признан)|(?<!\w)(?:обоим|обеим|всем|каждому|им)\s+(?:вмен|предъяв|инкримин)\w+|(?<!\w)(?:обоих|обеих|всех|их)\s+(?:обвин|привлек|признал)\w+",
    re.I,
)
_COURT: Final = compile_sought(
    r"\bcourt\b(?:\s+No\.)?[^.;]{0,40}\b(?:sentenced|gave|handed|fined|arrested)\b|\bсуд\b[^.;]{0,40}\b(?:приговорил|арестовал|оштрафовал|назначил)",
    re.I,
)
_ANOTHER_ARTICLE: Final = compile_sought(r"\banother\s+article|\bдруг(?:ой|ая)\s+стать", re.I)


def _has_part(citation: Citation, concerned: dict[tuple[str, str, str | None], set[int]]) -> bool:
    named = (citation.code or "", citation.article)
    return any((code, article) == named and part for code, article, part in concerned)


def _whose_article(
    text: str,
    parts: list[tuple[int, int]],
    citation: Citation,
    citations: list[Citation],
    named: Named,
    verdicts: list[Verdict],
) -> list[int]:
    """Return who an article concerns where several are punished: those of the nearest penalty."""
    begin, end = next((b, e) for b, e in parts if citation.start < e or e == len(text))
    here = [v for v in verdicts if begin <= v.penalty.start < end and v.people]
    bracketed = _bracketed(text, citation, named)
    if bracketed is not None:
        # `… арестован Б (ст. 488), оба вышли …` is of both.
        of_both = here and _OF_BOTH.match(text, citation.end)
        return (
            list(dict.fromkeys(who for v in here for who in v.people)) if of_both else [bracketed]
        )
    if ahead := _ahead(text, citation, named):
        return ahead
    if _SAME_ARTICLE.search(text, citation.end, end):
        return []
    if shared := _shared_ahead(text, here, citation, citations, named.groups):
        return shared
    told = [v for v in here if v.penalty.end <= citation.start]
    if in_turn := _in_turn(text, here, citation, named.groups):
        return in_turn
    if _ends_all(text, told, citation, citations):
        return list(dict.fromkeys(who for v in told for who in v.people))
    if beside := _beside(text, citation, named, told):
        return beside
    if not here or _SAME_CASE.search(text, citation.end):
        return []
    if _has_its_own(told, citations) or all(v.people == here[0].people for v in here):
        return (told or here)[-1].people
    if told and (_is_shared(text, told, citation) or _closes(text, told, citation, citations)):
        return list(dict.fromkeys(who for v in told for who in v.people))
    before = [g for g in named.groups if begin <= g.end <= citation.start]
    if told and (not before or before[-1].end <= told[-1].penalty.start):
        # `A, mother of B, who …, was fined 20 MCI under Article 488`: that of the fine.
        return told[-1].people
    nearest = before[-1].people if before else []
    return [who for who in nearest if any(who in v.people for v in here)]


# Not `Part 11 of the same Article`: another part is another's.
_SAME_ARTICLE: Final = compile_sought(
    r"(?<!\bof\sthe\s)\bsame\s+articles?\b|(?<!\w)(?:та|ту)\s+же\s+стать|(?<!\w)по\s+той\s+же\s+стать",
    re.I,
)
_SAME_CASE: Final = re.compile(
    r"\.\s+(?:In|Within)\s+the\s+(?:same|framework\s+of\s+the\s+same)\s+case\b|\.\s+(?:В\s+рамках|По)\s+(?:этому|этого|тому|того)\s+же\s+дел"
)
_VERB: Final = compile_sought(
    r"\b(?:was|were|received|got|had|has|have|been)\b|(?:оштраф|арестов|приговор|получил|осужд|осудил|задерж)",
    re.I,
)


def _is_shared(text: str, told: list[Verdict], citation: Citation) -> bool:
    """Whether one verb gives all penalties: `A got 5 days and his wife a fine under Article 434`."""
    gaps = [text[a.penalty.end : b.penalty.end] for a, b in pairwise(told)]
    gaps.append(text[told[-1].penalty.end : citation.start])
    return not any(_VERB.search(gap) or ";" in gap for gap in gaps)


def _has_its_own(told: list[Verdict], citations: list[Citation]) -> bool:
    """Whether each penalty has an article: `A to 5 years under Article 272, B to 2 years under Article 293`."""
    return len(told) > 1 and any(
        told[-2].penalty.end <= one.start < told[-1].penalty.start for one in citations
    )


def _closes(text: str, told: list[Verdict], citation: Citation, citations: list[Citation]) -> bool:
    """Whether an article closes a list of penalties: `A was arrested, B was fined, Article 488`."""
    between = any(told[0].penalty.end <= one.end <= citation.start for one in citations)
    gap = text[told[-1].penalty.end : citation.start].strip()
    return not between and gap in (",", "–", "—", ".") and len(told) > 1


def _ends_all(
    text: str, told: list[Verdict], citation: Citation, citations: list[Citation]
) -> bool:
    """Whether a sentence of penalties ends with the only article: `A was fined, B arrested under Article 488`."""
    cited = {(one.code, one.article, one.part) for one in citations}
    if len(cited) != 1 or len({who for v in told for who in v.people}) < _SEVERAL:
        return False
    fits = _PUNISHES.get(citation.code or "", frozenset())
    if any(v.penalty.kind not in fits for v in told):
        return False
    between = text[told[0].penalty.end : told[-1].penalty.start]
    if len(told) > 1 and _OWN_VERB.search(text, told[-2].penalty.end, told[-1].penalty.end):
        return False  # `A was fined, B was given a warning under Article 488`: that of B
    led = _LED_BY.fullmatch(text, told[-1].penalty.end, citation.start)
    return led is not None and _APART.search(between) is None


_OWN_VERB: Final = compile_sought(
    r"\b(?:was|were|has|have|received|got|given|fined|sentenced|arrested|jailed)\b|(?<!\w)(?:получил|оштрафова|арестова|приговор|осужд|осуди|наказа|назнач|вынес|дали)",
    re.I,
)
# What leads from the last penalty to the article of all.
_LED_BY: Final = compile_sought(r"[”»]?\s*(?:each|каждый|каждая|оба|обе)?\s*(?:under|по)\s+", re.I)
# A reason, a contrast or another sentence: then the last has an article of their own.
_APART: Final = compile_sought(
    r"[.;:(](?!\w)|,\s+(?:and|и)\s|\bfor\s+(?!\d|each)|\b(?:because|while|whereas|but|after|later|another|also)\b|(?<!\w)(?:за|но|а|после|позже|другой|другая|ещё|еще|также)(?!\w)",
    re.I,
)


def _shared_ahead(
    text: str,
    here: list[Verdict],
    citation: Citation,
    citations: list[Citation],
    groups: list[Group],
) -> list[int]:
    """Return whose penalties follow an article with no verb or article between: `А, ст. 488, 10 суток, а Б – 20`."""
    ahead = [v for v in here if v.penalty.end > citation.end]
    before = [v for v in here if v.penalty.end <= citation.end]
    first = next((v for v in here if v.penalty.end > citation.start), None)
    if first is None or len({who for v in ahead for who in v.people}) < _SEVERAL or before:
        return []
    gap = text[max(citation.end, first.penalty.start) : ahead[-1].penalty.start]
    other = any(citation.end < one.start < ahead[-1].penalty.end for one in citations)
    earlier = [one.end for one in citations if one.end <= citation.start]
    apart = any(max(earlier, default=citation.start) <= g.start <= citation.start for g in groups)
    if other or apart or ";" in gap or _VERB.search(gap):
        return []
    return list(dict.fromkeys(who for v in ahead for who in v.people))


def _in_turn(text: str, here: list[Verdict], citation: Citation, groups: list[Group]) -> list[int]:
    """Return who stands between a penalty and an article, with one of their own behind it.

    `sentenced A under Article 405, Part 1 to 3 years, and B under Article 405, Part 2 to 1 year`.
    """
    last = max((v.penalty.end for v in here if v.penalty.end <= citation.start), default=None)
    following = next((v for v in here if v.penalty.end > citation.end), None)
    if last is None or following is None:
        return []
    between = [g for g in groups if last <= g.start and g.end <= citation.start]
    later = any(citation.end <= g.start < following.penalty.end for g in groups)
    if len(between) != 1 or later or following.people != between[0].people:
        return []
    return between[0].people if _UNDER.fullmatch(text, between[0].end, citation.start) else []


def _ahead(text: str, citation: Citation, named: Named) -> list[int]:
    """Return whose names an article leads to: `Article 405, Part 2 – A (…)`."""
    following = next((g for g in named.groups if g.start >= citation.end), None)
    if following is None:
        return []
    leads = _LEADS_TO.fullmatch(text, citation.end, following.start)
    return following.people if leads else []


def _bracketed(text: str, citation: Citation, named: Named) -> int | None:
    """Return whose name stands before the brackets that hold an article."""
    before = [m for m in named.mentions if m.end <= citation.start]
    if not before:
        return None
    gap = text[before[-1].end : citation.start]
    return before[-1].who if re.fullmatch(r"\s*\([^()]{0,80}", gap) else None


def _beside(text: str, citation: Citation, named: Named, told: list[Verdict]) -> list[int]:
    """Return whose names stand right before an article: `A, accountant, Article 189, …`.

    `told`: the penalties before it. One between a name and the article closes a list of penalties.
    """
    before = [g for g in named.groups if g.end <= citation.start]
    if not before or (len(told) > 1 and told[-1].penalty.start >= before[-1].end):
        return []
    gap = text[before[-1].end : citation.start]
    if _TRIED.fullmatch(gap) and (
        not told or gap.strip() != "under"
    ):  # `A and B were sentenced under Article 274`
        return before[-1].people
    beside = _APPOSED.fullmatch(gap) is not None and _VERB.search(gap) is None
    return before[-1].people if beside else []


_OF_BOTH: Final = re.compile(r"[^().]{0,60}\),\s+(?:оба|обе|все|both|all)\s", re.I)
_TRIED: Final = re.compile(
    r"(?:\s+(?:was|were)\s+(?:sentenced|convicted|tried|charged|fined))?\s+under\s+"
)
_UNDER: Final = re.compile(r"\s*[,–—-]?\s*(?:under|по)\s+")
_LEADS_TO: Final = re.compile(
    r"(?:\s+(?:of\s+the\s+)?[^,.;:()–—]{2,60})?\s+[–—]\s+(?:the\s+)?(?:[a-zа-яё]+\s+){0,2}"
)
_APPOSED: Final = re.compile(r"\s*,(?:[^.;:()\d]{0,80},)?\s*")
