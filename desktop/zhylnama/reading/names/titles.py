"""The words that say who a name is: `activist`, `Minister of Justice`, `the wife of`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered, lowered
from zhylnama.reading.sieve import Remembered

_VERB = compile_sought(
    r"\b(?:\w{3,}ed|said|told|held|was|were|that|has|have|had|is|are)\b|[а-яё]{3,}(?:ил|ал|ял|ел)[аи]?\b|\bчто\b",
    re.I,
)
_WORDS = compile_sought(r"[\w-]+")
_CLAUSES = compile_sought(r"[,.;:()](?!\S)|\s[–—-]\s")


_MARKS = tuple(f"{mark} " for mark in ",.;:()–—-")


def _last_clause(text: str) -> str:
    """Return what stands behind the last mark of a text that ends a clause."""
    at = max(map(text.rfind, _MARKS))
    return _CLAUSES.split(text[max(0, at - 1) :])[-1]


class Titles:
    """Finds the words of `people.toml` for what somebody is, before and after a name."""

    def __init__(self, folder: Path) -> None:
        beside = tomllib.loads((folder / "people.toml").read_text("utf-8"))
        self._roles = {
            phrase: category for category, phrases in beside["roles"].items() for phrase in phrases
        }
        self._role_words = frozenset(phrase.split()[-1].rstrip(".") for phrase in self._roles)
        self._by_begin: dict[str, list[str]] = {}
        for phrase in sorted(self._roles, key=len, reverse=True):
            begin = _WORDS.match(phrase)
            assert begin is not None
            self._by_begin.setdefault(begin[0].lower(), []).append(phrase)
        alternatives = "|".join(re.escape(p) for p in sorted(self._roles, key=len, reverse=True))
        # Only the phrases that begin with the word at hand are tried: a few of hundreds.
        self._before = Remembered(self._before_name)
        self._ends_role = Remembered(self._has_such_word)
        self._first = re.compile(rf"(?:first\s+|former\s+)?({alternatives})(?![\w-])", re.I)
        self._at_end = compile_lowered(rf"(?<![\w-])({alternatives})[\s«“\"]*$")
        self._apposed = compile_lowered(
            rf"(?:^|[.;,]\s+)(?:(?:the|its|his|her|their|an?|его|её|ее|их)\s+)?({alternatives}),\s*$"
        )
        self._after = re.compile(
            rf"\s*(?:\([^)]{{0,60}}\)\s*)?[,–—-]\s*(?:who is\s+)?(?:(?:a|an|the|his|her|первый|бывший|известный)\s+)?(?:(?![а-яё]+(?:вш|ющ|ащ|ящ|ущ)(?:ему|его|ий|ая|ую|ей|им|ие|их)(?:ся)?\s)(?!(?:to|by|from|with|for|whom|whose|which|where|when|after|before)\s)[\w’'-]+\s+){{0,2}}?({alternatives})(?![\w-])",
            re.I,
        )

    def _before_name(self, begin: str) -> re.Pattern[str] | None:
        """Return the pattern of the phrases that begin with a word and what may follow them."""
        phrases = self._by_begin.get(begin)
        if phrases is None:
            return None
        return re.compile(
            rf"({'|'.join(map(re.escape, phrases))})(?P<between>(?:\s+(?:of|from|for|in|the|at|по|из|в|города|области|района|партии|движения)\s+[^,.;:()]{{1,70}}"
            rf"|(?:\s+[а-яё-]*(?:ии|ия|ой|ей|их|ых|ого|его|дел|ов|ев|ства|та|да|ра|сти|туры|ры|ны|ки)){{1,4}}(?=\s)|\s+[«“\"][^»”\"]{{1,40}}[»”\"]|\s+(?-i:[A-ZА-ЯЁ])[\w.-]*){{0,2}})[\s«“\"]*$",
            re.I,
        )

    def holds_office(self, titles: tuple[str, ...]) -> bool:
        """Whether one of somebody's known titles is a public office."""
        return any(
            (match := self._first.match(title)) and self._roles[match[1].casefold()] == "official"
            for title in titles
        )

    def of(self, text: str, begin: int, end: int) -> tuple[str, str] | None:
        """Return the category of the words that say who a name is, and these words."""
        clause = _last_clause(text[max(0, begin - 110) : begin])
        before = self._role_in(clause) if self._has_role_word(clause) else None
        if before is not None and not _VERB.search(before["between"]):
            return self._roles[before[1].casefold()], before[0].strip()
        if (
            text[end : end + 1] == ","
            and text[max(0, begin - 80) : begin].rstrip().endswith(",")
            and (apposed := self._apposed.search(lowered(text), max(0, begin - 80), begin))
        ):
            return self._roles[apposed[1]], text[slice(*apposed.span())].strip(" ,.;")
        if not clause.strip() and (listed := self._of_list(text, begin)):
            return listed
        if text[end : end + 2].strip()[:1] in (",", "(", "–", "—", "-"):
            ahead = text[end : end + 140]
            after = self._after.match(ahead) if self._has_role_word(ahead) else None
            if after:
                return self._roles[after[1].casefold()], after[0].strip(" ,")
        return None

    def stands_right_before(self, text: str, begin: int) -> bool:
        """Whether the words before a place in a text end with words for a role."""
        return self._at_end.search(lowered(text), max(0, begin - 60), begin) is not None

    def right_before(self, before: str) -> int | None:
        """Return where the words for a role begin that end a text, None where none do."""
        words = before.rstrip(' “«"').rsplit(None, 1)
        if not words or words[-1].casefold().rstrip(".") not in self._role_words:
            return None
        found = self._at_end.search(lowered(before), max(0, len(before) - 60))
        return found.start(1) if found else None

    def _has_role_word(self, text: str) -> bool:
        """Whether any word of a text ends a phrase for a role; far quicker than the patterns."""
        return any(map(self._ends_role.__getitem__, text.split()))

    def _has_such_word(self, printed: str) -> bool:
        return not self._role_words.isdisjoint(_WORDS.findall(printed.casefold()))

    def _role_in(self, clause: str) -> re.Match[str] | None:
        """Return the first words for a role after which nothing but their complement follows."""
        found = None
        for word in _WORDS.finditer(lowered(clause)):
            pattern = self._before[word[0]]
            match = pattern.match(clause, word.start()) if pattern is not None else None
            if match is None:
                continue
            found = match
            if not match["between"].strip() or self._roles[match[1].casefold()] != "relative":
                break  # `mother of political prisoner X` says nothing of X but the last words
        return found

    def _of_list(self, text: str, begin: int) -> tuple[str, str] | None:
        """Return the role of a list: `five political prisoners in Kazakhstan: A, B and C`."""
        clauses = _CLAUSES.split(text[max(0, begin - 140) : begin])
        if len(clauses) < 2 or text[:begin].rstrip()[-1:] != ":":
            return None
        found = None
        for word in _WORDS.finditer(lowered(clauses[-2])):
            if word[0] in self._by_begin:
                match = self._first.match(clauses[-2], word.start())
                found = match or found
        return (self._roles[found[1].casefold()], found[1]) if found else None
