"""A line is read quickly and no less strictly: what `Event` refuses is refused, in its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import event, events, seeds, targeted

from zhylnama.record import quick
from zhylnama.record.event import Event, LawReference, Sanction, Source
from zhylnama.record.file import to_json
from zhylnama.record.quick import decode_event

strictly = msgspec.json.Decoder(Event).decode

WHOLE = event(
    "2021-12-05.1",
    place="Aktau",
    region="Mangystau Region",
    kinds=["detention"],
    title="A headline",
    people=[targeted("a-b", name="A. B.", kinds=["detention"])],
    organisations=["Atajurt"],
    law=[LawReference(code="AOC", article="488", part="6", person="a-b")],
    sanctions=[Sanction(person="a-b", kind="fine", amount=10, currency="MCI", detail="x")],
    sources=[Source(number=1, url="https://x.org/1", note="mended")],
    reason="a rally",
    report="2021-12",
    note="as printed",
    uncertain=["the place"],
)
# Whatever one of the patterns may stumble over.
AWKWARD = [
    "",
    " ",
    "\u00a0\u2003",
    "\n",
    "x\n",
    "a b",
    "A",
    "kzt",
    "KZT",
    "-a",
    "http://",
    "\x1f",
    "é",
]


def outcome(decode: Any, line: bytes) -> object:
    """Return what a decoder makes of a line: the event, or what it says."""
    try:
        return decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return type(error), str(error)


def with_text(value: Any, put: str) -> Iterator[Any]:
    """Yield a plain value as often as it has texts, each time with one of them replaced."""
    if isinstance(value, str):
        yield put
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from ([*value[:i], other, *value[i + 1 :]] for other in with_text(one, put))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from ({**value, key: other} for other in with_text(one, put))


def patterns(kind: msgspec.inspect.Type, path: str = "") -> Iterator[str]:
    """Yield the path of each field of a type that has a pattern."""
    match kind:
        case msgspec.inspect.StructType(_, fields):
            for field in fields:
                yield from patterns(field.type, f"{path}.{field.encode_name}")
        case msgspec.inspect.ListType(item):
            yield from patterns(item, f"{path}[0]")
        case msgspec.inspect.UnionType(types):
            for one in types:
                yield from patterns(one, path)
        case msgspec.inspect.StrType(pattern=str()):
            yield path


@pytest.mark.parametrize("text", AWKWARD)
def test_any_text_in_any_field_is_judged_as_by_the_strict_decoder(text: str) -> None:
    plain = msgspec.to_builtins(WHOLE)
    lines = [msgspec.json.encode(changed) for changed in with_text(plain, text)]
    assert len(lines) > 20
    for line in lines:
        assert outcome(decode_event, line) == outcome(strictly, line)


def test_every_field_with_a_pattern_is_held_against_it() -> None:
    """A field that is added to the records with a pattern is found missing here."""
    refused = {
        str(said[1]).partition("`$")[2].rstrip("`")
        for changed in with_text(msgspec.to_builtins(WHOLE), "\x1f \n")
        if isinstance(said := outcome(decode_event, msgspec.json.encode(changed)), tuple)
    }
    wanted = set(patterns(msgspec.inspect.type_info(Event)))
    assert {".id", ".text", ".people[0].person", ".sources[0].url"} <= wanted
    paths = {path.replace("[...]", "[0]") for path in refused}
    assert wanted <= paths


def test_what_is_read_is_an_event_like_any_other() -> None:
    read = decode_event(to_json(WHOLE))
    assert read == WHOLE
    found = [read, *read.people, *read.law, *read.sanctions, *read.sources]
    made = [WHOLE, *WHOLE.people, *WHOLE.law, *WHOLE.sanctions, *WHOLE.sources]
    assert [type(one) for one in found] == [type(one) for one in made]
    with pytest.raises(AttributeError, match="immutable"):
        read.text = "x"  # type: ignore[misc]
    assert to_json(read) == to_json(WHOLE)


def test_the_seeds_need_no_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(line: bytes) -> Event:
        raise AssertionError(line)

    monkeypatch.setattr(quick, "_decode", refuse)
    assert [decode_event(to_json(one)) for one in seeds()] == list(seeds())


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "MOST_REMEMBERED", 5)
    for number in range(20):
        one = event(people=[targeted(f"p{number}")], report=f"r{number}")
        assert decode_event(to_json(one)) == one
    assert len(quick._slug.known) <= 5
    assert len(quick._period.known) <= 5


@given(record=events(), damage=st.binary(max_size=3), where=st.integers(0, 400))
def test_a_damaged_line_is_judged_alike(record: Event, damage: bytes, where: int) -> None:
    line = to_json(record)
    line = line[:where] + damage + line[where + len(damage) :]
    assert outcome(decode_event, line) == outcome(strictly, line)
