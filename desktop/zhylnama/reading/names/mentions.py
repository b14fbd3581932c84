"""The names in a run of words in capitals: in any order, with initials or patronymic.

A word at least must be known as a given name or end as surnames do; foreign names are taken where
a word beside them says that somebody is meant. Streets, courts and prizes that bear a name are not
people.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.names.fold import romanised
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.capitals import (
    ONE_NAME_BEHIND,
    Run,
    Token,
    bare,
    within_quotes,
    word_after,
    word_before,
)
from zhylnama.reading.names.declension import nominatives
from zhylnama.reading.names.forms import turned, undeclined
from zhylnama.reading.names.government import Government
from zhylnama.reading.names.lexicon import Lexicon, WordKind
from zhylnama.reading.names.named import Mention
from zhylnama.reading.names.titles import Titles
from zhylnama.reading.patterns import holds, lowered

_SENTENCE_END = re.compile(r"[.!?:]\W*$|^\W*$")
# `Медеуский суд`; but `Омарова суд оштрафовал`.
_ADJECTIVE = re.compile(r"(?:ск|цк|н)(?:ий|ый|ого|ом|ому|им|ым)$")
_DESCRIBES = re.compile(r"(?:ск|цк|н)(?:ий|ый|ого|ом|ому|им|ым|ая|ой|ую|ое|ие|ые|их|ых|ими|ыми)$")
_WITHIN: Final = compile_sought(
    r"\b(?:the|in|near|at|through|into|around|outside|across)\s+(?:the\s+)?$"
)
_SHORT_SURNAMES = frozenset(("Ten", "An", "May", "Son", "No", "Tsoy", "Khan", "Park"))
_DONE_TO = re.compile(r"\s*,?\s*(?:was|were)\s+(?:detained|arrested|fined|sentenced)\b")
_AFTER_BARE_INITIAL = re.compile(r"\s?(?:(?P<mark>[,;:)])|\s[а-яёa-z]|$)")
_BEFORE_LISTED = re.compile(r"\.[,;]?\s+(?:and|и)\s+$|\.[,;]\s+$")
# `Жамбылский областной суд`, `Политически мотивированный`.
_NO_SURNAME = re.compile(r"чески$")
_BEFORE_THING = re.compile(r"\s+[а-яё]{4,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем)\s")
# `Almaty, Somebody Unknown, Article 488`.
_ARTICLE_AFTER = re.compile(r"\s*,\s*(?:an?\s[^,.;()]{3,40},\s*)?(?:ст\.|стать|Art(?:icle|s?\.))")
_COMMA_BEFORE = re.compile(r"[,;]\s+$")
_COMPANY_AFTER = re.compile(r"\s+[a-z]+\s+(?:company|corporation|plant|mine|factory)\b")
_KIN_BEFORE = compile_sought(
    r"(?:мать|матери|отец|отца|отцу|жена|жен[еуы]|муж|мужа|мужу|супруг[аеиу]?|сын|сына|сыну|дочь|дочери|брат[ау]?|"
    r"сестр[аеуы]|вдов[аеуы]|адвокат[ау]?)\s+$",
    re.I,
)
_ADJECTIVAL = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ого|его|ому|ему|ую|юю|ым|им|ые|ие|ых|их)$")
_LARGE = frozenset(("city", "region", "country"))
_TO_MONUMENT = compile_sought(
    r"(?:monument|memorial|mausoleum)\s+(?:to|of)\s+$|памятник\w*\s+$", re.I
)

_MONUMENTS = ("monument", "memorial", "mausoleum", "памятник")
_STRICT_SURNAME = compile_sought(r"(?:[oe]v|[oe]va|uli|kizi|gizi|nko|skii?|taev|baev)$")
# Tokens with what each is taken for: `Ten` is a stop, and beside a given name a surname.
_Part = list[tuple[Token, WordKind]]


class MentionReader:
    """Finds the names that tell themselves by their words."""

    def __init__(self, lexicon: Lexicon, titles: Titles, government: Government) -> None:
        self._lexicon = lexicon
        self._titles = titles
        self._government = government

    def of_run(self, text: str, run: Run) -> list[Mention]:
        """Return the names in one run of words in capitals."""
        if len(run) == 1 and run[0].kind in ("stop", "acronym"):
            return []  # only a word beside it could make it a name
        found: list[Mention] = []
        part: _Part = []
        for at, token in enumerate(run):
            kind = token.kind
            if kind in ("stop", "acronym"):
                name = self._name_too(text, run, at)
                if name is None:
                    if part:
                        found += self._of_part(text, part, token.word)
                        part = []
                    continue
                kind = name
            part.append((token, kind))
        return found + self._of_part(text, part, None) if part else found

    def _name_too(self, text: str, run: Run, at: int) -> WordKind | None:
        """Return what part of a name a word is that mostly is none, by the words beside it."""
        word = run[at].word
        if len(word) == 1:
            return "initial" if self._is_bare_initial(text, run, at) else None
        if self._is_surname_too(text, run, at):
            return "surname"
        beside = run[max(0, at - 1) : at] + run[at + 1 : at + 2]
        named = self._lexicon.is_given(word) and any(one.kind == "surname" for one in beside)
        return "given" if named else None  # Алтын Гурьева

    def _is_bare_initial(self, text: str, run: Run, at: int) -> bool:
        """Whether a letter is an initial that lacks its full stop: `Omarov A, Article 488`."""
        if not at or run[at].start - run[at - 1].end > 1:
            return False
        end = _AFTER_BARE_INITIAL.match(text, run[at].end)
        if end is None or (run[at].word == "I" and not end["mark"]):
            return False
        kind = run[at - 1].kind
        return kind in ("surname", "given") or (
            kind == "unknown"
            and at == 1
            and (
                (end["mark"] is not None and run[0].word[-1] > "\u0400")
                or _BEFORE_LISTED.search(text, max(0, run[0].start - 8), run[0].start) is not None
            )
        )

    def _is_surname_too(self, text: str, run: Run, at: int) -> bool:
        """Whether a word is a surname beside a given name: `Pavel Ten`, `LITVIN Pavel`."""
        word = run[at].word
        if word == "Park" and at and _WITHIN.search(text, max(0, run[0].start - 12), run[0].start):
            return False  # `in the Zhambyl Park`
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
        if len(part) == 3 and (begin := self._where_name_begins(text, part)):
            first = self._of_part(text, part[:begin], None)
            return first + self._of_part(text, part[begin:], after)
        if len(part) == 4 and all(kind != "initial" for _, kind in part):
            return self._of_part(text, part[:2], None) + self._of_part(text, part[2:], after)
        if len(part) > 4:
            return []
        mention = self._one_name(text, part)
        return [] if mention is None else [mention]

    def _where_name_begins(self, text: str, part: _Part) -> int:
        """Return 1 where the first of three words is somebody else's, or a place's; else 0.

        `мать Омарова Сауле Омарова`, `жителю Экибастуза Павлу Омарову`.
        """
        (first, kind), (_, second), (third, _) = part
        if second != "given" or third.word.endswith(("вич", "вна", "улы", "ұлы", "кызы", "қызы")):
            return 0
        places = {self._lexicon.is_place(form) for form, _ in nominatives(first.word)}
        if kind == "unknown" or "country" in places:
            return int(places != {None} and bool(places))
        kin = _KIN_BEFORE.search(text, max(0, first.start - 20), first.start)
        return int(kin is not None and "gen" in self._cases_of(first.word))

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
        if not possessive and text[end : end + 1] == " " and (thing or self._describe(part, after)):
            return None
        role = self._titles.of(text, begin, end)
        # `фонда Абая`; but `директору фонда Ольге Ивановой`.
        named = "given" in kinds or "initial" in kinds
        leads = role is not None and len(kinds) > 1 and named
        if previous in self._lexicon.things_before and not leads:
            given = next((token.word for token, kind in part if kind == "given"), None)
            if (
                len(kinds) == 1
                or given is None
                or not given[-1] > "\u0400"
                or "gen" in self._cases_of(given)
            ):
                return None  # but `сообщил директор фонда Ольга Иванова`
        if not possessive and _COMPANY_AFTER.match(text, end):
            return None
        known = sum(kind in ("given", "surname") for kind in kinds)
        if not known and previous in self._lexicon.outlets and ONE_NAME_BEHIND.match(text, end):
            return None
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
        if known or role is not None or self._is_told(text, part):
            quoted = within_quotes(text, begin, end)
            return None if quoted else mention
        return None

    def _describe(self, part: _Part, after: str) -> bool:
        """Whether all words are adjectives of a thing: `Норвежский Хельсинкский комитет`."""
        return after.startswith(self._lexicon.things_described) and all(
            _DESCRIBES.search(token.word) for token, _ in part
        )

    def _is_told(self, text: str, part: _Part) -> bool:
        """Whether the words around two unknown words say that they are somebody's name."""
        if len(part) != 2:
            return False
        first, last = part[0][0], part[-1][0]
        if _ARTICLE_AFTER.match(text, last.end) and _COMMA_BEFORE.search(
            text, max(0, first.start - 3), first.start
        ):
            return not any(self._lexicon.is_place(token.word) for token, _ in part)
        return (
            first.word[-1] > "\u0400"
            and not _ADJECTIVAL.search(first.word)
            and self._government.tells_of_somebody(text, first.start, last.end)
        )

    def _cases_of(self, word: str) -> set[str]:
        """Return the cases that a Cyrillic word may stand in, as a known given name if it is one."""
        small = word.casefold()
        ways = dict(turned(small))
        named = [cases for base, cases in ways.items() if self._lexicon.is_given(base)]
        forms = set().union(*(named or ways.values()))
        if not named or self._lexicon.is_given(word):
            forms |= undeclined(small)
        return {form.split()[0] for form in forms}

    def _single(self, text: str, mention: Mention, kind: str, previous: str, after: str) -> bool:
        """Whether a word alone is a surname: it ends like one, or stands after a role."""
        hyphened = "-" in mention.name and not mention.name.isupper()
        if hyphened and _DONE_TO.match(text, mention.end):
            return True
        if (kind == "unknown" or hyphened) and any(
            self._lexicon.is_place(form) for form, _ in nominatives(mention.name)
        ):
            return False  # `жители Степногорска`, `суд города Нур-Султана`
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
        if _NO_SURNAME.search(mention.name) or (
            _ADJECTIVE.search(mention.name) and _BEFORE_THING.match(text, mention.end)
        ):
            return False
        strict = _STRICT_SURNAME.search(romanised(mention.name))
        return bool(strict) or bool(mention.role)


def _is_monument_to(text: str, begin: int) -> bool:
    """Whether the words before a name say that it is a monument's: `the monument to Abay`."""
    before = max(0, begin - 40)
    return (
        holds(lowered(text[before:begin]), _MONUMENTS)
        and _TO_MONUMENT.search(text, before, begin) is not None
    )
