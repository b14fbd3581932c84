"""The spellings of the index: which of its words a typed word means, from exact to loose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import cast

import apsw

from zhylnama.archive.function_words import is_little
from zhylnama.names.cases import declined
from zhylnama.names.fold import Stemmer, clean, loose_keys, readings, romanised
from zhylnama.names.habits import habits
from zhylnama.names.identity import habits_shown

MOST_SPELLINGS = 48
MOST_IN_PHRASES = 400
_CYRILLIC = re.compile("[\u0400-\u052f]")
_DOUBLED = re.compile(r"(.)\1+")
BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the index with its grade: 0 as typed, 1 romanised, 2 another form, 3 looser."""

    word: str
    grade: int


class Spellings:
    """Looks up words of one open archive; one instance serves one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._made: Stemmer | None = None
        # From key press to key press the words are the same but the last.
        self._of = lru_cache(maxsize=1_000)(self._look_up)
        self._is_known = lru_cache(maxsize=1_000)(self._look_whether_known)
        self._tokenize = connection.fts5_tokenizer("unicode61", ["remove_diacritics", "0"])

    @property
    def _stemmer(self) -> Stemmer:
        if self._made is None:
            self._made = Stemmer()
        return self._made

    def stem(self, word: str) -> str:
        """Return the stem of a word in lower case, itself where it has none."""
        return self._stemmer.stem(word) or word

    def tokens(self, text: str) -> list[tuple[int, int, str]]:
        """Return the words of a text as the index cuts them: start and end in bytes, the word."""
        encoded = text.encode("utf-8", "replace")
        found = self._tokenize(encoded, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_colocated=False)
        return cast("list[tuple[int, int, str]]", found)

    def words(self, text: str) -> list[str]:
        """Return the words of a typed text, cleaned and in lower case."""
        return [word for _, _, word in self.tokens(clean(text))]

    def keys_as_json(self, word: str) -> str:
        """Return the keys of a word of the index, as a JSON list for one bound value."""
        return json.dumps([key for key, _ in word_keys(word, self._stemmer)])

    def occurs(self, query: str) -> bool:
        """Tell whether any event has what an FTS5 query asks for."""
        found = self._connection.execute("SELECT 1 FROM word WHERE word MATCH ? LIMIT 1", (query,))
        return found.get is not None

    def is_known(self, word: str) -> bool:
        """Tell whether an account has a word or a form of it."""
        return self._is_known(word)

    def _look_whether_known(self, word: str) -> bool:
        keys = [romanised(word), f"={self.stem(word)}"]
        found = self._connection.execute("SELECT 1 FROM spelling WHERE key IN (?, ?) LIMIT 1", keys)
        return found.get is not None

    def of(self, word: str) -> tuple[Spelling, ...]:
        """Return the spellings that a word may mean, the surest and most used first.

        The word itself always comes first, whether the index has it or not.
        """
        return self._of(word)

    def _look_up(self, word: str) -> tuple[Spelling, ...]:
        keys = dict(word_keys(word, self._stemmer))
        found = {word: 0}
        for spelled, grade in self._with_keys(keys):
            if len(spelled) > 3 or not _is_stammered(word):
                found.setdefault(spelled, grade)
        # What only a name is read as, and no word of a text: Canbolat, Қылышев (Клышев).
        if shown := habits_shown((word,)) - habits(word):
            for spelled, _ in self._with_keys(readings(word, shown)):
                found.setdefault(spelled, 3)
        for spelled in self._short_names(word):
            found.setdefault(spelled, 3)
        return tuple(Spelling(spelled, grade) for spelled, grade in found.items())

    def _short_names(self, word: str) -> list[str]:
        """Return words of the index that are a name of three letters of which a word is a case.

        Киму is Kim where somebody is called so. Any other word so short is another (тому, том).
        """
        if not 3 <= len(word) <= 5 or is_little(word) or not _CYRILLIC.search(word):
            return []
        keys = {romanised(base) for base, _ in declined(word, fewest=2) if len(base) == 3}
        rows = self._connection.execute(
            "SELECT DISTINCT key FROM name_key WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(keys)),),
        ) if keys else ()  # fmt: skip
        names = [key for (key,) in rows]
        return [spelled for spelled, _ in self._with_keys(names)] if names else []

    def _with_keys(self, keys: Iterable[str]) -> list[tuple[str, int]]:
        """Return words of the index with one of the keys and their grade, the surest first."""
        # One bound list, whatever its length: another text would have to be planned anew.
        return list(
            self._connection.execute(
                "SELECT word, min(grade) FROM spelling"
                " WHERE key IN (SELECT value FROM json_each(?))"
                f" GROUP BY word ORDER BY 2, max(uses) DESC LIMIT {MOST_SPELLINGS}",
                (json.dumps(list(keys)),),
            )
        )

    def starting(self, beginning: str) -> list[Spelling]:
        """Return spellings whose romanised key begins like the key of an unfinished word."""
        key = romanised(beginning)
        found = {beginning: 0}
        if len(key) >= 2 and not _is_stammered(beginning):
            for (spelled,) in self._connection.execute(
                "SELECT word FROM spelling WHERE key >= ? AND key < ? AND grade = 1"
                f" ORDER BY uses DESC LIMIT {MOST_SPELLINGS}",
                (key, key + "\U0010fffe"),
            ):
                if not spelled.startswith(beginning):
                    found.setdefault(spelled, 1)
        return [Spelling(spelled, grade) for spelled, grade in found.items()]


def _is_stammered(word: str) -> bool:
    """Tell whether a word is one of three letters but for what is doubled: Mmaay is no may."""
    bare = _DOUBLED.sub(r"\1", word)
    return len(bare) <= 3 and len(word) - len(bare) > 1


def fewer(spellings: list[list[Spelling]], most: int) -> list[list[Spelling]]:
    """Return so few spellings of each word of a phrase that their combinations stay few.

    The surest stay: one of each word, then a second of each as long as there is room.
    """
    most = min(most, max(1, MOST_IN_PHRASES // len(spellings)))
    kept = [choices[:1] for choices in spellings]
    combinations = 1
    for rank in range(1, MOST_SPELLINGS + 1):
        for choices, few in zip(spellings, kept, strict=True):
            if len(choices) > rank:
                more = combinations // len(few) * (len(few) + 1)
                if more > most:
                    return kept
                few.append(choices[rank])
                combinations = more
    return kept


def derive_spellings(archive: apsw.Connection) -> None:
    """Fold each distinct word of the index once, and keep under which keys it is found."""
    stemmer = Stemmer()
    archive.execute("CREATE VIRTUAL TABLE temp.every USING fts5vocab(main, word, row)")
    cursor = archive.execute("SELECT term, doc FROM temp.every WHERE term < char(0xE000)")
    while batch := list(islice(cursor, BATCH)):
        rows = []
        for term, uses in batch:
            rows += [(key, grade, term, uses) for key, grade in word_keys(term, stemmer)]
        archive.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?, ?)", rows)
    archive.execute("DROP TABLE temp.every")


def word_keys(word: str, stemmer: Stemmer) -> list[tuple[str, int]]:
    """Return the keys of one word with their grade: 1 romanised, 2 stem, 3 loose.

    A loose key begins with a colon and a stem with an equals sign, so that the three are apart.
    """
    keys: list[tuple[str, int]] = []
    if strict := romanised(word):
        keys.append((strict, 1))
    if (stem := stemmer.stem(word)) is not None:
        keys.append((f"={stem}", 2))
    if not word.isdigit():
        keys += [(f":{key}", 3) for key in loose_keys(word) if len(key) > 2]
    return keys
