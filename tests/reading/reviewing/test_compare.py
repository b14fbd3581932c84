"""The same report twice, or a corrected edition: no event is doubled, none is lost unasked."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.records import event, seeds, targeted

from zhylnama.reading.reviewing.compare import Choice, compare, make_plan
from zhylnama.record.event import Event, Source

MONTH = "2022-03"


def edition(count: int = 8) -> list[Event]:
    """Return the events of a month; each tells of somebody else, on two events a day."""
    return [
        event(
            f"2022-03-{1 + number // 2:02d}.{number % 2 + 1}",
            date=dt.date(2022, 3, 1 + number // 2),
            text=f"In Almaty, person number {number} was {WHAT[number % 4]} by the police.",
            people=[targeted(f"person-{number}")],
            sources=[Source(number=number + 1, url=f"https://example.org/{number}")],
            report=MONTH,
            paragraph=number + 1,
        )
        for number in range(count)
    ]


WHAT = ("detained at home", "questioned for hours", "warned in writing", "followed in the street")


def test_the_same_report_twice_adds_nothing() -> None:
    found = compare(edition(), edition(), MONTH)
    assert len(found.unchanged) == 8
    assert (found.changed, found.added, found.gone) == ((), (), ())
    assert make_plan(found, Choice()).add == ()


@given(st.permutations(range(8)), st.integers(1, 40))
def test_order_ids_and_paragraphs_are_no_change(order: list[int], shift: int) -> None:
    events = edition()
    new = [
        msgspec.structs.replace(events[i], id=f"x.{at}", paragraph=at + shift)
        for at, i in enumerate(order)
    ]
    found = compare(events, new, MONTH)
    assert {each.id for each in found.unchanged} == {each.id for each in events}
    assert not found.added


def test_two_monitors_report_on_one_month() -> None:
    old = edition()
    other = [
        event(
            f"2022-03-{20 + number}.1",
            date=dt.date(2022, 3, 20 + number),
            text=f"A strike of oil workers went on at field {number}.",
            report=MONTH,
        )
        for number in range(6)
    ]
    found = compare(old, [*other, old[3]], MONTH)
    assert found.unchanged == (old[3],)
    assert len(found.added) == 6
    assert found.gone == ()


def test_a_corrected_edition_tells_what_changed() -> None:
    old = edition()
    new = edition()
    new[2] = msgspec.structs.replace(new[2], place="Aktau", date=dt.date(2022, 3, 9))
    new[3] = msgspec.structs.replace(new[3], text=new[3].text + " He was let go at night.")
    del new[5]
    new.insert(0, event("2022-03-01.9", text="A new thing happened in Oral.", report=MONTH))
    found = compare(old, new, MONTH)
    assert {each.old.id: each.fields for each in found.changed} == {
        old[2].id: ("date", "place"),
        old[3].id: ("text",),
    }
    assert [each.text for each in found.added] == ["A new thing happened in Oral."]
    assert [each.id for each in found.gone] == [old[5].id]
    assert len(found.unchanged) == 5


def test_without_a_choice_nothing_of_the_archive_changes() -> None:
    old, new = edition(), edition()[1:]
    new[0] = msgspec.structs.replace(new[0], place="Aktau")
    plan = make_plan(compare(old, new, MONTH), Choice())
    assert (plan.add, plan.replace, plan.remove) == ((), {}, frozenset())


def test_a_choice_keeps_ids_and_titles() -> None:
    old, new = edition(), edition()[1:]
    old[1] = msgspec.structs.replace(old[1], title="Headline by hand")
    new[0] = msgspec.structs.replace(new[0], id="other.7", place="Aktau")
    found = compare(old, new, MONTH)
    choice = Choice(take_changed={old[1].id}, drop_gone={old[0].id, "of-another-report"})
    plan = make_plan(found, choice)
    (replaced,) = plan.replace.values()
    assert (replaced.id, replaced.place, replaced.title) == (old[1].id, "Aktau", "Headline by hand")
    assert plan.remove == {old[0].id}


def test_an_added_event_can_be_left() -> None:
    new = [*edition(), event("2022-03-31.1", text="Another.", report=MONTH)]
    found = compare(edition(), new, MONTH)
    assert make_plan(found, Choice(leave_added={"2022-03-31.1"})).add == ()


def test_another_report_of_the_same_days_is_left_alone() -> None:
    other = [msgspec.structs.replace(each, report="another bulletin") for each in edition()]
    new = [event("2022-03-01.1", date=dt.date(2022, 3, 1), text="Other news.", report=MONTH)]
    found = compare(other, new, MONTH)
    assert not found.known
    assert len(found.added) == 1


def test_an_overlapping_period_doubles_no_event() -> None:
    old = [msgspec.structs.replace(each, report="2022-03") for each in edition()]
    new = [
        msgspec.structs.replace(each, id=f"n.{at}", report="2022-03-01/2022-04-15", paragraph=at)
        for at, each in enumerate(edition())
    ]
    told = "In Almaty, person number 2 has been warned in writing by the police."
    new[2] = msgspec.structs.replace(new[2], text=told)
    found = compare(old, new, "2022-03-01/2022-04-15")
    assert len(found.unchanged) == 7
    assert [each.old.id for each in found.changed] == [old[2].id]
    assert found.added == ()
    # What the other report alone has is not gone: this one never had it.
    assert compare(old, new[:3], "2022-03-01/2022-04-15").gone == ()


def test_somebody_else_on_the_same_day_is_another_event() -> None:
    old = edition()[:1]
    text = "In Almaty, person number 9 was detained at home by the police."
    new = [msgspec.structs.replace(old[0], id="n", report="other", text=text)]
    assert len(compare(old, new, "other").added) == 0
    new = [msgspec.structs.replace(new[0], people=[targeted("person-9")])]
    assert len(compare(old, new, "other").added) == 1


def test_the_same_words_in_a_report_without_a_period_are_the_same_event() -> None:
    new = [msgspec.structs.replace(each, report=None) for each in edition()[:3]]
    found = compare(edition(), new, None)
    assert len(found.unchanged) == 3
    assert not found.added
    assert not found.gone


def test_two_events_of_one_paragraph_find_their_own() -> None:
    one = event("2022-03-01.1", text="A was fined.", paragraph=1, report=MONTH)
    two = event(
        "2022-03-01.2", text="Then B was detained at the same place.", paragraph=1, report=MONTH
    )
    found = compare([one, two], [two, one], MONTH)
    assert {each.id for each in found.unchanged} == {one.id, two.id}


def test_the_seeds_are_found_again_in_other_words() -> None:
    retold = [
        msgspec.structs.replace(each, id=f"read.{at}", text="In other words: " + each.text[::-1])
        for at, each in enumerate(seeds())
    ]
    found = compare(seeds(), retold, "2021-12")
    assert not found.added
    assert not found.gone
    assert [(each.old.paragraph) for each in found.changed] == [
        each.new.paragraph for each in found.changed
    ]
