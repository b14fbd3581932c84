"""Events and identities that the tests of the dossier share."""

from __future__ import annotations

import datetime as dt

from tests.dossier.in_memory import InMemory

from zhylnama.record.event import (
    Appearance,
    Event,
    LawReference,
    Office,
    Person,
    Role,
    Sanction,
    Source,
)

LONG_LINK = "https://example.org/" + "a-long-path/" * 30 + "?a=1&b=%D0%B0;c=<x>&id=" + "9" * 200


def named(person: str, name: str, role: Role = "targeted", **more: object) -> Appearance:
    return Appearance(person=person, name=name, role=role, **more)  # type: ignore[arg-type]


AISHA = Person(
    id="test-aisha",
    surname="Test",
    given="Aisha",
    spellings=["Test Aisha", "Aisha Test", "Айша Тест"],
    offices=[Office(title="activist", organisation="A Movement")],
    may_be=["test-a"],
)
OTHER = Person(id="test-a", spellings=["A. Test"])
EVENTS = [
    Event(
        id="2021-12-01.1",
        date=dt.date(2021, 12, 1),
        place="Almaty",
        region="Almaty region",
        kinds=["administrative-arrest", "rally"],
        title="Two people are arrested",
        text="Aisha Test received 15 days of arrest and Berik Two a fine of 10 MCI.",
        people=[
            named("test-aisha", "Aisha Test", kinds=["administrative-arrest"]),
            named("two-berik", "Berik Two", kinds=["fine"]),
            named("judge-k", "K. Judge", "official"),
        ],
        organisations=["Specialised Court"],
        law=[
            LawReference(code="AOC", article="488", part="6", person="test-aisha"),
            LawReference(code="AOC", article="667", part="1", person="two-berik"),
        ],
        reason="taking part in a rally",
        sanctions=[
            Sanction(person="test-aisha", kind="arrest", days=15),
            Sanction(person="two-berik", kind="fine", amount=10, currency="MCI"),
            Sanction(person=None, kind="warning"),
        ],
        sources=[Source(number=3, url="https://example.org/one"), Source(number=4, url=LONG_LINK)],
        report="2021-12",
        paragraph=1,
        note="the report writes “Alamaty”",
    ),
    Event(
        id="2021-12-03.1",
        date=dt.date(2021, 12, 3),
        until=dt.date(2021, 12, 5),
        place="Oral",
        kinds=["hunger-strike"],
        text="Тест Айша, қамауда отырып, аштық жариялады: Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸ №.",
        lang="kk",
        people=[named("test-aisha", "Тест Айша", kinds=["hunger-strike"])],
        law=[LawReference(code="AOC", article="488", part="11")],
        sanctions=[Sanction(person="test-aisha", kind="arrest", days=15, recalled=True)],
        sources=[
            Source(number=3, url="https://example.org/one"),
            Source(number=14, note="no link"),
        ],
        report="2021-12",
        paragraph=7,
        uncertain=["whether the strike went on"],
    ),
    Event(
        id="2022-02-01.1",
        date=dt.date(2022, 2, 1),
        precision="month",
        kinds=["statement"],
        title="Aisha Test speaks",
        text="Aisha Test spoke to the press.",
        people=[named("test-aisha", "Aisha Test", "speaker")],
        law=[LawReference(code="CC", article="405", part="2")],
        report="2022-02",
        paragraph=2,
    ),
]


def archive() -> InMemory:
    return InMemory(EVENTS, [AISHA, OTHER])
