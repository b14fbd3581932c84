"""Several events in one paragraph: where the second begins, and what it has from the first."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "days", "people", "places"),
    [
        (
            (
                "On June 14, in Almaty, Zeynep Dursunova and Fatima Mashanlo were detained. "
                "On June 15 the court gave Dursunova and Mashanlo 5 and 12 days of arrest[1]."
            ),
            (14, 15),
            (("Zeynep Dursunova", "Fatima Mashanlo"), ("Dursunova", "Mashanlo")),
            ("Almaty", "Almaty"),
        ),
        (
            (
                "14 июня в Алматы Айдос Калиев и Хадича Рузиева были задержаны. "
                "15 июня суд арестовал Калиева на 10 суток, а Рузиеву оштрафовал на 20 МРП[1]."
            ),
            (14, 15),
            (("Айдос Калиев", "Хадича Рузиева"), ("Калиева", "Рузиеву")),
            ("Алматы", "Алматы"),
        ),
        (
            (
                "June 14, in Kokshetau, Abylkasov Zhomart received 3 days of arrest for a picket. "
                "June 17, in the same city, Abylkasov complained of beating in the centre[1]."
            ),
            (14, 17),
            (("Abylkasov Zhomart",), ("Abylkasov",)),
            ("Kokshetau", "Kokshetau"),
        ),
        (
            # Days later nothing says where it was.
            (
                "On June 14, in Almaty, Marat Kaliyev was detained near a park in the centre. "
                "On June 18 the court sentenced Kaliyev to 15 days of arrest for the rally[1]."
            ),
            (14, 18),
            (("Marat Kaliyev",), ("Kaliyev",)),
            ("Almaty", None),
        ),
        (
            # A penalty has its own day, whoever it is on.
            (
                "June 14, Almaty, Marat Kaliyev stood alone with a poster at the monument. "
                "June 15, the administrative court fined him 30 MCI for the picket[1]."
            ),
            (14, 15),
            (("Marat Kaliyev",), ("Marat Kaliyev",)),
            ("Almaty", "Almaty"),
        ),
        (
            (
                "14 июня в Алматы задержана Хадича Рузиева, стоявшая с плакатом у памятника. "
                "15 июня она арестована на 10 суток по ст. 488 КоАП РК[1]."
            ),
            (14, 15),
            (("Хадича Рузиева",), ("Хадича Рузиева",)),
            ("Алматы", "Алматы"),
        ),
        (
            (
                "22 июня, Караганда, Вебер Ирина, ст. 378 ч. 2 УК РК, 100 часов работ. "
                "23 июня, Караганда, Вебер Ирина уволена из детского сада[1]."
            ),
            (22, 23),
            (("Вебер Ирина",), ("Вебер Ирина",)),
            ("Караганда", "Караганда"),
        ),
    ],
)
def test_second_day_is_a_second_event(
    read_text: ReadText,
    text: str,
    days: tuple[int, int],
    people: tuple[tuple[str, ...], ...],
    places: tuple[str | None, str | None],
) -> None:
    events = read_text(text, "[1]https://a.org/1")
    assert tuple(event.date.day for event in events if event.date) == days
    assert tuple(tuple(one.name for one in event.people) for event in events) == people
    assert tuple(event.place for event in events) == places
    first, second = events
    # Whoever is named by the surname alone is the person of the first event.
    assert {one.person for one in second.people} == {one.person for one in first.people}
    assert [[source.number for source in event.sources] for event in events] == [[1], [1]]


@pytest.mark.parametrize(
    "second",
    [
        "On June 20 the trial of Kaliyev is set to begin in the same court.",
        "On June 20 she will appeal, as Marat Kaliyev told the newspaper.",
        "On June 2 Kaliyev was detained near the same park and fined.",
        "On June 16 he was released from the police station without a protocol.",
        "20 июня состоится суд над Маратом Калиевым по той же статье.",
        "2 июня Калиев был задержан у того же парка и оштрафован.",
    ],
)
def test_day_ahead_or_behind_is_no_event(read_text: ReadText, second: str) -> None:
    russian = second[0].isdigit()
    first = (
        "14 июня в Алматы Марат Калиев был задержан у парка в центре. "
        if russian
        else "On June 14, in Almaty, Marat Kaliyev was detained near a park. "
    )
    (event,) = read_text(first + second + "[1]", "[1]https://a.org/1")
    assert event.text.endswith(second)


def test_place_of_the_day_before_is_doubted(read_text: ReadText) -> None:
    _, second = read_text(
        "On June 14, in Almaty, Marat Kaliyev was detained near a park in the centre. "
        "On June 15 the court sentenced Kaliyev to 15 days of arrest[1].",
        "[1]https://a.org/1",
    )
    assert second.place == "Almaty"
    assert "place: Almaty is that of the event before it" in second.uncertain
    _, said = read_text(
        "On June 14, in Almaty, Marat Kaliyev was detained near a park in the centre. "
        "On June 15, in the same city, Marat Kaliyev was sentenced to 15 days of arrest[1].",
        "[1]https://a.org/1",
    )
    assert said.place == "Almaty"
    assert not any(doubt.startswith("place") for doubt in said.uncertain)


def test_marks_at_the_end_belong_to_both_events(read_text: ReadText) -> None:
    first, second = read_text(
        "On June 14, in Almaty, Marat Kaliyev was detained near a park in the centre. "
        "On June 15 the court sentenced Kaliyev to 15 days of arrest[1][2].",
        "[1]https://a.org/1\n[2]https://a.org/2",
    )
    assert [source.number for source in first.sources] == [1, 2]
    assert [source.number for source in second.sources] == [1, 2]


def test_a_list_parts_events_with_a_semicolon(read_text: ReadText) -> None:
    first, second = read_text(
        "June 14, Almaty, M. Kaliyev, Article 488, Part 11 of the Code of Administrative Offences "
        "of the RK, arrest for 15 days; June 15, Almaty, D. Kaliyeva, wife of the arrested man, "
        "fine of 30 MCI for a single picket [1].",
        title="MONITORING OF POLITICAL PERSECUTION FROM JUNE 1 TO JUNE 30, 2022",
    )
    assert [str(event.date) for event in (first, second)] == ["2022-06-14", "2022-06-15"]
    assert [one.name for one in first.people] == ["M. Kaliyev"]
    assert [one.kind for one in first.sanctions] == ["arrest"]
    assert [one.name for one in second.people] == ["D. Kaliyeva"]
    assert [one.kind for one in second.sanctions] == ["fine"]


def test_a_day_behind_a_semicolon_alone_parts_nothing(read_text: ReadText) -> None:
    (event,) = read_text(
        "June 14, Almaty, M. Kaliyev was detained; June 20 is the day of the next hearing [1].",
        title="MONITORING OF POLITICAL PERSECUTION FROM JUNE 1 TO JUNE 30, 2022",
    )
    assert str(event.date) == "2022-06-14"


@pytest.mark.parametrize(
    "text",
    [
        # Two are named: which of them is meant, the first event has to tell.
        (
            "On June 14, in Almaty, Marat Kaliyev and Dina Orazova stood with posters. "
            "On June 15 the court fined her 10 MCI for the picket on the square[1]."
        ),
        # No penalty.
        (
            "On June 14, in Almaty, Marat Kaliyev was taken to the police from his home. "
            "On June 15 he was released without any papers given to him[1]."
        ),
        # What is to come.
        (
            "14 июня в Алматы задержан Марат Калиев, стоявший с плакатом у памятника. "
            "20 июня ему должны назначить наказание за пикет на площади[1]."
        ),
    ],
)
def test_a_later_day_goes_on_with_the_event(read_text: ReadText, text: str) -> None:
    (event,) = read_text(text, "[1]https://a.org/1")
    assert str(event.date)[-2:] == "14"
