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
    with Staging(tmp_path) as staging, pytest.raises(BadRecords) as bad:
        staging.fill([*map(event, given), *people], {}, str, lambda done: None)
    assert bad.value.sentences == [
        "e499: two events have this id.",
        "e7: two events have this id.",
        "e7: two events have this id.",
        "e1: two people have this id.",
    ]
