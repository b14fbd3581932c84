"""A small cast to be taken out: a relative, a minor, third persons, and an official who stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.dossier.people import named
from tests.records import archive_of

from zhylnama.archive.archive import Archive
from zhylnama.record.event import Event, LawReference, Office, Person, Sanction, Source

SUBJECT = "serikov-daniyar"
PEOPLE = [
    Person(
        id=SUBJECT,
        surname="Serikov",
        given="Daniyar",
        spellings=["Serikov Daniyar", "Данияр Сериков"],
        offices=[Office(title="activist"), Office(title="lawyer of Gulnara Akhmetova")],
        note="Husband of Zhanar Serikova; his student is Timur Bekov.",
        may_be=["serikov-d"],
    ),
    Person(id="serikov-d", spellings=["D. Serikov"]),
    Person(
        id="serikova-zhanar",
        surname="Serikova",
        given="Zhanar",
        spellings=["Serikova Zhanar", "Жанар Серикова", "Janar Serikova"],
    ),
    Person(id="bekov-timur", spellings=["Timur Bekov"], note="a schoolboy"),
    Person(id="akhmetova-gulnara", spellings=["Gulnara Akhmetova", "Гульнара Ахметова"]),
    Person(id="judge-omarov", spellings=["Judge Omarov"]),
    Person(id="elsewhere-nurbek", spellings=["Nurbek Elsewherov"]),
]
EVENTS = [
    Event(
        id="2021-12-01.1",
        date=dt.date(2021, 12, 1),
        place="Almaty",
        kinds=["administrative-arrest"],
        title="Daniyar Serikov and Gulnara Akhmetova are arrested",
        text="Daniyar Serikov of 12 Abay Street, apt. 4, was arrested with Gulnara Akhmetova. "
        "Serikov’s wife Zhanar Serikova and Bekov Timur, aged 15, were told; AKHMETOVA’s "
        "lawyer was not. Nurbek Elsewherov watched, +7 701 123 45 67.",
        people=[
            named(SUBJECT, "Daniyar Serikov"),
            named("serikova-zhanar", "Zhanar Serikova", "relative"),
            named("bekov-timur", "Bekov Timur", "other"),
            named("akhmetova-gulnara", "Gulnara Akhmetova"),
            named("judge-omarov", "Omarov", "official"),
        ],
        organisations=["Committee for Gulnara Akhmetova", "Court of Almaty"],
        law=[LawReference(code="AOC", article="488", person="akhmetova-gulnara")],
        reason="a post of G. Akhmetova",
        sanctions=[
            Sanction(person=SUBJECT, kind="arrest", days=15),
            Sanction(
                person="akhmetova-gulnara", kind="ban", months=3, detail="to call J. Serikova"
            ),
        ],
        sources=[
            Source(number=1, url="https://example.org/free-gulnara-akhmetova", note="Akhmetova’s"),
            Source(number=2, url="https://example.org/plain", note="by Janar Serikova"),
        ],
        report="2021-12",
        note="the report writes “Ахметовой” once",
        uncertain=["whether Zhanar was there"],
    ),
    Event(
        id="2021-12-02.akhmetova",
        date=dt.date(2021, 12, 2),
        place="Aktau",
        kinds=["statement"],
        title="Сериков говорит об Ахметовой",
        text="Данияр Сериков просил отпустить Гульнару Ахметову; Жанаре Сериковой (ул. Абая, 12, "
        "кв. 4) звонили. #FreeAkhmetova gulnaraakhmetova",
        lang="ru",
        people=[named(SUBJECT, "Данияр Сериков", "speaker")],
        sources=[
            Source(url="https://example.org/%D0%90%D1%85%D0%BC%D0%B5%D1%82%D0%BE%D0%B2%D0%B0")
        ],
        report="2021-12",
    ),
    Event(id="2021-12-03.1", text="Told.", people=[named("elsewhere-nurbek", "Nurbek Elsewherov")]),
]
# What may stand nowhere in a public copy, in any of its bytes.
GONE = {
    "relatives": ["Zhanar", "Janar", "Жанар", "Serikova", "Серикова", "Сериковой"],
    "minors": ["Timur", "Bekov", "Тимур"],
    "third persons": [
        *("Gulnara", "Akhmetova", "AKHMETOVA", "akhmetova", "Гульнар", "Ахметов", "gulnara"),
        *("Elsewherov", "Nurbek", "%D0%90%D1%85"),
    ],
    "addresses": ["12 Abay", "apt. 4", "Абая", "кв. 4", "701 123"],
    "sources": ["example.org"],
}


def cast_archive(folder: Path) -> Archive:
    """Return an open archive of the cast."""
    return archive_of([*PEOPLE, *EVENTS], folder)
