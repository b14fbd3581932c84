"""Names that only the names around them tell: in a list, by a shared surname, by one word."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from zhylnama.names.fold import romanised
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.capitals import (
    CAPITAL,
    ONE_NAME_BEHIND,
    Run,
    Token,
    bare,
    between,
    gap,
    tokens_of,
    within_quotes,
    word_after,
    word_before,
)
from zhylnama.reading.names.declension import nominatives
from zhylnama.reading.names.forms import turned, undeclined
from zhylnama.reading.names.groups import GROUP_GAP
from zhylnama.reading.names.lexicon import Lexicon
from zhylnama.reading.names.named import Mention
from zhylnama.reading.names.nominative import has_cyrillic
from zhylnama.reading.names.plural import is_plural, of_one

_SHARING = re.compile(r"\s*(?:,|,?\s*and|,?\s*и|&)\s+", re.I)
_SHARED_SURNAME = re.compile(r"(?<=[\s.])[^\s.]+$")
_KIN_BEFORE = compile_sought(
    r"(?:brothers|sisters|spouses|couple|twins|братья|братьев|братьям|сестры|с[её]стры|сест[её]р|супруги|супругов)(?:-\w+)?\s+$",
    re.I,
)
# `Anna and Gleb Dik`: two given names at the head of what is said of both.
_AND: Final = re.compile(r"\s+(?:and|и|&)\s+", re.I)
_TWO: Final = 2
_ADJECTIVE = ("ий", "ый", "ой")
_AT_HEAD = re.compile(
    rf"[\s,.:;–—-]*(?P<name>[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w’'-]+){{1,2}})\s*,?\s*"
    r"(?=was\b|were\b|held\b|said\b|stated\b|reported\b|has been\b|Art|received\b|picketed\b|went\b|who\b|"
    r"ст\.|стать|задержан|арестован|оштрафован|приговор|провел|провёл|заявил|сообщил|вышел|вышла)"
)


class Neighbours:
    """Adds names to those that tell themselves, by what these are."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def with_shared_surnames(
        self, text: str, mentions: list[Mention], runs: list[Run]
    ) -> list[Mention]:
        """Add names whose surname stands once: `A. and S. Ivanov`, `Serik and Berik Ivanov`."""
        following: Mention | None = None
        begins = {mention.start: mention for mention in mentions}
        changed: dict[int, Mention] = {}
        for run in reversed(runs):
            begin, end = run[0].start, run[-1].end
            alone = self._is_given(run[-1].word) and all(one.kind == "stop" for one in run[:-1])
            if alone:
                begin = run[-1].start  # `Brothers Serik and …`
            own = begins.get(begin)
            if own is not None and not (alone and not own.full):
                following = own
                continue
            if following is None or following.start < end:
                following = own or following
                continue
            surname = _SHARED_SURNAME.search(following.name)
            shared = surname is not None and (
                all(token.kind == "initial" for token in run)
                or (alone and _KIN_BEFORE.search(text, max(0, begin - 30), begin) is not None)
                or (alone and self._is_shared(text, run[-1], following, mentions))
            )
            if surname is None or not shared or not _SHARING.fullmatch(text, end, following.start):
                following = own or following
                continue
            given = " ".join(text[begin:end].split())
            if is_plural(surname[0]):
                # The one behind bears it, too.
                first = following.name[: surname.start()].strip()
                if " " not in first and following.full:
                    name = f"{first} {of_one(surname[0], first)}"
                    changed[following.start] = replace(following, name=name)
            following = Mention(begin, end, f"{given} {surname[0]}", full=True)
            changed[begin] = replace(following, name=f"{given} {of_one(surname[0], given)}")
        if not changed:
            return mentions
        return sorted((begins | changed).values(), key=_start)

    def _is_shared(
        self, text: str, given: Token, following: Mention, mentions: list[Mention]
    ) -> bool:
        """Whether a given name alone has the surname of the next: `Anna and Gleb Dik were fined`."""
        own = following.name.split()
        if len(own) != _TWO or not self._is_given(own[0]):
            return False
        if self._cases_of(own[0]).isdisjoint(self._cases_of(given.word)):
            return False  # `мама Серика и Берик Омаров`
        if self._lexicon.is_given(own[1]) or not _AND.fullmatch(text, given.end, following.start):
            return False
        # `Anna Petrova came. Anna and Gleb Dik …`: she is known by another surname.
        return not any(given.word in other.name.split() for other in mentions if other.full)

    def _is_given(self, word: str) -> bool:
        """Whether a word is a given name, in any case."""
        return self._lexicon.is_given(word) or any(
            self._lexicon.is_given(form) for form, _ in nominatives(word)
        )

    def _cases_of(self, given: str) -> set[str]:
        """Return the cases that a given name may stand in; in Latin letters it has one."""
        if not has_cyrillic(given):
            return {"nom"}
        small = given.casefold()
        ways = {base: forms for base, forms in turned(small) if self._lexicon.is_given(base)}
        cases = {form.split()[0] for forms in ways.values() for form in forms}
        sex = self._lexicon.sex_of(given)
        if sex == "male":
            return cases | {"nom"}
        return cases if sex is None else cases | {form.split()[0] for form in undeclined(small)}

    def with_lists(self, text: str, mentions: list[Mention], runs: list[Run]) -> list[Mention]:
        """Add names that only their neighbours tell: foreign or rare ones inside a list of names."""
        if not mentions:
            return mentions
        extra: list[Mention] = []
        for run, begin, end, neighbours in between(runs, mentions):
            near = [m for m in neighbours if GROUP_GAP.fullmatch(text, *gap(m, begin, end))]
            if not near:
                continue
            kinds = [token.kind for token in run]
            # `S. Umarov, A. Ten and I. May`: beside an initial even a word like Ten is a name.
            initialled = sorted(kinds) == ["initial", "stop"]
            if len(run) > 3 or "acronym" in kinds or ("stop" in kinds and not initialled):
                continue
            if self._lexicon.is_place(text[begin:end]) or within_quotes(text, begin, end):
                continue
            # `the site Kaspi Tynysy, A`: a name of something stands right behind the word for it.
            outlet = "given" not in kinds and word_before(text, begin) in self._lexicon.outlets
            if outlet and ONE_NAME_BEHIND.match(text, end):
                continue
            if len(run) > 1 or sum(not m.full for m in near) > (kinds[0] == "unknown"):
                extra.append(Mention(begin, end, text[begin:end], len(run) > 1))
        return sorted([*mentions, *extra], key=_start) if extra else mentions

    def with_aliases(self, text: str, mentions: list[Mention], runs: list[Run]) -> list[Mention]:
        """Add single words by which somebody is meant whom the paragraph names in full."""
        words: set[str] = set()
        for mention in mentions:
            if mention.full:
                for word in mention.name.split():
                    if len(word) > 1 and not word.endswith("."):
                        words |= _keys_of(word)
        if not words:
            return mentions
        extra: list[Mention] = []
        for run, *_ in between(runs, mentions):
            if (other := self._relative_in(run, words)) is not None:
                extra.append(other)
                continue
            for token in run:
                if token.kind == "initial" or words.isdisjoint(_keys_of(token.word)):
                    continue
                begin, word = token.start, bare(token.word)
                end = begin + len(word)
                if not self._is_thing(text, begin, end):
                    extra.append(Mention(begin, end, word, full=False))
        return sorted([*mentions, *extra], key=_start) if extra else mentions

    def _relative_in(self, run: Run, words: set[str]) -> Mention | None:
        """Return a name that shares a word with somebody's and has another: `Ermukan Laila`."""
        if len(run) != 2 or any(token.kind == "initial" for token in run):
            return None
        known = [romanised(bare(token.word)) in words for token in run]
        kinds = [token.kind for token in run]
        if sum(known) != 1 or "stop" in kinds or "acronym" in kinds:
            return None
        begin, last = run[0].start, bare(run[1].word)
        end = run[1].start + len(last)
        return Mention(begin, end, f"{run[0].word} {last}", full=True)

    def _is_thing(self, text: str, begin: int, end: int) -> bool:
        """Whether a name belongs to a street, a court, a prize …, by the word beside it."""
        after = word_after(text, end)
        if after == "суд" and not text[begin:end].endswith(_ADJECTIVE):
            after = ""  # `Омарова суд арестовал`
        return (
            after in self._lexicon.things or word_before(text, begin) in self._lexicon.things_before
        )

    def with_first_before_verb(
        self, text: str, mentions: list[Mention], start: int
    ) -> list[Mention]:
        """Add a name of unknown words at the head of the sentence, before what was done."""
        if any(m.start < start + 60 for m in mentions):
            return mentions
        match = _AT_HEAD.match(text, start)
        if match is None or any(m.start < match.end("name") for m in mentions):
            return mentions
        tokens = list(tokens_of(text, self._lexicon, *match.span("name")))
        kinds = [token.kind for token in tokens]
        if len(tokens) < 2 or any(kind in ("stop", "acronym") for kind in kinds):
            return mentions
        if any(self._lexicon.is_place(token.word) for token in tokens):
            return mentions
        begin, end = match.span("name")
        return [Mention(begin, end, text[begin:end], True), *mentions]


@lru_cache(maxsize=20_000)
def _keys_of(word: str) -> frozenset[str]:
    """Return what a word is called by: itself, and what it may be in the nominative."""
    word = bare(word)
    return frozenset(romanised(form) for form in (word, *(form for form, _ in nominatives(word))))


def _start(mention: Mention) -> int:
    return mention.start
