"""What the authorities gave as the reason, in the report's own words."""

from __future__ import annotations

import re
from typing import Final

_FOR: Final = re.compile(
    r"\b(?:for|because\s+of|on\s+suspicion\s+of)\s+(?:allegedly\s+)?(?P<reason>(?:his\s+|her\s+|their\s+|an?\s+|the\s+)?"
    r"(?:participat\w+|taking\s+part|calling|calls?|holding|organi[sz]\w+|spreading|disseminat\w+|publishing|posting|attending|violat\w+|failure|violation|picketing|insult\w*|disobe\w+|“[^”]{5,160}”|«[^»]{5,160}»)[^.;]{0,300}|“inciting[^”]*”)",
    re.I,
)
_ZA: Final = re.compile(
    r"\bза\s+(?P<reason>(?:\w+\s+){0,2}?(?:участи\w+|организаци\w+|призыв\w*|проведени\w+|распространени\w+|публикаци\w+|нарушени\w+|неповиновени\w+|выход\w*)[^.;]{0,300})",
    re.I,
)
_GIVEN: Final = re.compile(
    r"\breasons?\s+for\s+(?:the\s+)?(?:refusal|rejection|detention)\s+(?:was|is|were)\s+(?:the\s+fact\s+)?(?:that\s+)?(?P<reason>[^.]{5,300})|for\s+the\s+reason\s+that\s+(?P<reason2>[^.]{5,300})|"
    r"причин\w+\s+отказа\s+(?:послужил\w*|стал\w*|назвал\w*|—|-)\s*(?P<reason3>[^.]{5,300})",
    re.I,
)
_PUNISHED: Final = re.compile(
    r"arrest|fine|sentence|warn|detain|charg|convict|арест|штраф|приговор|предупрежд|задерж|обвин|осужд",
    re.I,
)


def read_reason(text: str, start: int = 0) -> str | None:
    """Return the reason that a paragraph gives for a penalty, a detention or a refusal."""
    if match := _GIVEN.search(text, start):
        found = match["reason"] or match["reason2"] or match["reason3"]
    elif _PUNISHED.search(text):
        match = _FOR.search(text, start) or _ZA.search(text, start)
        found = match["reason"] if match else None
    else:
        found = None
    if found is None:
        return None
    return " ".join(found.split()).strip(" ,") or None
