"""What the reading of a report was not sure of, and why it left something out, in a language.

The reading knows no language: its doubts are English sentences, which stay so in the record. Here
they are known again and said in the reader's own words. One that is not known, since a person wrote
it or an older version of the program did, is shown as it stands.
"""

from __future__ import annotations

import re

from zhylnama.wording.wording import Wording

_Said = list[tuple[str, str]]


def doubt_in_words(wording: Wording, doubt: str) -> str:
    """Return what the reading was not sure of; a doubt without a translation stays as it is."""
    field, _, said = doubt.partition(": ")
    words = _known_again(said, _doubts(wording))
    return doubt if words is None else f"{_field(wording, field)}: {words}"


def left_out_in_words(wording: Wording, reason: str) -> str:
    """Return why a part of a report is in no record; a person's own words stay as they are."""
    words = _known_again(reason, _reasons(wording))
    return reason if words is None else words


def _known_again(said: str, known: _Said) -> str | None:
    for pattern, sentence in known:
        match = re.fullmatch(pattern, said, re.DOTALL)
        if match is not None:
            return sentence.format(**{key: value or "" for key, value in match.groupdict().items()})
    return None


def _field(wording: Wording, field: str) -> str:
    tr = wording.tr
    known = {
        "until": tr("Date"), "date": tr("Date"), "place": tr("Place"), "region": tr("Region"),
        "kinds": tr("Kind"), "people": tr("People"), "law": tr("Law"),
        "sanctions": tr("Sanctions"), "sources": tr("Sources"), "split": tr("Text"),
        "text": tr("Text"),
    }  # fmt: skip
    return known.get(field, field)


def _doubts(wording: Wording) -> _Said:
    return [
        *_about_people(wording),
        *_about_dates_and_places(wording),
        *_about_law(wording),
        *_about_sanctions(wording),
        *_about_sources(wording),
    ]


def _about_people(wording: Wording) -> _Said:
    tr = wording.tr
    return [
        (
            r"“(?P<a>.+?)” may be \S+, who is in this report .*",
            tr("“{a}” may be somebody else in this report"),
        ),
        (r"“(?P<a>.+?)” may be \S+, (?P<b>.+) \([^()]*\)", tr("“{a}” may be {b}")),
        (r"“(?P<a>.+?)” is the name of .+", tr("“{a}” is the name of several people")),
        (
            r"“(?P<a>.+?)” is taken to be \S+, whom the archive spells so .*",
            tr("“{a}” is taken to be the one person whom the archive spells so"),
        ),
        (r"“(?P<a>.+?)” may be a form of (?P<b>.+)", tr("“{a}” may be a form of {b}")),
        (
            r"“(?P<a>.+?)” is taken to be (?P<b>.+), of the event before",
            tr("“{a}” is taken to be {b}, of the event before"),
        ),
        (r"“(?P<a>.+?)” is read as a form of “(?P<b>.+)”", tr("“{a}” is read as a form of “{b}”")),
    ]


def _about_dates_and_places(wording: Wording) -> _Said:
    tr = wording.tr
    return [
        (r"the paragraph names no date", tr("the paragraph names no date")),
        (r"outside the report’s period .+", tr("outside the report’s period")),
        (r"the year \d+ is not in the report’s title", tr("the year is not in the report’s title")),
        (r"the year is not known", tr("the year is not known")),
        (r"the day does not exist", tr("the day does not exist")),
        (r"the last day lies before the first", tr("the last day lies before the first")),
        (r"“(?P<a>.+)” is not in the gazetteer", tr("“{a}” is not in the gazetteer")),
        (r"several places are called “(?P<a>.+)”", tr("several places are called “{a}”")),
        (r"taken from “(?P<a>.+)”", tr("taken from “{a}”")),
        (r"(?P<a>.+) is that of the event before it", tr("{a} is that of the event before it")),
        (
            r"the report writes “(?P<a>.+)”; read as (?P<b>.+)",
            tr("the report writes “{a}”; read as {b}"),
        ),
        (r"several places stand after the date", tr("several places stand after the date")),
        (r"(?P<a>.+) does not lie in (?P<b>.+)", tr("{a} does not lie in {b}")),
        (
            r"nothing in the text says what kind .+",
            tr("nothing in the text says what kind of event this is"),
        ),
    ]


def _about_law(wording: Wording) -> _Said:
    tr = wording.tr
    return [
        (
            r"the code of Article (?P<a>\S+) is not named",
            tr("the code of article {a} is not named"),
        ),
        (
            r"the code of Article (?P<a>\S+) is not named; taken as (?P<b>\S+)",
            tr("the code of article {a} is not named; taken as {b}"),
        ),
        (
            r"Article (?P<a>\S+) is of another law .+",
            tr("article {a} is of another law and is not taken"),
        ),
    ]


def _about_sanctions(wording: Wording) -> _Said:
    tr = wording.tr
    return [
        (r"somebody who is not named", tr("somebody who is not named")),
        (
            r"it is not clear who is meant by “(?P<a>.+)”",
            tr("it is not clear who is meant by “{a}”"),
        ),
        (
            r"it is not clear whose this is|two people or more could be meant",
            tr("it is not clear whose this is"),
        ),
        (
            r"(?P<a>\d+) penalties, and it is not clear whose",
            tr("sanctions: {a}, and it is not clear whose"),
        ),
        (
            r"it is not clear which term is suspended",
            tr("it is not clear which term is suspended"),
        ),
        (
            r"“(?P<a>.+)” is taken to be all who are named",
            tr("“{a}” is taken to be all who are named"),
        ),
        (r"“(?P<a>.+?)” is taken to be (?P<b>.+)", tr("“{a}” is taken to be {b}")),
        (
            r"(?P<a>.+) is taken as the only person named",
            tr("{a} is taken as the only person named"),
        ),
        (
            r"“the others” are taken to be the rest of the names",
            tr("the others are taken to be the rest of the names"),
        ),
        (
            r"(?P<a>.+) is taken as the one of whom the paragraph tells",
            tr("{a} is taken as the one of whom the paragraph tells"),
        ),
        (r"it may be (?P<a>.+) who is meant", tr("it may be {a} who is meant")),
        (r"(?P<a>\d+) people and (?P<b>\d+) penalties", tr("people: {a}, sanctions: {b}")),
        (r"one person and (?P<b>\d+) penalties", tr("one person, sanctions: {b}")),
        (
            r"several penalties in a row .+",
            tr("several sanctions in a row are read in the order of the names"),
        ),
        (r"“(?P<a>.+)” is no whole number of \w+", tr("“{a}” is not a whole length")),
        (
            r"“(?P<a>.+)” is longer than any penalty",
            tr("“{a}” is longer than any penalty"),
        ),
        (r"(?P<a>.+) is more than any fine", tr("{a} is more than any fine")),
    ]


def _about_sources(wording: Wording) -> _Said:
    tr = wording.tr
    return [
        (r"note (?P<a>\d+) has no link", tr("note {a} has no link")),
        (
            r"note (?P<a>\d+) is printed twice .+",
            tr("note {a} is printed twice with different links"),
        ),
        (
            r"letters that could not be read are shown as �",
            tr("letters that could not be read are shown as �"),
        ),
        (
            r"check what belongs to this half",
            tr("this was one event; check what belongs to this half"),
        ),
        (
            r"two events were joined; check every field",
            tr("two events were joined; check every field"),
        ),
    ]


def _reasons(wording: Wording) -> _Said:
    tr = wording.tr
    return [
        (r"stands before the title", tr("stands before the title")),
        (r"stands after the last note", tr("stands after the last note")),
        (r"is printed at the edge .+", tr("is printed at the edge of the pages")),
        (r"is a menu or a comment .+", tr("is a menu or a comment beside the text")),
        (r"stands before the first event", tr("stands before the first event")),
        (r"is longer than any paragraph .+", tr("is longer than any paragraph of a report")),
        (
            r"is only a date; it holds .+",
            tr("is only a date; it holds for the paragraphs below it"),
        ),
        (r"has no words", tr("has no words")),
        (
            r"is a heading or a line of the page, .+",
            tr("is a heading or a line of the page, without a date"),
        ),
        (
            r"is a line of the page, not of the report",
            tr("is a line of the page, not of the report"),
        ),
        (
            r"is printed a second time, word for word as paragraph (?P<a>\d+)",
            tr("is printed a second time, word for word as paragraph {a}"),
        ),
        (
            r"is printed word for word in (?P<a>.+), paragraph (?P<b>\d+)",
            tr("is printed word for word in {a}, paragraph {b}"),
        ),
        (
            r"is a second note with the number (?P<a>\d+)",
            tr("is a second note with the number {a}"),
        ),
        (r"is a note that no paragraph refers to", tr("is a note that no paragraph refers to")),
    ]
