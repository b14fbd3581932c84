"""Notes over several lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhylnama.reading.files.document import Document
from zhylnama.reading.layout.footnotes import Note
from zhylnama.reading.layout.survey import survey

LONG = "https://example.org/news/2021/12/a-long-address-of-an-article"


def notes(*lines: str) -> dict[int, Note]:
    return survey(Document(Path("x"), "text", "", lines)).notes


@pytest.mark.parametrize(
    ("lines", "link"),
    [
        ((f"[1] {LONG}?", "page=7"), f"{LONG}?page=7"),
        ((f"[1] {LONG}-", "and-more/", "7.html"), f"{LONG}-and-more/7.html"),
        ((f"[1] {LONG}-", "xYz"), f"{LONG}-xYz"),
        ((f"[1] {LONG}", "?page=7 ↩︎"), f"{LONG}?page=7"),
        (("[1] https://a.org/x.php?", "id=7&page=3"), "https://a.org/x.php?id=7&page=3"),
        ((f"[1] {LONG}", "Contacts"), LONG),
        (("[1]", LONG), LONG),
        (("[1]", "", LONG), LONG),
        (("¹", LONG), LONG),
        ((f"[1] {LONG}", "2"), LONG),
        ((f"[1] {LONG}", "", "2/7"), LONG),
        (("[1] https://a.org/7", "html5"), "https://a.org/7"),
        ((f"[1] {LONG}", "https://b.org/2"), LONG),
    ],
)
def test_a_link_over_several_lines(lines: tuple[str, ...], link: str) -> None:
    assert notes(*lines)[1].links == (link,)


def test_a_number_without_a_link_takes_no_sentence() -> None:
    found = notes("[1]", "On December 1, in Almaty, www.example.org was blocked for good.")
    assert found[1] == Note(1, (), "")


def test_a_second_line_with_a_number_is_compared_with_its_link() -> None:
    found = survey(Document(Path("x"), "html", "", (f"[1] {LONG}", "[1]", "", LONG)))
    assert found.doubled_notes == set()
    assert (found.spare_notes, found.rests_of_links) == ({}, {3})
    found = survey(Document(Path("x"), "html", "", (f"[1] {LONG}", "[1]", "", "https://b.org")))
    assert (found.doubled_notes, found.spare_notes) == ({1}, {3: 1})
    assert found.notes[1].links == (LONG,)
