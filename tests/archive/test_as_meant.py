"""Queries as people write them: what turns the meaning, joins it or stands around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.archive.test_search import ids
from tests.records import seed_archive

from zhylnama.archive.archive import Archive


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("place:в Алматы", "place:Almaty"),
        ("place:В Алматы", "place:Almaty"),
        ("place:in Almaty", "place:Almaty"),
        ("place:the Almaty", "place:Almaty"),
        ("place:г. Алматы", "place:Almaty"),
        ("place:г.Алматы", "place:Almaty"),
        ("place:город Алматы", "place:Almaty"),
        ("place:в г. Алматы", "place:Almaty"),
        ("place:в Алм*", "place:Алм*"),
        ("-place:in Almaty", "-place:Almaty"),
        ("place:in Almaty picket", "place:Almaty picket"),
        ("region:в Мангистауской области", 'region:"Мангистауская область"'),
        ("person:с Мамаем", "person:Мамай"),
        ("date:16 и 18 декабря", 'date:"16 и 18 декабря"'),
        ("date:>2 декабря 2021", "date:>2021-12-02"),
        ("date:<= 2 декабря 2021", "date:<=2021-12-02"),
    ],
)
def test_a_value_goes_on_behind_its_first_word(archive: Archive, typed: str, like: str) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()
    assert archive.search(typed).reading == archive.search(like).reading


def test_a_value_ends_before_an_operator_and_a_field(archive: Archive) -> None:
    assert ids(archive, "place:in OR picket") >= ids(archive, "picket") > set()
    assert ids(archive, "kind:fine place:in Almaty") == ids(archive, "kind:fine place:Almaty")


def test_a_doubled_or_is_one(archive: Archive) -> None:
    assert ids(archive, "picket OR OR strike") == ids(archive, "picket OR strike") > set()


def test_nearness_with_a_quotation_in_it(archive: Archive) -> None:
    page = archive.search('NEAR("Zhanbolat Mamay" rally, 30)')
    assert {h.event.id for h in page.hits} == ids(archive, '"Zhanbolat Mamay rally"~30') > set()
    assert page.reading is not None
    assert page.reading.startswith("“NEAR(")
