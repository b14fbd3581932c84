"""One reader for all tests of reading: its data takes a moment to load."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zhylnama.files import resources_folder
from zhylnama.reading.files.document import open_document
from zhylnama.reading.names.identities import Known, Lookup
from zhylnama.reading.report import Reading, ReportReader
from zhylnama.record.event import Event

ReadText = Callable[..., list[Event]]


@pytest.fixture(scope="session")
def reader() -> ReportReader:
    return ReportReader(resources_folder())


@pytest.fixture
def read_file(reader: ReportReader) -> Callable[[Path], Reading]:
    """Read a file with an archive in which nobody is known."""

    def read(path: Path) -> Reading:
        return reader.begin(NOBODY).read(open_document(path))

    return read


@pytest.fixture
def read_text(reader: ReportReader, tmp_path: Path) -> ReadText:
    """Read paragraphs of a report for December 2021; `known` are the people of an archive."""

    def read(*paragraphs: str, known: tuple[Known, ...] = (), title: str = TITLE) -> list[Event]:
        path = tmp_path / "report.txt"
        path.write_text("\n\n".join((title, *paragraphs)), "utf-8")

        def look_up(name: str) -> tuple[Known, ...]:
            return tuple(one for one in known if name in (one.name, *one.spellings))

        ids = {one.id for one in known}
        reading = reader.begin(Lookup(look_up, ids.__contains__)).read(open_document(path))
        return [read.event for read in reading.events()]

    return read


TITLE = "MONITORING OF POLITICAL PERSECUTION FROM DECEMBER 1 TO DECEMBER 31, 2021"
NOBODY = Lookup(lambda name: (), lambda id_: False)
