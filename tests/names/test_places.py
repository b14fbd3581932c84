"""The gazetteer: every name of the bundled file finds its place, and no name is guessed."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.failure import BadInput, SystemRefused
from zhylnama.names.places import Gazetteer, Place, fold_place, read_kind

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
BUNDLED = RESOURCES / "places.toml"
GAZETTEER = Gazetteer.load(BUNDLED)


def found(name: str, within: str | None = None) -> str | None:
    place = GAZETTEER.find(name, within)
    return None if place is None else place.id


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        # Every place of the report of December 2021, as it is spelled there.
        ("Mangistau region", "mangystau-region"),
        ("Tupkaragan district", "tupkaragan-district"),
        ("Mangistau region, Tupkaragan district", "tupkaragan-district"),
        ("Uralsk", "oral"),
        ("Almaty", "almaty"),
        ("Aktau", "aktau"),
        ("Nur-Sultan", "astana"),
        ("Nur-Sultan city", "astana"),
        ("Talgar city", "talgar"),
        ("Talgar, Almaty Oblast", "talgar"),
        ("Almaty Oblast", "almaty-region"),
        ("Almaty region", "almaty-region"),
        ("city of Almaty", "almaty"),
        ("Aktobe", "aktobe"),
        ("Brussels", "brussels"),
        ("Aksu", "aksu"),
        ("Aksu, Pavlodar region", "aksu"),
        ("Pavlodar region", "pavlodar-region"),
        ("Shymkent", "shymkent"),
        ("Shymkent city", "shymkent"),
        ("Medeu district", "medeu-district"),
        ("Alatau district", "alatau-district"),
        ("Bishkek", "bishkek"),
        ("Xinjiang", "xinjiang"),
        ("Xinjiang region", "xinjiang"),
        ("Atyrau", "atyrau"),
        ("Zhanaozen", "zhanaozen"),
        ("Mangistau village", "mangistau"),
        ("village of Aiyrtau, East Kazakhstan region", "aiyrtau"),
        ("East Kazakhstan region", "east-kazakhstan-region"),
        ("village of Shetpe", "shetpe"),
        ("Ust-Kamenogorsk", "oskemen"),
        ("Oskemen", "oskemen"),
        ("Semey", "semey"),
        ("Stepnogorsk, Akmola region", "stepnogorsk"),
        ("Pavlodar", "pavlodar"),
        ("Auezov", "auezov-district"),
        ("Shanyrak", "shanyrak"),
        ("Turkestan region", "turkistan-region"),
        ("London", "london"),
        ("Kazakhstan", "kazakhstan"),
        ("Republic of Kazakhstan", "kazakhstan"),
        ("China", "china"),
        ("Afghanistan", "afghanistan"),
        # Other languages, scripts and times.
        ("Нұр-Сұлтан", "astana"),
        ("Нур Султан", "astana"),
        ("Целиноград", "astana"),
        ("г. Алматы", "almaty"),
        ("Алматы қ.", "almaty"),
        ("Алматы қаласы", "almaty"),
        ("Алматинская область", "almaty-region"),
        ("Алматы обл.", "almaty-region"),
        ("Алматы\u00a0облысы", "almaty-region"),
        ("г.Алматы", "almaty"),
        ("АЛМАТЫ ОБЛЫСЫ", "almaty-region"),
        ("Alma Ata", "almaty"),
        ("Орал", "oral"),
        ("Уральск", "oral"),
        ("Усть-Каменогорск", "oskemen"),
        ("Оскемен", "oskemen"),
        ("Жанаозен", "zhanaozen"),
        ("Жаңаөзен", "zhanaozen"),
        ("Гурьев", "atyrau"),
        ("Джамбул", "taraz"),
        ("Медеуский р-н", "medeu-district"),
        ("район имени Магжана Жумабаева", "magzhan-zhumabaev-district"),
        ("Приозерск", "priozersk"),
        ("ВКО", "east-kazakhstan-region"),
        ("село Шетпе", "shetpe"),
        ("Ürümqi", "urumqi"),
        ("Синьцзян-Уйгурский автономный район", "xinjiang"),
        ("New York City", "new-york"),
        ("Киев", "kyiv"),
    ],
)
def test_a_name_finds_its_place(name: str, id_: str) -> None:
    assert found(name) == id_


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Mangistau", "mangystau-region"),  # not the village
        ("Akmola", "akmola-region"),  # not Astana under its name of the nineties
        ("Turkestan", "turkistan"),  # the city
        ("Karaganda", "karaganda"),
        ("Guryev", "atyrau"),  # not the region, for its older name
        ("Talgar", "talgar"),
        ("Talgar district", "talgar-district"),
        ("Zhambyl", "zhambyl-region"),
    ],
)
def test_of_homonyms_the_bigger_is_meant(name: str, id_: str) -> None:
    assert found(name) == id_


@pytest.mark.parametrize(
    "name",
    ["", " ", ",", "район", "Nowhere", "Nur-Sultan and Shymkent", "Astana Oblast", "Almaty village",
     "Abai District", "Есильский район", "Talgar, Pavlodar region", "Alamaty"],
)  # fmt: skip
def test_what_is_not_certain_is_not_guessed(name: str) -> None:
    assert GAZETTEER.find(name) is None


def test_a_region_tells_homonyms_apart() -> None:
    assert {place.id for place in GAZETTEER.candidates("Abai District")} == {
        "abai-district-abai",
        "abai-district-karaganda",
        "abai-district-shymkent",
    }
    assert found("Abai District", within="karaganda-region") == "abai-district-karaganda"
    assert found("Абайский район, Шымкент") == "abai-district-shymkent"
    assert found("Semey", within="east-kazakhstan-region") == "semey"  # where it lay in 2021
    assert found("Semey", within="abai-region") == "semey"
    assert found("Semey", within="almaty-region") is None
    assert found("Semey", within="kazakhstan") == "semey"
    assert found("Aiyrtau, Ulan District, East Kazakhstan") == "aiyrtau"


def test_every_name_of_the_file_finds_its_place() -> None:
    for place in GAZETTEER:
        for name in GAZETTEER.names(place.id):
            near = GAZETTEER.candidates(name, place.region or place.country)
            # A bare name may mean a bigger place; with a word for its kind it may not.
            bigger = [p for p in near if p.kind != place.kind] if read_kind(name)[1] is None else []
            assert place in near or bigger, name


def test_homonyms_of_one_kind_are_those_that_the_file_lists() -> None:
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place in GAZETTEER:
        for name in GAZETTEER.names(place.id):
            shared[place.kind, fold_place(read_kind(name)[0])].add(place.id)
    homonyms = {frozenset(ids) for ids in shared.values() if len(ids) > 1}
    listed = {"abai", "aktogai", "almaty", "esil", "nura", "zhambyl"}
    assert {frozenset(i.split("-district")[0] for i in ids) for ids in homonyms} == {
        frozenset([name]) for name in listed
    }
    header = BUNDLED.read_text(encoding="utf-8").split("\n[[place]]")[0]
    assert all(f"{name.capitalize()} District" in header for name in listed)


def test_the_region_is_that_of_the_day() -> None:
    def region(id_: str, on: dt.date | None = None) -> str | None:
        place = GAZETTEER.region_of(id_, on)
        return None if place is None else place.id

    assert region("semey") == "abai-region"
    assert region("semey", dt.date(2021, 12, 17)) == "east-kazakhstan-region"
    assert region("semey", dt.date(2022, 6, 7)) == "east-kazakhstan-region"
    assert region("semey", dt.date(2022, 6, 8)) == "abai-region"
    assert region("taldykorgan", dt.date(2021, 12, 1)) == "almaty-region"
    assert region("zhezkazgan", dt.date(2021, 12, 1)) == "karaganda-region"
    assert region("medeu-district", dt.date(2021, 12, 1)) == "almaty"
    assert region("almaty") is None
    assert region("nowhere") is None


def test_names_and_labels() -> None:
    names = GAZETTEER.names("astana")
    assert names[:1] == ["Astana"]
    assert {"Астана", "Nur-Sultan", "Нұр-Сұлтан", "Tselinograd"} <= set(names)
    assert len(names) == len(set(names))
    assert GAZETTEER.names("nowhere") == []
    assert GAZETTEER.label("oral", "ru") == "Уральск"
    assert GAZETTEER.label("oral", "kk") == "Орал"
    assert GAZETTEER.label("oral", "de") == "Oral"
    assert GAZETTEER.label("nowhere", "en") == "nowhere"
    assert GAZETTEER.get("oral") in list(GAZETTEER)
    assert GAZETTEER.get("nowhere") is None


def test_the_file_is_whole() -> None:
    kinds: dict[str, list[Place]] = defaultdict(list)
    for place in GAZETTEER:
        kinds[place.kind].append(place)
        assert (place.lat is None) == (place.lon is None), place.id
        assert place.region or place.country or place.kind == "country", place.id
        assert all(name.strip() for name in GAZETTEER.names(place.id)), place.id
        if place.kind == "district":
            assert place.lat is None
        if place.region and place.lat is not None and place.lon is not None:
            assert 40.5 < place.lat < 55.5, place.id
            assert 46.4 < place.lon < 87.4, place.id
    inside = [p for p in GAZETTEER if not p.country or p.country == "kazakhstan"]
    assert sum(p.kind == "region" for p in inside) == 17
    assert sum(p.kind in ("city", "town") for p in inside) == 90
    for region in ("abai-region", "jetisu-region", "ulytau-region"):
        for place in inside:
            if place.region == region and place.kind != "district":
                assert place.region_2021, place.id


@pytest.mark.parametrize(
    "text",
    [
        "[[place]",
        "place = 3",
        '[[place]]\nid = "a"\nkind = "moon"\nen = "A"\nru = "A"\nkk = "A"',
        '[[place]]\nid = "a"\nkind = "city"\nen = "A"\nru = "A"\nkk = "A"\nregion = "b"',
        '[[place]]\nid = "a"\nkind = "city"\nen = "A"\nru = "A"\nkk = "A"\n' * 2,
    ],
)
def test_a_bad_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "places.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"places\.toml"):
        Gazetteer.load(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemRefused):
        Gazetteer.load(tmp_path / "none.toml")


@given(st.text(max_size=60))
def test_no_name_raises_and_folding_settles(text: str) -> None:
    GAZETTEER.find(text)
    GAZETTEER.find(text, within="kazakhstan")
    assert fold_place(fold_place(text)) == fold_place(text)


def test_the_law_is_whole() -> None:
    law = tomllib.loads((RESOURCES / "law.toml").read_text(encoding="utf-8"))
    codes = {code["id"] for code in law["code"]}
    assert len(codes) == len(law["code"])
    articles = [(article["code"], article["article"]) for article in law["article"]]
    assert len(set(articles)) == len(articles)
    assert {code for code, _ in articles} <= codes
    # A title comes from a heading somebody had before them: Russian always, Kazakh where it stands.
    assert all(
        {"code", "article", "en", "ru"} <= set(a) <= {"code", "article", "en", "ru", "kk"}
        for a in law["article"]
    )
    assert all(a[lang].strip() for a in law["article"] for lang in ("en", "ru", "kk") if lang in a)
    letters = {
        "en": "[А-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ]",
        "ru": "[A-Za-zӘәІіҢңҒғҮүҰұҚқӨөҺһ]",
        "kk": "[A-Za-z]",
    }
    assert not [
        (a["code"], a["article"], lang)
        for a in law["article"]
        for lang, foreign in letters.items()
        if re.search(foreign, a.get(lang, ""))
    ]
    # Cited in the report of December 2021.
    cited = {("AOC", n) for n in ("488", "505", "667", "669")} | {("CIV", "918")}
    cited |= {("CC", n) for n in ("105", "174", "256", "293", "405")}
    assert cited <= set(articles)


def test_a_word_that_finds_a_place_is_one_of_its_names() -> None:
    names = [name for place in GAZETTEER for name in GAZETTEER.names(place.id) if name.isalpha()]
    words = [*names, *map(str.upper, names), "rally", "Мамай", "ок", "Тест"]
    finding = [w for w in words if GAZETTEER.candidates(w) or GAZETTEER.once_named(w)]
    assert len(finding) > len(names)
    assert all(map(GAZETTEER.has_name, finding))
    assert not GAZETTEER.has_name("rally")
