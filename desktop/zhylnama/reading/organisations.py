"""The organisations that a paragraph names: those of a list, and names in quotation marks."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from zhylnama.names.places import Gazetteer
from zhylnama.reading.patterns import holds

_AKIMAT = re.compile(
    r"\b(?:the\s+)?(?P<city>[A-Z][\w-]+)\s+(?:city\s+)?(?P<what>akimat|maslikhat)\b|\b(?P<what2>[Aa]kimat|[Mm]aslikhat)\s+of\s+(?:the\s+city\s+of\s+)?(?P<city2>[A-Z][\w-]+)"
)
_QUOTED_NAME = re.compile(
    r"(?P<before>[Mm]ovement|[Gg]roup|[Pp]arty|[Ff]und|[Ff]oundation|[Ii]nitiative|[Uu]nion|[Aa]ssociation|[Ss]ociety|NGO|PF|LLP|JSC|PSE|PA|движени[еяю]|групп[аы]|парти[яию]|фонд[ау]?|объединени[еяю]|инициатив[аы]|ТОО|АО|ОФ|ОО|НПО)\s+[“«\"](?P<name>[^”»\"]{2,70})[”»\"]"
    r"|[“«\"](?P<name2>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^”»\"]{2,60})[”»\"]\s+(?P<after>movement|group|party|fund|foundation|initiative|union|activists?)\b"
)
_TITLED = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’&.-]+\s+){1,5}(?:Foundation|Fund|Initiative|Bureau|Court|Tribunal|Union|Institute|Hotel|Committee|Mission|Society|Agency|JSC|LLP))\b(?:\s+of\s+[A-Z][\w-]+)?"
)
_COURT = re.compile(r"\b(?P<name>[A-Z][\w-]+\s+(?:[Dd]istrict|[Cc]ity)\s+[Cc]ourt)\b")
_SITE = re.compile(r"\b(?P<name>[A-Za-z][\w-]{2,30}\.(?:kz|org|info|com|media|net))\b")
# Each form, and pieces of which the text must hold one for the form to be tried.
_FORMS: Final = (
    (_QUOTED_NAME, ("“", "«", '"')),
    (
        _TITLED,
        ("Foundation", "Fund", "Initiative", "Bureau", "Court", "Tribunal", "Union", "Institute", "Hotel", "Committee", "Mission", "Society", "Agency", "JSC", "LLP"),
    ),
    (_COURT, ("ourt",)),
    (_SITE, (".kz", ".org", ".info", ".com", ".media", ".net")),
)  # fmt: skip
_LEADING: Final = frozenset(
    [
        "On",
        "In",
        "At",
        "The",
        "By",
        "From",
        "And",
        "As",
        "With",
        "For",
        "After",
        "Before",
        "During",
        "Of",
    ]
)


class OrganisationReader:
    """Finds organisations by the list in `resources/reading/organisations.toml`."""

    def __init__(self, path: Path, gazetteer: Gazetteer) -> None:
        read = tomllib.loads(path.read_text("utf-8"))
        self._known = [
            (name, re.compile(pattern), tuple(pieces.split("|")))
            for name, pattern, pieces in read["known"]
        ]
        self._gazetteer = gazetteer

    def read(self, text: str, place: str | None) -> list[str]:
        """Return the organisations named in a text, each once, in order."""
        found: list[tuple[int, str]] = []
        spans: list[tuple[int, int]] = []
        for name, known, pieces in self._known:
            if holds(text, pieces):
                for match in known.finditer(text):
                    found.append((match.start(), name))
                    spans.append(match.span())
        if "kimat" in text or "aslikhat" in text:
            found += self._of_towns(text, place)
        for pattern, pieces in _FORMS:
            if not holds(text, pieces):
                continue
            for match in pattern.finditer(text):
                groups = match.groupdict()
                name = (groups.get("name") or groups.get("name2") or "").strip()
                words = name.split()
                while words and words[0] in _LEADING:
                    words.pop(0)
                begin, end = match.span()
                if len(words) < (1 if pattern is not _TITLED else 2) or any(
                    begin < e and s < end for s, e in spans
                ):
                    continue
                spans.append((begin, end))
                found.append((begin, " ".join(words)))
        return list(dict.fromkeys(name for _, name in sorted(found)))

    def _of_towns(self, text: str, place: str | None) -> list[tuple[int, str]]:
        """Return the akimats and maslikhats named, each with its town."""
        found: list[tuple[int, str]] = []
        for match in _AKIMAT.finditer(text):
            city = match["city"] or match["city2"]
            what = (match["what"] or match["what2"]).casefold()
            if self._gazetteer.find(city) is not None:
                found.append((match.start(), f"{what} of {city}"))
        if place and not any("akimat of" in name for _, name in found):
            bare = re.search(r"\b(?:the\s+)?(?:city\s+)?[Aa]kimat\b", text)
            if bare:
                found.append((bare.start(), f"akimat of {place}"))
        return found
