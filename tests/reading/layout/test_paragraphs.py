"""Title, period, paragraphs, notes; and everything else left out with a reason."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.reading.files.document import Document, open_document
from zhylnama.reading.layout.paragraphs import LeftOut, Paragraph, paragraphs
from zhylnama.reading.layout.survey import survey

TITLE = "MONITORING FROM DECEMBER 1 TO DECEMBER 31, 2021"
FIRST = "On December 1, in Aktau, people gathered near the akimat and demanded higher wages[1]."
SECOND = "December 2, Almaty, activists were detained near the consulate and released[2]."


def read(*lines: str) -> tuple[list[str], list[str]]:
    """Return the texts of the paragraphs, and what is left out with its reason."""
    document = Document(Path("x"), "html", "", lines)
    kept, out = [], []
    for part in paragraphs(document, survey(document)):
        if isinstance(part, Paragraph):
            kept.append(part.text)
        else:
            out.append(f"{part.text}: {part.reason}")
    return kept, out


def test_the_page_around_the_report_is_left_out() -> None:
    kept, out = read(
        "Home",
        "January 15, 2022",
        TITLE,
        FIRST,
        SECOND,
        "[1]https://a.org",
        "[2]https://b.org",
        "Share",
    )
    assert kept == [FIRST.replace("[1]", ""), SECOND.replace("[2]", "")]
    assert out == [
        "Home: stands before the title",
        "January 15, 2022: stands before the title",
        "Share: stands after the last note",
    ]


def test_a_title_on_several_lines() -> None:
    document = Document(
        Path("x"),
        "html",
        "",
        ("Menu", "MONITORING OF PERSECUTION", "IN KAZAKHSTAN", "FROM MAY 1 TO MAY 31, 2024", FIRST),
    )
    found = survey(document)
    assert found.title == "MONITORING OF PERSECUTION IN KAZAKHSTAN FROM MAY 1 TO MAY 31, 2024"
    assert found.period is not None
    assert found.period.label == "2024-05"


def test_the_year_out_of_the_text_where_the_title_has_none() -> None:
    found = survey(
        Document(
            Path("x"),
            "html",
            "",
            ("REPORT FROM MAY 1 TO MAY 31", FIRST + " It began on May 2, 2023."),
        )
    )
    assert found.period is not None
    assert (found.period.label, found.period.sure) == ("2023-05", False)


@pytest.mark.parametrize("blank", [True, False])
def test_lines_broken_at_a_width_are_joined(tmp_path: Path, blank: bool) -> None:
    whole = open_document(Path(__file__).parent.parent / "reports" / "october-2022.txt")
    lines = [textwrap.fill(line, 80) if line else "" for line in whole.lines()]
    path = tmp_path / "wrapped.txt"
    path.write_text("\n".join(line for line in lines if line or blank), "utf-8")
    wrapped = open_document(path)
    texts = [
        [p.text for p in paragraphs(d, survey(d)) if isinstance(p, Paragraph)]
        for d in (whole, wrapped)
    ]
    assert texts[0] == texts[1]


def test_a_date_alone_holds_for_the_paragraphs_below() -> None:
    document = Document(
        Path("x"),
        "html",
        "",
        (TITLE, FIRST, "December 5", "", "In Almaty, activists held a picket."),
    )
    parts = list(paragraphs(document, survey(document)))
    last = parts[-1]
    assert isinstance(last, Paragraph)
    assert last.heading is not None
    assert last.heading.first.day == 5


def test_a_paragraph_without_a_date_is_kept() -> None:
    kept, _ = read(TITLE, FIRST, "", "Later that evening all of them were released by the police.")
    assert len(kept) == 2


@given(
    st.lists(
        st.sampled_from(
            [TITLE, FIRST, SECOND, "[1]https://a.org", "", "Share", "December 5", "He left."]
        ),
        max_size=12,
    )
)
def test_nothing_is_lost(lines: list[str]) -> None:
    document = Document(Path("x"), "html", "", tuple(lines))
    found = survey(document)
    said = [found.title or ""]
    said += [link for note in found.notes.values() for link in note.links]
    said += [part.text for part in paragraphs(document, found)]
    for line in lines:
        bare = line.replace("[1]", "").replace("[2]", "").strip()
        assert any(bare in one.replace("[1]", "").replace("[2]", "") for one in said)


def test_a_paragraph_longer_than_any_is_left_out() -> None:
    document = Document(
        Path("x"), "html", "", (TITLE, FIRST, "On December 2, in Oral, " + "x " * 60_000)
    )
    parts = list(paragraphs(document, survey(document)))
    assert isinstance(parts[-1], LeftOut)


def test_a_second_note_of_a_number_is_told_and_takes_no_rest_of_a_link() -> None:
    long = "https://example.org/a-long-address-that-is-broken-at-its-end-"
    lines = (
        TITLE, FIRST, SECOND, f"[1]{long}", "and-goes-on", "[2]https://b.org",
        f"[1]{long}of-another", "which-goes-on", "[2] https://b.org",
    )  # fmt: skip
    document = Document(Path("x"), "html", "", lines)
    found = survey(document)
    assert found.notes[1].links == (f"{long}and-goes-on",)
    out = [part for part in paragraphs(document, found) if isinstance(part, LeftOut)]
    assert [(part.text, part.reason) for part in out] == [
        (f"[1]{long}of-another", "is a second note with the number 1"),
        ("which-goes-on", "stands after the last note"),
    ]


def test_another_address_is_no_rest_of_a_link() -> None:
    long = "https://example.org/a-long-address-that-goes-on-and-on/"
    kept, _ = read(TITLE, FIRST, f"[1]{long}", "…[2]https://b.org", "[3]https://c.org")
    assert kept == [FIRST.replace("[1]", ""), "… https://b.org"]


def test_what_is_too_long_for_a_paragraph_is_left_out_whole() -> None:
    text = "On December 1, in Aktau, " + "people gathered " * 8_000
    _, (out,) = read(TITLE, text, FIRST)
    assert out == f"{text.strip()}: is longer than any paragraph of a report"


@pytest.mark.parametrize("sign", ["▪️ ", "• ", "— ", "- ", "* "])
def test_the_sign_of_a_list_is_no_part_of_a_paragraph(sign: str) -> None:
    kept, out = read(TITLE, sign + FIRST, sign + SECOND, "[1]https://a.org", "[2]https://b.org")
    assert kept == [FIRST.replace("[1]", ""), SECOND.replace("[2]", "")]
    assert out == []


def test_a_title_only_in_the_head_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    head = "<title>Monitoring of persecution, from 1 to November 30, 2024</title>"
    path.write_text(
        f"<html><head>{head}</head><body><p>November 1, Almaty, police detained Ann Lee.</p>"
    )
    found = survey(open_document(path))
    assert found.period is not None
    assert (found.period.label, found.period.sure) == ("2024-11", True)


def test_a_title_only_in_the_address(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    link = "https://example.org/monitoring-in-kazakhstan-from-1-to-january-31-2024/"
    path.write_text(
        f'<html><head><link rel="canonical" href="{link}"></head><body><p>January 2, x</p>'
    )
    found = survey(open_document(path))
    assert found.period is not None
    assert (found.period.label, found.period.sure) == ("2024-01", True)


def test_a_period_only_in_the_name_of_the_file_is_not_sure(tmp_path: Path) -> None:
    path = tmp_path / "monitoring-from-1-to-november-30-2024.txt"
    path.write_text("November 1, Almaty, police detained Ann Lee near the akimat of the city.")
    found = survey(open_document(path))
    assert found.period is not None
    assert (found.period.label, found.period.sure) == ("2024-11", False)


def test_a_period_out_of_the_dates_is_not_sure() -> None:
    line = "{day} May, Almaty, activists held a picket near the consulate and went home."
    lines = [line.format(day=day) for day in (1, 2, 3)]
    found = survey(
        Document(Path("x"), "html", "", (*lines, lines[0] + " It began on May 2, 2023."))
    )
    assert found.period is not None
    assert (found.period.label, found.period.sure) == ("2023-05", False)


@pytest.mark.parametrize(
    "line",
    [
        "4 января 2022 2 318 просмотров Чтение: 11 мин.",
        "January 4, 2022 | 12 min read | 3 comments",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_the_day_a_page_was_put_up_is_no_event(line: str, *, above: bool) -> None:
    kept, out = read(*((line, TITLE) if above else (TITLE, line)), FIRST, SECOND)
    assert len(kept) == 2
    assert len(out) == 1


def test_a_place_may_stand_before_the_date() -> None:
    opened = (
        "Almaty, December 1, The committee said that the charges against Ann Lee are unfounded."
    )
    kept, _ = read(
        TITLE, opened, "East Kazakhstan region, Zaisan district, December 4, police came."
    )
    assert len(kept) == 2


def test_a_line_of_date_and_place_opens_the_paragraph_below() -> None:
    kept, _ = read(
        TITLE, FIRST, "", "December 7, 2021, Shu, Zhambyl region", "", "Police came again."
    )
    assert kept[1:] == ["December 7, 2021, Shu, Zhambyl region Police came again."]


def test_a_title_that_ends_in_the_line_below_its_year() -> None:
    lines = ("МОНИТОРИНГ ПРЕСЛЕДОВАНИЙ", "С 1 ПО 31 МАЯ 2023", "ГОДА", "1 мая, Алматы, акция.")
    document = Document(Path("x"), "pdf", "", lines)
    assert survey(document).title == "МОНИТОРИНГ ПРЕСЛЕДОВАНИЙ С 1 ПО 31 МАЯ 2023 ГОДА"


def test_the_numbers_of_a_list_are_no_text() -> None:
    kept, _ = read(TITLE, f"1. {FIRST}", "", f"2. {SECOND}", "[1]https://a.org", "[2]https://b.org")
    assert kept == [FIRST.replace("[1]", ""), SECOND.replace("[2]", "")]
    kept, _ = read(TITLE, f"3. {FIRST}", "", f"7. {SECOND}")
    assert [text[:3] for text in kept] == ["3. ", "7. "]


def test_words_that_a_wrapped_file_parts(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    lines = [
        "December 2, Almaty, of those who are held in the facility number EC-",
        "164/1 of the Department of Internal Affairs in the district of Al-",
        "Farabi, the prisoners of three cells have been on strike, or on stri\u00ad",
        "ke and without water, said N. Surname, a man who is very well-",
        "known to all of them and to the relatives who wait at the gate.",
    ]
    path.write_text("\n".join([TITLE, "", *lines]), "utf-8")
    document = open_document(path)
    found = [part.text for part in paragraphs(document, survey(document))]
    assert " ".join(found) == (
        "December 2, Almaty, of those who are held in the facility number EC-164/1 of the "
        "Department of Internal Affairs in the district of Al-Farabi, the prisoners of three cells "
        "have been on strike, or on strike and without water, said N. Surname, a man who is very "
        "well-known to all of them and to the relatives who wait at the gate."
    )


@pytest.mark.parametrize("page", ["\n\f", "\n\n\f", "\r\n\r\n\f"])
def test_a_new_page_of_a_text_file_ends_no_paragraph(tmp_path: Path, page: str) -> None:
    path = tmp_path / "report.txt"
    words = textwrap.wrap(f"{FIRST} {'They stood there for three hours. ' * 9}", 70)
    text = "\n".join([TITLE, "", *words[:3]]) + page + "\n".join(words[3:])
    path.write_text(text, "utf-8", newline="")
    document = open_document(path)
    found = [part.text for part in paragraphs(document, survey(document))]
    assert found == [" ".join(words).replace("[1]", "")]


def test_what_a_site_prints_below_a_report_without_notes() -> None:
    kept, out = read(TITLE, FIRST, SECOND, "", "Share this:", "© 2021 All rights reserved.")
    assert len(kept) == 2
    assert [line[:10] for line in out] == ["Share this", "© 2021 All"]


def test_a_mark_behind_the_full_stop_in_a_line_of_its_own() -> None:
    text = "On December 3, in Aktau, workers stood before the akimat till the evening."
    kept, out = read(TITLE, FIRST, "", text, "[2]", "", "[1] https://a.org", "[2] https://b.org")
    assert kept[1:] == [text]
    assert out == []
