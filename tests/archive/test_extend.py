"""Reviewed records join an archive: whole or not at all, nothing lost, nobody taken for another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.records import archive_of, event, targeted

from zhylnama.archive.archive import Archive
from zhylnama.archive.extend import Stopped, extend_archive
from zhylnama.archive.verify import verify_archive
from zhylnama.failure import BadInput
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, LawReference, Person, Sanction

OLD: list[Event | Person] = [
    Person(id="aigul", surname="Serikova", given="Aigul", spellings=["Aigul Serikova"]),
    event("2021-12-05.1", text="First.", people=[targeted("aigul")]),
    event("2021-12-05.2", text="Second.", people=[targeted("unrecorded")]),
    event("2021-12-06.1", text="Third."),
]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    with archive_of(OLD, tmp_path) as archive:
        return archive.path


def extend(base: Path, target: Path, add: list[Event], **rest: Any) -> None:
    given: dict[str, Any] = {"people": [], "resources": resources_folder()} | rest
    extend_archive(base, target, add=add, **given)
    verify_archive(target)


def texts(path: Path) -> dict[str, str]:
    with Archive.open(path) as archive:
        return {each.id: each.text for each in archive.events()}


def test_records_are_added_in_place(base: Path) -> None:
    extend(base, base, [event("2022-01-01.1", text="New.")])
    assert texts(base)["2022-01-01.1"] == "New."
    assert len(texts(base)) == 4
    assert [p.name for p in base.parent.iterdir() if p.name.endswith(".part")] == []


def test_a_copy_beside_leaves_the_old_one_as_it_was(base: Path, tmp_path: Path) -> None:
    before = base.read_bytes()
    extend(base, tmp_path / "both.zhylnama", [event("2022-01-01.1", text="New.")])
    assert base.read_bytes() == before


def test_an_id_that_is_taken_gets_a_number_more(base: Path) -> None:
    extend(base, base, [event("2021-12-05.1", text="Another event of that day.")])
    found = texts(base)
    assert found["2021-12-05.1"] == "First."
    assert found["2021-12-05.3"] == "Another event of that day."


def test_a_new_person_is_not_taken_for_the_one_of_that_id(base: Path) -> None:
    new = event(
        "2022-01-01.1",
        text="New.",
        people=[targeted("aigul", "Aigul Other"), targeted("unrecorded", "Somebody Else")],
        law=[LawReference(code="AOC", article="1", person="aigul")],
        sanctions=[Sanction(person="aigul", kind="warning")],
    )
    people = [Person(id="aigul", surname="Other"), Person(id="unrecorded", surname="Else")]
    extend(base, base, [new], people=people)
    with Archive.open(base) as archive:
        added = archive.event("2022-01-01.1")
        assert added is not None
        assert [one.person for one in added.people] == ["aigul-2", "unrecorded-2"]
        assert added.law[0].person == added.sanctions[0].person == "aigul-2"
        recorded = {person.id: person for person in archive.identities()}
        assert recorded["aigul"].surname == "Serikova"
        assert recorded["aigul-2"].may_be == ["aigul"]


def test_somebody_known_keeps_their_id(base: Path) -> None:
    extend(base, base, [event("2022-01-01.1", text="New.", people=[targeted("aigul")])])
    with Archive.open(base) as archive:
        profile = archive.profile("aigul")
        assert profile is not None
        assert profile.totals.events == 2


def test_people_whom_no_event_names_are_not_added(base: Path) -> None:
    extend(base, base, [event("2022-01-01.1")], people=[Person(id="nobody", surname="No")])
    with Archive.open(base) as archive:
        assert [person.id for person in archive.identities()] == ["aigul"]


def test_events_are_replaced_and_removed(base: Path) -> None:
    extend(
        base,
        base,
        [],
        replace={"2021-12-05.1": event("2021-12-05.1", text="Corrected.")},
        remove=frozenset({"2021-12-06.1"}),
    )
    assert texts(base) == {"2021-12-05.1": "Corrected.", "2021-12-05.2": "Second."}


def test_a_fault_leaves_the_archive_as_it_was(base: Path) -> None:
    before = base.read_bytes()
    with pytest.raises(BadInput, match="not in the list of kinds"):
        extend(base, base, [event("2022-01-01.1", kinds=["dancing"])])
    with pytest.raises(Stopped):
        extend(base, base, [event("2022-01-01.1")], stop=lambda: True)
    assert base.read_bytes() == before
    assert [p.name for p in base.parent.iterdir()] == [base.name]
