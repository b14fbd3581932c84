"""Records laid down come back in order, and two of one id are named wherever they stand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.records import event

from zhylnama.archive import runs
from zhylnama.archive.staging import Staging
from zhylnama.record.event import Person
from zhylnama.record.file import BadRecords


def test_an_id_given_twice_is_found_over_many_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "RUN", 2_000)
    ids = [f"e{n}" for n in range(500)]
    given = [*random.Random(1).sample(ids, 500), "e7", "e499", "e7"]
    people = [Person(id="e1"), Person(id="e1")]
    told = [
        "e499: two events have this id.",
        "e7: two events have this id.",
        "e7: two events have this id.",
        "e1: two people have this id.",
    ]
    with Staging(tmp_path) as staging:
        staging.fill([*map(event, given), *people], {}, str, lambda done: None)
        assert staging.twice() == told


def test_ids_given_twice_are_told_beside_other_faults_with_their_files(tmp_path: Path) -> None:
    given = iter([event("e1"), event("e10"), event("e2", kinds=["riot"]), event("e1")])
    files = ["a.toml: ", "a.toml: ", "b.toml: ", "c.toml: "]
    with Staging(tmp_path) as staging, pytest.raises(BadRecords) as bad:
        staging.fill(given, {}, lambda: files[staging.event_count], lambda done: None)
    assert bad.value.sentences == [
        "b.toml: e2: kinds: “riot” is not in the list of kinds.",
        "c.toml: e1: two events have this id.",
    ]
