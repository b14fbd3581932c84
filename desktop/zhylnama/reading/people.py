"""The people that a paragraph names, each with all its names in the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from zhylnama.names.fold import romanised
from zhylnama.names.identity import Likeness, compare_names, is_slip
from zhylnama.reading.capitals import runs_of
from zhylnama.reading.declension import nominatives
from zhylnama.reading.groups import governed_by, groups_of
from zhylnama.reading.lexicon import Lexicon
from zhylnama.reading.mentions import MentionReader
from zhylnama.reading.named import Group, Mention, Named, Somebody
from zhylnama.reading.neighbours import Neighbours
from zhylnama.reading.nominative import case_asked_for, nominative_of
from zhylnama.reading.titles import Titles

# A longer one is no name of a person; a record could not hold it.
_LONGEST_NAME = 200


class PeopleReader:
    """Finds names by the words in `resources/reading/`. `is_place` tells the kind of a place."""

    def __init__(self, folder: Path, is_place: Callable[[str], str | None]) -> None:
        self.lexicon = Lexicon(folder, is_place)
        self.titles = Titles(folder)
        self._mentions = MentionReader(self.lexicon, self.titles)
        self._neighbours = Neighbours(self.lexicon)

    def read(self, text: str, start: int = 0) -> Named:
        """Return everybody named in a text after `start`, where its place ends."""
        runs = runs_of(text, self.lexicon, start)
        mentions = [mention for run in runs for mention in self._mentions.of_run(text, run)]
        mentions = self._neighbours.with_shared_surnames(text, mentions, runs)
        mentions = self._neighbours.with_lists(text, mentions, runs)
        mentions = self._neighbours.with_first_before_verb(text, mentions, start)
        mentions = self._neighbours.with_aliases(text, mentions, runs)
        mentions = [mention for mention in mentions if len(mention.name) <= _LONGEST_NAME]
        return self._people_of(text, mentions)

    def _people_of(self, text: str, mentions: list[Mention]) -> Named:
        people: list[Somebody] = []
        full_first = sorted(mentions, key=lambda m: (not m.full, m.start))
        for mention in full_first:
            who = None if mention.full else _alias_of(mention.name, people)
            if who is None:
                case = case_asked_for(text, mention)
                nominative, doubt = nominative_of(mention.name, self.lexicon, case)
                who = _same_as(nominative, mention.name, people)
                if who is None:
                    who = len(people)
                    people.append(Somebody(mention.name, nominative, [doubt] if doubt else []))
            mention.who = who
        kept = sorted(full_first, key=lambda m: m.start)
        order = list(dict.fromkeys(m.who for m in kept))
        people = [people[i] for i in order]
        for mention in kept:
            mention.who = order.index(mention.who)
            mention.governed = governed_by(text, mention, self.titles)
        groups = groups_of(text, kept, people)
        for group in groups:
            _share_role(group, people)
        return Named(people, kept, groups)


def _share_role(group: Group, people: list[Somebody]) -> None:
    """Give the role said at the head of a list to everybody in it."""
    shared = next((m.role for m in group.mentions if m.role), None)
    words = next((m.role_words for m in group.mentions if m.role), "")
    for mention in group.mentions:
        if mention.role is None and shared is not None and words:
            mention.role = shared if group.mentions[0].role == shared else None
        if mention.role:
            people[mention.who].roles.add(mention.role)


def _same_as(nominative: str, name: str, people: list[Somebody]) -> int | None:
    for i, other in enumerate(people):
        if other.name == name or other.nominative == nominative:
            return i
        if _is_same(nominative, other.nominative):
            return i
    return None


@lru_cache(maxsize=20_000)
def _is_same(one: str, other: str) -> bool:
    # Two names without a word in common are compared by nobody: that is the usual case in a list.
    if not {romanised(word) for word in one.split()} & {romanised(word) for word in other.split()}:
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
