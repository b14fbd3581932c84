"""How a query was read, in the reader's language.

The archive says it in English, in sentences that it keeps whole: a problem, and after a colon what
was done about it. A sentence that is not known here is shown as the archive says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from zhylnama.wording import Wording

_READ_QUERY = re.compile(r"read as “(?P<query>.*)”")
# Not inside what was typed.
_NEXT_LINE = re.compile(r"; (?!write )(?![^“]*”)")
_WITHOUT_VALUE = re.compile(r"(?P<field>[^\W\d_]+:) without a value")


# The sentences that hold something of what was typed: as the archive says them, and in words.
_WITH_VALUES: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (
        re.compile(r"“(?P<value>.*)” is not a date; write .+"),
        lambda tr, **typed: tr(
            "“{value}” is not a date; write 2021-12-05 or 2021-12..2022-01", **typed
        ),
    ),
    (
        re.compile(r"nothing has the whole word “(?P<word>.*)”: read as “.*\*”"),
        lambda tr, **typed: tr("nothing has the whole word “{word}”: read as “{word}*”", **typed),
    ),
    (
        re.compile(r"“(?P<typed>.*)” may be (?P<names>.+)"),
        lambda tr, **typed: tr("“{typed}” may be {names}", **typed),
    ),
    (
        re.compile(r"read as the name of (?P<names>.+)"),
        lambda tr, **typed: tr("read as the name of {names}", **typed),
    ),
    (
        re.compile(r"“(?P<words>.*)” also read as (?P<field>[a-z]+:.+)"),
        lambda tr, **typed: tr("“{words}” also read as {field}", **typed),
    ),
    (
        re.compile(r"“(?P<words>.*)” read as (?P<field>[a-z]+:.+)"),
        lambda tr, **typed: tr("“{words}” read as {field}", **typed),
    ),
    (
        re.compile(r"left out: (?P<words>.+)"),
        lambda tr, **typed: tr("left out: {words}", **typed),
    ),
    (
        re.compile(r"“(?P<value>.*)” is no kind of event"),
        lambda tr, **typed: tr("“{value}” is no kind of event", **typed),
    ),
    (
        re.compile(r"“(?P<value>.*)” is no role in an event"),
        lambda tr, **typed: tr("“{value}” is no role in an event", **typed),
    ),
    (
        re.compile(r"“(?P<value>.*)” is not an article; write .+"),
        lambda tr, **typed: tr("“{value}” is not an article; write 488.6 or CC-405", **typed),
    ),
)
_NO_FIELD = re.compile(r"“(?P<field>.*):” is no field")


def reading_in_words(wording: Wording, reading: str) -> str:
    """Return the line over the results: how the query was taken where it was not as typed."""
    said = "; ".join(_line(wording, line) for line in _NEXT_LINE.split(reading))
    return said[:1].upper() + said[1:]


def _line(wording: Wording, line: str) -> str:
    for sentence, in_words in _WITH_VALUES:
        if match := sentence.fullmatch(line):
            return in_words(wording.tr, **match.groupdict())
    problem, colon, done = line.partition(": read as “")
    if colon and (match := _READ_QUERY.fullmatch(f"read as “{done}")):
        said = wording.tr("read as “{query}”", query=match["query"])
        return f"{_part(wording, problem)}: {said}"
    problem, colon, done = line.rpartition(": ")
    if colon:
        return f"{_part(wording, problem)}: {_part(wording, done)}"
    return _part(wording, line)


def _part(wording: Wording, said: str) -> str:
    tr = wording.tr
    if match := _WITHOUT_VALUE.fullmatch(said):
        return tr("{field} without a value", field=match["field"])
    if match := _NO_FIELD.fullmatch(said):
        return tr("“{field}:” is no field", field=match["field"])
    known = {
        "a bracket closes that was not opened": tr("a bracket closes that was not opened"),
        "a bracket does not close": tr("a bracket does not close"),
        "a quotation mark does not close": tr("a quotation mark does not close"),
        "brackets too deep": tr("brackets too deep"),
        "brackets with nothing in them": tr("brackets with nothing in them"),
        "too many beginnings of one or two letters": tr(
            "too many beginnings of one or two letters"
        ),
        "unreadable": tr("unreadable"),
        "OR without a word on each side": tr("OR without a word on each side"),
        "AND without a word on each side": tr("AND without a word on each side"),
        "NOT without a word after it": tr("NOT without a word after it"),
        "read as plain text": tr("read as plain text"),
        "read as plain words": tr("read as plain words"),
        "nothing has all of these words": tr("nothing has all of these words"),
        "there is no word in the query": tr("there is no word in the query"),
        "only the first 64 words were searched for": tr(
            "only the first 64 words were searched for"
        ),
        "~ stands behind words in quotation marks": tr("~ stands behind words in quotation marks"),
        "the accounts are in English, names are found in any script": tr(
            "the accounts are in English, names are found in any script"
        ),
        "the accounts are in Russian, names are found in any script": tr(
            "the accounts are in Russian, names are found in any script"
        ),
        "the accounts are in Kazakh, names are found in any script": tr(
            "the accounts are in Kazakh, names are found in any script"
        ),
        "ordered by relevance": tr("ordered by relevance"),
        "the newest 20,000 hits": tr("the newest 20,000 hits"),
    }
    return known.get(said, said)
