"""Penalties given in turn: `A and B were given 5 and 20 days of arrest respectively`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.sanctions import Penalty

# Not `20 MCI each under Articles 488 and 667 respectively`.
_IN_TURN = re.compile(
    r"(?:(?!each|both|article|кажд|обо|стать)[^.;]){0,80}?(?:respectively|соответственно)", re.I
)


_UNPAID = re.compile(
    r"(?:за\s+неуплату|из-за\s+неуплаты|non-?payment\s+of|not\s+paying|failing\s+to\s+pay|failure\s+to\s+pay)\s+(?:(?:the|an?|his|her)\s+)?(?:[\w-]+\s+)?$",
    re.I,
)
_REACH = 60


@dataclass(slots=True)
class Verdict:
    """To whom a penalty goes: people by their index, or nobody and why."""

    penalty: Penalty
    people: list[int] = field(default_factory=list)
    recalled: bool = False
    doubt: str | None = None
    unnamed: bool = False
    goes_on: bool = False  # a second penalty of the verdict before


def is_of_the_way(verdict: Verdict) -> bool:
    """Return whether custody is told in passing of people without names: `9 officers were taken into custody`."""
    penalty = verdict.penalty
    held = penalty.kind == "custody" and not verdict.people
    return held and (verdict.recalled or (verdict.unnamed and not penalty.lengths))


def share_out(text: str, verdicts: list[Verdict]) -> list[Verdict]:
    """Return verdicts with penalties in turn shared out: `5 days and 20 days … respectively`."""
    _tell_former(text, verdicts)
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
    return _without_parts(text, _without_bare(_respectively(text, out)))


# So near stands the length of custody behind its verb: `remanded A and B in custody for two months`.
_NEXT: Final = 90
_TOLD_TWICE: Final = ("fine", "custody")


def _without_bare(verdicts: list[Verdict]) -> list[Verdict]:
    """Leave out what is said again without its measure: `must pay 50 MCI. Both were fined under …`."""
    told = [one for one in verdicts if one.penalty.lengths or one.penalty.amount is not None]
    return [
        one
        for one in verdicts
        if one in told
        or one.penalty.former
        or one.penalty.kind not in _TOLD_TWICE
        or not _is_told(one, told)
    ]


def _is_told(bare: Verdict, told: list[Verdict]) -> bool:
    """Whether a penalty without its measure is one that is told with it: of several, or looked back on."""
    alike = [one for one in told if one.penalty.kind == bare.penalty.kind]
    if not bare.people:
        return bare.penalty.kind == "custody" and any(
            0 <= one.penalty.start - bare.penalty.end < _NEXT for one in alike
        )
    if not bare.recalled:
        if bare.penalty.kind == "fine" and len(bare.people) == 1:
            return False  # `was fined 40 MCI. In the evening she was fined for a poster`
        alike = [one for one in alike if not one.recalled]
    return set(bare.people) <= {who for one in alike for who in one.people}


# `4 years and 3 years; by partial addition of the punishments, 5 years`
_TOTAL: Final = compile_sought(
    r"\b(?:addition\s+of|adding\s+(?:up\s+)?the|cumulativ\w+|aggregat\w+|in\s+total|total\s+of|altogether|taken\s+together|final\s+(?:sentence|term|punishment))\b"
    r"|(?<!\w)(?:сложени\w+|совокупност\w+|окончательно|в\s+общей\s+сложности|в\s+сумме|итого)(?!\w)",
    re.I,
)
_TERMS: Final = frozenset(("imprisonment", "restriction-of-liberty", "arrest"))


def _without_parts(text: str, verdicts: list[Verdict]) -> list[Verdict]:
    """Leave out the terms of which the total is told: nobody serves both."""
    parts: set[int] = set()
    for at, total in enumerate(verdicts):
        if at == 0 or not total.people or total.penalty.kind not in _TERMS:
            continue
        before = verdicts[at - 1].penalty
        if not _TOTAL.search(text, before.end, total.penalty.end):
            continue
        for earlier in range(at - 1, -1, -1):
            part = verdicts[earlier]
            alike = part.penalty.kind == total.penalty.kind and part.recalled == total.recalled
            if not alike or part.people != total.people:
                break
            parts.add(earlier)
    return [one for at, one in enumerate(verdicts) if at not in parts]


def _tell_former(text: str, verdicts: list[Verdict]) -> None:
    """Give a penalty that was changed to whom the new one is given: `cut from 20 to 12 days the arrest of A`."""
    for old, new in pairwise(verdicts):
        changed = old.penalty.former and not new.penalty.former
        if changed and not old.people and old.penalty.kind == new.penalty.kind:
            old.people, old.doubt = list(new.people), new.doubt
        # `за неуплату штрафа А арестован`: nobody is arrested for the fine of another.
        lead = text[max(0, old.penalty.start - _REACH) : old.penalty.start]
        own = not old.people and len(new.people) == 1 and _UNPAID.search(lead)
        if own and ". " not in text[old.penalty.end : new.penalty.start]:
            old.people, old.doubt = list(new.people), new.doubt


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
    for verdict in verdicts:
        if len(verdict.people) > 1 and _IN_TURN.match(text, verdict.penalty.end):
            # One of the penalties was not found: who got this one cannot be counted off.
            verdict.doubt = "sanctions: it is not clear whose this is"
            verdict.people = []
    return verdicts
