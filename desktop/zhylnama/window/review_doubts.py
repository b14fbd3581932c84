"""What the reading of a report was not sure of, in the words of the window.

The reading tells its doubts in English sentences, which stay in the record; here they are known
again and said in the window's language. One that is not known is shown as it stands.
"""

from __future__ import annotations

import re

from zhylnama.reading.fields import Field
from zhylnama.window.review_words import field_in_words
from zhylnama.wording import Wording


def doubt_in_words(wording: Wording, doubt: str) -> str:
    """Return what the reading was not sure of; a doubt without a translation stays as it is."""
    field, _, said = doubt.partition(": ")
    for pattern, sentence in _doubts(wording):
        match = re.fullmatch(pattern, said)
        if match is not None:
            names = {key: value or "" for key, value in match.groupdict().items()}
            return f"{_doubted(wording, field)}: {sentence.format(**names)}"
    return doubt


def _doubted(wording: Wording, field: str) -> str:
    known: dict[str, Field] = {
        "until": "date", "date": "date", "place": "place", "region": "region", "kinds": "kinds",
        "people": "people", "law": "law", "sanctions": "sanctions", "sources": "sources",
        "split": "text",
    }  # fmt: skip
    return field_in_words(wording, known[field]) if field in known else field


def _doubts(wording: Wording) -> list[tuple[str, str]]:
    tr = wording.tr
    return [
        (
            r"“(?P<a>.+?)” may be \S+, who is in this report .*",
            tr("“{a}” may be somebody else in this report"),
        ),
        (r"“(?P<a>.+?)” may be \S+, (?P<b>.+) \([^()]*\)", tr("“{a}” may be {b}")),
        (r"“(?P<a>.+?)” is the name of .+", tr("“{a}” is the name of several people")),
        (r"“(?P<a>.+?)” is read as a form of “(?P<b>.+)”", tr("“{a}” is read as a form of “{b}”")),
        (r"“(?P<a>.+)” is not in the gazetteer", tr("“{a}” is not in the gazetteer")),
        (r"several places are called “(?P<a>.+)”", tr("several places are called “{a}”")),
        (r"taken from “(?P<a>.+)”", tr("taken from “{a}”")),
        (
            r"the report writes “(?P<a>.+)”; read as (?P<b>.+)",
            tr("the report writes “{a}”; read as {b}"),
        ),
        (r"the paragraph names no date", tr("the paragraph names no date")),
        (r"outside the report’s period .+", tr("outside the report’s period")),
        (r"the year \d+ is not in the report’s title", tr("the year is not in the report’s title")),
        (r"the day does not exist", tr("the day does not exist")),
        (
            r"nothing in the text says what kind .+",
            tr("nothing in the text says what kind of event this is"),
        ),
        (
            r"the code of Article (?P<a>\S+) is not named",
            tr("the code of article {a} is not named"),
        ),
        (
            r"Article (?P<a>\S+) is of another law .+",
            tr("article {a} is of another law and is not taken"),
        ),
        (r"somebody who is not named", tr("somebody who is not named")),
        (
            r"it is not clear who.+|two people or more could be meant",
            tr("it is not clear whose this is"),
        ),
        (
            r"(?P<a>.+) is taken as the only person named",
            tr("{a} is taken as the only person named"),
        ),
        (r"it may be (?P<a>.+) who is meant", tr("it may be {a} who is meant")),
        (r"(?P<a>\d+) people and (?P<b>\d+) penalties", tr("people: {a}, sanctions: {b}")),
        (
            r"several penalties in a row .+",
            tr("several sanctions in a row are read in the order of the names"),
        ),
        (r"note (?P<a>\d+) has no link", tr("note {a} has no link")),
        (
            r"note (?P<a>\d+) is printed twice .+",
            tr("note {a} is printed twice with different links"),
        ),
        (
            r"check what belongs to this half",
            tr("this was one event; check what belongs to this half"),
        ),
    ]
