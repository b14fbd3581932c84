"""What a review comes to, as a draft file: records, new people, and what was left out."""

from __future__ import annotations

from typing import BinaryIO

from zhylnama.reading.draft import one_line
from zhylnama.reading.review import Review
from zhylnama.record.file import to_toml


def write_reviewed(review: Review, stream: BinaryIO) -> int:
    """Write the records of a review as TOML, and return how many events there are.

    What nobody has decided still says `uncertain` in it, so that no archive is built from it
    unnoticed; what was left out stands at the end, with the reason.
    """
    basis = review.basis
    title = one_line(basis.title or "no title that names its period")
    stream.write(f"# Records from {one_line(basis.file)}: {title}\n\n".encode())
    events = review.taken()
    for event in events:
        stream.write(f"{to_toml(event)}\n".encode())
    for person in review.new_people():
        stream.write(f"{to_toml(person)}\n".encode())
    for part in review.left_out():
        reason = one_line(part.reason)
        stream.write(
            f"# Left out of {one_line(basis.file)}: {one_line(part.text)}: {reason}.\n".encode()
        )
    return len(events)
