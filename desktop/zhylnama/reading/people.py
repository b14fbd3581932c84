"""The people that a paragraph names: names in any order, with initials or patronymic.

A name is a run of words in capitals of which one at least is known as a given name or ends as
surnames do; foreign names are taken where a word beside them says that somebody is meant. Streets,
courts and prizes that bear a name are not people.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from zhylnama.names.fold import romanised
from zhylnama.names.identity import Likeness, compare_names, is_slip
from zhylnama.reading.declension import Sex, is_oblique, nominatives
from zhylnama.reading.patterns import lowered

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽƏА-ЯЁӘҒҚҢӨҰҮҺІЇЄ"
_TOKEN = re.compile(
    rf"(?P<initial>(?<![\w.])(?!U\.S\.|U\.K\.|U\.N\.|E\.U\.)(?:(?:[{_CAPITAL}]|Zh|Sh|Ch|Kh|Ye|Yu|Ya|Ts|Yo|Дж)\.){{1,2}}(?!\w\.\w\.))"
    rf"|(?P<word>[{_CAPITAL}](?:[^\W\d_]|[’'ʼ](?=[^\W\d_])|-(?=[{_CAPITAL}]?[^\W\d_]))*)"
)
_POSSESSIVE = re.compile(r"[’'ʼ]s$")
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]{1,80}[»”\"]")
_SENTENCE_END = re.compile(r"[.!?:]\W*$|^\W*$")
_BEFORE_WORD = re.compile(r"([\w.’'-]+)[\s“\"«]*$")
_AFTER_WORD = re.compile(r"[\s]*([\w’'.]+)")
GROUP_GAP: Final = re.compile(
    r"\s*(?:\([^()]{0,80}\))?\s*(?:[,;]\s*(?:and|и|а также|as well as)?|and|и|&|as well as|а также)\s+",
    re.I,
)


@dataclass(slots=True)
class Mention:
    """A name at a place in the text. `who` is the index of the person in `Named.people`."""

    start: int
    end: int
    name: str
    full: bool
    role: str | None = None
    role_words: str = ""
    governed: str | None = None
    who: int = -1


@dataclass(slots=True)
class Somebody:
    """A person of one paragraph: the spelling printed first, and the name in the nominative."""

    name: str
    nominative: str
    doubts: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Group:
    """Names in one list: `A, B and C`."""

    mentions: list[Mention]

    @property
    def start(self) -> int:
        """Where the list begins in the text."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where the list ends in the text."""
        return self.mentions[-1].end

    @property
    def people(self) -> list[int]:
        """The people of the list, each once."""
        return list(dict.fromkeys(mention.who for mention in self.mentions))


@dataclass(slots=True)
class Named:
    """Everybody whom a paragraph names."""

    people: list[Somebody]
    mentions: list[Mention]
    groups: list[Group]


class PeopleReader:
    """Finds names by the words in `resources/reading/`. `is_place` tells the kind of a place."""

    def __init__(self, folder: Path, is_place: Callable[[str], str | None]) -> None:
        names = tomllib.loads((folder / "names.toml").read_text("utf-8"))
        beside = tomllib.loads((folder / "people.toml").read_text("utf-8"))
        self._given: dict[str, Sex] = {}
        for sex in ("female", "male"):
            for name in names[sex].split():
                key = romanised(name)
                self._given[key] = "either" if self._given.get(key, sex) != sex else sex
        self._surname = re.compile(names["surname"])
        self._ends_given = re.compile(names["given"])
        self._not_names = frozenset(beside["words"]["not_names"].split())
        self._things = frozenset(beside["words"]["things"])
        self._things_before = frozenset(beside["words"]["things_before"])
        self._monuments = frozenset(beside["words"]["monuments"])
        self._roles = {
            phrase: category for category, phrases in beside["roles"].items() for phrase in phrases
        }
        self._role_words = frozenset(phrase.split()[-1].rstrip(".") for phrase in self._roles)
        self._role_begins = frozenset(_WORDS.match(phrase)[0] for phrase in self._roles)  # type: ignore[index]
        alternatives = "|".join(re.escape(p) for p in sorted(self._roles, key=len, reverse=True))
        self._role_before = re.compile(
            rf"({alternatives})(?P<between>(?:\s+(?:of|from|for|in|the|at|по|из|в|города|области|района|партии|движения)\s+[^,.;:()]{{1,70}}"
            rf"|(?:\s+[а-яё-]*(?:ии|ия|ой|ей|их|ых|ого|его|дел|ов|ев|ства|та|да|ра|сти|туры|ры|ны|ки)){{1,4}}(?=\s)|\s+[«“\"][^»”\"]{{1,40}}[»”\"]|\s+(?-i:[A-ZА-ЯЁ])[\w.-]*){{0,2}})[\s«“\"]*$",
            re.I,
        )
        self._role_first = re.compile(rf"(?:first\s+|former\s+)?({alternatives})(?![\w-])", re.I)
        self._role_at_end = re.compile(rf"(?<![\w-])({alternatives})[\s«“\"]*$", re.I)
        self._role_apposed = re.compile(
            rf"(?:^|[.;,]\s+)(?:(?:the|its|his|her|their|an?|его|её|ее|их)\s+)?({alternatives}),\s*$",
            re.I,
        )
        self._role_after = re.compile(
            rf"\s*(?:\([^)]{{0,60}}\)\s*)?[,–—-]\s*(?:who is\s+)?(?:(?:a|an|the|his|her|первый|бывший|известный)\s+)?(?:[\w’'-]+\s+){{0,2}}?({alternatives})(?![\w-])",
            re.I,
        )
        self._is_place = lru_cache(maxsize=20_000)(is_place)
        self.kind_of = lru_cache(maxsize=50_000)(self._kind_of)

    def holds_office(self, titles: tuple[str, ...]) -> bool:
        """Whether one of somebody's known titles is a public office."""
        return any(
            (match := self._role_first.match(title))
            and self._roles[match[1].casefold()] == "official"
            for title in titles
        )

    # -- Words ---------------------------------------------------------------------------------

    def _kind_of(self, word: str) -> str:
        """Return what a word in capitals can be: given, surname, stop, acronym, unknown."""
        bare = _POSSESSIVE.sub("", word)
        if word in self._not_names or bare in self._not_names:
            return "stop"
        if len(bare) > 1 and bare.isupper() and (len(bare) < 4 or not self._known(bare)):
            return "acronym"
        if len(bare) < 2 or (
            sum(map(str.isupper, bare[1:])) > 1 + bare.count("-") and not bare.isupper()
        ):
            return "acronym" if len(bare) > 1 else "stop"
        return self._known(bare) or "unknown"

    def _known(self, word: str) -> str | None:
        forms = [word, *(form for form, _ in nominatives(word))] if word[-1] > "\u0400" else [word]
        for form in forms:
            if romanised(form) in self._given:
                return "given"
        for form in forms:
            key = romanised(form)
            if self._surname.search(key):
                return "surname"
            if self._ends_given.search(key):
                return "given"
        if "-" in word and all(self._known(part) for part in word.split("-") if part):
            return "given"
        return None

    def sex_of(self, word: str) -> Sex | None:
        """Return the sex that a given name tells, None where it is not known."""
        return self._given.get(romanised(word))

    def is_given(self, word: str) -> bool:
        """Whether a word is a known given name."""
        return romanised(word) in self._given

    # -- Mentions ------------------------------------------------------------------------------

    def read(self, text: str, start: int = 0) -> Named:
        """Return everybody named in a text after `start`, where its place ends."""
        runs = _runs(text, start)
        mentions: list[Mention] = []
        for run in runs:
            mentions += self._of_run(text, run)
        mentions = self._with_shared_surnames(text, mentions, runs)
        mentions = self._with_lists(text, mentions, runs)
        mentions = self._by_verb(text, mentions, start)
        mentions = self._with_aliases(text, mentions, runs)
        # No name of a person; a record could not hold it.
        mentions = [mention for mention in mentions if len(mention.name) <= 200]
        return _people_of(text, mentions, self)

    def _of_run(self, text: str, run: list[re.Match[str]]) -> list[Mention]:
        """Return the names in one run of words in capitals."""
        found: list[Mention] = []
        part: list[tuple[re.Match[str], str]] = []
        for at, token in enumerate([*run, None]):
            kind = "end" if token is None else self._token_kind(token)
            if kind in ("stop", "acronym") and token is not None and self._is_surname_too(run, at):
                kind = "surname"
            if kind in ("end", "stop", "acronym"):
                if part:
                    after = None if token is None else token[0]
                    found += self._of_part(text, part, after)
                part = []
            elif token is not None:
                part.append((token, kind))
        return found

    def _is_surname_too(self, run: list[re.Match[str]], at: int) -> bool:
        """Whether a word is a surname beside a given name: `Pavel Ten`, `LITVIN Pavel`."""
        word = run[at][0]
        if word not in _SHORT_SURNAMES and not (word.isupper() and len(word) > 3):
            return False
        beside = run[max(0, at - 1) : at] + run[at + 1 : at + 2]
        return any(not one["initial"] and self.is_given(one[0]) for one in beside)

    def _token_kind(self, token: re.Match[str]) -> str:
        return "initial" if token["initial"] else self.kind_of(token[0])

    def _of_part(
        self, text: str, part: list[tuple[re.Match[str], str]], after: str | None
    ) -> list[Mention]:
        """Return the names in words in capitals of which none is known to be something else."""
        if after is not None and _POSSESSIVE.sub("", after).casefold() in self._things:
            return []
        alone = part[0][0] if len(part) == 1 else None
        if alone is not None and (
            _TO_MONUMENT.search(text, max(0, alone.start() - 40), alone.start())
            or self._stands_before_monument(text, alone.end())
        ):
            return [Mention(alone.start(), alone.end(), alone[0], full=False)]
        while part and part[0][1] != "initial" and self._stands_for_place(part, 0):
            part = part[1:]
        while part and len(part) != 2 and self._stands_for_place(part, len(part) - 1):
            part = part[:-1]
        initials = [kind == "initial" for _, kind in part]
        if initials in ([False, True, False, True], [False, True, False]):
            # `…, Utepbergen S. Shaikenov D. and`: two sentences, two names.
            return self._of_part(text, part[:2], None) + self._of_part(text, part[2:], after)
        if (
            len(part) > 2
            and part[0][1] == "unknown"
            and _SENTENCE_END.search(text[max(0, part[0][0].start() - 40) : part[0][0].start()])
        ):
            part = part[1:]
        if not part:
            return []
        if len(part) == 4 and all(kind != "initial" for _, kind in part):
            return self._of_part(text, part[:2], None) + self._of_part(text, part[2:], after)
        if len(part) > 4:
            return []
        mention = self._one_name(text, part)
        return [] if mention is None else [mention]

    def _stands_before_monument(self, text: str, end: int) -> bool:
        """Whether `monument` follows: `at the Abay monument`, which names a town, too."""
        after = _AFTER_WORD.match(text, end)
        return after is not None and after[1].casefold().rstrip(".") in self._monuments

    def _stands_for_place(self, part: list[tuple[re.Match[str], str]], at: int) -> bool:
        token, kind = part[at]
        if kind == "initial" or not self._is_place(_POSSESSIVE.sub("", token[0])):
            return False
        # `Altai Kulginov` and `Temirlan Yensebek` bear the names of small places, too;
        # `Nur-Sultan Altai Kulginov` begins with a city.
        large = self._is_place(_POSSESSIVE.sub("", token[0])) in _LARGE
        return len(part) == 1 or (
            large and (kind == "unknown" or (len(part) > 2 and "-" in token[0]))
        )

    def _one_name(self, text: str, part: list[tuple[re.Match[str], str]]) -> Mention | None:
        begin, end = part[0][0].start(), part[-1][0].end()
        kinds = [kind for _, kind in part]
        last = part[-1][0][0]
        possessive = _POSSESSIVE.search(last)
        if possessive:
            end -= len(possessive[0])
        if kinds[-1] == "initial" and kinds.count("initial") == len(kinds):
            return None
        before = text[max(0, begin - 30) : begin]
        word_after = _AFTER_WORD.match(text, end)
        after = word_after[1].casefold().rstrip(".") if word_after else ""
        word_before = _BEFORE_WORD.search(before)
        previous = word_before[1].casefold() if word_before else ""
        # `Inga Imanbai park…`: the name belongs to a thing.
        thing = after in self._things and (not after.startswith("суд") or _ADJECTIVE.search(last))
        if not possessive and thing and text[end : end + 1] == " ":
            return None
        role = self._role_of(text, begin, end)
        # `фонда Абая`; but `директору фонда Ольге Ивановой`.
        leads = role is not None and len(kinds) > 1 and "given" in kinds
        if previous in self._things_before and not leads:
            return None
        known = sum(kind in ("given", "surname") for kind in kinds)
        initials = kinds.count("initial")
        words = len(kinds) - initials
        name = text[begin:end]
        mention = Mention(begin, end, " ".join(name.split()), words + initials > 1)
        mention.role, mention.role_words = role if role else (None, "")
        if initials and words:
            # An initial and an unknown word: `A. Mubarakov`, but not `U.S. Senate`.
            return mention if words <= 2 else None
        if words == 1:
            return mention if self._single(text, mention, kinds[0], previous, after) else None
        if known or role is not None:
            quoted = _within_quotes(text, begin, end)
            return None if quoted else mention
        return None

    def _single(self, text: str, mention: Mention, kind: str, previous: str, after: str) -> bool:
        """Whether a word alone is a surname: it ends like one, or stands after a role."""
        hyphened = "-" in mention.name and not mention.name.isupper()
        if hyphened and _DONE_TO.match(text, mention.end):
            return True
        if kind == "unknown":
            if _within_quotes(text, mention.start, mention.end):
                return False  # `a journalist of “Sarapshy”`
            return bool(mention.role) and self._direct_role(text, mention.start)
        if mention.name.isupper() or _within_quotes(text, mention.start, mention.end) == "title":
            return False
        near = text[max(0, mention.start - 40) : mention.start]
        if after in self._monuments or _TO_MONUMENT.search(near):
            return True
        if self._is_place(mention.name):
            return False
        if kind == "given":
            direct = bool(mention.role) and self._direct_role(text, mention.start)
            return direct or "-" in mention.name
        strict = re.search(
            r"(?:[oe]v|[oe]va|uli|kizi|gizi|nko|skii?|taev|baev)$", romanised(mention.name)
        )
        return bool(strict) or bool(mention.role)

    def _has_role_word(self, text: str) -> bool:
        """Whether any word of a text ends a phrase for a role; far quicker than the patterns."""
        return not self._role_words.isdisjoint(_WORDS.findall(text.casefold()))

    def _role_in(self, clause: str) -> re.Match[str] | None:
        """Return the first words for a role after which nothing but their complement follows."""
        found = None
        for word in _WORDS.finditer(lowered(clause)):
            if word[0] not in self._role_begins:
                continue
            match = self._role_before.match(clause, word.start())
            if match is None:
                continue
            found = match
            if not match["between"].strip() or self._roles[match[1].casefold()] != "relative":
                break  # `mother of political prisoner X` says nothing of X but the last words
        return found

    def _role_of_list(self, text: str, begin: int) -> tuple[str, str] | None:
        """Return the role of a list: `five political prisoners in Kazakhstan: A, B and C`."""
        clauses = _CLAUSES.split(text[max(0, begin - 140) : begin])
        if len(clauses) < 2 or text[:begin].rstrip()[-1:] != ":":
            return None
        found = None
        for word in _WORDS.finditer(lowered(clauses[-2])):
            if word[0] in self._role_begins:
                match = self._role_first.match(clauses[-2], word.start())
                found = match or found
        return (self._roles[found[1].casefold()], found[1]) if found else None

    def _direct_role(self, text: str, begin: int) -> bool:
        return self._role_at_end.search(text, max(0, begin - 60), begin) is not None

    def role_right_before(self, before: str) -> int | None:
        """Return where the words for a role begin that end a text, None where none do."""
        words = before.rstrip(' “«"').rsplit(None, 1)
        if not words or words[-1].casefold().rstrip(".") not in self._role_words:
            return None
        found = self._role_at_end.search(before, max(0, len(before) - 60))
        return found.start(1) if found else None

    def _role_of(self, text: str, begin: int, end: int) -> tuple[str, str] | None:
        """Return the category of the words that say who a name is, and these words."""
        clause = _CLAUSES.split(text[max(0, begin - 110) : begin])[-1]
        before = self._role_in(clause) if self._has_role_word(clause) else None
        if before is not None and not _VERB.search(before["between"]):
            return self._roles[before[1].casefold()], before[0].strip()
        if text[end : end + 1] == "," and (
            apposed := self._role_apposed.search(text, max(0, begin - 80), begin)
        ):
            return self._roles[apposed[1].casefold()], apposed[0].strip(" ,.;")
        if not clause.strip() and (listed := self._role_of_list(text, begin)):
            return listed
        if text[end : end + 2].strip()[:1] in (",", "(", "–", "—", "-"):
            ahead = text[end : end + 140]
            after = self._role_after.match(ahead) if self._has_role_word(ahead) else None
            if after:
                return self._roles[after[1].casefold()], after[0].strip(" ,")
        return None

    def _with_shared_surnames(
        self, text: str, mentions: list[Mention], runs: list[_Run]
    ) -> list[Mention]:
        """Add names whose surname stands once: `A. and S. Ivanov`, `brothers Serik and Berik Ivanov`."""
        following: Mention | None = None
        begins = {mention.start: mention for mention in mentions}
        extra: list[Mention] = []
        for run in reversed(runs):
            begin, end = run[0].start(), run[-1].end()
            following = begins.get(begin) or following
            if following is None or begin in begins or following.start < end:
                continue
            kinds = [self._token_kind(token) for token in run]
            initials = kinds.count("initial") == len(kinds)
            given = kinds == ["given"] and _KIN_BEFORE.search(text, max(0, begin - 30), begin)
            surname = _SHARED_SURNAME.search(following.name)
            if not (initials or given) or surname is None:
                continue
            if _SHARING.fullmatch(text, end, following.start):
                name = f"{' '.join(text[begin:end].split())} {surname[0]}"
                following = Mention(begin, end, name, full=True)
                extra.append(following)
        return sorted([*mentions, *extra], key=_start) if extra else mentions

    def _with_lists(self, text: str, mentions: list[Mention], runs: list[_Run]) -> list[Mention]:
        """Add names that only their neighbours tell: foreign or rare ones inside a list of names."""
        if not mentions:
            return mentions
        extra: list[Mention] = []
        for run, begin, end, neighbours in _between(runs, mentions):
            near = [m for m in neighbours if GROUP_GAP.fullmatch(text, *_gap(m, begin, end))]
            if not near:
                continue
            kinds = [self._token_kind(token) for token in run]
            # `S. Umarov, A. Ten and I. May`: beside an initial even a word like Ten is a name.
            initialled = sorted(kinds) == ["initial", "stop"]
            if len(run) > 3 or "acronym" in kinds or ("stop" in kinds and not initialled):
                continue
            if self._is_place(text[begin:end]) or _within_quotes(text, begin, end):
                continue
            if len(run) > 1 or sum(not m.full for m in near) > (kinds[0] == "unknown"):
                extra.append(Mention(begin, end, text[begin:end], len(run) > 1))
        return sorted([*mentions, *extra], key=_start) if extra else mentions

    def _with_aliases(self, text: str, mentions: list[Mention], runs: list[_Run]) -> list[Mention]:
        """Add single words by which somebody is meant whom the paragraph names in full."""
        words = {
            romanised(word)
            for m in mentions
            if m.full
            for word in m.name.split()
            if len(word) > 1 and not word.endswith(".")
        }
        if not words:
            return mentions
        extra: list[Mention] = []
        for run, *_ in _between(runs, mentions):
            if (other := self._relative_in(run, words)) is not None:
                extra.append(other)
                continue
            for token in run:
                begin, word = token.start(), _POSSESSIVE.sub("", token[0])
                end = begin + len(word)
                if token["initial"]:
                    continue
                forms = (word, *(form for form, _ in nominatives(word)))
                meant = any(romanised(form) in words for form in forms)
                if meant and not self._is_thing(text, begin, end):
                    extra.append(Mention(begin, end, word, full=False))
        return sorted([*mentions, *extra], key=_start) if extra else mentions

    def _relative_in(self, run: _Run, words: set[str]) -> Mention | None:
        """Return a name that shares a word with somebody's and has another: `Ermukan Laila`."""
        if len(run) != 2 or any(token["initial"] for token in run):
            return None
        known = [romanised(_POSSESSIVE.sub("", token[0])) in words for token in run]
        kinds = [self._token_kind(token) for token in run]
        if sum(known) != 1 or "stop" in kinds or "acronym" in kinds:
            return None
        begin, end = run[0].start(), run[1].end()
        end -= len(found[0]) if (found := _POSSESSIVE.search(run[1][0])) else 0
        return Mention(begin, end, f"{run[0][0]} {_POSSESSIVE.sub('', run[1][0])}", full=True)

    def _is_thing(self, text: str, begin: int, end: int) -> bool:
        """Whether a name belongs to a street, a court, a prize …, by the word beside it."""
        word_after = _AFTER_WORD.match(text, end)
        after = word_after[1].casefold().rstrip(".") if word_after else ""
        word_before = _BEFORE_WORD.search(text, max(0, begin - 30), begin)
        before = word_before[1].casefold() if word_before else ""
        return after in self._things or before in self._things_before

    def _by_verb(self, text: str, mentions: list[Mention], start: int) -> list[Mention]:
        """Add a name of unknown words at the head of the sentence, before what was done."""
        if any(m.start < start + 60 for m in mentions):
            return mentions
        match = _AT_HEAD.match(text, start)
        if match is None or any(m.start < match.end("name") for m in mentions):
            return mentions
        tokens = list(_TOKEN.finditer(text, *match.span("name")))
        kinds = [self._token_kind(token) for token in tokens]
        if len(tokens) < 2 or any(kind in ("stop", "acronym") for kind in kinds):
            return mentions
        if any(self._is_place(token[0]) for token in tokens):
            return mentions
        begin, end = match.span("name")
        return [Mention(begin, end, text[begin:end], True), *mentions]


# `Медеуский суд`; but `Омарова суд оштрафовал`.
_ADJECTIVE = re.compile(r"(?:ск|цк|н)(?:ий|ый|ого|ом|ому|им|ым)$")
_SHORT_SURNAMES = frozenset(("Ten", "An", "May", "Son", "No", "Tsoy", "Khan"))
_SHARING = re.compile(r"\s*(?:,|,?\s*and|,?\s*и|&)\s+", re.I)
_SHARED_SURNAME = re.compile(r"(?<=[\s.])[^\s.]+$")
_KIN_BEFORE = re.compile(
    r"(?:brothers|sisters|spouses|couple|twins|братья|братьев|братьям|сестры|с[её]стры|сест[её]р|супруги|супругов)\s+$",
    re.I,
)
_VERB = re.compile(
    r"\b(?:\w{3,}ed|said|told|held|was|were|that|has|have|had|is|are)\b|[а-яё]{3,}(?:ил|ал|ял|ел)[аи]?\b|\bчто\b",
    re.I,
)
_WORDS = re.compile(r"[\w-]+")
_CLAUSES = re.compile(r"[,.;:()](?!\S)|\s[–—-]\s")
_DONE_TO = re.compile(r"\s*,?\s*(?:was|were)\s+(?:detained|arrested|fined|sentenced)\b")


def _in_singles(kind: str, near: list[tuple[int, int]], mentions: list[Mention]) -> bool:
    """Whether a single word stands in a list of surnames."""
    singles = sum(not m.full and (m.start, m.end) in near for m in mentions)
    return singles > (kind == "unknown")


_LARGE = frozenset(("city", "region", "country"))
_TO_MONUMENT = re.compile(r"(?:monument|memorial|mausoleum)\s+(?:to|of)\s+$|памятник\w*\s+$", re.I)
_AT_HEAD = re.compile(
    rf"[\s,.:;–—-]*(?P<name>[{_CAPITAL}][\w’'-]+(?:\s+[{_CAPITAL}][\w’'-]+){{1,2}})\s*,?\s*"
    r"(?=was\b|were\b|held\b|said\b|stated\b|reported\b|has been\b|Art|received\b|picketed\b|went\b|who\b|"
    r"ст\.|стать|задержан|арестован|оштрафован|приговор|провел|провёл|заявил|сообщил|вышел|вышла)"
)


_Run = list[re.Match[str]]


def _start(mention: Mention) -> int:
    return mention.start


def _gap(mention: Mention, begin: int, end: int) -> tuple[int, int]:
    """Return where the text between a name and a run of words begins and ends."""
    return (mention.end, begin) if mention.end <= begin else (end, mention.start)


def _between(
    runs: list[_Run], mentions: list[Mention]
) -> Iterator[tuple[_Run, int, int, list[Mention]]]:
    """Yield the runs that hold no name yet, with the names right before and after them."""
    at = 0
    for run in runs:
        begin, end = run[0].start(), run[-1].end()
        while at < len(mentions) and mentions[at].end <= begin:
            at += 1
        if at < len(mentions) and mentions[at].start < end:
            continue
        yield run, begin, end, mentions[max(0, at - 1) : at + 1]


def _runs(text: str, start: int) -> list[_Run]:
    """Return the runs of words in capitals: words with only spaces between them."""
    runs: list[_Run] = []
    end = -1
    for token in _TOKEN.finditer(text, start):
        gap = text[end : token.start()] if end >= 0 else None
        joined = gap is not None and (
            (not gap and runs[-1][-1]["initial"])
            or (gap.isspace() and len(gap) < 4 and "\n" not in gap)
        )
        # A full stop ends a run, except that of an initial: `Utebaev B. and`.
        if joined:
            runs[-1].append(token)
        else:
            runs.append([token])
        end = token.end()
    return runs


def _within_quotes(text: str, begin: int, end: int) -> str | None:
    """Return `title` for words that fill short quotation marks: the name of a thing."""
    for quoted in _QUOTED.finditer(text, max(0, begin - 60), min(len(text), end + 60)):
        if quoted.start() < begin and end < quoted.end():
            inside = text[quoted.start() + 1 : quoted.end() - 1].strip()
            if len(inside) <= (end - begin) + 4:
                return "title"
    return None


# -- From mentions to people -------------------------------------------------------------------


def _people_of(text: str, mentions: list[Mention], reader: PeopleReader) -> Named:
    people: list[Somebody] = []
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (not m.full, m.start)):
        if not mention.full:
            alias = _alias_of(mention.name, people)
            if alias is not None:
                mention.who = alias
                kept.append(mention)
                continue
        oblique = _asks_for_case(text, mention)
        accusative = oblique and _ACCUSATIVE_BEFORE.search(
            text, max(0, mention.start - 70), mention.start
        )
        nominative, doubt = _nominative(
            mention.name, reader, oblique=oblique, accusative=bool(accusative)
        )
        who = _same_as(nominative, mention.name, people)
        if who is None:
            who = len(people)
            people.append(Somebody(mention.name, nominative, [doubt] if doubt else []))
        mention.who = who
        kept.append(mention)
    kept.sort(key=lambda m: m.start)
    order = list(dict.fromkeys(m.who for m in kept))
    people = [people[i] for i in order]
    for mention in kept:
        mention.who = order.index(mention.who)
        mention.governed = _governed(text, mention, reader)
    groups = _groups(text, kept, people)
    for group in groups:
        shared = next((m.role for m in group.mentions if m.role), None)
        words = next((m.role_words for m in group.mentions if m.role), "")
        for mention in group.mentions:
            if mention.role is None and shared is not None and words:
                mention.role = shared if group.mentions[0].role == shared else None
            if mention.role:
                people[mention.who].roles.add(mention.role)
    return Named(people, kept, groups)


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


# What stands before a name in another case than the nominative.
_CASE_BEFORE = re.compile(
    r"(?:(?:отказа|назначи|замени|вынес|дали|запрети|разреши|угрожа|арестова|задержа|оштрафова|осуди|приговори|вызва|допроси|избил|отпусти|освободи|достави|призна|обвини|предупреди|привлек)\w*|для|против|у|от|над|в отношении|дел[оу]|"
    r"\w+(?:ого|его|ому|ему|ым|им|ой|ую)|активиста|активисту|журналиста|журналисту|блогера|блогеру|политика|адвоката|лидера|жителя)\s+(?:[а-яё-]+(?:ого|его|ому|ему|иста|исту|ера|ую|ку|ки|ой)\s+){0,3}$",
    re.I,
)


_ACCUSATIVE_BEFORE = re.compile(
    r"(?:арестова|задержа|оштрафова|осуди|приговори|вызва|допроси|избил|отпусти|освободи|достави|обвини|предупреди)\w*\s+(?:[а-яё-]+\s+){0,3}$",
    re.I,
)


def _asks_for_case(text: str, mention: Mention) -> bool:
    """Whether the words before a Russian name put it in another case."""
    if not _CYRILLIC.search(mention.name):
        return False
    return _CASE_BEFORE.search(text, max(0, mention.start - 70), mention.start) is not None


_CYRILLIC = re.compile("[а-яё]")
_UNDECLINED = re.compile("[бвгджзйклмнпрстфхцчшщ]$")
_WOMAN = re.compile("(?:[оеё]ва|ина|ская|цкая)$")


def _nominative(
    name: str, reader: PeopleReader, *, oblique: bool, accusative: bool = False
) -> tuple[str, str | None]:
    """Return a Russian name in the nominative, and a doubt where that is not certain."""
    if not re.search("[а-яё]", name):
        return name, None
    words = name.split()
    sexes = {
        sex
        for word in words
        for form, _ in [(word, None), *nominatives(word)]
        if (sex := reader.sex_of(form)) is not None
    }
    if any(reader.is_given(word) for word in words):
        given = next(word for word in words if reader.is_given(word))
        sex = reader.sex_of(given)
        # Of a man `Бахыта Торгаева` would be another case; `Бахыт Торгаева` is a woman's name.
        if _UNDECLINED.search(given) and any(_WOMAN.search(word) for word in words):
            return name, None
        # Марата is a form of Марат and no name itself; Данияра may be either.
        if all(word == given or _agrees(word, sex) for word in words):
            return name, None
    elif any(reader.is_given(form) for word in words for form, _ in nominatives(word)):
        oblique = True  # Рихтеру Андрею: where the given name is declined the surname is, too
    turned = next((word for word in words if is_oblique(word)), None)
    if turned is not None and not sexes:
        # Г. Жубанышевой, Т. Ажигалиеву. A man's given name would be declined with it, so that
        # Айжамал Тойшыбекову is a woman.
        oblique = True
        if turned.endswith(("ой", "ую")) or any(
            len(word) > 2 and _UNDECLINED.search(word) for word in words
        ):
            sexes = {"female"}
    if (
        oblique
        and not sexes
        and all(re.search("[аяуюе]$", word) for word in words if not word.endswith("."))
    ):
        # `арестовали А. Мусину`, but `отказали А. Мусину` and `задержали А. Мусина`.
        sexes = {"female"} if accusative and name.endswith(("у", "ую", "ю")) else {"male"}
    best: list[str] = []
    for word in words:
        if reader.is_given(word) or len(word) <= 2:
            best.append(word)
            continue
        forms = [(form, sex) for form, sex in nominatives(word) if reader.is_given(form)]
        if forms:
            best.append(forms[0][0])
            continue
        fitting = [
            form for form, sex in nominatives(word) if sex in sexes or not sexes or sex == "either"
        ]
        best.append(fitting[0] if fitting and (oblique or _is_oblique(word, sexes)) else word)
    result = " ".join(best)
    doubt = None if result == name else f"people: “{name}” is read as a form of “{result}”"
    return result, doubt


def _agrees(word: str, sex: Sex | None) -> bool:
    if sex == "male":
        return not re.search(r"(?:[оеё]ва|ина|[оеё]ву|ину|[оеё]вым|иным|[оеё]ве|ого|ому)$", word)
    if sex == "female":
        return not re.search(r"(?:[оеё]вой|иной|[оеё]ву|ину|ской|скую)$", word)
    return True


def _is_oblique(word: str, sexes: set[Sex]) -> bool:
    return bool(sexes) and not _agrees(word, next(iter(sexes)))


_PREPOSITION = re.compile(
    r"(?<![\w-])(unlike|except|besides|without|despite|вместо|кроме|of|for|with|by|from|against|about|after|near|to|in|on|at|under|than|"
    r"у|от|для|с|против|о|об|к|на|за|по|из|суду над|судом над|над)\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+)?$",
    re.I,
)


def _governed(text: str, mention: Mention, reader: PeopleReader) -> str | None:
    """Return the preposition that a name hangs on (`the wife of activist X`), or None."""
    before = text[max(0, mention.start - 100) : mention.start]
    direct = _PREPOSITION.search(before)
    if direct is not None:
        return direct[1].casefold()
    bare = before
    if mention.role_words and mention.role_words in before:
        bare = before[: before.rindex(mention.role_words)]
    elif (role := reader.role_right_before(before)) is not None:
        bare = before[:role]
    match = _PREPOSITION.search(bare)
    return match[1].casefold() if match else None


# `A and his wife B`; `A, the wife of B` is no list.
_AND_OTHERS = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?,?\s*(?:and|и|as well as)\s+(?:(?:his|her|their|its|the|его|её|ее|их)\s+)?(?:(?!(?:[a-z]+ed|gave|put|sent|[а-яё]+[аеиоуыя]л[аи]?)\s)[a-zа-яё-]+\s+){0,3}",
    re.I,
)
# `A, the wife of B` is no list of two.
_APPOSITION = re.compile(
    r"\bof\b|wife|husband|spouse|mother|father|son\b|daughter|brother|sister|widow|lawyer|attorney|"
    r"жен[ау]|муж|супруг|мать|отец|отц|сын|доч|брат|сестр|вдов|адвокат|защитник",
    re.I,
)


# `father of Serik Ivanov, Marat Ivanov, was fined`: the second name is the father's.
_KIN_OF = re.compile(
    r"(?<!\w)(?:(?:wife|husband|spouse|mother|father|son|daughter|brother|sister|widow|lawyer|attorney|relative)\s+of|"
    r"жен[аыуе]|муж\w?|супруг\w?|мать|матери|отец|отца|отцу|сын\w?|доч\w+|брат\w?|сестр\w|вдов\w|адвокат\w?|защитник\w?)\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)


def _names_kin(text: str, last: Mention, mention: Mention) -> bool:
    """Whether a name after a comma is no list's next but that of the relative before it."""
    gap = text[last.end : mention.start]
    return (
        gap.strip() == ","
        and text[mention.end : mention.end + 1] == ","
        and _KIN_OF.search(text, max(0, last.start - 80), last.start) is not None
    )


def _is_another_case(text: str, group: Group, mention: Mention, people: list[Somebody]) -> bool:
    """Whether only a comma parts a name that hangs on a word from the subject of the sentence.

    `At the request of prosecutor A, B was arrested`; `по просьбе прокурора Иванова, Омаров …`.
    """
    last = group.mentions[-1]
    if (
        text[last.end : mention.start].strip() != ","
        and mention.role_words not in (text[last.end : mention.start])
    ):
        return False
    if not text[last.end : mention.start].lstrip().startswith(",") or re.match(
        r"\s*(?:[,;.]|and\b|и\b|$)", text[mention.end :]
    ):
        return False
    if _CYRILLIC.search(mention.name):
        oblique = [one.name != people[one.who].nominative for one in (last, mention)]
        return oblique[0] and not oblique[1]
    return len(group.mentions) == 1 and last.governed is not None and mention.governed is None


def _begins_anew(text: str, gap: str, mention: Mention) -> bool:
    """Whether after a semicolon a clause begins: `A, B, C; C was arrested`."""
    return ";" in gap and re.match(r"\s*(?:[,;]|and\b|и\b)", text[mention.end :]) is None


def _groups(text: str, mentions: list[Mention], people: list[Somebody]) -> list[Group]:
    groups: list[Group] = []
    for mention in mentions:
        if groups and not _names_kin(text, groups[-1].mentions[-1], mention):
            last = groups[-1].mentions[-1]
            gap = text[last.end : mention.start]
            if (
                mention.who in groups[-1].people
                or _begins_anew(text, gap, mention)
                or _is_another_case(text, groups[-1], mention, people)
            ):
                groups.append(Group([mention]))
                continue
            if GROUP_GAP.fullmatch(gap) or (
                _AND_OTHERS.fullmatch(gap)
                or (
                    len(gap) < 70
                    and not _APPOSITION.search(gap)
                    and mention.role_words
                    and GROUP_GAP.fullmatch(gap.replace(mention.role_words, "").rstrip() + " ")
                )
            ):
                groups[-1].mentions.append(mention)
                continue
        groups.append(Group([mention]))
    return groups
