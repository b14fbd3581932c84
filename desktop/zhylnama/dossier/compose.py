"""One person's dossier as plain data: what is said, in which order, in which words.

Nothing here knows of paper. Every section can be left out; the method section then names what is
missing, so that a short copy does not pass for a whole one.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from zhylnama.archive.edition import Edition
from zhylnama.archive.model import Profile
from zhylnama.dossier.checks import compose_contradictions, compose_errors
from zhylnama.dossier.chronology import compose_chronology, compose_remedies, compose_treatment
from zhylnama.dossier.gaps import compose_gaps
from zhylnama.dossier.ledger import compose_ledger
from zhylnama.dossier.material import Material
from zhylnama.dossier.model import (
    ALL_SECTIONS,
    SECTIONS,
    Cover,
    Dossier,
    Particular,
    Section,
)
from zhylnama.dossier.people import (
    compose_companions,
    compose_identity,
    compose_may_be,
    compose_officials,
    compose_organisations,
    office_in_words,
)
from zhylnama.dossier.sources import compose_method, compose_sources
from zhylnama.dossier.summary import compose_summary
from zhylnama.failure import NotOne
from zhylnama.wording import Wording


class Reader(Protocol):
    """What a dossier asks of an archive."""

    @property
    def edition(self) -> Edition:
        """Return what the archive is."""

    def profile(self, person_id: str) -> Profile | None:
        """Return everything on one person, or None."""


def compose(
    archive: Reader,
    person_id: str,
    wording: Wording,
    *,
    today: dt.date,
    sections: frozenset[Section] = ALL_SECTIONS,
    redactions: tuple[str, ...] = (),
    form: bool = False,
) -> Dossier:
    """Return the dossier of one person with the sections asked for.

    `form`: these are the sections of a questionnaire, which leaves out none of its own.
    `redactions` says what the records lack that the archive has (`redact.redactions_in_words`).
    Raises NotOne where the archive has no such person.
    """
    profile = archive.profile(person_id)
    if profile is None:
        raise NotOne("The archive has no person “{person}”.", person=person_id)
    material = Material(profile, archive.edition, wording, today, redacted=bool(redactions))
    tr = wording.tr
    listings = (
        compose_treatment(material) if "treatment" in sections else None,
        compose_remedies(material) if "remedies" in sections else None,
        compose_officials(material) if "officials" in sections else None,
        compose_organisations(material) if "organisations" in sections else None,
        compose_companions(material) if "companions" in sections else None,
        compose_may_be(material) if "may-be" in sections else None,
        compose_contradictions(material) if "contradictions" in sections else None,
        compose_errors(material) if "errors" in sections else None,
        compose_gaps(material) if "gaps" in sections else None,
    )
    left_out = [section_in_words(wording, key) for key in SECTIONS if key not in sections]
    if form:
        left_out = []  # a form has sections of its own
    return Dossier(
        lang=wording.lang,
        today=today,
        subject=profile.name,
        title=tr("Dossier: {name}", name=profile.name),
        edition=archive.edition.label,
        digest=archive.edition.digest,
        records=tuple(event.id for event in profile.events),
        cover=_cover(material),
        summary=compose_summary(material) if "summary" in sections else None,
        identity=compose_identity(material) if "identity" in sections else None,
        ledger=compose_ledger(material) if "ledger" in sections else None,
        chronology=compose_chronology(material) if "chronology" in sections else None,
        listings=tuple(listing for listing in listings if listing is not None and listing.items),
        sources=compose_sources(material) if "sources" in sections else None,
        method=compose_method(material, left_out, redactions) if "method" in sections else None,
    )


def section_in_words(wording: Wording, section: Section) -> str:
    """Return the name of a section, for a list of choices and for naming what was left out."""
    names: dict[Section, str] = {
        "summary": wording.tr("summary"),
        "identity": wording.tr("identity and spellings"),
        "ledger": wording.tr("charges and measures"),
        "chronology": wording.tr("chronology"),
        "treatment": wording.tr("health and treatment"),
        "remedies": wording.tr("remedies and interventions"),
        "officials": wording.tr("officials named"),
        "organisations": wording.tr("authorities and organisations named"),
        "companions": wording.tr("people named in the same events"),
        "may-be": wording.tr("people who may be the same"),
        "contradictions": wording.tr("points to check"),
        "errors": wording.tr("errors and doubts noted"),
        "gaps": wording.tr("what the archive does not know"),
        "sources": wording.tr("list of sources"),
        "method": wording.tr("method and limits"),
    }
    return names[section]


def _cover(material: Material) -> Cover:
    wording, edition = material.wording, material.edition
    tr = wording.tr
    offices = (office_in_words(office) for office in material.profile.offices)
    return Cover(
        kicker=tr("Dossier"),
        name=material.name,
        spellings=tuple(
            (spelling, number)
            for spelling, number in material.profile.spellings
            if spelling != material.name
        ),
        offices=tuple(office for office in offices if office),
        particulars=(
            Particular(
                tr("Archive"),
                tr(
                    "edition {edition}: {events}, {people}",
                    edition=edition.label,
                    events=wording.count("{n} event", "{n} events", edition.events),
                    people=wording.count("{n} person", "{n} people", edition.people),
                ),
            ),
            Particular(tr("Digest"), edition.digest),
            Particular(tr("Made on"), wording.day(material.today)),
        ),
        notice=_notice(material),
    )


def _notice(material: Material) -> str:
    tr = material.wording.tr
    said = tr(
        "Working copy, made from the archive named here. It is not an official document, "
        "and nobody has signed it."
    )
    if material.redacted:
        said += " " + tr("Details are left out of this copy to protect people.")
    return said
