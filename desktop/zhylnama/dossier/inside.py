"""What rides inside the PDF: the records it was made from, and how it was made.

`records.jsonl` holds the identities and events after redaction, in the form that `build` reads.
`dossier.json` says what is needed to check the paper later. Both are attachments that any PDF
reader shows.
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec
import pikepdf

from zhylnama.failure import BadInput
from zhylnama.record.event import Event, Person
from zhylnama.record.file import Record, to_json

RECORDS = "records.jsonl"
MANIFEST = "dossier.json"
_MOST_BYTES = 512 * 1024 * 1024
# What qpdf remarks on a damaged file; `open_pdf` says in one sentence what matters of it.
logging.getLogger("pikepdf._core").setLevel(logging.CRITICAL)


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a dossier was made. `attached` is the SHA-256 of `records.jsonl`, where it is inside."""

    format: int = 1
    edition: str
    digest: str
    people: list[str]
    records: list[str]
    made: str
    code: str
    options: dict[str, bool | str | list[str] | None]
    version: str
    redacted: bool = False
    photo: bool = False
    attached: str | None = None


def finish_pdf(
    pages: bytes,
    stream: BinaryIO,
    manifest: Manifest,
    records: Iterable[Record] | None,
    passphrase: str | None = None,
) -> None:
    """Write the pages with their attachments to a stream; encrypt them where there is a phrase.

    Without a passphrase the same input gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        if records is not None:
            lines = b"".join(to_json(record) + b"\n" for record in records)
            manifest = msgspec.structs.replace(manifest, attached=hashlib.sha256(lines).hexdigest())
            _attach(pdf, RECORDS, lines, "application/x-ndjson")
        _attach(pdf, MANIFEST, msgspec.json.encode(manifest), "application/json")
        if passphrase is None:
            pdf.save(stream, deterministic_id=True)
        else:
            secret = pikepdf.Encryption(owner=passphrase, user=passphrase, R=6, aes=True)
            pdf.save(stream, encryption=secret)


def _attach(pdf: pikepdf.Pdf, name: str, data: bytes, kind: str) -> None:
    pdf.attachments[name] = pikepdf.AttachedFileSpec(
        pdf,
        data,
        description="",
        filename=name,
        mime_type=kind,
        creation_date="",  # the cover says the day; a time would say where and when
        mod_date="",
    )


class Opened(msgspec.Struct, frozen=True):
    """What a dossier carries: its manifest, its records where they are inside, its pages.

    `pages` is a fingerprint (`fingerprint`).
    """

    manifest: Manifest
    events: list[Event] | None
    people: list[Person]
    pages: str


class Locked(BadInput):
    """The file needs a passphrase, or another one."""


def open_pdf(data: bytes, name: str, passphrase: str | None = None) -> Opened:
    """Read a dossier back; `name` is what messages call it.

    Raises Locked where it needs another passphrase, and BadInput for anything that is no dossier
    of Zhylnama, is damaged, or was changed after it was made.
    """
    try:
        with pikepdf.open(io.BytesIO(data), password=passphrase or "") as pdf:
            said = {key: _read(pdf, key) for key in (MANIFEST, RECORDS)}
            others = sorted(set(pdf.attachments) - {MANIFEST, RECORDS})
            pages = fingerprint(pdf)
    except pikepdf.PasswordError as locked:
        if passphrase is None:
            raise Locked(
                "{name} is locked; give its passphrase with --passphrase-file.", name=name
            ) from locked
        raise Locked("{name} does not open with this passphrase.", name=name) from locked
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError, RecursionError) as bad:
        raise BadInput("{name} is damaged or no PDF; take a fresh copy of it.", name=name) from bad
    manifest, lines = said[MANIFEST], said[RECORDS]
    if manifest is None:
        raise BadInput(
            "{name} is a PDF, but no dossier that Zhylnama made: nothing in it says how.", name=name
        )
    if others:
        raise BadInput(
            "{name} was changed after it was made: something else was put inside it.", name=name
        )
    try:
        read = msgspec.json.decode(manifest, type=Manifest)
        if read.format != 1:
            raise BadInput(
                "{name} was made by a newer Zhylnama; install that one to check it.", name=name
            )
        if lines is None and read.attached is not None:
            raise BadInput(
                "{name} was changed after it was made: its records were taken out.", name=name
            )
        if lines is not None and hashlib.sha256(lines).hexdigest() != read.attached:
            raise BadInput(
                "{name} was changed after it was made: its records are others.", name=name
            )
        events, people = _records(lines) if lines is not None else (None, [])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as bad:
        raise BadInput(
            "{name} was changed after it was made: what rides inside is damaged.", name=name
        ) from bad
    return Opened(read, events, people, pages)


def fingerprint_of(pages: bytes) -> str:
    """Return the fingerprint of pages that were just made."""
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        return fingerprint(pdf)


def _read(pdf: pikepdf.Pdf, name: str) -> bytes | None:
    if name not in pdf.attachments:
        return None
    data = pdf.attachments[name].get_file().read_bytes()
    if len(data) > _MOST_BYTES:
        raise ValueError("too large")
    return data


def _records(lines: bytes) -> tuple[list[Event], list[Person]]:
    events: list[Event] = []
    people: list[Person] = []
    for line in lines.splitlines():
        if line.startswith(b'{"identity"'):
            people.append(msgspec.json.decode(line, type=dict[str, Person])["identity"])
        elif line.strip():
            events.append(msgspec.json.decode(line, type=Event))
    return events, people


def fingerprint(pdf: pikepdf.Pdf) -> str:
    """Return a digest over pages, bookmarks and document facts, whatever program saved the file.

    Objects are taken in the order in which they are reached; attachments, numbering, compression
    and encryption make no difference.
    """
    over = hashlib.sha256()
    seen: dict[tuple[int, int], int] = {}
    root = pdf.Root
    names = root.get("/Names")
    stack: list[object] = [pdf.trailer.get("/Info")]
    # What a program runs or shows on opening is among them; where a PDF keeps attachments is not.
    stack += [root[key] for key in sorted(set(root.keys()) - _NOT_OF_THE_PAGES)]
    if isinstance(names, pikepdf.Dictionary):
        stack += [names[key] for key in sorted(set(names.keys()) - {"/EmbeddedFiles"})]
    while stack:
        item = stack.pop()
        if not isinstance(item, pikepdf.Object):
            over.update(repr(item).encode())
            continue
        if item.is_indirect:
            if item.objgen in seen:
                over.update(b"seen %d" % seen[item.objgen])
                continue
            seen[item.objgen] = len(seen)
        _take_in(item, over, stack)
    return over.hexdigest()


_NOT_OF_THE_PAGES = {"/Type", "/Names", "/Version", "/Extensions", "/Metadata", "/AF"}
_SAVED_OTHERWISE = {"/Length", "/Filter", "/DecodeParms"}


def _take_in(item: pikepdf.Object, over: Any, stack: list[object]) -> None:
    """Add one object to a digest and put what it holds on the stack."""
    if isinstance(item, pikepdf.Array):
        over.update(b"[%d" % len(item))
        stack.extend(reversed(list(item)))
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        keys = sorted(set(item.keys()) - _SAVED_OTHERWISE)
        over.update(("<<" + " ".join(keys)).encode("utf-8", "replace"))
        stack.extend(item[key] for key in reversed(keys))
        if isinstance(item, pikepdf.Stream):
            try:
                over.update(item.read_bytes())
            except pikepdf.PdfError:  # a picture stays as it is
                over.update(item.read_raw_bytes())
    elif isinstance(item, pikepdf.String):
        over.update(bytes(item))
    else:
        over.update(str(item).encode("utf-8", "replace"))
