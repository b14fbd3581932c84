"""Names that only say whom the one before them harmed: `A за пытки B приговорён`, `A was sentenced for torturing B`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.penalties.deeds import HARM, HARM_RU

# Between whoever is punished and the victim stands nothing but a verb and the deed.
_DEED: Final = re.compile(
    rf"\s*,?\s*(?:(?:был[аи]?\s+)?(?:приговор[её]н|осужд[её]н|оштрафован|арестован|наказан)[аоы]?\s+)?за\s+(?:[а-яё]+е\s+)?{HARM_RU}\s+(?:на\s+)?(?:(?!приговор|осу[дж]|оштраф|арест|наказ|задерж|был)[а-яё]+\s+){{0,3}}"
    rf"|\s*,?\s*(?:(?:was|were|has\s+been|have\s+been)\s+(?:sentenced|convicted|fined|arrested|punished|jailed|imprisoned)\s+)?for\s+(?:the\s+)?{HARM}\s+(?:of\s+)?(?:(?!was\b|were\b|and\b|by\b)[a-z’-]+\s+){{0,4}}",
    re.I,
)


def without_victims(text: str, named: Named) -> Named:
    """Return who is named but for those whom somebody else was punished for harming."""
    kept: list[Group] = []
    for group in named.groups:
        before = kept[-1] if kept else None
        if before is None or _DEED.fullmatch(text, before.end, group.start) is None:
            kept.append(group)
    return named if len(kept) == len(named.groups) else replace(named, groups=kept)
