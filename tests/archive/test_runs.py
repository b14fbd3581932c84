"""Lines sorted on the disk come back as a sort in memory would give them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhylnama.archive import runs
from zhylnama.archive.runs import SortedRuns

lines = st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b" ")))


@given(lines=lines)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_come_in_order_over_any_number_of_runs(
    lines: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "RUN", 300)
    monkeypatch.setattr(runs, "BLOCK", 16)
    with SortedRuns(tmp_path) as sorted_:
        for line in lines:
            sorted_.add(line)
        assert list(sorted_) == sorted(lines)
        assert list(sorted_) == sorted(lines), "a second time"


def test_a_line_longer_than_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "RUN", 1_000)
    monkeypatch.setattr(runs, "BLOCK", 16)
    long = [letter * 100_000 for letter in (b"c", b"a", b"b")]
    with SortedRuns(tmp_path) as sorted_:
        for line in (*long, b"", b"b"):
            sorted_.add(line)
        assert list(sorted_) == sorted([*long, b"", b"b"])
        assert list(tmp_path.iterdir()) == [], "the runs have no name"
