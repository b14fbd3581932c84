"""Which word of a name is the given one."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.names.order import order_of
from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # A word that relatives share is the surname.
        (
            "On December 5, in Almaty, Aydar Sultan was fined; his wife, Laura Sultan, was warned.",
            ["sultan-aydar", "sultan-laura"],
        ),
        (
            (
                "December 5, Oral, Bolatbek Kunsha, the sister of the convicted Bolatbek Nurlan, "
                "said that he had been beaten."
            ),
            ["bolatbek-kunsha", "bolatbek-nurlan"],
        ),
        # Both words are men's names: the list tells.
        (
            "5 декабря в Алматы задержаны Ирина Гурьева, Азат Рустем и Олег Нам.",
            ["gureva-irina", "rustem-azat", "nam-oleg"],
        ),
        (
            "5 декабря, Алматы, задержаны Гурьева Ирина, Азат Рустем и Нам Олег.",
            ["gureva-irina", "azat-rustem", "nam-oleg"],
        ),
        # Somebody is called by the surname.
        (
            "5 декабря в Алматы Ермек Дамир вышел на свободу. Мать Дамира встретила его.",
            ["damir-ermek"],
        ),
        # Guests from abroad have the given name first.
        (
            "On December 5, in Brussels, MEP Brigitta Vanderberg made a statement.",
            ["vanderberg-brigitta"],
        ),
        # A woman's surname that ends in a consonant is not declined.
        ("5 декабря в Алматы полиция задержала художницу Дану Шамұқ.", ["shamuk-dana"]),
        # A man's surname that is a woman's name.
        ("5 декабря в Алматы следователь допросил 16-летнего Мираса Кенже.", ["kenzhe-miras"]),
        # A woman's name is hardly ever a surname, and the list tells what its last name is.
        (
            "December 5, Almaty, Zharkynbek Maira, Oralbai Bikamal and Kalmurat Gulnur were fined.",
            ["zharkynbek-maira", "oralbai-bikamal", "kalmurat-gulnur"],
        ),
    ],
)
def test_the_paragraph_tells_the_order(read_text: ReadText, text: str, ids: list[str]) -> None:
    (event,) = read_text(text)
    assert [one.person for one in event.people] == ids


def test_an_initial_is_no_surname(read_text: ReadText) -> None:
    (event,) = read_text("5 декабря, Алматы, активисты Е.Сабит и И.Гурьев провели пикет.")
    assert [one.person for one in event.people] == ["sabit-e", "gurev-i"]


def test_a_word_that_only_ends_like_a_given_name_may_be_a_surname(reader: ReportReader) -> None:
    lexicon = reader.people.lexicon
    assert order_of("Torebai", "Erlan", lexicon) is None
    assert order_of("Torebai", "Erlan", lexicon, likely=True) is False
    assert order_of("Erlan", "Omarov", lexicon) is True
