"""Who somebody is: taken, proposed or new; which word is the surname, and who is kept apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.conftest import ReadText

from zhylnama.reading.names.identities import Known, slug


def test_a_womans_name_is_the_given_one(read_text: ReadText) -> None:
    (event,) = read_text("On December 14, in Almaty, Dinara Sarsenbek was detained at a rally.")
    assert [one.person for one in event.people] == ["sarsenbek-dinara"]


def test_the_order_of_the_report_tells_a_name_that_may_be_either(read_text: ReadText) -> None:
    *_, last = read_text(
        "On December 12, in Almaty, Marat Kaliyev and Dina Omarova were detained at a rally.",
        "On December 13, in Almaty, Serik Ivanov was detained at a rally in the centre.",
        "On December 14, in Almaty, Erlan Ospan was detained at a rally in the centre.",
    )
    assert [one.person for one in last.people] == ["ospan-erlan"]
    *_, last = read_text(
        "On December 12, in Almaty, Kaliyev Marat and Omarova Dina were detained at a rally.",
        "On December 13, in Almaty, Ivanov Serik was detained at a rally in the centre.",
        "On December 14, in Almaty, Ospan Erlan was detained at a rally in the centre.",
    )
    assert [one.person for one in last.people] == ["ospan-erlan"]


def test_a_surname_alone_in_another_paragraph_is_nobody_for_sure(read_text: ReadText) -> None:
    first, second = read_text(
        "On December 12, in Almaty, Marat Kaliyev was detained at a rally in the centre.",
        "On December 14, in Almaty, Kaliyev was detained at a rally in the centre.",
    )
    assert first.people[0].person != second.people[0].person
    assert any("kaliyev-marat" in doubt for doubt in second.uncertain)


def test_a_sure_match_is_taken(read_text: ReadText) -> None:
    known = Known("mamay-zhanbolat", "Mamay Zhanbolat", sure=True, why="the same name")
    (event,) = read_text("On December 5, in Almaty, Mamay Zhanbolat was detained.", known=(known,))
    assert event.people[0].person == "mamay-zhanbolat"
    assert not event.uncertain


def test_a_likely_match_is_proposed_and_kept_apart(read_text: ReadText) -> None:
    known = Known("mubarakov-aidar", "A. Mubarakov", sure=False, why="an initial stands for a name")
    (event,) = read_text("On December 5, in Almaty, A. Mubarakov was detained.", known=(known,))
    assert event.people[0].person == "mubarakov-a"
    assert "“A. Mubarakov” may be mubarakov-aidar" in event.uncertain[0]


def test_a_new_id_is_never_that_of_somebody_else(read_text: ReadText) -> None:
    known = Known("mubarakov-a", "somebody", sure=True, why="identity")
    (event,) = read_text("On December 5, in Almaty, A. Mubarakov was detained.", known=(known,))
    assert event.people[0].person == "mubarakov-a-2"


def test_one_name_is_one_identity_in_a_report(read_text: ReadText) -> None:
    first, second, other = read_text(
        "On December 5, in Almaty, Serik Ivanov was detained.",
        "On December 6, in Almaty, Ivanov Serik was released.",
        "On December 7, in Almaty, Serik Petrov was detained.",
    )
    assert first.people[0].person == second.people[0].person == "ivanov-serik"
    assert other.people[0].person == "petrov-serik"


@given(st.text(max_size=80))
def test_ids_have_the_form_of_ids(name: str) -> None:
    made = slug(name)
    assert made.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""
    assert not made.startswith("-")


def test_a_name_that_may_be_a_mans_or_a_womans_is_the_one_printed_elsewhere(
    read_text: ReadText,
) -> None:
    told = "5 декабря, Алматы, о голодовке сообщила жена Гурьева Н., врачи не пришли."
    (apart,) = read_text(told)
    assert [one.person for one in apart.people] == ["gureva-n"]
    together, _ = read_text(told, "6 декабря, Алматы, Гурьев Н. оштрафован.")
    assert [one.person for one in together.people] == ["gurev-n"]
    for event in (apart, together):
        assert any("may be a form of “Гурьев Н.”" in doubt for doubt in event.uncertain)


def test_an_initial_is_the_same_with_and_without_its_full_stop(read_text: ReadText) -> None:
    first, second = read_text(
        "On December 5, in Almaty, police detained Omarov A., Urazali N when they came.",
        "On December 6, in Almaty, Urazali N. was fined.",
    )
    assert first.people[1].person == second.people[0].person == "urazali-n"
