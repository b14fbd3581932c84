"""Records for tests: a few by hand, any by Hypothesis, the seeds, and archives built from them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from zhylnama.archive.archive import Archive
from zhylnama.archive.build import build_archive
from zhylnama.archive.edition import Edition
from zhylnama.files import resources_folder, seeds_folder
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import (
    Appearance,
    Event,
    LawReference,
    Office,
    Person,
    Sanction,
    Source,
)
from zhylnama.record.file import Record, read_records, to_json


def event(id: str = "2021-12-05.1", **fields: Any) -> Event:  # noqa: A002
    """Return an event with the fields that matter to a test."""
    given: dict[str, Any] = {"id": id, "date": dt.date(2021, 12, 5), "text": "Something."}
    return Event(**(given | fields))


def targeted(person: str, name: str | None = None, **fields: Any) -> Appearance:
    """Return somebody to whom the event happens."""
    return Appearance(person=person, name=name or person, **({"role": "targeted"} | fields))


# -- Seeds and archives ------------------------------------------------------------------------


@lru_cache
def gazetteer() -> Gazetteer:
    """Return the bundled gazetteer."""
    return Gazetteer.load(resources_folder() / "places.toml")


@lru_cache
def kind_groups() -> dict[str, str]:
    """Return the group of every kind."""
    return {entry["id"]: entry["group"] for entry in kinds()}


@lru_cache
def kinds() -> list[dict[str, Any]]:
    """Return the controlled list of kinds as it is bundled."""
    listed: list[dict[str, Any]] = tomllib.loads(
        (resources_folder() / "kinds.toml").read_text("utf-8")
    )["kind"]
    return listed


def build(records: Iterable[Record], target: Path) -> Edition:
    """Build an archive with the data of this checkout."""
    return build_archive(records, target, gazetteer=gazetteer(), kind_groups=kind_groups())


def archive_of(records: Iterable[Record], folder: Path) -> Archive:
    """Return an open archive of a few records."""
    target = folder / "test.zhylnama"
    build(records, target)
    return Archive.open(target)


@lru_cache
def seeds() -> tuple[Event, ...]:
    """Return the bundled events in the order of their files."""
    folder = seeds_folder()
    assert folder is not None
    files = sorted(folder.glob("????-??.*"))
    return tuple(r for file in files for r in read_records(file) if isinstance(r, Event))


@lru_cache
def seed_people() -> dict[str, Person]:
    """Return the bundled identities by id."""
    folder = seeds_folder()
    assert folder is not None
    read = read_records(folder / "people.toml")
    return {person.id: person for person in read if isinstance(person, Person)}


@lru_cache
def seed_archive() -> Path:
    """Return an archive of the seeds, built once a session in the session's own home."""
    target = Path.home() / "seeds.zhylnama"
    build([*seed_people().values(), *seeds()], target)
    return target


def write_lines(path: Path, records: Iterable[Record]) -> Path:
    """Write records as JSON Lines."""
    path.write_bytes(b"".join(to_json(record) + b"\n" for record in records))
    return path


# -- Any record --------------------------------------------------------------------------------

_CONTROLS = "".join(map(chr, [*range(9), *range(11, 32), 127]))
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS)


def _said(longest: int) -> st.SearchStrategy[str]:
    return st.text(_LETTERS, min_size=1, max_size=longest).filter(lambda text: bool(text.strip()))


slugs = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,8}", fullmatch=True)
names = _said(20) | st.sampled_from(["Жанболат Мамай", "=1+1", "'quoted", "Әйгерім №7 ₸", "A. B."])
texts = _said(60) | st.just('He said: "no", \\ and\n\tthen — nothing.')
ids = st.text(_LETTERS, min_size=1, max_size=12).filter(
    lambda text: not any(map(str.isspace, text))
)
counts = st.none() | st.integers(0, 100_000)
money = st.integers(0, 10**15) | st.floats(0, 1e15, exclude_min=True)
laws = st.builds(
    LawReference,
    code=st.from_regex(r"[A-Z][A-Z0-9-]{0,15}", fullmatch=True),
    article=_said(10),
    part=st.none() | _said(10),
)
sources = st.builds(
    Source,
    number=st.none() | st.integers(1, 10_000_000),
    url=st.none() | ids.map("https://{}".format),
    note=st.none() | texts,
)
people = st.builds(
    Person,
    id=slugs,
    surname=st.none() | names,
    given=st.none() | names,
    patronymic=st.none() | names,
    spellings=st.lists(names, max_size=3),
    offices=st.lists(
        st.builds(Office, title=st.none() | names, organisation=st.none() | names), max_size=2
    ),
    may_be=st.lists(slugs, max_size=2),
    note=st.none() | texts,
).filter(lambda person: person.id not in person.may_be)
_LENGTHLESS = ("fine", "warning")


@st.composite
def _sanctions(draw: st.DrawFn, who: st.SearchStrategy[str | None]) -> Sanction:
    kind = draw(st.sampled_from(["arrest", "fine", "warning", "ban", "custody", "forced-labour"]))
    amount = draw(st.none() | money) if kind == "fine" else None
    length = st.none() if kind in _LENGTHLESS else counts
    return Sanction(
        person=draw(who),
        kind=kind,  # type: ignore[arg-type]
        days=draw(length),
        months=draw(length),
        hours=draw(length),
        amount=amount,
        currency=draw(st.sampled_from(["KZT", "MCI"])) if amount is not None else None,
        detail=draw(st.none() | texts),
        recalled=draw(st.booleans()),
    )


@st.composite
def events(draw: st.DrawFn, kinds: st.SearchStrategy[str] = slugs) -> Event:
    """Return any event that is valid: every field may be there or not."""
    present = draw(
        st.lists(
            st.builds(
                Appearance,
                person=slugs,
                name=names,
                role=st.sampled_from(["targeted", "relative", "official", "speaker", "other"]),
                kinds=st.none() | st.lists(kinds, max_size=2),
            ),
            max_size=3,
        )
    )
    who = st.none() | st.sampled_from([a.person for a in present]) if present else st.none()
    first = draw(st.none() | st.dates())
    return Event(
        id=draw(ids),
        date=first,
        until=draw(st.none() | st.dates(min_value=first)) if first is not None else None,
        precision=draw(st.sampled_from(["day", "month", "year"])),
        place=draw(st.none() | names | st.sampled_from(["Almaty", "Uralsk"])),
        region=draw(st.none() | names),
        kinds=draw(st.lists(kinds, max_size=3)),
        title=draw(st.none() | _said(30)),
        text=draw(texts),
        lang=draw(st.sampled_from(["en", "ru", "kk"])),
        people=present,
        organisations=draw(st.lists(names, max_size=2)),
        law=[
            LawReference(code=law.code, article=law.article, part=law.part, person=draw(who))
            for law in draw(st.lists(laws, max_size=2))
        ],
        reason=draw(st.none() | texts),
        sanctions=draw(st.lists(_sanctions(who), max_size=3)),
        sources=draw(st.lists(sources, max_size=2)),
        report=draw(st.none() | st.sampled_from(["2021-12", "2022-01"])),
        paragraph=draw(st.none() | st.integers(1, 500)),
        note=draw(st.none() | texts),
        uncertain=draw(st.lists(texts, max_size=2)),
    )
