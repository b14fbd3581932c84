"""The people that a paragraph names, each with all its names in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from zhylnama.names.fold import romanised
from zhylnama.names.identity import Likeness, compare_names, is_slip
from zhylnama.names.unlike import are_unlike, pair_of
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.capitals import runs_of
from zhylnama.reading.names.declension import nominatives
from zhylnama.reading.names.government import ANY, Demand, Government
from zhylnama.reading.names.groups import GROUP_GAP, OF_EACH_OTHER, governed_by, groups_of
from zhylnama.reading.names.lexicon import Lexicon
from zhylnama.reading.names.mentions import MentionReader
from zhylnama.reading.names.named import Group, Mention, Named, Somebody
from zhylnama.reading.names.neighbours import Neighbours
from zhylnama.reading.names.nominative import NominativeReader, has_cyrillic
from zhylnama.reading.names.order import tell_orders
from zhylnama.reading.names.sexes import tell_sexes
from zhylnama.reading.names.titles import Titles

# A longer one is no name of a person; a record could not hold it.
_LONGEST_NAME = 200
_PLURAL: Final = re.compile(r"(?:s|men|women|ы|и|ов|ей|ам|ям|ами|ями|ых|их|ым|им)$")
_LONGEST_GAP: Final = 80
# A word that more people of one paragraph share than this tells nobody from the others.
_MOST_SHARING: Final = 50


# `мать осуждённого А Б`: between her and his name stand words for him.
_OF_WHOM: Final = compile_sought(
    r"(?<!\w)(?:мать|матери|матерью|отец|отц[ауе]|жен[аыуе]|женой|муж[ауе]?м?|супруг[аиуе]?|супругой|мам[аыуе]|невест[аыуе]|представител[ьяю]|представительниц[аыуе]|соратни(?:к|ка|ца|цу)|сестр[аыуе]|сестрой|брат[ауе]?|сын[ауе]?|доч(?:ь|ери|ерью)|вдов[аыуе]|адвокат[ауе]?|защитни(?:к|ка|ку|ца|цу|цы)|бабушк[аиуе]|дедушк[аиуе]|родственни(?:к|ка|ца|цу)|коллег[аиуе]|подруг[аиуе]|друг[ау]?)"
    r"(?=\s(?:[а-яё-]+\s+){0,3}$)"
)
_FURTHEST_HEAD: Final = 60


_OWNED: Final = Demand(frozenset(("gen",)), firm=True)


class PeopleReader:
    """Finds names by the words in `resources/reading/`. `is_place` tells the kind of a place."""

    def __init__(self, folder: Path, is_place: Callable[[str], str | None]) -> None:
        self.lexicon = Lexicon(folder, is_place)
        self.titles = Titles(folder)
        self._government = Government(folder)
        self._mentions = MentionReader(self.lexicon, self.titles, self._government)
        self._neighbours = Neighbours(self.lexicon)
        self._nominatives = NominativeReader(self.lexicon)

    def read(self, text: str, start: int = 0) -> Named:
        """Return everybody named in a text after `start`, where its place ends."""
        runs = runs_of(text, self.lexicon, start)
        mentions = [mention for run in runs for mention in self._mentions.of_run(text, run)]
        mentions = self._neighbours.with_shared_surnames(text, mentions, runs)
        mentions = self._neighbours.with_lists(text, mentions, runs)
        mentions = self._neighbours.with_first_before_verb(text, mentions, start)
        mentions = self._neighbours.with_aliases(text, mentions, runs)
        mentions = [mention for mention in mentions if len(mention.name) <= _LONGEST_NAME]
        _tell_whose(text, mentions)
        return self._people_of(text, mentions)

    def _people_of(self, text: str, mentions: list[Mention]) -> Named:
        people: list[Somebody] = []
        by_word: dict[str, list[int]] = {}
        full_first = sorted(mentions, key=lambda m: (not m.full, m.start))
        demands = self._demands(text, mentions)
        beside = frozenset(word for mention in mentions for word in mention.name.split())
        for mention in full_first:
            who = None if mention.full else _called_also(text, mention, mentions)
            if who is None and not mention.full:
                who = _alias_of(mention.name, people)
            if who is None:
                demand = demands.get(mention.name, ANY)
                read = self._nominatives.read(mention.name, demand, beside)
                keys = _keys_of(read.name, mention.name)
                who = _same_as(read.name, mention.name, people, keys, by_word)
                if who is None:
                    who = len(people)
                    for key in keys:
                        by_word.setdefault(key, []).append(who)
                    doubts = [read.doubt] if read.doubt else []
                    people.append(
                        Somebody(mention.name, read.name, doubts, read.others, sex=read.sex)
                    )
            mention.who = who
        _initials_told(text, full_first, people)
        kept = sorted(full_first, key=lambda m: m.start)
        order = list(dict.fromkeys(m.who for m in kept))
        people = [people[i] for i in order]
        places = {who: place for place, who in enumerate(order)}
        for mention in kept:
            mention.who = places[mention.who]
            mention.governed = governed_by(text, mention, self.titles)
        groups = groups_of(text, kept, people)
        for group in groups:
            _share_role(group, people)
        tell_orders(people, kept, groups, self.lexicon)
        tell_sexes(text, kept, people)
        return Named(people, kept, groups)

    def _demands(self, text: str, mentions: list[Mention]) -> dict[str, Demand]:
        """Return for each Cyrillic name what the words around ask of it, where it is surest.

        The names of a list hang on the same word, and stand in the same case.
        """
        found: dict[str, Demand] = {}
        # `мать Руслана Омарова Ирина Омарова`: of two names in a row the first is whose mother it is.
        starts = {m.start for m in mentions if m.full}
        owned = {m.end for m in mentions if m.full and m.end + 1 in starts and text[m.end] == " "}
        # What is said of the second hangs on what stands before both, and not on the first.
        text = _without_owned(text, [m for m in mentions if m.end in owned])
        for chain in _chains(text, [m for m in mentions if has_cyrillic(m.name)]):
            listed = len(chain) > 1 and (
                "," not in text[chain[-2].end : chain[-1].start]
                or text[: chain[0].start].endswith(": ")
            )
            alone = len(chain) == 1
            cases = self._nominatives.cases_of(chain[0].name)
            for mention in chain[1:]:
                cases &= self._nominatives.cases_of(mention.name)
            for at, mention in enumerate(chain):
                demand = self._government.demand(
                    text, chain[0].start, mention.end, alone=alone, last=chain[-1].end
                )
                if listed and cases:
                    demand = demand.in_one_of(cases)
                elif at and not listed:
                    demand = self._government.demand(text, mention.start, mention.end)
                if mention.end in owned:
                    demand = _OWNED
                earlier = found.get(mention.name, ANY)
                if demand.weight >= earlier.weight:
                    found[mention.name] = demand
        return found


def _without_owned(text: str, owned: list[Mention]) -> str:
    """Return a text with blanks for whose mother somebody is: `мать              Ирина Омарова`."""
    for mention in owned:
        head = _OF_WHOM.search(text, max(0, mention.start - _FURTHEST_HEAD), mention.start)
        begin = head.end() if head is not None else mention.start
        text = f"{text[:begin]}{' ' * (mention.end - begin)}{text[mention.end :]}"
    return text


def _tell_whose(text: str, mentions: list[Mention]) -> None:
    """Give the role before two names in a row to the second: `адвокат Ирины Юн Илья Орлов`."""
    for first, second in pairwise(sorted(mentions, key=lambda m: m.start)):
        beside = text[first.end : second.start] == " " and first.full and second.full
        if beside and first.role in ("lawyer", "relative") and second.role in (None, first.role):
            second.role, first.role, first.role_words = first.role, None, ""


def _chains(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Return the names that stand in lists together, by commas and `и`."""
    chains: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        last = chains[-1][-1] if chains else None
        if (
            last is not None
            and mention.start - last.end < _LONGEST_GAP
            and GROUP_GAP.fullmatch(text, last.end, mention.start)
        ):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains


def _share_role(group: Group, people: list[Somebody]) -> None:
    """Give the role said at the head of a list to everybody in it."""
    shared = next((m.role for m in group.mentions if m.role), None)
    words = next((m.role_words for m in group.mentions if m.role), "")
    if shared == "relative" and len(group.mentions) > 1 and words.lower() in OF_EACH_OTHER:
        # `супруги Исмаилов Расул и Исмаилова Лейла`: they are nobody else's.
        shared = "plain"
        for mention in group.mentions:
            mention.role = shared
    if shared == "official" and not _PLURAL.search(words):
        shared = None  # `Captain A and B was taken into custody`
    for mention in group.mentions:
        if mention.role is None and shared is not None and words:
            mention.role = shared if group.mentions[0].role == shared else None
        if mention.role:
            people[mention.who].roles.add(mention.role)


def _called_also(text: str, mention: Mention, mentions: list[Mention]) -> int | None:
    """Return whose other surname stands in brackets behind a name: `Laura Sultan (Omarova)`."""
    if text[mention.start - 1 : mention.start] != "(" or text[mention.end : mention.end + 1] != ")":
        return None
    before = [m for m in mentions if m.full and m.end <= mention.start]
    last = max(before, key=lambda m: m.end, default=None)
    return last.who if last is not None and text[last.end : mention.start] == " (" else None


def _keys_of(nominative: str, name: str) -> set[str]:
    words = {romanised(word) for word in (*nominative.split(), *name.split())}
    return words | {nominative, name}  # whole names, too: those are found however many share a word


def _same_as(
    nominative: str,
    name: str,
    people: list[Somebody],
    keys: set[str],
    by_word: dict[str, list[int]],
) -> int | None:
    """Return the first who has the name; whoever shares no word with it is not asked."""
    sharing = [by_word.get(key, []) for key in keys]
    near = {i for some in sharing if len(some) <= _MOST_SHARING for i in some}
    for i in sorted(near or set(min(sharing, key=len, default=[])[:_MOST_SHARING])):
        other = people[i]
        if other.name == name or other.nominative == nominative:
            return i
        if _is_same(nominative, other.nominative):
            return i
    return None


def _initials_told(text: str, mentions: list[Mention], people: list[Somebody]) -> None:
    """Take a name with an initial as that of the only one whose name in full fits: `M. Bokayev`.

    Who stands next to each other in a list are two people, whatever their names.
    """
    initialled = {
        i: match
        for i, somebody in enumerate(people)
        if (match := _INITIALLED.match(somebody.nominative)) is not None
    }
    if not initialled:
        return
    in_full: dict[str, list[int]] = {}
    for j, other in enumerate(people):
        if j not in initialled:
            for word in set(other.nominative.casefold().split()):
                in_full.setdefault(word, []).append(j)
    by_person: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_person.setdefault(mention.who, []).append(mention)
    for i, match in initialled.items():
        surname = (match["surname"] or match["before"]).casefold()
        initial = (match["initial"] or match["after"]).casefold()
        near = in_full.get(surname, [])
        if len(near) > _MOST_SHARING:
            continue
        fits = [j for j in near if _has_initial(people[j], surname, initial)]
        if len(fits) != 1 or _are_listed(text, [*by_person[i], *by_person[fits[0]]]):
            continue
        mine, theirs = by_person[i], by_person[fits[0]]
        if min(m.start for m in mine) < min(m.start for m in theirs):
            people[fits[0]].name = people[i].name
        for mention in mine:
            mention.who = fits[0]
        theirs += mine


def _has_initial(other: Somebody, surname: str, initial: str) -> bool:
    """Whether a name in full has an initial; the surname is the same to the letter."""
    rest = [word for word in other.nominative.casefold().split() if word != surname]
    return bool(rest) and rest[0].startswith(initial)


def _are_listed(text: str, mentions: list[Mention]) -> bool:
    inside = sorted(mentions, key=lambda m: m.start)
    return any(
        one.who != other.who and _LISTED.fullmatch(text, one.end, other.start)
        for one, other in pairwise(inside)
    )


_LISTED: Final = re.compile(r"\s*(?:,|,?\s*(?:and|и|және))\s*")
# `M. Bokayev`, `Bokayev M.`: one initial beside a surname.
_INITIALLED: Final = re.compile(
    r"(?:(?P<initial>[^\W\d_]{1,2})\.\s?(?P<surname>[^\W\d_][\w’'-]+)"
    r"|(?P<before>[^\W\d_][\w’'-]+)\s(?P<after>[^\W\d_]{1,2})\.?)$"
)


@lru_cache(maxsize=20_000)
def _is_same(one: str, other: str) -> bool:
    # Two names without a word in common are compared by nobody: that is the usual case in a list.
    words, others = ({romanised(word) for word in name.split()} for name in (one, other))
    if not words & others:
        return False
    if words == others:
        return True  # `A. Zhumanov` and `Zhumanov A.` too
    if are_unlike(pair_of(one), pair_of(other)):
        return False
    return compare_names(one, other).likeness is Likeness.SAME


def _alias_of(word: str, people: list[Somebody]) -> int | None:
    """Return whom a single word means: a person named with it in full in the same paragraph."""
    key = romanised(word)
    forms = {key, *(romanised(form) for form, _ in nominatives(word))}
    found: list[int] = []
    slips: list[int] = []
    for i, person in enumerate(people):
        keys = [romanised(w) for w in person.nominative.replace("-", " ").split()] + [
            romanised(w) for w in person.name.split()
        ]
        if forms & set(keys):
            found.append(i)
        elif any(is_slip(key, other) for other in keys):
            slips.append(i)
    if found:
        return found[0]
    return slips[0] if len(slips) == 1 else None
