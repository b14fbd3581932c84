"""Footnotes in every form that reports give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.layout.footnotes import (
    Note,
    hide_links,
    read_note,
    sources,
    take_out_marks,
)


@pytest.mark.parametrize(
    ("line", "number", "links", "words"),
    [
        ("[1]https://a.org/x", 1, ("https://a.org/x",), ""),
        ("[4] https://a.org/x", 4, ("https://a.org/x",), ""),
        ("12https://a.org/x", 12, ("https://a.org/x",), ""),
        ("13  https://a.org/x", 13, ("https://a.org/x",), ""),
        ("[114]ttps://a.org/x", 114, ("https://a.org/x",), ""),
        ("[26]https://a.org/x т", 26, ("https://a.org/x",), "т"),
        ("[14]", 14, (), ""),
        ("[15] Radio, https://a.org/x.", 15, ("https://a.org/x",), "Radio,"),
        ("[16] https://a.org/x https://b.org/y", 16, ("https://a.org/x", "https://b.org/y"), ""),
        ("[18] https://a.org/x ↩︎", 18, ("https://a.org/x",), ""),
        ("[17] www.a.org/x", 17, ("https://www.a.org/x",), ""),
    ],
)
def test_lines(line: str, number: int, links: tuple[str, ...], words: str) -> None:
    note = read_note(line)
    assert note is not None
    assert (note.number, note.links, note.words) == (number, links, words)


@pytest.mark.parametrize(
    "line", ["On December 1, in Almaty", "12 people were detained", "2021 was a year", "", "1."]
)
def test_other_lines_are_no_notes(line: str) -> None:
    assert read_note(line) is None


@pytest.mark.parametrize(
    ("text", "without", "numbers"),
    [
        ("on that day [4].", "on that day.", [4]),
        ("in Almaty[1][2].", "in Almaty.", [1, 2]),
        ("in Almaty.[3]", "in Almaty.", [3]),
        ("in Almaty[1, 3-5].", "in Almaty.", [1, 3, 4, 5]),
        ("in Almaty¹².", "in Almaty.", [12]),
        ("in Almaty7.", "in Almaty.", [7]),
        ("“Who gave the order?”7.", "“Who gave the order?”.", [7]),
        ("the movement “Alan”12.", "the movement “Alan”.", [12]),
        ("the year [2021] was", "the year [2021] was", []),
        ("an hour later [2]on bail", "an hour later on bail", [2]),
        ("in Almaty[1]and Oral", "in Almaty and Oral", [1]),
        ("a cell of 4 m², 12 km²", "a cell of 4 m², 12 km²", []),
        ("fined 20 MCI.", "fined 20 MCI.", []),
    ],
)
def test_marks_are_taken_out(text: str, without: str, numbers: list[int]) -> None:
    marked = take_out_marks(text, {n: Note(n, (), "") for n in (1, 2, 3, 4, 5, 7, 12)})
    assert marked.text == without
    assert [number for number, _ in marked.marks] == numbers


def test_marks_stand_where_they_were_taken_out() -> None:
    marked = take_out_marks("Detained [2]on bail, then released[3].", {2: Note(2, (), "")})
    assert marked.text == "Detained on bail, then released."
    assert [(n, marked.text[:at]) for n, at in marked.marks] == [
        (2, "Detained"),
        (3, "Detained on bail, then released"),
    ]


def test_no_source_has_the_number_zero() -> None:
    notes = {0: Note(0, ("https://a.org",), "")}
    (source,), _ = sources([0], notes)
    assert (source.number, source.url) == (None, "https://a.org")


def test_a_mark_without_a_link_is_a_source_and_a_doubt() -> None:
    found, doubts = sources([14], {})
    assert [(s.number, s.url) for s in found] == [(14, None)]
    assert doubts == ["sources: note 14 has no link"]


def test_a_mended_link_says_what_was_printed() -> None:
    note = read_note("[1]ttps://a.org/x")
    assert note is not None
    (source,), _ = sources([1], {1: note})
    assert source.url == "https://a.org/x"
    assert "ttps://" in (source.note or "")


@given(st.text(max_size=200))
def test_no_text_raises_and_no_letter_is_lost(text: str) -> None:
    read_note(text)
    marked = take_out_marks(text, {})
    assert len(marked.text) <= len(text)
    if not marked.marks:
        assert marked.text == text


def test_links_are_hidden_where_they_stand() -> None:
    text = "a rally (https://a.org/fined-20) and www.b.org, then"
    assert hide_links(text) == f"a rally ({' ' * 22}) and {' ' * 9}, then"
    assert hide_links("no link") == "no link"
