"""What is taken out is gone: from the records, the pages, the attachments and every byte."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier.cast import EVENTS, GONE, PEOPLE, SUBJECT, cast_archive
from tests.dossier.in_memory import TODAY
from tests.dossier.people import named
from tests.dossier.test_names_in_text import FORMS, LINKS
from tests.dossier.tools import run
from tests.records import archive_of

from zhylnama.archive.archive import Archive
from zhylnama.dossier.make import make_dossier
from zhylnama.dossier.names_in_text import NameFinder
from zhylnama.dossier.options import Disclosure, DossierOptions, Preset
from zhylnama.dossier.private import is_minor_at, leave_out_addresses, tells_minor
from zhylnama.dossier.redact import Redacted
from zhylnama.dossier.redaction_log import redactions_in_words
from zhylnama.files import resources_folder
from zhylnama.record.event import (
    Event,
    LawReference,
    Office,
    Person,
    Sanction,
    Source,
    contradictions,
)
from zhylnama.wording import LANGUAGES, Wording

ENGLISH = Wording("en", resources_folder())
EVERYTHING_GONE = [word for words in GONE.values() for word in words]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with cast_archive(tmp_path) as opened:
        yield opened


def redacted(archive: Archive, disclosure: Disclosure) -> Redacted:
    return Redacted(archive, [SUBJECT], disclosure, ENGLISH)


def said(copy: Redacted) -> str:
    profile = copy.profile(SUBJECT)
    assert profile is not None
    return msgspec.json.encode(msgspec.to_builtins(profile)).decode()


def every_byte(pdf: Path, folder: Path) -> str:
    """Return the file, its objects without compression, its streams, strings and attachments."""
    plain = folder / "plain.pdf"
    run("qpdf", "--qdf", "--object-streams=disable", pdf, plain)
    parts = [pdf.read_bytes(), plain.read_bytes()]
    with pikepdf.open(pdf) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Stream):
                parts.append(item.read_bytes() if "/DCT" not in str(item.stream_dict) else b"")
            for text in _strings(item):
                parts.append(text.encode("utf-8", "replace"))
        parts += [opened.attachments[name].get_file().read_bytes() for name in opened.attachments]
    text = run("pdftotext", "-enc", "UTF-8", pdf, "-")
    return b"\n".join(parts).decode("utf-8", "replace") + text + " ".join(text.split())


def _strings(item: object, depth: int = 0) -> Iterator[str]:
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array) and depth < 4:
        for part in item:
            yield from _strings(part, depth + 1)
    elif isinstance(item, pikepdf.Dictionary) and depth < 4:
        for part in dict(item.items()).values():
            yield from _strings(part, depth + 1)


def every_form(word: str) -> list[str]:
    """Return a word as it may be coded in a PDF."""
    wide = word.encode("utf-16-be")
    return [word, wide.decode("latin-1"), wide.hex(), word.encode().hex()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_was_taken_out_is_in_any_byte(
    archive: Archive, tmp_path: Path, lang: str
) -> None:
    pdf = tmp_path / "copy.pdf"
    options = DossierOptions.from_plain({"lang": lang, "preset": "public"})
    make_dossier(archive, [SUBJECT], options, pdf, today=TODAY)
    found = every_byte(pdf, tmp_path)
    assert "Daniyar" in found
    assert "Omarov" in found  # an official stays named
    for word in EVERYTHING_GONE:
        for form in every_form(word):
            assert form not in found, word


def test_the_search_finds_what_was_not_taken_out(archive: Archive, tmp_path: Path) -> None:
    """Else the test above would pass with an empty file."""
    pdf = tmp_path / "whole.pdf"
    make_dossier(archive, [SUBJECT], DossierOptions(), pdf, today=TODAY)
    found = every_byte(pdf, tmp_path)
    for word in set(EVERYTHING_GONE) - {"Тимур", "Серикова", "%D0%90%D1%85"}:
        assert word in found, word


def test_a_document_to_edit_has_none_of_it_either(archive: Archive, tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "copy.docx"
    options = DossierOptions(preset="public")
    make_dossier(archive, [SUBJECT], options, path, today=TODAY, word=True)
    with zipfile.ZipFile(path) as parts:
        found = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert "Daniyar" in found
    for word in EVERYTHING_GONE:
        assert word not in found, word


@pytest.mark.parametrize(
    ("preset", "gone", "stays"),
    [
        ("everything", [], ["relatives", "minors", "third persons", "addresses", "sources"]),
        ("court", ["minors", "addresses"], ["relatives", "sources"]),
        ("press", ["relatives", "minors", "addresses"], ["sources"]),
        ("public", list(GONE), []),
    ],
)
def test_a_preset_takes_out_what_it_says(
    archive: Archive, preset: Preset, gone: list[str], stays: list[str]
) -> None:
    found = said(redacted(archive, DossierOptions(preset=preset).disclosure))
    for what in gone:
        for word in GONE[what]:
            assert word not in found, word
    for what in stays:
        assert any(word in found for word in GONE[what]), what


def test_a_single_choice_stands_over_the_preset() -> None:
    chosen = DossierOptions(preset="public", sources=True, third_persons="leave-out").disclosure
    assert chosen.sources
    assert chosen.third_persons == "leave-out"
    assert chosen.relatives == "replace"


def test_one_person_has_one_number_throughout(archive: Archive) -> None:
    copy = redacted(archive, Disclosure(third_persons="replace"))
    first, second = copy.events()
    assert "arrested with [person 2]." in first.text
    assert "[person 2]’s lawyer" in first.text
    assert first.organisations == ["Committee for [person 2]", "Court of Almaty"]
    assert [law.person for law in first.law] == ["person-2"]
    assert "[person 2];" in second.text
    assert second.id == "record-2"
    assert not [fault for event in copy.events() for fault in contradictions(event)]


def test_left_out_people_leave_no_number(archive: Archive) -> None:
    copy = redacted(archive, Disclosure(third_persons="leave-out"))
    first = copy.events()[0]
    assert "arrested with [name left out]." in first.text
    assert "akhmetova-gulnara" not in {who.person for who in first.people}
    assert first.law == []
    assert [sanction.person for sanction in first.sanctions] == [SUBJECT]
    assert copy.log.left_out == {"third-person": 2}


def test_the_subject_keeps_every_name_of_theirs(archive: Archive) -> None:
    copy = redacted(archive, DossierOptions(preset="public").disclosure)
    first, second = copy.events()
    assert first.text.startswith("Daniyar Serikov of [address left out], was arrested")
    assert "Serikov’s wife [person" in first.text
    assert second.text.startswith("Данияр Сериков просил отпустить [person")


def test_the_log_says_how_many_and_not_what(archive: Archive) -> None:
    copy = redacted(archive, DossierOptions(preset="public").disclosure)
    lines = " ".join(redactions_in_words(copy.log, ENGLISH))
    assert "1 minor, 1 relative, 2 third persons" in lines
    assert "3 sources are left out" in lines
    assert not any(word in lines for word in EVERYTHING_GONE)


def test_nothing_taken_out_is_nothing_changed(archive: Archive) -> None:
    copy = redacted(archive, Disclosure())
    assert copy.profile(SUBJECT) == archive.profile(SUBJECT)
    assert redactions_in_words(copy.log, ENGLISH) == ()


def test_what_is_taken_out_is_not_called_unknown(archive: Archive, tmp_path: Path) -> None:
    stream = io.BytesIO()
    options = DossierOptions(preset="public")
    (dossier,) = make_dossier(archive, [SUBJECT], options, stream, today=TODAY)
    gaps = next(listing for listing in dossier.listings if listing.key == "gaps")
    assert not any("without a source" in item.text for item in gaps.items)
    assert dossier.summary is not None
    assert not any(figure.label == "sources" for figure in dossier.summary.figures)


def finder(**spellings: str) -> NameFinder:
    return NameFinder({p: [s] for p, s in spellings.items()}, ["s"], linked=spellings)


@pytest.mark.parametrize(
    "text",
    [
        "Inga Mamay", "Mamay Inga", "MAMAY", "mamay", "Мамай", "Мамая", "Мамаю", "Инга Мамай",
        "I. Mamay", "Mamay I.", "Mamai", "Ma\u00admay", "Mama\u200by", "Inga-Mamay", "inga_mamay",
        "ingamamay", "MamayInga", "Мамайға", "Mamay’s", "freeingamamaynow",
    ],
)  # fmt: skip
def test_a_name_is_found_in_every_form(text: str) -> None:
    found = list(finder(s="Test Aisha", p="Inga Mamay").find(f"before {text} after"))
    assert [one.person for one in found] == ["p"]
    covered = f"before {text} after"[found[0].start : found[0].end]
    assert covered in (text, text.removesuffix("’s"))


def test_a_name_is_found_in_a_hashtag() -> None:
    text = "#freemamaynow @mamay2021 #MamayFree"
    found = list(finder(s="Test Aisha", p="Inga Mamay").find(text))
    assert [text[one.start : one.end] for one in found] == ["freemamaynow", "mamay", "MamayFree"]


@pytest.mark.parametrize("people", [[SUBJECT], [SUBJECT, "judge-omarov"]])
@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_of_a_name_is_left_in_any_field_of_any_paper(
    tmp_path: Path, lang: str, ending: str, people: list[str]
) -> None:
    """Every form in every field of a record; then every byte of what is written is searched."""
    forms = FORMS.strip().replace("\n", "|").split("|")
    links = [f"https://example.org/{slug}" for slug in LINKS.split()]
    appear = [
        named(SUBJECT, "Daniyar Serikov"),
        named("judge-omarov", "Omarov", "official"),
        named("akhmetova-gulnara", "Gulnara Akhmetova", "other"),
    ]
    events = [
        Event(
            id=f"2021-12-{number:02}.ahmetova-{number}",
            date=dt.date(2021, 12, 1 + number % 28),
            title=f"Seen: {form}",
            text=f"Daniyar Serikov saw {form} there; {form} saw him.",
            people=appear,
            organisations=[f"Friends of {form}"],
            reason=f"a post on {form}",
            kinds=["fine"],
            sanctions=[
                Sanction(person=SUBJECT, kind="ban", months=3, detail=f"to see {form}"),
                Sanction(person="akhmetova-gulnara", kind="arrest", days=2),
            ],
            law=[LawReference(code="AOC", article="488", person="akhmetova-gulnara")],
            sources=[Source(number=number + 1, url=links[number % len(links)], note=f"by {form}")],
            report="report-" + "".join(form.split()),
            paragraph=number + 1,
            note=f"so {form} says",
            uncertain=[f"whether {form} came"],
        )
        for number, form in enumerate(forms)
    ]
    records: list[Event | Person] = [
        Person(
            id=SUBJECT,
            spellings=["Daniyar Serikov"],
            note="; ".join(forms),
            offices=[Office(title=f"lawyer of {form}") for form in forms[:5]],
            may_be=["akhmetova-gulnara"],
        ),
        Person(id="akhmetova-gulnara", spellings=["Gulnara Akhmetova", "Гульнара Ахметова"]),
        Person(id="judge-omarov", spellings=["Omarov"]),
        *events,
    ]
    path = tmp_path / f"copy.{ending}"
    with archive_of(records, tmp_path) as opened:
        options = DossierOptions.from_plain({"preset": "public", "sources": True, "lang": lang})
        make_dossier(opened, people, options, path, today=TODAY, word=ending == "docx")
    if ending == "pdf":
        raw = every_byte(path, tmp_path)
    else:
        with zipfile.ZipFile(path) as parts:
            raw = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    folded = unicodedata.normalize("NFKC", raw).casefold()
    roots = ("ахмет", "ahmet", "akhmet", "achmet", "axmet", "гульн", "гүлн", "gulnar", "gülnar")
    assert "serikov" in folded
    assert [root for root in roots if root in folded] == []


def test_what_a_report_prints_beside_a_kept_name_goes_too(tmp_path: Path) -> None:
    """A spelling may hold another's name: in the records inside, on the cover, in the index."""
    people = [
        Person(id=SUBJECT, spellings=["Daniyar Serikov", "Serikov, husband of Zhanar Nurova"]),
        Person(id="nurova-zhanar", spellings=["Zhanar Nurova"]),
        Person(id="judge-omarov", spellings=["Omarov"]),
    ]
    event = Event(
        id="2021-12-01.1",
        text="Told.",
        people=[
            named(SUBJECT, "Serikov, husband of Zhanar Nurova"),
            named("judge-omarov", "Omarov, uncle of Z. Nurova", "official"),
            named("nurova-zhanar", "Zhanar Nurova", "relative"),
        ],
    )
    with archive_of([*people, event], tmp_path) as opened:
        options = DossierOptions(preset="press")
        for name in ("d.pdf", "b.pdf"):
            who = [SUBJECT] if name == "d.pdf" else [SUBJECT, "judge-omarov"]
            make_dossier(opened, who, options, tmp_path / name, today=TODAY)
    for name in ("d.pdf", "b.pdf"):
        raw = every_byte(tmp_path / name, tmp_path)
        assert "Omarov" in raw
        assert [gone for gone in ("Nurova", "Zhanar", "nurova") if gone in raw] == []


def test_a_namesake_is_not_given_the_number_of_another() -> None:
    (found,) = finder(s="Test Aisha", p="Bokayev Max").find("Then Bokaev Sanzhar spoke.")
    assert not found.sure


def test_a_place_and_a_common_word_are_no_person() -> None:
    names = NameFinder({"s": ["Test Aisha"], "p": ["Almat Nur"]}, ["s"])
    assert list(names.find("In Almaty the Nur Otan party met.")) == []


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_searched(text: str) -> None:
    names = finder(s="Test Aisha", p="Inga Mamay")
    spans = [(found.start, found.end) for found in names.find(text + " Inga Mamay " + text)]
    assert spans == sorted(spans)
    assert any("Inga Mamay" in (text + " Inga Mamay " + text)[a:b] for a, b in spans)
    names.in_link(text, frozenset({"p"}))
    leave_out_addresses(text, "x")
    tells_minor(text)


@pytest.mark.parametrize(
    "address",
    [
        "12 Abay Street, apt. 4", "Abay Avenue 12", "ул. Абая, 12, кв. 4", "проспект Абая 5",
        "мкр. 5, д. 3", "Абай көшесі, 12-үй", "a.test@example.org", "+7 (701) 123-45-67",
        "8 701 123 45 67", "900101300123", "flat 12",
        "ул. Абая 12-4", "ул. Абая, д. 12/4, кв. 5", "Абая 12, кв. 4", "г. Алматы, Абая 12",
        "мкр Самал-2, д. 33, кв. 5", "мкр. Самал-2, 33-5", "Rozybakiyev st 125",
        "Tole bi 125, apt 4",
        "house No. 5 on Tole bi Street", "Төле би к-сі, 5 үй", "Төле би көшесі 5", "кв № 4",
        "Қарасай батыр көшесі, 5-үй", "Самал-2 шағын ауданы, 33-үй", "Достык даңғ. 134",
        "5 мкр., 12 дом, 3 кв.", "14 мкр., д. 59", "дом 12, квартира 4", "ул. имени Сейфуллина, 5",
        "ул. Н. Назарбаева, 12", "microdistrict Samal-2, 33", "почтовый индекс 050000",
        "8-701-123-45-67", "701 123 45 67", "WhatsApp 7011234567", "ИИН: 900101 300123",
        "a.test (at) example.org", "паспорт N1234567", "удостоверение личности № 012345678",
        "KZ123456789012345678", "43°14'20\"N 76°53'23\"E", "43.238949, 76.889709",
    ],
)  # fmt: skip
def test_an_address_is_recognised(address: str) -> None:
    text, number = leave_out_addresses(f"Lives at {address}; so it is.", "[…]")
    assert (text, number) == ("Lives at […]; so it is.", 1)


@pytest.mark.parametrize(
    "text",
    [
        "a fine of 14,585 tenge on 3 December 2021", "in Abay Street", "Article 488, part 6",
        "15 days of arrest", "на улице Абая", "at 11:00 a.m.", "the court of Almaty, 8 March 2022",
        "on Republic Avenue 15 people were held", "на улице 15 человек", "Абай көшесінде 15 адам",
        "на проспекте Абая 15 человек", "100000000000 tenge", "case No. 7101-21-00-2/123",
        "Court No. 2, room 5", "ст. 488 ч. 6", "in 2021 Abay Street was closed",
        "at 11:00 on Abay Street",
    ],
)  # fmt: skip
def test_what_is_no_address_stays(text: str) -> None:
    assert leave_out_addresses(text, "[…]") == (text, 0)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("Inga, aged 15, came", True), ("the 16-year-old Inga", True), ("Inga is a minor", True),
        ("несовершеннолетняя Inga", True), ("17 жастағы Inga", True), ("Inga, aged 45", False),
        ("Inga got 15 days", False), ("Inga came. A boy of the street, aged 12", False),
        ("Inga получила 5-летний срок", False),
    ],
)  # fmt: skip
def test_who_is_a_minor(text: str, minor: bool) -> None:
    start = text.index("Inga")
    assert is_minor_at(text, start, start + 4) is minor


def test_the_cast_is_what_the_tests_think() -> None:
    assert {who.person for who in EVENTS[0].people} <= {person.id for person in PEOPLE}
