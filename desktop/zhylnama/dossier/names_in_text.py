"""Where a text names a person: in any spelling, script, order, letter case or grammatical case.

Names are compared by the folded keys of `names.fold`. A run of neighbouring words is counted to
the person whom most of its words fit; where several fit equally, to the subject of the dossier
first, because a name may only be taken out where it is somebody else's.

A word that only begins as a name does (a diminutive, an ending that no rule knows) is counted too,
but not as sure: it may be another's name, and nobody's number may stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zhylnama.dossier.name_forms import begins_as, is_form, is_in_slug, of_a_street, without_coding
from zhylnama.names.fold import loose_keys, romanised
from zhylnama.names.identity import is_initial, name_words

_HIDDEN = "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LETTER = rf"(?:[^\W\d_]|[{_HIDDEN}])"
_APOSTROPHE = "['’ʼ`´ʹʻ]"
# A word with its inner apostrophes; the English 's at its end stays outside.
_WORD = re.compile(rf"[^\W\d_]{_LETTER}*(?:{_APOSTROPHE}(?!s\b){_LETTER}+)*")
# What may stand between two words of one name.
_BETWEEN = re.compile(r"[\s.,_/+()“”„«»\"&=·‐‑–-]{0,4}\Z")
_CLOSE = re.compile(r"[ \u00a0]\Z")
# A word torn at the end of a line (Ахме-\nтова, Ахме-товой), or s p a c e d out.
_TORN = re.compile(
    rf"(?<!\w){_LETTER}{{2,}}-\s?{_LETTER}{{2,}}(?!\w)|(?<!\w)(?:{_LETTER} ){{4,}}{_LETTER}(?!\w)"
)
_TEAR = re.compile(r"[-\s]+")
_BY_INITIAL = re.compile(r"\.[ \u00a0]?\Z")
_CYRILLIC = re.compile("[А-ЯЁӘҒҚҢӨҰҮҺІ]+")
_SENTENCE_END = re.compile(r"[.!?:;…\n“„«\"(]\s*\Z")
_CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
# Two-letter words that are no names where they stand alone (Li, An and No are surnames too).
_SHORT_WORDS = frozenset(
    {"an", "as", "at", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of"}
    | {"on", "or", "so", "to", "up", "us", "we"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A person named from `start` to `end`; `sure` False where it may be a namesake."""

    start: int
    end: int
    person: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    # person -> 2 where the word is theirs, 1 where it is a form of it, 0 where it only begins so
    full: Mapping[str, int]
    initial: str  # the key of the letter that it may stand for, or nothing


class NameFinder:
    """Finds people by their spellings. `subjects` win where a name may be theirs.

    `linked` are those whom the records themselves connect with the subject: of them one word of
    the name is enough. Anybody else is found by two. `places` are folded words of place names: a
    word that is a form of one is no form of a name.
    """

    def __init__(
        self,
        spellings: Mapping[str, Iterable[str]],
        subjects: Iterable[str],
        linked: Iterable[str] = (),
        places: frozenset[str] = frozenset(),
    ) -> None:
        self._subjects = frozenset(subjects)
        self._places = places
        self._linked = self._subjects | frozenset(linked)
        self._strict: dict[str, set[str]] = {}
        self._loose: dict[str, set[str]] = {}
        self._exact: dict[str, set[str]] = {}
        self._initials: dict[str, set[str]] = {}
        self._words: dict[str, set[str]] = {}
        self._looses: dict[str, tuple[str, ...]] = {}
        for person, names in spellings.items():
            for name in names:
                self._learn(person, name)
        self._known: dict[str, Mapping[str, int]] = {}
        self._by_beginning: dict[str, list[str]] = {}
        for key in self._strict:
            self._by_beginning.setdefault(key[:3], []).append(key)
        self._long = [key for key in self._strict if len(key) >= 3]

    def _learn(self, person: str, name: str) -> None:
        for word in name_words(name):
            key = romanised(word)
            if not key:
                continue
            self._initials.setdefault(person, set()).add(key[0])
            if is_initial(word):
                continue
            if len(key) < 3:
                self._exact.setdefault(word.casefold(), set()).add(person)
                continue
            self._words.setdefault(person, set()).add(key)
            self._strict.setdefault(key, set()).add(person)
            self._looses[key] = (*self._looses.get(key, ()), *loose_keys(word))
            for loose in loose_keys(word):
                if len(loose) >= 3:
                    self._loose.setdefault(loose, set()).add(person)

    def find(
        self, text: str, near: Iterable[str] = (), places: Iterable[str] = ()
    ) -> Iterator[Found]:
        """Yield everybody whom a text names.

        `near` are the people known to be in this event, `places` the words of its place names.
        """
        where = frozenset(word.casefold() for word in places)
        tokens = self._tokens(text)
        present = frozenset(near)
        position = taken = 0
        while position < len(tokens):
            best: tuple[tuple[int, ...], str, int] | None = None
            for person in self._candidates(tokens, position):
                ranked = self._run(tokens, position, person, text, present, where)
                if ranked is not None and (best is None or ranked[0] > best[0]):
                    best = (ranked[0], person, ranked[1])
            if best is None:
                alone = self._initials_alone(tokens, position, text)
                if alone is None:
                    position += 1
                    continue
                yield alone
                position = taken = position + 2
                continue
            (words, score, *_), person, end = best
            sure = words > 1 or not self._has_other_name(tokens, position, end, person, text)
            start, stop, end = self._with_initials(tokens, (taken, position, end), text)
            yield Found(start, stop, person, sure and score > 0)
            position = taken = end

    def _initials_alone(self, tokens: list[_Token], position: int, text: str) -> Found | None:
        """Return whom two Cyrillic initials without a name stand for (г-жа Г.А.), if anybody."""
        if position + 1 >= len(tokens):
            return None
        first, second = tokens[position], tokens[position + 1]
        stop = second.end + 1
        between, after = text[first.end : second.start], text[stop : stop + 3].lstrip()
        shape = f"{first.text}{second.text}"
        if between not in (".", ". ") or text[second.end : stop] != "." or after[:1].isupper():
            return None
        if not (len(shape) == 2 and shape.isupper() and _CYRILLIC.fullmatch(shape)):
            return None
        wanted = {first.initial, second.initial}
        people = (
            person
            for person in sorted(self._linked)
            if len(wanted) == 2 and wanted <= self._initials.get(person, set())
        )
        found = next(people, None)
        return None if found is None else Found(first.start, stop, found, sure=False)

    def _with_initials(
        self, tokens: list[_Token], run: tuple[int, int, int], text: str
    ) -> tuple[int, int, int]:
        """Return where a name begins and ends with the initials that stand by it (Г.С. Ахметовой).

        A patronymic's initial is in no spelling; behind a name it follows another initial. `run`
        is up to where words are taken, and the first and the end of the name; the third number
        returned is the next token.
        """
        taken, first, end = run
        start = tokens[first].start
        for before in reversed(tokens[max(taken, first - 2) : first]):
            gap = text[before.end : start]
            if not before.initial or not before.text.isupper() or not _BY_INITIAL.match(gap):
                break
            start = before.start
        last = tokens[end - 1]
        while not last.full and end < len(tokens):
            if not tokens[end].initial or text[last.end : tokens[end].start] not in (".", ". "):
                break
            last, end = tokens[end], end + 1
        stop = last.end + (not last.full and text[last.end : last.end + 1] == ".")
        return start, stop, end

    def in_link(self, link: str, people: frozenset[str]) -> bool:
        """Return whether an address or a key has the name of one of these people in it.

        Slugs decline (`ahmetovoi-dali-15-sutok`), cut and join: what only may be a name counts
        too, for a link less harms nobody.
        """
        said = without_coding(link)
        if any(found.person in people for found in self.find(said)):
            return True
        own = {key for subject in self._subjects for key in self._words.get(subject, ())}
        keys = {
            key
            for person in people
            for key in self._words.get(person, ())
            if len(key) >= (5 if person in self._linked else 6)
        } - own
        if not keys:
            return False
        pieces = [piece for piece in re.split(r"[\W\d_]+", said) if piece]
        joined = romanised("".join(pieces))
        if any(key in joined for key in keys if len(key) >= 6):
            return True
        loose = {one for key in keys for one in (self._looses[key]) if len(one) >= 4}
        return any(is_in_slug(piece, keys, loose, own) for piece in pieces if len(piece) >= 5)

    def _tokens(self, text: str) -> list[_Token]:
        """Return the words of a text; one that is torn or s p a c e d out is one where it fits."""
        tokens: list[_Token] = []
        torn = {match.start(): match for match in _TORN.finditer(text)}
        done = 0
        for match in _WORD.finditer(text):
            if match.start() < done:
                continue
            whole = torn.get(match.start())
            if whole is not None:
                word = _TEAR.sub("", whole[0])
                known = self._known_word(word)
                if known and not self._known_word(match[0]):
                    tokens.append(_Token(whole.start(), whole.end(), word, known, ""))
                    done = whole.end()
                    continue
            tokens.append(self._token(match, text))
        return tokens

    def _known_word(self, word: str) -> Mapping[str, int]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._fits(word)
        return known

    def _token(self, match: re.Match[str], text: str) -> _Token:
        word = match[0]
        known = self._known_word(word)
        if not known and text[match.start() - 1 : match.start()] in ("#", "@"):
            known = self._in_handle(romanised(word))
        initial = ""
        dotted = text[match.end() : match.end() + 1] == "."
        if len(word) == 1 or (dotted and len(word) == 2):
            initial = romanised(word)[:1]
        return _Token(match.start(), match.end(), word, known, initial)

    def _fits(self, word: str) -> dict[str, int]:
        fits = dict.fromkeys(self._exact.get(word.casefold(), ()), 2)
        key = romanised(word)
        if len(key) < 3:
            if word.casefold() in _SHORT_WORDS or not word[:1].isupper():
                return {}
            return fits
        if word[:1].isupper() or len(key) >= 6:
            for loose in loose_keys(word):
                fits.update(dict.fromkeys(self._loose.get(loose, ()), 1))
        if word[:1].isupper() or len(key) >= 4:
            fits.update(dict.fromkeys(self._strict.get(key, ()), 2))
        if not fits and len(key) >= 8:
            fits = self._joined(word, key)
        if not fits and word[:1].isupper() and len(key) >= 5:
            fits = self._begun(key)
        return fits

    def _begun(self, key: str) -> dict[str, int]:
        """Return whose name a word is a Latin form of (`Gulnaru`), or begins as (`Гульнарушка`)."""
        fits: dict[str, int] = {}
        for name in self._by_beginning.get(key[:3], ()):
            if (form := is_form(key, name)) or begins_as(key, name, 6):
                for person in self._strict[name]:
                    fits[person] = max(fits.get(person, 0), int(form))
        return fits

    def _in_handle(self, key: str) -> dict[str, int]:
        """Return whose name of five letters or more a hashtag or an account has in it."""
        found = (self._strict[part] for part in self._long if len(part) >= 5 and part in key)
        return dict.fromkeys((person for people in found for person in people), 2)

    def _joined(self, word: str, key: str) -> dict[str, int]:
        """Return who is named in a word that is several names run together: `ingamamay`."""
        counts: dict[str, int] = {}
        parts: dict[str, int] = {}
        for part in self._long:
            if part in key:
                for person in self._strict[part]:
                    counts[person] = counts.get(person, 0) + len(part)
                    parts[person] = parts.get(person, 0) + 1
        pieces = {romanised(piece) for piece in _CAMEL.split(word)}
        fits = {
            person: 2
            for person, size in counts.items()
            if size > 7 and (parts[person] > 1 or size >= 0.9 * len(key))
        }
        for piece in pieces - {key}:
            if len(piece) >= 4:
                fits.update(dict.fromkeys(self._strict.get(piece, ()), 2))
        return fits

    def _candidates(self, tokens: list[_Token], position: int) -> set[str]:
        token = tokens[position]
        found = set(token.full)
        if token.initial:
            for following in tokens[position + 1 : position + 3]:
                found.update(
                    person
                    for person in following.full
                    if token.initial in self._initials.get(person, ())
                )
        return found

    def _run(
        self,
        tokens: list[_Token],
        start: int,
        person: str,
        text: str,
        present: frozenset[str],
        places: frozenset[str],
    ) -> tuple[tuple[int, ...], int] | None:
        """Return how well the words from here on fit a person, and where they end."""
        full = score = 0
        end = start
        while end < len(tokens):
            token = tokens[end]
            if end > start and not _BETWEEN.match(text[tokens[end - 1].end : token.start]):
                break
            if token.full.get(person, 2) < 2 and self._is_place(token.text):
                # In Almaty, Zhumagulov Almat …: the place is no form of the name behind the comma.
                following = tokens[end + 1].start if end + 1 < len(tokens) else len(text)
                if "," in text[token.end : following] or (
                    end > start and "," in text[tokens[end - 1].end : token.start]
                ):
                    break
            if person in token.full:
                full += 1
                score += token.full[person]
            elif not (token.initial and token.initial in self._initials.get(person, ())):
                break
            elif (
                end > start
                and tokens[end - 1].full
                and "." in text[tokens[end - 1].end : token.start]
            ):
                break  # the sentence ends before this initial
            end += 1
        if not full:
            return None
        if end - start == 1:  # one word: only of people who are known to belong here
            word = tokens[start].text
            here = word.casefold() in places
            form = score < 2 and self._is_place(word)
            if person not in self._linked or here or form:
                return None
            if of_a_street(text, tokens[start].start, tokens[start].end):
                return None
        rank = (full, score, person in self._subjects, person in present, end - start)
        return tuple(map(int, rank)), end

    def _is_place(self, word: str) -> bool:
        return not self._places.isdisjoint((romanised(word), *loose_keys(word)))

    def _has_other_name(
        self, tokens: list[_Token], start: int, end: int, person: str, text: str
    ) -> bool:
        """Return whether one word of a name stands beside another name: then it is a namesake's.

        `Bokaev Sanzhar` is not Bokaev Max.
        """
        if len(self._words.get(person, ())) < 2:
            return False
        if end < len(tokens):
            following = tokens[end]
            gap = text[tokens[end - 1].end : following.start]
            if _CLOSE.match(gap) and _named(following):
                return True
        if start:
            previous = tokens[start - 1]
            gap = text[previous.end : tokens[start].start]
            before = text[max(0, previous.start - 8) : previous.start]
            begins = not before.strip() or _SENTENCE_END.search(before) is not None
            return bool(_CLOSE.match(gap)) and _named(previous) and not begins
        return False


def _named(token: _Token) -> bool:
    """Return whether a word looks like a name that nobody here has."""
    return len(token.text) > 1 and token.text.istitle() and not token.full
