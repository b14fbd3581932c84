"""What happened: the kinds of an event, by its penalties and by words kept in a list."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zhylnama.reading.patterns import AnyOf, compile_lowered, lowered
from zhylnama.record.event import SanctionKind

_WORD = re.compile(r"[^\W\d_][\w-]*")
_QUOTED = re.compile(r"[«“„][^«»“”„]{0,2000}[»”]|\"[^\"]{0,400}\"")
# What somebody was punished for, or came for, is not what happened.
_END: Final = r"[^.;]*?(?=,\s+(?:went|declared|began|said|held|is|was|were)\b|[.;]|$)"
_REASON: Final = compile_lowered(
    r"\b(?:for|because of|on suspicion of|due to|in connection with)\s+(?:\w+\s+|[’']s\s+){0,3}?"
    r"(?:participat\w+|taking part|calling|calls|holding|organi[sz]ing|spreading|disseminat\w+|publishing|posting|attending|having|violat\w+|failure|refus\w+|making|writing|the (?:rally|picket|march|protest)|an? (?:\w+ )?(?:rally|picket|march|protest|strike)|protesting|attempting|planning|picketing)\b"
    + _END
    + r"|\bза\s+(?:\w+\s+){0,2}?(?:участи\w+|организаци\w+|призыв\w*|проведени\w+|распространени\w+|публикаци\w+|пост\w*|нарушени\w+|неповиновени\w+|выход\w*|митинг\w*|пикет\w*|шестви\w+|акци\w+|то,? что)"
    + _END
)
_PARTICIPATION: Final = compile_lowered(
    r"\b(?:for|because of)\s+(?:(?:his|her|their|the)\s+)?(?:participat\w+|taking part)\b"
    + _END
    + r"|\bза\s+(?:\w+\s+)?участи\w+"
    + _END
)
_UNCLOSED: Final = re.compile(r"[“«][^”»]{40,}$")
_BY_PENALTY: Final[dict[SanctionKind, tuple[str, ...]]] = {
    "arrest": ("administrative-arrest",),
    "fine": ("fine",),
    "warning": ("warning",),
    "imprisonment": ("conviction", "imprisonment"),
    "restriction-of-liberty": ("conviction", "restriction-of-liberty"),
    "custody": ("custody",),
    "forced-labour": ("conviction",),
    "ban": (),
}
# A milder penalty in place of a prison term is no new conviction.
_REPLACED: Final = compile_lowered(
    r"\breplac\w+|\breduced\s+the\s+(?:term|sentence)|\bсократил\w*|\bсмягчил\w*|\bснизил\w*|\bcommut\w+|lesser\s+sentence|\bзамен\w+\s+(?:наказани|неотбыт|срок|част)|\bзаменил\w*"
)
_REDUCED: Final = compile_lowered(
    r"\breduced\s+the\s+(?:term|sentence)|\b(?:сократил|смягчил|снизил)\w*\s+(?:срок|наказани|приговор)"
)
# `Deputy Minister M. Kozhabekov: “…”`, a quotation being put as `“…”`.
_QUOTES: Final = re.compile(r"^[^“]{0,160}:\s*“…”")
# A custody that goes on began with another event.
_GOES_ON: Final = compile_lowered(r"\bextend|\bprolong|\bkept\s+in\b|\bпродл|\bсодержится\b")
_CRIMINAL: Final = frozenset({"CC"})
# Whoever is arrested or fined for holding a picket held it earlier; whoever is detained for it,
# holds it now.
_PUNISHING: Final = ("administrative-arrest", "fine", "imprisonment", "restriction-of-liberty")


@dataclass(frozen=True, slots=True)
class _Trigger:
    kind: str
    stems: tuple[str, ...]
    pattern: AnyOf
    unless: AnyOf | None


class KindReader:
    """Finds the kinds of an event by the triggers in `resources/reading/kinds.toml`."""

    def __init__(self, path: Path, listed: list[str]) -> None:
        read = tomllib.loads(path.read_text("utf-8"))
        self._order = {kind: at for at, kind in enumerate(listed)}
        self._outranked = {kind: set(by.split()) for kind, by in read["outranked"].items()}
        self._index: dict[str, list[tuple[str, _Trigger]]] = {}
        for entry in read["trigger"]:
            unless = entry.get("unless")
            trigger = _Trigger(
                entry["kind"],
                tuple(entry["stems"].split()),
                AnyOf(entry["pattern"]),
                AnyOf(unless) if unless else None,
            )
            for stem in trigger.stems:
                self._index.setdefault(stem[:3], []).append((stem, trigger))

    def read(
        self,
        text: str,
        penalties: list[SanctionKind],
        codes: frozenset[str] = frozenset(),
        *,
        by_official: bool,
    ) -> list[str]:
        """Return the kinds of an event in the order of the list.

        `penalties`: the new ones. `codes`: of the law cited. `by_official`: an official speaks.
        """
        found: dict[str, None] = {}
        for penalty in penalties:
            found.update(dict.fromkeys(_BY_PENALTY[penalty]))
        small = lowered(text)
        if "conviction" in found and _REPLACED.search(small):
            del found["conviction"]
        if "imprisonment" in found and _REDUCED.search(small):
            del found["imprisonment"]
        punished = any(kind in found for kind in _PUNISHING)
        told = _told(small, punished=punished)
        if _QUOTES.search(told):
            found["statement"] = None
        for trigger in self._near(told):
            if trigger.kind in found or not trigger.pattern.occurs(told):
                continue
            if trigger.unless is not None and trigger.unless.occurs(told):
                continue
            found[trigger.kind] = None
        if "statement" in found and by_official:
            del found["statement"]
            found["official-statement"] = None
        kept = [kind for kind in found if not self._outranked.get(kind, set()) & found.keys()]
        if codes == _CRIMINAL:
            kept += _of_criminal_code(penalties, kept, small)
        return sorted(kept, key=lambda kind: self._order.get(kind, 99))

    def _near(self, told: str) -> list[_Trigger]:
        met: dict[int, _Trigger] = {}
        for word in set(_WORD.findall(told)):
            for stem, trigger in self._index.get(word[:3], ()):
                if word.startswith(stem):
                    met[id(trigger)] = trigger
        return list(met.values())


def _of_criminal_code(penalties: list[SanctionKind], kinds: list[str], text: str) -> list[str]:
    """Return what a penalty, an arrest or a search means where only the Criminal Code is cited."""
    if "fine" in penalties and "conviction" not in kinds:
        return ["conviction"]
    if _GOES_ON.search(text):
        return []
    if {"custody", "search"} & set(kinds) and not {"criminal-case", "conviction"} & set(kinds):
        return ["criminal-case"]
    return []


def _told(text: str, *, punished: bool) -> str:
    """Return the text without quotations and reasons; one not closed runs to the end."""
    if "“" in text or "«" in text or '"' in text:
        text = _QUOTED.sub(lambda match: match[0] if len(match[0]) < 12 else "“…”", text)
        text = _UNCLOSED.sub(" “…”", text)
    if "part" in text or "участи" in text:
        text = _PARTICIPATION.sub(" ", text)
    return _REASON.sub(" ", text) if punished else text
