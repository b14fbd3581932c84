"""What happened: the kinds of an event, by its penalties and by words kept in a list."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zhylnama.record.event import SanctionKind

_WORD = re.compile(r"[^\W\d_][\w-]*")
_QUOTED = re.compile(r"[«“„][^«»“”„]{0,2000}[»”]|\"[^\"]{0,400}\"")
# What somebody was punished for, or came for, is not what happened.
_REASON: Final = re.compile(
    r"\b(?:for|because of|on suspicion of|due to|in connection with)\s+(?:\w+\s+|[’']s\s+){0,3}?"
    r"(?:participat\w+|taking part|calling|calls|holding|organi[sz]ing|spreading|disseminat\w+|publishing|posting|attending|having|violat\w+|failure|refus\w+|making|writing|the (?:rally|picket|march|protest)|an? (?:un\w+ )?(?:rally|picket|march|protest)|protesting|attempting|planning|picketing)\b[^.;]*|"
    r"\bза\s+(?:\w+\s+){0,2}?(?:участи\w+|организаци\w+|призыв\w*|проведени\w+|распространени\w+|публикаци\w+|пост\w*|нарушени\w+|неповиновени\w+|выход\w*|митинг\w*|пикет\w*|шестви\w+|акци\w+|то,? что)[^.;]*",
    re.I,
)
_BY_PENALTY: Final[dict[SanctionKind, tuple[str, ...]]] = {
    "arrest": ("administrative-arrest",),
    "fine": ("fine",),
    "warning": ("warning",),
    "imprisonment": ("conviction", "imprisonment"),
    "restriction-of-liberty": ("conviction", "restriction-of-liberty"),
    "custody": ("custody",),
    "forced-labour": (),
    "ban": (),
}
# Where the first is told, the second is only how it was told.
_OUTRANKED: Final = {
    "statement": {
        "demand", "press-conference", "threat", "violence", "complaint", "publication", "award", "censorship", "detention",
        "official-statement", "administrative-arrest", "fine", "warning", "imprisonment", "picket", "rally", "questioning",
        "assembly-refused", "surveillance", "self-harm", "hunger-strike", "legislation", "amnesty", "pressure", "conviction",
        "charge", "search", "release", "strike", "commemoration", "transfer", "torture", "performance", "official-decision",
        "restriction-of-liberty", "dialogue", "ruling", "hearing", "civil-case", "criminal-case",
    },
    "demand": {
        "detention", "administrative-arrest", "fine", "complaint", "award", "strike", "assembly-refused", "self-harm",
        "civil-case", "conviction", "ruling", "social-protest", "press-conference", "official-statement", "hearing", "picket",
    },
    "hearing": {"ruling", "administrative-arrest", "fine", "conviction", "warning"},
    "publication": {"administrative-arrest", "fine", "assembly-refused", "detention", "conviction", "official-statement"},
    "social-protest": {"administrative-arrest", "fine", "assembly-refused", "complaint", "questioning"},
    "international": {"administrative-arrest", "fine", "detention", "legislation", "award", "surveillance", "assembly-refused", "official-statement"},
    "charge": {"conviction"},
    "picket": {"administrative-arrest", "fine"},
    "rally": {"administrative-arrest", "fine", "picket"},
    "ruling": {"administrative-arrest", "fine", "conviction", "warning", "restriction-of-liberty"},
    "criminal-case": {"conviction"},
    "complaint": {"ruling"},
    "pressure": {"detention"},
}  # fmt: skip
_KEPT_TOGETHER: Final = {
    ("demand", "social-protest"): "social-protest",
}


@dataclass(frozen=True, slots=True)
class _Trigger:
    kind: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


class KindReader:
    """Finds the kinds of an event by the triggers in `resources/reading/kinds.toml`."""

    def __init__(self, path: Path, listed: list[str]) -> None:
        self._order = {kind: at for at, kind in enumerate(listed)}
        self._index: dict[str, list[tuple[str, _Trigger]]] = {}
        for entry in tomllib.loads(path.read_text("utf-8"))["trigger"]:
            unless = entry.get("unless")
            trigger = _Trigger(
                entry["kind"],
                tuple(entry["stems"].split()),
                re.compile(entry["pattern"]),
                re.compile(unless) if unless else None,
            )
            for stem in trigger.stems:
                self._index.setdefault(stem[:3], []).append((stem, trigger))

    def read(
        self, text: str, penalties: list[SanctionKind], *, by_official: bool, recalled: str = ""
    ) -> list[str]:
        """Return the kinds of an event in the order of the list.

        `penalties`: the new ones. `by_official`: an official is who speaks. `recalled`: the text
        of penalties that are only looked back on, which say nothing of this event.
        """
        found: dict[str, None] = {}
        for penalty in penalties:
            found.update(dict.fromkeys(_BY_PENALTY[penalty]))
        bare = _told(text, recalled)
        lowered = bare.casefold()
        for trigger in self._near(lowered):
            if trigger.kind in found or not trigger.pattern.search(lowered):
                continue
            if trigger.unless is not None and trigger.unless.search(lowered):
                continue
            found[trigger.kind] = None
        if "statement" in found and by_official:
            del found["statement"]
            found["official-statement"] = None
        kept = [kind for kind in found if not (_OUTRANKED.get(kind) or set()) & found.keys()]
        return sorted(kept, key=lambda kind: self._order.get(kind, 99))

    def _near(self, lowered: str) -> list[_Trigger]:
        met: dict[int, _Trigger] = {}
        for word in set(_WORD.findall(lowered)):
            for stem, trigger in self._index.get(word[:3], ()):
                if word.startswith(stem):
                    met[id(trigger)] = trigger
        return list(met.values())


def _told(text: str, recalled: str) -> str:
    """Return the text without quotations and reasons."""
    if recalled:
        text = text.replace(recalled, " ")
    text = _QUOTED.sub(lambda match: match[0] if len(match[0]) < 12 else "“…”", text)
    return _REASON.sub(" ", text)
