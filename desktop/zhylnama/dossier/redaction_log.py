"""The redaction log: how much was taken out of a copy and why; never what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from zhylnama.wording import Wording

Class = Literal["minor", "relative", "third-person"]


@dataclass(slots=True)
class RedactionLog:
    """How much was taken out and why; never what."""

    replaced: dict[Class, int] = field(default_factory=dict)
    left_out: dict[Class, int] = field(default_factory=dict)
    passages: int = 0
    addresses: int = 0
    sources: int = 0

    @property
    def anything(self) -> bool:
        """Return whether the copy lacks something that the archive has."""
        counts = (self.passages, self.addresses, self.sources)
        return bool(self.replaced or self.left_out or any(counts))


def redactions_in_words(log: RedactionLog, wording: Wording) -> tuple[str, ...]:
    """Return the redaction log as sentences: how many and why, not what."""
    if not log.anything:
        return ()
    count = wording.count
    said = [wording.tr("This copy leaves out or replaces details to protect people.")]
    for counts, replaced in ((log.replaced, True), (log.left_out, False)):
        parts = [
            text
            for what, text in (
                ("minor", count("{n} minor", "{n} minors", counts.get("minor", 0))),
                ("relative", count("{n} relative", "{n} relatives", counts.get("relative", 0))),
                (
                    "third-person",
                    count("{n} third person", "{n} third persons", counts.get("third-person", 0)),
                ),
            )
            if what in counts
        ]
        people = ", ".join(parts)
        if people and replaced:
            said.append(wording.tr("Replaced by a number: {people}.", people=people))
        elif people:
            said.append(wording.tr("Left out without a number: {people}.", people=people))
    if log.passages:
        said.append(
            count(
                "Their names stood in {n} passage.",
                "Their names stood in {n} passages.",
                log.passages,
            )
        )
    if log.addresses:
        said.append(count("{n} address is left out.", "{n} addresses are left out.", log.addresses))
    if log.sources:
        said.append(count("{n} source is left out.", "{n} sources are left out.", log.sources))
    if log.replaced or log.left_out:
        said.append(
            wording.tr(
                "Names are recognised by the spellings that the archive has of a person. "
                "Whoever is described without a name, or is not in the archive, is not."
            )
        )
    return tuple(said)
