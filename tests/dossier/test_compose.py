"""What a dossier says, without a page: above all, what it must not say."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier.in_memory import TODAY, InMemory
from tests.dossier.people import EVENTS, LONG_LINK, archive, named

from zhylnama.dossier.compose import compose
from zhylnama.dossier.model import ALL_SECTIONS, SECTIONS, Dossier, Listing, Section
from zhylnama.failure import NotOne
from zhylnama.files import resources_folder
from zhylnama.record.event import Event, LawReference, Sanction
from zhylnama.wording import LANGUAGES, Wording

ENGLISH = Wording("en", resources_folder())


def dossier_of(
    events: list[Event], person: str = "test-aisha", wording: Wording = ENGLISH
) -> Dossier:
    return compose(InMemory(events), person, wording, today=TODAY)


def whole(lang: str = "en", sections: frozenset[Section] = ALL_SECTIONS) -> Dossier:
    wording = Wording(lang, resources_folder())
    return compose(archive(), "test-aisha", wording, today=TODAY, sections=sections)


def listing(dossier: Dossier, key: Section) -> Listing:
    return next(section for section in dossier.listings if section.key == key)


def has(dossier: Dossier, key: Section) -> bool:
    return any(section.key == key for section in dossier.listings)


def lines(section: Listing) -> str:
    return "\n".join(f"{item.label}: {item.text}" for item in section.items)


def arrest(day: int, **more: object) -> Event:
    """Return an event of one arrest of 15 days under one article."""
    sanction = Sanction(person="test-aisha", kind="arrest", days=15)
    given: dict[str, Any] = {
        "id": f"2021-12-{day:02}.9",
        "date": dt.date(2021, 12, day),
        "kinds": ["administrative-arrest"],
        "text": "Told.",
        "people": [named("test-aisha", "Aisha Test")],
        "law": [LawReference(code="AOC", article="488", part="6")],
        "sanctions": [sanction],
        **more,
    }
    return Event(**given)


def test_the_cover_says_who_from_what_and_when() -> None:
    cover = whole().cover
    assert cover.name == "Test Aisha"
    assert ("Aisha Test", 2) in cover.spellings
    assert cover.offices == ("activist, A Movement",)
    values = " ".join(particular.value for particular in cover.particulars)
    assert "2021-12" in values
    assert "7f3a91c2" * 8 in values
    assert "22 November 2026" in values
    assert "nobody has signed it" in cover.notice


def test_nobody_of_that_name_is_a_sentence() -> None:
    with pytest.raises(NotOne, match="no person “nobody”"):
        compose(archive(), "nobody", ENGLISH, today=TODAY)


def test_the_summary_counts_a_recalled_sanction_in_no_total() -> None:
    summary = whole().summary
    assert summary is not None
    said = " ".join(summary.sentences)
    assert "The archive holds 3 events that name Test Aisha." in said
    assert "Sanctions recorded: 15 days of administrative arrest." in said
    assert "look back on: 15 days of administrative arrest (told on 3–5 December 2021)" in said
    figures = {figure.label: figure.value for figure in summary.figures}
    assert figures["days of administrative arrest recorded"] == "15"
    assert figures["events"] == "3"
    assert figures["sources"] == "3"
    assert "fine" not in said  # the other person's


def test_the_status_ends_with_the_last_mention() -> None:
    summary = whole().summary
    assert summary is not None
    assert summary.status[0] == "The last mention is dated February 2022: “Aisha Test speaks”."
    assert summary.status[1] == "What has happened since is not known to this archive."


def test_only_recalled_means_no_sanction_is_recorded_as_imposed() -> None:
    recalled = Sanction(person="test-aisha", kind="arrest", days=15, recalled=True)
    summary = dossier_of([arrest(5, sanctions=[recalled])]).summary
    assert summary is not None
    said = " ".join(summary.sentences)
    assert "No sanction is recorded as imposed" in said
    assert "does not mean that there was none" in said


def test_several_arrests_are_summed_but_not_where_a_length_is_missing() -> None:
    two = dossier_of([arrest(5), arrest(28)]).summary
    assert two is not None
    assert "30 days of administrative arrest in all (2 sanctions)" in " ".join(two.sentences)
    unknown = Sanction(person="test-aisha", kind="arrest")
    partly = dossier_of([arrest(5), arrest(28, sanctions=[unknown])])
    assert partly.summary is not None
    said = " ".join(partly.summary.sentences)
    assert "in all" not in said
    assert "administrative arrest, length not stated" in said
    assert "length not stated (28 dec 2021)" in lines(listing(partly, "gaps")).casefold()


def test_no_pronoun_and_no_verb_of_judging_in_our_sentences() -> None:
    dossier = whole()
    assert dossier.summary is not None
    assert dossier.method is not None
    ours = " ".join((*dossier.summary.sentences, *dossier.method.paragraphs)).casefold().split()
    assert not {"he", "she", "his", "her", "him", "sentenced", "guilty"} & set(ours)


def test_the_ledger_gives_nobody_another_persons_article_or_sanction() -> None:
    mine = whole().ledger
    assert mine is not None
    assert [law.cited for law in mine.rows[0].laws] == ["AOC, article 488, part 6"]
    assert [line.said for line in mine.rows[0].measures] == ["15 days of administrative arrest"]
    theirs = compose(archive(), "two-berik", ENGLISH, today=TODAY).ledger
    assert theirs is not None
    assert [law.cited for law in theirs.rows[0].laws] == ["AOC, article 667, part 1"]
    assert [line.said for line in theirs.rows[0].measures] == ["Fine of 10 MCI"]
    judge = compose(archive(), "judge-k", ENGLISH, today=TODAY)
    assert judge.ledger is not None
    assert judge.ledger.rows == ()
    assert "That does not mean that there was none." in judge.ledger.intro[0]


def test_a_reason_for_several_people_says_so() -> None:
    ledger = whole().ledger
    assert ledger is not None
    assert ledger.rows[0].reason == "taking part in a rally"
    assert ledger.rows[0].reason_remark is not None
    alone = dossier_of([arrest(5, reason="a rally")]).ledger
    assert alone is not None
    assert alone.rows[0].reason_remark is None


def test_a_recalled_measure_is_marked() -> None:
    ledger = whole().ledger
    assert ledger is not None
    remark = ledger.rows[1].measures[0].remark
    assert remark == "Only recalled in this event; not in the totals."
    assert ledger.rows[0].measures[0].remark is None


def test_a_sanction_of_nobody_named_is_nobodys() -> None:
    event = arrest(5, sanctions=[Sanction(person=None, kind="arrest", days=15)])
    dossier = dossier_of([event])
    assert dossier.ledger is not None
    assert dossier.summary is not None
    assert "15" not in dossier.ledger.rows[0].measures[0].said
    assert "15 days" not in " ".join(dossier.summary.sentences)


def test_the_chronology_keeps_each_account_whole_and_says_its_language() -> None:
    chronology = whole().chronology
    assert chronology is not None
    assert [entry.account for entry in chronology.entries] == [event.text for event in EVENTS]
    assert [entry.language for entry in chronology.entries] == [
        None,
        "language of the account: Kazakh",
        None,
    ]
    first, second, third = chronology.entries
    assert first.place == "Almaty, Almaty region"
    assert first.report == "report 2021-12, paragraph 1"
    assert first.remarks == ("Note on the report: the report writes “Alamaty”",)
    assert second.date == "3–5 December 2021"
    assert second.remarks == ("Uncertain: whether the strike went on",)
    assert third.date == "February 2022"
    assert third.role == "named as: speaker"
    assert third.sources == ()


def test_one_language_for_all_is_said_once() -> None:
    russian = Wording("ru", resources_folder())
    chronology = dossier_of([arrest(5), arrest(6)], wording=russian).chronology
    assert chronology is not None
    assert len(chronology.intro) == 1
    assert "английский" in chronology.intro[0]
    assert all(entry.language is None for entry in chronology.entries)


def test_sources_are_numbered_once_and_a_missing_link_is_said() -> None:
    dossier = whole()
    assert dossier.sources is not None
    assert dossier.chronology is not None
    one, two, three = dossier.sources.lines
    assert one.places == ("note 3 · report 2021-12, paragraph 1 · report 2021-12, paragraph 7")
    assert two.url == LONG_LINK
    assert three.url is None
    assert three.missing == "The report gives no link for this note."
    assert three.remark == "no link"
    assert [entry.sources for entry in dossier.chronology.entries] == [(1, 2), (1, 3), ()]


def test_officials_and_others_are_listed_apart() -> None:
    dossier = whole()
    assert [item.label for item in listing(dossier, "officials").items] == ["K. Judge"]
    assert "not a finding" in listing(dossier, "officials").intro[0]
    companions = listing(dossier, "companions")
    assert [(item.label, item.text) for item in companions.items] == [
        ("Berik Two", "person affected")
    ]
    assert [item.label for item in listing(dossier, "organisations").items] == ["Specialised Court"]


def test_who_may_be_the_same_is_kept_apart() -> None:
    may_be = listing(whole(), "may-be")
    assert may_be.items[0].label == "A. Test"
    assert "no proof" in may_be.intro[0]
    assert not has(dossier_of([arrest(5)]), "may-be")


def test_treatment_is_only_what_was_done_to_this_person() -> None:
    assert len(listing(whole(), "treatment").items) == 1
    assert not has(compose(archive(), "judge-k", ENGLISH, today=TODAY), "treatment")


def test_a_recalled_sanction_under_another_article_is_a_point_to_check() -> None:
    said = lines(listing(whole(), "contradictions"))
    assert "AOC, article 488, part 6" in said
    assert "AOC, article 488, part 11" in said
    assert "If both mean one sanction" in said


def test_a_recalled_sanction_of_another_length_is_a_point_to_check() -> None:
    shorter = Sanction(person="test-aisha", kind="arrest", days=10, recalled=True)
    said = lines(listing(dossier_of([arrest(5), arrest(9, sanctions=[shorter])]), "contradictions"))
    assert "as imposed (15 days of administrative arrest)" in said
    assert "looks back on it (10 days of administrative arrest)" in said


def test_the_same_sanction_told_twice_within_days_is_a_point_to_check() -> None:
    said = lines(listing(dossier_of([arrest(5), arrest(6)]), "contradictions"))
    assert "the totals count it twice" in said
    assert not has(dossier_of([arrest(1), arrest(28)]), "contradictions")


def test_the_order_of_a_name_is_no_other_spelling() -> None:
    turned = arrest(28, people=[named("test-aisha", "Test Aisha")])
    assert not has(dossier_of([arrest(1), turned]), "contradictions")
    other = arrest(28, people=[named("test-aisha", "Aysha Test")])
    assert "2 forms" in lines(listing(dossier_of([arrest(1), other]), "contradictions"))


def test_a_shorter_form_is_no_other_spelling() -> None:
    names = {1: "Aisha Test", 14: "A. Test", 28: "Test"}
    short = [
        arrest(day, people=[named("test-aisha", name)], sanctions=[]) for day, name in names.items()
    ]
    assert not has(dossier_of(short), "contradictions")


def test_the_ledger_tells_a_detention_beside_a_fine() -> None:
    fined = arrest(
        5,
        kinds=["rally", "detention", "fine"],
        sanctions=[Sanction(person="test-aisha", kind="fine", amount=5, currency="MCI")],
    )
    ledger = dossier_of([fined]).ledger
    assert ledger is not None
    assert [line.said for line in ledger.rows[0].measures] == ["Detention", "Fine of 5 MCI"]


def test_errors_of_the_reports_are_listed() -> None:
    said = lines(listing(whole(), "errors"))
    assert "the report writes “Alamaty”" in said
    assert "Uncertain: whether the strike went on" in said


@pytest.mark.parametrize(
    ("question", "telling"),
    [
        ("date of birth or age", "Aged 62, Aisha Test was arrested."),
        ("warrant", "The police showed no warrant."),
        ("access to a lawyer", "The lawyer was not let in."),
        ("who carried out the arrest", "The police detained Aisha Test."),
        ("which court or authority decided", "The court gave 15 days."),
        ("whether and when the person was released", "Aisha Test was released."),
    ],
)
def test_a_gap_closes_as_soon_as_an_account_may_answer_it(question: str, telling: str) -> None:
    assert question in lines(listing(dossier_of([arrest(5)]), "gaps")).casefold()
    told = arrest(9, text=telling, sanctions=[])
    assert question not in lines(listing(dossier_of([arrest(5), told]), "gaps")).casefold()


def test_gaps_ask_only_what_applies() -> None:
    said = lines(listing(dossier_of([arrest(5)]), "gaps"))
    assert "fine" not in said
    assert "criminal case" not in said
    speaker = arrest(5, people=[named("test-aisha", "A", "speaker")], law=[], sanctions=[])
    only = lines(listing(dossier_of([speaker]), "gaps"))
    assert "warrant" not in only
    assert "birth" not in only
    assert "not the same as no" in listing(whole(), "gaps").intro[0]


def test_an_open_criminal_case_has_an_unknown_outcome() -> None:
    opened = arrest(5, kinds=["criminal-case"], sanctions=[])
    assert "outcome of the criminal case" in lines(listing(dossier_of([opened]), "gaps")).casefold()
    ended = arrest(9, kinds=["conviction"], sanctions=[])
    both = lines(listing(dossier_of([opened, ended]), "gaps")).casefold()
    assert "outcome of the criminal case" not in both


def test_an_undated_event_is_said_to_be_undated() -> None:
    dossier = dossier_of([arrest(5, date=None)])
    assert dossier.chronology is not None
    assert dossier.summary is not None
    assert dossier.chronology.entries[0].date == "date not stated"
    assert "1 event has no date." in dossier.summary.sentences
    assert dossier.summary.status[0] == "No event that names this person has a date."


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_can_be_left_out_and_the_method_says_so(section: Section) -> None:
    dossier = whole(sections=ALL_SECTIONS - {section})
    assert not has(dossier, section)
    if section in ("summary", "identity", "ledger", "chronology", "sources", "method"):
        assert getattr(dossier, section) is None
    if section != "method":
        assert dossier.method is not None
        assert "Left out of this copy by choice" in dossier.method.paragraphs[-1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_placeholder_is_left_in_any_language(lang: str) -> None:
    assert "{" not in repr(dataclasses.asdict(whole(lang))).replace("{'", "")


TEXTS = st.text(min_size=1).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_hostile_text_is_passed_on_as_it_is(text: str, name: str, place: str) -> None:
    event = arrest(5, text=text, place=place, note=text, reason=name)
    event = Event(**{**{f: getattr(event, f) for f in event.__struct_fields__},
                     "people": [named("test-aisha", name)]})  # fmt: skip
    dossier = dossier_of([event])
    assert dossier.chronology is not None
    assert dossier.ledger is not None
    assert dossier.chronology.entries[0].account == text
    assert dossier.ledger.rows[0].reason == name
    assert dossier.cover.name == name


def test_a_title_of_law_is_said_once_and_the_table_says_so() -> None:
    law = [LawReference(code="AOC", article="488", part=part, person="test-aisha") for part in "56"]
    days = [
        arrest(day, law=law if day < 3 else law[:1], people=[named("test-aisha", "Aisha Test")])
        for day in (1, 2, 3)
    ]
    ledger = compose(InMemory(days), "test-aisha", ENGLISH, today=TODAY).ledger
    assert ledger is not None
    titles = [[bool(line.title) for line in row.laws] for row in ledger.rows]
    assert titles == [[True, True], [False, False], [False]]
    assert any("cites it first" in said for said in ledger.intro)
    alone = compose(InMemory(days[:1]), "test-aisha", ENGLISH, today=TODAY).ledger
    assert alone is not None
    assert alone.intro == ()


@pytest.mark.parametrize(
    ("place", "ru"),
    [
        ("Almaty", "Алматы"), ("Almaty region", "Алматинская область"), ("Oral", "Уральск"),
        ("Uralsk", "Uralsk"), ("Nur-Sultan", "Nur-Sultan"), ("Nowhere <b>", "Nowhere <b>"),
    ],
)  # fmt: skip
def test_a_place_is_written_in_the_language_of_the_dossier(place: str, ru: str) -> None:
    """Only where it is today's name: of a town that had another, the reports' name stays."""
    russian = Wording("ru", resources_folder())
    dossier = compose(InMemory([arrest(1, place=place)]), "test-aisha", russian, today=TODAY)
    assert dossier.chronology is not None
    assert dossier.chronology.entries[0].place == ru
