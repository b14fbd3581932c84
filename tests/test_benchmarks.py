"""The synthetic records that figures are measured on: whole, the same every time, about nobody."""

from __future__ import annotations

import re

import msgspec
from benchmarks.generate import FREQUENT, RARE, SELDOM, generate, in_cyrillic
from benchmarks.queries import QUERIES
from tests.records import seed_people

from zhylnama.archive.query import read_query
from zhylnama.record.event import contradictions


def test_the_same_number_gives_the_same_records() -> None:
    once, again = ([msgspec.json.encode(e) for e in generate(300)] for _ in range(2))
    assert once == again
    assert len(set(once)) == 300


def test_every_record_is_one() -> None:
    for event in generate(300):
        assert not contradictions(event)
        assert msgspec.json.decode(msgspec.json.encode(event), type=type(event)) == event


def test_some_names_are_in_cyrillic() -> None:
    names = [a.name for event in generate(2_000) for a in event.people]
    share = sum(bool(re.search("[а-я]", name)) for name in names) / len(names)
    assert 0.2 < share < 0.4
    assert {FREQUENT, in_cyrillic(FREQUENT), SELDOM} <= set(names)


def test_nobody_real_is_in_them() -> None:
    real = {(person.surname, person.given) for person in seed_people().values()}
    met = {tuple(a.name.split()) for event in generate(2_000) for a in event.people}
    assert not met & real
    assert not {tuple(name.split()) for name in (FREQUENT, SELDOM, RARE)} & real


def test_every_query_reads_as_it_is_typed() -> None:
    assert [query.typed for query in QUERIES if read_query(query.typed).reading] == []
