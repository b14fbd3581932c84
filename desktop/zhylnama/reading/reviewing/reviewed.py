"""What a review comes to, as a draft file: records, new people, and what was left out."""

from __future__ import annotations

from typing import BinaryIO

from zhylnama.reading.reviewing.draft import LeftOutWriter, write_head
from zhylnama.reading.reviewing.review import Review
from zhylnama.record.file import to_toml


def write_reviewed(review: Review, stream: BinaryIO) -> int:
    """Write the records of a review as TOML, and return how many events there are.

    What nobody has decided still says `uncertain` in it, so that no archive is built from it
    unnoticed; what was left out stands at the end, with the reason, and can be taken in there.
    """
    basis = review.basis
    write_head(basis.file, basis.title, stream)
    events = review.taken()
    for event in events:
        stream.write(f"{to_toml(event)}\n".encode())
    for person in review.new_people():
        stream.write(f"{to_toml(person)}\n".encode())
    people = {person.id: person for person in review.people}
    named = {one.person for event in events for one in event.people}
    writer = LeftOutWriter(stream, people, named)
    for part, waiting in review.left_out():
        writer.write(basis.file, part, waiting)
    return len(events)
