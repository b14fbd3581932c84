"""Drafts of two questionnaires of the United Nations, filled with what the archive has.

The headings are those of the model questionnaire of the Working Group on Arbitrary Detention, and
of the form for communications to Special Procedures, in short. Every answer names its source; what
nothing answers is marked as empty, and what an account may answer points there. Nothing is argued:
why a detention is arbitrary is for the person who submits to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zhylnama.archive.edition import Edition
from zhylnama.archive.model import Profile
from zhylnama.dossier.chronology import REMEDIES
from zhylnama.dossier.gaps import DEPRIVED, DEPRIVING, WORDS
from zhylnama.dossier.material import Material, begin
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.dossier.model import Dossier, Item, Listing, Section
from zhylnama.dossier.options import Form
from zhylnama.dossier.people import office_in_words
from zhylnama.record.event import Event
from zhylnama.wording import Wording

FORM_SECTIONS: frozenset[Section] = frozenset({"chronology", "sources", "method"})


def form_in_words(wording: Wording, form: Form) -> str:
    """Return the name of a form, for a list of choices and a title."""
    if form == "wgad":
        return wording.tr("Draft for the UN Working Group on Arbitrary Detention")
    return wording.tr("Draft for the UN Special Procedures")


def compose_form(
    form: Form,
    dossier: Dossier,
    profile: Profile,
    edition: Edition,
    wording: Wording,
    *,
    redacted: bool = False,
) -> Dossier:
    """Return a dossier turned into a form: its questions first, the chronology as an annex."""
    answers = _Answers(Material(profile, edition, wording, dossier.today))
    listings = _working_group(answers) if form == "wgad" else _special_procedures(answers)
    kicker = form_in_words(wording, form)
    notice = wording.tr(
        "A draft to complete and check: it was filled from published reports, and nobody has "
        "confirmed it. Fields marked as not known are for the person who submits it."
    )
    if redacted:
        notice += " " + wording.tr("Details are left out of this copy to protect people.")
    return replace(
        dossier,
        title=wording.tr("{form}: {name}", form=kicker, name=dossier.subject),
        cover=replace(dossier.cover, kicker=kicker, notice=f"{kicker}. {notice}"),
        form=tuple(listings),
    )


class _Answers:
    """Finds for each question what the records of one person answer."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.tr = material.wording.tr
        self.deprivations = [event for event in material.events if self._deprives(event)]

    def _deprives(self, event: Event) -> bool:
        # An event that only looks back on an arrest is not one: its date would be false.
        own = [s for s in event.sanctions if s.person == self.material.person]
        sanctions = {s.kind for s in own if not s.recalled}
        return bool(DEPRIVED.intersection(self.material.kinds(event)) or DEPRIVING & sanctions)

    def section(
        self, number: int, heading: str, items: Iterable[Sequence[Item]], intro: str = ""
    ) -> Listing:
        """Return one heading of the form with its questions."""
        return Listing(
            key=f"form-{number}",
            heading=heading,
            intro=(intro,) if intro else (),
            items=tuple(item for group in items for item in group),
            wide=True,
        )

    def known(self, question: str, answers: Sequence[Item]) -> Sequence[Item]:
        """Return the question with its answers, the first beside it; or the field as empty."""
        if not answers:
            return (self.empty(question),)
        first, *rest = answers
        return (replace(first, label=question), *rest)

    def empty(self, question: str) -> Item:
        """Return a question that nothing answers."""
        return Item(question, self.tr("Not known to the archive."), empty=True)

    def hinted(self, question: str, word: str, events: Sequence[Event] | None = None) -> list[Item]:
        """Return a question with the accounts that may answer it; no field of a record does."""
        every = self.material.events if events is None else events
        found = [e for e in every if re.search(WORDS[word], e.text.casefold())]
        if not found:
            return [self.empty(question)]
        said = self.tr("No field of a record says it. These accounts may tell it:")
        return [Item(question, said, self.material.mentions(found))]

    def of_event(self, event: Event, text: str) -> Item:
        """Return an answer taken from one event, with date and sources."""
        numbers = self.material.source_numbers(event)
        return Item("", text, (self.material.mention(event),), numbers)

    def name_parts(self) -> tuple[Sequence[Item], Sequence[Item]]:
        """Return surname and given name; a name that no record takes apart stands whole."""
        person = self.material.profile.person
        whole = self.tr("The reports print: {name}", name=self.material.name)
        surname = person.surname or whole
        given = " ".join(part for part in (person.given, person.patronymic) if part)
        return [Item("", surname)], [Item("", given)] if given else []

    def dates(self) -> list[Item]:
        """Return when the person was deprived of liberty."""
        found = []
        for event in self.deprivations:
            where = self.material.report_of(event)
            said = ", ".join(part for part in (self.material.when(event), where) if part)
            found.append(replace(self.of_event(event, said), mentions=()))
        return found

    def places(self) -> list[Item]:
        """Return where that happened."""
        return [
            self.of_event(event, ", ".join(p for p in (event.place, event.region) if p))
            for event in self.deprivations
            if event.place is not None
        ]

    def durations(self) -> list[Item]:
        """Return the lengths that the records state."""
        found = []
        for recalled in (False, True):
            for event, sanction in self.material.sanctions(recalled=recalled):
                if sanction.kind not in DEPRIVING:
                    continue
                said = begin(sanction_in_words(self.material.wording, sanction))
                if recalled:
                    said = self.tr(
                        "{sanction} (told on {date})",
                        sanction=said,
                        date=self.material.when(event),
                    )
                found.append(self.of_event(event, said))
        return found

    def reasons(self) -> list[Item]:
        """Return what the authorities gave as the reason."""
        return [self.of_event(e, e.reason) for e in self.deprivations if e.reason is not None]

    def laws(self) -> list[Item]:
        """Return the articles, with their titles."""
        wording = self.material.wording
        found = []
        for event in self.deprivations:
            for code, article, part in self.material.laws(event):
                cited = wording.article(code, article, part)
                title = wording.law_title(code, article)
                found.append(self.of_event(event, f"{cited}: {title}" if title else cited))
        return found

    def accounts(self, events: Sequence[Event]) -> list[Item]:
        """Return accounts whole, each with its date and sources."""
        return [self.of_event(event, event.text) for event in events]

    def remedies(self) -> list[Event]:
        """Return the events of appeals and complaints."""
        return [event for event in self.material.events if REMEDIES.intersection(event.kinds)]

    def offices(self) -> list[Item]:
        """Return how the reports describe the person."""
        said = map(office_in_words, self.material.profile.offices)
        return [Item("", office) for office in said if office]

    def officials(self) -> list[Item]:
        """Return the officials and authorities that the events name."""
        found: dict[str, list[Event]] = {}
        for event in self.material.events:
            names = [who.name for who in event.people if who.role == "official"]
            for name in dict.fromkeys([*names, *event.organisations]):
                found.setdefault(name, []).append(event)
        return [Item("", name, self.material.mentions(events)) for name, events in found.items()]


def _identity(answers: _Answers) -> list[Sequence[Item]]:
    tr = answers.tr
    surname, given = answers.name_parts()
    return [
        answers.known(tr("1. Family name"), surname),
        answers.known(tr("2. First name"), given),
        [answers.empty(tr("3. Sex"))],
        answers.hinted(tr("4. Birth date or age at the time of detention"), "birth"),
        answers.hinted(tr("5. Nationality"), "nationality"),
        [answers.empty(tr("6. Identity document: issued by, date, number"))],
        answers.known(
            tr("7. Profession or activity, if believed to be relevant"), answers.offices()
        ),
        [answers.empty(tr("8. Address of usual residence"))],
    ]


def _working_group(answers: _Answers) -> list[Listing]:
    tr, events = answers.tr, answers.deprivations
    return [
        answers.section(1, tr("I. Identity"), _identity(answers)),
        answers.section(
            2,
            tr("II. Arrest"),
            [
                answers.known(tr("1. Date of arrest"), answers.dates()),
                answers.known(tr("2. Place of arrest"), answers.places()),
                answers.hinted(
                    tr("3. Forces who carried out the arrest, or are believed to have"),
                    "forces",
                    events,
                ),
                answers.hinted(
                    tr("4. Whether they showed a warrant or another decision"), "warrant", events
                ),
                [answers.empty(tr("5. Authority that issued the warrant or decision"))],
                answers.known(
                    tr("6. Reasons for the arrest imputed by the authorities"), answers.reasons()
                ),
                answers.known(
                    tr("7. Legal basis for the arrest, with the legislation applied"),
                    answers.laws(),
                ),
            ],
            tr("An event of detention or arrest stands here as the reports date it."),
        ),
        answers.section(
            3,
            tr("III. Detention"),
            [
                answers.known(tr("1. Date of detention"), answers.dates()),
                answers.known(
                    tr("2. Duration of detention; if not known, the probable one"),
                    answers.durations(),
                ),
                answers.hinted(tr("3. Forces holding the detainee in custody"), "held", events),
                answers.hinted(
                    tr("4. Places of detention, transfers and the present place"), "held", events
                ),
                answers.hinted(tr("5. Authorities that ordered the detention"), "court", events),
                answers.known(
                    tr("6. Reasons for the detention imputed by the authorities"),
                    answers.reasons(),
                ),
                answers.known(
                    tr("7. Legal basis for the detention, with the legislation applied"),
                    answers.laws(),
                ),
            ],
            tr(
                "The records do not tell an arrest and the detention after it apart; what is said "
                "above is repeated here."
            ),
        ),
        answers.section(
            4,
            tr("IV. Circumstances of the arrest or detention"),
            [answers.known(tr("Accounts of the reports"), answers.accounts(events))],
        ),
        answers.section(
            5,
            tr("V. Reasons why the arrest or detention is considered arbitrary"),
            [[_for_submitter(answers, tr("Reasons"))]],
        ),
        answers.section(
            6,
            tr("VI. Internal steps, including domestic remedies"),
            [
                answers.known(
                    tr("Steps taken and their results"), answers.accounts(answers.remedies())
                ),
                answers.hinted(tr("Access to a lawyer"), "lawyer"),
            ],
        ),
        _submitter(answers, 7, tr("VII. Person or persons submitting the information")),
    ]


def _special_procedures(answers: _Answers) -> list[Listing]:
    tr, material = answers.tr, answers.material
    events = [event for event in material.events if material.targeted(event)]
    return [
        answers.section(1, tr("1. Person concerned"), _identity(answers)),
        answers.section(
            2,
            tr("2. What is alleged to have happened"),
            [
                answers.known(
                    tr("Date, place and description"),
                    [
                        answers.of_event(
                            event,
                            ": ".join(
                                part
                                for part in (
                                    ", ".join(p for p in (event.place, event.region) if p),
                                    event.text,
                                )
                                if part
                            ),
                        )
                        for event in events
                    ],
                ),
                answers.known(tr("Legal basis cited by the authorities"), answers.laws()),
                answers.known(tr("Reasons given by the authorities"), answers.reasons()),
            ],
        ),
        answers.section(
            3,
            tr("3. Alleged perpetrators"),
            [
                answers.known(
                    tr("Officials and authorities named in the events"), answers.officials()
                )
            ],
            tr("To be named in an event is not a finding that somebody is responsible."),
        ),
        answers.section(
            4,
            tr("4. Steps taken"),
            [
                answers.known(
                    tr("Complaints, appeals and their results"),
                    answers.accounts(answers.remedies()),
                )
            ],
        ),
        answers.section(
            5,
            tr("5. Consent"),
            [
                [_for_submitter(answers, tr("Consent of the person or family to this submission"))],
                [_for_submitter(answers, tr("May the name be told to the Government?"))],
                [_for_submitter(answers, tr("May the name be published?"))],
            ],
        ),
        _submitter(answers, 6, tr("6. Person or organisation submitting")),
    ]


def _for_submitter(answers: _Answers, question: str) -> Item:
    said = answers.tr("For the person who submits; the archive does not answer this.")
    return Item(question, said, empty=True)


def _submitter(answers: _Answers, number: int, heading: str) -> Listing:
    tr = answers.tr
    questions = (tr("Full name"), tr("Postal and e-mail address"), tr("Date and signature"))
    return answers.section(
        number, heading, [[_for_submitter(answers, question)] for question in questions]
    )
