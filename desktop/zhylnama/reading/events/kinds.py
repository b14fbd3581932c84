"""What happened: the kinds of an event, by its penalties, its law and phrases kept in lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import msgspec

from zhylnama.reading.events.background import in_short, is_spoken, told
from zhylnama.reading.events.phrases import Held, SoughtPhrase, Vocabulary, as_told
from zhylnama.reading.events.verdicts import HARSHER, VERDICT, correct
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered, lowered
from zhylnama.record.event import SanctionKind

T = TypeVar("T")

# Where what is asked for, planned or denied ends: with the clause.
_CLAUSE_END: Final = re.compile(
    r"(?:[;:!?]|(?<!\b\w)\.)(?!\w)|,\s+(?:and(?!\s+(?:[a-z]+(?:ive|ent|al|able|ible|ous|ful|ary)|in)\b)|but|while|when|said|replied|answered|ответил[аи]?|after|although|however|whereas|was|were|has|have|had|а|но|однако|после|когда|хотя|затем)\b"
    r"|\s(?:was|were)\s(?:again|then|also|later|held|staged)\b|\s(?:and|but|и|но)\s+(?:was|were|had|has|then|later|he|she|they|is|are|released|let|fined|taken|driven|warned|был[аи]?|ег[оэ]|ее|их|затем|отпу[а-я]+|увез[а-я]+|достав[а-я]+|оштраф[а-я]+)\b|$"
)
# Where a relative clause ends: with a comma, but not that of an article and its part.
_RELATIVE_END: Final = re.compile(
    r"(?:[;:!?]|(?<!\b\w)\.)(?!\w)|,\s+(?!part|para|art|(?:ч|п|ст|част[ьи]|пункт[аы]?|стать[яией])\b|\d|(?:subjected|beaten|tortured|injured|killed|detained|arrested)\b)|\swere\s+(?:replaced|released|transferred|sentenced|fined)\b|(?<!\bwho)(?<!\bthey)(?<!\band)(?<!\bor)\s(?:(?:rallied|gathered|marched|picketed|protested|demanded|laid|lit|brought|commemorated|honou?red|mourned)\b|(?:held|staged|organi[sz]ed)\s+(?:an?|the|another)\b|blocked\s+(?:the|a)\b|went\s+on\s+(?:a\s+)?(?:hunger|strike)\b)|$"
)
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
# Beside a fine, whoever was warned of nothing else was warned by the court.
_WARNED: Final = compile_lowered(
    r"\b(?:was|were)\s+(?:(?:also|only|each|both|all)\s+)?warned(?=[.;,]|\s+(?:and|by\s+the\s+(?:court|judge))\b|$)|(?<!\w)(?:был[аи]?\s+)?предупрежден[аоы]?(?=[.;,]|\s+и\b|$)"
)
# The month within a sentence; not `the Freedom March`, `the Women’s March`.
_MARCH: Final = re.compile(r"(?:(?<![\w’'-])[a-z]+|\d|[,;(])\s?(?P<month>March)(?=[\s,.;)])")
_REPORTER: Final = compile_sought(
    r"\b(?:journalist|reporter|correspondent|журналист|корреспондент|репортер)"
)
# A journalist who is hit while filming, or by whoever guards what they came for.
_HINDERED: Final = compile_lowered(
    r"\bby\s+(?:an?\s+|the\s+|two\s+|several\s+)?(?:security\s+)?(?:guards?|police)|\bguards?\s+(?:of|at|hit|pushed|beat|struck|punched)|охранник|\bfilm(?:ed|ing)\b|\brecord(?:ed|ing)\b|\bcover(?:ed|ing)\b|\bstream|\breporting\b|\binterview(?:ed|ing)\b|\bcamera|\bmicrophone|съ[её]м|сним|камер|микрофон|стрим|освеща|интервью"
)
# A criminal case that came to its end without a verdict.
_DROPPED: Final = compile_lowered(
    r"\b(?:case|prosecution|proceedings)\s[^.;]{0,90}\b(?:closed|dropped|terminated|discontinued)\b|\bдел[оа]\s[^.;]{0,90}\b(?:прекращ|прекратил|закрыт)"
)
# Whoever is arrested or fined for holding a picket held it earlier; whoever is detained for it,
# holds it now.
_PUNISHING: Final = (
    "administrative-arrest", "fine", "warning", "imprisonment", "restriction-of-liberty",
)  # fmt: skip
# Beside somebody, and not at the head of the paragraph.
_APPOSED: Final = re.compile(r"\w[^,]*, $")
# What may happen beside what an office says, or a review counts; nothing else does.
_BESIDE: Final = {
    "official-statement": frozenset(("legislation", "amnesty", "official-decision")),
    "publication": frozenset(("statement", "international", "press-conference")),
    "statement": frozenset(("publication", "international", "press-conference", "demand")),
}
# An initial ends no sentence: `отказал И. Петрову в освобождении`.
_SENTENCE_END: Final = re.compile(r"(?:(?<!\s[^\W\d_])\.|;) ")
# At the head of a paragraph stands what it is about.
_HEAD: Final = 70


class Clues(msgspec.Struct, frozen=True):
    """What else a paragraph told: new penalties, codes of law, who speaks, who was punished.

    `recalled`: the penalties that it only looks back on.
    """

    penalties: list[SanctionKind] = msgspec.field(default_factory=list)
    recalled: list[SanctionKind] = msgspec.field(default_factory=list)
    codes: frozenset[str | None] = frozenset()
    by_official: bool = False
    press: bool = False
    suspended: bool = False  # every prison term that is given is on condition


@dataclass(frozen=True, slots=True)
class _Trigger:
    kind: str
    phrase: SoughtPhrase
    unless: tuple[SoughtPhrase, ...]
    excuses: int  # the bits of these
    asked: bool
    firm: bool
    alone: bool
    yields: frozenset[str]  # beside one of these kinds it tells why, and is none


class _Sought(Generic[T]):
    """What is to be done where a text holds phrases, in the order in which it was added."""

    def __init__(self) -> None:
        self._of_phrase: dict[int, list[tuple[int, T]]] = {}
        self._phrases = 0
        self._added = 0

    def add(self, phrase: SoughtPhrase, one: T) -> None:
        self._phrases |= 1 << phrase.number
        self._of_phrase.setdefault(phrase.number, []).append((self._added, one))
        self._added += 1

    def of(self, held: Held) -> list[T]:
        """Return what may have to be done for a text."""
        found: list[tuple[int, T]] = []
        possible = held.possible & self._phrases
        while possible:
            lowest = possible & -possible
            found += self._of_phrase[lowest.bit_length() - 1]
            possible ^= lowest
        found.sort(key=itemgetter(0))
        return [one for _, one in found]


class KindReader:
    """Finds the kinds of an event by the phrases in `resources/reading/kinds/`."""

    def __init__(self, folder: Path, listed: list[str]) -> None:
        read = tomllib.loads((folder / "scope.toml").read_text("utf-8"))
        self._order = {kind: at for at, kind in enumerate(listed)}
        self._outranked = {
            kind: [frozenset(one.split("+")) for one in by.split()]
            for kind, by in read["outranked"].items()
        }
        self._words = Vocabulary(read["words"])
        # What is denied, planned or past is cut away with its verb; of what is asked for or said
        # beside a name, the first word stays.
        self._cuts: _Sought[tuple[SoughtPhrase, str]] = _Sought()
        for name in ("denied", "planned", "past", "beside", "asked"):
            for one in _lines(read["scope"][name]):
                cut = self._words.phrase(one)
                self._cuts.add(cut, (cut, name))
        self._triggers: _Sought[_Trigger] = _Sought()
        for entry in triggers(folder):
            excuses = [self._words.phrase(one) for one in _lines(entry.get("unless", ""))]
            bits = 0
            for excuse in excuses:
                bits |= 1 << excuse.number
            for written in _lines(entry["says"]):
                phrase = self._words.phrase(written)
                trigger = _Trigger(
                    entry["kind"],
                    phrase,
                    tuple(excuses),
                    bits,
                    asked=entry.get("asked", False),
                    firm=entry.get("firm", False),
                    alone=entry.get("alone", False),
                    yields=frozenset(entry.get("yields", "").split()),
                )
                self._triggers.add(phrase, trigger)

    def read(self, text: str, clues: Clues) -> list[str]:
        """Return the kinds of an event in the order of the list."""
        found = _by_penalties(clues)
        small = in_short(as_told(lowered(text)))
        certain = set(found)
        punished = any(kind in found for kind in _PUNISHING) or "punished" in small
        if is_spoken(small):
            found["statement"] = None
        months = [match.start("month") for match in _MARCH.finditer(text)]
        certain |= self._news(small, found, months, punished=punished)
        if not clues.penalties:
            _drop_recalled(found, clues.recalled, certain)
        correct(found, small, clues.penalties)
        # Whoever keeps a journalist from work by detaining them hinders the press.
        if (
            clues.press
            and ("detention" in found or ("violence" in found and _HINDERED.search(small)))
            and _REPORTER.search(small)
        ):
            found["censorship"] = None
        if "statement" in found and clues.by_official:
            del found["statement"]
            found["official-statement"] = None
        if not found.keys().isdisjoint(_PUNISHING) and _WARNED.search(small):
            # `X was fined, two others were warned.`
            found["warning"] = None
        if self._investigated(found, clues, small):
            found["criminal-case"] = None
        there = frozenset(found)
        kept = [
            kind
            for kind in found
            if kind in certain or not any(by <= there for by in self._outranked.get(kind, ()))
        ]
        if clues.suspended and "imprisonment" in kept and not HARSHER.search(small):
            kept.remove("imprisonment")
        return sorted(kept, key=lambda kind: self._order.get(kind, 99))

    def _news(
        self, text: str, found: dict[str, None], months: list[int], *, punished: bool
    ) -> set[str]:
        """Add the kinds that phrases tell of what is new; return those that nothing outranks.

        `months`: where the text names the month of March, which is no march.
        """
        before = dict(found)
        firm = self._said(_with_months(told(text, punished=punished), months), found)
        if not punished and any(kind in found for kind in _PUNISHING):
            # A phrase told who was punished: what it was for is no news here either.
            found.clear()
            found.update(before)
            firm = self._said(_with_months(told(text, punished=True), months), found)
        return firm

    def _investigated(self, found: dict[str, None], clues: Clues, text: str) -> bool:
        """Whether there must be a criminal case, though the text does not say so."""
        if "CC" not in clues.codes:
            return False
        if "ruling" in found and _DROPPED.search(text):
            return True
        if _TRIED & found.keys():
            return False
        return "search" in found

    def _said(self, told: str, found: dict[str, None]) -> set[str]:
        """Add the kinds whose phrases a text holds; return those that nothing outranks."""
        firm: set[str] = set()
        before = frozenset(found)
        alone: str | None = None
        yielding: dict[str, frozenset[str]] = {}
        held = self._words.held(told)
        happened: str | None = None
        for trigger in self._triggers.of(held):
            kind = trigger.kind
            if kind in found and kind not in yielding and not (trigger.firm or trigger.alone):
                continue
            if happened is None:
                happened = self._happened(told, held)
            text = told if trigger.asked else happened
            match = self._found(trigger, text, held)
            if match is None or (trigger.alone and not _heads(told, match)):
                continue
            _yield(trigger, yielding, told=kind in found)
            found[kind] = None
            if trigger.firm:
                firm.add(kind)
            if trigger.alone:
                alone = kind
        for kind, to in yielding.items():
            if not to.isdisjoint(found):
                found.pop(kind, None)
        if alone is not None:
            firm.add(alone)
            for kind in found.keys() - before - _BESIDE[alone] - {alone}:
                del found[kind]
        return firm

    def _found(self, trigger: _Trigger, text: str, held: Held) -> re.Match[str] | None:
        """Return where a text says a phrase; what one sentence excuses another may say all the same."""
        match = held.find(trigger.phrase, text)
        while match is not None and self._excused(trigger, text, match, held):
            match = held.find(trigger.phrase, text, match.end())
        return match

    def _excused(self, trigger: _Trigger, text: str, match: re.Match[str], held: Held) -> bool:
        """Whether the sentence of a match says one of the things that speak against it."""
        if not held.possible & trigger.excuses:
            return False
        begin = max(
            (one.end() for one in _SENTENCE_END.finditer(text, 0, match.start())), default=0
        )
        following = _SENTENCE_END.search(text, match.end())
        end = following.start() if following else None
        return any(held.find(one, text, begin, end) for one in trigger.unless)

    def _happened(self, text: str, held: Held) -> str:
        """Return a text with blanks for what did not happen, or not now."""
        for phrase, scope in self._cuts.of(held):
            at = 0
            while (match := held.find(phrase, text, at)) is not None:
                begin = match.end() if scope in ("asked", "beside") else match.start()
                at = match.end() if scope == "denied" else _end_of(text, match.end(), scope)
                # Before a name, `осуждённый по статье 174 X` does not end with a comma.
                if scope == "beside" and not _APPOSED.search(text, 0, match.start()):
                    at = match.end()
                    continue
                text = f"{text[:begin]}{' ' * (at - begin)}{text[at:]}"
        return text


def _by_penalties(clues: Clues) -> dict[str, None]:
    """Return the kinds that new penalties and their codes of law tell."""
    found: dict[str, None] = {}
    for penalty in clues.penalties:
        found.update(dict.fromkeys(_BY_PENALTY[penalty]))
    if "CC" in clues.codes and "AOC" not in clues.codes:
        if "fine" in found:
            found["conviction"] = None
    elif "AOC" in clues.codes and "CC" not in clues.codes and "imprisonment" in found:
        # `15 days’ imprisonment` under the code of administrative offences.
        for kind in VERDICT:
            found.pop(kind, None)
        found["administrative-arrest"] = None
    return found


def _drop_recalled(found: dict[str, None], recalled: list[SanctionKind], certain: set[str]) -> None:
    """Take out the kinds of penalties that are only looked back on, where none is new."""
    for penalty in recalled:
        for kind in _BY_PENALTY[penalty]:
            if kind not in certain:
                found.pop(kind, None)


def _with_months(text: str, months: list[int]) -> str:
    """Return a text with another word of the same length for a month that is called like a rally."""
    for at in months:
        text = f"{text[:at]}month{text[at + len('month') :]}"
    return text


def _yield(trigger: _Trigger, yielding: dict[str, frozenset[str]], *, told: bool) -> None:
    """Write down beside which kinds that of a trigger is none; `told`: another trigger told it."""
    if not trigger.yields:
        yielding.pop(trigger.kind, None)
    elif not told or trigger.kind in yielding:
        earlier = yielding.get(trigger.kind, frozenset())
        yielding[trigger.kind] = earlier | trigger.yields


def _heads(text: str, match: re.Match[str]) -> bool:
    """Whether a match stands at the head of a text, in its first sentence."""
    return match.start() <= _HEAD and ". " not in text[: match.start()]


def _end_of(text: str, start: int, scope: str) -> int:
    """Return where a clause ends of what was earlier, may come or is asked for."""
    beside = scope in ("past", "beside")
    end = (_RELATIVE_END if beside else _CLAUSE_END).search(text, start)
    return end.start() if end else len(text)


def triggers(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the groups of phrases of a folder, each with its kind, file by file."""
    for path in sorted(folder.glob("*.toml")):
        yield from tomllib.loads(path.read_text("utf-8")).get("trigger", ())


_TRIED: Final = frozenset(("conviction", "ruling", "hearing", "release", "appeal", "criminal-case"))


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]
