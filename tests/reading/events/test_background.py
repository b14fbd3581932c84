"""What of a paragraph is no news: reasons of a penalty, and what was before it."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.events.background import in_short, told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("she was fined for a walk with friends.", "she was fined ."),
        ("she was fined for two months’ delay.", "she was fined for two months’ delay."),
        ("его оштрафовали за разбитое окно.", "его оштрафовали ."),
        ("его арестовали за два дня до марша.", "его арестовали за два дня до марша."),
        ("he was fined. they had launched a kite, but it fell.", "he was fined. , but it fell."),
        ("he was fined. he said that police had hit him.",) * 2,
        ("he was fined with ann, who held a poster.", "he was fined with ann."),
        ("he was fined. the reason was a repost.", "he was fined. ."),
        ("он оштрафован. поводом послужил плакат.", "он оштрафован. ."),
    ],
)
def test_why_somebody_is_punished_is_no_news(text: str, left: str) -> None:
    read = told(text, punished=True)
    assert len(read) == len(text)
    assert " ".join(read.split()).replace(" .", ".") == left.replace(" .", ".")
    assert told(text, punished=False) == text


def test_a_sentence_goes_on_behind_a_number_and_a_code() -> None:
    law = "article 4, part 2 of the criminal code of the republic of kazakhstan"
    text = f"court no. 2 fined him under {law}, and left."
    short = in_short(text)
    assert len(short) == len(text)
    assert (
        " ".join(short.split())
        == "court no 2 fined him under article 4, part 2 criminal , and left."
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # A relative clause ends with its comma, whatever the word behind it begins with.
        (
            "айгуль нурланова, жена ержана нурланова, который осужден на 7 лет, провела пикет.",
            ["picket"],
        ),
        # What a review counts and what an office says happened earlier, or did not.
        (
            "the fund “Ray” published an overview of May: 9 rallies, 4 pickets refused.",
            ["publication"],
        ),
        (
            "Minister Serik Ivanov said that the protesters had been beaten by strangers.",
            ["official-statement"],
        ),
        # Somebody in custody is suspected, which is no case by itself.
        ("суд взял под стражу Серика Иванова, его подозревают в хищении.", ["custody"]),
        ("Serik Ivanov is suspected in a case under Article 174.", ["criminal-case"]),
        # A shorter arrest is no new one; a hunger strike for a doctor is no demand.
        ("суд сократил арест Серика Иванова с 20 до 12 суток.", ["ruling", "appeal"]),
        ("Serik Ivanov declared a hunger strike and demands a doctor.", ["hunger-strike"]),
        (
            "Serik Ivanov declared a hunger strike and demands a retrial.",
            ["hunger-strike", "demand"],
        ),
        # A reporter who is hit while filming is kept from work.
        ("reporter Serik Ivanov was punched while filming.", ["violence", "censorship"]),
        ("reporter Serik Ivanov was punched in a cafe.", ["violence"]),
    ],
)
def test_what_else_happened(read_text: ReadText, text: str, kinds: list[str]) -> None:
    (event,) = read_text(f"On December 7, in Astana, {text}")
    assert event.kinds == kinds
