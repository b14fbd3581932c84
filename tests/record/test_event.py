"""What a well-typed event may still not say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from tests.records import event, targeted

from zhylnama.record.event import (
    Event,
    LawReference,
    Person,
    Sanction,
    Source,
    contradictions,
    person_contradictions,
)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"until": dt.date(2021, 12, 4)}, "until"),
        ({"date": None, "until": dt.date(2021, 12, 4)}, "until"),
        ({"law": [LawReference(code="CC", article="405", person="b")]}, "law[0].person"),
        ({"sanctions": [Sanction(kind="arrest", person="b")]}, "sanctions[0].person"),
        ({"sanctions": [Sanction(kind="fine", amount=5)]}, "sanctions[0].currency"),
        (
            {"sanctions": [Sanction(kind="arrest", amount=5, currency="KZT")]},
            "sanctions[0].amount",
        ),
        ({"sanctions": [Sanction(kind="fine", days=15)]}, "sanctions[0].days"),
        ({"sanctions": [Sanction(kind="warning", months=1)]}, "sanctions[0].months"),
        ({"text": "a\x1b[2Jb"}, "text"),
        ({"place": "a\rb"}, "place"),
        ({"organisations": ["fine", "a\x00b"]}, "organisations[1]"),
        ({"people": [targeted("a", "\ud800")]}, "people[0].name"),
        ({"sources": [Source(note="\x7f")]}, "sources[0].note"),
        ({"sanctions": [Sanction(kind="ban", detail="a\x07")]}, "sanctions[0].detail"),
    ],
)
def test_each_contradiction_is_found_with_its_field(fields: dict[str, Any], path: str) -> None:
    found = contradictions(event(**({"people": [targeted("a")]} | fields)))
    assert [where for where, _ in found] == [path]


def test_a_sound_event_has_none() -> None:
    sound = event(
        until=dt.date(2021, 12, 5),
        people=[targeted("a"), targeted("b")],
        law=[
            LawReference(code="CC", article="405"),
            LawReference(code="CC", article="1", person="a"),
        ],
        sanctions=[
            Sanction(kind="fine", amount=5, currency="MCI", person="a"),
            Sanction(kind="arrest", days=15, person="b"),
            Sanction(kind="warning"),
        ],
        text="two\nlines\tand a tab",
    )
    assert contradictions(sound) == []


def test_a_person_is_not_proposed_as_the_same_as_themselves() -> None:
    assert person_contradictions(Person(id="a", may_be=["b", "a"])) == [
        ("may_be", "a person cannot be proposed as the same as themselves")
    ]
    assert person_contradictions(Person(id="a", spellings=["A", "B\x1b"]))[0][0] == "spellings[1]"


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "a b"},
        {"id": "a\n"},  # `$` would let this one through
        {"id": ""},
        {"kinds": ["Detention"]},
        {"kinds": ["detention\n"]},
        {"title": "x" * 61},
        {"title": " "},
        {"text": ""},
        {"lang": "English"},
        {"paragraph": 0},
        {"date": "2021-12-32"},
        {"sources": [{"url": "javascript:alert(1)"}]},
        {"sources": [{"url": "https://a b"}]},
        {"sources": [{"url": "https://a\n"}]},
        {"law": [{"code": "cc", "article": "1"}]},
        {"law": [{"code": "CC", "article": 405}]},
        {"people": [{"person": "a", "name": "A", "role": "victim"}]},
        {"sanctions": [{"kind": "arrest", "days": -1}]},
        {"sanctions": [{"kind": "fine", "amount": float("nan"), "currency": "KZT"}]},
        {"sanctions": [{"kind": "fine", "amount": float("inf"), "currency": "KZT"}]},
        {"sanctions": [{"kind": "fine", "amount": -0.0, "currency": "KZT"}]},
        {"colour": "red"},
    ],
)
def test_what_is_not_of_the_form_is_refused(fields: dict[str, Any]) -> None:
    sound = {"id": "a", "text": "x"}
    assert msgspec.convert(sound, Event).id == "a"
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(sound | fields, Event)
