"""From an archive and a choice to a file: redacted, composed, set, sealed, locked.

This is the one way for shell and window. Several people make one book.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from zhylnama import __version__
from zhylnama.dossier.compose import compose
from zhylnama.dossier.directory import Directory, Records
from zhylnama.dossier.figures import compose_figures
from zhylnama.dossier.forms import FORM_SECTIONS, compose_form
from zhylnama.dossier.inside import Manifest, finish_pdf
from zhylnama.dossier.model import Cover, Dossier, Particular
from zhylnama.dossier.options import DossierOptions
from zhylnama.dossier.pages import write_book, write_pdf
from zhylnama.dossier.photo import read_photo
from zhylnama.dossier.redact import Redacted
from zhylnama.dossier.redaction_log import redactions_in_words
from zhylnama.dossier.seal import Seal, make_seal
from zhylnama.dossier.watching import NOBODY, Watcher
from zhylnama.failure import NotOne, WrongCommand
from zhylnama.files import resources_folder
from zhylnama.record.event import Event
from zhylnama.record.file import Record
from zhylnama.wording import Wording
from zhylnama.writing import replacing


@dataclass(frozen=True, slots=True)
class Composed:
    """Dossiers that belong together, and the records they were made from, after redaction."""

    people: tuple[str, ...]
    dossiers: tuple[Dossier, ...]
    records: tuple[Record, ...]
    seal: Seal
    redacted: bool


def compose_dossiers(
    archive: Records,
    people: Sequence[str],
    options: DossierOptions,
    wording: Wording,
    *,
    today: dt.date,
    directory: Directory | None = None,
    watcher: Watcher = NOBODY,
) -> Composed:
    """Return the dossiers of some people as plain data, with everything taken out that is to be.

    Raises NotOne where the archive lacks one of them, and what `read_photo` raises.
    """
    redacted = Redacted(archive, people, options.disclosure, wording, directory, watcher.go_on)
    profiles = []
    for person in dict.fromkeys(people):
        profile = redacted.profile(person)
        if profile is None:
            raise NotOne("The archive has no person “{person}”.", person=person)
        profiles.append(profile)
    redactions = redactions_in_words(redacted.log, wording)
    events = redacted.events()
    seal = make_seal(redacted.edition.label, redacted.edition.digest, (e.id for e in events))
    photo = None
    if options.photo is not None and len(profiles) == 1:
        photo = read_photo(Path(options.photo), colour=options.colour)
    sections = options.sections
    if options.form is not None:
        sections = FORM_SECTIONS
    dossiers = []
    for profile in profiles:
        watcher.go_on()
        watcher.at_person(profile.person.id, on_paper=False)
        dossier = compose(
            redacted,
            profile.person.id,
            wording,
            today=today,
            sections=sections,
            redactions=redactions,
            form=options.form is not None,
        )
        figures = compose_figures(
            profile.events,
            wording,
            resources_folder(),
            timeline=options.timeline and options.form is None,
            where=options.map and options.form is None,
        )
        cover = _sealed(dossier.cover, options, seal, photo, wording)
        dossier = replace(dossier, cover=cover, figures=figures)
        if options.form is not None:
            dossier = compose_form(
                options.form,
                dossier,
                profile,
                redacted.edition,
                wording,
                redacted=bool(redactions),
            )
        dossiers.append(dossier)
    records: tuple[Record, ...] = (*(profile.person for profile in profiles), *events)
    return Composed(
        tuple(profile.person.id for profile in profiles),
        tuple(dossiers),
        records,
        seal,
        bool(redactions),
    )


def _sealed(
    cover: Cover, options: DossierOptions, seal: Seal, photo: bytes | None, wording: Wording
) -> Cover:
    said = wording.count(
        "{code} for {n} record", "{code} for {n} records", seal.records, code=seal.code
    )
    code = Particular(wording.tr("Check code"), said)
    return replace(
        cover,
        particulars=(*cover.particulars, code),
        classification=" ".join(options.classification.split())[:200],
        photo=photo,
        seal=seal.text,
    )


def make_pages(
    composed: Composed,
    options: DossierOptions,
    wording: Wording,
    watcher: Watcher = NOBODY,
) -> bytes:
    """Return the pages as PDF, before anything is attached."""
    stream = io.BytesIO()
    look: dict[str, Any] = {"paper": options.paper, "colour": options.colour}
    begun = partial(_begun, composed, watcher)
    if len(composed.dossiers) == 1:
        begun(0)
        write_pdf(composed.dossiers[0], wording, stream, go_on=watcher.go_on, **look)
    else:
        write_book(composed.dossiers, wording, stream, go_on=watcher.go_on, begun=begun, **look)
    return stream.getvalue()


def _begun(composed: Composed, watcher: Watcher, position: int) -> None:
    watcher.at_person(composed.people[position], on_paper=True)


def make_dossier(
    archive: Records,
    people: Sequence[str],
    options: DossierOptions,
    target: Path | BinaryIO,
    *,
    today: dt.date,
    passphrase: str | None = None,
    word: bool = False,
    directory: Directory | None = None,
    watcher: Watcher = NOBODY,
) -> tuple[Dossier, ...]:
    """Write one dossier or one book, as PDF or (`word`) as a document to edit; return what it says.

    A file appears whole or not at all. Same archive, options and day give the same bytes, unless
    there is a passphrase. Raises Failure, and what the watcher raises to stop the work; an older
    file is then untouched.
    """
    check_lock(passphrase, word=word)
    wording = Wording(options.lang, resources_folder())
    composed = compose_dossiers(
        archive, people, options, wording, today=today, directory=directory, watcher=watcher
    )
    if isinstance(target, Path):
        with replacing(target) as stream:
            _write(composed, options, wording, stream, passphrase, word, watcher)
    else:
        _write(composed, options, wording, target, passphrase, word, watcher)
    return composed.dossiers


def check_lock(passphrase: str | None, *, word: bool) -> None:
    """Raise WrongCommand where a passphrase cannot lock what is to be written."""
    if passphrase is not None and word:
        raise WrongCommand("only a PDF can be locked with a passphrase; leave it out for .docx")
    if passphrase is not None and not passphrase:
        raise WrongCommand("the passphrase is empty; give one of several words")


def _write(
    composed: Composed,
    options: DossierOptions,
    wording: Wording,
    stream: BinaryIO,
    passphrase: str | None,
    word: bool,
    watcher: Watcher,
) -> None:
    if word:
        from zhylnama.dossier.word import write_word

        write_word(
            composed.dossiers, wording, stream,
            paper=options.paper, go_on=watcher.go_on, begun=partial(_begun, composed, watcher),
        )  # fmt: skip
        return
    pages = make_pages(composed, options, wording, watcher)
    manifest = manifest_of(composed, options)
    finish_pdf(pages, stream, manifest, composed.records if options.attach else None, passphrase)


def manifest_of(composed: Composed, options: DossierOptions) -> Manifest:
    """Return how a dossier is made, without the path of a photo."""
    first = composed.dossiers[0]
    plain = options.as_plain()
    photo = plain.pop("photo") is not None
    return Manifest(
        edition=first.edition,
        digest=first.digest,
        people=list(composed.people),
        records=[record.id for record in composed.records if isinstance(record, Event)],
        made=first.today.isoformat(),
        code=composed.seal.code,
        options=plain,
        version=__version__,
        redacted=composed.redacted,
        photo=photo,
    )
