"""`make bench`: measure everything in one run, and write benchmarks/RESULTS.md.

`python -m benchmarks [SIZES…]`; without sizes 10 thousand, 100 thousand and 1 million events.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import child
from benchmarks.generate import write_records
from benchmarks.measure import Measured, measure, say
from benchmarks.report import report

SIZES = (10_000, 100_000, 1_000_000)
TYPED_AT = 20_000
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Measure each size in a temporary folder that is emptied before the next."""
    sizes = sorted({int(size) for size in sys.argv[1:]}) or list(SIZES)
    measured = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="zhylnama-bench-") as folder:
            measured.append(measure(size, Path(folder)))
    with tempfile.TemporaryDirectory(prefix="zhylnama-bench-") as folder:
        typed_at = _typing(Path(folder))
        say("dossiers")
        paper = child.run("paper", folder)
    RESULTS.write_text(report(measured, typed_at, paper), encoding="utf-8")
    say(f"{RESULTS.name} is written")


def _typing(folder: Path) -> Measured:
    say(f"typing at {TYPED_AT:,} events")
    records, archive = folder / "records.jsonl", folder / "typing.zhylnama"
    write_records(TYPED_AT, records)
    child.run("build", str(records), str(archive))
    made = Measured(TYPED_AT)
    made.keys = child.run("keys", str(archive))
    return made


if __name__ == "__main__":
    main()
