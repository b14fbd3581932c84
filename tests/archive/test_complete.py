"""Completion while one types."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.records import seed_archive

from zhylnama.archive.archive import Archive
from zhylnama.archive.complete import MOST_PEOPLE


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
        ("law:488.", "law:AOC-488.11 "),
        ("закон:КоАП-488.", "law:AOC-488.6 "),
        ("place:", "place:Almaty "),
        ("место:", "place:Алматы "),
        ("өңір:", "region:Шымкент "),
        ("person:", "person:tokayev-kassym-jomart "),
        ("role:жур", "role:journalist "),
        ("рөл:лау", "role:official "),
        ("org:Оян", 'org:"Oyan Kazakhstan" '),
        ("date:2021", "date:2021-12 "),
        ("place:Аст", "place:Астана "),
        ("place:nur", "place:Nur-Sultan "),
        ("role:off", "role:official "),
        ("role:oth", "role:other "),
        ("роль:журналист", "role:journalist "),
        ("орг", "организация:"),
        ("мес", "место:"),
        ("дерек", "дереккөз:"),
        ("kind:арест", "kind:administrative-arrest "),
        ("вид:айып", "kind:fine "),
        ("место:Ура", "place:Уральск "),
        ('place:"Зап', 'place:"Западно-Казахстанская область" '),
        ("source:az", "source:rus.azattyq.org "),
        ("org:court", 'org:"Almaty City Court" '),
        ("человек:Мам", "person:mamay-zhanbolat "),
        ('person:"Mam', "person:mamay-zhanbolat "),
        ('person:"Жанболат Мам', "person:mamay-zhanbolat "),
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


@pytest.mark.parametrize(
    ("typed", "start"),
    [("Max Bok", 0), ("Бокаев Ма", 0), ("rally Макс Бок", 6), ("kind:picket Max Bo", 12)],
)
def test_a_name_in_two_words_is_that_of_one_person(bundled: Path, typed: str, start: int) -> None:
    with Archive.open(bundled) as archive:
        first = next(c for c in archive.complete(typed) if c.kind == "person")
        assert (first.insert, first.start) == ("person:bokayev-max ", start)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Айдар Муб", ["mubarakov-aidar"]),
        ("Жанболат Мам", ["mamay-zhanbolat"]),
        ("Мубараков Ай", ["mubarakov-aidar"]),
        ("Мубараков А", ["mubarakov-aidar", "mubarakov-a"]),
        ("Мамай Бок", ["bokaev-sanzhar", "bokayev-max"]),
    ],
)
def test_who_is_offered_once_and_fits_every_word(
    bundled: Path, typed: str, people: list[str]
) -> None:
    with Archive.open(bundled) as archive:
        offered = [c.insert for c in archive.complete(typed) if c.kind == "person"]
        assert offered[: len(people)] == [f"person:{one} " for one in people]
        assert len(offered) == len(set(offered))
        assert len(offered) == len(people)


def test_no_letter_of_a_name_as_it_is_spelled_loses_its_bearer(bundled: Path) -> None:
    with Archive.open(bundled) as archive:
        for person in archive.identities():
            for word in filter(None, (person.surname, person.given)):
                lost = [
                    word[:end]
                    for end in range(4, len(word) + 1)
                    if word.isalpha()
                    and len(offered := _people(archive, word[:end])) < MOST_PEOPLE
                    and f"person:{person.id} " not in offered
                ]
                assert not lost, word


def _people(archive: Archive, typed: str) -> list[str]:
    return [c.insert for c in archive.complete(typed) if c.kind == "person"]


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
