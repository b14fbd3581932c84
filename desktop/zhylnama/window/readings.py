"""How a query was read, in the reader's language.

The archive says it in English, in sentences that it keeps whole: a problem, and after a colon what
was done about it. A sentence that is not known here is shown as the archive says it.
"""

from __future__ import annotations

import re

from zhylnama.wording import Wording

_NO_DATE = re.compile(r"“(?P<value>.*)” is not a date; write .+")
_UNFINISHED = re.compile(r"nothing has the whole word “(?P<word>.*)”: read as “.*\*”")
_MAY_BE = re.compile(r"“(?P<typed>.*)” may be (?P<names>.+)")
_NAME_OF = re.compile(r"read as the name of (?P<names>.+)")
_READ_AS = re.compile(r"“(?P<words>.*)” read as (?P<field>[a-z]+:.+)")
_LEFT_OUT = re.compile(r"left out: (?P<words>.+)")
_NO_KIND = re.compile(r"“(?P<value>.*)” is no kind of event")
_NO_ROLE = re.compile(r"“(?P<value>.*)” is no role in an event")
_NO_FIELD = re.compile(r"“(?P<field>.*):” is no field")
_NO_LAW = re.compile(r"“(?P<value>.*)” is not an article; write .+")
_READ_QUERY = re.compile(r"read as “(?P<query>.*)”")
# Not inside what was typed.
_NEXT_LINE = re.compile(r"; (?!write )(?![^“]*”)")
_WITHOUT_VALUE = re.compile(r"(?P<field>[^\W\d_]+:) without a value")


def reading_in_words(wording: Wording, reading: str) -> str:
    """Return the line over the results: how the query was taken where it was not as typed."""
    said = "; ".join(_line(wording, line) for line in _NEXT_LINE.split(reading))
    return said[:1].upper() + said[1:]


def _line(wording: Wording, line: str) -> str:
    if match := _NO_DATE.fullmatch(line):
        return wording.tr(
            "“{value}” is not a date; write 2021-12-05 or 2021-12..2022-01", value=match["value"]
        )
    if match := _UNFINISHED.fullmatch(line):
        return wording.tr(
            "nothing has the whole word “{word}”: read as “{word}*”", word=match["word"]
        )
    if match := _MAY_BE.fullmatch(line):
        return wording.tr("“{typed}” may be {names}", typed=match["typed"], names=match["names"])
    if match := _NAME_OF.fullmatch(line):
        return wording.tr("read as the name of {names}", names=match["names"])
    if match := _READ_AS.fullmatch(line):
        return wording.tr("“{words}” read as {field}", words=match["words"], field=match["field"])
    if match := _LEFT_OUT.fullmatch(line):
        return wording.tr("left out: {words}", words=match["words"])
    if match := _NO_KIND.fullmatch(line):
        return wording.tr("“{value}” is no kind of event", value=match["value"])
    if match := _NO_ROLE.fullmatch(line):
        return wording.tr("“{value}” is no role in an event", value=match["value"])
    if match := _NO_LAW.fullmatch(line):
        return wording.tr(
            "“{value}” is not an article; write 488.6 or CC-405", value=match["value"]
        )
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
        "there is no word in the query": tr("there is no word in the query"),
        "only the first 64 words were searched for": tr(
            "only the first 64 words were searched for"
        ),
        "ordered by relevance": tr("ordered by relevance"),
        "the newest 20,000 hits": tr("the newest 20,000 hits"),
    }
    return known.get(said, said)
