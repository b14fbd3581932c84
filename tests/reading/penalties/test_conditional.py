"""Terms that are said to be suspended behind them: none of these is told as served."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.penalties.conditional import WHICH_IS_SUSPENDED
from zhylnama.record.event import SUSPENDED, Event

TERMS = "Санжар Досов, Нияз Исабеков и Пётр Сухов получили 4, 3 и 2 года лишения свободы"
BOTH = (
    "Sanzhar Dosov and Niyaz Isabekov were sentenced to 4 and 3 years of imprisonment respectively"
)


def suspended(event: Event) -> list[str]:
    names = {one.person: one.name for one in event.people}
    return [names[s.person] for s in event.sanctions if s.detail == SUSPENDED and s.person]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TERMS} соответственно; последнему наказание назначено условно.", ["Пётр Сухов"]),
        (f"{TERMS} соответственно, причём Исабекову срок назначен условно.", ["Нияз Исабеков"]),
        (f"{TERMS} соответственно.", []),
        (f"{TERMS} соответственно; прокурор просил наказать последнего условно.", []),
        (f"{TERMS} соответственно. Адвокат подал на условно-досрочное освобождение.", []),
        (f"{BOTH}; the latter’s term is suspended.", ["Niyaz Isabekov"]),
        (f"{BOTH}; the former’s term was suspended.", ["Sanzhar Dosov"]),
        (f"{BOTH}. Both sentences were suspended.", ["Sanzhar Dosov", "Niyaz Isabekov"]),
        (f"{BOTH}, and not a suspended term.", []),
        (f"{BOTH}. Isabekov was suspended from work.", []),
        ("Sanzhar Dosov was jailed for two years, his accomplices got suspended terms.", []),
        ("Санжар Досов осуждён на два года. Подельники получили условные сроки.", []),
        ("Sanzhar Dosov was jailed for two years. The sentence is suspended.", ["Sanzhar Dosov"]),
    ],
)
def test_a_term_is_suspended_by_what_is_said_behind_it(
    read_text: ReadText, text: str, expected: list[str]
) -> None:
    day = "5 декабря, Алматы." if "о" in text else "On December 5, in Almaty,"
    (event,) = read_text(f"{day} {text}")
    assert suspended(event) == expected
    assert all(s.person for s in event.sanctions)


def test_where_it_is_not_said_which_term_is_suspended_they_are_nobodys(
    read_text: ReadText,
) -> None:
    (event,) = read_text(f"On December 5, in Almaty, {BOTH}; one of the terms is suspended.")
    assert all(s.person is None for s in event.sanctions)
    assert WHICH_IS_SUSPENDED in event.uncertain
