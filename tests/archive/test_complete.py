"""Completion while one types."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.records import seed_archive

from zhylnama.archive.archive import Archive


@pytest.fixture
def bundled() -> Path:
    """Return an archive of the bundled records."""
    return seed_archive()


@pytest.mark.parametrize("typed", ["Мам", "mam", "rally AND Мам", "-Mam"])
def test_people_are_offered_in_any_script(bundled: Path, typed: str) -> None:
    with Archive.open(bundled) as archive:
        offered = [c for c in archive.complete(typed) if c.kind == "person"]
        mamay = offered[0]
        assert mamay.label == "Mamay Zhanbolat"
        assert mamay.detail == "leader, Democratic Party of Kazakhstan"
        # What is inserted finds just the events that it promises.
        query = typed[: mamay.start] + mamay.insert
        assert archive.found(mamay.insert).total == mamay.events
        assert query.startswith(typed[: mamay.start])


@pytest.mark.parametrize(
    ("typed", "insert"),
    [
        ("per", "person:"),
        ("kind:пик", "kind:picket "),
        ("kind:pick", "kind:picket "),
        ("law:48", "law:AOC-488 "),
        ("law:УК", "law:CC-405 "),
        ("law:CC-1", "law:CC-174 "),
        ("date:2021", "date:2021-12 "),
        ("place:Аст", "place:Астана "),
        ("place:nur", "place:Nur-Sultan "),
        ("role:off", "role:official"),
    ],
)
def test_fields_and_values_are_offered_and_find_what_they_promise(
    bundled: Path, typed: str, insert: str
) -> None:
    with Archive.open(bundled) as archive:
        offered = {c.insert: c for c in archive.complete(typed)}
        assert insert in offered
        if (events := offered[insert].events) is not None:
            assert archive.found(insert).total == events


def test_nothing_is_offered_inside_a_quotation_or_for_one_letter(bundled: Path) -> None:
    with Archive.open(bundled) as archive:
        assert archive.complete('"Mam') == []
        assert archive.complete("m") == []
        assert archive.complete("") == []


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(max_size=40))
def test_no_text_raises(bundled: Path, typed: str) -> None:
    with Archive.open(bundled) as archive:
        for completion in archive.complete(typed):
            assert 0 <= completion.start <= len(typed)
