"""What matched: marks that fit the text as it is shown, and reasons for every likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records import archive_of, event, gazetteer, seed_archive, seeds, targeted

from zhylnama.archive.archive import Archive
from zhylnama.archive.model import Hit
from zhylnama.archive.spellings import word_keys
from zhylnama.names.fold import Stemmer, readings
from zhylnama.names.habits import habits, habits_of_name
from zhylnama.record.event import Person


@pytest.fixture(scope="module")
def archive() -> Iterator[Archive]:
    """The bundled archive, open."""
    with Archive.open(seed_archive()) as opened:
        yield opened


def marked(hit: Hit) -> list[str]:
    """Return what is marked in a hit's text."""
    return [hit.event.text[start:end] for start, end in hit.marks]


def found(text: str, query: str, folder: Path) -> list[str]:
    """Return what a query marks in a text."""
    with archive_of([event(text=text)], folder) as small:
        (hit,) = small.search(query).hits
        return marked(hit)


# Of a place every name is marked, and they may share no letter with each other.
WORDS = sorted(
    word
    for word in {word for e in seeds() for word in re.findall(r"[^\W\d_]{3,}", e.text)}
    if not gazetteer().candidates(word)
)


@given(word=st.sampled_from(WORDS))
@settings(max_examples=80)
def test_what_is_marked_folds_to_what_was_typed(archive: Archive, word: str) -> None:
    stemmer = Stemmer()
    low = word.casefold()
    # A word may also be a name in French letters: `found` finds Fund.
    as_name = readings(low, habits_of_name((low,)) - habits(low))
    typed = {*dict(word_keys(low, stemmer)), *as_name}
    hits = archive.search(word, limit=200).hits
    assert hits
    for hit in hits:
        title = hit.event.title or ""
        slices = marked(hit) + [title[start:end] for start, end in hit.title_marks]
        for part in slices:
            assert re.fullmatch(r"[^\W_]+", part), part
            assert typed & dict(word_keys(part.casefold(), stemmer)).keys(), part
        # As typed, it is always marked.
        for whole in re.findall(rf"(?<![^\W_]){word}(?![^\W_])", hit.event.text):
            assert whole in slices


@pytest.mark.parametrize(
    ("text", "query", "marks"),
    [
        ("Mamay and Mamai met Мамай.", "мамай", ["Mamay", "Mamai", "Мамай"]),
        ("Жанболат Мамай, Ә. Ғ.", "Мамай", ["Мамай"]),
        ("🙂 «Мамай», said", "Mamay", ["Мамай"]),
        ("human-rights, human rights", '"human rights"', ["human-rights", "human rights"]),
        ("Kazakh Kazakhstan kazak", "Kaza*", ["Kazakh", "Kazakhstan", "kazak"]),
        ("one two one", "one -three", ["one", "one"]),
        ("one two", "one OR two", ["one", "two"]),
        ("near the far end", '"near end"~3', ["near", "end"]),
        ("a", "person:nobody OR a", ["a"]),
    ],
)
def test_marks(text: str, query: str, marks: list[str], tmp_path: Path) -> None:
    assert found(text, query, tmp_path) == marks


@pytest.mark.parametrize(
    "text",
    ["«Ма\u00adмай» went", "Мамаи\u0306 went", "\u200bМамай\u2060 went", "Ма\u200dмай went"],
    ids=["soft hyphen", "decomposed", "zero width", "joiner"],
)
def test_marks_fit_the_text_as_it_is_shown(text: str, tmp_path: Path) -> None:
    (mark,) = found(text, "Mamay", tmp_path)
    assert mark == text.removesuffix(" went")


def test_every_likeness_has_a_reason_and_the_same_has_none(archive: Archive) -> None:
    for hit in archive.search("Мамай", limit=50).hits:
        assert any(reason.startswith("Мамай → Mama") for reason in hit.why), hit.why
    for hit in archive.search("=picket", limit=50).hits:
        assert hit.why == ()


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("person:mamay-zhanbolat", ["Zhanbolat Mamay", "Mamay Zhanbolat"]),
        ("M. Zhanbolat", ["Zhanbolat Mamay", "Mamay Zhanbolat"]),
        ('person:"Мамай Жанболат"', ["Zhanbolat Mamay", "Mamay Zhanbolat"]),
        ("person:somebody", []),
    ],
)
def test_a_name_is_marked_as_the_account_has_it(
    archive: Archive, query: str, marks: list[str]
) -> None:
    """Whoever is found by an initial or an id is to be seen, in the headline too."""
    hits = archive.search(query, limit=99).hits
    assert bool(hits) == bool(marks)
    for hit in hits:
        assert set(marked(hit)) & set(marks), hit.event.id
    titles = [(hit.event.title or "")[s:e] for hit in hits for s, e in hit.title_marks]
    assert bool(titles) == bool(marks)


def test_a_beginning_has_a_reason_where_the_word_does_not_begin_so(archive: Archive) -> None:
    for hit in archive.search("Мам*", limit=50).hits:
        assert any(reason.startswith("Мам* → Mam") for reason in hit.why), hit.why
    for hit in archive.search("Mam*", limit=50).hits:
        assert hit.why == ()


def test_another_spelling_of_somebody_is_a_reason(tmp_path: Path) -> None:
    one = event(text="The leader spoke.", people=[targeted("a", "Mamay Zhanbolat")])
    with archive_of([one, Person(id="a", spellings=["Mamay Zhanbolat"])], tmp_path) as small:
        (hit,) = small.search("Мамай").hits
        assert hit.why == ("Мамай → Mamay",)
        assert hit.marks == ()


def test_another_name_of_a_place_is_a_reason(archive: Archive) -> None:
    hits = archive.search("place:Astana", limit=50).hits
    assert hits
    assert all("Astana → Nur-Sultan" in hit.why for hit in hits if hit.event.place == "Nur-Sultan")
    assert all(hit.why == () for hit in archive.search("place:Nur-Sultan", limit=50).hits)


def test_marks_never_overlap(tmp_path: Path) -> None:
    with archive_of([event(text="human rights and human rights")], tmp_path) as small:
        (hit,) = small.search('human "human rights" rights').hits
        assert hit.marks == ((0, 12), (17, 29))
