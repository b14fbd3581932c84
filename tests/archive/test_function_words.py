"""Little words narrow nothing: what is found is what the words around them find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.test_search import ids, naming
from tests.records import archive_of, event, seed_archive, targeted

from zhylnama.archive.archive import Archive
from zhylnama.archive.function_words import without_function_words
from zhylnama.archive.query import read_query


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "like", "said"),
    [
        ("с Мамаем", "Мамай", "left out: с"),
        ("С Мамаем", "Мамай", "left out: С"),
        ("о Мамае", "Мамай", "left out: о"),
        ("у Мамая", "Мамай", "left out: у"),
        ("с Жанболатом Мамаем", "Жанболат Мамай", "left out: с"),
        ("с Токаевым", "Токаев", "left out: с"),
        ("Мамай туралы", "Мамай", "left out: туралы"),
        ("with Mamay", "Mamay", "left out: with"),
        ("about the journalist in Almaty", "journalist Almaty", "left out: about, the, in"),
        ("where is Mamay", "Mamay", "left out: where, is"),
        ("Где Мамай", "Мамай", "left out: Где"),
        ("Мамай қайда", "Мамай", "left out: қайда"),
        ("(с Мамаем) OR Kenzin", "Мамай OR Kenzin", "left out: с"),
        ("person:(с Мамаем)", "person:Мамай", "left out: с"),
        ("Мамай -(the arrest)", "Мамай -arrest", "left out: the"),
        ('person:"с Мамаем"', "person:Мамай", None),
        ('place:"в Алматы"', "place:Almaty", None),
        ('place:"в Нур-Султане"', "place:Nur-Sultan", None),
        ('place:"в городе Алматы"', "place:Almaty", None),
        ('region:"в Мангистауской области"', "region:Mangystau", None),
        ('region:"Восточный Казахстан"', 'region:"East Kazakhstan"', None),
        ('region:"Западный Казахстан"', 'region:"West Kazakhstan"', None),
        ('place:"Нур-Султан қаласында"', "place:Nur-Sultan", None),
        ("Нур-Султан қаласында", '"Нур-Султан"', None),
        ("В Алматы", "Алматы", "left out: В"),
    ],
)
def test_a_little_word_does_not_narrow(
    archive: Archive, typed: str, like: str, said: str | None
) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()
    assert archive.search(typed).reading == said


@pytest.mark.parametrize(
    ("typed", "like"),
    [
        ("when was Mamay fined", "Mamay fined"),
        ("кто был задержан в Алматы", "задержан Алматы"),
        ("кім ұсталды", "ұсталды"),
    ],
)
def test_a_question_is_asked_without_its_word(archive: Archive, typed: str, like: str) -> None:
    assert ids(archive, typed) == ids(archive, like) > set()


def test_whoever_is_named_with_somebody_is_found_whole(archive: Archive) -> None:
    assert ids(archive, "с Жанболатом Мамаем") >= naming("mamay-zhanbolat")
    assert ids(archive, "с Токаевым") >= naming("tokayev-kassym-jomart")


@pytest.mark.parametrize(
    "typed", ["the", "с", "in the", "-the picket", '"the court"', "=the court", "text:the", "the*"]
)
def test_a_little_word_alone_or_marked_is_a_word(typed: str) -> None:
    query = read_query(typed)
    assert without_function_words(query) == query


def test_exact_spelling_leaves_every_word(archive: Archive) -> None:
    page = archive.search("the Mamay", exact_spelling=True)
    assert page.reading is None
    assert all("the" in hit.event.text.lower() for hit in page.hits)


def test_a_name_that_has_a_little_word_stays_whole(tmp_path: Path) -> None:
    people = [targeted("lam", "To Lam")]
    records = [event("1", text="To Lam spoke.", people=people), event("2", text="Lam left.")]
    with archive_of(records, tmp_path) as small:
        assert ids(small, "To Lam") == {"1"}
        assert ids(small, "to Lam left") == {"2"}
