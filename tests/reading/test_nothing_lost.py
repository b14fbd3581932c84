"""However a report is damaged: its records are whole, and every word is in one or is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.conftest import NOBODY

from zhylnama.failure import BadInput
from zhylnama.reading import report
from zhylnama.reading.files.document import Document, open_document
from zhylnama.reading.layout.footnotes import read_note
from zhylnama.reading.report import ReadEvent, Reading, ReportReader
from zhylnama.record.event import Event, contradictions
from zhylnama.record.file import to_json

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))
ODD = (
    "\u202e", "\u2028", "\x00", "\x1b[2J", "\xad", "\u0301", "\U0001f600", "\r", "[7]", "[0]",
    "²", "1. ", "99999999999999", "December 2, ", "1 декабря, ", "https://a.b/", "<p>", "\n\n",
    "fined 20 MCI ", "15 суток ареста ", "A. Bokaev, ", "Article 488, ", "(", "“", "\t" * 9,
)  # fmt: skip


def _flip(text: str, a: int, b: int, odd: str) -> str:
    return text[:a] + odd[:1] + text[a + 1 :]


def _cut(text: str, a: int, b: int, odd: str) -> str:
    return text[:a] + text[b:]


def _double(text: str, a: int, b: int, odd: str) -> str:
    return text[:b] + text[a : min(b, a + 2_000)] + text[b:]


def _insert(text: str, a: int, b: int, odd: str) -> str:
    return text[:a] + odd * (1 + b % 40) + text[a:]


def _join(text: str, a: int, b: int, odd: str) -> str:
    return text[:a] + " ".join(text[a:b].split()) + text[b:]


def _wrap(text: str, a: int, b: int, odd: str) -> str:
    return text[:a] + re.sub(r"(.{40,60}) ", r"\1\n", text[a:b]) + text[b:]


Change = Callable[[str, int, int, str], str]
CHANGES: tuple[Change, ...] = (_flip, _cut, _double, _insert, _join, _wrap)
SHARES = st.floats(0, 1)


@given(
    report=st.sampled_from(REPORTS),
    share=SHARES,
    changes=st.lists(
        st.tuples(st.sampled_from(CHANGES), SHARES, SHARES, st.sampled_from(ODD)),
        min_size=1,
        max_size=6,
    ),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "cp1251"]),
)
def test_every_word_is_in_a_record_or_left_out(
    report: Path,
    share: float,
    changes: list[tuple[Change, float, float, str]],
    encoding: str,
    reader: ReportReader,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = _piece("\n".join(open_document(report).lines()), share)
    for change, one, other, odd in changes:
        a, b = sorted((int(one * len(text)), int(other * len(text))))
        text = change(text, a, b, odd)
    path = tmp_path_factory.getbasetemp() / "damaged.txt"
    path.write_bytes(text.encode(encoding, "replace"))
    try:
        document = open_document(path)
    except BadInput:
        return  # one sentence, as test_document.py has it
    reading = reader.begin(NOBODY).read(document)
    read = list(reading.events())
    assert reading.tally.events == len(read)
    assert len({each.event.id for each in read}) == len(read)
    for each in read:
        assert msgspec.json.decode(to_json(each.event), type=Event) == each.event
        assert contradictions(each.event) == []
    assert list(lost(document, reading, read)) == []


def test_a_paragraph_without_end_is_left_out_in_pieces(
    reader: ReportReader, tmp_path: Path
) -> None:
    path = tmp_path / "endless.txt"
    lines = [f"line {n} of a text that is no report and goes on and on" for n in range(6_000)]
    path.write_text("\n".join(lines), "utf-8")
    document = open_document(path)
    reading = reader.begin(NOBODY).read(document)
    assert list(reading.events()) == []
    assert len(reading.tally.left_out) > 1
    assert {part.reason for part in reading.tally.left_out} == {
        "is longer than any paragraph of a report"
    }
    assert " ".join(part.text for part in reading.tally.left_out) == " ".join(lines)


def test_no_title_reaches_over_a_long_line(reader: ReportReader, tmp_path: Path) -> None:
    path = tmp_path / "menu.txt"
    title = "MONITORING OF PERSECUTION IN KAZAKHSTAN\nFROM OCTOBER 1 TO OCTOBER 31, 2022"
    event = "October 3, Almaty, Dina Omarova was fined 20 MCI for a rally."
    for long in ("About us " * 60, "ABOUT US " * 60, f"{title[-38:]} {'x' * 361} {event}"):
        path.write_text(f"HOME\n{long}\n\n{title}\n\n{event}\n", "utf-8")
        document = open_document(path)
        reading = reader.begin(NOBODY).read(document)
        assert list(lost(document, reading, list(reading.events()))) == []


def test_no_line_between_those_of_a_title_is_taken_for_one(
    reader: ReportReader, tmp_path: Path
) -> None:
    path = tmp_path / "twice.txt"
    between = "December 2, Almaty, Dina Omarova again, a talk at home"
    title = f"MONITORING OF PERSECUTION\n{between}\nFROM DECEMBER 1 TO DECEMBER 31, 2021"
    event = "December 3, Almaty, Dina Omarova was fined 20 MCI for a rally on the square. [1]"
    path.write_text(f"[1] https://a.b/c\n\n{title}\n\n{event}\n\n[2] https://a.b/d\n", "utf-8")
    document = open_document(path)
    reading = reader.begin(NOBODY).read(document)
    assert list(lost(document, reading, list(reading.events()))) == []


def test_a_file_that_is_hardly_a_report_is_not_held_in_memory(
    reader: ReportReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST_LEFT_OUT", 20_000)
    path = tmp_path / "book.txt"
    path.write_text("\n\n".join(f"Line {n} of a book" for n in range(600)), "utf-8")
    with pytest.raises(BadInput, match="far more text beside its report"):
        list(reader.begin(NOBODY).read(open_document(path)).events())
    path.write_text("A line that is printed again and again\n\n" * 600, "utf-8")
    reading = reader.begin(NOBODY).read(open_document(path))
    assert list(reading.events()) == []
    assert len(reading.tally.left_out) == 600


def test_letters_that_cannot_be_read_are_a_doubt(reader: ReportReader, tmp_path: Path) -> None:
    path = tmp_path / "damaged.txt"
    text = "Отчёт за декабрь 2021\n\n1 декабря, Алматы, суд оштрафовал Дину Омарову на 20 МРП.\n\n"
    damaged = "2 декабря, Алматы, суд оштрафовал Серика Ива\ufffd\ufffdва на 20 МРП.\n"
    path.write_bytes((text + damaged).encode().replace("\ufffd".encode(), b"\xff"))
    first, second = (read.event for read in reader.begin(NOBODY).read(open_document(path)).events())
    doubt = "text: letters that could not be read are shown as �"
    assert doubt not in first.uncertain
    assert doubt in second.uncertain


def _piece(text: str, share: float) -> str:
    """Return the title, some of the paragraphs and the notes: a short report."""
    lines = text.split("\n")
    at = int(share * max(0, len(lines) - 40))
    return "\n".join([lines[0], "", *lines[at : at + 30], *lines[-12:]])


def lost(document: Document, reading: Reading, read: list[ReadEvent]) -> list[str]:
    """Return the lines of which nothing says where they are."""
    survey = reading.survey
    kept = [each.event.text for each in read] + [part.text for part in reading.tally.left_out]
    # Paragraphs are made of several lines, and lines cut into several events.
    there = "".join(map(_letters, [*kept, survey.title or ""]))
    notes = {_letters("".join(note.links)) + _letters(note.words) for note in survey.notes.values()}
    links = "".join(notes)
    missing = []
    for at, line in enumerate(document.lines()):
        letters = _letters(line)
        if letters in there or (at in survey.rests_of_links and letters in links):
            continue
        note = read_note(line)
        if note is None or not any(
            _letters("".join(note.links)) in one and _letters(note.words) in one for one in notes
        ):
            missing.append(line)
    return missing


def _letters(text: str) -> str:
    """Return the letters of a text: marks of notes and gaps are not its words."""
    return re.sub(r"[\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]", "", text)
