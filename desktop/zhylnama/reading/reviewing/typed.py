"""One typed line as a thing of the record: an article, a sanction, a source, somebody's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from zhylnama.failure import BadInput
from zhylnama.record.event import Event, LawReference, Sanction, Source

What = Literal["date", "kind", "role", "law", "sanction", "person", "source", "text"]


class NotUnderstood(BadInput):
    """A line that cannot be read as what the field holds: `what` it should be, and as it stands."""

    def __init__(self, what: What, said: str) -> None:
        super().__init__(f"“{said}” is not understood as {what}.")
        self.what: What = what
        self.said = said


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language for the keys of the records; `length` says months, days, hours.

    `quotes` are the marks in which a language quotes, the opening and the closing one.
    """

    roles: Mapping[str, str]
    kinds: Mapping[str, str]
    sanctions: Mapping[str, str]
    recalled: str
    length: Callable[[Sanction], str | None]
    quotes: str = "“”"


def key(said: str, labels: Mapping[str, str], what: What) -> str:
    """Return the key that a word stands for. Raises NotUnderstood."""
    wanted = said.casefold()
    for key, label in labels.items():
        if wanted in (key, label.casefold()):
            return key
    # A beginning is enough where only one word begins so.
    begun = [key for key, label in labels.items() if label.casefold().startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    raise NotUnderstood(what, said)


_LAW = re.compile(r"(?P<code>\S+)\s+(?P<article>\d[\w.-]*)(?:\s+(?P<part>\S+))?")
_CODES: Final = {
    "КОАП": "AOC", "ӘҚБТК": "AOC", "УК": "CC", "ҚК": "CC", "ГК": "CIV", "АК": "CIV",
}  # fmt: skip


def read_law(line: str, event: Event) -> LawReference:
    """Return the article of a line like `AOC 488 6; Aigul Serikova`."""
    said, _, name = (part.strip() for part in line.partition(";"))
    match = _LAW.fullmatch(said)
    if match is None:
        raise NotUnderstood("law", line)
    code = _CODES.get(match["code"].upper(), match["code"])
    person = _person_called(name, event) if name else None
    try:
        return msgspec.convert(
            {"code": code, "article": match["article"], "part": match["part"], "person": person},
            LawReference,
        )
    except msgspec.ValidationError as error:
        raise NotUnderstood("law", line) from error


def _person_called(name: str, event: Event) -> str:
    for one in event.people:
        if name.casefold() in (one.name.casefold(), one.person):
            return one.person
    begun = {
        one.person
        for one in event.people
        if any(word.casefold().startswith(name.casefold()) for word in one.name.split())
    }
    if len(begun) == 1:
        return begun.pop()
    raise NotUnderstood("person", name)


_LENGTH = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d]+)\.?,?\s*")
_UNITS: Final = (
    ("days", 1, ("d", "day", "days", "дн", "день", "дня", "дней", "сут", "сутки", "суток", "күн", "тәулік")),
    ("months", 1, ("mo", "month", "months", "мес", "месяц", "месяца", "месяцев", "ай")),
    ("months", 12, ("y", "year", "years", "г", "год", "года", "лет", "жыл")),
    ("hours", 1, ("h", "hour", "hours", "ч", "час", "часа", "часов", "сағ", "сағат")),
)  # fmt: skip
_QUOTED = re.compile("“(?P<detail>.*\\S.*)”|«(?P<russian>.*\\S.*)»")
_MONEY = re.compile(r"(?P<amount>\d[\d\s]*(?:[.,]\d{1,2})?)\s*(?P<unit>[^\W\d]+|₸)\.?")
_MONIES: Final = {
    "kzt": "KZT", "tenge": "KZT", "тенге": "KZT", "теңге": "KZT", "₸": "KZT",
    "mci": "MCI", "мрп": "MCI", "аек": "MCI",
}  # fmt: skip


def read_sanction(line: str, event: Event, words: Vocabulary) -> Sanction:
    """Return the sanction of a line like `fine; 20 MCI; Aigul Serikova`."""
    quoted = _QUOTED.search(line)
    bare = line if quoted is None else line[: quoted.start()] + line[quoted.end() :]
    first, *rest = (part.strip() for part in bare.split(";"))
    plain: dict[str, Any] = {"kind": key(first, words.sanctions, "sanction")}
    if quoted is not None:
        plain["detail"] = quoted["detail"] or quoted["russian"]
    for part in rest:
        length, money = _read_length(part), _read_money(part)
        if length is not None:
            plain |= length
        elif money is not None:
            plain |= money
        elif part.casefold() in ("recalled", words.recalled.casefold()):
            plain["recalled"] = True
        elif part:
            plain["person"] = _person_called(part, event)
    try:
        return msgspec.convert(plain, Sanction)
    except msgspec.ValidationError as error:
        raise NotUnderstood("sanction", line) from error


def _read_length(text: str) -> dict[str, int] | None:
    """Return a length of `2 years 6 months`; None where the text is none, or no whole one."""
    found: dict[str, float] = {}
    at = 0
    while at < len(text):
        match = _LENGTH.match(text, at)
        if match is None:
            return None
        unit = match["unit"].casefold()
        fitting = [(field, times) for field, times, names in _UNITS if unit in names]
        if not fitting:
            return None
        field, times = fitting[0]
        number = float(match["number"].replace(",", ".")) * times
        found[field] = found.get(field, 0) + number
        at = match.end()
    if not found or any(value != int(value) for value in found.values()):
        return None
    return {field: int(value) for field, value in found.items()}


def _read_money(text: str) -> dict[str, Any] | None:
    match = _MONEY.fullmatch(text)
    currency = _MONIES.get(match["unit"].casefold()) if match else None
    if match is None or currency is None:
        return None
    amount = float(re.sub(r"\s", "", match["amount"]).replace(",", "."))
    return {"amount": int(amount) if amount == int(amount) else amount, "currency": currency}


_SOURCE = re.compile(r"(?:(?P<number>\d{1,7})\b\s*)?(?P<url>https?://\S+)?")


def read_source(line: str) -> Source:
    """Return the source of a line like `15 https://example.org/a; what was mended`."""
    # An address may hold a semicolon, but no space after it.
    said, _, note = (part.strip() for part in line.partition("; "))
    match = _SOURCE.fullmatch(said)
    if match is None or not (match["number"] or match["url"]):
        raise NotUnderstood("source", line)
    number = int(match["number"]) if match["number"] else None
    try:
        return msgspec.convert(
            {"number": number, "url": match["url"], "note": note or None}, Source
        )
    except msgspec.ValidationError as error:
        raise NotUnderstood("source", line) from error
