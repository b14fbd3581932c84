"""Reports in pages as sites make them: notes, tables, menus and comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhylnama.reading.files.document import Document, open_document

ACCOUNT = "N. Surname was fined 20 MCIs for a rally"

LINK = "<a href='https://a.org/1'>https://a.org/1</a>"


def opened(folder: Path, body: str) -> Document:
    path = folder / "report.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{body}</body>", "utf-8")
    return open_document(path)


def lines_of(folder: Path, body: str) -> list[str]:
    return [line for line in opened(folder, body).lines() if line]


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        # The link is the mark itself.
        ("<a href='https://a.org/1'>[1]</a>", ""),
        ("<sup><a href='https://a.org/1'>1</a></sup>", ""),
        # A plugin holds the note beside its mark, and once more below.
        (
            f"<sup>1</sup><span class='footnote_tooltip'>{LINK}</span>",
            f"<table><tr><th><a class='footnote_backlink'>↑1</a></th><td>{LINK}</td></tr></table>",
        ),
        # The note is a paragraph in an item of a list.
        (
            "<a href='#fn1' id='fnref1'><sup>1</sup></a>",
            "<ol><li id='fn1'><p>https://a.org/1 <a href='#fnref1'>↩︎</a></p></li></ol>",
        ),
        ("<sup>1</sup>", "<dl><dt>[1]</dt><dd>https://a.org/1</dd></dl>"),
    ],
)
def test_notes(tmp_path: Path, mark: str, notes: str) -> None:
    from zhylnama.reading.layout.survey import survey

    document = opened(tmp_path, f"<p>On May 1, in Almaty, {ACCOUNT}{mark}.</p>{notes}")
    assert next(iter(document.lines())) == f"On May 1, in Almaty, {ACCOUNT}[1]."
    found = survey(document)
    assert [(note.links, note.words) for note in found.notes.values()] == [
        (("https://a.org/1",), "")
    ]
    assert (found.doubled_notes, found.spare_notes) == (set(), {})


def test_an_empty_note_keeps_its_number(tmp_path: Path) -> None:
    items = "".join(f"<li>{link}</li>" for link in ("https://a.org/1", "", "https://a.org/3"))
    linked = items.replace("https://a.org/3", "<a href='https://a.org/3'>source</a>")
    for kind in ("", " class='wp-block-footnotes'"):
        assert lines_of(tmp_path, f"<ol{kind}>{linked}</ol>")[-1] == "[3] source https://a.org/3"


def test_a_numbered_event_with_a_link_is_no_note(tmp_path: Path) -> None:
    item = f"<li>On May 1, in Almaty, {ACCOUNT} (<a href='https://a.org/1'>source</a>).</li>"
    assert lines_of(tmp_path, f"<ol>{item}</ol>") == [
        f"On May 1, in Almaty, {ACCOUNT} (source https://a.org/1 )."
    ]


def test_a_row_of_a_table_is_a_paragraph(tmp_path: Path) -> None:
    rows = (
        "<tr><th>Date</th><th>Place</th><th>Event</th></tr>"
        f"<tr><td rowspan=2>May 1</td><td>Almaty</td><td>{ACCOUNT}<br>and let go</td></tr>"
        f"<tr><td>Oral</td><td>{ACCOUNT}</td></tr>"
        f"<tr><td>May 2</td><td></td><td>{ACCOUNT}<a href='https://a.org/1'>[1]</a></td></tr>"
    )
    assert lines_of(tmp_path, f"<table>{rows}</table>") == [
        "Date",
        "Place",
        "Event",
        f"May 1, Almaty, {ACCOUNT} and let go",
        f"May 1, Oral, {ACCOUNT}",
        f"May 2, {ACCOUNT}[1]",
        "[1] https://a.org/1",
    ]


def test_a_table_that_lays_out_a_page_is_read_through(tmp_path: Path) -> None:
    inner = f"<table><tr><td>May 1</td><td>{ACCOUNT}</td></tr></table>"
    assert lines_of(tmp_path, f"<table><tr><td>Menu</td><td>{inner}</td></tr></table>") == [
        "Menu",
        f"May 1, {ACCOUNT}",
    ]


def test_menus_and_comments_are_told_as_left_out(tmp_path: Path) -> None:
    report = f"<p>On May 1, in Almaty, {ACCOUNT}.</p>" * 5
    comment = "<div id=comments><p>On May 1 I saw it myself in Almaty!</p></div>"
    document = opened(tmp_path, f"<nav><ul><li>News</li></ul></nav>{report}{comment}")
    assert len({*document.lines()}) == 2
    assert document.around == ("News", "On May 1 I saw it myself in Almaty!")


def test_what_is_most_of_the_page_is_no_menu(tmp_path: Path) -> None:
    body = f"<nav><p>On May 1, in Almaty, {ACCOUNT}.</p></nav><p>Steppe Group</p>"
    assert lines_of(tmp_path, body)[0].startswith("On May 1")


def test_menus_within_menus(tmp_path: Path) -> None:
    report = f"<p>On May 1, in Almaty, {ACCOUNT}.</p>" * 5
    document = opened(tmp_path, f"{'<nav>News' * 9}{'</nav>' * 9}{report}")
    assert document.around == ("News",) * 9
