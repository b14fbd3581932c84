"""Who somebody is: which word is the surname, and who is kept apart."""

from __future__ import annotations

from tests.reading.conftest import ReadText


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
