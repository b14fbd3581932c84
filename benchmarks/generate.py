"""Synthetic archives for measuring: events made from the seeds' vocabulary, a Zipf tail of names.

`python -m benchmarks.generate EVENTS > records.jsonl` writes records, one a line. The same number
gives the same bytes. Nothing in them is about anybody: names are made up, or surnames and given
names of the seeds combined at random, and no combination that the seeds know is used.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec

from zhylnama.record.event import Appearance, Event, LawReference, Sanction, Source

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FIRST_DAY = dt.date(2012, 1, 1)
EVENTS_A_DAY = 40
SYLLABLES = re.findall(
    r"\w+", "ba be bo da di do ga gu ka ke ku la le ma me mu na nu ra re sa se ta te za zha"
)
ENDINGS = ("ov", "ev", "in", "uly", "bek")
LEAST_NAMES = 500

FREQUENT, SELDOM, RARE = "Karimbaev Nurdaulet", "Shamuratov Zhandos", "Kuzembaev Yerasyl"
"""Made-up people whom the queries ask for, at fixed ranks of the Zipf tail."""
_RANKS = {FREQUENT: 4, SELDOM: 60, RARE: 450}

IN_CYRILLIC = 0.3
"""In this share of the events names are written as a Russian report would."""


def generate(events: int, seed: int = 2021) -> Iterator[Event]:
    """Yield synthetic events in no order of date: 20 to 80 words, up to three people each."""
    chance = random.Random(seed)
    with (SEEDS / "2021-12.toml").open("rb") as stream:
        known = tomllib.load(stream)["event"]
    with (SEEDS / "people.toml").open("rb") as stream:
        people = tomllib.load(stream)["person"]
    words = [word for event in known for word in re.findall(r"\w+", event["text"])]
    places = sorted({event["place"] for event in known if "place" in event})
    kinds = sorted({kind for event in known for kind in event["kinds"]})
    laws = [
        (law["code"], law["article"], law.get("part")) for e in known for law in e.get("law", [])
    ]
    hosts = sorted(
        {s["url"].split("/")[2] for e in known for s in e.get("sources", []) if "url" in s}
    )
    names = _names(chance, people, max(LEAST_NAMES, events // 10))
    keys = ["-".join(name.lower().split()) for name in names]
    ranks = range(len(names))
    weights = list(accumulate(1 / (rank + 1) for rank in ranks))
    day_count = max(31, events // EVENTS_A_DAY)
    for number in range(events):
        drawn = chance.choices(ranks, cum_weights=weights, k=chance.choice((0, 1, 1, 1, 2, 3)))
        who = list(dict.fromkeys(drawn))
        cyrillic = chance.random() < IN_CYRILLIC
        spelled = [in_cyrillic(names[rank]) if cyrillic else names[rank] for rank in who]
        text = " ".join([*spelled, *chance.choices(words, k=chance.randint(20, 80))])
        law = chance.choice(laws) if chance.random() < 0.4 else None
        yield Event(
            id=f"s{number}",
            date=FIRST_DAY + dt.timedelta(chance.randrange(day_count)),
            place=chance.choice(places),
            kinds=chance.sample(kinds, chance.randint(1, 2)),
            text=text,
            people=[
                Appearance(person=keys[rank], name=name, role="targeted")
                for rank, name in zip(who, spelled, strict=True)
            ],
            law=[] if law is None else [LawReference(code=law[0], article=law[1], part=law[2])],
            sanctions=(
                [Sanction(person=keys[who[0]], kind="arrest", days=15)] if who and law else []
            ),
            sources=[Source(number=1, url=f"https://{chance.choice(hosts)}/{number}")],
            report="synthetic",
            paragraph=number + 1,
        )


def write_records(events: int, path: Path) -> None:
    """Write synthetic events as JSON Lines."""
    with path.open("wb", buffering=1 << 20) as stream:
        for event in generate(events):
            stream.write(msgspec.json.encode(event) + b"\n")


def _names(chance: random.Random, people: list[dict[str, Any]], count: int) -> list[str]:
    surnames = _parts(people, "surname")
    given = _parts(people, "given")
    real = {(_ascii(str(p.get("surname"))), _ascii(str(p.get("given")))) for p in people}
    names: dict[str, None] = {}
    while len(names) < count:
        surname = chance.choice(surnames)
        if chance.random() < 0.7:
            surname = "".join(chance.choices(SYLLABLES, k=3)).capitalize() + chance.choice(ENDINGS)
        called = chance.choice(given)
        if (surname, called) not in real:
            names.setdefault(f"{surname} {called}")
    ordered = list(names)
    for name, rank in _RANKS.items():
        ordered[rank] = name
    return ordered


def _parts(people: list[dict[str, Any]], part: str) -> list[str]:
    found = {_ascii(str(person.get(part, ""))) for person in people}
    return sorted(name for name in found if len(name) > 3)


def _ascii(name: str) -> str:
    return re.sub(r"[^A-Za-z]", "", name)


_LETTERS = {
    "shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "ya": "я", "yu": "ю",
    "ye": "е", "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х",
    "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ",
    "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "у", "x": "х", "y": "ы", "z": "з",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))


def in_cyrillic(name: str) -> str:
    """Return a romanised name in Cyrillic letters."""
    return _SOUND.sub(lambda sound: _LETTERS[sound[0]], name.lower()).title()


if __name__ == "__main__":
    for event in generate(int(sys.argv[1])):
        sys.stdout.buffer.write(msgspec.json.encode(event) + b"\n")
