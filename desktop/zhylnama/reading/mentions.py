"""The names in a run of words in capitals: in any order, with initials or patronymic.

A word at least must be known as a given name or end as surnames do; foreign names are taken where
a word beside them says that somebody is meant. Streets, courts and prizes that bear a name are not
people.
"""

from __future__ import annotations

import re

from zhylnama.names.fold import romanised
from zhylnama.reading.capitals import Run, Token, bare, within_quotes, word_after, word_before
from zhylnama.reading.lexicon import Lexicon, WordKind
from zhylnama.reading.named import Mention
from zhylnama.reading.patterns import holds, lowered
from zhylnama.reading.titles import Titles

_SENTENCE_END = re.compile(r"[.!?:]\W*$|^\W*$")
# `Медеуский суд`; but `Омарова суд оштрафовал`.
_ADJECTIVE = re.compile(r"(?:ск|цк|н)(?:ий|ый|ого|ом|ому|им|ым)$")
_SHORT_SURNAMES = frozenset(("Ten", "An", "May", "Son", "No", "Tsoy", "Khan"))
_DONE_TO = re.compile(r"\s*,?\s*(?:was|were)\s+(?:detained|arrested|fined|sentenced)\b")
_LARGE = frozenset(("city", "region", "country"))
_TO_MONUMENT = re.compile(r"(?:monument|memorial|mausoleum)\s+(?:to|of)\s+$|памятник\w*\s+$", re.I)

_MONUMENTS = ("monument", "memorial", "mausoleum", "памятник")
_STRICT_SURNAME = re.compile(r"(?:[oe]v|[oe]va|uli|kizi|gizi|nko|skii?|taev|baev)$")
# Tokens with what each is taken for: `Ten` is a stop, and beside a given name a surname.
_Part = list[tuple[Token, WordKind]]


class MentionReader:
    """Finds the names that tell themselves by their words."""

    def __init__(self, lexicon: Lexicon, titles: Titles) -> None:
        self._lexicon = lexicon
        self._titles = titles

    def of_run(self, text: str, run: Run) -> list[Mention]:
        """Return the names in one run of words in capitals."""
        found: list[Mention] = []
        part: _Part = []
        for at, token in enumerate(run):
            kind = token.kind
            if kind in ("stop", "acronym"):
                if not self._is_surname_too(run, at):
                    if part:
                        found += self._of_part(text, part, token.word)
                        part = []
                    continue
                kind = "surname"
            part.append((token, kind))
        return found + self._of_part(text, part, None) if part else found

    def _is_surname_too(self, run: Run, at: int) -> bool:
        """Whether a word is a surname beside a given name: `Pavel Ten`, `LITVIN Pavel`."""
        word = run[at].word
        if word not in _SHORT_SURNAMES and not (word.isupper() and len(word) > 3):
            return False
        beside = run[max(0, at - 1) : at] + run[at + 1 : at + 2]
        return any(one.kind != "initial" and self._lexicon.is_given(one.word) for one in beside)

    def _of_part(self, text: str, part: _Part, after: str | None) -> list[Mention]:
        """Return the names in words in capitals of which none is known to be something else."""
        if after is not None and bare(after).casefold() in self._lexicon.things:
            return []
        alone = part[0][0] if len(part) == 1 else None
        if alone is not None and (
            _is_monument_to(text, alone.start)
            or word_after(text, alone.end) in self._lexicon.monuments
        ):
            return [Mention(alone.start, alone.end, alone.word, full=False)]
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
            and _SENTENCE_END.search(text[max(0, part[0][0].start - 40) : part[0][0].start])
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

    def _stands_for_place(self, part: _Part, at: int) -> bool:
        token, kind = part[at]
        if kind == "initial":
            return False
        place = self._lexicon.is_place(bare(token.word))
        if not place:
            return False
        # `Altai Kulginov` and `Temirlan Yensebek` bear the names of small places, too;
        # `Nur-Sultan Altai Kulginov` begins with a city.
        large = place in _LARGE
        return len(part) == 1 or (
            large and (kind == "unknown" or (len(part) > 2 and "-" in token.word))
        )

    def _one_name(self, text: str, part: _Part) -> Mention | None:
        begin, end = part[0][0].start, part[-1][0].end
        kinds = [kind for _, kind in part]
        last = part[-1][0].word
        possessive = len(last) - len(bare(last))
        end -= possessive
        if kinds[-1] == "initial" and kinds.count("initial") == len(kinds):
            return None
        after, previous = word_after(text, end), word_before(text, begin)
        # `Inga Imanbai park…`: the name belongs to a thing.
        thing = after in self._lexicon.things and (
            not after.startswith("суд") or _ADJECTIVE.search(last)
        )
        if not possessive and thing and text[end : end + 1] == " ":
            return None
        role = self._titles.of(text, begin, end)
        # `фонда Абая`; but `директору фонда Ольге Ивановой`.
        leads = role is not None and len(kinds) > 1 and "given" in kinds
        if previous in self._lexicon.things_before and not leads:
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
            quoted = within_quotes(text, begin, end)
            return None if quoted else mention
        return None

    def _single(self, text: str, mention: Mention, kind: str, previous: str, after: str) -> bool:
        """Whether a word alone is a surname: it ends like one, or stands after a role."""
        hyphened = "-" in mention.name and not mention.name.isupper()
        if hyphened and _DONE_TO.match(text, mention.end):
            return True
        if kind == "unknown":
            if within_quotes(text, mention.start, mention.end):
                return False  # `a journalist of “Sarapshy”`
            return bool(mention.role) and self._titles.stands_right_before(text, mention.start)
        if mention.name.isupper() or within_quotes(text, mention.start, mention.end) == "title":
            return False
        if after in self._lexicon.monuments or _is_monument_to(text, mention.start):
            return True
        if self._lexicon.is_place(mention.name):
            return False
        if kind == "given":
            direct = bool(mention.role) and self._titles.stands_right_before(text, mention.start)
            return direct or "-" in mention.name
        strict = _STRICT_SURNAME.search(romanised(mention.name))
        return bool(strict) or bool(mention.role)


def _is_monument_to(text: str, begin: int) -> bool:
    """Whether the words before a name say that it is a monument's: `the monument to Abay`."""
    before = max(0, begin - 40)
    return (
        holds(lowered(text[before:begin]), _MONUMENTS)
        and _TO_MONUMENT.search(text, before, begin) is not None
    )
