"""Capital letters at the head of a sentence make nobody: gerunds and things are no names."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Анну Ким отпустили. Отсидев десять суток, она вышла.", ["Анну Ким"]),
        ("Анна Ким нашла записку. Увидев её, она позвонила в полицию.", ["Анна Ким"]),
        ("Отбыв арест, Анна Ким подала жалобу.", ["Анна Ким"]),
        ("Вернувшись домой, Анна Ким узнала об обыске.", ["Анна Ким"]),
        ("Задержав Серика Иванова, полицейские увезли его.", ["Серика Иванова"]),
        ("Защищая Анну Ким, адвокат потребовал её отпустить.", ["Анну Ким"]),
        ("Квартиру Анны Ким обыскали.", ["Анны Ким"]),
        ("Голодовка Анны Ким длится месяц.", ["Анны Ким"]),
        ("Detaining Serik Ivanov, the policemen beat him.", ["Serik Ivanov"]),
        ("Having served ten days, Anna Kim held a picket.", ["Anna Kim"]),
        ("Overnight Serik Ivanov was kept in the police station.", ["Serik Ivanov"]),
        ("Near Anna Kim’s house stood policemen.", ["Anna Kim"]),
        # Surnames may end as gerunds do.
        ("Киселев Олег и Батыев Мурат задержаны.", ["Киселев Олег", "Батыев Мурат"]),
        ("Сидоров Олег оштрафован. Киселев отпущен.", ["Сидоров Олег", "Киселев"]),
        ("Ярослав Гусев и Станислав Рогов задержаны.", ["Ярослав Гусев", "Станислав Рогов"]),
    ],
)
def test_what_begins_a_sentence_is_no_name(
    read_text: ReadText, text: str, names: list[str]
) -> None:
    day = "5 декабря, Алматы. " if text[0] > "\u0400" else "December 5, Almaty. "
    (event,) = read_text(day + text)
    assert [one.name for one in event.people] == names
