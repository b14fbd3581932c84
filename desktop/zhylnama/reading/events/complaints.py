"""Whose complaint a court or a committee looks at: `the complaint of X was dismissed`, `registered the complaint of X`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.names.named import Group
from zhylnama.reading.patterns import compile_lowered

APPEAL_OF: Final = compile_lowered(
    r"\b(?:appeals?|complaints?|requests?|applications?|motions?|petitions?|claims?|lawsuits?|notifications?)\s+(?:of|by)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$"
)
# `registered the complaint of A`
_TAKEN_UP: Final = compile_lowered(
    r"\b(?:registered|accepted|considered|heard|examined|rejected|dismissed|returned|granted|satisfied|upheld|communicated)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:complaints?|appeals?|lawsuits?|petitions?|communications?|applications?)\s+(?:of|by|from)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$"
)
# `upheld the lawsuit of an akim against a blogger`: he is the one who sues.
_AGAINST_SOMEBODY: Final = re.compile(
    r"[^.;]{0,80}?\sagainst\s(?!(?:the|his|her|an?)\s+(?:[\w-]+\s+)?(?:akimat|police|ministry|department|court|colony|prosecutor|state|refus\w+|fine|arrest|decision|verdict|sentence|ruling|detention))"
)
_SUIT_OF: Final = compile_lowered(
    r"\b(?:claims?|lawsuits?|suits?)\s+(?:of|by|from)\s+(?:the\s+)?(?:[\w’-]+\s+){0,5}$"
)
_IN_VAIN: Final = compile_lowered(
    r"\s+(?:(?:[а-яё]+\s+)?суд\s+)?отказ(?:ал[аи]?|ано)\s+в\s+(?:удовлетворении\s+)?иск"
)
_WAS_LOOKED_AT: Final = re.compile(
    r"[^.;]{0,120}\b(?:was|were)\s+(?:dismissed|rejected|refused|denied|left|returned|granted|considered|heard|examined|satisfied|upheld)"
)


def in_vain(text: str, group: Group) -> bool:
    """Return whether a Russian court refuses the claim of those of a list: `А отказали в иске`."""
    return _IN_VAIN.match(text, group.end) is not None


def sues(text: str, group: Group) -> bool:
    """Return whether those of a list sue somebody: `dismissed the claim of akim X against a blogger`."""
    before = text[max(0, group.start - 110) : group.start]
    return (
        (" of " in before or " by " in before or " from " in before)
        and _SUIT_OF.search(before) is not None
        and _AGAINST_SOMEBODY.match(text, group.end) is not None
    )


def is_taken_up(text: str, group: Group, before: str) -> bool:
    """Return whether the complaint of those of a list is looked at; `before`: the text before them."""
    if " of " not in before and " by " not in before and " from " not in before:
        return False
    if _TAKEN_UP.search(before) and not _AGAINST_SOMEBODY.match(text, group.end):
        return True
    return APPEAL_OF.search(before) is not None and bool(_WAS_LOOKED_AT.match(text, group.end))
