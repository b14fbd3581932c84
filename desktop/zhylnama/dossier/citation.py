"""One event in plain text, with all that is needed to cite it: report, sources, edition, digest.

Nothing is interpreted and nothing is shortened: the account is the record's own text.
"""

from __future__ import annotations

from zhylnama.archive.edition import Edition
from zhylnama.dossier.material import role_in_words
from zhylnama.record.event import Event, Source
from zhylnama.wording import Wording
from zhylnama.wording.doubts import doubt_in_words


def cite(event: Event, edition: Edition, wording: Wording) -> str:
    """Return an event with its citation, for a clipboard."""
    lines = [head_of(event, wording)]
    if event.title is not None:
        lines.append(event.title)
    lines += ["", event.text, ""]
    lines += facts_of(event, wording)
    lines += sources_of(event, wording)
    lines += [report_of(event, wording), edition_of(edition, wording)]
    return "\n".join(lines) + "\n"


def head_of(event: Event, wording: Wording) -> str:
    """Return when and where an event was, each as far as it is known."""
    parts = [wording.when(event.date, event.until, event.precision)]
    parts += [part for part in (event.place, event.region) if part]
    if len(parts) == 1:
        parts.append(wording.tr("place not stated"))
    return ", ".join(parts)


def facts_of(event: Event, wording: Wording) -> list[str]:
    """Return the people and the law that the record names, a line each; none where none are."""
    tr = wording.tr
    lines = []
    if event.people:
        said = [f"{one.name} ({role_in_words(wording, one.role)})" for one in event.people]
        lines.append(tr("People: {names}", names=", ".join(said)))
    if event.law:
        cited = [wording.article(law.code, law.article, law.part) for law in event.law]
        lines.append(tr("Law: {articles}", articles="; ".join(dict.fromkeys(cited))))
    if event.note is not None:
        lines.append(tr("Note on the report: {note}", note=event.note))
    lines += [
        tr("Uncertain: {reason}", reason=doubt_in_words(wording, why)) for why in event.uncertain
    ]
    return lines


def sources_of(event: Event, wording: Wording) -> list[str]:
    """Return the sources with their whole links, a line each, or the words that there is none."""
    if not event.sources:
        return [wording.tr("The report names no source for this event.")]
    return [source_line(source, wording) for source in event.sources]


def source_line(source: Source, wording: Wording) -> str:
    """Return one source: its number in the report, its link, what is remarked about it."""
    tr = wording.tr
    said = tr("Source")
    if source.number is not None:
        said = tr("Source {number}", number=source.number)
    link = source.url or tr("no link in the report")
    return f"{said}: {link}" + (f" ({source.note})" if source.note else "")


def report_of(event: Event, wording: Wording) -> str:
    """Return where an event was told, and the key of its record."""
    where = place_in_report(event, wording)
    said = wording.tr("{where}; record {record}", where=where, record=event.id)
    return said[:1].upper() + said[1:]


def place_in_report(event: Event, wording: Wording) -> str:
    """Return in which report and paragraph an event was told, as far as it is known."""
    tr = wording.tr
    if event.report is not None and event.paragraph is not None:
        return tr(
            "report {report}, paragraph {paragraph}",
            report=event.report,
            paragraph=event.paragraph,
        )
    if event.report is not None:
        return tr("report {report}", report=event.report)
    if event.paragraph is not None:
        return tr("paragraph {paragraph}", paragraph=event.paragraph)
    return tr("report not stated")


def edition_of(edition: Edition, wording: Wording) -> str:
    """Return which archive it was read in, with the whole digest, so that it can be verified."""
    return wording.tr(
        "Zhylnama, edition {edition}, digest {digest}",
        edition=edition.label,
        digest=edition.digest,
    )
