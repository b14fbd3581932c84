"""What the archive does not know: the questions of a UN questionnaire that no event answers.

A question is listed only if it applies to the person (nobody asks about a warrant where no arrest
is told) and nothing in the records can answer it: neither a field nor a telling word in an
account. A word that only might answer it is enough to leave it off the list: to say that
something is unknown when an account tells it would be false too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhylnama.dossier.material import Material, begin
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.dossier.model import Item, Listing

# Telling words by question, in the three languages; stems, so that endings do not matter.
WORDS = {
    "birth": r"\bborn\b|birth|years? old|year-old|\baged?\b|родил|рожд|-летн|в возрасте|"
    r"жастағы|жаста\b|туған|жасар",
    "nationality": r"nationalit|citizen of|citizenship|stateless|гражданств|азаматт",
    "warrant": r"warrant|\border to (?:arrest|detain)|ордер|санкци|постановлени|қаулы|рұқсат",
    "forces": r"police|officer|security|akimat staff|knb|nsc|полиц|кнб|сотрудник|ұқк|қызметкер",
    "held": r"detention cent|prison|colony|remand|jail|cell|police (?:station|department)|"
    r"сизо|ивс|колони|изолятор|тюрьм|түрме|колония|абақты",
    "lawyer": r"lawyer|attorney|advocate|counsel|адвокат|защитник|қорғаушы",
    "family": r"family|relative|wife|husband|mother|father|brother|sister|"
    r"родствен|семь|жена|отбасы|туыс",
    "court": r"court|judge|суд|сот(?!рудн)",
    "appeal": r"appeal|cassation|апелл|кассац|обжал|шағым",
    "served": r"served|released|release|expire|отбы|освобо|босат|өте",
    "paid": r"\bpaid\b|payment|оплат|уплат|төле",
    "outcome": r"acquit|sentenc|convict|verdict|closed the case|dropp|приговор|осужд|оправд|"
    r"прекращ|үкім|сотталды|ақтал",
}  # fmt: skip
DEPRIVED = frozenset({"detention", "administrative-arrest", "custody", "imprisonment"})
DEPRIVING = frozenset({"arrest", "custody", "imprisonment"})
_CASES = frozenset({"criminal-case", "charge"})
_ENDED = frozenset({"conviction", "imprisonment", "restriction-of-liberty"})


def compose_gaps(material: Material) -> Listing:
    """Return the gap sheet; unknown is never "no", and the sheet says so."""
    tr = material.wording.tr
    told = _Told(material)
    groups = (
        (tr("Person"), _person(told)),
        (tr("Deprivation of liberty"), _deprivation(told)),
        (tr("Measures and proceedings"), _proceedings(told)),
        (tr("Records"), _records(told)),
    )
    items = tuple(
        Item(label, begin("; ".join(questions)) + ".") for label, questions in groups if questions
    )
    return Listing(
        key="gaps",
        heading=tr("What the archive does not know"),
        intro=(
            tr(
                "No event that names {name} answers the following, as far as fields and telling "
                "words show. Not known is not the same as no.",
                name=material.name,
            ),
        ),
        items=items,
    )


class _Told:
    """What the events of one person tell, for asking whether a question is answered."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.wording = material.wording
        self.kinds = {kind for event in material.events for kind in material.kinds(event)}
        self.every_kind = {kind for event in material.events for kind in event.kinds}
        sanctions = [s for recalled in (False, True) for s in material.sanctions(recalled=recalled)]
        self.sanctions = {sanction.kind for _, sanction in sanctions}
        parts = [event.text for event in material.events]
        parts += [o for event in material.events for o in event.organisations]
        parts += [event.title for event in material.events if event.title is not None]
        person = material.profile.person
        parts += [person.note] if person.note is not None else []
        self._accounts = "\n".join(parts).casefold()

    def open(self, question: str) -> bool:
        """Return whether no account holds a word that might answer the question."""
        return re.search(WORDS[question], self._accounts) is None


def _listed(told: _Told, questions: Iterable[tuple[str, str]]) -> list[str]:
    return [said for question, said in questions if told.open(question)]


def _person(told: _Told) -> list[str]:
    if not any(told.material.targeted(event) for event in told.material.events):
        return []  # nobody asks the nationality of somebody who only spoke
    tr = told.wording.tr
    questions = _listed(
        told, [("birth", tr("date of birth or age")), ("nationality", tr("nationality"))]
    )
    if not told.material.profile.offices:
        questions.append(tr("profession or activity"))
    if not _has_full_name(told.material):
        questions.append(tr("full given name"))
    return questions


def _has_full_name(material: Material) -> bool:
    """Return whether some spelling has two words that are more than initials."""
    if material.profile.person.given is not None:
        return True
    words = (spelling.split() for spelling, _ in material.profile.spellings)
    return any(sum(len(word.rstrip(".")) > 1 for word in spelling) > 1 for spelling in words)


def _deprivation(told: _Told) -> list[str]:
    if not (DEPRIVED & told.kinds or DEPRIVING & told.sanctions):
        return []
    tr = told.wording.tr
    return _listed(
        told,
        [
            ("warrant", tr("whether a warrant or other decision was shown")),
            ("forces", tr("who carried out the arrest")),
            ("held", tr("where the person was held")),
            ("lawyer", tr("whether there was access to a lawyer")),
            ("family", tr("whether the family was told")),
            ("served", tr("whether and when the person was released")),
        ],
    )


def _proceedings(told: _Told) -> list[str]:
    tr = told.wording.tr
    questions: list[str] = []
    if told.sanctions:
        questions += _listed(told, [("court", tr("which court or authority decided"))])
        if not {"appeal", "complaint"} & told.every_kind:
            questions += _listed(told, [("appeal", tr("whether the decision was appealed"))])
    if "fine" in told.sanctions:
        questions += _listed(told, [("paid", tr("whether the fine was paid"))])
    if _CASES & told.kinds and not _ENDED & (told.every_kind | told.sanctions):
        questions += _listed(told, [("outcome", tr("outcome of the criminal case"))])
    return questions


def _records(told: _Told) -> list[str]:
    """Name the fields that stand empty: articles, lengths, amounts, dates, places, sources."""
    material, tr = told.material, told.wording.tr
    without_law = [m.event for m in material.profile.measures if not m.laws]
    questions = []
    if without_law:
        unique = {event.id: event for event in without_law}.values()
        dates = ", ".join(mention.label for mention in material.mentions(unique))
        questions.append(tr("article of law for: {dates}", dates=dates))
    for recalled in (False, True):
        for event, sanction in material.sanctions(recalled=recalled):
            sized = (sanction.days, sanction.months, sanction.hours, sanction.amount)
            if sanction.kind != "warning" and all(size is None for size in sized):
                date = material.when(event, short=True)
                said = sanction_in_words(told.wording, sanction)
                questions.append(f"{said} ({date})")
    undated = [event for event in material.events if event.date is None]
    if undated:
        questions.append(
            told.wording.count(
                "{n} event without a date", "{n} events without a date", len(undated)
            )
        )
    unplaced = [event for event in material.events if event.place is None]
    if unplaced:
        questions.append(
            told.wording.count(
                "{n} event without a place", "{n} events without a place", len(unplaced)
            )
        )
    unsourced = [event for event in material.events if not event.sources]
    if unsourced and not material.redacted:
        questions.append(
            told.wording.count(
                "{n} event without a source beside the report",
                "{n} events without a source beside the report",
                len(unsourced),
            )
        )
    return questions
