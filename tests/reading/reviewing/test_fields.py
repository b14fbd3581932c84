"""Fields as lines: what is shown can be typed back, in the words of the window or the records."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import msgspec
import pytest
from tests.records import kind_groups, seeds

from zhylnama.reading.reviewing.fields import FIELDS, Field, field_lines, read_field
from zhylnama.reading.reviewing.typed import NotUnderstood, Vocabulary
from zhylnama.record.event import Appearance, Event, Role, Sanction, SanctionKind


def _length(one: Sanction) -> str | None:
    parts = [(one.months, "месяцев"), (one.days, "суток"), (one.hours, "часов")]
    return " ".join(f"{number} {unit}" for number, unit in parts if number is not None) or None


ROLES = {"targeted": "person affected", "other": "otherwise named"}
WORDS = Vocabulary(
    roles={role: ROLES.get(role, role) for role in get_args(Role)},
    kinds={kind: kind.replace("-", " ") for kind in kind_groups()},
    sanctions={k: "administrative arrest" if k == "arrest" else k for k in get_args(SanctionKind)},
    recalled="mentioned only",
    length=_length,
)
EVENT = Event(
    id="x.1",
    text="Something.",
    people=[
        Appearance(person="serikova-aigul", name="Aigul Serikova", role="targeted"),
        Appearance(person="omarov-daniyar", name="Daniyar Omarov", role="official"),
    ],
)


def read(field: Field, text: str, event: Event = EVENT) -> Any:
    return read_field(event, field, text, WORDS)[0][field]


def test_every_seed_can_be_shown_and_typed_back_unchanged() -> None:
    for event in seeds():
        plain = msgspec.to_builtins(event)
        for field in FIELDS:
            shown = "\n".join(field_lines(event, field, WORDS))
            changes, new = read_field(event, field, shown, WORDS)
            assert new == ()
            if field == "people" and len({one.name for one in event.people}) < len(event.people):
                continue
            for name, value in changes.items():
                assert value == plain[name], (event.id, name)


@pytest.mark.parametrize(
    ("typed", "date", "until", "precision"),
    [
        ("2021-12-05", "2021-12-05", None, "day"),
        ("2021-12-05 – 2021-12-07", "2021-12-05", "2021-12-07", "day"),
        ("2021-12-05...2021-12-07", "2021-12-05", "2021-12-07", "day"),
        ("2021-12", "2021-12-01", None, "month"),
        ("2021", "2021-01-01", None, "year"),
        ("", None, None, "day"),
    ],
)
def test_dates(typed: str, date: str | None, until: str | None, precision: str) -> None:
    changes, _ = read_field(EVENT, "date", typed, WORDS)
    assert changes == {"date": date, "until": until, "precision": precision}


def test_sanctions() -> None:
    assert read("sanctions", "administrative arrest; 15 суток; Aigul Serikova")[0] == (
        msgspec.to_builtins(Sanction(person="serikova-aigul", kind="arrest", days=15))
    )
    assert read("sanctions", "fine; 14 585 тенге; omarov; recalled")[0] == msgspec.to_builtins(
        Sanction(person="omarov-daniyar", kind="fine", amount=14585, currency="KZT", recalled=True)
    )
    assert read("sanctions", "ban; 2.5 years; “to leave the town; at night”")[0] == {
        "kind": "ban", "months": 30, "detail": "to leave the town; at night",
    }  # fmt: skip
    assert read("sanctions", "ban; «покидать город; ночью»")[0] == {
        "kind": "ban", "detail": "покидать город; ночью",
    }  # fmt: skip


def test_a_detail_stands_in_the_quotes_of_its_language() -> None:
    ban = Sanction(kind="ban", detail="покидать город")
    event = msgspec.structs.replace(EVENT, sanctions=[ban])
    words = dataclasses.replace(WORDS, quotes="«»")
    (line,) = field_lines(event, "sanctions", words)
    assert line.endswith("«покидать город»")
    changes, _ = read_field(event, "sanctions", line, words, [])
    assert changes["sanctions"] == [{"kind": "ban", "detail": "покидать город"}]


def test_law_with_a_person_and_a_russian_code() -> None:
    assert read("law", "КоАП 488 6\nCC 456-2 1/2; Serikova") == [
        {"code": "AOC", "article": "488", "part": "6"},
        {"code": "CC", "article": "456-2", "part": "1/2", "person": "serikova-aigul"},
    ]


def test_a_mended_name_is_the_same_person_and_another_name_is_not() -> None:
    people = read("people", "Aigul Serykova; person affected\nDaniyar Omarov; official")
    assert [one["person"] for one in people] == ["serikova-aigul", "omarov-daniyar"]
    changes, new = read_field(
        EVENT, "people", "Bolat Akhmetov; official\nDaniyar Omarov", WORDS, ["bolat-akhmetov"]
    )
    assert [one["person"] for one in changes["people"]] == ["bolat-akhmetov-2", "omarov-daniyar"]
    assert changes["people"][1]["role"] == "other"
    assert [person.spellings for person in new] == [["Bolat Akhmetov"]]


def test_sources() -> None:
    assert read("sources", "15 https://example.org/a;b?c=1; mended\n16\nhttps://example.org") == [
        {"number": 15, "url": "https://example.org/a;b?c=1", "note": "mended"},
        {"number": 16, "url": None, "note": None},
        {"number": None, "url": "https://example.org", "note": None},
    ]


@pytest.mark.parametrize(
    ("field", "typed", "what"),
    [
        ("date", "5 December", "date"),
        ("date", "2021-02-30", "date"),
        ("kinds", "dancing", "kind"),
        ("people", "Aigul Serikova; queen", "role"),
        ("people", "; official", "person"),
        ("law", "Article 488", "law"),
        ("law", "AOC 488; Nobody", "person"),
        ("sanctions", "arrest; 1.5 days", "person"),
        ("sanctions", "flogging", "sanction"),
        ("sources", "see the archive", "source"),
        ("text", " ", "text"),
    ],
)
def test_what_is_not_understood_is_named(field: Field, typed: str, what: str) -> None:
    with pytest.raises(NotUnderstood) as told:
        read_field(EVENT, field, typed, WORDS)
    assert told.value.what == what
    assert told.value.said in typed
