"""Rows of a table of events."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from zhylnama.reading.files.rows import row_line

ACCOUNT = "N. Surname was fined 20 MCIs for a rally."


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("March 1", "Almaty", ACCOUNT), f"March 1, Almaty, {ACCOUNT}"),
        (("7.", "1 марта", "", ACCOUNT), f"1 марта, {ACCOUNT}"),
        (("01.03.2023", ACCOUNT, "https://a.org/1"), f"01.03.2023, {ACCOUNT} https://a.org/1"),
        (("March 1,", ACCOUNT, "[7]"), f"March 1, {ACCOUNT} [7]"),
        (("March\n1", "Oral", ACCOUNT), f"March 1, Oral, {ACCOUNT}"),
        (("March 1", f"On March 1, in Oral, {ACCOUNT}"), None),
        (("Date", "Place", "What happened, and where it was told"), None),
        (("March 1", "Almaty"), None),
        (("March 1", "https://a.org/a-long-address"), None),
        ((ACCOUNT, "March 1"), None),
        (("March 1",), None),
        ((), None),
    ],
)
def test_rows(cells: Sequence[str], line: str | None) -> None:
    assert row_line(cells) == line


def test_a_link_longer_than_the_account() -> None:
    link = f"https://a.org/{'x' * 80}"
    assert row_line(("March 1", ACCOUNT, link)) == f"March 1, {ACCOUNT} {link}"
