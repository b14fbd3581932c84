"""What the authorities gave as the reason, in the report's own words."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.patterns import compile_lowered, holds, lowered

_FOR: Final = compile_lowered(
    r"\b(?:for|because\s+of|on\s+suspicion\s+of)\s+(?:allegedly\s+)?(?P<reason>(?:his\s+|her\s+|their\s+|an?\s+|the\s+)?"
    r"(?:participat\w+|taking\s+part|calling|calls?|holding|organi[sz]\w+|spreading|disseminat\w+|publishing|posting|attending|violat\w+|failure|violation|picketing|insult\w*|disobe\w+|“[^”]{5,160}”|«[^»]{5,160}»)[^.;]{0,300}|“inciting[^”]*”)"
)
_ZA: Final = compile_lowered(
    r"\bза\s+(?P<reason>(?:\w+\s+){0,2}?(?:участи\w+|организаци\w+|призыв\w*|проведени\w+|распространени\w+|публикаци\w+|нарушени\w+|неповиновени\w+|выход\w*)[^.;]{0,300})"
)
_GIVEN: Final = compile_lowered(
    r"\breasons?\s+for\s+(?:the\s+)?(?:refusal|rejection|detention)\s+(?:was|is|were)\s+(?:the\s+fact\s+)?(?:that\s+)?(?P<reason>[^.]{5,300})|for\s+the\s+reason\s+that\s+(?P<reason2>[^.]{5,300})|"
    r"причин\w+\s+отказа\s+(?:послужил\w*|стал\w*|назвал\w*|—|-)\s*(?P<reason3>[^.]{5,300})"
)
_PUNISHED: Final = (
    "arrest", "fine", "sentence", "warn", "detain", "charg", "convict",
    "арест", "штраф", "приговор", "предупрежд", "задерж", "обвин", "осужд",
)  # fmt: skip


def read_reason(text: str, start: int = 0) -> str | None:
    """Return the reason that a paragraph gives for a penalty, a detention or a refusal."""
    small = lowered(text)
    match: re.Match[str] | None = None
    if "reason" in small or "причин" in small:
        match = _GIVEN.search(small, start)
    if match is None and holds(small, _PUNISHED):
        match = _FOR.search(small, start) or _ZA.search(small, start)
    if match is None or match.lastgroup is None:
        return None
    found = text[slice(*match.span(match.lastgroup))]
    return " ".join(found.split()).strip(" ,") or None
