"""The short code and the QR code: which records of which edition a paper was made from.

A QR code has no room for many ids. It holds a digest over them instead; whoever has the archive
can compute it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

# Without I, L, O and U: nothing that is read aloud or copied by hand is mistaken.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Seal:
    """`ids` is a SHA-256 over the sorted record ids, a line each."""

    edition: str
    digest: str
    records: int
    ids: str

    @property
    def text(self) -> str:
        """Return what the QR code holds: capitals only, which take half the room in it."""
        parts = ("ZHYLNAMA", "1", self.edition, self.digest[:32], str(self.records), self.ids[:32])
        return ":".join(parts).upper()

    @property
    def code(self) -> str:
        """Return sixteen signs in groups of four, made from the same."""
        number = int.from_bytes(hashlib.sha256(self.text.encode()).digest()[:10], "big")
        signs = [_ALPHABET[number >> shift & 31] for shift in range(75, -1, -5)]
        return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


def make_seal(edition: str, digest: str, records: Iterable[str]) -> Seal:
    """Return the seal of an edition and the ids of the records taken from it."""
    ids = sorted(set(records))
    over = hashlib.sha256("".join(f"{one}\n" for one in ids).encode("utf-8", "replace"))
    return Seal(edition, digest, len(ids), over.hexdigest())
