"""Synthetic archives for measuring: events made from the seeds' vocabulary, with a Zipf tail of names.

`python benchmarks/generate.py EVENTS > records.jsonl` writes records, one a line. The same number
gives the same bytes. Nothing in them is about anybody: names are surnames and given names of the
seeds combined at random, and go on with made-up ones.
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

import msgspec

from zhylnama.record.event import Appearance, Event, LawReference, Sanction, Source

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FIRST_DAY = dt.date(2012, 1, 1)
EVENTS_A_DAY = 40
SYLLABLES = "ba be bo da di do ga gu ka ke ku la le ma me mu na nu ra re sa se ta te za zha".split()


def generate(events: int, seed: int = 2021) -> Iterator[Event]:
    """Yield synthetic events in no order of date: 20 to 80 words, one to three people each."""
    chance = random.Random(seed)
    with (SEEDS / "2021-12.toml").open("rb") as stream:
        known = tomllib.load(stream)["event"]
    with (SEEDS / "people.toml").open("rb") as stream:
        people = tomllib.load(stream)["person"]
    words = [word for event in known for word in re.findall(r"\w+", event["text"])]
    places = sorted({event["place"] for event in known if "place" in event})
    kinds = sorted({kind for event in known for kind in event["kinds"]})
    laws = [(law["code"], law["article"], law.get("part")) for e in known for law in e.get("law", [])]
    hosts = sorted({s["url"].split("/")[2] for e in known for s in e.get("sources", []) if "url" in s})
    names = _names(chance, people, max(500, events // 10))
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(names))))
    day_count = max(31, events // EVENTS_A_DAY)
    for number in range(events):
        who = chance.choices(names, cum_weights=weights, k=chance.choice((0, 1, 1, 1, 2, 3)))
        who = list(dict.fromkeys(who))
        text = " ".join(chance.choices(words, k=chance.randint(20, 80)))
        for name in who:
            text = f"{name} {text}"
        keys = ["-".join(name.lower().split()) for name in who]
        law = chance.choice(laws) if chance.random() < 0.4 else None
        yield Event(
            id=f"s{number}",
            date=FIRST_DAY + dt.timedelta(chance.randrange(day_count)),
            place=chance.choice(places),
            kinds=chance.sample(kinds, chance.randint(1, 2)),
            text=text,
            people=[
                Appearance(person=key, name=name, role="targeted")
                for key, name in zip(keys, who, strict=True)
            ],
            law=[] if law is None else [LawReference(code=law[0], article=law[1], part=law[2])],
            sanctions=[Sanction(person=keys[0], kind="arrest", days=15)] if keys and law else [],
            sources=[Source(number=1, url=f"https://{chance.choice(hosts)}/{number}")],
            report="synthetic",
            paragraph=number + 1,
        )


def _names(chance: random.Random, people: list[dict[str, object]], count: int) -> list[str]:
    surnames = sorted({str(p["surname"]) for p in people if len(str(p.get("surname", ""))) > 3})
    given = sorted({str(p["given"]) for p in people if len(str(p.get("given", ""))) > 3})
    names: dict[str, None] = {}
    while len(names) < count:
        surname = chance.choice(surnames)
        if chance.random() < 0.7:
            surname = "".join(chance.choices(SYLLABLES, k=3)).capitalize() + chance.choice(
                ("ov", "ev", "in", "uly", "bek")
            )
        names.setdefault(f"{_ascii(surname)} {_ascii(chance.choice(given))}")
    return list(names)


def _ascii(name: str) -> str:
    return re.sub(r"[^A-Za-z]", "", name)


if __name__ == "__main__":
    for event in generate(int(sys.argv[1])):
        sys.stdout.buffer.write(msgspec.json.encode(event) + b"\n")
