"""Whom an event is about where no verb beside a name says so; offices told in many words."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # Something was done, and one person heads the paragraph.
        ("Dina Kaliyeva, phone taken away by the police.", ["Dina Kaliyeva: targeted"]),
        ("колония № 5, Калиев А., голодовка.", ["Калиев А.: targeted"]),
        ("D. Kaliyeva, journalist, threats by telephone.", ["D. Kaliyeva: targeted"]),
        # Somebody acted.
        ("Калиева Дина, пикет у суда.", ["Калиева Дина: speaker"]),
        # Who tells of oneself suffers it; who tells of others, or of one’s own kin, does not.
        ("Aset Kaliyev said that the police had threatened him.", ["Aset Kaliyev: targeted"]),
        ("lawyer Aset Kaliyev said that prisoners are tortured.", ["Aset Kaliyev: defender"]),
        ("Dina Kaliyeva said: “My husband was taken away”.", ["Dina Kaliyeva: relative"]),
        # An article on arson is that of those who set the fire.
        (
            "strangers set fire to the car of Dina Kaliyeva, Article 202 of the Criminal Code.",
            ["Dina Kaliyeva: other"],
        ),
        # Offices told in many words, behind a name, of several.
        ("A. Kaliyev, an investigator of the police, was silent.", ["A. Kaliyev: official"]),
        ("the speaker of the Senate A. Kaliyev praised the law.", ["A. Kaliyev: official"]),
        ("судья А. Калиев отказал Д. Ивановой.", ["А. Калиев: official", "Д. Ивановой: targeted"]),
        # Several terms, each for another.
        (
            "the court gave 5 years of imprisonment for Aset Kaliyev, 3 years for Dina Orazova.",
            ["Aset Kaliyev: targeted", "Dina Orazova: targeted"],
        ),
        # A monument does nothing.
        ("women laid flowers at the monument to Abay.", ["Abay: other"]),
    ],
)  # fmt: skip
def test_whom_an_event_is_about(read_text: ReadText, text: str, roles: list[str]) -> None:
    (event,) = read_text(f"December 7, Astana, {text}")
    assert [f"{one.name}: {one.role}" for one in event.people] == roles
