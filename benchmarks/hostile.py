"""Strings that nobody should type, against a whole archive: none may raise, none may be slow.

`python -m benchmarks.hostile FILE.zhylnama [NUMBER]` searches for NUMBER of them (100,000 where
none is given) as typed and in exact spelling, counts and completes every tenth, and prints the
slowest. Exit status 1 where one raised or took longer than a second.

The strings: the pieces of the query language in any order, syntax of FTS5 and SQL, letters of all
planes, control and private-use characters, lone surrogates, very long words, deep brackets and
thousands of operators, names and words of the archive cut, doubled and mixed with all of these.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from zhylnama.archive.archive import Archive
from zhylnama.archive.query import FIELDS

SLOWEST_ALLOWED = 1.0
SEED = 3
_PIECES = (
    *"()\"“”„«»‘’'`-−–=*~:;.,!?#@$%^&|\\/<>[]{}+ \t\n\r", "AND", "OR", "NOT", "ИЛИ", "НЕ", "И",
    "НЕМЕСЕ", "or", "and", "..", ">", "<", ">=", "<=", "~5", "~0", "~999", "~99999", '""', "**",
    "a*", "*", "=", '"=', "-(", ")(", "(((", ")))", "＂", "（", "）", "：", "＊", "－", "～",
    "A.", "М.К.", "Zh.", "г.", "2021-12-16", "2021-12", "16.12.2021", "9999-99-99", "0000",
    "488.6", "CC-405", "КоАП-488", "ст.", "https://a.b/c?d=e", "rus.azattyq.org",
    "date:16 декабря", "date:16.12", "date:december", "date:31 ақпан", "декабря", "16",
    "law:405(2)", "law:405(", "405-2)", "law:ст. 488 ч. 6 КоАП РК", "law:488-баптың 6-бөлігі",
    "criminal code", "source:азаттык", "source:власть.кз", "source:қазаққыз", "азаттык",
)  # fmt: skip
_SYNTAX = (
    "NEAR(a b, 5)", "text : picket", "{text title} : picket", "- text : a", "^picket", "a + b",
    '"a" * "b"', "word MATCH 'a'", "rowid:1", "'; DROP TABLE event; --", "\" OR 1=1 --",
    "1; SELECT", "UNION SELECT * FROM event", "%s%d%n", "${x}", "{{x}}", "\\u0000", "&#0;",
    "<b>a</b>", "../../../etc/passwd", "\x1b[31m", "NEAR", "NEAR/5", "a NEAR b", "a^2", "col:*",
    "* *", '"" ""',
)  # fmt: skip
_SEPARATE = (
    "\x00\x01\x07\x08\x0b\x1b\x1f\x7f\x85\u00a0\u00ad\u061c\u180e\u2028\u2029\u3000\ufeff\ufffd"
)
_PLANES = (
    0, 0x80, 0x250, 0x300, 0x400, 0x500, 0x590, 0x900, 0x2000, 0x3040, 0xD800, 0xDC00, 0xE000,
    0xFB00, 0xFE00, 0xFF00, 0x1D400, 0x1F600, 0x20000,
)  # fmt: skip
_MARKS = "\ue000\ue001\ue002\uf8ff\U000f0000\U0010ffff"


def hostile_strings(number: int, words: list[str], seed: int = SEED) -> Iterator[str]:
    """Yield so many strings, the same for the same seed; `words` are some that an archive has."""
    dice = random.Random(seed)
    ways = (
        *(_of_the_language,) * 5, _of_any_letters, _of_any_letters, _of_letters_of_one_plane,
        _of_words_spoilt, _of_words_spoilt, _of_words_spoilt, _of_syntax, _of_marks,
    )  # fmt: skip
    for n in range(number):
        yield _extreme(dice, words) if n % 500 == 499 else dice.choice(ways)(dice, words)


def _of_the_language(dice: random.Random, words: list[str]) -> str:
    pieces = [*_PIECES, *(f"{name}:" for name in FIELDS), *dice.choices(words, k=20)]
    joint = dice.choice(("", " "))
    return joint.join(dice.choices(pieces, k=dice.randint(1, 25)))


def _of_any_letters(dice: random.Random, words: list[str]) -> str:
    return "".join(chr(dice.randrange(0x110000)) for _ in range(dice.randint(1, 40)))


def _of_letters_of_one_plane(dice: random.Random, words: list[str]) -> str:
    start = dice.choice(_PLANES)
    letters = [chr(start + dice.randrange(256)) for _ in range(dice.randint(1, 40))]
    return "".join(letters) + dice.choice(("", "*", " OR a", '"'))


def _of_words_spoilt(dice: random.Random, words: list[str]) -> str:
    found = []
    for word in dice.choices(words, k=dice.randint(1, 6)):
        at = dice.randrange(len(word) + 1)
        left, right = word[:at], word[at:]
        field = dice.choice(FIELDS)
        ways = (
            word, left, left + right[1:], left + dice.choice("aеж'’-") + right, word.upper(),
            word + "*", f'"{word}', f"={word}", f"-{word}", f"({word}", word * 3, f"{word[:1]}.",
            left + dice.choice(_SEPARATE + _MARKS) + right, f"{field}:{word}",
            left + "\u0301" * dice.randint(1, 50) + right,
        )  # fmt: skip
        found.append(dice.choice(ways))
    return dice.choice((" ", " OR ", " NOT ", "-", " ~5 ")).join(found)


def _of_syntax(dice: random.Random, words: list[str]) -> str:
    return " ".join(dice.choices((*_SYNTAX, *_PIECES), k=dice.randint(1, 6)))


def _of_marks(dice: random.Random, words: list[str]) -> str:
    inner = dice.choice(("event", "kind", "person", "place", "day", "year", "nothing"))
    mark = dice.choice(_MARKS) + inner + dice.choice(_MARKS) + dice.choice(words)
    return dice.choice(
        (mark, f'"{mark}"', f"person:{mark}", f"{mark}*", f"={mark}", f"a OR {mark}")
    )


def _extreme(dice: random.Random, words: list[str]) -> str:
    """Return one of the very long: up to a hundred thousand characters."""
    word = dice.choice(words)
    phrase = " ".join(words[:400])
    some = dice.choices(words, k=64)
    ways = (
        word * (100_000 // len(word)), "a" * 100_000, "а" * 100_000, "\u0301" * 100_000,
        "(" * 50_000 + word + ")" * 50_000, "(" * 31 + word + ")" * 31, '"' * 9_999,
        f"{word} OR " * 5_000, f"{word} " * 5_000, " OR ".join(some), "-" * 50_000 + word,
        "NOT " * 5_000 + word, f"person:{word} " * 5_000, "a* " * 5_000, f'"{phrase}"',
        " OR ".join(f"{one[:2]}*" for one in some), f'"{phrase}"~100', f'"{phrase}"*',
        "date:1900..2100 " * 100, "date:1900-01-02..2099-12-30",
        " ".join(f"-{one}" for one in some), "A. " * 2_000, f"A. {word} " * 64, "🙂" * 50_000,
        "\ud800" * 50_000, "\x00" * 100_000, f"{word}'" * 20_000, f"{word}-" * 20_000,
        "e\u0301" * 50_000, "ﷺ" * 30_000, "kind:(" * 5_000, f"kind:({' OR '.join(some)})",
        f"law:({' OR '.join(some)})", "x" * 4_000, "sch" * 1_300, "q" * 4_000, "Қы" * 2_000,
        " ".join("АБВГД"[n % 5] + "." for n in range(2_000)),
        " ".join(f"{one[:1]}*" for one in some),
    )  # fmt: skip
    return dice.choice(ways)


def words_of(archive: Archive) -> list[str]:
    """Return names and words of the newest events of an archive, in the order that they stand."""
    page = archive.search("", limit=300)
    found: dict[str, None] = {}
    for hit in page.hits:
        event = hit.event
        for text in (*(who.name for who in event.people), event.place or "", event.text):
            found.update(dict.fromkeys(text.split()))
    return list(found)[:3_000] or ["a"]


def search_for(archive: Archive, typed: str, *, whole: bool) -> float:
    """Return the seconds that a search takes; `whole` does all else that the window asks for."""
    start = time.perf_counter()
    archive.search(typed)
    searched = time.perf_counter() - start
    if whole:
        archive.search(typed, exact_spelling=True)
        archive.search(typed, sort="best")
        archive.found(typed)
        archive.complete(typed)
    return searched


def main(arguments: list[str]) -> int:
    """Run as the module's text says."""
    path, number = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 100_000
    slowest: list[tuple[float, str]] = []
    raised = 0
    total = 0.0
    with Archive.open(path) as archive:
        for n, typed in enumerate(hostile_strings(number, words_of(archive))):
            try:
                took = search_for(archive, typed, whole=n % 10 == 0)
            except Exception as error:  # noqa: BLE001 (none is expected, so any is told)
                raised += 1
                print(f"{n}: {typed[:200]!r} raised {error!r}")
                continue
            if took > SLOWEST_ALLOWED:
                # Another process may have had the core: what is slow is slow again.
                took = min(took, search_for(archive, typed, whole=False))
            total += took
            slowest = sorted([*slowest, (took, typed)], reverse=True)[:10]
    print(f"{number} strings, {raised} raised, {total / number * 1000:.2f} ms each")
    for took, typed in slowest:
        print(f"{took * 1000:8.1f} ms  {len(typed):6} characters  {typed[:80]!r}")
    return int(raised > 0 or slowest[0][0] > SLOWEST_ALLOWED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
