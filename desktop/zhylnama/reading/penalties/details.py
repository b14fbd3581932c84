"""What a ban forbids, in the report's words."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought

FORBIDS: Final = re.compile(
    r"\s*(?:(?:him|her|them|ему|ей|им)\s+)?(?:on|to|from|of|на|в|at)?\s+(?:the\s+right\s+(?:to|of)\s+)?(?P<detail>(?!(?:for|на|сроком|on the term|for the)\s)[^.;:\[\]\d]{3,160}?)(?=\s+(?:for|на|сроком(?:\s+на)?|during|on\s+the\s+term)\s+(?:a\s+|the\s+|срок\s+)?(?:\d|\w+\s+(?:years?|лет|года?|of))|[\s,(–—-]+\d+\s+(?:years?|months?|лет|год|мес)|[.;:\[\]]|$)"
)
_DETAIL_END: Final = compile_sought(
    r"\s+(?:under|in accordance|according|for\s+(?:partic|organi|call|hold|a\s+(?:period|term)|\d)|for\s+\w+\s+years?|for\s+the\s+same|на\s+т(?:от|акой)\s+же|by\s+the\s+court|по\s+(?:ст|ч)\b|за\s+(?:участ|орган|призыв)|in\s+addition|and\s+\d+\s+hours|(?:was|were|remain\w*|stay\w*|ha[sv]e?\s+been)\b)"
)


_LENGTH_END: Final = re.compile(
    r"(?:\s+(?:в\s+течение|сроком(?:\s+на)?|на(?:\s+срок)?|for(?:\s+a\s+(?:period|term)\s+of)?))?"
    r"[\s,(–—-]+(?:\d+|[a-zа-яё]+)\s+(?:years?|months?|года?|лет|месяц\w*)\s*$"
)


def short_detail(written: str | None) -> str | None:
    """Return what is forbidden without the length and the reason behind it; None for nothing."""
    if not written:
        return None
    cut = _LENGTH_END.sub("", _DETAIL_END.split(written, maxsplit=1)[0])
    return " ".join(cut.split()).strip(' ,“”"()') or None
