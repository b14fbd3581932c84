"""Where an event was: the place that a paragraph names after its date.

Only what stands right after the date is taken, or the town whose authority acts there (`the Almaty
city akimat refused …`), which is said to be so. A place elsewhere in the text may be anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import msgspec

from zhylnama.names.places import Gazetteer, Place, fold_place
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.layout.place_cases import nominatives_of_place, whole_kind
from zhylnama.reading.layout.place_names import KIND, capitalised, joined
from zhylnama.reading.layout.townspeople import (
    NOT_DONE,
    WHY,
    led_to_village,
    sentence_end,
    town_of_people,
)

_LETTERS: Final = r"[^\W\d_]"
_CAPITAL: Final = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÇŞŠŽĞÑÖÜI]"
_WORD: Final = rf"(?:{_CAPITAL}[\w’'ʼ-]*)"
# A segment between commas that can be a place: `in Talgar city`, `г. Алматы`, `the village of X`.
_SEGMENT = re.compile(
    r"\s*(?P<lead>(?:[Ii]n|at|near|from|of|[Вв]о?|на|под|из)\s+)?(?:the\s+)?(?:cities\s+of\s+|городах\s+)?"
    rf"(?P<name>(?:{KIND}\s*(?:of\s+)?)?{_WORD}(?:[\s-]{_WORD}){{0,2}}(?:\s+{KIND})?)"
    rf"(?=\s*(?:[,.;:(–—/]|\s-\s|$)|\s+(?:and|и|{_LETTERS}|\d))",
)
# `in the village of Karabulak in Turkistan region`
_INSIDE = compile_sought(rf"\s+(?=(?:in|of|в)\s+{_WORD}(?:\s+{_WORD})?\s+{KIND})")
# `в Семее Восточно-Казахстанской области`
_RU_INSIDE = re.compile(rf"\s+(?={_CAPITAL}[\w-]+(?:ой|ого)\s+(?:област|обл\.|район|р-н))")
_HOLIDAY = re.compile(
    r"[^,.;:()]{0,50}\b(?:[Dd]ay|[Дд]ень|[Hh]oliday|[Пп]раздник\w*|[Nn]auryz|[Нн]аурыз)\b[^,.;:()]{0,40}?(?:,\s*|\s(?=в\s[А-ЯЁӘҒҚҢӨҰҮҺІ]))"
)
_KIND_FIRST = re.compile(r"^[а-яё-]+\.?(?=\s)")
_HAS_KIND = compile_sought(rf"(?:^|\s){KIND}(?:\s|$)", re.I)
_DAYS_OF_THEIR_OWN: Final = ("nauryz", "наурыз", "ramadan", "рамадан")
_DASHES = re.compile(r"[\s,;:–—.-]+")
_SECOND = compile_sought(
    rf"\s*(?:\s(?:and|и)\s|/)\s*(?:in\s+|в\s+)?(?P<name>{_WORD}(?:[\s-]{_WORD}){{0,1}}(?:\s+{KIND})?)"
)
# The rest of a list of towns: `, Aktau and Shymkent`; not `Aktau, Astana and Almaty courts`.
_LISTED = re.compile(
    rf"(?:\s*,\s*(?:in\s+|в\s+)?{_WORD}(?:-{_WORD})?){{0,6}}\s+(?:and|и)\s+(?:in\s+|в\s+)?{_WORD}(?:-{_WORD})?"
    r"(?=\s*(?:[,.;:()–—]|$)|\s+(?:the|was|were|has|have|had|there|also|at|on|people|activists|police|residents|rallies|pickets)\b|\s+[а-яё]+(?:л|ла|ли|лись|лось|лась|ны|но|на)(?!\w))"
)
_IN_LIST = compile_sought(rf"(?P<name>{_WORD}(?:-{_WORD})?)")
_AUTHORITY = re.compile(
    rf"(?:the\s+)?(?:(?P<before>{_WORD}(?:-{_WORD})?)\s+(?:city\s+|regional\s+)?(?:akimat|maslikhat|mayor’s office)"
    rf"|(?:akimat|akim|maslikhat|mayor)\s+of\s+(?:the\s+city\s+of\s+)?(?P<after>{_WORD}(?:-{_WORD})?(?:\s+{KIND})?))"
    r"(?=\s+(?:refus|den|reject|allow|permit|grant|ban|prohibit|adopt|decid|did not|declin|file|sue|turned|has|issued))",
    re.I,
)
_RU_AUTHORITY = re.compile(
    rf"(?:акимат|аким|маслихат)\s+(?:города\s+|г\.\s*)?(?P<after>{_WORD})(?=\s+(?:отказ|запрет|разреш|не\s|отклон|согласов|подал))",
    re.I,
)
_CROWD = re.compile(
    rf"^(?:[\w’-]+\s+){{1,4}}in\s+(?P<name>{_WORD}(?:-{_WORD})?(?:\s+{KIND})?(?:\s+and\s+{_WORD}(?:-{_WORD})?(?:\s+{KIND})?)?)"
    r"\s+(?=\w+ed\b|held\b|went\b|paid\b|took\b|were\b|was\b|began\b|sent\b)"
)
_NAME: Final = rf"(?:the\s+)?(?:cit(?:y|ies)\s+of\s+|town\s+of\s+|г\.\s*|городе\s+|города\s+)?(?P<name>{_WORD})"
# `were sentenced in Shymkent`, `задержаны в Атырау`: where it was done, a few words after what.
_DONE_IN = compile_sought(
    r"\b(?:sentenced|detained|arrested|fined|convicted|searched|questioned|picket(?:s|ed)?|rally|rallies|were held|gathered|took place|"
    r"задержан\w*|задержал\w*|арестова\w+|оштрафова\w+|приговор\w+|осужд\w+|пикет|митинг|собрал\w+|состоял\w+|прош[её]л|прошл\w)"
    rf"(?:\s[^,.;:()“«]{{0,30}}?)?\s(?:in|в)\s+{_NAME}(?=\s*(?:[,.;:(]|\s(?!\w*(?:област|обл\.|regio|distric|район))))"
)
# `rallies for fair elections took place in Almaty`: behind these stands no town of a reason.
_TOOK_PLACE: Final = re.compile(r"(?:took place|were held|состоял\w*|прош[её]л|прошл\w)\b")
# `the court of appeal in Nur-Sultan city`, `суд в Шымкенте`, `суд Алматы`, `Almaty Criminal Court`.
_COURT_IN = compile_sought(
    rf"\b(?:[Cc]ourt(?:\s+of\s+appeal)?\s+(?:in|of)|[Сс]уд(?:\s+в)?)\s+{_NAME}"
)
_COURT_OF = re.compile(
    rf"[\s,]*(?:the\s+)?(?P<name>{_WORD}(?:-{_WORD})?)\s+(?:city\s+|[Cc]riminal\s+|[Rr]egional\s+|[Aa]dministrative\s+)*[Cc]ourt\b"
)
# `an appeals panel in Petropavl, North Kazakhstan region, quashed …`
_WITH_REGION = compile_sought(
    rf"\s(?=(?:in|в|во)\s+{_WORD}(?:-{_WORD})?,\s+{_WORD}(?:[\s-]{_WORD})?\s+(?:region|oblast|област))"
)
# `in the colony LA-155/14 in the village of Zarechny, …`: the place of the colony.
_FACILITY = re.compile(
    r"[\s,]*(?:[Ii]n|at|[Вв]о?|из)\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}?(?:colony|prison|penitentiary|institution|facility|detention\s+cent(?:er|re)|колонии|учреждении|тюрьме|СИЗО|изоляторе)"
    r"(?:\s+(?:No\.?\s*|№\s*)?[\w/-]*\d[\w/-]*)?\s*,?(?=\s+(?:in|of|в)\s)"
)
_DROPPED = re.compile(
    r"^(?:the\s+)?(?:cities|city|town)\s+(?:of\s+)?|\s+(?:city|town)$|^(?:гг?\.|город[ае]?|гор\.)\s*",
    re.I,
)


class Whereabouts(msgspec.Struct, frozen=True):
    """The place of an event, and the text after it begins at `end`."""

    place: str | None
    region: str | None
    end: int
    doubts: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


_DASH_NEXT: Final = re.compile(r"\s*[–—]")
_COMMA_NEXT: Final = re.compile(r"\s*,")


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    place: Place | None
    known_kind: bool
    doubt: str | None = None
    taken: int | None = None  # how much of the segment the name is, where it is not all of it


class PlaceReader:
    """Finds the place of an event with a gazetteer; remembers the names it has looked up."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._keys = {
            fold_place(name): place
            for place in gazetteer
            if place.kind in ("city", "town", "region")
            for name in gazetteer.names(place.id)
            if len(name) > 4
        }
        self.look_up = lru_cache(maxsize=20_000)(self._look_up)

    def read(self, text: str, start: int) -> Whereabouts:
        """Return the place that stands after the date, which ends at `start`."""
        found: list[_Named] = []
        spans: list[tuple[int, int]] = []
        at = facility.end() if (facility := _FACILITY.match(text, start)) else start
        set_apart = False
        for _ in range(3):
            dash = _DASHES.match(text, at)
            begin = dash.end() if dash else at
            match = _SEGMENT.match(text, begin)
            named = None if match is None else self._named(match, text, first=not found)
            if named is None and not found and (beyond := self._beyond_holiday(text, begin)):
                match, named = beyond
            if named is None or match is None or (found and set_apart and not match["lead"]):
                break
            found.append(named)
            at = match.end() if named.taken is None else match.start("name") + named.taken
            spans.append((match.start("name"), at))
            # `MANGISTAU REGION — In Zhanaozen, …`
            set_apart = _DASH_NEXT.match(text, at, at + 3) is not None
            if not (set_apart or _COMMA_NEXT.match(text, at, at + 3)) and not (
                _INSIDE.match(text, at) or _RU_INSIDE.match(text, at)
            ):
                break
        if found and found[0].place and found[0].place.id == "kazakhstan" and not found[1:]:
            return Whereabouts(None, None, at)  # it was everywhere
        if found:
            return self._settle(found, spans, text, at)
        return self._from_authority(text, start)

    def _beyond_holiday(self, text: str, begin: int) -> tuple[re.Match[str], _Named] | None:
        """Return a town after words on the day: `October 25, Republic Day, Astana, …`."""
        holiday = _HOLIDAY.match(text, begin)
        match = _SEGMENT.match(text, holiday.end()) if holiday else None
        if match is None:
            return None
        named = self._named(match, text, first=True)
        known = named is not None and named.place is not None
        return (match, named) if known and named is not None else None

    def _named(self, match: re.Match[str], text: str, *, first: bool) -> _Named | None:
        written = match["name"].strip()
        if written.casefold() in _DAYS_OF_THEIR_OWN:
            return None
        follows = text[match.end() : match.end() + 2].lstrip()[:1]
        closed = follows in (",", ".", ";", ":", "(", "–", "—", "-", "/", "")
        led = match["lead"] is not None
        whole = self.look_up(written)
        if whole.place is not None:
            if first and not closed and (second := _SECOND.match(text, match.end())):
                # `December 10, Astana and Almaty, on …`
                closed = self.look_up(second["name"].strip()).place is not None
            # Without a preposition a place stands alone between commas: `December 14, Almaty, …`.
            # `в Семее Восточно-Казахстанской области`: no comma, and no akimat of a district.
            apart = "," in text[max(0, match.start() - 2) : match.start()]
            wider = not first and not apart and _HAS_KIND.search(written) is not None
            return whole if led or closed or wider else None
        words = written.split()
        if led and (not closed or not _HAS_KIND.search(written)):
            # `On December 15 in Almaty Inga Imanbai was …`: only the first words are the place.
            for count in (2, 1):
                if len(words) > count:
                    head = " ".join(words[:count])
                    part = self.look_up(head)
                    # `в посёлке Заречный Алматинской области`: the village may be unknown.
                    named = count == 2 and part.known_kind and _HAS_KIND.match(head)
                    if part.place is not None or named:
                        return replace(part, taken=len(head))
            if not closed:
                return None
        if led and first and closed and len(words) <= 3:
            return whole
        return whole if whole.known_kind and closed and re.search(KIND, written, re.I) else None

    def _look_up(self, written: str) -> _Named:
        """Return a name as the record gives it, and its place where the gazetteer is sure."""
        written = capitalised(written)
        name = _DROPPED.sub("", written).strip() or written
        for candidate in (written, name, *nominatives_of_place(name)):
            place = self._gazetteer.find(candidate)
            if place is not None:
                nominative = candidate if candidate != written else name
                shown = _DROPPED.sub("", nominative).strip() or nominative
                return _Named(_KIND_FIRST.sub(whole_kind, shown), place, True)
        name = _KIND_FIRST.sub(whole_kind, name)
        has_kind = bool(_HAS_KIND.search(written))
        if self._gazetteer.candidates(name):
            return _Named(name, None, has_kind, f"place: several places are called “{name}”")
        slip = self._slip(name)
        if slip is not None:
            label = slip.names["ru" if re.search("[а-я]", name) else "en"]
            return _Named(label, slip, True, f"place: the report writes “{name}”; read as {label}")
        return _Named(name, None, has_kind, f"place: “{name}” is not in the gazetteer")

    def _slip(self, name: str) -> Place | None:
        from rapidfuzz.distance import DamerauLevenshtein

        key = fold_place(name)
        if len(key) < 6:
            return None
        near = {
            place.id: place
            for known, place in self._keys.items()
            if abs(len(known) - len(key)) <= 1
            and known[0] == key[0]
            and DamerauLevenshtein.distance(key, known, score_cutoff=1) <= 1
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _settle(
        self, found: list[_Named], spans: list[tuple[int, int]], text: str, at: int
    ) -> Whereabouts:
        """Return which of the names is the place and which its region, in either order."""
        doubts: list[str] = []
        second = _SECOND.match(text, at)
        if len(found) == 1 and second is not None:
            other = self.look_up(second["name"].strip())
            if other.place is not None and found[0].place is not None:
                both = joined([found[0].name, other.name])
                return Whereabouts(both, None, second.end(), (), (*spans, second.span("name")))
        if len(found) == 1 and self._town(found[0].name) is not None:
            others, behind = self._listed(text, at)
            if others:
                both = joined([found[0].name, *(name for name, _ in others)])
                return Whereabouts(both, None, behind, (), (*spans, *(span for _, span in others)))
        places = [named.place for named in found]
        if len(found) > 1 and all(place and place.kind in ("city", "town") for place in places):
            both = joined([named.name for named in found])
            doubts.append("place: several places stand after the date")
            return Whereabouts(both, None, at, tuple(doubts), tuple(spans))
        ranked = sorted(range(len(found)), key=lambda i: (_breadth(found[i]), i))
        inner = found[ranked[0]]
        outer = found[ranked[-1]] if len(found) > 1 else None
        if outer is not None:
            within = outer.place.id if outer.place is not None else None
            place = self._gazetteer.find(inner.name, within)
            if place is not None:
                mended = inner.doubt if inner.place is not None else None
                inner = _Named(inner.name, place, True, mended)
            elif self._is_part(outer, inner):
                # `Almaty, Medeu district`: a district of the city is no region around it.
                return Whereabouts(inner.name, None, at, (), tuple(spans))
            elif within is not None and inner.place is not None:
                doubts.append(f"place: {inner.name} does not lie in {outer.name}")
        doubts += [named.doubt for named in (inner, outer) if named is not None and named.doubt]
        region = outer.name if outer is not None else None
        return Whereabouts(inner.name, region, at, tuple(doubts), tuple(spans))

    def _listed(self, text: str, at: int) -> tuple[list[tuple[str, tuple[int, int]]], int]:
        """Return the other towns of a list that goes on at a place of the text, and where it ends."""
        match = _LISTED.match(text, at)
        if match is None:
            return [], at
        found = [
            (self._town(one["name"]), one.span())
            for one in _IN_LIST.finditer(text, at, match.end())
        ]
        towns = [(name, span) for name, span in found if name is not None]
        return (towns, match.end()) if len(towns) == len(found) else ([], at)

    def _is_part(self, outer: _Named, inner: _Named) -> bool:
        """Whether what seems the wider of two places is a district of the city before it."""
        if inner.place is None or inner.place.kind != "city" or _breadth(outer) != 3:
            return False
        return self._gazetteer.find(outer.name, inner.place.id) is not None

    def _from_authority(self, text: str, start: int) -> Whereabouts:
        dash = _DASHES.match(text, start)
        begin = dash.end() if dash else start
        for pattern in (_AUTHORITY, _RU_AUTHORITY):
            if match := pattern.match(text, begin):
                group = "before" if match.groupdict().get("before") else "after"
                named = self.look_up(match[group])
                if named.place is not None:
                    doubt = f"place: taken from “{match[0].strip()}”"
                    return Whereabouts(named.name, None, start, (doubt,), (match.span(group),))
        if match := _CROWD.match(text[begin : begin + 120]):
            names = [self.look_up(part.strip()) for part in match["name"].split(" and ")]
            if all(named.place is not None for named in names):
                joined = " and ".join(named.name for named in names)
                span = (begin + match.start("name"), begin + match.end("name"))
                return Whereabouts(
                    joined, None, start, (f"place: taken from “{match[0].strip()}”",), (span,)
                )
        return self._from_sentence(text, begin, start)

    def _town(self, written: str) -> str | None:
        """Return the nominative of a town that is named so beyond doubt."""
        named = self.look_up(written)
        sure = named.place is not None and not named.doubt and named.place.kind in ("city", "town")
        return named.name if sure else None

    def _from_people(self, text: str, begin: int, start: int) -> Whereabouts:
        """Return the town whose people or offices the first sentence names, never as sure."""
        found = town_of_people(text, begin, self._town)
        if found is None:
            return Whereabouts(None, None, start)
        town, words, span = found
        return Whereabouts(town, None, start, (f"place: taken from “{words}”",), (span,))

    def _from_sentence(self, text: str, begin: int, start: int) -> Whereabouts:
        """Return the town that the first sentence says a thing was done in, never as sure."""
        end = sentence_end(text, begin)
        led = led_to_village(text, begin, end)
        if led is not None:
            at = self.read(led[0], led[1])
            elsewhere = any(self._town(one[0]) for one in _IN_LIST.finditer(text, at.end, end))
            if elsewhere or not at.spans or at.spans[0][0] > led[1] + len(" в "):
                return Whereabouts(None, None, start)
            doubt = f"place: taken from “{text[at.spans[0][0] : at.end].strip()}”"
            return msgspec.structs.replace(at, end=start, doubts=(*at.doubts, doubt))
        apart = _WITH_REGION.search(text, begin, end)
        if apart is not None and NOT_DONE.search(text, begin, apart.start()) is None:
            at = self.read(text, apart.start())
            if at.place is not None and at.region is not None:
                doubt = f"place: taken from “{text[apart.end() : at.end].strip()}”"
                return msgspec.structs.replace(at, end=start, doubts=(*at.doubts, doubt))
        match = (
            _COURT_OF.match(text, begin)
            or _COURT_IN.search(text, begin, end)
            or _DONE_IN.search(text, begin, end)
        )
        town = None if match is None else self._town(match["name"])
        held = match is not None and _TOOK_PLACE.search(match[0]) is not None
        if match is not None and any(
            words.search(text, begin, match.start("name"))
            for words in ((NOT_DONE,) if held else (NOT_DONE, WHY))
        ):
            return Whereabouts(None, None, start)
        if match is None or town is None:
            return self._from_people(text, begin, start)
        words = " ".join(
            text[max(begin, match.start("name") - 30) : match.end("name")].split()[-4:]
        )
        doubt = f"place: taken from “{words}”"
        others, _ = self._listed(text, match.end("name"))
        spans = (match.span("name"), *(span for _, span in others))
        place = joined([town, *(name for name, _ in others)]) if others else town
        return Whereabouts(place, None, start, (doubt,), spans)


def _breadth(named: _Named) -> int:
    """Return how wide a place is: a village before a district before a region."""
    if named.place is None:
        lowered = named.name.casefold()
        if re.search(r"region|oblast|област|обл|province", lowered):
            return 4
        return 3 if re.search(r"district|raion|район|р-н", lowered) else 1
    return {"village": 0, "town": 1, "city": 2, "district": 3, "region": 4, "country": 5}[
        named.place.kind
    ]
