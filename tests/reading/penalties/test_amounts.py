"""Lengths and sums, in figures and in words."""

from __future__ import annotations

import tomllib

import pytest

from zhylnama.files import resources_folder
from zhylnama.reading.penalties.amounts import AmountReader, Size

PENALTIES = resources_folder() / "reading" / "penalties.toml"


@pytest.fixture(scope="module")
def amounts() -> AmountReader:
    return AmountReader(tomllib.loads(PENALTIES.read_text("utf-8"))["numbers"])


def told(size: Size) -> str:
    lengths = ((size.days, "d"), (size.months, "m"), (size.hours, "h"))
    money = f"{size.amount:g} {size.currency}" if size.amount is not None else ""
    return " ".join(f"{n}{unit}" for n, unit in lengths if n) or money


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 days", ["15d"]),
        ("a 15-day arrest", ["15d"]),
        ("one year and two months", ["14m"]),
        ("3 years, 2 months and 20 days", ["20d 38m"]),
        ("2.5 years", ["30m"]),
        ("5 years and 3 years respectively", ["60m", "36m"]),
        ("2 years, 100 hours of labour", ["24m"]),
        ("received 5, 7 and 10 days", ["5d", "7d", "10d"]),
        ("article 405, 2 years", ["24m"]),
        ("on half a year", ["6m"]),
        ("полтора года", ["18m"]),
        ("на 15-суточный арест", ["15d"]),
        ("продлён на месяц", ["1m"]),
        ("a 17-year-old, three days ago", []),
        ("100 hours a year", ["100h"]),
        ("in 2021 year", []),
    ],
)
def test_lengths(amounts: AmountReader, text: str, expected: list[str]) -> None:
    first = next(iter(amounts.lengths(text)), None)
    assert ([told(size) for size in first[0].sizes] if first else []) == expected


@pytest.mark.parametrize(
    ("text", "former", "now"),
    [
        ("from 5 years to 3 years", "60m", "36m"),
        ("с 20 до 10 суток", "20d", "10d"),
        ("from 1.5 to 2 years", "18m", "24m"),
    ],
)
def test_one_length_in_place_of_another(
    amounts: AmountReader, text: str, former: str, now: str
) -> None:
    ((measure, earlier),) = amounts.lengths(text)
    assert earlier is not None
    assert [told(size) for size in (*earlier.sizes, *measure.sizes)] == [former, now]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("145,850 tenge", ["145850 KZT"]),
        ("58 340 тенге", ["58340 KZT"]),
        ("7,292.5 tenge", ["7292.5 KZT"]),
        ("92,3 тыс. тенге", ["92300 KZT"]),
        ("61 тысяча 260 тенге", ["61260 KZT"]),
        ("20 mci (73,840 tenge)", ["20 MCI"]),
        ("50 мрп на 153150 тенге и 20 мрп на 61260 тенге", ["50 MCI", "20 MCI"]),
        ("fines of 10 and 20 mci respectively", ["10 MCI", "20 MCI"]),
    ],
)
def test_sums(amounts: AmountReader, text: str, expected: list[str]) -> None:
    ((measure, earlier),) = amounts.sums(text)
    assert earlier is None
    assert [told(size) for size in measure.sizes] == expected


def test_one_sum_in_place_of_another(amounts: AmountReader) -> None:
    ((measure, earlier),) = amounts.sums("reduced from 30 to 15 mci")
    assert earlier is not None
    assert [told(size) for size in (*earlier.sizes, *measure.sizes)] == ["30 MCI", "15 MCI"]


def test_what_no_penalty_reaches_is_a_doubt(amounts: AmountReader) -> None:
    ((measure, _),) = amounts.lengths("99999 years")
    assert measure.sizes[0].months is None
    assert measure.sizes[0].doubt == "sanctions: “99999 years” is longer than any penalty"


def test_a_page_of_lengths_is_read_once(amounts: AmountReader) -> None:
    # Read anew from each of them, it would take a minute.
    found = list(amounts.lengths("15 days " * 10_000))
    assert len(found) == 10_000
    assert all(told(size) == "15d" for measure, _ in found for size in measure.sizes)
