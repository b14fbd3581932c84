"""Events like one event, people in a like situation, a whole list of names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.records import build, event, seed_archive, targeted

from zhylnama.archive.archive import Archive
from zhylnama.record.event import Appearance, LawReference, Person


@pytest.fixture
def bundled() -> Path:
    """Return an archive of the bundled records."""
    return seed_archive()


def test_an_event_is_like_those_that_tell_the_same_story(bundled: Path) -> None:
    with Archive.open(bundled) as archive:
        alike = [found.id for found in archive.more_like("2021-12-07.1", limit=5)]
        assert "2021-12-07.1" not in alike
        # Fayzullaev's arrest: his hunger strike is nearer to it than anything else.
        assert "2021-12-09.1" in alike[:3]
        assert archive.more_like("no such event") == []


def test_an_event_that_shares_nothing_has_nothing_like_it(tmp_path: Path) -> None:
    build(
        [
            event("a", text="Alpha bravo charlie."),
            event("b", text="Delta echo foxtrot.", lang="ru"),
        ],
        tmp_path / "x.zhylnama",
    )
    with Archive.open(tmp_path / "x.zhylnama") as archive:
        assert archive.more_like("a") == []


def test_people_are_compared_by_what_was_done_to_them_alone(tmp_path: Path) -> None:
    law = [LawReference(code="AOC", article="488", part="6")]
    official = Appearance(person="judge", name="A judge", role="official")
    build(
        [
            event("a", people=[targeted("one"), official], law=law, place="Almaty"),
            event("b", people=[targeted("two"), official], law=law, date=dt.date(2022, 1, 1)),
            event(
                "c",
                people=[targeted("three")],
                law=[LawReference(code="AOC", article="488", part="7")],
                date=dt.date(2022, 1, 2),
            ),
            event("d", people=[targeted("four")], kinds=["detention"], place="Almaty"),
        ],
        tmp_path / "x.zhylnama",
    )
    with Archive.open(tmp_path / "x.zhylnama") as archive:
        found = {similar.person: similar.shared for similar in archive.similar_people("one")}
        assert found["two"] == (("law", "AOC 488.6"),)
        assert found["three"] == (("law", "AOC 488"),)
        assert "judge" not in found
        # "one" has no kind of their own that day, so that a day shared with "four" says nothing.
        assert "four" not in found
        assert archive.similar_people("judge") == []


def test_a_list_of_names_keeps_its_order_and_guesses_nothing(bundled: Path) -> None:
    with Archive.open(bundled) as archive:
        rows = list(archive.look_up_names(["Мамай Жанболат", " ", "Bokaev", "Nobody Atall"]))
        assert [row.name for row in rows] == ["Мамай Жанболат", "Bokaev", "Nobody Atall"]
        mamay, bokaev, nobody = rows
        assert mamay.sure
        assert [c.person.id for c in mamay.matches] == ["mamay-zhanbolat"]
        profile = archive.profile("mamay-zhanbolat")
        assert profile is not None
        assert (mamay.events, mamay.first, mamay.last) == (
            len(profile.events),
            profile.first,
            profile.last,
        )
        assert not bokaev.sure
        assert {c.person.id for c in bokaev.matches} == {"bokaev-sanzhar", "bokayev-max"}
        assert (bokaev.events, bokaev.first) == (0, None)
        assert nobody.matches == ()


def test_two_people_of_one_name_are_both_listed(tmp_path: Path) -> None:
    build(
        [
            Person(id="a-1", surname="Ivanov", given="Petr", spellings=["Ivanov Petr"]),
            Person(id="a-2", surname="Ivanov", given="Petr", spellings=["Petr Ivanov"]),
            event("a", people=[targeted("a-1", "Ivanov Petr")]),
        ],
        tmp_path / "x.zhylnama",
    )
    with Archive.open(tmp_path / "x.zhylnama") as archive:
        (row,) = archive.look_up_names(["Иванов Пётр"])
        assert row.sure
        assert {c.person.id for c in row.matches} == {"a-1", "a-2"}
