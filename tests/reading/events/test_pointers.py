"""Whom words without a name point at: pronouns, whose lawyers, whose kin, witnesses."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

TITLE = "MONITORING OF POLITICAL PERSECUTION FROM APRIL 1 TO APRIL 30, 2022"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # A pronoun stands for the only one, or the only ones, who can be meant.
        ("On April 3, in Oral, A. Serikov came to the square. Police detained him.", ["targeted"]),
        (
            "On April 3, in Oral, A. Serikov and B. Omarov stood there. They were detained.",
            ["targeted", "targeted"],
        ),
        (
            "3 апреля в Уральске Сериков Аскар и Омаров Берик встали у суда. Обоих увезли.",
            ["targeted", "targeted"],
        ),
        ("3 апреля в Уральске фермер Сериков Аскар лёг на дорогу. Его увезли.", ["targeted"]),
        # One person is not “they”; another name may be meant, or kin.
        ("On April 3, in Oral, A. Serikov came to the square. They were detained.", ["speaker"]),
        ("3 апреля в Уральске Сериков Аскар рассказал о сыне. Его сына увезли.", ["speaker"]),
        (
            "On April 3, in Oral, human rights defender A. Serikov came. Police detained him.",
            ["defender"],
        ),
        # Whose lawyers are told of, and a client.
        ("On April 3, in Oral, the lawyers of journalist A. Serikov appealed.", ["targeted"]),
        ("3 апреля в Уральске адвокаты журналиста Аскара Серикова подали жалобу.", ["targeted"]),
        ("3 апреля в Уральске адвокат Аскар Сериков подал жалобу.", ["defender"]),
        ("On April 3, in Oral, lawyers could not see their client A. Serikov.", ["targeted"]),
        # A lawyer who is not let in suffers it, unless a client is named who does.
        ("On April 3, in Oral, lawyer A. Serikov was not let in to her client.", ["targeted"]),
        (
            "On April 3, in Oral, lawyer A. Serikov was not let in to her client B. Omarov.",
            ["defender", "targeted"],
        ),
        # Whoever is told that a picket is impossible is refused it; kin who was beaten suffers.
        (
            "3 апреля акимат Уральска сообщил Сериковой Айгуль, что её пикет невозможен.",
            ["targeted"],
        ),
        (
            "On April 3, the akimat of Oral informed A. Serikova that her picket was impossible.",
            ["targeted"],
        ),
        (
            "3 апреля в Уральске Айгуль Серикова рассказала, что избили её сына Аскара Серикова.",
            ["relative", "targeted"],
        ),
        # Concern over what was done; not where it is demanded.
        ("April 3, the UN voiced concern over the disbarment of lawyer A. Serikov.", ["targeted"]),
        ("April 3, Oral, workers demand the dismissal of director A. Serikov.", ["other"]),
        # Who tells of kin of theirs is a relative.
        (
            "April 3, Oral, A. Serikov said that guards beat his son B. Serikov.",
            ["relative", "targeted"],
        ),
        (
            "3 апреля, Уральск, Серикова Алла сообщила, что её брата Серикова Кирилла избили.",
            ["relative", "targeted"],
        ),
        # A witness in the case of others is not the one whom its article concerns.
        ("April 3, Oral, A. Serikov was questioned as a witness under Article 274.", ["other"]),
        ("April 3, Oral, A. Serikov was questioned as a witness.", ["targeted"]),
        (
            "April 3, Oral, A. Serikov, heard as a witness with the right to defence, Article 274.",
            ["targeted"],
        ),
        # Harm of one’s own, and what was found at one’s own door.
        ("April 3, Oral, A. Serikov sued the police, which had put him on a list.", ["targeted"]),
        ("April 3, Oral, union leader A. Serikov found a note at his door: “Stop”.", ["targeted"]),
        ("April 3, Oral, teacher A. Serikov lost her job.", ["targeted"]),
        # An office that tells somebody something is no speech of theirs.
        ("3 апреля акимат Уральска сообщил Айгуль Сериковой, что митинг невозможен.", ["targeted"]),
        ("April 3, Oral, the deputy mayor of Oral, #SERIKOV Askar, refused it.", ["official"]),
        ("April 3, Oral, the jury named reporter A. Serikov the best.", ["journalist"]),
        (
            "April 3, Oral, A. Serikov and B. Omarov were punished under Article 488 of the CAO.",
            ["targeted", "targeted"],
        ),
    ],
)
def test_whom_words_point_at(read_text: ReadText, text: str, roles: list[str]) -> None:
    (event,) = read_text(text, title=TITLE)
    assert [one.role for one in event.people] == roles, event.people


def test_who_takes_part_from_afar_has_the_name_without_that(read_text: ReadText) -> None:
    (event,) = read_text("3 апреля, Уральск, С.Сериков-онлайн рассказал о суде.", title=TITLE)
    assert [one.name for one in event.people] == ["С.Сериков"]
