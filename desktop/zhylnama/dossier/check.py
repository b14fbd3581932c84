"""Whether a paper matches an archive: each record that rides inside, then the pages themselves."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from zhylnama import __version__
from zhylnama.dossier.directory import Records
from zhylnama.dossier.inside import Manifest, Opened, fingerprint_of, open_pdf
from zhylnama.dossier.make import compose_dossiers, make_pages
from zhylnama.dossier.options import DossierOptions
from zhylnama.dossier.redact import Redacted
from zhylnama.dossier.seal import make_seal
from zhylnama.failure import BadInput, Failure, cannot_read
from zhylnama.files import resources_folder
from zhylnama.record.event import Event
from zhylnama.wording import Wording

State = Literal["unchanged", "changed", "found", "unknown"]
Pages = Literal["same", "other", "not compared"]
_MOST_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Checked:
    """One record of the paper. `found`: it is in the archive, but the paper does not carry it.

    `fields` changed since. `redacted`: compared after the same details were taken out again.
    """

    id: str
    state: State
    fields: tuple[str, ...] = ()
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a paper says of itself, and what the archive says of it. `further` events are new."""

    manifest: Manifest
    same_edition: bool
    records: tuple[Checked, ...]
    further: int
    pages: Pages
    why: str = ""

    @property
    def matches(self) -> bool:
        """Return whether every record is in the archive as it is on the paper."""
        return all(record.state in ("unchanged", "found") for record in self.records)

    def count(self, state: State) -> int:
        """Return how many records are in a state."""
        return sum(record.state == state for record in self.records)


def is_pdf(path: Path) -> bool:
    """Return whether a file begins as a PDF does. Raises SystemRefused where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return b"%PDF-" in stream.read(1024)
    except OSError as refused:
        raise cannot_read(path, refused) from refused


def check_dossier(path: Path, archive: Records, passphrase: str | None = None) -> Verdict:
    """Compare a paper with an archive.

    Raises BadInput for a PDF that is no dossier, is damaged, or was changed after it was made
    (its records, its code or its pages), and `inside.Locked` where it needs a passphrase.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES)
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    opened = open_pdf(data, str(path), passphrase)
    manifest = opened.manifest
    seal = make_seal(manifest.edition, manifest.digest, manifest.records)
    inside = None if opened.events is None else sorted(event.id for event in opened.events)
    if seal.code != manifest.code or inside not in (None, sorted(manifest.records)):
        raise BadInput(
            "{path} was changed after it was made: its code does not fit its records.", path=path
        )
    options = DossierOptions.from_plain(manifest.options)
    wording = Wording(options.lang, resources_folder())
    redacted = Redacted(archive, manifest.people, options.disclosure, wording)
    now = {event.id: event for event in redacted.events()}
    whole = {event.id: event for event in redacted.originals()}
    records = tuple(
        _compare(opened, event_id, now, whole, wording) for event_id in manifest.records
    )
    same = manifest.digest == archive.edition.digest
    other = any(record.state in ("changed", "unknown") for record in records)
    if same and other and manifest.version == __version__:
        # An edition does not change: what differs from it was written into the paper. (Another
        # version of the program may have taken out names otherwise.)
        raise BadInput(
            "{path} was changed after it was made: its records are not those of the edition that "
            "it names.",
            path=path,
        )
    pages, why = _compare_pages(path, opened, options, archive, wording)
    return Verdict(
        manifest=manifest,
        same_edition=same,
        records=records,
        further=len(set(now) - set(manifest.records)),
        pages=pages,
        why=why,
    )


def _compare(
    opened: Opened,
    event_id: str,
    now: dict[str, Event],
    whole: dict[str, Event],
    wording: Wording,
) -> Checked:
    current = now.get(event_id)
    if current is None:
        return Checked(event_id, "unknown")
    if opened.events is None:
        return Checked(event_id, "found")
    told = next(event for event in opened.events if event.id == event_id)
    changed = tuple(
        field
        for field in Event.__struct_fields__
        if _plain(getattr(told, field), wording) != _plain(getattr(current, field), wording)
    )
    redacted = current != whole.get(event_id)
    return Checked(event_id, "changed" if changed else "unchanged", changed, redacted)


def _plain(value: Any, wording: Wording) -> str:
    """Return a field as text in which every number of a person is the same.

    The numbers are given in the order of the records: a new event may move them all.
    """
    said = msgspec.json.encode(value).decode()
    label = re.escape(wording.tr("[person {number}]", number=0)).replace("0", r"\d+")
    return re.sub(r"person-\d+", "person-0", re.sub(label, "[0]", said))


def _compare_pages(
    path: Path, opened: Opened, options: DossierOptions, archive: Records, wording: Wording
) -> tuple[Pages, str]:
    """Print the paper once more and compare. Raises BadInput where the pages are others."""
    manifest = opened.manifest
    if manifest.digest != archive.edition.digest:
        return "not compared", "the archive is another edition"
    if manifest.version != __version__:
        return "not compared", f"it was made with Zhylnama {manifest.version}"
    if manifest.photo:
        return "not compared", "it has a photo that is not at hand"
    try:
        made = dt.date.fromisoformat(manifest.made)
        again = compose_dossiers(
            archive, manifest.people, replace(options, photo=None), wording, today=made
        )
    except (ValueError, Failure) as bad:
        raise BadInput("{path} was changed after it was made: {bad}", path=path, bad=bad) from bad
    if fingerprint_of(make_pages(again, options, wording)) != opened.pages:
        raise BadInput(
            "{path} was changed after it was made: its pages are not those that this "
            "archive and its own choices give.",
            path=path,
        )
    return "same", ""


def verdict_in_lines(verdict: Verdict, name: str) -> list[str]:
    """Return a verdict for a shell: a sentence on the whole, then every record that differs."""
    manifest, total = verdict.manifest, len(verdict.records)
    made = f"{name}: made on {manifest.made} from edition {manifest.edition}, "
    said = [made + f"digest {manifest.digest[:8]}, check code {manifest.code}."]
    if verdict.same_edition:
        said.append("The archive is the same edition, record for record.")
    else:
        said.append("The archive is another edition.")
    if verdict.pages == "same":
        said.append("The pages are those that this archive prints.")
    else:
        said.append(f"The pages were not compared: {verdict.why}.")
    labels: tuple[tuple[State, str], ...] = (
        ("unchanged", "found and unchanged"),
        ("changed", "changed since"),
        ("found", "found, not compared (the paper does not carry its records)"),
        ("unknown", "unknown to this archive"),
    )
    parts = [f"{verdict.count(state)} {label}" for state, label in labels if verdict.count(state)]
    said.append(f"Of {total} records: {', '.join(parts) or 'none'}.")
    for record in verdict.records:
        if record.state == "changed":
            said.append(f"  {record.id}: changed since in {', '.join(record.fields)}")
        elif record.state == "unknown":
            said.append(f"  {record.id}: unknown to this archive")
    if any(record.redacted for record in verdict.records):
        number = sum(record.redacted for record in verdict.records)
        said.append(
            f"{number} of them lack details to protect people, and were compared after the same "
            "details were taken out again."
        )
    if verdict.further:
        said.append(f"The archive has {verdict.further} more on the same people.")
    return said
