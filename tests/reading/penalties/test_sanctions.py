"""Penalties, and whose they are: nobody is given one that the sentence does not give."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.record.event import Event


def penalties(event: Event) -> list[str]:
    """Return an event's penalties as `name: kind 15d`, `?` for nobody, `(r)` for looked back on."""
    names = {one.person: one.name for one in event.people}
    lines = []
    for s in event.sanctions:
        lengths = [f"{n}{u}" for n, u in ((s.days, "d"), (s.months, "m"), (s.hours, "h")) if n]
        money = [f"{s.amount} {s.currency}"] if s.amount is not None else []
        said = " ".join([s.kind, *lengths, *money])
        lines.append(f"{names.get(s.person or '', '?')}: {said}{' (r)' if s.recalled else ''}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Serik Ivanov and Dina Omarova were fined 20 MCI each.",
            ["Serik Ivanov: fine 20 MCI", "Dina Omarova: fine 20 MCI"],
        ),
        (
            (
                "Serik Ivanov and Dina Omarova were sentenced to 5 days and 20 days of arrest "
                "respectively."
            ),
            ["Serik Ivanov: arrest 5d", "Dina Omarova: arrest 20d"],
        ),
        (
            "Serik Ivanov and Dina Omarova were sentenced to 5 and 20 days of arrest respectively.",
            ["Serik Ivanov: arrest 5d", "Dina Omarova: arrest 20d"],
        ),
        (
            (
                "Serik Ivanov and Dina Omarova were given 10 days of arrest and a fine of 50 MCI "
                "respectively."
            ),
            ["Serik Ivanov: arrest 10d", "Dina Omarova: fine 50 MCI"],
        ),
        (
            "Serik Ivanov, Aset Kaliyev, Dina Omarova were sentenced to 15 days of arrest.",
            [f"{name}: arrest 15d" for name in ("Serik Ivanov", "Aset Kaliyev", "Dina Omarova")],
        ),
        (
            "Serik Ivanov was sentenced to 20 days of arrest. Dina Omarova was fined 58 340 tenge.",
            ["Serik Ivanov: arrest 20d", "Dina Omarova: fine 58340 KZT"],
        ),
        (
            "Serik Ivanov was fined 145850 tenge, Dina Omarova was given a “warning”.",
            ["Serik Ivanov: fine 145850 KZT", "Dina Omarova: warning"],
        ),
        (
            (
                "Serik Ivanov was sentenced to 1 year of restriction of liberty and 2.5 years of "
                "prohibition to use social networks."
            ),
            ["Serik Ivanov: restriction-of-liberty 12m", "Serik Ivanov: ban 30m"],
        ),
        (
            "S. Ivanov, Article 488, Part 6 of the CAO RK, arrest for 15 days for a rally.",
            ["S. Ivanov: arrest 15d"],
        ),
        (
            (
                "Ivanov S., Article 405, Part 2 of the Criminal Code (restriction of liberty for "
                "1.5 years), complained about the probation service."
            ),
            ["Ivanov S.: restriction-of-liberty 18m (r)"],
        ),
        (
            "Serik Ivanov, who was arrested for 15 days, went on hunger strike.",
            ["Serik Ivanov: arrest 15d (r)"],
        ),
        (
            (
                "Serik Ivanov was sentenced to 15 days of arrest on December 2 and went on hunger "
                "strike."
            ),
            ["Serik Ivanov: arrest 15d (r)"],
        ),
        (
            (
                "Dina Omarova, according to a 2020 verdict sentenced to 3 years of restriction of "
                "liberty, was not allowed to travel."
            ),
            ["Dina Omarova: restriction-of-liberty 36m (r)"],
        ),
        (
            (
                "Dina Ivanova, the wife of Serik Ivanov, who was sentenced to 7 years in prison, "
                "held a picket."
            ),
            ["Serik Ivanov: imprisonment 84m (r)"],
        ),
        (
            "Dina Ivanova, the wife of Serik Ivanov, was fined 20 MCI.",
            ["Dina Ivanova: fine 20 MCI"],
        ),
        (
            (
                "Serik Ivanov (arrested for 10 days) and Dina Omarova (fine of 58,340 tenge) were "
                "punished for a rally."
            ),
            ["Serik Ivanov: arrest 10d", "Dina Omarova: fine 58340 KZT"],
        ),
        (
            "Dina Omarova and the brothers A. and S. Ivanov received 5, 7 and 10 days of arrest.",
            ["Dina Omarova: arrest 5d", "A. Ivanov: arrest 7d", "S. Ivanov: arrest 10d"],
        ),
        (
            (
                "Dina Omarova, mother of S. Ivanov, who is serving 5 years of imprisonment, was "
                "fined 20 MCI for a picket."
            ),
            ["S. Ivanov: imprisonment 60m (r)", "Dina Omarova: fine 20 MCI"],
        ),
        (
            (
                "the court left unchanged the sentence of Serik Ivanov, 5 years of imprisonment, "
                "and reduced the term of Aset Kaliyev from 6 to 3 years of imprisonment."
            ),
            [
                "Serik Ivanov: imprisonment 60m (r)",
                "Aset Kaliyev: imprisonment 72m (r)",
                "Aset Kaliyev: imprisonment 36m",
            ],
        ),
        (
            "Serik Ivanov, arrest for 10 days replaced on appeal by a fine of 30 MCI.",
            ["Serik Ivanov: arrest 10d (r)", "Serik Ivanov: fine 30 MCI"],
        ),
        (
            "Serik Ivanov, Dina Omarova, fine of 10 and 20 MCI respectively for balloons.",
            ["Serik Ivanov: fine 10 MCI", "Dina Omarova: fine 20 MCI"],
        ),
        (
            "the court sentenced Serik Ivanov to 15 days of arrest, Aset Kaliyev to 3 days.",
            ["Serik Ivanov: arrest 15d", "Aset Kaliyev: arrest 3d"],
        ),
        (
            "Serik Ivanov, Article 405 of the Criminal Code, custody extended for 1 month.",
            ["Serik Ivanov: custody 1m"],
        ),
        (
            "Dina Omarova filed a complaint against the fine of 20 MCI.",
            ["Dina Omarova: fine 20 MCI (r)"],
        ),
        (
            (
                "Serik Ivanov was fined 20 MCI, and five more participants, whose names are not "
                "known, were given a warning."
            ),
            ["Serik Ivanov: fine 20 MCI", "?: warning"],
        ),
        (
            "at the request of prosecutor Aset Kaliyev, Serik Ivanov was arrested for 10 days.",
            ["Serik Ivanov: arrest 10d"],
        ),
        ("unlike Serik Ivanov, Dina Omarova was fined 20 MCI.", ["Dina Omarova: fine 20 MCI"]),
        ("Serik Ivanov, not Dina Omarova, was fined 20 MCI.", ["Serik Ivanov: fine 20 MCI"]),
        (
            "the court gave a warning to Dina Omarova and fined Serik Ivanov 15 MCI.",
            ["Dina Omarova: warning", "Serik Ivanov: fine 15 MCI"],
        ),
        (
            "Serik Ivanov was fined 20 MCI, and his neighbour Aset Kaliyev 40 MCI.",
            ["Serik Ivanov: fine 20 MCI", "Aset Kaliyev: fine 40 MCI"],
        ),
        (
            "Serik Ivanov, 1 year in prison; co-defendant LITVIN Pavel, 18 months in prison.",
            ["Serik Ivanov: imprisonment 12m", "LITVIN Pavel: imprisonment 18m"],
        ),
        ("Serik Ivanov, 50 days of arrest requested by the prosecutor.", []),
        ("deputies adopted amendments that raise the fine for rallies to 100 MCI.", []),
        (
            "Serik Ivanov, convicted to 7 years in prison, was transferred to Oral.",
            ["Serik Ivanov: imprisonment 84m (r)"],
        ),
        (
            "Dina Omarova’s appeal against her fine of 50 MCI was rejected.",
            ["Dina Omarova: fine 50 MCI (r)"],
        ),
        (
            "A fine of 40 MCI was imposed on Serik Ivanov.",
            ["Serik Ivanov: fine 40 MCI"],
        ),
        (
            "judge Aset Kaliyev sentenced Serik Ivanov to 10 days of arrest.",
            ["Serik Ivanov: arrest 10d"],
        ),
        (
            "Serik Ivanov was sentenced by judge Aset Kaliyev to 10 days of arrest.",
            ["Serik Ivanov: arrest 10d"],
        ),
        (
            "Serik Ivanov was detained. He was sentenced to 10 days of arrest.",
            ["Serik Ivanov: arrest 10d"],
        ),
    ],
)
def test_penalties_and_people(read_text: ReadText, text: str, expected: list[str]) -> None:
    (event,) = read_text(f"On December 5, in Almaty, {text}")
    assert penalties(event) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Serik Ivanov said that three activists were fined 50 MCI.",
        "Serik Ivanov, whose brother was sentenced to 8 years in prison, held a picket.",
        "Serik Ivanov recalled that her husband was fined 30 MCI.",
        "Serik Ivanov met Dina Omarova near the court. The activist was fined 20 MCI.",
        "fourteen people were put under administrative arrest for 10 days, Serik Ivanov said.",
        "the husband of activist Dina Omarova was fined 30 MCI.",
        "Dina Omarova’s husband was fined 30 MCI.",
        "Dina Omarova and the Ivanov brothers received 5, 7 and 10 days of arrest.",
        "the newspaper was fined 100 MCI after a complaint by Serik Ivanov.",
    ],
)
def test_no_penalty_goes_to_a_wrong_person(read_text: ReadText, text: str) -> None:
    (event,) = read_text(f"On December 5, in Almaty, {text}")
    assert all(sanction.person is None for sanction in event.sanctions)
    if event.sanctions:
        assert any(doubt.startswith("sanctions:") for doubt in event.uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "the prosecutor requested 7 years of imprisonment for Serik Ivanov.",
        "Serik Ivanov faces up to 10 years in prison.",
        "Serik Ivanov may be fined 50 MCI.",
        "crane operators demanded higher wages and a ban on importing labor from abroad.",
    ],
)
def test_what_is_only_asked_for_is_no_penalty(read_text: ReadText, text: str) -> None:
    (event,) = read_text(f"On December 5, in Almaty, {text}")
    assert event.sanctions == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Серик Иванов, статья 488 часть 6 КоАП РК, 15 суток ареста за участие в митинге.",
            ["Серик Иванов: arrest 15d"],
        ),
        ("суд арестовал Серика Иванова на 10 суток.", ["Серика Иванова: arrest 10d"]),
        (
            "Серик Иванов и Дина Омарова оштрафованы на 20 МРП каждый.",
            ["Серик Иванов: fine 20 MCI", "Дина Омарова: fine 20 MCI"],
        ),
        (
            "Серик Иванов и Дина Омарова приговорены к 3 и 4 годам лишения свободы соответственно.",
            ["Серик Иванов: imprisonment 36m", "Дина Омарова: imprisonment 48m"],
        ),
        (
            "Серик Иванов (10 суток ареста) и Дина Омарова (штраф 58 340 тенге) наказаны за пост.",
            ["Серик Иванов: arrest 10d", "Дина Омарова: fine 58340 KZT"],
        ),
        ("мужа активистки Дины Омаровой оштрафовали на 30 МРП.", ["?: fine 30 MCI"]),
        (
            "Серик Иванов, осужденный в 2021 году на 2 года ограничения свободы, сообщил о слежке.",
            ["Серик Иванов: restriction-of-liberty 24m (r)"],
        ),
        (
            "Ермеков С.Т., Абишева Н.К. и Остапенко В. арестованы на 7, 10 и 15 суток.",
            ["Ермеков С.Т.: arrest 7d", "Абишева Н.К.: arrest 10d", "Остапенко В.: arrest 15d"],
        ),
        (
            "отец Серика Иванова, Марат Иванов, оштрафован на 20 МРП.",
            ["Марат Иванов: fine 20 MCI"],
        ),
        ("прокурор требовал для Серика Иванова 4 года лишения свободы, суд его оправдал.", []),
        (
            "Дина Омарова, адвокат Серика Иванова, оштрафована на 20 МРП.",
            ["Дина Омарова: fine 20 MCI"],
        ),
        (
            "по ходатайству прокурора Асета Калиева, Серик Иванов арестован на 10 суток.",
            ["Серик Иванов: arrest 10d"],
        ),
        (
            "на 10 суток арестован Серик Иванов, на 20 суток арестован Асет Калиев.",
            ["Серик Иванов: arrest 10d", "Асет Калиев: arrest 20d"],
        ),
        ("прокурор запросил для Серика Иванова 6 лет лишения свободы.", []),
    ],
)
def test_russian(read_text: ReadText, text: str, expected: list[str]) -> None:
    (event,) = read_text(f"5 декабря, Алматы, {text}")
    assert penalties(event) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marat Isabekov got fifteen days.", ["Marat Isabekov: arrest 15d"]),
        ("Marat Isabekov was ordered to pay 30 MCI.", ["Marat Isabekov: fine 30 MCI"]),
        (
            "Marat Isabekov was given a suspended sentence of 2 years under Article 405.",
            ["Marat Isabekov: imprisonment 24m"],
        ),
        (
            "The court extended the detention of M. Isabekov by two months.",
            ["M. Isabekov: custody 2m"],
        ),
        (
            "Isabekov was arrested for 15 days, Petrenko for 7.",
            ["Isabekov: arrest 15d", "Petrenko: arrest 7d"],
        ),
        (
            "Marat Isabekov was not arrested for 15 days but fined 20 MCI.",
            ["Marat Isabekov: fine 20 MCI"],
        ),
        ("Neither Marat Isabekov nor Olga Petrenko was fined.", []),
        ("Марат Исабеков приговорён к 10-суточному аресту.", ["Марат Исабеков: arrest 10d"]),
        (
            "М. Исабеков – 15 суток, О. Петренко – штраф 20 МРП.",
            ["М. Исабеков: arrest 15d", "О. Петренко: fine 20 MCI"],
        ),
        (
            "Судья приговорила Марата Исабекова к трём годам лишения свободы.",
            ["Марата Исабекова: imprisonment 36m"],
        ),
        (
            "Суд санкционировал арест М. Исабекова на два месяца.",
            ["М. Исабекова: custody 2m"],
        ),
        (
            "Марат Исабеков наказан штрафом в сумме 61 тысяча 260 тенге.",
            ["Марат Исабеков: fine 61260 KZT"],
        ),
    ],
)
def test_lengths_and_sums_in_many_words(
    read_text: ReadText, text: str, expected: list[str]
) -> None:
    day = "5 декабря, Алматы." if "а" in text else "On December 5, in Almaty,"
    (event,) = read_text(f"{day} {text}")
    assert penalties(event) == expected
