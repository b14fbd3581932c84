"""Names among other words: `Президент Токаев`, `дело Мамая`, `Мамай и Бокаев`.

Where no event has all the words, or the others only say that somebody is asked about, the names are
what was meant. A word is passed over only where it is surely no part of a name: who asks for Мухтар
Токаев is never shown Касым-Жомарт.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from zhylnama.archive.asked import Meant, leaving_out, may_be, read_as
from zhylnama.archive.dates import LONGEST, date_in
from zhylnama.archive.function_words import JOINING, is_little
from zhylnama.archive.namesakes import is_any_given_name
from zhylnama.archive.tree import All, Field, Named, Node, OneOf, Words, is_plain
from zhylnama.failure import Phrase

_MOST_TOKENS = 12
_LONGEST_NAME = 5

# Nothing but that somebody is asked about: the case of Mamay, дело Мамая, Мамай ісі.
_ABOUT = re.compile(
    r"cases?|news|story|дел(?:о|а|у|ом|е)|новост(?:и|ях)|истори[яию]|іс(?:і|ін|інде|інің)?",
    re.IGNORECASE,
)
# What somebody is, in any case and number.
_ENGLISH = (
    "president minister premier deputy senator judge prosecutor investigator lawyer attorney"
    " advocate journalist reporter editor blogger activist defender oppositionist politician"
    " prisoner convict detainee suspect defendant poet writer director artist musician singer"
    " scientist ecologist businessman entrepreneur worker teacher doctor student leader chairman"
    " chairwoman head chief founder adviser advisor ambassador general colonel major captain"
    " officer mayor akim citizen mr mrs ms miss dr sir former ex imprisoned detained arrested"
    " convicted"
)
_RUSSIAN = (
    "президент экс премьер министр депутат сенатор судь прокурор следовател адвокат юрист"
    " защитник журналист корреспондент редактор блогер активист правозащитни оппозиционер"
    " политик политзаключ политзэк политзек осужденн осуждённ задержанн арестованн обвиняем"
    " подсудим подозреваем подзащитн заключенн заключённ поэт писател режиссер режиссёр художник"
    " художниц музыкант певец певиц учен учён эколог предпринимател бизнесмен рабоч учител врач"
    " студент пенсионер лидер председател глав руководител основател директор советни посол"
    " посла послу послом генерал полковник майор капитан полицейск чиновни аким гражданин"
    " гражданк господин госпож бывш"
)
_KAZAKH = (
    "президент министр депутат әкім сот судья прокурор тергеуші адвокат заңгер журналист тілші"
    " блогер белсенді қорғаушы саясаткер тұтқын сотталушы айыпталушы ақын жазушы көшбасшы төраға"
    " басшы директор кеңесші елші генерал полковник азамат бұрынғы"
)
_WHAT_THEY_ARE = re.compile(
    rf"(?:{'|'.join(_ENGLISH.split())})s?(?:['’]s)?"
    rf"|(?:{'|'.join((*_RUSSIAN.split(), *_KAZAKH.split()))})[^\W\d_]{{0,5}}",
    re.IGNORECASE,
)


_LIKE_A_SURNAME = re.compile(
    r"(?:енко|enko|(?:[оеё]в|[иы]н|ск)(?:а|у|ой|ым|ий|ая|ого|ому)?|[ұуү]лы|[қк]ызы|бек|бай|[eo]v|[eo]va|uly|kyzy)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked of an archive about words."""

    people: Callable[[str], dict[str, str]]
    """Whom a name may mean without a slip."""
    means_anybody: Callable[[str], bool]
    """Whether it may mean anybody at all."""
    sure: Callable[[str], dict[str, str]]
    """Whom a name means in every word."""
    is_surname: Callable[[str], bool]
    """Whether a word is the surname of everybody whom it may mean."""
    is_place: Callable[[str], bool]
    is_kind: Callable[[str], bool]
    is_in_a_name: Callable[[str], bool]
    """Whether anybody of the archive has a word in their name."""
    occurs: Callable[[str], bool]
    """Whether an account has a word."""
    is_near: Callable[[str], bool]
    """Whether an account has a word that is a slip from it, or has it."""


@dataclass(slots=True)
class Among:
    """Names found among the words of a query, and what else is in it.

    `root` finds the people and whatever else must hold; `said` says how the words were read.
    """

    root: Node
    said: tuple[Phrase, ...]
    only_about: bool


@dataclass(slots=True)
class _Walk:
    """One walk over the words, from left to right."""

    names: list[tuple[str, Node]] = field(default_factory=list)
    kept: list[Node] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    only_about: bool = True
    has_place: bool = False
    has_more: bool = False
    """Whether something is passed over that an account may tell: a kind of event, a word of it."""
    beside: int | None = None
    """Of how many words the name just before is; None where something parts it from the next."""


def has_about(root: Node | None) -> bool:
    """Tell whether a query has a word that only says that somebody is asked about."""
    if not isinstance(root, All):
        return False
    return any(_ABOUT.fullmatch(token.rstrip(",;")) for token in _tokens(root.parts))


def is_what_they_are(word: str) -> bool:
    """Tell whether a word says what somebody is: an office, a trade, a part in a case."""
    return _WHAT_THEY_ARE.fullmatch(word) is not None


def is_like_a_surname(word: str) -> bool:
    """Tell whether a word ends as the surnames of the country do."""
    return _LIKE_A_SURNAME.search(word) is not None


def names_among(root: Node | None, known: Known) -> Among | None:
    """Return the names among the plain words of a query; None where a word may be part of a name.

    None, too, where nothing but one name was typed.
    """
    parts = root.parts if isinstance(root, All) else (root,) if isinstance(root, Named) else ()
    tokens = _tokens(parts)
    if not 2 <= len(tokens) <= _MOST_TOKENS:
        return None
    walk = _Walk(kept=[part for part in parts if not _texts(part)])
    at = 0
    while at < len(tokens):
        length = _read(tokens, at, walk, known)
        if length == 0:
            return None
        at += length
    whole = len(walk.names) == 1 and walk.used == walk.names[0][0].split(" ")
    if not walk.names:
        return _places_among(walk)
    if whole and not walk.kept:
        return None
    people = [node for _, node in walk.names]
    either = people[0] if len(people) == 1 else OneOf(tuple(people))
    shown = [f'"{name}"' if " " in name else name for name, _ in walk.names]
    value = shown[0] if len(shown) == 1 else f"({' OR '.join(shown)})"
    said = [read_as(" ".join(walk.used), f"person:{value}")]
    said += [
        may_be(Meant(name, known.people(name)))
        for name, _ in walk.names
        if " " in name and not known.sure(name)
    ]
    return Among(
        All((either, *walk.kept)) if walk.kept else either,
        tuple(said),
        walk.only_about and not walk.kept,
    )


def _places_among(walk: _Walk) -> Among | None:
    """Return the places among words that no account has: `Актау новости`."""
    if not walk.has_place or not walk.used or walk.has_more:
        return None
    kept = tuple(walk.kept)
    return Among(kept[0] if len(kept) == 1 else All(kept), (leaving_out(walk.used),), False)


def _tokens(parts: tuple[Node, ...]) -> list[str]:
    return [text for part in parts for text in _texts(part)]


def _texts(node: Node) -> list[str]:
    """Return the plain words of a part: one, or those of a name with an initial."""
    if isinstance(node, Named):
        sides = (node.before, node.initials, node.after)
        return [text for side in sides if side is not None for text in side.text.split(" ")]
    return [node.text] if isinstance(node, Words) and is_plain(node) else []


def _read(tokens: list[str], at: int, walk: _Walk, known: Known) -> int:
    """Read the next name, place or other word; return of how many words it is, 0 for no reading."""
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        run = tokens[at : at + length]
        if length > 1 and any(token[0].isdigit() for token in run):
            if date_in(" ".join(run)) is not None:
                return _keep(walk, run)
            continue
        if length > _LONGEST_NAME or any(_parts(token) or is_little(token) for token in run[:-1]):
            continue
        text = " ".join(token.rstrip(",;") for token in run)
        if length > 1 and (found := _name(text, known)) is not None:
            return _add_name(walk, text, found, run, known)
        if length < 4 and not is_little(text) and known.is_place(text):
            walk.has_place = True
            return _keep(walk, run)
    token = tokens[at]
    text = token.rstrip(",;")
    if any(map(str.isdigit, text)):
        return _keep(walk, [text])
    if _is_passed_over(text, tokens, known):
        about = is_little(text) or _ABOUT.fullmatch(text) is not None
        walk.only_about &= about
        told = known.is_kind(text) or known.is_near(text) or is_like_a_surname(text)
        walk.has_more |= not about and told
        walk.used.append(token)
        walk.beside = None
        return 1
    if not text.endswith(".") and len(text) > 1 and (found := _name(text, known)) is not None:
        return _add_name(walk, text, found, [token], known)
    return 0


def _keep(walk: _Walk, run: list[str]) -> int:
    """Keep words that must hold, whoever is named; return how many they are."""
    walk.kept += [Words(token.rstrip(",;")) for token in run]
    walk.beside = None
    return len(run)


def _add_name(walk: _Walk, text: str, found: Node, run: list[str], known: Known) -> int:
    if walk.beside is not None and min(walk.beside, len(run)) == 1:
        both = (walk.names[-1][0], text)
        given = any(map(is_any_given_name, both))
        if given or walk.beside != len(run) or not all(map(known.is_surname, both)):
            # Жанболат Бокаев is one name, of somebody unknown, and not two; so may Мамай Бокаев be.
            return 0
    walk.names.append((text, found))
    walk.used += run
    walk.beside = None if _parts(run[-1]) else len(run)
    return len(run)


def _parts(token: str) -> bool:
    """Tell whether a word ends what belongs together: it is a joint, or has a comma behind it."""
    return token.lower() in JOINING or token.endswith((",", ";"))


def _name(text: str, known: Known) -> Node | None:
    """Return what finds those whom a name means; None where it means nobody."""
    if not (known.people(text) if " " in text else known.means_anybody(text)):
        return None
    return Field("person", Words(text, phrase=" " in text))


def _is_passed_over(word: str, tokens: list[str], known: Known) -> bool:
    """Tell whether a word is surely no part of a name."""
    if is_little(word) or _ABOUT.fullmatch(word) or _WHAT_THEY_ARE.fullmatch(word):
        return True
    if known.is_kind(word):
        return True
    if not word.islower() or is_any_given_name(word) or known.is_in_a_name(word):
        return False
    # In small letters beside a name in capitals; or a word of an account that names nobody.
    return any(token[:1].isupper() for token in tokens) or known.occurs(word)
