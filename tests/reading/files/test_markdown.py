"""Markdown: its signs are no part of a report."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.files.document import open_document
from zhylnama.reading.files.markdown import plain_lines


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        (
            "## **Monitoring from May 1 to May 31, 2023** ##",
            "Monitoring from May 1 to May 31, 2023",
        ),
        ("**On May 1**, in *Almaty*, a rally[^1].", "On May 1, in Almaty, a rally[1]."),
        ("[^1]: <https://a.org/x_y_z>", "[1]  https://a.org/x_y_z"),
        (
            "> On May 2, a [report](https://a.org/x*y*z).",
            "On May 2, a report https://a.org/x*y*z .",
        ),
        ("Addresses: [https://a.org](https://a.org/1)", "Addresses: https://a.org/1"),
        ("1\\. On May 3, \\[sic\\], 5 \\* 5", "1. On May 3, [sic], 5 * 5"),
        ("* On May 4, file_name_x and 2 * 3 * 4", "* On May 4, file_name_x and 2 * 3 * 4"),
        ("* * *", ""),
        ("On May 5, nothing.  ", "On May 5, nothing."),
    ],
)
def test_lines(line: str, plain: str) -> None:
    assert [*plain_lines([line])] == [plain]


def test_a_number_that_is_a_link_is_a_note() -> None:
    lines = ["A rally[[1]](https://a.org/1).", "A picket[\\[2\\]](https://a.org/2 'see')."]
    assert [line for line in plain_lines(lines) if line] == [
        "A rally[1].",
        "A picket[2].",
        "[1] https://a.org/1",
        "[2] https://a.org/2",
    ]


def test_it_is_told_by_its_name_or_by_its_signs(tmp_path: Path) -> None:
    signs = "# A *report*\n\nOn May 1, a rally[^1].\n\n[^1]: https://a.org/1\n"
    for name, text, first in (
        ("a.md", "# A *report*\n", "A report"),
        ("a.txt", signs, "A report"),
        ("b.txt", "# A *report*\n", "# A *report*"),
    ):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        assert next(iter(open_document(path).lines())) == first


@given(st.lists(st.text("[]()*_#\\^<>!1a/: \x00ht", max_size=60)))
def test_any_lines_are_read(lines: list[str]) -> None:
    assert len([*plain_lines([*lines, "a \x009\x00 *b*"])]) > len(lines)
