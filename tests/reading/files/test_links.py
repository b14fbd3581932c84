"""Links behind words, marks and redirects."""

from __future__ import annotations

import pytest

from zhylnama.reading.files.links import LinkedMarks, shown, unwrapped

OWN = "https://example.org/a?b=c"


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        (OWN, OWN),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc&h=AT0", OWN),
        ("https://www.google.com/url?q=https://example.org/a?b%3Dc&sa=D", OWN),
        ("https://vk.com/away.php?to=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc", OWN),
        ("https://www.google.com/search?q=rally", "https://www.google.com/search?q=rally"),
        ("https://[bad", "https://[bad"),
    ],
)
def test_redirects(address: str, leads_to: str) -> None:
    assert unwrapped(address) == leads_to


@pytest.mark.parametrize(
    ("text", "address", "beside"),
    [
        ("here", OWN, f"here {OWN} "),
        (OWN, OWN, None),
        ("https://example.org/a?…", OWN, f"{OWN} "),
        ("here", "/inside", None),
        (" ", OWN, None),
    ],
)
def test_what_is_shown_of_a_link(text: str, address: str, beside: str | None) -> None:
    assert shown(text, address) == beside


def test_a_mark_that_is_a_link() -> None:
    marks = LinkedMarks()
    assert marks.take("[7]", OWN) == "[7]"
    assert marks.take("[7]", OWN) == "[7]"
    assert marks.take("[7]", "https://b.org") is None
    assert marks.take("7", OWN) is None
    assert marks.take("[8]", "#note") is None
    assert [*marks.lines()] == ["", f"[7] {OWN}"]
