"""Articles of law as a person cites them, and what stands beside them."""

from __future__ import annotations

import tomllib

import pytest

from zhylnama.files import resources_folder
from zhylnama.wording.wording import Wording

LAW = tomllib.loads((resources_folder() / "law.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("lang", "code", "part", "cited"),
    [
        ("en", "AOC", "6", "AOC, article 488, part 6"),
        ("ru", "AOC", "6", "ч. 6 ст. 488 КоАП"),
        ("ru", "CPC", None, "ст. 488 УПК"),
        ("ru", "CONST", None, "ст. 488 Конституции"),
        ("kk", "CIVPC", "6", "АПК 488-бабының 6-бөлігі"),
        ("kk", "CONST", None, "Конституцияның 488-бабы"),
    ],
)
def test_an_article_is_cited_in_the_language(
    lang: str, code: str, part: str | None, cited: str
) -> None:
    assert Wording(lang, resources_folder()).article(code, "488", part) == cited


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_code_is_written_as_in_the_language(lang: str) -> None:
    wording = Wording(lang, resources_folder())
    for code in LAW["code"]:
        cited = wording.article(code["id"], "1")
        assert code["id"] not in cited
        # A whole word is in the genitive there.
        if code["id"] not in {"CONST", "LPA"}:
            assert any(name in cited for name in code["also"] if not name.isascii())


def test_a_title_stands_only_in_the_language_it_was_seen_in() -> None:
    for lang in ("en", "ru", "kk"):
        wording = Wording(lang, resources_folder())
        for entry in LAW["article"]:
            assert wording.law_title(entry["code"], entry["article"]) == entry.get(lang)
        assert wording.law_title("CC", "9999") is None
