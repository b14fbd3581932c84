"""The numbered sources, and how the dossier came about."""

from __future__ import annotations

from collections.abc import Iterable

from zhylnama.dossier.material import CitedSource, Material, language_in_words
from zhylnama.dossier.model import Method, SourceLine, Sources


def compose_sources(material: Material) -> Sources | None:
    """Return the list of sources; None where no event names any."""
    if not material.cited:
        return None
    tr = material.wording.tr
    return Sources(
        heading=tr("Sources"),
        intro=(
            tr(
                "Whole links as the reports give them. They were not opened to make this dossier, "
                "and may have changed or gone."
            ),
        ),
        lines=tuple(_line(material, cited) for cited in material.cited),
    )


def _line(material: Material, cited: CitedSource) -> SourceLine:
    tr = material.wording.tr
    source = cited.source
    places = list(dict.fromkeys(_places(material, cited)))
    if source.number is not None:
        places.insert(0, tr("note {number}", number=source.number))
    return SourceLine(
        number=cited.number,
        url=source.url,
        missing=tr("The report gives no link for this note.") if source.url is None else None,
        places=" · ".join(places),
        remark=" ".join(cited.remarks) or None,
    )


def _places(material: Material, cited: CitedSource) -> Iterable[str]:
    for event in cited.events:
        where = material.report_of(event)
        if where is not None:
            yield where


def compose_method(
    material: Material, left_out: list[str], redactions: tuple[str, ...] = ()
) -> Method:
    """Return how the dossier was made and its limits. `left_out` names the sections missing."""
    wording = material.wording
    tr = wording.tr
    edition = material.edition
    said = [
        tr(
            "Made without internet from edition {edition} of the archive. The digest on the first "
            "page is computed over its records and is the same for the same records, whoever "
            "built the archive.",
            edition=edition.label,
        ),
        tr(
            "The records retell published monitoring reports. Neither the reports nor their "
            "sources were verified to make this dossier, and what they do not tell is missing here."
        ),
        tr(
            "Events are counted to one person only where the spelling or the report leaves no "
            "doubt; doubtful cases are kept apart."
        ),
        tr(
            "A total counts each sanction once, in the event that imposed it. A sanction that an "
            "event only looks back on is shown as recalled and is not counted."
        ),
        tr(
            "An article, a reason or a sanction stands in the table only where the record connects "
            "it with this person. Whether a sanction was served is told only where an account "
            "says so."
        ),
    ]
    if any(s.currency == "MCI" for event in material.events for s in event.sanctions):
        said.append(tr("MCI: monthly calculation index, the unit in which fines are set by law."))
    foreign = sorted({event.lang for event in material.events} - {wording.lang})
    if foreign:
        languages = ", ".join(language_in_words(wording, lang) for lang in foreign)
        said.append(
            tr(
                "Accounts, titles, reasons and notes stand in the language of the archive "
                "({languages}); labels, dates, numbers and titles of law are in the language of "
                "this dossier.",
                languages=languages,
            )
        )
    if left_out:
        said.append(
            tr("Left out of this copy by choice: {sections}.", sections=", ".join(left_out))
        )
    if redactions:
        said.append(" ".join(redactions))
    return Method(heading=tr("Method and limits"), paragraphs=tuple(said))
