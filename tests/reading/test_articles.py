"""Whom an article of law concerns."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            (
                "On December 14, in Almaty, the court sentenced Marat Kaliyev to 10 days of arrest "
                "and gave Dina Omarova a fine of 20 MCI under Article 488, Part 6 of the Code "
                "of Administrative Offences."
            ),
            {None},
        ),
        (
            (
                "On December 14, in Almaty, Marat Kaliyev was sentenced to 10 days of arrest. His "
                "brother Serik Kaliyev was fined 20 MCI under Article 434 of the Code of "
                "Administrative Offences."
            ),
            {"kaliyev-serik"},
        ),
        (
            (
                "December 14, Atyrau, Kaliyev Marat, Article 402, Part 2 of the Criminal Code of "
                "the RK, and Omarova Dina, accountant, Article 402, Part 2 of the Criminal Code "
                "of the RK, were taken into custody for two months."
            ),
            {None},
        ),
        (
            (
                "On December 14, in Almaty, Marat Kaliyev and Dina Omarova were sentenced under "
                "Article 274, Part 4 of the Criminal Code. Kaliyev got 3 years of imprisonment."
            ),
            {None},
        ),
        (
            (
                "December 14, Astana, Kaliyev M. – 20 days of arrest, Omarova D. – fine of 40 MCI. "
                "All of them were brought to responsibility under Article 488 of the CAO."
            ),
            {None},
        ),
        (
            (
                "December 14, Taraz, Kaliyev M. – 20 days of arrest, Omarova D. – fine of 40 MCI. "
                "They were found guilty under Article 488 of the CAO. Seitova A. was detained."
            ),
            {"kaliyev-m", "omarova-d"},
        ),
    ],
)
def test_whom_an_article_concerns(read_text: ReadText, text: str, whose: set[str | None]) -> None:
    (event,) = read_text(text)
    assert {law.person for law in event.law} == whose


def test_an_article_named_again_without_its_part_is_told_once(read_text: ReadText) -> None:
    (event,) = read_text(
        "December 14, Aktobe, Kaliyev Marat, Article 272, Part 2 of the Criminal Code of the RK, "
        "was sentenced to 4 years of imprisonment under Article 272 of the Criminal Code."
    )
    assert [(law.article, law.part) for law in event.law] == [("272", "2")]
