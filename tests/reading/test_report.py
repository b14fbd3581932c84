"""Whole reports, in each layout, against their records made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.accuracy import facts, paired, wrong_people
from tests.reading.conftest import TITLE, ReadText

from zhylnama.files import resources_folder
from zhylnama.names.places import Gazetteer
from zhylnama.reading.report import Reading
from zhylnama.record.event import Event
from zhylnama.record.file import read_records

REPORTS = sorted(
    path for path in (Path(__file__).parent / "reports").iterdir() if path.suffix != ".toml"
)
# What the issue asks for, of the reports in this folder together with any other month.
AIMS = {
    "date": 1.0, "place": 0.98, "people": 0.97, "law": 0.99, "sanctions with person": 0.98,
    "role": 0.9, "kinds": 0.88, "notes": 1.0, "links": 1.0,
}  # fmt: skip


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_reports(report: Path, read_file: Callable[[Path], Reading]) -> None:
    truth = [r for r in read_records(report.with_suffix(".toml")) if isinstance(r, Event)]
    reading = read_file(report)
    read = [one.event for one in reading.events()]
    assert wrong_people(truth, read) == []
    fields = facts(Gazetteer.load(resources_folder() / "places.toml"))
    for field, aim in AIMS.items():
        right = wanted = given = 0
        for by_hand, machine in paired(truth, read).values():
            ours = [fact for event in machine for fact in fields[field](event)]
            given += len(ours)
            for event in by_hand:
                for fact in fields[field](event):
                    wanted += 1
                    if fact in ours:
                        right += 1
                        ours.remove(fact)
        assert right >= aim * wanted, (field, right, wanted)
        assert right >= aim * given, (field, right, given)


def test_two_events_in_one_paragraph(read_text: ReadText) -> None:
    first, second = read_text(
        "On December 7, in Astana, Serik Ivanov was arrested for 15 days for a rally. "
        "On December 8, in Almaty, Dina Omarova and Aset Kaliyev were detained near a park[1].",
        "[1]https://a.org/1",
    )
    assert (first.id, second.id) == ("2021-12-07.1", "2021-12-08.1")
    assert [s.number for s in first.sources] == [s.number for s in second.sources] == [1]
    assert "later event" in (first.note or "")
    assert first.paragraph == second.paragraph == 1
    assert first.text.startswith("On December 7")
    assert second.text.startswith("On December 8")


@pytest.mark.parametrize(
    ("second", "date", "place"),
    [
        ("On December 9, Omarova was moved to Taraz, which she learned an hour before.", 9, None),
        ("On December 9 the court gave Dina Omarova, who had been ill, 5 days of arrest.", 9, None),
        ("9 декабря суд назначил ей, Дине Омаровой, 5 суток административного ареста.", 9, None),
        (
            "On the same day, Aktobe, Dina Omarova was detained near a park in the centre.",
            7,
            "Aktobe",
        ),
        ("On the same day in Aktobe Dina Omarova was detained near a park.", 7, "Aktobe"),
        ("В тот же день в Актобе у парка была задержана Дина Омарова.", 7, "Актобе"),
    ],
)
def test_a_later_day_or_another_place_begins_an_event(
    read_text: ReadText, second: str, date: int, place: str | None
) -> None:
    events = read_text(f"On December 7, in Astana, Serik Ivanov was detained at a rally. {second}")
    assert [event.date and event.date.day for event in events] == [7, date]
    assert events[1].place == place
    assert events[1].text == second
    assert [one.name for one in events[0].people] == ["Serik Ivanov"]


@pytest.mark.parametrize(
    "second",
    [
        "On December 9 she was released after the protests of many people in the town.",
        "On the same day the court considered her complaint and left the arrest unchanged.",
        "On March 3, 2019, Dina Omarova was arrested for 15 days for a rally in the same town.",
        "В тот же день её отпустили, а через неделю вызвали на допрос к следователю.",
    ],
)
def test_an_event_goes_on_where_nobody_is_named_anew(read_text: ReadText, second: str) -> None:
    first = "On December 7, in Astana, Dina Omarova was detained at a rally for a free press."
    assert len(read_text(f"{first} {second}")) == 1


def test_half_a_sentence_printed_twice(read_text: ReadText) -> None:
    half = "On December 24, in Almaty, activists of the party were detained for the rally near the "
    (event,) = read_text(
        f"{half}{half}Independence Monument. Serik Ivanov was sentenced to 20 days of arrest."
    )
    assert event.text.count("activists of the party") == 2
    assert "twice" in (event.note or "")
    assert [(s.kind, s.days) for s in event.sanctions] == [("arrest", 20)]


def test_a_paragraph_printed_twice_is_one_event(
    read_file: Callable[[Path], Reading], tmp_path: Path
) -> None:
    line = "On December 7, in Astana, Serik Ivanov was detained near the court."
    path = tmp_path / "r.txt"
    path.write_text(f"Report for December 2021\n\n{line}\n\n{line}\n", "utf-8")
    reading = read_file(path)
    assert len(list(reading.events())) == 1
    assert [part.reason for part in reading.tally.left_out] == [
        "is printed a second time, word for word as paragraph 1"
    ]


def test_text_is_the_paragraph_without_its_marks(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 7, in Astana,  Serik «Ivanov» was detained [1][2] .", "[1]https://a.org"
    )
    assert event.text == "On December 7, in Astana,  Serik «Ivanov» was detained ."


def test_unreferenced_notes_are_told(read_file: Callable[[Path], Reading], tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(
        "Report for December 2021\n\nOn December 7, in Astana, Serik Ivanov was detained.\n\n[9]https://a.org/9\n",
        "utf-8",
    )
    reading = read_file(path)
    list(reading.events())
    assert [(part.text, part.reason) for part in reading.tally.left_out] == [
        ("[9] https://a.org/9", "is a note that no paragraph refers to")
    ]


def test_an_article_that_concerns_one_of_several(read_text: ReadText) -> None:
    (event,) = read_text(
        "On December 7, in Astana, Serik Ivanov was fined 20 MCI, Dina Omarova was given a "
        "“warning” under Article 488 of the Administrative Offences Code of the RK."
    )
    assert [(law.article, law.person) for law in event.law] == [("488", "omarova-dina")]


def test_pieces_stand_where_they_are_found(
    read_file: Callable[[Path], Reading],
) -> None:
    for report in REPORTS:
        for read in read_file(report).events():
            text = read.event.text
            for piece in read.pieces:
                assert 0 <= piece.start <= piece.end <= len(text)
                assert piece.start < piece.end or piece.what == "source"
            marked = {p.who for p in read.pieces if p.what == "source" and p.who}
            numbers = {str(source.number) for source in read.event.sources}
            # The mark of an earlier event in a paragraph stands in the later one.
            assert marked <= numbers
            assert marked == numbers or read.event.note
            names = {text[p.start : p.end] for p in read.pieces if p.what == "person"}
            assert {a.name for a in read.event.people} <= names


def test_what_is_printed_again_and_again_is_held_once(
    read_file: Callable[[Path], Reading], tmp_path: Path
) -> None:
    line = "On December 5, in Almaty, Serik Ivanov was detained at a rally in the centre."
    path = tmp_path / "report.txt"
    path.write_text("\n\n".join([TITLE, *[line] * 50]), "utf-8")
    reading = read_file(path)
    assert len(list(reading.events())) == 1
    assert len(reading.tally.left_out) == 49
    assert len({id(part) for part in reading.tally.left_out}) == 1


def test_a_name_as_long_as_no_record_holds_is_nobody_s(read_text: ReadText) -> None:
    name = "Serikova" + "a" * 1_400
    (event,) = read_text(f"On December 1, in Almaty, Aigul {name} was detained by the police.")
    assert [one.name for one in event.people if len(one.name) > 200] == []
    assert event.text.endswith("was detained by the police.")


@pytest.mark.parametrize(
    ("told", "suspended"),
    [
        ("the court gave Ann Lee a suspended sentence of 2 years of imprisonment.", True),
        ("Ann Lee was sentenced to 2 years of imprisonment conditionally.", True),
        ("суд приговорил Анну Ли условно к 2 годам лишения свободы.", True),
        ("Анна Ли, 2 года лишения свободы условно.", True),
        ("Ann Lee was suspended from work and sentenced to 2 years of imprisonment.", False),
        ("Ann Lee was sentenced to 2 years of imprisonment.", False),
    ],
)
def test_a_suspended_term_is_no_prison(read_text: ReadText, told: str, *, suspended: bool) -> None:
    (event,) = read_text(f"{'December 3' if told.isascii() else '3 декабря'}, Almaty, {told}")
    (sanction,) = event.sanctions
    assert (sanction.months, sanction.suspended) == (24, suspended)
    assert "conviction" in event.kinds
    assert ("imprisonment" in event.kinds) is not suspended


def test_an_event_without_end_is_left_out_whole(
    read_file: Callable[[Path], Reading], tmp_path: Path
) -> None:
    names = ", ".join(f"Aidar Bokaev{letter}" for letter in "abcdefghij" * 150)
    without_end = f"On December 1, in Almaty, {names} were fined."
    days = [f"On December {day}, in Aktau, Aidar Bokaev was detained." for day in range(2, 32)]
    path = tmp_path / "report.txt"
    path.write_text("\n\n".join((TITLE, without_end, " ".join(days * 20))), "utf-8")
    reading = read_file(path)
    # A paragraph of many events may be longer than that.
    assert len(list(reading.events())) == len(days * 20)
    (left_out,) = reading.tally.left_out
    assert left_out.text == without_end
    assert left_out.reason == "is longer than any paragraph of a report"
