"""Articles of law in the layouts of the reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.files import resources_folder
from zhylnama.reading.law import LawReader

LAW = LawReader(resources_folder() / "law.toml")
CRIMINAL = "of the Criminal Code of the Republic of Kazakhstan"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Article 272, Part 1 of the Criminal Code of the RK, disabled person", "CC 272 1"),
        ("Article 488, Part 6 of the Code of Administrative Offences of the RK", "AOC 488 6"),
        ("Art.488 part 11 of the Administrative Offences Code", "AOC 488 11"),
        (f"Articles 274, 378, 400 {CRIMINAL}", "CC 274, CC 378, CC 400"),
        (f"Article 405, Part 1/2 {CRIMINAL}", "CC 405 1/2"),
        (f"Art. 174, 256 and 405 {CRIMINAL}", "CC 174, CC 256, CC 405"),
        ("Article 456-2 of the Code of Administrative Offences", "AOC 456-2"),
        (
            f"Article 174 part 1, Article 256, parts 1 and 2, Article 405 part 2 {CRIMINAL}",
            "CC 174 1, CC 256 1, CC 256 2, CC 405 2",
        ),
        (f"Article 405, Part 2 and Article 293 {CRIMINAL}", "CC 405 2, CC 293"),
        (f"Part 2 of Article 405 {CRIMINAL}", "CC 405 2"),
        ("Art. 918 of the Civil Code of the Republic of Kazakhstan", "CIV 918"),
        ("Article 488(6) of the Code of Administrative Offences", "AOC 488 6"),
        ("Articles 405(1) and 174 (2) of the Criminal Code", "CC 405 1, CC 174 2"),
        ("статья 451 КоАП, часть 1", "AOC 451 1"),
        ("статья 488 часть 6 КоАП РК", "AOC 488 6"),
        ("по ч. 11 ст. 488 КоАП РК", "AOC 488 11"),
        ("по ст. 405 ч. 1, 2 УК РК", "CC 405 1, CC 405 2"),
        ("по статьям 174, 256 и 405 Уголовного кодекса", "CC 174, CC 256, CC 405"),
        ("Article 189, part 4, paragraph 2 of the Criminal Code", "CC 189 4"),
        (
            "warned under Article 488, Part 3 of the CAO, fined under Part 11 of the same Article",
            "AOC 488 3, AOC 488 11",
        ),
        (
            "Article 667, Part 1 of the CAO; fined under Article 434, Part 1 of the same Code",
            "AOC 667 1, AOC 434 1",
        ),
        ("по ч. 1 ст. 488 КоАП, второй по части 6 той же статьи", "AOC 488 1, AOC 488 6"),
    ],
)
def test_layouts(text: str, cited: str) -> None:
    found, doubts = LAW.read(text)
    said = ", ".join(" ".join(p for p in (c.code, c.article, c.part) if p) for c in found)
    assert said == cited
    assert not doubts


def test_a_code_that_is_not_named_is_said_to_be_taken() -> None:
    found, doubts = LAW.read("fined under Article 488")
    assert [(c.code, c.article) for c in found] == [("AOC", "488")]
    assert doubts == ["law: the code of Article 488 is not named; taken as AOC"]


def test_a_code_of_procedure_is_never_guessed() -> None:
    found, doubts = LAW.read("charged under Article 147; then under Article 151")
    assert [(c.code, c.article) for c in found] == [("CC", "147"), ("CC", "151")]
    assert doubts == [
        "law: the code of Article 147 is not named; taken as CC",
        "law: the code of Article 151 is not named; taken as CC",
    ]
    found, doubts = LAW.read("charged under Article 136")
    assert not found
    assert doubts == ["law: the code of Article 136 is not named"]
    found, doubts = LAW.read("Article 147 of the Criminal Procedure Code")
    assert [(c.code, c.article) for c in found] == [("CPC", "147")]
    assert not doubts


def test_an_article_of_another_law_is_not_taken() -> None:
    found, doubts = LAW.read("Article 19 of the Universal Declaration of Human Rights")
    assert not found
    assert doubts


def test_a_penalty_after_the_article_is_no_second_article() -> None:
    found, _ = LAW.read("Article 488, 15 days of arrest; Article 505, 20 MCI")
    assert [c.article for c in found] == ["488", "505"]


@given(st.text("Article рт.ст 0123456789,/-andи", max_size=80))
def test_no_text_raises(text: str) -> None:
    for citation in LAW.read(text)[0]:
        assert 0 <= citation.start < citation.end <= len(text)


def test_the_same_article_is_that_of_the_event_before() -> None:
    first, _ = LAW.read("оштрафован по ч. 2 ст. 434 и ч. 1 ст. 488 КоАП РК")
    cited = [
        [(c.code, c.article, c.part) for c in LAW.read(text, first)[0]]
        for text in (
            "пять суток по той же статье получил",
            "по тем же статьям получил",
            "по части 6 той же статьи получил",
            "was fined under the same article",
            "по статье 378 УК осуждён, по той же статье оправдан",
            "по той статье, что и брат",
        )
    ]
    assert cited == [
        [("AOC", "488", "1")],
        [("AOC", "434", "2"), ("AOC", "488", "1")],
        [("AOC", "488", "6")],
        [("AOC", "488", "1")],
        [("CC", "378", None)],
        [],
    ]
    assert LAW.read("пять суток по той же статье получил") == ([], [])
