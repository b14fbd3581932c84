"""Names taken out, tried as somebody would who wants to know them: every form, and no more."""

from __future__ import annotations

import pytest

from zhylnama.dossier.name_forms import without_coding
from zhylnama.dossier.names_in_text import NameFinder

SUBJECT, HIDDEN = "serikov-daniyar", "akhmetova-gulnara"
SPELLINGS = {
    SUBJECT: ["Serikov Daniyar", "Данияр Сериков"],
    HIDDEN: ["Gulnara Akhmetova", "Гульнара Ахметова"],
}
FORMS = """
Ахметова|Ахметовой|Ахметову|Ахметовых|АХМЕТОВОЙ|ахметовой|Гульнарой|Гульнаре|Гульнары|Гульнару
Г. Ахметова|Г.Ахметова|Ахметова Г.|Г.С. Ахметовой|Ахметовой Г.С.|Ахметова, Гульнара
Гүлнара Ахметова|Гүлнараның|Гүлнараға|Ахметоваға|Ахметованың|Ахметовамен|Гульнарушка
Akhmetova|Ahmetova|Axmetova|Achmetowa|AKHMETOVA|akhmetova|Akhmetov|Akhmetovs|Akhmetovas
Akhmetovoi|Akhmetovoy|Akhmetovu|Gulnaroi|Gulnaru|Gulnare|Gulnaraning|Gulnar|Gulnara A.
Ах\u00adметова|Ахме\u200bтова|Ахмeтова|Aхметова|А х м е т о в а|Ахме-товой|Akhmet-ova
Gulnara-Akhmetova|GulnaraAkhmetova|gulnara.akhmetova|Gúlnara Ahmetova|Gülnara|Gul'nara
Gulnara\u00a0Akhmetova|ＡＫＨＭＥＴＯＶＡ|gulnaraakhmetova|Г.А.|А. Г.
"""
LINKS = """
free-gulnara-akhmetova akhmetovoi-dali-15-sutok akhmetovoj ahmetova ahmetovoj-dali axmetovoy
gakhmetova akhmetovu gulnare gulnaru-osudili ?q=Gulnara+Akhmetova ?q=gulnaraakhmetova2021
AKHMETOVA.html id123akhmetova456 a-khmetova Ахметовой akhmetov-a gulnara gulnara-ahmetovaga
akhmetova%2Egulnara ак%68metova %D0%B0%D1%85%D0%BC%D0%B5%D1%82%D0%BE%D0%B2%D0%BE%D0%B9
%25D0%25B0%25D1%2585%25D0%25BC%25D0%25B5%25D1%2582%25D0%25BE%25D0%25B2%25D0%25B0
"""


def finder(spellings: dict[str, list[str]] = SPELLINGS) -> NameFinder:
    return NameFinder(spellings, [SUBJECT], linked=spellings)


def without(text: str, spellings: dict[str, list[str]] = SPELLINGS) -> str:
    """Return a text with X for everybody but the subject, x for who only may be meant."""
    pieces, done = [], 0
    for found in finder(spellings).find(text):
        assert found.start >= done
        if found.person != SUBJECT:
            pieces += [text[done : found.start], "X" if found.sure else "x"]
            done = found.end
    return "".join([*pieces, text[done:]])


@pytest.mark.parametrize("form", FORMS.strip().replace("\n", "|").split("|"))
def test_a_name_is_found_in_every_form(form: str) -> None:
    assert without(f"they saw {form} in court").lower() == "they saw x in court"


def test_a_torn_name_is_found_over_the_end_of_a_line() -> None:
    assert without("видели Ахме-\nтову и Гуль- нару в суде") == "видели X и X в суде"


@pytest.mark.parametrize("slug", LINKS.split())
def test_a_name_is_found_in_every_kind_of_link(slug: str) -> None:
    hidden = frozenset({HIDDEN})
    assert finder().in_link(f"https://example.org/2021/{slug}", hidden)
    assert not finder().in_link(f"https://example.org/2021/{slug}", frozenset())


def test_a_name_is_found_in_a_domain_of_its_own() -> None:
    host = "ахметова".encode("idna").decode()
    assert host.startswith("xn--")
    assert finder().in_link(f"https://{host}.kz/", frozenset({HIDDEN}))
    assert without_coding("https://xn--!!.kz") == "https://xn--!!.kz"


def test_slugs_of_a_published_report() -> None:
    people = {
        SUBJECT: SPELLINGS[SUBJECT],
        "mamay": ["Zhanbolat Mamay"],
        "imanbai": ["Inga Imanbai"],
    }
    link = "https://orda.kz/otel-rezko-otkazal-mamaju-i-imanbaj-v-pokaze-filma/"
    for person in ("mamay", "imanbai"):
        assert finder(people).in_link(link, frozenset({person}))
    links = ("https://orda.kz/dopros-zhanbolata-mamaja-dlilsja/", "https://e.org/o-mamaye")
    for link in links:
        assert finder(people).in_link(link, frozenset({"mamay"}))
        assert not finder(people).in_link(link, frozenset({"imanbai"}))


@pytest.mark.parametrize(
    "text",
    [
        "Serikov Daniyar and Данияра Серикова",
        "a rally on Akhmetova square and in Gulnara street",
        "митинг на площади Ахметовой, на проспекте Гульнары",
        "Ахметова көшесінде жиналды",
        "Akhmedova and Ахмедова are others",
        "A. Tokayev met G. Nur at 11:00 a.m. in the U.S.",
        "Г. Нур и А. Токаев",
        "п. А. Г. Иванов",
    ],
)
def test_what_is_nobody_who_goes_stays(text: str) -> None:
    assert without(text) == text


def test_a_place_before_a_name_stays() -> None:
    people = {SUBJECT: SPELLINGS[SUBJECT], "p": ["Zhumagulov Almat"]}
    places = frozenset({"almati", "almat"})
    names = NameFinder(people, [SUBJECT], linked=people, places=places)
    text = "In Almaty, Zhumagulov Almat was held; Алмату Жумагулову позвонили"
    assert [text[found.start : found.end] for found in names.find(text)] == [
        "Zhumagulov Almat",
        "Алмату Жумагулову",
    ]


def test_initials_between_two_names_belong_to_one() -> None:
    people = {**SPELLINGS, "b": ["B. Nurov"]}
    assert without("Akhmetova G. B. Nurov", people) == "X X"
    assert without("Ахметова. А. Токаев пришёл", people) == "X. А. Токаев пришёл"
