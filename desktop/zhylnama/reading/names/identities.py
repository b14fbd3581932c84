"""Which identity a name is: one of the archive where that is sure, a new one otherwise.

A wrong merge is a false statement about a person. So only a name that agrees in every word with one
person of the archive takes that person's id; whoever only may be meant is named as a proposal, and
the name gets an id of its own. In one report a name spelled the same way is one person.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import msgspec

from zhylnama.names.identity import Likeness, compare_names, is_initial, name_keys, name_words
from zhylnama.names.unlike import Pair, are_unlike, pair_of
from zhylnama.reading.names.lexicon import Lexicon
from zhylnama.reading.names.named import Somebody
from zhylnama.reading.names.order import order_of
from zhylnama.record.event import Person

MOST_PROPOSED: Final = 3
# A report that prints the given name first does so at least so many times as often as last.
MOST_OTHERWISE: Final = 3


class Known(msgspec.Struct, frozen=True):
    """Somebody of an archive who fits a name: surely, or with a reason for doubt."""

    id: str
    name: str
    sure: bool
    why: str
    spellings: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lookup:
    """Asks for the people of an archive: whom a name may mean, and whether somebody has an id."""

    find: Callable[[str], Sequence[Known]]
    has: Callable[[str], bool]


NameParts = tuple[str | None, str | None, str | None]
"""Surname, given name and patronymic, as far as they are known."""

_LETTERS: Final = str.maketrans({
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "ə": "a",
})  # fmt: skip
_NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_ENDS_AS_PATRONYMIC: Final = re.compile(r"(?:vich|vna|ichna|uly|kyzy|qyzy|uli)$")
# `Е.Омаров`: an initial without a blank behind it.
_AFTER_INITIAL: Final = re.compile(r"\.(?=\w{2})")
# Bounded, and from the beginning of a word on, so that a line without blanks takes no time. The
# capital stands before what is asked of it, so that the engine looks for capitals only.
_NAME: Final = re.compile(
    r"[^\W\d_a-zа-яё](?<!\w.)(?:[^\W\d_]{1,40}(?:-[^\W\d_]{1,40})? [^\W\d_a-zа-яё](?:\.|[^\W\d_]{1,40})|\. [^\W\d_a-zа-яё][^\W\d_]{1,40})"
)
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_TWO_WORDS: Final = re.compile(
    r"([^\W\d_a-zа-яё](?<![\w-].)[\w’'-]{1,60}) (?=([^\W\d_a-zа-яё][\w’'-]{1,60}))"
)


@dataclass(slots=True)
class _New:
    id: str
    name: str
    parts: NameParts
    words: Pair | None
    spellings: list[str] = field(default_factory=list)
    may_be: list[str] = field(default_factory=list)


class Identified(msgspec.Struct, frozen=True):
    """The identity of a name, and what is not sure about it."""

    id: str
    doubts: tuple[str, ...]
    offices: tuple[str, ...] = ()


class Identities:
    """The identities of one import; the same name gets the same one."""

    def __init__(self, lookup: Lookup, lexicon: Lexicon) -> None:
        self._lookup = lookup
        self._lexicon = lexicon
        self._found: dict[str, Identified] = {}
        self._new: dict[str, _New] = {}
        self._by_key: dict[str, set[str]] = {}
        self._taken: set[str] = set()
        self._given_first = False
        self._printed: set[str] = set()

    def learn_names(self, lines: Iterable[str]) -> None:
        """Learn from the names of a report how it prints them.

        Whether the given name stands first tells the parts of a name of which both words may be
        either: `Erlan Ospan`. A name that stands in another case in one paragraph may stand in the
        nominative in another.
        """
        lines = list(lines)
        self._printed.update(
            _plain(name[0])
            for line in lines
            if _CYRILLIC.search(line)  # other names have no cases
            for name in _NAME.finditer(line)
        )
        votes = Counter(
            order
            for line in lines
            for pair in _TWO_WORDS.finditer(line)
            if (order := order_of(pair[1], pair[2], self._lexicon)) is not None
        )
        self._given_first = votes[True] > MOST_OTHERWISE * votes[False]

    def identify(self, somebody: Somebody) -> Identified:
        """Return the identity of somebody named in the report."""
        name = self._nominative(somebody)
        found = self._found.get(_plain(name))
        if found is None:
            found = self._found[_plain(name)] = self._identify(name, somebody.given_first)
        if (new := self._new.get(found.id)) is not None and somebody.name not in new.spellings:
            new.spellings.append(somebody.name)
        return found

    def _nominative(self, somebody: Somebody) -> str:
        """Return a name in the nominative: of several that are as likely, the one printed."""
        printed = [
            other
            for other in somebody.others
            if other != somebody.name and _plain(other) in self._printed
        ]
        return printed[0] if len(printed) == 1 else somebody.nominative

    def _identify(self, name: str, given_first: bool | None) -> Identified:
        known = list(self._lookup.find(name))
        sure = [one for one in known if one.sure]
        if len(sure) == 1:
            return Identified(sure[0].id, (), sure[0].offices)
        if len(known) == 1 and _plain(name) in map(_plain, known[0].spellings):
            # `B. Toregozhina`: the archive has the very spelling for one person, and nobody else
            # whom it fits. That is likely and no proof, so it is said.
            one = known[0]
            why = (
                f"people: “{name}” is taken to be {one.id}, whom the archive spells so ({one.why})"
            )
            return Identified(one.id, (why,), one.offices)
        doubts: list[str] = []
        shown = (sure or known)[:MOST_PROPOSED]
        if len(sure) > 1:
            doubts.append(
                f"people: “{name}” is the name of {' and of '.join(one.id for one in sure)}"
            )
        else:
            doubts += [f"people: “{name}” may be {one.id}, {one.name} ({one.why})" for one in shown]
        same, similar = self._among_new(name)
        if same is not None:
            return Identified(same, tuple(doubts), _offices(known))
        doubts += [
            f"people: “{name}” may be {other}, who is in this report ({why})"
            for other, why in similar[:MOST_PROPOSED]
        ]
        parts = split_name(name, self._lexicon, given_first, habit=self._given_first)
        id_ = self._new_id(parts)
        may_be = [one.id for one in shown] + [other for other, _ in similar[:MOST_PROPOSED]]
        self._new[id_] = _New(id_, name, parts, pair_of(name), [], list(dict.fromkeys(may_be)))
        for key in _keys(name):
            self._by_key.setdefault(key, set()).add(id_)
        return Identified(id_, tuple(doubts), _offices(known))

    def _among_new(self, name: str) -> tuple[str | None, list[tuple[str, str]]]:
        """Return who in this report has the same name, and who may have."""
        near: set[str] = set()
        for key in _keys(name):
            near |= self._by_key.get(key, set())
        similar: list[tuple[str, str]] = []
        words = pair_of(name)
        for id_ in sorted(near)[:200]:
            if are_unlike(words, self._new[id_].words):
                continue
            verdict = compare_names(name, self._new[id_].name)
            if verdict.likeness is Likeness.SAME:
                return id_, []
            if verdict.likeness is Likeness.MAY_BE:
                similar.append((id_, verdict.reason))
        return None, similar

    def _new_id(self, parts: NameParts) -> str:
        base = slug(" ".join(part for part in parts if part)) or "person"
        id_, number = base, 1
        while id_ in self._taken or self._lookup.has(id_):
            number += 1
            id_ = f"{base}-{number}"
        self._taken.add(id_)
        return id_

    def new_people(self) -> Iterator[Person]:
        """Yield the identities that are new with this report."""
        for new in self._new.values():
            surname, given, patronymic = new.parts
            yield Person(
                id=new.id,
                surname=surname,
                given=given,
                patronymic=patronymic,
                spellings=new.spellings or [new.name],
                may_be=[other for other in new.may_be if other != new.id],
            )


def _offices(known: Sequence[Known]) -> tuple[str, ...]:
    """Return the offices of the only one who fits: enough for a role, not for an identity."""
    return known[0].offices if len(known) == 1 else ()


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    """Return a name in small letters, its words in one order: `M. Bokayev` is `Bokayev M`."""
    return " ".join(sorted(name.casefold().replace(".", " ").split()))


def _keys(name: str) -> list[str]:
    return [key for key in name_keys(name) if not key.endswith(".")]


def split_name(
    name: str, lexicon: Lexicon, told: bool | None = None, *, habit: bool = False
) -> NameParts:
    """Return surname, given name and patronymic as far as the words tell them apart.

    Reports print either order: the ending of a surname, or a known given name, decides, or the
    paragraph (`told`, whether the given name stands first); else the habit of the report does.
    """
    words = [word.strip(",") for word in _AFTER_INITIAL.sub(". ", name).split()]
    if len(words) < 2:
        return (words[0] if words else None), None, None
    patronymic = next((w for w in words[1:] if len(words) > 2 and _is_patronymic(w)), None)
    rest = [word for word in words if word != patronymic]
    if len(rest) < 2:
        return rest[0], None, patronymic
    first, last = rest[0], rest[-1]
    if patronymic is not None and len(rest) == 2:
        # It stands behind the given name, whichever of the two comes first.
        return (first, last, patronymic) if patronymic == words[-1] else (last, first, patronymic)
    if is_initial(name_words(first)[0] if name_words(first) else first):
        surname, given = last, " ".join(rest[:-1])
    elif is_initial(name_words(last)[0] if name_words(last) else last):
        surname, given = first, " ".join(rest[1:])
    elif _given_stands_first(first, last, lexicon, told, habit=habit):
        surname, given = last, " ".join(rest[:-1])
    else:
        surname, given = first, " ".join(rest[1:])
    return surname, given, patronymic


def _given_stands_first(
    first: str, last: str, lexicon: Lexicon, told: bool | None, *, habit: bool
) -> bool:
    """Return what the paragraph tells, else the words, else the habit of the report."""
    if told is None:
        told = order_of(first, last, lexicon)
    if told is None:
        told = order_of(first, last, lexicon, likely=True)
    return habit if told is None else told


def _is_patronymic(word: str) -> bool:
    return _ENDS_AS_PATRONYMIC.search(slug(word)) is not None


def slug(name: str) -> str:
    """Return a name in the small Latin letters that ids are made of."""
    plain = name.lower()
    if not name.isascii():
        spelled = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
        plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return _NO_LETTERS.sub("-", plain).strip("-")[:100]
