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
        # Behind a comma it closes the whole list.
        (
            (
                "December 14, Taraz, Kaliyev M. was arrested for 20 days, Omarova D. was fined 40 "
                "MCI, Article 488, Part 11 of the Code of Administrative Offences of the RK."
            ),
            {None},
        ),
        # One verb gives both penalties, whatever the order of the article and them.
        (
            (
                "14 декабря, Шымкент, Калиев М., Омарова Д., ст. 488 ч. 11 КоАП РК, по 10 суток "
                "ареста, а Сеитова А. – 20 суток."
            ),
            {None},
        ),
        (
            (
                "On December 4, in Semey, Dina Omarova was sentenced under Article 405, Part 2 of "
                "the Criminal Code to 1 year of restriction of liberty, Marat Kaliyev to 2 years."
            ),
            {None},
        ),
        (
            (
                "14 декабря, Алматы, на 10 суток арестован Марат Калиев, на 20 суток арестован "
                "Серик Омаров (ст. 488 ч. 6 КоАП РК), оба вышли на пикет."
            ),
            {None},
        ),
        # A second verb parts them.
        (
            (
                "On December 4, in Oral, Marat Kaliyev was given a warning, and Dina Omarova was "
                "fined 50 MCI under Article 488, Part 11 of the Administrative Offences Code."
            ),
            {"omarova-dina"},
        ),
        (
            (
                "On December 4, in Oral, Dina Omarova was convicted under Article 274, and Marat "
                "Kaliyev under Article 378 of the Criminal Code; both got two years of restriction "
                "of freedom."
            ),
            {"omarova-dina", "kaliyev-marat"},
        ),
        # The only article, at the end of a list of penalties, is that of all, but for a last
        # penalty with a verb of its own.
        (
            (
                "On December 4, in Oral, Marat Kaliyev was arrested for 10 days, Dina Omarova and "
                "Alma Seitova were fined 20 MCI each under Article 488, Part 6 of the "
                "Administrative Offences Code."
            ),
            {"omarova-dina", "seitova-alma"},
        ),
        (
            (
                "4 декабря, Уральск, М. Калиев, арест 5 суток, и Д. Пак, предупреждение, статья "
                "434 часть 2 КоАП РК."
            ),
            {None},
        ),
        # Not where the first has a reason, or a court, of their own.
        (
            (
                "On December 4, in Oral, Marat Kaliyev was arrested for 10 days for a picket, Dina "
                "Omarova was fined 20 MCI under Article 434 of the Administrative Offences Code."
            ),
            {"omarova-dina"},
        ),
        (
            (
                "4 декабря, Уральск, Марат Калиев арестован на 10 суток, а Олег Пак оштрафован на "
                "5 МРП по статье 434 КоАП РК."
            ),
            {"pak-oleg"},
        ),
    ],
)
def test_whom_an_article_concerns(read_text: ReadText, text: str, whose: set[str | None]) -> None:
    (event,) = read_text(text)
    assert {law.person for law in event.law} == whose


def test_another_part_of_the_same_article_is_another_persons(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 4, in Oral, Dina Omarova was given a warning under Article 488, Part 3 of the "
        "Administrative Offences Code, and Marat Kaliyev was fined under Part 11 of the same "
        "Article."
    )
    assert {(law.part, law.person) for law in event.law} == {
        ("3", "omarova-dina"),
        ("11", "kaliyev-marat"),
    }


def test_an_article_that_leads_to_a_name_is_of_that_name(read_text: ReadText) -> None:
    (event,) = read_text(
        "December 14, Almaty, Kaliyev M., Article 405, Part 1 of the Criminal Code of the RK "
        "(restriction of liberty for 3 years), Article 405, Part 2 – Omarov D. (restriction of "
        "liberty for 1 year), the verdicts were announced online."
    )
    assert {(law.part, law.person) for law in event.law} == {
        ("1", "kaliyev-m"),
        ("2", "omarov-d"),
    }


def test_an_article_named_again_without_its_part_is_told_once(read_text: ReadText) -> None:
    (event,) = read_text(
        "December 14, Aktobe, Kaliyev Marat, Article 272, Part 2 of the Criminal Code of the RK, "
        "was sentenced to 4 years of imprisonment under Article 272 of the Criminal Code."
    )
    assert [(law.article, law.part) for law in event.law] == [("272", "2")]


def test_each_article_is_of_whom_it_stands_with(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 4, in Oral, the court sentenced Marat Kaliyev under Article 405, Part 1 of "
        "the Criminal Code to 3 years of imprisonment, and Dina Omarova under Article 405, Part 2 "
        "to 1 year of restriction of liberty."
    )
    assert {(law.part, law.person) for law in event.law} == {
        ("1", "kaliyev-marat"),
        ("2", "omarova-dina"),
    }


def test_an_article_charged_to_both_is_of_both(read_text: ReadText) -> None:
    (event,) = read_text(
        "4 декабря в Уральске вынесли предупреждение Марату Калиеву, а его соседа Олега Пака "
        "оштрафовали на 10 МРП. Обоим вменили ст. 488 ч. 1 КоАП РК."
    )
    assert {law.person for law in event.law} == {None}
