"""A report of a month, in the project's own words, and what a review of it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zhylnama.files import resources_folder
from zhylnama.reading.names.identities import Known, Lookup
from zhylnama.reading.reviewing.basis import read_basis
from zhylnama.reading.reviewing.operations import Basis

REPORT = """\
Monitoring of rights in Kazakhstan, March 2022

On March 2, in Almaty, the court sentenced Aigul Serikova under Article 488, Part 6 of the Code of \
Administrative Offences of the RK to 15 days of arrest for taking part in a rally.[1]

On March 3, in Aktau, A. Serikova and Daniyar Omarov held a picket at the akimat building and \
asked for the release of prisoners.[2]

On March 5, in Nowheretown, the police detained Timur Kasymov on his way to a peaceful meeting.[3]

On March 7, in Oral, Botagoz Nurlanova was fined 20 MCI under Article 488 of the Code of \
Administrative Offences of the RK. Later a group of people held a picket to support her.[4]

[1] https://example.org/one
[2] https://example.org/two
[3] https://example.org/three
[4] https://example.org/four
"""

LINE = "Timur Kasymov was released without charge"
REPORT_WITH_MORE = (
    "Home · News\n\n"
    + REPORT.replace("[1] http", f"{LINE}\n\n[1] http")
    + "[9] https://example.org/nine\n\nShare this\n"
)
"""The same with what a reading leaves out: lines of the page, a line without a date, a note."""

KNOWN = {
    "Aigul Serikova": Known("serikova-aigul", "Serikova Aigul", True, "the same name"),
    "A. Serikova": Known("serikova-aigul", "Serikova Aigul", False, "an initial stands for a name"),
    "N. Bekova": Known(
        "bekova-nurgul", "Bekova Nurgul", False, "an initial stands for a name", ("N. Bekova",)
    ),
}


def _find(name: str) -> Sequence[Known]:
    return [KNOWN[name]] if name in KNOWN else []


LOOKUP = Lookup(_find, {one.id for one in KNOWN.values()}.__contains__)
"""The people of a very small archive."""


def small_basis(folder: Path, text: str = REPORT) -> Basis:
    """Return the reading of the report above, from a file in `folder`."""
    path = folder / "march.txt"
    path.write_text(text, "utf-8")
    return read_basis(
        path, resources=resources_folder(), lookup=LOOKUP, archive_digest="of no archive"
    )
