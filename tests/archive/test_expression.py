"""Queries as FTS5 reads them: whatever is combined with a column of several words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.records import archive_of, event

from zhylnama.archive.model import Filters


@pytest.mark.parametrize(
    "query",
    [
        "text:court kind:picket",
        "kind:picket text:court",
        "text:court org:union kind:picket",
        "(text:court OR org:union) kind:picket",
        "-text:nothing text:court kind:picket",
        '"=courts" kind:picket',
        '"the court"~3 text:court kind:picket',
    ],
)
def test_a_column_of_several_spellings_is_narrowed(query: str, tmp_path: Path) -> None:
    texts = ("The court and the courts.", "A court; courts outside.")
    records = [
        event(f"2021-12-05.{n}", text=text, kinds=["picket"], organisations=["Union"])
        for n, text in enumerate(texts)
    ] + [event("2021-12-05.9", text="The court, courts.", kinds=["fine"])]
    with archive_of(records, tmp_path) as archive:
        found = {hit.event.id for hit in archive.search(query).hits}
        assert found >= {"2021-12-05.0"}
        assert "2021-12-05.9" not in found
        chosen = Filters(chosen=(("kind", "picket"),))
        text_alone = query.replace(" kind:picket", "").replace("kind:picket ", "")
        assert {hit.event.id for hit in archive.search(text_alone, filters=chosen).hits} == found
