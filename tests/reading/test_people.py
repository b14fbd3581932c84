"""The people of a paragraph, each once."""

from __future__ import annotations

from zhylnama.reading.report import ReportReader


def test_one_person_named_twice_appears_once(reader: ReportReader) -> None:
    found = reader.people.read(
        "Yerulan Amirov was moved. Amirov Yerulan is charged; Yerulan’s case …"
    )
    assert [one.name for one in found.people] == ["Yerulan Amirov"]
    assert len(found.mentions) == 3


def test_a_surname_alone_is_who_has_it_in_full_later(reader: ReportReader) -> None:
    found = reader.people.read("Isabekov was fined. The same day Marat Isabekov was detained.")
    assert [one.name for one in found.people] == ["Marat Isabekov"]
    assert [(m.name, m.who) for m in found.mentions] == [("Isabekov", 0), ("Marat Isabekov", 0)]
