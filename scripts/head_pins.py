"""Put a short heading on the pinned requirements that `make pins` has just written."""

from __future__ import annotations

import sys
from pathlib import Path

HEADING = """\
# Every package at one version, with the hashes of its files on every platform, for
# `pip install --require-hashes -r {name}`. Written by `make pins`; edit pyproject.toml instead.
"""


def main() -> None:
    """Head each file given."""
    for argument in sys.argv[1:]:
        path = Path(argument)
        body = path.read_text(encoding="utf-8")
        path.write_text(HEADING.format(name=path.name) + body, encoding="utf-8")


if __name__ == "__main__":
    main()
