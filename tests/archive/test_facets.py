"""Sets of events for counting."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from zhylnama.archive import facets
from zhylnama.archive.facets import read_hits


@given(numbers=st.sets(st.integers(1, 2**32 - 2), max_size=60), slice_=st.integers(1, 50))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hits_are_read_whole_in_slices_of_any_length(
    numbers: set[int], slice_: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "_SLICE", slice_)
    with apsw.Connection(":memory:") as connection:
        connection.execute("CREATE TABLE event (number INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO event VALUES (?)", ((n,) for n in numbers))
        assert read_hits(connection, "event WHERE number > ?", (0,)) == BitMap(numbers)
