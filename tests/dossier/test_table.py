"""The table for spreadsheets: readable, in one language, and never a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from tests.records import event, seeds, targeted

from zhylnama.dossier.table import write_table
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, LawReference, Sanction, Source
from zhylnama.wording import Wording

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def table(events: list[Event], lang: str = "en", separator: str | None = None) -> bytes:
    stream = io.BytesIO()
    assert write_table(events, Wording(lang, resources_folder()), stream, separator) == len(events)
    return stream.getvalue()


def rows(written: bytes, separator: str = ",") -> list[dict[str, str]]:
    text = written.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


FULL = event(
    "2021-12-05.1",
    date=dt.date(2021, 12, 5),
    place="Алматы; Almaty",
    kinds=["fine"],
    text="Оштрафован, “сразу”\nи отпущен.",
    people=[targeted("p-1", "Иван Петров")],
    law=[LawReference(code="AOC", article="488", part="6", person="p-1")],
    sanctions=[
        Sanction(kind="fine", person="p-1", amount=145_850, currency="KZT"),
        Sanction(kind="arrest", person="p-1", days=15, recalled=True),
    ],
    sources=[Source(number=15, url="https://example.org/a;b")],
    report="2021-12",
    paragraph=17,
)


@pytest.mark.parametrize(("lang", "separator"), [("en", ","), ("ru", ";"), ("kk", ";")])
def test_excel_of_the_language_splits_it_right(lang: str, separator: str) -> None:
    written = table([FULL, *seeds()], lang)
    assert written.startswith(b"\xef\xbb\xbf")
    lines = written.decode("utf-8-sig").split("\r\n")
    assert len(lines) == len(seeds()) + 3  # head, events, and the end of the last line
    assert "\n" not in "".join(lines)
    found = rows(written, separator)
    assert all(None not in row and None not in row.values() for row in found)
    assert [list(row.values())[-1] for row in found[1:]] == [one.id for one in seeds()]
    assert list(found[0].values())[2] == "Алматы; Almaty"


def test_an_event_in_words() -> None:
    (row,) = rows(table([FULL]))
    assert row["Date"] == "2021-12-05"
    assert row["Account"] == "Оштрафован, “сразу” и отпущен."
    assert row["People"] == "Иван Петров (person affected)"
    assert row["Law"] == "AOC, article 488, part 6 (Иван Петров)"
    assert row["Sanctions"] == (
        "fine of 145,850 tenge (Иван Петров); "
        "15 days of administrative arrest (Иван Петров) (recalled)"
    )
    assert row["Sources"] == "[15] https://example.org/a;b"
    assert row["Report"] == "report 2021-12, paragraph 17"


def test_a_month_does_not_become_its_first_day() -> None:
    first = dt.date(2021, 12, 1)
    month, year, none = rows(
        table(
            [
                event("a", date=first, precision="month"),
                event("b", date=first, precision="year"),
                event("c", date=None),
            ]
        )
    )
    assert month["Date"] == "2021-12, day not stated"
    assert (year["Date"], none["Date"]) == ("2021", "")


@pytest.mark.parametrize(
    "text", ["=1+1", "a;=1+1;b", "a,=1+1,b", "a\n=1+1", "a;\t@SUM(A1)", "a,－1", "a;'=1", "\t=1"]
)
@pytest.mark.parametrize("separator", [",", ";"])
def test_no_cell_is_a_formula_however_it_is_split(text: str, separator: str) -> None:
    """A table for one country, opened by the Excel of another: cells are cut at other places."""
    hostile = event("x", text=text, place=text.strip(), organisations=[text], note=text)
    written = table([hostile], separator=separator).decode("utf-8-sig")
    for cut in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=cut):
            assert [cell for cell in row if cell.startswith(FORMULA)] == []
