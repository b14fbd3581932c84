"""However a paragraph is filled, four times its length takes about four times as long.

What takes the square of the length takes sixteen times. Only the two are compared, on whatever
machine and beside whatever else it does; nothing here says how many seconds anything takes.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.reading.conftest import NOBODY, TITLE

from zhylnama.reading.files.document import open_document
from zhylnama.reading.report import ReportReader

LENGTH = 1_500
TIMES = 4
# Between four and sixteen.
TOO_MUCH = 10.0
ATTEMPTS = 4

FRAMES = {
    "en": "On December 5, in Almaty, Serik Omarov was fined 20 MCI {} was sentenced to 5 years.",
    "ru": "5 декабря, Алматы, Серика Омарова оштрафовали на 20 МРП {} приговорили к 5 годам.",
}
EN = (
    "a", "1 ", ", ", ". ", "(", "“", "’", "A.", "A. ", "Ivanov ", "Ivanov, ", "IVANOV ", "aA-",
    "20 MCI ", "twelve ", "5 years, ", "5 years and ", "20 days ", "try 5 days ", "fined, ",
    "was not ", "Article 488, ", "Articles 1, 2, ", "who was ", "the wife of ", "the court ",
    "said that ", "her lawyer ", "in Astana, ", "https://a.b/ ", "[1]", "“Serik Omarov ",
    "(Serik Omarov, ", "the police and ", "a rally, a picket, ",
)  # fmt: skip
RU = (
    "двух ", "шестьсот ", "и 5 лет, ", "15 суток, ", "он – ", "статье 1 ", "суд ", "и ", "не ",
    "жена ", "адвокат Омарова ", "Серик Омаров и ", "у здания ", "сотрудники полиции ", "в ", "« ",
    "Омаров сообщил, ",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "piece"), [*(("en", piece) for piece in EN), *(("ru", piece) for piece in RU)]
)
def test_time_grows_as_the_text_does(
    reader: ReportReader, tmp_path: Path, lang: str, piece: str
) -> None:
    path = tmp_path / "report.txt"

    def taken(length: int) -> float:
        filling = (piece * (length // len(piece) + 1))[:length]
        path.write_text(f"{TITLE}\n\n{FRAMES[lang].format(filling)}\n", "utf-8")
        reading = reader.begin(NOBODY).read(open_document(path))
        begin = time.process_time()
        list(reading.events())
        return time.process_time() - begin

    growth = []
    for _ in range(ATTEMPTS):  # another program may have taken its share of one of them
        once = min(taken(LENGTH), taken(LENGTH))
        growth.append(taken(TIMES * LENGTH) / once)
        if growth[-1] < TOO_MUCH:
            return
    pytest.fail(f"{TIMES} times the length took {min(growth):.0f} times as long")
